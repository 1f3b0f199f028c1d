// Float numerics in small objects: discs of different masses in a box, with gravity, bounces, friction and a grid for neighbours.
//
// Vectors are immutable objects with methods, as physics engines in JavaScript often have them. Without friction energy and
// momentum have to be kept; with it everything comes to rest.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const STEPS = Math.max(20, Math.round(520 * SCALE));
const BODIES = SCALE < 0.1 ? 20 : 260;
const SIDE = 100;

class Vector {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }

  static ZERO = new Vector(0, 0);

  plus(other) { return new Vector(this.x + other.x, this.y + other.y); }
  minus(other) { return new Vector(this.x - other.x, this.y - other.y); }
  times(factor) { return new Vector(this.x * factor, this.y * factor); }
  dot(other) { return this.x * other.x + this.y * other.y; }
  get length() { return Math.sqrt(this.dot(this)); }
  get normal() { return this.times(1 / this.length); }
}

class Body {
  constructor(position, velocity, radius) {
    this.position = position;
    this.velocity = velocity;
    this.radius = radius;
    this.mass = radius * radius;
  }

  get energy() { return (this.mass * this.velocity.dot(this.velocity)) / 2; }
  get momentum() { return this.velocity.times(this.mass); }

  accelerate(change) { this.velocity = this.velocity.plus(change); }
  move(dt) { this.position = this.position.plus(this.velocity.times(dt)); }

  /** Keeps the body inside of the box. */
  bounce(restitution) {
    const { x, y } = this.position;
    const low = this.radius;
    const high = SIDE - this.radius;
    if (x < low && this.velocity.x < 0) this.reflect(new Vector(low, y), new Vector(-restitution, 1));
    else if (x > high && this.velocity.x > 0) this.reflect(new Vector(high, y), new Vector(-restitution, 1));
    if (y < low && this.velocity.y < 0) this.reflect(new Vector(this.position.x, low), new Vector(1, -restitution));
    else if (y > high && this.velocity.y > 0) this.reflect(new Vector(this.position.x, high), new Vector(1, -restitution));
  }

  reflect(position, factors) {
    this.position = position;
    this.velocity = new Vector(this.velocity.x * factors.x, this.velocity.y * factors.y);
    this.world.bounces++;
  }
}

class World {
  constructor({ gravity, restitution, drag }) {
    this.gravity = gravity;
    this.restitution = restitution;
    this.drag = drag;
    this.bodies = [];
    this.contacts = 0;
    this.bounces = 0;
    this.cell = 8;
    this.columns = Math.ceil(SIDE / this.cell) + 1;
  }

  add(body) {
    body.world = this;
    this.bodies.push(body);
  }

  step(dt) {
    const pull = this.gravity.times(dt);
    for (const body of this.bodies) {
      body.accelerate(pull);
      if (this.drag > 0) body.accelerate(body.velocity.times(-this.drag * dt));
      body.move(dt);
      body.bounce(this.restitution);
    }
    this.collide();
  }

  collide() {
    const cells = new Map();
    for (const body of this.bodies) {
      const column = Math.floor(body.position.x / this.cell);
      const row = Math.floor(body.position.y / this.cell);
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const others = cells.get((row + dy) * this.columns + column + dx);
          if (others === undefined) continue;
          for (const other of others) this.contact(body, other);
        }
      }
      const key = row * this.columns + column;
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, [body]);
      else cell.push(body);
    }
  }

  /** An impulse along the line between the centres, if two bodies overlap and approach. */
  contact(a, b) {
    const between = b.position.minus(a.position);
    const distance = between.length;
    if (distance >= a.radius + b.radius || distance === 0) return;
    const normal = between.times(1 / distance);
    const approach = a.velocity.minus(b.velocity).dot(normal);
    if (approach <= 0) return;
    const impulse = normal.times(((1 + this.restitution) * approach) / (1 / a.mass + 1 / b.mass));
    a.accelerate(impulse.times(-1 / a.mass));
    b.accelerate(impulse.times(1 / b.mass));
    this.contacts++;
  }

  get energy() { return this.bodies.reduce((sum, { energy }) => sum + energy, 0); }
  get momentum() { return this.bodies.reduce((sum, { momentum }) => sum.plus(momentum), Vector.ZERO); }
}

function makeRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function fill(world, random) {
  for (let i = 0; i < BODIES; i++) {
    const position = new Vector(4 + random() * (SIDE - 8), 4 + random() * (SIDE - 8));
    world.add(new Body(position, new Vector(random() * 20 - 10, random() * 20 - 10), 1 + random() * 2));
  }
}

// An elastic world keeps its energy; the momentum changes at the walls only.
const elastic = new World({ gravity: Vector.ZERO, restitution: 1, drag: 0 });
fill(elastic, makeRandom(1));
const before = elastic.energy;
for (let i = 0; i < STEPS; i++) {
  const { bounces, momentum } = elastic;
  elastic.step(0.02);
  if (elastic.bounces === bounces && elastic.momentum.minus(momentum).length > 1e-6) throw new Error('momentum was lost');
}
if (Math.abs(elastic.energy / before - 1) > 1e-9) throw new Error(`the energy went from ${before} to ${elastic.energy}`);
if (elastic.contacts === 0) throw new Error('nothing touched');

// A world with friction loses it.
const lossy = new World({ gravity: new Vector(0, 9.81), restitution: 0.5, drag: 0.2 });
fill(lossy, makeRandom(2));
let height = 0;
for (let i = 0; i < STEPS; i++) lossy.step(0.02);
for (const { position } of lossy.bodies) height += position.y / BODIES;
if (STEPS >= 500 && !(height > 0.75 * SIDE)) throw new Error(`the bodies did not fall: ${height}`);
console.log(`rigid-bodies: ${BODIES} bodies, ${STEPS} steps, ${elastic.contacts + lossy.contacts} contacts, momentum ${elastic.momentum.x.toFixed(6)}, height ${height.toFixed(6)}`);
