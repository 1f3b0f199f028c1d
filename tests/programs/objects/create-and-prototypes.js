// Object.create chains, getPrototypeOf, setPrototypeOf, isPrototypeOf, null-prototype objects, constructor functions.
const base = { greet() { return 'hi ' + this.name; }, shared: [1], name: 'base' };
const a = Object.create(base, { name: { value: 'a', enumerable: true } });
const b = Object.create(a);
b.name = 'ignored because read-only above';
console.log(a.greet(), b.greet(), base.greet(), b.shared === base.shared, Object.keys(b).join(), Object.getPrototypeOf(b) === a, base.isPrototypeOf(b), b.isPrototypeOf(base), Object.prototype.isPrototypeOf(5), Object.prototype.isPrototypeOf.call(base, 5));
b.shared.push(2);
console.log(base.shared.length);
const n = Object.create(null);
n.x = 1; n.toString = () => 'custom';
console.log('toString' in Object.create(null), n.x, `${n}`, Object.getPrototypeOf(n), n instanceof Object, typeof n.hasOwnProperty, n.__proto__, n.constructor);
for (const bad of [undefined, 5, 'x', Symbol()]) try { Object.create(bad); } catch (e) { console.log(e.name); }
try { Object.create({}, null); } catch (e) { console.log(e.name); }
console.log(Object.create({}, undefined) !== null);
// classic constructor inheritance
function Shape(x) { this.x = x; }
Shape.prototype.area = function () { return 0; };
Shape.prototype.toString = function () { return this.constructor.name + '(' + this.x + ')=' + this.area(); };
function Square(x) { Shape.call(this, x); }
Square.prototype = Object.create(Shape.prototype, { constructor: { value: Square, writable: true, configurable: true } });
Square.prototype.area = function () { return this.x ** 2; };
const sq = new Square(3);
console.log(String(sq), String(new Shape(1)), sq instanceof Shape, sq.constructor === Square, Object.keys(sq).join());
// changing prototypes of live objects
const t = { own: 1 };
const p1 = { v: 'p1' }, p2 = { v: 'p2', w: 'w2' };
const seen = [t.v];
for (const p of [p1, p2, null, p1]) { Object.setPrototypeOf(t, p); seen.push(t.v, t.w); }
console.log(seen.map(String).join());
for (const [o, p] of [[{}, 5], [{}, undefined], [null, {}], [undefined, {}], [Object.preventExtensions({}), {}], [Object.prototype, {}]]) try { Object.setPrototypeOf(o, p); console.log('fine'); } catch (e) { console.log(e.name); }
console.log(Object.setPrototypeOf(5, {}), Object.getPrototypeOf(5) === Number.prototype, Object.getPrototypeOf('s') === String.prototype, Object.getPrototypeOf(true) === Boolean.prototype, Object.getPrototypeOf(1n) === BigInt.prototype, Object.getPrototypeOf(Symbol()) === Symbol.prototype);
try { Object.getPrototypeOf(null); } catch (e) { console.log(e.name); }
// constructor's prototype replaced, or not an object
function F() {}
const before = new F();
F.prototype = { replaced: true };
const after = new F();
F.prototype = 5;
const prim = new F();
console.log(before.replaced, after.replaced, Object.getPrototypeOf(prim) === Object.prototype, after.constructor === Object);
// a long chain
let link = { depth: 0, bottom: 'reached' };
for (let i = 1; i <= 200; i++) { link = Object.create(link); link['k' + i] = i; }
console.log(link.bottom, link.k1, link.k200, link.k201, 'k100' in link, (() => { let c = 0; for (const k in link) c++; return c; })());
// delegation with methods that call up
const A = { init(v) { this.v = v; return this; }, show() { return 'A' + this.v; } };
const B = Object.assign(Object.create(A), { show() { return 'B' + Object.getPrototypeOf(B).show.call(this); } });
console.log(Object.create(B).init(1).show(), Object.create(A).init(2).show());
console.log(Object.prototype.toString.call(Object.create(Array.prototype)), Array.isArray(Object.create([])), Object.create([]).length, JSON.stringify(Object.create({ inherited: 1 })), typeof Object.create(function () {}), Object.create(Object.create(null)) instanceof Object);
const arrLike = Object.create([1, 2, 3]);
console.log(arrLike.length, arrLike[1], arrLike.push(4), Object.keys(arrLike).join(), Object.hasOwn(arrLike, 'length'));
try { Object.create(function () {})(); } catch (e) { console.log(e.name); }
try { new (Object.create(function () {}))(); } catch (e) { console.log(e.name); }
try { Object.create(new Map()).get(1); } catch (e) { console.log(e.name); }
try { Object.create(new Date(0)).getTime(); } catch (e) { console.log(e.name); }
