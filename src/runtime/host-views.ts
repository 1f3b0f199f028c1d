// The host's buffers and views as makers of guest objects, evaluated inside the host realm of a VM.
//
// Gives the prototypes that are the guest's, and makers whose results have them. A typed array of the guest is a host typed
// array, so that bare element accesses of generated code have the guest's semantics. The text may use nothing from outside its
// body; where no realm can be made it is simply called, the prototypes are null-rooted then, and every buffer is made by a
// maker, since one that the host makes by itself would have the host's prototype.

import type { GuestObject } from './values.ts';

/** Any typed array of the host. Its elements are numbers or bigints. */
export type HostTypedArray = GuestObject & { readonly length: number };

export interface HostViews {
  /** %TypedArray%.prototype */
  readonly typedArrayPrototype: GuestObject;
  /** Prototypes of the kinds that the host has, in the order of `hostKinds` (typed-arrays.ts). */
  readonly prototypes: readonly GuestObject[];
  readonly arrayBufferPrototype: GuestObject;
  /** Null where the host has no SharedArrayBuffer. */
  readonly sharedArrayBufferPrototype: GuestObject | null;
  readonly dataViewPrototype: GuestObject;
  /** By kind: `length` zeros with a buffer of their own. */
  readonly ofLength: readonly ((length: number) => HostTypedArray)[];
  /** By kind: a view of a buffer; `length` undefined: to its end, and tracking it if the buffer can be resized. */
  readonly over: readonly ((buffer: GuestObject, byteOffset: number, length: number | undefined) => HostTypedArray)[];
  /** The host's own slice and subarray, for arrays of the realm's own prototypes; null where their results would not have these. */
  readonly slice: ((array: HostTypedArray, start: number, end: number) => HostTypedArray) | null;
  readonly subarray: ((array: HostTypedArray, start: number, end: number) => HostTypedArray) | null;
  readonly arrayBuffer: (byteLength: number, maxByteLength: number | undefined) => GuestObject;
  readonly sharedArrayBuffer: (byteLength: number, maxByteLength: number | undefined) => GuestObject;
  readonly dataView: (buffer: GuestObject, byteOffset: number, byteLength: number | undefined) => GuestObject;
}

export function hostViews(emptied: boolean, objectPrototype: object): HostViews {
  'use strict';
  type Constructor = new (...args: unknown[]) => GuestObject;
  const constructors = [
    Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array, BigInt64Array, BigUint64Array,
  ] as unknown as (Constructor & { readonly prototype: GuestObject; readonly BYTES_PER_ELEMENT: number })[];
  const hostTypedArrayPrototype = Object.getPrototypeOf(Int8Array.prototype) as GuestObject;
  const plain = (proto: object): GuestObject => Object.create(proto) as GuestObject;
  if (emptied) {
    // As EMPTYING (host-realm.ts) has it: what host operators consult goes; the host's own methods of elements, which generated code calls, stay.
    const consulted = new Set<string | symbol>(['toString', 'valueOf', 'toLocaleString', 'toJSON']);
    const keepNames = (proto: object, staying: symbol | undefined): void => {
      for (const key of Reflect.ownKeys(proto)) if (key !== staying && (typeof key === 'symbol' || consulted.has(key))) Reflect.deleteProperty(proto, key);
    };
    const keepNothing = (proto: object): void => {
      for (const key of Reflect.ownKeys(proto)) if (key !== 'constructor') Reflect.deleteProperty(proto, key);
    };
    keepNames(hostTypedArrayPrototype, Symbol.iterator);
    keepNames(DataView.prototype, undefined);
    keepNothing(ArrayBuffer.prototype);
    if (typeof SharedArrayBuffer === 'function') keepNothing(SharedArrayBuffer.prototype);
  }
  const typedArrayPrototype = emptied ? hostTypedArrayPrototype : plain(objectPrototype);
  if (!emptied) {
    // Generated code and natives read the host's own name; no guest key is mangled to it.
    const get = (Object.getOwnPropertyDescriptor(hostTypedArrayPrototype, 'length') as PropertyDescriptor).get as () => number;
    Object.defineProperty(typedArrayPrototype, 'length', { get, configurable: true });
  }
  const Shared = typeof SharedArrayBuffer === 'function' ? (SharedArrayBuffer as unknown as Constructor) : null;
  /** Makes instances of a host constructor that have the guest's prototype. */
  const maker = (host: Constructor, proto: GuestObject): ((...args: unknown[]) => GuestObject) => {
    if (emptied) return (...args) => new host(...args);
    const target = function () {};
    target.prototype = proto;
    return (...args) => Reflect.construct(host, args, target) as GuestObject;
  };
  const protoOf = (host: Constructor, parent: object): GuestObject => (emptied ? (host.prototype as GuestObject) : plain(parent));
  const arrayBufferPrototype = protoOf(ArrayBuffer as unknown as Constructor, objectPrototype);
  const sharedArrayBufferPrototype = Shared === null ? null : protoOf(Shared, objectPrototype);
  const dataViewPrototype = protoOf(DataView as unknown as Constructor, objectPrototype);
  const makeBuffer = maker(ArrayBuffer as unknown as Constructor, arrayBufferPrototype);
  const makeShared = Shared === null ? null : maker(Shared, sharedArrayBufferPrototype as GuestObject);
  const makeView = maker(DataView as unknown as Constructor, dataViewPrototype);
  const arrayBuffer = (byteLength: number, maxByteLength: number | undefined): GuestObject =>
    maxByteLength === undefined ? makeBuffer(byteLength) : makeBuffer(byteLength, { maxByteLength });
  const { slice, subarray } = hostTypedArrayPrototype as unknown as Record<'slice' | 'subarray', (this: object, start: number, end: number) => HostTypedArray>;
  const prototypes = constructors.map((C) => protoOf(C, typedArrayPrototype));
  const makers = constructors.map((C, kind) => maker(C, prototypes[kind]));
  return {
    typedArrayPrototype,
    prototypes,
    arrayBufferPrototype,
    sharedArrayBufferPrototype,
    dataViewPrototype,
    ofLength: makers.map((make, kind) =>
      emptied
        ? (length) => make(length) as HostTypedArray
        : (length) => make(arrayBuffer(length * constructors[kind].BYTES_PER_ELEMENT, undefined)) as HostTypedArray),
    over: makers.map((make) => (buffer, byteOffset, length) => make(buffer, byteOffset, length) as HostTypedArray),
    slice: emptied ? (array, start, end) => slice.call(array, start, end) : null,
    subarray: emptied ? (array, start, end) => subarray.call(array, start, end) : null,
    arrayBuffer,
    sharedArrayBuffer: (byteLength, maxByteLength) => {
      if (makeShared === null) throw new Error('the host has no SharedArrayBuffer');
      return maxByteLength === undefined ? makeShared(byteLength) : makeShared(byteLength, { maxByteLength });
    },
    dataView: (buffer, byteOffset, byteLength) => makeView(buffer, byteOffset, byteLength),
  };
}
