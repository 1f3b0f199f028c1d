// Immutable collections: a hash array mapped trie and a vector of 32-way nodes, as libraries of persistent data have them.
//
// Paths are copied on every change, bitmaps are counted, iteration is by generators and by callbacks. Old versions stay
// what they were; a Map and an array are the models.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const CHANGES = Math.max(100, Math.round(32_000 * SCALE));

const BITS = 5;
const WIDTH = 1 << BITS;
const MASK = WIDTH - 1;
const NOTHING = Symbol('nothing');

function hashOf(key) {
  if (typeof key === 'number') return Math.imul(key ^ (key >>> 16), 0x45d9f3b) >>> 0;
  let hash = 0;
  for (let i = 0; i < key.length; i++) hash = (Math.imul(hash, 31) + key.charCodeAt(i)) | 0;
  return hash >>> 0;
}

function bitCount(x) {
  x -= (x >>> 1) & 0x55555555;
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const inserted = (array, at, value) => [...array.slice(0, at), value, ...array.slice(at)];
const replaced = (array, at, value) => {
  const copy = array.slice();
  copy[at] = value;
  return copy;
};
const without = (array, at) => array.filter((_, i) => i !== at);

class Leaf {
  constructor(hash, entries) {
    this.hash = hash;
    this.entries = entries;
  }

  get(_shift, _hash, key) {
    for (const [known, value] of this.entries) if (known === key) return value;
    return NOTHING;
  }

  set(shift, hash, key, value) {
    if (hash !== this.hash) return Branch.of(shift, this).set(shift, hash, key, value);
    const at = this.entries.findIndex(([known]) => known === key);
    if (at < 0) return new Leaf(hash, [...this.entries, [key, value]]);
    return this.entries[at][1] === value ? this : new Leaf(hash, replaced(this.entries, at, [key, value]));
  }

  delete(_shift, _hash, key) {
    const at = this.entries.findIndex(([known]) => known === key);
    if (at < 0) return this;
    return this.entries.length === 1 ? null : new Leaf(this.hash, without(this.entries, at));
  }

  *[Symbol.iterator]() {
    yield* this.entries;
  }

  forEach(f) {
    for (const [key, value] of this.entries) f(value, key);
  }
}

class Branch {
  constructor(bitmap, children) {
    this.bitmap = bitmap;
    this.children = children;
  }

  static of(shift, leaf) {
    return new Branch(1 << ((leaf.hash >>> shift) & MASK), [leaf]);
  }

  get(shift, hash, key) {
    const bit = 1 << ((hash >>> shift) & MASK);
    if ((this.bitmap & bit) === 0) return NOTHING;
    return this.children[bitCount(this.bitmap & (bit - 1))].get(shift + BITS, hash, key);
  }

  set(shift, hash, key, value) {
    const bit = 1 << ((hash >>> shift) & MASK);
    const at = bitCount(this.bitmap & (bit - 1));
    if ((this.bitmap & bit) === 0) return new Branch(this.bitmap | bit, inserted(this.children, at, new Leaf(hash, [[key, value]])));
    const child = this.children[at];
    const next = child.set(shift + BITS, hash, key, value);
    return next === child ? this : new Branch(this.bitmap, replaced(this.children, at, next));
  }

  delete(shift, hash, key) {
    const bit = 1 << ((hash >>> shift) & MASK);
    if ((this.bitmap & bit) === 0) return this;
    const at = bitCount(this.bitmap & (bit - 1));
    const child = this.children[at];
    const next = child.delete(shift + BITS, hash, key);
    if (next === child) return this;
    if (next !== null) return new Branch(this.bitmap, replaced(this.children, at, next));
    return this.children.length === 1 ? null : new Branch(this.bitmap ^ bit, without(this.children, at));
  }

  *[Symbol.iterator]() {
    for (const child of this.children) yield* child;
  }

  forEach(f) {
    for (const child of this.children) child.forEach(f);
  }
}

class PersistentMap {
  static EMPTY = new PersistentMap(new Branch(0, []), 0);

  constructor(root, size) {
    this.root = root;
    this.size = size;
  }

  get(key, otherwise) {
    const value = this.root.get(0, hashOf(key), key);
    return value === NOTHING ? otherwise : value;
  }

  has(key) {
    return this.root.get(0, hashOf(key), key) !== NOTHING;
  }

  set(key, value) {
    const root = this.root.set(0, hashOf(key), key, value);
    return root === this.root ? this : new PersistentMap(root, this.size + (this.has(key) ? 0 : 1));
  }

  delete(key) {
    const root = this.root.delete(0, hashOf(key), key);
    if (root === this.root) return this;
    return root === null ? PersistentMap.EMPTY : new PersistentMap(root, this.size - 1);
  }

  update(key, f, otherwise) {
    return this.set(key, f(this.get(key, otherwise)));
  }

  [Symbol.iterator]() {
    return this.root[Symbol.iterator]();
  }

  forEach(f) {
    this.root.forEach(f);
  }
}

class PersistentVector {
  static EMPTY = new PersistentVector(0, BITS, [], []);

  constructor(size, shift, root, tail) {
    this.size = size;
    this.shift = shift;
    this.root = root;
    this.tail = tail;
  }

  get tailStart() {
    return this.size < WIDTH ? 0 : ((this.size - 1) >>> BITS) << BITS;
  }

  at(index) {
    if (index >= this.tailStart) return this.tail[index & MASK];
    let node = this.root;
    for (let level = this.shift; level > 0; level -= BITS) node = node[(index >>> level) & MASK];
    return node[index & MASK];
  }

  push(value) {
    if (this.size - this.tailStart < WIDTH) return new PersistentVector(this.size + 1, this.shift, this.root, [...this.tail, value]);
    const wrap = (level, node) => (level === 0 ? node : [wrap(level - BITS, node)]);
    if (this.size >>> BITS > 1 << this.shift) {
      return new PersistentVector(this.size + 1, this.shift + BITS, [this.root, wrap(this.shift, this.tail)], [value]);
    }
    const add = (level, parent) => {
      const at = ((this.size - 1) >>> level) & MASK;
      const copy = parent.slice();
      copy[at] = level === BITS ? this.tail : parent[at] === undefined ? wrap(level - BITS, this.tail) : add(level - BITS, parent[at]);
      return copy;
    };
    return new PersistentVector(this.size + 1, this.shift, add(this.shift, this.root), [value]);
  }

  with(index, value) {
    if (index >= this.tailStart) return new PersistentVector(this.size, this.shift, this.root, replaced(this.tail, index & MASK, value));
    const change = (level, node) => replaced(node, (index >>> level) & MASK, level === 0 ? value : change(level - BITS, node[(index >>> level) & MASK]));
    return new PersistentVector(this.size, this.shift, change(this.shift, this.root), this.tail);
  }

  *[Symbol.iterator]() {
    for (let i = 0; i < this.size; i++) yield this.at(i);
  }
}

let state = 29;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};
const check = (holds, what) => {
  if (!holds) throw new Error(what);
};

let map = PersistentMap.EMPTY;
let vector = PersistentVector.EMPTY;
const mapModel = new Map();
const arrayModel = [];
const versions = [];
for (let n = 1; n <= CHANGES; n++) {
  const key = n % 2 === 0 ? random(4000) : `key ${random(4000)}`;
  switch (random(5)) {
    case 0:
      map = map.delete(key);
      mapModel.delete(key);
      break;
    case 1:
      map = map.update(key, (count) => count + 1, 0);
      mapModel.set(key, (mapModel.get(key) ?? 0) + 1);
      break;
    default:
      map = map.set(key, n);
      mapModel.set(key, n);
  }
  if (arrayModel.length > 100 && random(3) === 0) {
    const at = random(arrayModel.length);
    vector = vector.with(at, -n);
    arrayModel[at] = -n;
  } else {
    vector = vector.push(n);
    arrayModel.push(n);
  }
  if (n % (CHANGES >> 3) === 0) versions.push({ map, entries: [...mapModel], vector, array: [...arrayModel] });
}

let sum = 0;
for (const { map: old, entries, vector: list, array } of versions) {
  check(old.size === entries.length, `a map has ${old.size} entries, not ${entries.length}`);
  for (const [key, value] of entries) check(old.get(key) === value, `${key} is ${old.get(key)}`);
  let visited = 0;
  for (const [key, value] of old) {
    visited++;
    sum = (sum + hashOf(key) + value) | 0;
  }
  old.forEach((value) => {
    visited--;
    sum ^= value;
  });
  check(visited === 0, 'both ways of iteration visit everything');
  check(list.size === array.length, 'a vector has its size');
  let i = 0;
  for (const value of list) check(value === array[i++], `element ${i - 1} is ${value}`);
}
console.log(`persistent-map: ${CHANGES} changes, ${map.size} entries, ${vector.size} elements, ${versions.length} versions, ${sum}`);
