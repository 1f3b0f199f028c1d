// super in all positions: methods, getters, setters, statics, object literals, computed, assignment, calls with spread.
class A {
  m(...xs) { return 'A.m(' + xs.join() + ') on ' + this.id; }
  get g() { return 'A.g ' + this.id; }
  set s(v) { this._s = 'A.s ' + v; }
  static sm() { return 'A.sm ' + this.name; }
  static get sg() { return 'A.sg ' + this.name; }
}
A.prototype.data = 'proto data';
class B extends A {
  id = 'b';
  m(...xs) { return 'B:' + super.m(...xs, 'extra'); }
  get g() { return 'B:' + super.g; }
  set s(v) { super.s = v + '!'; }
  static sm() { return 'B:' + super.sm() + '/' + super.sg; }
  computed(k) { return super[k]('c'); }
  arrow() { return [1, 2].map((x) => super.m(x)).join(' '); }
  assign() { super.fresh = 1; super.data = 'own'; return Object.keys(this).join(); }
  update() { super.data += '+'; return this.data + '|' + super.data; }
  missing() { return typeof super.nope + (super.nope?.() ?? ' none'); }
  inner() { const o = { __proto__: { m() { return 'literal ' + this.id; } }, id: 'lit', m() { return super.m(); } }; return o.m(); }
  tagged() { return super.tag`x${1}y`; }
  callOther() { return super.m.call({ id: 'other' }, 1); }
}
A.prototype.tag = function (s, v) { return s.join('-') + v + this.id; };
const b = new B();
b.s = 'val';
console.log(b.m(1), '|', b.g, '|', b._s);
console.log(B.sm(), '|', b.computed('m'), '|', b.arrow());
console.log(b.assign(), b.data, '|', b.update(), '|', b.missing(), '|', b.inner(), '|', b.tagged(), '|', b.callOther());

// home object is fixed, prototype is looked up at call time
const proto1 = { who() { return 'p1'; } }, proto2 = { who() { return 'p2'; } };
const o = { __proto__: proto1, who() { return 'o+' + super.who(); } };
console.log(o.who());
Object.setPrototypeOf(o, proto2);
console.log(o.who());
const stolen = { __proto__: proto1, who: o.who };
console.log(stolen.who());
Object.setPrototypeOf(o, null);
try { o.who(); } catch (e) { console.log(e.name); }

// delete super.x is a ReferenceError; writing to a read-only super property throws in strict code
class C extends A { del() { delete super.x; } ro() { super.fixed = 1; } }
Object.defineProperty(A.prototype, 'fixed', { value: 0, writable: false });
for (const m of ['del', 'ro']) try { new C()[m](); console.log('fine'); } catch (e) { console.log(m, e.name); }
// three levels
class X { f() { return ['X']; } }
class Y extends X { f() { return [...super.f(), 'Y']; } }
class Z extends Y { f() { return [...super.f(), 'Z']; } }
console.log(new Z().f().join(), Y.prototype.f.call(new Z()).join());
// super in accessors of object literals and in static methods of literals' functions
const lit = { __proto__: { get v() { return 'pv' + this.n; } }, n: 1, get v() { return super.v + '!'; }, set w(x) { super.w = x; } };
lit.w = 'created';
console.log(lit.v, Object.getOwnPropertyDescriptor(lit, 'w') !== undefined);
