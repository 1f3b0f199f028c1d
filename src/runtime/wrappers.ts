// Wrapper objects of primitives (ECMA-262 7.1.18 ToObject, and the instances of String, Number, Boolean, Symbol, BigInt).
//
// A String wrapper is a host String object, whose own index properties and `length` are those of the specification; the
// others are ordinary objects. All have PrimitiveData, which is the brand that the methods of their classes check.

import { throwTypeError } from './errors.ts';
import { lengths } from './objects.ts';
import type { Realm } from './realm.ts';
import { InternalData, internalOf, isObject, type BuiltinTag, type GuestObject, type Primitive, type Value } from './values.ts';

/** [[StringData]], [[NumberData]], [[BooleanData]], [[SymbolData]] or [[BigIntData]], told apart by the type of `value`. */
export class PrimitiveData extends InternalData {
  readonly value: Exclude<Primitive, undefined | null>;
  constructor(owner: GuestObject, value: Exclude<Primitive, undefined | null>) {
    super(owner);
    this.value = value;
  }
  override get builtinTag(): BuiltinTag {
    const value = this.value;
    return typeof value === 'string' ? 'String' : typeof value === 'number' ? 'Number' : typeof value === 'boolean' ? 'Boolean' : 'Object';
  }
}

/** StringCreate and its like: a wrapper of `value` with the given prototype. */
export function makeWrapper(realm: Realm, value: Exclude<Primitive, undefined | null>, proto: GuestObject): GuestObject {
  if (typeof value === 'string' && proto !== realm.host.stringPrototype) lengths.plain = false;
  const object =
    typeof value === 'string'
      ? (Object.setPrototypeOf(new String(value), proto) as GuestObject)
      : realm.prelude.makeObjectWith(proto);
  new PrimitiveData(object, value);
  return object;
}

/** ToObject; `method` is what the message says was called on undefined or null. */
export function toObject(realm: Realm, value: Value, method?: string): GuestObject {
  if (isObject(value)) return value;
  if (value === undefined || value === null) {
    throwTypeError(realm, method === undefined ? 'Cannot convert undefined or null to object' : `${method} called on null or undefined`);
  }
  return makeWrapper(realm, value, realm.prototypeOfPrimitive(value));
}

/** thisNumberValue: the number of a Number or of its wrapper, else undefined. */
export function thisNumber(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  const data = internalOf(value, PrimitiveData);
  return data !== undefined && typeof data.value === 'number' ? data.value : undefined;
}

/** thisBooleanValue */
export function thisBoolean(value: Value): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const data = internalOf(value, PrimitiveData);
  return data !== undefined && typeof data.value === 'boolean' ? data.value : undefined;
}

/** thisStringValue */
export function thisString(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  const data = internalOf(value, PrimitiveData);
  return data !== undefined && typeof data.value === 'string' ? data.value : undefined;
}

/** thisSymbolValue */
export function thisSymbol(value: Value): symbol | undefined {
  if (typeof value === 'symbol') return value;
  const data = internalOf(value, PrimitiveData);
  return data !== undefined && typeof data.value === 'symbol' ? data.value : undefined;
}

/** thisBigIntValue */
export function thisBigInt(value: Value): bigint | undefined {
  if (typeof value === 'bigint') return value;
  const data = internalOf(value, PrimitiveData);
  return data !== undefined && typeof data.value === 'bigint' ? data.value : undefined;
}
