// Typed arrays of pixels: a picture of circles and stripes, blurred, sharpened, searched for edges, scaled and dithered.
//
// Planes of Uint8ClampedArray and Float32Array, separable convolutions, lookup tables. Checks invariants of each filter.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const ROUNDS = Math.max(1, Math.round(7 * SCALE));
const SIZE = SCALE < 0.1 ? 48 : 400;

class Plane {
  constructor(width, height, data = new Uint8ClampedArray(width * height)) {
    this.width = width;
    this.height = height;
    this.data = data;
  }

  static draw(width, height, paint) {
    const plane = new Plane(width, height);
    for (let y = 0, at = 0; y < height; y++) {
      for (let x = 0; x < width; x++) plane.data[at++] = paint(x, y);
    }
    return plane;
  }

  get mean() {
    let sum = 0;
    for (const value of this.data) sum += value;
    return sum / this.data.length;
  }

  /** The value at a place; outside the picture that of the nearest pixel. */
  at(x, y) {
    const column = x < 0 ? 0 : x >= this.width ? this.width - 1 : x;
    const row = y < 0 ? 0 : y >= this.height ? this.height - 1 : y;
    return this.data[row * this.width + column];
  }

  map(f) {
    return new Plane(this.width, this.height, this.data.map(f));
  }

  combine(other, f) {
    const result = new Plane(this.width, this.height);
    for (let i = 0; i < result.data.length; i++) result.data[i] = f(this.data[i], other.data[i]);
    return result;
  }
}

function gaussian(radius) {
  const sigma = radius / 2;
  const kernel = Float32Array.from({ length: 2 * radius + 1 }, (_, i) => Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)));
  const sum = kernel.reduce((a, b) => a + b, 0);
  return kernel.map((x) => x / sum);
}

/** A convolution with the same kernel along rows and then along columns. */
function blur(plane, kernel) {
  const { width, height, data } = plane;
  const radius = kernel.length >> 1;
  const rows = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = -radius; k <= radius; k++) {
        const from = x + k < 0 ? 0 : x + k >= width ? width - 1 : x + k;
        sum += kernel[k + radius] * data[y * width + from];
      }
      rows[y * width + x] = sum;
    }
  }
  const result = new Plane(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = -radius; k <= radius; k++) {
        const from = y + k < 0 ? 0 : y + k >= height ? height - 1 : y + k;
        sum += kernel[k + radius] * rows[from * width + x];
      }
      result.data[y * width + x] = sum;
    }
  }
  return result;
}

function sobel(plane) {
  return Plane.draw(plane.width, plane.height, (x, y) => {
    const dx = plane.at(x + 1, y - 1) + 2 * plane.at(x + 1, y) + plane.at(x + 1, y + 1) - plane.at(x - 1, y - 1) - 2 * plane.at(x - 1, y) - plane.at(x - 1, y + 1);
    const dy = plane.at(x - 1, y + 1) + 2 * plane.at(x, y + 1) + plane.at(x + 1, y + 1) - plane.at(x - 1, y - 1) - 2 * plane.at(x, y - 1) - plane.at(x + 1, y - 1);
    return Math.sqrt(dx * dx + dy * dy) / 4;
  });
}

function equalize(plane) {
  const histogram = new Uint32Array(256);
  for (const value of plane.data) histogram[value]++;
  const table = new Uint8ClampedArray(256);
  let below = 0;
  for (let value = 0; value < 256; value++) {
    below += histogram[value];
    table[value] = (255 * below) / plane.data.length;
  }
  return plane.map((value) => table[value]);
}

function scale(plane, width, height) {
  const stepX = (plane.width - 1) / (width - 1);
  const stepY = (plane.height - 1) / (height - 1);
  return Plane.draw(width, height, (x, y) => {
    const u = x * stepX;
    const v = y * stepY;
    const i = Math.floor(u);
    const j = Math.floor(v);
    const top = plane.at(i, j) + (u - i) * (plane.at(i + 1, j) - plane.at(i, j));
    const bottom = plane.at(i, j + 1) + (u - i) * (plane.at(i + 1, j + 1) - plane.at(i, j + 1));
    return top + (v - j) * (bottom - top);
  });
}

/** Floyd and Steinberg: black and white pixels, errors handed on to neighbours that are not done yet. */
function dither(plane) {
  const { width, height } = plane;
  const rest = Int16Array.from(plane.data);
  const result = new Plane(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const value = rest[at] < 128 ? 0 : 255;
      const error = rest[at] - value;
      result.data[at] = value;
      if (x + 1 < width) rest[at + 1] += (error * 7) >> 4;
      if (y + 1 === height) continue;
      if (x > 0) rest[at + width - 1] += (error * 3) >> 4;
      rest[at + width] += (error * 5) >> 4;
      if (x + 1 < width) rest[at + width + 1] += error >> 4;
    }
  }
  return result;
}

const check = (holds, what) => {
  if (!holds) throw new Error(what);
};

let checksum = 0;
for (let round = 0; round < ROUNDS; round++) {
  const picture = Plane.draw(SIZE, SIZE, (x, y) => {
    const ring = Math.sqrt((x - SIZE / 2) ** 2 + (y - SIZE / 3) ** 2) | 0;
    return ((ring * (3 + round)) & 127) + (((x + 2 * y) >> 4) & 1) * 100;
  });
  const soft = blur(picture, gaussian(4 + (round % 3)));
  check(Math.abs(soft.mean - picture.mean) < 4, 'a blurred picture is as bright as before');
  const sharp = picture.combine(soft, (a, b) => 2 * a - b);
  const edges = sobel(soft);
  check(edges.mean < sobel(sharp).mean, 'a sharp picture has more edges');
  const even = equalize(soft);
  check(Math.abs(even.mean - 128) < 16, `an equalized picture has all values: ${even.mean}`);
  const small = scale(even, SIZE >> 1, SIZE >> 1);
  const dots = dither(small);
  check(Math.abs(dots.mean - small.mean) < 4, 'dots are as bright as what they stand for');
  for (const { data } of [soft, sharp, edges, dots]) {
    for (let i = 0; i < data.length; i++) checksum = (Math.imul(checksum, 31) + data[i]) | 0;
  }
}
console.log(`image-filter: ${ROUNDS} pictures of ${SIZE} x ${SIZE}, checksum ${checksum}`);
