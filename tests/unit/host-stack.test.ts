// What is left of the host's stack is found without overflowing it.

import { expect, test } from 'vitest';
import { hasStack } from '../../src/interpreter/host-stack.ts';

test('there is stack at first and not at its end, which does no harm', () => {
  const answers: boolean[] = [];
  function down(level: number): number {
    if (level % 100 === 0) answers.push(hasStack());
    return down(level + 1) + 1;
  }
  expect(() => down(0)).toThrow(RangeError);
  expect(answers[0]).toBe(true);
  // Where the host optimises the trial on the way, there is stack once more for what needs less of it then.
  expect(answers.at(-1)).toBe(false);
  expect(hasStack()).toBe(true);
});
