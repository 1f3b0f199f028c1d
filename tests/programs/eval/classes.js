// Direct evals in classes: private names, super, field initialisers, derived constructors.
class Base {
  #secret = 1;
  field = eval('this.constructor.name');
  arrow = () => eval('this.#secret');
  static made = eval('this.name + "!"');
  static #hidden() { return 'hidden'; }
  static call() { return eval('Base.#hidden()'); }
  read() { return eval('this.#secret + ""'); }
  write(v) { eval('this.#secret = v'); return this.#secret; }
  has(o) { return eval('#secret in o'); }
  get accessor() { return eval('this.#secret * 2'); }
}
const base = new Base();
console.log(base.field, base.arrow(), Base.made, Base.call(), base.read(), base.write(7), base.has({}), base.has(base), base.accessor);

class Derived extends Base {
  own = eval('super.read()');
  constructor(how) {
    if (how === 'eval') eval('super()');
    else if (how === 'arrow') (() => eval('super()'))();
    else super();
    this.target = eval('new.target.name');
  }
  read() { return 'derived ' + eval('super.read()'); }
}
for (const how of ['eval', 'arrow', 'plain']) {
  const d = new Derived(how);
  console.log(how, d.own, d.target, d.read());
}
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return `${e.name}: ${e.message}`;
  }
};
console.log(attempt(() => new (class extends Base { constructor() { eval('this'); } })()));
console.log(attempt(() => new (class extends Base { constructor() { eval('super(); super()'); } })()).replace(/:.*/, ''));
console.log(attempt(() => new (class { x = eval('arguments'); })()).replace(/:.*/, ''));
console.log(attempt(() => base.has.call.call(function () { return eval('this.#secret'); }, base)).replace(/:.*/, ''));
console.log(attempt(() => eval('super.x')).replace(/:.*/, ''));

// The name of the class inside it, and its heritage.
const Named = class Inner { static self() { return eval('Inner'); } };
console.log(Named.self() === Named, attempt(() => class Dead extends eval('Dead') {}));
console.log(attempt(() => class extends eval('typeof undeclared === "undefined" ? Base : null') {}).name);
