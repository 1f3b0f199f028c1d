// The host's stack cannot be overflowed: endless recursion of whatever kind is the guest's RangeError, at the same depth in all modes, and deep
// data is no reason for anything else; also when the embedder calls from deep in its own recursion.
import { describe, expect, test, vi } from 'vitest';
import { modes, type Mode, type ModeResult } from '../support/modes.ts';
import { deepData, endless, programOf, wide } from './scenarios.ts';

// On a loaded machine.
vi.setConfig({ testTimeout: 120_000 });

function check(result: ModeResult, reference: ModeResult): void {
  expect(result.error).toBeUndefined();
  expect(result.output).toBe(reference.output);
  expect(result.fuel).toBe(reference.fuel);
}

const each = modes.map((mode) => [mode.name, mode] as const);

describe.each(Object.entries(endless))('endless recursion: %s', (_, scenarios) => {
  const program = programOf(scenarios);
  let reference: ModeResult | undefined;

  test.each(each)('%s', (_name, mode) => {
    const result = mode.run(program);
    reference ??= result;
    check(result, reference);
    const lines = result.output.trimEnd().split('\n');
    expect(lines.length).toBe(Object.keys(scenarios).length);
    for (const line of lines) expect(line).toMatch(/: RangeError: Maximum call stack size exceeded \d+$/);
  });
});

test('the default depth is 10,000 frames', () => {
  // Less those of the script and of `run`.
  for (const mode of modes) expect(mode.run('let n = 0; function f() { n++; f(); } try { f(); } catch { console.log(n); }').output).toBe('9999\n');
});

describe.each(Object.entries(deepData))('deep data: %s', (_, scenarios) => {
  const program = programOf(scenarios);
  let reference: ModeResult | undefined;

  test.each(each)('%s', (_name, mode) => {
    const result = mode.run(program);
    reference ??= result;
    check(result, reference);
    for (const name of Object.keys(scenarios)) expect(result.output).toContain(`${name}: `);
    expect(result.output).not.toContain(': threw ');
  });
});

describe('wide frames', () => {
  test.each(Object.entries(wide))('%s', (name, body) => {
    const program = programOf({ [name]: body });
    const reference = modes[0].run(program);
    expect(reference.output).toContain(`${name}: `);
    for (const mode of modes) check(mode.run(program), reference);
  });
});

describe('an embedder deep in its own recursion', () => {
  const program = programOf({
    function: endless['calls']['function'],
    getter: endless['accessors']['getter'],
    constructor: endless['constructors']['derived'],
    sort: endless['callbacks']['sort'],
    toString: endless['conversions']['toString'],
  });

  function deep<T>(levels: number, f: () => T): T {
    return levels === 0 ? f() : deep(levels - 1, f);
  }

  /** Levels of `deep` that the host's stack holds. */
  function hostDepth(): number {
    let low = 0;
    for (let high = 1_000_000; low < high - 1; ) {
      const middle = (low + high) >> 1;
      try {
        deep(middle, () => 0);
        low = middle;
      } catch {
        high = middle;
      }
    }
    return low;
  }

  function runDeep(mode: Mode, share: number): void {
    const reference = modes[0].run(program);
    expect(reference.output.match(/RangeError/g)).toHaveLength(5);
    const levels = Math.floor(hostDepth() * share);
    check(deep(levels, () => mode.run(program)), reference);
  }

  test.each(each)('half the stack: %s', (_name, mode) => runDeep(mode, 0.5));
  // The budget starts from the whole stack of the host; what the embedder has used of it is not known yet.
  test.fails('most of the stack', () => {
    for (const mode of modes) runDeep(mode, 0.85);
  });
});
