// A hot for-in meets objects of one shape, of many, deletions, inherited names, everything that lists its properties in another way, and Proxies.
function names(o) { let s = ''; for (const k in o) s += k + ' '; return s; }
function sum(o) { let t = 0; for (const k in o) t += o[k]; return t; }
let t = 0;
for (let i = 0; i < 3000; i++) t += sum({ a: i, b: 1, c: 2 }) + sum({ x: 1 }) + names({ a: 1, b: 2 }).length;
console.log(t);
const hidden = Object.create({ z: 1, y: 2 }, { a: { value: 1, enumerable: true }, y: { value: 3, enumerable: false } });
const big = {};
for (let i = 0; i < 1200; i++) big['k' + i] = i;
for (let i = 0; i < 1200; i += 2) delete big['k' + i];
class C { static s = 1; m() {} }
const all = {
  empty: {}, numbers: { 2: 0, 1: 0, b: 0, 0: 0, '-0': 0, '1.5': 0, NaN: 0, length: 0, name: 0 }, hidden, bare: Object.assign(Object.create(null), { q: 1 }), array: [1, , 3], named: Object.assign(['a'], { extra: 1 }),
  string: 'abc', wrapper: Object.assign(new String('xy'), { more: 1 }), five: 5, nothing: null, not: undefined, fn: Object.assign(function f() {}, { own: 1 }), cls: C, map: Object.assign(new Map([[1, 2]]), { tag: 1 }),
  error: Object.assign(new Error('e'), { code: 'E' }), date: new Date(0), regexp: /x/g, typed: new Uint8Array(2), args: (function () { return arguments; })(1, 2), frozen: Object.freeze({ f: 1 }),
  fromFunction: Object.create(Object.assign(function () {}, { fp: 1 })), fromMap: Object.create(Object.assign(new Map(), { mp: 1 })), symbols: { [Symbol('s')]: 1, s: 2 }, proto: { __proto__: { inherited: 1 }, own: 1 }, own__proto__: JSON.parse('{"__proto__": 1, "z": 2}'),
  getters: { get g() { return 1; }, set s(v) {} }, internal: { fn: 1, code: 2, internal: 3, $a: 4, self: 5 }, instance: new C(), bool: true, sym: Symbol('x'), big10: 10n,
};
for (let round = 0; round < 4; round++) for (const name of Object.keys(all)) console.log(name, names(all[name]));
console.log(names(big).length, sum(big));
// Deleted and added on the way.
function during(o, what) { const seen = []; for (const k in o) { seen.push(k); what(o, k); } return seen.join(); }
const fresh = () => ({ a: 1, b: 2, c: 3, d: 4 });
for (let i = 0; i < 1500; i++) during(fresh(), () => {});
console.log(during(fresh(), (o, k) => { if (k === 'a') delete o.c; }), during(fresh(), (o, k) => { if (k === 'a') { delete o.b; o.b = 5; o.e = 6; } }));
console.log(during(fresh(), (o) => { delete o.d; delete o.c; }), during(fresh(), (o, k) => { delete o[k]; }), during([1, 2, 3, 4], (o) => { o.length = 2; }), during([1, 2, 3], (o) => { o.pop(); }));
console.log(during(fresh(), (o) => { Object.setPrototypeOf(o, { late: 1 }); }), during(fresh(), (o, k) => { if (k === 'a') { delete o.b; Object.setPrototypeOf(o, { b: 1 }); } }));
console.log(during(fresh(), (o) => { Object.defineProperty(o, 'd', { enumerable: false }); }), during(fresh(), (o) => { Reflect.deleteProperty(o, 'b'); }), during(fresh(), () => { delete all.empty; }));
globalThis.gone = 1;
console.log(during({ a: 1, b: 2 }, () => { delete globalThis.gone; }), typeof gone);
// Nested at the same place, and left early.
function walk(o) { let s = ''; for (const k in o) s += typeof o[k] === 'object' ? k + '(' + walk(o[k]) + ')' : k; return s; }
const tree = { a: { b: 1, c: { d: 2, e: {} } }, f: 3, g: { a: 1 } };
for (let i = 0; i < 500; i++) walk(tree);
console.log(walk(tree));
function firstKey(o) { for (const k in o) return k; return 'none'; }
function upTo(o, stop) { let n = 0; for (const k in o) { if (k === stop) break; if (k === 'skip') continue; n++; } return n; }
for (let i = 0; i < 1500; i++) { firstKey(tree); upTo(tree, 'g'); }
console.log(firstKey(tree), firstKey({}), upTo({ a: 1, skip: 2, b: 3, stop: 4 }, 'stop'));
function* keysOf(o) { for (const k in o) yield k; }
const steps = [];
for (let i = 0; i < 200; i++) { const o = fresh(), it = keysOf(o); it.next(); delete o.b; steps.push([...it].join('')); }
console.log(new Set(steps).size, steps[199]);
let target = {};
for (target.key in fresh());
console.log(target.key);
// The prototypes get enumerable properties late: of objects of the shape that was listed before.
const P = function () { this.own = 1; };
for (let i = 0; i < 1500; i++) names(new P());
P.prototype.shared = 1;
console.log(names(new P()));
delete P.prototype.shared;
console.log(names(new P()));
Object.prototype.everywhere = 1;
console.log(names({ a: 1 }), names(new P()), names([1]), names(Object.create(null)), names('s'));
Object.defineProperty(Object.prototype, 'everywhere', { enumerable: false });
console.log(names({ a: 1 }), names(new P()), names({ everywhere: 1 }));
delete Object.prototype.everywhere;
const traps = new Proxy({ p: 1, q: 2, r: 3 }, { ownKeys: (o) => ['r', 'p', 'x'], getOwnPropertyDescriptor: (o, k) => ({ value: 1, configurable: true, enumerable: k !== 'p' }) });
console.log(names(traps), names(Object.create(traps)), names({ a: 1, b: 2 }), sum({ a: 1, b: 2 }));
for (let i = 0; i < 1500; i++) t += sum({ a: i, b: 1, c: 2 });
console.log(t);
