// The TypedArray constructors and the accessors of %TypedArray%.prototype (ECMA-262 23.2). The methods are self-hosted
// (selfhosted/typed-array.js) over the bulk operations of typed-array-bulk.ts.

import { bufferKind, byteLength, checkByteLength, isDetached, isFixedLength } from '../buffers.ts';
import { inheritStatics, linkConstructor, prototypeFromConstructor } from '../construct.ts';
import { toIndex } from '../conversions.ts';
import { describe } from '../describe.ts';
import { throwRangeError, throwTypeError } from '../errors.ts';
import type { HostTypedArray } from '../host-views.ts';
import { isArrayIterationPristine, makeArrayIterator } from '../iteration.ts';
import { defineHidden } from '../objects.ts';
import { registerTypedArrays } from '../protectors.ts';
import type { Realm } from '../realm.ts';
import {
  byteOffset, elementsOf, kindOf, lengthOfElements, makeTypedArray, makeView, validate, viewedBuffer, viewKinds, type ViewKind,
} from '../typed-arrays.ts';
import { isObject, wellKnown, type GuestObject, type HostConstruct, type Value } from '../values.ts';
import { chargeElements, MAX_DENSE } from './core.ts';
import { copyElements, installBulk, throwMixed } from './typed-array-bulk.ts';

/** The methods that are self-hosted. */
const SELF_HOSTED = [
  'at', 'copyWithin', 'every', 'fill', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'forEach', 'includes', 'indexOf', 'join',
  'lastIndexOf', 'map', 'reduce', 'reduceRight', 'reverse', 'set', 'slice', 'some', 'sort', 'subarray', 'toLocaleString', 'toReversed', 'toSorted', 'with',
];

export function installTypedArrays(realm: Realm): void {
  const { views } = realm.host;
  const proto = views.typedArrayPrototype;
  const abstract = (): never => throwTypeError(realm, 'Abstract class TypedArray not directly constructable');
  const constructor = realm.native('TypedArray', 0, abstract, abstract);
  linkConstructor(constructor, proto);
  realm.intrinsics.set('TypedArray', constructor);
  realm.intrinsics.set('TypedArrayPrototype', proto);
  defineHidden(constructor, '$from', realm.selfHosted('TypedArrayStatic_from'));
  defineHidden(constructor, '$of', realm.selfHosted('TypedArrayStatic_of'));
  realm.getter(constructor, wellKnown.species, (_f, self) => self);
  installAccessors(realm, proto);
  for (const name of SELF_HOSTED) defineHidden(proto, `$${name}`, realm.selfHosted(`TypedArrayPrototype_${name}`));
  for (const kind of ['keys', 'values', 'entries'] as const) {
    realm.method(proto, kind, 0, (_f, self) => {
      validate(realm, self, `%TypedArray%.prototype.${kind}`);
      return makeArrayIterator(realm, self as GuestObject, kind);
    });
  }
  defineHidden(proto, wellKnown.iterator, proto.$values);
  // 23.2.3.33: the same function object as Array.prototype.toString.
  defineHidden(proto, '$toString', realm.selfHosted('ArrayPrototype_toString'));
  for (const kind of viewKinds) installConstructor(realm, kind, constructor, proto);
  installBulk(realm);
  installConstructorIntrinsics(realm);
  registerTypedArrays(realm);
}

function installAccessors(realm: Realm, proto: GuestObject): void {
  const getter = (name: string, read: (elements: HostTypedArray) => Value): void =>
    realm.getter(proto, name, (_f, self) => {
      const elements = elementsOf(self);
      if (elements !== undefined) return read(elements);
      return throwTypeError(realm, `Method get TypedArray.prototype.${name} called on incompatible receiver ${describe(realm, self)}`);
    });
  getter('buffer', viewedBuffer);
  getter('byteLength', (elements) => lengthOfElements(elements) * kindOf(elements).bytes);
  getter('byteOffset', (elements) => byteOffset(elements));
  getter('length', (elements) => lengthOfElements(elements));
  const tag = realm.native('get [Symbol.toStringTag]', 0, (_f, self) => (elementsOf(self) === undefined ? undefined : kindOf(self as GuestObject).name));
  realm.accessor(proto, wellKnown.toStringTag, tag, undefined);
  realm.intrinsics.set('TypedArrayTag', tag);
}

function installConstructor(realm: Realm, kind: ViewKind, parent: GuestObject, parentPrototype: GuestObject): void {
  const { views } = realm.host;
  const isHalf = kind.name === 'Float16Array';
  const proto = isHalf ? realm.prelude.makeObjectWith(parentPrototype) : views.prototypes[kind.host];
  const constructor = realm.native(kind.name, 3, () => throwTypeError(realm, `Constructor ${kind.name} requires 'new'`), constructorOf(realm, kind));
  inheritStatics(realm, constructor, parent);
  linkConstructor(constructor, proto);
  for (const holder of [constructor, proto]) {
    Object.defineProperty(holder, '$BYTES_PER_ELEMENT', { value: kind.bytes, writable: false, enumerable: false, configurable: false });
  }
  realm.intrinsics.set(kind.name, constructor);
  realm.intrinsics.set(`${kind.name}Prototype`, proto);
  realm.provideGlobal(kind.name, constructor);
}

/** TypedArray ( ...args ) */
function constructorOf(realm: Realm, kind: ViewKind): HostConstruct {
  const intrinsic = `${kind.name}Prototype`;
  return (_f, newTarget, first, offset, length) => {
    if (!isObject(first)) {
      const count = toIndex(realm, first, 'Invalid typed array length: $');
      return makeTypedArray(realm, kind, count, prototypeFromConstructor(newTarget, intrinsic));
    }
    const proto = prototypeFromConstructor(newTarget, intrinsic);
    const source = elementsOf(first);
    if (source !== undefined) return fromTypedArray(realm, kind, proto, first);
    if (bufferKind(first) !== undefined) {
      if (isObject(offset) || isObject(length)) {
        const f = realm.selfHosted('TypedArray_overBuffer');
        return f.code(f, undefined, kind.name, proto, first, offset, length);
      }
      return overBuffer(realm, kind, proto, first, offset, length);
    }
    const plain = fromPlainArray(realm, kind, proto, first);
    if (plain !== undefined) return plain;
    const f = realm.selfHosted('TypedArray_fromObject');
    return f.code(f, undefined, kind.name, proto, first);
  };
}

/** InitializeTypedArrayFromTypedArray */
function fromTypedArray(realm: Realm, kind: ViewKind, proto: GuestObject, source: GuestObject): GuestObject {
  const elements = validate(realm, source, 'Construct');
  const length = lengthOfElements(elements);
  checkByteLength(realm, length * kind.bytes);
  if (kindOf(source).isBigInt !== kind.isBigInt) throwMixed(realm);
  const array = makeTypedArray(realm, kind, length, proto);
  copyElements(realm, array, 0, source, 0, length);
  return array;
}

/** InitializeTypedArrayFromArrayBuffer, from numbers. */
function overBuffer(realm: Realm, kind: ViewKind, proto: GuestObject, buffer: GuestObject, byteOffset: Value, length: Value): GuestObject {
  const { name, bytes } = kind;
  const offset = toIndex(realm, byteOffset, 'Start offset $ is outside the bounds of the buffer');
  if (offset % bytes !== 0) throwRangeError(realm, `start offset of ${name} should be a multiple of ${bytes}`);
  const count = length === undefined ? undefined : toIndex(realm, length, 'Invalid typed array length: $');
  if (isDetached(buffer)) throwTypeError(realm, 'Cannot perform Construct on a detached ArrayBuffer');
  const size = byteLength(buffer);
  if (count === undefined) {
    if (isFixedLength(buffer) && size % bytes !== 0) throwRangeError(realm, `byte length of ${name} should be a multiple of ${bytes}`);
    if (offset > size) throwRangeError(realm, `Start offset ${offset} is outside the bounds of the buffer`);
  } else if (offset + count * bytes > size) {
    throwRangeError(realm, `Invalid typed array length: ${count}`);
  }
  return makeView(realm, kind, buffer, offset, count, proto);
}

/** InitializeTypedArrayFromList of an array that needs no guest for it: of numbers, or of bigints. */
function fromPlainArray(realm: Realm, kind: ViewKind, proto: GuestObject, object: GuestObject): GuestObject | undefined {
  if (kind.name === 'Float16Array' || !isArrayIterationPristine(realm, object)) return undefined;
  const list = object as unknown as Value[];
  const { length } = list;
  if (length > MAX_DENSE) return undefined;
  chargeElements(realm, length);
  const type = kind.isBigInt ? 'bigint' : 'number';
  for (let i = 0; i < length; i++) if (typeof list[i] !== type) return undefined;
  const array = makeTypedArray(realm, kind, length, proto);
  for (let i = 0; i < length; i++) array[i] = list[i];
  return array;
}

function installConstructorIntrinsics(realm: Realm): void {
  const byName = new Map<Value, ViewKind>(viewKinds.map((kind) => [kind.name, kind]));
  const kindNamed = (name: Value): ViewKind => byName.get(name) as ViewKind;
  realm.intrinsic('TypedArrayNew', 3, (_f, _self, name, proto, length) =>
    makeTypedArray(realm, kindNamed(name), length as number, proto as GuestObject));
  realm.intrinsic('TypedArrayOver', 5, (_f, _self, name, proto, buffer, offset, length) =>
    overBuffer(realm, kindNamed(name), proto as GuestObject, buffer as GuestObject, offset, length));
  // An array of the same kind as `exemplar`, with the intrinsic prototype (TypedArrayCreateSameType).
  realm.intrinsic('TypedArrayLike', 2, (_f, _self, exemplar, length) => makeTypedArray(realm, kindOf(exemplar as GuestObject), length as number));
  realm.intrinsic('TypedArrayElementSizeOf', 1, (_f, _self, name) => kindNamed(name).bytes);
  // The intrinsic constructor of an array's kind.
  realm.intrinsic('TypedArrayConstructor', 1, (_f, _self, array) => realm.intrinsics.get(kindOf(array as GuestObject).name));
}
