// Imports are there wherever they stand; functions of a module are there before anything runs.
console.log(first(), second);
function first() { return third() + second; }
import { third, second } from './other.mjs';
console.log(typeof hoistedVar, hoistedVar);
var hoistedVar = 1;
{
  // Blocks have their functions for themselves.
  function blockFunction() { return 'block'; }
  console.log(blockFunction());
}
console.log(typeof blockFunction);
label: { break label; }
var [x, { y = x }] = [1, {}];
console.log(x, y);
export { first as firstExported, twice, hoistedVar, x, y };
function twice(n) { return n <= 0 ? 0 : 2 + twice(n - 1); }
console.log(twice(20));
if (true) var conditional = 'conditional';
for (var i = 0; i < 3; i++);
console.log(conditional, i);
const closures = [];
for (let j = 0; j < 3; j++) closures.push(() => j);
console.log(closures.map((f) => f()));
