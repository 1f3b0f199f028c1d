// JSON (ECMA-262 25.5). Parsing is in json-parse.ts, the native part of stringify in json-stringify.ts; what calls the guest
// (revivers, replacers, toJSON, accessors) is in selfhosted/json.js.

import { toStringPrimitive } from '../conversions.ts';
import { hostKey } from '../keys.ts';
import { createDataProperty, overwrites } from '../objects.ts';
import { ownEnumerableNames } from '../own-keys.ts';
import type { Realm } from '../realm.ts';
import { internalOf, isFunction, isObject, wellKnown, type GuestObject, type Value } from '../values.ts';
import { PrimitiveData } from '../wrappers.ts';
import { hostList, writesElement } from './core.ts';
import { parseJson } from './json-parse.ts';
import { isCircularError, quoteJson, Serializer, SerializerData } from './json-stringify.ts';

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
      if (isObject(value) && !isFunction(value)) {
        const serializer = new Serializer(realm, gapOf(space), value);
        let status = serializer.start();
        if (status === 'more') status = serializer.step(STEP);
        if (status === 'done') {
          const text = serializer.text as string;
          realm.charge(8 + (text.length >> 2));
          return text;
        }
        const rest = realm.selfHosted('JSON_serialize');
        return rest.code(rest, undefined, holderOf(realm, serializer));
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
  define('IsCircularError', 1, isCircularError);
  define('JSONSerializer', 4, (value, gap, list, asksAlways) => holderOf(realm, new Serializer(realm, gap as string, value, list === undefined ? null : (hostList(list) as string[]), asksAlways as boolean)));
  const pay = (serializer: Serializer): void => {
    realm.charge(1 + serializer.owed);
    serializer.owed = 0;
  };
  // Goes on with a serialization. The result is the name of a property of which the guest has to say what its value is, null at the end, and else undefined.
  const goOn = (serializer: Serializer): Value => {
    const status = serializer.step(STEP);
    return status === 'guest' ? serializer.key : status === 'done' ? null : undefined;
  };
  define('JSONNext', 1, (holder) => {
    const serializer = serializerOf(holder);
    pay(serializer);
    return goOn(serializer);
  });
  // Gives the value of the property that JSONNext has named, and goes on.
  define('JSONGive', 2, (holder, value) => {
    const serializer = serializerOf(holder);
    pay(serializer);
    serializer.give(value);
    return goOn(serializer);
  });
  // The same with a Proxy and its length or its names, which are asked for after JSONCheck.
  define('JSONGiveProxy', 3, (holder, proxy, contents) => {
    const serializer = serializerOf(holder);
    const list = typeof contents === 'number' ? null : (hostList(contents) as string[]);
    realm.charge(1 + (list === null ? 0 : list.length));
    serializer.giveProxy(proxy as GuestObject, list ?? (contents as number));
    return goOn(serializer);
  });
  define('JSONCheck', 2, (holder, proxy) => {
    serializerOf(holder).check(proxy as GuestObject);
    return undefined;
  });
  define('JSONIsRead', 1, (holder) => serializerOf(holder).isRead);
  define('JSONValue', 1, (holder) => serializerOf(holder).value);
  define('JSONHolder', 1, (holder) => serializerOf(holder).holder);
  define('JSONText', 1, (holder) => {
    const serializer = serializerOf(holder);
    pay(serializer);
    return serializer.text;
  });
}

/** What stands for a serializer in selfhosted/json.js. */
function holderOf(realm: Realm, serializer: Serializer): GuestObject {
  const holder = realm.prelude.makeObjectWith(null);
  new SerializerData(holder, serializer);
  return holder;
}

function serializerOf(holder: Value): Serializer {
  return (internalOf(holder, SerializerData) as SerializerData).serializer;
}
