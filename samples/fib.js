// Recursion: Fibonacci numbers, Takeuchi's and Ackermann's functions, the towers of Hanoi, mutual recursion.
//
// Shows: function calls, and hardly anything else. All results are known.

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const FIB_N = 34 + Math.round(Math.log2(SCALE) / Math.log2(1.618));
const TAK = [18, 12, 6];
const ACKERMANN = [2, 300];
const DISKS = 17 + Math.round(Math.log2(SCALE));
const PARITY_ROUNDS = 1_500 * SCALE;
const PARITY_DEPTH = 500;

function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

function tak(x, y, z) {
  return y >= x ? z : tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y));
}

function ackermann(m, n) {
  if (m === 0) return n + 1;
  if (n === 0) return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}

function hanoi(disks, from = 'a', to = 'b', spare = 'c', move = () => {}) {
  if (disks === 0) return;
  hanoi(disks - 1, from, spare, to, move);
  move(disks, from, to);
  hanoi(disks - 1, spare, to, from, move);
}

const isEven = (n) => (n === 0 ? true : isOdd(n - 1));
const isOdd = (n) => (n === 0 ? false : isEven(n - 1));

console.log(`fib(${FIB_N}) = ${fib(FIB_N)}`);
console.log(`tak(${TAK.join(', ')}) = ${tak(...TAK)}`);
console.log(`ackermann(${ACKERMANN.join(', ')}) = ${ackermann(...ACKERMANN)}`);

const pegs = { a: Array.from({ length: DISKS }, (_, i) => DISKS - i), b: [], c: [] };
let moves = 0;
hanoi(DISKS, 'a', 'b', 'c', (disk, from, to) => {
  const moved = pegs[from].pop();
  const below = pegs[to][pegs[to].length - 1] ?? Infinity;
  if (moved !== disk || below < moved) throw new Error(`cannot move disk ${disk} from ${from} to ${to}`);
  pegs[to].push(moved);
  moves++;
});
console.log(`hanoi(${DISKS}): ${moves} moves, ${pegs.b.length} disks on the second peg`);

let even = 0;
for (let i = 0; i < PARITY_ROUNDS; i++) {
  if (isEven(PARITY_DEPTH + i % 10)) even++;
}
console.log(`${even} of ${PARITY_ROUNDS} are even`);
