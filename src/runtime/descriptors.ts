// Property descriptors as guest objects (ECMA-262 6.2.6), and [[DefineOwnProperty]] with what arrays ask for (10.4.2).

import { toArrayLength } from './conversions.ts';
import { describe } from './describe.ts';
import { throwTypeError } from './errors.ts';
import { guestName } from './keys.ts';
import { convertsElement, defineOwnProperty, definesElement, exoticOf, getPrototypeOf, hasOwnProperty, isSpreadable, type Descriptor } from './objects.ts';
import { readFound } from './plain-access.ts';
import { isProxy, proxiesExist } from './proxy.ts';
import type { Realm } from './realm.ts';
import { EMPTY, isFunction, isObject, type GuestFunction, type GuestObject, type HostKey, type Value } from './values.ts';

/** FromPropertyDescriptor */
export function fromDescriptor(realm: Realm, desc: Descriptor | undefined): Value {
  if (desc === undefined) return undefined;
  const { makeDataDescriptor, makeAccessorDescriptor } = realm.prelude;
  if (makeDataDescriptor !== null && desc.writable !== undefined && desc.enumerable !== undefined && desc.configurable !== undefined && 'value' in desc) {
    return makeDataDescriptor(desc.value, desc.writable, desc.enumerable, desc.configurable);
  }
  if (makeAccessorDescriptor !== null && 'get' in desc && 'set' in desc && desc.enumerable !== undefined && desc.configurable !== undefined) {
    return makeAccessorDescriptor(desc.get as unknown as Value, desc.set as unknown as Value, desc.enumerable, desc.configurable);
  }
  const object = realm.prelude.makeObject();
  if ('value' in desc && 'writable' in desc && 'enumerable' in desc && 'configurable' in desc && !realm.objectPrototypeExotic) {
    // The host takes ten times as long to define; nothing that the guest put on Object.prototype is in the way of assignments.
    object.$value = desc.value;
    object.$writable = desc.writable;
    object.$enumerable = desc.enumerable;
    object.$configurable = desc.configurable;
    return object;
  }
  const put = (key: string, value: Value): void => {
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  };
  if ('value' in desc) put('$value', desc.value);
  if ('writable' in desc) put('$writable', desc.writable);
  if ('get' in desc) put('$get', desc.get as unknown as Value);
  if ('set' in desc) put('$set', desc.set as unknown as Value);
  if ('enumerable' in desc) put('$enumerable', desc.enumerable);
  if ('configurable' in desc) put('$configurable', desc.configurable);
  return object;
}

/**
 * ToPropertyDescriptor; undefined if a field of `attributes` is an accessor of the guest, and nothing has happened then:
 * self-hosted code reads the fields in order and comes back with an object of plain data properties.
 */
export function toDescriptor(realm: Realm, attributes: Value): Descriptor | undefined {
  if (!isObject(attributes)) return throwTypeError(realm, `Property description must be an object: ${describe(realm, attributes)}`);
  const readsBare = !proxiesExist() && isSpreadable(attributes);
  const read = (key: `$${string}`): Value => {
    if (proxiesExist()) return readThrough(realm, attributes, key);
    return key in attributes ? readFound(realm, attributes, key) : ABSENT;
  };
  // Each name stands here by itself, so that V8 has feedback for it.
  const own = Object.hasOwn;
  const enumerable = readsBare && own(attributes, '$enumerable') ? attributes.$enumerable : read('$enumerable');
  const configurable = readsBare && own(attributes, '$configurable') ? attributes.$configurable : read('$configurable');
  const value = readsBare && own(attributes, '$value') ? attributes.$value : read('$value');
  const writable = readsBare && own(attributes, '$writable') ? attributes.$writable : read('$writable');
  const get = readsBare && own(attributes, '$get') ? attributes.$get : read('$get');
  const set = readsBare && own(attributes, '$set') ? attributes.$set : read('$set');
  if (enumerable === EMPTY || configurable === EMPTY || value === EMPTY || writable === EMPTY || get === EMPTY || set === EMPTY) return undefined;
  const desc: Descriptor = {};
  if (enumerable !== ABSENT) desc.enumerable = !!enumerable;
  if (configurable !== ABSENT) desc.configurable = !!configurable;
  if (value !== ABSENT) desc.value = value;
  if (writable !== ABSENT) desc.writable = !!writable;
  if (get !== ABSENT) {
    if (get !== undefined && !isFunction(get)) throwTypeError(realm, `Getter must be a function: ${describe(realm, get)}`);
    desc.get = get as GuestFunction | undefined;
  }
  if (set !== ABSENT) {
    if (set !== undefined && !isFunction(set)) throwTypeError(realm, `Setter must be a function: ${describe(realm, set)}`);
    desc.set = set as GuestFunction | undefined;
  }
  if (('get' in desc || 'set' in desc) && ('value' in desc || 'writable' in desc)) {
    const shown = describe(realm, attributes);
    throwTypeError(realm, `Invalid property descriptor. Cannot both specify accessors and a value or writable attribute, ${shown}`);
  }
  return desc;
}

/** The field of a descriptor object on whose chain a Proxy may be: EMPTY if there is one. */
function readThrough(realm: Realm, attributes: GuestObject, key: string): Value {
  for (let p: GuestObject | null = attributes; p !== null; p = getPrototypeOf(p)) {
    if (isProxy(p)) return EMPTY;
    if (hasOwnProperty(p, key)) return readFound(realm, p, key);
  }
  return ABSENT;
}

const ABSENT = Object.freeze(Object.assign(Object.create(null) as object, { absent: true })) as unknown as Value;

/** True if ArraySetLength or TypedArraySetElement would have to convert an object, which calls the guest. */
export function needsConversion(o: GuestObject, key: HostKey, desc: Descriptor): boolean {
  if (!('value' in desc) || !isObject(desc.value)) return false;
  return key === '$length' ? Array.isArray(o) : convertsElement(o, key, desc.value) && definesElement(o, key, desc);
}

/** [[DefineOwnProperty]], ArraySetLength included; false where it rejects. */
export function define(realm: Realm, o: GuestObject, key: HostKey, desc: Descriptor): boolean {
  if (key === '$length' && Array.isArray(o) && 'value' in desc) {
    return defineOwnProperty(realm, o, key, { ...desc, value: toArrayLength(realm, desc.value) });
  }
  return defineOwnProperty(realm, o, key, desc);
}

/** A host key as messages show it. */
export function keyText(key: HostKey): string {
  return typeof key === 'symbol' ? String(key) : typeof key === 'number' ? String(key) : (guestName(key) ?? key);
}

/** DefinePropertyOrThrow */
export function defineOrThrow(realm: Realm, o: GuestObject, key: HostKey, desc: Descriptor): void {
  if (define(realm, o, key, desc)) return;
  if (exoticOf(o) !== null || hasOwnProperty(o, key)) throwTypeError(realm, `Cannot redefine property: ${keyText(key)}`);
  throwTypeError(realm, `Cannot define property ${keyText(key)}, object is not extensible`);
}
