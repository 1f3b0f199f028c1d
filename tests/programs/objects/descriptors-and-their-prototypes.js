// Property descriptors read from and made as objects, also where Object.prototype has something to say about their fields.
const show = (d) => d === undefined ? 'none' : Object.keys(d).map((k) => `${k}=${typeof d[k] === 'function' ? 'f' : String(d[k])}`).join(' ');
const o = { a: 1, get b() { return 2; } };
Object.defineProperty(o, 'c', { value: 3 });
class Attributes {
  get value() { return 'got'; }
}
const log = [];
const traced = { get writable() { log.push('writable'); return true; }, get value() { log.push('value'); return 4; }, set set(v) {}, get enumerable() { log.push('enumerable'); return 0; }, get configurable() { log.push('configurable'); return 'yes'; } };
delete traced.set;
const define = (attributes) => {
  const target = {};
  try {
    Object.defineProperty(target, 'x', attributes);
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
  return show(Object.getOwnPropertyDescriptor(target, 'x'));
};
function all() {
  console.log(['a', 'b', 'c', 'd'].map((k) => show(Object.getOwnPropertyDescriptor(o, k))).join(' | '));
  console.log(show(Object.getOwnPropertyDescriptor('text', 0)), show(Object.getOwnPropertyDescriptor([1], 'length')), Object.keys(Object.getOwnPropertyDescriptors(o)).join());
  for (const attributes of [{ value: 1, writable: true, enumerable: true, configurable: true }, { value: undefined }, {}, { get() { return 1; } }, { get: undefined, set: undefined }, { get: 5 }, { value: 1, get() {} },
    new Attributes(), Object.create({ value: 6, enumerable: true }), traced, Object.assign(() => 0, { value: 7 }), Object.assign([], { value: 8 }), Object.freeze({ value: 9, writable: 1 }), new Proxy({ value: 10 }, {})]) console.log(define(attributes));
  console.log(log.splice(0).join());
}
all();
for (const name of ['value', 'writable', 'get']) {
  // A field that all objects inherit: of plain attributes, and of the descriptors that are given out, it is set and not called.
  Object.defineProperty(Object.prototype, name, { configurable: true, get() { log.push('inherited ' + name); return undefined; }, set(v) { log.push('set ' + name); } });
  const made = Object.getOwnPropertyDescriptor(o, 'a');
  const result = define(Object.assign(Object.create(null), { value: 5, enumerable: true }));
  const inherited = define({ enumerable: true });
  delete Object.prototype[name];
  console.log(name, show(made), result, inherited, log.splice(0).join());
}
let sum = 0;
for (let i = 0; i < 300; i++) sum += Object.getOwnPropertyDescriptor(Object.defineProperty({}, 'x', { value: i, enumerable: i % 2 === 0 }), 'x').enumerable ? 1 : 2;
console.log(sum);
const proxy = new Proxy({}, { defineProperty: (target, key, d) => (console.log('trap', show(d)), Reflect.defineProperty(target, key, d)) });
Object.defineProperty(proxy, 'x', { value: 1, configurable: true });
proxy.y = 2;
all();
