// Float numerics in typed arrays: fast Fourier transforms, used to multiply polynomials and to find tones in a signal.
//
// Iterative radix-2 with tables of roots. Checks the inverse, Parseval's theorem, and products against exact integers.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const ROUNDS = Math.max(1, Math.round(26 * SCALE));
const LOG_SIZE = SCALE < 0.1 ? 8 : 14;

class Fft {
  constructor(log) {
    this.log = log;
    this.size = 1 << log;
    this.cos = new Float64Array(this.size / 2);
    this.sin = new Float64Array(this.size / 2);
    for (let i = 0; i < this.size / 2; i++) {
      const angle = (2 * Math.PI * i) / this.size;
      this.cos[i] = Math.cos(angle);
      this.sin[i] = Math.sin(angle);
    }
    this.reversed = new Uint32Array(this.size);
    for (let i = 0; i < this.size; i++) this.reversed[i] = (this.reversed[i >> 1] >> 1) | ((i & 1) << (log - 1));
  }

  permute(values) {
    for (let i = 0; i < this.size; i++) {
      const j = this.reversed[i];
      if (j > i) {
        const value = values[i];
        values[i] = values[j];
        values[j] = value;
      }
    }
  }

  forward(re, im) {
    const { size, cos, sin } = this;
    this.permute(re);
    this.permute(im);
    for (let half = 1; half < size; half *= 2) {
      const stride = size / (2 * half);
      for (let start = 0; start < size; start += 2 * half) {
        for (let k = 0, root = 0; k < half; k++, root += stride) {
          const even = start + k;
          const odd = even + half;
          const c = cos[root];
          const s = sin[root];
          const x = re[odd] * c + im[odd] * s;
          const y = im[odd] * c - re[odd] * s;
          re[odd] = re[even] - x;
          im[odd] = im[even] - y;
          re[even] += x;
          im[even] += y;
        }
      }
    }
  }

  inverse(re, im) {
    this.forward(im, re);
    for (let i = 0; i < this.size; i++) {
      re[i] /= this.size;
      im[i] /= this.size;
    }
  }
}

function makeRandom(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const random = makeRandom(5);
const fft = new Fft(LOG_SIZE);

/** The product of two polynomials with small integer coefficients. */
function multiply(a, b) {
  const re = new Float64Array(fft.size);
  const im = new Float64Array(fft.size);
  // Two real transforms in one: a in the real part, b in the imaginary part.
  re.set(a);
  im.set(b);
  fft.forward(re, im);
  const productRe = new Float64Array(fft.size);
  const productIm = new Float64Array(fft.size);
  for (let i = 0; i < fft.size; i++) {
    const j = (fft.size - i) & (fft.size - 1);
    const ar = (re[i] + re[j]) / 2;
    const ai = (im[i] - im[j]) / 2;
    const br = (im[i] + im[j]) / 2;
    const bi = (re[j] - re[i]) / 2;
    productRe[i] = ar * br - ai * bi;
    productIm[i] = ar * bi + ai * br;
  }
  fft.inverse(productRe, productIm);
  return Int32Array.from(productRe, Math.round);
}

function coefficient(a, b, at) {
  let sum = 0;
  for (let i = Math.max(0, at - b.length + 1); i <= Math.min(at, a.length - 1); i++) sum += a[i] * b[at - i];
  return sum;
}

function loudest(signal) {
  const re = Float64Array.from(signal);
  const im = new Float64Array(fft.size);
  const energy = re.reduce((sum, x) => sum + x * x, 0);
  fft.forward(re, im);
  let best = 1;
  let spectrum = 0;
  for (let i = 0; i < fft.size; i++) {
    const power = re[i] * re[i] + im[i] * im[i];
    spectrum += power;
    if (i < fft.size / 2 && i > 0 && power > re[best] * re[best] + im[best] * im[best]) best = i;
  }
  if (Math.abs(spectrum / fft.size / energy - 1) > 1e-9) throw new Error("Parseval's theorem does not hold");
  fft.inverse(re, im);
  for (let i = 0; i < fft.size; i++) if (Math.abs(re[i] - signal[i]) > 1e-9) throw new Error(`the inverse differs at ${i}`);
  return best;
}

let checksum = 0;
let tones = 0;
for (let round = 0; round < ROUNDS; round++) {
  const a = Int32Array.from({ length: fft.size / 2 }, () => random(20) - 10);
  const b = Int32Array.from({ length: fft.size / 2 }, () => random(20) - 10);
  const product = multiply(a, b);
  for (let n = 0; n < 8; n++) {
    const at = random(fft.size - 1);
    if (product[at] !== coefficient(a, b, at)) throw new Error(`coefficient ${at} is ${product[at]}`);
  }
  checksum = product.reduce((sum, x) => (Math.imul(sum, 31) + x) | 0, checksum);
  const tone = 1 + random(fft.size / 2 - 2);
  const signal = Array.from({ length: fft.size }, (_, i) => Math.sin((2 * Math.PI * tone * i) / fft.size) + random(1000) / 2000);
  if (loudest(signal) !== tone) throw new Error(`tone ${tone} was not found`);
  tones += tone;
}
console.log(`fft: ${ROUNDS} rounds of ${fft.size} points, checksum ${checksum}, tones ${tones}`);
