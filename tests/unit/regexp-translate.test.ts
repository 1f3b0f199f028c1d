// Patterns that the host of Node 20 does not know, in the guest: modifiers and duplicate named groups.
import { describe, expect, test } from 'vitest';
import { eagerTuning, nodeRealm, Vm } from 'anneal';
import { hasNewSyntax, PatternError, translatePattern } from '../../src/runtime/regexp-translate.ts';

const evaluate = (source: string, jit: false | typeof eagerTuning = false): unknown => {
  const outcome = new Vm({ realm: nodeRealm, jit }).evaluate(source);
  return outcome.type === 'done' ? outcome.value : outcome;
};

/** [regular expression, texts that match, texts that do not] */
const matches: readonly (readonly [regexp: string, yes: readonly string[], no: readonly string[]])[] = [
  ['/^(?i:a)b$/', ['ab', 'Ab'], ['aB', 'AB']],
  ['/^(?-i:a)b$/i', ['ab', 'aB'], ['Ab', 'AB']],
  ['/^(?i:[a-c])(?-i:[x-z])$/i', ['Ax', 'bz'], ['aX', 'BZ']],
  ['/^(?i:[^a])$/', ['b', '1'], ['a', 'A']],
  ['/^(?i:\\u{10400})$/u', ['\u{10400}', '\u{10428}'], ['\u{10401}']],
  ['/^(?i:\\w)$/u', ['a', '\u017f', '\u212a'], ['-']],
  ['/^(?i:\\p{Lu})$/u', ['A', 'a'], ['1']],
  ['/^(?s:.)$/', ['a', '\n'], ['']],
  ['/^(?-s:.)$/s', ['a'], ['\n', '\u2028']],
  ['/^(?m:b$)/m', ['a\nb\nc'], ['ab']],
  ['/(?m:^b$)/', ['a\nb\nc', 'b'], ['ab', 'bc']],
  ['/(?-m:^b$)/m', ['b'], ['a\nb\nc']],
  ['/^(?i-s:a.)$/s', ['Ab'], ['a\n', 'b']],
  ['/^a(?i:b(?-i:c)d)e$/', ['aBcDe', 'abcde'], ['aBCDe', 'ABcDE']],
  ['/^(?:(?<x>a)|(?<x>b))\\k<x>$/', ['aa', 'bb'], ['ab', 'ba']],
  ['/^(?:(?<x>a)|(?<x>b))(?:(?<y>c)|(?<y>d))\\k<y>\\k<x>$/', ['acca', 'bddb'], ['acdb']],
];

describe.each([['interpreted', false], ['compiled', eagerTuning]] as const)('%s', (_name, jit) => {
  test.each(matches)('%s', (regexp, yes, no) => {
    expect(evaluate(`${JSON.stringify([...yes, ...no])}.map((text) => ${regexp}.test(text)).join()`, jit)).toBe([...yes.map(() => true), ...no.map(() => false)].join());
  });

  test('groups of one name', () => {
    const source = `
      const r = /(?<x>a)(?<z>!)?|(?<y>b)(?<x>c)/gd;
      const seen = [];
      for (const m of 'a bc a!'.matchAll(r)) seen.push(Object.keys(m.groups).join(''), m.groups.x, m.groups.y, m.groups.z, m.indices.groups.x);
      JSON.stringify([...seen, 'bc'.replace(r, '[$<x>$<y>]'), 'bc'.replace(r, (...args) => args.at(-1).x), 'bc'.match(r), '-bc-'.split(/(?<q>b)c|(?<q>x)/)])`;
    expect(JSON.parse(evaluate(source, jit) as string)).toEqual([
      'xzy', 'a', null, null, [0, 1], 'xzy', 'c', 'b', null, [3, 4], 'xzy', 'a', null, '!', [5, 6], '[cb]', 'c', ['bc'], ['-', 'b', null, '-'],
    ]);
  });
});

test('what is shown of a translated pattern is the guest\'s', () => {
  expect(evaluate('const r = new RegExp("(?i:a/[/])\\n(?<x>a)|(?<x>b)", "yg"); [r.source, r.flags, r.ignoreCase, String(r)].join(" ")'))
    .toBe('(?i:a\\/[/])\\n(?<x>a)|(?<x>b) gy false /(?i:a\\/[/])\\n(?<x>a)|(?<x>b)/gy');
});

test.each(['(?ii:a)', '(?-:a)', '(?i-i:a)', '(?g:a)', '(?I:a)', '(?<x>a)(?<x>b)', '(?:(?<x>a)|b)(?<x>c)', '(?i:a', '(?<x>a)|(?<x>b)\\k<y>', '(?<1>a)|(?<1>b)'])('%s is refused', (source) => {
  expect(evaluate(`try { new RegExp(${JSON.stringify(source)}); 'accepted'; } catch (e) { e.name; }`)).toBe('SyntaxError');
});

test('what cannot be said in the host\'s terms is refused', () => {
  expect(() => translatePattern('(a)(?i:\\1)', '')).toThrow(PatternError);
  expect(hasNewSyntax('(?:a)(?=b)(?<=c)')).toBe(false);
});
