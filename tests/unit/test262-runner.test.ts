// The runner of test262: front matter, verdicts, the list of expected failures, and its host process.

import { expect, test } from 'vitest';
// @ts-expect-error: a script without types.
import { isFeatureInScope } from '../test262/editions.mjs';
// @ts-expect-error: a script without types.
import { compareWithExpectations, formatExpectations, parseExpectations } from '../test262/expectations.mjs';
// @ts-expect-error: a script without types.
import { HostProcess } from '../test262/host-process.mjs';
// @ts-expect-error: a script without types.
import { parseMetadata, preludeOf, runsOf } from '../test262/metadata.mjs';
// @ts-expect-error: a script without types.
import { slowsIsolate } from '../test262/slows-isolate.mjs';
// @ts-expect-error: a script without types.
import { failureClass, verdict } from '../test262/verdict.mjs';

const frontMatter = (yaml: string): { flags: Set<string>; includes: string[]; features: string[]; negative: unknown } => parseMetadata(`// a comment\n/*---\n${yaml}\n---*/\nbody();`);

test('front matter in its several notations', () => {
  const metadata = frontMatter('flags: [noStrict, async]\nincludes: [a.js,\n  b.js]\nfeatures:\n  - let\n  - "Set"  # why\nnegative:\n  phase: parse\n  type: SyntaxError');
  expect([...metadata.flags]).toEqual(['noStrict', 'async']);
  expect(metadata.includes).toEqual(['a.js', 'b.js']);
  expect(metadata.features).toEqual(['let', 'Set']);
  expect(metadata.negative).toEqual({ phase: 'parse', type: 'SyntaxError' });
  expect(frontMatter('description: none').negative).toBeNull();
  expect(frontMatter('includes: one.js').includes).toEqual(['one.js']);
});

test('runs and harness files', () => {
  const none = frontMatter('description: x');
  expect(runsOf(none)).toEqual([false, true]);
  expect(runsOf(frontMatter('flags: [onlyStrict]'))).toEqual([true]);
  for (const flag of ['raw', 'module', 'noStrict']) expect(runsOf(frontMatter(`flags: [${flag}]`))).toEqual([false]);
  expect(preludeOf(none)).toEqual(['assert.js', 'sta.js']);
  expect(preludeOf(frontMatter('flags: [raw]'))).toEqual([]);
  expect(preludeOf(frontMatter('flags: [async]\nincludes: [x.js, sta.js]'))).toEqual(['assert.js', 'sta.js', 'doneprintHandle.js', 'x.js']);
});

test('scope', () => {
  expect(isFeatureInScope('regexp-modifiers')).toBe(true);
  for (const feature of ['Temporal', 'upsert', 'Intl.DateTimeFormat', 'IsHTMLDDA']) expect(isFeatureInScope(feature)).toBe(false);
});

test('verdicts', () => {
  const ok = { outcome: 'ok', errorName: '', message: '', printed: [] };
  const thrown = { outcome: 'throw', errorName: 'TypeError', message: 'x', printed: [] };
  const positive = frontMatter('description: x');
  expect(verdict(positive, ok)).toBeNull();
  expect(verdict(positive, thrown)).toBe('throw TypeError: x');
  expect(verdict(positive, { ...ok, outcome: 'timeout', message: '10 ms' })).toBe('timeout 10 ms');
  const negative = frontMatter('negative:\n  phase: runtime\n  type: TypeError');
  expect(verdict(negative, thrown)).toBeNull();
  expect(verdict(negative, ok)).toBe('no TypeError in phase runtime');
  expect(verdict(negative, { ...thrown, outcome: 'syntax' })).toMatch(/^syntax instead of TypeError/);
  expect(verdict(negative, { ...thrown, errorName: 'RangeError' })).toBe('wanted TypeError, got RangeError: x');
  expect(verdict(negative, { ...thrown, outcome: 'crash' })).toMatch(/^crash/);
  const async = frontMatter('flags: [async]');
  expect(verdict(async, ok)).toBe('async test that never ends');
  expect(verdict(async, { ...ok, printed: ['noise', 'Test262:AsyncTestComplete'] })).toBeNull();
  expect(verdict(async, { ...ok, printed: ['Test262:AsyncTestFailure:x'] })).toBe('Test262:AsyncTestFailure:x');
  expect(failureClass('[strict] throw X: wanted «1» but "a" at 12')).toBe("throw X: wanted «…» but '…' at N");
});

test('expected failures', () => {
  const expected = parseExpectations('a/b.js  # exotic\nc.js  # why not\n');
  expect(formatExpectations(expected)).toBe('a/b.js  # exotic\nc.js  # why not\n');
  expect(() => parseExpectations('b  # x\na  # x\n')).toThrow('not in order');
  expect(() => parseExpectations('b\n')).toThrow('wanted');
  const failures = new Map([['c.js', 'x'], ['d.js', 'x']]);
  expect(compareWithExpectations(expected, ['c.js', 'd.js'], failures, false)).toEqual({ unexpected: ['d.js'], stale: [] });
  expect(compareWithExpectations(expected, ['c.js', 'd.js'], failures, true)).toEqual({ unexpected: ['d.js'], stale: ['a/b.js'] });
  expect(compareWithExpectations(expected, ['a/b.js', 'c.js', 'd.js'], failures, false)).toEqual({ unexpected: ['d.js'], stale: ['a/b.js'] });
});

test('tests that slow down an isolate', () => {
  for (const source of ['Array.prototype[0] = 1;', 'Object.prototype [i] = 1;', 'Object.defineProperty(Array.prototype, "0", { get() {} });', 'Array.prototype.__proto__ = p;']) {
    expect(slowsIsolate(source), source).toBe(true);
  }
  for (const source of ['Array.prototype[Symbol.iterator]', 'Array.prototype.push(1)', 'x[0] = Array.prototype;']) expect(slowsIsolate(source), source).toBe(false);
});

test('the host process answers alike for tests in its own isolate and in the other one', async () => {
  const host = new HostProcess('--no-jit', { harness: { 'h.js': 'var h = 1;' }, timeoutMs: 1000 });
  const ask = async (source: string): Promise<Record<string, unknown>> => {
    const { id, ...answer } = await host.run({ id: source, source, path: 'x.js', prelude: ['h.js'], flags: {}, timeoutMs: 1000 });
    expect(id).toBe(source);
    return answer;
  };
  try {
    for (const start of ['', 'Array.prototype[1] = 1; ']) {
      expect(await ask(`${start}print([0, , 2].length + h)`)).toEqual({ outcome: 'ok', errorName: '', message: '', printed: ['4'] });
      expect(await ask(`${start}throw new TypeError('x')`)).toEqual({ outcome: 'throw', errorName: 'TypeError', message: 'x', printed: [] });
      expect(await ask(`${start}for (;;);`)).toEqual({ outcome: 'timeout', errorName: '', message: '1000 ms', printed: [] });
    }
  } finally {
    host.stop();
  }
});
