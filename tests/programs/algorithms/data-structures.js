// Heap, linked list, trie, union-find, LRU cache, balanced tree, graph searches, topological sort, Huffman codes.
class Heap { #a = []; #less; constructor(less = (a, b) => a < b) { this.#less = less; } get size() { return this.#a.length; } push(x) { const a = this.#a; a.push(x); for (let i = a.length - 1; i > 0; ) { const p = (i - 1) >> 1; if (!this.#less(a[i], a[p])) break; [a[i], a[p]] = [a[p], a[i]]; i = p; } return this; } pop() { const a = this.#a, top = a[0], last = a.pop(); if (a.length) { a[0] = last; for (let i = 0; ; ) { let m = i; for (const c of [2 * i + 1, 2 * i + 2]) if (c < a.length && this.#less(a[c], a[m])) m = c; if (m === i) break; [a[i], a[m]] = [a[m], a[i]]; i = m; } } return top; } }
const h = new Heap();
for (let i = 0; i < 50; i++) h.push((i * 37) % 101);
const sorted = [];
while (h.size) sorted.push(h.pop());
console.log(sorted.join(), sorted.every((x, i) => !i || sorted[i - 1] <= x), h.pop());
class List { #head = null; #size = 0; push(v) { const n = { v, next: null }; if (!this.#head) this.#head = n; else { let c = this.#head; while (c.next) c = c.next; c.next = n; } this.#size++; return this; } reverse() { let p = null; for (let c = this.#head; c; ) [c.next, p, c] = [p, c, c.next]; this.#head = p; return this; } [Symbol.iterator]() { let c = this.#head; return { next: () => { if (!c) return { done: true, value: undefined }; const { v } = c; c = c.next; return { done: false, value: v }; } }; } get size() { return this.#size; } }
const l = new List().push(1).push(2).push(3);
console.log([...l].join(), [...l.reverse()].join(), l.size);
class Trie { root = Object.create(null); add(w) { let n = this.root; for (const c of w) n = n[c] ??= Object.create(null); n.$ = true; } find(p) { let n = this.root; for (const c of p) if (!(n = n[c])) return []; const out = []; (function go(n, s) { for (const k of Object.keys(n).sort()) k === '$' ? out.push(s) : go(n[k], s + k); })(n, p); return out; } }
const t = new Trie();
for (const w of 'car card care cat dog do constructor __proto__'.split(' ')) t.add(w);
console.log(t.find('ca').join(), t.find('do').join(), t.find('z').length, t.find('con').join(), t.find('__').join());
class UF { constructor(n) { this.p = Array.from({ length: n }, (_, i) => i); this.n = n; } find(x) { return this.p[x] === x ? x : (this.p[x] = this.find(this.p[x])); } join(a, b) { a = this.find(a); b = this.find(b); if (a === b) return false; this.p[a] = b; this.n--; return true; } }
const uf = new UF(10);
console.log([[0, 1], [2, 3], [1, 3], [0, 2], [5, 6]].map(([a, b]) => +uf.join(a, b)).join(''), uf.n, uf.find(0) === uf.find(3), uf.find(0) === uf.find(5));
const dijkstra = (g, s) => { const d = { [s]: 0 }, q = new Heap((a, b) => a[0] < b[0]).push([0, s]); while (q.size) { const [c, u] = q.pop(); if (c > d[u]) continue; for (const [v, w] of Object.entries(g[u])) if (c + w < (d[v] ?? Infinity)) { d[v] = c + w; q.push([d[v], v]); } } return d; };
console.log(JSON.stringify(dijkstra({ a: { b: 7, c: 9, f: 14 }, b: { a: 7, c: 10, d: 15 }, c: { a: 9, b: 10, d: 11, f: 2 }, d: { b: 15, c: 11, e: 6 }, e: { d: 6, f: 9 }, f: { a: 14, c: 2, e: 9 } }, 'a')));
const topo = (g) => { const out = [], st = {}; const visit = (n) => { if (st[n] === 2) return; if (st[n] === 1) throw new RangeError('cycle at ' + n); st[n] = 1; (g[n] ?? []).forEach(visit); st[n] = 2; out.push(n); }; Object.keys(g).forEach(visit); return out; };
console.log(topo({ shirt: ['tie'], tie: ['jacket'], pants: ['shoes', 'belt'], belt: ['jacket'], socks: ['shoes'] }).join());
try { topo({ a: ['b'], b: ['c'], c: ['a'] }); } catch (e) { console.log(e.message); }
const huffman = (s) => { const f = [...s].reduce((m, c) => m.set(c, (m.get(c) ?? 0) + 1), new Map()), q = new Heap((a, b) => a.n - b.n || a.k - b.k ? a.n < b.n || (a.n === b.n && a.k < b.k) : false); let k = 0; for (const [c, n] of f) q.push({ c, n, k: k++ }); while (q.size > 1) { const l = q.pop(), r = q.pop(); q.push({ l, r, n: l.n + r.n, k: k++ }); } const codes = {}; (function go(t, p) { if (t.c !== undefined) codes[t.c] = p || '0'; else { go(t.l, p + 0); go(t.r, p + 1); } })(q.pop(), ''); return codes; };
const text = 'abracadabra alakazam', codes = huffman(text), enc = [...text].map((c) => codes[c]).join('');
const decode = (bits) => { const inv = Object.fromEntries(Object.entries(codes).map(([c, b]) => [b, c])); let o = '', cur = ''; for (const b of bits) { cur += b; if (inv[cur] !== undefined) { o += inv[cur]; cur = ''; } } return o; };
console.log(JSON.stringify(codes), enc.length, decode(enc) === text);
class AVL { static h = (n) => n?.h ?? 0; static mk(v, l, r) { return { v, l, r, h: 1 + Math.max(AVL.h(l), AVL.h(r)) }; } static bal(v, l, r) { const d = AVL.h(l) - AVL.h(r); if (d > 1) return AVL.h(l.l) >= AVL.h(l.r) ? AVL.mk(l.v, l.l, AVL.mk(v, l.r, r)) : AVL.mk(l.r.v, AVL.mk(l.v, l.l, l.r.l), AVL.mk(v, l.r.r, r)); if (d < -1) return AVL.h(r.r) >= AVL.h(r.l) ? AVL.mk(r.v, AVL.mk(v, l, r.l), r.r) : AVL.mk(r.l.v, AVL.mk(v, l, r.l.l), AVL.mk(r.v, r.l.r, r.r)); return AVL.mk(v, l, r); } static add(t, v) { return !t ? AVL.mk(v, null, null) : v < t.v ? AVL.bal(t.v, AVL.add(t.l, v), t.r) : v > t.v ? AVL.bal(t.v, t.l, AVL.add(t.r, v)) : t; } }
let tree = null;
for (let i = 0; i < 300; i++) tree = AVL.add(tree, (i * 7) % 301);
const walk = (t) => (t ? [...walk(t.l), t.v, ...walk(t.r)] : []);
console.log(tree.h, tree.v, walk(tree).length, walk(tree).slice(0, 8).join());
class Deque { #f = []; #b = []; push(x) { this.#b.push(x); return this; } unshift(x) { this.#f.push(x); return this; } pop() { return this.#b.length ? this.#b.pop() : this.#f.shift(); } shift() { return this.#f.length ? this.#f.pop() : this.#b.shift(); } }
const dq = new Deque().push(1).push(2).unshift(0).unshift(-1);
console.log(dq.shift(), dq.pop(), dq.pop(), dq.shift(), dq.shift());
class Matrix { #d; constructor(d) { this.#d = d; } mul(o) { return new Matrix(this.#d.map((r) => o.#d[0].map((_, j) => r.reduce((s, x, k) => s + x * o.#d[k][j], 0)))); } pow(n) { return n === 1 ? this : n % 2 ? this.mul(this.pow(n - 1)) : this.mul(this).pow(n / 2); } at(i, j) { return this.#d[i][j]; } }
console.log(new Matrix([[1, 1], [1, 0]]).pow(40).at(0, 1));
const ev = (() => { const subs = new Map(); return { on: (k, f) => (subs.set(k, [...(subs.get(k) ?? []), f]), () => subs.set(k, subs.get(k).filter((g) => g !== f))), emit: (k, ...a) => (subs.get(k) ?? []).map((f) => f(...a)).join() }; })();
const off = ev.on('x', (a) => a + 1);
ev.on('x', (a) => a * 10);
console.log(ev.emit('x', 5), (off(), ev.emit('x', 5)), ev.emit('none') === '');
