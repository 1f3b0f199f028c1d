// Objects as maps: a warehouse that keeps counts under string keys in plain objects, adds, deletes, merges and lists them.
//
// Computed keys, `in`, `delete`, for-in, Object.keys/entries/fromEntries, nested objects made on demand. A Map keeps the same
// books, and both must agree.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const MOVES = Math.max(200, Math.round(140_000 * SCALE));

let state = 99;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};

const KINDS = ['bolt', 'nut', 'screw', 'washer', 'hinge', 'spring', 'plate', 'pipe'];
const SITES = ['north', 'south', 'east', 'west'];
const itemName = () => `${KINDS[random(KINDS.length)]}-${random(40)}${random(2) === 0 ? 'a' : 'b'}`;

class Warehouse {
  constructor() {
    this.stock = Object.create(null);
    this.totals = {};
    this.moves = 0;
  }

  add(site, item, count) {
    const shelf = (this.stock[site] ??= {});
    shelf[item] = (shelf[item] ?? 0) + count;
    this.totals[item] = (item in this.totals ? this.totals[item] : 0) + count;
    this.moves++;
  }

  /** Takes as many as there are, up to `count`; gives how many. */
  take(site, item, count) {
    const shelf = this.stock[site];
    if (shelf === undefined || !Object.hasOwn(shelf, item)) return 0;
    const taken = Math.min(count, shelf[item]);
    shelf[item] -= taken;
    this.totals[item] -= taken;
    if (shelf[item] === 0) delete shelf[item];
    if (this.totals[item] === 0) delete this.totals[item];
    this.moves++;
    return taken;
  }

  /** Moves all that two sites have to the first of them. */
  merge(site, other) {
    const from = this.stock[other] ?? {};
    const shelf = (this.stock[site] ??= {});
    for (const item in from) shelf[item] = (shelf[item] ?? 0) + from[item];
    delete this.stock[other];
    this.moves++;
  }

  report() {
    const perKind = {};
    for (const [item, count] of Object.entries(this.totals)) {
      const kind = item.slice(0, item.indexOf('-'));
      perKind[kind] = (perKind[kind] || 0) + count;
    }
    const sorted = Object.keys(perKind).sort();
    return Object.fromEntries(sorted.map((kind) => [kind, perKind[kind]]));
  }
}

/** The same in Maps, for comparison. */
class Ledger {
  counts = new Map();

  change(site, item, count) {
    const key = `${site}/${item}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + count);
  }

  merge(site, other) {
    for (const [key, count] of [...this.counts]) {
      if (!key.startsWith(other + '/') || count === 0) continue;
      this.change(site, key.slice(other.length + 1), count);
      this.counts.set(key, 0);
    }
  }

  get total() {
    let total = 0;
    for (const count of this.counts.values()) total += count;
    return total;
  }
}

const warehouse = new Warehouse();
const ledger = new Ledger();
let taken = 0;
for (let move = 1; move <= MOVES; move++) {
  const site = SITES[random(SITES.length)];
  const item = itemName();
  const count = 1 + random(9);
  if (random(5) < 3) {
    warehouse.add(site, item, count);
    ledger.change(site, item, count);
  } else {
    const got = warehouse.take(site, item, 4 * count);
    ledger.change(site, item, -got);
    taken += got;
  }
  if (move % 2000 === 0) {
    const other = SITES[random(SITES.length)];
    if (other !== site) {
      warehouse.merge(site, other);
      ledger.merge(site, other);
    }
  }
  if (move % 500 === 0) {
    const report = warehouse.report();
    const sum = Object.values(report).reduce((a, b) => a + b, 0);
    if (sum !== ledger.total) throw new Error(`the books differ after ${move} moves: ${sum} and ${ledger.total}`);
  }
}
for (const [key, count] of ledger.counts) {
  const [site, item] = key.split('/');
  if ((warehouse.stock[site]?.[item] ?? 0) !== count) throw new Error(`${key} should be ${count}`);
}
const left = Object.entries(warehouse.report()).map(([kind, count]) => `${kind} ${count}`).join(', ');
console.log(`inventory: ${warehouse.moves} moves, ${taken} taken; ${left}`);
