// Date (ECMA-262 21.4).
//
// The arithmetic is in date-data.ts, parsing in date-parse.ts, locale formats in date-locale.ts; what calls the guest is in
// selfhosted/date.js. The clock and the time zone are the embedder's (realm.services).

import { createFromConstructor, makeConstructor } from '../construct.ts';
import { toNumber } from '../conversions.ts';
import { throwRangeError, throwTypeError } from '../errors.ts';
import { hostList } from './core.ts';
import { defineHidden } from '../objects.ts';
import type { Realm } from '../realm.ts';
import { internalOf, isObject, wellKnown, type GuestFunction, type GuestObject, type HostCode, type Value } from '../values.ts';
import {
  DateData, dateString, fieldsOf, INVALID_DATE, localTime, makeDate, makeDay, makeFullYear, makeTime, MS_PER_DAY, requireDate, timeClip, timeString, timeZoneOffset,
  toDateString, toISOString, toUTCString, utcTime,
} from './date-data.ts';
import { installDateLocale } from './date-locale.ts';
import { parseDate } from './date-parse.ts';

export function installDate(realm: Realm): void {
  const proto = realm.prelude.makeObject();
  const constructor = installConstructor(realm, proto);
  installStatics(realm, constructor);
  installGetters(realm, proto);
  installSetters(realm, proto);
  installTexts(realm, proto);
  installDateLocale(realm, proto);
}

function currentTime(realm: Realm): number {
  return timeClip(Math.floor(realm.services.now()));
}

/** The time value of the components of a date; absent ones are absent in the list. */
function timeOfComponents(list: readonly number[]): number {
  const [year, month = 0, date = 1, hours = 0, minutes = 0, seconds = 0, ms = 0] = list;
  return makeDate(makeDay(makeFullYear(year), month, date), makeTime(hours, minutes, seconds, ms));
}

/** The time value of `new Date(...)` from primitives. */
function timeOfArguments(realm: Realm, args: readonly Value[]): number {
  if (args.length === 0) return currentTime(realm);
  if (args.length === 1) {
    const value = args[0];
    const data = internalOf(value, DateData);
    if (data !== undefined) return data.time;
    if (typeof value === 'string') return parseText(realm, value);
    return timeClip(toNumber(realm, value));
  }
  return timeClip(utcTime(realm, timeOfComponents(args.slice(0, 7).map((v) => toNumber(realm, v)))));
}

function parseText(realm: Realm, text: string): number {
  realm.charge(8 + (text.length >> 1));
  return parseDate(realm, text);
}

function makeDateObject(realm: Realm, newTarget: GuestFunction, time: number): GuestObject {
  const object = createFromConstructor(realm, newTarget, 'DatePrototype');
  new DateData(object, time);
  return object;
}

function installConstructor(realm: Realm, proto: GuestObject): GuestFunction & GuestObject {
  // Date ( ...values )
  const constructor = makeConstructor(
    realm,
    'Date',
    7,
    proto,
    () => toDateString(realm, currentTime(realm)),
    (_callee, newTarget, ...args) => {
      const isDate = args.length === 1 && internalOf(args[0], DateData) !== undefined;
      if (!isDate && args.some(isObject)) {
        const general = realm.selfHosted('DateConstructor_general');
        return general.code(general, undefined, newTarget as unknown as Value, realm.prelude.makeArrayFrom(args));
      }
      return makeDateObject(realm, newTarget, timeOfArguments(realm, args));
    },
  );
  realm.intrinsic('DateCreate', 2, (_callee, _self, newTarget, list) =>
    makeDateObject(realm, newTarget as unknown as GuestFunction, timeOfArguments(realm, hostList(list))),
  );
  return constructor;
}

function installStatics(realm: Realm, constructor: GuestObject): void {
  realm.method(constructor, 'now', 0, () => currentTime(realm));
  realm.converting(constructor, 'parse', 1, ['any', 'string'], (_callee, _self, text) => parseText(realm, typeof text === 'string' ? text : textOf(realm, text)));
  // Date.UTC ( year [ , month [ , date [ , hours [ , minutes [ , seconds [ , ms ] ] ] ] ] ] )
  realm.method(constructor, 'UTC', 7, (callee, self, ...args) => {
    if (args.some(isObject)) {
      const general = realm.selfHosted('DateStatic_UTC');
      return general.code(general, self, callee as unknown as Value, realm.prelude.makeArrayFrom(args.slice(0, 7)));
    }
    return timeClip(timeOfComponents(args.length === 0 ? [NaN] : args.slice(0, 7).map((v) => toNumber(realm, v))));
  });
}

function textOf(realm: Realm, value: Value): string {
  if (typeof value === 'symbol') throwTypeError(realm, 'Cannot convert a Symbol value to a string');
  return String(value);
}

type FieldName = 'year' | 'month' | 'day' | 'hours' | 'minutes' | 'seconds' | 'ms' | 'weekday';

const GETTERS: readonly (readonly [name: string, field: FieldName])[] = [
  ['Date', 'day'],
  ['Day', 'weekday'],
  ['FullYear', 'year'],
  ['Hours', 'hours'],
  ['Milliseconds', 'ms'],
  ['Minutes', 'minutes'],
  ['Month', 'month'],
  ['Seconds', 'seconds'],
];

function installGetters(realm: Realm, proto: GuestObject): void {
  for (const [name, field] of GETTERS) {
    realm.method(proto, `get${name}`, 0, (_callee, self) => {
      const data = requireDate(realm, self);
      const { time } = data;
      return time !== time ? NaN : data.fieldsOf(localTime(realm, time))[field];
    });
    realm.method(proto, `getUTC${name}`, 0, (_callee, self) => {
      const data = requireDate(realm, self);
      const { time } = data;
      return time !== time ? NaN : data.fieldsOf(time)[field];
    });
  }
  const time: HostCode = (_callee, self) => requireDate(realm, self).time;
  realm.method(proto, 'getTime', 0, time);
  realm.method(proto, 'valueOf', 0, time);
  realm.method(proto, 'getTimezoneOffset', 0, (_callee, self) => {
    const t = requireDate(realm, self).time;
    return t !== t ? NaN : timeZoneOffset(realm, t);
  });
  realm.method(proto, 'getYear', 0, (_callee, self) => {
    const data = requireDate(realm, self);
    const { time: t } = data;
    return t !== t ? NaN : data.fieldsOf(localTime(realm, t)).year - 1900;
  });
}

/** The new local (or UTC) time from the old one and the arguments. */
type Setting = (t: number, list: readonly number[]) => number;

const timeWithinDay = (t: number): number => t - Math.floor(t / MS_PER_DAY) * MS_PER_DAY;
const day = (t: number): number => Math.floor(t / MS_PER_DAY);

/** Setters: how many arguments they take, whether an invalid date becomes valid, and the setting. */
const SETTERS: readonly (readonly [name: string, length: number, revives: boolean, set: Setting])[] = [
  ['Date', 1, false, (t, [date]) => makeDate(makeDay(fieldsOf(t).year, fieldsOf(t).month, date), timeWithinDay(t))],
  ['FullYear', 3, true, (t, [year, month, date]) => makeDate(makeDay(year, month ?? fieldsOf(t).month, date ?? fieldsOf(t).day), timeWithinDay(t))],
  ['Hours', 4, false, (t, [h, m, s, ms]) => makeDate(day(t), makeTime(h, m ?? fieldsOf(t).minutes, s ?? fieldsOf(t).seconds, ms ?? fieldsOf(t).ms))],
  ['Milliseconds', 1, false, (t, [ms]) => makeDate(day(t), makeTime(fieldsOf(t).hours, fieldsOf(t).minutes, fieldsOf(t).seconds, ms))],
  ['Minutes', 3, false, (t, [m, s, ms]) => makeDate(day(t), makeTime(fieldsOf(t).hours, m, s ?? fieldsOf(t).seconds, ms ?? fieldsOf(t).ms))],
  ['Month', 2, false, (t, [month, date]) => makeDate(makeDay(fieldsOf(t).year, month, date ?? fieldsOf(t).day), timeWithinDay(t))],
  ['Seconds', 2, false, (t, [s, ms]) => makeDate(day(t), makeTime(fieldsOf(t).hours, fieldsOf(t).minutes, s, ms ?? fieldsOf(t).ms))],
];

function installSetters(realm: Realm, proto: GuestObject): void {
  const appliers: ((data: DateData, t: number, list: readonly number[]) => number)[] = [];
  const define = (name: string, length: number, apply: (data: DateData, t: number, list: readonly number[]) => number): void => {
    const index = appliers.push(apply) - 1;
    realm.method(proto, name, length, (_callee, self, ...args) => {
      const data = requireDate(realm, self);
      const list = args.slice(0, length);
      if (list.some(isObject)) {
        // The time value that counts is the one from before the conversions.
        const general = realm.selfHosted('DatePrototype_setGeneral');
        return general.code(general, self, index, data.time, realm.prelude.makeArrayFrom(list));
      }
      return apply(data, data.time, list.length === 0 ? [NaN] : list.map((v) => toNumber(realm, v)));
    });
  };
  for (const [name, length, revives, set] of SETTERS) {
    const apply = (local: boolean) => (data: DateData, t: number, list: readonly number[]): number => {
      if (t !== t) {
        if (!revives) return NaN;
        t = 0;
      } else if (local) {
        t = localTime(realm, t);
      }
      const result = set(t, list);
      data.time = timeClip(local ? utcTime(realm, result) : result);
      return data.time;
    };
    define(`set${name}`, length, apply(true));
    define(`setUTC${name}`, length, apply(false));
  }
  define('setTime', 1, (data, _t, [time]) => (data.time = timeClip(time)));
  define('setYear', 1, (data, t, [year]) => {
    if (year !== year) return (data.time = NaN);
    const local = t !== t ? 0 : localTime(realm, t);
    const f = fieldsOf(local);
    return (data.time = timeClip(utcTime(realm, makeDate(makeDay(makeFullYear(year), f.month, f.day), timeWithinDay(local)))));
  });
  realm.intrinsic('DateSet', 4, (_callee, _self, date, index, t, list) =>
    appliers[index as number](requireDate(realm, date), t as number, hostList(list) as number[]),
  );
}

function installTexts(realm: Realm, proto: GuestObject): void {
  const text = (name: string, format: (t: number) => string): GuestObject =>
    realm.method(proto, name, 0, (_callee, self) => {
      const t = requireDate(realm, self).time;
      return t !== t ? INVALID_DATE : format(t);
    });
  text('toDateString', (t) => dateString(localTime(realm, t)));
  text('toString', (t) => toDateString(realm, t));
  text('toTimeString', (t) => timeString(realm, t));
  const utc = text('toUTCString', toUTCString);
  defineHidden(proto, '$toGMTString', utc);
  realm.method(proto, 'toISOString', 0, (_callee, self) => {
    const t = requireDate(realm, self).time;
    return t !== t ? throwRangeError(realm, 'Invalid time value') : toISOString(t);
  });
  defineHidden(proto, '$toJSON', realm.selfHosted('DatePrototype_toJSON'));
  Object.defineProperty(proto, wellKnown.toPrimitive, {
    value: realm.selfHosted('DatePrototype_toPrimitive'),
    writable: false,
    enumerable: false,
    configurable: true,
  });
}
