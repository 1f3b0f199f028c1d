// The samples, compiled as hot code is and compiled eagerly: expected output, and equal fuel. (tests/support/program-tests.ts has the other modes
// on smaller programs; `npm run bench` runs the samples interpreted.)

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { modes, type Mode } from './support/modes.ts';

const folder = fileURLToPath(new URL('../samples/', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
const modeNamed = (name: string): Mode => modes.find((m) => m.name === name) as Mode;

test('the samples are there', () => {
  expect(names.length).toBeGreaterThanOrEqual(14);
});

describe.each(names)('%s', (name) => {
  test('jit and jit-eager', { timeout: 120_000 }, () => {
    const source = readFileSync(join(folder, name), 'utf8');
    const expected = readFileSync(join(folder, name.replace(/\.js$/, '.expected')), 'utf8');
    const jit = modeNamed('jit').run(source, name);
    expect(jit.error).toBeUndefined();
    expect(jit.output).toBe(expected);
    const eager = modeNamed('jit-eager').run(source, name);
    expect(eager.error).toBeUndefined();
    expect(eager.output).toBe(expected);
    expect(eager.fuel).toBe(jit.fuel);
  });
});
