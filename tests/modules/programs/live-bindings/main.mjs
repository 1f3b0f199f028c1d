// Imports see what the exporter assigns, however hot the code that reads them.
import def, { count, increment, reset, renamed as alias, fn, Klass, later } from './counter.mjs';
import { count as again } from './reexport.mjs';

console.log(count, again, alias, def);
increment();
console.log(count, again);
let sum = 0;
for (let i = 0; i < 3000; i++) {
  increment();
  sum += count + again;
}
console.log(sum, count === again);
reset('text');
function read() {
  return count;
}
for (let i = 0; i < 300; i++) if (read() !== (i < 150 ? 'text' : i)) reset(i + 1), (i < 150 ? reset('text') : reset(i + 1));
console.log(read());

// A variable assigned by its exporter in many ways.
console.log(later);
import { assignLater } from './counter.mjs';
for (const way of ['=', '+=', '++', '??=', 'destructuring', 'for-of', 'for-in', 'function']) console.log(way, assignLater(way), later);

// Functions and classes are bindings like any other.
console.log(fn(), fn.name, new Klass().name(), Klass.name);
import { replaceFn } from './counter.mjs';
replaceFn();
console.log(fn(), fn.name);

// Imports cannot be assigned, in any way.
for (const attempt of [() => { count = 1; }, () => { count += 1; }, () => { count++; }, () => { [count] = [1]; }, () => { ({ count } = { count: 1 }); },
  () => { count ||= 1; reset(0); count ||= 1; }, () => { for (count of [1]); }, () => { for (count in { a: 1 }); }, () => { def = 1; }, () => { fn = null; }]) {
  try {
    attempt();
    console.log('assigned');
  } catch (error) {
    console.log(error.constructor.name, error.message);
  }
}
// A call of an import has no receiver.
import { self } from './counter.mjs';
console.log(self());
