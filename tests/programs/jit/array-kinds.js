// Arrays that turn from packed ints to doubles, mixed, holey, sparse, with negative and string keys, and out-of-bounds accesses.
function sum(a) { let t = 0; for (let i = 0; i < a.length; i++) t += a[i]; return t; }
const ints = Array.from({ length: 100 }, (_, i) => i);
let r = 0;
for (let i = 0; i < 60; i++) r += sum(ints);
console.log(r);
ints[50] = 0.5;
console.log(sum(ints));
ints[51] = 'str';
console.log(sum(ints).length);
ints[51] = undefined;
console.log(sum(ints));
delete ints[51];
console.log(sum(ints), 51 in ints);
ints[51] = 1n;
try { sum(ints); } catch (e) { console.log(e.name); }
ints[51] = { valueOf: () => 1000 };
console.log(sum(ints));
ints[51] = 51; ints[50] = 50;
ints.length = 200;
console.log(sum(ints));
ints.length = 100;
console.log(sum(ints));
const sparse = [1, 2, 3];
sparse[100000] = 4;
let n = 0;
for (let i = 0; i < sparse.length; i += 1000) if (sparse[i] !== undefined) n += sparse[i];
console.log(n, sparse.length);
function at(a, i) { return a[i]; }
for (let i = 0; i < 5000; i++) at(ints, i % 100);
console.log([at(ints, 100), at(ints, -1), at(ints, 0.5), at(ints, '5'), at(ints, '05'), at(ints, NaN), at(ints, -0), at(ints, 2 ** 32), at(ints, 4294967295), at(ints, 'length'), at(ints, true), at(ints, null), at(ints, [3]), at('string', 2), at('string', 99), at({ 3: 'obj' }, 3), at([[7]], 0)[0]].map(String).join());
try { at(null, 0); } catch (e) { console.log(e.name); }
function put(a, i, v) { a[i] = v; return a.length; }
const dest = [];
for (let i = 0; i < 5000; i++) put(dest, i % 500, i);
console.log(dest.length, put(dest, 500, 1), put(dest, 600, 1), put(dest, -1, 'neg'), put(dest, '601', 1), put(dest, 'x', 1), put(dest, 1.5, 1), put(dest, 0, 0.5), put(dest, 1, 'str'), put(dest, 2, null), put(Object.freeze([1]), 0, 2), put({ length: 'L' }, 0, 1), put('str', 0, 'x'));
console.log(Object.keys(dest).length, dest[-1], dest[1.5], dest.slice(0, 3).join());
// growing by a[a.length] and shrinking by length
function grow(n) { const a = []; for (let i = 0; i < n; i++) a[a.length] = i; while (a.length > n / 2) a.length--; return a.length + a.at(-1); }
for (let i = 0; i < 40; i++) r += grow(100);
console.log(r, grow(5001));
// holes with values on the prototype
const holey = [1, , 3];
function three(a) { return a[0] + a[1] + a[2]; }
for (let i = 0; i < 3000; i++) three(holey);
Array.prototype[1] = 100;
const viaProto = three(holey);
delete Array.prototype[1];
console.log(viaProto, three(holey));
Object.prototype[1] = 200;
const viaObject = three(holey);
delete Object.prototype[1];
console.log(viaObject, three(holey));
// 2D arrays
const grid = Array.from({ length: 20 }, (_, y) => Array.from({ length: 20 }, (_, x) => x ^ y));
let g = 0;
for (let k = 0; k < 10; k++) for (let y = 0; y < 20; y++) for (let x = 0; x < 20; x++) g += grid[y][x] * grid[x][y];
grid[3] = 'not an array at all!';
let bad = 0;
for (let y = 0; y < 20; y++) for (let x = 0; x < 20; x++) { const v = grid[y][x]; if (typeof v !== 'number') bad++; }
grid[4] = undefined;
try { for (let y = 0; y < 20; y++) g += grid[y][0] === 'x' ? 1 : 0; } catch (e) { console.log(e.name); }
console.log(g, bad);
