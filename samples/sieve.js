// The sieve of Eratosthenes, then what one can do with it: counting primes, twin primes, gaps, Goldbach pairs.
//
// Shows: a large array of booleans written with strides, then read sequentially; integer loops.
// There are 148,933 primes below two million.

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const LIMIT = 2_000_000;
const ROUNDS = 2 * SCALE;
const GOLDBACH_LIMIT = Math.round(20_000 * Math.sqrt(SCALE));

function sieve(limit) {
  const isPrime = new Array(limit + 1).fill(true);
  isPrime[0] = isPrime[1] = false;
  for (let n = 2; n * n <= limit; n++) {
    if (!isPrime[n]) continue;
    for (let multiple = n * n; multiple <= limit; multiple += n) isPrime[multiple] = false;
  }
  return isPrime;
}

function collect(isPrime) {
  const primes = [];
  for (let n = 0; n < isPrime.length; n++) {
    if (isPrime[n]) primes.push(n);
  }
  return primes;
}

function widestGap(primes) {
  let widest = { from: 2, to: 3 };
  for (let i = 1; i < primes.length; i++) {
    const from = primes[i - 1];
    const to = primes[i];
    if (to - from > widest.to - widest.from) widest = { from, to };
  }
  return widest;
}

/** The even number that needs the largest smallest prime p so that it is p plus another prime. */
function hardestGoldbach(isPrime, primes, limit) {
  let hardest = { sum: 4, prime: 2 };
  for (let sum = 4; sum <= limit; sum += 2) {
    const prime = primes.find((p) => isPrime[sum - p]);
    if (prime > hardest.prime) hardest = { sum, prime };
  }
  return hardest;
}

let isPrime = [];
let total = 0;
for (let round = 1; round <= ROUNDS; round++) {
  isPrime = sieve(LIMIT);
  let count = 0;
  for (const flag of isPrime) {
    if (flag) count++;
  }
  total += count;
}

const primes = collect(isPrime);
if (total !== ROUNDS * primes.length) throw new Error('the rounds differ');
const twins = primes.filter((p) => isPrime[p + 2]).length;
const { from, to } = widestGap(primes);
const { sum, prime } = hardestGoldbach(isPrime, primes, GOLDBACH_LIMIT);

console.log(`sieve: ${primes.length} primes up to ${LIMIT}, the last one is ${primes[primes.length - 1]}`);
console.log(`${twins} pairs of twin primes; the widest gap is ${to - from}, from ${from} to ${to}`);
console.log(`hardest even number up to ${GOLDBACH_LIMIT}: ${sum} = ${prime} + ${sum - prime}`);
console.log(`sum of all primes: ${primes.reduce((a, b) => a + b, 0)}`);
