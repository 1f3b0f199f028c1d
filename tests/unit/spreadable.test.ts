// What the host may spread for the guest (isSpreadable): all that the guest can reach is walked, and of each such object the host copies exactly
// what the guest's own CopyDataProperties would, without running an accessor.

import { expect, test } from 'vitest';
import { nodeRealm } from '../../src/host/node-realm.ts';
import { Vm } from '../../src/process/vm.ts';
import { fallbackRealm } from '../../src/runtime/host-realm.ts';
import { installAllIntrinsics } from '../../src/runtime/intrinsics/index.ts';
import { guestName } from '../../src/runtime/keys.ts';
import { getOwnProperty, getPrototypeOf, isSpreadable } from '../../src/runtime/objects.ts';
import { ownHostKeys } from '../../src/runtime/own-keys.ts';
import { isProxy } from '../../src/runtime/proxy.ts';
import { isFunction, isObject, type GuestObject, type Value } from '../../src/runtime/values.ts';

/** One object of each kind, and objects with accessors that came by in each way. */
const things = `
  class Base { static s = 1; #p = 1; f = 2; get g() { return 1; } static { this.block = 1; } }
  class Derived extends Base { h = 3; }
  function* generator() { yield 1; }
  async function* asyncGenerator() { yield 1; }
  function old(a, b) { return arguments; }
  const late = { a: 1 };
  Object.defineProperty(late, 'b', { get() { return 1; }, enumerable: true });
  const old2 = {};
  old2.__defineGetter__('x', () => 1);
  const hiddenThenShown = Object.defineProperty({}, 'y', { get: () => 1, configurable: true });
  Object.defineProperty(hiddenThenShown, 'y', { enumerable: true });
  const traced = {};
  Error.captureStackTrace(traced);
  Object.defineProperty(traced, 'stack', { enumerable: true });
  const error = new Error('e', { cause: 1 });
  Object.defineProperty(error, 'stack', { enumerable: true });
  const buffer = new ArrayBuffer(8);
  globalThis.things = [
    {}, { a: 1 }, { get a() { return 1; } }, { set a(v) {} }, late, old2, hiddenThenShown, traced, error, new Base(), new Derived(), Base, Derived, Base.prototype,
    generator(), asyncGenerator(), generator, old(1, 2), (function () { 'use strict'; return arguments; })(1), new Map([[1, 2]]), new Set([1]), new WeakMap(), new WeakSet(), new WeakRef({}),
    new FinalizationRegistry(() => 1), Promise.resolve(1), new Proxy({ a: 1 }, {}), new Proxy([], {}), [1, 2], [1, , 2], Object.freeze([1]), new Date(0), /r/g, 'abc'.match(/(?<n>b)/), 'a'.matchAll(/a/g),
    new Number(1), new String('abc'), new Boolean(true), Object(Symbol()), Object(1n), buffer, new SharedArrayBuffer(8), new DataView(buffer), new Uint8Array(2), new Float64Array(2),
    [][Symbol.iterator](), new Map()[Symbol.iterator](), ''[Symbol.iterator](), generator().map((x) => x), new AggregateError([1], 'm'), new TypeError('t'), Object.create(null),
    Object.create({ inherited: 1 }), (x => x), (strings => strings)\`a\${1}b\`, structuredClone({ a: [1, new Date(0)] }), JSON.parse('{"a":{"b":1}}'), Object.fromEntries([['k', 1]]),
    Object.groupBy([1, 2], (x) => x % 2), Promise.withResolvers(), globalThis, Math, JSON, Reflect, Atomics,
  ];
`;

/** Every object that can be reached from the values, through properties and prototypes. */
function reachable(vm: Vm, roots: readonly Value[]): GuestObject[] {
  const found = new Set<GuestObject>();
  const visit = (value: Value): void => {
    if (isObject(value)) found.add(value);
  };
  roots.forEach(visit);
  for (const object of found) {
    if (isProxy(object)) continue;
    visit(getPrototypeOf(object) as Value);
    for (const key of ownHostKeys(object)) {
      const d = getOwnProperty(vm.machine.mainRealm, object, key);
      for (const value of [d?.value, d?.get, d?.set]) visit(value as Value);
    }
  }
  return [...found];
}

test.each([['node:vm', nodeRealm], ['no realm', fallbackRealm]])('the host spreads what is spreadable as the guest would, with %s', (_name, realm) => {
  const vm = new Vm({ realm });
  const { mainRealm } = vm.machine;
  installAllIntrinsics(mainRealm);
  expect(vm.evaluate(things).type).toBe('done');
  const objects = reachable(vm, [mainRealm.global]);
  const spreadable = objects.filter((object) => isSpreadable(object));
  for (const object of spreadable) {
    for (const [key, d] of Object.entries(Object.getOwnPropertyDescriptors(object))) {
      if (d.enumerable !== true) continue;
      expect(guestName(key), `the host's key ${key}`).toBeDefined();
      expect('value' in d, `accessor ${key}`).toBe(true);
    }
    const copied = Reflect.ownKeys({ ...object });
    const wanted = ownHostKeys(object).filter((key) => getOwnProperty(mainRealm, object, key)?.enumerable === true);
    expect(copied).toEqual(wanted.map((key) => (typeof key === 'number' ? String(key) : key)));
  }
  expect(objects.filter(isFunction).some((object) => isSpreadable(object))).toBe(false);
  // Most objects of programs are.
  expect(spreadable.length).toBeGreaterThan(20);
});
