// The table behind Map and Set: a hash table that remembers the order of insertion and can be walked while it changes.
//
// Takes guest values as keys (compared by SameValueZero, the host Map's own comparison). Entries lie in dense arrays in
// the order of insertion; a host Map finds their index. A deleted entry leaves a tombstone until the table is compacted.
//
// A walk is an integer (I5: no host iterator, so a walk can be saved). Every entry gets a sequence number, never
// used again in that table; a cursor is the least sequence number that the walk has still to see, so 0 starts a walk.
// Entries keep their numbers through deletion, clear() and compaction, hence a cursor is valid for ever and the table
// need not know of those who walk it. Numbers are contiguous (`base` + index) except for entries that survived a
// compaction which took others from between them: their numbers are kept in `survivors`.

import { EMPTY, type Value } from './values.ts';

/** Fewest tombstones for which a table is compacted; there must also be as many of them as live entries. */
const MIN_TOMBSTONES = 32;

export class OrderedTable {
  /** From key to index in `keys`. Its size is the number of live entries. */
  readonly index = new Map<Value, number>();
  /** Keys by index; EMPTY is a tombstone. */
  readonly keys: Value[] = emptyList();
  /** Values by index; stays empty in the table of a Set. */
  readonly values: Value[] = emptyList();
  /** Index of the entry at which `advance` stopped last. */
  found = 0;
  /** Sequence number of the entry at index i is base + i, for i >= survivors.length: from the cursor `dense` on. */
  base = 0;
  dense = 0;
  private survivors: readonly number[] = NONE;
  /** No entry before this index is live. */
  private first = 0;
  /** The cursor that `advance` gave last, as long as `found` is still the index of the entry before it; else -1. */
  private foundCursor = -1;

  get size(): number {
    return this.index.size;
  }

  has(key: Value): boolean {
    return this.index.has(key);
  }

  /** The value of `key`, or undefined. */
  get(key: Value): Value {
    const i = this.index.get(key);
    return i === undefined ? undefined : this.values[i];
  }

  /** Sets the value of `key` (Map). */
  set(key: Value, value: Value): void {
    const i = this.index.get(key);
    if (i !== undefined) {
      this.values[i] = value;
      return;
    }
    const keys = this.keys;
    // CanonicalizeKeyedCollectionKey: the host Map does this to its own copy of the key.
    const canonical = key === 0 ? 0 : key;
    const end = keys.length;
    this.index.set(canonical, end);
    keys[end] = canonical;
    this.values[end] = value;
  }

  /** Adds `key` (Set). */
  add(key: Value): void {
    if (this.index.has(key)) return;
    const keys = this.keys;
    const canonical = key === 0 ? 0 : key;
    const end = keys.length;
    this.index.set(canonical, end);
    keys[end] = canonical;
  }

  delete(key: Value): boolean {
    const index = this.index;
    const i = index.get(key);
    if (i === undefined) return false;
    index.delete(key);
    const keys = this.keys;
    if (index.size === 0) {
      this.reset();
      return true;
    }
    keys[i] = EMPTY;
    if (i < this.values.length) this.values[i] = undefined;
    if (i === this.first) {
      // There is a live entry, so this ends. Each index is passed once: a queue that deletes at its front stays linear.
      let first = i + 1;
      while (keys[first] === EMPTY) first++;
      this.first = first;
    }
    const tombstones = keys.length - index.size;
    if (tombstones >= MIN_TOMBSTONES && tombstones >= index.size) this.compact();
    return true;
  }

  clear(): void {
    this.index.clear();
    this.reset();
  }

  /**
   * Goes to the first live entry at or behind `cursor`: gives the cursor just behind it and leaves its index in
   * `found`, or gives -1 if there is none.
   */
  advance(cursor: number): number {
    const keys = this.keys;
    let i = cursor === this.foundCursor ? this.found + 1 : this.indexAt(cursor);
    if (i < this.first) i = this.first;
    const length = keys.length;
    while (i < length && keys[i] === EMPTY) i++;
    if (i >= length) return -1;
    this.found = i;
    return (this.foundCursor = this.sequenceAt(i) + 1);
  }

  /** Index of the entry that `cursor`, as `advance` gave it, is just behind; nothing may have been deleted since then. */
  indexBefore(cursor: number): number {
    return cursor === this.foundCursor ? this.found : this.indexAt(cursor - 1);
  }

  /** A table with the same live entries in the same order. */
  copy(): OrderedTable {
    const copy = new OrderedTable();
    const { keys, values } = this;
    let end = 0;
    for (let i = this.first; i < keys.length; i++) {
      if (keys[i] === EMPTY) continue;
      copy.index.set(keys[i], end);
      copy.keys[end] = keys[i];
      if (i < values.length) copy.values[end] = values[i];
      end++;
    }
    return copy;
  }

  private sequenceAt(i: number): number {
    return i < this.survivors.length ? this.survivors[i] : this.base + i;
  }

  /** The least index whose sequence number is at least `cursor`. */
  private indexAt(cursor: number): number {
    if (cursor >= this.dense) return cursor - this.base;
    const survivors = this.survivors;
    let high = survivors.length;
    let low = 0;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (survivors[middle] < cursor) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Drops all entries; new ones get higher numbers, so that a walk in progress sees them. */
  private reset(): void {
    this.base += this.keys.length;
    this.keys.length = 0;
    this.values.length = 0;
    this.survivors = NONE;
    this.dense = this.base;
    this.first = 0;
    this.foundCursor = -1;
  }

  /** Removes the tombstones. */
  private compact(): void {
    const { keys, values, index } = this;
    const length = keys.length;
    const withValues = values.length > 0;
    const numbers: number[] = [];
    let live = 0;
    for (let i = this.first; i < length; i++) {
      const key = keys[i];
      if (key === EMPTY) continue;
      numbers[live] = this.sequenceAt(i);
      keys[live] = key;
      if (withValues) values[live] = values[i];
      index.set(key, live);
      live++;
    }
    keys.length = live;
    if (withValues) values.length = live;
    this.base += length - live;
    // The numbers ascend and the last is below base + live, so they are contiguous if the first of them is base.
    this.survivors = numbers[0] === this.base ? NONE : numbers;
    this.dense = this.base + this.survivors.length;
    this.first = 0;
    this.foundCursor = -1;
  }
}

const NONE: readonly number[] = [];

/** An array that V8 keeps for values of all kinds: what reads those of all tables then meets one kind of array. */
function emptyList(): Value[] {
  const list = [EMPTY];
  list.pop();
  return list;
}
