// The host refuses an entry more than it can hold (V8: 2 to the 24th) with a RangeError of its own: the guest gets one of its own, whatever puts the entry there.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { eagerTuning, fallbackRealm, Vm } from 'anneal';

/** Stands for the entry for which there is no room; not written out in the programs, whose constants the compiler keeps in Maps, too. */
const LAST = 123456.5;
const PROGRAM = 'const last = 246913 / 2;';

const { set } = Map.prototype;
const { add } = Set.prototype;
const refuse = (key: unknown): void => {
  if (key === LAST) throw new RangeError('Map maximum size exceeded');
};

// Without an emptied realm the host's builtins are those of this one.
beforeEach(() => {
  vi.spyOn(Map.prototype, 'set').mockImplementation(function (this: Map<unknown, unknown>, key, value) {
    refuse(key);
    return set.call(this, key, value);
  });
  vi.spyOn(Set.prototype, 'add').mockImplementation(function (this: Set<unknown>, value) {
    refuse(value);
    return add.call(this, value);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const sources = {
  'map.set': 'new Map().set(last, 1)', 'set.add': 'new Set().add(last)', 'new Map': 'new Map([[1, 1], [last, 1]])', 'new Set': 'new Set([1, last])',
  'new Map of a generator': 'new Map((function* () { yield [last, 1]; })())', 'Map.groupBy': 'Map.groupBy([last], (x) => x)',
};

describe.each([['interpreted', false], ['compiled', eagerTuning]] as const)('%s', (_name, jit) => {
  test.each(Object.entries(sources))('%s', (_source, source) => {
    const vm = new Vm({ realm: fallbackRealm, jit });
    const outcome = vm.evaluate(`${PROGRAM} function f() { try { ${source}; return 'none'; } catch (e) { return [e instanceof RangeError, e.message].join(); } } f(); f()`);
    expect(outcome).toMatchObject({ type: 'done', value: 'true,Map maximum size exceeded' });
  });
});
