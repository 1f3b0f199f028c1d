// ArrayBuffer and SharedArrayBuffer objects (ECMA-262 25.1, 25.2): the host's own buffers with the guest's prototypes.
//
// Functions here are abstract operations on buffers that the caller knows to be such. The host's accessors are captured
// from the VM's own realm; they work on buffers of any realm.

import { throwRangeError, throwTypeError } from './errors.ts';
import type { Realm } from './realm.ts';
import type { GuestObject, Value } from './values.ts';

/** Largest buffer in bytes, so that the host never decides what can be allocated (I6, I9). */
export const MAX_BUFFER_BYTES = 2 ** 30;
/** Bytes that are cleared or copied for one unit of fuel, as a power of two. */
const BYTES_SHIFT = 10;

type Getter<T> = (this: unknown) => T;
function getterOf<T>(proto: object, key: string | symbol): Getter<T> {
  return (Object.getOwnPropertyDescriptor(proto, key) as PropertyDescriptor).get as Getter<T>;
}

const byteLengthOf = getterOf<number>(ArrayBuffer.prototype, 'byteLength');
const hasShared = typeof SharedArrayBuffer === 'function';
const sharedByteLengthOf = hasShared ? getterOf<number>(SharedArrayBuffer.prototype, 'byteLength') : undefined;
const optional = <T>(proto: object, key: string): Getter<T> | undefined =>
  Object.hasOwn(proto, key) ? getterOf<T>(proto, key) : undefined;
const maxByteLengthOf = optional<number>(ArrayBuffer.prototype, 'maxByteLength');
const resizableOf = optional<boolean>(ArrayBuffer.prototype, 'resizable');
const sharedMaxByteLengthOf = hasShared ? optional<number>(SharedArrayBuffer.prototype, 'maxByteLength') : undefined;
const growableOf = hasShared ? optional<boolean>(SharedArrayBuffer.prototype, 'growable') : undefined;
const resize = (ArrayBuffer.prototype as unknown as { resize?: (this: object, n: number) => void }).resize;
const grow = hasShared ? (SharedArrayBuffer.prototype as unknown as { grow?: (this: object, n: number) => void }).grow : undefined;
const transfer = (ArrayBuffer.prototype as unknown as { transfer?: (this: object) => ArrayBuffer }).transfer;
const hostClone = typeof structuredClone === 'function' ? structuredClone : undefined;

/** True where the host can resize buffers. */
export const canResize = resize !== undefined && maxByteLengthOf !== undefined;

export type BufferKind = 'ArrayBuffer' | 'SharedArrayBuffer';

/**
 * The buffers that a guest has seen, by kind: JavaScript has no other test for one. One that a typed array made for itself is an ArrayBuffer and is
 * entered when it is first asked for (viewedBuffer in typed-arrays.ts).
 */
const kinds = new WeakMap<object, BufferKind>();

export function registerBuffer(buffer: GuestObject, kind: BufferKind): GuestObject {
  kinds.set(buffer, kind);
  return buffer;
}

/** Which kind of buffer `value` is, or undefined. */
export function bufferKind(value: Value): BufferKind | undefined {
  return typeof value === 'object' && value !== null ? kinds.get(value) : undefined;
}

/** IsSharedArrayBuffer */
export function isShared(buffer: GuestObject): boolean {
  return kinds.get(buffer) === 'SharedArrayBuffer';
}

/** Buffers that were detached. Only the VM detaches buffers of a guest. */
const detached = new WeakSet<object>();

/** IsDetachedBuffer */
export function isDetached(buffer: GuestObject): boolean {
  return detached.has(buffer);
}

/** ArrayBufferByteLength: 0 of a detached one. */
export function byteLength(buffer: GuestObject): number {
  return isShared(buffer) ? (sharedByteLengthOf as Getter<number>).call(buffer) : byteLengthOf.call(buffer);
}

export function maxByteLength(buffer: GuestObject): number {
  const getter = isShared(buffer) ? sharedMaxByteLengthOf : maxByteLengthOf;
  return getter === undefined ? byteLength(buffer) : getter.call(buffer);
}

/** IsFixedLengthArrayBuffer */
export function isFixedLength(buffer: GuestObject): boolean {
  const getter = isShared(buffer) ? growableOf : resizableOf;
  return getter === undefined || !getter.call(buffer);
}

/** What bytes cost that are cleared, copied or compared. */
function costOfBytes(bytes: number): number {
  return Math.floor(bytes / (1 << BYTES_SHIFT));
}

/** Charges for `bytes` bytes that are cleared, copied or compared. */
export function chargeBytes(realm: Realm, bytes: number): void {
  if (bytes >= 1 << BYTES_SHIFT) realm.charge(costOfBytes(bytes));
}

/** The same before work that charges for itself, too: if that asks for the instruction to go again, this charge is given back. */
export function chargedForBytes(realm: Realm, bytes: number, work: () => Value): Value {
  return realm.hooks.charged(costOfBytes(bytes), work);
}

/** CreateByteDataBlock's failure, decided before the host is asked. */
export function checkByteLength(realm: Realm, bytes: number): void {
  if (bytes > MAX_BUFFER_BYTES) throwRangeError(realm, 'Array buffer allocation failed');
}

/** AllocateArrayBuffer with %ArrayBuffer.prototype%. */
export function makeBuffer(realm: Realm, bytes: number, max?: number): GuestObject {
  checkByteLength(realm, max ?? bytes);
  chargeBytes(realm, bytes);
  return registerBuffer(realm.views.arrayBuffer(bytes, max), 'ArrayBuffer');
}

/** AllocateSharedArrayBuffer with %SharedArrayBuffer.prototype%. */
export function makeSharedBuffer(realm: Realm, bytes: number, max?: number): GuestObject {
  checkByteLength(realm, max ?? bytes);
  chargeBytes(realm, bytes);
  return registerBuffer(realm.views.sharedArrayBuffer(bytes, max), 'SharedArrayBuffer');
}

/** Sets the length of a resizable buffer; the caller has checked it. */
export function setByteLength(realm: Realm, buffer: GuestObject, bytes: number): void {
  chargeBytes(realm, Math.abs(bytes - byteLength(buffer)));
  (resize as (this: object, n: number) => void).call(buffer, bytes);
}

/** Grows a growable shared buffer; the caller has checked the length. */
export function growTo(realm: Realm, buffer: GuestObject, bytes: number): void {
  chargeBytes(realm, bytes - byteLength(buffer));
  (grow as (this: object, n: number) => void).call(buffer, bytes);
}

/** DetachArrayBuffer. JavaScript can say it only by a transfer whose result is dropped. */
export function detach(realm: Realm, buffer: GuestObject): void {
  if (transfer !== undefined) transfer.call(buffer);
  else if (hostClone !== undefined) hostClone(buffer as unknown as ArrayBuffer, { transfer: [buffer as unknown as ArrayBuffer] });
  else throwTypeError(realm, 'Buffers cannot be detached on this host: it has neither ArrayBuffer.prototype.transfer nor structuredClone');
  detached.add(buffer);
}

/** The bytes of a buffer that is not detached, for the host's own use: never a guest value. */
export function bytesOf(buffer: GuestObject, byteOffset = 0, count?: number): Uint8Array {
  return new Uint8Array(buffer as unknown as ArrayBuffer, byteOffset, count);
}
