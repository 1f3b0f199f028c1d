// Functions that are too large to be compiled are refused before much work is done for them, and run interpreted.

import { expect, test } from 'vitest';
import { listenToTier, nodeRealm, Vm, type TierEvent } from 'anneal';

test('a function of tens of thousands of words is refused by its size', () => {
  const lines = Array.from({ length: 2000 }, (_, i) => `t[${i}] = (t[${i}] ^ ${i}) + n; if (n > ${i % 3}) t[${i}] -= ${i};`);
  const vm = new Vm({ realm: nodeRealm });
  const refused: (TierEvent & { type: 'refuse' })[] = [];
  listenToTier(vm, (event) => {
    if (event.type === 'refuse') refused.push(event);
  });
  const outcome = vm.evaluate(`function large(t, n) { ${lines.join('\n')} return t; }
    let table; for (let call = 0; call < 150; call++) table = large(new Array(2000).fill(0), call % 5); table.reduce((a, b) => a + b, 0);`);
  const expected = Array.from({ length: 2000 }, (_, i) => i + 4 - i).reduce((a, b) => a + b, 0);
  expect(outcome).toEqual({ type: 'done', value: expected });
  expect(refused.map(({ linked, reason }) => [linked.template.name, reason])).toEqual([['large', 'more than 26000 words of bytecode']]);
});
