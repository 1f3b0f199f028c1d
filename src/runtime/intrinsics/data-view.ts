// DataView (ECMA-262 25.3): a host DataView with the guest's prototype. Element types come from the table of typed arrays.

import { bufferKind, byteLength, isDetached, isFixedLength } from '../buffers.ts';
import { makeConstructor, prototypeFromConstructor } from '../construct.ts';
import { toBigInt, toIndex, toNumber } from '../conversions.ts';
import { describe } from '../describe.ts';
import { throwRangeError, throwTypeError } from '../errors.ts';
import { fromHalfBits, toHalfBits } from '../float16.ts';
import type { Realm } from '../realm.ts';
import { isTypedArray, viewKinds, type ViewKind } from '../typed-arrays.ts';
import { isObject, wellKnown, type GuestFunction, type GuestObject, type HostConstruct, type Value } from '../values.ts';

type HostView = GuestObject;

const proto = DataView.prototype;
const getter = <T>(key: string): ((this: unknown) => T) => (Object.getOwnPropertyDescriptor(proto, key) as PropertyDescriptor).get as () => T;
const byteLengthOf = getter<number>('byteLength');
const byteOffsetOf = getter<number>('byteOffset');
const bufferOf = getter<GuestObject>('buffer');

/** A DataView, or undefined. */
export function dataViewOf(value: Value): HostView | undefined {
  return typeof value === 'object' && value !== null && ArrayBuffer.isView(value) && !isTypedArray(value) ? (value as unknown as HostView) : undefined;
}

/** [[ViewedArrayBuffer]] of a DataView. */
export function bufferOfDataView(view: GuestObject): GuestObject {
  return bufferOf.call(view);
}

/** GetViewByteLength; undefined if the view is out of bounds. */
export function dataViewLength(view: GuestObject): number | undefined {
  if (isDetached(bufferOf.call(view))) return undefined;
  try {
    return byteLengthOf.call(view);
  } catch {
    // Of a DataView this getter fails exactly where IsViewOutOfBounds is true.
    return undefined;
  }
}

/** DataViews whose [[ByteLength]] is auto. */
const lengthTracking = new WeakSet<object>();

export function isLengthTrackingView(view: GuestObject): boolean {
  return lengthTracking.has(view);
}

export function dataViewOffset(view: GuestObject): number {
  return byteOffsetOf.call(view);
}

function requireView(realm: Realm, value: Value, method: string): HostView {
  const view = dataViewOf(value);
  return view ?? throwTypeError(realm, `Method DataView.prototype.${method} called on incompatible receiver ${describe(realm, value)}`);
}

/** GetViewByteLength, or a TypeError. */
function requireLength(realm: Realm, view: HostView, method: string): number {
  const length = dataViewLength(view);
  return length ?? throwTypeError(realm, `Cannot perform DataView.prototype.${method} on a detached ArrayBuffer`);
}

export function installDataView(realm: Realm): void {
  const viewPrototype = realm.host.views.dataViewPrototype;
  // DataView ( buffer [ , byteOffset [ , byteLength ] ] )
  const construct: HostConstruct = (callee, newTarget, buffer, byteOffset, length) => {
    if (bufferKind(buffer) === undefined) throwTypeError(realm, 'First argument to DataView constructor must be an ArrayBuffer');
    if (isObject(byteOffset) || isObject(length)) {
      const f = realm.selfHosted('DataView_construct');
      return f.code(f, undefined, callee as GuestFunction & GuestObject, newTarget as GuestFunction & GuestObject, buffer, byteOffset, length);
    }
    return makeDataView(realm, newTarget, buffer as GuestObject, byteOffset, length);
  };
  makeConstructor(realm, 'DataView', 1, viewPrototype, null, construct);
  realm.getter(viewPrototype, 'buffer', (_f, self) => bufferOf.call(requireView(realm, self, 'buffer')));
  realm.getter(viewPrototype, 'byteLength', (_f, self) => requireLength(realm, requireView(realm, self, 'byteLength'), 'byteLength'));
  realm.getter(viewPrototype, 'byteOffset', (_f, self) => {
    const view = requireView(realm, self, 'byteOffset');
    requireLength(realm, view, 'byteOffset');
    return byteOffsetOf.call(view);
  });
  Object.defineProperty(viewPrototype, wellKnown.toStringTag, { value: 'DataView', writable: false, enumerable: false, configurable: true });
  // False where makeDataView fails for its offset.
  realm.intrinsic('DataViewOffsetFits', 2, (_f, _self, buffer, offset) => !isDetached(buffer as GuestObject) && (offset as number) <= byteLength(buffer as GuestObject));
  for (const kind of viewKinds) {
    if (kind.name === 'Uint8ClampedArray') continue;
    installElement(realm, viewPrototype, kind);
    realm.nameOperations(viewPrototype, 'DataView', [`get${kind.element}`, `set${kind.element}`]);
  }
}

/** From numbers. Detachment is looked for before and after the prototype of newTarget is read. */
function makeDataView(realm: Realm, newTarget: GuestFunction, buffer: GuestObject, byteOffset: Value, length: Value): GuestObject {
  const offset = toIndex(realm, byteOffset, 'Start offset $ is outside the bounds of the buffer');
  const check = (): void => {
    if (isDetached(buffer)) throwTypeError(realm, 'Cannot perform DataView on a detached ArrayBuffer');
    if (offset > byteLength(buffer)) throwRangeError(realm, `Start offset ${offset} is outside the bounds of the buffer`);
  };
  check();
  const count = length === undefined ? undefined : toIndex(realm, length, 'Invalid DataView length $');
  const checkCount = (): void => {
    if (count !== undefined && offset + count > byteLength(buffer)) throwRangeError(realm, `Invalid DataView length ${count}`);
  };
  checkCount();
  const prototype = prototypeFromConstructor(newTarget, 'DataViewPrototype');
  check();
  checkCount();
  const view = dataViewOver(realm, buffer, offset, count);
  if (prototype !== realm.views.dataViewPrototype) Object.setPrototypeOf(view, prototype);
  return view;
}

/** A DataView of a buffer that it fits in, with the intrinsic prototype. */
export function dataViewOver(realm: Realm, buffer: GuestObject, offset: number, count: number | undefined): GuestObject {
  const view = realm.views.dataView(buffer, offset, count);
  if (count === undefined && !isFixedLength(buffer)) lengthTracking.add(view);
  return view;
}

/** GetViewValue and SetViewValue of one element type. */
function installElement(realm: Realm, viewPrototype: GuestObject, kind: ViewKind): void {
  const { element, bytes, isBigInt } = kind;
  const isHalf = element === 'Float16';
  const host = proto as unknown as Record<string, (this: unknown, ...args: unknown[]) => Value>;
  const hostGet = host[isHalf ? 'getUint16' : `get${element}`];
  const hostSet = host[isHalf ? 'setUint16' : `set${element}`];
  const get = `get${element}`;
  const set = `set${element}`;
  const inBounds = (view: HostView, index: number, method: string): void => {
    const size = requireLength(realm, view, method);
    if (index + bytes > size) throwRangeError(realm, 'Offset is outside the bounds of the DataView');
  };
  const OUT = 'Offset is outside the bounds of the DataView';
  realm.method(viewPrototype, get, 1, (callee, self, index, littleEndian) => {
    const view = requireView(realm, self, get);
    if (isObject(index)) {
      const f = realm.selfHosted('DataView_get');
      return f.code(f, undefined, callee as GuestFunction & GuestObject, self, index, littleEndian);
    }
    const at = toIndex(realm, index, OUT);
    inBounds(view, at, get);
    const value = hostGet.call(view, at, !!littleEndian);
    return isHalf ? fromHalfBits(value as number) : value;
  });
  realm.method(viewPrototype, set, 2, (callee, self, index, value, littleEndian) => {
    const view = requireView(realm, self, set);
    if (isObject(index) || isObject(value)) {
      const f = realm.selfHosted('DataView_set');
      return f.code(f, undefined, callee as GuestFunction & GuestObject, self, index, value, littleEndian, isBigInt);
    }
    const at = toIndex(realm, index, OUT);
    const number = isBigInt ? toBigInt(realm, value) : toNumber(realm, value);
    inBounds(view, at, set);
    hostSet.call(view, at, isHalf ? toHalfBits(number as number) : number, !!littleEndian);
    return undefined;
  });
}

