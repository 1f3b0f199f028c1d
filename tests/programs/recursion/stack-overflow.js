// Unbounded recursion ends as a catchable RangeError, in every kind of call and with finally blocks, and the program goes on.
const report = (name, f) => {
  try { f(); console.log(name, 'returned'); } catch (e) { console.log(name, e instanceof RangeError, e.name); }
};
report('function', function r() { return 1 + r(); });
report('arrow', () => { const g = () => 1 + g(); g(); });
report('mutual', () => { const a = () => b() + 1, b = () => a() + 1; a(); });
report('method', () => { const o = { m() { return this.m() + 1; } }; o.m(); });
report('getter', () => { const o = { get g() { return this.g; } }; o.g; });
report('setter', () => { const o = { set s(v) { this.s = v; } }; o.s = 1; });
report('constructor', () => { class C { constructor() { this.c = new C(); } } new C(); });
report('derived', () => { class A { constructor() { new B(); } } class B extends A {} new B(); });
// finally blocks run on the way out, and the depth is the same each time
let entered = 0, left = 0;
function deep() { entered++; try { deep(); } finally { left++; } }
report('finally', deep);
console.log(entered === left, entered > 1000);
const depth = () => { let n = 0; const f = () => { n++; f(); }; try { f(); } catch (e) { } return n; };
const d1 = depth();
console.log(d1 > 1000, (() => { try { depth(); return 'still works'; } catch { return 'broken'; } })());
// catching deep inside and continuing
let caughtAt = 0;
function inner(n) { try { return inner(n + 1); } catch (e) { if (caughtAt === 0) caughtAt = n; if (n > 3000) throw e; return 'recovered'; } }
console.log(inner(0), caughtAt > 500);
const ok = (n) => (n === 0 ? 0 : 1 + ok(n - 1));
console.log(ok(1000));
