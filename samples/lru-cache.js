// A least-recently-used cache in two implementations: a doubly linked list with an index, and a Map that is kept in
// order. Both see the same requests and must have the same hits, misses and contents.
//
// Shows: Map with frequent deletion, linked structures, private fields and methods, accessors, callbacks.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const REQUESTS = 90_000 * SCALE;
const CAPACITY = 1_000;
const KEYS = 6_000;

class Entry {
  constructor(key, value) {
    this.key = key;
    this.value = value;
    this.newer = this;
    this.older = this;
  }
}

/** The classic: a ring of entries, from the newest to the oldest, and a Map that finds them. */
class LinkedCache {
  #capacity;
  #entries = new Map();
  #ring = new Entry(null, null); // its `older` is the newest entry, its `newer` the oldest

  constructor(capacity) {
    this.#capacity = capacity;
  }

  get size() {
    return this.#entries.size;
  }

  get(key) {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#unlink(entry);
    this.#linkAsNewest(entry);
    return entry.value;
  }

  set(key, value) {
    const known = this.#entries.get(key);
    if (known !== undefined) {
      known.value = value;
      this.#unlink(known);
      this.#linkAsNewest(known);
      return;
    }
    if (this.size === this.#capacity) this.#evict();
    const entry = new Entry(key, value);
    this.#entries.set(key, entry);
    this.#linkAsNewest(entry);
  }

  /** Calls back with all entries, from the newest to the oldest. */
  forEach(callback) {
    for (let entry = this.#ring.older; entry !== this.#ring; entry = entry.older) callback(entry.value, entry.key);
  }

  #evict() {
    const oldest = this.#ring.newer;
    this.#unlink(oldest);
    this.#entries.delete(oldest.key);
  }

  #unlink({ newer, older }) {
    newer.older = older;
    older.newer = newer;
  }

  #linkAsNewest(entry) {
    const ring = this.#ring;
    entry.newer = ring;
    entry.older = ring.older;
    ring.older.newer = entry;
    ring.older = entry;
  }
}

/** The short one: a Map remembers the order of insertion, so an entry is deleted and inserted again when it is used. */
class MapCache {
  #capacity;
  #map = new Map();

  constructor(capacity) {
    this.#capacity = capacity;
  }

  get size() {
    return this.#map.size;
  }

  get(key) {
    if (!this.#map.has(key)) return undefined;
    const value = this.#map.get(key);
    this.#map.delete(key);
    this.#map.set(key, value);
    return value;
  }

  set(key, value) {
    this.#map.delete(key);
    if (this.size === this.#capacity) {
      const [oldest] = this.#map.keys();
      this.#map.delete(oldest);
    }
    this.#map.set(key, value);
  }

  forEach(callback) {
    [...this.#map].reverse().forEach(([key, value]) => callback(value, key));
  }
}

/** Requests with a skew: the same few keys again and again, others seldom; the favourites drift. */
function makeRequests(seed) {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return (count, callback) => {
    for (let i = 0; i < count; i++) {
      const skewed = random() * random() * random();
      const key = (Math.floor(skewed * KEYS) + Math.floor(i / 200)) % KEYS;
      callback(key, random() < 0.1);
    }
  };
}

const compute = (key) => (key * 2654435761) % 4294967296;

function drive(cache, toKey) {
  const statistics = { hits: 0, misses: 0, writes: 0, checksum: 0 };
  makeRequests(17)(REQUESTS, (number, isWrite) => {
    const key = toKey(number);
    if (isWrite) {
      statistics.writes++;
      cache.set(key, compute(number));
      return;
    }
    let value = cache.get(key);
    if (value === undefined) {
      statistics.misses++;
      value = compute(number);
      cache.set(key, value);
    } else {
      statistics.hits++;
    }
    statistics.checksum = (statistics.checksum * 31 + value) % 1_000_000_007;
  });
  return statistics;
}

function contents(cache) {
  const parts = [];
  cache.forEach((value, key) => parts.push(`${key}=${value}`));
  return parts.join(' ');
}

const kindsOfKeys = { numbers: (n) => n, strings: (n) => `key-${n}` };
for (const [kind, toKey] of Object.entries(kindsOfKeys)) {
  const caches = [new LinkedCache(CAPACITY), new MapCache(CAPACITY)];
  const [first, second] = caches.map((cache) => drive(cache, toKey));
  const [a, b] = caches.map(contents);
  for (const [what, value] of Object.entries(first)) {
    if (second[what] !== value) throw new Error(`${what}: ${value} and ${second[what]}`);
  }
  if (a !== b) throw new Error('the caches hold different entries');
  const { hits, misses, writes, checksum } = first;
  const rate = ((100 * hits) / (hits + misses)).toFixed(2);
  console.log(`${kind}: ${hits} hits, ${misses} misses (${rate} %), ${writes} writes, checksum ${checksum}`);
  console.log(`  newest: ${a.split(' ').slice(0, 3).join(', ')} of ${caches[0].size}`);
}
