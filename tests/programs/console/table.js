// console.table of arrays, objects, nested rows, maps, primitives, column selection.
console.table([[1, 2], [3, 4]]);
console.table([{ a: 1, b: 'x' }, { a: 2, c: true }]);
console.table({ r1: { a: 1 }, r2: { a: 2, b: 3 } });
console.table(['p', 'q', 3]);
console.table([1, { a: 1 }, [7, 8], 'str', null, undefined]);
console.table([{ name: 'ann', age: 1 }, { name: 'bob', age: 2 }], ['name']);
console.table([{ a: 1 }], ['zz']);
console.table(5);
console.table('string');
console.table(null);
console.table(undefined);
console.table([]);
console.table({});
console.table(new Map([['k', 'v'], ['l', { a: 1 }]]));
console.table(new Set([1, 'x']));
console.table([{ o: { deep: 1 }, f() {}, arr: [1, 2, 3] }]);
console.table([[]]);
console.table({ a: 1, b: 'two', c: [3] });
console.table([{ 'key with space': 1, 'é': 'ü', long: 'a longer cell text' }]);
console.table([[1, [2, [3]]], [undefined, null]]);
class P { constructor(x) { this.x = x; } }
console.table([new P(1), new P(2)]);
console.table([1.5, -0, 10n, Symbol('s'), true]);
console.log(console.table([1]) === undefined);
