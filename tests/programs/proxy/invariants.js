// The invariants of Proxy traps.
const attempt = (name, body) => {
  try {
    console.log(name, '=>', body());
  } catch (e) {
    console.log(name, '=>', `${e.name}: ${e.message}`);
  }
};
const fixed = (value = 1) => Object.freeze({ a: value });
const closed = () => Object.preventExtensions({ a: 1 });
const with_ = (target, traps) => new Proxy(target, traps);
attempt('get: other value', () => with_(fixed(), { get: () => 2 }).a);
attempt('get: same value', () => with_(fixed(), { get: () => 1 }).a);
attempt('get: accessor without getter', () => with_(Object.defineProperty({}, 'a', { set() {} }), { get: () => 2 }).a);
attempt('set: read-only', () => { with_(fixed(), { set: () => true }).a = 2; });
attempt('set: accessor without setter', () => { with_(Object.defineProperty({}, 'a', { get() {} }), { set: () => true }).a = 2; });
attempt('set: falsish, sloppy', () => { const p = with_({}, { set: () => false }); p.a = 1; return p.a; });
attempt('set: falsish, strict', () => { 'use strict'; with_({}, { set: () => false }).a = 1; });
attempt('set: falsish, Reflect', () => Reflect.set(with_({}, { set: () => '' }), 'a', 1));
attempt('has: non-configurable', () => 'a' in with_(fixed(), { has: () => false }));
attempt('has: not extensible', () => 'a' in with_(closed(), { has: () => false }));
attempt('has: fine', () => ['a' in with_({ a: 1 }, { has: () => false }), 'zz' in with_({}, { has: () => 1 })]);
attempt('delete: non-configurable', () => delete with_(fixed(), { deleteProperty: () => true }).a);
attempt('delete: not extensible', () => delete with_(closed(), { deleteProperty: () => true }).a);
attempt('delete: falsish, strict', () => { 'use strict'; delete with_({}, { deleteProperty: () => false }).a; });
attempt('delete: falsish, sloppy', () => delete with_({}, { deleteProperty: () => false }).a);
const define = (target, result, desc) => Object.defineProperty(with_(target, { defineProperty: () => result }), 'a', desc) && 'done';
attempt('define: falsish', () => define({}, false, { value: 1 }));
attempt('define: not extensible', () => define(Object.preventExtensions({}), true, { value: 1 }));
attempt('define: non-configurable, absent', () => define({}, true, { value: 1, configurable: false }));
attempt('define: non-configurable, configurable', () => define({ a: 1 }, true, { value: 1, configurable: false }));
attempt('define: incompatible', () => define(fixed(), true, { value: 2 }));
attempt('define: non-writable', () => define(Object.defineProperty({}, 'a', { value: 1, writable: true }), true, { value: 1, writable: false, configurable: false }));
attempt('define: fine', () => define({}, true, { value: 1, configurable: true }));
const describe = (target, result) => Object.getOwnPropertyDescriptor(with_(target, { getOwnPropertyDescriptor: () => result }), 'a');
attempt('describe: no object', () => describe({}, 1));
attempt('describe: undefined, non-configurable', () => describe(fixed(), undefined));
attempt('describe: undefined, not extensible', () => describe(closed(), undefined));
attempt('describe: undefined', () => describe({ a: 1 }, undefined));
attempt('describe: incompatible', () => describe(fixed(), { value: 2, configurable: false }));
attempt('describe: non-configurable, absent', () => describe({}, { value: 1, configurable: false }));
attempt('describe: non-configurable, configurable', () => describe({ a: 1 }, { value: 1, configurable: false, writable: true, enumerable: true }));
attempt('describe: non-writable', () => describe(Object.defineProperty({}, 'a', { value: 1, writable: true }), { value: 1, writable: false, configurable: false }));
attempt('describe: filled up', () => describe({}, { configurable: true }));
attempt('describe: not extensible, new', () => describe(Object.preventExtensions({}), { value: 1, configurable: true }));
const keys = (target, result) => Reflect.ownKeys(with_(target, { ownKeys: () => result }));
attempt('keys: no object', () => keys({}, 1));
attempt('keys: wrong type', () => keys({}, [1]));
attempt('keys: duplicates', () => keys({}, ['a', 'a']));
attempt('keys: missing', () => keys(fixed(), []));
attempt('keys: missing configurable, not extensible', () => keys(closed(), []));
attempt('keys: extra, not extensible', () => keys(closed(), ['a', 'b']));
attempt('keys: fine', () => [keys({}, ['x', Symbol.iterator]), keys(closed(), ['a']), keys({}, { length: 1, 0: 'y' })]);
attempt('getPrototypeOf: no object', () => Object.getPrototypeOf(with_({}, { getPrototypeOf: () => 1 })));
attempt('getPrototypeOf: not extensible', () => Object.getPrototypeOf(with_(closed(), { getPrototypeOf: () => null })));
attempt('getPrototypeOf: fine', () => [Object.getPrototypeOf(with_({}, { getPrototypeOf: () => null })), with_({}, { getPrototypeOf: () => Array.prototype }) instanceof Array]);
attempt('setPrototypeOf: not extensible', () => Object.setPrototypeOf(with_(closed(), { setPrototypeOf: () => true }), null));
attempt('setPrototypeOf: falsish', () => Reflect.setPrototypeOf(with_({}, { setPrototypeOf: () => 0 }), null));
attempt('isExtensible: wrong', () => Object.isExtensible(with_({}, { isExtensible: () => false })));
attempt('preventExtensions: wrong', () => Object.preventExtensions(with_({}, { preventExtensions: () => true })));
attempt('preventExtensions: falsish', () => [Reflect.preventExtensions(with_({}, { preventExtensions: () => false })), Object.preventExtensions(with_({}, { preventExtensions: () => false }))]);
attempt('construct: no object', () => new (with_(class {}, { construct: () => 1 }))());
attempt('trap that is no function', () => with_({}, { get: 1 }).a);
attempt('traps null and undefined', () => with_({ a: 1 }, { get: null, has: undefined }).a);
attempt('not callable', () => with_({}, { apply: () => 1 })());
attempt('not a constructor', () => new (with_(() => 1, { construct: () => ({}) }))());
attempt('without new', () => Proxy({}, {}));
attempt('of a primitive', () => new Proxy(1, {}));
attempt('with a primitive', () => new Proxy({}, null));
attempt('properties of Proxy', () => [Proxy.length, Proxy.name, Object.getOwnPropertyNames(Proxy).sort(), 'prototype' in Proxy]);
const operations = {
  get: (p) => p.a, set: (p) => { p.a = 1; }, has: (p) => 'a' in p, delete: (p) => delete p.a, keys: (p) => Object.keys(p), describe: (p) => Object.getOwnPropertyDescriptor(p, 'a'),
  define: (p) => Object.defineProperty(p, 'a', {}), proto: (p) => Object.getPrototypeOf(p), setProto: (p) => Object.setPrototypeOf(p, null), extensible: (p) => Object.isExtensible(p),
  prevent: (p) => Object.preventExtensions(p), call: (p) => p(), construct: (p) => new p(), typeof: (p) => typeof p, text: (p) => `${p}`, array: (p) => Array.isArray(p), proxyOf: (p) => typeof new Proxy(p, {}),
};
for (const [name, operation] of Object.entries(operations)) {
  const { proxy, revoke } = Proxy.revocable(function () {}, {});
  revoke();
  revoke();
  attempt(`revoked: ${name}`, () => operation(proxy));
}
