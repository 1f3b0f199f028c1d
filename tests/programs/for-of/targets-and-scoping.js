// Heads of for-of: declarations, targets, expressions; sharing and shadowing; value of the iterable computed once.
var v;
for (v of [1, 2]);
const o = { n: 0 };
for (o.x of ['a', 'b']);
for (o['k' + o.n++] of ['p', 'q']);
for ([o.d, o.e = 'dflt'] of [['D']]);
for ({ f: o.f, ...o.rest } of [{ f: 1, g: 2 }]);
console.log(v, JSON.stringify(o));
let count = 0;
const make = () => (count++, [1, 2, 3]);
for (const x of make()) count += x;
console.log(count);
for (const x of [1, 2]) { const x = 'inner'; var last = x; }
console.log(last);
for (let x of [[1, 2], [3]]) { for (let y of x) { x = 'overwritten'; count += y; } }
console.log(count);
for (let of of [1]) console.log(of);
var async = [5];
for (let async of [6]) console.log(async);
for (let x of (0, [7])) console.log(x);
for (const x of true ? [8] : []) console.log(x);
for (const f of [(x) => x * 2, (x) => x + 1]) console.log(f(10));
for (const x of new (class { get z() { return [9]; } })().z) console.log(x);
class Tree {
  constructor(v, l, r) { this.v = v; this.l = l; this.r = r; }
  [Symbol.iterator]() { const st = []; let c = this; return { next: () => { while (c) { st.push(c); c = c.l; } if (!st.length) return { done: true, value: undefined }; const n = st.pop(); c = n.r; return { done: false, value: n.v }; }, [Symbol.iterator]() { return this; } }; }
}
const t = new Tree(4, new Tree(2, new Tree(1), new Tree(3)), new Tree(6, new Tree(5)));
let s = '';
for (const x of t) s += x;
console.log(s, [...t].length, Math.max(...t), Array.from(t, (x) => -x).join());
const zip = (...its) => ({ [Symbol.iterator]() { const is = its.map((i) => i[Symbol.iterator]()); return { next() { const rs = is.map((i) => i.next()); return rs.some((r) => r.done) ? { done: true } : { done: false, value: rs.map((r) => r.value) }; } }; } });
for (const [a, b, c] of zip([1, 2, 3], 'xy', new Set([true, false, null]))) console.log(a, b, c);
const take = (n, it) => ({ [Symbol.iterator]() { const i = it[Symbol.iterator](); let k = 0; return { next: () => (k++ < n ? i.next() : (i.return?.(), { done: true })), return() { i.return?.(); return {}; } }; } });
const naturals = { [Symbol.iterator]() { let i = 0; return { next: () => ({ done: false, value: i++ }), return() { console.log('naturals closed'); return {}; } }; } };
console.log([...take(4, naturals)].join());
for (const x of take(10, naturals)) if (x > 2) break;
const nested = [];
for (const a of [1, 2, 3]) for (const b of [1, 2, 3]) { if (b > a) break; for (const c of 'xy') { if (c === 'y' && b === 1) continue; nested.push(a + '' + b + c); } }
console.log(nested.join());
