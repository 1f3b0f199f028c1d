// Megamorphic sites: fifty classes and two hundred shapes meet the same reads, writes, calls, comparators and iterators.
//
// No inline cache can hold them. The same sums are computed from plain numbers beside.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const CLASSES = 50;
const SHAPES = 200;
const ROUNDS = Math.max(1, Math.round(700 * SCALE));

class Base {
  constructor(value) {
    this.value = value;
  }
  apply(x) {
    return (x + this.value) | 0;
  }
}

/** Classes that differ in their fields and in what their methods do. */
const classes = Array.from({ length: CLASSES }, (_, k) => {
  const made = class extends Base {
    constructor(value) {
      super(value);
      for (let i = 0; i <= k % 5; i++) this[`field${(k + i) % 17}`] = i;
      this.weight = k;
    }
    get kind() {
      return k;
    }
    *[Symbol.iterator]() {
      yield this.weight;
      yield this.value;
    }
  };
  switch (k % 5) {
    case 1: made.prototype.apply = function apply(x) { return x ^ this.value; }; break;
    case 2: made.prototype.apply = function apply(x) { return (x - this.weight) | 0; }; break;
    case 3: made.prototype.apply = function apply(x) { return Math.imul(x, 3) + this.value; }; break;
    case 4: made.prototype.apply = function apply(x) { return super_.apply.call(this, x) >> 1; }; break;
  }
  return made;
});
const super_ = Base.prototype;

const plainApply = (k, value, x) => {
  switch (k % 5) {
    case 0: return (x + value) | 0;
    case 1: return x ^ value;
    case 2: return (x - k) | 0;
    case 3: return Math.imul(x, 3) + value;
    default: return ((x + value) | 0) >> 1;
  }
};

const objects = classes.map((Class, k) => new Class(k * 7 + 1));
const records = Array.from({ length: SHAPES }, (_, s) => {
  const record = {};
  for (let i = 0; i < s % 8; i++) record[`pad${(s * 3 + i) % 41}`] = i;
  record.key = s;
  record[`mark${s}`] = true;
  record.count = 0;
  return record;
});

let x = 1;
let plain = 1;
let kinds = 0;
let counted = 0;
for (let round = 0; round < ROUNDS; round++) {
  for (const object of objects) {
    x = object.apply(x);
    kinds += object.kind;
    object.value = (object.value + 1) & 1023;
  }
  for (let k = 0; k < CLASSES; k++) plain = plainApply(k, (k * 7 + 1 + round) & 1023, plain);
  if (x !== plain) throw new Error(`${x} instead of ${plain} in round ${round}`);
  for (const record of records) {
    record.count += record.key & 1;
    if (record[`mark${round % SHAPES}`] === true) counted++;
  }
  if (round % 50 === 0) {
    const [weight, value] = objects[round % CLASSES];
    if (weight !== round % CLASSES || value !== objects[round % CLASSES].value) throw new Error('an iterator is wrong');
    objects.sort((a, b) => b.weight - a.weight).sort((a, b) => a.kind - b.kind);
  }
}
const counts = records.reduce((sum, { count }) => sum + count, 0);
if (counts !== (ROUNDS * SHAPES) / 2 || counted !== ROUNDS) throw new Error(`counted ${counts} and ${counted}`);
if (kinds !== (ROUNDS * CLASSES * (CLASSES - 1)) / 2) throw new Error(`the kinds add up to ${kinds}`);
console.log(`cold-megamorphic: ${CLASSES} classes, ${SHAPES} shapes, ${ROUNDS} rounds, ${x}`);
