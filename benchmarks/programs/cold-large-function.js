// Large functions that run a few times: generated initialisers of tables with thousands of statements, as bundles and generated
// parsers have them.
//
// Compiling such a function takes longer than running it. Tables are compared with the numbers that they were made from.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const FUNCTIONS = Math.max(1, Math.round(12 * SCALE));
const STATEMENTS = SCALE < 0.1 ? 100 : 1500;
const CALLS = 130;

let state = 7;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};

let checksum = 0;
let statements = 0;
for (let k = 0; k < FUNCTIONS; k++) {
  const numbers = Array.from({ length: STATEMENTS }, () => random(1 << 20));
  const lines = numbers.map((n, i) => {
    switch (i % 5) {
      case 0: return `table[${i}] = ${n};`;
      case 1: return `if (level > ${i % 3}) table[${i}] = ${n}; else table[${i}] = -${n};`;
      case 2: return `table[${i}] = (table[${i - 1}] ^ ${n}) + level;`;
      case 3: return `names.set('n${n}', ${i});`;
      default: return `entries.push({ at: ${i}, value: ${n}, level });`;
    }
  });
  const fill = new Function('table', 'names', 'entries', 'level', `'use strict';\n${lines.join('\n')}\nreturn table;`);
  statements += lines.length;
  const calls = k % 3 === 0 ? CALLS : 4;
  for (let call = 0; call < calls; call++) {
    const names = new Map();
    const entries = [];
    const level = call % 4;
    const table = fill(new Array(STATEMENTS).fill(0), names, entries, level);
    const at = 5 * random(STATEMENTS / 5);
    const second = level > (at + 1) % 3 ? numbers[at + 1] : -numbers[at + 1];
    if (table[at] !== numbers[at] || table[at + 1] !== second || table[at + 2] !== (second ^ numbers[at + 2]) + level) throw new Error(`the table is wrong at ${at}`);
    const entry = entries[at / 5];
    if (entry.value !== numbers[at + 4] || names.get(`n${numbers[at + 3]}`) === undefined) throw new Error(`the entries are wrong at ${at}`);
    checksum = (Math.imul(checksum, 31) + table[at + 2]) | 0;
  }
}
console.log(`cold-large-function: ${FUNCTIONS} functions of ${STATEMENTS} statements, checksum ${checksum}`);
