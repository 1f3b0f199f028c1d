// BigInt literals, arithmetic, comparison, mixing errors, conversion, asIntN, toString.
console.log(1n + 2n, 10n - 20n, 7n * -3n, 7n / 2n, -7n / 2n, 7n % 3n, -7n % 3n, 2n ** 100n, -(5n), 0x1fn, 0b101n, 0o17n, 1_000n);
console.log(9007199254740993n * 9007199254740993n, 123456789012345678901234567890n / 987654321n, (-(2n ** 64n)) % 1000000007n);
console.log(1n == 1, 1n === 1, 1n == '1', 1n == 1.5, 2n > 1, 2n > 1.5, '3' > 2n, 1n < NaN, 1n < Infinity, 0n == '', 0n == false, 1n == true, 10n == '0xa', 1n == 'x', 2n ** 64n > 1.8e19, 0n === -0n);
console.log(typeof 1n, typeof Object(1n), 0n ? 't' : 'f', 1n && 'truthy', !0n, -0n === 0n, Object.is(0n, -0n), [3n, 1, 2n, 10, 0n].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join());
let i = 5n;
console.log(i++, ++i, i--, --i, -i, i += 10n, i *= 2n, i **= 2n, i %= 7n, i <<= 3n, i |= 1n);
for (const f of [() => 1n + 1, () => 1 * 1n, () => +1n, () => 1n / 0n, () => 1n % 0n, () => 2n ** -1n, () => Math.max(1n), () => BigInt(1.5), () => BigInt('x'), () => BigInt(undefined), () => BigInt(NaN), () => BigInt(null), () => new BigInt(1), () => JSON.stringify(1n), () => BigInt(Symbol()), () => [].at(1n), () => isNaN(1n)]) {
  try { console.log(String(f())); } catch (e) { console.log(e.name); }
}
console.log(BigInt(10), BigInt('  12  '), BigInt('0xff'), BigInt(''), BigInt(true), BigInt(2 ** 60), BigInt(Number.MAX_SAFE_INTEGER) + 2n, BigInt([7]), BigInt('-5'), BigInt({ valueOf: () => 3n }));
console.log(Number(123n), Number(2n ** 70n), Number(-(2n ** 1024n)), parseInt('12n'), parseFloat('1n'), String(5n), `${5n}`, 5n + '', '' + -5n, 1n + '1');
console.log((255n).toString(16), (-255n).toString(2), (10n ** 20n).toString(36), Object(5n) + 1n, Object(7n).valueOf());
console.log(BigInt.asIntN(8, 255n), BigInt.asIntN(8, 127n), BigInt.asIntN(64, 2n ** 63n), BigInt.asUintN(8, -1n), BigInt.asUintN(64, -1n), BigInt.asIntN(0, 5n), BigInt.asUintN(3, 25n), BigInt.asIntN(3, 25n));
const fact = (n) => (n === 0n ? 1n : n * fact(n - 1n));
console.log(fact(30n), fact(25n) / fact(23n));
const modpow = (b, e, m) => { let r = 1n; for (b %= m; e > 0n; e >>= 1n) { if (e & 1n) r = (r * b) % m; b = (b * b) % m; } return r; };
console.log(modpow(3n, 200n, 1000000007n), modpow(2n, 127n, 2n ** 61n - 1n));
const fib = (n) => { let [a, b] = [0n, 1n]; for (; n > 0; n--) [a, b] = [b, a + b]; return a; };
console.log(fib(100), fib(200));
const m = new Map([[1n, 'big'], [1, 'num']]);
console.log(m.get(1n), m.get(1), m.size, [1n, 2n].includes(2n), [1n].indexOf(1), { [1n]: 'k' }[1], [10, 20][1n], 'abc'[1n]);
console.log(JSON.stringify({ a: 1n }, (k, v) => (typeof v === 'bigint' ? v + 'n' : v)));
BigInt.prototype.toJSON = function () { return 'J' + this; };
console.log(JSON.stringify([1n]));
delete BigInt.prototype.toJSON;
console.log(-5n < -4, -5n >= -5.5, 5n != 5, 1n < '2', 'b' > 1n, null < 1n, undefined < 1n, 10n > 9n, 123456789123456789n === 123456789123456788n + 1n);
