// Every program of tests/programs and tests/regress, in all modes: equal output (that of native Node, kept in .expected) and equal fuel.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { modes } from './support/modes.ts';
// @ts-expect-error: a script without types.
import { slowsIsolate } from './test262/slows-isolate.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

function programs(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? programs(path) : entry.name.endsWith('.js') ? [path] : [];
  });
}

const corpus = [...programs(join(here, 'programs')), ...programs(join(here, 'regress'))].map((file) => ({ name: relative(here, file), file, source: readFileSync(file, 'utf8') }));
// Those that slow down all that runs after them in the same isolate come last.
const files = [...corpus.filter(({ source }) => !slowsIsolate(source)), ...corpus.filter(({ source }) => slowsIsolate(source))];

test('the corpus is there', () => {
  expect(files.length).toBeGreaterThanOrEqual(150);
});

describe.each(files)('$name', ({ name, file, source }) => {
  const expected = readFileSync(file.replace(/\.js$/, '.expected'), 'utf8');
  let reference: ReturnType<(typeof modes)[0]['run']> | undefined;

  test.each(modes.map((m) => [m.name, m] as const))('%s', (_name, mode) => {
    reference ??= modes[0].run(source, name);
    const result = mode === modes[0] ? reference : mode.run(source, name);
    expect(result.error).toBeUndefined();
    expect(result.output).toBe(expected);
    expect(result.fuel).toBe(reference.fuel);
  });
});
