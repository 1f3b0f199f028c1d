// VmOptions.interpretedLong: told once that a guest stays in the interpreter, and not of one that soon runs compiled code, or hardly runs.

import { expect, test } from 'vitest';
import { fallbackRealm, Vm } from 'anneal';

function timesTold(source: string): number {
  let told = 0;
  new Vm({ realm: fallbackRealm, interpretedLong: () => void told++ }).evaluate(source);
  return told;
}

test('a guest whose functions are all new stays in the interpreter', () => {
  expect(timesTold("for (let i = 0; i < 2500; i++) (0, eval)(`(() => { let sum = ${i}; for (let k = 0; k < 300; k++) sum += k; return sum; })()`);")).toBe(1);
});

test('one that is compiled does not', () => {
  expect(timesTold('let sum = 0; for (let k = 0; k < 2e6; k++) sum += k;')).toBe(0);
});

test('nor does a short one', () => {
  expect(timesTold('let sum = 0; for (let k = 0; k < 2000; k++) sum += k;')).toBe(0);
});
