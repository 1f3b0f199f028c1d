// Reads that provably do not call the guest: the fast paths of builtins that are self-hosted otherwise (I5).
//
// Takes host keys, as objects.ts. Every function here is free of guest calls and of observable effects; where the guest
// would have to be called it says so, and the caller goes on in self-hosted code from the start of the step.

import { exoticOf, getOwnProperty, getPrototypeOf } from './objects.ts';
import type { Realm } from './realm.ts';
import { isProxy, proxiesExist, proxyMark } from './proxy.ts';
import { isTypedArray } from './typed-arrays.ts';
import { EMPTY, isFunction, PROXY_MET, type GuestObject, type HostKey, type Value } from './values.ts';

/** What `body`, which has no effects, gives; undefined if it meets a Proxy. */
export function unlessProxy<T>(body: () => T): T | undefined {
  try {
    return body();
  } catch (error) {
    if (error !== PROXY_MET) throw error;
    return undefined;
  }
}

/** Get(o, key) if no accessor of the guest and no Proxy is met, else EMPTY. */
export function readPlain(realm: Realm, o: GuestObject, key: HostKey): Value {
  if (proxiesExist() && proxyMark in o) return readFound(realm, o, key);
  // The host has the `length` of arrays under another name.
  return key in o || key === '$length' ? readFound(realm, o, key) : undefined;
}

/** As readPlain, for a key that the host finds in `o`. */
export function readFound(realm: Realm, o: GuestObject, key: HostKey): Value {
  for (let p: GuestObject | null = o; p !== null; p = getPrototypeOf(p)) {
    if (isProxy(p)) return EMPTY;
    const d = getOwnProperty(realm, p, key);
    if (d === undefined) continue;
    if ('value' in d) return d.value;
    return d.get === undefined ? undefined : EMPTY;
  }
  return undefined;
}

/** The guest's arrays. Array.prototype, which is one of them, is no host array where there is no emptied realm. */
function isArrayExotic(realm: Realm, o: GuestObject): boolean {
  return Array.isArray(o) || o === realm.arrayPrototype;
}

/**
 * True if Set(o, key, value, true) just writes or creates a data property of `o`, without calling the guest and without
 * failing. Arrays are left out, since their `length` and their holes have rules of
 * their own, and typed arrays, which convert.
 */
export function writesPlain(realm: Realm, o: GuestObject, key: HostKey): boolean {
  if (isArrayExotic(realm, o) || isTypedArray(o) || key === '$__proto__') return false;
  for (let p: GuestObject | null = o; p !== null; p = getPrototypeOf(p)) {
    if (p === realm.objectPrototype && p !== o && !realm.objectPrototypeExotic) break;
    if (isProxy(p) || exoticOf(p) !== null) return false;
    const d = getOwnProperty(realm, p, key);
    if (d === undefined) continue;
    if (!('value' in d) || d.writable !== true) return false;
    if (p === o) return true;
    break;
  }
  return Reflect.isExtensible(o);
}

/** True if writing any key that `o` has not, but `__proto__`, just creates a data property. Told of ordinary objects only. */
export function createsPlain(realm: Realm, o: GuestObject): boolean {
  return !realm.objectPrototypeExotic && !isProxy(o) && !isArrayExotic(realm, o) && !isFunction(o) && !isTypedArray(o) && Reflect.getPrototypeOf(o) === realm.objectPrototype && Reflect.isExtensible(o);
}
