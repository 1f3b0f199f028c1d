// Shorthand, methods, duplicates, numeric keys, trailing commas, nested updates, chaining, object identity.
const x = 1, y = 'why', get = 'g', set = 's', async = 'as', of = 'of', let_ = 0;
const o = { x, y, get, set, async, of, m() { return this.x; }, 'str key': 1, 3: 'three', 0x10: 'hex', 1.50: 'dec', 1e2: 'exp', .5: 'half', 10n: 'big', if: 'kw', class: 'kw2', new: 'kw3', typeof: 4, null: 5, true: 6, };
console.log(Object.keys(o).join());
console.log(o.m(), o[3], o[16], o['1.5'], o[100], o[0.5], o['10'], o.if, o.class, o.new, o.typeof, o.null, o[true]);
console.log({ a: 1, a: 2, ['a']: 3 }.a, JSON.stringify({ a: 1, b: 2, a: 3 }), { __proto__: null } instanceof Object);
const counter = { n: 0, inc() { this.n++; return this; }, add(k) { this.n += k; return this; } };
console.log(counter.inc().inc().add(5).n, counter['inc']().n);
const nested = { a: { b: { c: { d: 1 } } } };
nested.a.b.c.d += 5; nested.a.b.c.e = nested.a.b.c.d++; nested['a']['b'].f ??= [];
nested.a.b.f[2] = 'sparse';
console.log(JSON.stringify(nested));
const self = {};
self.self = self;
console.log(self.self.self.self === self, self == self, {} === {}, [self].includes(self));
let p = { n: 1 };
const q = p;
p.next = p = { n: 2 };
console.log(q.next === p, p.next, q.n, p.n);
const fns = { a: () => 1, b: function () { return 2; }, c() { return 3; }, get d() { return 4; }, ['e' + 1]: () => 5 };
console.log(fns.a(), fns.b(), fns.c(), fns.d, fns.e1(), Object.values(fns).map((f) => f.name ?? f).join());
const { m } = o;
console.log((function () { return m.call({ x: 'called' }); })(), (0, o.m).call({ x: 'comma' }), (o.m)(), [o.m][0].length);
// dynamic shapes
const objs = [];
for (let i = 0; i < 30; i++) { const t = {}; if (i & 1) t.a = i; if (i & 2) t.b = i; if (i & 4) t.c = i; t.z = i; if (i & 8) delete t.a; objs.push(t); }
console.log(objs.reduce((s, t) => s + (t.a ?? 0) + (t.b ?? 0) * 2 + (t.c ?? 0) * 3 + t.z, 0), objs.map((t) => Object.keys(t).length).join(''));
// large objects and deletes
const big = {};
for (let i = 0; i < 500; i++) big['key' + i] = i;
for (let i = 0; i < 500; i += 3) delete big['key' + i];
let sum = 0;
for (const k in big) sum += big[k];
console.log(Object.keys(big).length, sum, 'key3' in big, 'key4' in big, big.key0);
for (let i = 0; i < 500; i += 3) big['key' + i] = -i;
console.log(Object.keys(big).length, Object.keys(big)[0], Object.keys(big).at(-1));
// objects as linked lists, trees, graphs
const list = [1, 2, 3, 4].reduceRight((next, value) => ({ value, next }), null);
const rev = (l, acc = null) => (l ? rev(l.next, { value: l.value, next: acc }) : acc);
const toArr = (l) => (l ? [l.value, ...toArr(l.next)] : []);
console.log(toArr(list).join(), toArr(rev(list)).join());
const insert = (t, v) => (t ? { ...t, [v < t.v ? 'l' : 'r']: insert(v < t.v ? t.l : t.r, v) } : { v });
const walk = (t) => (t ? [...walk(t.l), t.v, ...walk(t.r)] : []);
console.log(walk([5, 2, 8, 1, 9, 3].reduce(insert, undefined)).join());
const graph = { a: ['b', 'c'], b: ['d'], c: ['d'], d: ['a'] };
const bfs = (start) => { const seen = { [start]: 0 }, queue = [start]; for (const n of queue) for (const k of graph[n]) if (!(k in seen)) { seen[k] = seen[n] + 1; queue.push(k); } return seen; };
console.log(JSON.stringify(bfs('a')), JSON.stringify(bfs('d')));
