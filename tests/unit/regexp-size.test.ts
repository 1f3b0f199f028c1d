// Patterns as large as they may be are compiled wherever the guest stands in its stack, and larger ones are refused in every mode: V8's compiler of regular
// expressions ends the process where the host's stack ends.

import { expect, test, vi } from 'vitest';
import { PATTERN_LIMIT, patternFuel, patternStack } from '../../src/runtime/regexp-size.ts';
import { modes } from '../support/modes.ts';

vi.setConfig({ testTimeout: 120_000 });

test.each<[string, string, number]>([
  ['a', '', 0],
  [`${'a'.repeat(100)}`, '', 50],
  ['[ab]'.repeat(100), '', 50],
  [Array.from({ length: 1000 }, (_, i) => `word${i}`).join('|'), '', 50],
  ['(a)'.repeat(100), '', 100 * (200 + 60 + 50)],
  ['(?:a|bc)'.repeat(100), '', 100 * (200 + 50)],
  ['(?:a|b*)'.repeat(100), '', 100 * (200 + 50 + 130)],
  [`${'('.repeat(100)}${')'.repeat(100)}`, '', 100 * (200 + 60)],
  [`${'(?:a|'.repeat(100)}b${')'.repeat(100)}`, '', 100 * 200 + 50],
  ['\\p{Script=Latin}'.repeat(100), 'u', 100 * 200],
  [`${'['.repeat(100)}a${']'.repeat(100)}`, 'v', 200 + 100 * 200],
  [`${'(?:a'.repeat(10)}${'){3}'.repeat(10)}${' '.repeat(50)}`, '', 6 * (10 * (200 + 50 + 130) + 50)],
  // Nonsense is no reason for anything else.
  [`${')'.repeat(50)}${'['.repeat(50)}`, '', 50],
  [`${'\\p{'.repeat(50)}`, 'u', 200],
  ['\\'.repeat(101), '', 50],
])('%#: stack for a pattern', (source, flags, expected) => {
  expect(patternStack(source, flags)).toBe(expected);
});

test('fuel grows from where compiling takes time', () => {
  expect([0, 20 << 10, 48 << 10].map(patternFuel)).toEqual([0, 0, 0]);
  expect(patternFuel(PATTERN_LIMIT)).toBeGreaterThan(1e8);
  expect(patternFuel(PATTERN_LIMIT + 1)).toBe(0);
});

const kinds: Record<string, string> = {
  groups: "'('.repeat(n) + ')'.repeat(n)",
  'optional groups': "'(?:a'.repeat(n) + ')?'.repeat(n)",
  'lazy groups': "'(a'.repeat(n) + ')*?'.repeat(n)",
  alternatives: "'(?:a|'.repeat(n) + 'b' + ')'.repeat(n)",
  repetitions: "'(?:c'.repeat(n) + 'a' + '|b){2,3}'.repeat(n)",
  lookaheads: "'(?=a'.repeat(n) + ')'.repeat(n)",
  captures: "'(a)'.repeat(n)",
  'alternatives in a row': "'(?:a|b){2,3}'.repeat(n)",
  'optional characters': "'a?'.repeat(n)",
};

/** The largest n of a kind within the limit. */
function largest(kind: string): number {
  const make = new Function('n', `return ${kind}`) as (n: number) => string;
  let n = 1;
  while (patternStack(`x${make(n + 1)}`, '') <= PATTERN_LIMIT) n++;
  return n;
}

test.each(Object.entries(kinds))('%s', (_, kind) => {
  const n = largest(kind);
  // The texts are such that the matcher, which may take long for nested repetitions, soon knows.
  const program = `
    const deep = (levels, f) => levels === 0 ? f() : deep(levels - 1, f) + '';
    const pattern = (n) => ${kind};
    for (const depth of [0, 790, 2500]) {
      console.log(depth, deep(depth, () => {
        const regExp = new RegExp('x' + pattern(${n}));
        return [/y/.test(''), regExp.test('y'), regExp.test('\\u0101'), 'zz'.replace(regExp, 'a'), 'zz\\u0101'.split(regExp).length].join();
      }));
      for (const make of [RegExp, (source) => eval('/' + source + '/')]) {
        try { deep(depth, () => make('x' + pattern(${n + 1})).test('')); } catch (e) { console.log(e.name, /too large$|too deeply$/.exec(e.message)?.[0], e instanceof SyntaxError); }
      }
    }`;
  let fuel = -1;
  for (const mode of modes) {
    const result = mode.run(program);
    expect(result.error).toBeUndefined();
    // A literal may be nested too deeply for the parser before it is too large.
    expect(result.output.replaceAll('too deeply', 'too large')).toBe([0, 790, 2500].map((depth) => `${depth} false,false,false,zz,1\n${'SyntaxError too large true\n'.repeat(2)}`).join(''));
    if (fuel < 0) fuel = result.fuel;
    expect(result.fuel).toBe(fuel);
  }
});

test('too much text in a row is an error when it is matched, as in V8', () => {
  for (const mode of modes.slice(0, 2)) {
    const result = mode.run(`
      const regExp = new RegExp('a'.repeat(100000), 'g');
      for (const f of [() => regExp.exec('a'), () => regExp.test('a'), () => 'a'.replace(regExp, 'b'), () => 'a'.split(regExp), () => 'a'.search(regExp), () => 'a'.match(regExp), () => [...'a'.matchAll(regExp)]]) {
        try { f(); console.log('none'); } catch (e) { console.log(e.name, e.message.slice(-28)); }
      }`);
    expect(result.error).toBeUndefined();
    expect(result.output).toBe('SyntaxError Regular expression too large\n'.repeat(7));
  }
});
