// Callees that only compute are inlined into functions of any size: what they are given changes its type, throws, converts, and runs out of stack.
function rotate(n, count) { return (n << count) | (n >>> (32 - count)); }
function safeAdd(x, y) { const low = (x & 0xffff) + (y & 0xffff); const high = (x >> 16) + (y >> 16) + (low >> 16); return (high << 16) | (low & 0xffff); }
function choose(round, a, b, c) { if (round < 20) return (a & b) | (~a & c); if (round < 40) return a ^ b ^ c; return round % 2 === 0 ? a + b : b - c; }
function step(round, a, b, c) { return safeAdd(rotate(safeAdd(a, choose(round, a, b, c)), round % 31), c); }
function hash(seed) {
  let a = seed, b = 0x67452301, c = -271733879;
  for (let round = 0; round < 60; round++) { const next = step(round, a, b, c); a = b; b = c; c = safeAdd(next, round); }
  return a ^ b ^ c;
}
let total = 0;
for (let i = 0; i < 400; i++) total = (total + hash(i)) | 0;
console.log(total);

// Other types than those that it was compiled for.
const log = [];
const noisy = { valueOf() { log.push('valueOf'); return 3; } };
console.log(step(5, '7', true, null), step(25, 1.5, NaN, undefined), step(41, noisy, 2, noisy), log.join());
try { step(3, 1n, 2, 3); } catch (e) { console.log(e.name, e.message, e.stack.split('\n').slice(1, 3).map((line) => line.trim().split(' ')[1]).join(' < ')); }
try { step(3, Symbol('s'), 2, 3); } catch (e) { console.log(e.name); }
console.log(rotate(1n << 2n === 4n ? 8 : 0, 2), safeAdd(2 ** 31, 2 ** 31), choose(41, 'a', 'b', 2), choose(42, 'a', 'b', 2));
const big = (x, y) => x * y + x;
let product = 1n;
let sum = 0;
for (let i = 1; i < 3000; i++) { sum += big(i, 2); if (i > 2500) product = big(product, 1n) % 1000003n; }
console.log(sum, String(product));

// The depth of the guest's stack is that of the calls.
function deep(n) { return n === 0 ? rotate(1, 3) : safeAdd(deep(n - 1), rotate(n, 1)); }
for (let i = 0; i < 300; i++) deep(20);
let depth = 0;
function bottomless(n) { depth = n; return safeAdd(bottomless(n + 1), rotate(n, 1)); }
try { bottomless(0); } catch (e) { console.log(e.name, depth > 1000); }
// The target changes.
let op = rotate;
const apply = (x) => op(x, 4) | 0;
for (let i = 0; i < 2000; i++) { if (i === 1500) op = safeAdd; total = (total + apply(i)) | 0; }
console.log(total);
