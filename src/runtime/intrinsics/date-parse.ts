// Date.parse: the ISO format of ECMA-262 21.4.1.32, else the older formats in the way V8 accepts them.
//
// The older ones follow no grammar: numbers, month names, times with colons, zones and words are taken as they come, after V8's
// dateparser. Texts in parentheses are skipped, unknown words before the first number are ignored.

import { makeDate, makeDay, makeTime, timeClip, utcTime } from './date-data.ts';
import type { Realm } from '../realm.ts';

type TokenKind = 'number' | 'symbol' | 'keyword' | 'space' | 'unknown' | 'end';
type KeywordKind = 'month' | 'ampm' | 'zone' | 'separator' | 'garbage';

interface Token {
  readonly kind: TokenKind;
  /** The value of a number, or of a keyword. */
  readonly value: number;
  readonly length: number;
  /** The character of a symbol. */
  readonly symbol: string;
  readonly keyword: KeywordKind;
  readonly word: string;
}

const KEYWORDS: ReadonlyMap<string, readonly [KeywordKind, number]> = new Map<string, readonly [KeywordKind, number]>([
  ...['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, i) => [name, ['month', i + 1] as const] as const),
  ['am', ['ampm', 0]],
  ['pm', ['ampm', 12]],
  ['ut', ['zone', 0]],
  ['utc', ['zone', 0]],
  ['z', ['zone', 0]],
  ['gmt', ['zone', 0]],
  ['cdt', ['zone', -5]],
  ['cst', ['zone', -6]],
  ['edt', ['zone', -4]],
  ['est', ['zone', -5]],
  ['mdt', ['zone', -6]],
  ['mst', ['zone', -7]],
  ['pdt', ['zone', -7]],
  ['pst', ['zone', -8]],
  ['t', ['separator', 0]],
]);

const MAX_DIGITS = 9;

function token(kind: TokenKind, length: number, extra: Partial<Token> = {}): Token {
  return { kind, length, value: 0, symbol: '', keyword: 'garbage', word: '', ...extra };
}

const END = token('end', 0);
/** Stands for a text that is no date in any format. */
const INVALID = token('unknown', 0);

class Scanner {
  private readonly text: string;
  private position = 0;
  private current: Token;

  constructor(text: string) {
    this.text = text;
    this.current = this.scan();
  }

  peek(): Token {
    return this.current;
  }

  next(): Token {
    const result = this.current;
    this.current = this.scan();
    return result;
  }

  skipSymbol(symbol: string): boolean {
    if (!isSymbol(this.current, symbol)) return false;
    this.next();
    return true;
  }

  private scan(): Token {
    const { text } = this;
    const start = this.position;
    if (start >= text.length) return END;
    const c = text[start];
    if (c >= '0' && c <= '9') {
      let end = start;
      while (end < text.length && text[end] >= '0' && text[end] <= '9') end++;
      this.position = end;
      return token('number', end - start, { value: Number(text.slice(start, end).replace(/^0+/, '').slice(0, MAX_DIGITS)) });
    }
    if (':-+.)'.includes(c)) {
      this.position++;
      return token('symbol', 1, { symbol: c });
    }
    if (isWordCharacter(c)) {
      let end = start;
      while (end < text.length && isWordCharacter(text[end])) end++;
      this.position = end;
      return keywordToken(text.slice(start, end));
    }
    this.position++;
    if (/\s/.test(c)) return token('space', 1);
    if (c === '(') {
      let depth = 1;
      while (depth > 0 && this.position < text.length) {
        const inner = text[this.position++];
        if (inner === '(') depth++;
        else if (inner === ')') depth--;
      }
    }
    return token('unknown', this.position - start);
  }
}

/** Line separators count as letters here, as they do in V8. */
function isWordCharacter(c: string): boolean {
  return c >= 'A' && (c === '\u2028' || c === '\u2029' || !/\s/.test(c));
}

function keywordToken(word: string): Token {
  const prefix = word.slice(0, 3).replace(/[A-Z]/g, (c) => c.toLowerCase());
  const entry = KEYWORDS.get(prefix);
  const known = entry !== undefined && (word.length <= 3 || entry[0] === 'month') ? entry : undefined;
  return token('keyword', word.length, { keyword: known?.[0] ?? 'garbage', value: known?.[1] ?? 0, word: prefix });
}

function isSymbol(t: Token, symbol: string): boolean {
  return t.kind === 'symbol' && t.symbol === symbol;
}

function isSign(t: Token): boolean {
  return t.kind === 'symbol' && (t.symbol === '-' || t.symbol === '+');
}

function isFixed(t: Token, digits: number, min: number, max: number): boolean {
  return t.kind === 'number' && t.length === digits && t.value >= min && t.value <= max;
}

function isZ(t: Token): boolean {
  return t.kind === 'keyword' && t.keyword === 'zone' && t.length === 1;
}

/** Milliseconds from the digits behind a decimal point, however many there are. */
function milliseconds(t: Token): number {
  const { value, length } = t;
  if (length === 1) return value * 100;
  if (length === 2) return value * 10;
  return length > 3 ? Math.trunc(value / 10 ** (Math.min(length, MAX_DIGITS) - 3)) : value;
}

/** The numbers of a date in the order in which they come. */
class Day {
  readonly numbers: number[] = [];
  month: number | undefined;
  iso = false;

  add(n: number): boolean {
    return this.numbers.length < 3 && this.numbers.push(n) > 0;
  }

  /** The day number, or NaN. */
  resolve(): number {
    if (this.numbers.length === 0) return NaN;
    const [a, b = 1, c = 1] = this.numbers;
    const isDay = (n: number): boolean => n >= 1 && n <= 31;
    let year: number;
    let month: number;
    let day: number;
    if (this.month === undefined) {
      [year, month, day] = this.iso || !isDay(a) ? [a, b, c] : [c, a, b];
    } else {
      month = this.month;
      [year, day] = isDay(a) ? [b, a] : [a, b];
    }
    if (!this.iso && year >= 0 && year <= 99) year += year < 50 ? 2000 : 1900;
    return month >= 1 && month <= 12 && isDay(day) ? makeDay(year, month - 1, day) : NaN;
  }
}

const LIMITS = [24, 59, 59, 999];

class Time {
  readonly parts: number[] = [];
  /** 0 for am, 12 for pm. */
  offset: number | undefined;

  isExpecting(n: number): boolean {
    const i = this.parts.length;
    return i >= 1 && i <= 3 && n >= 0 && n <= LIMITS[i];
  }

  add(n: number): boolean {
    return this.parts.length < 4 && this.parts.push(n) > 0;
  }

  addFinal(n: number): void {
    this.add(n);
    while (this.add(0));
  }

  /** Milliseconds within the day, or NaN. */
  resolve(): number {
    const [hour, minute = 0, second = 0, ms = 0] = this.parts;
    let h = hour ?? 0;
    if (this.offset !== undefined) {
      if (h > 12) return NaN;
      h = (h % 12) + this.offset;
    }
    const valid = h <= 23 && minute <= 59 && second <= 59 && ms <= 999;
    return valid || (h === 24 && minute === 0 && second === 0 && ms === 0) ? makeTime(h, minute, second, ms) : NaN;
  }
}

class Zone {
  sign: number | undefined;
  hour: number | undefined;
  minute: number | undefined;

  set(hours: number): void {
    this.sign = hours < 0 ? -1 : 1;
    this.hour = Math.abs(hours);
    this.minute = 0;
  }

  isUTC(): boolean {
    return this.hour === 0 && this.minute === 0;
  }

  isExpecting(n: number): boolean {
    return this.hour !== undefined && this.minute === undefined && n <= 59;
  }

  /** Offset in milliseconds, or undefined for local time. */
  resolve(): number | undefined {
    return this.sign === undefined ? undefined : this.sign * ((this.hour ?? 0) * 60 + (this.minute ?? 0)) * 60_000;
  }
}

/** Reads the ISO format. Gives END if that was all, INVALID if the text is no date, else the first token of the older formats. */
function parseIso(scanner: Scanner, day: Day, time: Time, zone: Zone): Token {
  if (isSign(scanner.peek())) {
    const sign = scanner.next();
    if (!isFixed(scanner.peek(), 6, 0, 999_999)) return sign;
    const year = scanner.next().value;
    if (sign.symbol === '-' && year === 0) return sign;
    day.add(sign.symbol === '-' ? -year : year);
  } else if (isFixed(scanner.peek(), 4, 0, 9999)) {
    day.add(scanner.next().value);
  } else {
    return scanner.next();
  }
  if (scanner.skipSymbol('-')) {
    if (!isFixed(scanner.peek(), 2, 1, 12)) return scanner.next();
    day.add(scanner.next().value);
    if (scanner.skipSymbol('-')) {
      if (!isFixed(scanner.peek(), 2, 1, 31)) return scanner.next();
      day.add(scanner.next().value);
    }
  }
  const separator = scanner.peek();
  if (separator.kind !== 'keyword' || separator.keyword !== 'separator') {
    if (separator.kind !== 'end') return scanner.next();
  } else {
    scanner.next();
    if (!parseIsoTime(scanner, time) || !parseIsoZone(scanner, zone) || scanner.peek().kind !== 'end') return INVALID;
  }
  // A date alone is in UTC.
  if (zone.hour === undefined && time.parts.length === 0) zone.set(0);
  day.iso = true;
  return END;
}

function parseIsoTime(scanner: Scanner, time: Time): boolean {
  if (!isFixed(scanner.peek(), 2, 0, 24)) return false;
  const hour = scanner.next().value;
  time.add(hour);
  const max = hour === 24 ? 0 : 59;
  if (!scanner.skipSymbol(':') || !isFixed(scanner.peek(), 2, 0, max)) return false;
  time.add(scanner.next().value);
  if (!scanner.skipSymbol(':')) return true;
  if (!isFixed(scanner.peek(), 2, 0, max)) return false;
  time.add(scanner.next().value);
  if (!scanner.skipSymbol('.')) return true;
  const fraction = scanner.peek();
  if (fraction.kind !== 'number' || (hour === 24 && fraction.value > 0)) return false;
  time.add(milliseconds(scanner.next()));
  return true;
}

function parseIsoZone(scanner: Scanner, zone: Zone): boolean {
  if (isZ(scanner.peek())) {
    scanner.next();
    zone.set(0);
    return true;
  }
  if (!isSign(scanner.peek())) return true;
  zone.sign = scanner.next().symbol === '-' ? -1 : 1;
  const digits = scanner.peek();
  if (isFixed(digits, 4, 0, 2359) && digits.value % 100 <= 59) {
    scanner.next();
    zone.hour = Math.trunc(digits.value / 100);
    zone.minute = digits.value % 100;
    return true;
  }
  if (!isFixed(digits, 2, 0, 23)) return false;
  zone.hour = scanner.next().value;
  if (!scanner.skipSymbol(':') || !isFixed(scanner.peek(), 2, 0, 59)) return false;
  zone.minute = scanner.next().value;
  return true;
}

/** Goes on from `token` in the older formats; false if the text is no date. */
function parseLegacy(scanner: Scanner, first: Token, day: Day, time: Time, zone: Zone): boolean {
  let hasNumber = day.numbers.length > 0;
  for (let t = first; t.kind !== 'end'; t = scanner.next()) {
    if (t.kind === 'number') {
      hasNumber = true;
      if (!parseLegacyNumber(scanner, t.value, day, time, zone)) return false;
    } else if (t.kind === 'keyword') {
      if (t.keyword === 'ampm' && time.parts.length > 0) {
        time.offset = t.value;
      } else if (t.keyword === 'month') {
        day.month = t.value;
        scanner.skipSymbol('-');
      } else if (t.keyword === 'zone' && hasNumber) {
        zone.set(t.value);
      } else if (hasNumber || scanner.peek().kind === 'number') {
        return false;
      }
    } else if (isSign(t) && (zone.isUTC() || time.parts.length > 0)) {
      zone.sign = t.symbol === '-' ? -1 : 1;
      const digits = scanner.peek().kind === 'number' ? scanner.next() : undefined;
      const n = digits?.value ?? 0;
      const length = digits?.length ?? 0;
      hasNumber = true;
      if (isSymbol(scanner.peek(), ':')) {
        zone.hour = n;
        zone.minute = undefined;
      } else if (length === 1 || length === 2) {
        zone.hour = n;
        zone.minute = 0;
      } else if (length === 3 || length === 4) {
        zone.hour = Math.trunc(n / 100);
        zone.minute = n % 100;
      } else {
        return false;
      }
    } else if ((isSign(t) || isSymbol(t, ')')) && hasNumber) {
      return false;
    }
  }
  return true;
}

function parseLegacyNumber(scanner: Scanner, n: number, day: Day, time: Time, zone: Zone): boolean {
  if (scanner.skipSymbol(':')) {
    if (scanner.skipSymbol(':')) {
      // n "::" is hours and no minutes.
      if (time.parts.length > 0) return false;
      time.add(n);
      time.add(0);
      return true;
    }
    if (!time.add(n)) return false;
    if (isSymbol(scanner.peek(), '.')) scanner.next();
    return true;
  }
  if (scanner.skipSymbol('.') && time.isExpecting(n)) {
    time.add(n);
    if (scanner.peek().kind !== 'number') return false;
    time.addFinal(milliseconds(scanner.next()));
    return true;
  }
  if (zone.isExpecting(n)) {
    zone.minute = n;
    return true;
  }
  if (time.isExpecting(n)) {
    time.addFinal(n);
    const after = scanner.peek();
    return after.kind === 'end' || after.kind === 'space' || isZ(after) || isSign(after);
  }
  if (!day.add(n)) return false;
  scanner.skipSymbol('-');
  return true;
}

/** The texts in the ISO format that the host parses: in no zone of its own, and with days that every month has. */
const PLAIN_ISO = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{3})?)?Z)?$/;
/** The same of the formats of toUTCString, which is that of RFC 2822, and of toString. */
const PLAIN_UTC =
  /^(?:(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat), )?(?:0?[1-9]|1\d|2[0-8]) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [1-9]\d{3} (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d (?:GMT|[+-](?:0\d|1[0-4])[0-5]\d)$/;
const PLAIN_STRING =
  /^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (?:0?[1-9]|1\d|2[0-8]) [1-9]\d{3} (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d GMT[+-](?:0\d|1[0-4])[0-5]\d(?: \([A-Za-z ]*\))?$/;

/** The time value of a text, or NaN. */
export function parseDate(realm: Realm, text: string): number {
  if (PLAIN_ISO.test(text) || PLAIN_UTC.test(text) || PLAIN_STRING.test(text)) return Date.parse(text);
  const scanner = new Scanner(text);
  const [day, time, zone] = [new Day(), new Time(), new Zone()];
  const rest = parseIso(scanner, day, time, zone);
  if (rest === INVALID || (rest !== END && !parseLegacy(scanner, rest, day, time, zone))) return NaN;
  const local = makeDate(day.resolve(), time.resolve());
  const offset = zone.resolve();
  return timeClip(offset === undefined ? utcTime(realm, local) : local - offset);
}
