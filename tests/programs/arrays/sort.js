// Sorting: default order, comparators, stability, undefined and holes, comparator results, array-likes, errors.
console.log([10, 9, 1, 100, -1].sort().join(), ['b', 'a', 'B', 'A', 'é', 'z'].sort().join(), [true, false, null, undefined, 'm', 5].sort().map(String).join(), [3, 2, 1].sort((a, b) => a - b).join(), [1, 2, 3].sort((a, b) => b - a).join(), [, 3, , 1, undefined].sort().map(String).join(), [3, undefined, 1].sort((a, b) => b - a).map(String).join());
const people = Array.from({ length: 40 }, (_, i) => ({ id: i, age: (i * 7) % 5 }));
people.sort((a, b) => a.age - b.age);
let stable = true;
for (let i = 1; i < people.length; i++) if (people[i].age === people[i - 1].age && people[i].id < people[i - 1].id) stable = false;
console.log(stable, people.map((p) => p.id).slice(0, 10).join());
const words = 'the quick brown fox jumps over the lazy dog'.split(' ');
console.log(words.slice().sort().join(' '), words.slice().sort((a, b) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)).join(' '), words.slice().sort((a, b) => (a > b) - (a < b)).reverse()[0]);
console.log([5, 1, 4].sort(() => 0).join(), [2, 1].sort((a, b) => 'x').join(), [2, 1].sort((a, b) => ({ valueOf: () => a - b })).join(), [2, 1, 3].sort(undefined).join(), [3n, 1, 2n].sort((a, b) => (a < b ? -1 : 1)).join(), [0.5, '0.25', -1].sort((a, b) => a - b).join());
for (const bad of [null, 5, 'x', {}, []]) try { [1, 2].sort(bad); console.log('fine'); } catch (e) { console.log(e.name); }
const same = [3, 1, 2];
console.log(same.sort() === same, [].sort().length, [1].sort(() => { throw 1; }).length);
// a pseudo-random larger sort against an insertion sort
let seed = 42;
const rnd = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
const data = Array.from({ length: 200 }, () => Math.floor(rnd() * 1000));
const insertion = (xs) => { const r = []; for (const x of xs) { let i = r.length; while (i > 0 && r[i - 1] > x) { r[i] = r[i - 1]; i--; } r[i] = x; } return r; };
console.log(data.slice().sort((a, b) => a - b).join() === insertion(data).join(), data.slice().sort()[0], data.slice().sort((a, b) => b - a)[0]);
const doubles = Array.from({ length: 50 }, () => rnd() * 10 - 5);
console.log(doubles.sort((a, b) => a - b).every((x, i) => i === 0 || doubles[i - 1] <= x));
const byKey = (...ks) => (a, b) => { for (const k of ks) { if (a[k] < b[k]) return -1; if (a[k] > b[k]) return 1; } return 0; };
console.log([{ a: 2, b: 'x' }, { a: 1, b: 'z' }, { a: 2, b: 'a' }, { a: 1, b: 'y' }].sort(byKey('a', 'b')).map((o) => o.a + o.b).join());
const al = { length: 4, 0: 'd', 1: 'b', 3: 'a' };
Array.prototype.sort.call(al);
console.log(JSON.stringify(al), 3 in al);
// toString is used by the default order, called on the elements
const objs = ['c', 'a', 'b'].map((s) => ({ toString: () => s, s }));
console.log(objs.sort().map((o) => o.s).join(), [[2, 'b'], [10, 'a'], [1, 'z']].sort().join(';'), [null, 'nul', 'nulm'].sort().join(), [-0, 0, -1].sort().map((x) => (Object.is(x, -0) ? '-0' : x)).join(), ['\ud83d\ude00', '\uffff', 'a'].sort().map((s) => s.length).join());
try { [1, Symbol(), 2].sort(); } catch (e) { console.log(e.name); }
try { [1, Object.create(null)].sort(); } catch (e) { console.log(e.name); }
const acc = [3, 1, 2];
Object.defineProperty(acc, 1, { get() { return 5; }, set() { }, configurable: true });
console.log(acc.sort((a, b) => a - b).length);
try { Object.freeze([2, 1]).sort(); } catch (e) { console.log(e.name); }
console.log([3, 1, 2].toSorted().join(), [, 2, 1].toSorted().map(String).join(), Array.prototype.toSorted.call({ length: 3, 0: 'c', 1: 'a' }).map(String).join());
// sort used inside a comparator
console.log([[3, 1], [2, 9], [0, 5]].sort((a, b) => a.slice().sort((x, y) => y - x)[0] - b.slice().sort((x, y) => y - x)[0]).join(' '));
