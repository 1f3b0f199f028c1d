// The constructor, then, resolving functions, thenables, catch and finally.
const log = (...args) => console.log(...args);
const fails = (f) => {
  try {
    log('no error', f());
  } catch (e) {
    log(`${e.name}: ${e.message}`);
  }
};
fails(() => Promise());
fails(() => new Promise());
fails(() => new Promise({}));
fails(() => Promise.prototype.then.call({}));
fails(() => Promise.resolve.call(1));
fails(() => Promise.resolve.call({}));
fails(() => Promise.prototype.finally.call(1));
fails(() => Promise.all.call(undefined));

const p = new Promise((resolve, reject) => {
  log(resolve.length, reject.length, JSON.stringify(resolve.name));
  log(resolve(1), resolve(2), reject(3));
  throw new Error('after resolve');
});
p.then((v) => log('resolved once', v));
new Promise(() => {
  throw new Error('executor');
}).then(null, (e) => log('rejected', e.message));
new Promise((_, reject) => reject(Promise.resolve(1))).catch((e) => log('not unwrapped', e instanceof Promise));

let resolveSelf;
const self = new Promise((resolve) => (resolveSelf = resolve));
resolveSelf(self);
self.catch((e) => log(`${e.name}: ${e.message}`));

// Thenables.
new Promise((resolve) =>
  resolve({
    then(onFulfilled, onRejected) {
      log('then is called', this.tag);
      onFulfilled('first');
      onFulfilled('second');
      onRejected('third');
      throw new Error('ignored');
    },
    tag: 'receiver',
  }),
).then((v) => log('thenable', v));
new Promise((resolve) =>
  resolve({
    get then() {
      throw new Error('getter');
    },
  }),
).catch((e) => log('then getter', e.message));
new Promise((resolve) => resolve({ then: 5 })).then((v) => log('no thenable', v));
new Promise((resolve) => resolve({ then() { throw 'then threw'; } })).catch((e) => log(e));

// then
Promise.resolve(1).then().then(5, 6).then((v) => log('passed through', v));
Promise.reject(2).then((v) => log('never', v)).then(5).catch((e) => log('passed through', e));
Promise.resolve().then(() => { throw 'in handler'; }).catch((e) => log(e));
Promise.resolve().then(() => Promise.resolve('unwrapped')).then(log);
Promise.reject(1).catch(() => 'recovered').then(log);

// finally
Promise.resolve('kept').finally((...args) => { log('finally', args.length); return 'dropped'; }).then(log);
Promise.reject('kept').finally(() => 'dropped').catch((e) => log('still rejected', e));
Promise.resolve('lost').finally(() => { throw 'thrown in finally'; }).catch((e) => log(e));
Promise.resolve('waits').finally(() => new Promise((r) => r('x'))).then(log);
Promise.resolve('not callable').finally(5).then(log);

// Getters that guests put in the way.
const odd = Promise.resolve('odd');
Object.defineProperty(odd, 'constructor', { get() { log('constructor is read'); return Promise; } });
odd.then(log);
log(Promise.resolve(odd) === odd);
Object.defineProperty(Object.prototype, 'then', { configurable: true, get() { return undefined; } });
Promise.resolve({ plain: true }).then((v) => log(Object.keys(v)));
(async () => ({ returned: 1 }))().then((v) => log(Object.keys(v)));
delete Object.prototype.then;

log(p, Promise.reject(new RangeError('shown')).catch(() => {}) instanceof Promise, Object.prototype.toString.call(p));
