// == and === over a matrix of values.
const vals = [0, -0, 1, NaN, '', '0', '1', ' 1 ', 'a', null, undefined, true, false, 1n, 0n, [], [0], [1], [[]], {}, 'null', 'NaN', '[object Object]'];
const row = (f, a) => vals.map((b) => (f(a, b) ? 1 : 0)).join('');
for (const a of vals) console.log(row((x, y) => x == y, a), row((x, y) => x === y, a), row((x, y) => x != y, a), row(Object.is, a));
const o = { valueOf() { return 1; } }, s = { toString() { return 'str'; } }, d = new Date(0), sym = Symbol('q');
console.log(o == 1, o == '1', o == true, s == 'str', o == o, o == { valueOf: () => 1 }, d == d.toString(), d == 0, sym == sym, sym == 'q', sym == Object(sym), new String('a') == 'a', new String('a') == new String('a'), new Number(1) == true, Object(1n) == 1);
const log = [];
const noisy = (n, v) => ({ [Symbol.toPrimitive](h) { log.push(n + ':' + h); return v; } });
console.log(noisy('a', 1) == 1, 'x' == noisy('b', 'x'), noisy('c', 1) == noisy('d', 1), noisy('e', null) == null, noisy('f', true) == 1, null == noisy('g', null), log.join());
try { ({ [Symbol.toPrimitive]: 5 }) == 1; } catch (e) { console.log(e.name); }
try { ({ valueOf: () => ({}), toString: () => ({}) }) == 1; } catch (e) { console.log(e.name); }
console.log(Object.create(null) == Object.create(null), Object.create(null) === undefined);
console.log('abc' === 'ab' + 'c', 'é' === 'e\u0301', 'é' === 'e\u0301'.normalize(), 0.1 + 0.2 === 0.3, 1 / 3 * 3 === 1, 2 ** 53 === 2 ** 53 + 1);
