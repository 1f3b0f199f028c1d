// Labelled break and continue in all loops, blocks, switch, if; nested labels; label with finally.
const log = [];
outer: for (let i = 0; i < 4; i++) {
  inner: for (let j = 0; j < 4; j++) {
    if (j === 1) continue inner;
    if (j === 3) continue outer;
    if (i === 2) break outer;
    log.push('' + i + j);
  }
}
console.log(log.join());
block: { log.length = 0; log.push('in'); if (log.length) break block; log.push('never'); }
cond: if (true) { log.push('if'); if (log.length === 2) break cond; log.push('never'); }
sw: switch (1) { case 1: for (;;) { log.push('sw'); break sw; } case 2: log.push('never'); }
a: b: c: for (const x of [1, 2, 3]) { if (x === 1) continue a; if (x === 2) continue b; log.push('x' + x); break c; }
w: while (true) { do { log.push('do'); if (log.length < 6) continue; break w; } while (true); }
console.log(log.join());
function dw() { let n = 0, r = []; lab: do { n++; for (const k in { p: 1, q: 2 }) { if (n < 3) continue lab; r.push(k + n); break lab; } } while (n < 10); return r.join() + n; }
console.log(dw());
function contUpdate() { let u = 0; l: for (let i = 0; i < 3; u++, i++) { while (true) continue l; } return u; }
console.log(contUpdate());
function fin() {
  const r = [];
  o: for (let i = 0; i < 3; i++) {
    try { for (let j = 0; ; j++) { try { if (j === i) continue o; r.push('b' + i + j); } finally { r.push('f' + j); } } } finally { r.push('F' + i); }
  }
  return r.join();
}
console.log(fin());
function forOfClose() {
  const r = [];
  const it = (n) => ({ [Symbol.iterator]() { let i = 0; return { next: () => ({ done: false, value: i++ }), return() { r.push('close' + n); return {}; } }; } });
  o: for (const i of it('A')) { for (const j of it('B')) { if (i === 2) break o; if (j === 1) continue o; r.push('' + i + j); } }
  return r.join();
}
console.log(forOfClose());
function deep() { let c = 0; l1: for (;;) l2: for (;;) l3: for (;;) { c++; if (c < 3) continue l3; if (c < 6) continue l2; if (c < 9) continue l1; break l1; } return c; }
console.log(deep());
function primes(n) { const r = []; next: for (let i = 2; r.length < n; i++) { for (const p of r) { if (p * p > i) break; if (i % p === 0) continue next; } r.push(i); } return r.join(); }
console.log(primes(20));
x: { y: { z: { break y; } log.push('never'); } log.push('after y'); }
console.log(log.at(-1));
foo: for (var i = 0; i < 2; i++) foo2: for (;;) { break foo2; }
console.log(i);
var yield_ = 1, let_ = 2; a: { a1: { break a1; } break a; }
