// Map and Set operations in hot code with keys of changing kinds, deletion during iteration, replaced methods.
function put(m, k, v) { m.set(k, v); return m.get(k); }
const m = new Map();
let t = 0;
for (let i = 0; i < 4000; i++) t += put(m, i % 100, i);
console.log(t, m.size);
console.log(put(m, 'str', 1), put(m, 0.5, 2), put(m, -0, 3), m.get(0), put(m, NaN, 4), m.has(NaN), put(m, null, 5), put(m, undefined, 6), put(m, {}, 7), put(m, 1n, 8), put(m, Symbol.iterator, 9), put(m, '1', 10), m.get(1), m.size);
for (const bad of [null, {}, new Set(), 5, { set() {} }]) try { console.log(put(bad, 1, 2)); } catch (e) { console.log(e.name); }
console.log(put({ set(k, v) { this[k] = v; }, get(k) { return this[k] + '!'; } }, 'k', 'duck'), put(new WeakMap(), m, 'weak'));
class Logged extends Map { set(k, v) { return super.set(k, v * 2); } get(k) { return super.get(k) + 0.5; } }
console.log(put(new Logged(), 'a', 21));
const setO = Map.prototype.set;
Map.prototype.set = function (k, v) { return setO.call(this, k, -v); };
const neg = put(m, 5, 7);
Map.prototype.set = setO;
console.log(neg, put(m, 5, 7));
// unique counting with sets of several kinds
function uniq(xs) { const s = new Set(); let dup = 0; for (const x of xs) { if (s.has(x)) dup++; s.add(x); } return s.size + '/' + dup; }
const data = Array.from({ length: 500 }, (_, i) => (i * i) % 97);
for (let i = 0; i < 10; i++) uniq(data);
console.log(uniq(data), uniq('mississippi'), uniq([0, -0, NaN, NaN, 1, '1', true, null, undefined, undefined]), uniq([{}, {}, data, data]), uniq([1n, 1n, 1, 2n ** 64n, 2n ** 64n]), uniq([0.1 + 0.2, 0.3, 0.3]), uniq(['ab', 'a' + 'b', ['a', 'b'].join('')]));
// LRU cache: order by deletion and re-insertion
class LRU { constructor(n) { this.n = n; this.m = new Map(); this.hits = 0; } get(k, make) { if (this.m.has(k)) { const v = this.m.get(k); this.m.delete(k); this.m.set(k, v); this.hits++; return v; } const v = make(k); this.m.set(k, v); if (this.m.size > this.n) this.m.delete(this.m.keys().next().value); return v; } }
const lru = new LRU(20);
let x = 7, sum = 0;
for (let i = 0; i < 4000; i++) { x = (x * 1103515245 + 12345) & 0x7fffffff; sum += lru.get((x >> 8) % 30, (k) => k * 2); }
console.log(lru.hits, sum, [...lru.m.keys()].join());
console.log(lru.get('s', (k) => k + k), lru.get({}, () => 'obj'), [...lru.m.keys()].length);
// iteration with deletion and insertion in hot loops
function churn(n) { const s = new Set([0]); let steps = 0; for (const v of s) { steps++; s.delete(v); if (v < n) s.add(v + 1); } return steps + ':' + s.size; }
console.log(churn(3000), churn(0));
function drain(m) { let r = 0; for (const [k, v] of m) { r += v; m.delete(k); if (v > 1) m.set(k, v - 1); } return r; }
for (let i = 0; i < 20; i++) drain(new Map([['a', 10], ['b', 5]]));
console.log(drain(new Map([['a', 100], ['b', 50]])), drain(new Map([['z', 1.5]])), drain(new Map()));
// forEach on maps with late changes, entries destructured, groups, graph search
const groups = new Map();
for (let i = 0; i < 2000; i++) { const k = i % 3 === 0 ? 'fizz' : i % 5; (groups.get(k) ?? groups.set(k, []).get(k)).push(i); }
console.log([...groups].map(([k, v]) => k + ':' + v.length).join());
const graph = new Map(Array.from({ length: 300 }, (_, i) => [i, [(i * 2) % 300, (i * 3 + 1) % 300]]));
const bfs = (s) => { const dist = new Map([[s, 0]]), q = [s]; for (const n of q) for (const k of graph.get(n)) if (!dist.has(k)) { dist.set(k, dist.get(n) + 1); q.push(k); } return dist; };
const d = bfs(1);
console.log(d.size, Math.max(...d.values()), [...d].slice(0, 6).join(' '));
graph.set(0, ['missing']);
try { bfs(1); } catch (e) { console.log(e.name); }
// objects as keys, memo tables, weak caches
const keys = Array.from({ length: 50 }, (_, i) => ({ i })), table = new Map(keys.map((k) => [k, k.i])), weak = new WeakMap();
let w = 0;
for (let i = 0; i < 3000; i++) { const k = keys[i % 50]; w += table.get(k); weak.set(k, (weak.get(k) ?? 0) + 1); }
console.log(w, weak.get(keys[7]), table.get({ i: 1 }), weak.has({}));
const sizes = [];
for (let i = 0; i < 5; i++) { const big = new Set(); for (let j = 0; j < 600; j++) big.add((j * (i + 1)) % 200); for (const v of big) if (v % 2) big.delete(v); sizes.push(big.size); }
console.log(sizes.join());
