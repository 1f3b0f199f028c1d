// N-body: the orbits of Jupiter, Saturn, Uranus and Neptune around the Sun, by a symplectic integrator.
//
// Shows: double arithmetic on the fields of a few objects in tight nested loops. The total energy hardly changes over
// time; it is printed before and after.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const STEPS = 700_000 * SCALE;
const TIME_STEP = 0.01;

const SOLAR_MASS = 4 * Math.PI * Math.PI;
const DAYS_PER_YEAR = 365.24;

class Body {
  constructor(name, [x, y, z], [vx, vy, vz], mass) {
    this.name = name;
    this.x = x;
    this.y = y;
    this.z = z;
    this.vx = vx * DAYS_PER_YEAR;
    this.vy = vy * DAYS_PER_YEAR;
    this.vz = vz * DAYS_PER_YEAR;
    this.mass = mass * SOLAR_MASS;
  }
}

const sun = new Body('Sun', [0, 0, 0], [0, 0, 0], 1);
const jupiter = new Body(
  'Jupiter',
  [4.84143144246472090, -1.16032004402742839, -1.03622044471123109e-1],
  [1.66007664274403694e-3, 7.69901118419740425e-3, -6.90460016972063023e-5],
  9.54791938424326609e-4,
);
const saturn = new Body(
  'Saturn',
  [8.34336671824457987, 4.12479856412430479, -4.03523417114321381e-1],
  [-2.76742510726411e-3, 4.99852801234917238e-3, 2.30417297573763929e-5],
  2.85885980666130812e-4,
);
const uranus = new Body(
  'Uranus',
  [1.28943695621391310e1, -1.51111514016986312e1, -2.23307578892655734e-1],
  [2.96460137564761618e-3, 2.37847173959480950e-3, -2.96589568540237556e-5],
  4.36624404335156298e-5,
);
const neptune = new Body(
  'Neptune',
  [1.53796971148509165e1, -2.59193146099879641e1, 1.79258772950371181e-1],
  [2.68067772490389322e-3, 1.62824170038242295e-3, -9.51592254519715870e-5],
  5.15138902046611451e-5,
);

class SolarSystem {
  constructor(bodies) {
    this.bodies = bodies;
    this.balanceMomentum();
  }

  /** Gives the Sun the velocity that makes the total momentum zero. */
  balanceMomentum() {
    const [center] = this.bodies;
    let px = 0;
    let py = 0;
    let pz = 0;
    for (const { vx, vy, vz, mass } of this.bodies) {
      px += vx * mass;
      py += vy * mass;
      pz += vz * mass;
    }
    center.vx = -px / SOLAR_MASS;
    center.vy = -py / SOLAR_MASS;
    center.vz = -pz / SOLAR_MASS;
  }

  advance(dt) {
    const { bodies } = this;
    const count = bodies.length;
    for (let i = 0; i < count; i++) {
      const a = bodies[i];
      for (let j = i + 1; j < count; j++) {
        const b = bodies[j];
        const dx = a.x - b.x;
        const dy = a.y - b.y;
        const dz = a.z - b.z;
        const squared = dx * dx + dy * dy + dz * dz;
        const magnitude = dt / (squared * Math.sqrt(squared));
        const pullA = b.mass * magnitude;
        const pullB = a.mass * magnitude;
        a.vx -= dx * pullA;
        a.vy -= dy * pullA;
        a.vz -= dz * pullA;
        b.vx += dx * pullB;
        b.vy += dy * pullB;
        b.vz += dz * pullB;
      }
    }
    for (const body of bodies) {
      body.x += dt * body.vx;
      body.y += dt * body.vy;
      body.z += dt * body.vz;
    }
  }

  energy() {
    const { bodies } = this;
    let energy = 0;
    bodies.forEach((a, i) => {
      energy += 0.5 * a.mass * (a.vx ** 2 + a.vy ** 2 + a.vz ** 2);
      for (const b of bodies.slice(i + 1)) {
        const distance = Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2);
        energy -= (a.mass * b.mass) / distance;
      }
    });
    return energy;
  }
}

const system = new SolarSystem([sun, jupiter, saturn, uranus, neptune]);
console.log(`energy before: ${system.energy().toFixed(9)}`);
for (let step = 0; step < STEPS; step++) system.advance(TIME_STEP);
console.log(`energy after:  ${system.energy().toFixed(9)}`);
for (const { name, x, y, z } of system.bodies) {
  console.log(`${name.padEnd(8)}${[x, y, z].map((c) => c.toFixed(6).padStart(12)).join('')}`);
}
