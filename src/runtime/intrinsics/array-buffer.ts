// ArrayBuffer and SharedArrayBuffer (ECMA-262 25.1, 25.2): constructors, prototypes, and the intrinsics of
// selfhosted/array-buffer.js, which converts objects and makes copies by species.

import {
  bufferKind, byteLength, bytesOf, canResize, chargeBytes, detach, growTo, isDetached, isFixedLength, makeBuffer, makeSharedBuffer,
  maxByteLength, setByteLength, type BufferKind,
} from '../buffers.ts';
import { makeConstructor, prototypeFromConstructor } from '../construct.ts';
import { toIndex } from '../conversions.ts';
import { describe } from '../describe.ts';
import { throwRangeError, throwTypeError } from '../errors.ts';
import { defineHidden } from '../objects.ts';
import type { Realm } from '../realm.ts';
import { recallNumber } from '../recall.ts';
import { isTypedArray } from '../typed-arrays.ts';
import { isObject, wellKnown, type GuestFunction, type GuestObject, type HostCode, type HostConstruct, type Value } from '../values.ts';

const INVALID_LENGTH = 'Invalid array buffer length';

/** AllocateArrayBuffer and AllocateSharedArrayBuffer. `max` undefined: of fixed length. */
function allocate(realm: Realm, kind: BufferKind, newTarget: GuestFunction, bytes: number, max: number | undefined): GuestObject {
  if (max !== undefined) {
    if (bytes > max) throwRangeError(realm, 'Invalid array buffer max length');
    if (!canResize) throwTypeError(realm, 'Resizable buffers are not supported on this host');
  }
  const proto = prototypeFromConstructor(newTarget, `${kind}Prototype`);
  const buffer = kind === 'ArrayBuffer' ? makeBuffer(realm, bytes, max) : makeSharedBuffer(realm, bytes, max);
  if (proto !== realm.intrinsics.get(`${kind}Prototype`)) Object.setPrototypeOf(buffer, proto);
  return buffer;
}

function requireBuffer(realm: Realm, kind: BufferKind, value: Value, method: string): GuestObject {
  if (bufferKind(value) === kind) return value as GuestObject;
  return throwTypeError(realm, `Method ${kind}.prototype.${method} called on incompatible receiver ${describe(realm, value)}`);
}

function requireAttached(realm: Realm, buffer: GuestObject, method: string): void {
  if (isDetached(buffer)) throwTypeError(realm, `Cannot perform ${method} on a detached ArrayBuffer`);
}

export function installArrayBuffer(realm: Realm): void {
  const { views } = realm.host;
  installKind(realm, 'ArrayBuffer', views.arrayBufferPrototype);
  const proto = views.arrayBufferPrototype;
  const constructor = realm.intrinsics.get('ArrayBuffer') as GuestObject;
  // ArrayBuffer.isView ( arg )
  realm.method(constructor, 'isView', 1, (_f, _self, v) => isTypedArray(v) || (isObject(v) && ArrayBuffer.isView(v)));
  realm.getter(proto, 'detached', (_f, self) => isDetached(requireBuffer(realm, 'ArrayBuffer', self, 'detached')));
  realm.getter(proto, 'maxByteLength', (_f, self) => {
    const buffer = requireBuffer(realm, 'ArrayBuffer', self, 'maxByteLength');
    return isDetached(buffer) ? 0 : maxByteLength(buffer);
  });
  realm.getter(proto, 'resizable', (_f, self) => !isFixedLength(requireBuffer(realm, 'ArrayBuffer', self, 'resizable')));
  // ArrayBuffer.prototype.resize ( newLength )
  realm.method(proto, 'resize', 1, (callee, self, newLength) => {
    const buffer = requireBuffer(realm, 'ArrayBuffer', self, 'resize');
    if (isFixedLength(buffer)) throwTypeError(realm, `Method ArrayBuffer.prototype.resize called on incompatible receiver ${describe(realm, self)}`);
    if (isObject(newLength)) return recallNumber(realm, callee, self, newLength);
    const length = toIndex(realm, newLength, "ArrayBuffer.prototype.resize: Invalid length parameter");
    requireAttached(realm, buffer, 'ArrayBuffer.prototype.resize');
    if (length > maxByteLength(buffer)) throwRangeError(realm, "ArrayBuffer.prototype.resize: Invalid length parameter");
    setByteLength(realm, buffer, length);
    return undefined;
  });
  installTransfer(realm, proto, 'transfer', true);
  installTransfer(realm, proto, 'transferToFixedLength', false);
  if (views.sharedArrayBufferPrototype !== null) installShared(realm, views.sharedArrayBufferPrototype);
  installBufferIntrinsics(realm);
}

/** What both kinds have. */
function installKind(realm: Realm, kind: BufferKind, proto: GuestObject): void {
  const construct: HostConstruct = (_f, newTarget, length, options) => {
    if (isObject(length) || isObject(options)) {
      const f = realm.selfHosted('ArrayBuffer_construct');
      return f.code(f, undefined, kind, newTarget as GuestFunction & GuestObject, length, options);
    }
    return allocate(realm, kind, newTarget, toIndex(realm, length, INVALID_LENGTH), undefined);
  };
  const constructor = makeConstructor(realm, kind, 1, proto, null, construct);
  realm.getter(constructor, wellKnown.species, (_f, self) => self);
  realm.getter(proto, 'byteLength', (_f, self) => byteLength(requireBuffer(realm, kind, self, 'byteLength')));
  defineHidden(proto, '$slice', realm.selfHosted(`${kind}Prototype_slice`));
  Object.defineProperty(proto, wellKnown.toStringTag, { value: kind, writable: false, enumerable: false, configurable: true });
}

/** ArrayBufferCopyAndDetach ( arrayBuffer, newLength, preserveResizability ) */
function installTransfer(realm: Realm, proto: GuestObject, name: string, preserve: boolean): void {
  realm.method(proto, name, 0, (callee, self, newLength) => {
    const buffer = requireBuffer(realm, 'ArrayBuffer', self, name);
    if (isObject(newLength)) return recallNumber(realm, callee, self, newLength);
    const length = newLength === undefined ? byteLength(buffer) : toIndex(realm, newLength, INVALID_LENGTH);
    requireAttached(realm, buffer, `ArrayBuffer.prototype.${name}`);
    const max = preserve && !isFixedLength(buffer) ? maxByteLength(buffer) : undefined;
    if (max !== undefined && length > max) throwRangeError(realm, 'Invalid array buffer length');
    return transferBuffer(realm, buffer, length, max);
  });
}

/** A new buffer with the bytes of the old one, which is detached. */
export function transferBuffer(realm: Realm, buffer: GuestObject, length: number, max: number | undefined): GuestObject {
  const count = Math.min(length, byteLength(buffer));
  chargeBytes(realm, count);
  const result = makeBuffer(realm, length, max);
  bytesOf(result).set(bytesOf(buffer, 0, count));
  detach(realm, buffer);
  return result;
}

function installShared(realm: Realm, proto: GuestObject): void {
  installKind(realm, 'SharedArrayBuffer', proto);
  realm.getter(proto, 'growable', (_f, self) => !isFixedLength(requireBuffer(realm, 'SharedArrayBuffer', self, 'growable')));
  realm.getter(proto, 'maxByteLength', (_f, self) => maxByteLength(requireBuffer(realm, 'SharedArrayBuffer', self, 'maxByteLength')));
  // SharedArrayBuffer.prototype.grow ( newLength )
  realm.method(proto, 'grow', 1, (callee, self, newLength) => {
    const buffer = requireBuffer(realm, 'SharedArrayBuffer', self, 'grow');
    if (isFixedLength(buffer)) throwTypeError(realm, `Method SharedArrayBuffer.prototype.grow called on incompatible receiver ${describe(realm, self)}`);
    if (isObject(newLength)) return recallNumber(realm, callee, self, newLength);
    const length = toIndex(realm, newLength, 'SharedArrayBuffer.prototype.grow: Invalid length parameter');
    if (length > maxByteLength(buffer) || length < byteLength(buffer)) throwRangeError(realm, 'SharedArrayBuffer.prototype.grow: Invalid length parameter');
    growTo(realm, buffer, length);
    return undefined;
  });
}

function installBufferIntrinsics(realm: Realm): void {
  const define = (name: string, length: number, code: HostCode): void => realm.intrinsic(name, length, code);
  // AllocateArrayBuffer from lengths that are numbers; `max` undefined: none was given.
  define('AllocateBuffer', 4, (_f, _self, kind, newTarget, bytes, max) =>
    allocate(
      realm,
      kind as BufferKind,
      newTarget as unknown as GuestFunction,
      toIndex(realm, bytes, INVALID_LENGTH),
      max === undefined ? undefined : toIndex(realm, max, 'Invalid array buffer max length'),
    ));
  // The length of a buffer of the kind, on whose prototype `method` was called.
  define('RequireBuffer', 3, (_f, _self, kind, buffer, method) => {
    requireBuffer(realm, kind as BufferKind, buffer, method as string);
    requireAttached(realm, buffer as GuestObject, `${kind as string}.prototype.${method as string}`);
    return byteLength(buffer as GuestObject);
  });
  define('BufferLength', 1, (_f, _self, buffer) => byteLength(buffer as GuestObject));
  // CopyDataBlockBytes; the ranges are within the buffers.
  define('CopyBytes', 5, (_f, _self, to, toIndex, from, fromIndex, count) => {
    chargeBytes(realm, count as number);
    bytesOf(to as GuestObject, toIndex as number, count as number).set(bytesOf(from as GuestObject, fromIndex as number, count as number));
    return undefined;
  });
}
