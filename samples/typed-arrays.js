// A small image codec: paints a picture, blurs it, compresses it with LZ77 into a file with a header and a checksum, unpacks it
// again, and looks at the frequencies of its rows.
//
// Shows: views of several types over one buffer, byte loops, floats in Float32Array and Float64Array, DataView, subarray and set.

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const WIDTH = 256;
const HEIGHT = 256;
const ROUNDS = 3 * SCALE;

/** The picture as RGBA bytes; painted a pixel at a time through a view of words. */
function paint(seed) {
  const pixels = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  const words = new Uint32Array(pixels.buffer);
  let state = seed >>> 0;
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const ring = ((x - 128) * (x - 128) + (y - 128) * (y - 128)) >> 6;
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const noise = (state >>> 24) & 15;
      words[y * WIDTH + x] = (0xff000000 | ((ring & 255) << 16) | (((x ^ y) & 0xf0) << 8) | ((y & 0xc0) + noise)) >>> 0;
    }
  }
  return pixels;
}

/** One pass of a box blur along rows or columns, on one channel as floats. */
function blurPass(from, to, stride, count, lines, lineStride) {
  for (let line = 0; line < lines; line++) {
    const base = line * lineStride;
    for (let i = 0; i < count; i++) {
      let sum = 0;
      let weight = 0;
      for (let k = -2; k <= 2; k++) {
        const at = i + k;
        if (at < 0 || at >= count) continue;
        const w = 3 - Math.abs(k);
        sum += from[base + at * stride] * w;
        weight += w;
      }
      to[base + i * stride] = sum / weight;
    }
  }
}

function blur(pixels) {
  const result = new Uint8ClampedArray(pixels.length);
  const plane = new Float32Array(WIDTH * HEIGHT);
  const temporary = new Float32Array(WIDTH * HEIGHT);
  for (let channel = 0; channel < 3; channel++) {
    for (let i = 0; i < plane.length; i++) plane[i] = pixels[i * 4 + channel];
    blurPass(plane, temporary, 1, WIDTH, HEIGHT, WIDTH);
    blurPass(temporary, plane, WIDTH, HEIGHT, WIDTH, 1);
    for (let i = 0; i < plane.length; i++) result[i * 4 + channel] = plane[i];
  }
  for (let i = 3; i < result.length; i += 4) result[i] = 255;
  return result;
}

/** LZ77 with a hash table of the last place of each three bytes; a literal run or a match per token. */
function compress(input) {
  const output = new Uint8Array(input.length + (input.length >> 3) + 16);
  const last = new Int32Array(1 << 14).fill(-1);
  let out = 0;
  let literalStart = 0;
  const flush = (end) => {
    while (literalStart < end) {
      const n = Math.min(128, end - literalStart);
      output[out++] = n - 1;
      output.set(input.subarray(literalStart, literalStart + n), out);
      out += n;
      literalStart += n;
    }
  };
  let i = 0;
  while (i + 3 < input.length) {
    const hash = (Math.imul(input[i] | (input[i + 1] << 8) | (input[i + 2] << 16), 0x9e3779b1) >>> 18) & 0x3fff;
    const candidate = last[hash];
    last[hash] = i;
    let length = 0;
    if (candidate >= 0 && i - candidate < 65536) {
      while (length < 130 && i + length < input.length && input[candidate + length] === input[i + length]) length++;
    }
    if (length >= 4) {
      flush(i);
      const distance = i - candidate;
      output[out++] = 128 | (length - 4);
      output[out++] = distance & 255;
      output[out++] = distance >> 8;
      i += length;
      literalStart = i;
    } else {
      i++;
    }
  }
  flush(input.length);
  return output.subarray(0, out);
}

function decompress(input, size) {
  const output = new Uint8Array(size);
  let at = 0;
  for (let i = 0; i < input.length; ) {
    const token = input[i++];
    if (token < 128) {
      for (let n = token; n >= 0; n--) output[at++] = input[i++];
    } else {
      const distance = input[i] | (input[i + 1] << 8);
      i += 2;
      for (let n = (token & 127) + 4; n > 0; n--) {
        output[at] = output[at - distance];
        at++;
      }
    }
  }
  return output;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n;
});

function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** A file: magic, width, height, size, checksum, then the compressed bytes. */
function encode(pixels) {
  const bytes = new Uint8Array(pixels.buffer);
  const body = compress(bytes);
  const file = new Uint8Array(20 + body.length);
  const header = new DataView(file.buffer);
  header.setUint32(0, 0x414e4e4c);
  header.setUint16(4, WIDTH, true);
  header.setUint16(6, HEIGHT, true);
  header.setUint32(8, body.length, true);
  header.setUint32(12, crc32(bytes), true);
  header.setFloat32(16, bytes.length / body.length, true);
  file.set(body, 20);
  return file;
}

function decode(file) {
  const header = new DataView(file.buffer, file.byteOffset);
  if (header.getUint32(0) !== 0x414e4e4c) throw new Error('no such file format');
  const size = header.getUint16(4, true) * header.getUint16(6, true) * 4;
  const bytes = decompress(file.subarray(20, 20 + header.getUint32(8, true)), size);
  if (crc32(bytes) !== header.getUint32(12, true)) throw new Error('the checksum does not match');
  return bytes;
}

/** In-place radix-2 Fourier transform. */
function transform(re, im) {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j], re[i]];
      [im[i], im[j]] = [im[j], im[i]];
    }
  }
  for (let length = 2; length <= n; length <<= 1) {
    const half = length >> 1;
    const angle = (-2 * Math.PI) / length;
    for (let k = 0; k < half; k++) {
      const c = Math.cos(angle * k);
      const s = Math.sin(angle * k);
      for (let a = k; a < n; a += length) {
        const b = a + half;
        const xr = re[b] * c - im[b] * s;
        const xi = re[b] * s + im[b] * c;
        re[b] = re[a] - xr;
        im[b] = im[a] - xi;
        re[a] += xr;
        im[a] += xi;
      }
    }
  }
}

/** Mean power of each of eight bands of frequencies over all rows of one channel. */
function spectrum(bytes) {
  const bands = new Float64Array(8);
  const re = new Float64Array(WIDTH);
  const im = new Float64Array(WIDTH);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) re[x] = bytes[(y * WIDTH + x) * 4 + 1];
    im.fill(0);
    transform(re, im);
    for (let k = 1; k < WIDTH / 2; k++) bands[(k * 16 / WIDTH) | 0] += re[k] * re[k] + im[k] * im[k];
  }
  return bands.map((power) => Math.log10(power / (HEIGHT * WIDTH) + 1));
}

let files = 0;
let bytesStored = 0;
for (let round = 0; round < ROUNDS; round++) {
  const pixels = paint(round + 1);
  const smooth = blur(pixels);
  for (const [name, picture] of [['sharp', pixels], ['smooth', smooth]]) {
    const file = encode(picture);
    const back = decode(file);
    const same = back.every((byte, i) => byte === picture[i]);
    files++;
    bytesStored += file.length;
    if (round < 3) {
      const bands = spectrum(back);
      console.log(`${name} ${round}: ${file.length} bytes, crc ${crc32(file).toString(16)}, same ${same}, bands ${Array.from(bands, (b) => b.toFixed(2)).join(' ')}`);
    }
  }
}
if (SCALE === 1) console.log(`${files} files, ${bytesStored} bytes`);
