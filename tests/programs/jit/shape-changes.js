// Property reads and writes at sites that see one shape, then a few, then many, then deletes and dictionary mode.
function readX(o) { return o.x; }
function writeX(o, v) { o.x = v; return o.x; }
let s = 0;
for (let i = 0; i < 5000; i++) s += readX({ x: i, y: 1 });
console.log(s);
for (let i = 0; i < 2000; i++) s += readX(i & 1 ? { y: 1, x: i } : { x: i });
console.log(s);
const shapes = Array.from({ length: 20 }, (_, i) => { const o = {}; for (let k = 0; k < i; k++) o['p' + k] = k; o.x = i; return o; });
for (let i = 0; i < 3000; i++) s += readX(shapes[i % 20]);
console.log(s);
console.log([readX({}), readX([]), readX('str'), readX(5), readX(true), readX(() => 1), readX(Object.create({ x: 'inherited' })), readX({ get x() { return 'getter'; } }), readX(Object.create(null)), readX(Symbol()), readX(1n)].map(String).join());
for (const bad of [null, undefined]) try { readX(bad); } catch (e) { console.log(e.name); }
const del = { x: 'here', y: 2 };
delete del.x;
console.log(readX(del));
del.x = 'back';
console.log(readX(del), Object.keys(del).join());
let w = 0;
for (let i = 0; i < 5000; i++) w += writeX({ x: 0 }, i);
console.log(w);
console.log(writeX({}, 1), writeX([], 2), writeX('str', 3), writeX(Object.freeze({ x: 'frozen' }), 4), writeX({ get x() { return 'ro'; } }, 5), writeX({ set x(v) { this.y = v; } }, 6), writeX(Object.create(Object.freeze({ x: 'proto frozen' })), 7), writeX(Object.create({ set x(v) { this.z = v; }, get x() { return this.z * 2; } }), 8), writeX(Object.preventExtensions({}), 9), writeX(() => 1, 10));
try { writeX(null, 1); } catch (e) { console.log(e.name); }
(function () { 'use strict'; function strictWrite(o, v) { o.x = v; return o.x; } for (let i = 0; i < 3000; i++) strictWrite({}, i); for (const o of [Object.freeze({ x: 1 }), 'str', 5, { get x() { return 1; } }, undefined]) try { console.log(strictWrite(o, 1)); } catch (e) { console.log('strict', e.name); } })();
// adding properties one by one in a hot function
function build(n) { const o = {}; for (let i = 0; i < n; i++) o['k' + (i % 30)] = i; return o; }
let total = 0;
for (let i = 0; i < 200; i++) total += Object.keys(build(i % 40)).length;
console.log(total);
// number-like, odd and missing keys at one keyed site
function keyed(o, k) { return o[k]; }
const table = { a: 1, b: 2, 1: 'one', '-1': 'neg', 1.5: 'frac', NaN: 'nan', undefined: 'undef', null: 'nul', true: 't', [Symbol.iterator]: 'sym' };
for (let i = 0; i < 4000; i++) s += keyed(table, i & 1 ? 'a' : 'b');
console.log(s, keyed(table, 1), keyed(table, '1'), keyed(table, -1), keyed(table, 1.5), keyed(table, NaN), keyed(table, undefined), keyed(table, null), keyed(table, true), keyed(table, Symbol.iterator), keyed(table, { toString: () => 'a' }), keyed(table, 'toString') === Object.prototype.toString, keyed('str', 1), keyed('str', 'length'), keyed([7], 0), keyed([7], -1), keyed([7], '0'), keyed([7], 1e9), keyed(table, -0), keyed(table, 1n));
