// JSON.stringify of plain trees: objects and arrays without accessors, toJSON methods, wrappers and cycles.
//
// The serializer works in steps and keeps its place in lists of its own: deep nesting needs no host stack, and a long text
// is charged step by step. What is not plain makes it give up before anything was observable; the general algorithm in
// selfhosted/json.js then starts from the beginning.

import { checkStringLength } from '../conversions.ts';
import { throwTypeError } from '../errors.ts';
import { GETTER_MET, withoutGetters } from '../function.ts';
import { guestName } from '../keys.ts';
import { enumerableKeys } from '../objects.ts';
import type { Realm } from '../realm.ts';
import { checkListing } from '../typed-arrays.ts';
import { InternalData, internalOf, isFunction, isObject, type GuestObject, type Value } from '../values.ts';
import { PrimitiveData } from '../wrappers.ts';

const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;

/** QuoteJSONString */
export function quoteJson(text: string): string {
  return text.length < 5000 && !NEEDS_ESCAPE.test(text) ? `"${text}"` : JSON.stringify(text);
}

const MEMBERS_LIMIT = 1 << 12;
const members = new Map<string, string>();

/** A member's name in quotes, by host key. */
function quotedName(key: string): string {
  let text = members.get(key);
  if (text === undefined) {
    text = quoteJson(guestName(key) as string);
    if (members.size >= MEMBERS_LIMIT) members.clear();
    members.set(key, text);
  }
  return text;
}

/** Characters after which what was written last is made one flat string. */
const FLAT = 1 << 13;

/** A container that is being serialized. */
interface Open {
  readonly object: GuestObject;
  /** Host keys of an object; null for an array. */
  readonly keys: readonly string[] | null;
  readonly length: number;
  /** Next key or element. */
  index: number;
  /** Nothing has been written into it so far. */
  empty: boolean;
  /** Line break and indentation in front of its contents; empty without indentation. */
  readonly separator: string;
}

export type StepResult = 'done' | 'more' | 'general';

/** State of a serialization: the text so far and the containers that are open. */
export class Serializer {
  /** What is written, but for `tail`. */
  private head = '';
  /** What was written last. It is made flat before it becomes part of a long text: a tree of all the concatenations would outlive collections. */
  private tail = '';
  private first = 0;
  private readonly realm: Realm;
  private readonly gap: string;
  private readonly open: Open[] = [];
  private readonly inside = new Set<GuestObject>();
  /** Cost of what was written since the last step began. */
  private work = 0;

  constructor(realm: Realm, gap: string) {
    this.realm = realm;
    this.gap = gap;
  }

  get text(): string {
    return this.head + this.tail;
  }

  /** Starts with the value; undefined is no text at all and left to the caller. */
  start(value: Value): StepResult {
    const status = withoutGetters(() => this.write(value, ''));
    return status === GETTER_MET || status === false ? 'general' : this.open.length === 0 ? 'done' : 'more';
  }

  /** Goes on until about `limit` units of work are done. */
  step(limit: number): StepResult {
    this.work = 0;
    const status = withoutGetters(() => this.run(limit));
    return status === GETTER_MET ? 'general' : (status as StepResult);
  }

  private run(limit: number): StepResult {
    const { open } = this;
    while (open.length > 0) {
      if (this.work >= limit) {
        checkStringLength(this.realm, this.head.length + this.tail.length);
        return 'more';
      }
      const top = open[open.length - 1];
      if (top.index >= top.length) {
        this.close(top);
      } else if (top.keys === null) {
        const value = top.object[top.index];
        const prefix = (top.index === 0 ? '' : ',') + top.separator;
        top.index++;
        top.empty = false;
        if (isSkipped(value)) this.append(`${prefix}null`);
        else if (!this.write(value, prefix)) return 'general';
      } else {
        const key = top.keys[top.index++];
        const value = top.object[key];
        if (isSkipped(value)) {
          this.work++;
          continue;
        }
        const name = quotedName(key);
        const prefix = this.gap === '' ? (top.empty ? `${name}:` : `,${name}:`) : `${top.empty ? '' : ','}${top.separator}${name}: `;
        top.empty = false;
        if (!this.write(value, prefix)) return 'general';
      }
    }
    checkStringLength(this.realm, this.head.length + this.tail.length);
    return 'done';
  }

  private append(text: string): void {
    this.tail += text;
    this.work += 1 + (text.length >> 4);
    if (this.tail.length >= FLAT) {
      // V8 makes a string flat when a character of it is read, and leaves a read out whose result goes nowhere.
      this.first = this.tail.charCodeAt(0);
      this.head += this.tail;
      this.tail = '';
    }
  }

  /** Writes a primitive or opens a container; false if it is not plain. */
  private write(value: Value, prefix: string): boolean {
    switch (typeof value) {
      case 'string':
        this.append(prefix + quoteJson(value));
        return true;
      case 'number':
        this.append(prefix + (Number.isFinite(value) ? String(value) : 'null'));
        return true;
      case 'boolean':
        this.append(prefix + String(value));
        return true;
      case 'object':
        if (value === null) {
          this.append(`${prefix}null`);
          return true;
        }
        return this.openContainer(value, prefix);
      default:
        return false;
    }
  }

  private openContainer(object: GuestObject, prefix: string): boolean {
    if ('$toJSON' in object || this.inside.has(object) || internalOf(object, PrimitiveData) !== undefined) return false;
    const outer = this.open.length === 0 ? (this.gap === '' ? '' : '\n') : this.open[this.open.length - 1].separator;
    const isArray = Array.isArray(object);
    if (!isArray) checkListing(object);
    const keys = isArray ? null : enumerableKeys(object);
    this.inside.add(object);
    this.append(prefix + (isArray ? '[' : '{'));
    const length = isArray ? (object as unknown as Value[]).length : (keys as string[]).length;
    this.open.push({ object, keys, length, index: 0, empty: true, separator: outer + this.gap });
    return true;
  }

  private close(top: Open): void {
    const { open } = this;
    open.pop();
    this.inside.delete(top.object);
    const outer = this.gap === '' ? '' : top.separator.slice(0, top.separator.length - this.gap.length);
    this.append((top.empty ? '' : outer) + (top.keys === null ? ']' : '}'));
  }
}

function isSkipped(value: Value): boolean {
  return value === undefined || typeof value === 'symbol' || isFunction(value);
}

/** A Serializer that selfhosted/json.js drives. */
export class SerializerData extends InternalData {
  readonly serializer: Serializer;
  constructor(owner: GuestObject, serializer: Serializer) {
    super(owner);
    this.serializer = serializer;
  }
}

function keyText(key: Value): string {
  return typeof key === 'number' ? `index ${key}` : `property '${String(key)}'`;
}

/** Throws V8's TypeError about a cycle. `stack` holds [key, object] pairs, flat, from the outermost on; the cycle begins at pair `start`. */
export function throwCircular(realm: Realm, stack: readonly Value[], start: number, lastKey: Value, nameOf: (o: GuestObject) => string): never {
  const count = stack.length / 2;
  const object = (i: number): string => `object with constructor '${nameOf(stack[2 * i + 1] as GuestObject)}'`;
  const line = (i: number): string => `\n    |     ${keyText(stack[2 * i])} -> ${object(i)}`;
  let text = `Converting circular structure to JSON\n    --> starting at ${object(start)}`;
  const shown = Math.min(count, start + 3);
  for (let i = start + 1; i < shown; i++) text += line(i);
  if (count > shown + 1) text += '\n    |     ...';
  for (let i = Math.max(shown, count - 1); i < count; i++) text += line(i);
  return throwTypeError(realm, `${text}\n    --- ${keyText(lastKey)} closes the circle`);
}

/** True for the error that throwCircular throws. */
export function isCircularError(value: Value): boolean {
  if (!isObject(value)) return false;
  const message = Object.getOwnPropertyDescriptor(value, '$message')?.value as unknown;
  return typeof message === 'string' && message.startsWith('Converting circular structure to JSON');
}
