// Atomics with one agent.
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return e.name;
  }
};
for (const Kind of [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array]) {
  const a = new Kind(new SharedArrayBuffer(16));
  console.log(Kind.name, Atomics.store(a, 0, 250.7), Atomics.add(a, 0, 10), Atomics.load(a, 0), Atomics.sub(a, 0, '5'), Atomics.and(a, 0, 0xf7), Atomics.or(a, 0, 1), Atomics.xor(a, 0, 3), Atomics.exchange(a, 0, -1), Atomics.compareExchange(a, 0, -1, 7), a[0]);
}
const big = new BigInt64Array(2);
console.log(Atomics.add(big, 1, 5n), Atomics.exchange(big, 1, -1n), Atomics.compareExchange(big, 1, -1n, 9n), big[1], attempt(() => Atomics.add(big, 0, 1)));
console.log(Object.is(Atomics.store(new Int8Array(1), 0, -0), 0), Atomics.isLockFree(4), Atomics.isLockFree(3), Atomics.isLockFree({ valueOf: () => 8 }));
console.log(attempt(() => Atomics.load(new Float64Array(1), 0)), attempt(() => Atomics.load(new Uint8ClampedArray(1), 0)), attempt(() => Atomics.load(new Int8Array(1), 1)), attempt(() => Atomics.load([], 0)), attempt(() => Atomics.load(new Int8Array(1), -1)));
const order = [];
const number = (name, n) => ({ valueOf() { order.push(name); return n; } });
const ints = new Int32Array(2);
console.log(Atomics.compareExchange(ints, number('index', 1), number('expected', 0), number('replacement', 4)), ints[1], order.join());
console.log(Atomics.notify(ints, 0, 1), attempt(() => Atomics.wait(ints, 0, 0, 0)), attempt(() => Atomics.notify(new Int8Array(1), 0)));
console.log(Object.prototype.toString.call(Atomics), Object.getOwnPropertyNames(Atomics).filter((name) => name !== 'waitAsync').sort().join());
const counter = new Int32Array(new SharedArrayBuffer(4));
for (let i = 0; i < 3000; i++) Atomics.add(counter, 0, i & 3);
console.log(Atomics.load(counter, 0));
