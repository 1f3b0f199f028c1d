// Captures in loops left by break, return and throw; captures of only some of the loop variables.
function breaks() {
  const out = [];
  for (let i = 0, hidden = 'h'; ; i++) {
    out.push(() => i);
    if (i === 2) break;
  }
  return out.map((f) => f()).join();
}
function returns() {
  for (let i = 0; i < 5; i++) {
    const f = () => i * 10;
    if (i === 3) return f;
  }
}
function throws() {
  const seen = [];
  try {
    for (let i = 0; i < 5; i++) {
      seen.push(() => i);
      if (i === 2) throw () => i + 1000;
    }
  } catch (f) {
    seen.push(f);
  }
  return seen.map((f) => f()).join();
}
console.log(breaks(), returns()(), throws());

function partly() {
  const fs = [];
  let sum = 0;
  for (let i = 0, j = 1, k = 2; i < 4; i++, j *= 2, k += j) {
    if (i & 1) fs.push(() => j);
    else fs.push(() => (j = k));
    sum += i + j + k;
  }
  return sum + ' ' + fs.map((f) => f()).join();
}
console.log(partly());

function labelled() {
  const fs = [];
  outer: for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      fs.push(() => '' + i + j);
      if (j === i) continue outer;
    }
  }
  return fs.map((f) => f()).join(' ');
}
console.log(labelled());

// Writers and readers that share one iteration's binding.
const shared = [];
for (let i = 0; i < 3; i++) shared.push({ add: (n) => (i += n), read: () => i });
shared[1].add(10);
shared[1].add(10);
console.log(shared.map((s) => s.read()).join());

// setter-getter pairs captured in blocks of a loop entered many times
const list = [];
for (const n of [1, 2, 3]) {
  let acc = n;
  list.push((x) => (acc += x));
  { let acc = -n; list.push((x) => (acc -= x)); }
}
console.log(list.map((f) => f(1)).join(), list.map((f) => f(1)).join());
