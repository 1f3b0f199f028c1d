// in, instanceof, delete, typeof, ?., ??, void, comma in hot code with operands of all kinds.
const has = (k, o) => k in o, inst = (x, C) => x instanceof C, opt = (o) => o?.a?.b, optCall = (o) => o?.f?.(2), nul = (x, y) => x ?? y, or = (x, y) => x || y, and = (x, y) => x && y, type = (x) => typeof x;
const o = { a: { b: 1 }, f: (x) => x * 2 };
let t = 0;
for (let i = 0; i < 4000; i++) { if (has('a', o)) t++; if (has('zz', o)) t--; if (inst(o, Object)) t++; t += opt(o) + optCall(o) + nul(i, 0) + or(i, 1) + (and(i, 1) ? 1 : 0); if (type(i) === 'number') t++; }
console.log(t);
const attempt = (f) => { try { const r = f(); return typeof r === 'symbol' ? 'sym' : typeof r === 'function' ? 'fn' : typeof r === 'object' && r ? 'obj' : String(r); } catch (e) { return e.name; } };
console.log([['length', []], [0, [1]], [1, [1]], ['0', 'str'], ['x', null], [Symbol.iterator, []], ['toString', {}], ['toString', Object.create(null)], [-1, [1]], [1.5, { 1.5: 0 }], [{ toString: () => 'a' }, o], ['call', () => 1], [null, { null: 1 }], ['__proto__', {}], ['size', new Map()], [3, 5]].map(([k, x]) => attempt(() => has(k, x))).join());
class A {} class B extends A {} class E { static [Symbol.hasInstance](x) { return x === 'E'; } }
console.log([[new B(), A], [new A(), B], [[], Array], [{}, Array], [5, Number], [null, Object], ['E', E], [new E(), E], [() => 1, Function], [A, Function], [new B(), B.bind()], [o, {}], [o, () => 1], [o, 5], [Object.create(B.prototype), A], [Object.create(null), Object]].map(([x, C]) => attempt(() => inst(x, C))).join());
B.prototype.__proto__ = Object.prototype;
console.log(inst(new B(), A));
const odd = [null, undefined, 0, '', 'str', { a: null }, { a: { b: 'x' } }, { a: 5 }, { get a() { throw new RangeError(); } }, { get a() { return { get b() { return 'gg'; } }; } }, [], () => 1, Object.create(o), { f: null }, { f: 5 }, { f() { return this.g; }, g: 'this' }, { f: class {} }, { f: Math.abs }];
console.log(odd.map((x) => attempt(() => opt(x))).join(), '|', odd.map((x) => attempt(() => optCall(x))).join());
const vals = [null, undefined, 0, -0, NaN, '', 'x', false, true, {}, [], 0n, 1n, Symbol(), () => 1];
console.log(vals.map((v) => attempt(() => nul(v, 'd'))).join(), '|', vals.map((v) => attempt(() => or(v, 'd'))).join(), '|', vals.map((v) => attempt(() => and(v, 'd'))).join(), '|', vals.map(type).join());
// delete in hot loops
function del(o, k) { const r = delete o[k]; return r && !(k in o); }
let d = 0;
for (let i = 0; i < 2000; i++) { const q = { x: 1, y: 2, [i % 5]: 3 }; if (del(q, 'x') && del(q, i % 5) && del(q, 'missing')) d += Object.keys(q).length; }
console.log(d, attempt(() => del([1, 2], 0)), attempt(() => del([1], 'length')), attempt(() => del('str', 0)), attempt(() => del(Object.freeze({ a: 1 }), 'a')), attempt(() => del(null, 'a')), attempt(() => del(5, 'a')), attempt(() => del(Object.create({ a: 1 }), 'a')), attempt(() => del(() => 1, 'name')), attempt(() => del(new Map(), 'size')));
function strictDel(o, k) { 'use strict'; return delete o[k]; }
for (let i = 0; i < 1500; i++) strictDel({ k: 1 }, 'k');
console.log(attempt(() => strictDel(Object.freeze({ k: 1 }), 'k')), attempt(() => strictDel([], 'length')), attempt(() => strictDel({}, 'none')), attempt(() => strictDel('s', 0)));
// deleting from an object that is read by compiled code
function read(o) { return o.p + o.q; }
const rq = { p: 1, q: 2, r: 3 };
for (let i = 0; i < 3000; i++) t += read(rq);
delete rq.p;
console.log(read(rq), (rq.p = 5, read(rq)), Object.keys(rq).join());
// logical assignments with short circuits in a loop
const la = { n: null, z: 0, s: 's' };
let sets = 0;
const traced = { get v() { return la.cur; }, set v(x) { sets++; la.cur = x; } };
for (let i = 0; i < 2000; i++) { la.n ??= i; la.z ||= i; la.s &&= 't'; traced.v ??= i; if (i % 500 === 0) traced.v &&= null; }
console.log(JSON.stringify(la), sets);
// equality on many kinds at one site
const eq = (a, b) => (a == b ? 1 : 0) + (a === b ? 2 : 0) + (a != b ? 4 : 0) + (a !== b ? 8 : 0);
let e = 0;
for (let i = 0; i < 3000; i++) e += eq(i, 5);
console.log(e, vals.map((v) => eq(v, v)).join(), vals.map((v) => eq(v, null)).join(), [['1', 1], [1, true], [[1], 1], ['', 0], [NaN, NaN], [-0, 0], [1n, 1], [{ valueOf: () => 1 }, 1], ['a', new String('a')], [null, 0], [undefined, null], [Symbol.iterator, Symbol.iterator], [o, { ...o }]].map(([a, b]) => eq(a, b)).join());
