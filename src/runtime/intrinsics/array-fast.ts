// Fast paths of Array.prototype: methods that work natively on plain arrays with primitive arguments, by the host's own
// builtins, and otherwise end in a tail call of the self-hosted method (selfhosted/array.js).
//
// A fast path gives its result, or EMPTY to decline, before which it has done nothing. It calls no guest code: a plain
// array (iteration.ts) has no accessors and its prototypes neither. It charges once, before it changes anything.

import { elementsOfPlain, plainArgumentsLength } from '../arguments.ts';
import { loadElement, storeElement } from '../elements.ts';
import { MAX_STRING_LENGTH, toInteger, toStringPrimitive } from '../conversions.ts';
import { throwRangeError } from '../errors.ts';
import { hostArraysOf, type HostArrays } from '../host-arrays.ts';
import { hasDefaultSpecies, isPlainArray } from '../iteration.ts';
import { unlessProxy } from '../plain-access.ts';
import type { Realm } from '../realm.ts';
import { EMPTY, isObject, wellKnown, type GuestObject, type HostCode, type Value } from '../values.ts';
import { chargeElements, MAX_DENSE } from './core.ts';

type PlainArray = Value[] & GuestObject;
/** `args` are the arguments as passed. */
type FastPath = (array: PlainArray, args: Value[]) => Value;

/** Elements that are shifted along by a memory move for one unit of fuel. */
const MOVED_PER_FUEL = 64;
/** Longest array that is inspected element by element before the charge for it is known. */
const MAX_INSPECTED = 1 << 20;

/** A relative index clamped to 0..len; `value` is primitive. */
function relativeStart(realm: Realm, value: Value, len: number): number {
  const relative = toInteger(realm, value);
  return relative < 0 ? Math.max(len + relative, 0) : Math.min(relative, len);
}

function relativeEnd(realm: Realm, value: Value, len: number): number {
  return value === undefined ? len : relativeStart(realm, value, len);
}

function clampCount(realm: Realm, value: Value, max: number): number {
  return Math.min(Math.max(toInteger(realm, value), 0), max);
}

/** The first `count` arguments need no conversion by the guest. */
function arePrimitive(args: Value[], count: number): boolean {
  for (let i = 0; i < count; i++) if (isObject(args[i])) return false;
  return true;
}

/** Start and number of deleted elements of splice and toSpliced. */
function spliceRange(realm: Realm, args: Value[], len: number): [start: number, count: number] {
  const start = relativeStart(realm, args[0], len);
  return [start, args.length === 0 ? 0 : args.length === 1 ? len - start : clampCount(realm, args[1], len - start)];
}

export function installArrayFastPaths(realm: Realm, proto: GuestObject): void {
  const host = hostArraysOf(realm.host);
  const method: Method = (name, length, fast, ofOthers) => {
    const slow = `ArrayPrototype_${name}`;
    const code: HostCode = (_f, self, ...args) => {
      if (isPlainArray(realm, self)) {
        if (self.length <= MAX_DENSE) {
          const result = fast(self, args);
          if (result !== EMPTY) return result;
        }
      } else if (ofOthers !== undefined) {
        const result = ofOthers(self, args);
        if (result !== EMPTY) return result;
      }
      const g = realm.selfHosted(slow);
      return g.code(g, self, ...args);
    };
    realm.method(proto, name, length, code);
    return code;
  };
  installPushAndPop(realm, proto, host);
  installReaders(realm, host, method);
  installWriters(realm, proto, host, method);
  installCopies(realm, host, method);
}

/** `ofOthers` is for what is no plain array. */
type Method = (name: string, length: number, fast: FastPath, ofOthers?: (self: Value, args: Value[]) => Value) => HostCode;

/** The two most frequent ones take no list of arguments. */
function installPushAndPop(realm: Realm, proto: GuestObject, host: HostArrays): void {
  const pushSlow: HostCode = (_f, self, ...items) => {
    if (isPlainArray(realm, self) && self.length + items.length <= MAX_DENSE) {
      chargeElements(realm, items.length);
      return host.pushAll(self, items);
    }
    const g = realm.selfHosted('ArrayPrototype_push');
    return g.code(g, self, ...items);
  };
  realm.method(proto, 'push', 1, function (f, self, value, ...more) {
    if (arguments.length === 3 && isPlainArray(realm, self) && self.length < MAX_DENSE) {
      storeElement(self, self.length, value);
      return self.length;
    }
    return arguments.length === 2 ? pushSlow(f, self) : pushSlow(f, self, value, ...more);
  });
  realm.method(proto, 'pop', 0, (_f, self) => {
    if (isPlainArray(realm, self) && self.length <= MAX_DENSE) return host.pop(self);
    const g = realm.selfHosted('ArrayPrototype_pop');
    return g.code(g, self);
  });
}

function installReaders(realm: Realm, host: HostArrays, method: Method): void {
  method('at', 1, (array, args) => {
    if (!arePrimitive(args, 1)) return EMPTY;
    const relative = toInteger(realm, args[0]);
    const k = relative < 0 ? array.length + relative : relative;
    return k < 0 || k >= array.length ? undefined : loadElement(array, k);
  });
  method('includes', 1, (array, args) => {
    if (isObject(args[1])) return EMPTY;
    const from = relativeStart(realm, args[1], array.length);
    chargeElements(realm, array.length - from);
    return host.includes(array, args[0], from);
  });
  method('indexOf', 1, (array, args) => {
    if (isObject(args[1])) return EMPTY;
    const from = relativeStart(realm, args[1], array.length);
    chargeElements(realm, array.length - from);
    return host.indexOf(array, args[0], from);
  });
  method('lastIndexOf', 1, (array, args) => {
    if (isObject(args[1])) return EMPTY;
    const len = array.length;
    const n = args.length > 1 ? toInteger(realm, args[1]) : len - 1;
    const from = n < 0 ? len + n : Math.min(n, len - 1);
    if (from < 0) return -1;
    chargeElements(realm, from);
    return host.lastIndexOf(array, args[0], from);
  });
  method('join', 1, (array, args) => joinPrimitives(realm, host, array, args[0]));
}

/** Joins elements that need no conversion by the guest. */
function joinPrimitives(realm: Realm, host: HostArrays, array: PlainArray, separator: Value): Value {
  const len = array.length;
  if (isObject(separator) || len > MAX_INSPECTED) return EMPTY;
  let total = 0;
  for (let i = 0; i < len; i++) {
    const v = loadElement(array, i);
    if (typeof v === 'string') total += v.length;
    else if (typeof v === 'number') total += 1;
    else if (typeof v === 'object' || typeof v === 'symbol' || typeof v === 'bigint') {
      // A BigInt's text is as long as the number is large: its conversion charges for itself.
      if (v !== null) return EMPTY;
    } else if (v !== undefined) total += 5;
  }
  const text = separator === undefined ? ',' : toStringPrimitive(realm, separator);
  total += text.length * Math.max(len - 1, 0);
  // Below the limit of the host for certain: the text of a number has at most 24 more characters than was counted.
  if (total + 24 * len > MAX_STRING_LENGTH) {
    if (total > MAX_STRING_LENGTH) throwRangeError(realm, 'Invalid string length');
    return EMPTY;
  }
  chargeElements(realm, 2 * len + total / 4);
  return host.join(array, text);
}

function installWriters(realm: Realm, proto: GuestObject, host: HostArrays, method: Method): void {
  method('shift', 0, (array) => {
    if (array.length >= MOVED_PER_FUEL) realm.charge(Math.floor(array.length / MOVED_PER_FUEL));
    return host.shift(array);
  });
  method('unshift', 1, (array, args) => {
    if (array.length + args.length > MAX_DENSE) return EMPTY;
    const moved = array.length / MOVED_PER_FUEL + args.length / 8;
    if (moved >= 1) realm.charge(Math.floor(moved));
    return host.unshift(array, args);
  });
  method('reverse', 0, (array) => {
    chargeElements(realm, array.length);
    host.reverse(array);
    return array;
  });
  method('fill', 1, (array, args) => {
    if (isObject(args[1]) || isObject(args[2])) return EMPTY;
    const start = relativeStart(realm, args[1], array.length);
    const end = relativeEnd(realm, args[2], array.length);
    chargeElements(realm, end - start);
    host.fill(array, args[0], start, end);
    return array;
  });
  method('copyWithin', 2, (array, args) => {
    if (!arePrimitive(args, 3)) return EMPTY;
    const len = array.length;
    const to = relativeStart(realm, args[0], len);
    const from = relativeStart(realm, args[1], len);
    const end = relativeEnd(realm, args[2], len);
    chargeElements(realm, end - from);
    host.copyWithin(array, to, from, end);
    return array;
  });
  const chargeSplice = (len: number, start: number, count: number, items: number): void => {
    const moved = items === count ? 0 : (len - start - count) / MOVED_PER_FUEL;
    const work = (count + items) / 8 + moved;
    if (work >= 1) realm.charge(Math.floor(work));
  };
  const splice = method('splice', 2, (array, args) => {
    if (!arePrimitive(args, Math.min(args.length, 2)) || !hasDefaultSpecies(realm, array)) return EMPTY;
    const len = array.length;
    const [start, count] = spliceRange(realm, args, len);
    const items = args.slice(2);
    if (len + items.length - count > MAX_DENSE) return EMPTY;
    chargeSplice(len, start, count, items.length);
    return host.splice(array, start, count, items);
  });
  // The commonest forms, which put one element at most in the place of others, take no list of arguments.
  realm.method(proto, 'splice', 2, function (f, self, start, count, item, ...more) {
    const items = arguments.length - 4;
    if ((items === 0 || items === 1) && typeof start === 'number' && typeof count === 'number' && isPlainArray(realm, self) && self.length < MAX_DENSE && hasDefaultSpecies(realm, self)) {
      const len = self.length;
      const from = relativeStart(realm, start, len);
      const deleted = clampCount(realm, count, len - from);
      chargeSplice(len, from, deleted, items);
      return items === 0 ? host.remove(self, from, deleted) : host.replace(self, from, deleted, item);
    }
    return items < 0 ? splice(f, self, ...(items === -2 ? [] : [start])) : items === 0 ? splice(f, self, start, count) : splice(f, self, start, count, item, ...more);
  });
  method('sort', 1, (array, args) => {
    if (args[0] !== undefined || array.length > MAX_INSPECTED) return EMPTY;
    for (let i = 0; i < array.length; i++) {
      const v = loadElement(array, i);
      if (typeof v === 'symbol' || typeof v === 'bigint' || isObject(v)) return EMPTY;
    }
    chargeSort(realm, array.length);
    host.sort(array);
    return array;
  });
  // SortByKeys(items, keys): sorts a private list stably by the strings in another one.
  realm.intrinsic('SortByKeys', 2, (_f, _self, list, strings) => {
    const items = list as unknown as Value[];
    const keys = strings as unknown as string[];
    chargeSort(realm, items.length);
    const pairs: { key: string; item: Value }[] = [];
    for (let i = 0; i < items.length; i++) pairs[i] = { key: keys[i], item: items[i] };
    host.sortBy(pairs, (a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    for (let i = 0; i < items.length; i++) items[i] = pairs[i].item;
    return undefined;
  });
}

/** Charges for sorting `n` elements by a host comparison. */
export function chargeSort(realm: Realm, n: number): void {
  if (n > 1) realm.charge(Math.ceil((n * Math.log2(n)) / 2));
}

/** `slice` of a list without accessors, which gives an ordinary array; EMPTY if the guest must convert an argument. */
export function sliceList(realm: Realm, list: Value[], args: Value[]): Value {
  if (!arePrimitive(args, 2)) return EMPTY;
  const start = relativeStart(realm, args[0], list.length);
  const end = relativeEnd(realm, args[1], list.length);
  chargeElements(realm, end - start);
  return hostArraysOf(realm.host).slice(list, start, end);
}

function installCopies(realm: Realm, host: HostArrays, method: Method): void {
  method(
    'slice', 2,
    (array, args) => (hasDefaultSpecies(realm, array) ? sliceList(realm, array, args) : EMPTY),
    (self, args) => {
      const length = plainArgumentsLength(realm, self, MAX_DENSE);
      for (let i = 0; i < length; i++) if (!Object.hasOwn(self as GuestObject, i)) return EMPTY;
      return length < 0 ? EMPTY : sliceList(realm, elementsOfPlain(self, length), args);
    },
  );
  method('concat', 1, (array, args) => {
    if (!hasDefaultSpecies(realm, array) || wellKnown.isConcatSpreadable in array) return EMPTY;
    let total = array.length;
    const lists: Value[][] = [];
    for (const item of args) {
      if (!isObject(item)) {
        lists.push([item]);
        total++;
        continue;
      }
      if (unlessProxy(() => wellKnown.isConcatSpreadable in item) !== false) return EMPTY;
      if (!Array.isArray(item)) {
        lists.push([item]);
        total++;
      } else if (isPlainArray(realm, item)) {
        lists.push(item);
        total += item.length;
      } else {
        return EMPTY;
      }
    }
    if (total > MAX_DENSE) return EMPTY;
    chargeElements(realm, total);
    return host.concat(array, lists);
  });
  method('toReversed', 0, (array) => {
    const len = array.length;
    chargeElements(realm, len);
    const result = host.zeros(len);
    for (let i = 0; i < len; i++) storeElement(result, i, loadElement(array, len - 1 - i));
    return result;
  });
  method('toSpliced', 2, (array, args) => {
    if (!arePrimitive(args, Math.min(args.length, 2))) return EMPTY;
    const len = array.length;
    const [start, count] = spliceRange(realm, args, len);
    const items = args.slice(2);
    const length = len - count + items.length;
    if (length > MAX_DENSE) return EMPTY;
    chargeElements(realm, length);
    const result = host.zeros(length);
    let to = 0;
    for (let i = 0; i < start; i++) storeElement(result, to++, loadElement(array, i));
    for (let i = 0; i < items.length; i++) storeElement(result, to++, items[i]);
    for (let i = start + count; i < len; i++) storeElement(result, to++, loadElement(array, i));
    return result;
  });
  method('with', 2, (array, args) => {
    if (isObject(args[0])) return EMPTY;
    const len = array.length;
    const relative = toInteger(realm, args[0]);
    const actual = relative < 0 ? len + relative : relative;
    if (actual >= len || actual < 0) throwRangeError(realm, `Invalid index : ${relative}`);
    chargeElements(realm, len);
    const result = host.zeros(len);
    for (let i = 0; i < len; i++) storeElement(result, i, i === actual ? args[1] : loadElement(array, i));
    return result;
  });
}
