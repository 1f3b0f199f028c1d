// An iterator over a Map or a Set that has come to its end keeps neither what it walked nor the entry that it gave last (24.1.5.1, 24.2.6.1): many of them stay in a small heap.

import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { cli, scratch } from '../support/cli.ts';

const file = scratch();

const programs: [string, string][] = [
  ['what was walked', 'const m = new Map(); for (let i = 0; i < 20000; i++) m.set(i, i + 0.5); const it = m.values(); for (const v of it); keep.push(it);'],
  ['the last entry', "const m = new Map([['k', new Array(20000).fill(1.5)]]); const it = m.entries(); for (const [k, v] of it); m.clear(); keep.push(it);"],
  ['what is taken at once', 'const s = new Set(); for (let i = 0; i < 20000; i++) s.add(i + 0.5); const it = s.values(); [...it]; keep.push(it);'],
];

describe.each(['--jit', '--jit-eager', '--no-jit'])('%s', (mode) => {
  test.each(programs)('%s', (name, body) => {
    const source = `const keep = []; for (let r = 0; r < 400; r++) { ${body} } console.log(keep.length);`;
    const { status, stdout } = spawnSync(process.execPath, ['--max-old-space-size=60', cli, 'run', mode, file(`${name.replaceAll(' ', '-')}.js`, source)], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '400\n' });
  });
});
