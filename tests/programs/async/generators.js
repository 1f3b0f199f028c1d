// Async generators: the queue, return and throw in each state, yield* over sync and async iterators, for await and its closing.
const show = (label) => [(v) => console.log(label, v), (e) => console.log(label, 'rejected', e instanceof Error ? `${e.name}: ${e.message}` : e)];

async function* numbers(n) {
  try {
    for (let i = 1; i <= n; i++) {
      const sent = yield i;
      if (sent !== undefined) console.log('got', sent);
    }
    return 'end';
  } finally {
    console.log('closed', n);
  }
}

async function main() {
  const g = numbers(3);
  console.log(await g.next('ignored'), await g.next('a'), await g.return('r'), await g.next());

  // Requests wait for each other.
  const q = numbers(2);
  await Promise.all([q.next(), q.next(), q.next(), q.next(), q.throw('late').catch((e) => `rejected ${e}`), q.return('x')]).then(...show('queue'));

  const started = numbers(1);
  await started.return('before start').then(...show('return'));
  await started.next().then(...show('next'));
  const thrown = numbers(1);
  await thrown.throw(new Error('before start')).then(...show('throw'));
  await thrown.next().then(...show('next'));

  // return awaits what it is given; yield awaits too.
  await numbers(1).return(Promise.resolve('awaited')).then(...show('return of a promise'));
  await numbers(1).return(Promise.reject('bad')).then(...show('return of a rejected promise'));
  async function* rejects() {
    try {
      yield Promise.reject(new Error('yielded'));
    } catch (e) {
      yield `caught ${e.message}`;
    }
    return Promise.reject('returned');
  }
  const r = rejects();
  await r.next().then(...show('rejects'));
  await r.next().then(...show('rejects'));
  await r.next().then(...show('rejects'));

  // A return while it is suspended, with a promise that rejects: thrown at the yield.
  async function* catching() {
    try {
      yield 1;
    } catch (e) {
      yield `caught ${e}`;
    }
  }
  const c = catching();
  await c.next();
  await c.return(Promise.reject('in return')).then(...show('catching'));
  await c.next().then(...show('catching'));

  // yield*
  async function* outer() {
    const result = yield* numbers(2);
    console.log('result', result);
    yield* [Promise.resolve('sync'), 'iterator'];
    try {
      yield* [Promise.reject('bad element')];
    } catch (e) {
      console.log('caught', e);
    }
  }
  for await (const x of outer()) console.log('outer', x);
  const o = outer();
  await o.next();
  await o.return('through').then(...show('return through yield*'));
  const o2 = outer();
  await o2.next();
  await o2.throw('through').then(...show('throw through yield*'));

  // for await closes what it leaves.
  for await (const x of numbers(5)) if (x === 2) break;
  try {
    for await (const x of numbers(6)) throw 'body';
  } catch (e) {
    console.log('thrown', e);
  }
  const iterable = {
    [Symbol.asyncIterator]() {
      return {
        next: async () => ({ value: 1, done: false }),
        return: async () => {
          console.log('return called');
          return 5;
        },
      };
    },
  };
  try {
    for await (const x of iterable) break;
  } catch (e) {
    console.log(e.name);
  }
  try {
    for await (const x of iterable) throw 'kept';
  } catch (e) {
    console.log(e);
  }
  try {
    for await (const x of { [Symbol.asyncIterator]: () => ({ next: () => 1 }) });
  } catch (e) {
    console.log(e.name);
  }
  for (const bad of [undefined, 5, {}, { [Symbol.asyncIterator]: 5 }, { [Symbol.asyncIterator]: () => 5 }]) {
    try {
      for await (const x of bad);
    } catch (e) {
      console.log(e.name);
    }
  }
  // Destructuring in the head.
  for await (const { a, b = a } of [{ a: 1 }, Promise.resolve({ a: 2, b: 3 })]) console.log(a, b);
  let target = {};
  for await (target.x of [Promise.resolve('assigned')]);
  console.log(target);
  // Closures over the variables of each iteration.
  const fs = [];
  for await (const x of [1, 2, 3]) fs.push(() => x);
  console.log(fs.map((f) => f()));

  // next on the wrong receiver rejects.
  const proto = Object.getPrototypeOf(numbers.prototype);
  for (const name of ['next', 'return', 'throw']) await proto[name].call({}).catch((e) => console.log(name, e.name));
}
main().then(() => console.log('main is over'), (e) => console.log('main failed', e));
