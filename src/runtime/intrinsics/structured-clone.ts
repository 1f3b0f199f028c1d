// structuredClone (HTML 2.7): what selfhosted/structured-clone.js cannot do itself. Nothing here calls the guest.
//
// The clone is made while the value is read. That is not seen: making it runs no guest code, and when reading fails nobody has it.

import { collectionsOf } from '../collections.ts';
import { bufferKind, byteLength, bytesOf, chargeBytes, detach, isDetached, isFixedLength, makeBuffer, maxByteLength, registerBuffer, setByteLength } from '../buffers.ts';
import { describe } from '../describe.ts';
import { throwDomException } from '../dom-exception.ts';
import { ErrorData, makeError, type ErrorName } from '../errors.ts';
import { defineHidden } from '../objects.ts';
import { isProxy } from '../proxy.ts';
import type { Realm } from '../realm.ts';
import { byteOffset, elementsOf, isLengthTracking, isOutOfBounds, kindOf, lengthOfElements, makeView, viewedBuffer } from '../typed-arrays.ts';
import { InternalData, internalOf, isFunction, isObject, type GuestObject, type HostCode, type Value } from '../values.ts';
import { makeWrapper, PrimitiveData } from '../wrappers.ts';
import { bufferOfDataView, dataViewLength, dataViewOf, dataViewOffset, dataViewOver, isLengthTrackingView } from './data-view.ts';
import { DateData } from './date-data.ts';
import { stackText } from './error.ts';
import { makeMap, mapOf } from './map.ts';
import { createRegExp } from './regexp.ts';
import { regExpData } from './regexp-data.ts';
import { makeSet, setOf } from './set.ts';

const ERROR_NAMES: readonly string[] = ['EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'];
const hostClone = typeof structuredClone === 'function' ? structuredClone : undefined;

export function installStructuredClone(realm: Realm): void {
  const f = realm.selfHosted('StructuredClone');
  realm.provideGlobal('structuredClone', f);
  const define = (name: string, length: number, code: HostCode): void => realm.intrinsic(name, length, code);
  const refuse = (value: Value): never => throwDomException(realm, `${describe(realm, value)} could not be cloned.`, 'DataCloneError');
  define('ThrowUncloneable', 1, (_f, _self, value) => refuse(value));
  define('CloneKind', 1, (_f, _self, value) => kindOfValue(value));
  // The memory of what has been cloned: a private Map.
  define('MemoryGet', 2, (f, _self, memory, value) => collectionsOf(realm).map.get(f, memory, value));
  define('MemorySet', 3, (f, _self, memory, value, clone) => {
    collectionsOf(realm).map.set(f, memory, value, clone);
    return undefined;
  });
  // The clone of what has no properties of its own in it.
  define('CloneLeaf', 2, (_f, _self, value, kind) => cloneLeaf(realm, value as GuestObject, kind as string, refuse));
  define('CloneViewOver', 3, (_f, _self, view, buffer) => cloneView(realm, view as GuestObject, buffer as GuestObject));
  define('ViewBuffer', 1, (_f, _self, view) => {
    const elements = elementsOf(view);
    const buffer = elements === undefined ? bufferOfDataView(view as GuestObject) : viewedBuffer(elements);
    // A detached one is refused itself.
    const isOut = elements === undefined ? dataViewLength(view as GuestObject) === undefined : isOutOfBounds(elements);
    if (isOut && !isDetached(buffer)) refuse(view);
    return buffer;
  });
  define('CloneMapEntries', 1, (_f, _self, map) => {
    const list: Value[] = [];
    for (const [key, value] of mapOf(map) as Map<Value, Value>) list.push(key, value);
    realm.charge(list.length >> 2);
    return realm.prelude.makeArrayFrom(list);
  });
  define('CloneSetEntries', 1, (_f, _self, set) => {
    const list = [...(setOf(set) as Set<Value>)];
    realm.charge(list.length >> 2);
    return realm.prelude.makeArrayFrom(list);
  });
  define('CloneSetAdd', 2, (f, _self, set, value) => {
    collectionsOf(realm).set.add(f, set, value);
    return undefined;
  });
  // An error of the class that a name stands for, with the stack of the original. `message` undefined: it has none.
  define('CloneError', 3, (_f, _self, original, name, message) => {
    const known = (ERROR_NAMES.includes(name as string) ? name : 'Error') as ErrorName;
    const stack = stackText(realm, original) ?? null;
    const error = makeError(realm, known, '');
    if (message === undefined) Reflect.deleteProperty(error, '$message');
    else defineHidden(error, '$message', message);
    (internalOf(error, ErrorData) as ErrorData).stack = stack;
    return error;
  });
  installTransfers(realm, define, refuse);
}

/** How a value is cloned: the names are those of selfhosted/structured-clone.js. */
function kindOfValue(value: Value): string {
  if (!isObject(value)) return typeof value === 'symbol' ? 'none' : 'primitive';
  if (isFunction(value) || isProxy(value)) return 'none';
  if (Array.isArray(value)) return 'array';
  if (bufferKind(value) !== undefined) return 'buffer';
  if (elementsOf(value) !== undefined || dataViewOf(value) !== undefined) return 'view';
  if (mapOf(value) !== undefined) return 'map';
  if (setOf(value) !== undefined) return 'set';
  if (internalOf(value, DateData) !== undefined) return 'date';
  if (regExpData(value) !== undefined) return 'regexp';
  const primitive = internalOf(value, PrimitiveData);
  if (primitive !== undefined) return typeof primitive.value === 'symbol' ? 'none' : 'wrapper';
  if (internalOf(value, ErrorData) !== undefined) return 'error';
  return internalOf(value, InternalData) === undefined ? 'object' : 'none';
}

function cloneLeaf(realm: Realm, value: GuestObject, kind: string, refuse: (value: Value) => never): GuestObject {
  switch (kind) {
    case 'wrapper': {
      const { value: primitive } = internalOf(value, PrimitiveData) as PrimitiveData;
      return makeWrapper(realm, primitive, realm.prototypeOfPrimitive(primitive));
    }
    case 'date': {
      const date = realm.prelude.makeObjectWith(realm.intrinsics.get('DatePrototype') as GuestObject);
      new DateData(date, (internalOf(value, DateData) as DateData).time);
      return date;
    }
    case 'regexp': {
      const { source, flags } = regExpData(value) as { source: string; flags: string };
      return createRegExp(realm, source, flags);
    }
    case 'map':
      return makeMap(realm);
    case 'set':
      return makeSet(realm);
    default:
      return cloneBuffer(realm, value, refuse);
  }
}

function cloneBuffer(realm: Realm, buffer: GuestObject, refuse: (value: Value) => never): GuestObject {
  if (bufferKind(buffer) === 'SharedArrayBuffer') {
    // Another object over the same memory, which only the host can make.
    if (hostClone === undefined) return refuse(buffer);
    const clone = hostClone(buffer as unknown as SharedArrayBuffer) as unknown as GuestObject;
    Object.setPrototypeOf(clone, realm.views.sharedArrayBufferPrototype);
    return registerBuffer(clone, 'SharedArrayBuffer');
  }
  if (isDetached(buffer)) throwDomException(realm, 'An ArrayBuffer is detached and could not be cloned.', 'DataCloneError');
  const size = byteLength(buffer);
  chargeBytes(realm, size);
  const clone = makeBuffer(realm, size, isFixedLength(buffer) ? undefined : maxByteLength(buffer));
  bytesOf(clone).set(bytesOf(buffer));
  return clone;
}

/** The same view of the clone of its buffer. */
function cloneView(realm: Realm, view: GuestObject, buffer: GuestObject): GuestObject {
  const elements = elementsOf(view);
  if (elements === undefined) {
    return dataViewOver(realm, buffer, dataViewOffset(view), isLengthTrackingView(view) ? undefined : dataViewLength(view));
  }
  return makeView(realm, kindOf(view), buffer, byteOffset(elements), isLengthTracking(elements) ? undefined : lengthOfElements(elements));
}

type Define = (name: string, length: number, code: HostCode) => void;

function installTransfers(realm: Realm, define: Define, refuse: (value: Value) => never): void {
  define('IsTransferable', 1, (_f, _self, value) => bufferKind(value) === 'ArrayBuffer');
  // The buffer that will have the bytes of a transferred one when all has been read.
  define('TransferTarget', 1, (_f, _self, value) => {
    const buffer = value as GuestObject;
    if (isDetached(buffer)) throwDomException(realm, 'An ArrayBuffer is detached and could not be cloned.', 'DataCloneError');
    return makeBuffer(realm, byteLength(buffer), isFixedLength(buffer) ? undefined : maxByteLength(buffer));
  });
  define('FinishTransfer', 2, (_f, _self, from, to) => {
    const [buffer, target] = [from as GuestObject, to as GuestObject];
    if (isDetached(buffer)) refuse(buffer);
    const size = byteLength(buffer);
    chargeBytes(realm, size);
    if (byteLength(target) !== size) setByteLength(realm, target, size);
    bytesOf(target).set(bytesOf(buffer));
    detach(realm, buffer);
    return undefined;
  });
}
