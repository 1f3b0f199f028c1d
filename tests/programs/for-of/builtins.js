// for-of over arrays, strings, Map, Set, arguments, their iterators and entries.
const out = [];
for (const x of [1, , 3]) out.push(x);
for (const c of 'a😀\ud800b') out.push(c.length);
for (const [k, v] of new Map([['k', 1], [NaN, 2]])) out.push(k, v);
for (const x of new Set(['s', 's', 't'])) out.push(x);
(function () { for (const x of arguments) out.push('arg' + x); })(1, 2);
for (const [i, x] of ['p', 'q'].entries()) out.push(i + x);
for (const i of ['p', , 'q'].keys()) out.push('key' + i);
for (const v of new Map([[1, 'mv']]).values()) out.push(v);
for (const e of new Set(['se']).entries()) out.push(e.join('='));
for (const m of 'a1b2'.matchAll(/\d/g)) out.push('m' + m[0]);
console.log(out.map(String).join(' '));
// arrays changed during iteration
const a = [1, 2, 3];
const seen = [];
for (const x of a) { seen.push(x); if (x < 3) a.push(x + 10); if (seen.length > 10) break; }
console.log(seen.join());
const b = [1, 2, 3, 4];
for (const x of b) { seen.push('b' + x); b.pop(); }
console.log(seen.slice(5).join());
const c = [1, 2, 3];
for (const x of c) { if (x === 1) c.unshift('new'); if (seen.push('c' + x) > 12) break; }
console.log(seen.slice(7).join());
const d = [1, 2, 3];
let n = 0;
for (const x of d) { n++; d.length = 0; }
console.log(n);
// Map and Set changed during iteration
const m = new Map([[1, 'a'], [2, 'b'], [3, 'c']]);
const mk = [];
for (const [k] of m) { mk.push(k); if (k === 1) { m.delete(2); m.set(4, 'd'); } if (k === 3) { m.delete(1); m.set(1, 'again'); } if (mk.length > 8) break; }
console.log(mk.join());
const st = new Set([1, 2, 3]);
const sk = [];
for (const x of st) { sk.push(x); st.delete(x); if (sk.length < 6) st.add(x); }
console.log(sk.join(), st.size);
const cleared = new Set([1, 2, 3]);
for (const x of cleared) { sk.push('x' + x); cleared.clear(); if (sk.length < 9) cleared.add('n'); }
console.log(sk.slice(6).join());
// iterators are iterable and resumable
const it = [1, 2, 3, 4][Symbol.iterator]();
for (const x of it) { if (x === 2) break; }
console.log([...it].join(), it[Symbol.iterator]() === it, it.next().done);
const mi = new Map([[1, 1], [2, 2]]).keys();
mi.next();
for (const k of mi) console.log('rest', k);
console.log(Object.prototype.toString.call(it), Object.prototype.toString.call(mi), Object.prototype.toString.call(new Set().values()), Object.prototype.toString.call(''[Symbol.iterator]()), Object.prototype.toString.call('a'.matchAll(/a/g)));
console.log(JSON.stringify([].keys().next()), JSON.stringify(['v'].entries().next()), JSON.stringify('é'[Symbol.iterator]().next()));
for (const x of Array(2)) console.log(x);
for (const x of { length: 1, 0: 'alike', [Symbol.iterator]: Array.prototype[Symbol.iterator] }) console.log(x);
try { [][Symbol.iterator]().next.call({}); } catch (e) { console.log(e.name); }
try { new Map().entries().next.call(new Set().entries()); } catch (e) { console.log(e.name); }
