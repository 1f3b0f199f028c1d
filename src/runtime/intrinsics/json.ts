// JSON (ECMA-262 25.5). Parsing is in json-parse.ts, the native part of stringify in json-stringify.ts; what calls the guest
// (revivers, replacers, toJSON, accessors) is in selfhosted/json.js.

import { toStringPrimitive } from '../conversions.ts';
import { constructorName } from '../describe.ts';
import { throwTypeError } from '../errors.ts';
import { hostKey } from '../keys.ts';
import { createDataProperty, overwrites } from '../objects.ts';
import { ownEnumerableNames } from '../own-keys.ts';
import type { Realm } from '../realm.ts';
import { internalOf, isFunction, isObject, wellKnown, type GuestObject, type Value } from '../values.ts';
import { PrimitiveData } from '../wrappers.ts';
import { append, hostList, writesElement } from './core.ts';
import { parseJson } from './json-parse.ts';
import { isCircularError, quoteJson, Serializer, SerializerData, throwCircular } from './json-stringify.ts';

/** Work done natively in one go, uncharged until it is done; longer texts are made in steps of this size. */
const STEP = 1 << 14;

export function installJson(realm: Realm): void {
  const json = realm.prelude.makeObject();
  realm.provideGlobal('JSON', json);
  Object.defineProperty(json, wellKnown.toStringTag, { value: 'JSON', writable: false, enumerable: false, configurable: true });

  // JSON.parse ( text [ , reviver ] )
  realm.method(json, 'parse', 2, (_callee, _self, text, reviver) => {
    if (isObject(text) || isFunction(reviver)) {
      const general = realm.selfHosted('JSONStatic_parse');
      return general.code(general, undefined, text, reviver);
    }
    return parseJson(realm, toStringPrimitive(realm, text));
  });

  // JSON.stringify ( value [ , replacer [ , space ] ] )
  const stringify = realm.method(json, 'stringify', 3, (_callee, _self, value, replacer, space) => {
    if (!isObject(replacer) && !isObject(space)) {
      const gap = gapOf(space);
      if (isObject(value) && !isFunction(value)) {
        const serializer = new Serializer(realm, gap);
        let status = serializer.start(value);
        if (status === 'more') status = serializer.step(STEP);
        if (status === 'done') {
          realm.charge(8 + (serializer.text.length >> 2));
          return serializer.text;
        }
        if (status === 'more') {
          const long = realm.selfHosted('JSON_stringifyLong');
          return long.code(long, undefined, value, gap);
        }
      } else if (typeof value === 'string') {
        realm.charge(1 + (value.length >> 3));
        return quoteJson(realm, value);
      } else if (typeof value === 'number') {
        return Number.isFinite(value) ? String(value) : 'null';
      } else if (value === null || typeof value === 'boolean') {
        return String(value);
      } else if (value === undefined || typeof value === 'symbol') {
        return undefined;
      }
    }
    const general = realm.selfHosted('JSONStatic_stringify');
    return general.code(general, undefined, value, replacer, space);
  });
  realm.intrinsics.set('JSONStringify', stringify as Value);
  installIntrinsics(realm);
}

/** The indentation that a primitive `space` stands for. */
function gapOf(space: Value): string {
  if (typeof space === 'number') return ' '.repeat(Math.max(0, Math.min(10, Math.trunc(space) || 0)));
  return typeof space === 'string' ? space.slice(0, 10) : '';
}

/** What selfhosted/json.js uses. */
function installIntrinsics(realm: Realm): void {
  const define = (name: string, length: number, code: (...args: Value[]) => Value, general?: string): void => {
    realm.intrinsic(name, length, (_callee, _self, ...args) => code(...args), general);
  };
  define('JSONParseText', 1, (text) => parseJson(realm, text as string));
  define('JSONGap', 1, gapOf);
  define('QuoteJSONString', 1, (text) => {
    realm.charge(1 + ((text as string).length >> 3));
    return quoteJson(realm, text as string);
  });
  define('JSONNumber', 1, (n) => (Number.isFinite(n) ? String(n) : 'null'));
  define('ThrowBigIntJSON', 0, () => throwTypeError(realm, 'Do not know how to serialize a BigInt'));
  // The type of the primitive in a wrapper object, else undefined.
  define('WrappedType', 1, (o) => {
    const data = internalOf(o, PrimitiveData);
    return data === undefined ? undefined : typeof data.value;
  });
  define('WrappedValue', 1, (o) => (internalOf(o, PrimitiveData) as PrimitiveData).value);
  // EnumerableOwnProperties(o, key)
  define('OwnEnumerableNames', 1, (o) => {
    const names = ownEnumerableNames(realm, o as GuestObject);
    realm.charge(1 + (names.length >> 2));
    return realm.prelude.makeArrayFrom(names);
  }, 'OwnEnumerableNamesOfProxy');
  // CreateDataProperty whose failure is ignored.
  define('TryCreateDataProperty', 3, (o, key, value) => {
    const object = o as GuestObject;
    if (writesElement(realm, object, key, value)) return true;
    const name = hostKey(key as string | number);
    return overwrites(object, name, value) || createDataProperty(realm, object, name, value);
  }, 'TryCreateDataPropertyOnProxy');
  // The items of a replacer array without those that came before.
  define('WithoutDuplicates', 1, (list) => {
    const items = hostList(list);
    realm.charge(1 + items.length);
    return realm.prelude.makeArrayFrom([...new Set(items)]);
  });
  // Marks an object as being serialized; a TypeError if it is already.
  define('JSONEnter', 3, (stack, key, object) => {
    const list = stack as Value[] & GuestObject;
    realm.charge(1 + (list.length >> 4));
    for (let i = 1; i < list.length; i += 2) {
      if (list[i] === object) throwCircular(realm, hostList(list), (i - 1) / 2, key, (o) => constructorName(realm, o));
    }
    append(realm, list, key);
    append(realm, list, object);
    return undefined;
  });
  define('JSONLeave', 1, (stack) => {
    (stack as unknown as Value[]).length -= 2;
    return undefined;
  });
  define('IsCircularError', 1, isCircularError);
  define('JSONSerializer', 2, (value, gap) => {
    const holder = realm.prelude.makeObjectWith(null);
    const serializer = new Serializer(realm, gap as string);
    new SerializerData(holder, serializer);
    serializer.start(value);
    return holder;
  });
  // Goes on with a serialization: its text if it is finished, false if it is not plain, else undefined.
  define('JSONStep', 1, (holder) => {
    realm.charge(STEP);
    const { serializer } = internalOf(holder, SerializerData) as SerializerData;
    const status = serializer.step(STEP);
    return status === 'done' ? serializer.text : status === 'general' ? false : undefined;
  });
}

