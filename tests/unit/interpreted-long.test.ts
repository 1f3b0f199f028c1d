// VmOptions.interpretedLong: told once that a guest stays in the interpreter, and not of one that soon runs compiled code, or hardly runs.

import { expect, test } from 'vitest';
import { fallbackRealm, Vm } from 'anneal';

function timesTold(source: string): number {
  let told = 0;
  new Vm({ realm: fallbackRealm, interpretedLong: () => void told++ }).evaluate(source);
  return told;
}

/** A script that calls so many functions that are all new, with 300 iterations each. */
const newFunctions = (count: number): string => `for (let i = 0; i < ${count}; i++) (0, eval)(\`(() => { let sum = \${i}; for (let k = 0; k < 300; k++) sum += k; return sum; })()\`);`;
const hotLoop = 'let total = 0; for (let k = 0; k < 2e6; k++) total += k;';

test('a guest whose functions are all new stays in the interpreter', () => {
  expect(timesTold(newFunctions(2500))).toBe(1);
});

test('one that is compiled does not', () => {
  expect(timesTold(hotLoop)).toBe(0);
});

test('nor does one that has burnt more in compiled code, until it is much in the end', () => {
  expect(timesTold(hotLoop + newFunctions(2500))).toBe(0);
  expect(timesTold(hotLoop + newFunctions(18000))).toBe(1);
});

test('nor does a short one', () => {
  expect(timesTold('let sum = 0; for (let k = 0; k < 2000; k++) sum += k;')).toBe(0);
});

test('it comes after warmsUp, also where builtins have burnt it all', () => {
  const told: string[] = [];
  const text = "let s = 0; function f(i) { return 'x'.repeat(300000 + i).toUpperCase().length; } for (let i = 0; i < 450; i++) s += f(i);";
  new Vm({ realm: fallbackRealm, warmsUp: () => void told.push('warmsUp'), interpretedLong: () => void told.push('interpretedLong') }).evaluate(text);
  expect(told).toEqual(['warmsUp', 'interpretedLong']);
});
