// JSON.stringify of objects that have keys in common, lists of primitives, holes, deep and cyclic structures.
'use strict';

const show = (...args) => console.log(...args.map((v) => JSON.stringify(v)));
function attempt(f) {
  try {
    return f();
  } catch (error) {
    return error.message.split('\n').join('|');
  }
}

// The same first key, other ones after it; members that are left out, at every place.
show({ a: 1, b: 2 }, { a: 1, c: 2 }, { a: 1 }, { a: 1, b: 2, c: 3 }, { a: 1, b: 2 }, { b: 1, a: 2 }, {}, { '': 0 }, { '': 0, a: 1 });
show({ a: undefined, b: 2 }, { a: 1, b: undefined }, { a: undefined, b: undefined }, { a() {}, b: Symbol('s'), c: 3 }, { a: undefined });
show({ 2: 'x', 1: 'y', a: 'z' }, { 1: 'y', a: 'z' }, { '01': 1, '-0': 2, 1.5: 3, NaN: 4 });
show({ 'quo"ted': 1, 'back\\slash': 2, '\n': 3, '\ud800': 4, $a: 5, $: 6, __proto__: { x: 1 }, ['__proto__']: 7, length: 8, constructor: 9, toString: 10 });
for (const gap of [2, '--', '', 0]) console.log(JSON.stringify({ a: [1, 'x', [], [null]], b: { c: {}, d: undefined, e: [undefined] }, f: [{}, { g: 1 }] }, null, gap));

// Lists of primitives, and almost.
show([], [1], [undefined], [null], [() => 1], [Symbol('s')], [1, 'a', true, null, undefined, NaN, -0, 1e21, 1.5, Infinity]);
show(['$a', '","$b', '{"$c', '"$d":', '\u2028', '\ud83d\ude00', '\ud800', '\udc00x', '\u0000\u001f\b\t\n\f\r"\\/']);
show([1, , 3], new Array(3), Object.assign([1], { extra: 2 }), [[1, 2], [3, [4, ['x']]]], [[], [[]], {}]);
console.log(attempt(() => JSON.stringify([1n])), attempt(() => JSON.stringify([[1, 2n]])), attempt(() => JSON.stringify({ a: [1n] })));
const many = Array.from({ length: 6000 }, (_, i) => (i % 3 === 0 ? i : i % 3 === 1 ? `s"${i}` : i % 2 === 0));
const text = JSON.stringify({ many, more: [many, many] });
let hash = 0;
for (const c of text) hash = (hash * 31 + c.charCodeAt(0)) | 0;
console.log(text.length, hash, text.slice(0, 60), text.slice(-60));
console.log(JSON.stringify(Array.from({ length: 30 }, (_, i) => 'x'.repeat(3000) + i)).length);

// What the guest may have put where it is asked for.
class List extends Array { toJSON() { return `list of ${this.length}`; } }
show(List.of(1, 2), [List.of(1)], { l: List.of() });
const accessor = [1, 2, 3];
Object.defineProperty(accessor, 1, { get() { console.log('element read'); return 'got'; }, enumerable: true });
show(accessor, { accessor });
Object.defineProperty(Array.prototype, 1, { get() { return 'inherited'; }, configurable: true });
show([1, , 3], [[0, ,]]);
delete Array.prototype[1];
Array.prototype.toJSON = function () { return this.length; };
show([1, 2, 3], { a: [1] }, [[]]);
delete Array.prototype.toJSON;
Object.prototype.toJSON = function () { return typeof this; };
show([1], { a: 1 });
delete Object.prototype.toJSON;
String.prototype.toJSON = function () { return 'never of a primitive'; };
Number.prototype.toJSON = function () { return 'never'; };
show(['a', 1], { a: 'x', b: 2 }, Object('wrapped'), [Object(5)]);
delete String.prototype.toJSON;
delete Number.prototype.toJSON;
const changing = { get a() { delete this.b; this.c = 3; return 1; }, b: 2 };
show(changing, changing, [new Proxy([1, 2], {})], new Proxy({ a: [1] }, {}));

// Depth and cycles; the same object twice is none.
let deep = [];
for (let i = 0; i < 40; i++) deep = i % 2 === 0 ? { deep, i } : [deep, i];
show(deep);
const shared = { s: [1] };
show([shared, shared, { shared }, [shared.s, shared.s]]);
for (const depth of [0, 1, 6, 7, 8, 9, 10, 30]) {
  const bottom = { bottom: null };
  let top = bottom;
  for (let i = 0; i < depth; i++) top = i % 2 === 0 ? [top] : { top };
  bottom.bottom = top;
  console.log(depth, attempt(() => JSON.stringify(top)));
  bottom.bottom = bottom;
  console.log(depth, attempt(() => JSON.stringify(top)), attempt(() => JSON.stringify(top, null, 1)));
  bottom.bottom = 'end';
  console.log(depth, JSON.stringify(top));
}
