// The programs of the benchmark suite with little work, in a process of native Node and in the VM interpreted, as hot code is
// compiled, and compiled eagerly: equal output, and equal fuel. They check their results themselves: a wrong one is an error.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { suite } from '../benchmarks/suite.mjs';
import { root } from './support/cli.ts';
import { modes, type Mode } from './support/modes.ts';

/** What the programs are told to do, as a share of what they do by themselves: most of them make do with the least they can. */
const SCALE = '0.01';
const native = path.join(root, 'benchmarks/engines/native.mjs');
const own = suite.filter(({ file }) => file.includes('benchmarks'));

test('the suite is whole', () => {
  const files = ['benchmarks/programs', 'samples'].flatMap((folder) => readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.js')).map((name) => path.join(root, folder, name)));
  expect(suite.map(({ file }) => file).sort()).toEqual(files.sort());
  expect(own.length).toBeGreaterThanOrEqual(24);
});

describe.each(own)('$name', ({ name, file }) => {
  const source = readFileSync(file, 'utf8');
  const child = spawnSync(process.execPath, [native, file, SCALE], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });

  test('natively', () => {
    expect(child.stderr).toBe('');
    expect(child.status).toBe(0);
    expect(child.stdout).toMatch(new RegExp(`^${name}: .*\n$`));
  });

  test('interp, jit and jit-eager', () => {
    const [interp, ...others] = ['interp', 'jit', 'jit-eager'].map((wanted) => (modes.find((mode) => mode.name === wanted) as Mode).run(source, `${name}.js`, [SCALE]));
    expect(interp).toEqual({ output: child.stdout, fuel: interp.fuel });
    for (const other of others) expect(other).toEqual(interp);
  });
});
