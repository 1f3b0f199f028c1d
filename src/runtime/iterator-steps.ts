// The steps of the builtin iterators of Maps, Sets, strings and arrays: host functions that `next`, the interpreter and compiled code share.
//
// Like the prelude they are evaluated in the host realm from their own text, since V8 puts a function in the place of its calls only within one
// realm: a loop of compiled code then takes its values with no call at all. So they may use nothing from outside of `iteratorSteps`. All state is
// in the internal data of the iterator (I5).

import type { OrderedTable } from './ordered-table.ts';
import type { Protectors } from './protectors.ts';
import type { GuestObject, HostCode, Value } from './values.ts';

/** What an iterator gives at each step. */
export type IterationKind = 'keys' | 'values' | 'entries';

/** The internal data of an iterator over a Map or a Set. */
export interface TableIteration {
  readonly owner: GuestObject;
  readonly walks: 'map' | 'set';
  readonly kind: IterationKind;
  /** Null once it is exhausted. */
  table: OrderedTable | null;
  cursor: number;
}

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
/** Moves an iterator whose next value is a pair, and gives the index of that; else PAIRS_END or NO_PAIR. */
export type PairStep = (iterator: Value) => number;

/** The same walks for the library, as natives of a Map or a Set: a cursor is what OrderedTable says it is. */
export interface TableWalk {
  readonly advance: HostCode;
  readonly keyBefore: HostCode;
  readonly valueBefore: HostCode;
}

export interface IteratorSteps {
  readonly map: Step;
  readonly set: Step;
  readonly array: Step;
  readonly string: Step;
  readonly walk: TableWalk;
  readonly mapPairs: PairStep;
  readonly setPairs: PairStep;
  readonly arrayPairs: PairStep;
}

export function iteratorSteps(input: IteratorStepsInput): IteratorSteps {
  'use strict';
  const { empty, end, pair, loadElement, isPlainArray, typedLength, complexity, protectors, arrayPrototype } = input;
  const { isArray } = Array;
  const { getPrototypeOf } = Reflect;
  type Owned<T> = { readonly internal?: T };
  /** Goes to the next entry: its index in the table, or -1. */
  const advance = (data: TableIteration, table: OrderedTable): number => {
    const { cursor } = data;
    const i = cursor - table.base;
    const { keys } = table;
    // The general way is past deleted entries, and after a compaction.
    if (cursor >= table.dense && i < keys.length && keys[i] !== empty) {
      data.cursor = cursor + 1;
      return i;
    }
    const next = table.advance(cursor);
    if (next < 0) {
      data.table = null;
      return -1;
    }
    data.cursor = next;
    return table.found;
  };
  const mapStep: Step = (iterator) => {
    if (typeof iterator !== 'object' || iterator === null) return empty;
    const data = (iterator as Owned<TableIteration>).internal;
    if (data === undefined || data.owner !== iterator || data.walks !== 'map') return empty;
    const { table, kind } = data;
    if (table === null) return end;
    const i = advance(data, table);
    if (i < 0) return end;
    return kind === 'values' ? table.values[i] : kind === 'keys' ? table.keys[i] : pair(table.keys[i], table.values[i]);
  };
  const setStep: Step = (iterator) => {
    if (typeof iterator !== 'object' || iterator === null) return empty;
    const data = (iterator as Owned<TableIteration>).internal;
    if (data === undefined || data.owner !== iterator || data.walks !== 'set') return empty;
    const { table, kind } = data;
    if (table === null) return end;
    const i = advance(data, table);
    if (i < 0) return end;
    return kind === 'entries' ? pair(table.keys[i], table.keys[i]) : table.keys[i];
  };
  const tablePairs =
    (walks: 'map' | 'set'): PairStep =>
    (iterator) => {
      if (typeof iterator !== 'object' || iterator === null) return -2;
      const data = (iterator as Owned<TableIteration>).internal;
      if (data === undefined || data.owner !== iterator || data.walks !== walks || data.kind !== 'entries') return -2;
      const { table } = data;
      return table === null ? -1 : advance(data, table);
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
  type Walked = { readonly internal: { readonly table: OrderedTable } };
  const indexBefore = (table: OrderedTable, cursor: number): number => (cursor > table.dense ? cursor - 1 - table.base : table.indexBefore(cursor));
  const walk: TableWalk = {
    advance: (_f, _self, collection, cursor) => {
      const { table } = (collection as unknown as Walked).internal;
      const { keys } = table;
      const i = (cursor as number) - table.base;
      return (cursor as number) >= table.dense && i < keys.length && keys[i] !== empty ? (cursor as number) + 1 : table.advance(cursor as number);
    },
    keyBefore: (_f, _self, collection, cursor) => {
      const { table } = (collection as unknown as Walked).internal;
      return table.keys[indexBefore(table, cursor as number)];
    },
    valueBefore: (_f, _self, collection, cursor) => {
      const { table } = (collection as unknown as Walked).internal;
      return table.values[indexBefore(table, cursor as number)];
    },
  };
  return { walk, map: mapStep, set: setStep, array: arrayStep, string: stringStep, mapPairs: tablePairs('map'), setPairs: tablePairs('set'), arrayPairs };
}
