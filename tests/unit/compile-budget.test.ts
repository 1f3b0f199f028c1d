import { expect, test } from 'vitest';
import { flatnessFactor, thresholdFactor } from '../../src/tiering/compile-budget.ts';

test('thresholds stay as they are while compiling is within its means', () => {
  expect(thresholdFactor(0, 20)).toBe(1);
  expect(thresholdFactor(20, 20)).toBe(1);
});

test('they rise with how far it is beyond them, up to 64 times', () => {
  expect(thresholdFactor(20.1, 20)).toBe(2);
  expect(thresholdFactor(40, 20)).toBe(2);
  expect(thresholdFactor(41, 20)).toBe(4);
  expect(thresholdFactor(21 * 64, 20)).toBe(64);
});

test('nothing is allowed', () => {
  expect(thresholdFactor(0, 0)).toBe(1);
  expect(thresholdFactor(1, 0)).toBe(64);
});

test('thresholds rise with the units that are more than there may be, up to eight times', () => {
  expect(flatnessFactor(0, 128)).toBe(1);
  expect(flatnessFactor(128, 128)).toBe(1);
  expect(flatnessFactor(152, 128)).toBe(2);
  expect(flatnessFactor(128 + 24 * 7, 128)).toBe(8);
  expect(flatnessFactor(5000, 128)).toBe(8);
  expect(flatnessFactor(5000, 1e9)).toBe(1);
});
