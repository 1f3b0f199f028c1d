// A hot call of sort with comparators of all kinds, with none, and on everything that can be sorted.
const sort = (a, f) => a.sort(f);
const bare = (a) => a.sort();
const numbers = (n, k) => Array.from({ length: n }, (_, i) => (i * 7919 + k) % 101);
let t = 0;
for (let i = 0; i < 120; i++) {
  t += sort(numbers(30, i), function (a, b) { return a - b; })[3];
  t += sort(numbers(70, i), (a, b) => b - a)[3];
  t += bare(numbers(12, i))[5];
}
console.log(t);
const stable = Array.from({ length: 100 }, (_, i) => ({ key: i % 7, i }));
console.log(sort(stable, (a, b) => a.key - b.key).map((o) => o.i).join());
const odd = {
  undefined: () => sort([3, 1, undefined, 2], undefined), holes: () => sort([3, , 1, undefined, 2], (a, b) => a - b), strings: () => sort(['b', 'a', 'C'], (a, b) => (a < b ? -1 : 1)),
  boolean: () => sort([3, 1, 2, 5, 4], (a, b) => a > b), objects: () => sort([2, 1], () => ({ valueOf: () => -1 })), bigint: () => sort([2, 1], () => 1n), nothing: () => sort([3, 1, 2], () => {}),
  nan: () => sort([3, 1, 2], () => NaN), bad: () => sort([1], 5), null: () => sort([1], null), string: () => sort([1], 'x'), throws: () => sort([3, 1, 2], () => { throw new RangeError('compare'); }),
  arrayLike: () => JSON.stringify(Array.prototype.sort.call({ length: 3, 0: 'c', 1: 'a', 2: 'b' }, (a, b) => (a < b ? -1 : 1))),
  frozen: () => sort(Object.freeze([2, 1]), (a, b) => a - b), subclass: () => sort(class extends Array {}.from([2, 1]), (a, b) => a - b).constructor === Array,
  accessor: () => sort(Object.defineProperty([3, 2, 1], 1, { get: () => 9, set(v) { t = v; }, configurable: true }), (a, b) => a - b).length + ' ' + t,
  proxy: () => sort(new Proxy([2, 1, 3], {}), (a, b) => a - b).join(), typed: () => sort(new Float64Array([2, -0, 0, 1]), (a, b) => b - a).join(), bound: () => sort([3, 1, 2], function (a, b) { return this * (a - b); }.bind(-1)),
  shrinks: () => { const a = [3, 2, 1, 0]; return sort(a, (x, y) => { a.length = 0; return x - y; }).join(); },
  grows: () => { const a = [3, 2, 1]; return sort(a, (x, y) => { a.push(9); return x - y; }).slice(0, 4).join(); },
  nested: () => sort([[2, 1], [1, 0]], (a, b) => sort(a, (x, y) => x - y)[0] - sort(b, (x, y) => x - y)[0]).join('|'), nullish: () => sort(null, () => 0), own: () => sort({ sort: (f) => 'own ' + typeof f }, () => 0),
};
for (let round = 0; round < 3; round++) for (const name of Object.keys(odd)) { let r; try { r = String(odd[name]()); } catch (e) { r = e.name; } console.log(name, r); }
Array.prototype.sort = function (f) { return 'replaced ' + typeof f; };
console.log(sort([2, 1], () => 0), bare([1]));
