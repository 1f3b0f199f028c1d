// Array and object destructuring in hot loops, defaults taken late, iterators replaced late, swaps.
function arr([a, b = 10, ...c]) { return a + b + c.length; }
function obj({ x, y = 5, z: { w = 1 } = {}, ...rest }) { return x + y + w + Object.keys(rest).length; }
let t = 0;
for (let i = 0; i < 3000; i++) t += arr([i, 1, 2]) + obj({ x: i, y: 2, z: { w: 3 } });
console.log(t, arr([1]), arr([1, undefined]), arr('ab'), arr(new Set([1, 2, 3])), arr([1, null]), arr([, 2]), arr({ [Symbol.iterator]: () => [7, 8][Symbol.iterator]() }));
console.log(obj({ x: 1 }), obj({ x: 1, y: undefined, z: undefined, q: 1, r: 2 }), obj({ x: 's' }), obj('str').length, obj([]), obj({ get x() { return 'g'; }, y: null }), obj({ x: 1, z: 'prim' }), obj(5));
for (const bad of [null, undefined]) { try { arr(bad); } catch (e) { console.log(e.name); } try { obj(bad); } catch (e) { console.log(e.name); } }
try { obj({ x: 1, z: null }); } catch (e) { console.log(e.name); }
try { arr(5); } catch (e) { console.log(e.name); }
function fib(n) { let [a, b] = [0, 1]; for (let i = 0; i < n; i++) [a, b] = [b, (a + b) % 1000007]; return a; }
console.log(fib(3000), fib(10));
function entries(o, n) { let s = 0; for (let i = 0; i < n; i++) for (const [k, v] of Object.entries(o)) s += k.length + v; return s; }
console.log(entries({ a: 1, bb: 2 }, 1000), entries({ a: '1' }, 2), entries([5, 6], 2));
function swapSort(a) { for (let i = 0; i < a.length; i++) for (let j = 0; j < a.length - 1 - i; j++) if (a[j] > a[j + 1]) [a[j], a[j + 1]] = [a[j + 1], a[j]]; return a; }
let seed = 7;
const rnd = () => (seed = (seed * 16807) % 2147483647) % 100;
for (let i = 0; i < 10; i++) swapSort(Array.from({ length: 20 }, rnd));
console.log(swapSort(Array.from({ length: 12 }, rnd)).join(), swapSort(['c', 'a', 'b']).join(), swapSort([3, 'x', 1]).length);
// protocol changes late
function pair(p) { const [k, v] = p; return k * 10 + v; }
for (let i = 0; i < 3000; i++) t += pair([1, 2]);
const orig = Array.prototype[Symbol.iterator];
let used = 0;
Array.prototype[Symbol.iterator] = function () { used++; return orig.call(this); };
const hooked = pair([3, 4]);
Array.prototype[Symbol.iterator] = orig;
const AIP = Object.getPrototypeOf([][Symbol.iterator]());
AIP.return = function () { used += 100; return {}; };
const closed = pair([5, 6, 7]);
delete AIP.return;
console.log(t, hooked, closed, used, pair([1, 1]));
const own = [1, 2];
own[Symbol.iterator] = () => ({ i: 0, next() { return { done: false, value: ++this.i * 5 }; } });
console.log(pair(own));
// defaults with side effects, evaluated only when needed
let evals = 0;
const dflt = () => ++evals;
function lazy({ a = dflt(), b: [c = dflt()] = [] }) { return a + c; }
let l = 0;
for (let i = 0; i < 2500; i++) l += lazy(i < 2400 ? { a: 1, b: [2] } : { b: i % 2 ? [1] : undefined });
console.log(l, evals);
// targets that are members with setters installed late
const target = { p: 0, q: 0 };
const log = [];
for (let i = 0; i < 3000; i++) { if (i === 2998) Object.defineProperty(target, 'q', { set(v) { log.push('q=' + v); }, configurable: true }); [target.p, target.q] = [i, i * 2]; }
({ a: target.p, b: target.q } = { a: 'pa', b: 'qb' });
console.log(target.p, log.join());
// loop heads
let h = 0;
for (const { v, d = 1 } of Array.from({ length: 3000 }, (_, i) => (i % 2 ? { v: i } : { v: 1, d: 2 }))) h += v * d;
console.log(h);
try { for (const { v: { w } } of Array.from({ length: 2000 }, (_, i) => ({ v: i < 1999 ? { w: 1 } : undefined }))) h += w; } catch (e) { console.log(e.name, h); }
