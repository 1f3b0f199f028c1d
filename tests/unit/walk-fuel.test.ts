// A walk over a Map or a Set that something was deleted from passes over what was there: it charges when it begins, by the size (I6). One in which nothing was, does not.

import { expect, test } from 'vitest';
import { nodeRealm } from '../../src/host/node-realm.ts';
import { Vm } from '../../src/process/vm.ts';

const walks = {
  'map.keys()': 'map.keys().next()', 'map.forEach': 'try { map.forEach(() => { throw 0; }); } catch {}', 'for-of over a map': 'for (const [k] of map) break',
  'set.values()': 'set.values().next()', 'set.forEach': 'try { set.forEach(() => { throw 0; }); } catch {}', 'a pattern': 'const [first] = set',
};

/** Units of fuel that ten walks take which end after one step. */
function fuelOf(walk: string, size: number, jit: boolean, change: string): number {
  const vm = new Vm({ realm: nodeRealm, jit });
  vm.evaluate(`const map = new Map(), set = new Set(); for (let i = 0; i < ${size}; i++) { map.set(i, i); set.add(i); } ${change}`);
  const before = vm.fuelUsed;
  vm.evaluate(`for (let i = 0; i < 10; i++) { ${walk}; }`);
  return vm.fuelUsed - before;
}

const deleting = 'map.delete(0); set.delete(0);';
test.each(Object.entries(walks))('%s', (_name, walk) => {
  const fuel = fuelOf(walk, 6401, false, deleting);
  expect(fuel - fuelOf(walk, 65, false, deleting)).toBe(10 * (100 - 1));
  expect(fuelOf(walk, 6401, true, deleting)).toBe(fuel);
  expect(fuelOf(walk, 6401, false, '')).toBe(fuelOf(walk, 65, false, ''));
  // Nothing is passed over once all is gone.
  expect(fuelOf(walk, 6401, false, 'map.clear(); set.clear(); map.set(1, 1); set.add(1)')).toBe(fuelOf(walk, 65, false, ''));
});
