// Every opcode has a case in the interpreter's loop or a handler among its slow paths, and the loop's literal numbers are those of the table.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
// @ts-expect-error: a script without types.
import { renumbered as renumberedUntyped } from '../../.ci/renumber.mjs';
import { Op, opcodes } from '../../src/bytecode/opcodes.ts';
import { hasSlowPath } from '../../src/interpreter/slow.ts';

const renumbered = renumberedUntyped as (text: string, numberOf: (name: string) => number | undefined) => string;
const numberOf = (name: string): number | undefined => (Op as Record<string, number | undefined>)[name];

const text = readFileSync(new URL('../../src/interpreter/loop.ts', import.meta.url), 'utf8');

/** The cases of the loop's switch: the opcodes that share a body, and its text. */
const cases: { readonly names: string[]; readonly body: string }[] = [];
for (const part of text.split(/(?=\bcase \d+ \/\*)/).slice(1)) {
  const [label, name] = /^case \d+ \/\* (\w+) \*\/:/.exec(part) ?? [];
  if (label === undefined) throw new Error(`not of the form case 1 /* Name */: ${part.slice(0, 60)}`);
  const body = part.slice(label.length).split(/\n {12}default:/)[0];
  const last = cases.at(-1);
  if (last?.body.trim() === '') cases.splice(-1, 1, { names: [...last.names, name], body });
  else cases.push({ names: [name], body });
}
const inLoop = new Set(cases.flatMap(({ names }) => names));

describe('the interpreter', () => {
  test('was read', () => {
    expect(inLoop.size).toBeGreaterThan(60);
    expect(text.match(/\bcase\b(?! \d+ \/\* \w+ \*\/:)/g)?.length ?? 0).toBe(text.match(/\/\/.*\bcase\b/g)?.length ?? 0);
  });

  test.each(opcodes.map(({ name, code }) => [name, code] as const))('knows %s', (name, code) => {
    expect(inLoop.has(name) || hasSlowPath(code)).toBe(true);
  });

  test('has a slow path wherever the loop gives up', () => {
    const givingUp = cases.filter(({ body }) => /\bbreak execute;|\bslow\(/.test(body)).flatMap(({ names }) => names);
    expect(givingUp.length).toBeGreaterThan(20);
    expect(givingUp.filter((name) => !hasSlowPath(numberOf(name) ?? -1))).toEqual([]);
  });

  test('has each case once', () => {
    expect(inLoop.size).toBe(cases.flatMap(({ names }) => names).length);
  });
});

describe('renumbering', () => {
  test('leaves the loop as it is', () => {
    expect(renumbered(text, numberOf), 'npm run renumber').toBe(text);
  });

  test('follows the table', () => {
    expect(renumbered('case 0 /* A */: x(5 /* B */, 6 /* no name */)', (name) => ({ A: 7, B: 88 })[name])).toBe('case 7 /* A */: x(88 /* B */, 6 /* no name */)');
    expect(() => renumbered('case 0 /* C */:', () => undefined)).toThrow('there is no opcode C');
  });
});
