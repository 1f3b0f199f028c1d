// Sizes of BigInts: limits and charges for what takes or makes long ones (I6).

import { throwRangeError } from './errors.ts';
import type { Realm } from './realm.ts';

/** Largest bigint in bits. */
export const MAX_BIGINT_BITS = 1 << 22;

const SMALL = 1n << 64n;

/** Size of a bigint in bits, up to a digit. */
export function bigintBits(x: bigint): number {
  if (x < SMALL && x > -SMALL) return 64;
  return x.toString(16).length * 4;
}

export function throwBigIntTooBig(realm: Realm): never {
  throwRangeError(realm, 'Maximum BigInt size exceeded');
}

/** Charges for writing a bigint of `bits` bits as digits or reading it from them, which takes more than linear time. */
export function chargeBigIntDigits(realm: Realm, bits: number): void {
  if (bits <= 1024) return;
  const words = bits / 64;
  realm.charge(Math.ceil(words * Math.log2(words)));
}

/** Before a string of `length` digits is read as a bigint. */
export function checkBigIntText(realm: Realm, length: number): void {
  if (length <= 64) return;
  // Each digit of the shortest notation, binary, is a bit: no valid text of a bigint within the limit is longer but for spaces and zeros.
  if (length > MAX_BIGINT_BITS + 2) throwBigIntTooBig(realm);
  chargeBigIntDigits(realm, length * 4);
}
