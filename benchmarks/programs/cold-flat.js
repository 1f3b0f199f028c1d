// A flat profile: thousands of functions, of which each is called a few times only, as in the start of a large application.
//
// The functions are generated and evaluated in modules of some dozens each, with loops, branches, strings, closures and
// objects in them. Nothing in here is worth compiling. Sums are compared with those of the same operations in a table.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const MODULES = Math.max(1, Math.round(90 * SCALE));
const FUNCTIONS = 40;
const CALLS = 8;

/** What functions are made of: source text with a number in it, and the same as a function of x and that number. */
const PARTS = [
  { text: (n) => `x = (x + ${n}) | 0;`, run: (x, n) => (x + n) | 0 },
  { text: (n) => `x = Math.imul(x, ${2 * n + 1});`, run: (x, n) => Math.imul(x, 2 * n + 1) },
  { text: (n) => `if (x % ${n} === 0) x ^= ${n}; else x -= 1;`, run: (x, n) => (x % n === 0 ? x ^ n : x - 1) },
  { text: (n) => `for (let i = 0; i < ${n % 7}; i++) x = (x + i * ${n}) | 0;`, run: (x, n) => { for (let i = 0; i < n % 7; i++) x = (x + i * n) | 0; return x; } },
  { text: (n) => `{ const o = { a: x, b: ${n} }; const { a, b } = o; x = a ^ b; }`, run: (x, n) => x ^ n },
  { text: (n) => `x = [x, ${n}, 3].reduce((a, b) => (a + b) | 0, 0);`, run: (x, n) => (x + n + 3) | 0 },
  { text: (n) => `x = (x + \`\${x}\`.length + ${n}) | 0;`, run: (x, n) => (x + `${x}`.length + n) | 0 },
  { text: (n) => `switch (x & 3) { case 0: x += ${n}; break; case 1: x -= ${n}; break; default: x = ~x; }`, run: (x, n) => ((x & 3) === 0 ? x + n : (x & 3) === 1 ? x - n : ~x) },
  { text: (n) => `x = ((y) => (y << 1) ^ ${n})(x);`, run: (x, n) => (x << 1) ^ n },
  { text: (n) => `try { if (x & 1) throw ${n}; x++; } catch (e) { x ^= e; }`, run: (x, n) => (x & 1 ? x ^ n : x + 1) },
];

let state = 1;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};

let functions = 0;
let checksum = 0;
for (let m = 0; m < MODULES; m++) {
  const recipes = Array.from({ length: FUNCTIONS }, () => Array.from({ length: 3 + random(6) }, () => ({ part: PARTS[random(PARTS.length)], n: 2 + random(1000) })));
  const bodies = recipes.map((recipe, i) => `function work${i}(x) {\n${recipe.map(({ part, n }) => `  ${part.text(n)}`).join('\n')}\n  return x | 0;\n}`);
  const source = `'use strict';\n(() => {\n${bodies.join('\n')}\nreturn [${recipes.map((_, i) => `work${i}`).join()}];\n})()`;
  const module = (0, eval)(source);
  for (let call = 0; call < CALLS; call++) {
    const start = random(1 << 20);
    let x = start;
    for (const f of module) x = f(x);
    checksum = (Math.imul(checksum, 31) + x) | 0;
    if (call > 0) continue;
    let expected = start;
    for (const recipe of recipes) {
      for (const { part, n } of recipe) expected = part.run(expected, n);
      expected |= 0;
    }
    if (x !== expected) throw new Error(`module ${m} gives ${x} instead of ${expected}`);
  }
  functions += module.length;
}
console.log(`cold-flat: ${functions} functions, ${CALLS} calls each, checksum ${checksum}`);
