// What programs ask of values all the time, until it is compiled, and then of other kinds of values.
const values = [new Date(0), /a/, new Map(), [], {}, 5, 'text', null, undefined, true, Symbol('s'), () => 1, new Proxy([], {}), new Proxy(new Map(), {}), Object.create(new Proxy(new Date(0), {})), 1n];
function kind(v) {
  let text = '';
  for (const C of [Date, RegExp, Map, Array, Object, Function, Error]) text += v instanceof C ? '1' : '0';
  return text + Object.prototype.toString.call(v);
}
for (let round = 0; round < 60; round++) {
  const kinds = values.map(kind);
  if (round === 59) console.log(kinds.join('\n'));
}
Number.prototype[Symbol.toStringTag] = 'Counted';
console.log(kind(5), kind('text'));
delete Number.prototype[Symbol.toStringTag];
console.log(kind(5));
Object.defineProperty(Map, Symbol.hasInstance, { value: () => true, configurable: true });
console.log(kind(5));
delete Map[Symbol.hasInstance];
function Old() {}
const before = new Old();
Old.prototype = new Proxy({}, {});
const after = new Old();
console.log(before instanceof Old, after instanceof Old, after instanceof Object, Object.create(after) instanceof Old);

const record = { a: 1, length: 2, 7: 'seven', name: 'n' };
function keysOf(o) {
  return [('a' in o), ('zz' in o), ('length' in o), ('7' in o), ('name' in o), ('prototype' in o), Object.hasOwn(o, 'a'), Object.hasOwn(o, 'toString'), Object.hasOwn(o, 'length')].map(Number).join('');
}
const owners = [record, [1], function named(a) {}, new Proxy(record, {}), Object.create(record), class { static a = 1; }, new Uint8Array(8)];
for (let round = 0; round < 60; round++) {
  const found = owners.map(keysOf);
  if (round === 59) console.log(found.join(' '));
}
for (const v of ['abc', 5, null]) {
  try {
    console.log(Object.hasOwn(v, 'length'), keysOf(v));
  } catch (e) {
    console.log(e instanceof TypeError, e.message);
  }
}

const tag = Symbol('tag');
const other = Symbol.for('other');
function labelled(i, key) {
  const o = { [tag]: i, [other]: 'o', [key]: 'k' };
  return o[tag] + o[other] + o[key] + Reflect.ownKeys(o).length;
}
for (let i = 0; i < 60; i++) labelled(i, 'name');
console.log(labelled(1, 'x'), labelled(2, tag), labelled(3, '5'), labelled(4, '__proto__'));
Object.defineProperty(Object.prototype, tag, { set() { console.log('never'); }, get() { return 'inherited'; }, configurable: true });
console.log(labelled(5, 'y'));
delete Object.prototype[tag];

function look(list, text, v, i) {
  return `${list.at(i)}${text.at(i)}${list.includes(v)}${list.indexOf(v)}|${text.trim()}|${text.trimEnd()}|${text.trimStart()}`;
}
for (let i = 0; i < 200; i++) look([1, 2, 3], ' ab ', 2, -1);
console.log(look([1, NaN, , 'x'], ' \tq\n', NaN, -2), look([undefined, , 1], 'x', undefined, 0.9), look(new Array(20).fill(7), ' '.repeat(300), 7, 30));
console.log(look({ at: () => 'own', includes: () => 0, indexOf: () => 1 }, new String(' s '), 1, 0), look([1, 2], 'ab', 2, '1'), look('ab', 'cd', 'b', { valueOf: () => 1 }), look(new Uint8Array([4]), 'é', 4, NaN));
class Sub extends Array {}
console.log(look(Sub.of(1, 2), 'x', 2, -2), look(Object.freeze([3]), 'y', 3, 0), look([0], 'z', -0, -0));

// Constructors that classes have by themselves pass on what they get.
class Base { constructor(a, b, ...more) { this.parts = [a, b, more.length, arguments.length]; } }
class Middle extends Base { field = 1; }
class Top extends Middle {}
class Few { constructor(a) { this.a = a; } }
class Fewer extends Few {}
function build(...args) {
  return JSON.stringify([new Top(...args), new Fewer(...args), new Top(1), new Fewer()]);
}
for (let i = 0; i < 150; i++) build(1, 2);
console.log(build(), build(1), build(1, 2, 3, 4));
Object.setPrototypeOf(Top, class { constructor(a) { this.replaced = a; } });
console.log(build(1, 2));
