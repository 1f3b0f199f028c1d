// Errors as util.inspect shows them: the stack, made consistent with what the error says it is, without frames that its
// cause shows as well.

import { DomExceptionData } from './dom-exception.ts';
import { stackText } from './intrinsics/error.ts';
import { namePrefix } from './inspect-read.ts';
import { showsProperty, shownPrototype } from './inspect-prototype.ts';
import { readPlain } from './plain-access.ts';
import type { Realm } from './realm.ts';
import { EMPTY, internalOf, isObject, type GuestObject, type HostKey, type Value } from './values.ts';
import { ErrorData } from './errors.ts';

function read(realm: Realm, error: GuestObject, key: HostKey): Value {
  const value = readPlain(realm, error, key);
  if (value !== EMPTY) return value;
  // The accessors of DOMException.prototype are the VM's own.
  const exception = internalOf(error, DomExceptionData);
  return key === '$name' ? exception?.name : key === '$message' ? exception?.message : undefined;
}

function textOf(value: Value): string {
  return isObject(value) ? '[object Object]' : String(value);
}

/** The `stack` property, whose accessor on Error.prototype shows that of the nearest error on the prototype chain. */
function stackProperty(realm: Realm, error: GuestObject): Value {
  const stack = readPlain(realm, error, '$stack');
  if (stack !== EMPTY) return stack;
  for (let p: GuestObject | null = error; p !== null; p = shownPrototype(p)) {
    if (internalOf(p, ErrorData) !== undefined) return stackText(realm, p);
  }
  return undefined;
}

/** The stack, or what Error.prototype.toString gives if there is none. */
function stackOf(realm: Realm, error: GuestObject): string {
  const stack = stackProperty(realm, error);
  if (stack !== undefined && stack !== null && stack !== '') return textOf(stack);
  const name = read(realm, error, '$name');
  const message = read(realm, error, '$message');
  const nameText = name === undefined ? 'Error' : textOf(name);
  const messageText = message === undefined ? '' : textOf(message);
  return nameText === '' ? messageText : messageText === '' ? nameText : `${nameText}: ${messageText}`;
}

/** The longest run of at least four lines of `a` that is in `b` too. */
function commonLines(a: readonly string[], b: readonly string[]): { length: number; offset: number } {
  for (let i = 0; i < a.length - 3; i++) {
    const at = b.indexOf(a[i]);
    if (at < 0 || b.length - at <= 3) continue;
    const max = Math.min(a.length - i, b.length - at);
    let length = 1;
    while (length < max && a[i + length] === b[at + length]) length++;
    if (length > 3) return { length, offset: i };
  }
  return { length: 0, offset: 0 };
}

function withoutFramesOfCause(realm: Realm, error: GuestObject, frames: string[]): string[] {
  const cause = read(realm, error, '$cause');
  if (internalOf(cause, ErrorData) === undefined) return frames;
  const stack = stackOf(realm, cause as GuestObject);
  const start = stack.indexOf('\n    at');
  if (start < 0) return frames;
  const { length, offset } = commonLines(frames, stack.slice(start + 1).split('\n'));
  if (length > 0) frames.splice(offset + 1, length - 2, `    ... ${length - 2} lines matching cause stack trace ...`);
  return frames;
}

/** Makes the header of the stack name the class of the error where it only says `Error`. */
function improve(stack: string, constructor: string | null, name: string, tag: string): string {
  let length = name.length;
  const looksNormal = name.endsWith('Error') && stack.startsWith(name) && (stack.length === length || stack[length] === ':' || stack[length] === '\n');
  if (constructor !== null && !looksNormal) return stack;
  let fallback = 'Error';
  if (constructor === null) {
    const start = /^([A-Z][a-z_ A-Z0-9[\]()-]+)(?::|\n {4}at)/.exec(stack) ?? /^([a-z_A-Z0-9-]*Error)$/.exec(stack);
    fallback = start?.[1] ?? '';
    length = fallback.length;
    fallback = fallback === '' ? 'Error' : fallback;
  }
  const prefix = namePrefix(constructor, tag, fallback).slice(0, -1);
  if (name === prefix) return stack;
  if (!prefix.includes(name)) return `${prefix} [${name}]${stack.slice(length)}`;
  return length === 0 ? `${prefix}: ${stack}` : `${prefix}${stack.slice(length)}`;
}

/** The text before the braces. `keys` are those of the properties that will be shown between them, and are corrected. */
export function formatError(
  realm: Realm,
  error: GuestObject,
  constructor: string | null,
  tag: string,
  keys: HostKey[],
  indentation: number,
  showHidden: boolean,
): string {
  const nameValue = read(realm, error, '$name');
  const name = nameValue === undefined || nameValue === null ? 'Error' : textOf(nameValue);
  let stack = stackOf(realm, error);
  if (!showHidden) {
    // A property is left out if the stack shows it.
    for (const key of ['$name', '$message', '$stack']) {
      const at = keys.indexOf(key);
      if (at >= 0 && stack.includes(textOf(read(realm, error, key)))) keys.splice(at, 1);
    }
  }
  if (showsProperty(error, '$cause') && !keys.includes('$cause')) keys.push('$cause');
  if (Array.isArray(read(realm, error, '$errors')) && !keys.includes('$errors')) keys.push('$errors');
  stack = improve(stack, constructor, name, tag);
  const message = read(realm, error, '$message');
  let from = -1;
  if (typeof message === 'string' && message !== '') {
    const at = stack.indexOf(message);
    // As Node has it: a message at the very start counts as not found.
    if (at > 0) from = at + message.length;
  }
  const framesAt = stack.indexOf('\n    at', from);
  if (framesAt < 0) stack = `[${stack}]`;
  else stack = `${stack.slice(0, framesAt)}\n${withoutFramesOfCause(realm, error, stack.slice(framesAt + 1).split('\n')).join('\n')}`;
  return indentation === 0 ? stack : stack.replaceAll('\n', `\n${' '.repeat(indentation)}`);
}
