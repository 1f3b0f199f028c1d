// The size of a bigint, by which limits and charges go.

import { expect, test } from 'vitest';
import { bigintBits } from '../../src/runtime/bigints.ts';

test('bigintBits is the size, rounded up a little', () => {
  for (const bits of [65, 66, 100, 127, 128, 129, 192, 1000, 1023, 1024, 1025, 2039, 2040, 2041, 4096, 5000, 10_000, 65_536, 1 << 19, (1 << 20) + 1, 3_000_000, (1 << 22) - 1, 1 << 22]) {
    const words = Math.ceil(bits / 64) * 64;
    const most = bits <= 1024 || bits > 1_200_000 ? words : bits + bits / 15 + 64;
    // All numbers with so many bits have the same size, the smallest and the largest.
    const smallest = 1n << BigInt(bits - 1);
    for (const x of [smallest, smallest + 1n, smallest + smallest / 3n, (smallest << 1n) - 1n]) {
      expect(bigintBits(x), `${bits} bits`).toBeGreaterThanOrEqual(bits);
      expect(bigintBits(x), `${bits} bits`).toBeLessThanOrEqual(most);
      expect(bigintBits(-x), `${bits} bits, negative`).toBe(bigintBits(x));
    }
  }
});

test('does not depend on what was asked before', () => {
  const before = bigintBits(1n << 100_000n);
  bigintBits(1n << 900_000n);
  expect(bigintBits(1n << 100_000n)).toBe(before);
});

test('what fits into 64 bits has 64', () => {
  for (const x of [0n, 1n, -1n, 2n ** 63n, 2n ** 64n - 1n, -(2n ** 64n) + 1n]) expect(bigintBits(x)).toBe(64);
});
