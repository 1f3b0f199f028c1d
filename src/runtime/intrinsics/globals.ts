// Value and function properties of the global object (ECMA-262 19.1, 19.2) and escape, unescape (B.2.1).

import { toNumber, toStringPrimitive } from '../conversions.ts';
import { makeError, throwRangeError } from '../errors.ts';
import { mangle } from '../keys.ts';
import type { Realm } from '../realm.ts';
import { recallNumber, recallString } from '../recall.ts';
import { isObject, type GuestFunction, type GuestObject, type HostCode, type Value } from '../values.ts';

/** Charges for reading a string of `length` units. */
function chargeText(realm: Realm, length: number): void {
  if (length > 256) realm.charge(length >> 4);
}

/** The functions parseInt and parseFloat, which are properties both of the global object and of Number. */
export function installNumberParsers(realm: Realm): void {
  // parseInt ( string, radix )
  realm.intrinsic('parseInt', 2, (callee, self, string, radix) => {
    if (isObject(string) || isObject(radix)) {
      const f = realm.selfHosted('Recall_parseInt');
      return f.code(f, undefined, callee as GuestFunction & GuestObject, self, string, radix);
    }
    const text = toStringPrimitive(realm, string);
    chargeText(realm, text.length);
    return parseInt(text, toNumber(realm, radix));
  });
  // parseFloat ( string )
  realm.intrinsic('parseFloat', 1, (callee, self, string) => {
    if (isObject(string)) return recallString(realm, callee, self, string);
    const text = toStringPrimitive(realm, string);
    chargeText(realm, text.length);
    return parseFloat(text);
  });
  realm.nameOperation('parseInt', realm.intrinsics.get('parseInt'));
  for (const name of ['parseInt', 'parseFloat']) realm.provideGlobal(name, realm.intrinsics.get(name));
}

export function installValueProperties(realm: Realm): void {
  realm.defineGlobal('globalThis', realm.global);
  defineConstant(realm, 'NaN', NaN);
  defineConstant(realm, 'Infinity', Infinity);
  defineConstant(realm, 'undefined', undefined);
}

export function installGlobalFunctions(realm: Realm): void {
  const define = (name: string, length: number, code: HostCode): void => {
    const f = realm.native(name, length, code);
    realm.intrinsics.set(name, f);
    realm.provideGlobal(name, f);
  };
  define('isNaN', 1, (callee, self, value) => (isObject(value) ? recallNumber(realm, callee, self, value) : Number.isNaN(toNumber(realm, value))));
  define('isFinite', 1, (callee, self, value) =>
    isObject(value) ? recallNumber(realm, callee, self, value) : Number.isFinite(toNumber(realm, value)),
  );

  for (const name of ['isNaN', 'isFinite']) realm.nameOperation(name, realm.intrinsics.get(name));

  // The functions on URIs have no other failures than a malformed URI, and a text that gets too long.
  const uri = (name: string, fuelPerCharacter: number, f: (text: string) => string): void => {
    define(name, 1, (callee, self, value) => {
      if (isObject(value)) return recallString(realm, callee, self, value);
      const text = toStringPrimitive(realm, value);
      if (text.length > 256) realm.charge(text.length * fuelPerCharacter);
      try {
        return f(text);
      } catch (error) {
        if ((error as Error).name === 'RangeError') throwRangeError(realm, 'Invalid string length');
        throw makeError(realm, 'URIError', 'URI malformed') as Value;
      }
    });
  };
  uri('decodeURI', 1, decodeURI);
  uri('decodeURIComponent', 1, decodeURIComponent);
  uri('encodeURI', 16, encodeURI);
  uri('encodeURIComponent', 16, encodeURIComponent);
  const legacy = (name: string, f: (text: string) => string): void => {
    define(name, 1, (callee, self, value) => {
      if (isObject(value)) return recallString(realm, callee, self, value);
      const text = toStringPrimitive(realm, value);
      if (text.length > 256) realm.charge(text.length << 2);
      // Six characters may stand for one.
      try {
        return f(text);
      } catch (error) {
        if (realm.host.isHostError(error)) throwRangeError(realm, 'Invalid string length');
        throw error;
      }
    });
  };
  legacy('escape', escape);
  legacy('unescape', unescape);
}

/** A property of the global object that is neither writable nor enumerable nor configurable, read through its cell. */
function defineConstant(realm: Realm, name: string, value: Value): void {
  const cell = realm.cellOf(name);
  cell.put(value);
  cell.writable = false;
  cell.kind = 'property';
  Object.defineProperty(realm.global, mangle(name), { value, writable: false, enumerable: false, configurable: false });
}

