// Async functions: producers and consumers over bounded channels, a pool of workers, retries, a mutex, streams with for-await.
//
// Everything waits for promises only, never for time. Orders go through a pipeline of stages; what goes in has to come out.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const ORDERS = Math.max(20, Math.round(20_000 * SCALE));
const WORKERS = 8;

/** A queue of limited length between async functions. */
class Channel {
  constructor(capacity) {
    this.capacity = capacity;
    this.values = [];
    this.takers = [];
    this.putters = [];
    this.closed = false;
  }

  async put(value) {
    if (this.takers.length > 0) {
      this.takers.shift()({ value, done: false });
      return;
    }
    this.values.push(value);
    if (this.values.length > this.capacity) await new Promise((resolve) => this.putters.push(resolve));
  }

  take() {
    if (this.values.length > 0) {
      const value = this.values.shift();
      this.putters.shift()?.();
      return Promise.resolve({ value, done: false });
    }
    if (this.closed) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => this.takers.push(resolve));
  }

  close() {
    this.closed = true;
    for (const taker of this.takers.splice(0)) taker({ value: undefined, done: true });
  }

  async *[Symbol.asyncIterator]() {
    for (;;) {
      const { value, done } = await this.take();
      if (done) return;
      yield value;
    }
  }
}

class Mutex {
  #last = Promise.resolve();

  async run(action) {
    const before = this.#last;
    let release;
    this.#last = new Promise((resolve) => (release = resolve));
    await before;
    try {
      return await action();
    } finally {
      release();
    }
  }
}

class Unavailable extends Error {}

/** A service that refuses every so many calls, as services do. */
function makeService(period, work) {
  let calls = 0;
  return async (value) => {
    calls++;
    await null;
    if (calls % period === 0) throw new Unavailable(`call ${calls}`);
    return work(value);
  };
}

async function retry(attempts, action) {
  for (let left = attempts; ; left--) {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof Unavailable) || left === 1) throw error;
    }
  }
}

async function* numbered(count) {
  for (let id = 0; id < count; id++) {
    if (id % 16 === 0) await null;
    yield { id, quantity: 1 + (id % 7), price: 100 + ((id * 37) % 900) };
  }
}

async function* batches(source, size) {
  let batch = [];
  for await (const value of source) {
    batch.push(value);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

const delayed = async (rounds, value) => {
  for (let i = 0; i < rounds; i++) await null;
  return value;
};

async function main() {
  const incoming = new Channel(32);
  const priced = new Channel(16);
  const mutex = new Mutex();
  const taxOf = makeService(11, (amount) => Math.floor(amount / 5));
  const account = { balance: 0, entries: 0 };

  const produce = async () => {
    for await (const order of numbered(ORDERS)) await incoming.put(order);
    incoming.close();
  };

  const work = async () => {
    let handled = 0;
    for await (const order of incoming) {
      const amount = order.quantity * order.price;
      const tax = await retry(5, () => taxOf(amount));
      await priced.put({ ...order, amount, tax });
      handled++;
    }
    return handled;
  };

  const book = async () => {
    for await (const batch of batches(priced, 10)) {
      await mutex.run(async () => {
        const { balance } = account;
        const sum = await delayed(2, batch.reduce((total, { amount, tax }) => total + amount + tax, 0));
        account.balance = balance + sum;
        account.entries += batch.length;
      });
    }
  };

  const booking = Promise.all([book(), book(), book()]);
  const working = Promise.all(Array.from({ length: WORKERS }, work)).then((counts) => {
    priced.close();
    return counts;
  });
  await produce();
  const counts = await working;
  await booking;

  let expected = 0;
  for await (const { quantity, price } of numbered(ORDERS)) expected += quantity * price + Math.floor((quantity * price) / 5);
  if (account.balance !== expected || account.entries !== ORDERS) throw new Error(`booked ${account.balance} of ${expected}`);
  if (counts.reduce((a, b) => a + b, 0) !== ORDERS) throw new Error('an order was lost');

  const settled = await Promise.allSettled(Array.from({ length: ORDERS >> 2 }, (_, i) => retry(1, () => (i % 5 === 0 ? Promise.reject(new Unavailable()) : delayed(i % 4, i)))));
  const refused = settled.filter(({ status }) => status === 'rejected').length;
  const first = await Promise.race([delayed(9, 'slow'), delayed(3, 'fast'), delayed(6, 'medium')]);
  if (first !== 'fast') throw new Error(`${first} came first`);
  console.log(`async-workers: ${ORDERS} orders for ${account.balance}, ${refused} of ${settled.length} refused, busiest worker ${Math.max(...counts)}`);
}

main();
