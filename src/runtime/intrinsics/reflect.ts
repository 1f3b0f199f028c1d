// Reflect (ECMA-262 28.1). Accessors found by Reflect.get and Reflect.set are called last, or by self-hosted code.

import { toHostKey } from '../conversions.ts';
import { define, fromDescriptor, needsConversion, toDescriptor } from '../descriptors.ts';
import { describe } from '../describe.ts';
import { throwTypeError } from '../errors.ts';
import {
  assigns, createDataProperty, defineHidden, deleteProperty, exoticOf, getOwnProperty, getPrototypeOf, hasProperty, isArray, isExtensible,
  preventExtensions, readsThrough, setProperty, setPrototypeOf, type Descriptor,
} from '../objects.ts';
import { guestKey, ownHostKeys } from '../own-keys.ts';
import type { Realm } from '../realm.ts';
import { definedOn } from '../proxy.ts';
import { recallKey } from '../recall.ts';
import { isNumericKey, isTypedArray } from '../typed-arrays.ts';
import { isFunction, isObject, PROXY_MET, wellKnown, type GuestFunction, type GuestObject, type HostKey, type Value } from '../values.ts';
import { chargeElements } from './core.ts';
import { applyPlain, plainLength } from './function.ts';

/** The first property `key` on the prototype chain of `o`. */
function findProperty(realm: Realm, o: GuestObject, key: HostKey): Descriptor | undefined {
  for (let p: GuestObject | null = o; p !== null; p = getPrototypeOf(p)) {
    const d = getOwnProperty(realm, p, key);
    if (d !== undefined) return d;
    // 10.4.5.4: a numeric key that names no element of a typed array is not looked for elsewhere.
    if (isNumericKey(key) && isTypedArray(p)) return undefined;
  }
  return undefined;
}

/** 10.4.5.5 [[Set]] through `o` comes to an element of the typed array `receiver`, or to its conversion. */
function setsElement(o: GuestObject, key: HostKey, receiver: GuestObject): boolean {
  for (let p: GuestObject | null = o; p !== null; p = getPrototypeOf(p)) {
    if (p === receiver) return true;
    if (isTypedArray(p) && !(key in p)) return false;
  }
  return key in receiver;
}

/** A typed array is on the prototype chain, so that a numeric key may mean one of its elements. */
function meetsTypedArray(o: GuestObject): boolean {
  for (let p: GuestObject | null = o; p !== null; p = getPrototypeOf(p)) if (isTypedArray(p)) return true;
  return false;
}

function isAccessor(desc: Descriptor): boolean {
  return 'get' in desc || 'set' in desc;
}

/** OrdinarySetWithOwnDescriptor where the property found is a data property, or there is none. */
function setData(realm: Realm, found: Descriptor | undefined, key: HostKey, value: Value, receiver: Value): boolean {
  if (found !== undefined && found.writable !== true) return false;
  if (!isObject(receiver)) return false;
  const target = definedOn(receiver);
  // An element of a typed array is converted, and a length.
  if (target !== receiver && (isTypedArray(target) || (key === '$length' && isObject(value)))) throw PROXY_MET;
  if (assigns(target, key, value)) return true;
  const existing = getOwnProperty(realm, target, key);
  if (existing === undefined) return createDataProperty(realm, target, key, value);
  if (isAccessor(existing) || existing.writable !== true) return false;
  return define(realm, target, key, { value });
}

export function installReflect(realm: Realm): void {
  const reflect = realm.prelude.makeObject();
  const requireObject = (target: Value, method: string): GuestObject =>
    isObject(target) ? target : throwTypeError(realm, `Reflect.${method} called on non-object`);

  // Reflect.apply ( target, thisArgument, argumentsList )
  realm.method(reflect, 'apply', 3, (_callee, _self, target, thisArgument, list) => {
    const length = isFunction(target) ? plainLength(realm, list) : -1;
    if (length >= 0) return applyPlain(realm, target as unknown as GuestFunction, thisArgument, list, length);
    const f = realm.selfHosted('ReflectStatic_apply');
    return f.code(f, undefined, target, thisArgument, list);
  });
  realm.nameOperations(reflect, 'Reflect', ['apply']);
  defineHidden(reflect, '$construct', realm.selfHosted('ReflectStatic_construct'));
  realm.methods(reflect, {
    // Reflect.defineProperty ( target, propertyKey, attributes )
    defineProperty: [3, (callee, self, target, key, attributes) => {
      const o = requireObject(target, 'defineProperty');
      const slow = (): Value => {
        const f = realm.selfHosted('Recall_define');
        return f.code(f, undefined, callee as GuestFunction & GuestObject, self, o, key, attributes);
      };
      if (isObject(key)) return slow();
      const hostKey = toHostKey(key);
      const desc = toDescriptor(realm, attributes);
      if (desc === undefined || needsConversion(o, hostKey, desc)) return slow();
      return define(realm, o, hostKey, desc);
    }, 'Reflect_definePropertyGeneral'],
    deleteProperty: [2, (callee, self, target, key) => {
      const o = requireObject(target, 'deleteProperty');
      if (isObject(key)) return recallKey(realm, callee, self, 1, [target, key]);
      return deleteProperty(o, toHostKey(key));
    }, 'Reflect_deletePropertyGeneral', true],
    getOwnPropertyDescriptor: [2, (callee, self, target, key) => {
      const o = requireObject(target, 'getOwnPropertyDescriptor');
      if (isObject(key)) return recallKey(realm, callee, self, 1, [target, key]);
      return fromDescriptor(realm, getOwnProperty(realm, o, toHostKey(key)));
    }, 'Reflect_getOwnPropertyDescriptorGeneral', true],
    getPrototypeOf: [1, (_callee, _self, target) => getPrototypeOf(requireObject(target, 'getPrototypeOf')), 'Reflect_getPrototypeOfGeneral', true],
    has: [2, (callee, self, target, key) => {
      const o = requireObject(target, 'has');
      if (isObject(key)) return recallKey(realm, callee, self, 1, [target, key]);
      return hasProperty(o, toHostKey(key));
    }, 'Reflect_hasGeneral', true],
    isExtensible: [1, (_callee, _self, target) => isExtensible(requireObject(target, 'isExtensible')), 'Reflect_isExtensibleGeneral', true],
    ownKeys: [1, (_callee, _self, target) => {
      const keys = ownHostKeys(requireObject(target, 'ownKeys'));
      chargeElements(realm, keys.length);
      return realm.prelude.makeArrayFrom(keys.map(guestKey));
    }, 'Reflect_ownKeysGeneral', true],
    preventExtensions: [1, (_callee, _self, target) => preventExtensions(realm, requireObject(target, 'preventExtensions')), 'Reflect_preventExtensionsGeneral', true],
    setPrototypeOf: [2, (_callee, _self, target, proto) => {
      const o = requireObject(target, 'setPrototypeOf');
      if (!isObject(proto) && proto !== null) throwTypeError(realm, `Object prototype may only be an Object or null: ${describe(realm, proto)}`);
      return setPrototypeOf(realm, o, proto);
    }, 'Reflect_setPrototypeOfGeneral'],
  });
  installAccess(realm, reflect, requireObject);
  Object.defineProperty(reflect, wellKnown.toStringTag, { value: 'Reflect', writable: false, enumerable: false, configurable: true });
  realm.intrinsics.set('Reflect', reflect);
  realm.intrinsics.set('ReflectDefineProperty', reflect.$defineProperty);
  realm.provideGlobal('Reflect', reflect);
}

function installAccess(realm: Realm, reflect: GuestObject, requireObject: (target: Value, method: string) => GuestObject): void {
  // Reflect.get ( target, propertyKey [ , receiver ] )
  realm.method(reflect, 'get', 2, realm.orGeneral(function (callee: GuestFunction, self: Value, target: Value, key: Value, receiver: Value): Value {
    const o = requireObject(target, 'get');
    const present = arguments.length > 4;
    if (isObject(key)) return recallKey(realm, callee, self, 1, present ? [target, key, receiver] : [target, key]);
    const hostKey = toHostKey(key);
    // A getter is called last by the host, too.
    if (readsThrough(hostKey)) return Reflect.get(o, hostKey, present ? receiver : o) as Value;
    const found = findProperty(realm, o, hostKey);
    if (found === undefined) return undefined;
    if (!isAccessor(found)) return found.value;
    const getter = found.get;
    return getter === undefined ? undefined : getter.code(getter, present ? receiver : o);
  }, 'Reflect_getGeneral', 'first'));
  // Reflect.set ( target, propertyKey, V [ , receiver ] )
  realm.method(reflect, 'set', 3, realm.orGeneral(function (callee: GuestFunction, self: Value, target: Value, key: Value, value: Value, to: Value): Value {
    const o = requireObject(target, 'set');
    const present = arguments.length > 5;
    const receiver = present ? to : o;
    if (isObject(key)) return recallKey(realm, callee, self, 1, present ? [target, key, value, to] : [target, key, value]);
    const hostKey = toHostKey(key);
    // 10.4.6.9: a namespace object refuses, whatever the receiver.
    if (exoticOf(o) !== null) return false;
    if (isNumericKey(hostKey) && (meetsTypedArray(o) || isTypedArray(receiver))) {
      if (isObject(value) && isTypedArray(receiver) && setsElement(o, hostKey, receiver)) {
        const f = realm.selfHosted('ReflectStatic_setElement');
        return f.code(f, undefined, callee as GuestFunction & GuestObject, o, key, value, receiver);
      }
      return setProperty(realm, o, hostKey, value, receiver);
    }
    const found = findProperty(realm, o, hostKey);
    if (found !== undefined && isAccessor(found)) {
      if (found.set === undefined) return false;
      const f = realm.selfHosted('ReflectStatic_callSetter');
      return f.code(f, undefined, found.set as GuestFunction & GuestObject, receiver, value);
    }
    // ArraySetLength converts an object, and only if the write would not be refused before.
    const isLength = hostKey === '$length' && isObject(value) && isObject(receiver) && isArray(receiver);
    if (isLength && (found === undefined || found.writable === true) && getOwnProperty(realm, receiver, hostKey)?.writable === true) {
      const f = realm.selfHosted('ReflectStatic_setLength');
      return f.code(f, undefined, callee as GuestFunction & GuestObject, o, value, receiver);
    }
    return setData(realm, found, hostKey, value, receiver);
  }, 'Reflect_setGeneral', 'first'));
}
