// all, allSettled, any, race, resolve, reject: results, errors, iterators, subclasses.
const log = (...args) => console.log(...args);
const later = (v, n = 3) => (n === 0 ? Promise.resolve(v) : Promise.resolve().then(() => later(v, n - 1)));
const fail = (e, n = 3) => later(0, n).then(() => { throw e; });
const settle = (label, p) => p.then((v) => log(label, v), (e) => log(label, 'rejected', e instanceof AggregateError ? [e.message, e.errors] : e instanceof Error ? e.name : e));

settle('all', Promise.all([later('a'), 'b', { then: (r) => r('c') }]));
settle('all empty', Promise.all([]));
settle('all fails', Promise.all([later(1), fail('x'), fail('y', 1)]));
settle('all of a generator', Promise.all((function* () { yield 1; yield later(2); })()));
settle('all of no iterable', Promise.all(5));
settle('allSettled', Promise.allSettled([later(1), fail('x'), 3]));
settle('allSettled empty', Promise.allSettled(new Set()));
settle('any', Promise.any([fail('x', 1), later('first'), later('second', 9)]));
settle('any fails', Promise.any([fail('x'), fail('y', 1)]));
settle('any empty', Promise.any([]));
settle('race', Promise.race([later('slow', 5), later('fast', 1), fail('never', 9)]));
settle('race fails', Promise.race([later('slow', 5), fail('fast', 1)]));
settle('race of the past', Promise.race([new Promise(() => {}), 'now']));

// An iterator is closed when a step in between fails, and not when it fails itself.
const closing = (values) => ({
  [Symbol.iterator]() {
    let i = 0;
    return {
      next: () => (i < values.length ? { value: values[i++], done: false } : { done: true }),
      return() {
        log('closed');
        return {};
      },
    };
  },
});
class Picky extends Promise {
  static resolve(v) {
    if (v === 'bad') throw new Error('picky');
    return super.resolve(v);
  }
}
settle('picky all', Picky.all(closing([1, 'bad', 2])));
settle('picky race', Picky.race(closing(['bad'])));
settle('throwing iterator', Promise.all({ [Symbol.iterator]: () => ({ next() { throw 'next'; }, return: () => log('never') }) }));
settle('not callable', Promise.all.call(class extends Promise { static resolve = 5; }, closing([1])));

// Subclasses.
class Tagged extends Promise {
  constructor(executor) {
    super(executor);
    this.tag = 'tagged';
  }
}
const t = Tagged.resolve(1);
log(t instanceof Tagged, t.tag, t.then(() => {}) instanceof Tagged, t.finally(() => {}).tag, Tagged.all([]).tag, Tagged.reject(1).catch(() => {}).tag);
log(Tagged.resolve(t) === t, Promise.resolve(t) === t, Tagged.resolve(Promise.resolve()).tag);
class Plain extends Promise {
  static get [Symbol.species]() {
    return Promise;
  }
}
log(Plain.resolve().then(() => {}) instanceof Plain, Plain.resolve() instanceof Plain);
try {
  Promise.all.call(function (executor) { executor(() => {}, undefined); }, []);
} catch (e) {
  log(e.message);
}
try {
  new (class extends Promise { constructor() { super((a, b) => {}); } })().then();
} catch (e) {
  log(e.message);
}
const calls = [];
function Custom(executor) {
  executor((v) => calls.push(['resolve', v]), (e) => calls.push(['reject', e]));
}
log(Promise.resolve.call(Custom, 1) instanceof Custom, Promise.reject.call(Custom, 2) instanceof Custom, JSON.stringify(calls));
// The functions that elements are given work once.
let taken;
Promise.all.call(
  class extends Promise {
    static resolve() {
      return { then: (f) => (taken = f) };
    }
  },
  [0, 0],
).then((v) => log('never', v));
log(taken.length, JSON.stringify(taken.name), taken(1), taken(2));
for (const name of ['all', 'allSettled', 'any', 'race', 'reject', 'resolve']) log(name, Promise[name].length, Promise[name].name);
for (const name of ['then', 'catch', 'finally']) log(name, Promise.prototype[name].length);
