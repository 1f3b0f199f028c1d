// Typed arrays of bytes: an LZ77 compressor with hash chains and lazy matching, its decompressor, and a checksum.
//
// The format is a bit stream of literals and (length, distance) pairs with Elias gamma codes. What is compressed is
// generated text; what comes out of the decompressor has to be the same bytes.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const BLOCKS = Math.max(1, Math.round(9 * SCALE));
const BLOCK_SIZE = SCALE < 0.1 ? 4096 : 1 << 17;

const MIN_MATCH = 3;
const MAX_MATCH = 258;
const WINDOW = 1 << 15;
const MAX_CHAIN = 48;
const HASH_SIZE = 1 << 14;

class BitWriter {
  constructor(capacity) {
    this.bytes = new Uint8Array(capacity);
    this.length = 0;
    this.bits = 0;
    this.count = 0;
  }

  write(value, width) {
    this.bits |= value << this.count;
    this.count += width;
    while (this.count >= 8) {
      if (this.length === this.bytes.length) this.grow();
      this.bytes[this.length++] = this.bits & 255;
      this.bits >>>= 8;
      this.count -= 8;
    }
  }

  /** Elias gamma code of a number from 1: as many zeros as it has further bits, then the number. */
  writeGamma(value) {
    const width = 31 - Math.clz32(value);
    this.write(0, width);
    this.write(1, 1);
    this.write(value & ((1 << width) - 1), width);
  }

  grow() {
    const bytes = new Uint8Array(this.bytes.length * 2);
    bytes.set(this.bytes);
    this.bytes = bytes;
  }

  finish() {
    if (this.count > 0) this.write(0, 8 - this.count);
    return this.bytes.subarray(0, this.length);
  }
}

class BitReader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
    this.bits = 0;
    this.count = 0;
  }

  read(width) {
    while (this.count < width) {
      this.bits |= this.bytes[this.at++] << this.count;
      this.count += 8;
    }
    const value = this.bits & ((1 << width) - 1);
    this.bits >>>= width;
    this.count -= width;
    return value;
  }

  readGamma() {
    let width = 0;
    while (this.read(1) === 0) width++;
    return (1 << width) | this.read(width);
  }
}

class Matcher {
  constructor(data) {
    this.data = data;
    this.heads = new Int32Array(HASH_SIZE).fill(-1);
    this.previous = new Int32Array(data.length).fill(-1);
    this.length = 0;
    this.distance = 0;
  }

  hash(at) {
    const { data } = this;
    return (Math.imul((data[at] << 16) | (data[at + 1] << 8) | data[at + 2], 0x9e3779b1) >>> 18) & (HASH_SIZE - 1);
  }

  insert(at) {
    if (at + MIN_MATCH > this.data.length) return;
    const hash = this.hash(at);
    this.previous[at] = this.heads[hash];
    this.heads[hash] = at;
  }

  /** Finds the longest match of what is at `at`, into `length` and `distance`. */
  find(at) {
    const { data, previous } = this;
    this.length = 0;
    this.distance = 0;
    if (at + MIN_MATCH > data.length) return;
    const limit = Math.min(MAX_MATCH, data.length - at);
    let candidate = this.heads[this.hash(at)];
    for (let chain = 0; candidate >= 0 && at - candidate <= WINDOW && chain < MAX_CHAIN; chain++) {
      if (data[candidate + this.length] === data[at + this.length]) {
        let length = 0;
        while (length < limit && data[candidate + length] === data[at + length]) length++;
        if (length > this.length) {
          this.length = length;
          this.distance = at - candidate;
          if (length === limit) break;
        }
      }
      candidate = previous[candidate];
    }
    if (this.length < MIN_MATCH) this.length = 0;
  }
}

function compress(data) {
  const writer = new BitWriter(data.length >> 2);
  const matcher = new Matcher(data);
  writer.writeGamma(data.length + 1);
  let at = 0;
  while (at < data.length) {
    matcher.find(at);
    let { length, distance } = matcher;
    matcher.insert(at);
    if (length > 0 && length < 32) {
      // A longer match at the next byte is better than this one.
      matcher.find(at + 1);
      if (matcher.length > length + 1) length = 0;
    }
    if (length === 0) {
      writer.write(0, 1);
      writer.write(data[at++], 8);
      continue;
    }
    writer.write(1, 1);
    writer.writeGamma(length - MIN_MATCH + 1);
    writer.writeGamma(distance);
    for (let i = 1; i < length; i++) matcher.insert(at + i);
    at += length;
  }
  return writer.finish();
}

function decompress(bytes) {
  const reader = new BitReader(bytes);
  const data = new Uint8Array(reader.readGamma() - 1);
  let at = 0;
  while (at < data.length) {
    if (reader.read(1) === 0) {
      data[at++] = reader.read(8);
      continue;
    }
    const length = reader.readGamma() + MIN_MATCH - 1;
    const from = at - reader.readGamma();
    for (let i = 0; i < length; i++) data[at++] = data[from + i];
  }
  return data;
}

function adler32(bytes) {
  let a = 1;
  let b = 0;
  for (let i = 0; i < bytes.length; i++) {
    a = (a + bytes[i]) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}

function makeText(size, seed) {
  let state = seed;
  const random = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const syllables = ['ba', 'co', 'di', 'fu', 'ge', 'hal', 'in', 'jor', 'kem', 'lan', 'mer', 'nos', 'ot', 'per', 'qui', 'ras'];
  const words = Array.from({ length: 600 }, () => Array.from({ length: 1 + random(4) }, () => syllables[random(16)]).join(''));
  const bytes = new Uint8Array(size);
  let at = 0;
  while (at < size) {
    // Frequent words are much more frequent than rare ones.
    const word = words[Math.floor(words.length * (random(1e6) / 1e6) ** 3)] + (random(12) === 0 ? '.\n' : ' ');
    for (let i = 0; i < word.length && at < size; i++) bytes[at++] = word.charCodeAt(i);
  }
  return bytes;
}

let total = 0;
let packed = 0;
let checksum = 0;
for (let block = 0; block < BLOCKS; block++) {
  const data = makeText(BLOCK_SIZE, block + 1);
  const compressed = compress(data);
  const back = decompress(compressed);
  if (back.length !== data.length || back.some((byte, i) => byte !== data[i])) throw new Error(`block ${block} is damaged`);
  total += data.length;
  packed += compressed.length;
  checksum = (checksum ^ adler32(compressed)) >>> 0;
}
if (packed > total / 2) throw new Error('it does not compress');
console.log(`lz-compressor: ${total} bytes to ${packed}, checksum ${checksum.toString(16)}`);
