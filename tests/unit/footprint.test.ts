// What a VM weighs, and that nothing of it is left when it is dropped.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { eagerTuning, fallbackRealm, nodeRealm, Vm } from 'anneal';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Kilobytes of live heap. Contexts of node:vm go in two steps, with a turn of the event loop between them. */
async function heap(): Promise<number> {
  for (let i = 0; i < 4; i++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return process.memoryUsage().heapUsed / 1024;
}

const COUNT = 40;

/** Kilobytes for each of COUNT things while they are kept, and what is left of each when they are dropped. */
async function footprint(make: () => unknown): Promise<{ each: number; left: number }> {
  // What is made once for all is no part of it.
  for (let i = 0; i < 8; i++) make();
  const before = await heap();
  const kept = Array.from({ length: COUNT }, make);
  const full = await heap();
  kept.length = 0;
  return { each: (full - before) / COUNT, left: ((await heap()) - before) / COUNT };
}

/** Meets every family of intrinsics, compiles, leaves promises and timers behind. */
const everything = `
  for (const name of Object.getOwnPropertyNames(globalThis)) globalThis[name];
  function f(list) { let s = 0; for (const x of list) s += x.value ?? x; return s; }
  f([1, { value: 2 }, 3].map((x) => x));
  (async () => { for await (const x of (async function* () { yield new Map([[1, /a/g.exec('banana')]]); })()) x; })();
  setTimeout(() => undefined, 1e6);
  class A { #p = 1; get p() { return this.#p; } }
  new A().p + [...'text'].length + new Uint8Array(8).length`;

describe.each([['node:vm', nodeRealm, 330], ['without an emptied realm', fallbackRealm, 180]] as const)('%s', (_name, realm, bound) => {
  test('an idle VM', async () => {
    const { each, left } = await footprint(() => {
      const vm = new Vm({ realm });
      vm.evaluate('1+1');
      return vm;
    });
    expect(each).toBeGreaterThan(20);
    expect(each).toBeLessThan(bound);
    expect(left).toBeLessThan(each / 4);
  });

  test.each([['interpreted', false], ['compiled', eagerTuning]] as const)('a VM that has used everything, %s', async (_mode, jit) => {
    const { each, left } = await footprint(() => {
      const vm = new Vm({ realm, jit });
      vm.evaluate(everything);
      return vm;
    });
    expect(each).toBeGreaterThan(bound);
    expect(left).toBeLessThan(each / 8);
  });

  test('a further realm', async () => {
    const vm = new Vm({ realm });
    const { each, left } = await footprint(() => {
      const further = vm.createRealm();
      vm.evaluate('1+1', 'further.js', further);
      return further;
    });
    expect(each).toBeLessThan(bound);
    expect(left).toBeLessThan(each / 4);
  });
});
