import { readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { anneal, hotProgram, scratch } from '../support/cli.ts';

const file = scratch();
const source = file('hot.js', hotProgram);
const bytecode = file('hot.anb', '');
const bare = file('bare.anb', '');

test('a compiled program runs as its source does', () => {
  expect(anneal(['compile', source, '-o', bytecode])).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(anneal(['run', bytecode])).toEqual({ status: 0, stdout: '24995000 12\n', stderr: '' });
  expect(anneal(['run', '-'], { input: '' }).status).toBe(0);
});

test('--no-source leaves the text out', () => {
  const shows = file('shows.js', 'function f() { return 1; }\nconsole.log(String(f).length > 0);\nnull.x;\n');
  for (const [target, options] of [[bytecode, []], [bare, ['--no-source']]] as const) {
    expect(anneal(['compile', shows, '-o', target, ...options]).status).toBe(0);
  }
  expect(statSync(bare).size).toBeLessThan(statSync(bytecode).size);
  expect(readFileSync(bare).includes('return 1')).toBe(false);
  const { status, stderr } = anneal(['run', bare]);
  expect(status).toBe(1);
  // The position is there, the code is not.
  expect(stderr).toMatch(/^\S*shows\.js:3:\d+\n\nUncaught TypeError: .*\n {4}at \S*shows\.js:3:\d+\n$/);
});

test('disasm prints what the assembler reads, for both kinds of file', () => {
  anneal(['compile', source, '-o', bytecode]);
  const { status, stdout } = anneal(['disasm', source]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^script "" params=0/);
  expect(stdout).toMatch(/\n {2}function "area" params=1[^]*Mul r\d+ r\d+ r\d+/);
  expect(anneal(['disasm', bytecode]).stdout).toBe(stdout);
});

describe('refused', () => {
  test('a file that is damaged, truncated or no bytecode', () => {
    anneal(['compile', source, '-o', bytecode]);
    const bytes = readFileSync(bytecode);
    const damaged = Uint8Array.from(bytes);
    damaged[60] ^= 4;
    expect(anneal(['run', file('damaged.anb', damaged)])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^anneal: cannot use '.*damaged\.anb': .*checksum/) as string });
    expect(anneal(['disasm', file('short.anb', bytes.subarray(0, 100))])).toMatchObject({ status: 2, stderr: expect.stringContaining('truncated') as string });
    expect(anneal(['run', file('text.anb', 'console.log(1)')])).toMatchObject({ status: 2, stderr: expect.stringContaining('is not an Anneal bytecode file') as string });
  });

  test('compiling bytecode, a bad program, or to where nothing can be written', () => {
    expect(anneal(['compile', bytecode, '-o', bare])).toMatchObject({ status: 2, stderr: expect.stringContaining('is a bytecode file already') as string });
    expect(anneal(['compile', file('bad.js', 'let x = ;'), '-o', bare])).toMatchObject({ status: 1, stderr: expect.stringContaining('SyntaxError') as string });
    expect(anneal(['compile', source, '-o', '/no/such/folder/x.anb'])).toMatchObject({ status: 2, stderr: expect.stringContaining('cannot write') as string });
    expect(anneal(['compile', source])).toMatchObject({ status: 2, stderr: expect.stringContaining("required option '-o, --output <file>' not specified") as string });
  });
});
