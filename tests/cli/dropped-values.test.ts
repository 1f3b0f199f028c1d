// What the guest has dropped is not kept alive by frames: programs whose values form chains, of which all but the end is garbage, run in a small heap.
//
// A single stale reference to an early element would hold all that come after it.

import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { cli, scratch } from '../support/cli.ts';

const file = scratch();

const append = 'const added = { next: null, value: [i, i, i, i] }; last.next = added; last = added;';
const chain = `let last = { next: null, value: [0, 0, 0, 0] };`;

/** By what holds an element: what the loop's frame held when compiled code took it over, or frames that the interpreter's own host frames have seen. */
const programs: [string, string][] = [
  ['a loop', `function main() { ${chain} for (let i = 0; i < 1e6; i++) { ${append} } return last.value[0]; } console.log(main());`],
  [
    'a loop with calls',
    `function appended(last, i) { const added = { next: null, value: [i, i, i, i] }; for (let k = 0; k < 40; k++) added.value[1] += k; last.next = added; return added; }
    ${chain} for (let i = 0; i < 1e6; i++) last = appended(last, i); console.log(last.value[0]);`,
  ],
  ['a generator', `function* values() { ${chain} for (let i = 0; i < 1e6; i++) { ${append} if (i % 1000 === 999) yield i; } } let v; for (v of values()); console.log(v);`],
  ['a generator with a long loop each time', `function* values() { for (;;) { ${chain} yield 0; for (let i = 0; i < 1e6; i++) { ${append} } yield last.value[0]; } } const it = values(); it.next(); console.log(it.next().value);`],
  ['an async function', `async function main() { ${chain} for (let i = 0; i < 1e6; i++) { ${append} if (i % 1000 === 0) await null; } console.log(last.value[0]); } main();`],
];

describe.each(['--jit', '--jit-eager', '--no-jit'])('%s', (mode) => {
  test.each(programs)('%s', (name, source) => {
    const { status, stdout } = spawnSync(process.execPath, ['--max-old-space-size=60', cli, 'run', mode, file(`${name.replaceAll(' ', '-')}.js`, source)], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '999999\n' });
  });
});
