// new.target in functions, constructors, arrows, Reflect.construct, derived chains, abstract classes.
function F() { return { t: new.target === undefined ? 'none' : new.target.name }; }
console.log(F().t, new F().t, Reflect.construct(F, []).t, Reflect.construct(F, [], Array).t, F.call({}).t, F.apply(null, []).t);
const B = F.bind(null);
console.log(new B().t, B().t);
class Abstract { constructor() { if (new.target === Abstract) throw new TypeError('abstract'); this.kind = new.target.name; } }
class Concrete extends Abstract {}
class More extends Concrete { constructor() { super(); this.arrow = (() => new.target.name)(); } }
try { new Abstract(); } catch (e) { console.log(e.message); }
console.log(new Concrete().kind, new More().kind, new More().arrow);
function factory() { if (!new.target) return new factory(); this.made = true; }
console.log(factory().made, new factory().made);
const o = { m() { return new.target; }, get g() { return new.target; } };
console.log(o.m(), o.g);
function dflt(x = new.target) { this.x = x; }
console.log(new dflt().x === dflt);
function nested() { const inner = () => () => new.target; return { r: inner()() === nested }; }
console.log(new nested().r, nested().r);
function inner() { function plain() { return new.target; } return { p: plain() }; }
console.log(new inner().p);

// prototype comes from new.target
class Other {}
const inst = Reflect.construct(Concrete, [], Other);
console.log(inst instanceof Other, inst instanceof Concrete, inst.kind);
const arr = Reflect.construct(Array, [3], Other);
console.log(Array.isArray(arr), arr.length, arr instanceof Other, Object.getPrototypeOf(arr) === Other.prototype);
const date = Reflect.construct(Date, [0], Other);
console.log(Date.prototype.getTime.call(date), date instanceof Date);
function NoProto() {}
NoProto.prototype = 'not an object';
const np = Reflect.construct(F.bind({}), [], NoProto);
console.log(Object.getPrototypeOf(Reflect.construct(function () {}, [], NoProto)) === Object.prototype, Object.getPrototypeOf(Reflect.construct(Map, [], NoProto)) === Map.prototype);
try { Reflect.construct(Concrete, [], () => {}); } catch (e) { console.log(e.name); }
// typeof and comparison with new.target in conditions
function Once() { if (new.target) { Once.count = (Once.count || 0) + 1; } return typeof new.target; }
new Once(); new Once();
console.log(Once(), Once.count);
