// Hot `new Array`, `new Object`, Array(), Object() and Object.create, with every odd argument, and late changes.
function none() { return new Array(); }
function one(n) { return new Array(n); }
function three(a, b, c) { return new Array(a, b, c); }
function eight(x) { return new Array(x, x, x, x, x, x, x, x); }
function called(n) { return Array(n); }
function object() { const o = new Object(); o.x = 1; return o; }
function plainCall() { return Object(); }
function made(proto) { const o = Object.create(proto); o.y = 2; return o; }
const proto = { z: 3, get w() { return this.y * 10; } };
let t = 0;
for (let i = 0; i < 3000; i++) {
  t += none().length + one(i & 15).length + three(i, i, i)[1] + eight(i).length + called(2).length;
  t += object().x + Object.keys(plainCall()).length + made(proto).w + made(proto).z;
}
console.log(t);
const show = (f, ...args) => { try { const v = f(...args); console.log(Array.isArray(v), v.length, JSON.stringify(v), Object.getPrototypeOf(v) === Array.prototype, 0 in v); } catch (e) { console.log(e.name + ': ' + e.message); } };
for (const n of [0, -0, 3, 7, 8, 100, -1, 1.5, NaN, Infinity, 4294967295, 4294967296, '3', null, undefined, true, [1, 2], Symbol.iterator.description]) {
  if (n === 4294967295) { console.log(one(n).length, called(n).length); continue; }
  show(one, n);
  show(called, n);
}
show(three, 1, undefined, 'x');
// Holes stay holes, and read through to the prototype.
Array.prototype[1] = 'inherited';
console.log(one(3)[1], one(3).hasOwnProperty(1), three(1, 2, 3)[1], none()[1]);
delete Array.prototype[1];
// A setter on the prototype is not run by the constructor.
Object.defineProperty(Array.prototype, 0, { set() { console.log('setter'); }, get() { return 'got'; }, configurable: true });
console.log(three('a', 'b', 'c')[0], one(2)[0], called('s')[0]);
delete Array.prototype[0];
// Subclasses and new.target.
class Sub extends Array { constructor(...args) { super(...args); this.tag = 'sub'; } }
function sub(n) { return new Sub(n); }
for (let i = 0; i < 1500; i++) sub(3);
const s = sub(4);
console.log(s instanceof Sub, s.length, s.tag, Array.isArray(s), s.map((x) => x) instanceof Sub);
class SubObject extends Object { constructor(v) { super(v); this.v = v; } }
function subObject(v) { return new SubObject(v); }
for (let i = 0; i < 1500; i++) subObject(i);
console.log(subObject('text') instanceof SubObject, typeof subObject('text'), subObject(5).v);
console.log(Reflect.construct(Array, [3], Sub) instanceof Sub, Reflect.construct(Array, [3], Object) instanceof Array);
// Object.create with everything that is and is no prototype.
const bases = [null, proto, [], function f() {}, new Map(), Object.prototype, Array.prototype, new Proxy({ z: 'proxied' }, {})];
for (let round = 0; round < 3; round++) for (const p of bases) { const o = made(p); console.log(Object.getPrototypeOf(o) === p, o.y, o.z, Array.isArray(o), typeof o); }
for (const bad of [undefined, 1, 's', true, Symbol('x'), 1n]) try { made(bad); } catch (e) { console.log(e.name + ': ' + e.message); }
for (let i = 0; i < 300; i++) { const p = { z: i }; if (made(p).z !== i) console.log('wrong', i); }
console.log(made(proto).w, made(null).y, 'toString' in made(null));
// A setter on the prototype object takes the assignment.
console.log(made({ set y(v) { this.hidden = v; } }).hidden);
Object.setPrototypeOf(proto, { deep: 'deep' });
console.log(made(proto).deep);
// The names get other values.
const original = Array;
Array = function (n) { this.mine = n; };
console.log(one(5).mine, called.length);
Array = original;
Object.create = (p) => ({ replaced: p === proto });
console.log(made(proto).replaced, made(proto).y);
console.log(none().length, object().x, one(2).length);
