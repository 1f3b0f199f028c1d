// Branches of different length meet again: what each has cost is charged where they meet, in loops with calls and without, under try, in generators and where a unit is left.
function mixed(list, limit) {
  let r = 0;
  for (let i = 0; i < list.length; i++) {
    const v = list[i];
    if (v < 0) continue;
    if (v > limit && v % 3 === 0) { r += v * 2; if (v % 5 === 0) continue; r -= 1; } else if (v === 7) r ^= 1;
    r = (v & 1 ? r + v : v & 2 ? r - v * 3 + 1 : r) | 0;
  }
  return r;
}
const list = [];
for (let i = 0; i < 500; i++) list.push((i * 7919) % 101);
let total = 0;
for (let i = 0; i < 60; i++) total = (total + mixed(list, 50)) | 0;
list[250] = -1; list[499] = 105;
for (let i = 0; i < 60; i++) total = (total + mixed(list, 50)) | 0;
console.log(total);

function borders(width, height, size) {
  let sum = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let j = 1 - size; j < size; j++) {
        if (y + j < 0 || y + j >= height) continue;
        for (let i = 1 - size; i < size; i++) {
          if (x + i < 0 || x + i >= width) continue;
          sum += (x + i) * (y + j) * 0.5;
        }
      }
    }
  }
  return sum;
}
console.log(borders(20, 20, 3), borders(31, 7, 4));

const callee = (x) => (x > 90 ? helper(x) : x < 5 || x % 11 === 0 ? x * 2 : x);
function helper(x) { switch (x % 4) { case 0: return 1; case 1: x++; case 2: x += 2; break; default: if (x > 95) return -x; } return x; }
function calls(n) {
  let r = 0;
  for (let i = 0; i < n; i++) {
    const v = callee(i % 100);
    r += v > 50 ? callee(v - 50) : v || 1;
    if (r > 1e6) { r -= 1e6; if (i & 1) r++; }
  }
  return r;
}
console.log(calls(5000), calls(301));

function guarded(n) {
  let r = 0;
  for (let i = 0; i < n; i++) {
    try {
      if (i % 10 === 3) throw i;
      r += i & 1 ? 1 : i % 5 ? 2 : callee(i);
    } catch (e) {
      if (e === 13) continue;
      r += e % 20 === 3 ? 3 : helper(e);
    } finally {
      if (i % 17 === 0) r++;
    }
    if (i === n - 2 && n > 900) return r;
  }
  return -r;
}
console.log(guarded(1000), guarded(899), guarded(17));

function* numbers(n) {
  for (let i = 0; i < n; i++) {
    if (i % 3 === 0) { if (i % 9 === 0) continue; yield i; } else if (i % 7 === 0) yield -i;
    const got = i & 4 ? yield i * 2 : i;
    if (got === undefined) continue;
    if (got > 50) yield got;
  }
}
let all = 0;
for (let k = 0; k < 20; k++) for (const v of numbers(90)) all = (all * 3 + v) | 0;
console.log(all);

// Operands of another kind, and a branch that comes late.
function late(a, b) { const c = a > b ? (a === 3 ? b : a - b) : a < 0 && b < 0 ? a + b : a || b; return c > 10 && typeof c === 'number' ? c - 10 : c; }
let last = 0;
for (let i = 0; i < 3000; i++) last = late(i % 13, i % 7) + (last & 7);
console.log(last, late('b', 'a'), late(-1, -2), late(-2, -1), late(0, 'x'), late(40, 3), String(late(30n, 0n)), late(undefined, null));
