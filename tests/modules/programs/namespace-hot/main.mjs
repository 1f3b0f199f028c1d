// Exports that are read from a namespace in hot code: functions, bindings that change, bindings in their dead zone, odd names, and namespaces in variables.
import * as lib from './lib.mjs';
import * as other from './other.mjs';
import * as late from './late.mjs';
import * as self from './main.mjs';

export let answer = 1;
export let changing = 0;

function calls(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += lib.double(i) + lib.half(i) + lib.unit + lib.default(i);
  return sum;
}
for (let i = 0; i < 300; i++) calls(20);
console.log(calls(1000));

function counted(n) {
  const seen = [];
  for (let i = 0; i < n; i++) { lib.bump(); seen.push(lib.count); self.changing === i ? changing++ : null; }
  return seen[n - 1] + ' ' + self.changing + ' ' + lib.count;
}
console.log(counted(2000), counted(100));
changing = 'text';
console.log(counted(5));

console.log(late.seen.join());
for (let i = 0; i < 400; i++) if (late.peek() !== answer) throw new Error('wrong');
answer = { toString: () => 'object' };
console.log(String(late.peek()));

function names() { return [lib['0'], lib.length, lib.$x, lib['10'], lib.x, lib.missing, lib.toString, typeof lib.double]; }
for (let i = 0; i < 300; i++) names();
console.log(names().join());

var library = lib;
function variable(x) { return library.double(x) + String(library.unit); }
let text = '';
for (let i = 0; i < 600; i++) text = variable(i);
library = other;
for (let i = 0; i < 600; i++) text += variable(i).length;
for (let i = 0; i < 600; i++) { library = i % 2 ? lib : other; text += variable(i).length; }
library = { double: (x) => x, get unit() { return 'g'; } };
console.log(text.length, variable(4));
library = null;
try { variable(1); } catch (e) { console.log(e.name); }

function writes(i) { try { lib.unit = i; } catch (e) { return e.name; } }
for (let i = 0; i < 300; i++) writes(i);
console.log(writes(1), lib.unit);
