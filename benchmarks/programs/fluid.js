// Float numerics on a grid: smoke in a box, after Stam's "Stable Fluids" (diffuse, advect, project).
//
// Arrays of doubles with hand-made indices, as in classic Navier-Stokes benchmarks. Checks that projecting leaves almost no
// divergence, and that the smoke stays about the middle, since the forces do.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const SIZE = 64;
const STEPS = Math.max(1, Math.round(40 * SCALE));
const ITERATIONS = 20;
const STRIDE = SIZE + 2;
const CELLS = STRIDE * STRIDE;

const makeField = () => new Array(CELLS).fill(0);

/** Walls: a component of the velocity is reversed at the walls that it runs against; `kind` is 1 for x, 2 for y, 0 for densities. */
function setBoundary(kind, field) {
  for (let i = 1; i <= SIZE; i++) {
    field[i] = kind === 2 ? -field[i + STRIDE] : field[i + STRIDE];
    field[i + (SIZE + 1) * STRIDE] = kind === 2 ? -field[i + SIZE * STRIDE] : field[i + SIZE * STRIDE];
    field[i * STRIDE] = kind === 1 ? -field[1 + i * STRIDE] : field[1 + i * STRIDE];
    field[SIZE + 1 + i * STRIDE] = kind === 1 ? -field[SIZE + i * STRIDE] : field[SIZE + i * STRIDE];
  }
  const last = (SIZE + 1) * STRIDE;
  field[0] = 0.5 * (field[1] + field[STRIDE]);
  field[last] = 0.5 * (field[1 + last] + field[last - STRIDE]);
  field[SIZE + 1] = 0.5 * (field[SIZE] + field[SIZE + 1 + STRIDE]);
  field[SIZE + 1 + last] = 0.5 * (field[SIZE + last] + field[SIZE + 1 + last - STRIDE]);
}

/** Solves x - a * laplace(x) = b by relaxation, from both ends in turn so that left and right are treated alike. */
function solve(kind, x, b, a, c) {
  for (let k = 0; k < ITERATIONS; k++) {
    const next = k % 2 === 0 ? 1 : -1;
    for (let j = 1; j <= SIZE; j++) {
      let at = j * STRIDE + (next === 1 ? 1 : SIZE);
      for (let i = 1; i <= SIZE; i++) {
        x[at] = (b[at] + a * (x[at - 1] + x[at + 1] + x[at - STRIDE] + x[at + STRIDE])) / c;
        at += next;
      }
    }
    setBoundary(kind, x);
  }
}

function diffuse(kind, x, from, rate, dt) {
  const a = dt * rate * SIZE * SIZE;
  for (let i = 0; i < CELLS; i++) x[i] = from[i];
  solve(kind, x, from, a, 1 + 4 * a);
}

/** Moves a field along the velocity: each cell takes what was where it came from. */
function advect(kind, field, from, u, v, dt) {
  const dt0 = dt * SIZE;
  for (let j = 1; j <= SIZE; j++) {
    for (let i = 1; i <= SIZE; i++) {
      const at = i + j * STRIDE;
      const x = Math.min(SIZE + 0.5, Math.max(0.5, i - dt0 * u[at]));
      const y = Math.min(SIZE + 0.5, Math.max(0.5, j - dt0 * v[at]));
      const i0 = Math.floor(x);
      const j0 = Math.floor(y);
      const s1 = x - i0;
      const t1 = y - j0;
      const corner = i0 + j0 * STRIDE;
      field[at] =
        (1 - s1) * ((1 - t1) * from[corner] + t1 * from[corner + STRIDE]) +
        s1 * ((1 - t1) * from[corner + 1] + t1 * from[corner + 1 + STRIDE]);
    }
  }
  setBoundary(kind, field);
}

function divergence(u, v, result) {
  const h = -0.5 / SIZE;
  for (let j = 1; j <= SIZE; j++) {
    for (let i = 1, at = 1 + j * STRIDE; i <= SIZE; i++, at++) result[at] = h * (u[at + 1] - u[at - 1] + v[at + STRIDE] - v[at - STRIDE]);
  }
  setBoundary(0, result);
}

/** Makes the velocity free of divergence by taking the gradient of a pressure away. */
function project(u, v, pressure, div) {
  divergence(u, v, div);
  pressure.fill(0);
  solve(0, pressure, div, 1, 4);
  for (let j = 1; j <= SIZE; j++) {
    for (let i = 1, at = 1 + j * STRIDE; i <= SIZE; i++, at++) {
      u[at] -= 0.5 * SIZE * (pressure[at + 1] - pressure[at - 1]);
      v[at] -= 0.5 * SIZE * (pressure[at + STRIDE] - pressure[at - STRIDE]);
    }
  }
  setBoundary(1, u);
  setBoundary(2, v);
}

class Fluid {
  constructor(viscosity, diffusion, dt) {
    Object.assign(this, { viscosity, diffusion, dt });
    for (const name of ['u', 'v', 'density', 'u0', 'v0', 'density0']) this[name] = makeField();
  }

  addSource(i, j, density, force) {
    const at = i + j * STRIDE;
    this.density[at] += this.dt * density;
    this.v[at] += this.dt * force;
  }

  step() {
    const { u, v, u0, v0, density, density0, dt } = this;
    diffuse(1, u0, u, this.viscosity, dt);
    diffuse(2, v0, v, this.viscosity, dt);
    project(u0, v0, u, v);
    advect(1, u, u0, u0, v0, dt);
    advect(2, v, v0, u0, v0, dt);
    project(u, v, u0, v0);
    diffuse(0, density0, density, this.diffusion, dt);
    advect(0, density, density0, u, v, dt);
  }
}

const fluid = new Fluid(1e-5, 1e-6, 0.1);
for (let step = 0; step < STEPS; step++) {
  for (const i of [SIZE / 2 - 1, SIZE / 2, SIZE / 2 + 1, SIZE / 2 + 2]) fluid.addSource(i, 4, 300, 15);
  fluid.step();
}

const div = makeField();
divergence(fluid.u, fluid.v, div);
const speed = fluid.v.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
const worst = div.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
if (!(speed > 0.05) || !(worst < speed / 20)) throw new Error(`the divergence is ${worst} at speeds of ${speed}`);
let mass = 0;
let skew = 0;
for (let j = 1; j <= SIZE; j++) {
  for (let i = 1; i <= SIZE; i++) {
    mass += fluid.density[i + j * STRIDE];
    skew += fluid.density[i + j * STRIDE] * (i - (SIZE + 1) / 2);
  }
}
if (!(mass > 0) || Math.abs(skew / mass) > 0.25 * SIZE) throw new Error(`the smoke drifts to one side: ${skew / mass}`);
console.log(`fluid: ${STEPS} steps of ${SIZE} x ${SIZE}, mass ${mass.toPrecision(8)}, fastest ${speed.toPrecision(8)}`);
