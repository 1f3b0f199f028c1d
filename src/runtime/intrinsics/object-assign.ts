// Object.assign (ECMA-262 20.1.2.1), native as long as it meets no accessor of the guest; else it ends in a tail call of its self-hosted form (selfhosted/object.js).

import { getOwnProperty, isSimpleArray, isSpreadable, type Descriptor } from '../objects.ts';
import { ownHostKeys } from '../own-keys.ts';
import { createsPlain, unlessProxy, writesPlain } from '../plain-access.ts';
import type { Realm } from '../realm.ts';
import { MOST_ASSIGNED, MOST_FAST, prepareShape } from '../shapes.ts';
import { chargedSymbols } from '../symbols.ts';
import { isObject, type GuestObject, type HostKey, type Value } from '../values.ts';
import { toObject } from '../wrappers.ts';
import { chargeElements } from './core.ts';

/** More sources than that are left to the general way. */
const MOST_SOURCES = 4;

export function installAssign(realm: Realm, constructor: GuestObject): void {
  // Object.assign ( target, ...sources ). First looks at everything, then writes, or leaves it all to the self-hosted form.
  realm.method(constructor, 'assign', 2, (_callee, _self, target, ...sources) => {
    const to = toObject(realm, target);
    if (sources.length <= MOST_SOURCES && unlessProxy(() => assignsOrdinary(realm, to, sources)) === true) return to;
    const writes = unlessProxy(() => plainWrites(realm, to, sources));
    if (writes === undefined) {
      const f = realm.selfHosted('ObjectStatic_assign');
      return f.code(f, undefined, to, realm.prelude.makeArrayFrom(sources));
    }
    const { keys, values, looked } = writes;
    chargeElements(realm, looked);
    for (let i = 0; i < keys.length; i++) to[keys[i] as string] = values[i];
    return to;
  });
}

/**
 * Object.assign of properties of ordinary objects to another one or, where they are no elements, to an array like those that regexps give, where all are new or overwrite data properties: then it is done, and gives true;
 * else it does nothing.
 */
function assignsOrdinary(realm: Realm, to: GuestObject, sources: readonly Value[]): boolean {
  // Array.prototype is no host array where there is no emptied realm.
  const isOrdinary = isSpreadable(to) && to !== realm.arrayPrototype;
  if (!isOrdinary && !(isSimpleArray(to) && Reflect.getPrototypeOf(to) === realm.arrayPrototype)) return false;
  if (!Reflect.isExtensible(to)) return false;
  const lists: string[][] = [];
  let count = 0;
  for (let k = 0; k < sources.length; k++) {
    const source = sources[k];
    // What is written to the target would be read from it again.
    if (!isSpreadable(source) || source === to || Object.getOwnPropertySymbols(source).length > 0) return false;
    const names = Object.keys(source);
    count += names.length;
    // The general way looks at each.
    if (count > MOST_ASSIGNED && (count > MOST_FAST || sources.length > 1)) return false;
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      // Elements, and keys with a meaning.
      if (name.charCodeAt(0) !== 36 || name === '$length' || name === '$__proto__') return false;
      if (name in to && Reflect.getOwnPropertyDescriptor(to, name)?.writable !== true) return false;
    }
    lists[k] = names;
  }
  chargeElements(realm, count);
  if (isOrdinary && lists.length === 1) prepareShape(realm, lists[0]);
  // The host meets no accessor, neither where it reads nor where it writes, and adds properties faster than stores through variable keys.
  for (let k = 0; k < lists.length; k++) Object.assign(to, sources[k]);
  return true;
}

/** What Object.assign writes, if neither reading nor writing it calls the guest or fails; else undefined. */
function plainWrites(realm: Realm, to: GuestObject, sources: readonly Value[]): { keys: HostKey[]; values: Value[]; looked: number } | undefined {
  const keys: HostKey[] = [];
  const values: Value[] = [];
  let looked = 0;
  const creates = createsPlain(realm, to);
  for (const source of sources) {
    // Other primitives have no own properties.
    if (!isObject(source) && typeof source !== 'string') continue;
    // What is written to the target would be read from it again.
    if (source === to) return undefined;
    const from = toObject(realm, source);
    // A Proxy is met here, before the host is asked for its symbols.
    const all = ownHostKeys(from);
    looked += chargedSymbols(from);
    for (const key of all) {
      if (typeof key === 'string') looked++;
      const d = getOwnProperty(realm, from, key) as Descriptor;
      if (d.enumerable !== true) continue;
      if (!('value' in d)) return undefined;
      // `length` of what may be an Object.prototype is watched where it is assigned (objects.ts).
      if (key === '$length' && Reflect.getPrototypeOf(to) === null) return undefined;
      if (!(creates && key !== '$__proto__' && !Object.hasOwn(to, key)) && !writesPlain(realm, to, key)) return undefined;
      const end = keys.length;
      keys[end] = key;
      values[end] = d.value;
    }
  }
  return { keys, values, looked };
}

/** What assignsBySpread gives where all keys of the second source are keys of the first. */
export const AS_CLONE = 2;

/**
 * Whether assigning one or two spreadable objects to a new object is the same as to spread them into the literal, and AS_CLONE if a clone of the first gets no further keys then. Charges what
 * Object.assign does, unless it gives 0.
 */
export function assignsBySpread(realm: Realm, first: GuestObject, second?: GuestObject): number {
  if (realm.objectPrototypeExotic || Object.hasOwn(first, '$__proto__')) return 0;
  const count = Object.keys(first).length + chargedSymbols(first);
  if (second === undefined) {
    chargeElements(realm, count);
    return AS_CLONE;
  }
  if (Object.hasOwn(second, '$__proto__')) return 0;
  const names = Object.keys(second);
  let i = 0;
  while (i < names.length && Object.hasOwn(first, names[i])) i++;
  const isClone = i === names.length;
  // Of many properties, key by key, the host would make a dictionary (shapes.ts).
  if (!isClone && count + names.length > MOST_ASSIGNED) return 0;
  chargeElements(realm, count + names.length + chargedSymbols(second));
  return isClone ? AS_CLONE : 1;
}
