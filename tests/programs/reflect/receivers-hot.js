// Reflect.get and Reflect.set with receivers, Proxies among them, hot and with what the target, the receiver and the handler may have.
'use strict';

const log = [];
function attempt(f) {
  try {
    return f();
  } catch (error) {
    return error.name;
  }
}
/** A handler whose traps that define are as given; `log` sees which of them are called. */
function noting(name, extra = {}) {
  return {
    get: (t, k, r) => Reflect.get(t, k, r),
    set: (t, k, v, r) => Reflect.set(t, k, v, r),
    ...extra,
  };
}
const describe = (o, k) => {
  const d = Object.getOwnPropertyDescriptor(o, k);
  return d === undefined ? 'none' : `${String(d.value)}${d.get ? ' get' : ''} ${d.writable} ${d.enumerable} ${d.configurable}`;
};

class Base {
  get who() { return this.me; }
  set who(v) { this.me = v; }
  method() {}
}
class Derived extends Base {
  me = 'derived';
  static field = 1;
}
const frozen = Object.freeze({ a: 1 });
const sealed = Object.seal({ a: 1 });
const odd = Object.defineProperties({ a: 1 }, {
  readOnly: { value: 2, enumerable: true, configurable: true },
  hidden: { value: 3, writable: true, configurable: true },
  fixed: { value: 4, writable: true },
  noSetter: { get() { return 5; }, configurable: true },
});
const targets = {
  plain: () => ({ a: 1, me: 'plain', '7': 'seven' }),
  derived: () => new Derived(),
  array: () => [1, 2, 3],
  sparse: () => [1, , 3],
  frozenArray: () => Object.freeze([1, 2]),
  function: () => function named(a, b) {},
  class: () => class Named { static a = 1; },
  arrow: () => (x) => x,
  typed: () => new Uint8Array([1, 2, 3]),
  text: () => new String('abc'),
  map: () => new Map(),
  frozen: () => frozen,
  sealed: () => sealed,
  odd: () => Object.create(odd),
  oddItself: () => odd,
  arguments: () => (function () { return arguments; })(1, 2),
  nullProto: () => Object.assign(Object.create(null), { a: 1 }),
};
const keys = ['a', 'me', 'who', 'method', '0', '1', '7', 'length', 'name', 'prototype', 'readOnly', 'hidden', 'fixed', 'noSetter', 'fresh', 'constructor', '-0', '1.5'];
const handlers = {
  none: {},
  noting: noting('noting'),
  defines: noting('defines', { defineProperty(t, k, d) { log.push(`define ${String(k)} ${Object.keys(d)}`); return Reflect.defineProperty(t, k, d); } }),
  asks: noting('asks', { getOwnPropertyDescriptor(t, k) { log.push(`ask ${String(k)}`); return Reflect.getOwnPropertyDescriptor(t, k); } }),
  inherits: Object.create({ defineProperty(t, k) { log.push(`inherited define ${String(k)}`); return true; } }),
  nothing: { defineProperty: undefined, getOwnPropertyDescriptor: null },
  getter: { get defineProperty() { log.push('handler asked'); return undefined; } },
};

const text = (v) => (typeof v === 'function' ? 'function' : typeof v === 'object' && v !== null ? 'object' : String(v));
for (const [name, make] of Object.entries(targets)) {
  const read = [];
  for (const key of keys) {
    const target = make();
    const proxy = new Proxy(target, handlers.noting);
    const reads = [() => Reflect.get(target, key), () => Reflect.get(target, key, proxy), () => Reflect.get(target, key, { me: 'receiver' }), () => proxy[key], () => Object.create(proxy)[key], () => Reflect.get(target, key, 5)];
    read.push(reads.map((f) => text(attempt(f)).slice(0, 30)).join(' '));
  }
  console.log(`${name}: ${read.join(', ')}`);
}
for (const [name, make] of Object.entries(targets)) {
  for (const [how, handler] of Object.entries(handlers)) {
    const written = [];
    for (const key of keys) {
      const target = make();
      const proxy = new Proxy(target, handler);
      const nested = new Proxy(proxy, {});
      written.push([
        attempt(() => Reflect.set(target, key, 1, proxy)), attempt(() => { proxy[key] = 2; return 'ok'; }), attempt(() => Reflect.set(target, key, 3, nested)),
        attempt(() => Reflect.set({}, key, 4, proxy)), describe(target, key),
      ].join(' '));
    }
    let hash = 0;
    for (const c of written.join()) hash = (hash * 31 + c.charCodeAt(0)) | 0;
    console.log(`${name} ${how}: ${hash} ${written[0]} | ${written[4]} | ${written[7]}`);
  }
}
let logged = 0;
for (const line of log) for (const c of line) logged = (logged * 31 + c.charCodeAt(0)) | 0;
console.log(log.length, logged, log.slice(0, 12));

// Values that are converted, on a receiver behind a Proxy.
const converting = { valueOf() { log.push('converted'); return 1; } };
const list = [1, 2, 3];
console.log(attempt(() => Reflect.set(list, 'length', converting, new Proxy(list, {}))), list.length);
const bytes = new Uint8Array(2);
console.log(attempt(() => Reflect.set(bytes, 0, converting, new Proxy(bytes, {}))), attempt(() => Reflect.set({}, 1, converting, new Proxy(bytes, {}))), bytes.join());
const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();
console.log(attempt(() => Reflect.set({}, 'x', 1, revoked)), attempt(() => Reflect.set({ set x(v) {} }, 'x', 1, revoked)), attempt(() => Reflect.get({ x: 1 }, 'x', revoked)));
console.log(Reflect.get(globalThis, 'undefined', {}), typeof Reflect.get(globalThis, 'Array', {}), Reflect.set(globalThis, 'fresh', 1, new Proxy(globalThis, {})), fresh);

// The same in hot code.
function hot(target, key, receiver, value) {
  const ok = Reflect.set(target, key, value, receiver);
  return `${ok} ${String(Reflect.get(target, key, receiver))}`;
}
const tally = new Map();
const state = { x: 1, get double() { return this.x * 2; }, set double(v) { this.x = v / 2; } };
const watched = new Proxy(state, handlers.noting);
const plain = { x: 5 };
for (let i = 0; i < 900; i++) {
  const receiver = [state, watched, plain, 7, new Proxy(watched, {})][(i / 60 | 0) % 5];
  const result = attempt(() => hot(state, i % 3 === 0 ? 'double' : i % 3 === 1 ? 'x' : `k${i % 4}`, receiver, i % 7));
  tally.set(result, (tally.get(result) ?? 0) + 1);
}
console.log([...tally].map(([r, n]) => `${r}: ${n}`).join(', '));
console.log(state, plain);
