// Rest parameters and spread in hot calls, arrays and objects, with iterables that change kind late.
function rest(a, ...xs) { let t = a; for (let i = 0; i < xs.length; i++) t += xs[i]; return t; }
let r = 0;
for (let i = 0; i < 3000; i++) r += rest(i, 1, 2, 3);
console.log(r, rest(1), rest(), rest('a', 'b', 1), rest(1, ...[2, 3], ...'45'));
function spreadCall(f, xs) { return f(...xs); }
const three = (a, b, c) => a + b + c;
for (let i = 0; i < 3000; i++) r += spreadCall(three, [i, 1, 2]);
console.log(r, spreadCall(three, 'xyz'), spreadCall(three, new Set([1, 2, 3])), spreadCall(Math.max, [3, 9, 2]), spreadCall(three, new Map([['k', 'v']])), spreadCall((...a) => a.length, [, , ,]), spreadCall(three, [1, 2]));
const custom = [1, 2, 3];
custom[Symbol.iterator] = function () { let n = 0; return { next: () => ({ done: n >= 3, value: n++ * 100 }) }; };
console.log(spreadCall(three, custom));
for (const bad of [null, 5, {}, { [Symbol.iterator]: 1 }]) try { spreadCall(three, bad); } catch (e) { console.log(e.name); }
try { spreadCall(5, [1]); } catch (e) { console.log(e.name); }
function concat(a, b) { return [...a, 'mid', ...b].length; }
for (let i = 0; i < 3000; i++) r += concat([1, 2], [i]);
console.log(r, concat('abc', new Set([1])), concat([, ,], []), concat(custom, [1]), concat(new Map([[1, 2]]), (function () { return arguments; })(7, 8)));
function merge(a, b) { return { x: 0, ...a, ...b, z: 9 }; }
let keys = 0;
for (let i = 0; i < 3000; i++) keys += merge({ x: i }, { y: 1 }).x;
console.log(keys, JSON.stringify(merge({ z: 1, q: 2 }, null)), JSON.stringify(merge('ab', [7])), JSON.stringify(merge({ get g() { return 'got'; } }, undefined)), JSON.stringify(merge(5, true)));
let gets = 0;
const getter = { get p() { gets++; return gets; } };
for (let i = 0; i < 1000; i++) merge(getter, getter);
console.log(gets);
function construct(C, args) { return new C(...args); }
class P { constructor(...xs) { this.n = xs.length; this.s = xs.reduce((a, b) => a + b, 0); } }
for (let i = 0; i < 2000; i++) r += construct(P, [i, 2, 3]).s;
console.log(r, construct(Array, [3]).length, construct(Date, [86400000]).getTime(), construct(P, 'ab').s);
// array iterator patched late
function total(xs) { return [...xs].reduce((a, b) => a + b, 0); }
const data = [1, 2, 3, 4];
for (let i = 0; i < 2000; i++) r += total(data);
const orig = Array.prototype[Symbol.iterator];
Array.prototype[Symbol.iterator] = function () { return orig.call([10, 20]); };
const patched = total(data);
Array.prototype[Symbol.iterator] = orig;
const AIP = Object.getPrototypeOf([][Symbol.iterator]()), next = AIP.next;
let n = 0;
AIP.next = function () { n++; return next.call(this); };
const counted = total(data);
AIP.next = next;
console.log(r, patched, counted, n, total(data));
// rest arrays are fresh and keep working when escaped
const kept = [];
function keep(...xs) { if (xs[0] % 700 === 0) kept.push(xs); xs.push('p'); return xs.length; }
for (let i = 0; i < 2101; i++) keep(i, i + 1);
console.log(kept.map((k) => k.join('.')).join(' '));
const curry = (f, ...a) => (...b) => f(...a, ...b);
let q = 0;
for (let i = 0; i < 2000; i++) q += curry(three, i)(1, 2);
console.log(q);
const sizes = [0, 1, 10, 200];
let s = 0;
for (let i = 0; i < 400; i++) s += rest(0, ...Array(sizes[i % 4]).fill(1));
console.log(s);
