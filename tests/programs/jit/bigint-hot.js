// Loops over BigInts, and functions warmed with Numbers that get BigInts and the reverse.
function fact(n) { let r = 1n; for (let i = 2n; i <= n; i++) r *= i; return r; }
for (let i = 0; i < 30; i++) fact(20n);
console.log(fact(40n), fact(0n), fact(3));
function poly(x, one) { return x * x + x + one; }
let t = 0;
for (let i = 0; i < 3000; i++) t += poly(i, 1);
console.log(t, poly(3n, 1n), poly(2n ** 40n, 1n), poly(0.5, 1));
for (const [x, o] of [[3n, 1], [3, 1n], [1n, undefined], [1n, '1']]) try { console.log(String(poly(x, o))); } catch (e) { console.log(e.name); }
let b = 0n;
for (let i = 0; i < 3000; i++) b += poly(BigInt(i), 1n);
console.log(b, typeof b, poly(5, 1));
function cmp(a, b) { return [a < b, a > b, a <= b, a == b, a === b].map(Number).join(''); }
for (let i = 0; i < 1500; i++) cmp(i, 700);
console.log(cmp(1n, 2n), cmp(1n, 1), cmp(2, 1n), cmp('2', 1n), cmp(1n, NaN), cmp(2n ** 64n, 2 ** 64), cmp(2n ** 53n + 1n, 2 ** 53), cmp(0n, -0), cmp(1n, null), cmp(1n, 'x'), cmp(1n, { valueOf: () => 1n }));
function bits(x, y) { return [x & y, x | y, x ^ y, ~x, x << y, x >> y].join(); }
for (let i = 0; i < 1000; i++) bits(i, 3);
console.log(bits(12n, 3n), bits(-12n, 3n), bits(2n ** 70n, 5n), bits(12, 3));
try { bits(12n, 3); } catch (e) { console.log(e.name); }
function upd(x) { let y = x; y++; y--; y += y; y -= x; y = -y; return y; }
for (let i = 0; i < 2000; i++) upd(i);
console.log(upd(5n), upd(-(2n ** 65n)), upd('7'), upd(0n), Object.is(upd(0), -0));
const modpow = (b, e, m) => { let r = 1n; b %= m; while (e > 0n) { if (e & 1n) r = (r * b) % m; e >>= 1n; b = (b * b) % m; } return r; };
let mp = 0n;
for (let i = 1n; i < 60n; i++) mp += modpow(i, 65537n, 1000000007n);
console.log(mp, modpow(2n, 1000n, 10n ** 20n));
function isPrime(n) { if (n < 2n) return false; for (let i = 2n; i * i <= n; i++) if (n % i === 0n) return false; return true; }
const ps = [];
for (let i = 0n; i < 120n; i++) if (isPrime(i)) ps.push(i);
console.log(ps.join(), isPrime(7919n));
let pi = 0n;
for (let k = 0n, p = 1n, q = 0n; k < 60n; k++) { pi += (4n * 10n ** 20n * (k % 2n ? -1n : 1n)) / (2n * k + 1n); q = p; }
console.log(pi);
const fibs = [0n, 1n];
for (let i = 2; i < 300; i++) fibs.push(fibs[i - 1] + fibs[i - 2]);
console.log(fibs[299], fibs.filter((x) => x % 7n === 0n).length, fibs.reduce((a, x) => a ^ x, 0n));
let s = '';
for (let i = 0n; i < 200n; i++) s += i % 10n;
console.log(s.length, s.slice(-12), `${2n ** 10n}`, 1n + s.slice(0, 2));
try { for (let i = 0n; ; i++) if (i > 1000n) throw new RangeError('at ' + i); } catch (e) { console.log(e.message); }
try { let q = 100n; for (;;) q /= q - 1n; } catch (e) { console.log(e.name); }
function mixed(a) { let n = 0, g = 0n; for (const x of a) typeof x === 'bigint' ? (g += x) : (n += x); return n + '|' + g; }
console.log(mixed(Array.from({ length: 2000 }, (_, i) => (i % 2 ? i : BigInt(i)))), mixed([1n, 'x', 2n]));
console.log(BigInt.asUintN(64, b * b * b), BigInt.asIntN(32, b), Number(b) % 1000, BigInt(Number.MAX_SAFE_INTEGER) * 3n);
let h = 0xcbf29ce484222325n;
for (let i = 0; i < 400; i++) h = BigInt.asUintN(64, (h ^ BigInt(i & 255)) * 0x100000001b3n);
console.log(h.toString(16));
