// Direct evals in a module see its bindings and imports; what they declare is their own.
import { count, increment } from './other.mjs';
import * as all from './other.mjs';

const constant = 1;
let variable = 2;
export let exported = 3;
var hoisted = 4;
function local() {
  return eval('[constant, variable, exported, hoisted, count, all.count, typeof local]');
}
console.log(local());
increment();
eval('variable = 20; exported = 30');
console.log(local(), eval('var own = 1; own'), typeof own, eval('this'));
try {
  eval('count = 5');
} catch (e) {
  console.log(e.name);
}
try {
  eval('constant = 5');
} catch (e) {
  console.log(e.name);
}
console.log((0, eval)('typeof constant'), new Function('return typeof variable')());
