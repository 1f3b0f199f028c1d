// Helpers of native constructors: the prototype of what they make, and the constructor object itself.

import { throwTypeError } from './errors.ts';
import type { Realm } from './realm.ts';
import { isObject, type GuestFunction, type GuestObject, type HostCode, type HostConstruct, type Value } from './values.ts';

/**
 * GetPrototypeFromConstructor. Reading `prototype` runs guest code only if the guest made it an accessor, which needs a
 * newTarget other than a native constructor; a host frame waits for it then.
 */
export function prototypeFromConstructor(realm: Realm, newTarget: GuestFunction, intrinsic: string): GuestObject {
  const proto = newTarget.$prototype;
  return isObject(proto) ? proto : (realm.intrinsics.get(intrinsic) as GuestObject);
}

/** OrdinaryCreateFromConstructor, without the internal slots. */
export function createFromConstructor(realm: Realm, newTarget: GuestFunction, intrinsic: string): GuestObject {
  return realm.prelude.makeObjectWith(prototypeFromConstructor(realm, newTarget, intrinsic));
}

/**
 * Makes an intrinsic constructor, links it with its prototype object, and registers it as a global and as intrinsics under
 * its name and `${name}Prototype`. `call` null: calling it without `new` is a TypeError.
 */
export function makeConstructor(
  realm: Realm,
  name: string,
  length: number,
  proto: GuestObject,
  call: HostCode | null,
  construct: HostConstruct,
): GuestFunction & GuestObject {
  const code: HostCode = call ?? (() => throwNeedsNew(realm, name));
  const constructor = realm.native(name, length, code, construct);
  linkConstructor(constructor, proto);
  realm.intrinsics.set(name, constructor as Value);
  realm.intrinsics.set(`${name}Prototype`, proto);
  realm.defineGlobal(name, constructor as Value);
  return constructor;
}

/** The properties `prototype` of a native constructor and `constructor` of its prototype. */
export function linkConstructor(constructor: GuestFunction & GuestObject, proto: GuestObject): void {
  Object.defineProperty(constructor, '$prototype', { value: proto, writable: false, enumerable: false, configurable: false });
  Object.defineProperty(proto, '$constructor', { value: constructor, writable: true, enumerable: false, configurable: true });
}

function throwNeedsNew(realm: Realm, name: string): never {
  return throwTypeError(realm, `Constructor ${name} requires 'new'`);
}
