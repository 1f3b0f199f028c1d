// for, while, do-while in odd shapes; empty parts; var/let scoping; nested conditions; completion.
let r = [];
for (;;) { r.push(r.length); if (r.length > 2) break; }
for (let i = 3; i--; ) r.push('d' + i);
for (var i = 0, n = 2; i < n; r.push('v' + i), i++);
let k = 0;
while (k < 10) { k++; if (k % 2) continue; if (k > 6) break; r.push('k' + k); }
do { k--; if (k === 5) continue; r.push('w' + k); } while (k > 4);
do r.push('once'); while (false);
while (false) r.push('never');
for (; k < 6; ) k++;
console.log(r.join(), k, i);
r = [];
for (let x = 0, y = 10; x < y; x += 2, y--) { if (x === 4) continue; r.push(x + '-' + y); }
console.log(r.join());
for (let f = 1; f < 100; f *= 3) for (let g = f; g > 0; g -= 5) if (g % 2 === 0) r.push(g);
console.log(r.length, r.join());
const collatz = (n) => { let s = 0; while (n !== 1) { n = n % 2 ? 3 * n + 1 : n / 2; s++; } return s; };
console.log([1, 7, 27, 97].map(collatz).join());
function early(n) { for (let i = 0; ; i++) { for (let j = 0; j < i; j++) { if (i * j > n) return [i, j].join('x'); } } }
console.log(early(10), early(100));
function nestedWhile() { let a = 0, b = 0, out = ''; while (a < 3) { b = 0; while (true) { if (b++ > a) break; out += a; } a++; } return out; }
console.log(nestedWhile());
let acc = 0;
for (let i = 0; i < 10; i++) { let i = 5; acc += i; }
console.log(acc);
for (let i = 0; i < 3; i++) { var leaked = i; }
console.log(leaked, typeof i);
for (const c = { n: 0 }; c.n < 3; c.n++) acc += c.n;
console.log(acc);
let steps = 0;
for (let i = 0; steps < 5; steps++) { i += 2; if (i > 100) break; }
console.log(steps);
for (let i = 0, len = 5; i < len; ++i) { if (i === 2) { len = 4; } acc = i; }
console.log(acc);
for (let i = (r = [], 0); r.push(i), i < 2; r.push('u'), i++) r.push('b');
console.log(r.join());
var fnInLoop = 0;
for (let i = 0; i < 3; i++) { const f = function () { return i; }; fnInLoop += f(); (() => { fnInLoop += 10; })(); }
console.log(fnInLoop);
if (1) if (0) console.log('no'); else console.log('dangling else');
if (k) { } else if (!k) { } else { }
const bin = (a, t) => { let lo = 0, hi = a.length - 1; while (lo <= hi) { const mid = (lo + hi) >>> 1; if (a[mid] === t) return mid; if (a[mid] < t) lo = mid + 1; else hi = mid - 1; } return ~lo; };
console.log([1, 4, 9, 10].map((t) => bin([1, 3, 4, 7, 9], t)).join());
const pascal = [];
for (let i = 0; i < 6; i++) { pascal[i] = [1]; for (let j = 1; j <= i; j++) pascal[i][j] = (pascal[i - 1][j - 1] || 0) + (pascal[i - 1][j] || 0); }
console.log(pascal.map((p) => p.join(' ')).join(' | '));
