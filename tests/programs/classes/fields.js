// Public fields: define semantics, order, this, computed keys, arrow fields, undefined initialisers.
const log = [];
const say = (x, v = x) => { log.push(x); return v; };
class A {
  a = say('a');
  [say('key b', 'b')] = say('b');
  static s = say('static s');
  [say('key c', 'c')];
  static [say('key t', 't')] = say('static t');
  d = this.a + this.b;
  constructor() { say('ctor'); }
  arrow = () => this.d;
  'quoted field' = 1;
  5 = 'five';
}
const a = new A();
console.log(log.join(', '));
console.log(Object.keys(a).join(), a.c, 'c' in a, a.arrow.call(null), A.s, A.t);

// fields are defined, not assigned: setters of the base are not called
class Base { set x(v) { console.log('setter', v); } get x() { return 'getter'; } }
class Derived extends Base { x = 1; }
const d = new Derived();
console.log(d.x, Object.getOwnPropertyDescriptor(d, 'x').writable);

// initialised right after super() returns
class P { constructor() { this.seen = this.hook ? this.hook() : 'none'; } hook() { return 'f=' + this.f; } }
class Q extends P { f = 'set'; constructor() { super(); this.after = this.hook(); } }
console.log(new Q().seen, new Q().after);

// each instance gets its own value
class L { list = []; id = L.n++; static n = 0; }
const l1 = new L(), l2 = new L();
l1.list.push(1);
console.log(l1.list.length, l2.list.length, l1.id, l2.id);

// names of anonymous functions in fields
class N { fn = () => {}; static sf = function () {}; klass = class {}; ['k' + 1] = () => {}; }
const n = new N();
console.log(n.fn.name, N.sf.name, n.klass.name, n.k1.name);

// statics: this is the class, inherited statics are shared until shadowed
class S { static base = 10; static twice = this.base * 2; static inc() { return ++this.base; } }
class T extends S { static own = super.inc(); }
console.log(S.twice, S.base, T.base, T.own, Object.hasOwn(T, 'base'));
T.inc();
console.log(S.base, T.base, Object.hasOwn(T, 'base'));

// new.target in a field is undefined; arguments of the arrow is not allowed, of a function is
class M { t = new.target; f = (function () { return arguments.length; })(1, 2); }
console.log(new M().t, new M().f);
// fields named get, set, static, async, constructor-like
class W { get; set; static; async = 1; static static = 2; static async = 3; 'get x' = 4; of = 5; let = 6; }
console.log(Object.keys(new W()).join(), W.static, W.async);
// a throwing initialiser
class X { a = 1; b = (() => { throw new Error('field'); })(); c = 3; }
try { new X(); } catch (e) { console.log(e.message); }
