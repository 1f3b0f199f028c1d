// Closures and higher-order functions: a small shop's data pushed through pipelines of small functions.
//
// Shows: map, filter, reduce, flatMap, sort with comparators, compose, curry, memoize, lazy sequences made of closures,
// spread and rest, destructuring. The same figures are computed in different styles and must agree.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const ORDERS = 6_000;
const CUSTOMERS = 300;
const ROUNDS = 5 * SCALE;
const SEQUENCE_LENGTH = 150_000 * SCALE;
const PARTITIONS = 150;

// -- A toolbox of functions about functions

const compose = (...functions) => (value) => functions.reduceRight((result, f) => f(result), value);
const pipe = (value, ...functions) => functions.reduce((result, f) => f(result), value);

const curry = (f) => {
  const collect = (...given) => (given.length >= f.length ? f(...given) : (...more) => collect(...given, ...more));
  return collect;
};

const memoize = (f, toKey = (...args) => args.join()) => {
  const results = new Map();
  const memoized = (...args) => {
    const key = toKey(...args);
    if (!results.has(key)) results.set(key, f(...args));
    return results.get(key);
  };
  memoized.size = () => results.size;
  return memoized;
};

const not = (predicate) => (value) => !predicate(value);
const map = curry((f, list) => list.map(f));
const filter = curry((predicate, list) => list.filter(predicate));
const take = curry((count, list) => list.slice(0, count));
const sortBy = curry((compare, list) => [...list].sort(compare));
const groupBy = curry((keyOf, list) =>
  list.reduce((groups, item) => {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
    return groups;
  }, new Map()),
);

const sum = (list) => list.reduce((a, b) => a + b, 0);
const ascending = (keyOf) => (a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0);
const descending = (keyOf) => (a, b) => ascending(keyOf)(b, a);
const inOrder = (...compares) => (a, b) => {
  for (const compare of compares) {
    const result = compare(a, b);
    if (result !== 0) return result;
  }
  return 0;
};

// -- Lazy sequences: a sequence is a function that hands its values, one by one, to a consumer until that says stop

class Lazy {
  constructor(each) {
    this.each = each;
  }

  static from(start) {
    return new Lazy((consume) => {
      for (let n = start; consume(n) !== false; n++);
    });
  }

  map(f) { return new Lazy((consume) => this.each((value) => consume(f(value)))); }
  filter(predicate) { return new Lazy((consume) => this.each((value) => (predicate(value) ? consume(value) : true))); }

  take(count) {
    return new Lazy((consume) => {
      let left = count;
      if (left > 0) this.each((value) => consume(value) !== false && --left > 0);
    });
  }

  reduce(f, initial) {
    let result = initial;
    this.each((value) => {
      result = f(result, value);
    });
    return result;
  }
}

// -- The data

const makeRandom = (seed) => {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % limit;
  };
};

const CITIES = ['Berlin', 'Lagos', 'Lima', 'Osaka', 'Oslo', 'Quito'];
const PRODUCTS = [['lamp', 2490], ['chair', 7900], ['desk', 18900], ['pen', 190], ['clock', 3450], ['rug', 12000]];

const makeCustomers = (random) =>
  Array.from({ length: CUSTOMERS }, (_, id) => ({ id, city: CITIES[random(CITIES.length)], vip: random(10) === 0 }));

const makeOrders = (random) =>
  Array.from({ length: ORDERS }, (_, id) => ({
    id,
    customer: random(CUSTOMERS),
    returned: random(12) === 0,
    items: Array.from({ length: 1 + random(4) }, () => {
      const [product, price] = PRODUCTS[random(PRODUCTS.length)];
      return { product, price, quantity: 1 + random(5) };
    }),
  }));

// -- The questions

const itemTotal = ({ price, quantity }) => price * quantity;
const discountFor = curry((percent, total) => total - Math.floor((total * percent) / 100));
const vipDiscount = discountFor(15);

function makeReports(customers, orders) {
  const customerOf = ({ customer }) => customers[customer];
  const orderTotal = (order) => {
    const total = sum(order.items.map(itemTotal));
    return customerOf(order).vip ? vipDiscount(total) : total;
  };
  const kept = filter(not(({ returned }) => returned));
  const revenue = compose(sum, map(orderTotal), kept);

  const revenueByCity = pipe(
    orders,
    kept,
    groupBy((order) => customerOf(order).city),
    (groups) => [...groups].map(([city, list]) => ({ city, total: sum(list.map(orderTotal)), count: list.length })),
    sortBy(descending(({ total }) => total)),
  );

  const bestSellers = pipe(
    orders.flatMap(({ items }) => items),
    groupBy(({ product }) => product),
    (groups) => Object.fromEntries([...groups].map(([product, items]) => [product, sum(items.map((i) => i.quantity))])),
    Object.entries,
    sortBy(inOrder(descending(([, quantity]) => quantity), ascending(([product]) => product))),
  );

  const topOrders = pipe(
    kept(orders).map(({ id, ...order }) => ({ id, total: orderTotal(order), city: customerOf(order).city })),
    sortBy(inOrder(descending(({ total }) => total), ascending(({ city }) => city), ascending(({ id }) => id))),
    take(3),
  );

  return { revenue: revenue(orders), revenueByCity, bestSellers, topOrders };
}

/** The total again, in plain loops, to check the pipelines. */
function revenueByLoops(customers, orders) {
  let revenue = 0;
  for (const { customer, returned, items } of orders) {
    if (returned) continue;
    let total = 0;
    for (const { price, quantity } of items) total += price * quantity;
    revenue += customers[customer].vip ? total - Math.floor((total * 15) / 100) : total;
  }
  return revenue;
}

const random = makeRandom(7);
for (let round = 1; round <= ROUNDS; round++) {
  const customers = makeCustomers(random);
  const orders = makeOrders(random);
  const { revenue, revenueByCity, bestSellers, topOrders } = makeReports(customers, orders);
  if (revenue !== revenueByLoops(customers, orders) || revenue !== sum(revenueByCity.map(({ total }) => total))) {
    throw new Error('the pipelines disagree');
  }
  console.log(`round ${round}: revenue ${(revenue / 100).toFixed(2)}`);
  console.log(`  cities: ${revenueByCity.map(({ city, count }) => `${city} ${count}`).join(', ')}`);
  console.log(`  best sellers: ${bestSellers.map(([product, quantity]) => `${product} ${quantity}`).join(', ')}`);
  console.log(`  top orders: ${topOrders.map(({ id, total, city }) => `#${id} ${total} ${city}`).join(', ')}`);
}

// -- Lazily: the sum of so many squares that are not divisible by 3

const lazySum = Lazy.from(1)
  .map((n) => n * n)
  .filter((n) => n % 3 !== 0)
  .take(SEQUENCE_LENGTH)
  .reduce((a, b) => (a + b) % 1_000_007, 0);
let eagerSum = 0;
for (let n = 1, taken = 0; taken < SEQUENCE_LENGTH; n++) {
  if ((n * n) % 3 === 0) continue;
  eagerSum = (eagerSum + n * n) % 1_000_007;
  taken++;
}
console.log(`lazy sequence: ${lazySum}, eager: ${eagerSum}`);

// -- Memoized: in how many ways can a number be written as a sum of numbers not larger than a given one?

const partitions = memoize((n, largest) => {
  if (n === 0) return 1;
  if (largest === 0) return 0;
  const without = partitions(n, largest - 1);
  return largest > n ? without : without + partitions(n - largest, largest);
});
const ways = partitions(PARTITIONS, PARTITIONS);
console.log(`partitions of ${PARTITIONS}: ${ways}, ${partitions.size()} results remembered`);

// -- Counters: closures with private state

const makeCounter = (step) => {
  let count = 0;
  return { next: () => (count += step), reset: () => { count = 0; }, get value() { return count; } };
};
const counters = Array.from({ length: 50 }, (_, i) => makeCounter(i + 1));
for (let i = 0; i < 4000; i++) counters.forEach((counter, k) => (i % (k + 2) === 0 ? counter.next() : null));
const values = counters.map(({ value }) => value);
console.log(`counters: ${values.slice(0, 8).join(' ')}, sum ${sum(values)}`);
