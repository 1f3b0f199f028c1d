// Intrinsics are made when they are first asked for. Whatever is asked for first, and whatever the guest has done by then, they are the same.

import { beforeAll, describe, expect, test } from 'vitest';
import { nodeRealm } from '../../src/host/node-realm.ts';
import { Vm } from '../../src/process/vm.ts';
import { InternalError } from '../../src/runtime/errors.ts';
import { fallbackRealm } from '../../src/runtime/host-realm.ts';
import { families } from '../../src/runtime/intrinsics/families.ts';
import { installAllIntrinsics } from '../../src/runtime/intrinsics/index.ts';
import { mangle } from '../../src/runtime/keys.ts';
import { getOwnProperty } from '../../src/runtime/objects.ts';
import type { Realm } from '../../src/runtime/realm.ts';
import type { Value } from '../../src/runtime/values.ts';
import { guestGraph } from '../support/guest-graph.ts';

const words = (text = ''): string[] => text.trim().split(/\s+/).filter((word) => word !== '');
const names = Object.keys(families);
const allIntrinsics = names.flatMap((name) => words(families[name].intrinsics));
const allGlobals = names.flatMap((name) => [...words(families[name].globals), ...words(families[name].enumerableGlobals)]);

/** Ways for the guest, or the VM on its behalf, to meet a family. */
const touches: Record<string, (vm: Vm, name: string) => void> = {
  'by its global': (vm, name) => {
    for (const global of [...words(families[name].globals), ...words(families[name].enumerableGlobals)]) vm.evaluate(global);
  },
  'by a property of the global object': (vm, name) => {
    for (const global of [...words(families[name].globals), ...words(families[name].enumerableGlobals)]) vm.evaluate(`globalThis[${JSON.stringify(global)}]`);
  },
  'by an intrinsic': (vm, name) => {
    for (const intrinsic of words(families[name].intrinsics).slice(-1)) vm.machine.mainRealm.intrinsics.get(intrinsic);
  },
};

/** A permutation that depends on the seed alone. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed * 2654435761 + 1;
  const result = [...list];
  for (let i = result.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    const j = state % (i + 1);
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}

/** All that is there: from the global object, then by names that the guest cannot say. */
function roots(realm: Realm): Value[] {
  return [realm.global, ...[...allIntrinsics].sort().map((name) => realm.intrinsics.get(name))];
}

describe.each([['node:vm', nodeRealm], ['without an emptied realm', fallbackRealm]] as const)('%s', (_name, realm) => {
  let eager: string[];
  beforeAll(() => {
    const { mainRealm } = new Vm({ realm }).machine;
    installAllIntrinsics(mainRealm);
    eager = guestGraph(mainRealm, roots(mainRealm));
  });

  test('the graph has what it should', () => {
    expect(eager.length).toBeGreaterThan(800);
    for (const text of ['"Map Iterator"', '"AsyncGeneratorFunction"', '"Float16Array"', '"groupCollapsed"']) expect(eager.join('\n')).toContain(text);
  });

  test('a walk of a fresh realm makes everything on its way', () => {
    const { mainRealm } = new Vm({ realm }).machine;
    expect(guestGraph(mainRealm, roots(mainRealm))).toEqual(eager);
  });

  test.each(Object.keys(touches).flatMap((way) => [1, 2, 3, 4].map((seed) => [way, seed] as const)))('families met %s, order %i', (way, seed) => {
    const vm = new Vm({ realm });
    for (const name of shuffled(names, seed)) touches[way](vm, name);
    const { mainRealm } = vm.machine;
    expect(guestGraph(mainRealm, roots(mainRealm))).toEqual(eager);
  });

  test('every family makes what its row says, and every global is declared', () => {
    for (const name of names) {
      const { mainRealm } = new Vm({ realm }).machine;
      const had = new Set([...mainRealm.intrinsics.entries()].map(([intrinsic]) => intrinsic));
      const listed = words(families[name].intrinsics);
      if (families[name].isEager !== true && listed.length > 0) {
        expect(had.has(listed[0]), `${name} is not made before it is asked for`).toBe(false);
        mainRealm.intrinsics.get(listed[0]);
      }
      const made = new Set([...mainRealm.intrinsics.entries()].map(([intrinsic]) => intrinsic));
      expect(listed.filter((intrinsic) => !made.has(intrinsic)), name).toEqual([]);
      for (const global of [...words(families[name].globals), ...words(families[name].enumerableGlobals)]) {
        expect(getOwnProperty(mainRealm, mainRealm.global, mangle(global))?.value, global).toBeDefined();
      }
    }
    expect(new Set(allGlobals).size).toBe(allGlobals.length);
    expect(new Set(allIntrinsics).size).toBe(allIntrinsics.length);
  });

  test('an intrinsic that no row lists is refused', () => {
    const { mainRealm } = new Vm({ realm }).machine;
    expect(() => mainRealm.intrinsics.set('NoSuchThing', 1)).toThrow(InternalError);
  });

  test('a guest that changes what it has does not change what comes later', () => {
    const vm = new Vm({ realm });
    vm.evaluate(`{
      const met = (key) => ({ __proto__: null, get() { throw new Error('read ' + key); }, set() { throw new Error('wrote ' + key); }, configurable: true });
      const { defineProperty, getOwnPropertyNames } = Object;
      // No loop over an iterator here: that would make families.
      const each = (list, f) => { for (let i = 0, n = list.length; i < n; i++) f(list[i]); };
      each(getOwnPropertyNames(Array.prototype), (key) => { if (key !== 'length' && key !== 'constructor') delete Array.prototype[key]; });
      Array.prototype.values = Array.prototype.toString = () => 'mine';
      defineProperty(Array.prototype, 'keys', met('keys'));
      each(getOwnPropertyNames(Function.prototype), (key) => { delete Function.prototype[key]; });
      Function.prototype.call = Function.prototype.apply = null;
      each(getOwnPropertyNames(Object), (key) => { delete Object[key]; });
      Object.setPrototypeOf = null;
      // What installers write or read, as accessors on what everything inherits from.
      each(['name', 'message', 'next', 'return', 'throw', 'value', 'get', 'set', 'enumerable', 'writable', 'raw', 'exec', 'flags', 'BYTES_PER_ELEMENT', '0', '1'], (key) => {
        defineProperty(Object.prototype, key, met(key));
      });
    }`);
    installAllIntrinsics(vm.machine.mainRealm);
    const { mainRealm } = vm.machine;
    // The objects that the guest has changed are left out: their own lines, and lines that name them by other numbers.
    const later = ['MapPrototype', 'PromisePrototype', 'RegExpPrototype', 'StringPrototype', 'DatePrototype', 'GeneratorPrototype', 'Uint8ArrayPrototype', 'TypedArrayPrototype', 'JSONNext', 'Math', 'Reflect'];
    const fresh = new Vm({ realm }).machine.mainRealm;
    installAllIntrinsics(fresh);
    const keys = (r: Realm, name: string): string => guestGraph(r, [r.intrinsics.get(name)])[1].replace(/#\d+/g, '#');
    for (const name of later) expect(keys(mainRealm, name), name).toBe(keys(fresh, name));
  });

  test.each(['Map', 'String', 'console', 'parseInt'])('%s replaced or deleted before it is made', (name) => {
    const replaced = new Vm({ realm });
    expect(replaced.evaluate(`var ${name} = 5; ${name}`)).toEqual({ type: 'done', value: 5 });
    installAllIntrinsics(replaced.machine.mainRealm);
    expect(replaced.evaluate(`${name} + globalThis.${name}`)).toEqual({ type: 'done', value: 10 });

    const written = new Vm({ realm });
    expect(written.evaluate(`globalThis.${name} = 6; ${name} = ${name} + 1; globalThis.${name}`)).toEqual({ type: 'done', value: 7 });
    installAllIntrinsics(written.machine.mainRealm);
    expect(written.evaluate(name)).toEqual({ type: 'done', value: 7 });

    const deleted = new Vm({ realm });
    expect(deleted.evaluate(`delete globalThis.${name}`)).toEqual({ type: 'done', value: true });
    installAllIntrinsics(deleted.machine.mainRealm);
    expect(deleted.evaluate(`typeof ${name} + Object.hasOwn(globalThis, '${name}')`)).toEqual({ type: 'done', value: 'undefinedfalse' });

    const shadowed = new Vm({ realm });
    expect(shadowed.evaluate(`let ${name} = 8; ${name} + typeof globalThis.${name}`).type).toBe('done');
    expect(shadowed.evaluate(`${name} === globalThis.${name}`)).toEqual({ type: 'done', value: false });

    const frozen = new Vm({ realm });
    expect(frozen.evaluate(`Object.freeze(globalThis); typeof ${name}`)).toEqual(new Vm({ realm }).evaluate(`typeof ${name}`));
  });
});
