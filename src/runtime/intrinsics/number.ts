// Number (ECMA-262 21.1).
//
// Methods check their receiver before they convert an argument; an argument that is an object is converted by self-hosted
// code, which then calls the method again with the primitive (`Recall_number`).

import { makeConstructor, prototypeFromConstructor } from '../construct.ts';
import { toInteger, toNumber, toNumeric } from '../conversions.ts';
import { throwRangeError, throwTypeError } from '../errors.ts';
import { mangle } from '../keys.ts';
import { defineHidden } from '../objects.ts';
import type { Realm } from '../realm.ts';
import { recallNumber } from '../recall.ts';
import { isObject, type GuestFunction, type GuestObject, type HostConstruct, type Value } from '../values.ts';
import { makeWrapper, PrimitiveData, thisNumber } from '../wrappers.ts';

/** Number(value) of a primitive. */
function numberOf(realm: Realm, value: Value): number {
  if (typeof value === 'string' && value.length > 1024) realm.charge(value.length >> 6);
  return Number(toNumeric(realm, value));
}

export function installNumber(realm: Realm): void {
  const proto = realm.host.numberPrototype;
  // Number.prototype is itself a Number object.
  new PrimitiveData(proto, 0);

  // Number ( value ). Calls distinguish a missing argument from undefined.
  const call = function (_callee: GuestFunction, _self: Value, value: Value): Value {
    if (typeof value === 'number') return value;
    if (arguments.length < 3) return 0;
    if (isObject(value)) {
      const f = realm.selfHosted('NumberConstructor_call');
      return f.code(f, undefined, value);
    }
    return numberOf(realm, value);
  };
  const construct: HostConstruct = function (_callee, newTarget, value) {
    if (isObject(value)) {
      const f = realm.selfHosted('NumberConstructor_construct');
      return f.code(f, undefined, newTarget as GuestFunction & GuestObject, value);
    }
    const n = arguments.length < 3 ? 0 : numberOf(realm, value);
    return makeWrapper(realm, n, prototypeFromConstructor(newTarget, 'NumberPrototype'));
  };
  const constructor = makeConstructor(realm, 'Number', 1, proto, call, construct);
  realm.intrinsic('NumberOfPrimitive', 1, (_callee, _self, value) => numberOf(realm, value));
  realm.intrinsic('NumberCreate', 2, (_callee, _self, newTarget, n) =>
    makeWrapper(realm, n as number, prototypeFromConstructor(newTarget as unknown as GuestFunction, 'NumberPrototype')),
  );

  const constants: Record<string, number> = {
    EPSILON: Number.EPSILON,
    MAX_SAFE_INTEGER: Number.MAX_SAFE_INTEGER,
    MAX_VALUE: Number.MAX_VALUE,
    MIN_SAFE_INTEGER: Number.MIN_SAFE_INTEGER,
    MIN_VALUE: Number.MIN_VALUE,
    NaN: NaN,
    NEGATIVE_INFINITY: -Infinity,
    POSITIVE_INFINITY: Infinity,
  };
  for (const name of Object.keys(constants)) {
    Object.defineProperty(constructor, mangle(name), { value: constants[name], writable: false, enumerable: false, configurable: false });
  }
  realm.methods(constructor, {
    isFinite: [1, (_callee, _self, value) => Number.isFinite(value)],
    isInteger: [1, (_callee, _self, value) => Number.isInteger(value)],
    isNaN: [1, (_callee, _self, value) => Number.isNaN(value)],
    isSafeInteger: [1, (_callee, _self, value) => Number.isSafeInteger(value)],
  });
  realm.nameOperation('Number', constructor);
  realm.nameOperations(constructor, 'Number', ['isFinite', 'isInteger', 'isNaN', 'isSafeInteger']);
  defineHidden(constructor, '$parseFloat', realm.intrinsics.get('parseFloat'));
  defineHidden(constructor, '$parseInt', realm.intrinsics.get('parseInt'));
  installFormatting(realm, proto);
}

function installFormatting(realm: Realm, proto: GuestObject): void {
  const numberOrThrow = (method: string, self: Value): number =>
    thisNumber(self) ?? throwTypeError(realm, `Number.prototype.${method} requires that 'this' be a Number`);
  realm.method(proto, 'toExponential', 1, (callee, self, digits) => {
    const x = numberOrThrow('toExponential', self);
    if (isObject(digits)) return recallNumber(realm, callee, self, digits);
    const n = toInteger(realm, digits);
    if (!Number.isFinite(x)) return String(x);
    if (n < 0 || n > 100) throwRangeError(realm, 'toExponential() argument must be between 0 and 100');
    return x.toExponential(digits === undefined ? undefined : n);
  });
  realm.method(proto, 'toFixed', 1, (callee, self, digits) => {
    const x = numberOrThrow('toFixed', self);
    if (isObject(digits)) return recallNumber(realm, callee, self, digits);
    const n = toInteger(realm, digits);
    if (n < 0 || n > 100) throwRangeError(realm, 'toFixed() digits argument must be between 0 and 100');
    return x.toFixed(n);
  });
  realm.method(proto, 'toLocaleString', 0, (_callee, self) => numberOrThrow('toLocaleString', self).toLocaleString('en-US'));
  realm.method(proto, 'toPrecision', 1, (callee, self, precision) => {
    const x = numberOrThrow('toPrecision', self);
    if (precision === undefined) return String(x);
    if (isObject(precision)) return recallNumber(realm, callee, self, precision);
    const p = toInteger(realm, precision);
    if (!Number.isFinite(x)) return String(x);
    if (p < 1 || p > 100) throwRangeError(realm, 'toPrecision() argument must be between 1 and 100');
    return x.toPrecision(p);
  });
  realm.method(proto, 'toString', 1, (callee, self, radix) => {
    const x = numberOrThrow('toString', self);
    if (radix === undefined || radix === 10) return String(x);
    if (isObject(radix)) return recallNumber(realm, callee, self, radix);
    const r = toInteger(realm, toNumber(realm, radix));
    if (r < 2 || r > 36) throwRangeError(realm, 'toString() radix argument must be between 2 and 36');
    return x.toString(r);
  });
  realm.method(proto, 'valueOf', 0, (_callee, self) => numberOrThrow('valueOf', self));
}
