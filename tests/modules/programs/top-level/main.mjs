#!/usr/bin/env node
// The top level of a module: strict, without a receiver, with loops that get hot.
console.log(this, typeof globalThis, (() => this)(), (function () { return this; })());
try {
  undeclared = 1;
} catch (error) {
  console.log(error.message);
}
let a = 0, b = 1;
for (let i = 0; i < 5000; i++) [a, b] = [b, (a + b) % 1000003];
console.log(a, b);
export let total = 0;
for (const n of [1, 2, 3]) { total += n; for (let k = 0; k < 1000; k++) total += k; }
console.log(total);
const squares = Array.from({ length: 5 }, (_, i) => i * i);
console.log(squares, typeof arguments);
class Point { #x = 1; static made = 0; constructor() { Point.made++; } get x() { return this.#x; } }
console.log(new Point().x, Point.made);
try { throw new Error('caught'); } catch ({ message }) { console.log(message); } finally { total = -1; }
switch (total) { case -1: let inCase = 'case'; console.log(inCase); }
console.log(Object.hasOwn(globalThis, 'a'), Object.hasOwn(globalThis, 'total'));
var await_ = 1;
console.log(typeof console.log, `${await_}`, total);
