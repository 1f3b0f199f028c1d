// Integer numerics: SHA-256 and HMAC, written with 32-bit operators over arrays of words.
//
// Checks the published test vectors, then makes a chain of digests (each the hash of the one before and of a message).
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const LINKS = Math.max(2, Math.round(13_000 * SCALE));

const isPrime = (n) => {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
};
const PRIMES = [];
for (let n = 2; PRIMES.length < 64; n++) if (isPrime(n)) PRIMES.push(n);

/** The first 32 bits of the fraction of x. */
const fraction = (x) => ((x - Math.floor(x)) * 2 ** 32) | 0;
const K = PRIMES.map((p) => fraction(Math.cbrt(p)));
const INITIAL = PRIMES.slice(0, 8).map((p) => fraction(Math.sqrt(p)));

const rotate = (x, n) => (x >>> n) | (x << (32 - n));

class Sha256 {
  constructor() {
    this.state = [...INITIAL];
    this.block = new Array(64).fill(0);
    this.buffer = [];
    this.length = 0;
  }

  update(bytes) {
    this.length += bytes.length;
    for (const byte of bytes) {
      this.buffer.push(byte);
      if (this.buffer.length === 64) this.flush();
    }
    return this;
  }

  flush() {
    const { block, buffer } = this;
    for (let i = 0; i < 16; i++) {
      block[i] = (buffer[4 * i] << 24) | (buffer[4 * i + 1] << 16) | (buffer[4 * i + 2] << 8) | buffer[4 * i + 3];
    }
    buffer.length = 0;
    this.compress();
  }

  compress() {
    const { state, block: w } = this;
    for (let i = 16; i < 64; i++) {
      const s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      const s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((x, i) => (state[i] = (state[i] + x) | 0));
  }

  digest() {
    const bits = this.length * 8;
    const padding = [0x80];
    while ((this.buffer.length + padding.length) % 64 !== 56) padding.push(0);
    for (let shift = 56; shift >= 0; shift -= 8) padding.push(Math.floor(bits / 2 ** shift) & 255);
    this.update(padding);
    return this.state.flatMap((x) => [x >>> 24, (x >>> 16) & 255, (x >>> 8) & 255, x & 255]);
  }
}

const bytesOf = (text) => Array.from(text, (c) => c.charCodeAt(0));
const hex = (bytes) => bytes.map((x) => x.toString(16).padStart(2, '0')).join('');
const sha256 = (bytes) => new Sha256().update(bytes).digest();

function hmac(key, message) {
  const padded = [...(key.length > 64 ? sha256(key) : key)];
  while (padded.length < 64) padded.push(0);
  const inner = new Sha256().update(padded.map((x) => x ^ 0x36)).update(message).digest();
  return new Sha256().update(padded.map((x) => x ^ 0x5c)).update(inner).digest();
}

const expect = (actual, expected) => {
  if (actual !== expected) throw new Error(`${actual} instead of ${expected}`);
};
expect(hex(sha256([])), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
expect(hex(sha256(bytesOf('abc'))), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
expect(hex(sha256(bytesOf('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'))), '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1');
expect(hex(hmac(bytesOf('Jefe'), bytesOf('what do ya want for nothing?'))), '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');

let link = sha256(bytesOf('start'));
for (let i = 0; i < LINKS; i++) {
  const message = bytesOf(`message number ${i}, for whoever it concerns`);
  link = i % 4 === 0 ? hmac(link, message) : new Sha256().update(link).update(message).digest();
}
console.log(`sha256: ${LINKS} links end in ${hex(link).slice(0, 32)}`);
