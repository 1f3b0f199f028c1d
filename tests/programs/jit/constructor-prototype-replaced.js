// Constructors in hot loops: prototype replaced, return overrides, fields added late, new.target, subclass swapped.
function P(x) { this.x = x; }
P.prototype.get = function () { return this.x; };
function mk(n) { let t = 0; for (let i = 0; i < n; i++) t += new P(i).get(); return t; }
for (let i = 0; i < 20; i++) mk(100);
console.log(mk(3000));
const old = new P(1);
P.prototype = { get() { return this.x * 1000; }, tag: 'new' };
console.log(mk(10), old.get(), old instanceof P, new P(1).tag, new P(1).constructor === Object);
P.prototype = null;
try { mk(1); } catch (e) { console.log(e.name); }
P.prototype = 5;
console.log(Object.getPrototypeOf(new P(1)) === Object.prototype);
Object.defineProperty(P, 'prototype', { value: { get: () => 7 }, writable: false });
P.prototype = {};
console.log(mk(10));
// return overrides appearing late
let mode = 0;
function R(i) { this.own = i; if (mode === 1) return { own: -1 }; if (mode === 2) return 5; if (mode === 3) return [9]; if (mode === 4) throw new Error('ctor'); }
function mkR(n) { let t = 0; for (let i = 0; i < n; i++) { const r = new R(i); t += r.own === undefined ? 100 : r.own; } return t; }
for (let i = 0; i < 20; i++) mkR(100);
for (mode = 0; mode < 5; mode++) try { console.log(mode, mkR(10)); } catch (e) { console.log(e.message); }
mode = 0;
// fields: conditional, in varying order, many
function F(i) { if (i % 2) { this.a = 1; this.b = 2; } else { this.b = 2; this.a = 1; } if (i % 500 === 499) this.rare = i; }
let rare = 0, order = {};
for (let i = 0; i < 2000; i++) { const f = new F(i); if (f.rare) rare += f.rare; const k = Object.keys(f).join(''); order[k] = (order[k] || 0) + 1; }
console.log(rare, JSON.stringify(order));
class A { constructor(x) { this.x = x; } get d() { return this.x * 2; } }
class B extends A { y = this.x + 1; constructor(x) { super(x); this.z = this.y + 1; } get d() { return super.d + this.z; } }
let s = 0;
for (let i = 0; i < 3000; i++) s += new B(i).d;
console.log(s, Object.keys(new B(1)).join());
class A2 { constructor(x) { this.x = x * 100; this.extra = true; } get d() { return 0.5; } }
Object.setPrototypeOf(B, A2);
console.log(new B(2).z, new B(2).d, new B(2) instanceof A2, new B(2) instanceof A);
Object.setPrototypeOf(B.prototype, A2.prototype);
console.log(new B(2).d, new B(2) instanceof A2);
Object.setPrototypeOf(B, null);
try { new B(1); } catch (e) { console.log(e.name); }
// a base that returns something else late
let alt = false;
class Base { constructor(v) { this.v = v; if (alt) return { v: 'alternative' }; } }
class Derived extends Base { #p = 'private'; w = 1; read() { return this.#p; } static of(o) { return #p in o; } }
for (let i = 0; i < 2000; i++) new Derived(i);
alt = true;
const d = new Derived(1);
console.log(d.v, d.w, d instanceof Derived, Derived.of(d), Derived.prototype.read.call(d));
alt = false;
console.log(new Derived(3).v);
// called with and without new, via Reflect.construct and bind at one site
function Maybe(x) { if (!new.target) return new Maybe(x + 1); this.x = x; }
let m = 0;
for (let i = 0; i < 3000; i++) m += (i % 3 ? new Maybe(i) : Maybe(i)).x;
console.log(m, Reflect.construct(Maybe, [5], Array) instanceof Array, new (Maybe.bind(null, 8))().x);
// setter on the prototype catches constructor writes late
function W(v) { this.val = v; }
for (let i = 0; i < 3000; i++) new W(i);
const stored = [];
Object.defineProperty(W.prototype, 'val', { set(v) { stored.push(v); }, get() { return 'from proto'; }, configurable: true });
const w = new W('caught');
delete W.prototype.val;
console.log(stored.join(), Object.keys(w).length, w.val, new W('own').val);
Object.defineProperty(Object.prototype, 'val', { value: 'ro', writable: false, configurable: true });
const blocked = new W('blocked');
const keys = Object.keys(blocked).length;
delete Object.prototype.val;
console.log(keys, blocked.val);
