// Accessors of object literals of all kinds: what the objects are made with, what is defined twice, and what is seen of it.
'use strict';
const show = (o) => {
  const text = [];
  for (const key of Reflect.ownKeys(o)) {
    const d = Object.getOwnPropertyDescriptor(o, key);
    text.push(`${String(key)}:${d.get ? 'g' : ''}${d.set ? 's' : ''}${'value' in d ? `=${typeof d.value === 'function' ? 'f' : d.value}` : ''}/${d.enumerable ? 'e' : ''}${d.configurable ? 'c' : ''}${d.writable ? 'w' : ''}`);
  }
  return text.join(' ');
};
const symbol = Symbol('s');
let log = '';
const make = (n) => [
  { get x() { return n; } },
  { a: n, get x() { return this.a; }, set x(v) { this.a = v; } },
  { set x(v) { log += v; }, get x() { return log; }, b: 2 },
  { x: 1, get x() { return n; } },
  { get x() { return n; }, x: 1 },
  { set x(v) {}, get x() { return 1; }, set x(v) { log += 'second'; } },
  { get 0() { return n; }, set 0(v) { log += v; }, get 1.5() { return 'half'; } },
  { get [symbol]() { return n; }, get ['c' + n]() { return 'computed'; }, set ['c' + n](v) {} },
  { get length() { return n; }, set length(v) {} },
  { get __proto__() { return n; } },
  { ['__proto__']: 1, set ['__proto__'](v) {} },
  { __proto__: { get x() { return 'parent'; } }, get x() { return super.x + n; } },
  { __proto__: [], get x() { return n; }, get length() { return 'own'; } },
  { __proto__: null, get x() { return n; }, set x(v) {} },
  { __proto__: function f() {}, get name() { return n; }, get y() { return n; } },
  { __proto__: new Uint8Array(2), get length() { return n; }, get x() { return n; } },
  { __proto__: new Map(), get size() { return n; } },
  { ...{ x: 1, y: 2 }, get x() { return n; } },
  { get x() { return n; }, ...{ x: 1, y: 2 } },
  { get constructor() { return n; }, get toString() { return () => 'text'; }, get valueOf() { return undefined; } },
];
for (let n = 0; n < 30; n++) {
  const objects = make(n);
  if (n % 29 === 0) for (const o of objects) console.log(show(o), String(o.x));
}
console.log(log);

// Each has its own closures, their names, and the object is an ordinary one otherwise.
const [a, b] = [make(1)[1], make(2)[1]];
a.x = 5;
const get = (o) => Object.getOwnPropertyDescriptor(o, 'x').get;
console.log(a.x, b.x, get(a) === get(a), get(a) === get(b), get(a).name, get(a).call({ a: 'other' }), get(a).hasOwnProperty('prototype'));
console.log(JSON.stringify(a), JSON.stringify({ ...a }), show({ ...a }), show(Object.assign({}, a)), Object.keys(a).join(), Object.entries(a).join(';'));
const { x, ...rest } = a;
console.log(x, show(rest), show(Object.freeze(a)), Object.isFrozen(a));
try { a.a = 1; } catch (e) { console.log(e.name); }
try { make(1)[0].x = 1; } catch (e) { console.log(e.message); }
delete b.x;
console.log(show(b), b.x, show(Object.defineProperty(make(3)[1], 'x', { enumerable: false })), show(Object.defineProperty(make(3)[1], 'x', { value: 1 })));
const heir = Object.create(make(4)[1]);
heir.x = 9;
console.log(heir.x, show(heir), Object.getPrototypeOf(heir).x);
