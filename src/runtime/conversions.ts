// Type conversions of primitives (ECMA-262 7.1). Objects are converted by self-hosted code (selfhosted/conversions.js),
// because that calls the guest; a function here that is given an object where a primitive is needed fails loudly.

import { bigintBits, checkBigIntText, MAX_BIGINT_BITS, throwBigIntTooBig } from './bigints.ts';
import { InternalError, throwRangeError, throwSyntaxError, throwTypeError } from './errors.ts';
import { hostKey } from './keys.ts';
import type { Realm } from './realm.ts';
import { isFunction, isObject, type HostKey, type Value } from './values.ts';

/** Longest string, in UTF-16 units: below every host's own limit, so that the host never decides (I6). */
export const MAX_STRING_LENGTH = 0x1fffffe0 >> 1;

function notPrimitive(what: string): never {
  throw new InternalError(`${what} of an object must be converted by self-hosted code`);
}

/** ToBoolean */
export function toBoolean(value: Value): boolean {
  return !!value;
}

/** ToNumber of a primitive. */
export function toNumber(realm: Realm, value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'symbol') throwTypeError(realm, 'Cannot convert a Symbol value to a number');
  if (typeof value === 'bigint') throwTypeError(realm, 'Cannot convert a BigInt value to a number');
  if (isObject(value)) notPrimitive('ToNumber');
  return Number(value);
}

/** ToNumeric of a primitive. */
export function toNumeric(realm: Realm, value: Value): number | bigint {
  return typeof value === 'bigint' ? value : toNumber(realm, value);
}

/** ToIntegerOrInfinity of a primitive. */
export function toInteger(realm: Realm, value: Value): number {
  const n = toNumber(realm, value);
  return n !== n ? 0 : Math.trunc(n) + 0;
}

/** ToString of a primitive. */
export function toStringPrimitive(realm: Realm, value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'symbol') throwTypeError(realm, 'Cannot convert a Symbol value to a string');
  if (isObject(value)) notPrimitive('ToString');
  return String(value);
}

/** ToPropertyKey of a primitive, mangled. */
export function toHostKey(value: Value): HostKey {
  if (typeof value === 'number' || typeof value === 'symbol') return value;
  if (isObject(value)) notPrimitive('ToPropertyKey');
  return hostKey(String(value));
}

/** StringToBigInt, ToBigInt of a primitive. */
export function toBigInt(realm: Realm, value: Value): bigint {
  switch (typeof value) {
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1n : 0n;
    case 'string': {
      checkBigIntText(realm, value.length);
      let n: bigint;
      try {
        n = BigInt(value);
      } catch {
        // The host's BigInt(string) has no other failure than a string that is no integer literal.
        throwSyntaxError(realm, `Cannot convert ${value} to a BigInt`);
      }
      if (bigintBits(n) > MAX_BIGINT_BITS) throwBigIntTooBig(realm);
      return n;
    }
    case 'object':
      if (value !== null) notPrimitive('ToBigInt');
    // eslint-disable-next-line no-fallthrough
    default:
      throwTypeError(realm, `Cannot convert ${String(value)} to a BigInt`);
  }
}

/** ToLength of a primitive. */
export function toLength(realm: Realm, value: Value): number {
  const n = toInteger(realm, value);
  return n <= 0 ? 0 : Math.min(n, Number.MAX_SAFE_INTEGER);
}

/** ToIndex of a primitive. `$` in the message stands for the value. */
export function toIndex(realm: Realm, value: Value, message = 'Invalid value: not (convertible to) a safe integer'): number {
  const n = toInteger(realm, value);
  if (n < 0 || n > Number.MAX_SAFE_INTEGER) throwRangeError(realm, message.replace('$', () => String(value)));
  return n;
}

/** The value of an array's new `length` (ArraySetLength), from a primitive. */
export function toArrayLength(realm: Realm, value: Value): number {
  const n = toNumber(realm, value);
  if (n >>> 0 !== n) throwRangeError(realm, 'Invalid array length');
  return n;
}

/** typeof */
export function typeOf(value: Value): string {
  const type = typeof value;
  return type === 'object' && isFunction(value) ? 'function' : type;
}

/** Guards the length of a string about to be made. */
export function checkStringLength(realm: Realm, length: number): void {
  if (length > MAX_STRING_LENGTH) throwRangeError(realm, 'Invalid string length');
}
