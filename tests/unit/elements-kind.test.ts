// Which elements kind V8 gives the arrays of guests: integers must not become doubles because other arrays hold doubles.

import { setFlagsFromString } from 'node:v8';
import { expect, test } from 'vitest';
import { nodeRealm, Vm } from 'anneal';

setFlagsFromString('--allow-natives-syntax');
const hasSmiElements = new Function('a', 'return %HasSmiElements(a);') as (a: unknown) => boolean;
const hasDoubleElements = new Function('a', 'return %HasDoubleElements(a);') as (a: unknown) => boolean;

const integers = `[${Array.from({ length: 40 }, (_, i) => i).join()}]`;

test.each([true, false])('arrays of integers stay so after arrays of doubles, jit: %s', (jit) => {
  for (let round = 0; round < 40; round++) {
    const vm = new Vm({ realm: nodeRealm, jit });
    const value = (source: string): unknown => {
      const outcome = vm.evaluate(source);
      return outcome.type === 'done' ? outcome.value : outcome;
    };
    expect(hasDoubleElements(value('[1, 2.5, 3]'))).toBe(true);
    expect(hasDoubleElements(value('(function (...list) { return list; })(1.5, 2)'))).toBe(true);
    expect(hasSmiElements(value('[1, 2, 3]'))).toBe(true);
    expect(hasSmiElements(value(integers))).toBe(true);
    expect(hasSmiElements(value('(function (...list) { return list; })(1, 2)'))).toBe(true);
    expect(hasSmiElements(value('Array.of(1, 2)'))).toBe(true);
  }
});
