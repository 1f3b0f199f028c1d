// Timers by due time and then by start; jobs between them; immediates; what clears and what repeats.
const log = (...args) => console.log(...args);
setTimeout(() => log('40'), 40);
setTimeout(() => log('20 first'), 20);
setTimeout(() => log('20 second'), 20);
setTimeout((...args) => log('arguments', args), 60, 'a', 'b');
setTimeout(() => {
  log('80, then a job');
  Promise.resolve().then(() => log('job of 80'));
  queueMicrotask(() => log('microtask of 80'));
}, 80);
setTimeout(() => log('80 after the jobs'), 80);
const cleared = setTimeout(() => log('never'), 10);
clearTimeout(cleared);
clearTimeout(undefined);
clearTimeout({});
clearTimeout(12345);
const byNumber = setTimeout(() => log('never'), 10);
clearTimeout(+byNumber);
let rounds = 0;
const interval = setInterval((label) => {
  log(label, ++rounds);
  if (rounds === 3) clearInterval(interval);
}, 25, 'interval');
const self = setInterval(() => {
  log('once');
  clearInterval(Number(self));
}, 110);
setTimeout(() => {
  setImmediate(() => log('immediate of a timer'));
  setTimeout(() => log('timer of a timer'), 30);
  process_later('job of a timer');
}, 130);
function process_later(text) {
  Promise.resolve().then(() => log(text));
}
setTimeout(function () {
  log('nested', typeof this, this === nested);
  setImmediate(() => {
    log('immediate 1');
    setImmediate(() => log('immediate of an immediate'));
    Promise.resolve().then(() => log('job of an immediate'));
  });
  setImmediate(() => log('immediate 2'));
  clearImmediate(setImmediate(() => log('never')));
}, 200);
const nested = setTimeout(() => {}, 1);
const sleep = (ms, v) => new Promise((resolve) => setTimeout(resolve, ms, v));
(async () => {
  log(await sleep(300, 'slept'));
  log(await Promise.race([sleep(50, 'slow'), sleep(20, 'fast')]));
  const all = await Promise.all([sleep(30, 1), sleep(10, 2), sleep(20, 3)]);
  log(all);
  for await (const x of ticks(3)) log('tick', x);
})();
async function* ticks(n) {
  for (let i = 0; i < n; i++) {
    await sleep(15);
    yield i;
  }
}
for (const bad of [undefined, 5, 'code', {}]) {
  try {
    setTimeout(bad, 1);
  } catch (e) {
    log(e.name, e.code, e.message);
  }
}
log(typeof setTimeout(() => {}, { valueOf: () => 5 }), cleared.hasRef(), cleared.unref() === cleared, cleared.hasRef());
const quiet = setInterval(() => log('never: it does not keep the loop'), 100000);
quiet.unref();
log('end of script');
