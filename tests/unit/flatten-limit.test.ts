// MAX_FLATTENED (tiering/tier.ts): the stack is taken apart only so often to get rid of units that do not note where errors are made.

import { defaultTuning, nodeRealm, Vm } from 'anneal';
import { expect, test } from 'vitest';

// The loop is compiled before the first error: its unit does not note where it is, and stays on the host's stack.
const source = `
  function make(i) { return i < 500 ? { message: 'none' } : new Error('e' + i); }
  let length = 0;
  for (let i = 0; i < 2000; i++) length += make(i).message.length;
  console.log(length);
`;

test('after that nobody asks for it any more', () => {
  let output = '';
  let requests = 0;
  let traces = 0;
  const vm = new Vm({ realm: nodeRealm, jit: { ...defaultTuning, loopThreshold: 20, osrMask: 15, invocationThreshold: 10, traceThreshold: 1 }, write: (_stream, text) => void (output += text) });
  // A machine that does not do it: what is on the host's stack stays there, and all further traces are taken from there.
  (vm as unknown as { machine: { requestFlatten(): void } }).machine.requestFlatten = () => void requests++;
  const { tier } = vm as unknown as { tier: { tracedByHost(): void } };
  const { tracedByHost } = tier;
  tier.tracedByHost = function () {
    traces++;
    tracedByHost.call(this);
  };
  vm.evaluate(source);
  expect(output).toBe('9000\n');
  expect(traces).toBeGreaterThan(100);
  expect(requests).toBe(20);
});
