// What the compiler makes of real programs is accepted by the verifier, and survives being written to a file or as text.
import { expect, test, vi } from 'vitest';
import { assemble } from '../../src/bytecode/assembler.ts';
import { formatTemplate } from '../../src/bytecode/assembler-print.ts';
import { compileLibrary, compileScript } from '../../src/bytecode/compile.ts';
import { decodeVerified, encode } from '../../src/bytecode/encoding.ts';
import { verify, verifyTree } from '../../src/bytecode/verifier.ts';
import { readScript, scriptsUnder } from '../support/programs.ts';

// On a loaded machine.
vi.setConfig({ testTimeout: 120_000 });

const programs = [...scriptsUnder('tests/programs'), ...scriptsUnder('samples')];

/** Files are compared instead of templates, which is a hundred times faster. */
function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

test.each(programs)('%s', (file) => {
  const text = readScript(file);
  verify(compileScript(text, file, { completionValue: false }));
  const template = compileScript(text, file);
  verify(template);
  const bytes = encode(template);
  expect(same(encode(decodeVerified(bytes)), bytes)).toBe(true);
  expect(same(encode(assemble(formatTemplate(template))), bytes)).toBe(true);
});

test.each(scriptsUnder('src/runtime/selfhosted'))('%s', (file) => {
  for (const template of compileLibrary(readScript(file), file).values()) verifyTree(template);
});
