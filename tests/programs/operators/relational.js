// < > <= >= over a matrix; strings by code units; order of conversion.
const vals = [0, 1, -1, NaN, '', '0', '10', '9', 'a', 'B', null, undefined, true, false, 1n, -1n, [], [2], {}, Infinity];
for (const a of vals) console.log(vals.map((b) => `${+(a < b)}${+(a > b)}${+(a <= b)}${+(a >= b)}`).join(' '));
console.log('a' < 'b', 'a' < 'B', 'abc' < 'abd', 'ab' < 'abc', '' < 'a', 'é' > 'z', '\ud83d\ude00' < '\uffff', '10' < '9', '10' < 9, 'a' < 1, 'Z' < 'a', '2' > '12');
const log = [];
const n = (name, v) => ({ valueOf() { log.push(name); return v; }, toString() { log.push('s' + name); return String(v); } });
console.log(n('a', 1) < n('b', 2), n('c', 1) > n('d', 2), n('e', 1) <= n('f', 1), n('g', 1) >= n('h', 2), log.join());
console.log(n('i', '10') < n('j', '9'), n('k', 10) < n('l', '9'), log.slice(8).join());
const d1 = new Date(1), d2 = new Date(2);
console.log(d1 < d2, d1 > d2, d1 <= d1, [2] > 1, [1, 2] < [1, 3], ['b'] > ['a'], { valueOf: () => 5 } > 4, null >= 0, undefined >= undefined, null <= null);
for (const f of [() => Symbol() < 1, () => 1 > Symbol(), () => Object.create(null) < 1]) try { console.log(f()); } catch (e) { console.log(e.name); }
console.log([3, 20, 100].sort().join(), ['b', 'a', 'C', 'A'].sort().join(), [true, false].sort().join(), [undefined, 3, null, 1].sort().map(String).join());
console.log(1 < 2 < 3, 3 > 2 > 1, !(NaN < 1) && !(NaN >= 1), -0 < 0, Number.MIN_VALUE > 0, '1e3' > 999, '0x10' >= 16, ' 5 ' <= 5, '' >= 0, 'x' >= 'x');
