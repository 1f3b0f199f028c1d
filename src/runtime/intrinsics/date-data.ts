// Time values: the arithmetic of ECMA-262 21.4.1 and the texts of dates, on numbers only.
//
// A time value is the milliseconds since the epoch in UTC, or NaN. Local time is that of the zone which the embedder has named, else
// UTC, so that a program does the same everywhere.

import { throwTypeError } from '../errors.ts';
import type { Realm } from '../realm.ts';
import { InternalData, internalOf, type BuiltinTag, type GuestObject, type Value } from '../values.ts';

export const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;
const MS_PER_MINUTE = 60_000;

/** [[DateValue]] */
export class DateData extends InternalData {
  time: number;
  /** The fields that were asked for last, of the time value `knownTime`: whoever asks for one of them asks for others. */
  private knownTime = NaN;
  private known: DateFields | null = null;
  constructor(owner: GuestObject, time: number) {
    super(owner);
    this.time = time;
  }
  /** The fields of a finite time value, which is that of the date in some zone. */
  fieldsOf(t: number): DateFields {
    if (this.known !== null && t === this.knownTime) return this.known;
    this.knownTime = t;
    return (this.known = fieldsOf(t));
  }
  override get builtinTag(): BuiltinTag {
    return 'Date';
  }
}

/** thisTimeValue's object, or a guest TypeError. */
export function requireDate(realm: Realm, value: Value): DateData {
  return internalOf(value, DateData) ?? throwTypeError(realm, 'this is not a Date object.');
}

/** The parts of a time value; month from 0, weekday from Sunday = 0. */
export interface DateFields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly ms: number;
  readonly weekday: number;
}

/** Days from the epoch to the first of a month, by the civil calendar; `month` from 0 to 11. */
function daysToMonth(year: number, month: number): number {
  // Years that begin in March have their leap day at the end, so days are a linear function of the month within them.
  const y = month < 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 10) % 12) + 2) / 5);
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/** YearFromTime, MonthFromTime, DateFromTime and the rest, of a finite time value. */
export function fieldsOf(t: number): DateFields {
  // Days, and milliseconds within one, are small integers, whose division the host does without floats.
  const days = Math.floor(t / MS_PER_DAY) | 0;
  const inDay = (t - days * MS_PER_DAY) | 0;
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097) | 0;
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0)) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - ((yearOfEra / 100) | 0));
  const shiftedMonth = ((5 * dayOfYear + 2) / 153) | 0;
  const month = shiftedMonth < 10 ? shiftedMonth + 2 : shiftedMonth - 10;
  const inMinutes = (inDay / MS_PER_MINUTE) | 0;
  const inSeconds = (inDay / 1000) | 0;
  return {
    year: yearOfEra + era * 400 + (month < 2 ? 1 : 0),
    month,
    day: dayOfYear - (((153 * shiftedMonth + 2) / 5) | 0) + 1,
    hours: (inMinutes / 60) | 0,
    minutes: inMinutes % 60,
    seconds: inSeconds % 60,
    ms: inDay % 1000,
    weekday: (((days + 4) % 7) + 7) % 7,
  };
}

/** MakeTime */
export function makeTime(hour: number, min: number, sec: number, ms: number): number {
  if (!Number.isFinite(hour + min + sec + ms)) return NaN;
  return Math.trunc(hour) * MS_PER_HOUR + Math.trunc(min) * MS_PER_MINUTE + Math.trunc(sec) * 1000 + Math.trunc(ms);
}

/** MakeDay */
export function makeDay(year: number, month: number, date: number): number {
  if (!Number.isFinite(year) || !Number.isFinite(month) || !Number.isFinite(date)) return NaN;
  const m = Math.trunc(month);
  const y = Math.trunc(year) + Math.floor(m / 12);
  // Beyond any time value; the arithmetic below would lose digits.
  if (Math.abs(y) > 400_000) return NaN;
  return daysToMonth(y, ((m % 12) + 12) % 12) + Math.trunc(date) - 1;
}

/** MakeDate */
export function makeDate(day: number, time: number): number {
  const t = day * MS_PER_DAY + time;
  return Number.isFinite(t) ? t : NaN;
}

/** MakeFullYear */
export function makeFullYear(year: number): number {
  if (year !== year) return NaN;
  const y = Math.trunc(year);
  return y >= 0 && y <= 99 ? 1900 + y : y;
}

/** TimeClip */
export function timeClip(t: number): number {
  return Math.abs(t) <= 8.64e15 ? Math.trunc(t) + 0 : NaN;
}

/** Milliseconds that local time is ahead of UTC at a time value. */
function offsetAt(realm: Realm, t: number): number {
  const { timeZone } = realm.services;
  return timeZone === null ? 0 : timeZone.offsetAt(t);
}

/** LocalTime */
export function localTime(realm: Realm, t: number): number {
  return t + offsetAt(realm, t);
}

/** UTC: the time value of a local time. One that is skipped is read by the offset before, of one that is repeated the first is meant. */
export function utcTime(realm: Realm, t: number): number {
  if (!Number.isFinite(t) || realm.services.timeZone === null) return t;
  const before = offsetAt(realm, t - MS_PER_DAY);
  const after = offsetAt(realm, t + MS_PER_DAY);
  const early = t - before;
  const late = t - after;
  if (before === after || offsetAt(realm, early) === before) return early;
  return offsetAt(realm, late) === after ? late : early;
}

/** Date.prototype.getTimezoneOffset: whole minutes, also where local time is that of a town's own meridian. */
export function timeZoneOffset(realm: Realm, t: number): number {
  return Math.trunc(-offsetAt(realm, t) / MS_PER_MINUTE) + 0;
}

export const INVALID_DATE = 'Invalid Date';
export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

function pad(n: number, width = 2): string {
  return String(n).padStart(width, '0');
}

function yearText(year: number): string {
  return year < 0 ? `-${pad(-year, 4)}` : pad(year, 4);
}

/** DateString */
export function dateString(local: number): string {
  const f = fieldsOf(local);
  return `${WEEKDAYS[f.weekday]} ${MONTHS[f.month]} ${pad(f.day)} ${yearText(f.year)}`;
}

/** TimeString and TimeZoneString */
export function timeString(realm: Realm, t: number): string {
  const f = fieldsOf(localTime(realm, t));
  const offset = offsetAt(realm, t);
  const minutes = Math.floor(Math.abs(offset) / MS_PER_MINUTE);
  const name = realm.services.timeZone?.nameAt(t) ?? 'Coordinated Universal Time';
  return `${pad(f.hours)}:${pad(f.minutes)}:${pad(f.seconds)} GMT${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}${pad(minutes % 60)} (${name})`;
}

/** ToDateString */
export function toDateString(realm: Realm, t: number): string {
  return t !== t ? INVALID_DATE : `${dateString(localTime(realm, t))} ${timeString(realm, t)}`;
}

/** Date.prototype.toUTCString */
export function toUTCString(t: number): string {
  if (t !== t) return INVALID_DATE;
  const f = fieldsOf(t);
  return `${WEEKDAYS[f.weekday]}, ${pad(f.day)} ${MONTHS[f.month]} ${yearText(f.year)} ${pad(f.hours)}:${pad(f.minutes)}:${pad(f.seconds)} GMT`;
}

/** Date.prototype.toISOString of a finite time value. */
export function toISOString(t: number): string {
  const f = fieldsOf(t);
  const year = f.year >= 0 && f.year <= 9999 ? pad(f.year, 4) : `${f.year < 0 ? '-' : '+'}${pad(Math.abs(f.year), 6)}`;
  return `${year}-${pad(f.month + 1)}-${pad(f.day)}T${pad(f.hours)}:${pad(f.minutes)}:${pad(f.seconds)}.${pad(f.ms, 3)}Z`;
}

/** A date as inspect.ts shows it. */
export function dateText(t: number): string {
  return t !== t ? INVALID_DATE : toISOString(t);
}
