// extends with expressions, null, functions, bound functions, non-constructors, mixins.
function OldStyle(x) { this.x = x; }
OldStyle.prototype.hello = function () { return 'hello ' + this.x; };
OldStyle.staticProp = 'sp';
class New extends OldStyle { hello() { return super.hello() + '!'; } }
console.log(new New('n').hello(), New.staticProp, new New(1) instanceof OldStyle);

class Null extends null { static s() { return 's'; } m() { return 'm'; } }
console.log(Null.s(), Object.getPrototypeOf(Null.prototype), Object.getPrototypeOf(Null) === Function.prototype, Null.prototype.m());
try { new Null(); } catch (e) { console.log(e.name); }
class NullOk extends null { constructor() { return Object.create(new.target.prototype); } }
console.log(new NullOk() instanceof NullOk, 'toString' in new NullOk());

for (const bad of [undefined, 5, 'x', {}, () => {}, { m() {} }.m, Math.max, Symbol()]) {
  try { class Bad extends bad {} console.log('fine'); } catch (e) { console.log(typeof bad, e.name); }
}
function BadProto() {}
BadProto.prototype = 5;
try { class X extends BadProto {} } catch (e) { console.log('prototype', e.name); }
BadProto.prototype = null;
class FromNullProto extends BadProto {}
console.log(Object.getPrototypeOf(FromNullProto.prototype));

const mixin = (...fs) => fs.reduce((c, f) => f(c), class {});
const Serial = (S) => class Serial extends S { toJSON() { return { type: this.constructor.name, ...this }; } };
const Named = (S) => class extends S { named(n) { this.n = n; return this; } };
class Both extends mixin(Serial, Named) {}
console.log(JSON.stringify(new Both().named('it')));

const order = [];
const ext = (n, C) => (order.push(n), C);
class E extends ext('heritage', Object) { static [ext('key', 'k')] = ext('static', 1); [ext('key2', 'j')] = 0; }
console.log(order.join());

function Target() { return new.target; }
class NT { constructor() { this.t = new.target; } }
class NT2 extends NT {}
console.log(new NT2().t === NT2, Target(), new Target() instanceof Target, Reflect.construct(NT, [], NT2).t === NT2);
const Bound = OldStyle.bind(null, 'bound');
Bound.prototype = OldStyle.prototype;
class FromBound extends Bound {}
console.log(new FromBound().hello(), new FromBound() instanceof OldStyle);
// methods are looked up dynamically after patching the prototype
New.prototype.hello = function () { return 'patched'; };
console.log(new New().hello());
