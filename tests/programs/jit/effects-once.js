// Side effects happen exactly once and in order when an operation in the middle of an expression leaves compiled code.
let log = [];
const note = (n, v) => { log.push(n); return v; };
function expr(a, b, c, o) { return note('1', a) + note('2', b) * note('3', c) - o.v + note('4', a); }
const plain = { v: 1 };
for (let i = 0; i < 1500; i++) { expr(i, 2, 3, plain); log.length = 0; }
const cases = [[1, 2, 3, plain], ['s', 2, 3, plain], [1, 'x', 3, plain], [1, { valueOf: () => note('valueOf', 5) }, 3, plain], [1, 2, 3, { get v() { return note('getter', 10); } }], [1n, 2n, 3n, { v: 4n }], [1, 2, 3, null], [1, 2n, 3, plain], [1, 2, Symbol(), plain], [0.5, 2, 3, plain], [2147483647, 2147483647, 2, plain], [1, 2, 3, Object.create({ v: 7 })], [1, 2, 3, 'prim']];
for (const c of cases) { log = []; let r; try { r = String(expr(...c)); } catch (e) { r = e.name; } console.log(r, log.join()); }
// calls with arguments evaluated before a callee that turns out not callable, or a receiver that is null
function calls(o, f) { return o.m(note('a', 1), f(note('b', 2)), note('c', 3)); }
const recv = { m: (...x) => x.join('/') }, id = (x) => x;
for (let i = 0; i < 1500; i++) { calls(recv, id); log.length = 0; }
for (const [o, f] of [[recv, id], [{ m: 5 }, id], [null, id], [recv, null], [{ get m() { return note('get m', recv.m); } }, id], [recv, (x) => { throw note('thrown', 'T'); }], [{ m: class {} }, id], [Object.create(recv), Math.abs], [{ __proto__: null }, id], [{ m: recv.m.bind(null, 'bound') }, id]]) { log = []; let r; try { r = String(calls(o, f)); } catch (e) { r = e.name ?? e; } console.log(r, log.join()); }
// updates and stores around a failing operation
function store(o, i, v) { o.count++; o.list[i] = note('value', v); o.total += o.list[i]; o.count += 100; return o.count; }
const st = { count: 0, list: [], total: 0 };
for (let i = 0; i < 1500; i++) { store(st, i % 10, i); log.length = 0; }
for (const [i, v] of [[0, 'str'], [10, 1], [-1, 1], ['k', 1], [0, 1n], [0, { valueOf() { throw 'v'; } }], [0, Symbol()], [1e6, 1]]) { st.count = 0; st.total = 0; log = []; let r; try { r = store(st, i, v); } catch (e) { r = e.name ?? e; } console.log(r, st.count, String(st.total), log.join()); }
st.list = Object.freeze([1]);
st.count = 0; st.total = 0;
console.log(store(st, 0, 9), st.total);
st.list = null;
try { store(st, 0, 9); } catch (e) { console.log(e.name, st.count); }
// a getter and a setter that count, in compound assignments in a hot loop
let gets = 0, sets = 0, x = 0;
const acc = { get n() { gets++; return x; }, set n(v) { sets++; x = v; } };
function compound(o, k) { o.n += k; o.n++; o.n ||= 1; o.n &&= o.n - 1; return o.n; }
for (let i = 0; i < 1000; i++) compound(acc, i);
console.log(gets, sets, x, compound(acc, 's'), gets, sets);
// increments in conditions, in indices and in arguments
function indices(a, n) { let i = 0, s = 0; while (i < n) { s += a[i++] + (i < n ? a[i] : 0); if (a[i] === undefined) break; } return s + ':' + i; }
const arr = Array.from({ length: 3000 }, (_, i) => i % 7);
for (let i = 0; i < 20; i++) indices(arr, 100);
console.log(indices(arr, 2999), indices([1, 2, 'x', 4], 3), indices([1, , 3], 3), indices([0.5, 1], 10), indices([], 1));
let n = 0;
const once = { [Symbol.toPrimitive](hint) { n++; return hint; } };
function prim(a, b) { return `${a}` + (a + '') + (b < a); }
for (let i = 0; i < 1500; i++) prim(i, 1);
console.log(prim(once, 1), n);
