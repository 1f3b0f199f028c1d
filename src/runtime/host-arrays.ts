// The host's array builtins as functions on guest arrays, evaluated inside the host realm of a VM.
//
// Takes simple arrays of at most MAX_DENSE elements (iteration.ts, isPlainArray), whose elements are guest values; gives
// arrays of the guest. Evaluated from its own text like the prelude, so that results have the realm's Array.prototype and
// its fast paths hold; it may use nothing from outside its body.

import type { HostRealm } from './host-realm.ts';
import type { GuestObject, Value } from './values.ts';

type GuestArray = Value[] & GuestObject;

export interface HostArrays {
  /** An array of `length` zeros: packed, so that V8 picks the kind of its elements from what is stored first. */
  readonly zeros: (length: number) => GuestArray;
  readonly push: (a: Value[], value: Value) => number;
  readonly pushAll: (a: Value[], values: Value[]) => number;
  readonly pop: (a: Value[]) => Value;
  readonly shift: (a: Value[]) => Value;
  readonly unshift: (a: Value[], values: Value[]) => number;
  readonly slice: (a: Value[], start: number, end: number) => GuestArray;
  readonly splice: (a: Value[], start: number, count: number, values: Value[]) => GuestArray;
  /** The same without and with one value. */
  readonly remove: (a: Value[], start: number, count: number) => GuestArray;
  readonly replace: (a: Value[], start: number, count: number, value: Value) => GuestArray;
  /** Each argument is a simple array to be spread, or in a list of its own. */
  readonly concat: (a: Value[], lists: Value[][]) => GuestArray;
  readonly reverse: (a: Value[]) => void;
  readonly fill: (a: Value[], value: Value, start: number, end: number) => void;
  readonly copyWithin: (a: Value[], target: number, start: number, end: number) => void;
  readonly indexOf: (a: Value[], value: Value, from: number) => number;
  readonly lastIndexOf: (a: Value[], value: Value, from: number) => number;
  readonly includes: (a: Value[], value: Value, from: number) => boolean;
  /** The elements are primitives but no symbols. */
  readonly join: (a: Value[], separator: string) => string;
  /** Default order; the elements are primitives but no symbols. */
  readonly sort: (a: Value[]) => void;
  /** Sorts stably by a host comparison that calls no guest code. */
  readonly sortBy: <T>(a: T[], compare: (x: T, y: T) => number) => void;
}

function hostArrays(emptied: boolean, makeArray: (length: number) => GuestArray): HostArrays {
  'use strict';
  const P = Array.prototype as unknown[];
  const { push, pop, shift, unshift, slice, splice, concat, reverse, fill, copyWithin, indexOf, lastIndexOf, includes, join, sort } = P;
  // Without an emptied realm the host's builtins make arrays of the VM's own realm, whose elements are moved over: changing the
  // prototype of an array takes longer than copying a hundred elements.
  const adopt = (
    emptied
      ? (a: unknown[]) => a
      : (a: Value[]) => {
          const n = a.length;
          const result = makeArray(0);
          for (let i = 0; i < n; i++) if (a[i] !== undefined || i in a) result[i] = a[i];
          result.length = n;
          return result;
        }
  ) as (a: unknown[]) => GuestArray;
  const someZeros: Value[] = [];
  for (let i = 0; i < 1024; i++) someZeros[i] = 0;
  return {
    zeros: (length) => {
      // A copy takes a tenth of the time of an array that grows.
      const a = slice.call(someZeros, 0, length) as Value[];
      for (let i = someZeros.length; i < length; i++) a[i] = 0;
      return adopt(a);
    },
    push: (a, value) => push.call(a, value),
    pushAll: (a, values) => push.apply(a, values),
    pop: (a) => pop.call(a) as Value,
    shift: (a) => shift.call(a) as Value,
    unshift: (a, values) => unshift.apply(a, values),
    slice: (a, start, end) => adopt(slice.call(a, start, end)),
    splice: (a, start, count, values) => adopt(splice.call(a, start, count, ...values)),
    remove: (a, start, count) => adopt(splice.call(a, start, count)),
    replace: (a, start, count, value) => adopt(splice.call(a, start, count, value)),
    concat: (a, lists) => adopt(concat.apply(a, lists)),
    reverse: (a) => {
      reverse.call(a);
    },
    fill: (a, value, start, end) => {
      fill.call(a, value, start, end);
    },
    copyWithin: (a, target, start, end) => {
      copyWithin.call(a, target, start, end);
    },
    indexOf: (a, value, from) => indexOf.call(a, value, from),
    lastIndexOf: (a, value, from) => lastIndexOf.call(a, value, from),
    includes: (a, value, from) => includes.call(a, value, from),
    join: (a, separator) => join.call(a, separator),
    sort: (a) => {
      sort.call(a);
    },
    sortBy: (a, compare) => {
      sort.call(a, compare as (x: unknown, y: unknown) => number);
    },
  };
}

const made = new WeakMap<HostRealm, HostArrays>();

/** The array builtins of a host realm. */
export function hostArraysOf(host: HostRealm): HostArrays {
  let arrays = made.get(host);
  if (arrays === undefined) {
    const make = host.emptied && host.evaluate !== null ? (host.evaluate(`(${hostArrays.toString()})`) as typeof hostArrays) : hostArrays;
    arrays = make(host.emptied, host.prelude.makeArray);
    made.set(host, arrays);
  }
  return arrays;
}
