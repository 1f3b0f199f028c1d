// console.log's text: format specifiers and inspected values, as Node 20's util.format makes it.

import { inspect, type InspectOptions } from './inspect.ts';
import { formatNumber } from './inspect-text.ts';
import { getOwnProperty, hasOwnProperty } from './objects.ts';
import { shownPrototype } from './inspect-prototype.ts';
import { readPlain } from './plain-access.ts';
import type { Realm } from './realm.ts';
import { functionName } from './function.ts';
import { isFunction, isObject, wellKnown, type GuestFunction, type GuestObject, type HostKey, type Value } from './values.ts';

/** A specifier of a format that takes an argument: its letter and the index of the argument. */
export interface Specifier {
  readonly letter: string;
  readonly argument: number;
}

const LETTERS = 'sjdOoifc';

/** The specifiers of `args[0]`, in order. */
function specifiersOf(args: readonly Value[]): Specifier[] {
  const format = args[0];
  const found: Specifier[] = [];
  if (typeof format !== 'string' || !format.includes('%')) return found;
  for (let i = 0; i < format.length - 1 && found.length + 1 < args.length; i++) {
    if (format[i] !== '%') continue;
    const letter = format[++i];
    if (LETTERS.includes(letter)) found.push({ letter, argument: found.length + 1 });
  }
  return found;
}

/** The specifiers whose argument has to be converted by calling the guest: what selfhosted/console.js does before formatting. */
export function guestConversions(realm: Realm, args: readonly Value[]): Specifier[] {
  return specifiersOf(args).filter(({ letter, argument }) => {
    const value = args[argument];
    if (!isObject(value)) return false;
    return letter === 's' ? !hasBuiltinToString(realm, value) : 'jdif'.includes(letter);
  });
}

/** True if %s shows the object by inspecting it: nothing but builtins would turn it into a string. */
function hasBuiltinToString(realm: Realm, value: GuestObject): boolean {
  if (isFunction(value)) return false;
  const isMethod = (key: HostKey): boolean => isFunction(readPlain(realm, value, key));
  const hasToString = isMethod('$toString');
  const hasToPrimitive = isMethod(wellKnown.toPrimitive);
  if (!hasToString && !hasToPrimitive) return true;
  if ((hasToString && hasOwnProperty(value, '$toString')) || (hasToPrimitive && hasOwnProperty(value, wellKnown.toPrimitive))) return false;
  for (let p = shownPrototype(value); p !== null; p = shownPrototype(p)) {
    if (!(hasToString && hasOwnProperty(p, '$toString')) && !(hasToPrimitive && hasOwnProperty(p, wellKnown.toPrimitive))) continue;
    const constructor = getOwnProperty(realm, p, '$constructor')?.value;
    return isFunction(constructor) && isFunction(realm.intrinsics.get(functionName(constructor as GuestFunction)));
  }
  return true;
}

/** An argument as its specifier shows it. */
function formatArgument(realm: Realm, letter: string, value: Value, options: InspectOptions): string {
  switch (letter) {
    case 's':
      if (typeof value === 'number') return formatNumber(value);
      if (typeof value === 'bigint') return `${value}n`;
      return isObject(value) ? inspect(realm, value, { ...options, compact: 3, depth: 0 }) : String(value);
    case 'j':
      return jsonOfPrimitive(value);
    case 'd':
      if (typeof value === 'bigint') return `${value}n`;
      return typeof value === 'symbol' ? 'NaN' : formatNumber(Number(value));
    case 'i':
      if (typeof value === 'bigint') return `${value}n`;
      return typeof value === 'symbol' ? 'NaN' : formatNumber(Number.parseInt(String(value), 10));
    case 'f':
      return typeof value === 'symbol' ? 'NaN' : formatNumber(Number.parseFloat(String(value)));
    case 'o':
      return inspect(realm, value, { ...options, showHidden: true, depth: 4 });
    case 'O':
      return inspect(realm, value, options);
    default:
      return '';
  }
}

function jsonOfPrimitive(value: Value): string {
  return typeof value === 'symbol' || value === undefined ? 'undefined' : (JSON.stringify(value) as string);
}

/** The text of one line of console output. `texts` holds what the guest's conversions gave for %j, by argument. */
export function formatLog(realm: Realm, args: readonly Value[], texts: ReadonlyMap<number, string> = NO_TEXTS, options: InspectOptions = {}): string {
  const format = args[0];
  if (args.length === 1 && typeof format === 'string') return format;
  let text = '';
  let next = 0;
  let separator = '';
  if (typeof format === 'string') {
    let done = 0;
    for (let i = 0; i < format.length - 1; i++) {
      if (format[i] !== '%') continue;
      const letter = format[++i];
      if (letter === '%') {
        text += format.slice(done, i);
        done = i + 1;
      } else if (next + 1 < args.length && LETTERS.includes(letter)) {
        next++;
        text += format.slice(done, i - 1) + (texts.get(next) ?? formatArgument(realm, letter, args[next], options));
        done = i + 1;
      }
    }
    if (done !== 0) {
      next++;
      separator = ' ';
      text += format.slice(done);
    }
  }
  for (; next < args.length; next++) {
    const value = args[next];
    text += separator + (typeof value === 'string' ? value : inspect(realm, value, options));
    separator = ' ';
  }
  return text;
}

const NO_TEXTS: ReadonlyMap<number, string> = new Map();
