// Library callbacks that throw after warm-up: state of arrays, maps and counters afterwards, and reuse of the same call sites.
const arr = Array.from({ length: 100 }, (_, i) => i);
let count = 0;
function guard(f) { try { return f(); } catch (e) { return 'threw ' + (e instanceof TypeError ? e.name : e.message ?? e); } }
const run = {
  forEach: (f) => { let n = 0; arr.forEach((x) => { n += f(x); }); return n; },
  map: (f) => arr.map((x) => f(x)).length,
  filter: (f) => arr.filter((x) => f(x) % 2).length,
  reduce: (f) => arr.reduce((s, x) => s + f(x), 0),
  reduceRight: (f) => arr.reduceRight((s, x) => s + f(x), 0),
  some: (f) => arr.some((x) => f(x) < 0),
  every: (f) => arr.every((x) => f(x) >= 0),
  find: (f) => arr.find((x) => f(x) === 99),
  findLast: (f) => arr.findLast((x) => f(x) === 0),
  flatMap: (f) => arr.flatMap((x) => [f(x), x]).length,
  from: (f) => Array.from(arr, f).length,
  sort: (f) => arr.slice(0, 20).sort((a, b) => f(b) - f(a))[0],
  replace: (f) => 'a1b2c3'.repeat(10).replace(/\d/g, (d) => f(+d)).length,
  mapForEach: (f) => { let n = 0; new Map(arr.map((x) => [x, x])).forEach((v) => { n += f(v); }); return n; },
  setForEach: (f) => { let n = 0; new Set(arr).forEach((v) => { n += f(v); }); return n; },
  stringify: (f) => JSON.stringify(arr, (k, v) => (typeof v === 'number' ? f(v) : v)).length,
  parse: (f) => JSON.parse('[1,2,3,4,5]', (k, v) => (typeof v === 'number' ? f(v) : v)).length,
  apply: (f) => f.apply(null, [7]),
  call: (f) => f.call(null, 8),
  bound: (f) => f.bind(null, 9)(),
};
const identity = (x) => { count++; return x; };
for (let i = 0; i < 15; i++) for (const k in run) run[k](identity);
console.log(Object.keys(run).map((k) => k + '=' + run[k](identity)).join(' '));
let fuse = 0;
const bomb = (x) => { if (--fuse < 0) throw new Error('boom ' + x); return x; };
for (const k in run) { const r = []; for (const f of [0, 1, 5, 1e9]) { fuse = f; r.push(guard(() => run[k](bomb))); } if (k === 'sort') r[2] = 'skipped'; console.log(k, r.map((x) => (k === 'sort' && /threw/.test(x) ? 'threw' : x)).join(', ')); }
console.log(guard(() => run.map(null)), typeof guard(() => run.reduce((x) => ({}))), run.reduce((x) => 'ab'.length), run.filter((x) => '1'), run.find((x) => (x === 50 ? 99 : x)));
// the same loop with the throw caught inside the callback
let inner = 0;
for (let i = 0; i < 300; i++) [1, 2, 3].forEach((x) => { try { if (x === 2 && i > 200) throw x; inner += 1; } catch (e) { inner += 100; } });
console.log(inner);
// nested library callbacks with an exception through all of them
const nested = (limit) => [1, 2].map((a) => [3, 4].filter((b) => [5, 6].some((c) => [...'xy'].reduce((s, d) => { if (a * b * c > limit) throw [a, b, c, d].join(''); return s + d; }, '') === 'xy')).length).join();
for (let i = 0; i < 200; i++) nested(1000);
console.log(nested(1000), guard(() => nested(40)), guard(() => nested(0)), nested(48));
// partial results stay
const out = [];
guard(() => arr.forEach((x) => { if (x === 37) throw 'stop'; out.push(x); }));
const m = new Map();
guard(() => arr.forEach((x) => { m.set(x % 10, x); if (x === 55) throw 'stop'; }));
console.log(out.length, m.size, m.get(5), m.get(6));
// break out of forEach by a sentinel, hot
const BREAK = {};
function firstOver(a, n) { let r; try { a.forEach((x) => { if (x > n) { r = x; throw BREAK; } }); } catch (e) { if (e !== BREAK) throw e; } return r; }
let s = 0;
for (let i = 0; i < 400; i++) s += firstOver(arr, i % 99);
console.log(s, firstOver(arr, 1000), guard(() => firstOver([{ valueOf() { throw 'other'; } }], 1)));
// iterators made from throwing sources
const src = (n) => ({ [Symbol.iterator]() { let i = 0; return { next() { if (i === n) throw 'next ' + n; return { done: false, value: i++ }; }, return() { s = 'closed'; return {}; } }; } });
const consumers = [(it) => [...it], (it) => Array.from(it), (it) => new Set(it), (it) => Math.max(...it), (it) => { const [a, b] = it; return a + b; }, (it) => { for (const x of it) if (x === 2) return 'out'; }, (it) => new Map(it), (it) => Object.fromEntries(it)];
for (let i = 0; i < 100; i++) for (const c of consumers) guard(() => c(src(4)));
console.log(consumers.map((c) => { s = 'open'; return guard(() => c(src(5))) + ' ' + s; }).join('; '));
