// Float16Array without host support: binary16 numbers in the elements of a host Uint16Array, behind a host Proxy.
//
// The proxy makes host operators, used bare on a Float16Array as on any typed array, read and write numbers: only the traps for
// element keys do something of their own, all else is the Uint16Array's, whose keys are the same. Slow, and right everywhere.

import type { HostTypedArray } from './host-views.ts';
import { InternalData, type GuestObject, type Value } from './values.ts';

const scratch = new Float64Array(1);
const words = new Uint32Array(scratch.buffer);
scratch[0] = -0;
/** Index of the word that has sign and exponent. */
const HIGH = words[0] === 0 ? 1 : 0;

/** Rounds to the nearest integer, ties to even. */
function roundEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  return rest < 0.5 || (rest === 0.5 && floor % 2 === 0) ? floor : floor + 1;
}

/** NumericToRawBytes for float16: the bits of the nearest binary16 number, ties to even. */
export function toHalfBits(x: number): number {
  if (x !== x) return 0x7e00;
  scratch[0] = x;
  const high = words[HIGH];
  const sign = (high >>> 16) & 0x8000;
  const a = Math.abs(x);
  if (a >= 65520) return sign | 0x7c00;
  const exponent = ((high >>> 20) & 0x7ff) - 1023;
  // Scaling by a power of two is exact. A mantissa that rounds up to the next power carries into the exponent by itself.
  if (exponent < -14) return sign | roundEven(a * 2 ** 24);
  return sign | (((exponent + 14) << 10) + roundEven(a * 2 ** (10 - exponent)));
}

/** RawBytesToNumeric for float16. */
export function fromHalfBits(bits: number): number {
  const exponent = (bits >>> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  const magnitude = exponent === 0 ? fraction * 2 ** -24 : exponent === 0x1f ? (fraction === 0 ? Infinity : NaN) : (1024 + fraction) * 2 ** (exponent - 25);
  return bits & 0x8000 ? -magnitude : magnitude;
}

/** Math.f16round */
export function roundToHalf(x: number): number {
  return fromHalfBits(toHalfBits(x));
}

/** What makes an object a Float16Array: the Uint16Array of its bits. */
export class Float16Data extends InternalData {
  readonly bits: HostTypedArray;
  constructor(owner: GuestObject, bits: HostTypedArray) {
    super(owner);
    this.bits = bits;
  }
}

/** The element that a property key names, or undefined: all other keys have the same meaning for numbers and for their bits. */
function elementIndex(bits: HostTypedArray, key: string | symbol): number | undefined {
  if (typeof key !== 'string') return undefined;
  const c = key.charCodeAt(0);
  if (c < 48 || c > 57) return undefined;
  const index = Number(key);
  // Keys that are numeric but name no element are left to the Uint16Array too: it finds nothing and ignores writes.
  return index < bits.length && Number.isInteger(index) && String(index) === key ? index : undefined;
}

/** ToNumber of a primitive, failing as the host does for what it cannot convert: an object traps like that (I2). */
function hostNumber(value: Value): number {
  return +(value as number);
}

const handler: ProxyHandler<HostTypedArray> = {
  get(bits, key, receiver: Value) {
    const index = elementIndex(bits, key);
    return index === undefined ? (Reflect.get(bits, key, receiver) as Value) : fromHalfBits(bits[index] as number);
  },
  set(bits, key, value: Value, receiver: GuestObject) {
    // An internal slot of the proxy's own.
    if (key === 'internal') return Reflect.set(bits, key, value);
    const numeric = typeof key === 'string' && key.charCodeAt(0) !== 36;
    // 10.4.5.5 [[Set]]: where the receiver is another object this is an ordinary set.
    if (!numeric || (receiver as unknown as { internal?: InternalData }).internal?.owner !== receiver || halfBits(receiver) !== bits) return Reflect.set(bits, key, value, receiver);
    const half = toHalfBits(hostNumber(value));
    const index = elementIndex(bits, key);
    if (index !== undefined) bits[index] = half;
    return true;
  },
  getOwnPropertyDescriptor(bits, key) {
    const d = Reflect.getOwnPropertyDescriptor(bits, key);
    if (d !== undefined && elementIndex(bits, key) !== undefined) d.value = fromHalfBits(d.value as number);
    return d;
  },
  defineProperty(bits, key, d) {
    if (!('value' in d) || elementIndex(bits, key) === undefined) return Reflect.defineProperty(bits, key, d);
    return Reflect.defineProperty(bits, key, { ...d, value: toHalfBits(hostNumber(d.value as Value)) });
  },
};

/** The Float16Array whose elements are these bits. Its prototype is that of the Uint16Array, which nobody else may have seen. */
export function makeFloat16Array(bits: HostTypedArray): GuestObject {
  const proxy = new Proxy(bits, handler) as unknown as GuestObject;
  new Float16Data(proxy, bits);
  return proxy;
}

/** The bits of a Float16Array, or undefined. */
export function halfBits(value: GuestObject): HostTypedArray | undefined {
  const data = (value as unknown as { internal?: InternalData }).internal;
  return data instanceof Float16Data && data.owner === value ? data.bits : undefined;
}
