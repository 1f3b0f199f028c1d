// Declaration, expression, constructor, methods, statics, accessors, instanceof, attributes.
class Animal {
  constructor(name) { this.name = name; }
  speak() { return `${this.name} makes a sound`; }
  get upper() { return this.name.toUpperCase(); }
  set upper(v) { this.name = v.toLowerCase(); }
  static create(n) { return new this(n); }
  static get kind() { return 'kind of ' + this.name; }
  'quoted method'() { return 'q'; }
  42() { return 'num'; }
  ['comp' + 'uted']() { return 'c'; }
}
class Dog extends Animal {
  speak() { return super.speak() + ': woof'; }
}
const d = Dog.create('Rex');
console.log(d.speak(), d.upper, d instanceof Dog, d instanceof Animal, d.constructor === Dog);
d.upper = 'MAX';
console.log(d.name, Dog.kind, Animal.kind, d['quoted method'](), d[42](), d.computed());
console.log(Object.getPrototypeOf(Dog) === Animal, Object.getPrototypeOf(Dog.prototype) === Animal.prototype);
console.log(typeof Animal, Animal.name, Animal.length, Dog.length, d.hasOwnProperty('speak'));
try { Animal('x'); } catch (e) { console.log(e.name); }
try { Dog.call(d, 'x'); } catch (e) { console.log(e.name); }
try { new d.speak(); } catch (e) { console.log(e.name); }
console.log(Object.keys(Animal.prototype).length, Object.getOwnPropertyNames(Animal.prototype).join());
const pd = Object.getOwnPropertyDescriptor(Animal, 'prototype');
console.log(pd.writable, pd.enumerable, pd.configurable);
const md = Object.getOwnPropertyDescriptor(Animal.prototype, 'speak');
console.log(md.writable, md.enumerable, md.configurable, 'prototype' in md.value);
const cd = Object.getOwnPropertyDescriptor(Animal.prototype, 'constructor');
console.log(cd.writable, cd.enumerable, cd.configurable);

const Expr = class Inner { who() { return Inner.name; } };
console.log(Expr.name, new Expr().who(), typeof Inner);
const Anon = class {};
console.log(Anon.name, (class {}).name === '', new (class { x = 1; })().x);
const { K = class {} } = {};
console.log(K.name);
class Empty {}
class Sub extends Empty { constructor(...a) { super(...a); this.n = a.length; } }
console.log(new Sub(1, 2).n, new Empty().constructor.name);
// static name overrides
class Named { static name = 'custom'; }
class NamedMethod { static name() { return 'm'; } }
console.log(Named.name, NamedMethod.name());
// the class body is strict
class Strict { m() { return this; } static s() { try { undeclaredInClass = 1; } catch (e) { return e.name; } } }
const loose = new Strict().m;
console.log(loose(), Strict.s());
