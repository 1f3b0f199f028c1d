// Object.assign, hot: ordinary objects, and all that is not: accessors, read-only properties, prototypes with setters, symbols, elements, many keys.
'use strict';
const log = [];
const show = (o) => Reflect.ownKeys(o).map((key) => {
  const d = Reflect.getOwnPropertyDescriptor(o, key);
  return `${String(key)}:${'value' in d ? String(d.value) : 'accessor'}${d.writable === false ? '!' : ''}${d.enumerable ? '' : '-'}`;
}).join(' ');

class Node {
  constructor(kind, left, right) { Object.assign(this, { kind, left, right }); }
  get depth() { return 'depth'; }
  set width(v) { log.push(`width ${v}`); }
}
class Sealed { constructor() { this.a = 1; Object.preventExtensions(this); } }
const symbol = Symbol('s');
const targets = {
  empty: () => ({}),
  same: () => ({ a: 0, b: 0 }),
  node: () => new Node('n', 1, 2),
  array: () => [1, 2],
  func: () => function f() {},
  readonly: () => Object.defineProperty({}, 'a', { value: 'fixed', writable: false, configurable: true }),
  hidden: () => Object.defineProperty({}, 'a', { value: 'hidden', writable: true, enumerable: false }),
  setter: () => ({ set a(v) { log.push(`set a ${v}`); } }),
  getter: () => ({ get a() { return 'got'; } }),
  inherited: () => Object.create({ set a(v) { log.push(`inherited ${v}`); } }),
  inheritedReadonly: () => Object.create(Object.freeze({ a: 1 })),
  nullProto: () => Object.create(null),
  frozen: () => Object.freeze({ a: 1 }),
  sealed: () => new Sealed(),
  map: () => new Map(),
  overProxy: () => Object.create(new Proxy({}, { set(target, key, value, receiver) { log.push(`trap ${String(key)}`); return Reflect.set(target, key, value, receiver); } })),
  overTyped: () => Object.create(new Uint8Array(2)),
};
const many = {};
for (let i = 0; i < 30; i++) many['k' + i] = i;
const sources = {
  plain: { a: 1, b: 2 }, none: {}, symbols: { a: 1, [symbol]: 2 }, elements: { 0: 'x', 5: 'y', a: 1 }, many, accessor: { get a() { log.push('get a'); return 'accessed'; } },
  node: new Node('k', 'l', 'r'), width: { width: 7 }, depth: { depth: 1 }, length: { length: 3 }, proto: { ['__proto__']: null, a: 1 }, toString: { toString: 'own' },
  string: 'ab', array: ['p', 'q'], number: 1, nothing: null, hidden: Object.defineProperty({ b: 1 }, 'a', { value: 1, enumerable: false }), itself: null,
};
for (let round = 0; round < 25; round++) {
  for (const [targetName, make] of Object.entries(targets)) {
    for (const [sourceName, source] of Object.entries(sources)) {
      const target = make();
      let line;
      try {
        const result = Object.assign(target, sourceName === 'itself' ? target : source);
        line = `${result === target} ${show(target)}`;
      } catch (error) {
        line = `${error.constructor.name} ${show(target)}`;
      }
      if (round === 24) console.log(targetName, sourceName, line.slice(0, 150), Object.getPrototypeOf(target) === Object.prototype);
    }
  }
}
console.log(log.length, [...new Set(log)].sort().join());
for (let i = 0; i < 1000; i++) {
  const node = new Node('kind', i, -i);
  if (node.kind !== 'kind' || node.left !== i || node.right !== -i || node.depth !== 'depth') throw new Error('wrong node');
}
console.log(show(Object.assign({ a: 1 }, { b: 2 }, null, { a: 3, c: 4 })), show(Object.assign(new Node(1, 2, 3), { left: 'changed' })));
