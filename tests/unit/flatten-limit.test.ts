// MAX_FLATTENED (tiering/tier.ts): the stack is taken apart only so often to get rid of units that do not note where errors are made.

import { defaultTuning, nodeRealm, Vm } from 'anneal';
import { expect, test } from 'vitest';

const source = `
  function make(i) { return new Error('e' + i); }
  let length = 0;
  for (let i = 0; i < 3000; i++) length += make(i).message.length;
  console.log(length);
`;

test('after that nobody asks for it any more', () => {
  let output = '';
  let requests = 0;
  const vm = new Vm({ realm: nodeRealm, jit: { ...defaultTuning, loopThreshold: 20, osrMask: 15, invocationThreshold: 10, traceThreshold: 1 }, write: (_stream, text) => void (output += text) });
  // A machine that does not do it: what is on the host's stack stays there, and all further traces are taken from there.
  (vm as unknown as { machine: { requestFlatten(): void } }).machine.requestFlatten = () => void requests++;
  vm.evaluate(source);
  expect(output).toBe('13890\n');
  expect(requests).toBe(20);
});
