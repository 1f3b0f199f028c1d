// Integer-looking hot code that suddenly produces -0, NaN, Infinity or fractions.
const z = (x) => (Object.is(x, -0) ? '-0' : String(x));
const f = { mul: (a, b) => a * b, neg: (a) => -a, mod: (a, b) => a % b, div: (a, b) => a / b, round: (a) => Math.round(a), ceil: (a) => Math.ceil(a), floor: (a) => Math.floor(a), trunc: (a) => Math.trunc(a), min: (a, b) => Math.min(a, b), max: (a, b) => Math.max(a, b), abs: (a) => Math.abs(a), or: (a) => a | 0, add: (a, b) => a + b, sub: (a, b) => a - b, sqrt: (a) => Math.sqrt(a), pow: (a, b) => Math.pow(a, b), sign: (a) => Math.sign(a), imul: (a, b) => Math.imul(a, b) };
for (const k in f) { const g = f[k]; let t = 0; for (let i = 1; i < 2500; i++) t = (t + g(i, 3)) % 65536; console.log(k, t.toFixed(3), [[0, -5], [-4, 2], [-5, 5], [7, 0], [-7, 0], [-0, 0], [0, -0], [-0.4, 1], [0.4, -1], [NaN, 1], [1, NaN], [Infinity, -1], [-Infinity, 0], [1e308, 10], [-2147483648, -1], [65536, 65536], [undefined, 1], ['-0', 1], [null, -1]].map(([a, b]) => z(g(a, b))).join(' ')); }
// sums and counters that turn NaN or infinite in the middle
function sum(a) { let t = 0, n = 0; for (let i = 0; i < a.length; i++) { t += a[i]; if (t !== t) { n++; t = 0; } } return t + '/' + n; }
const a = Array.from({ length: 400 }, (_, i) => i);
for (let i = 0; i < 10; i++) sum(a);
a[100] = NaN; a[200] = undefined; a[300] = Infinity; a[301] = -Infinity; a[350] = '';
console.log(sum(a));
// a product whose sign matters only at the end
function prod(a) { let p = 1; for (const x of a) p = (p * x) | 0 || p * x; return z(p); }
for (let i = 0; i < 300; i++) prod([1, 2, 3]);
console.log(prod([1, -1, 0]), prod([-0]), prod([0, -1]), prod([2 ** 31, 2]), prod([]), prod([0.5, 0.5]));
// array indices computed as -0, NaN, fractions
function at(arr, i, k) { return arr[i * k]; }
for (let i = 0; i < 3000; i++) at(a, i % 100, 1);
console.log(at(a, -1, 0), at(a, 0.5, 2), at(a, 0.5, 1), at(a, NaN, 1), at(a, 5, -1), at(a, '2', '3'), at(a, 1e9, 1));
// comparisons and switches on -0 and NaN
function cls(x) { switch (x) { case 0: return 'zero'; case 1: return 'one'; default: return x < 0 ? 'neg' : x > 0 ? 'pos' : x === x ? 'eq' : 'nan'; } }
let c = '';
for (let i = 0; i < 3000; i++) c = cls(i % 3);
console.log(c, cls(-0), cls(NaN), cls(-0.5), cls(Infinity), cls(undefined), cls('0'), cls(null), cls([]));
// division and remainder used as integers
function digits(n) { let s = 0; while (n > 0) { s += n % 10; n = Math.floor(n / 10); } return s; }
let d = 0;
for (let i = 0; i < 1500; i++) d += digits(i);
console.log(d, digits(12345678901234), digits(0.5), digits(-5), digits('99'), digits(NaN), digits(9.5).toFixed(1));
function gcd(a, b) { while (b) [a, b] = [b, a % b]; return a; }
let g = 0;
for (let i = 1; i < 800; i++) g += gcd(i, 360);
console.log(g, z(gcd(-4, 2)), z(gcd(0, -0)), gcd(7.5, 2.5), gcd(NaN, 3), gcd('12', '18'), gcd(12n, 18n));
