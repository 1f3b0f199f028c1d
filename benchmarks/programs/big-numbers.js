// BigInt: digits of pi by a spigot, RSA with primes found by Miller and Rabin's test, continued fractions, binomials.
//
// Numbers from one word to some thousand bits. Checks known digits, that what is encrypted can be decrypted, identities.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const DIGITS = Math.max(20, Math.round(1500 * SCALE));
const KEYS = Math.max(1, Math.round(10 * SCALE));
const BITS = SCALE < 0.1 ? 48 : 160;
const MIXES = Math.max(100, Math.round(200_000 * SCALE));

const check = (holds, what) => {
  if (!holds) throw new Error(what);
};

/** Gibbons' unbounded spigot. */
function* piDigits() {
  let [q, r, t, k, m, x] = [1n, 0n, 1n, 1n, 3n, 3n];
  for (;;) {
    if (4n * q + r - t < m * t) {
      yield Number(m);
      [q, r, m] = [10n * q, 10n * (r - m * t), (10n * (3n * q + r)) / t - 10n * m];
    } else {
      [q, r, t, k, m, x] = [q * k, (2n * q + r) * x, t * x, k + 1n, (q * (7n * k + 2n) + r * x) / (t * x), x + 2n];
    }
  }
}

let pi = '';
for (const digit of piDigits()) {
  pi += digit;
  if (pi.length === DIGITS) break;
}
check('31415926535897932384626433832795028841971693993751'.startsWith(pi.slice(0, 50)), `pi begins with ${pi.slice(0, 50)}`);

// -- RSA

let state = 0x9e3779b97f4a7c15n;
/** A 64-bit xorshift generator. */
function random64() {
  state ^= BigInt.asUintN(64, state << 13n);
  state ^= state >> 7n;
  state ^= BigInt.asUintN(64, state << 17n);
  return state;
}

function randomBits(bits) {
  let value = 0n;
  for (let have = 0; have < bits; have += 64) value = (value << 64n) | random64();
  return BigInt.asUintN(bits, value);
}

function power(base, exponent, modulus) {
  let result = 1n;
  base %= modulus;
  while (exponent > 0n) {
    if (exponent & 1n) result = (result * base) % modulus;
    base = (base * base) % modulus;
    exponent >>= 1n;
  }
  return result;
}

const SMALL = [3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n, 43n, 47n];

function isProbablePrime(n) {
  for (const p of SMALL) if (n % p === 0n) return n === p;
  let odd = n - 1n;
  let twos = 0;
  while ((odd & 1n) === 0n) {
    odd >>= 1n;
    twos++;
  }
  for (const base of [2n, 3n, 5n, 7n, 11n, 13n]) {
    let x = power(base, odd, n);
    if (x === 1n || x === n - 1n) continue;
    let composite = true;
    for (let i = 1; i < twos && composite; i++) {
      x = (x * x) % n;
      if (x === n - 1n) composite = false;
    }
    if (composite) return false;
  }
  return true;
}

function findPrime(bits) {
  for (let n = randomBits(bits) | 1n | (1n << BigInt(bits - 1)); ; n += 2n) if (isProbablePrime(n)) return n;
}

function inverse(a, modulus) {
  let [r0, r1, s0, s1] = [modulus, a, 0n, 1n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1] = [r1, r0 - quotient * r1];
    [s0, s1] = [s1, s0 - quotient * s1];
  }
  return r0 === 1n ? ((s0 % modulus) + modulus) % modulus : null;
}

let keySum = 0n;
for (let n = 0; n < KEYS; n++) {
  let p, q, secret;
  do {
    [p, q] = [findPrime(BITS), findPrime(BITS)];
    secret = inverse(65537n, (p - 1n) * (q - 1n));
  } while (p === q || secret === null);
  const modulus = p * q;
  const message = BigInt('0x' + Array.from('attack', (c) => c.charCodeAt(0).toString(16)).join('')) + BigInt(n);
  const encrypted = power(message, 65537n, modulus);
  check(encrypted !== message && power(encrypted, secret, modulus) === message, 'what was encrypted cannot be decrypted');
  keySum ^= modulus;
}

// -- Hashes of 64 bits, as one writes them with BigInt

let hash = 0xcbf29ce484222325n;
for (let i = 0; i < MIXES; i++) hash = BigInt.asUintN(64, (hash ^ BigInt(i & 255)) * 0x100000001b3n);

// -- Binomials, and convergents of the square root of two

const factorials = [1n];
for (let n = 1n; n <= 200n; n++) factorials.push(factorials[factorials.length - 1] * n);
const binomial = (n, k) => factorials[n] / (factorials[k] * factorials[n - k]);
let rows = 0n;
for (let k = 0; k <= 200; k++) rows += binomial(200, k);
check(rows === 1n << 200n, 'a row of binomials adds up to a power of two');

let [a, b] = [1n, 1n];
for (let i = 0; i < 300; i++) {
  check(a * a - 2n * b * b === (i % 2 === 0 ? -1n : 1n), `convergent ${i} is wrong`);
  [a, b] = [a + 2n * b, a + b];
}
console.log(`big-numbers: ${DIGITS} digits of pi end in ${pi.slice(-10)}, keys ${(keySum & 0xffffffffn).toString(16)}, hash ${hash.toString(16)}, ${String(a).length} digits`);
