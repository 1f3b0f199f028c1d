// Date.prototype.toLocaleString and its like, on the host's Intl (ECMA-402 is not part of the guest otherwise).
//
// Only plain data properties of the options are seen. Without a time zone in the options the text is that of local time. The host's own
// zone and default locale do not show.

import { throwRangeError, throwTypeError } from '../errors.ts';
import { readPlain } from '../plain-access.ts';
import type { Realm } from '../realm.ts';
import { EMPTY, isObject, type GuestObject, type Value } from '../values.ts';
import { hostList } from './core.ts';
import { fieldsOf, INVALID_DATE, localTime, requireDate } from './date-data.ts';

const OPTIONS = [
  'calendar', 'dateStyle', 'day', 'dayPeriod', 'era', 'formatMatcher', 'fractionalSecondDigits', 'hour', 'hour12', 'hourCycle', 'localeMatcher', 'minute',
  'month', 'numberingSystem', 'second', 'timeStyle', 'timeZone', 'timeZoneName', 'weekday', 'year',
];

function readOptions(realm: Realm, options: Value): Record<string, unknown> {
  if (options === null) throwTypeError(realm, 'Cannot convert undefined or null to object');
  const found: Record<string, unknown> = {};
  if (!isObject(options)) return found;
  for (const name of OPTIONS) {
    const value = readPlain(realm, options, `$${name}`);
    if (value === undefined || value === EMPTY || isObject(value)) continue;
    if (typeof value === 'symbol') throwTypeError(realm, 'Cannot convert a Symbol value to a string');
    found[name] = value;
  }
  return found;
}

function readLocales(realm: Realm, locales: Value): string | string[] {
  if (locales === undefined) return 'en-US';
  if (locales === null) throwTypeError(realm, 'Incorrect locale information provided');
  if (typeof locales === 'string') return locales;
  const list: string[] = [];
  if (Array.isArray(locales)) {
    for (const locale of hostList(locales)) {
      if (typeof locale !== 'string') throwTypeError(realm, 'Incorrect locale information provided');
      list.push(locale);
    }
  }
  return list.length === 0 ? 'en-US' : list;
}

type Method = 'toLocaleString' | 'toLocaleDateString' | 'toLocaleTimeString';

const DATE_PARTS = ['weekday', 'year', 'month', 'day'];
const TIME_PARTS = ['dayPeriod', 'hour', 'minute', 'second', 'fractionalSecondDigits'];
const DATE_DEFAULTS = { year: 'numeric', month: 'numeric', day: 'numeric' };
const TIME_DEFAULTS = { hour: 'numeric', minute: 'numeric', second: 'numeric' };
/** What each method wants to be told to show, and what it shows where it is told nothing of that (ECMA-402, CreateDateTimeFormat). */
const shown: Readonly<Record<Method, { readonly required: readonly string[]; readonly defaults: object }>> = {
  toLocaleString: { required: [...DATE_PARTS, ...TIME_PARTS], defaults: { ...DATE_DEFAULTS, ...TIME_DEFAULTS } },
  toLocaleDateString: { required: DATE_PARTS, defaults: DATE_DEFAULTS },
  toLocaleTimeString: { required: TIME_PARTS, defaults: TIME_DEFAULTS },
};

/** Formats made lately: making one takes the host a hundred times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();
const MAX_FORMATS = 100;

/** What the host's method of that name gives for a time value. Throws what Intl throws: a RangeError or a TypeError. */
function hostText(t: number, method: Method, languages: string | string[], options: Record<string, unknown>): string {
  // With a style, what else there may be depends on the method.
  if (options.dateStyle !== undefined || options.timeStyle !== undefined) return new Date(t)[method](languages, options);
  const key = JSON.stringify([method, languages, Object.entries(options).map(([name, value]) => [name, typeof value, String(value)])]);
  const format = formats.get(key);
  if (format !== undefined) return format.format(t);
  // What is wrong with options is said by the method's name.
  const text = new Date(t)[method](languages, options);
  if (formats.size >= MAX_FORMATS) formats.clear();
  const { required, defaults } = shown[method];
  formats.set(key, new Intl.DateTimeFormat(languages, required.some((name) => options[name] !== undefined) ? options : { ...options, ...defaults }));
  return text;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

/** The en-US format with default options, for hosts without Intl. */
function plainText(local: number, date: boolean, time: boolean): string {
  const f = fieldsOf(local);
  const dateText = `${f.month + 1}/${f.day}/${f.year}`;
  const timeText = `${f.hours % 12 === 0 ? 12 : f.hours % 12}:${pad(f.minutes)}:${pad(f.seconds)} ${f.hours < 12 ? 'AM' : 'PM'}`;
  return date && time ? `${dateText}, ${timeText}` : date ? dateText : timeText;
}

export function installDateLocale(realm: Realm, proto: GuestObject): void {
  const define = (name: Method): void => {
    realm.method(proto, name, 0, (_callee, self, locales, options) => {
      const t = requireDate(realm, self).time;
      const languages = readLocales(realm, locales);
      const found = options === undefined ? {} : readOptions(realm, options);
      if (t !== t) return INVALID_DATE;
      if (typeof Intl === 'undefined') return plainText(localTime(realm, t), name !== 'toLocaleTimeString', name !== 'toLocaleDateString');
      realm.charge(64);
      const timeZone = found.timeZone === undefined ? (realm.services.timeZone?.id ?? 'UTC') : String(found.timeZone);
      try {
        return hostText(t, name, languages, { ...found, timeZone });
      } catch (error) {
        // Intl throws a RangeError or a TypeError about the locales and options, and nothing else.
        const { message } = error as Error;
        return error instanceof RangeError ? throwRangeError(realm, message) : throwTypeError(realm, message);
      }
    });
  };
  define('toLocaleDateString');
  define('toLocaleString');
  define('toLocaleTimeString');
}
