// Sizes of BigInts: limits and charges for what takes or makes long ones (I6).

import { throwRangeError } from './errors.ts';
import type { Realm } from './realm.ts';

/** Largest bigint in bits. */
export const MAX_BIGINT_BITS = 1 << 22;

/** Size of bigints on which an operator, but for `**` and shifts, takes no more than the instruction's own fuel. */
export const SHORT_BITS = 256;

const SMALL = 1n << 64n;
const MINUS_SMALL = -SMALL;

/**
 * Sizes that are told apart, ascending, and the least numbers that are larger. The host compares numbers of different lengths by these alone, while
 * all that gives the size of one takes time in proportion to it. Steps are words at first, and then sixteenths.
 */
const sizes: number[] = [64];
const limits: bigint[] = [SMALL];
/** Made as far as they have been asked for. */
const negativeLimits: bigint[] = [MINUS_SMALL];

/** Size of a bigint in bits, rounded up: to words up to 1,024 bits, then to a sixteenth, and to words again near the limit. */
export function bigintBits(x: bigint): number {
  if (x < SMALL && x > MINUS_SMALL) return 64;
  const isNegative = x < 0n;
  const isBelow = (i: number): boolean => (isNegative ? x > (negativeLimits[i] ??= -limits[i]) : x < limits[i]);
  let last = sizes.length - 1;
  while (!isBelow(last)) {
    if (sizes[last] >= NEARLY_TOO_BIG) return wordsOf(x);
    const size = sizes[last] + 64 * Math.max(1, sizes[last] >> 10);
    sizes.push(size);
    limits.push(1n << BigInt(size));
    last++;
  }
  let first = 0;
  while (first < last) {
    const middle = (first + last) >> 1;
    if (isBelow(middle)) last = middle;
    else first = middle + 1;
  }
  return sizes[first];
}

/** Limits up to here take 2 MB, and as much again once there is a negative number of that size. Products of such numbers are never too big. */
const NEARLY_TOO_BIG = MAX_BIGINT_BITS >> 2;

function wordsOf(x: bigint): number {
  return ((x < 0n ? -x : x).toString(16).length * 4 + 63) & ~63;
}

export function throwBigIntTooBig(realm: Realm): never {
  throwRangeError(realm, 'Maximum BigInt size exceeded');
}

/** Charges for writing a bigint of `bits` bits as digits or reading it from them, which takes more than linear time. */
export function chargeBigIntDigits(realm: Realm, bits: number): void {
  if (bits <= 1024) return;
  const words = bits / 64;
  // V8 divides by halves, in about the power 1.5 of the length.
  realm.charge(Math.ceil(words * Math.log2(words)) + (words > 64 ? Math.floor(words) * Math.floor(Math.sqrt(words)) * 8 : 0));
}

/** Before a string of `length` digits is read as a bigint. */
export function checkBigIntText(realm: Realm, length: number): void {
  if (length <= 64) return;
  // Each digit of the shortest notation, binary, is a bit: no valid text of a bigint within the limit is longer but for spaces and zeros.
  if (length > MAX_BIGINT_BITS + 2) throwBigIntTooBig(realm);
  chargeBigIntDigits(realm, length * 4);
}
