// arguments in hot functions: reading, length, aliasing, escaping, arity changes, apply, strict and sloppy.
function sum() { let t = 0; for (let i = 0; i < arguments.length; i++) t += arguments[i]; return t; }
let r = 0;
for (let i = 0; i < 3000; i++) r += sum(i, 1, 2);
console.log(r, sum(), sum(1), sum('a', 'b'), sum(1, 'x'), sum.apply(null, [1, 2, 3, 4]), sum(...[5, 6]));
try { sum(1n); } catch (e) { console.log(e.name); }
function alias(a, b) { arguments[0] = a + 1; b = b * 2; return a + arguments[1]; }
for (let i = 0; i < 3000; i++) r += alias(i, i);
console.log(r, alias(1), alias(), alias(1, 2, 3), alias('s', 2));
function strictAlias(a, b) { 'use strict'; arguments[0] = a + 1; b = b * 2; return a + arguments[1]; }
for (let i = 0; i < 3000; i++) r += strictAlias(i, i);
console.log(r, strictAlias(1), strictAlias(1, 2));
function count() { return arguments.length; }
let c = 0;
for (let i = 0; i < 4000; i++) { if (i % 4 === 0) c += count(); else if (i % 4 === 1) c += count(1); else if (i % 4 === 2) c += count(1, 2, 3, 4, 5, 6, 7, 8, 9, 10); else c += count(undefined, undefined); }
console.log(c);
const kept = [];
function escape(a) { if (a % 1000 === 999) kept.push(arguments); a = -a; return arguments[0]; }
for (let i = 0; i < 4000; i++) r += escape(i, 'second');
console.log(r, kept.map((x) => [...x].join('/')).join());
kept[0][0] = 'changed';
console.log(kept[0].length, kept[0][0], Array.isArray(kept[0]), Object.prototype.toString.call(kept[1]));
function forward() { return target.apply(this, arguments); }
function target(a, b, c) { return (a || 0) + (b || 0) * 10 + arguments.length * 100 + (this === globalThis ? 0 : 1000); }
for (let i = 0; i < 3000; i++) r += forward(i % 5, 2);
console.log(r, forward(), forward(1, 2, 3, 4), forward.call({}, 1));
// missing and surplus arguments at one site
function two(a, b) { return a + b; }
let u = 0;
for (let i = 0; i < 3000; i++) u += two(i, 1, 'ignored');
console.log(u, two(1), two(), two(1, 2, 3), two.length);
function defaults(a, b = a + 1, ...rest) { return a + b + rest.length + arguments.length; }
for (let i = 0; i < 3000; i++) u += defaults(i);
console.log(u, defaults(1, 2), defaults(1, undefined, 3, 4), Number.isNaN(defaults()));
// arguments modified: length, delete, overwritten elements
function weird(a) { if (a === 2999) { arguments.length = 1; delete arguments[0]; arguments[1] = 'x'; } return arguments.length + ':' + arguments[0]; }
let last = '';
for (let i = 0; i < 3000; i++) last = weird(i, 'b');
console.log(last);
// arguments through arrows and closures made in hot code
function viaArrow() { const f = (k) => arguments[k]; return f(0) + f(1); }
for (let i = 0; i < 3000; i++) u += viaArrow(i, 1);
console.log(u, viaArrow('p', 'q'));
function callee(n) { return n <= 1 ? 1 : n + arguments.callee(n - 1); }
for (let i = 0; i < 50; i++) u += callee(40);
console.log(u);
function max() { let m = arguments[0]; for (const x of arguments) if (x > m) m = x; return m; }
let mm = 0;
for (let i = 0; i < 1500; i++) mm += max(i, 700, i - 5);
console.log(mm, max(), max('b', 'a', 'c'));
class K { constructor() { this.n = arguments.length; this.first = arguments[0]; } m() { return arguments.length; } static s() { return [...arguments].join('-'); } }
let kk = 0;
for (let i = 0; i < 2000; i++) { const k = new K(i, 1); kk += k.n + k.first + k.m(1, 2, 3); }
console.log(kk, K.s(1, 2, 3));
