// Code whose operands and opcodes were exchanged for others that fit in their place: verified or refused, and never else.
// ANNEAL_FUZZ=n multiplies the number of copies.
import { describe, expect, test, vi } from 'vitest';
import { assemble } from '../../src/bytecode/assembler.ts';
import { compileScript } from '../../src/bytecode/compile.ts';
import type { Template } from '../../src/bytecode/template.ts';
import { verify, VerifyError } from '../../src/bytecode/verifier.ts';
import { codeMutations } from '../support/mutate-code.ts';
import { readScript, scriptsUnder } from '../support/programs.ts';
import { SAMPLE_TEXTS } from '../support/sample-templates.ts';

// On a loaded machine.
vi.setConfig({ testTimeout: 120_000 });

const FACTOR = Number(process.env['ANNEAL_FUZZ'] ?? 1);
const STRIDE = 9;

function attack(template: Template, seed: number, count: number): { accepted: number; refused: number } {
  const tally = { accepted: 0, refused: 0 };
  for (const mutation of codeMutations(template, seed, count)) {
    try {
      verify(mutation.template);
      tally.accepted++;
    } catch (error) {
      if (!(error instanceof VerifyError)) throw new Error(`${mutation.what}: ${String(error)}`, { cause: error });
      tally.refused++;
    }
  }
  return tally;
}

describe('assembled templates', () => {
  test.each(SAMPLE_TEXTS.map((text, i) => [i, text] as const))('sample %i', (i, text) => {
    const tally = attack(assemble(text), i, 500 * FACTOR);
    expect(Math.min(tally.accepted, tally.refused)).toBeGreaterThan(0);
  });
});

describe('compiled programs', () => {
  const files = [...scriptsUnder('tests/programs'), ...scriptsUnder('samples')].filter((_, i) => i % STRIDE === 0);
  test.each(files)('%s', (file) => {
    const tally = attack(compileScript(readScript(file), file, { lazy: false }), file.length, 60 * FACTOR);
    expect(Math.min(tally.accepted, tally.refused)).toBeGreaterThan(0);
  });
});
