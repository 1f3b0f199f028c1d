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

// Each match would give 200 captures: 18 million in all, for which there is no fuel.
test.each(['text.split(nested)', "text.replace(new RegExp(nested, 'g'), () => '')"])('%s with many captures stops before they are all made', (call) => {
  const vm = new Vm({ realm: nodeRealm, jit: false, fuel: 1e6 });
  const source = `const text = 'a'.repeat(90_000); const nested = new RegExp('('.repeat(200) + 'a' + ')'.repeat(200)); ${call}`;
  expect(vm.run(compile(source, 'captures.js')).type).not.toBe('done');
});
