// Typed arrays (ECMA-262 10.4.5, 23.2): what is known of each kind, and abstract operations on them.
//
// A typed array of the guest is a host typed array with the guest's prototype; a Float16Array is a proxy around the Uint16Array of
// its bits (float16.ts). `elementsOf` gives the host typed array of either. Nothing here calls the guest.

import { bufferKind, byteLength, bytesOf, chargeBytes, checkByteLength, isDetached, isFixedLength, isShared, maxByteLength, registerBuffer, setByteLength } from './buffers.ts';
import { toBigInt, toNumber } from './conversions.ts';
import { throwRangeError, throwTypeError } from './errors.ts';
import { fromHalfBits, halfBits, makeFloat16Array, toHalfBits } from './float16.ts';
import type { HostTypedArray } from './host-views.ts';
import { isProxy } from './proxy.ts';
import type { Realm } from './realm.ts';
import type { GuestObject, HostKey, Value } from './values.ts';

/** A row of table 71 of the specification. */
export interface ViewKind {
  /** The constructor's name. */
  readonly name: string;
  /** Element Size */
  readonly bytes: number;
  /** [[ContentType]] is bigint. */
  readonly isBigInt: boolean;
  /** The name of an element type, as DataView's methods have it. */
  readonly element: string;
  /** Index of the host's constructor (host-views.ts): that of the bits for Float16Array. */
  readonly host: number;
}

const row = (name: string, bytes: number, host: number, element = name.slice(0, -5)): ViewKind => ({ name, bytes, isBigInt: name.startsWith('Big'), element, host });

/** All kinds, in the order of the specification. */
export const viewKinds: readonly ViewKind[] = [
  row('Int8Array', 1, 0), row('Uint8Array', 1, 1), row('Uint8ClampedArray', 1, 2), row('Int16Array', 2, 3), row('Uint16Array', 2, 4),
  row('Int32Array', 4, 5), row('Uint32Array', 4, 6), row('BigInt64Array', 8, 9), row('BigUint64Array', 8, 10), row('Float16Array', 2, 4),
  row('Float32Array', 4, 7), row('Float64Array', 8, 8),
];
const kindByName = new Map(viewKinds.map((kind) => [kind.name, kind]));
export const float16 = kindByName.get('Float16Array') as ViewKind;

const hostPrototype = Object.getPrototypeOf(Int8Array.prototype) as object;
const getter = (key: string | symbol): ((this: unknown) => unknown) => (Object.getOwnPropertyDescriptor(hostPrototype, key) as PropertyDescriptor).get as () => unknown;
const tagOf = getter(Symbol.toStringTag) as (this: unknown) => string | undefined;
const lengthOf = getter('length') as (this: unknown) => number;
const bufferOf = getter('buffer') as (this: unknown) => GuestObject;
const byteOffsetOf = getter('byteOffset') as (this: unknown) => number;

/** The host typed array that holds the elements of a typed array, or undefined if `value` is none. */
export function elementsOf(value: Value): HostTypedArray | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (ArrayBuffer.isView(value)) return tagOf.call(value) === undefined ? undefined : (value as unknown as HostTypedArray);
  return halfBits(value);
}

export function isTypedArray(value: Value): value is GuestObject {
  return elementsOf(value) !== undefined;
}

/** The kind of a typed array. */
export function kindOf(array: GuestObject): ViewKind {
  const tag = tagOf.call(array);
  return tag === undefined ? float16 : (kindByName.get(tag) as ViewKind);
}

/** TypedArrayLength; 0 where the array is out of bounds. */
export function lengthOfElements(elements: HostTypedArray): number {
  return lengthOf.call(elements);
}

/** [[ViewedArrayBuffer]] as the guest gets it. */
export function viewedBuffer(elements: HostTypedArray): GuestObject {
  const buffer = bufferOf.call(elements);
  return bufferKind(buffer) === undefined ? registerBuffer(buffer, 'ArrayBuffer') : buffer;
}

/** [[ByteOffset]]; 0 where the array is out of bounds. */
export function byteOffset(elements: HostTypedArray): number {
  return byteOffsetOf.call(elements);
}

/** [[ByteOffset]] and [[ArrayLength]] (undefined: auto) of arrays over resizable buffers, which the host does not tell of one that is out of bounds. */
const resizableViews = new WeakMap<object, { readonly byteOffset: number; readonly length: number | undefined }>();

/** IsTypedArrayOutOfBounds, which a detached buffer implies. */
export function isOutOfBounds(elements: HostTypedArray): boolean {
  if (lengthOf.call(elements) > 0) return false;
  const buffer = bufferOf.call(elements);
  if (isDetached(buffer)) return true;
  const view = resizableViews.get(elements);
  if (view === undefined) return false;
  const size = (kindByName.get(tagOf.call(elements) as string) as ViewKind).bytes;
  return view.byteOffset + (view.length ?? 0) * size > byteLength(buffer);
}

/** ValidateTypedArray: the host array of the elements. */
export function validate(realm: Realm, value: Value, method: string): HostTypedArray {
  const elements = elementsOf(value);
  if (elements === undefined) return throwTypeError(realm, 'this is not a typed array.');
  if (isOutOfBounds(elements)) throwTypeError(realm, `Cannot perform ${method} on a detached ArrayBuffer`);
  return elements;
}

/** [[ArrayLength]] is auto. */
export function isLengthTracking(elements: HostTypedArray): boolean {
  const view = resizableViews.get(elements);
  return view !== undefined && view.length === undefined;
}

/** The array views a buffer whose length may change. */
export function isResizableView(elements: HostTypedArray): boolean {
  return resizableViews.has(elements);
}

/** [[ByteOffset]], also where the array is out of bounds. */
export function originalByteOffset(elements: HostTypedArray): number {
  return resizableViews.get(elements)?.byteOffset ?? byteOffsetOf.call(elements);
}

/** IsTypedArrayFixedLength */
export function isFixedLengthArray(elements: HostTypedArray): boolean {
  const view = resizableViews.get(elements);
  return view === undefined || (view.length !== undefined && isShared(bufferOf.call(elements)));
}

export function prototypeOfKind(realm: Realm, kind: ViewKind): GuestObject {
  return kind === float16 ? (realm.intrinsics.get('Float16ArrayPrototype') as GuestObject) : realm.views.prototypes[kind.host];
}

/** True if the `length` of a typed array with this prototype is that of %TypedArray%.prototype. */
export function inheritsViewLength(realm: Realm, proto: GuestObject | null): boolean {
  const target = realm.views.typedArrayPrototype;
  for (let p = proto; p !== null; p = Reflect.getPrototypeOf(p) as GuestObject | null) {
    if (p === target) return true;
    if (isProxy(p) || Object.hasOwn(p, '$length')) return false;
  }
  return false;
}

/** Most elements of a typed array whose keys are listed: the host makes a string of each (I9). */
export const MAX_LISTED = 1 << 22;

/** The realms of typed arrays that have, or can grow to have, more elements. */
const longArrays = new WeakMap<object, Realm>();

/** True if the keys of `value` may not be listed. */
export function isTooLongToList(value: GuestObject): boolean {
  const elements = elementsOf(value);
  return elements !== undefined && lengthOf.call(elements) > MAX_LISTED;
}

/** Before the keys of an object are listed. */
export function checkListing(value: GuestObject): void {
  if (!isTooLongToList(value)) return;
  throwRangeError(longArrays.get(elementsOf(value) as HostTypedArray) as Realm, 'Invalid array length');
}

function finish(realm: Realm, kind: ViewKind, elements: HostTypedArray, proto: GuestObject): GuestObject {
  if (proto !== prototypeOfKind(realm, kind) && !inheritsViewLength(realm, proto)) realm.protectors.viewLength.plain = false;
  if (kind === float16 || proto !== prototypeOfKind(realm, kind)) Object.setPrototypeOf(elements, proto);
  if (lengthOf.call(elements) > MAX_LISTED || (isLengthTracking(elements) && maxByteLength(bufferOf.call(elements)) > MAX_LISTED)) longArrays.set(elements, realm);
  return kind === float16 ? makeFloat16Array(elements) : elements;
}

/** AllocateTypedArray with a length: zeros. */
export function makeTypedArray(realm: Realm, kind: ViewKind, length: number, proto = prototypeOfKind(realm, kind)): GuestObject {
  checkByteLength(realm, length * kind.bytes);
  chargeBytes(realm, length * kind.bytes);
  return finish(realm, kind, realm.views.ofLength[kind.host](length), proto);
}

/**
 * Makes a length-tracking array. V8 up to 11 refuses one of a resizable buffer whose length is no multiple of the element's, as it is
 * right for others: the buffer has such a length for as long as that takes.
 */
function withWholeElements(realm: Realm, kind: ViewKind, buffer: GuestObject, make: () => HostTypedArray): HostTypedArray {
  const size = byteLength(buffer);
  const rest = size % kind.bytes;
  if (rest === 0) return make();
  // A shared buffer cannot shrink again.
  if (isShared(buffer)) return throwRangeError(realm, `byte length of ${kind.name} should be a multiple of ${kind.bytes}`);
  const tail = bytesOf(buffer, size - rest, rest).slice();
  setByteLength(realm, buffer, size - rest);
  const elements = make();
  setByteLength(realm, buffer, size);
  bytesOf(buffer, size - rest, rest).set(tail);
  return elements;
}

/** A typed array over a buffer; the caller has checked that it fits. `length` undefined: all the rest, or tracking a resizable buffer. */
export function makeView(realm: Realm, kind: ViewKind, buffer: GuestObject, offset: number, length: number | undefined, proto = prototypeOfKind(realm, kind)): GuestObject {
  const over = (): HostTypedArray => realm.views.over[kind.host](buffer, offset, length);
  const elements = length === undefined && !isFixedLength(buffer) ? withWholeElements(realm, kind, buffer, over) : over();
  if (!isFixedLength(buffer)) resizableViews.set(elements, { byteOffset: offset, length });
  return finish(realm, kind, elements, proto);
}

/** The guest's own: a typed array that the host made of another one of the realm, by the same prototype. */
export function adoptView(realm: Realm, elements: HostTypedArray): GuestObject {
  if (lengthOf.call(elements) > MAX_LISTED) longArrays.set(elements, realm);
  return elements;
}

/** True for keys that name elements of typed arrays, or would if they were valid: canonical numeric strings and numbers. */
export function isNumericKey(key: HostKey): boolean {
  return typeof key === 'number' || (typeof key === 'string' && key.charCodeAt(0) !== 36);
}

/** Conversion of a primitive to an element's type: ToNumber or ToBigInt. */
export function toElement(realm: Realm, array: GuestObject, value: Value): number | bigint {
  return kindOf(array).isBigInt ? toBigInt(realm, value) : toNumber(realm, value);
}

/** The elements from `start` on as bytes, for moves between arrays of one kind. */
export function elementBytes(elements: HostTypedArray, start: number, end: number): Uint8Array {
  const size = (kindByName.get(tagOf.call(elements) as string) as ViewKind).bytes;
  return bytesOf(bufferOf.call(elements), byteOffsetOf.call(elements) + start * size, (end - start) * size);
}

/** A host array of the same numbers as a Float16Array has. */
export function halfNumbers(bits: HostTypedArray, start: number, end: number): Float64Array {
  const numbers = new Float64Array(Math.max(0, end - start));
  for (let i = start; i < end; i++) numbers[i - start] = fromHalfBits(bits[i] as number);
  return numbers;
}

export { toHalfBits };
