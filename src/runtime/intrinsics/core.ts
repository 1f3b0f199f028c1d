// Intrinsics of self-hosted code: what guest JavaScript cannot say, or not without being seen by the guest.
//
// Each is a native function that calls no guest code (Apply and CallBody end in a tail call). Those that take numbers or
// strings get primitives; selfhosted code converts objects before.

import { storeElement } from '../elements.ts';
import { toHostKey, toLength, toInteger } from '../conversions.ts';
import { describe, describeQuoted } from '../describe.ts';
import { throwRangeError, throwReferenceError, throwSyntaxError, throwTypeError } from '../errors.ts';
import { functionName, functionRealm } from '../function.ts';
import { hostArraysOf } from '../host-arrays.ts';
import { hasDefaultSpecies, isPlainArray, iterResult, NativeStepper, stepperOf, stepsLeft, takeAll } from '../iteration.ts';
import { guestName, ordinaryName } from '../keys.ts';
import {
  convertsElement, createDataProperty, defineHidden, deleteProperty, getOwnProperty, getPrototypeOf, isArray, isSimpleArray, overwrites, setProperty,
} from '../objects.ts';
import { finish, keyOf, prototypeOf, remove } from '../internal-methods.ts';
import { isArrayThroughProxies, isProxy } from '../proxy.ts';
import type { Realm } from '../realm.ts';
import {
  EMPTY, isConstructor, isFunction, isObject, ITERATION_END, PROXY_MET, wellKnown, type GuestFunction, type GuestObject, type HostCode, type HostKey, type Value,
} from '../values.ts';
import { toObject } from '../wrappers.ts';

/** Longest array of which a builtin makes or walks all elements natively; V8 keeps longer ones as dictionaries. */
export const MAX_DENSE = 1 << 25;
/** Elements that a host builtin handles for one unit of fuel. */
const ELEMENTS_SHIFT = 3;

/** Charges for `count` elements handled by a host builtin. */
export function chargeElements(realm: Realm, count: number): void {
  if (count >= 1 << ELEMENTS_SHIFT) realm.charge(Math.floor(count / (1 << ELEMENTS_SHIFT)));
}

function keyText(key: HostKey): string {
  return typeof key === 'symbol' ? key.toString() : typeof key === 'number' ? String(key) : (guestName(key) ?? key);
}

/** ArrayCreate with %Array.prototype%, as holes. */
export function arrayCreate(realm: Realm, length: number): Value[] & GuestObject {
  if (!(length <= 4294967295)) throwRangeError(realm, 'Invalid array length');
  if (length <= MAX_DENSE) chargeElements(realm, length);
  return realm.prelude.makeArray(length);
}

/**
 * A private array, or the first `n` elements of a typed array, as a host array, which can be spread: where there is no emptied realm, guest arrays have no host iterator.
 *
 * Here, and wherever a list of any length is made one by one, elements are stored at their index: a guest that puts elements into
 * Array.prototype makes each `push` of the whole process slow (docs/embedding.md), but not a store.
 */
export function hostList(list: Value, n = (list as Value[] & GuestObject).length): Value[] {
  const array = list as GuestObject;
  const result: Value[] = [];
  for (let i = 0; i < n; i++) result[i] = array[i];
  return result;
}

/** SameValueZero */
export function sameValueZero(a: Value, b: Value): boolean {
  return a === b || (a !== a && b !== b);
}

export function installCore(realm: Realm): void {
  const define: Define = (name, length, code, general) => {
    realm.intrinsic(name, length, code, general);
  };
  installChecks(realm, define);
  installErrors(realm, define);
  installObjects(realm, define);
  installLists(realm, define);
  for (const name of ['ToObject', 'IsCallable', 'IsPlainArray', 'HasDefaultSpecies']) realm.nameOperation(name, realm.intrinsics.get(name));
  for (const name of Object.keys(wellKnown) as (keyof typeof wellKnown)[]) {
    realm.intrinsics.set(`Symbol${name[0].toUpperCase()}${name.slice(1)}`, wellKnown[name]);
  }
  define('Charge', 1, (_f, _self, amount) => {
    if ((amount as number) > 0) realm.charge(amount as number);
    return undefined;
  });
  define('Apply', 3, (_f, _self, f, self, list) => (f as unknown as GuestFunction).code(f as unknown as GuestFunction, self, ...hostList(list)));
  define('ConstructList', 3, (_f, _self, f, list, newTarget) => {
    const F = f as unknown as GuestFunction;
    // What it is a constructor of may have to be asked of a Proxy (createFromConstructor): nothing has happened then.
    if (newTarget !== undefined && newTarget !== f) return constructList(realm, F, newTarget as unknown as GuestFunction, list);
    return (F.construct as NonNullable<GuestFunction['construct']>)(F, (newTarget ?? f) as unknown as GuestFunction, ...hostList(list));
  });
  // Of convertAndCall (conversions.js): how argument `index` of a converting native is converted, 0 being `this`.
  define('ConversionOf', 2, (_f, _self, f, index) => (f as unknown as GuestFunction).native?.conversions[index as number]);
  define('CallBody', 3, (_f, _self, f, self, args) => {
    const callee = f as unknown as GuestFunction;
    return (callee.native?.body as HostCode)(callee, self, ...hostList(args));
  });
}

function constructList(realm: Realm, f: GuestFunction, newTarget: GuestFunction, list: Value): Value {
  try {
    return (f.construct as NonNullable<GuestFunction['construct']>)(f, newTarget, ...hostList(list));
  } catch (error) {
    if (error !== PROXY_MET) throw error;
  }
  const g = realm.selfHosted('ConstructProxied');
  return g.code(g, undefined, f as unknown as Value, list, newTarget as unknown as Value);
}

type Define = (name: string, length: number, code: HostCode, general?: string) => void;

function installChecks(realm: Realm, define: Define): void {
  define('IsObject', 1, (_f, _self, v) => isObject(v));
  define('IsCallable', 1, (_f, _self, v) => isFunction(v));
  define('IsConstructor', 1, (_f, _self, v) => isConstructor(v));
  define('IsArray', 1, (_f, _self, v) => isArrayThroughProxies(realm, v));
  define('IsSimpleArray', 1, (_f, _self, v) => isSimpleArray(v));
  define('IsPlainArray', 1, (_f, _self, v) => isPlainArray(realm, v));
  // True for a plain array of which ArraySpeciesCreate makes an ordinary array.
  define('HasDefaultSpecies', 1, (_f, _self, v) => isPlainArray(realm, v) && hasDefaultSpecies(realm, v));
  // True for %Array% of another realm.
  define('IsArrayConstructorElsewhere', 1, (_f, _self, v) => {
    if (!isConstructor(v)) return false;
    const other = functionRealm(v);
    return other !== realm && (v as Value) === other.intrinsics.get('Array');
  });
  define('SameValue', 2, (_f, _self, a, b) => Object.is(a, b));
  define('SameValueZero', 2, (_f, _self, a, b) => sameValueZero(a, b));
  define('ToIntegerOrInfinity', 1, (_f, _self, v) => toInteger(realm, v));
  define('ToLengthPrimitive', 1, (_f, _self, v) => toLength(realm, v));
}

function installErrors(realm: Realm, define: Define): void {
  define('ThrowReferenceError', 1, (_f, _self, message) => throwReferenceError(realm, String(message)));
  define('ThrowTypeError', 1, (_f, _self, message) => throwTypeError(realm, String(message)));
  define('ThrowRangeError', 1, (_f, _self, message) => throwRangeError(realm, String(message)));
  define('ThrowSyntaxError', 1, (_f, _self, message) => throwSyntaxError(realm, String(message)));
  define('ThrowNotFunction', 1, (_f, _self, v) => throwTypeError(realm, `${describe(realm, v)} is not a function`));
  define('ThrowNotConstructor', 1, (_f, _self, v) => throwTypeError(realm, `${describeQuoted(realm, v)} is not a constructor`));
  define('ThrowNotIterable', 1, (_f, _self, v) => throwTypeError(realm, `${describeQuoted(realm, v)} is not iterable`));
  // The text of a value in a message, without calling the guest; strings are shown as they are.
  define('Describe', 1, (_f, _self, v) => describe(realm, v));
  define('FunctionNameOf', 1, (_f, _self, f) => functionName(f as unknown as GuestFunction));
}

/** Appends to a private array. */
export function append(realm: Realm, array: Value[] & GuestObject, value: Value): undefined {
  if (realm.protectors.elements) storeElement(array, array.length, value);
  else createDataProperty(realm, array, array.length, value);
}

/** AppendSteps; the charge is for all that the iterator may still give. */
function appendSteps(realm: Realm, list: Value[] & GuestObject, iterator: Value, next: Value): boolean {
  const stepper = stepperOf(next);
  if (!(stepper instanceof NativeStepper) || stepper.walks === null) return false;
  const left = stepsLeft(realm, iterator);
  if (left > MAX_DENSE) return false;
  realm.charge(left);
  const all = takeAll(realm, iterator, stepper.walks);
  if (all !== null) {
    appendValues(realm, list, all);
    return true;
  }
  // See Machine.list for the first element.
  const values: Value[] = [undefined];
  let n = 0;
  let value = stepper.step(iterator);
  for (; value !== EMPTY && value !== ITERATION_END; value = stepper.step(iterator)) values[n++] = value;
  if (n > 0) appendValues(realm, list, values);
  return value === ITERATION_END;
}

/** So many elements are pushed at once; more would take much of the host's stack. */
const PUSHED = 1024;

/** Appends to a private array by the host: elements that are stored one by one are stored by code that has seen all kinds of arrays. */
export function appendValues(realm: Realm, list: Value[] & GuestObject, values: Value[]): void {
  if (!realm.host.emptied || !realm.protectors.elements) {
    for (let i = 0; i < values.length; i++) append(realm, list, values[i]);
    return;
  }
  const { pushAll } = hostArraysOf(realm.host);
  if (values.length <= PUSHED) pushAll(list, values);
  else for (let i = 0; i < values.length; i += PUSHED) pushAll(list, values.slice(i, i + PUSHED));
}

/** Writes an element of a plain array or appends one, as CreateDataProperty does it; else does nothing, and gives false. */
export function writesElement(realm: Realm, o: GuestObject, key: Value, value: Value): boolean {
  // An array that is not extensible or has a read-only element is not simple.
  if (typeof key !== 'number' || !isPlainArray(realm, o) || key > o.length) return false;
  o[key] = value;
  return true;
}

function installObjects(realm: Realm, define: Define): void {
  define('ToObject', 2, (_f, _self, v, method) => toObject(realm, v, method as string | undefined));
  define('MakeObject', 0, () => realm.prelude.makeObject());
  define('MakeObjectWith', 1, (_f, _self, proto) => realm.prelude.makeObjectWith(proto as GuestObject | null));
  define('IterResult', 2, (_f, _self, value, done) => iterResult(realm, value, done as boolean));
  define('GetPrototypeOf', 1, (_f, _self, o) => finish(prototypeOf(realm, o as GuestObject)));
  // CreateDataProperty of a new property of an ordinary private object that an assignment creates as it should be; else does nothing, and gives false.
  define('AddsProperty', 3, (_f, _self, o, key, value) => {
    if (typeof key !== 'string') return false;
    const name = ordinaryName(key);
    if (name === '' || name in (o as GuestObject)) return false;
    (o as GuestObject)[name] = value;
    return true;
  });
  // CreateDataPropertyOrThrow; the key is a primitive.
  define('CreateDataProperty', 3, (_f, _self, o, key, value) => {
    const object = o as GuestObject;
    if (writesElement(realm, object, key, value)) return value;
    const hostKey = toHostKey(key);
    if (overwrites(object, hostKey, value)) return value;
    if (isProxy(object)) {
      const f = realm.selfHosted('CreateDataPropertyOnProxy');
      return f.code(f, undefined, object, keyOf(hostKey), value);
    }
    if (convertsElement(object, hostKey, value) && hostKey in object) {
      const f = realm.selfHosted('operator_DefineElement');
      return f.code(f, undefined, o, key, value);
    }
    if (!createDataProperty(realm, object, hostKey, value)) throwTypeError(realm, `Cannot redefine property: ${keyText(hostKey)}`);
    return value;
  });
  define('DefineHidden', 3, (_f, _self, o, key, value) => {
    defineHidden(o as GuestObject, toHostKey(key), value);
    return value;
  });
  define('DeletePropertyOrThrow', 2, (_f, _self, o, key) => {
    const hostKey = toHostKey(key);
    if (isProxy(o)) {
      const f = realm.selfHosted('proxied_DeleteStrict');
      return f.code(f, undefined, o, keyOf(hostKey));
    }
    if (!deleteProperty(o as GuestObject, hostKey)) throwTypeError(realm, `Cannot delete property '${keyText(hostKey)}' of ${describe(realm, o)}`);
    return true;
  });
  // [[Delete]] whose failure is ignored (sloppy delete): its result.
  define('DeleteProperty', 2, (_f, _self, o, key) => finish(remove(realm, toObject(realm, o), toHostKey(key))));
  // The setter that a write to `o[key]` finds, a function; null for an accessor without setter; undefined if it finds no accessor; true if a Proxy decides.
  define('FindSetter', 2, (_f, _self, o, key) => {
    const hostKey = toHostKey(key);
    for (let p: GuestObject | null = isObject(o) ? o : realm.prototypeOfPrimitive(o); p !== null; p = getPrototypeOf(p)) {
      if (isProxy(p)) return true;
      const d = getOwnProperty(realm, p, hostKey);
      if (d !== undefined) return 'get' in d || 'set' in d ? ((d.set ?? null) as unknown as Value) : undefined;
    }
    return undefined;
  });
  // [[Set]] where FindSetter found no accessor: false if the write fails.
  define('SetData', 3, (_f, _self, o, key, value) => {
    const hostKey = toHostKey(key);
    if (convertsElement(o, hostKey, value)) {
      const f = realm.selfHosted('operator_SetElement');
      return f.code(f, undefined, o, key, value);
    }
    return isObject(o) && setProperty(realm, o, hostKey, value);
  });
  define('IsArrayLength', 2, (_f, _self, o, key) => isArray(o) && key === 'length');
  define('IsLengthWritable', 1, (_f, _self, array) => Object.getOwnPropertyDescriptor(array, 'length')?.writable === true);
  define('IsOwnEnumerable', 2, (_f, _self, o, key) => getOwnProperty(realm, o as GuestObject, toHostKey(key))?.enumerable === true, 'IsOwnEnumerableOfProxy');
  // The value of an own data property; undefined if there is none.
  define('OwnDataProperty', 2, (_f, _self, o, key) => getOwnProperty(realm, o as GuestObject, toHostKey(key))?.value);
  define('HasOwn', 2, (_f, _self, o, key) => getOwnProperty(realm, o as GuestObject, toHostKey(key)) !== undefined, 'HasOwnOfProxy');
}

/** A list of zeros where a prototype has an accessor for an index, so that elements must not be made by assignments. */
function definedZeros(realm: Realm, length: number): GuestObject {
  const list = realm.prelude.makeArray(0);
  for (let i = 0; i < length; i++) createDataProperty(realm, list, i, 0);
  return list;
}

function installLists(realm: Realm, define: Define): void {
  const host = hostArraysOf(realm.host);
  // ArrayCreate(length): holes.
  define('ArrayCreate', 1, (_f, _self, length) => arrayCreate(realm, length as number));
  // A private array of `length` zeros. Elements are written over what is there, so no setter of a prototype can see it.
  define('MakeList', 1, (_f, _self, length) => {
    const n = (length as number | undefined) ?? 0;
    chargeElements(realm, n);
    return realm.protectors.elements ? host.zeros(n) : definedZeros(realm, n);
  });
  define('Append', 2, (_f, _self, list, value) => append(realm, list as unknown as Value[] & GuestObject, value));
  realm.nameOperation('Append', realm.intrinsics.get('Append'));
  // Appends what is left of an iterator of arrays, Maps, Sets or strings, whose `next` this is: true at its end, false if `next` has to be called.
  define('AppendSteps', 3, (_f, _self, list, iterator, next) => appendSteps(realm, list as unknown as Value[] & GuestObject, iterator, next));
  // Appends the code points of a string to an array literal, if strings are iterated as ever: true if so.
  define('CopyList', 1, (_f, _self, list) => {
    const array = list as unknown as Value[];
    chargeElements(realm, array.length);
    return host.slice(array, 0, array.length);
  });
}
