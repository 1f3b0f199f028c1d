// Small functions that use arguments, called where there is one target: their arguments are registers of the caller.
function hot(label, run) {
  let last;
  for (let i = 0; i < 160; i++) last = run(i);
  console.log(label, last);
}
const join = (...list) => list.map(String).join() + '#' + list.length;
function count() { return arguments.length; }
function at(k) { 'use strict'; return arguments[k]; }
function first() { return arguments[0]; }
function sum() { let s = 0; for (let i = 0; i < arguments.length; i++) s += arguments[i]; return s; }
function strictSet(a) { 'use strict'; a = 'set'; return a + arguments[0] + arguments.length; }
function forward() { return join.apply(this, arguments); }
function spread() { return join(...arguments); }
hot('count', () => [count(), count(1), count(1, 2, 3), count(1, 2, 3, 4, 5)].join());
hot('at', (i) => [at(0), at(1, 'b'), at(2, 'b'), at(i, 1), at(i % 3, 'b', 'c'), at(-1), at(0.5), at(NaN), first(), first(i)].map(String).join());
hot('sum', (i) => sum() + sum(i) + sum(i, 2, 3, 4, 5, 6, 7, 8, 9));
hot('set', (i) => strictSet(i) + strictSet() + strictSet(i, 2));
hot('forward', (i) => forward() + forward(i) + forward(i, 2, 3, 4, 5, 6));
hot('spread', (i) => spread() + spread(i) + spread(i, 2, 3, 4, 5, 6));
let index = 0;
const arg = () => index++;
hot('order', () => { index = 0; let a = 1; const r = forward(a, (a = 2), arg(), a, arg()); return r + a; });

// The arguments stay what they were while the caller's variables change, and leave with the activation.
let kept = [];
function keeps(n) { const v = n * 2; if (n % 50 === 49) kept.push(arguments); return v + arguments.length; }
hot('keeps', (i) => { let a = i; const r = keeps(a, 'x', { i }); a = 'gone'; return r; });
console.log(kept.map((o) => JSON.stringify(o) + o.callee.name + o.length).join(' '));
function leaves(n) { const before = arguments[1]; const v = n.value; return v + before + arguments.length + join.apply(null, arguments); }
hot('leaves', (i) => leaves({ value: i, toString: () => 'o' }, 'x'));
console.log(leaves({ get value() { return 'getter'; }, toString: () => 'o' }, 'x', 3), leaves('s', 1));
hot('throws', (i) => { try { return leaves(i % 40 === 39 ? null : { value: 1 }, i); } catch (e) { return e.constructor.name; } });
function escapes() { return identity(arguments).length + identity(arguments)[0]; }
function identity(o) { return o; }
hot('escapes', (i) => escapes(i, 2));
function viaArrow(x) { return [1].map(() => arguments[0] + arguments.length)[0]; }
hot('arrow', (i) => viaArrow(i, 2, 3));

// Constructors and methods.
function Pair() { this.set.apply(this, arguments); }
Pair.prototype.set = function (a, b) { this.a = a; this.b = b; };
hot('new', (i) => { const p = new Pair(i, 'b'); const q = new Pair(p); return [p.a, p.b, q.a === p, q.b, new Pair().a].join(); });
function Gives() { this.n = arguments.length; return arguments[0]; }
hot('gives', (i) => [new Gives().n, new Gives({ n: 'other' }).n, new Gives(1, 2).n].join());
const object = { base: 3, add() { return this.base + arguments[0] + arguments.length; } };
hot('method', (i) => object.add(i, 1));
Pair.prototype.set = function () { this.a = arguments.length; this.b = [...arguments].join('+'); };
hot('replaced', (i) => { const p = new Pair(i, 'b', 3); return p.a + p.b; });
delete Pair.prototype.set;
hot('missing', () => { try { return new Pair(1).a; } catch (e) { return e.constructor.name; } });

// Levels of calls, loops in the callee, and an exit deep below.
function outer() { return middle.apply(this, arguments) + arguments.length; }
function middle(a) { return inner(a, arguments[1], arguments.length) + arguments[0]; }
function inner(a, b) { return (b === 'rare' ? arguments : sum(a, arguments[2])) + '/' + arguments.length; }
hot('levels', (i) => outer(i, 1));
console.log(outer(5, 'rare'), outer(6, 'rare', 'more'));
function long() { let s = 0; for (let i = 0; i < 30; i++) s += arguments[i % arguments.length]; return s; }
hot('loop', (i) => long(i, 2, 3));
Object.prototype[2] = 'inherited';
hot('inherited', (i) => at(2) + at(2, 1) + at(2, 1, 'own'));
delete Object.prototype[2];
hot('too many', () => { let r = 0; for (let i = 0; i < 3; i++) r += count(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16); return r; });
