// Essential internal methods of guest objects (ECMA-262 10.1 and the exotic ones) on their host objects.
//
// Takes host keys (keys.ts). An ordinary guest object is an ordinary host object, so most of this is the host's own work;
// what differs: `length` of arrays and string wrappers is the host's own unprefixed property; functions keep three properties in
// slots (function.ts); slot-backed data properties (Slot) are host accessors; guest accessors are host accessors whose
// functions are thunks. Descriptors exchanged with callers hold guest values: `get` and `set` are guest functions or undefined.
//
// Listing keys is in own-keys.ts, freezing in integrity.ts. No function here calls the guest except `getProperty` and `setProperty`, through accessors.

import { isArrayIndex, mangle } from './keys.ts';
import { isProxy } from './proxy.ts';
import { deleteLazy, elementThunk, forgetOrder, getterThunk, isHiddenPrototype, lazyDescriptor, lazyKeys, materialise, materialiseAll, ReadOnlyError, setterThunk, type Thunk } from './function.ts';
import type { Realm } from './realm.ts';
import { isFunction, isObject, PROXY_MET, type GuestFunction, type GuestObject, type ExoticMethods, type HostKey, type Value, wellKnown, type InternalData } from './values.ts';
import { ComplexStamp, FormerPrototypeStamp, UnspreadableStamp } from './stamps.ts';
import { elementsOf, inheritsViewLength, isFixedLengthArray, isNumericKey, isTypedArray, toElement } from './typed-arrays.ts';

/** A property descriptor in guest terms. Absent fields are absent properties, as in the specification. */
export interface Descriptor {
  value?: Value;
  writable?: boolean;
  get?: GuestFunction | undefined;
  set?: GuestFunction | undefined;
  enumerable?: boolean;
  configurable?: boolean;
}

/**
 * Whether there is any array that is not simple (I3): an accessor, other attributes, not extensible or another prototype later on; and whether there may be one that began with another
 * prototype than that of the only realm, Array.prototype itself apart: the host takes a call of its runtime to tell the prototype of any array. One-way. Generated code looks at
 * it, too.
 */
export const complexity = { any: false, otherPrototypes: false };
/** Typed arrays of which that is true; arrays do not pay for them, since programs give them other prototypes (polyfills of Node's Buffer). */
const complexViews = new WeakSet<object>();
let hasComplexViews = false;

export function isArray(value: Value): value is Value[] & GuestObject {
  return Array.isArray(value);
}

/** True if a host builtin can work on the array without calling the guest or failing midway. */
export function isSimpleArray(value: Value): value is Value[] & GuestObject {
  return Array.isArray(value) && !(complexity.any && ComplexStamp.has(value));
}

/** The same for arrays and typed arrays: there may be own accessors. */
export function isComplex(o: GuestObject): boolean {
  return Array.isArray(o) ? complexity.any && ComplexStamp.has(o) : hasComplexViews && complexViews.has(o);
}

export function markComplex(o: GuestObject): void {
  if (Array.isArray(o)) {
    ComplexStamp.add(o);
    complexity.any = true;
  } else if (isTypedArray(o)) {
    complexViews.add(o);
    hasComplexViews = true;
  }
}

/** True for arrays and string wrappers, whose `length` is the host's own property. */
export function hasHostLength(o: GuestObject): boolean {
  return Array.isArray(o) || (!isProxy(o) && Object.prototype.toString.call(o) === '[object String]');
}

/**
 * `plain` as long as no object with a host's `length` inherits anything from the guest and Object.prototype has no `length`: then what `$length`
 * is found as, from an object that is no such itself, is its property `length`.
 */
export const lengths = { plain: true };

type DefinitionWatcher = (key: HostKey, desc: Descriptor) => void;
const definitionWatchers = new WeakMap<GuestObject, DefinitionWatcher[]>();
const prototypeWatchers = new WeakMap<GuestObject, () => void>();

/** Somebody is told of what is defined on `o`. */
export function isWatched(o: GuestObject): boolean {
  return definitionWatchers.has(o);
}

/** Calls `watcher` before each [[DefineOwnProperty]] of `o` (not for plain writes): protectors.ts. */
export function watchDefinitions(o: GuestObject, watcher: DefinitionWatcher): void {
  const list = definitionWatchers.get(o);
  if (list === undefined) definitionWatchers.set(o, [watcher]);
  else list.push(watcher);
}

const deletionWatchers = new WeakMap<GuestObject, (key: HostKey) => void>();

/** Calls `watcher` before each [[Delete]] of a property of `o`. */
export function watchDeletions(o: GuestObject, watcher: (key: HostKey) => void): void {
  deletionWatchers.set(o, watcher);
}

/** Calls `watcher` when the prototype of `o` changes. */
export function watchPrototype(o: GuestObject, watcher: () => void): void {
  prototypeWatchers.set(o, watcher);
}

function ownKey(o: GuestObject, key: HostKey): HostKey {
  return key === '$length' && hasHostLength(o) ? 'length' : key;
}

/** [[GetPrototypeOf]] */
export function getPrototypeOf(o: GuestObject): GuestObject | null {
  if (isProxy(o)) throw PROXY_MET;
  const proto = Reflect.getPrototypeOf(o) as GuestObject | null;
  // This check comes first: reading `fn` of an object without it searches its whole chain of prototypes.
  if (proto !== null && isHiddenPrototype(proto) && (o as unknown as GuestFunction).fn === (o as unknown)) {
    return Reflect.getPrototypeOf(proto) as GuestObject | null;
  }
  return proto;
}

/** The first prototype of an object that has got one without a constructor since: only to name its class in inspect.ts. */
export function formerPrototype(o: GuestObject): GuestObject | undefined {
  return FormerPrototypeStamp.get(o) as GuestObject | undefined;
}

function hasConstructor(proto: GuestObject | null): boolean {
  for (let p = proto; p !== null; p = getPrototypeOf(p)) if (isProxy(p) || Object.hasOwn(p, '$constructor')) return true;
  return false;
}

/** [[SetPrototypeOf]]: false if not extensible or if it would make a cycle. */
export function setPrototypeOf(realm: Realm, o: GuestObject, proto: GuestObject | null): boolean {
  if (getPrototypeOf(o) === proto) return true;
  if (o === realm.objectPrototype || !Reflect.isExtensible(o)) return false;
  // What is behind a Proxy is not known without asking it.
  for (let p = proto; p !== null && !isProxy(p); p = getPrototypeOf(p)) if (p === o) return false;
  if (isFunction(o)) materialiseAll(realm, o);
  const { internal } = o as unknown as { internal?: InternalData };
  if (internal !== undefined && internal.owner === o) internal.beforeSetPrototype();
  markComplex(o);
  prototypeWatchers.get(o)?.();
  guardViewLength(realm, o, proto);
  if (hasHostLength(o)) lengths.plain = false;
  if (!hasConstructor(proto) && !FormerPrototypeStamp.has(o)) {
    const former = getPrototypeOf(o);
    if (former !== null) FormerPrototypeStamp.add(o, former);
  }
  // What an object inherits goes away with the prototype.
  deletions.count++;
  return Reflect.setPrototypeOf(o, isFunction(o) && proto === realm.functionPrototype ? realm.prelude.functionHidden : proto);
}

/**
 * Before an object gets a prototype, or (`defines`) a property `length`: keeps `viewLength.plain` true only while the `length` of each typed array
 * is that of %TypedArray%.prototype.
 */
function guardViewLength(realm: Realm, o: GuestObject, proto: GuestObject | null, defines = false): void {
  const { viewLength, typedPrototypes } = realm.protectors;
  if (!viewLength.plain || typedPrototypes.size === 0) return;
  const target = realm.views.typedArrayPrototype;
  const inherits = (from: GuestObject | null): boolean => {
    for (let p = from; p !== null && !isProxy(p); p = getPrototypeOf(p)) if (p === target) return true;
    return false;
  };
  const after = inherits(proto);
  if (defines) {
    if (after || o === target) viewLength.plain = false;
    return;
  }
  if (!after && !inherits(getPrototypeOf(o))) return;
  if (Object.hasOwn(o, '$length') || !inheritsViewLength(realm, proto)) viewLength.plain = false;
}

/** Before an object may get a property `length`: without a prototype it could be some realm's Object.prototype, whatever it still has. */
function guardLength(o: GuestObject): void {
  if (Reflect.getPrototypeOf(o) === null) lengths.plain = false;
}

/** [[IsExtensible]] */
export function isExtensible(o: GuestObject): boolean {
  return Reflect.isExtensible(o);
}

/** [[PreventExtensions]] */
export function preventExtensions(realm: Realm, o: GuestObject): boolean {
  // 10.4.5.1: an array whose elements may come and go stays extensible.
  const elements = elementsOf(o);
  if (elements !== undefined && !isFixedLengthArray(elements)) return false;
  if (isFunction(o)) materialiseAll(realm, o);
  markComplex(o);
  return Reflect.preventExtensions(o);
}

/** Keys of properties that objects with internal state may have without the attributes that the guest has to see, until it asks. */
export function settlesLate(key: HostKey): boolean {
  return key === '$length' || key === '$lastIndex' || key === '$callee' || key === wellKnown.iterator;
}

/** Gives the properties of an object with internal state the attributes that the guest has to see. */
export function settle(o: GuestObject): void {
  const { internal } = o as unknown as { internal?: InternalData };
  if (internal !== undefined && internal.owner === o) internal.beforeReflection();
}

/** [[GetOwnProperty]] */
export function getOwnProperty(realm: Realm, o: GuestObject, key: HostKey): Descriptor | undefined {
  if (settlesLate(key)) settle(o);
  const d = Reflect.getOwnPropertyDescriptor(o, ownKey(o, key));
  if (d === undefined) return isFunction(o) ? (lazyDescriptor(realm, o, key) as Descriptor | undefined) : undefined;
  if ('value' in d) return d as Descriptor;
  const getter = d.get as Thunk | undefined;
  if (getter?.slot !== undefined) {
    const slot = getter.slot;
    return { value: slot.get(), writable: slot.writable, enumerable: d.enumerable, configurable: slot.sealed === true ? false : d.configurable };
  }
  return { get: getter?.guest, set: (d.set as Thunk | undefined)?.guest, enumerable: d.enumerable, configurable: d.configurable };
}

export function hasOwnProperty(o: GuestObject, key: HostKey): boolean {
  if (Object.hasOwn(o, ownKey(o, key))) {
    exoticOf(o)?.check(key);
    return true;
  }
  return isFunction(o) && o.lazy !== 0 && typeof key === 'string' && lazyKeys(o).includes(key);
}

/** [[HasProperty]]. Of other keys the host knows itself: a typed array ends the search for a numeric one. */
export function hasProperty(o: GuestObject, key: HostKey): boolean {
  if (key !== '$length' && key !== '$name' && key !== '$prototype') return key in o;
  for (let p: GuestObject | null = o; p !== null; p = getPrototypeOf(p)) if (hasOwnProperty(p, key)) return true;
  return false;
}

/** Internal methods of an object that are its own; only of objects with an internal slot. */
export function exoticOf(o: GuestObject): ExoticMethods | null {
  const { internal } = o as unknown as { internal?: InternalData };
  return internal !== undefined && internal.owner === o ? internal.exotic : null;
}

/**
 * Notes that an object has, or has had, an own accessor, which copying would run, or properties that are not enumerable, which copying would pass over
 * without a charge (I6). What builtins have from the start is not noted: they are few, and not enumerable.
 */
export function noteUnspreadable(o: GuestObject): void {
  UnspreadableStamp.add(o);
}

/**
 * The host may copy the properties of `v` for the guest, by a spread or key by key: it is an ordinary object without internal slots, own
 * accessors and hidden properties, so that copying runs no code of the guest, and each enumerable property of the host object is one of the guest.
 */
export function isSpreadable(v: Value): v is GuestObject {
  return typeof v === 'object' && v !== null && !isProxy(v) && (v as unknown as { internal?: InternalData }).internal === undefined && !isFunction(v) && isCopiedPlainly(v);
}

/** The same of an object that is no Proxy and no function, and has no internal slots, nor inherits them: compiled code looks for those itself, where the host knows what objects come by. */
export function isCopiedPlainly(o: GuestObject): boolean {
  return !Array.isArray(o) && !ArrayBuffer.isView(o) && !UnspreadableStamp.has(o);
}

/** An ordinary object without internal slots, or a Proxy. */
function isOrdinary(o: GuestObject): boolean {
  return (o as unknown as { internal?: InternalData }).internal === undefined && !Array.isArray(o) && !ArrayBuffer.isView(o) && !isFunction(o);
}

function toHost(key: HostKey, desc: Descriptor): PropertyDescriptor {
  if (!('get' in desc || 'set' in desc)) return desc as PropertyDescriptor;
  const accessor = (thunk: Thunk, f: GuestFunction): Thunk => (isNumericKey(key) && isArrayIndex(key) ? elementThunk(thunk, f) : thunk);
  const d: PropertyDescriptor = {};
  if ('value' in desc) d.value = desc.value;
  if ('writable' in desc) d.writable = desc.writable;
  if ('get' in desc) d.get = desc.get === undefined ? undefined : (accessor(getterThunk(desc.get), desc.get) as () => Value);
  if ('set' in desc) d.set = desc.set === undefined ? undefined : (accessor(setterThunk(desc.set), desc.set) as (v: Value) => void);
  if ('enumerable' in desc) d.enumerable = desc.enumerable;
  if ('configurable' in desc) d.configurable = desc.configurable;
  return d;
}

const { __defineGetter__: defineGetter, __defineSetter__: defineSetter } = Object.prototype as unknown as Record<string, (this: object, key: HostKey, thunk: Thunk) => void>;

/**
 * Defines an accessor of an object literal, which nobody has seen yet: the host does so in half the time where it need not be told attributes.
 * False where it must be done in the general way; nothing has happened then.
 */
export function defineLiteralAccessor(o: GuestObject, key: HostKey, kind: 'get' | 'set', f: GuestFunction): boolean {
  if (key === '$length' || isNumericKey(key) || !isOrdinary(o)) return false;
  noteUnspreadable(o);
  if (kind === 'get') defineGetter.call(o, key, getterThunk(f));
  else defineSetter.call(o, key, setterThunk(f));
  return true;
}

/** [[DefineOwnProperty]]: false where the specification rejects. Array `length` must be converted by the caller (ArraySetLength). */
export function defineOwnProperty(realm: Realm, o: GuestObject, key: HostKey, desc: Descriptor): boolean {
  const host = ownKey(o, key);
  const watchers = definitionWatchers.get(o);
  if (watchers !== undefined) for (const watcher of watchers) watcher(key, desc);
  const { internal } = o as unknown as { internal?: InternalData };
  if (internal !== undefined && internal.owner === o) {
    if (internal.exotic !== null) return internal.exotic.define(key, desc as { value?: Value });
    internal.beforeReflection();
    internal.beforeDefine();
  }
  if (isFunction(o)) materialise(realm, o, key);
  if (key === '$length') {
    guardViewLength(realm, o, getPrototypeOf(o), true);
    guardLength(o);
  }
  const current = Reflect.getOwnPropertyDescriptor(o, host);
  const isHidden = desc.enumerable === false || (current === undefined && desc.enumerable !== true);
  if (isHidden || 'get' in desc || 'set' in desc || (current !== undefined && 'get' in current)) noteUnspreadable(o);
  const slot = (current?.get as Thunk | undefined)?.slot;
  if (slot !== undefined) return defineSlot(realm, o, key, slot, desc);
  if (Array.isArray(o) && ('get' in desc || 'set' in desc || desc.writable === false || desc.enumerable === false || desc.configurable === false ||
      (current === undefined && (!desc.writable || !desc.enumerable || !desc.configurable)))) {
    markComplex(o);
  }
  if (isNumericKey(key) && isTypedArray(o)) {
    if (!('value' in desc)) return Reflect.defineProperty(o, host, toHost(host, desc));
    return definesElement(o, key, desc) && Reflect.defineProperty(o, host, { ...toHost(host, desc), value: toElement(realm, o, desc.value) });
  }
  if (isTypedArray(o) && ('get' in desc || 'set' in desc)) markComplex(o);
  return Reflect.defineProperty(o, host, toHost(host, desc));
}

/** 10.4.5.3 [[DefineOwnProperty]] of a typed array, before the value is converted. */
export function definesElement(o: GuestObject, key: HostKey, desc: Descriptor): boolean {
  return key in o && desc.configurable !== false && desc.enumerable !== false && !('get' in desc || 'set' in desc) && desc.writable !== false;
}

/** ValidateAndApplyPropertyDescriptor for a data property that lives in a slot. */
function defineSlot(realm: Realm, o: GuestObject, key: HostKey, slot: Slot0, desc: Descriptor): boolean {
  const current = getOwnProperty(realm, o, key) as Descriptor;
  const accessor = 'get' in desc || 'set' in desc;
  if (current.configurable === false) {
    if (desc.configurable === true || accessor) return false;
    if (desc.enumerable !== undefined && desc.enumerable !== current.enumerable) return false;
    if (!slot.writable && (desc.writable === true || ('value' in desc && !Object.is(desc.value, slot.get())))) return false;
  }
  if (!accessor && desc.writable !== false && slot.writable) {
    if ('value' in desc) slot.set(desc.value);
    if (desc.configurable === false) slot.sealed = true;
    return desc.enumerable === undefined || Reflect.defineProperty(o, key, { enumerable: desc.enumerable });
  }
  if ('value' in desc && slot.writable) slot.set(desc.value);
  const plain: Descriptor = accessor
    ? { get: desc.get, set: desc.set, enumerable: desc.enumerable ?? current.enumerable, configurable: desc.configurable ?? current.configurable }
    : { value: 'value' in desc ? desc.value : slot.get(), writable: desc.writable ?? slot.writable, enumerable: desc.enumerable ?? current.enumerable, configurable: desc.configurable ?? current.configurable };
  slot.detach();
  return Reflect.defineProperty(o, key, toHost(key, plain));
}
type Slot0 = NonNullable<Thunk['slot']>;

/** CreateDataProperty */
export function createDataProperty(realm: Realm, o: GuestObject, key: HostKey, value: Value): boolean {
  return defineOwnProperty(realm, o, key, { value, writable: true, enumerable: true, configurable: true });
}

/** Does what [[Set]] does where the object itself has such a property and the host may write it; else does nothing, and gives false. */
export function assigns(o: GuestObject, key: HostKey, value: Value): boolean {
  if (Array.isArray(o) ? isComplex(o) || key === '$length' : !isSpreadable(o) || isWatched(o)) return false;
  const current = Reflect.getOwnPropertyDescriptor(o, key);
  if (current === undefined || current.writable !== true) return false;
  o[key as string] = value;
  return true;
}

/** Does what CreateDataProperty does where an ordinary object has such a property already, like a literal after a spread; else does nothing, and gives false. */
export function overwrites(o: GuestObject, key: HostKey, value: Value): boolean {
  if (!isSpreadable(o) || isWatched(o)) return false;
  const current = Reflect.getOwnPropertyDescriptor(o, key);
  if (current === undefined || current.writable !== true || current.enumerable !== true || current.configurable !== true) return false;
  o[key as string] = value;
  return true;
}

/** Defines a builtin's data property: writable and configurable, not enumerable. */
export function defineHidden(o: GuestObject, key: HostKey, value: Value): void {
  Object.defineProperty(o, key, { value, writable: true, enumerable: false, configurable: true });
}

/** [[Get]] of an object or, through its prototype, of a primitive other than undefined and null. */
export function getProperty(realm: Realm, o: Value, key: HostKey, receiver: Value = o): Value {
  if (key === '$length') return getLength(realm, o, receiver);
  if (isObject(o)) return receiver === o ? o[key as string] : (Reflect.get(o, key, receiver) as Value);
  if (typeof o === 'string' && (typeof key === 'number' || (typeof key === 'string' && key.charCodeAt(0) !== 36))) {
    const c = o[key as number];
    if (c !== undefined) return c;
  }
  return Reflect.get(realm.prototypeOfPrimitive(o), key, receiver) as Value;
}

/**
 * The host's [[Get]] with any receiver is the guest's: of `length` it is not, and of what functions keep in slots, which asks the receiver. Nobody else
 * has the host do that, since what may be called last there is a getter of the guest.
 */
export function readsThrough(key: HostKey): boolean {
  return key !== '$length' && key !== '$name' && key !== '$prototype';
}

/** Get(o, "length") */
export function getLength(realm: Realm, o: Value, receiver: Value = o): Value {
  if (typeof o === 'string') return o.length;
  let p: GuestObject | null = isObject(o) ? o : realm.prototypeOfPrimitive(o);
  if (Array.isArray(p)) return p.length;
  if (lengths.plain && receiver === o && realm.host.emptied) {
    const found = p.$length;
    // A getter that gave undefined must not be called again.
    if (found !== undefined || '$length' in p) return found;
  }
  if (realm.protectors.viewLength.plain && isTypedArray(p)) return (elementsOf(p) as { length: number }).length;
  // The host has no such key on arrays, so a bare read of the chain would miss one; a Proxy on it says so itself.
  for (; p !== null; p = getPrototypeOf(p)) {
    if (isProxy(p)) throw PROXY_MET;
    if (Object.hasOwn(p, '$length') || (isFunction(p) && p.lazy !== 0)) return Reflect.get(p, '$length', receiver) as Value;
    if (hasHostLength(p)) return (p as unknown as { length: number }).length;
  }
  return undefined;
}

/** OrdinarySetWithOwnDescriptor, step 2.c: the receiver is asked for its own property, unless a setter is found before. */
function checkReceiver(realm: Realm, o: GuestObject, key: HostKey, receiver: GuestObject): void {
  const exotic = exoticOf(receiver);
  if (exotic === null || !Object.hasOwn(receiver, key)) return;
  for (let p: GuestObject | null = o; p !== null; p = getPrototypeOf(p)) {
    const found = getOwnProperty(realm, p, key);
    if (found === undefined) continue;
    if (!('value' in found)) return;
    break;
  }
  exotic.check(key);
}

/** [[Set]] of an object; false where the write fails. The length of an array must be a valid array length already. */
export function setProperty(realm: Realm, o: GuestObject, key: HostKey, value: Value, receiver: Value = o): boolean {
  if (receiver !== o && isObject(receiver)) checkReceiver(realm, o, key, receiver);
  if (key === '$length') {
    if (isObject(receiver)) guardLength(receiver);
    for (let p: GuestObject | null = o; p !== null; p = getPrototypeOf(p)) {
      if (isProxy(p)) throw PROXY_MET;
      if (hasHostLength(p)) {
        if (p === receiver) return Reflect.set(p, 'length', value);
        const d = Reflect.getOwnPropertyDescriptor(p, 'length') as PropertyDescriptor;
        if (d.writable !== true || !isObject(receiver)) return false;
        if (hasHostLength(receiver)) return Reflect.set(receiver, 'length', value);
        return hasOwnProperty(receiver, key) ? defineOwnProperty(realm, receiver, key, { value }) : createDataProperty(realm, receiver, key, value);
      }
      if (Object.hasOwn(p, '$length')) break;
    }
  }
  if (isNumericKey(key)) return setElement(realm, o, key, value, receiver);
  try {
    return Reflect.set(o, key, value, receiver);
  } catch (error) {
    if (error instanceof ReadOnlyError) return false;
    throw error;
  }
}

/** [[Set]] of a numeric key: as 10.4.5.5 has it if there is a typed array on the way. */
function setElement(realm: Realm, o: GuestObject, key: HostKey, value: Value, receiver: Value): boolean {
  for (let p: GuestObject | null = o; p !== null; p = getPrototypeOf(p)) {
    if (isProxy(p)) throw PROXY_MET;
    if (isTypedArray(p)) {
      // TypedArraySetElement converts first, and ignores what has no place.
      if (p === receiver) {
        const element = toElement(realm, p, value);
        if (key in p) p[key as number] = element;
        return true;
      }
      if (!(key in p)) return true;
      return isObject(receiver) && setOnReceiver(realm, receiver, key, value);
    }
    if (Object.hasOwn(p, key)) break;
  }
  // A typed array as receiver of another object's [[Set]] is defined on.
  if (o !== receiver && isTypedArray(receiver)) return Reflect.set(o, key, toElement(realm, receiver, value), receiver);
  return Reflect.set(o, key, value, receiver);
}

/** OrdinarySetWithOwnDescriptor, from step 2.c on: the property found is writable data. */
function setOnReceiver(realm: Realm, receiver: GuestObject, key: HostKey, value: Value): boolean {
  const existing = getOwnProperty(realm, receiver, key);
  if (existing === undefined) return createDataProperty(realm, receiver, key, value);
  if ('get' in existing || 'set' in existing || existing.writable !== true) return false;
  return defineOwnProperty(realm, receiver, key, { value });
}

/** True if a typed array decides what [[Set]] of `o` does with a numeric key: it is met before the property, or a Proxy. */
export function meetsTypedArray(o: Value, key: HostKey): boolean {
  if (!isNumericKey(key)) return false;
  for (let p: GuestObject | null = isObject(o) ? o : null; p !== null && !isProxy(p); p = getPrototypeOf(p)) {
    if (isTypedArray(p)) return true;
    if (Object.hasOwn(p, key)) return false;
  }
  return false;
}

/**
 * True if [[Set]] or [[DefineOwnProperty]] of `key` with this value would have to convert an object to an element of a typed array, which calls
 * the guest: self-hosted code does it before (ToElement).
 */
export function convertsElement(o: Value, key: HostKey, value: Value): boolean {
  if (!isObject(value) || !isNumericKey(key)) return false;
  for (let p: GuestObject | null = isObject(o) ? o : null; p !== null && !isProxy(p); p = getPrototypeOf(p)) {
    if (isTypedArray(p)) return p === o;
    if (Object.hasOwn(p, key)) return false;
  }
  return false;
}

/** Counts the calls of [[Delete]] of all objects: what enumerates one need not look for what was there before while the count stands. */
export const deletions = { count: 0 };

/** [[Delete]] */
export function deleteProperty(o: GuestObject, key: HostKey): boolean {
  deletions.count++;
  deletionWatchers.get(o)?.(key);
  if (settlesLate(key)) settle(o);
  if (isFunction(o) && o.lazy !== 0) {
    const deleted = deleteLazy(o, key);
    if (deleted !== undefined) return deleted;
  }
  const host = ownKey(o, key);
  const slot = (Reflect.getOwnPropertyDescriptor(o, host)?.get as Thunk | undefined)?.slot;
  if (slot !== undefined) {
    if (slot.sealed === true) return false;
    if (!Reflect.deleteProperty(o, host)) return false;
    slot.detach();
    return true;
  }
  const deleted = Reflect.deleteProperty(o, host);
  if (deleted && isFunction(o)) forgetOrder(o, key);
  return deleted;
}

/** Reads a guest property by its guest name. */
export function getNamed(realm: Realm, o: Value, name: string): Value {
  return getProperty(realm, o, mangle(name));
}
