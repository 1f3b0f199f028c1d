// Objects: nesting depth, line breaking, accessors, symbol keys, class instances, null prototypes, circular references.
console.log({});
console.log({ a: 1, b: 'two', c: [3], d: { e: 4 } });
console.log({ a: { b: { c: { d: 1 } } } });
console.log({ a: { b: { c: {} } } }, { a: { b: { c: [] } } }, { a: { b: { c: [1] } } });
console.log([[[[1]]]], [[[{ a: 1 }]]], { a: [[[1]]] });
console.log({ get g() { return 1; }, set s(v) {}, get both() { return 1; }, set both(v) {} });
console.log({ f() {}, arrow: () => 1, async: 1, cls: class A {}, sub: class B extends Map {}, anon: (() => function () {})(), anonCls: (() => class {})() });
class Point { constructor(x, y) { this.x = x; this.y = y; } }
class Point3 extends Point { z = 3; #hidden = 1; static s = 1; get len() { return 1; } }
console.log(new Point(1, 2), new Point3(1, 2), [new Point(0, 0)], { p: new Point(5, 6) });
console.log(new (class {})(), new (class Empty {})(), new (class extends Point {})(7, 8));
console.log(Object.create(null), Object.assign(Object.create(null), { a: 1 }));
console.log(Object.create({ inherited: 1 }), Object.create(new Point(1, 2)), Object.create(Point.prototype));
const circ = { name: 'c' };
circ.self = circ;
circ.nested = { up: circ, list: [circ] };
console.log(circ);
const ca = [1];
ca.push(ca);
console.log(ca);
const two = { a: {}, b: {} };
two.a.b = two.b; two.b.a = two.a;
console.log(two);
const shared = { s: 1 };
console.log({ x: shared, y: shared });
console.log({ [Symbol('k')]: 1, a: 2, [Symbol.iterator]: 3 });
console.log(Object.defineProperty({ v: 1 }, 'hidden', { value: 2 }));
console.log({ aaaaaaaaaaaaaaaaaaaa: 1, bbbbbbbbbbbbbbbbbbbb: 2, cccccccccccccccc: 3 });
console.log({ aaaaaaaaaaaaaaaaaaaa: 1, bbbbbbbbbbbbbbbbbbbb: 2, cccccccccccccccccccc: 3, d: 4 });
console.log({ a: 'x'.repeat(60), b: 1 });
console.log({ a: 'x'.repeat(80) });
console.log({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7 });
console.log({ key1: 'value one', key2: 'value two', key3: 'value three', key4: 'value four' });
console.log({ users: [{ name: 'ann', age: 30, tags: ['x', 'y'] }, { name: 'bob', age: 25, tags: [] }], total: 2, meta: { page: { size: 10, no: 1 } } });
console.log(Object.fromEntries(Array.from({ length: 30 }, (_, i) => ['k' + i, i])));
console.log({ multi: 'line one\nline two', n: null, u: undefined, d: new Date(0), bad: new Date(NaN), re: /x+/gi });
console.log(new Date(Date.UTC(2020, 1, 2)), [new Date(0)], /re/, [/a\/b/g]);
function Old(v) { this.v = v; }
console.log(new Old(1), Object.create(Old.prototype), Old);
console.log(Object.assign(() => {}, { a: 1 }), Object.assign(function named() {}, { b: { c: 2 } }), class Static { static x = 1; });
console.log((function () { return arguments; })(1, 'a'), globalThis === this, Math.max, [Math.min]);
console.log({ toString() { return 'custom'; } }, { valueOf() { return 5; } }, { inspect() { return 'old'; } }, { toJSON() { return 'j'; } });
console.log(Object.freeze({ f: 1 }), Object.seal([1]));
console.log({ a: [{ b: { c: 1 } }], d: [[{}]], e: [[{ f: 1 }]] }, [{ a: { b: { c: 1 } } }]);
console.log({ 'a-b': { 'c d': [1, { 'e.f': 2 }] } });
