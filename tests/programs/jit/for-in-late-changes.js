// Hot for-in loops over objects whose shape, prototype and enumerability change, arrays and strings.
function keys(o) { let s = ''; for (const k in o) s += k; return s; }
function total(o) { let t = 0; for (const k in o) t += o[k]; return t; }
const o = { a: 1, b: 2, c: 3 };
let r = 0;
for (let i = 0; i < 2000; i++) r += total(o);
console.log(r, keys(o));
o.d = 4;
console.log(total(o), keys(o));
delete o.b;
console.log(total(o), keys(o));
Object.defineProperty(o, 'c', { enumerable: false });
console.log(total(o), keys(o));
Object.setPrototypeOf(o, { inherited: 100, a: 'shadowed' });
console.log(total(o), keys(o));
Object.prototype.polluted = 1000;
const pol = [total(o), total({ z: 1 }), keys([5]), keys('s')].join();
delete Object.prototype.polluted;
console.log(pol, total({ z: 1 }));
console.log(keys([7, , 8]), keys('abc'), keys(5), keys(null), keys(undefined), keys(new Map()), keys(() => {}), total([1, 2, 3]), total('12'), keys(Object.assign([1], { x: 1 })));
// mutated by the body
function drain(o) { let n = 0; for (const k in o) { n++; for (const j in o) if (j !== k) { delete o[j]; break; } } return n; }
for (let i = 0; i < 1000; i++) drain({ a: 1, b: 2, c: 3, d: 4 });
console.log(drain({ a: 1, b: 2, c: 3, d: 4, e: 5 }), drain({}), drain([1, 2, 3]));
function bump(o) { for (const k in o) o[k]++; return o; }
const cnt = { x: 0, y: 0 };
for (let i = 0; i < 3000; i++) bump(cnt);
console.log(JSON.stringify(cnt));
Object.freeze(cnt);
bump(cnt);
console.log(JSON.stringify(cnt));
let log = '';
bump({ get g() { log += 'G'; return 1; }, set g(v) { log += 'S' + v; } });
console.log(log);
// many different shapes at one site
let shapes = '';
for (let i = 0; i < 600; i++) { const q = {}; for (let k = 0; k < i % 5; k++) q['k' + ((i + k) % 9)] = k; if (i % 100 === 99) shapes += keys(q) + '|'; r += total(q); }
console.log(shapes, r);
// early exits and captured keys
function findKey(o, v) { for (const k in o) if (o[k] === v) return k; return 'none'; }
for (let i = 0; i < 2000; i++) findKey({ p: 1, q: 2 }, i % 3);
console.log(findKey({ p: 1, q: 2 }, 2), findKey({ p: NaN }, NaN), findKey('hay', 'y'), findKey([9, 8], 8));
const fs = [];
for (let i = 0; i < 500; i++) for (const k in { m: 1, n: 2 }) { if (i === 499) fs.push(() => k + i); if (k === 'n') continue; }
console.log(fs.map((f) => f()).join());
// class instances, null prototypes, big dictionaries, order with integer keys
class C { constructor(i) { this.i = i; this['f' + (i % 3)] = 1; } m() {} }
C.prototype.shared = 's';
let cs = {};
for (let i = 0; i < 900; i++) { const k = keys(new C(i)); cs[k] = (cs[k] || 0) + 1; }
console.log(JSON.stringify(cs));
const big = Object.create(null);
for (let i = 0; i < 2000; i++) big[i % 2 ? 'k' + i : i] = 1;
let n = 0, firstStr = '';
for (const k in big) { n++; if (!firstStr && k[0] === 'k') firstStr = k + '@' + n; }
console.log(n, firstStr);
for (let i = 0; i < 2000; i += 3) delete big[i % 2 ? 'k' + i : i];
n = 0;
for (const k in big) n += big[k];
console.log(n);
let depth = 0;
(function walk(t) { for (const k in t) { depth++; if (typeof t[k] === 'object') walk(t[k]); } })({ a: { b: { c: [1, { d: 2 }] }, e: 'x' }, f: [[], {}] });
console.log(depth);
