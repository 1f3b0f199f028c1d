// Phases: hundreds of functions and loops that get just hot enough to be compiled, and are never needed again.
//
// The worst that can happen to a compiler: what it has just made has no future. Each phase evaluates a new module with a kernel
// of its own and runs it for as long as compilers take to notice.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const PHASES = Math.max(2, Math.round(130 * SCALE));
const CALLS = 140;
const ITERATIONS = 1300;

const phaseSource = (a, b, c) => `'use strict';
(() => {
  class Point {
    constructor(x, y) { this.x = x; this.y = y; }
    shift(by) { return new Point(this.x + by, this.y ^ ${a}); }
  }
  function step(point, i) {
    const next = point.shift(i % ${b + 1});
    return next.x > ${c} ? new Point(next.x % ${c}, next.y) : next;
  }
  function kernel(rounds) {
    let point = new Point(${a}, ${b});
    for (let i = 0; i < rounds; i++) point = step(point, i);
    return point.x * 4096 + point.y;
  }
  function scan(limit) {
    let sum = 0;
    for (let i = 0; i < limit; i++) sum = (sum + Math.imul(i, ${2 * a + 1}) + (i & ${b})) | 0;
    return sum;
  }
  return { kernel, scan };
})()`;

/** The same without classes. */
function expectedKernel(a, b, c, rounds) {
  let [x, y] = [a, b];
  for (let i = 0; i < rounds; i++) {
    x += i % (b + 1);
    y ^= a;
    if (x > c) x %= c;
  }
  return x * 4096 + y;
}

let checksum = 0;
for (let phase = 0; phase < PHASES; phase++) {
  const [a, b, c] = [3 + (phase * 7) % 50, 2 + (phase * 5) % 30, 500 + phase];
  const { kernel, scan } = (0, eval)(phaseSource(a, b, c));
  const value = kernel(CALLS);
  if (value !== expectedKernel(a, b, c, CALLS)) throw new Error(`phase ${phase} gives ${value}`);
  checksum = (Math.imul(checksum, 31) + value + scan(ITERATIONS)) | 0;
}
console.log(`cold-phases: ${PHASES} phases, checksum ${checksum}`);
