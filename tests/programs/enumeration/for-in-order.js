// for-in: own then inherited, shadowed names once, non-enumerable shadows hide, deleted names skipped.
const keys = (o) => { const r = []; for (const k in o) r.push(k); return r.join(); };
const base = { b1: 1, 2: 1, shared: 1 };
const o = Object.create(base, { hiddenOwn: { value: 1 }, b1: { value: 'non-enumerable shadow' } });
o.own = 1; o[1] = 1; o.shared = 2;
console.log(keys(o), keys(base));
console.log(keys([7, , 8]), keys('str'), keys(new String('ab')), keys(5), keys(null) === '', keys(undefined) === '', keys(true), keys(Symbol.iterator));
const arr = [1, 2];
arr.x = 'extra';
console.log(keys(arr), keys(function () {}), keys(Object.assign(() => {}, { p: 1 })), keys({ [Symbol('s')]: 1 }) === '');

// deletion during iteration
const d = { a: 1, b: 2, c: 3, d: 4 };
const seen = [];
for (const k in d) { seen.push(k); delete d.c; if (k === 'b') delete d.d; }
console.log(seen.join(), keys(d));
// deleted and re-added before being visited
const e = { a: 1, b: 2, c: 3 };
const seen2 = [];
for (const k in e) { seen2.push(k + e[k]); if (k === 'a') { delete e.b; e.b = 'new'; } }
console.log(seen2.sort().join());
// a property deleted from the object but present on the prototype
const p = Object.create({ x: 'proto', y: 'proto y' });
p.x = 'own'; p.w = 1;
const seen3 = [];
for (const k in p) { seen3.push(k + '=' + p[k]); delete p.x; }
console.log(seen3.join());
// three levels
class A { constructor() { this.inst = 1; } method() {} }
A.prototype.enumProto = 1;
class B extends A { constructor() { super(); this.sub = 2; } }
B.prototype.enumB = 1;
console.log(keys(new B()), Object.keys(new B()).join());
// the loop variable outlives; assignment to it does not disturb
let k;
for (k in { p: 1, q: 2 }) k += '!';
console.log(k);
for (var vi in [9, 8]) { vi = 100; }
console.log(vi, typeof vi);
// break, continue, labels, nested over the same object
const out = [];
outer: for (const i in d) for (const j in d) { if (j > i) continue outer; out.push(i + j); }
console.log(out.join());
for (const i in { a: 1, b: 2, c: 3 }) { if (i === 'b') break; out.push(i); }
console.log(out.length);
console.log((() => { for (const z in { only: 1 }) return z; })(), (() => { for (const z in {}) return z; return 'none'; })());
// enumerability changed while iterating over values
const ch = { a: 1, b: 2 };
Object.defineProperty(ch, 'b', { enumerable: false });
console.log(keys(ch), JSON.stringify(ch));
