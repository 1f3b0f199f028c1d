// What the benchmark says of runs: the statistics, and the time to half of peak speed.

import { describe, expect, test } from 'vitest';
import { halfPeak } from '../../benchmarks/peak.mjs';
import { difference, geometricMean, median, spread } from '../../benchmarks/statistics.mjs';

test('means, medians and spreads', () => {
  expect(geometricMean([1, 4])).toBe(2);
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(spread([10, 12, 11])).toBeCloseTo(0.1);
});

describe('difference', () => {
  test('tells longer from shorter times', () => {
    expect(difference([21, 22, 23, 24, 25], [11, 12, 13, 14, 15])).toBe(1);
    expect(difference([11, 12, 13, 14, 15], [21, 22, 23, 24, 25])).toBe(-1);
  });

  test('takes what may be chance for chance', () => {
    expect(difference([11, 13, 15, 17, 19], [12, 14, 16, 18, 20])).toBe(0);
  });

  test('knows when it cannot tell', () => {
    expect(difference([21, 22, 23, 24], [11, 12, 13, 14])).toBeUndefined();
    expect(difference([21, 22], [11, 12, 13, 14, 15])).toBeUndefined();
  });
});

describe('halfPeak', () => {
  const ends = (durations: number[]): number[] => durations.map((_, i) => durations.slice(0, i + 1).reduce((a, b) => a + b, 0));

  test('is where slices take at most twice as long as later', () => {
    expect(halfPeak(ends([50, 40, 30, ...new Array<number>(100).fill(5)]))).toBe(120);
    expect(halfPeak(ends([50, 10, 10, 10, ...new Array<number>(100).fill(5)]))).toBe(50);
  });

  test('is not fooled by a single fast slice', () => {
    expect(halfPeak(ends([50, 5, 50, 50, ...new Array<number>(100).fill(5)]))).toBe(155);
  });

  test('is 0 for what is never slower', () => {
    expect(halfPeak(ends(new Array<number>(100).fill(5)))).toBe(0);
  });
});
