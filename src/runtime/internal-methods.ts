// Internal methods of any guest object, Proxies included, and of objects whose prototype chain has Proxies.
//
// Each function takes host keys, as objects.ts, and either does its work or says which guest function has to be called for it last:
// a TailCall, whose result is the result. An instruction pushes a frame for it, a native ends in it (`finish`). Nothing here calls the
// guest itself, and nothing observable has happened when a TailCall is given.

import { define } from './descriptors.ts';
import {
  assigns, createDataProperty, deleteProperty, exoticOf, getOwnProperty, getPrototypeOf, hasOwnProperty, setProperty, type Descriptor,
} from './objects.ts';
import { guestKey, ownHostKeys } from './own-keys.ts';
import { unlessProxy } from './plain-access.ts';
import { definedOn, isProxy } from './proxy.ts';
import type { HostCtor } from './prelude.ts';
import type { Realm } from './realm.ts';
import { isNumericKey, isTypedArray } from './typed-arrays.ts';
import { isObject, type GuestFunction, type GuestObject, type HostKey, type Value } from './values.ts';

/** The call that an operation ends in. */
export class TailCall {
  readonly f: GuestFunction;
  readonly self: Value;
  readonly args: Value[];
  constructor(f: GuestFunction, self: Value, args: Value[]) {
    this.f = f;
    this.self = self;
    this.args = args;
  }
}

export type Step<T extends Value = Value> = T | TailCall;

/** The end of a native: the result, or the call that gives it. */
export function finish(step: Step): Value {
  return step instanceof TailCall ? step.f.code(step.f, step.self, ...step.args) : step;
}

function selfHosted(realm: Realm, name: string, ...args: Value[]): TailCall {
  return new TailCall(realm.selfHosted(name), undefined, args);
}

/** A property key as the guest's traps get it. */
export function keyOf(key: HostKey): string | symbol {
  return typeof key === 'number' ? String(key) : guestKey(key);
}

function isAccessor(desc: Descriptor): boolean {
  return 'get' in desc || 'set' in desc;
}

/** [[Get]] */
export function get(realm: Realm, o: GuestObject, key: HostKey, receiver: Value = o): Step {
  for (let p: GuestObject | null = o; p !== null; p = getPrototypeOf(p)) {
    if (isProxy(p)) return selfHosted(realm, 'Proxy_get', p, keyOf(key), receiver);
    const d = getOwnProperty(realm, p, key);
    if (d === undefined) {
      if (isNumericKey(key) && isTypedArray(p)) return undefined;
      continue;
    }
    if (!isAccessor(d)) return d.value;
    return d.get === undefined ? undefined : new TailCall(d.get, receiver, []);
  }
  return undefined;
}

/** [[Set]]: whether it succeeds. An array length is converted by whoever defines it. */
export function set(realm: Realm, o: GuestObject, key: HostKey, value: Value, receiver: Value = o): Step {
  for (let p: GuestObject | null = o; p !== null; p = getPrototypeOf(p)) {
    if (isProxy(p)) return selfHosted(realm, 'Proxy_set', p, keyOf(key), value, receiver);
    if (exoticOf(p) !== null) return false;
    if (isNumericKey(key) && isTypedArray(p)) {
      if (p === receiver) return isObject(value) ? selfHosted(realm, 'SetTypedElement', p, keyOf(key), value) : setProperty(realm, p, key, value);
      if (!(key in p)) return true;
      break;
    }
    const d = getOwnProperty(realm, p, key);
    if (d === undefined) continue;
    if (isAccessor(d)) return d.set === undefined ? false : selfHosted(realm, 'ReflectStatic_callSetter', d.set as GuestFunction & GuestObject, receiver, value);
    if (d.writable !== true) return false;
    break;
  }
  return setOnReceiver(realm, receiver, key, value);
}

/** OrdinarySetWithOwnDescriptor, steps 2.b to 2.f. */
function setOnReceiver(realm: Realm, given: Value, key: HostKey, value: Value): Step {
  if (!isObject(given)) return false;
  const receiver = unlessProxy(() => definedOn(given));
  const converts = isObject(value) && ((key === '$length' && Array.isArray(receiver)) || (isNumericKey(key) && isTypedArray(receiver)));
  if (receiver === undefined || (receiver !== given && isTypedArray(receiver)) || converts) return selfHosted(realm, 'SetOnReceiver', given, keyOf(key), value);
  if (assigns(receiver, key, value)) return true;
  const existing = getOwnProperty(realm, receiver, key);
  if (existing === undefined) return createDataProperty(realm, receiver, key, value);
  if (isAccessor(existing) || existing.writable !== true) return false;
  return define(realm, receiver, key, { value });
}

/** [[HasProperty]] */
export function has(realm: Realm, o: GuestObject, key: HostKey): Step {
  for (let p: GuestObject | null = o; p !== null; p = getPrototypeOf(p)) {
    if (isProxy(p)) return selfHosted(realm, 'Proxy_has', p, keyOf(key));
    if (hasOwnProperty(p, key)) return true;
    if (isNumericKey(key) && isTypedArray(p)) return false;
  }
  return false;
}

/** [[Delete]] */
export function remove(realm: Realm, o: GuestObject, key: HostKey): Step {
  return isProxy(o) ? selfHosted(realm, 'Proxy_delete', o, keyOf(key)) : deleteProperty(o, key);
}

/** [[GetOwnProperty]] as a private object without prototype, or undefined. */
export function getOwn(realm: Realm, o: GuestObject, key: HostKey): Step {
  return isProxy(o) ? selfHosted(realm, 'Proxy_getOwnProperty', o, keyOf(key)) : plainDescriptor(realm, getOwnProperty(realm, o, key));
}

/** [[DefineOwnProperty]] with a private descriptor object, whose value is converted already where the object asks for it: whether it succeeds. */
export function defineOwn(realm: Realm, o: GuestObject, key: HostKey, desc: GuestObject): Step {
  if (isProxy(o)) return selfHosted(realm, 'Proxy_defineOwnProperty', o, keyOf(key), desc);
  return define(realm, o, key, privateDescriptor(desc));
}

const descriptorCtors = new WeakMap<Realm, HostCtor>();

/** An empty private object that inherits nothing: its prototype is one without properties, since the host makes dictionaries of objects without prototype. */
export function makeDescriptor(realm: Realm): GuestObject {
  let Ctor = descriptorCtors.get(realm);
  if (Ctor === undefined) {
    Ctor = realm.prelude.makeCtor(realm.prelude.makeObjectWith(null), 6);
    descriptorCtors.set(realm, Ctor);
  }
  return new Ctor();
}

/** A descriptor as a private object. */
export function plainDescriptor(realm: Realm, desc: Descriptor | undefined): GuestObject | undefined {
  if (desc === undefined) return undefined;
  const object = makeDescriptor(realm);
  if ('value' in desc) object.$value = desc.value;
  if ('writable' in desc) object.$writable = desc.writable;
  if ('get' in desc) object.$get = desc.get as unknown as Value;
  if ('set' in desc) object.$set = desc.set as unknown as Value;
  if ('enumerable' in desc) object.$enumerable = desc.enumerable;
  if ('configurable' in desc) object.$configurable = desc.configurable;
  return object;
}

/** The descriptor that a private object stands for. */
export function privateDescriptor(object: GuestObject): Descriptor {
  const desc: Descriptor = {};
  if ('$value' in object) desc.value = object.$value;
  if ('$writable' in object) desc.writable = object.$writable as boolean;
  if ('$get' in object) desc.get = object.$get as unknown as GuestFunction | undefined;
  if ('$set' in object) desc.set = object.$set as unknown as GuestFunction | undefined;
  if ('$enumerable' in object) desc.enumerable = object.$enumerable as boolean;
  if ('$configurable' in object) desc.configurable = object.$configurable as boolean;
  return desc;
}

/** IsCompatiblePropertyDescriptor (10.1.6.2) */
export function isCompatible(extensible: boolean, desc: Descriptor, current: Descriptor | undefined): boolean {
  if (current === undefined) return extensible;
  if (Object.keys(desc).length === 0 || current.configurable === true) return true;
  if (desc.configurable === true) return false;
  if (desc.enumerable !== undefined && desc.enumerable !== current.enumerable) return false;
  const isData = 'value' in desc || 'writable' in desc;
  if (!isData && !isAccessor(desc)) return true;
  if (isAccessor(desc) !== isAccessor(current)) return false;
  if (isAccessor(current)) return !('get' in desc && desc.get !== current.get) && !('set' in desc && desc.set !== current.set);
  if (current.writable === true) return true;
  return desc.writable !== true && !('value' in desc && !Object.is(desc.value, current.value));
}

/** [[OwnPropertyKeys]] as a private array of the guest's keys. */
export function ownKeys(realm: Realm, o: GuestObject): Step {
  return isProxy(o) ? selfHosted(realm, 'Proxy_ownKeys', o) : realm.prelude.makeArrayFrom(ownHostKeys(o).map(guestKey));
}

/** [[GetPrototypeOf]] */
export function prototypeOf(realm: Realm, o: GuestObject): Step {
  return isProxy(o) ? selfHosted(realm, 'Proxy_getPrototypeOf', o) : getPrototypeOf(o);
}
