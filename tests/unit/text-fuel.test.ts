// Builtins that take more time for a text than reading it are paid for, and texts that get too long are the guest's RangeError.

import { expect, test } from 'vitest';
import { modes } from '../support/modes.ts';

/** Fuel of a program beyond that of the same with a text of length 1. */
function fuelOf(make: (length: number) => string): number {
  const [long, short] = [20_000, 1].map((length) => {
    const results = modes.slice(0, 2).map((mode) => mode.run(make(length)));
    for (const { error, fuel } of results) {
      expect(error).toBeUndefined();
      expect(fuel).toBe(results[0].fuel);
    }
    return results[0].fuel;
  });
  return long - short;
}

// The units that the work takes at 5 ns each, for 20,000 characters.
test.each<[string, number]>([
  ["encodeURIComponent('\\u4e00'.repeat(n))", 300_000],
  ["decodeURIComponent('a'.repeat(n))", 20_000],
  ["escape('\\u4e00'.repeat(n))", 80_000],
  ["BigInt('7'.repeat(n))", 300_000],
  ["(1n << BigInt(4 * n)).toString()", 300_000],
  // As many combining characters in a row, which are sorted.
  ["('a' + '\\u0300\\u0316'.repeat(n / 2)).normalize('NFD')", 100_000_000],
])('%s', (expression, expected) => {
  expect(fuelOf((length) => `const n = ${length}; ${expression};`)).toBeGreaterThan(expected);
});

test.each(["'\\ufdfa'.repeat(4e7).normalize('NFKD')", "escape('\\u4e00'.repeat(1e8))", "encodeURI('\\u4e00'.repeat(6e7))"])('%s is too long', (expression) => {
  const result = modes[0].run(`try { ${expression}; console.log('none'); } catch (e) { console.log(String(e)); }`);
  expect(result.error).toBeUndefined();
  expect(result.output).toBe('RangeError: Invalid string length\n');
});
