// Matrix multiplication on arrays of arrays, in three ways that must give the same product.
//
// Shows: nested loops over arrays of doubles, higher-order functions over rows, exponentiation by squaring.
// The product is checked as Freivalds does, with random vectors: (A B) x must be A (B x).
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const N = Math.round(260 * Math.cbrt(SCALE));
const N_FUNCTIONAL = Math.round(120 * Math.cbrt(SCALE));
const N_POWER = Math.round(60 * Math.cbrt(SCALE));
const POWER = 25;
const MODULUS = 10_007;

function makeMatrix(rows, columns, element) {
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => element(i, j)));
}

const identity = (size) => makeMatrix(size, size, (i, j) => (i === j ? 1 : 0));
const transpose = (matrix) => matrix[0].map((_, j) => matrix.map((row) => row[j]));

/** By the book: the element (i, j) of the product is row i times column j. */
function multiply(a, b) {
  const rows = a.length;
  const inner = b.length;
  const columns = b[0].length;
  const product = [];
  for (let i = 0; i < rows; i++) {
    const row = new Array(columns).fill(0);
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) sum += a[i][k] * b[k][j];
      row[j] = sum;
    }
    product.push(row);
  }
  return product;
}

/** Row by row: adds multiples of the rows of b, which runs through memory in order. */
function multiplyByRows(a, b) {
  return a.map((rowA) => {
    const result = new Array(b[0].length).fill(0);
    for (let k = 0; k < b.length; k++) {
      const factor = rowA[k];
      const rowB = b[k];
      for (let j = 0; j < rowB.length; j++) result[j] += factor * rowB[j];
    }
    return result;
  });
}

/** In functional style. */
function multiplyFunctional(a, b) {
  const columns = transpose(b);
  return a.map((row) => columns.map((column) => row.reduce((sum, value, k) => sum + value * column[k], 0)));
}

function power(matrix, exponent) {
  let result = identity(matrix.length);
  let square = matrix;
  for (let e = exponent; e > 0; e >>= 1) {
    if (e & 1) result = reduceModulo(multiplyByRows(result, square));
    if (e > 1) square = reduceModulo(multiplyByRows(square, square));
  }
  return result;
}

const reduceModulo = (matrix) => matrix.map((row) => row.map((value) => value % MODULUS));
const apply = (matrix, vector) => matrix.map((row) => row.reduce((sum, value, i) => sum + value * vector[i], 0));
const trace = (matrix) => matrix.reduce((sum, row, i) => sum + row[i], 0);
const equal = (a, b) => a.every((row, i) => row.every((value, j) => value === b[i][j]));

function assert(condition, message) {
  if (!condition) throw new Error(message);
}

function makeRandom(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % limit;
  };
}

const random = makeRandom(99);
const corner = (matrix, size) => matrix.slice(0, size).map((row) => row.slice(0, size));

// Multiples of 1/4, so that all sums are exact and the order of additions does not matter.
const a = makeMatrix(N, N, () => (random(2001) - 1000) / 4);
const b = makeMatrix(N, N, () => (random(2001) - 1000) / 4);

const product = multiply(a, b);
assert(equal(product, multiplyByRows(a, b)), 'by rows differs');
for (let i = 0; i < 10; i++) {
  const vector = Array.from({ length: N }, () => random(16));
  const left = apply(product, vector);
  const right = apply(a, apply(b, vector));
  assert(left.every((value, k) => value === right[k]), 'Freivalds says no');
}
console.log(`${N} x ${N} product: trace ${trace(product)}, first ${product[0][0]}, last ${product[N - 1][N - 1]}`);

const small = [corner(a, N_FUNCTIONAL), corner(b, N_FUNCTIONAL)];
const functional = multiplyFunctional(...small);
assert(equal(functional, multiply(...small)), 'functional differs');
console.log(`${N_FUNCTIONAL} x ${N_FUNCTIONAL} product: trace ${trace(functional)}`);

const base = makeMatrix(N_POWER, N_POWER, () => random(MODULUS));
const raised = power(base, POWER);
const step = reduceModulo(multiply(power(base, POWER - 1), base));
assert(equal(raised, step), 'powers differ');
console.log(`${N_POWER} x ${N_POWER} matrix to the power of ${POWER} modulo ${MODULUS}: trace ${trace(raised)}`);
