// Callback methods: arguments, thisArg, early exit, results, mutation during iteration.
const a = ['x', 'y', 'z'];
a.forEach(function (v, i, arr) { console.log(v, i, arr === a, this.tag); }, { tag: 'T' });
[1].forEach(function () { console.log(this === globalThis); });
[1].forEach(function () { 'use strict'; console.log(this, typeof this); }, 'prim');
[1].map(function () { console.log(typeof this); }, 'prim');
const n = [5, 12, 8, 130, 44];
console.log(n.map((x) => x * 2).join(), n.filter((x) => x > 10).join(), n.find((x) => x > 10), n.findIndex((x) => x > 10), n.findLast((x) => x > 10), n.findLastIndex((x) => x > 1000), n.some((x) => x > 100), n.every((x) => x > 1), n.reduce((s, x) => s + x), n.reduceRight((s, x) => s + '-' + x), n.reduce((s, x, i, arr) => s + x / arr.length, 0).toFixed(2));
console.log([].reduce((a, b) => a, 'init'), [7].reduce(() => 'never'), [].map((x) => x).length, [].every(() => false), [].some(() => true), [].find(() => true), [1, 2].reduce((a, b) => a + b, undefined), [].reduceRight((a) => a, null));
for (const m of ['reduce', 'reduceRight']) { try { [][m]((a) => a); } catch (e) { console.log(m, e.name); } try { [, ,][m]((a) => a); } catch (e) { console.log(m, e.name); } }
for (const m of ['forEach', 'map', 'filter', 'some', 'every', 'find', 'findIndex', 'findLast', 'reduce', 'flatMap']) for (const cb of [undefined, null, {}, 'f']) try { [1][m](cb); console.log('fine'); } catch (e) { if (e.name !== 'TypeError') console.log(m, e.name); }
console.log([1, 2, 3, 4].map((x) => [x]).map(([x]) => x ** 2).filter((x) => x % 2 === 0).reduce((a, b) => a + b));
// truthiness of results
console.log([0, 1, 2].filter((x) => (x === 1 ? 'yes' : '')).join(), [1, 2].some(() => 'str'), [1, 2].every((x) => x), [1, 0].find((x) => !x), [NaN].findIndex(Number.isNaN));
// mutation during iteration
const log = (m, start, mut) => { const arr = start.slice(); const seen = []; const r = arr[m]((x, i) => { seen.push(x); mut(arr, i, x); return m === 'every'; }); return m + ' saw ' + seen.map(String).join('') + ' left ' + arr.join(''); };
console.log([log('forEach', [1, 2, 3], (r) => r.length < 6 && r.push(9)), log('map', [1, 2, 3, 4], (r) => r.pop()), log('filter', [1, 2, 3, 4], (r, i) => i === 0 && r.shift()), log('every', [1, 2, 3], (r, i) => { delete r[i + 1]; }), log('find', [1, 2, 3], (r, i) => { if (i === 0) { r.length = 1; } }), log('findLast', [1, 2, 3], (r) => r.pop()), log('some', [1, 2, 3], (r, i) => { r[i + 1] = 'c'; })].join('\n'));
console.log([1, 2, 3].reduce((s, x, i, arr) => { arr.length = 2; return s + x; }), [1, 2, 3].reduceRight((s, x, i, arr) => { arr[0] = 100; return s + x; }), JSON.stringify([1, 2, 3].map((x, i, arr) => { arr.length = 1; return x; })));
const grow = [1];
console.log(grow.map((x, i, r) => { if (r.length < 50) r.push(x + 1); return x; }).length, grow.length);
// methods on array-likes and strings
console.log(Array.prototype.map.call('abc', (c, i) => c + i).join(), Array.prototype.filter.call({ length: 3, 0: 'a', 2: 'c' }, () => true).join(), Array.prototype.reduce.call('123', (s, c) => s + +c, 0), Array.prototype.every.call({ length: 0 }, () => false), Array.prototype.findLast.call('abc', (c) => c < 'c'), Array.prototype.some.call({ length: '2', 1: 1 }, (x) => x));
try { Array.prototype.map.call(null, (x) => x); } catch (e) { console.log(e.name); }
// nested use and closures
const matrix = [[1, 2, 3], [4, 5, 6]];
console.log(JSON.stringify(matrix[0].map((_, c) => matrix.map((r) => r[c]))), matrix.flatMap((r) => r.filter((x) => x % 2)).join(), matrix.map((r) => r.reduce((a, b) => Math.max(a, b))).join());
const group = (xs, f) => xs.reduce((g, x) => ((g[f(x)] ||= []).push(x), g), {});
console.log(JSON.stringify(group([1, 2, 3, 4, 5, 6], (x) => (x % 3 === 0 ? 'fizz' : x % 2 ? 'odd' : 'even'))));
const perms = (xs) => (xs.length < 2 ? [xs] : xs.flatMap((x, i) => perms([...xs.slice(0, i), ...xs.slice(i + 1)]).map((p) => [x, ...p])));
console.log(perms([1, 2, 3]).map((p) => p.join('')).join(), perms(['a', 'b', 'c', 'd']).length);
