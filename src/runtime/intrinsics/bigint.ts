// BigInt (ECMA-262 21.2). Sizes are limited and charged for (bigints.ts).

import { bigintBits, chargeBigIntDigits, MAX_BIGINT_BITS, throwBigIntTooBig } from '../bigints.ts';
import { makeConstructor } from '../construct.ts';
import { toBigInt, toIndex, toInteger } from '../conversions.ts';
import { throwRangeError, throwTypeError } from '../errors.ts';
import type { Realm } from '../realm.ts';
import { recallNumber } from '../recall.ts';
import { isObject, wellKnown, type GuestFunction, type GuestObject, type HostCode, type Value } from '../values.ts';
import { thisBigInt } from '../wrappers.ts';

/** BigInt(value) of a primitive. */
function bigintOf(realm: Realm, value: Value): bigint {
  if (typeof value !== 'number') return toBigInt(realm, value);
  // NumberToBigInt
  if (!Number.isInteger(value)) {
    throwRangeError(realm, `The number ${value} cannot be converted to a BigInt because it is not an integer`);
  }
  return BigInt(value);
}

export function installBigInt(realm: Realm): void {
  const proto = realm.host.bigintPrototype;
  // BigInt ( value )
  const constructor = makeConstructor(
    realm,
    'BigInt',
    1,
    proto,
    (_callee, _self, value) => {
      if (isObject(value)) {
        const f = realm.selfHosted('BigIntConstructor_call');
        return f.code(f, undefined, value);
      }
      return bigintOf(realm, value);
    },
    () => throwTypeError(realm, 'BigInt is not a constructor'),
  );
  realm.intrinsic('BigIntOfPrimitive', 1, (_callee, _self, value) => bigintOf(realm, value));

  // BigInt.asIntN ( bits, bigint ) and BigInt.asUintN ( bits, bigint )
  realm.intrinsic('ToIndexOfPrimitive', 1, (_callee, _self, value) => toIndex(realm, value));
  const wrapping = (wrap: (bits: number, value: bigint) => bigint, grows: boolean): HostCode => {
    return (callee, _self, bits, value) => {
      if (isObject(bits) || isObject(value)) {
        const f = realm.selfHosted('BigIntStatic_recall');
        return f.code(f, undefined, callee as GuestFunction & GuestObject, bits, value);
      }
      const width = toIndex(realm, bits);
      const n = toBigInt(realm, value);
      const size = bigintBits(n);
      if (size > 1024) realm.charge(size >> 10);
      // Only a negative number seen as unsigned is longer than it was: as long as asked for.
      if (grows && n < 0n) {
        if (width > MAX_BIGINT_BITS) throwBigIntTooBig(realm);
        realm.charge(width >> 10);
      }
      return wrap(width, n);
    };
  };
  realm.methods(constructor, {
    asIntN: [2, wrapping(BigInt.asIntN, false)],
    asUintN: [2, wrapping(BigInt.asUintN, true)],
  });
  realm.nameOperations(constructor, 'BigInt', ['asIntN', 'asUintN']);

  const bigintOrThrow = (method: string, self: Value): bigint =>
    thisBigInt(self) ?? throwTypeError(realm, `BigInt.prototype.${method} requires that 'this' be a BigInt`);
  realm.method(proto, 'toLocaleString', 0, (_callee, self) => {
    const x = bigintOrThrow('toLocaleString', self);
    chargeBigIntDigits(realm, bigintBits(x));
    return x.toLocaleString('en-US');
  });
  realm.method(proto, 'toString', 0, (callee, self, radix) => {
    const x = bigintOrThrow('toString', self);
    if (isObject(radix)) return recallNumber(realm, callee, self, radix);
    const r = radix === undefined ? 10 : toInteger(realm, radix);
    if (r < 2 || r > 36) throwRangeError(realm, 'toString() radix argument must be between 2 and 36');
    chargeBigIntDigits(realm, bigintBits(x));
    return x.toString(r);
  });
  realm.method(proto, 'valueOf', 0, (_callee, self) => bigintOrThrow('valueOf', self));
  Object.defineProperty(proto, wellKnown.toStringTag, { value: 'BigInt', writable: false, enumerable: false, configurable: true });
}
