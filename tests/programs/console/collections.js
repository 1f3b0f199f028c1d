// Map, Set, WeakMap, WeakSet, iterators, nested and long collections.
console.log(new Map(), new Set(), new Map([['a', 1]]), new Set([1, 'two']));
console.log(new Map([['a', { b: 1 }], [{ k: 1 }, [1, 2]], [1, new Map([['x', 'y']])], [null, undefined]]));
console.log(new Set([[1, 2], { a: 1 }, new Set([1]), 'str', NaN, -0]));
console.log([new Map([[1, 2]])], { m: new Map([[1, { a: { b: {} } }]]), s: new Set([[[]]]) });
console.log({ a: { b: new Map([['k', 'v']]) } }, { a: { b: { c: new Map([['k', 'v']]) } } }, { a: { b: { c: new Set() } } });
console.log(new Map(Array.from({ length: 5 }, (_, i) => ['key number ' + i, 'value number ' + i])));
console.log(new Set(Array.from({ length: 20 }, (_, i) => i)));
console.log(new Set(Array.from({ length: 8 }, (_, i) => 'element ' + i)));
console.log(new Map(Array.from({ length: 102 }, (_, i) => [i, i])).size, new Set(Array.from({ length: 101 }, (_, i) => i)));
class MyMap extends Map { extra = 1; }
class MySet extends Set {}
console.log(new MyMap([[1, 2]]), new MySet([1]), Object.assign(new Map([[1, 2]]), { prop: 'p' }), Object.assign(new Set(), { q: 1 }));
const m = new Map();
m.set('self', m).set(m, 'key');
console.log(m);
const s = new Set();
s.add(s).add([s]);
console.log(s);
console.log(Object.fromEntries(new Map([['a', new Set([1])]])));
console.log([...new Map([['k', { v: 1 }]])], [...new Set(['x'])]);
console.log(new Map([['multi\nline', 'it\'s']]), new Set(['"q"', Symbol('s')]));
console.log(new Map([[{ a: { b: { c: 1 } } }, { d: { e: { f: 1 } } }]]));
console.log([[new Map([[1, [2, [3]]]])]]);
