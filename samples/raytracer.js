// A ray tracer: spheres and a chequered floor, two lamps, shadows and mirror reflections.
//
// Shows: many short-lived vector objects, polymorphic `intersect` methods, double arithmetic, recursion.
// Prints the picture in ASCII and a checksum over all pixels.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const WIDTH = Math.round(280 * Math.sqrt(SCALE));
const HEIGHT = Math.round(200 * Math.sqrt(SCALE));
const MAX_BOUNCES = 4;
const EPSILON = 1e-6;

class Vec {
  constructor(x, y, z) {
    this.x = x;
    this.y = y;
    this.z = z;
  }

  plus(v) { return new Vec(this.x + v.x, this.y + v.y, this.z + v.z); }
  minus(v) { return new Vec(this.x - v.x, this.y - v.y, this.z - v.z); }
  times(k) { return new Vec(this.x * k, this.y * k, this.z * k); }
  blend(v) { return new Vec(this.x * v.x, this.y * v.y, this.z * v.z); }
  dot(v) { return this.x * v.x + this.y * v.y + this.z * v.z; }

  cross(v) {
    return new Vec(this.y * v.z - this.z * v.y, this.z * v.x - this.x * v.z, this.x * v.y - this.y * v.x);
  }

  get length() { return Math.sqrt(this.dot(this)); }
  unit() { return this.times(1 / this.length); }

  /** This direction, mirrored at a surface with the given normal. */
  mirrored(normal) { return this.minus(normal.times(2 * this.dot(normal))); }

  static BLACK = new Vec(0, 0, 0);
}

class Ray {
  constructor(origin, direction) {
    this.origin = origin;
    this.direction = direction;
  }

  at(distance) { return this.origin.plus(this.direction.times(distance)); }
}

class Material {
  constructor({ color, mirror = 0, gloss = 0 }) {
    this.color = color;
    this.mirror = mirror;
    this.gloss = gloss;
  }

  colorAt(_point) { return this.color; }
}

class Chequered extends Material {
  constructor({ other, ...rest }) {
    super(rest);
    this.other = other;
  }

  colorAt({ x, z }) {
    return (Math.floor(x) + Math.floor(z)) % 2 === 0 ? this.color : this.other;
  }
}

class Shape {
  constructor(material) {
    this.material = material;
  }
}

class Sphere extends Shape {
  constructor(center, radius, material) {
    super(material);
    this.center = center;
    this.radius = radius;
  }

  /** The distance along the ray to the nearest intersection in front of its origin, or Infinity. */
  intersect({ origin, direction }) {
    const toCenter = this.center.minus(origin);
    const along = toCenter.dot(direction);
    const discriminant = this.radius * this.radius - toCenter.dot(toCenter) + along * along;
    if (discriminant < 0) return Infinity;
    const half = Math.sqrt(discriminant);
    if (along - half > EPSILON) return along - half;
    return along + half > EPSILON ? along + half : Infinity;
  }

  normalAt(point) { return point.minus(this.center).times(1 / this.radius); }
}

class Plane extends Shape {
  constructor(normal, offset, material) {
    super(material);
    this.normal = normal;
    this.offset = offset;
  }

  intersect({ origin, direction }) {
    const slope = this.normal.dot(direction);
    if (slope > -EPSILON) return Infinity;
    const distance = (this.offset - this.normal.dot(origin)) / slope;
    return distance > EPSILON ? distance : Infinity;
  }

  normalAt(_point) { return this.normal; }
}

class Camera {
  constructor(position, target) {
    this.position = position;
    this.forward = target.minus(position).unit();
    this.right = this.forward.cross(new Vec(0, 1, 0)).unit();
    this.up = this.right.cross(this.forward);
  }

  /** The ray through a point of the picture; (0, 0) is its centre, the picture is two units high. */
  rayThrough(x, y) {
    const direction = this.forward.times(2.1).plus(this.right.times(x)).plus(this.up.times(y));
    return new Ray(this.position, direction.unit());
  }
}

class Scene {
  constructor(shapes, lamps) {
    this.shapes = shapes;
    this.lamps = lamps;
    this.rays = 0;
  }

  nearest(ray) {
    let found = null;
    let distance = Infinity;
    for (const shape of this.shapes) {
      const d = shape.intersect(ray);
      if (d < distance) {
        distance = d;
        found = shape;
      }
    }
    return { shape: found, distance };
  }

  isShaded(point, toLamp, lampDistance) {
    const ray = new Ray(point, toLamp);
    return this.shapes.some((shape) => shape.intersect(ray) < lampDistance);
  }

  trace(ray, bounces) {
    this.rays++;
    const { shape, distance } = this.nearest(ray);
    if (shape === null) return this.sky(ray.direction);
    const point = ray.at(distance);
    const normal = shape.normalAt(point);
    const { material } = shape;
    const reflected = ray.direction.mirrored(normal);
    let color = this.shade(point, normal, reflected, material);
    if (material.mirror > 0 && bounces < MAX_BOUNCES) {
      const mirrored = this.trace(new Ray(point.plus(normal.times(EPSILON)), reflected), bounces + 1);
      color = color.times(1 - material.mirror).plus(mirrored.times(material.mirror));
    }
    return color;
  }

  shade(point, normal, reflected, material) {
    const surface = material.colorAt(point);
    let color = surface.times(0.12);
    const start = point.plus(normal.times(EPSILON));
    for (const { position, light } of this.lamps) {
      const offset = position.minus(start);
      const lampDistance = offset.length;
      const toLamp = offset.times(1 / lampDistance);
      const facing = normal.dot(toLamp);
      if (facing <= 0 || this.isShaded(start, toLamp, lampDistance)) continue;
      color = color.plus(surface.blend(light).times(facing));
      const glint = reflected.dot(toLamp);
      if (material.gloss > 0 && glint > 0) {
        const squared = glint * glint;
        const eighth = squared * squared * squared * squared;
        color = color.plus(light.times(material.gloss * eighth * eighth));
      }
    }
    return color;
  }

  sky({ y }) {
    const height = y > 0 ? y : 0;
    return new Vec(0.85 - 1.3 * height, 0.95 - 1.2 * height, 1 - 0.6 * height);
  }
}

const floor = new Chequered({ color: new Vec(0.9, 0.9, 0.85), other: new Vec(0.12, 0.14, 0.2), mirror: 0.1 });
const glass = new Material({ color: new Vec(0.3, 0.35, 0.4), mirror: 0.7, gloss: 0.9 });
const red = new Material({ color: new Vec(0.9, 0.2, 0.15), mirror: 0.15, gloss: 0.6 });
const gold = new Material({ color: new Vec(0.85, 0.65, 0.2), mirror: 0.35, gloss: 0.8 });
const chalk = new Material({ color: new Vec(0.8, 0.85, 0.9) });

const scene = new Scene(
  [
    new Plane(new Vec(0, 1, 0), 0, floor),
    new Sphere(new Vec(0, 1.3, 0), 1.3, glass),
    new Sphere(new Vec(-2.4, 0.8, 0.8), 0.8, red),
    new Sphere(new Vec(2.3, 0.9, 0.5), 0.9, gold),
    new Sphere(new Vec(0.9, 0.4, 2.1), 0.4, chalk),
    new Sphere(new Vec(-0.9, 0.35, 2.3), 0.35, gold),
  ],
  [
    { position: new Vec(-5, 7, 6), light: new Vec(0.8, 0.75, 0.7) },
    { position: new Vec(6, 5, 4), light: new Vec(0.25, 0.3, 0.4) },
  ],
);
const camera = new Camera(new Vec(0, 2.4, 7.5), new Vec(0, 0.9, 0));

const toByte = (value) => Math.max(0, Math.min(255, Math.floor(value * 256)));

function render() {
  const rows = [];
  for (let j = 0; j < HEIGHT; j++) {
    const row = [];
    for (let i = 0; i < WIDTH; i++) {
      const { x, y, z } = scene.trace(camera.rayThrough((2 * i - WIDTH) / HEIGHT, (HEIGHT - 2 * j) / HEIGHT), 0);
      row.push([toByte(x), toByte(y), toByte(z)]);
    }
    rows.push(row);
  }
  return rows;
}

const SHADES = ' .:-=+*#%@';
const luminance = ([r, g, b]) => (2 * r + 5 * g + b) / 8;

function toAscii(rows) {
  const lines = [];
  for (let j = 0; j < HEIGHT; j += 10) {
    let line = '';
    for (let i = 0; i < WIDTH; i += 5) line += SHADES[Math.floor((luminance(rows[j][i]) * SHADES.length) / 256)];
    lines.push(line.trimEnd());
  }
  return lines.join('\n');
}

const picture = render();
const checksum = picture.flat(2).reduce((sum, byte) => (Math.imul(sum, 31) + byte) >>> 0, 7);
console.log(toAscii(picture));
console.log(`raytracer: ${WIDTH} x ${HEIGHT} pixels, ${scene.rays} rays, checksum ${checksum}`);
