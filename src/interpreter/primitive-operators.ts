// Operators on primitives that are not both numbers, for the interpreter and for compiled code's explicit slow paths.
//
// Size-dependent work is charged before it is done, and sizes are limited for the whole VM (I6): a string by
// MAX_STRING_LENGTH, a bigint by MAX_BIGINT_BITS. The host's own limits are never reached.

import { bigintBits, MAX_BIGINT_BITS, SHORT_BITS } from '../runtime/bigints.ts';
import { checkStringLength } from '../runtime/conversions.ts';
import { throwRangeError, throwTypeError } from '../runtime/errors.ts';
import { toNumeric, toStringPrimitive } from '../runtime/conversions.ts';
import type { Realm } from '../runtime/realm.ts';
import type { Value } from '../runtime/values.ts';

/** Charges for a bigint operation whose result has at most `result` bits and whose work is `work` digit steps. */
function chargeBigInt(realm: Realm, result: number, work: number): void {
  if (result > MAX_BIGINT_BITS) throwRangeError(realm, 'Maximum BigInt size exceeded');
  if (work > 16) realm.charge(Math.ceil(work / 16));
}

/** Result lengths below this are covered by the instruction's own fuel. */
export const FREE_STRING = 1024;

/** Charges for a string of `length` units that an operator makes, and refuses one that is too long. */
export function chargeString(realm: Realm, length: number): void {
  if (length >= FREE_STRING) {
    checkStringLength(realm, length);
    realm.charge(length >> 10);
  }
}

/** String concatenation and numeric addition of primitives (ApplyStringOrNumericBinaryOperator). */
export function addPrimitives(realm: Realm, a: Value, b: Value): Value {
  if (typeof a === 'string' || typeof b === 'string') {
    const left = typeof a === 'string' ? a : toStringPrimitive(realm, a);
    const right = typeof b === 'string' ? b : toStringPrimitive(realm, b);
    chargeString(realm, left.length + right.length);
    return left + right;
  }
  return numeric(realm, '+', a, b);
}

export type NumericOperator = '+' | '-' | '*' | '/' | '%' | '**' | '&' | '|' | '^' | '<<' | '>>' | '>>>';

/** A numeric binary operator on primitives. */
export function numeric(realm: Realm, op: NumericOperator, left: Value, right: Value): Value {
  const a = toNumeric(realm, left);
  const b = toNumeric(realm, right);
  if (typeof a === 'number' && typeof b === 'number') return numberOperator(op, a, b);
  if (typeof a !== 'bigint' || typeof b !== 'bigint') throwTypeError(realm, 'Cannot mix BigInt and other types, use explicit conversions');
  return bigintOperators[op](realm, a, b);
}

/** At most SHORT_BITS long. */
const isShort = (x: bigint): boolean => x < SHORT && x > MINUS_SHORT;
const SHORT = 1n << BigInt(SHORT_BITS);
const MINUS_SHORT = -SHORT;
const areShort = (a: bigint, b: bigint): boolean => isShort(a) && isShort(b);

function chargeSum(realm: Realm, a: bigint, b: bigint): void {
  const bits = Math.max(bigintBits(a), bigintBits(b));
  chargeBigInt(realm, bits + 1, bits / 64);
}
function chargeBitwise(realm: Realm, a: bigint, b: bigint): void {
  chargeBigInt(realm, 64, Math.max(bigintBits(a), bigintBits(b)) / 64);
}
function chargeDivision(realm: Realm, a: bigint, b: bigint): void {
  if (b === 0n) throwRangeError(realm, 'Division by zero');
  if (areShort(a, b)) return;
  const bits = bigintBits(a);
  chargeBigInt(realm, bits, (bits / 64) * (bigintBits(b) / 64));
}

/** The operators on two bigints; compiled code calls them without a look at anything else. */
export const bigintOperators: Readonly<Record<NumericOperator, (realm: Realm, a: bigint, b: bigint) => bigint>> = {
  '+': (realm, a, b) => {
    if (!areShort(a, b)) chargeSum(realm, a, b);
    return a + b;
  },
  '-': (realm, a, b) => {
    if (!areShort(a, b)) chargeSum(realm, a, b);
    return a - b;
  },
  '*': (realm, a, b) => {
    if (!areShort(a, b)) {
      const m = bigintBits(a);
      const n = bigintBits(b);
      chargeBigInt(realm, m + n - 64, (m / 64) * (n / 64));
    }
    return a * b;
  },
  '/': (realm, a, b) => {
    chargeDivision(realm, a, b);
    return a / b;
  },
  '%': (realm, a, b) => {
    chargeDivision(realm, a, b);
    return a % b;
  },
  '**': (realm, a, b) => {
    if (b < 0n) throwRangeError(realm, 'Exponent must be non-negative');
    const size = a === 0n || a === 1n || a === -1n ? 64 : a === 2n || a === -2n ? Number(b) : exactBits(a) * Number(b);
    chargeBigInt(realm, size, (size / 64) * (size / 64));
    return a ** b;
  },
  '&': (realm, a, b) => {
    if (!areShort(a, b)) chargeBitwise(realm, a, b);
    return a & b;
  },
  '|': (realm, a, b) => {
    if (!areShort(a, b)) chargeBitwise(realm, a, b);
    return a | b;
  },
  '^': (realm, a, b) => {
    if (!areShort(a, b)) chargeBitwise(realm, a, b);
    return a ^ b;
  },
  '<<': (realm, a, b) => {
    chargeShift(realm, a, b);
    return a << b;
  },
  '>>': (realm, a, b) => {
    chargeShift(realm, a, -b);
    return a >> b;
  },
  '>>>': (realm) => throwTypeError(realm, 'BigInts have no unsigned right shift, use >> instead'),
};

function exactBits(x: bigint): number {
  return (x < 0n ? -x : x).toString(2).length;
}

function chargeShift(realm: Realm, a: bigint, shift: bigint): void {
  if (shift <= 0n && isShort(a)) return;
  const size = bigintBits(a);
  const grown = a === 0n || shift <= 0n ? 0 : size - 64 + Number(shift);
  chargeBigInt(realm, grown, Math.max(size, grown) / 64);
}

function numberOperator(op: NumericOperator, a: number, b: number): number {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
    case '**':
      return a ** b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '<<':
      return a << b;
    case '>>':
      return a >> b;
    case '>>>':
      return a >>> b;
  }
}

export type UnaryOperator = '-' | '~' | '++' | '--';

/** A numeric unary operator on a primitive. */
export function unary(realm: Realm, op: UnaryOperator, value: Value): Value {
  const a = toNumeric(realm, value);
  if (typeof a === 'bigint') {
    if (!isShort(a)) chargeBigInt(realm, bigintBits(a) - 63, bigintBits(a) / 64);
    return op === '-' ? -a : op === '~' ? ~a : op === '++' ? a + 1n : a - 1n;
  }
  return op === '-' ? -a : op === '~' ? ~a : op === '++' ? a + 1 : a - 1;
}

/** IsLessThan and its relatives on primitives. The host's own operators do the same, but for symbols they throw a host error. */
export function compare(realm: Realm, op: '<' | '<=' | '>' | '>=', a: Value, b: Value): boolean {
  if (typeof a === 'symbol' || typeof b === 'symbol') throwTypeError(realm, 'Cannot convert a Symbol value to a number');
  const x = a as number;
  const y = b as number;
  return op === '<' ? x < y : op === '<=' ? x <= y : op === '>' ? x > y : x >= y;
}
