// Damaged bytecode files: decoded and verified, each ends with a template or with a FormatError or VerifyError, soon.
//
// Half of the copies get a right checksum, as a malicious file would have, so that what lies behind it is tested too. Files
// are made from assembled templates and from compiled programs. ANNEAL_FUZZ=n multiplies the number of copies.

import { describe, expect, test, vi } from 'vitest';
import { assemble } from '../../src/bytecode/assembler.ts';
import { formatTemplate } from '../../src/bytecode/assembler-print.ts';
import { compileScript } from '../../src/bytecode/compile.ts';
import { decode, decodeVerified, encode, FormatError, reseal } from '../../src/bytecode/encoding.ts';
import { VerifyError } from '../../src/bytecode/verifier.ts';
import { mutations } from '../support/mutate.ts';
import { readScript, scriptsUnder } from '../support/programs.ts';
import { SAMPLE_TEXTS } from '../support/sample-templates.ts';

// On a loaded machine.
vi.setConfig({ testTimeout: 120_000 });

const FACTOR = Number(process.env['ANNEAL_FUZZ'] ?? 1);
const COPIES = 400;
/** One program in so many is attacked: enough to have every kind of construct. */
const STRIDE = 12;
/** Milliseconds of processor time for one copy, far more than any takes, to tell a hang from a slow machine. */
const TOO_LONG = 5000;

interface Tally {
  format: number;
  verify: number;
  accepted: number;
}

function attack(bytes: Uint8Array, seed: number, count: number): Tally {
  const tally: Tally = { format: 0, verify: 0, accepted: 0 };
  let n = 0;
  for (const mutation of mutations(bytes, seed, count)) {
    if (n++ % 8 !== 0) reseal(mutation.bytes);
    const start = process.cpuUsage();
    try {
      const template = decodeVerified(mutation.bytes);
      tally.accepted++;
      // What is accepted is a template like any other.
      expect(decode(encode(template))).toEqual(template);
      formatTemplate(template);
    } catch (error) {
      if (error instanceof FormatError) tally.format++;
      else if (error instanceof VerifyError) tally.verify++;
      else throw new Error(`${mutation.what}: ${String(error)}`, { cause: error });
    }
    const time = process.cpuUsage(start).user / 1000;
    if (time > TOO_LONG) throw new Error(`${mutation.what}: took ${Math.round(time)} ms`);
  }
  return tally;
}

describe('assembled templates', () => {
  test.each(SAMPLE_TEXTS.map((text, i) => [i, text] as const))('sample %i', (i, text) => {
    const tally = attack(encode(assemble(text), { dropSource: true }), 1000 + i, 3 * COPIES * FACTOR);
    // All three outcomes occur, or the test does not test what it is meant to.
    expect(Math.min(tally.format, tally.verify, tally.accepted)).toBeGreaterThan(0);
  });
});

describe('compiled programs', () => {
  const files = [...scriptsUnder('tests/programs'), ...scriptsUnder('samples')];
  // Without the text, or most of the damage would be done to that.
  const encoded = files.filter((_, i) => i % STRIDE === 0).map((file) => [file, encode(compileScript(readScript(file), file), { dropSource: true })] as const);

  test.each(encoded)('%s', (file, bytes) => {
    const tally = attack(bytes, file.length, Math.ceil((COPIES * FACTOR) / 8));
    expect(Math.min(tally.format, tally.verify)).toBeGreaterThan(0);
  });

  test('something is accepted after damage', () => {
    let accepted = 0;
    for (const [file, bytes] of encoded) accepted += attack(bytes, file.length + 1000, 10).accepted;
    expect(accepted).toBeGreaterThan(0);
  });
});
