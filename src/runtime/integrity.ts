// Sealing and freezing: 7.3.14 SetIntegrityLevel and 7.3.15 TestIntegrityLevel, by the host where its object has no properties but the guest's.

import type { Thunk } from './function.ts';
import { guestName } from './keys.ts';
import { defineOwnProperty, exoticOf, getOwnProperty, isExtensible, isSimpleArray, isSpreadable, isWatched, markComplex, preventExtensions, type Descriptor } from './objects.ts';
import { ownHostKeys } from './own-keys.ts';
import type { Realm } from './realm.ts';
import { isTypedArray } from './typed-arrays.ts';
import { isFunction, type GuestObject } from './values.ts';

/** True if all own properties of the host object are properties of the guest's, none of them in a slot, and nobody watches them. */
function isBare(o: GuestObject): boolean {
  if (isFunction(o) || isWatched(o) || isTypedArray(o)) return false;
  // Accessors of the guest are noted, those of builtins hold no slots but for captured traces, and nothing of the VM is kept in properties of simple arrays.
  if (isSimpleArray(o) || (isSpreadable(o) && !Object.hasOwn(o, '$stack'))) return true;
  for (const key of Reflect.ownKeys(o)) {
    if (typeof key === 'string' && guestName(key) === undefined && !(key === 'length' && Array.isArray(o))) return false;
    if ((Reflect.getOwnPropertyDescriptor(o, key)?.get as Thunk | undefined)?.slot !== undefined) return false;
  }
  return true;
}

/** SetIntegrityLevel, where it must be key by key over guest keys, so that internal slots stay writable (I1). */
export function setIntegrityLevel(realm: Realm, o: GuestObject, frozen: boolean): boolean {
  if (isBare(o)) {
    markComplex(o);
    if (frozen) Object.freeze(o);
    else Object.seal(o);
    return true;
  }
  if (!preventExtensions(realm, o)) return false;
  for (const key of ownHostKeys(o)) {
    const d = getOwnProperty(realm, o, key) as Descriptor;
    const data = !('get' in d || 'set' in d);
    if (!defineOwnProperty(realm, o, key, frozen && data ? { configurable: false, writable: false } : { configurable: false })) return false;
  }
  return true;
}

/** TestIntegrityLevel */
export function testIntegrityLevel(realm: Realm, o: GuestObject, frozen: boolean): boolean {
  if (isExtensible(o)) return false;
  // V8 says of arrays without elements that they are frozen, whether their length is writable or not.
  if (frozen && Array.isArray(o) && Object.getOwnPropertyDescriptor(o, 'length')?.writable === true) return false;
  // Where the host object has no properties but the guest's, what is fixed for the host is so for the guest. A slot's accessor is never fixed.
  const isHosts = exoticOf(o) === null && !isTypedArray(o) && !isFunction(o);
  if (isHosts && (frozen ? Object.isFrozen(o) : Object.isSealed(o))) return true;
  for (const key of ownHostKeys(o)) {
    const d = getOwnProperty(realm, o, key) as Descriptor;
    if (d.configurable === true || (frozen && d.writable === true)) return false;
  }
  return true;
}
