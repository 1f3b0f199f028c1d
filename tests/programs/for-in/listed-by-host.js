// For-in over what the host lists and what it does not: enumerable properties along the chain, arrays, functions, wrappers, and keys that
// go away before they are reached, in code that gets hot.
Object.prototype.inherited = 1;
function keysOf(o) {
  let keys = '';
  for (const key in o) keys += key + ',';
  return keys;
}
const list = [1, 2, 3];
list.x = 1;
function Old() { this.a = 1; }
Old.prototype.method = function () {};
class Text extends String {}
const shadowing = Object.create({ q: 1, b: 2 }, { b: { value: 1, enumerable: false }, c: { value: 1, enumerable: true } });
const getter = Object.create(null, { r: { enumerable: true, get() { return 1; } } });
const objects = [
  { b: 1, a: 2, 7: 3 }, list, new Old(), Object.create(new String('ab')), Object.create([7, 8]), Object.create(new Uint8Array(2)), Object.create(function f() {}),
  new Text('hi'), shadowing, getter, function g() {}, keysOf,
];
let seen = [];
for (let i = 0; i < 300; i++) seen = objects.map(keysOf);
console.log(seen.join(' | '));
delete Object.prototype.inherited;
for (let i = 0; i < 300; i++) seen = objects.map(keysOf);
console.log(seen.join(' | '));

function keysWhileChanging(o) {
  let keys = '';
  for (const key in o) {
    keys += key;
    if (key === '0') o.length = 1;
    if (key === 'a') delete o.b;
    if (key === 'method') delete Old.prototype.gone;
  }
  return keys;
}
for (let i = 0; i < 300; i++) {
  Old.prototype.gone = 1;
  seen = [keysWhileChanging([1, 2, 3]), keysWhileChanging({ a: 1, b: 2, c: 3 }), keysWhileChanging(new Old()), keysWhileChanging(Object.create([1, 2]))];
}
console.log(seen.join(' | '));

// The same place, one key list after the other.
function count(o) {
  let n = 0;
  for (const key in o) if (o[key] !== undefined) n++;
  return n;
}
let total = 0;
for (let i = 0; i < 2000; i++) {
  const o = {};
  for (let k = 0; k < i % 5; k++) o['k' + ((i + k) % 7)] = k;
  total += count(o);
}
console.log(total);

// What is inherited goes away with the prototype.
function whileReplacing(o, replace) {
  let keys = '';
  for (const key in o) {
    keys += key;
    replace(o);
  }
  return keys;
}
for (let i = 0; i < 200; i++) {
  seen = [
    whileReplacing(Object.create({ a: 1, b: 2 }), (o) => Object.setPrototypeOf(o, null)),
    whileReplacing({ __proto__: { p: 1 }, a: 1 }, (o) => { o.__proto__ = null; }),
    whileReplacing(Object.create(Object.create({ a: 1, b: 2 })), (o) => Object.setPrototypeOf(Object.getPrototypeOf(o), Object.prototype)),
    whileReplacing({ a: 1, b: 2 }, (o) => Object.setPrototypeOf(o, { c: 1 })),
  ];
}
console.log(seen.join(' | '));
