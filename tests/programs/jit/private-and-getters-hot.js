// Class private fields, methods, accessors and public getters in hot code, with foreign receivers arriving late.
class Vec {
  #x; #y;
  static #made = 0;
  constructor(x, y) { this.#x = x; this.#y = y; Vec.#made++; }
  get x() { return this.#x; }
  set x(v) { this.#x = v; }
  get len2() { return this.#dot(this); }
  #dot(o) { return this.#x * o.#x + this.#y * o.#y; }
  get #sum() { return this.#x + this.#y; }
  set #sum(v) { this.#x = v - this.#y; }
  add(o) { return new Vec(this.#x + o.#x, this.#y + o.#y); }
  bump() { this.#x++; this.#y += 2; this.#sum = this.#sum + 1; return this.#sum; }
  static is(o) { return #x in o; }
  static get made() { return Vec.#made; }
  static peek(o) { return o.#x; }
  static tryDot(a, b) { return a.#dot(b); }
  toString() { return `(${this.#x},${this.#y})`; }
}
let v = new Vec(0, 0);
const d = new Vec(1, 2);
for (let i = 0; i < 3000; i++) v = v.add(d);
console.log(String(v), Vec.made, v.len2);
let t = 0;
for (let i = 0; i < 3000; i++) t += d.bump();
console.log(t, String(d));
for (const bad of [{}, null, 5, Object.create(d), [], class {}]) { const r = []; for (const f of [() => Vec.peek(bad), () => Vec.tryDot(d, bad), () => Vec.tryDot(bad, d), () => Vec.is(bad), () => d.add(bad), () => Vec.prototype.bump.call(bad), () => Object.getOwnPropertyDescriptor(Vec.prototype, 'x').get.call(bad)]) try { r.push(String(f())); } catch (e) { r.push(e.name); } console.log(r.join()); }
// field types change late
const k = new Vec(1, 1);
const sums = [];
for (let i = 0; i < 2000; i++) { if (i === 1990) k.x = 'str'; if (i === 1995) k.x = 0.5; if (i >= 1988 && i % 2 === 0) sums.push(k.len2); }
console.log(sums.join());
k.x = 1n;
try { k.len2; } catch (e) { console.log(e.name); }
// subclasses and stamping
class Sub extends Vec { #z = 9; get z() { return this.#z; } add(o) { return super.add(o).add(new Vec(this.#z, 0)); } }
let s = new Sub(0, 0), acc = 0;
for (let i = 0; i < 2000; i++) acc += s.add(d).x + s.z;
console.log(acc, Vec.is(s), Vec.made);
// public getters: hot, then redefined on the instance, removed, throwing
class Lazy { #cache; n = 0; get value() { this.n++; return (this.#cache ??= { computed: this.n }).computed; } }
const lz = new Lazy();
let g = 0;
for (let i = 0; i < 3000; i++) g += lz.value;
Object.defineProperty(lz, 'value', { value: 100, configurable: true });
g += lz.value;
delete lz.value;
g += lz.value;
delete Lazy.prototype.value;
console.log(g, lz.value, lz.n);
function readAll(list) { let r = 0; for (const o of list) r += o.p; return r; }
const list = [{ p: 1 }, { get p() { return 2; } }, Object.create({ get p() { return this.q; } }, { q: { value: 3 } })];
for (let i = 0; i < 1500; i++) readAll(list);
list.push({ get p() { throw new RangeError('late'); } });
try { readAll(list); } catch (e) { console.log(e.message); }
list.pop();
console.log(readAll(list), readAll([...list, class { static get p() { return 4; } }, { p: 'x' }]));
// a private method replaced is impossible; two classes from one factory have different brands
const make = () => class { #b = 1; static read(o) { return o.#b; } };
const A = make(), B = make(), a = new A(), b = new B();
let ok = 0;
for (let i = 0; i < 3000; i++) ok += A.read(a) + B.read(b);
try { A.read(b); } catch (e) { console.log(ok, e.name); }
// static private counters in a loop with exceptions
class Guard { static #depth = 0; static run(f) { Guard.#depth++; try { return f(Guard.#depth); } finally { Guard.#depth--; } } static get depth() { return Guard.#depth; } }
let gd = 0;
for (let i = 0; i < 2000; i++) { try { gd += Guard.run((x) => { if (i % 100 === 99) throw x; return Guard.run((y) => y); }); } catch (x) { gd += x * 1000; } }
console.log(gd, Guard.depth);
