// Spectral norm of the infinite matrix A with A[i][j] = 1 / ((i + j) * (i + j + 1) / 2 + i + 1), cut off at N,
// by the power method.
//
// Shows: small functions called in nested loops, arrays of doubles, functions as arguments.
// The norm of the infinite matrix begins with 1.274224153.

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const N = Math.round(550 * Math.sqrt(SCALE));
const ROUNDS = 10;

const element = (i, j) => 1 / (((i + j) * (i + j + 1)) / 2 + i + 1);
const transposedElement = (i, j) => element(j, i);

function multiply(matrix, vector) {
  const size = vector.length;
  const result = new Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += matrix(i, j) * vector[j];
    result[i] = sum;
  }
  return result;
}

const multiplyBoth = (vector) => multiply(transposedElement, multiply(element, vector));

function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function spectralNorm(size) {
  let u = new Array(size).fill(1);
  let v = u;
  for (let round = 0; round < ROUNDS; round++) {
    v = multiplyBoth(u);
    u = multiplyBoth(v);
  }
  return Math.sqrt(dot(u, v) / dot(v, v));
}

for (const size of [1, 10, 100, N]) {
  console.log(`spectral norm of the ${size} x ${size} matrix: ${spectralNorm(size).toFixed(9)}`);
}
