// Async functions that are compiled from their start and from where they go on.
function where(error) {
  return error.stack.split('\n').slice(1, 2).map((line) => line.trim().replace(/\(.*[\\/]/, '(').replace(/^at .*[\\/]/, 'at ')).join(' < ');
}
const order = [];

async function early(n) {
  if (n < 0) throw new Error(`negative ${n}`);
  if (n % 2 === 0) return n;
  const v = await n;
  return v + 1;
}
async function parameters({ a, b } = fail()) {
  return a + (await b);
}
function fail() {
  throw new TypeError('no argument');
}
async function guarded(n) {
  let result = '';
  try {
    result += await early(n);
    if (n === -3) throw 'thrown here';
  } catch (error) {
    result += `[${error}]`;
    await null;
  } finally {
    result += await early(n * n);
  }
  return result;
}
async function sum(...rest) {
  let s = 0;
  for (const v of rest) s += await v;
  return s;
}
const counter = {
  n: 0,
  async add(by) {
    this.n += await by;
    return this;
  },
};

async function* requests(n) {
  for (let i = 0; i < n; i++) {
    try {
      yield i;
    } catch (error) {
      yield `caught ${error}`;
    }
  }
  return 'end';
}

async function main() {
  for (let i = 0; i < 300; i++) {
    await early(i);
    await parameters({ a: i, b: i });
    await guarded(i);
    await sum(i, i + 1, Promise.resolve(i + 2));
    await counter.add(1);
  }
  console.log(await early(7), await early(8), counter.n);
  await early(-1).catch((error) => console.log(String(error), where(error)));
  await parameters().catch((error) => console.log(String(error)));
  console.log(await guarded(4), await guarded(-3), await sum('a', 1n.toString(), 2), await sum(1, 2.5));
  await sum(1, 2n).catch((error) => console.log(error.name));
  await sum(1, Promise.reject('no')).catch((error) => console.log('rejected', error));
  await counter.add.call(null, 1).catch((error) => console.log(error.name));

  // A thenable, a promise of a subclass, one whose constructor is an accessor.
  class Own extends Promise {}
  const tricky = Promise.resolve('tricky');
  Object.defineProperty(tricky, 'constructor', { get: () => (order.push('constructor'), Promise) });
  console.log(await { then: (f) => f('thenable') }, await Own.resolve('own'), await tricky, order.join());

  // Requests that wait in a queue, many of them.
  const it = requests(400);
  const all = [];
  for (let i = 0; i < 405; i++) all.push(i === 200 ? it.throw('t') : it.next());
  const results = await Promise.all(all);
  console.log(results[199], results[200], results[201], results[401], results[402], results[404]);
  const long = requests(1e5);
  const waiting = [];
  for (let i = 0; i < 5000; i++) waiting.push(long.next());
  console.log((await Promise.all(waiting)).length, await long.return('r'), await long.next());
  let total = 0;
  for await (const v of requests(500)) total += v;
  console.log(total);
}
main().then(() => console.log('done'));
