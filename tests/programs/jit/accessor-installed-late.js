// A data property read and written in hot code becomes an accessor on the object, the prototype, then goes back.
const o = { v: 1, w: 2 };
function use(o) { o.v = o.v + o.w; return o.v; }
let t = 0;
for (let i = 0; i < 5000; i++) { t = use(o); if (t > 1e6) o.v = 0; }
console.log(t, o.v);
const log = [];
Object.defineProperty(o, 'w', { get() { log.push('get w'); return 0.5; }, configurable: true });
console.log(use(o), log.join());
let stored = 0;
Object.defineProperty(o, 'v', { get() { return stored; }, set(x) { stored = x * 2; }, configurable: true });
for (let i = 0; i < 5; i++) use(o);
console.log(stored, log.length);
Object.defineProperty(o, 'v', { value: 1, writable: true }); Object.defineProperty(o, 'w', { value: 1 });
for (let i = 0; i < 1000; i++) use(o);
console.log(o.v);
Object.defineProperty(o, 'v', { writable: false });
console.log(use(o), use(o));
// on the prototype, of instances made before
class P { constructor() { this.a = 1; } }
const ps = [new P(), new P(), new P()];
function sumB(ps) { let t = 0; for (const p of ps) { p.b = (p.b || 0) + 1; t += p.b; } return t; }
for (let i = 0; i < 1500; i++) sumB(ps);
console.log(sumB(ps));
const fresh = [new P(), new P()];
Object.defineProperty(P.prototype, 'b', { get() { return 10; }, set(v) { log.push('b=' + v); }, configurable: true });
log.length = 0;
console.log(sumB(fresh), log.join(), sumB(ps));
delete P.prototype.b;
console.log(sumB(fresh));
// a getter that changes the object's shape, and one that throws late
let n = 0;
const g = { get x() { if (++n === 4000) { this.extra = 1; delete this.y; } if (n === 4500) throw new Error('late getter'); return 1; }, y: 2 };
function readBoth(g) { return g.x + (g.y === undefined ? 100 : g.y); }
let s = 0;
try { for (let i = 0; i < 5000; i++) s += readBoth(g); } catch (e) { console.log(e.message, n); }
console.log(s, Object.keys(g).join());
// setter side effects are ordered with the surrounding code
const order = [];
const q = { a: 0 };
function seq(q, i) { order.length = 0; order.push('before'); q.a = i; order.push('after'); return q.a; }
for (let i = 0; i < 4000; i++) seq(q, i);
Object.defineProperty(q, 'a', { get() { order.push('get'); return 'G'; }, set(v) { order.push('set'); } });
console.log(seq(q, 1), order.join());
// global variable becomes an accessor
globalThis.gcount = 0;
function bumpGlobal() { gcount = gcount + 1; return gcount; }
for (let i = 0; i < 3000; i++) bumpGlobal();
let backing = 0;
const before = gcount;
Object.defineProperty(globalThis, 'gcount', { get() { return backing; }, set(v) { backing = v + 1000; }, configurable: true });
console.log(before, bumpGlobal(), bumpGlobal());
delete globalThis.gcount;
try { bumpGlobal(); } catch (e) { console.log(e.name); }
