// Helpers of native constructors: the prototype of what they make, and the constructor object itself.

import { throwTypeError } from './errors.ts';
import { functionRealm, LAZY_PROTOTYPE, materialiseAll, type Thunk } from './function.ts';
import { isProxy } from './proxy.ts';
import type { HostCtor } from './prelude.ts';
import type { Realm } from './realm.ts';
import { isFunction, isObject, type GuestFunction, type GuestObject, type HostCode, type HostConstruct, type Value } from './values.ts';

/**
 * GetPrototypeFromConstructor. Reading `prototype` runs guest code only if the guest made it an accessor, which needs a
 * newTarget other than a native constructor; a host frame waits for it then.
 */
export function prototypeFromConstructor(newTarget: GuestFunction, intrinsic: string): GuestObject {
  const proto = newTarget.$prototype;
  return isObject(proto) ? proto : (functionRealm(newTarget).intrinsics.get(intrinsic) as GuestObject);
}

/** OrdinaryCreateFromConstructor, without the internal slots. */
export function createFromConstructor(realm: Realm, newTarget: GuestFunction, intrinsic: string): GuestObject {
  // An instance made by a host constructor is much cheaper than one made with Object.create. Native constructors have a
  // `prototype` that never changes; that of other functions is watched by ctorOf.
  if (newTarget.native !== null) {
    const ctor = newTarget.ctor ?? nativeCtor(realm, newTarget);
    if (ctor !== null) return new ctor();
  } else if (newTarget.ctor !== null && newTarget.construct === null) {
    // A generator function, of which nothing but this makes a constructor.
    return new newTarget.ctor();
  } else if (isObject(newTarget.$prototype)) {
    return new (ctorOf(newTarget))();
  }
  return realm.prelude.makeObjectWith(prototypeFromConstructor(newTarget, intrinsic));
}

/** The host constructor for instances of a native constructor; null if its `prototype` could change (a bound function). */
function nativeCtor(realm: Realm, f: GuestFunction): HostCtor | null {
  const d = Reflect.getOwnPropertyDescriptor(f, '$prototype');
  if (d === undefined || d.writable !== false || d.configurable !== false || !isObject(d.value as Value)) return null;
  return (f.ctor = realm.prelude.makeCtor(d.value as GuestObject, 0));
}

/** Makes the host constructor by which instances of `f` are known, where its `prototype` is an object that is watched or cannot change. */
export function instanceCtor(f: GuestFunction): void {
  if (f.linked === null) nativeCtor(functionRealm(f), f);
  else if (isObject(f.$prototype)) ctorOf(f);
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
  realm.provideGlobal(name, constructor as Value);
  return constructor;
}

/** Makes a native constructor inherit from another one than %Function.prototype%. */
export function inheritStatics(realm: Realm, constructor: GuestFunction & GuestObject, parent: GuestObject): void {
  materialiseAll(realm, constructor);
  Object.setPrototypeOf(constructor, parent);
}

/** The properties `prototype` of a native constructor and `constructor` of its prototype. */
export function linkConstructor(constructor: GuestFunction & GuestObject, proto: GuestObject): void {
  Object.defineProperty(constructor, '$prototype', { value: proto, writable: false, enumerable: false, configurable: false });
  Object.defineProperty(proto, '$constructor', { value: constructor, writable: true, enumerable: false, configurable: true });
}

function throwNeedsNew(realm: Realm, name: string): never {
  return throwTypeError(realm, `Constructor ${name} requires 'new'`);
}

/** The host constructor that allocates `this` for `new f` (OrdinaryCreateFromConstructor with %Object.prototype%). */
export function ctorOf(f: GuestFunction): HostCtor {
  if (f.ctor === null) {
    const realm = functionRealm(f);
    const proto = f.$prototype;
    // A prototype that is not an object falls back to the intrinsic: a host constructor must never fall back to the host's.
    const ctor = realm.prelude.makeCtor(isObject(proto) ? proto : realm.objectPrototype, propertiesOf(f), !isObject(proto));
    // Only a slot-backed or read-only prototype may be cached: other changes would not reset the cache.
    if ((f.lazy & LAZY_PROTOTYPE) !== 0 || isStableProto(f)) f.ctor = ctor;
    return ctor;
  }
  return f.ctor;
}

/** How many properties the constructor and those above it give an object by name. */
export function propertiesOf(f: GuestFunction): number {
  let count = 0;
  for (let g = f as unknown as GuestObject | null; g !== null && !isProxy(g) && isFunction(g); g = Object.getPrototypeOf(g) as GuestObject | null) {
    count += g.linked?.thisProperties ?? 0;
    count += g.fields?.linked?.thisProperties ?? 0;
  }
  return count;
}

function isStableProto(f: GuestFunction): boolean {
  const d = Object.getOwnPropertyDescriptor(f, '$prototype');
  return d !== undefined && (d.writable === false || (d.get as Thunk | undefined)?.slot !== undefined);
}
