// Copying properties, or fixing all of them, charges for all that is looked at, whatever is copied of it: the fuel grows with the source (I6).

import { describe, expect, test } from 'vitest';
import { nodeRealm } from '../../src/host/node-realm.ts';
import { Vm } from '../../src/process/vm.ts';

const sources = {
  'enumerable properties': 'source["k" + i] = i',
  'hidden properties': 'Object.defineProperty(source, "k" + i, { value: i, enumerable: false })',
  'properties that were hidden later': 'source["k" + i] = i; Object.defineProperty(source, "k" + i, { enumerable: false })',
  'symbols': 'source[Symbol()] = i',
};
const copies = {
  'a spread': '({ ...source })', 'a spread behind properties': '({ a: 1, ...source })', 'the rest of a pattern': '(({ a, ...rest }) => rest)(source)', 'Object.assign': 'Object.assign({}, source)',
  'asking whether it is frozen': 'Object.isFrozen(Object.preventExtensions(source))', 'sealing': 'Object.seal(source)',
};

/** Units of fuel that ten copies of a source of `size` properties take. */
function fuelOf(property: string, copy: string, size: number, jit: boolean): number {
  const vm = new Vm({ realm: nodeRealm, jit });
  vm.evaluate(`const source = {}; for (let i = 0; i < ${size}; i++) { ${property}; }`);
  const before = vm.fuelUsed;
  vm.evaluate(`for (let i = 0; i < 10; i++) ${copy};`);
  return vm.fuelUsed - before;
}

describe.each(Object.entries(sources))('%s', (_name, property) => {
  test.each(Object.entries(copies))('%s', (_copy, copy) => {
    const fuel = fuelOf(property, copy, 4000, false);
    expect(fuel - fuelOf(property, copy, 1000, false)).toBeGreaterThan((10 * 3000) / 16);
    expect(fuelOf(property, copy, 4000, true)).toBe(fuel);
  });
});
