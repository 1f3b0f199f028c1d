// Hot calls of bound functions: of closures, natives, bound functions, classes; with receivers and arguments of all kinds.
function show(a, b, c) { return [this === undefined ? 'none' : this === globalThis ? 'global' : typeof this, a, b, c, arguments.length].join(); }
function strict(a, b) { 'use strict'; return [typeof this, this, Object.is(a, -0), b, arguments.length].join(); }
const call0 = (f) => f();
const call1 = (f, x) => f(x);
const call3 = (f, x) => f(x, 'y', 'z');
const receiver = { name: 'r' };
const make = {
  plain: () => show.bind(), receiver: () => show.bind(receiver), primitive: () => strict.bind(5, -0), nullish: () => strict.bind(null, -0, 'b'), string: () => show.bind('s', 'a', 'b', 'c', 'd'),
  nested: () => show.bind(receiver, 1).bind('ignored', 2).bind('too', 3), native: () => Math.max.bind(null, 7, 8), method: () => Array.prototype.join.bind(['p', 'q']), call: () => Function.prototype.call.bind(show, receiver),
  arrow: () => ((a, b) => a + ':' + b).bind(null, NaN), many: () => show.bind(...new Array(40).fill('m')), proxy: () => new Proxy(show, { apply: (f, self, list) => 'applied ' + list.length }).bind(1, 2),
};
for (const name of Object.keys(make)) {
  // One target at its own site, by a function of its own.
  const site = new Function('f', 'x', 'let r; for (let i = 0; i < 300; i++) r = f(x); return r + " " + f() + " " + f(x, 1, 2);');
  const f = make[name]();
  console.log(name, site(f, 'x'), site(f, undefined), f.name, f.length);
  for (let i = 0; i < 60; i++) { const g = make[name](); call0(g); call1(g, i); call3(g, i); }
  console.log(call0(make[name]()), call1(make[name](), -0), call3(make[name](), 'x'));
}
class K { constructor(a, b) { this.sum = a + b; this.target = new.target === K; } }
const bound = K.bind(null, 1);
const construct = (x) => new bound(x);
for (let i = 0; i < 2000; i++) construct(i);
console.log(construct(4).sum, construct(4).target, construct(1) instanceof K, construct(1) instanceof bound);
const callClass = (x) => { try { return bound(x); } catch (e) { return e.name; } };
let errors = 0;
for (let i = 0; i < 500; i++) errors += callClass(i) === 'TypeError';
console.log(errors);
// The target throws, and recurs through the bound function.
const thrower = function (n) { if (n === 0) throw new RangeError('at ' + this.name); return again(n - 1); };
const again = thrower.bind(receiver);
let caught = 0;
for (let i = 0; i < 300; i++) try { again(i % 5); } catch (e) { caught += e.message.length; }
console.log(caught);
const deep = (function deep(n) { return n === 0 ? 0 : 1 + boundDeep(n - 1); });
const boundDeep = deep.bind(null);
console.log(boundDeep(500));
try { (function forever() { const f = forever.bind(); return 1 + f(); })(); } catch (e) { console.log(e.name); }
// Too many arguments.
const big = show.bind(null, ...new Array(3).fill(0));
console.log(big.apply(null, new Array(1000)).length);
