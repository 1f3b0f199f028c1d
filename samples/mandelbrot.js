// Mandelbrot: how fast z = z * z + c escapes, for every point of a rectangle of the complex plane.
//
// Shows: nested loops over double arithmetic on locals, with nothing allocated inside. Prints the set in ASCII, the
// number of points inside and of all iterations done.

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const WIDTH = Math.round(720 * Math.sqrt(SCALE));
const HEIGHT = Math.round(540 * Math.sqrt(SCALE));
const MAX_ITERATIONS = 256;

const LEFT = -2.2;
const RIGHT = 0.8;
const TOP = 1.2;
const BOTTOM = -1.2;

/** The number of steps after which the point escapes; MAX_ITERATIONS if it does not. */
function escapeTime(cx, cy) {
  let x = 0;
  let y = 0;
  for (let i = 0; i < MAX_ITERATIONS; i++) {
    const xx = x * x;
    const yy = y * y;
    if (xx + yy > 4) return i;
    y = 2 * x * y + cy;
    x = xx - yy + cx;
  }
  return MAX_ITERATIONS;
}

function render(width, height) {
  const rows = [];
  for (let j = 0; j < height; j++) {
    const cy = TOP + ((BOTTOM - TOP) * (j + 0.5)) / height;
    const row = [];
    for (let i = 0; i < width; i++) {
      const cx = LEFT + ((RIGHT - LEFT) * (i + 0.5)) / width;
      row.push(escapeTime(cx, cy));
    }
    rows.push(row);
  }
  return rows;
}

const SHADES = ' .,:;=+*%#';

function toChar(steps) {
  return steps === MAX_ITERATIONS ? '@' : SHADES[Math.min(SHADES.length - 1, Math.floor(steps / 2))];
}

for (const row of render(72, 28)) console.log(row.map(toChar).join('').trimEnd());

const rows = render(WIDTH, HEIGHT);
let inside = 0;
let iterations = 0;
let checksum = 0;
for (const row of rows) {
  for (const steps of row) {
    if (steps === MAX_ITERATIONS) inside++;
    iterations += steps;
    checksum = (checksum * 31 + steps) % 1_000_003;
  }
}
console.log(`mandelbrot: ${WIDTH} x ${HEIGHT} points, ${inside} inside`);
console.log(`${iterations} iterations, checksum ${checksum}`);
