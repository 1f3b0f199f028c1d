// Damaged bytecode files with right checksums: what is accepted is run, interpreted and compiled, with little fuel. It ends, throws
// as a guest does, or runs out of fuel, in both modes alike.
//
// ANNEAL_FUZZ=n multiplies the number of copies, ANNEAL_FUZZ_SEED=n starts from another one.

import { describe, expect, test, vi } from 'vitest';
import { compileScript } from '../../src/bytecode/compile.ts';
import { encode, reseal } from '../../src/bytecode/encoding.ts';
import { runHostile, type Fate } from '../support/hostile.ts';
import { codeMutations } from '../support/mutate-code.ts';
import { mutations } from '../support/mutate.ts';
import { readScript, scriptsUnder } from '../support/programs.ts';

// On a loaded machine.
vi.setConfig({ testTimeout: 300_000 });

const FACTOR = Number(process.env['ANNEAL_FUZZ'] ?? 1);
const SEED = Number(process.env['ANNEAL_FUZZ_SEED'] ?? 1);
/** Copies of one program: with bytes damaged, few of which are accepted, and with instructions damaged. */
const BYTES = 12;
const INSTRUCTIONS = 10;
const STRIDE = 9;

function* copies(file: string): Generator<{ bytes: Uint8Array; what: string }, void, undefined> {
  const template = compileScript(readScript(file), file, { lazy: false });
  // Without the text, or most of the damage would be done to that.
  for (const { bytes, what } of mutations(encode(template, { dropSource: true }), SEED, BYTES * FACTOR)) {
    reseal(bytes);
    yield { bytes, what: `${file}, bytes, ${what}` };
  }
  for (const { template: damaged, what } of codeMutations(template, SEED, INSTRUCTIONS * FACTOR)) {
    yield { bytes: encode(damaged, { dropSource: true }), what: `${file}, instructions, ${what}` };
  }
}

describe('damaged programs', () => {
  const tally: Record<Fate, number> = { format: 0, verify: 0, done: 0, threw: 0, 'out of fuel': 0 };

  test.each(scriptsUnder('tests/programs').filter((_, i) => i % STRIDE === 0))('%s', (file) => {
    const failures: string[] = [];
    for (const { bytes, what } of copies(file)) {
      try {
        tally[runHostile(bytes)]++;
      } catch (e) {
        failures.push(`${what}: ${e instanceof Error ? (e.stack ?? e.message) : String(e)}`);
      }
    }
    expect(failures).toEqual([]);
  });

  test('end in all possible ways', () => {
    expect(Object.entries(tally).filter(([, n]) => n === 0)).toEqual([]);
  });
});
