// Assignment patterns to members, array elements, private names, super properties; rotations.
const a = [1, 2, 3, 4, 5];
[a[0], a[4]] = [a[4], a[0]];
console.log(a.join());
for (let i = 0; i < a.length - 1; i++) [a[i], a[i + 1]] = [a[i + 1], a[i]];
console.log(a.join());

let [x, y, z] = [1, 2, 3];
[x, y, z] = [y, z, x];
console.log(x, y, z);

class Box {
  #w = 0;
  #h = 0;
  static #count = 0;
  set([w, h]) { [this.#w, this.#h = 7] = [w, h]; ({ n: Box.#count = Box.#count + 1 } = {}); return this; }
  swap() { [this.#w, this.#h] = [this.#h, this.#w]; return this; }
  toString() { return `${this.#w}x${this.#h}#${Box.#count}`; }
}
console.log(String(new Box().set([1, 2]).swap()), String(new Box().set([5])));

class Base { set tag(v) { this._tag = 'base:' + v; } }
class Derived extends Base {
  set tag(v) { throw new Error('must not run'); }
  load(o) { ({ t: super.tag, ...super.rest } = o); return this; }
}
const d = new Derived().load({ t: 'T', u: 1 });
console.log(d._tag, JSON.stringify(d.rest));

// chained and nested assignment expressions
let m, n, o;
const src = { p: [1, { q: 2 }] };
({ p: [m, { q: n }] } = ({ p: o } = src));
console.log(m, n, o === src.p);
[m, n] = [n, m] = [10, 20];
console.log(m, n);

// Fibonacci and gcd by simultaneous assignment
let [f0, f1] = [0, 1];
for (let i = 0; i < 30; i++) [f0, f1] = [f1, f0 + f1];
console.log(f0);
let [g, h] = [1071, 462];
while (h) [g, h] = [h, g % h];
console.log(g);

// reversing in place
const w = [...'destructure'];
for (let i = 0, j = w.length - 1; i < j; i++, j--) [w[i], w[j]] = [w[j], w[i]];
console.log(w.join(''));

// unresolvable targets: created in sloppy mode
[newGlobalA, { k: newGlobalB }] = [1, { k: 2 }];
console.log(newGlobalA, globalThis.newGlobalB);
(function () {
  'use strict';
  try { [newGlobalC] = [1]; } catch (e) { console.log(e.name, typeof newGlobalC); }
})();
