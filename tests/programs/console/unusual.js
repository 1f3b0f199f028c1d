// Less common values: replaced prototypes, tags, iterators, weak collections, namespaces, odd constructors.
class Point { constructor(x, y) { this.x = x; this.y = y; } }
console.log(Object.create(Object.create(null)));
console.log({ [Symbol.toStringTag]: 'Tagged', a: 1 });
console.log(new (class Foo { get [Symbol.toStringTag]() { return 'Bar'; } })());
function Old(v) { this.v = v; }
console.log(new Old(1));
Old.prototype = { other: 1 };
console.log(new Old(2));
console.log({ constructor: 'data' }, { constructor: { name: 'Fake' } });
console.log({ __proto__: { constructor: Point }, a: 1 }, { ['__proto__']: 1 });
console.log(Object.setPrototypeOf({ a: 1 }, Point.prototype), Object.setPrototypeOf(new Point(1, 2), null), Object.setPrototypeOf([1, 2], null));
console.log(new WeakMap(), new WeakSet());
console.log([1, 2][Symbol.iterator](), 'ab'[Symbol.iterator](), 'a'.matchAll(/a/g));
console.log(new Map([[1, 'a'], [2, 'b']]).keys(), new Map([[1, 'a']]).entries(), new Map([[1, 'a']]).values());
console.log(new Set([1, 'a']).values(), new Set([1]).entries());
console.log(JSON, Reflect);
console.log(Object.assign(Object.create(null), { f() {} }).f, Object.defineProperty(() => {}, 'name', { value: 'renamed' }), Object.defineProperty(function f() {}, 'name', { value: '' }));
console.log(Object.setPrototypeOf(function bare() {}, null), Object.setPrototypeOf(class Bare {}, null));
