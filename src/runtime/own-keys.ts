// [[OwnPropertyKeys]] and what enumerates by it: which keys of a host object are those of the guest object, in which order, and how many there are.

import { firstKeys } from './function.ts';
import { guestName, hostSymbols, isArrayIndex } from './keys.ts';
import { exoticOf, getOwnProperty, hasHostLength, isSimpleArray, isSpreadable, settle } from './objects.ts';
import type { Realm } from './realm.ts';
import { checkListing } from './typed-arrays.ts';
import { isFunction, type GuestObject, type Value } from './values.ts';

/** [[OwnPropertyKeys]] as host keys: array indexes in ascending order, then strings, then symbols. */
export function ownHostKeys(o: GuestObject): (string | symbol)[] {
  const exotic = exoticOf(o);
  if (exotic !== null) return exotic.keys();
  checkListing(o);
  const keys: (string | symbol)[] = [];
  // A function's original properties are its first, however late the host got them.
  const first = isFunction(o) ? firstKeys(o) : NO_KEYS;
  let pending = first.length > 0;
  for (const key of Reflect.ownKeys(o)) {
    if (typeof key === 'symbol') {
      if (pending) pending = (keys.push(...first), false);
      if (!hostSymbols.has(key)) keys[keys.length] = key;
    } else if (key.charCodeAt(0) === 36) {
      if (pending) pending = (keys.push(...first), false);
      if (!first.includes(key)) keys[keys.length] = key;
    } else if (key === 'length') {
      if (hasHostLength(o)) keys.push('$length');
    } else if (isArrayIndex(key) || guestName(key) !== undefined) {
      keys[keys.length] = key;
    }
  }
  if (pending) keys.push(...first);
  return keys;
}

const NO_KEYS: readonly string[] = [];

/** The strings among them. The host has the names of ordinary objects at hand, but makes a list of all keys anew, which takes ten times as long. */
export function ownHostNames(o: GuestObject): string[] {
  if (!isFunction(o) && exoticOf(o) === null) {
    checkListing(o);
    const names = Object.getOwnPropertyNames(o);
    if (names.every((name) => name.charCodeAt(0) === 36)) return names;
  }
  return ownHostKeys(o).filter((key) => typeof key === 'string');
}

/** A host key as the guest sees it. */
export function guestKey(key: string | symbol): string | symbol {
  return typeof key === 'symbol' ? key : (guestName(key) as string);
}

/** The own enumerable string-keyed properties, in order, of an object that is neither a function nor exotic. */
export function enumerableKeys(o: GuestObject): string[] {
  const keys = Object.keys(o);
  for (let i = 0; i < keys.length; i++) {
    if (keys[i].charCodeAt(0) === 36 || guestName(keys[i]) !== undefined) continue;
    // The host's list leaves out what is not enumerable; internal slots are filtered by their names.
    settle(o);
    return Object.keys(o).filter((key) => guestName(key) !== undefined);
  }
  return keys;
}

/** Guest names of the own enumerable string-keyed properties, in order. */
export function ownEnumerableNames(realm: Realm, o: GuestObject): string[] {
  checkListing(o);
  if (!isFunction(o) && exoticOf(o) === null) {
    const keys = enumerableKeys(o);
    for (let i = 0; i < keys.length; i++) keys[i] = guestName(keys[i]) as string;
    return keys;
  }
  const names: string[] = [];
  for (const key of ownHostKeys(o)) {
    if (typeof key === 'string' && getOwnProperty(realm, o, key)?.enumerable === true) names[names.length] = guestName(key) as string;
  }
  return names;
}

/** Arrays up to this length count as full when it is asked what listing their keys costs. */
const SHORT_ARRAY = 64;

/** About how many keys `ownHostKeys` lists, for charging by it. The host has the names of ordinary objects at hand, but makes a list of all keys anew. */
export function ownKeyCount(o: GuestObject): number {
  if (isSpreadable(o)) return Object.keys(o).length + Object.getOwnPropertySymbols(o).length;
  if (isSimpleArray(o) && (o as Value[]).length <= SHORT_ARRAY) return (o as Value[]).length;
  return ownHostKeys(o).length;
}
