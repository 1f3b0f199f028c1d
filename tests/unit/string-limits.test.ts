// Results that would be longer than a string may be are refused before they are made, with an error that the guest can catch.

import { nodeRealm, Vm } from 'anneal';
import { expect, test } from 'vitest';

test.each([
  ["JSON.stringify('\\u0001'.repeat(9e7))"],
  ["JSON.stringify('\"'.repeat(1.4e8))"],
  ["JSON.stringify({ ['\\u0001'.repeat(9e7)]: 1 })"],
  ["JSON.stringify(['\\ud800'.repeat(4.6e7)])"],
])('%s', (source) => {
  const vm = new Vm({ realm: nodeRealm });
  expect(vm.evaluate(`try { ${source}.length; } catch (e) { e.name + ': ' + e.message; }`)).toEqual({ type: 'done', value: 'RangeError: Invalid string length' });
});

test('quoting counts what it will write', () => {
  const vm = new Vm({ realm: nodeRealm });
  const text = `'"\\\\\\n\\u0001\\u000b\\ud800 \\ud83d\\ude00 \\ude00'`;
  // Long enough for the length to be counted first.
  expect(vm.evaluate(`const piece = ${text}; const once = JSON.stringify(piece).length - 2; JSON.stringify(piece.repeat(3e6)).length - 2 === once * 3e6;`)).toEqual({ type: 'done', value: true });
});
