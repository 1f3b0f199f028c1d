// Values as text for people, as Node 20's util.inspect shows them.
//
// Takes guest values and never calls the guest: properties are read through their descriptors, accessors are named and not
// called. The text layout is in inspect-text.ts, what is read off the objects in inspect-read.ts.

import { collectionsOf } from './collections.ts';
import { ArgumentsData } from './arguments.ts';
import { ErrorData } from './errors.ts';
import { dateText, DateData } from './intrinsics/date-data.ts';
import { MapIteratorData, mapOf } from './intrinsics/map.ts';
import { regExpData } from './intrinsics/regexp-data.ts';
import { SetIteratorData, setOf } from './intrinsics/set.ts';
import { WeakMapData, WeakSetData } from './intrinsics/weak.ts';
import { showsProperty, shownPrototype } from './inspect-prototype.ts';
import { formatError } from './inspect-error.ts';
import { bufferShape, typedArrayShape } from './inspect-views.ts';
import { constructorNameOf, fallbackName, functionBase, namePrefix, nonIndexKeys, prototypeKeys, visibleKeys } from './inspect-read.ts';
import { emptyItems, escapeText, formatKey, formatNumber, formatString, joinEntries, moreItems, type Layout } from './inspect-text.ts';
import { isArrayIndex } from './keys.ts';
import { NamespaceData } from './namespace.ts';
import { getOwnProperty, type Descriptor } from './objects.ts';
import { guestKey, ownEnumerableNames } from './own-keys.ts';
import { readPlain } from './plain-access.ts';
import { isProxy, unwrapProxy } from './proxy.ts';
import { promiseData, PromiseState, type PromiseData } from './promise.ts';
import type { Realm } from './realm.ts';
import { isTypedArray, kindOf } from './typed-arrays.ts';
import { EMPTY, internalOf, isFunction, isObject, wellKnown, type GuestFunction, type GuestObject, type HostKey, type Value } from './values.ts';
import { PrimitiveData } from './wrappers.ts';

export interface InspectOptions {
  /** Levels of objects inside of the value that are shown; null for all. */
  depth?: number | null;
  breakLength?: number;
  compact?: number;
  showHidden?: boolean;
  maxArrayLength?: number | null;
  maxStringLength?: number | null;
  sorted?: boolean;
  /** What getters of Symbol.toStringTag gave, by the object they were called on. */
  tags?: ReadonlyMap<GuestObject, Value>;
  /** Collects the objects that have such a getter and are not among the tags. */
  untagged?: Set<GuestObject>;
}

/** Levels that are shown at most, so that the host's stack suffices. */
const MAX_LEVELS = 200;
/** Length of the text at one level after which no more objects are opened. */
const MAX_TEXT = 2 ** 27;

type ElementFormatter = (inspector: Inspector, value: GuestObject, level: number) => string[];

const noElements: ElementFormatter = () => [];

export class Inspector implements Layout {
  readonly realm: Realm;
  indentation = 0;
  readonly breakLength: number;
  readonly compact: number;
  readonly maxArrayLength: number;
  readonly showHidden: boolean;
  private depth: number;
  private readonly maxStringLength: number;
  private readonly sorted: boolean;
  private readonly tags: ReadonlyMap<GuestObject, Value> | undefined;
  private readonly untagged: Set<GuestObject> | undefined;
  private readonly seen: GuestObject[] = [];
  private readonly circular = new Map<GuestObject, number>();
  private readonly budget = new Map<number, number>();
  private currentDepth = 0;
  private briefBuffer: GuestObject | undefined;

  constructor(realm: Realm, options: InspectOptions) {
    this.realm = realm;
    this.breakLength = options.breakLength ?? 80;
    this.compact = options.compact ?? 3;
    this.showHidden = options.showHidden ?? false;
    this.depth = options.depth === null ? Infinity : (options.depth ?? 2);
    this.maxArrayLength = options.maxArrayLength === null ? Infinity : Math.max(0, options.maxArrayLength ?? 100);
    this.maxStringLength = options.maxStringLength === null ? Infinity : Math.max(0, options.maxStringLength ?? 10_000);
    this.sorted = options.sorted ?? false;
    this.tags = options.tags;
    this.untagged = options.untagged;
  }

  /** `level` is how many objects the value is inside of. */
  format(value: Value, level: number): string {
    if (!isObject(value)) return this.formatPrimitive(value);
    if (isProxy(value)) {
      const inner = unwrapProxy(value);
      return inner === null ? '<Revoked Proxy>' : this.format(inner, level);
    }
    if (this.seen.includes(value)) {
      let index = this.circular.get(value);
      if (index === undefined) this.circular.set(value, (index = this.circular.size + 1));
      return `[Circular *${index}]`;
    }
    return this.formatObject(value, level);
  }

  formatPrimitive(value: Value): string {
    if (typeof value === 'string') return formatString(this, value, this.maxStringLength);
    if (typeof value === 'number') return formatNumber(value);
    if (typeof value === 'bigint') return `${value}n`;
    return String(value);
  }

  private formatObject(value: GuestObject, level: number): string {
    const { realm } = this;
    const inherited = this.showHidden && level <= this.depth ? prototypeKeys(realm, value) : [];
    const constructor = constructorNameOf(realm, value, this.depth - level, (proto) => inspect(realm, proto, { depth: -1 }));
    const shape = this.shapeOf(value, constructor, this.tagOf(value), level);
    if (shape.whole !== undefined && inherited.length === 0) return shape.whole;
    if (level > this.depth) {
      const name = namePrefix(constructor, this.tagOf(value), constructor === null ? this.fallback(value) : '').slice(0, -1);
      return constructor === null ? name : `[${name}]`;
    }
    if (level >= MAX_LEVELS) {
      return `[${constructor ?? fallbackName(realm, value)}: Inspection interrupted prematurely. Maximum call stack size exceeded.]`;
    }
    const next = level + 1;
    this.seen.push(value);
    this.currentDepth = next;
    const output = shape.elements(this, value, next);
    const own = shape.keys.map((key) => this.formatProperty(value, next, key));
    if (this.sorted) own.sort();
    output.push(...own);
    for (const [owner, key] of inherited) output.push(this.formatProperty(owner, next, key));
    this.seen.pop();
    let { base } = shape;
    const index = this.circular.get(value);
    if (index !== undefined) base = base === '' ? `<ref *${index}>` : `<ref *${index}> ${base}`;
    const alignRight = shape.isList ? this.allNumbers(value, output.length) : undefined;
    const text = joinEntries(this, output, base, shape.braces, alignRight, this.currentDepth - next);
    const used = (this.budget.get(this.indentation) ?? 0) + text.length;
    this.budget.set(this.indentation, used);
    if (used > MAX_TEXT) this.depth = -1;
    return text;
  }

  /** The string under Symbol.toStringTag, unless it is shown as a property of its own. */
  private tagOf(value: GuestObject): string {
    const { realm } = this;
    let tag = readPlain(realm, value, wellKnown.toStringTag);
    if (tag === EMPTY && isTypedArray(value) && findGetter(realm, value) === realm.intrinsics.get('TypedArrayTag')) tag = kindOf(value).name;
    if (tag === EMPTY) {
      tag = this.tags?.get(value);
      if (this.tags?.has(value) !== true) this.untagged?.add(value);
    }
    if (typeof tag !== 'string' || tag === '') return '';
    const own = getOwnProperty(realm, value, wellKnown.toStringTag);
    return own !== undefined && (this.showHidden || own.enumerable === true) ? '' : tag;
  }

  /** The buffer of a typed array whose elements are shown already. */
  formatBufferOf(buffer: GuestObject, level: number): string {
    this.briefBuffer = buffer;
    const text = this.format(buffer, level);
    this.briefBuffer = undefined;
    return text;
  }

  private fallback(value: GuestObject): string {
    const name = fallbackName(this.realm, value);
    return name === this.tagOf(value) ? 'Object' : name;
  }

  private shapeOf(value: GuestObject, constructor: string | null, tag: string, level: number): Shape {
    const { realm } = this;
    if (constructor === null || showsProperty(value, wellKnown.iterator)) {
      const shape = this.iterableShape(value, constructor, tag);
      if (shape !== undefined) return shape;
    }
    const keys = visibleKeys(realm, value, this.showHidden);
    const shape = (base: string, open: string, elements = noElements): Shape => ({
      base,
      braces: [open, '}'],
      keys,
      elements,
      isList: false,
      whole: undefined,
    });
    const basic = (base: string): Shape => ({ ...shape(base, '{'), whole: keys.length === 0 ? base : undefined });
    const prefixed = (text: string, name: string): string => {
      const prefix = namePrefix(constructor, tag, name);
      return prefix === `${name} ` ? text : `${prefix}${text}`;
    };
    if (isFunction(value)) return basic(functionBase(realm, value as GuestFunction & GuestObject, constructor, tag));
    if (constructor === 'Object') {
      const open = internalOf(value, ArgumentsData) !== undefined ? '[Arguments] {' : tag !== '' ? `${namePrefix(constructor, tag, 'Object')}{` : '{';
      return { ...shape('', open), whole: keys.length === 0 ? `${open}}` : undefined };
    }
    const regExp = regExpData(value);
    if (regExp !== undefined) {
      const base = prefixed(`/${regExp.compiled.shownSource}/${regExp.compiled.shownFlags}`, 'RegExp');
      return { ...shape(base, '{'), whole: keys.length === 0 || level > this.depth ? base : undefined };
    }
    const date = internalOf(value, DateData);
    if (date !== undefined) return basic(prefixed(dateText(date.time), 'Date'));
    if (internalOf(value, ErrorData) !== undefined || inheritsFromError(realm, value)) {
      return basic(formatError(realm, value, constructor, tag, keys, this.indentation, this.showHidden));
    }
    const buffer = bufferShape(this, value, constructor, tag, value === this.briefBuffer);
    if (buffer !== undefined) return buffer;
    const weak = internalOf(value, WeakSetData) !== undefined ? 'WeakSet' : internalOf(value, WeakMapData) !== undefined ? 'WeakMap' : undefined;
    if (weak !== undefined) return shape('', `${namePrefix(constructor, tag, weak)}{`, () => ['<items unknown>']);
    const promise = promiseData(value);
    if (promise !== undefined) return shape('', `${namePrefix(constructor, tag, 'Promise')}{`, (inspector, _value, level) => [inspector.formatPromise(promise, level)]);
    const primitive = internalOf(value, PrimitiveData);
    if (primitive !== undefined) {
      if (typeof primitive.value === 'string') keys.splice(0, primitive.value.length);
      return basic(this.boxedBase(primitive.value, constructor, tag));
    }
    if (internalOf(value, NamespaceData) !== undefined) return { ...shape('', '[Module: null prototype] {'), whole: keys.length === 0 ? '[Module: null prototype] {  }' : undefined };
    const prefix = namePrefix(constructor, tag, constructor === null ? this.fallback(value) : '');
    return { ...shape('', `${prefix}{`), whole: keys.length === 0 ? `${prefix}{}` : undefined };
  }

  private iterableShape(value: GuestObject, constructor: string | null, tag: string): Shape | undefined {
    const { realm } = this;
    if (Array.isArray(value)) {
      const keys = nonIndexKeys(realm, value, this.showHidden);
      const prefix = constructor !== 'Array' || tag !== '' ? namePrefix(constructor, tag, 'Array', `(${value.length})`) : '';
      const whole = value.length === 0 && keys.length === 0 ? `${prefix}[]` : undefined;
      return { base: '', braces: [`${prefix}[`, ']'], keys, elements: formatArray, isList: true, whole };
    }
    const collection = setOf(value) ?? mapOf(value);
    if (collection !== undefined) {
      const isMap = mapOf(value) !== undefined;
      const keys = visibleKeys(realm, value, this.showHidden);
      const prefix = namePrefix(constructor, tag, isMap ? 'Map' : 'Set', `(${collection.size})`);
      const whole = collection.size === 0 && keys.length === 0 ? `${prefix}{}` : undefined;
      const elements: ElementFormatter = (inspector, _value, level) => inspector.formatCollection(collection, isMap, level);
      return { base: '', braces: [`${prefix}{`, '}'], keys, elements, isList: false, whole };
    }
    const typedArray = typedArrayShape(this, value, constructor, tag);
    if (typedArray !== undefined) return typedArray;
    const iterator = internalOf(value, MapIteratorData) ?? internalOf(value, SetIteratorData);
    if (iterator !== undefined) {
      const type = iterator instanceof MapIteratorData ? 'Map' : 'Set';
      const name = iterator.kind === 'entries' ? 'Entries' : 'Iterator';
      const open = tag === `${type} Iterator` || tag === '' ? `[${type} ${name}] {` : `[${tag}] [${type} ${name}] {`;
      const elements: ElementFormatter = (inspector, _value, level) => inspector.formatIterator(iterator, level);
      return { base: '', braces: [open, '}'], keys: visibleKeys(realm, value, this.showHidden), elements, isList: false, whole: undefined };
    }
    return undefined;
  }

  private boxedBase(primitive: Value, constructor: string | null, tag: string): string {
    const type = typeof primitive === 'bigint' ? 'BigInt' : (typeof primitive)[0].toUpperCase() + (typeof primitive).slice(1);
    let base = `[${type}`;
    if (type !== constructor) base += constructor === null ? ' (null prototype)' : ` (${constructor})`;
    base += `: ${this.formatPrimitive(primitive)}]`;
    if (tag !== '' && tag !== constructor) base += ` [${tag}]`;
    return base;
  }

  /** The state of a promise. */
  formatPromise({ state, result }: PromiseData, level: number): string {
    if (state === PromiseState.pending) return '<pending>';
    this.indentation += 2;
    const text = this.format(result, level);
    this.indentation -= 2;
    return state === PromiseState.rejected ? `<rejected> ${text}` : text;
  }

  /** The entries of a Map or the elements of a Set. */
  formatCollection(collection: Map<Value, Value> | Set<Value>, isMap: boolean, level: number): string[] {
    const output: string[] = [];
    this.indentation += 2;
    for (const [key, value] of collection.entries()) {
      if (output.length >= this.maxArrayLength) break;
      const text = this.format(key, level);
      output.push(isMap ? `${text} => ${this.format(value, level)}` : text);
    }
    this.indentation -= 2;
    const remaining = collection.size - output.length;
    if (remaining > 0) output.push(moreItems(remaining));
    return output;
  }

  /** What an iterator over a Map or a Set has still to give. */
  formatIterator(iterator: MapIteratorData | SetIteratorData, level: number): string[] {
    const left = collectionsOf(this.realm).rest(iterator);
    const shown = left.slice(0, this.maxArrayLength);
    const remaining = left.length - shown.length;
    this.indentation += 2;
    const output = shown.map((item) => {
      if (iterator.kind !== 'entries') return this.format(item as Value, level);
      const parts = (item as [Value, Value]).map((part) => this.format(part, level));
      return joinEntries(this, parts, '', ['[', ']'], false, this.currentDepth - level);
    });
    this.indentation -= 2;
    if (remaining > 0) output.push(moreItems(remaining));
    return output;
  }

  /** A property with its key, or an element of an array without. */
  formatProperty(owner: GuestObject, level: number, key: HostKey, isElement = false): string {
    const { realm } = this;
    if (internalOf(owner, NamespaceData)?.isUninitialized(key) === true) return `${formatKey(guestKey(String(key)) as string, true)}: <uninitialized>`;
    const d: Descriptor = getOwnProperty(realm, owner, key) ?? { value: readInherited(realm, owner, key), enumerable: true };
    let text: string;
    if (d.get !== undefined) text = d.set !== undefined ? '[Getter/Setter]' : '[Getter]';
    else if (d.set !== undefined) text = '[Setter]';
    else {
      this.indentation += 2;
      text = this.format(d.value, level);
      this.indentation -= 2;
    }
    if (isElement) return text;
    const guest = guestKey(typeof key === 'number' ? String(key) : key);
    const name = typeof guest === 'symbol' ? `[${escapeText(guest.toString())}]` : formatKey(guest, d.enumerable !== false);
    return `${name}: ${text}`;
  }

  /** True if the first `count` elements are numbers or bigints: then they are aligned to the right. */
  private allNumbers(value: GuestObject, count: number): boolean {
    for (let i = 0; i < count; i++) {
      const element = getOwnProperty(this.realm, value, i)?.value;
      if (typeof element !== 'number' && typeof element !== 'bigint') return false;
    }
    return true;
  }
}

/** How an object is shown: the text before its braces, the braces, what comes between them. */
export interface Shape {
  readonly base: string;
  readonly braces: [open: string, close: string];
  readonly keys: HostKey[];
  readonly elements: ElementFormatter;
  /** The elements are those of an array, which may be grouped. */
  readonly isList: boolean;
  /** The whole text, if there is nothing to show between the braces. */
  readonly whole: string | undefined;
}

/** The getter that is met for Symbol.toStringTag. */
function findGetter(realm: Realm, value: GuestObject): Value {
  for (let p: GuestObject | null = value; p !== null; p = shownPrototype(p)) {
    const d = getOwnProperty(realm, p, wellKnown.toStringTag);
    if (d !== undefined) return d.get as unknown as Value;
  }
  return undefined;
}

function inheritsFromError(realm: Realm, value: GuestObject): boolean {
  return Object.prototype.isPrototypeOf.call(realm.errorPrototype('Error'), value);
}

function readInherited(realm: Realm, owner: GuestObject, key: HostKey): Value {
  const value = readPlain(realm, owner, key);
  return value === EMPTY ? undefined : value;
}

const formatArray: ElementFormatter = (inspector, value, level) => {
  const array = value as unknown as Value[];
  const count = Math.min(inspector.maxArrayLength, array.length);
  const output: string[] = [];
  for (let i = 0; i < count; i++) {
    if (!Object.hasOwn(array, i)) return formatSparse(inspector, value, level, count, output, i);
    output.push(inspector.formatProperty(value, level, i, true));
  }
  if (array.length > count) output.push(moreItems(array.length - count));
  return output;
};

/** The rest of an array with holes, from index `index` on, which is the first hole. */
function formatSparse(inspector: Inspector, value: GuestObject, level: number, max: number, output: string[], index: number): string[] {
  const { length } = value as unknown as Value[];
  const names = ownEnumerableNames(inspector.realm, value);
  for (let i = index; i < names.length && output.length < max; i++) {
    const name = names[i];
    if (!isArrayIndex(name)) break;
    const at = Number(name);
    if (at !== index) {
      output.push(emptyItems(at - index));
      index = at;
      if (output.length === max) break;
    }
    output.push(inspector.formatProperty(value, level, at, true));
    index++;
  }
  const remaining = length - index;
  if (remaining > 0) output.push(output.length === max ? moreItems(remaining) : emptyItems(remaining));
  return output;
}

/** A value as text. */
export function inspect(realm: Realm, value: Value, options: InspectOptions = {}): string {
  return new Inspector(realm, options).format(value, 0);
}
