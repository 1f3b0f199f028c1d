// for-in over chains: shadowing by non-enumerable, removal of prototype keys, null prototypes, class instances.
const keys = (o) => { const r = []; for (const k in o) r.push(k); return r.join(); };
const p = { a: 1, b: 2, c: 3 };
const o = Object.create(p, { b: { value: 'hides', enumerable: false, configurable: true } });
o.d = 4;
console.log(keys(o), Object.keys(o).join());
delete o.b;
console.log(keys(o));
const mid = Object.create(p), leaf = Object.create(mid);
mid.m = 1; leaf.l = 1; leaf.a = 'own a';
console.log(keys(leaf));
const visited = [];
for (const k in leaf) { visited.push(k); if (k === 'l') delete mid.m; if (k === 'b') delete p.c; }
console.log(visited.join());
Object.setPrototypeOf(leaf, { other: 1 });
console.log(keys(leaf), keys(Object.create(null)), keys(Object.assign(Object.create(null), { n: 1 })));
// index keys on the prototype
const ip = Object.create([10, 20], { 5: { value: 1, enumerable: true } });
ip.z = 1; ip[0] = 'own';
console.log(keys(ip));
// the prototype chain's duplicates are visited once
const dup = Object.create(Object.create({ k: 1, j: 1 }, { k: { value: 2, enumerable: true } }));
dup.k = 3;
console.log(keys(dup));
// class instance: methods hidden, assigned prototype members visible
class K { constructor() { this.f = 1; } m() {} get g() { return 1; } static s() {} }
K.prototype.added = true;
Object.defineProperty(K.prototype, 'shown', { get() { return 1; }, enumerable: true });
console.log(keys(new K()), keys(K));
// functions as prototypes, and enumerable properties of Object.prototype
function F() {}
F.prop = 1;
const fo = Object.create(F);
fo.own = 1;
console.log(keys(fo));
Object.prototype.polluted = 1;
const res = [keys({}), keys([]), keys('x'), keys(null), keys(5)];
delete Object.prototype.polluted;
console.log(res.join('/'));
// toggling enumerability
const t = { x: 1, y: 2 };
Object.defineProperty(t, 'x', { enumerable: false });
console.log(keys(t));
Object.defineProperty(t, 'x', { enumerable: true });
console.log(keys(t));
// counting own only
let n = 0;
for (const k in leaf) if (Object.hasOwn(leaf, k)) n++;
console.log(n);
// hasOwnProperty shadowed by data
const evil = { hasOwnProperty: 1, toString: 2, constructor: 3 };
console.log(keys(evil), Object.prototype.hasOwnProperty.call(evil, 'toString'));
