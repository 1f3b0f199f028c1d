// preventExtensions, seal, freeze and their tests, on objects, arrays, functions, classes, primitives.
const check = (o) => [Object.isExtensible(o), Object.isSealed(o), Object.isFrozen(o)].map(Number).join('');
console.log(check({}), check(Object.preventExtensions({})), check(Object.preventExtensions({ a: 1 })), check(Object.seal({ a: 1 })), check(Object.seal({})), check(Object.freeze({ a: 1 })), check(Object.freeze({ get a() { return 1; } })), check(1), check('s'), check(null), check(undefined), check([]), check(Object.freeze([1])), check(() => {}));
const p = Object.preventExtensions({ a: 1, get g() { return 'g'; } });
p.b = 2; p.a = 3; delete p.a; p.a = 4;
console.log(JSON.stringify(p), 'a' in p);
const s = Object.seal({ a: 1, b: { c: 1 }, get g() { return this.b.c; }, set g(v) { this.b.c = v; } });
s.a = 2; s.n = 1; delete s.a; s.g = 9;
console.log(JSON.stringify(s), Object.getOwnPropertyDescriptor(s, 'a').configurable, Object.getOwnPropertyDescriptor(s, 'a').writable);
const f = Object.freeze({ a: 1, deep: { d: 1 }, arr: [1], get g() { return 'got'; }, set g(v) { this.deep.d = v; } });
f.a = 2; f.x = 1; delete f.a; f.deep.d = 2; f.arr.push(2); f.g = 'via setter';
console.log(JSON.stringify(f));
(function () {
  'use strict';
  for (const w of [() => { f.a = 1; }, () => { f.x = 1; }, () => { delete f.a; }, () => { p.z = 1; }, () => { delete s.a; }, () => { f.a += 1; }, () => { f.a++; }, () => { ({ v: f.a } = { v: 1 }); }, () => { [f.a] = [1]; }, () => { for (f.a of [1]); }, () => { f[Symbol.iterator] = 1; }, () => { f[0] = 1; }, () => Object.assign(f, { a: 2 }), () => Object.defineProperty(f, 'a', { value: 2 }), () => Object.setPrototypeOf(f, {}), () => Reflect.set(f, 'a', 2), () => Object.setPrototypeOf(f, Object.prototype)]) try { const r = w(); console.log('fine', r === f || r); } catch (e) { console.log(e.name); }
})();
class K { static s = 1; m() {} x = 1; constructor() { Object.freeze(this); } }
Object.freeze(K); Object.freeze(K.prototype);
const k = new K();
k.x = 2; K.s = 2; K.prototype.m = 1; K.prototype.n = 1;
console.log(k.x, K.s, typeof k.m, k.n);
class D extends K { y = 1; }
try { new D(); } catch (e) { console.log(e.name); }
function fn() {}
Object.freeze(fn);
fn.x = 1; fn.prototype = null; fn.name = 'z';
console.log(fn.x, typeof fn.prototype, fn.name, check(fn));
const m = Object.freeze(new Map([[1, 2]]));
m.set(3, 4);
console.log(m.size);
const deepFreeze = (o) => { Object.values(o).forEach((v) => typeof v === 'object' && v && !Object.isFrozen(v) && deepFreeze(v)); return Object.freeze(o); };
const df = deepFreeze({ a: { b: { c: [1, { d: 1 }] } } });
df.a.b.c[1].d = 2; df.a.b.c[0] = 2;
console.log(JSON.stringify(df));
const kid = Object.create(f);
kid.a = 'no'; kid.fresh = 'yes';
console.log(kid.a, kid.fresh, check(kid));
console.log(Object.freeze(5), Object.seal('x'), Object.preventExtensions(null), Object.freeze(f) === f, Reflect.preventExtensions({}), Reflect.isExtensible(f));
try { Reflect.preventExtensions(1); } catch (e) { console.log(e.name); }
// freezing midway through use in a loop
const o = { n: 0 };
for (let i = 0; i < 100; i++) { if (i === 50) Object.freeze(o); o.n++; }
console.log(o.n);
const g = { list: Object.freeze([3, 1, 2]) };
console.log([...g.list].sort().join(), g.list.concat(4).join(), g.list.map((x) => x * 2).join());
