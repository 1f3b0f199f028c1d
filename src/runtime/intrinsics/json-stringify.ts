// JSON.stringify of plain trees: objects and arrays without accessors, toJSON methods, wrappers and cycles.
//
// The serializer works in steps and keeps its place in lists of its own: deep nesting needs no host stack, and a long text
// is charged step by step. What is not plain makes it give up before anything was observable; the general algorithm in
// selfhosted/json.js then starts from the beginning.

import { checkStringLength, MAX_STRING_LENGTH } from '../conversions.ts';
import { throwTypeError } from '../errors.ts';
import { GETTER_MET, withoutGetters } from '../function.ts';
import { guestName, NameTable } from '../keys.ts';
import { enumerableKeys } from '../own-keys.ts';
import type { Realm } from '../realm.ts';
import { checkListing } from '../typed-arrays.ts';
import { InternalData, internalOf, isFunction, isObject, type GuestObject, type Value } from '../values.ts';
import { PrimitiveData } from '../wrappers.ts';

const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;

/** QuoteJSONString, with a guest RangeError where the result is too long. */
export function quoteJson(realm: Realm, text: string): string {
  if (text.length * MOST_ESCAPED > MAX_STRING_LENGTH) checkStringLength(realm, quotedLength(realm, text));
  return text.length < 5000 && !NEEDS_ESCAPE.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** Pieces up to this length are checked together, after a step. */
const LONG_PIECE = 1 << 16;

/** Characters that one may become. */
const MOST_ESCAPED = 6;

function quotedLength(realm: Realm, text: string): number {
  realm.charge(text.length >> 3);
  let length = text.length + 2;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x22 || unit === 0x5c || (unit >= 8 && unit <= 13 && unit !== 11)) length++;
    else if (unit < 0x20) length += 5;
    else if (unit >= 0xd800 && unit <= 0xdfff) {
      const isPair = unit < 0xdc00 && text.charCodeAt(i + 1) >= 0xdc00 && text.charCodeAt(i + 1) <= 0xdfff;
      if (isPair) i++;
      else length += 5;
    }
  }
  return length;
}

/** What is written in front of the members of objects that have the same keys in the same order. */
interface Shape {
  readonly hostNames: readonly string[];
  /** `"name":`, and `,"name":`. */
  readonly first: readonly string[];
  readonly further: readonly string[];
}

const shapes = new NameTable<Shape>();
const NO_SHAPE: Shape = { hostNames: [], first: [], further: [] };

function shapeOf(realm: Realm, hostNames: readonly string[]): Shape {
  const { length } = hostNames;
  if (length === 0) return NO_SHAPE;
  const known = shapes.find(hostNames);
  if (known !== undefined) return known;
  const first = hostNames.map((name) => `${quoteJson(realm, guestName(name) as string)}:`);
  const shape = { hostNames, first, further: first.map((name) => `,${name}`) };
  // An object with very many keys, or long ones, is a map whose keys are not to be kept.
  if (length <= 64 && hostNames.every((name) => name.length <= 64)) shapes.add(shape);
  return shape;
}

/** Lists of primitives up to this size (elements, and characters of strings by 16) are serialized by the host at once. */
const LIST_SIZE = 1 << 12;

/** The size of a list of nothing but primitives, which the host serializes as the guest does; 0 of others, and of longer ones. */
function primitiveSize(list: readonly Value[]): number {
  const { length } = list;
  let size = length + 1;
  for (let i = 0; i < length && size <= LIST_SIZE; i++) {
    const value = list[i];
    switch (typeof value) {
      case 'string':
        size += value.length >> 4;
        break;
      case 'object':
        if (value !== null) return 0;
        break;
      case 'bigint':
        return 0;
    }
  }
  return size > LIST_SIZE ? 0 : size;
}

/** Characters after which what was written last is made one flat string. */
const FLAT = 1 << 13;

/** A container that is being serialized. */
interface Open {
  readonly object: GuestObject;
  /** Null for an array. */
  readonly shape: Shape | null;
  readonly length: number;
  /** Next key or element. */
  index: number;
  /** Nothing has been written into it so far. */
  empty: boolean;
  /** Line break and indentation in front of its contents; empty without indentation. */
  readonly separator: string;
}

/** So many open containers are looked through without a Set. */
const FEW = 8;

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
  /** The containers of `open` from the one at FEW on. */
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
      } else if (top.shape === null) {
        const value = top.object[top.index];
        const prefix = (top.index === 0 ? '' : ',') + top.separator;
        top.index++;
        top.empty = false;
        if (isSkipped(value)) {
          if (hasToJson(value)) return 'general';
          this.append(`${prefix}null`);
        } else if (!this.write(value, prefix)) return 'general';
      } else {
        const i = top.index++;
        const { hostNames, first, further } = top.shape;
        const value = top.object[hostNames[i]];
        if (isSkipped(value)) {
          if (hasToJson(value)) return 'general';
          this.work++;
          continue;
        }
        const prefix = this.gap === '' ? (top.empty ? first[i] : further[i]) : `${top.empty ? '' : ','}${top.separator}${first[i]} `;
        top.empty = false;
        if (!this.write(value, prefix)) return 'general';
      }
    }
    checkStringLength(this.realm, this.head.length + this.tail.length);
    return 'done';
  }

  private append(text: string): void {
    // The host's limit is not far above the VM's.
    if (text.length > LONG_PIECE) checkStringLength(this.realm, this.head.length + this.tail.length + text.length);
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
        this.append(prefix + quoteJson(this.realm, value));
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
    if ('$toJSON' in object || this.isOpen(object)) return false;
    let shape: Shape | null = null;
    let length: number;
    if (Array.isArray(object)) {
      const list = object as unknown as Value[];
      ({ length } = list);
      const size = this.gap === '' ? primitiveSize(list) : 0;
      if (size > 0) {
        this.work += size;
        this.append(prefix + JSON.stringify(list));
        return true;
      }
    } else {
      if (internalOf(object, PrimitiveData) !== undefined) return false;
      checkListing(object);
      shape = shapeOf(this.realm, enumerableKeys(object));
      ({ length } = shape.hostNames);
    }
    const { open } = this;
    const outer = open.length === 0 ? (this.gap === '' ? '' : '\n') : open[open.length - 1].separator;
    if (open.length >= FEW) this.inside.add(object);
    this.append(prefix + (shape === null ? '[' : '{'));
    open.push({ object, shape, length, index: 0, empty: true, separator: outer + this.gap });
    return true;
  }

  /** The object is being serialized. */
  private isOpen(object: GuestObject): boolean {
    const { open } = this;
    const few = Math.min(open.length, FEW);
    for (let i = 0; i < few; i++) if (open[i].object === object) return true;
    return open.length > FEW && this.inside.has(object);
  }

  private close(top: Open): void {
    const { open } = this;
    open.pop();
    if (open.length >= FEW) this.inside.delete(top.object);
    const outer = this.gap === '' ? '' : top.separator.slice(0, top.separator.length - this.gap.length);
    this.append((top.empty ? '' : outer) + (top.shape === null ? ']' : '}'));
  }
}

function isSkipped(value: Value): boolean {
  return value === undefined || typeof value === 'symbol' || isFunction(value);
}

function hasToJson(value: Value): boolean {
  return isFunction(value) && '$toJSON' in value;
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
