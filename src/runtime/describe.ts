// How values are shown in the messages of errors that the VM raises, after V8's manner. Calls no guest code.

import { readPlain } from './plain-access.ts';
import { functionName } from './function.ts';
import { isProxy } from './proxy.ts';
import type { Realm } from './realm.ts';
import { isFunction, isObject, wellKnown, type GuestFunction, type GuestObject, type Value } from './values.ts';
import { isTypedArray, kindOf } from './typed-arrays.ts';

const LONGEST = 200;

function cut(text: string): string {
  return text.length > LONGEST ? text.slice(0, LONGEST) + '...' : text;
}

/** The name of the object's constructor, as far as plain data properties tell it. */
export function constructorName(realm: Realm, o: GuestObject): string {
  const constructor = readPlain(realm, o, '$constructor');
  if (!isFunction(constructor)) return 'Object';
  return functionName(constructor as GuestFunction) || 'Object';
}

function describeFunction(f: GuestFunction): string {
  if (f.linked === null) return `function ${functionName(f)}() { [native code] }`;
  const { source, start, end, selfHosted } = f.linked.template;
  if (selfHosted || source.text === '') return `function ${functionName(f)}() { [native code] }`;
  return cut(source.text.slice(start, end));
}

/** A value as the receiver or argument in a message: `#<Map>`, `[object Array]`, `1`, `Symbol(a)`; strings without quotes. */
export function describe(realm: Realm, value: Value): string {
  if (typeof value === 'string') return cut(value);
  if (!isObject(value)) return String(value);
  if (isFunction(value)) return describeFunction(value);
  if (Array.isArray(value)) return '[object Array]';
  if (isTypedArray(value)) return `[object ${kindOf(value).name}]`;
  return describeOrdinary(realm, value);
}

/** An object that is neither function nor array: by its constructor, or, if it has no prototype, by its tag. */
export function describeOrdinary(realm: Realm, o: GuestObject): string {
  if (isProxy(o)) return '#<Object>';
  if (Reflect.getPrototypeOf(o) !== null || isFunction(readPlain(realm, o, '$constructor'))) return `#<${constructorName(realm, o)}>`;
  const tag = readPlain(realm, o, wellKnown.toStringTag);
  return `[object ${typeof tag === 'string' ? tag : 'Object'}]`;
}

/** As `describe`, but with strings in quotes: the subject of "is not a function" and the like. */
export function describeQuoted(realm: Realm, value: Value): string {
  return typeof value === 'string' ? `"${cut(value)}"` : describe(realm, value);
}

/** As V8 says what is not iterable: `number 1`, `object null`, `undefined`. */
export function describeWithType(realm: Realm, value: Value): string {
  if (value === undefined) return 'undefined';
  if (isFunction(value)) return describe(realm, value);
  if (isObject(value) || value === null) return `object ${value === null ? 'null' : describe(realm, value)}`;
  return `${typeof value} ${describeQuoted(realm, value)}`;
}
