// Objects as maps with keys that collide with builtin names or look like numbers.
const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'length', 'prototype', 'name', 'caller', 'arguments',
  '', ' ', '$x', '$', '$$', '$length', '$constructor', '0', '01', '1', '1.0', '1.5', '-0', '-1', '+1', '1e3', '1000', '1e21', '1e+21', 'NaN', 'Infinity', '-Infinity',
  '4294967294', '4294967295', '4294967296', '9007199254740993', 'null', 'undefined', 'true', 'self', 'code', 'scope', 'then', '\u0000', 'é', '😀', '\ud800'];
const bag = Object.create(null);
names.forEach((n, i) => { bag[n] = i; });
console.log(Object.keys(bag).map((k) => JSON.stringify(k)).join(' '));
console.log(names.every((n, i) => bag[n] === i), names.every((n) => n in bag), Object.keys(bag).length === names.length);
for (const n of names) if (delete bag[n] !== true || n in bag) console.log('delete failed', n);
console.log(Object.keys(bag).length);

// ordinary objects: own versus inherited
const o = {};
console.log(names.filter((n) => n in o).join(), names.filter((n) => Object.hasOwn(o, n)).length);
console.log(typeof o['toString'], o['$toString'], o['code'], o['self'], typeof o['constructor']);
for (const n of names) if (n !== '__proto__') o[n] = 'v:' + n;
console.log(names.filter((n) => n !== '__proto__').every((n) => o[n] === 'v:' + n), o.constructor, o.hasOwnProperty);

// numbers as keys are canonical strings
const nums = {};
for (const n of [1, 1.5, -0, 0, NaN, Infinity, 1e3, 1e21, 1e-7, -1, 4294967295, 2 ** 53, 0.1 + 0.2, 123456789012345680000]) nums[n] = n;
console.log(Object.keys(nums).join(' '));
console.log(nums['1.5'], nums['-0'], nums['0'], Object.is(nums[0], 0), nums['1e21'], nums['1e+21'], nums['1e-7'], nums['01']);

// the same on arrays
const a = [];
for (const n of ['01', '1.5', '-0', '-1', 'NaN', '', '4294967295', '1e3', '$0']) a[n] = n;
console.log(a.length, Object.keys(a).join());
a['2'] = 'index';
console.log(a.length, a[2], Object.keys(a)[0]);
// and on functions and strings
function f(a, b) {}
f.code = 'guest code'; f.self = 'guest self'; f['0'] = 'zero'; f.$code = 'dollar';
console.log(f.code, f.self, f[0], f.$code, typeof f, f.length, Object.keys(f).join());
console.log('abc'['1'], 'abc'['01'], 'abc'['-0'], 'abc'[-1], 'abc'['length'], 'abc'['1.5'], 'abc'[''], 'abc'.$length);
// word counting with hostile words
const count = {};
for (const w of 'constructor toString constructor __proto__ valueOf x x'.split(' ')) count[w] = Object.hasOwn(count, w) ? count[w] + 1 : 1;
console.log(count.constructor, count.toString, count.valueOf, count.x, Object.keys(count).join());
