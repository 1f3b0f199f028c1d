// What stands for a block to break out of, within loops: `do ... while (false)`, and loops that always end in their first iteration.
function gcdSteps(a, b) {
  let steps = 0;
  while (true) {
    do {
      if (b === 0) { steps += a; break; }
      if (a > b) { a -= b; steps++; break; }
      b -= a;
    } while (false);
    if (b === 0) return steps;
    if (a === 0) { a = b; b = 0; }
  }
}
let sum = 0;
for (let i = 1; i < 400; i++) sum += gcdSteps(i * 7 % 90 + 1, i);
console.log(sum);
function first(list, test) {
  found: for (const x of list) {
    do {
      if (!test(x)) continue found;
    } while (0);
    while (x) { if (x > 5) break; return -x; }
    for (;;) { return x; }
  }
}
let t = 0;
for (let i = 0; i < 3000; i++) t += first([i, i + 1, i + 2], (x) => x % 3 === 1) + first([1], () => true);
console.log(t, first([], () => true));
// Labels, completion values, exceptions and yields in them.
console.log(eval('1; do { 2; if (true) break; 3; } while (false)'), eval('x: do { 5; continue x; } while ((4, false))'));
function* steps() {
  for (let i = 0; i < 5; i++) {
    do {
      if (i % 2) break;
      yield i;
    } while (false);
    do { yield -i; } while (0);
  }
}
console.log([...steps()].join());
function caught(n) {
  let log = '';
  for (let i = 0; i < n; i++) {
    do {
      try {
        if (i % 100 === 7) throw i;
        if (i % 2) break;
      } catch (e) { log += e + ','; continue; } finally { if (i === 300) break; }
      log += i % 500 === 0 ? '.' : '';
    } while (false);
  }
  return log;
}
console.log(caught(2000));
const closures = [];
for (let i = 0; i < 3; i++) do { let j = i * 2; closures.push(() => j++ + i); } while (false);
console.log(closures.map((f) => f() + f()).join());
