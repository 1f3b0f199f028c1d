// Hot ++, --, unary minus, ~, !, typeof and compound assignments with changing operand types.
function inc(x) { return ++x; }
function post(x) { const old = x++; return [old, x]; }
function neg(x) { return -x; }
function not(x) { return ~x; }
function lnot(x) { return !x; }
function type(x) { return typeof x; }
function compound(x) { x += 1; x -= 2; x *= 3; return x; }
let a = 0, b = 0, c = 0;
for (let i = 0; i < 5000; i++) { a = inc(a); b += post(i)[0]; c = (c + neg(i) + not(i) + compound(i)) | 0; if (lnot(i)) b++; if (type(i) !== 'number') c = NaN; }
console.log(a, b, c);
const show = (v) => (Object.is(v, -0) ? '-0' : Array.isArray(v) ? '[' + v.map(show).join() + ']' : typeof v === 'bigint' ? v + 'n' : String(v));
const vals = [2147483647, -2147483648, 0.5, -0, 0, NaN, '5', 'x', '', null, undefined, true, 7n, -7n, 0n, [3], [], {}, { valueOf: () => 41 }, { valueOf: () => 41n }, Symbol.iterator, () => 1];
for (const f of [inc, post, neg, not, lnot, type, compound]) console.log(f.name, vals.map((v) => { try { return show(f(v)); } catch (e) { return e.name; } }).join(' '));
// counters on members
const o = { n: 0, s: 'x', u: undefined };
function bump(o) { o.n++; return o.n--; }
let t = 0;
for (let i = 0; i < 5000; i++) { t += bump(o); o.n += i & 1; }
console.log(t, o.n);
o.n = 'str';
console.log(bump(o), o.n);
o.n = 1n;
console.log(bump(o), o.n);
o.n = undefined;
console.log(bump(o), o.n);
Object.defineProperty(o, 'n', { get() { return 5; }, set(v) { t = v; } });
console.log(bump(o), t);
// counters on elements
const arr = [0, 0, 0];
function bumpAt(arr, i) { return arr[i]++ + ++arr[i]; }
for (let i = 0; i < 5000; i++) bumpAt(arr, i % 3);
console.log(arr.join(), bumpAt(arr, 7), arr.length, bumpAt(['a'], 0), bumpAt('str', 0), bumpAt([1n], 0), bumpAt({ k: 1 }, 'k'));
let g = 2147483600;
for (let i = 0; i < 100; i++) g++;
console.log(g);
let h = 0.5;
for (let i = 0; i < 100; i++) h--;
console.log(h);
let d = '10';
for (let i = 0; i < 3; i++) d--;
console.log(d, typeof d);
