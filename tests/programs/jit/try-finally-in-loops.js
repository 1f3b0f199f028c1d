// Hot loops with try/catch/finally inside, and hot loops inside try blocks; continue, break and return through finally.
function a(n) { let t = 0, f = 0; for (let i = 0; i < n; i++) { try { if (i % 3 === 0) continue; t += i; } finally { f++; } } return t + ':' + f; }
function b(n) { let f = 0; for (let i = 0; i < n; i++) { try { if (i === n - 2) return i + ':' + f; } finally { f += 2; } } return 'end'; }
function c(n) { let t = 0; try { for (let i = 0; i < n; i++) { t += i; if (t > 1e6) throw t; } } catch (e) { return 'caught ' + e; } finally { t = -1; } return 'no throw ' + t; }
function d(n) { let log = 0; outer: for (let i = 0; i < n; i++) { for (let j = 0; j < 5; j++) { try { if (j === 3) continue outer; if (i === n - 1) break outer; log += j; } finally { log += 100; } } } return log; }
function e(n) { let r = 0; for (let i = 0; i < n; i++) { r += (() => { try { return i; } finally { r++; } })(); } return r; }
function f(n) { let r = 0; for (let i = 0; i < n; i++) { try { try { if (i & 1) throw i; r += 1; } finally { r += 10; } } catch (x) { r += x & 3; } } return r; }
function g(n) { let i = 0; while (true) { try { if (i++ >= n) break; if (i % 2) continue; } finally { if (i === n) i += 100; } } return i; }
function h(n) { let s = ''; for (let i = 0; i < n; i++) { try { if (i === 2000) throw 'x'; } catch (q) { s += q + i; try { throw 'y'; } catch (q) { s += q; } s += q; } } return s; }
function k(n) { for (let i = 0; i < n; i++) { try { return 'try' + i; } finally { if (i < 2500) continue; } } }
function l(n) { const seen = []; for (let i = 0; i < n; i++) { try { if (i > n - 3) throw i; } catch (z) { seen.push(() => z); } } return seen.map((x) => x()).join(); }
for (const fn of [a, b, c, d, e, f, g, h, k, l]) {
  for (let i = 0; i < 3; i++) fn(400);
  console.log(fn.name, fn(3000), fn(10), fn(5000));
}
// the whole hot loop in a try whose catch resumes it
function resume(n) { let i = 0, faults = 0; for (;;) { try { while (i < n) { i++; if (i % 1000 === 0) throw i; } return faults + ' faults'; } catch (x) { faults++; if (x === 5000) return 'stopped at ' + x; } } }
console.log(resume(999), resume(4999), resume(6000));
// values of variables seen by catch and finally after a throw in the middle of an expression
function middle(n) { let x = 0, y = 0, z = 0; for (let i = 0; i < n; i++) { try { x = i; y = x + (i === n - 1 ? thrower(i) : 1); z = y; } catch (q) { return [x, y, z, q].join(); } finally { z += 0.5; } } return 'none'; }
function thrower(i) { throw 'thrown ' + i; }
console.log(middle(3000), middle(1), middle(2));
function nested(n) { let t = 0; try { for (let i = 0; i < n; i++) { try { for (let j = 0; j < 3; j++) { try { if (i === n - 1 && j === 2) throw 'deep'; t++; } finally { t += 2; } } } finally { t += 3; } } } catch (x) { return x + t; } return t; }
console.log(nested(2000), nested(1));
