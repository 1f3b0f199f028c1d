// Integer numerics on bytes: the AES-128 block cipher, in counter mode and in cipher block chaining.
//
// Straightforward after the standard: a state of sixteen bytes, tables made from arithmetic in GF(2^8), a key schedule.
// Checks the vectors of the standard and that what was encrypted can be decrypted.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const KILOBYTES = Math.max(1, Math.round(190 * SCALE));

// -- Arithmetic in GF(2^8)

const LOG = new Array(256).fill(0);
const EXP = new Array(512).fill(0);
for (let i = 0, x = 1; i < 255; i++) {
  EXP[i] = x;
  EXP[i + 255] = x;
  LOG[x] = i;
  x ^= (x << 1) ^ (x & 0x80 ? 0x11b : 0);
}
const multiply = (a, b) => (a === 0 || b === 0 ? 0 : EXP[LOG[a] + LOG[b]]);

const SBOX = new Array(256).fill(0);
const INVERSE_SBOX = new Array(256).fill(0);
for (let i = 0; i < 256; i++) {
  let x = i === 0 ? 0 : EXP[255 - LOG[i]];
  x |= x << 8;
  const value = (x ^ (x >> 4) ^ (x >> 5) ^ (x >> 6) ^ (x >> 7) ^ 0x63) & 255;
  SBOX[i] = value;
  INVERSE_SBOX[value] = i;
}
const table = (factor) => Array.from({ length: 256 }, (_, x) => multiply(x, factor));
const [BY2, BY3, BY9, BY11, BY13, BY14] = [2, 3, 9, 11, 13, 14].map(table);

const ROUNDS = 10;

class Aes {
  constructor(key) {
    this.keys = Aes.expand(key);
    this.state = new Array(16).fill(0);
    this.spare = new Array(16).fill(0);
  }

  static expand(key) {
    const words = [0, 4, 8, 12].map((i) => key.slice(i, i + 4));
    for (let i = 4, rcon = 1; i < 4 * (ROUNDS + 1); i++) {
      let word = words[i - 1];
      if (i % 4 === 0) {
        const [a, b, c, d] = word;
        word = [SBOX[b] ^ rcon, SBOX[c], SBOX[d], SBOX[a]];
        rcon = multiply(rcon, 2);
      }
      words.push(word.map((byte, k) => byte ^ words[i - 4][k]));
    }
    return words.flat();
  }

  addKey(round) {
    const { state, keys } = this;
    for (let i = 0; i < 16; i++) state[i] ^= keys[16 * round + i];
  }

  /** Substitutes each byte and turns row r by r places, to the left or, with -1, to the right. */
  substituteAndShift(box, direction) {
    const { state, spare } = this;
    for (let column = 0; column < 4; column++) {
      for (let row = 0; row < 4; row++) spare[4 * column + row] = box[state[4 * ((column + direction * row) & 3) + row]];
    }
    this.state = spare;
    this.spare = state;
  }

  mixColumns() {
    const { state } = this;
    for (let i = 0; i < 16; i += 4) {
      const a = state[i];
      const b = state[i + 1];
      const c = state[i + 2];
      const d = state[i + 3];
      state[i] = BY2[a] ^ BY3[b] ^ c ^ d;
      state[i + 1] = a ^ BY2[b] ^ BY3[c] ^ d;
      state[i + 2] = a ^ b ^ BY2[c] ^ BY3[d];
      state[i + 3] = BY3[a] ^ b ^ c ^ BY2[d];
    }
  }

  unmixColumns() {
    const { state } = this;
    for (let i = 0; i < 16; i += 4) {
      const a = state[i];
      const b = state[i + 1];
      const c = state[i + 2];
      const d = state[i + 3];
      state[i] = BY14[a] ^ BY11[b] ^ BY13[c] ^ BY9[d];
      state[i + 1] = BY9[a] ^ BY14[b] ^ BY11[c] ^ BY13[d];
      state[i + 2] = BY13[a] ^ BY9[b] ^ BY14[c] ^ BY11[d];
      state[i + 3] = BY11[a] ^ BY13[b] ^ BY9[c] ^ BY14[d];
    }
  }

  load(bytes, at) {
    for (let i = 0; i < 16; i++) this.state[i] = bytes[at + i];
  }

  /** Encrypts the sixteen bytes at `at`; the result is in `state`. */
  encrypt(bytes, at = 0) {
    this.load(bytes, at);
    this.addKey(0);
    for (let round = 1; round <= ROUNDS; round++) {
      this.substituteAndShift(SBOX, 1);
      if (round < ROUNDS) this.mixColumns();
      this.addKey(round);
    }
    return this.state;
  }

  decrypt(bytes, at = 0) {
    this.load(bytes, at);
    for (let round = ROUNDS; round >= 1; round--) {
      this.addKey(round);
      if (round < ROUNDS) this.unmixColumns();
      this.substituteAndShift(INVERSE_SBOX, -1);
    }
    this.addKey(0);
    return this.state;
  }
}

function encryptChained(aes, bytes, start) {
  const result = [];
  let previous = start;
  for (let at = 0; at < bytes.length; at += 16) {
    const block = previous.map((byte, i) => byte ^ bytes[at + i]);
    previous = [...aes.encrypt(block)];
    result.push(...previous);
  }
  return result;
}

function decryptChained(aes, bytes, start) {
  const result = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const block = aes.decrypt(bytes, at);
    for (let i = 0; i < 16; i++) result.push(block[i] ^ (at === 0 ? start[i] : bytes[at - 16 + i]));
  }
  return result;
}

function countedMode(aes, bytes, nonce) {
  const counter = [...nonce, 0, 0, 0, 0];
  const result = new Array(bytes.length).fill(0);
  for (let at = 0; at < bytes.length; at += 16) {
    const pad = aes.encrypt(counter);
    for (let i = 0; i < 16; i++) result[at + i] = bytes[at + i] ^ pad[i];
    for (let i = 15; i >= 12 && (counter[i] = (counter[i] + 1) & 255) === 0; i--);
  }
  return result;
}

const hex = (bytes) => bytes.map((x) => x.toString(16).padStart(2, '0')).join('');
const unhex = (text) => text.match(/../g).map((pair) => Number.parseInt(pair, 16));

// The example of the standard (FIPS 197, appendix C.1).
const standard = new Aes(unhex('000102030405060708090a0b0c0d0e0f'));
const encrypted = [...standard.encrypt(unhex('00112233445566778899aabbccddeeff'))];
if (hex(encrypted) !== '69c4e0d86a7b0430d8cdb78070b4c55a') throw new Error(`encrypted to ${hex(encrypted)}`);
if (hex(standard.decrypt(encrypted)) !== '00112233445566778899aabbccddeeff') throw new Error('the example cannot be decrypted');

const aes = new Aes(unhex('2b7e151628aed2a6abf7158809cf4f3c'));
let digest = unhex('000102030405060708090a0b0c0d0e0f');
for (let n = 0; n < KILOBYTES; n++) {
  const plain = Array.from({ length: 1024 }, (_, i) => (i * 7 + n * 13 + (i >> 5)) & 255);
  const chained = encryptChained(aes, plain, digest);
  const back = decryptChained(aes, chained, digest);
  const counted = countedMode(aes, back, digest.slice(0, 12));
  if (hex(countedMode(aes, counted, digest.slice(0, 12))) !== hex(plain)) throw new Error(`kilobyte ${n} cannot be decrypted`);
  digest = chained.slice(-16).map((byte, i) => byte ^ counted[i]);
}
console.log(`aes: ${KILOBYTES} KB, ${hex(digest)}`);
