// Every program of tests/programs and tests/regress, in all modes: equal output (that of native Node, kept in .expected) and equal fuel.
//
// They are split among tests/programs-N.test.ts, each of which has a process of its own: that keeps both processors busy, and thousands of VMs in one process
// slow each other down.

import { describe, expect, test } from 'vitest';
import { modes } from './modes.ts';
import { readScript, scriptsUnder } from './programs.ts';
// @ts-expect-error: a script without types.
import { slowsIsolate } from '../test262/slows-isolate.mjs';

/** How many files the programs are split among. */
const PARTS = 4;

/** Declares the tests of every fourth program, from the one at `part` (0 to 3). */
export function testPrograms(part: number): void {
  const corpus = [...scriptsUnder('tests/programs'), ...scriptsUnder('tests/regress')].filter((_file, i) => i % PARTS === part).map((file) => ({ file, name: file.slice('tests/'.length), source: readScript(file) }));
  // Those that slow down all that runs after them in the same isolate come last.
  const files = [...corpus.filter(({ source }) => !slowsIsolate(source)), ...corpus.filter(({ source }) => slowsIsolate(source))];

  test('the corpus is there', () => {
    expect(files.length).toBeGreaterThanOrEqual(80);
  });

  describe.each(files)('$name', ({ file, name, source }) => {
    const expected = readScript(file.replace(/\.js$/, '.expected'));
    let reference: ReturnType<(typeof modes)[0]['run']> | undefined;

    test.each(modes.map((m) => [m.name, m] as const))('%s', (_name, mode) => {
      reference ??= modes[0].run(source, name);
      const result = mode === modes[0] ? reference : mode.run(source, name);
      expect(result.error).toBeUndefined();
      expect(result.output).toBe(expected);
      expect(result.fuel).toBe(reference.fuel);
    });
  });
}
