// Every program of tests/modules/programs, a folder with a main.mjs, in all modes: the output of native Node, kept in main.expected,
// and equal fuel.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ModuleLoader } from 'anneal';
import { describe, expect, test } from 'vitest';
import { modes } from '../support/modes.ts';

const folder = fileURLToPath(new URL('programs', import.meta.url));
const names = readdirSync(folder);

/** The files of one program; its keys are their names. */
function loaderOf(program: string): ModuleLoader {
  return {
    resolve: (specifier, referrer) => path.posix.join(path.posix.dirname(referrer), specifier),
    load(key, { type }) {
      const text = readFileSync(path.join(folder, program, key), 'utf8');
      return type === 'json' ? { type: 'json', text } : { type: 'source', text };
    },
  };
}

describe.each(names)('%s', (name) => {
  const expected = readFileSync(path.join(folder, name, 'main.expected'), 'utf8');
  const loader = loaderOf(name);
  const reference = modes[0].runModule('main.mjs', loader);

  test.each(modes.map((mode) => [mode.name, mode] as const))('%s', (_name, mode) => {
    const result = mode === modes[0] ? reference : mode.runModule('main.mjs', loader);
    expect(result.error).toBeUndefined();
    expect(result.output).toBe(expected);
    expect(result.fuel).toBe(reference.fuel);
  });
});
