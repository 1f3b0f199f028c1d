// The fuel of replacing all matches grows with the text, not with its square.

import { compile, nodeRealm, Vm } from 'anneal';
import { expect, test } from 'vitest';

function fuelOf(call: string, length: number): number {
  const vm = new Vm({ realm: nodeRealm, jit: false, fuel: 1e9 });
  expect(vm.run(compile(`const text = 'ab,'.repeat(${length}); ${call}`, 'replace.js'))).toMatchObject({ type: 'done' });
  return vm.machine.fuelUsed();
}

test.each(["text.replace(/,/g, () => ';')", "text.replace(/(,)/g, (_, comma) => comma)", "text.replace(/(?<comma>,)/g, '$<comma>;')"])('%s', (call) => {
  expect(fuelOf(call, 40_000) / fuelOf(call, 10_000)).toBeLessThan(4.2);
});
