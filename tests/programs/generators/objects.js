// Prototypes, attributes and names of generators and their functions.
function* g() {}
const GeneratorFunction = Object.getPrototypeOf(g).constructor;
const attributes = (o, key) => {
  const d = Object.getOwnPropertyDescriptor(o, key);
  if (d === undefined) return 'none';
  return ['writable', 'enumerable', 'configurable'].filter((name) => d[name]).join(' ');
};
console.log(GeneratorFunction.name, GeneratorFunction.length, Object.getPrototypeOf(GeneratorFunction) === Function);
console.log('GeneratorFunction.prototype:', attributes(GeneratorFunction, 'prototype'));
const proto = GeneratorFunction.prototype;
console.log(Reflect.ownKeys(proto), attributes(proto, 'constructor'), '|', attributes(proto, 'prototype'), '|', attributes(proto, Symbol.toStringTag));
console.log(Reflect.ownKeys(proto.prototype), attributes(proto.prototype, 'constructor'), '|', attributes(proto.prototype, 'next'));
console.log(proto[Symbol.toStringTag], proto.prototype[Symbol.toStringTag], proto.prototype.constructor === proto);
console.log(Reflect.ownKeys(g), attributes(g, 'prototype'), Reflect.ownKeys(g.prototype));
console.log(Object.getPrototypeOf(g.prototype) === proto.prototype, g() instanceof g, Object.getPrototypeOf(g()) === g.prototype);
g.prototype.extra = 'on the prototype';
console.log(g().extra);
g.prototype = null;
console.log(Object.getPrototypeOf(g()) === proto.prototype);
g.prototype = { own: 1 };
console.log(g().own, g().next);
for (const name of ['next', 'return', 'throw']) {
  const f = proto.prototype[name];
  console.log(name, f.name, f.length);
  for (const receiver of [undefined, 5, {}, g]) {
    try {
      f.call(receiver);
    } catch (e) {
      console.log(e.name, e.message.split('receiver')[0]);
    }
  }
}
const o = { *m() {}, async am() {}, async *ag() {}, *[Symbol.iterator]() {}, *'quoted name'() {}, *[1 + 1]() {} };
console.log(o);
console.log(Object.values(o).map((f) => f.name), o[Symbol.iterator].name);
class C {
  static *s() {}
  *#p() {
    yield 'private';
  }
  p() {
    return this.#p().next();
  }
  async a() {}
}
console.log(C.s, new C().p(), new C().a);
console.log(function* named() {}, function* () {}, async () => {}, async function* x() {}, (async function* () {})());
console.log(Object.prototype.toString.call(o.m()), String(o.m), String(C.s));
console.log(Object.keys({ ...o.m() }), JSON.stringify(o.m()), o.m()[Symbol.iterator]().next());
try {
  new o.m();
} catch (e) {
  console.log(e.message);
}
