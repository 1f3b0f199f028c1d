// BigInt.asIntN and asUintN in code that gets hot: widths and values at their limits, other types, conversions, and a width that is written.
const widths = [0, 1, 8, 31, 32, 63, 64, 65, 128, 255, 256, 257, 1000, 1.9, -0, '64', true, undefined, null];
const values = [0n, 1n, -1n, 127n, -128n, (1n << 63n) - 1n, 1n << 63n, -(1n << 63n), (1n << 64n) - 1n, 1n << 64n, -(1n << 64n), (1n << 256n) - 1n, 1n << 256n, -(1n << 256n), (1n << 257n) + 5n, -(1n << 2000n), '12', true];
function both(width, value) { return BigInt.asUintN(width, value) * 3n + BigInt.asIntN(width, value); }
let total = 0n;
for (let round = 0; round < 60; round++) for (const width of widths) for (const value of values) total = (total + both(width, value)) % 1000000007n;
console.log(String(total));

let hash = 0xcbf29ce484222325n;
for (let i = 0; i < 5000; i++) hash = BigInt.asUintN(64, (hash ^ BigInt(i & 255)) * 0x100000001b3n);
console.log(hash.toString(16));
let state = 42n;
function next() {
  state = BigInt.asIntN(64, state * 6364136223846793005n + 1442695040888963407n);
  return state;
}
let sum = 0n;
for (let i = 0; i < 3000; i++) sum = BigInt.asIntN(64, sum + next());
console.log(String(sum));

const errors = new Map();
for (const [width, value] of [[-1, 1n], [2 ** 53, 1n], [64, 1], [64, undefined], [64, Symbol('s')], [1n, 1n], [Symbol('w'), 1n], [64, 'x'], [1.5e300, 2n]]) {
  for (let i = 0; i < 200; i++) {
    try {
      both(width, value);
    } catch (e) {
      const text = `${e.name}: ${e.message}`;
      errors.set(text, (errors.get(text) ?? 0) + 1);
    }
  }
}
console.log([...errors].map(([text, count]) => `${count} ${text}`).join('\n'));
const order = [];
both({ valueOf() { order.push('width'); return 8; } }, { valueOf() { order.push('value'); return 300n; } });
console.log(order.join());
