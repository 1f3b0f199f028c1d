// name, length, prototype: attributes, redefinition, deletion; extra properties; functions as objects.
function f(a, b) {}
const d = (o, k) => { const x = Object.getOwnPropertyDescriptor(o, k); return x ? [typeof x.value === 'object' ? 'object' : String(x.value), x.writable, x.enumerable, x.configurable].join() : 'none'; };
console.log(d(f, 'name'), '|', d(f, 'length'), '|', d(f, 'prototype'), '|', d(f.prototype, 'constructor').slice(-15));
f.name = 'ignored'; f.length = 99;
console.log(f.name, f.length, delete f.name, delete f.length, f.name === '', f.length, delete f.prototype, 'name' in f, Object.hasOwn(f, 'name'));
f.name = 'still inherited read-only';
console.log(Object.hasOwn(f, 'name'), f.name === '');
Object.defineProperty(f, 'name', { value: 'defined', writable: true, configurable: true });
f.name = 'assigned';
console.log(f.name, d(f, 'name'));
function g() {}
Object.defineProperty(g, 'length', { value: 'len' });
Object.defineProperty(g, 'name', { get() { return 'getter name'; } });
console.log(g.length, g.name, g.bind().name, g.bind().length);
const kinds = { decl: f, arrow: () => {}, method: { m() {} }.m, getter: Object.getOwnPropertyDescriptor({ get x() { return 1; } }, 'x').get, klass: class {}, bound: f.bind(), builtin: Math.max, ctor: Array };
for (const k in kinds) console.log(k, Object.hasOwn(kinds[k], 'prototype'), Object.hasOwn(kinds[k], 'length'), d(kinds[k], 'prototype').split(',').slice(1).join());
console.log(((a, b = 1, ...c) => 0).length, ((...a) => 0).length, (({ a }, [b]) => 0).length, (function (a, b, c) {}).length, (class { constructor(a, b) {} }).length, ({ set x(v) {} }, 0));
// prototype: identity, laziness, replacement
function h() {}
const p1 = h.prototype;
console.log(p1 === h.prototype, p1.constructor === h, Object.keys(p1).length, Object.getPrototypeOf(p1) === Object.prototype, Object.getOwnPropertyNames(p1).join());
h.prototype = { z: 1 };
console.log(new h().z, p1 !== h.prototype, Object.keys(h).join());
h.prototype = null;
console.log(h.prototype, Object.getPrototypeOf(new h()) === Object.prototype);
Object.defineProperty(h, 'prototype', { value: { fixed: 1 }, writable: false });
h.prototype = {};
console.log(h.prototype.fixed, new h().fixed, delete h.prototype);
// functions hold properties and can be iterated, spread, assigned, used as prototypes
const fn = Object.assign((x) => x * fn.factor, { factor: 3, list: [1] });
console.log(fn(5), Object.keys(fn).join(), JSON.stringify({ ...fn }), JSON.stringify(fn), typeof JSON.stringify(fn), (fn.factor = 4, fn(1)), fn.toString === Function.prototype.toString, 'call' in fn, fn.hasOwnProperty('call'));
function counter() { return ++counter.count; }
counter.count = 0;
counter(); counter();
console.log(counter.count, delete counter.count, counter());
function memo(n) { memo.cache ??= new Map(); if (memo.cache.has(n)) return memo.cache.get(n); const r = n < 2 ? n : memo(n - 1) + memo(n - 2); memo.cache.set(n, r); return r; }
console.log(memo(50), memo.cache.size);
const inst = Object.create(counter);
console.log(typeof inst, 'name' in inst, inst.name, Object.hasOwn(inst, 'name'), inst.call === Function.prototype.call);
inst.name = 'x';
console.log(Object.hasOwn(inst, 'name'), inst.name);
// setting on frozen functions; symbol-keyed function names; redefining via classes
const names = { [Symbol('sy')]: () => {}, [Symbol()]: () => {}, ['']: () => {}, 1.5: () => {}, [-0]: () => {} };
console.log(Reflect.ownKeys(names).map((k) => JSON.stringify(names[k].name)).join());
var late; late = function () {}; let o = {}; o.prop = function () {}; o['q'] = () => {}; const [el = () => {}] = []; let lo; lo ||= () => {}; (o.par) = function () {};
console.log(late.name, JSON.stringify(o.prop.name), JSON.stringify(o.q.name), el.name, lo.name, (() => {}).name === '', (function () {}).name === '', (0, function () {}).name === '', [function () {}][0].name === '', JSON.stringify(o.par.name));
console.log(new (function Named() { this.n = new.target.name; })().n, (function () { return typeof this; })(), (class { static m() { return this.name; } }).m() === 'm' || 'anon');
Function.prototype.shared = 'on all';
console.log(f.shared, (() => {}).shared, Math.max.shared, class {}.shared);
delete Function.prototype.shared;
