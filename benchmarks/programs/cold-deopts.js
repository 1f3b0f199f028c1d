// Types that never settle: every function is used with integers, then doubles, strings, BigInts, objects of new shapes, and again.
//
// Code that was specialised for one kind of values meets the next one as soon as it is fast; callbacks, shapes, array kinds
// and prototypes change, too. Results are compared with the same computed by separate functions.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const ROUNDS = Math.max(2, Math.round(26 * SCALE));
const BURST = 1500;

const add = (a, b) => a + b;
const largest = (list) => {
  let best = list[0];
  for (const item of list) if (item > best) best = item;
  return best;
};
const fold = (list, f, start) => {
  let result = start;
  for (let i = 0; i < list.length; i++) result = f(result, list[i], i);
  return result;
};
const area = (shape) => shape.width * shape.height;
const describe = (value) => {
  switch (typeof value) {
    case 'number': return value < 0 ? -1 : 1;
    case 'string': return value.length;
    case 'bigint': return Number(value & 7n);
    case 'object': return value === null ? 0 : Object.keys(value).length;
    default: return 2;
  }
};

class Meter {
  constructor(start) {
    this.total = start;
  }
  put(value) {
    this.total += value;
    return this;
  }
}

const kinds = [
  { name: 'small integers', make: (i) => i % 1000, zero: 0, plain: (n) => (n * (n - 1)) / 2 },
  { name: 'doubles', make: (i) => i + 0.5, zero: 0, plain: (n) => (n * n) / 2 },
  { name: 'large integers', make: (i) => 2 ** 31 + i, zero: 0, plain: (n) => 2 ** 31 * n + (n * (n - 1)) / 2 },
  { name: 'BigInts', make: (i) => BigInt(i), zero: 0n, plain: (n) => BigInt((n * (n - 1)) / 2) },
  { name: 'strings', make: (i) => String.fromCharCode(97 + (i % 26)), zero: '', plain: (n) => Array.from({ length: n }, (_, i) => String.fromCharCode(97 + (i % 26))).join('') },
];

let checksum = 0;
const note = (value) => {
  checksum = (Math.imul(checksum, 31) + value) | 0;
};

for (let round = 0; round < ROUNDS; round++) {
  for (const { name, make, zero, plain } of kinds) {
    const list = Array.from({ length: 900 }, (_, i) => make(i));
    const sum = fold(list, add, zero);
    const expected = plain(900);
    if (sum !== expected) throw new Error(`the sum of ${name} is ${sum}`);
    const meter = new Meter(zero);
    for (const value of list) meter.put(value);
    if (meter.total !== expected) throw new Error(`the meter of ${name} shows ${meter.total}`);
    const top = largest(list);
    if (list.some((value) => value > top)) throw new Error(`the largest of ${name} is not ${top}`);
    note(fold(list, (total, value) => total + describe(value), 0));
  }
  // Shapes: the same properties in another order, with others before them, on prototypes, as accessors.
  const shapes = [
    { width: round, height: 2 },
    { height: 2, width: round },
    { [`extra${round % 9}`]: 1, width: round, height: 2 },
    Object.create({ width: round, height: 2 }),
    { get width() { return round; }, height: 2 },
    Object.assign([], { width: round, height: 2 }),
  ];
  let total = 0;
  for (let i = 0; i < BURST; i++) total += area(shapes[(i >> 6) % shapes.length]);
  if (total !== 2 * round * BURST) throw new Error(`areas of ${total}`);
  // Arrays change their kind while they are used.
  const changing = [1, 2, 3, 4, 5, 6, 7, 8];
  for (let i = 0; i < BURST; i++) {
    if (i === 500) changing[3] = 4.5;
    if (i === 900) changing[5] = 'six';
    if (i === 1200) delete changing[6];
    note(describe(changing[i & 7]));
  }
  // Callbacks and methods change while they are hot.
  Meter.prototype.put = round % 2 === 0
    ? function put(value) { this.total = this.total + value; return this; }
    : function put(value) { this.total += value; return this; };
  let f = (x) => x + 1;
  let x = 0;
  for (let i = 0; i < BURST; i++) {
    if (i % 300 === 299) f = i % 600 === 299 ? (y) => y + 2 : (y) => y - 1;
    x = f(x);
  }
  note(x);
}
console.log(`cold-deopts: ${ROUNDS} rounds over ${kinds.length} kinds, checksum ${checksum}`);
