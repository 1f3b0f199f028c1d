// Object.prototype.toString of all kinds of values, by way of `call` in code that gets hot, with tags that come and go.
const toString = Object.prototype.toString;
function tag(value) {
  return toString.call(value);
}
function isPlain(value) {
  return value !== null && {}.toString.call(value) === '[object Object]';
}
class Tagged {
  get [Symbol.toStringTag]() {
    return this.kind;
  }
}
function args() {
  return arguments;
}
const values = [
  {}, [], 'x', 3, true, null, undefined, Symbol('s'), 7n, tag, class {}, new Date(0), /x/, new Error('e'), new Number(1), new String('s'), new Boolean(false), args(1),
  Object.create(null), Object.create([]), new Map(), Promise.resolve(), new Uint8Array(1), JSON, Math, Object.assign(new Tagged(), { kind: 'Kind' }), Object.assign(new Tagged(), { kind: 4 }),
  { [Symbol.toStringTag]: 'Own' }, { [Symbol.toStringTag]: 5 },
];
let plain = 0;
for (let i = 0; i < 300; i++) for (const value of values) if (isPlain(value) && tag(value).length === 15) plain++;
console.log(values.map(tag).join(' '));
console.log(plain, toString.call(), Object.prototype.toString.length);

// Tags on the prototypes of what had none.
const show = () => console.log(tag({}), tag([]), tag('x'), tag(1), tag(tag), tag(null), isPlain({}), isPlain(''));
String.prototype[Symbol.toStringTag] = 'Text';
show();
Object.prototype[Symbol.toStringTag] = 'Tagged';
show();
Object.defineProperty(Array.prototype, Symbol.toStringTag, { configurable: true, get: () => 'List' });
show();
delete Object.prototype[Symbol.toStringTag];
delete Array.prototype[Symbol.toStringTag];
delete String.prototype[Symbol.toStringTag];
show();

// Proxies, made after the code has become hot.
const log = [];
const proxy = new Proxy([], { get: (target, key) => (log.push(key), target[key]) });
const revocable = Proxy.revocable({}, {});
revocable.revoke();
console.log(tag(proxy), tag(new Proxy(tag, {})), tag(new Proxy({}, {})), log.map(String).join());
try {
  tag(revocable.proxy);
} catch (error) {
  console.log(error.name);
}
show();
