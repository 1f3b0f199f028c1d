// JSON.stringify (ECMA-262 25.5.2), but for what calls the guest: that is in selfhosted/json.js.
//
// The serializer works in steps and keeps its place in lists of its own: deep nesting needs no host stack, and a long text
// is charged step by step. At a value that is not plain (it has a toJSON method, is a wrapper, has to be got from an accessor or a Proxy), or at each where
// there is a replacer function, it stops and is given what the guest makes of it.

import { checkStringLength, MAX_STRING_LENGTH } from '../conversions.ts';
import { constructorName } from '../describe.ts';
import { throwRangeError, throwTypeError } from '../errors.ts';
import { GETTER_MET, withoutGetters } from '../function.ts';
import { guestName, mangle, NameTable } from '../keys.ts';
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
  /** It is a Proxy: the guest asks for what is in it. */
  readonly isProxy: boolean;
  /** Line break and indentation in front of its contents; empty without indentation. */
  readonly separator: string;
}

/** So many open containers are looked through without a Set. */
const FEW = 8;

/**
 * So many containers may be open where the guest has a part in it: it could make new ones for ever, and calls of a recursive algorithm would come to an end, too.
 */
const DEEPEST = 1 << 13;

/** `guest`: the guest has to say what the value of the current property is. */
export type StepResult = 'done' | 'more' | 'guest';

/** State of a serialization: the text so far and the containers that are open. */
export class Serializer {
  /** What has been done since it was last charged for. */
  owed = 0;
  /** Where the guest is asked: the value of the current property, if it could be read. */
  value: Value;
  isRead = true;
  private isAsking = true;
  /** What is written, but for `tail`. */
  private head = '';
  /** What was written last. It is made flat before it becomes part of a long text: a tree of all the concatenations would outlive collections. */
  private tail = '';
  private first = 0;
  private readonly realm: Realm;
  private readonly gap: string;
  /** The properties of all objects, if there is such a list. */
  private readonly list: Shape | null;
  /** There is a replacer function. */
  private readonly asksAlways: boolean;
  private readonly open: Open[] = [];
  /** The containers of `open` from the one at FEW on. */
  private readonly inside = new Set<GuestObject>();
  /** Cost of what was written since the last step ended. */
  private work = 0;

  constructor(realm: Realm, gap: string, value: Value, list: readonly string[] | null = null, asksAlways = false) {
    this.realm = realm;
    this.gap = gap;
    this.value = value;
    this.list = list === null ? null : shapeOf(realm, list.map(mangle));
    this.asksAlways = asksAlways;
  }

  /** Undefined if nothing has been written. */
  get text(): string | undefined {
    return this.head + this.tail || undefined;
  }

  /** The container of the current property. */
  get holder(): GuestObject {
    return this.open[this.open.length - 1].object;
  }

  /** The guest's name of the current property, the empty one of the value as a whole. */
  get key(): string {
    return String(this.placeIn(this.open.length - 1));
  }

  private placeIn(level: number): string | number {
    if (level < 0) return '';
    const { shape, index } = this.open[level];
    return shape === null ? index - 1 : (guestName(shape.hostNames[index - 1]) as string);
  }

  /** Begins with the value; if it is not called, the guest is asked about the value first. */
  start(): StepResult {
    this.isAsking = withoutGetters(() => this.put(this.value, false)) !== true;
    return this.isAsking ? 'guest' : this.open.length === 0 ? 'done' : 'more';
  }

  /** Goes on until about `limit` units of work are done, or the guest has to be asked. */
  step(limit: number): StepResult {
    if (this.isAsking) return 'guest';
    let status = withoutGetters(() => this.run(limit));
    if (status === GETTER_MET) {
      this.isAsking = true;
      status = 'guest';
    }
    this.owed += this.work;
    this.work = 0;
    checkStringLength(this.realm, this.head.length + this.tail.length);
    return status as StepResult;
  }

  /** The guest gives the value of the current property: no Proxy but one that is skipped. */
  give(value: Value): void {
    this.isAsking = false;
    this.value = undefined;
    this.put(value, true);
  }

  /** The guest gives a Proxy as the value of the current property, with its length or its keys. */
  giveProxy(object: GuestObject, contents: number | readonly string[]): void {
    this.isAsking = false;
    this.value = undefined;
    const shape = typeof contents === 'number' ? null : (this.list ?? shapeOf(this.realm, contents.map(mangle)));
    this.push(object, shape, shape === null ? (contents as number) : shape.hostNames.length, this.prefix(), true);
  }

  /** A TypeError if a container is within itself, or a RangeError if it is too deep. */
  check(object: GuestObject): void {
    if (this.isOpen(object)) this.throwCircle(object);
    if (this.open.length >= DEEPEST) throwRangeError(this.realm, 'Maximum call stack size exceeded');
  }

  private run(limit: number): StepResult {
    const { open } = this;
    while (open.length > 0) {
      if (this.work >= limit) return 'more';
      const top = open[open.length - 1];
      if (top.index >= top.length) {
        this.close(top);
        continue;
      }
      const i = top.index++;
      this.isRead = false;
      if (!top.isProxy) {
        this.value = top.object[top.shape === null ? i : top.shape.hostNames[i]];
        this.isRead = true;
        if (!this.asksAlways && this.put(this.value, false)) continue;
      }
      this.isAsking = true;
      return 'guest';
    }
    return 'done';
  }

  /** What is written before the value of the current property. */
  private prefix(): string {
    const { open } = this;
    if (open.length === 0) return '';
    const { shape, empty, separator, index } = open[open.length - 1];
    if (shape === null) return (empty ? '' : ',') + separator;
    const i = index - 1;
    return this.gap === '' ? (empty ? shape.first[i] : shape.further[i]) : `${empty ? '' : ','}${separator}${shape.first[i]} `;
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

  /**
   * Writes the value of the current property, or opens it; false, with nothing done, if the guest has to be asked first. `isFinal`: it has been asked.
   */
  private put(value: Value, isFinal: boolean): boolean {
    if (isSkipped(value)) {
      if (!isFinal && hasToJson(value)) return false;
      if (this.open.length > 0 && this.open[this.open.length - 1].shape === null) this.write('null');
      else this.work++;
      return true;
    }
    switch (typeof value) {
      case 'string':
        this.write(quoteJson(this.realm, value));
        return true;
      case 'number':
        this.write(Number.isFinite(value) ? String(value) : 'null');
        return true;
      case 'boolean':
        this.write(String(value));
        return true;
      case 'object':
        if (value !== null) return this.openContainer(value, isFinal);
        this.write('null');
        return true;
      default:
        if (isFinal) throwTypeError(this.realm, 'Do not know how to serialize a BigInt');
        return false;
    }
  }

  private write(text: string): void {
    this.append(this.prefix() + text);
    if (this.open.length > 0) this.open[this.open.length - 1].empty = false;
  }

  private openContainer(object: GuestObject, isFinal: boolean): boolean {
    if (isFinal) this.check(object);
    else if ('$toJSON' in object || this.isOpen(object)) return false;
    let shape: Shape | null = null;
    let length: number;
    if (Array.isArray(object)) {
      const list = object as unknown as Value[];
      ({ length } = list);
      const size = this.gap === '' && !isFinal ? primitiveSize(list) : 0;
      if (size > 0) {
        this.work += size;
        this.write(JSON.stringify(list));
        return true;
      }
    } else {
      if (!isFinal && internalOf(object, PrimitiveData) !== undefined) return false;
      checkListing(object);
      shape = this.list ?? shapeOf(this.realm, enumerableKeys(object));
      ({ length } = shape.hostNames);
    }
    this.push(object, shape, length, this.prefix(), false);
    return true;
  }

  private push(object: GuestObject, shape: Shape | null, length: number, prefix: string, isProxy: boolean): void {
    const { open } = this;
    const outer = open.length === 0 ? null : open[open.length - 1];
    if (outer !== null) outer.empty = false;
    if (open.length >= FEW) this.inside.add(object);
    this.append(prefix + (shape === null ? '[' : '{'));
    open.push({ object, shape, length, index: 0, empty: true, isProxy, separator: (outer === null ? (this.gap === '' ? '' : '\n') : outer.separator) + this.gap });
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

  /** Throws V8's TypeError about a cycle, which begins at this object. */
  private throwCircle(object: GuestObject): never {
    const { open } = this;
    const start = open.findIndex((container) => container.object === object);
    const nameOf = (level: number): string => `object with constructor '${constructorName(this.realm, open[level].object)}'`;
    const line = (level: number): string => `\n    |     ${placeText(this.placeIn(level - 1))} -> ${nameOf(level)}`;
    let text = `Converting circular structure to JSON\n    --> starting at ${nameOf(start)}`;
    const shown = Math.min(open.length, start + 3);
    for (let i = start + 1; i < shown; i++) text += line(i);
    if (open.length > shown + 1) text += '\n    |     ...';
    for (let i = Math.max(shown, open.length - 1); i < open.length; i++) text += line(i);
    return throwTypeError(this.realm, `${text}\n    --- ${placeText(this.placeIn(open.length - 1))} closes the circle`);
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

function placeText(place: string | number): string {
  return typeof place === 'number' ? `index ${place}` : `property '${place}'`;
}

/** True for the TypeError about a cycle. */
export function isCircularError(value: Value): boolean {
  if (!isObject(value)) return false;
  const message = Object.getOwnPropertyDescriptor(value, '$message')?.value as unknown;
  return typeof message === 'string' && message.startsWith('Converting circular structure to JSON');
}
