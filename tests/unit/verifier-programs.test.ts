// What the compiler makes of real programs is accepted by the verifier, and survives being written to a file or as text.
import { describe, expect, test } from 'vitest';
import { assemble, formatTemplate } from '../../src/bytecode/assembler.ts';
import { compileLibrary, compileScript } from '../../src/bytecode/compile.ts';
import { decodeVerified, encode } from '../../src/bytecode/encoding.ts';
import { verify, verifyTree } from '../../src/bytecode/verifier.ts';
import { readScript, scriptsUnder } from '../support/programs.ts';

const programs = [...scriptsUnder('tests/programs'), ...scriptsUnder('samples')];

describe.each(programs)('%s', (file) => {
  const text = readScript(file);

  test.each([true, false])('completion value: %s', (completionValue) => {
    const template = compileScript(text, file, { completionValue });
    verify(template);
    const bytes = encode(template);
    expect(decodeVerified(bytes)).toEqual(template);
    expect(assemble(formatTemplate(template))).toEqual(template);
  });
});

test.each(scriptsUnder('src/runtime/selfhosted'))('%s', (file) => {
  for (const template of compileLibrary(readScript(file), file).values()) verifyTree(template);
});
