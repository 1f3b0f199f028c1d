// Module namespace objects.
import * as ns from './things.mjs';
import { ns as same, inner } from './reexport.mjs';
import * as none from './nothing.mjs';
console.log(ns);
console.log(none, Object.keys(none));
console.log(ns === same, inner.deep, inner === same.inner);
console.log(Reflect.ownKeys(ns), Object.keys(ns));
console.log(Object.prototype.toString.call(ns), ns[Symbol.toStringTag], Object.getPrototypeOf(ns), Reflect.setPrototypeOf(ns, null), Reflect.setPrototypeOf(ns, {}));
console.log(Object.isExtensible(ns), Object.isFrozen(ns), Object.isSealed(ns), Object.seal(ns) === ns, Object.preventExtensions(ns) === ns);
console.log(Object.getOwnPropertyDescriptor(ns, 'b'), Object.getOwnPropertyDescriptor(ns, Symbol.toStringTag), Object.getOwnPropertyDescriptor(ns, 'nope'));
console.log('b' in ns, 'nope' in ns, Object.hasOwn(ns, 'b'), Reflect.has(ns, Symbol.toStringTag), ns.nope, ns['b'], ns?.b);
for (const attempt of [() => { ns.b = 1; }, () => { ns.nope = 1; }, () => { ns['b']++; }, () => { delete ns.b; }, () => { delete ns[Symbol.toStringTag]; }, () => Object.defineProperty(ns, 'b', { value: 3 }),
  () => Object.defineProperty(ns, 'nope', { value: 3 }), () => Object.assign(ns, { b: 3 }), () => Object.setPrototypeOf(ns, {}), () => `${ns}`, () => ns + 1, () => ns(), () => new ns.b()]) {
  try {
    console.log('done', attempt());
  } catch (error) {
    console.log(error.constructor.name, error.message);
  }
}
console.log(delete ns.nope, Reflect.set(ns, 'b', 2), Reflect.set(ns, 'nope', 2), Reflect.deleteProperty(ns, 'b'), Reflect.deleteProperty(ns, 'nope'));
console.log(Reflect.defineProperty(ns, 'b', { value: 2 }), Reflect.defineProperty(ns, 'b', { writable: false }), Reflect.defineProperty(ns, 'b', { value: 2, writable: true, enumerable: true, configurable: false }),
  Reflect.defineProperty(ns, 'b', { enumerable: false }), Reflect.defineProperty(ns, 'b', { get() {} }), Reflect.defineProperty(ns, Symbol.toStringTag, { value: 'Module' }), Reflect.defineProperty(ns, 'x', {}));
ns.setA(10);
console.log(ns.a, { ...ns }.a, Object.entries(ns).length, JSON.stringify(ns), Object.assign({}, ns).c());
const { a, ...rest } = ns;
console.log(a, Object.keys(rest));
for (const key in ns) console.log(key);
let sum = 0;
for (let i = 0; i < 3000; i++) {
  ns.setA(i);
  sum += ns.a + ns.b;
}
console.log(sum);
const heir = Object.create(ns);
console.log(heir.b, 'b' in heir, Object.hasOwn(heir, 'b'));
console.log(ns.self(), (0, ns.self)());
console.log(Array.from(new Map([[ns, 1]]).values()), new WeakSet([ns]).has(ns));
