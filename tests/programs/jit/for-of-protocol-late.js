// Hot for-of over arrays, strings, maps, sets and custom iterators whose protocol changes late or in the middle.
function sum(it) { let t = 0; for (const x of it) t += x; return t; }
let r = 0;
const data = Array.from({ length: 50 }, (_, i) => i);
for (let i = 0; i < 100; i++) r += sum(data);
console.log(r, sum([]), sum([1.5, 2.5]), sum('123'), sum(new Set([4, 5])), sum(new Map([[1, 2]]).keys()), sum([1, , 2]), sum(data.values()), sum({ [Symbol.iterator]: () => [1, 2][Symbol.iterator]() }));
for (const bad of [null, 5, {}, { [Symbol.iterator]: () => 1 }]) try { sum(bad); } catch (e) { console.log(e.name); }
// the array grows, shrinks and is overwritten while hot
function growing(a) { let n = 0; for (const x of a) { n++; if (x > 0 && a.length < 3000) a.push(x); } return n; }
function shrinking(a) { let n = 0; for (const x of a) { n += x; a.pop(); } return n; }
function overwriting(a) { let n = 0; for (const x of a) { n += x; for (let k = 0; k < a.length; k++) a[k] = 2; } return n; }
console.log(growing([1, 0]), shrinking(Array(2000).fill(1)), overwriting([100, 100, 100]));
// next replaced in the middle of a loop: the loop keeps the old one, the next loop sees the new one
const AIP = Object.getPrototypeOf([][Symbol.iterator]()), next = AIP.next;
function during(a) { let t = 0; for (const x of a) { t += x; if (x === 30) AIP.next = function () { const r = next.call(this); return r.done ? r : { done: false, value: r.value * 2 }; }; } return t; }
const d1 = during(data), d2 = sum(data);
AIP.next = next;
console.log(d1, d2, sum(data));
const orig = Array.prototype[Symbol.iterator];
Array.prototype[Symbol.iterator] = function () { return orig.call(this.slice(0, 2)); };
const p1 = sum([1, 2, 3, 4]);
Array.prototype[Symbol.iterator] = orig;
console.log(p1, sum([1, 2, 3, 4]));
// closing: return() called exactly on early exits
let closes = 0;
const src = (n) => ({ [Symbol.iterator]() { let i = 0; return { next: () => ({ done: i >= n, value: i++ }), return() { closes++; return {}; } }; } });
function early(n, stop) { for (const x of src(n)) { if (x === stop) return x; } return -1; }
for (let i = 0; i < 1000; i++) early(5, i % 7);
console.log(closes, early(5000, 4999), closes, early(5000, -1), closes);
function throwing(n) { try { for (const x of src(n)) if (x === n - 1) throw 'end'; } catch (e) { return e + closes; } }
for (let i = 0; i < 500; i++) throwing(3);
console.log(throwing(3000));
// return installed late on the array iterator prototype
function firstEven(a) { for (const x of a) if (x % 2 === 0) return x; }
for (let i = 0; i < 2000; i++) firstEven([1, 3, 4, 5]);
let returned = 0;
AIP.return = function () { returned++; return {}; };
firstEven([1, 2, 3]); firstEven([1, 3]); sum([1]);
delete AIP.return;
console.log(returned);
// maps and sets changing under the loop
const m = new Map(Array.from({ length: 100 }, (_, i) => [i, i]));
let mt = 0;
for (let k = 0; k < 30; k++) for (const [key, v] of m) { mt += v; if (k === 29 && key < 500) { m.delete(key); m.set(key + 100, v); } }
console.log(mt, m.size, Math.min(...m.keys()));
// strings with surrogates
function units(s) { let n = 0; for (const c of s) n += c.length * 10 + 1; return n; }
let u = 0;
for (let i = 0; i < 500; i++) u += units('plain');
console.log(u, units('a😀b'), units('\ud83d\ude00\ud83d'), units(''));
// nested loops over the same and different iterables, labelled
let pairs = 0;
outer: for (const a of data) { for (const b of data) { if (b > a) continue outer; if (a > 45) break outer; for (const c of 'xy') if (c === 'y') pairs += a - b; } }
console.log(pairs);
// iterator results with getters, extra properties and missing done
const odd = { [Symbol.iterator]() { let i = 0; return { next() { i++; return i > 2500 ? { done: 1 } : i % 2 ? { value: i } : { get value() { return -i; }, done: '' }; } }; } };
console.log(sum(odd));
