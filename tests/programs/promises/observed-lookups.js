// Whoever looks up `then` and `constructor` of promises is told, however often nobody was there to be told before.
const log = [];
const note = (text) => log.push(text);

async function awaits(p) {
  return await p;
}
async function returns(p) {
  return p;
}

async function main() {
  for (let i = 0; i < 300; i++) {
    await awaits(Promise.resolve(i));
    await returns(awaits(i));
    await Promise.resolve(i).then((v) => Promise.resolve(v + 1));
  }

  // Own properties: data by assignment, and an accessor by definition.
  const assigned = Promise.resolve('assigned');
  assigned.then = (f) => f('own then');
  note(await returns(assigned));
  note(await awaits(assigned));
  const foreign = Promise.resolve('foreign');
  foreign.constructor = undefined;
  note(await awaits(foreign));
  const defined = Promise.resolve('defined');
  Object.defineProperty(defined, 'then', {
    get() {
      note('get then');
      return Promise.prototype.then;
    },
  });
  note(await returns(defined));
  const species = Promise.resolve('species');
  Object.defineProperty(species, 'constructor', {
    get() {
      note('get constructor');
      return Promise;
    },
  });
  note(await awaits(species));
  note(await returns(species));
  note(await species.then((v) => v + '!'));

  // Another prototype, a subclass, and a thenable that throws after it has resolved.
  const moved = Promise.resolve('moved');
  Object.setPrototypeOf(moved, {
    __proto__: Promise.prototype,
    get then() {
      note('inherited then');
      return super.then;
    },
    get constructor() {
      note('inherited constructor');
      return super.constructor;
    },
  });
  note(await awaits(moved));
  note(await returns(moved));
  class Own extends Promise {
    then(f, r) {
      note('Own.then');
      return super.then(f, r);
    }
  }
  note(await returns(Own.resolve('own')));
  note(await awaits(Own.resolve('own')));
  note(await returns({ then(f) { f('first'); throw new Error('too late'); } }));
  note(await returns({ get then() { throw 'no then'; } }).catch((e) => e));

  // The order of ticks: a promise that is returned takes two more than a value.
  const ticks = [];
  const race = [
    returns(Promise.resolve()).then(() => ticks.push('promise')),
    returns({ then: (f) => f() }).then(() => ticks.push('thenable')),
    returns(1).then(() => ticks.push('value')),
    awaits(Promise.resolve()).then(() => ticks.push('awaited')),
    Promise.resolve().then(() => Promise.reject('r')).catch((e) => ticks.push(e)),
    Promise.resolve().then(() => ticks.push(1)).then(() => ticks.push(2)).then(() => ticks.push(3)).then(() => ticks.push(4)).then(() => ticks.push(5)),
  ];
  await Promise.all(race);
  note(ticks.join());

  // At last the prototype itself.
  const { then } = Promise.prototype;
  let count = 0;
  Promise.prototype.then = function (f, r) {
    count++;
    return then.call(this, f, r);
  };
  note(await returns(Promise.resolve('replaced')));
  note(await awaits(Promise.resolve('awaits need no then')));
  note(count);
  Object.defineProperty(Promise.prototype, 'then', {
    get() {
      note('prototype then');
      return then;
    },
    configurable: true,
  });
  note(await returns(Promise.resolve('accessor')));
  delete Promise.prototype.then;
  const last = returns(Promise.resolve('fulfilled with a promise that has no then'));
  Promise.prototype.then = then;
  note((await last) instanceof Promise);
  const { constructor } = Promise.prototype;
  Object.defineProperty(Promise.prototype, 'constructor', {
    get() {
      note('prototype constructor');
      return constructor;
    },
  });
  note(await awaits(Promise.resolve('end')));
}
main().then(() => console.log(log.join('\n')), (error) => console.log('failed', error));
