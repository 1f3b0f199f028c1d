// What runs for long without the JIT is interrupted by a library function (interpreter/priming.ts). The guest must not be able to tell:
// whatever it has put on the prototypes is not called, and what is there stays as it is.
let calls = 0;
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'q', 'x', 'z', 'own', 'one', 'prototype', 'PrimedGlobal', 'length', '1', '3'];
for (const name of names) {
  Object.defineProperty(Object.prototype, name, {
    configurable: true,
    get() {
      calls++;
    },
    set(value) {
      calls++;
    },
  });
}
Object.defineProperty(Function.prototype, 'own', { configurable: true, set() { calls++; } });
Object.defineProperty(Array.prototype, '2', { configurable: true, get() { calls++; }, set() { calls++; } });
const { toString, valueOf } = Number.prototype;
Number.prototype.valueOf = function () { calls++; };
Number.prototype.toString = function () { calls++; };

function step(n) {
  return (n * 31 + 7) % 1009;
}
let state = 1;
for (let i = 0; i < 12000; i++) state = step(state);
for (const name of names) delete Object.prototype[name];
delete Function.prototype.own;
delete Array.prototype[2];
Object.assign(Number.prototype, { toString, valueOf });
console.log(state, calls);
console.log(typeof PrimedGlobal, typeof PrimeLoop, Object.keys(globalThis).includes('PrimedGlobal'));

// The same where arrays iterate otherwise.
const iterate = Array.prototype[Symbol.iterator];
let iterations = 0;
Array.prototype[Symbol.iterator] = function () {
  iterations++;
  return iterate.call(this);
};
for (let i = 0; i < 12000; i++) state = step(state);
console.log(state, iterations);
const [first] = [state];
console.log(first === state, iterations);

// And where it starts deep in a recursion.
function deep(n) {
  if (n > 0) return deep(n - 1) + 1;
  let s = 0;
  for (let i = 0; i < 9000; i++) s = step(s + i);
  return s;
}
console.log(deep(700));
