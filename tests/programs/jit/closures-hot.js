// Closures created and called in hot loops; captured loop variables; counters shared between closures; escaping late.
function make(n) { const fs = []; for (let i = 0; i < n; i++) { let local = i * 2; fs.push({ get: () => local + i, add: (d) => { local += d; i += d; } }); } return fs; }
let t = 0;
for (let k = 0; k < 20; k++) { const fs = make(50); fs[10].add(5); t += fs.reduce((s, f) => s + f.get(), 0); }
console.log(t);
function counter() { let c = 0; return { inc: () => ++c, dec: () => --c, get: () => c }; }
const c1 = counter(), c2 = counter();
for (let i = 0; i < 5000; i++) { c1.inc(); if (i % 3 === 0) c2.dec(); }
console.log(c1.get(), c2.get());
function accumulate(n) { let sum = 0; const add = (x) => { sum += x; }; for (let i = 0; i < n; i++) add(i); return sum; }
console.log(accumulate(5000), accumulate(10));
// the captured variable changes type late
function typed(n) { let v = 0; const get = () => v, bump = () => { v = v + 1; }; for (let i = 0; i < n; i++) { bump(); if (i === n - 5) v = v + '!'; if (i === n - 3) v = 0.5; } return get(); }
for (let i = 0; i < 20; i++) typed(50);
console.log(typed(3000), typed(5), typed(3));
// a variable captured only on a rare path
function rare(n) { let esc = []; let x = 0; for (let i = 0; i < n; i++) { x += i; let y = x; if (i % 1000 === 999) esc.push(() => [x, y, i].join(':')); y = -1; } return esc.map((f) => f()).join(); }
console.log(rare(3500), rare(10));
// functions declared in hot blocks, recursion through closures, closures calling closures
function outer(n) { let total = 0; for (let i = 0; i < n; i++) { function inner(x) { return x > 0 ? inner(x - 1) + i : 0; } total += inner(i % 4); } return total; }
console.log(outer(2000));
const compose = (f, g) => (x) => f(g(x));
let chain = (x) => x;
for (let i = 0; i < 50; i++) chain = compose(chain, (x) => x + i);
let z = 0;
for (let i = 0; i < 100; i++) z += chain(i);
console.log(z);
// currying in a loop, with arguments captured
function curry3(a) { return (b) => (c) => a * 100 + b * 10 + c + arguments.length; }
let q = 0;
for (let i = 0; i < 2000; i++) q += curry3(i % 10)(i % 7)(i % 3);
console.log(q);
// shared binding between hot code and an outside writer
let shared = 1;
const setShared = (v) => { shared = v; };
function useShared(n) { let s = 0; for (let i = 0; i < n; i++) { s += shared; if (i === 2500) setShared(10); if (i === 4000) setShared('x'); } return String(s).length; }
console.log(useShared(5000));
shared = 1;
// TDZ inside closures hit late
function tdz(n) { let r = 0; for (let i = 0; i < n; i++) { const f = () => late; if (i === n - 1) { try { f(); } catch (e) { r = e.name + r; } } const late = i; if (typeof r === 'number') r += f(); } return r; }
console.log(tdz(2000));
// generators of state without generators
const iter = (xs) => { let i = 0; return () => (i < xs.length ? { v: xs[i++] } : null); };
let it = iter(Array.from({ length: 3000 }, (_, i) => i)), w = 0;
for (let r; (r = it()); ) w += r.v;
console.log(w);
const memo = (f) => { const m = new Map(); return (x) => { if (!m.has(x)) m.set(x, f(x)); return m.get(x); }; };
const sq = memo((x) => x * x);
let m = 0;
for (let i = 0; i < 4000; i++) m += sq(i % 50);
console.log(m);
