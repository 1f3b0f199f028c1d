// Private fields: access, brand errors, #x in o, inheritance, updates, optional chains, nested classes.
class Counter {
  #n = 0;
  #step;
  constructor(step = 1) { this.#step = step; }
  inc() { this.#n += this.#step; return this; }
  post() { return this.#n++; }
  pre() { return ++this.#n; }
  logical() { this.#step ||= 5; this.#step &&= this.#step + 1; this.missing ??= this.#n; return this.#step; }
  static peek(c) { return c.#n; }
  static has(c) { return #n in c; }
  static opt(c) { return c?.#n; }
  equals(o) { return this.#n === o.#n; }
  destruct() { const { a, b } = { a: this.#n, b: this.#step }; [this.#n] = [a * 100]; return b; }
  del() { delete this.missing; return typeof this.#n; }
}
const c = new Counter(2).inc().inc();
console.log(Counter.peek(c), c.post(), c.pre(), c.logical(), c.missing, c.destruct(), Counter.peek(c), c.del());
console.log(Object.keys(c).length, JSON.stringify(c), c['#n'], Counter.has(c), Counter.has({}), Counter.opt(null));
console.log(c.equals(new Counter()));
for (const bad of [{}, [], function () {}, Object.create(c), 1, null, undefined]) {
  try { Counter.peek(bad); } catch (e) { console.log('peek', e.name); }
}
for (const bad of [1, null, 'x', undefined]) {
  try { console.log(Counter.has(bad)); } catch (e) { console.log('in', e.name); }
}
console.log(Counter.has(Object.create(c)));

// the same source text evaluated twice makes two distinct private names
const make = () => class { #p = 1; static read(o) { return o.#p; } };
const A = make(), B = make();
console.log(A.read(new A()));
try { A.read(new B()); } catch (e) { console.log(e.name); }

// inheritance: both levels have their own #x
class Up { #x = 'up'; getUp() { return this.#x; } }
class Down extends Up { #x = 'down'; getDown() { return this.#x; } }
console.log(new Down().getUp(), new Down().getDown());

// private name of an outer class used in an inner class and in closures
class Outer {
  #secret = 'outer secret';
  inner() { const self = this; return class { reveal() { return self.#secret; } #secret2 = self.#secret + '!'; get s2() { return this.#secret2; } }; }
  lazy() { return () => this.#secret; }
  set v(x) { this.#secret = x; }
}
const o = new Outer();
const I = o.inner();
o.v = 'changed';
console.log(new I().reveal(), new I().s2, o.lazy()());

// works on frozen instances
class Fz { #v = 1; constructor() { Object.freeze(this); } up() { return ++this.#v; } }
const fz = new Fz();
console.log(fz.up(), fz.up(), Object.isFrozen(fz));
// read before initialisation
class Early { a = this.#later; #later = 1; }
try { new Early(); } catch (e) { console.log(e.name); }
