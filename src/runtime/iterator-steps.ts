// The steps of the builtin iterators of Maps, Sets, strings and arrays: host functions that `next`, the interpreter and compiled code share.
//
// Like the prelude they are evaluated in the host realm from their own text, since V8 puts a function in the place of its calls only within one
// realm: a loop of compiled code then takes its values with no call at all. So they may use nothing from outside of `iteratorSteps`. All state is
// in the internal data of the iterator (I5).

import type { CollectionIteration, HostIterator, IterationKind } from './collections.ts';
import type { Protectors } from './protectors.ts';
import type { GuestObject, HostCode, Value } from './values.ts';

/** The internal data of an iterator over an array or what is like one (23.1.5). */
export interface ArrayIteration {
  readonly owner: GuestObject;
  readonly walks: 'array';
  readonly kind: IterationKind;
  /** [[IteratedArrayLike]]; undefined once it is exhausted. */
  target: GuestObject | undefined;
  /** [[ArrayLikeNextIndex]] */
  index: number;
}

/** The internal data of an iterator over a string. */
export interface StringIteration {
  readonly owner: GuestObject;
  readonly walks: 'string';
  readonly text: string;
  /** Index of the next character; -1 once it is exhausted. */
  position: number;
}

export interface IteratorStepsInput {
  readonly empty: Value;
  readonly end: Value;
  readonly pair: (a: Value, b: Value) => Value;
  /** What the host makes as an array is one of the guest. */
  readonly hostArraysAreGuest: boolean;
  readonly loadElement: (o: GuestObject, k: number) => Value;
  readonly isPlainArray: (o: GuestObject) => boolean;
  /** The length of a typed array in bounds; negative of anything else. */
  readonly typedLength: (o: GuestObject) => number;
  readonly complexity: { readonly any: boolean; readonly otherPrototypes: boolean };
  readonly protectors: Pick<Protectors, 'elements'>;
  readonly arrayPrototype: GuestObject;
}

/** What `at` functions give beside an index: the iterator is at its end. */
export const PAIRS_END = -1;
/** The same: the next value of what is given is no fresh pair, and it has not moved. */
export const NO_PAIR = -2;

/** A step gives the next value, or `end`, or `empty` if what is given is no such iterator (or walks an array that is not plain), which has not moved. */
export type Step = (iterator: Value) => Value;
/**
 * Moves an iterator whose next value is a pair. Gives the index of that in an array, and 0 of a Map or a Set, where its parts are then `first` and `second` of
 * the iterator's data; else PAIRS_END or NO_PAIR.
 */
export type PairStep = (iterator: Value) => number;

/** Walks for the library, as natives that take an iterator which nobody else sees. */
export interface LibraryWalk {
  /** Moves an iterator of the entries of a Map to the next one, and gives its key; `end` if there is none. */
  readonly nextKey: HostCode;
  /** The value of the entry that was reached last. */
  readonly valueOf: HostCode;
  /** The next value of an iterator over a Set, or `end`. */
  readonly nextValue: HostCode;
}

export interface IteratorSteps {
  readonly map: Step;
  readonly set: Step;
  readonly array: Step;
  readonly string: Step;
  readonly walk: LibraryWalk;
  readonly mapPairs: PairStep;
  readonly setPairs: PairStep;
  readonly arrayPairs: PairStep;
}

export function iteratorSteps(input: IteratorStepsInput): IteratorSteps {
  'use strict';
  const { empty, end, pair, hostArraysAreGuest, loadElement, isPlainArray, typedLength, complexity, protectors, arrayPrototype } = input;
  const { isArray } = Array;
  const { getPrototypeOf } = Reflect;
  type Owned<T> = { readonly internal?: T };
  // A pair is made in the realm of the guest's `next`, which is this one: that of the iterator may be another.
  const [nextOfMap, nextOfSet] = [new Map().entries().next, new Set().entries().next] as unknown as HostIterator['next'][];
  /** An exhausted iterator keeps neither what it walked nor what it gave last. */
  const finish = (data: CollectionIteration): void => {
    data.walk = data.collection = null;
    data.first = data.second = undefined;
  };
  const nextPair = (data: CollectionIteration, result: IteratorResult<unknown, unknown>): Value => {
    if (result.done === true) {
      finish(data);
      return end;
    }
    const entry = result.value as readonly [Value, Value];
    return hostArraysAreGuest ? (entry as unknown as Value) : pair(entry[0], entry[1]);
  };
  // Each kind of iterator has a place of its own for the host's `next`, in what follows: V8 puts that in the place of the call where it has met one kind only.
  const mapStep: Step = (iterator) => {
    if (typeof iterator !== 'object' || iterator === null) return empty;
    const data = (iterator as Owned<CollectionIteration>).internal;
    if (data === undefined || data.owner !== iterator || data.walks !== 'map') return empty;
    const { walk, kind } = data;
    if (walk === null) return end;
    if (kind === 'entries') return nextPair(data, walk.next === nextOfMap ? walk.next() : nextOfMap.call(walk));
    const result = kind === 'keys' ? walk.next() : walk.next();
    if (result.done !== true) return result.value as Value;
    finish(data);
    return end;
  };
  const setStep: Step = (iterator) => {
    if (typeof iterator !== 'object' || iterator === null) return empty;
    const data = (iterator as Owned<CollectionIteration>).internal;
    if (data === undefined || data.owner !== iterator || data.walks !== 'set') return empty;
    const { walk, kind } = data;
    if (walk === null) return end;
    if (kind === 'entries') return nextPair(data, walk.next === nextOfSet ? walk.next() : nextOfSet.call(walk));
    const result = walk.next();
    if (result.done !== true) return result.value as Value;
    finish(data);
    return end;
  };
  const mapPairs: PairStep = (iterator) => {
    if (typeof iterator !== 'object' || iterator === null) return -2;
    const data = (iterator as Owned<CollectionIteration>).internal;
    if (data === undefined || data.owner !== iterator || data.walks !== 'map' || data.kind !== 'entries') return -2;
    const { walk } = data;
    if (walk === null) return -1;
    const result = walk.next();
    if (result.done === true) {
      finish(data);
      return -1;
    }
    const entry = result.value as readonly [Value, Value];
    data.first = entry[0];
    data.second = entry[1];
    return 0;
  };
  const setPairs: PairStep = (iterator) => {
    if (typeof iterator !== 'object' || iterator === null) return -2;
    const data = (iterator as Owned<CollectionIteration>).internal;
    if (data === undefined || data.owner !== iterator || data.walks !== 'set' || data.kind !== 'entries') return -2;
    const { walk } = data;
    if (walk === null) return -1;
    const result = walk.next();
    if (result.done === true) {
      finish(data);
      return -1;
    }
    data.first = data.second = (result.value as readonly [Value, Value])[0];
    return 0;
  };
  /** Goes to the next element of an array: its index, -1 at the end, -2 if it is neither plain nor a typed array. */
  const advanceArray = (data: ArrayIteration): number => {
    const { target, index } = data;
    if (target === undefined) return -1;
    const isPlain = isArray(target) && !complexity.any && protectors.elements && (complexity.otherPrototypes ? getPrototypeOf(target) === (arrayPrototype as object) : target !== (arrayPrototype as object));
    const length = isPlain || isPlainArray(target) ? (target as unknown as Value[]).length : typedLength(target);
    if (length < 0) return -2;
    if (index >= length) {
      data.target = undefined;
      return -1;
    }
    data.index = index + 1;
    return index;
  };
  const arrayStep: Step = (iterator) => {
    if (typeof iterator !== 'object' || iterator === null) return empty;
    const data = (iterator as Owned<ArrayIteration>).internal;
    if (data === undefined || data.owner !== iterator || data.walks !== 'array') return empty;
    const { target, kind } = data;
    const i = advanceArray(data);
    if (i < 0) return i === -1 ? end : empty;
    if (kind === 'keys') return i;
    const value = loadElement(target as GuestObject, i);
    return kind === 'values' ? value : pair(i, value);
  };
  const arrayPairs: PairStep = (iterator) => {
    if (typeof iterator !== 'object' || iterator === null) return -2;
    const data = (iterator as Owned<ArrayIteration>).internal;
    if (data === undefined || data.owner !== iterator || data.walks !== 'array' || data.kind !== 'entries') return -2;
    return advanceArray(data);
  };
  const stringStep: Step = (iterator) => {
    if (typeof iterator !== 'object' || iterator === null) return empty;
    const data = (iterator as Owned<StringIteration>).internal;
    if (data === undefined || data.owner !== iterator || data.walks !== 'string') return empty;
    const { text, position } = data;
    if (position < 0 || position >= text.length) {
      data.position = -1;
      return end;
    }
    const code = text.charCodeAt(position);
    if (code >= 0xd800 && code <= 0xdbff && position + 1 < text.length) {
      const next = text.charCodeAt(position + 1);
      if (next >= 0xdc00 && next <= 0xdfff) {
        data.position = position + 2;
        return text.slice(position, position + 2);
      }
    }
    data.position = position + 1;
    return text[position];
  };
  type Walked = { readonly internal: CollectionIteration };
  const walk: LibraryWalk = {
    nextKey: (_f, _self, iterator) => {
      const data = (iterator as unknown as Walked).internal;
      const { walk } = data;
      if (walk === null) return end;
      const result = walk.next();
      if (result.done === true) {
        finish(data);
        return end;
      }
      const entry = result.value as readonly [Value, Value];
      data.second = entry[1];
      return entry[0];
    },
    valueOf: (_f, _self, iterator) => (iterator as unknown as Walked).internal.second,
    nextValue: (_f, _self, iterator) => setStep(iterator),
  };
  return { walk, map: mapStep, set: setStep, array: arrayStep, string: stringStep, mapPairs, setPairs, arrayPairs };
}
