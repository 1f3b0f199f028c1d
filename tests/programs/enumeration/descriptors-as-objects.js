// The objects that Object.getOwnPropertyDescriptor gives are ordinary ones with properties of their own, whatever Object.prototype has.
'use strict';
Object.defineProperty(Object.prototype, 'enumerable', { set() { console.log('setter'); }, configurable: true });
Object.defineProperty(Object.prototype, 'get', { value: 1, configurable: true });
console.log(JSON.stringify(Object.getOwnPropertyDescriptor({ a: 1 }, 'a')));
console.log(Object.keys(Object.getOwnPropertyDescriptor(class { static get a() { return 1; } }, 'a')).join());
delete Object.prototype.enumerable;
delete Object.prototype.get;
console.log(Object.getOwnPropertyDescriptor({ set a(v) {} }, 'a'));

const d = Object.getOwnPropertyDescriptor([1], 0);
d.value = 5;
d.extra = 1;
delete d.writable;
console.log(d, Object.getPrototypeOf(d) === Object.prototype, Reflect.ownKeys(d).join(), Object.isExtensible(d));
console.log(Object.getOwnPropertyDescriptors({ a: 1, get b() { return 2; }, [Symbol.iterator]: null }));
console.log(Object.getOwnPropertyDescriptor('abc', 1), Object.getOwnPropertyDescriptor('abc', 'length'), Object.getOwnPropertyDescriptor(function f(a) {}, 'length'));
const proxy = new Proxy({}, { getOwnPropertyDescriptor: () => ({ value: 1, configurable: true }) });
console.log(Object.getOwnPropertyDescriptor(proxy, 'q'));

// Copying accessors, as bundlers do it, hot.
const source = { get x() { return this.n; }, y: 2 };
let sum = 0;
for (let i = 0; i < 500; i++) {
  const target = { n: i };
  for (const key of Object.getOwnPropertyNames(source)) {
    const desc = Object.getOwnPropertyDescriptor(source, key);
    Object.defineProperty(target, key, { ...desc, enumerable: !desc.enumerable });
  }
  sum += target.x + target.y + Object.keys(target).length;
}
console.log(sum);
