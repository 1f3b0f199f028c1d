// One long loop whose variables pass through int, double, string, object and undefined phases; OSR in each phase.
function phases(n) {
  let v = 0, w = 1, log = [];
  for (let i = 0; i < n; i++) {
    switch (Math.floor((i * 8) / n)) {
      case 0: v = v + 1; w = w * 1; break;
      case 1: v = v + 0.5; w = w + v; break;
      case 2: v = Math.floor(v); w = v | 0; break;
      case 3: v = -v; w = w ^ i; break;
      case 4: w = 's' + (w + '').slice(-3); break;
      case 5: w = { n: i, v }; break;
      case 6: w = undefined; v = v === undefined ? 0 : v; break;
      default: w = [v, i]; v = v + w.length;
    }
    if (i % (n / 8) === n / 8 - 1) log.push(typeof w === 'object' && w ? JSON.stringify(w) : String(w), v);
  }
  return log.join(' ');
}
console.log(phases(4000));
console.log(phases(80));
// a loop left and entered again with other types
function again(x, n) { let t = x; for (let i = 0; i < n; i++) t = t + x; return typeof t === 'string' ? t.length : t; }
console.log([1, 0.5, 'ab', 1, null, undefined, true, 2n, -0, [1], { valueOf: () => 3 }].map((x) => { try { return String(again(x, 1500)).slice(0, 20); } catch (e) { return e.name; } }).join(' '));
// variables unassigned on some paths, declared in the loop, shadowed, and live only after it
function paths(n) { let a, b, c = 'init'; for (let i = 0; i < n; i++) { if (i === 10) a = 1; if (i > n - 3) { b = (b ?? 0) + i; let c = b; if (c > n) a = c; } var d = i; { let e = d; if (i === n - 1) { c = e; } } } return [a, b, c, d].join(); }
console.log(paths(2000), paths(5), paths(0));
// nested loops, the inner one hot at once, the outer one late
function nested(m, n, f) { const out = []; for (let i = 0; i < m; i++) { let t = i; for (let j = 0; j < n; j++) { t = f(t, j); if (t > 1e9) t = 0; } if (i % Math.ceil(m / 4) === 0) out.push(t); } return out.join(); }
console.log(nested(8, 1000, (a, b) => a + b), nested(1000, 4, (a, b) => a * 2 + b), nested(4, 1500, (a, b) => a + b / 2), nested(4, 10, (a, b) => a + 'x').length);
// while and do-while with conditions that change kind
function conds(n) { let i = n, r = 0; while (i) { i = i > 3 ? i - 1 : i === 3 ? '2' : i === '2' ? [] : i.length === 0 && r < n + 10 ? ((r += 5), null) : 0; r++; } do { r++; } while (r % 10); return r; }
console.log(conds(2000), conds(3), conds(0));
// many live variables
function many(n) { let a = 0, b = 1, c = 2, d = 3, e = 4, f = 5, g = 6, h = 7, i = 8, j = 9, k = 10, l = 11, m = 12, o = 13, p = 14, q = 15; for (let z = 0; z < n; z++) { a += b; b ^= c; c = (c + d) | 0; d -= e; e = (e * 3) & 255; f += g & 1; g ^= h; h = (h << 1) & 1023 | 1; i += j; j = -j; k = (k + l) % 97; l = (l + m) % 89; m = (m + 1) % 83; o = p; p = q; q = z; if (z === n - 5) a = a + 0.25; if (z === n - 3) d = d + 'x'; } return [a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q].join(); }
console.log(many(3000));
console.log(many(10));
// a function that is hot through its loop only, called recursively from inside it
function rec(d, n) { let t = 0; for (let i = 0; i < n; i++) { t += i; if (i === n >> 1 && d > 0) t += rec(d - 1, n); } return t; }
console.log(rec(5, 700), rec(0, 3000), rec(3, 3));
// loops over loops with counters that overflow int32
let big = 2147480000;
for (let i = 0; i < 5000; i++) big++;
let neg = -2147480000;
for (let i = 0; i < 5000; i++) neg -= 1;
let sq = 1;
for (let i = 0; i < 40; i++) sq = sq * 3;
let sh = 1;
for (let i = 0; i < 3000; i++) sh = (sh << 1) ^ (sh >>> 3) ^ i;
let u = 4294967290;
for (let i = 0; i < 3000; i++) u = (u + 1) >>> 0;
let fl = 0;
for (let i = 0; i < 3000; i++) fl += 0.1;
console.log(big, neg, sq, sh, u, fl);
for (var gi = 0, gs = 0; gi < 3000; gi++) gs += gi;
console.log(gi, gs, globalThis.gs);
