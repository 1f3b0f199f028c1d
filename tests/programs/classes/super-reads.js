// Reads through super: of data, which turn into accessors, of what is shown as data, through Proxies and null, with the right receiver.
class A {
  constructor(v) { this.v = v; }
  m() { return 'A.m ' + this.v; }
  get g() { return 'A.g ' + this.v; }
  static s() { return 'A.s ' + this.name; }
}
A.prototype.data = 'data of A';
class B extends A {
  constructor(v) { super(v); this.w = 1; }
  m() { return super.m() + '!'; }
  get g() { return super.g + '!'; }
  data() { return super.data; }
  missing() { return super.missing; }
  toString() { return super.toString(); }
  key(k) { return super[k]; }
  static s() { return super.s() + '!' + super.name + super.length; }
  arrow() { return [1, 2].map(() => super.data).join(); }
}
const tally = new Map();
const note = (v) => tally.set(String(v), (tally.get(String(v)) ?? 0) + 1);
function rounds(o, n) {
  for (let i = 0; i < n; i++) {
    note(o.m());
    note(o.g);
    note(o.data());
    note(o.missing());
    note(o.key(i % 2 ? 'data' : 'g'));
    note(o.arrow());
  }
}
rounds(new B(1), 400);
console.log(B.s(), String(new B(1)));
// Data becomes an accessor: the receiver is the object, not the prototype.
Object.defineProperty(A.prototype, 'data', { get() { return 'getter of ' + this.v; }, configurable: true });
rounds(new B(2), 400);
// And data again, on another object of the chain.
delete A.prototype.data;
Object.prototype.data = 'data of Object';
rounds(new B(3), 400);
delete Object.prototype.data;
// A throwing getter, and one that is suspended into by a deep call.
Object.defineProperty(A.prototype, 'data', { get() { throw new RangeError('thrown by a getter'); }, configurable: true });
const b = new B(4);
for (let i = 0; i < 50; i++) {
  try {
    b.data();
  } catch (e) {
    note(e.message);
  }
}
// Another prototype of the home object: a Proxy, then null, then another class.
Object.setPrototypeOf(B.prototype, new Proxy(A.prototype, { get: (t, k, r) => (k === 'm' ? function () { return 'proxied ' + this.v; } : Reflect.get(t, k, r)) }));
for (let i = 0; i < 300; i++) note(b.m());
Object.setPrototypeOf(B.prototype, null);
for (let i = 0; i < 50; i++) {
  try {
    B.prototype.m.call(b);
  } catch (e) {
    note(e.name);
  }
}
Object.setPrototypeOf(B.prototype, class { m() { return 'other ' + this.v; } }.prototype);
for (let i = 0; i < 300; i++) note(b.m());
// Object literals, and homes that differ at one place.
const make = (i) => ({ __proto__: { n() { return 'n' + i + this.k; } }, k: i, n() { return super.n() + '!'; } });
for (let i = 0; i < 300; i++) note(make(i % 3).n());
for (const [k, n] of [...tally].sort((x, y) => (x[0] < y[0] ? -1 : 1))) console.log(k, n);
// Classes made in a loop, by one text.
const Mixin = (Base) => class extends Base { m() { return super.m() + '+'; } constructor(v) { super(v); this.x = super.m === Base.prototype.m; } };
let M = A;
for (let i = 0; i < 5; i++) M = Mixin(M);
let last;
for (let i = 0; i < 300; i++) last = new M(i);
console.log(last.m(), last.x);
