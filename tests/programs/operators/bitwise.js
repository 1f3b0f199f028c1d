// Bit operators: ToInt32 wrap, shifts by count modulo 32, >>> giving uint32.
const vals = [0, 1, -1, 2147483647, 2147483648, -2147483648, -2147483649, 4294967295, 4294967296, 1e10, -1e10, 1.9, -1.9, NaN, Infinity, 2 ** 53, 2 ** 80, '12', null, undefined, true, '0xff', 'x', [3]];
console.log('|0', vals.map((v) => v | 0).join(' '));
console.log('~', vals.map((v) => ~v).join(' '));
console.log('>>>0', vals.map((v) => v >>> 0).join(' '));
console.log('>>1', vals.map((v) => v >> 1).join(' '));
console.log('<<1', vals.map((v) => v << 1).join(' '));
console.log('&', vals.map((v) => v & 0xffff).join(' '));
console.log('^', vals.map((v) => v ^ -1).join(' '));
console.log([0, 1, 31, 32, 33, -1, 63, 64, 1.9, '2', NaN].map((n) => (1 << n) + '/' + (-8 >> n) + '/' + (-8 >>> n)).join(' '));
let a = 0b1010;
a |= 0b0101; a &= 0b1110; a ^= 0b11; a <<= 4; a >>= 2; a >>>= 1;
console.log(a, a.toString(2));
let h = 2166136261;
for (const c of 'hash me') { h ^= c.charCodeAt(0); h = Math.imul(h, 16777619); }
console.log(h, h >>> 0, (h >>> 0).toString(16));
let rng = 12345;
const xorshift = () => { rng ^= rng << 13; rng ^= rng >>> 17; rng ^= rng << 5; return rng >>> 0; };
console.log([1, 2, 3, 4].map(xorshift).join());
const popcount = (n) => { let c = 0; while (n) { n &= n - 1; c++; } return c; };
console.log([0, 1, 255, -1, 0x80000000, 123456789].map(popcount).join());
const rev = (n) => { let r = 0; for (let i = 0; i < 32; i++) r = (r << 1) | ((n >>> i) & 1); return r >>> 0; };
console.log(rev(1), rev(0xf0f0f0f0), rev(12345));
console.log(5 & 6 | 1 ^ 8, ~5 + 1, ~~3.7, !~-1, 1 << 31, 1 << 30 << 1, -1 >>> 31, -1 >>> 0 === 4294967295, (-5 >> 1) + (-5 >>> 31));
console.log(5n & 3n, 5n | 3n, 5n ^ 3n, ~5n, -5n >> 1n, 5n << 70n, -1n << 3n, 1n << -1n, (2n ** 64n) >> 60n);
for (const f of [() => 1n >>> 0n, () => 1n & 1, () => +1n, () => 1n << 1]) try { console.log(f()); } catch (e) { console.log(e.name); }
const order = [];
const v = (n, x) => ({ valueOf() { order.push(n); return x; } });
console.log(v('a', 6) & v('b', 3), v('c', 1) << v('d', 4), ~v('e', 0), order.join(''));
// packing and unpacking
const pack = (r, g, b, al) => ((al << 24) | (r << 16) | (g << 8) | b) >>> 0;
const c = pack(18, 52, 86, 255);
console.log(c, c.toString(16), (c >> 16) & 255, (c >> 8) & 255, c & 255, c >>> 24);
