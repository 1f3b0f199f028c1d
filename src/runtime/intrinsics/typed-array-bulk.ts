// Bulk operations on typed arrays, for selfhosted/typed-array.js: the host's builtins on host typed arrays.
//
// All conversions of arguments are done before: each operation takes valid typed arrays, indexes within them and elements of their
// type, calls no guest code and charges for its size first. A Float16Array's numbers are converted where order or equality matters.

import { chargeBytes, isDetached } from '../buffers.ts';
import { checkStringLength, toBigInt } from '../conversions.ts';
import { throwRangeError, throwTypeError } from '../errors.ts';
import type { HostTypedArray } from '../host-views.ts';
import { hasDefaultTypedSpecies } from '../protectors.ts';
import type { Realm } from '../realm.ts';
import {
  adoptView, byteOffset, elementBytes, elementsOf, float16, halfNumbers, isLengthTracking, isOutOfBounds, isResizableView, isTypedArray, kindOf, lengthOfElements, makeTypedArray, makeView, originalByteOffset,
  toHalfBits, validate, viewedBuffer, type ViewKind,
} from '../typed-arrays.ts';
import type { GuestObject, HostCode, Value } from '../values.ts';
import { chargeElements } from './core.ts';

// The methods of %TypedArray%.prototype work on arrays of every kind and realm.
const { set, fill, copyWithin, reverse, sort, indexOf, lastIndexOf, includes, join } = Object.getPrototypeOf(Uint8Array.prototype) as Uint8Array;

/** A host array of the elements' numbers: for a Float16Array a copy. */
function numbersOf(array: GuestObject, start: number, end: number): { readonly list: Uint8Array; readonly base: number } {
  const elements = elementsOf(array) as HostTypedArray;
  if (kindOf(array) === float16) return { list: halfNumbers(elements, start, end) as unknown as Uint8Array, base: start };
  return { list: elements as unknown as Uint8Array, base: 0 };
}

export function throwMixed(realm: Realm): never {
  return throwTypeError(realm, 'Cannot mix BigInt and other types, use explicit conversions');
}

/** True if the byte ranges are of one buffer and the target begins inside of the source: then a copy in ascending order repeats bytes. */
function repeats(to: Uint8Array, from: Uint8Array): boolean {
  return to.buffer === from.buffer && to.byteOffset > from.byteOffset && to.byteOffset < from.byteOffset + from.length;
}

/**
 * Copies elements, converting them to the target's kind where that is another one, as if the source had been copied before
 * (SetTypedArrayFromTypedArray). The ranges are within the arrays, the content types equal.
 */
export function copyElements(realm: Realm, target: GuestObject, at: number, source: GuestObject, start: number, end: number): void {
  if (end <= start) return;
  const from = elementsOf(source) as HostTypedArray;
  const to = elementsOf(target) as HostTypedArray;
  const [fromKind, toKind] = [kindOf(source), kindOf(target)];
  chargeBytes(realm, (end - start) * Math.max(fromKind.bytes, toKind.bytes));
  if (fromKind === toKind) {
    // The bytes are asked for by the buffer, which the host has to make for a short array that has none yet: that takes longer than copying it.
    if (start === 0 && end === lengthOfElements(from)) set.call(to as unknown as Uint8Array, from as unknown as Uint8Array, at);
    else set.call(elementBytes(to, at, at + end - start), elementBytes(from, start, end));
    return;
  }
  if (fromKind !== float16 && toKind !== float16) {
    set.call(to as unknown as Uint8Array, part(from, fromKind, start, end), at);
    return;
  }
  const numbers = fromKind === float16 ? halfNumbers(from, start, end) : Float64Array.from(part(from, fromKind, start, end) as ArrayLike<number>);
  if (toKind !== float16) set.call(to as unknown as Uint8Array, numbers, at);
  else for (let i = 0; i < numbers.length; i++) to[at + i] = toHalfBits(numbers[i]);
}

const hostConstructors: Readonly<Record<string, new (buffer: ArrayBuffer, byteOffset: number, length: number) => unknown>> = {
  Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, BigInt64Array, BigUint64Array, Float32Array, Float64Array,
};

/** A range of a host array as an array of the VM's own: never a guest value. */
function part(elements: HostTypedArray, kind: ViewKind, start: number, end: number): ArrayLike<number> {
  const Constructor = hostConstructors[kind.name];
  return new Constructor(viewedBuffer(elements) as unknown as ArrayBuffer, byteOffset(elements) + start * kind.bytes, end - start) as ArrayLike<number>;
}

export function installBulk(realm: Realm): void {
  const define = (name: string, length: number, code: HostCode): void => realm.intrinsic(name, length, code);
  installQuestions(realm, define);
  installSearches(realm, define);
  installChanges(realm, define);
}

type Define = (name: string, length: number, code: HostCode) => void;

function installQuestions(realm: Realm, define: Define): void {
  // ValidateTypedArray, for a method of that name: the length.
  define('ValidateTypedArray', 2, (_f, _self, array, method) => lengthOfElements(validate(realm, array, `%TypedArray%.prototype.${String(method)}`)));
  define('RequireTypedArray', 1, (_f, _self, v) => (isTypedArray(v) ? undefined : throwTypeError(realm, 'this is not a typed array.')));
  // The length at a step of an array iterator.
  define('IteratedLength', 1, (_f, _self, array) => lengthOfElements(validate(realm, array, 'Array Iterator.prototype.next')));
  define('IsTypedArray', 1, (_f, _self, v) => isTypedArray(v));
  define('IsBigIntArray', 1, (_f, _self, array) => kindOf(array as GuestObject).isBigInt);
  // The length as it is now; 0 out of bounds.
  define('TypedArrayLength', 1, (_f, _self, array) => lengthOfElements(elementsOf(array) as HostTypedArray));
  define('IsTypedArrayOutOfBounds', 1, (_f, _self, array) => isOutOfBounds(elementsOf(array) as HostTypedArray));
  define('IsLengthTracking', 1, (_f, _self, array) => isLengthTracking(elementsOf(array) as HostTypedArray));
  define('TypedArrayBuffer', 1, (_f, _self, array) => viewedBuffer(elementsOf(array) as HostTypedArray));
  define('TypedArrayByteOffset', 1, (_f, _self, array) => originalByteOffset(elementsOf(array) as HostTypedArray));
  define('TypedArrayElementSize', 1, (_f, _self, array) => kindOf(array as GuestObject).bytes);
  define('HasDefaultTypedSpecies', 1, (_f, _self, array) => hasDefaultTypedSpecies(realm, array as GuestObject));
  define('ToBigIntPrimitive', 1, (_f, _self, value) => toBigInt(realm, value));
  define('ThrowMixedTypes', 0, () => throwMixed(realm));
}

function installSearches(realm: Realm, define: Define): void {
  const search = (name: string, f: (list: Uint8Array, value: number, from: number) => number): void =>
    define(name, 4, (_f, _self, array, value, from, end) => {
      chargeElements(realm, Math.abs((end as number) - (from as number)));
      const isLast = name === 'TypedLastIndexOf';
      const { list, base } = numbersOf(array as GuestObject, isLast ? 0 : (from as number), isLast ? (from as number) + 1 : (end as number));
      const found = f(list, value as number, (from as number) - base);
      return found < 0 ? -1 : found + base;
    });
  // Of the elements from `from` on, of an array whose length is `end` now. Nothing is equal to a value of another type.
  search('TypedIndexOf', (list, value, from) => indexOf.call(list, value, from));
  // Of the elements down from `from`; `end` is 0.
  search('TypedLastIndexOf', (list, value, from) => lastIndexOf.call(list, value, from));
  // Of the elements from `from` to `end`, by SameValueZero.
  define('TypedIncludes', 4, (_f, _self, array, value, from, end) => {
    chargeElements(realm, (end as number) - (from as number));
    const elements = elementsOf(array) as HostTypedArray;
    const kind = kindOf(array as GuestObject);
    const list = kind === float16 ? halfNumbers(elements, from as number, end as number) : part(elements, kind, from as number, end as number);
    return includes.call(list as Uint8Array, value as number);
  });
  define('TypedJoin', 2, (_f, _self, array, separator) => {
    const text = separator as string;
    const length = lengthOfElements(elementsOf(array as GuestObject) as HostTypedArray);
    checkStringLength(realm, (length - 1) * text.length);
    realm.charge(length + ((length * text.length) >> 10));
    const result = join.call(numbersOf(array as GuestObject, 0, length).list, text);
    checkStringLength(realm, result.length);
    return result;
  });
}

function installChanges(realm: Realm, define: Define): void {
  const elements = (array: Value): Uint8Array => elementsOf(array) as unknown as Uint8Array;
  const isHalf = (array: Value): boolean => kindOf(array as GuestObject) === float16;
  define('TypedFill', 4, (_f, _self, array, value, start, end) => {
    chargeElements(realm, (end as number) - (start as number));
    fill.call(elements(array), isHalf(array) ? toHalfBits(value as number) : (value as number), start as number, end as number);
    return undefined;
  });
  define('TypedCopyWithin', 4, (_f, _self, array, to, from, count) => {
    chargeBytes(realm, (count as number) * kindOf(array as GuestObject).bytes);
    copyWithin.call(elements(array), to as number, from as number, (from as number) + (count as number));
    return undefined;
  });
  define('TypedReverse', 1, (_f, _self, array) => {
    chargeElements(realm, lengthOfElements(elementsOf(array) as HostTypedArray));
    reverse.call(elements(array));
    return undefined;
  });
  // Sorts by the order of numbers (23.2.4.7 without comparator).
  define('TypedSort', 1, (_f, _self, array) => {
    const length = lengthOfElements(elementsOf(array) as HostTypedArray);
    if (length > 8) realm.charge(Math.ceil((length * Math.log2(length)) / 8));
    if (!isHalf(array)) {
      sort.call(elements(array));
      return undefined;
    }
    const bits = elements(array);
    const numbers = halfNumbers(bits as unknown as HostTypedArray, 0, length).sort();
    for (let i = 0; i < length; i++) bits[i] = toHalfBits(numbers[i]);
    return undefined;
  });
  // SetTypedArrayFromTypedArray; `offset` is an integer, not negative, or Infinity.
  define('TypedSet', 3, (_f, _self, target, offset, source) => {
    const to = validate(realm, target, '%TypedArray%.prototype.set');
    const from = validate(realm, source, '%TypedArray%.prototype.set');
    if (kindOf(target as GuestObject).isBigInt !== kindOf(source as GuestObject).isBigInt) throwMixed(realm);
    const count = lengthOfElements(from);
    if (count + (offset as number) > lengthOfElements(to)) throwRangeError(realm, 'offset is out of bounds');
    copyElements(realm, target as GuestObject, offset as number, source as GuestObject, 0, count);
    return undefined;
  });
  // The end of slice between arrays of one kind: copies bytes in ascending order.
  define('TypedSlice', 4, (_f, _self, target, source, start, end) => {
    const { bytes } = kindOf(source as GuestObject);
    const to = elementsOf(target) as HostTypedArray;
    const count = Math.min((end as number) - (start as number), lengthOfElements(to));
    chargeBytes(realm, count * bytes);
    const from = elementBytes(elementsOf(source) as HostTypedArray, start as number, (start as number) + count);
    const into = elementBytes(to, 0, count);
    if (repeats(into, from)) for (let i = 0; i < into.length; i++) into[i] = from[i];
    else set.call(into, from);
    return undefined;
  });
  // slice from `start` to `end`, and subarray, of an array that has still `length` elements, if its species is as ever; else undefined. By the host's
  // own operations where their results have the guest's prototypes; the charges are the same without.
  const isPlain = (array: GuestObject, length: Value): boolean => {
    const elements = elementsOf(array) as HostTypedArray;
    return (elements as object) === array && lengthOfElements(elements) === length && !isResizableView(elements) && hasDefaultTypedSpecies(realm, array);
  };
  define('TypedSlicePlain', 4, (_f, _self, array, start, end, length) => {
    const { slice } = realm.views;
    const source = array as HostTypedArray;
    // Of an empty array it does not show whether the conversions have detached its buffer.
    if (length === 0 || (end as number) > (length as number) || !isPlain(source, length)) return undefined;
    const kind = kindOf(source);
    const count = Math.max(0, (end as number) - (start as number));
    if (slice === null) {
      const target = makeTypedArray(realm, kind, count);
      copyElements(realm, target, 0, source, start as number, end as number);
      return target;
    }
    chargeBytes(realm, count * kind.bytes);
    chargeBytes(realm, count * kind.bytes);
    return adoptView(realm, slice(source, start as number, end as number));
  });
  define('TypedSubarrayPlain', 4, (_f, _self, array, start, end, length) => {
    const { subarray } = realm.views;
    const source = array as HostTypedArray;
    if (!isPlain(source, length)) return undefined;
    const buffer = viewedBuffer(source);
    if (isDetached(buffer)) return undefined;
    if (subarray !== null) return adoptView(realm, subarray(source, start as number, end as number));
    const kind = kindOf(source);
    return makeView(realm, kind, buffer, byteOffset(source) + (start as number) * kind.bytes, (end as number) - (start as number));
  });
  define('IsSameKind', 2, (_f, _self, a, b) => kindOf(a as GuestObject) === kindOf(b as GuestObject));
}

