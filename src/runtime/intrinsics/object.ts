// Object and its static methods (ECMA-262 20.1.1, 20.1.2); Object.prototype is in object-prototype.ts.
//
// Each method is native as long as it meets no accessor of the guest; when it would, and nothing has happened yet, it ends
// in a tail call of its self-hosted form (selfhosted/object.js).

import { createFromConstructor, makeConstructor } from '../construct.ts';
import { toHostKey } from '../conversions.ts';
import { defineOrThrow, fromDescriptor, needsConversion, toDescriptor } from '../descriptors.ts';
import { describe } from '../describe.ts';
import { throwTypeError } from '../errors.ts';
import type { Thunk } from '../function.ts';
import { guestName, guestNames } from '../keys.ts';
import { setIntegrityLevel, testIntegrityLevel } from '../integrity.ts';
import {
  createDataProperty, defineHidden, getOwnProperty, getPrototypeOf, hasOwnProperty, isSpreadable, isExtensible, preventExtensions, type Descriptor,
} from '../objects.ts';
import { enumerableKeys, guestKey, ownEnumerableNames, ownHostKeys, ownHostNames, ownKeyCount } from '../own-keys.ts';
import { finish, keyOf, ownKeys } from '../internal-methods.ts';
import { unlessProxy } from '../plain-access.ts';
import { isProxy } from '../proxy.ts';
import type { Realm } from '../realm.ts';
import { recallKey } from '../recall.ts';
import { isFunction, isObject, type GuestFunction, type GuestObject, type HostConstruct, type HostKey, type Value } from '../values.ts';
import { isTypedArray } from '../typed-arrays.ts';
import { toObject } from '../wrappers.ts';
import { chargeElements } from './core.ts';
import { installAssign } from './object-assign.ts';
import { installObjectPrototype, setPrototypeOrThrow } from './object-prototype.ts';

/** Own enumerable string-keyed properties, if none of them is an accessor of the guest; else undefined. */
function plainEntries(o: GuestObject): { names: string[]; values: Value[] } | undefined {
  const names: string[] = [];
  const values: Value[] = [];
  for (const key of isFunction(o) ? ownHostKeys(o) : enumerableKeys(o)) {
    const name = typeof key === 'string' ? guestName(key) : undefined;
    if (name === undefined) continue;
    const d = Reflect.getOwnPropertyDescriptor(o, key);
    // A lazy property of a function is not enumerable.
    if (d === undefined || d.enumerable !== true) continue;
    const end = names.length;
    if ('value' in d) {
      values[end] = d.value as Value;
    } else {
      const getter = d.get as Thunk | undefined;
      if (getter === undefined) values[end] = undefined;
      else if (getter.slot !== undefined) values[end] = getter.slot.get();
      else return undefined;
    }
    names[end] = name;
  }
  return { names, values };
}

/** The enumerable names of an ordinary object without accessors, as the host has them and as the guest has; null of any other value. */
function listedByHost(realm: Realm, o: Value): { keys: readonly string[]; names: readonly string[] } | null {
  if (!isSpreadable(o) || !realm.protectors.elements) return null;
  const keys = Object.keys(o);
  const names = guestNames(keys);
  return names === null ? null : { keys, names };
}

function arrayOf(realm: Realm, list: readonly Value[]): Value[] & GuestObject {
  chargeElements(realm, list.length);
  return realm.prelude.makeArrayFrom(list);
}

export function installObject(realm: Realm): void {
  // Object ( [ value ] )
  const construct: HostConstruct = (callee, newTarget, value) => {
    if (newTarget !== callee) return createFromConstructor(realm, newTarget, 'ObjectPrototype');
    return value === undefined || value === null ? realm.prelude.makeObject() : toObject(realm, value);
  };
  const constructor = makeConstructor(realm, 'Object', 1, realm.objectPrototype, (callee, _self, value) => construct(callee, callee, value), construct);
  realm.nameOperation('Object', constructor);
  installObjectPrototype(realm);
  installAssign(realm, constructor);
  installDefinitions(realm, constructor);
  realm.nameOperations(constructor, 'Object', ['assign', 'create']);
  installListings(realm, constructor);
  installIntegrity(realm, constructor);
  defineHidden(constructor, '$fromEntries', realm.selfHosted('ObjectStatic_fromEntries'));
  defineHidden(constructor, '$groupBy', realm.selfHosted('ObjectStatic_groupBy'));

  realm.methods(constructor, {
    getPrototypeOf: [1, (_callee, _self, o) => getPrototypeOf(toObject(realm, o)), 'Object_getPrototypeOfGeneral', true],
    hasOwn: [2, (callee, self, o, key) => {
      const object = toObject(realm, o);
      if (isObject(key)) return recallKey(realm, callee, self, 1, [o, key]);
      return hasOwnProperty(object, toHostKey(key));
    }, 'Object_hasOwnGeneral', true],
    is: [2, (_callee, _self, a, b) => Object.is(a, b)],
    setPrototypeOf: [2, (_callee, _self, o, proto) => {
      if (o === undefined || o === null) throwTypeError(realm, 'Object.setPrototypeOf called on null or undefined');
      if (!isObject(proto) && proto !== null) throwTypeError(realm, `Object prototype may only be an Object or null: ${describe(realm, proto)}`);
      if (isObject(o)) setPrototypeOrThrow(realm, o, proto);
      return o;
    }, 'Object_setPrototypeOfGeneral'],
  });
  realm.nameOperations(constructor, 'Object', ['getPrototypeOf', 'hasOwn', 'is']);
}

function installDefinitions(realm: Realm, constructor: GuestObject): void {
  const defineSelf = (callee: GuestFunction, self: Value, o: Value, key: Value, attributes: Value): Value => {
    const f = realm.selfHosted('Recall_define');
    return f.code(f, undefined, callee as GuestFunction & GuestObject, self, o, key, attributes);
  };
  realm.methods(constructor, {
    // Object.create ( O, Properties )
    create: [2, (_callee, _self, proto, properties) => {
      if (!isObject(proto) && proto !== null) {
        return throwTypeError(realm, `Object prototype may only be an Object or null: ${describe(realm, proto)}`);
      }
      const object = realm.prelude.makeObjectWith(proto);
      return properties === undefined ? object : defineAll(realm, object, properties);
    }, 'Object_createGeneral'],
    // Object.defineProperties ( O, Properties )
    defineProperties: [2, (_callee, _self, o, properties) => {
      if (!isObject(o)) return throwTypeError(realm, 'Object.defineProperties called on non-object');
      return defineAll(realm, o, properties);
    }, 'Object_definePropertiesGeneral'],
    // Object.defineProperty ( O, P, Attributes )
    defineProperty: [3, (callee, self, o, key, attributes) => {
      if (!isObject(o)) return throwTypeError(realm, 'Object.defineProperty called on non-object');
      if (isObject(key)) return defineSelf(callee, self, o, key, attributes);
      const hostKey = toHostKey(key);
      const desc = toDescriptor(realm, attributes);
      if (desc === undefined || needsConversion(o, hostKey, desc)) return defineSelf(callee, self, o, key, attributes);
      defineOrThrow(realm, o, hostKey, desc);
      return o;
    }, 'Object_definePropertyGeneral'],
    getOwnPropertyDescriptor: [2, (callee, self, o, key) => {
      const object = toObject(realm, o);
      if (isObject(key)) return recallKey(realm, callee, self, 1, [o, key]);
      return fromDescriptor(realm, getOwnProperty(realm, object, toHostKey(key)));
    }, 'Object_getOwnPropertyDescriptorGeneral', true],
    getOwnPropertyDescriptors: [1, (_callee, _self, o) => {
      const object = toObject(realm, o);
      const result = realm.prelude.makeObject();
      const keys = ownHostKeys(object);
      chargeElements(realm, keys.length);
      for (const key of keys) createDataProperty(realm, result, key, fromDescriptor(realm, getOwnProperty(realm, object, key)));
      return result;
    }, 'Object_getOwnPropertyDescriptorsGeneral'],
  });
}

/** ObjectDefineProperties: first reads all descriptors, then defines. */
function defineAll(realm: Realm, o: GuestObject, properties: Value): Value {
  const from = toObject(realm, properties);
  const keys = ownHostKeys(from);
  chargeElements(realm, keys.length);
  const descriptors: [HostKey, Descriptor][] = [];
  const slow = (): Value => {
    const f = realm.selfHosted('ObjectDefineProperties');
    return f.code(f, undefined, o, from);
  };
  for (const key of keys) {
    const d = getOwnProperty(realm, from, key) as Descriptor;
    if (d.enumerable !== true) continue;
    if (!('value' in d)) return slow();
    const desc = toDescriptor(realm, d.value);
    if (desc === undefined || needsConversion(o, key, desc)) return slow();
    descriptors.push([key, desc]);
  }
  for (const [key, desc] of descriptors) defineOrThrow(realm, o, key, desc);
  return o;
}

function installListings(realm: Realm, constructor: GuestObject): void {
  const enumerate = (o: GuestObject, kind: 'entries' | 'values'): Value => {
    const f = realm.selfHosted('EnumerableOwnProperties');
    return f.code(f, undefined, o, kind);
  };
  realm.methods(constructor, {
    entries: [1, (_callee, _self, o) => {
      const listed = listedByHost(realm, o);
      if (listed !== null) {
        chargeElements(realm, 2 * listed.keys.length);
        return realm.prelude.makeEntries(listed.names, listed.keys, o as GuestObject);
      }
      const object = toObject(realm, o);
      const plain = unlessProxy(() => plainEntries(object));
      if (plain === undefined) return enumerate(object, 'entries');
      const { names, values } = plain;
      chargeElements(realm, 2 * names.length);
      const { makeArrayFrom, makePair } = realm.prelude;
      return makeArrayFrom(names.map((name, i) => makePair(name, values[i])));
    }],
    getOwnPropertyNames: [1, (_callee, _self, o) => {
      const names = isSpreadable(o) && realm.protectors.elements ? guestNames(Object.getOwnPropertyNames(o)) : null;
      if (names === null) return arrayOf(realm, ownHostNames(toObject(realm, o)).map(guestKey));
      chargeElements(realm, names.length);
      return realm.prelude.makeStrings(names);
    }, 'Object_getOwnPropertyNamesGeneral', true],
    getOwnPropertySymbols: [1, (_callee, _self, o) => arrayOf(realm, ownHostKeys(toObject(realm, o)).filter((key) => typeof key === 'symbol')), 'Object_getOwnPropertySymbolsGeneral', true],
    keys: [1, (_callee, _self, o) => {
      const listed = listedByHost(realm, o);
      if (listed === null) return arrayOf(realm, ownEnumerableNames(realm, toObject(realm, o)));
      chargeElements(realm, listed.names.length);
      return realm.prelude.makeStrings(listed.names);
    }, 'Object_keysGeneral', true],
    values: [1, (_callee, _self, o) => {
      const listed = listedByHost(realm, o);
      if (listed !== null) {
        chargeElements(realm, listed.keys.length);
        return realm.prelude.makeValues(listed.keys, o as GuestObject);
      }
      const object = toObject(realm, o);
      const plain = unlessProxy(() => plainEntries(object));
      return plain === undefined ? enumerate(object, 'values') : arrayOf(realm, plain.values);
    }],
  });
  // The own keys that EnumerableOwnProperties and Object.assign go through, as the guest sees them.
  realm.intrinsic('OwnNames', 1, (_callee, _self, o) =>
    arrayOf(realm, ownHostKeys(o as GuestObject).filter((key) => typeof key === 'string').map(guestKey)), 'OwnStringKeys');
  realm.intrinsic('OwnKeys', 1, (_callee, _self, o) => {
    if (isProxy(o)) return finish(ownKeys(realm, o as GuestObject));
    return arrayOf(realm, ownHostKeys(o as GuestObject).map(guestKey));
  });
  // [[DefineOwnProperty]] with the fields of a private descriptor object, whose array length is converted already.
  realm.intrinsic('DefineOrThrow', 3, (_callee, _self, o, key, attributes) => {
    if (isProxy(o)) {
      const f = realm.selfHosted('DefineOnProxyOrThrow');
      return f.code(f, undefined, o, keyOf(toHostKey(key)), attributes);
    }
    defineOrThrow(realm, o as GuestObject, toHostKey(key), toDescriptor(realm, attributes) as Descriptor);
    return undefined;
  });
  realm.intrinsic('NeedsConversion', 3, (_callee, _self, o, key, attributes) =>
    !isProxy(o) && needsConversion(o as GuestObject, toHostKey(key), toDescriptor(realm, attributes) as Descriptor));
}

function installIntegrity(realm: Realm, constructor: GuestObject): void {
  const setLevel = (o: Value, frozen: boolean, message: string): Value => {
    if (!isObject(o)) return o;
    chargeElements(realm, ownKeyCount(o));
    if (!setIntegrityLevel(realm, o, frozen)) throwTypeError(realm, isTypedArray(o) ? `${message} array buffer views with elements` : message);
    return o;
  };
  const testLevel = (o: Value, frozen: boolean): Value => {
    if (!isObject(o)) return true;
    if (isExtensible(o)) return false;
    chargeElements(realm, ownKeyCount(o));
    return testIntegrityLevel(realm, o, frozen);
  };
  realm.methods(constructor, {
    freeze: [1, (_callee, _self, o) => setLevel(o, true, 'Cannot freeze'), 'Object_freezeGeneral'],
    isExtensible: [1, (_callee, _self, o) => isObject(o) && isExtensible(o), 'Object_isExtensibleGeneral'],
    isFrozen: [1, (_callee, _self, o) => testLevel(o, true), 'Object_isFrozenGeneral'],
    isSealed: [1, (_callee, _self, o) => testLevel(o, false), 'Object_isSealedGeneral'],
    preventExtensions: [1, (_callee, _self, o) => {
      if (isObject(o) && !preventExtensions(realm, o)) throwTypeError(realm, 'Cannot prevent extensions');
      return o;
    }, 'Object_preventExtensionsGeneral'],
    seal: [1, (_callee, _self, o) => setLevel(o, false, 'Cannot seal'), 'Object_sealGeneral'],
  });
}
