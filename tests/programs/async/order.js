// The order of jobs: ticks of await, of then, of thenables, of returns of promises.
const log = [];
const tick = (name, n) => {
  let p = Promise.resolve();
  for (let i = 1; i <= n; i++) p = p.then(() => log.push(`${name}${i}`));
  return p;
};
async function awaits(name, x) {
  log.push(`${name} start`);
  await x;
  log.push(`${name} end`);
}
async function returnsPromise() {
  return Promise.resolve('p');
}
async function returnsValue() {
  return 'v';
}
tick('t', 8);
awaits('value', 1);
awaits('promise', Promise.resolve());
awaits('thenable', { then: (r) => r() });
awaits('async', returnsValue());
awaits('async of promise', returnsPromise());
returnsPromise().then(() => log.push('returned promise'));
returnsValue().then(() => log.push('returned value'));
new Promise((resolve) => resolve(Promise.resolve())).then(() => log.push('resolved with promise'));
Promise.resolve(Promise.resolve()).then(() => log.push('Promise.resolve'));
Promise.reject(1).catch(() => log.push('caught')).finally(() => log.push('finally')).then(() => log.push('after finally'));
queueMicrotask(() => log.push('microtask'));
Promise.all([1, Promise.resolve(2)]).then(() => log.push('all'));
Promise.race([new Promise(() => {}), Promise.resolve(2)]).then(() => log.push('race'));
class Sub extends Promise {}
awaits('subclass', Sub.resolve());
const own = Promise.resolve();
own.constructor = Sub;
awaits('own constructor', own);
async function* generator() {
  log.push('g1');
  yield 1;
  log.push('g2');
  yield Promise.resolve(2);
  return Promise.resolve(3);
}
(async () => {
  for await (const x of generator()) log.push(`for await ${x}`);
  for await (const x of [10, Promise.resolve(20)]) log.push(`sync ${x}`);
})();
const g = generator();
g.next().then((r) => log.push(`next ${r.value}`));
g.next().then((r) => log.push(`next ${r.value}`));
g.return('r').then((r) => log.push(`return ${r.value}`));
g.next().then((r) => log.push(`over ${r.done}`));
log.push('end of script');
(async () => {
  await tick('late', 12);
  console.log(log.join('\n'));
})();
