// Nested hot loops with labelled break and continue, mixed loop kinds, and results that depend on exact control flow.
function primes(n) { const out = []; next: for (let i = 2; i < n; i++) { for (let j = 2; j * j <= i; j++) if (i % j === 0) continue next; out.push(i); } return out.length + ':' + out.at(-1); }
function search(grid, v) { let steps = 0; find: for (let y = 0; y < grid.length; y++) { const row = grid[y]; for (let x = 0; x < row.length; x++) { steps++; if (row[x] === v) break find; if (row[x] > v) continue find; } } return steps; }
function triple(n) { let c = 0; a: for (let i = 0; i < n; i++) { b: for (let j = 0; j < n; j++) { for (let k = 0; k < n; k++) { c++; if (k > j) continue b; if (j > i) continue a; if (i + j + k > 2.5 * n) break a; } c += 10; } c += 100; } return c; }
function mixed(n) { let i = 0, t = 0; outer: while (i < n) { i++; let j = 0; do { j++; if ((i ^ j) & 4) continue; if (j > 6) continue outer; for (const k in { p: 1, q: 2 }) { if (i % 5 === 0) continue outer; if (k === 'q') break; t++; } for (const v of [1, 2, 3]) { if (v === 2 && i % 7 === 0) continue outer; if (v === 3) break; t += v; } } while (j < 8); t += 1000; } return t; }
function blocks(n) { let r = 0; for (let i = 0; i < n; i++) { blk: { if (i % 2) break blk; r++; if (i % 3) break blk; r += 10; inner: { if (i % 5) break inner; r += 100; break blk; } r += 1000; } } return r; }
function sw(n) { let r = 0; loop: for (let i = 0; i < n; i++) { switch (i % 6) { case 0: continue loop; case 1: r += 1; break; case 2: r += 2; case 3: r += 3; continue; case 4: if (i > n - 10) break loop; default: r += 7; } r += 1000; } return r; }
const grid = Array.from({ length: 30 }, (_, y) => Array.from({ length: 30 }, (_, x) => x * 3 + y));
for (let i = 0; i < 10; i++) { primes(60); search(grid, i); triple(6); mixed(20); blocks(60); sw(60); }
console.log(primes(3000), search(grid, 50), search(grid, -1), search(grid, 1000), triple(17), mixed(300), blocks(3000), sw(3000));
// closures captured in labelled loops
function caps(n) { const fs = []; outer: for (let i = 0; i < n; i++) { for (let j = 0; j < 3; j++) { if (i % 50) continue outer; fs.push(() => i * 10 + j); if (j === 1) continue outer; } } return fs.map((f) => f()).join(); }
console.log(caps(201));
// labelled loops with early return and with finally
function ret(n) { let f = 0; o: for (let i = 0; ; i++) { try { for (let j = 0; ; j++) { if (j > i) continue o; if (i * j > n) return [i, j, f].join(); } } finally { f++; } } }
console.log(ret(100), ret(2000));
function matrix(n) { const m = []; for (let i = 0; i < n; i++) { m[i] = []; for (let j = 0; j < n; j++) m[i][j] = (i * j) % 7; } let t = 0; rows: for (let i = 0; i < n; i++) { for (let j = 0; j < n; j++) { let s = 0; for (let k = 0; k < n; k++) { s += m[i][k] * m[k][j]; if (s > 200) continue rows; } t += s; } } return t; }
console.log(matrix(25), matrix(10));
function sudokuLike(n) { let count = 0; const used = []; const place = (r) => { if (r === n) { count++; return; } cols: for (let c = 0; c < n; c++) { for (let k = 0; k < r; k++) if (used[k] === c || Math.abs(used[k] - c) === r - k) continue cols; used[r] = c; place(r + 1); } }; place(0); return count; }
console.log([1, 4, 5, 6, 7].map(sudokuLike).join());
function collatzMax(n) { let best = 0, arg = 0; for (let i = 1; i < n; i++) { let x = i, len = 0; for (;;) { if (x === 1) break; if (x % 2 === 0) { x = x / 2; len++; continue; } x = 3 * x + 1; len++; } if (len > best) { best = len; arg = i; } } return arg + ':' + best; }
console.log(collatzMax(800));
