// Async functions: what they return, when they run, what await does with values, promises and thenables.
const log = (...args) => console.log(...args);
async function value(x) {
  return x;
}
async function throws(x) {
  throw x;
}
log(value(1) instanceof Promise, value.length, value.name, 'prototype' in value);
value(1).then((v) => log('value', v));
throws(2).catch((e) => log('caught', e));
value(value(value(3))).then((v) => log('nested', v));

async function sequence() {
  log('sync part');
  const a = await 1;
  log('a', a);
  const b = await Promise.resolve(2);
  log('b', b);
  const c = await { then: (resolve) => resolve('thenable') };
  log('c', c);
  try {
    await Promise.reject(new Error('rejected'));
  } catch (e) {
    log('caught', e.message);
  }
  try {
    await { then: (_, reject) => reject('thenable rejected') };
  } catch (e) {
    log('caught', e);
  }
  try {
    await {
      get then() {
        throw 'from then';
      },
    };
  } catch (e) {
    log('caught', e);
  } finally {
    await null;
    log('finally');
  }
  return [a, b, c];
}
sequence().then((v) => log('sequence', v));
log('after the call');

// Exceptions of parameters reject.
async function parameters(a = missing()) {}
parameters().catch((e) => log('parameter:', e.name));
const arrow = async ({ x }) => x;
arrow({ x: 'destructured' }).then(log);
arrow().catch((e) => log('arrow:', e.name));

// this, arguments, super, closures.
class Base {
  async name() {
    return 'base';
  }
}
class Derived extends Base {
  async name() {
    const own = await super.name();
    const inner = async () => `${own} of ${this.constructor.name} ${arguments.length}`;
    return inner();
  }
  static async make() {
    return new this();
  }
}
new Derived().name(1, 2).then(log);
Derived.make().then((d) => log(d instanceof Derived));

// Loops.
async function loop() {
  let sum = 0;
  for (let i = 0; i < 5; i++) sum += await i;
  for (const p of [1, Promise.resolve(2)]) sum += await p;
  let n = 3;
  while (await n--) sum++;
  outer: for (;;) {
    for (;;) {
      await 0;
      break outer;
    }
  }
  return sum;
}
loop().then((v) => log('loop', v));

// Return in try and finally.
async function returns() {
  try {
    return await value('tried');
  } finally {
    log('on the way out');
  }
}
returns().then(log);
async function overridden() {
  try {
    await throws('lost');
  } finally {
    return 'overridden';
  }
}
overridden().then(log);

// await in many positions.
async function positions() {
  const o = { [await 'k']: await 'v', list: [await 1, ...(await [2, 3])] };
  const t = `${await 't'}`;
  const sum = (await 1) + (await 2) * -(await 3);
  o[await 'p'] = (await true) ? await 'yes' : 'no';
  return [o, t, sum, await (await value)(await 5), typeof (await Symbol.iterator), !(await 0)];
}
positions().then(log);
