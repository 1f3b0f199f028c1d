// Arrows capture this, super and new.target; call, apply and bind do not change it.
function F() { this.v = 'F'; this.get = () => this.v; this.target = () => new.target === F; }
const f = new F();
console.log(f.get.call({ v: 'other' }), f.get.bind({ v: 'b' })(), (0, f.get)(), f.target());
const o = { v: 'o', m() { return [1, 2].map((x) => this.v + x).join(); }, arrow: () => typeof this, nested() { return (() => (() => this.v)())(); } };
console.log(o.m(), o.arrow(), o.nested(), o.m.call({ v: 'c' }));
class A { name() { return 'A:' + this.id; } static s() { return 'A.s'; } }
class B extends A {
  id = 'b';
  name() { const up = () => super.name(); return up() + '!'; }
  static s() { return (() => (() => super.s())())() + '!'; }
  constructor() { const callSuper = () => super(); callSuper(); this.after = (() => this instanceof B)(); }
}
console.log(new B().name(), B.s(), new B().after);
class C extends A { constructor() { const early = () => this; try { early(); } catch (e) { C.err = e.name; } super(); C.ok = early() === this; } }
new C();
console.log(C.err, C.ok);
class D extends A { constructor() { const s = () => super(); s(); try { s(); } catch (e) { D.err = e.name; } } }
new D();
console.log(D.err);

const arrow = () => {};
try { new arrow(); } catch (e) { console.log(e.name); }
console.log('prototype' in arrow, arrow.hasOwnProperty('prototype'), arrow.name, (() => {}).name === '');
console.log((() => ({}))(), (() => {})(), ((a) => a * 2)(4), ((a, b) => { return a + b; })(1, 2), (() => [])().length, (x => y => x + y)(1)(2));
function sloppyThis() { return (() => this)() === globalThis; }
function strictThis() { 'use strict'; return (() => this)(); }
console.log(sloppyThis(), strictThis());
console.log(typeof (() => this)(), this === globalThis, (() => this === globalThis)());
const obj = { get a() { return (() => this.k)(); }, k: 'getter', set b(v) { (() => { this.k = v; })(); } };
obj.b = 'set';
console.log(obj.a);
