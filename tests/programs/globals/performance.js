// performance: a clock that never goes back, and the time at which it was 0.
let last = performance.now();
let isMonotonic = true;
for (let i = 0; i < 300; i++) {
  const now = performance.now();
  if (!(now >= last)) isMonotonic = false;
  last = now;
}
console.log(isMonotonic, typeof last, typeof performance.timeOrigin, Math.abs(performance.timeOrigin + performance.now() - Date.now()) < 1000);
console.log(String(performance), 'performance' in globalThis, Object.keys(globalThis).includes('performance'));
console.log(typeof JSON.parse(JSON.stringify(performance)).timeOrigin, Object.getPrototypeOf(performance) !== Object.prototype, Object.hasOwn(performance, 'now'));
const { now } = performance;
for (const f of [() => now(), () => now.call({}), () => Object.getPrototypeOf(performance).now(), () => Object.create(performance).timeOrigin]) {
  try {
    console.log(typeof f());
  } catch (error) {
    console.log(error.name);
  }
}
console.log(performance.now.length, performance.now.name);
