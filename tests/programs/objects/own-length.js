// `length` of objects that are no arrays: own, inherited, computed, and what stands in its way.
const log = [];
const read = (o) => o.length;
function write(o, value) {
  'use strict';
  try {
    o.length = value;
  } catch (e) {
    log.push(e.constructor.name);
  }
  return Object.keys(o).join();
}
let calls = 0;
class Stack {
  length = 0;
  items = {};
  push(item) {
    this.items[this.length++] = item;
  }
  pop() {
    return this.items[--this.length];
  }
}
class Text {
  get length() {
    calls++;
    return undefined;
  }
  set length(value) {
    log.push(`set ${value}`);
  }
}
const kinds = () => [
  { length: 3 }, {}, Object.create({ length: 4 }), Object.create([1, 2]), Object.create(new String('text')), new String('wrapped'), [1, 2, 3], 'primitive', new Uint8Array(5),
  Object.create(new Uint8Array(5)), function f(a, b) {}, Object.create(function g(a) {}), new Text(), Object.create(new Text()), Object.freeze({ length: 1 }), Object.create(Object.freeze([1, 2, 3])),
  Object.create(null), new Map(), (function () { return arguments; })(1, 2, 3, 4), Object.defineProperty({}, 'length', { get: () => 9, configurable: true }), true, Symbol.iterator,
];
const show = (v) => (typeof v === 'object' && v !== null ? 'object' : String(v));
function round(n) {
  for (const o of kinds()) {
    let first;
    try {
      first = show(read(o));
    } catch (e) {
      first = e.constructor.name;
    }
    const keys = typeof o === 'object' && o !== null && !ArrayBuffer.isView(o) ? write(o, n) : 'unchanged';
    let last;
    try {
      last = show(read(o));
    } catch (e) {
      last = e.constructor.name;
    }
    log.push(`${first} [${keys}] ${last}`);
  }
}
for (let i = 0; i < 5; i++) round(i);
const stack = new Stack();
for (let i = 0; i < 2000; i++) {
  stack.push(i);
  if (i % 3 === 0) stack.pop();
}
log.push(stack.length, calls);

// From here on arrays have other prototypes, and every object a length.
class List extends Array {
  get length2() {
    return this.length * 2;
  }
}
const list = List.from([1, 2, 3]);
log.push(read(list), list.length2, read(Object.create(list)));
Object.defineProperty(List.prototype, 'length', { value: 77, configurable: true });
log.push(read(new List(4)), read(Object.create(new List(4))), read(Object.create(List.prototype)));
round(5);
const odd = Object.setPrototypeOf([1, 2], { length: 99 });
log.push(read(odd), read(Object.create(odd)));
Object.prototype.length = 55;
log.push(read({}), read([]), read(Object.create([1])), read(Object.create(new String('ab'))), read(new Map()), read(5));
round(6);
delete Object.prototype.length;
log.push(read({}));
console.log(log.join('\n'));
