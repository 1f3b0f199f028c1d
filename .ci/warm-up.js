// The program that the command has run when its code cache is made (make-code-cache.mjs). It uses a bit of everything, and
// often enough, so that what parses, interprets and compiles such code is in the cache. The build drops what it prints.

class Shape {
  #sides;
  static count = 0;
  constructor(name, sides = 4) {
    this.name = name;
    this.#sides = sides;
    Shape.count++;
  }
  get sides() {
    return this.#sides;
  }
  set sides(n) {
    this.#sides = n;
  }
  scaled(by) {
    return this.#sides * by;
  }
}
class Circle extends Shape {
  constructor(radius) {
    super('circle', 0);
    this.radius = radius;
  }
  scaled(by) {
    return super.scaled(by) + this.radius;
  }
}

function classify(value) {
  switch (typeof value) {
    case 'number':
      return value % 2 === 0 ? 'even' : 'odd';
    case 'string':
      return value.length > 3 ? value.slice(0, 3) : value;
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? 'array' : 'object';
    default:
      return undefined;
  }
}

function risky(n) {
  try {
    if (n % 50 === 0) throw new RangeError(`bad ${n}`);
    return n | 0;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return -1;
  } finally {
    counters.risky = (counters.risky ?? 0) + 1;
  }
}

function* numbers(n) {
  for (let i = 0; i < n; i++) yield i;
}

function collect(first, ...rest) {
  const { a = 1, b: [c, d] = [2, 3], ...others } = first;
  return [a, c, d, ...rest, Object.keys(others).length, arguments.length];
}

function visit(tree, depth) {
  if (tree === null || depth > 20) return 0;
  return 1 + visit(tree.left, depth + 1) + visit(tree.right, depth + 1);
}

const counters = {};
const words = new Map();
const seen = new Set();
const floats = new Float64Array(64);
const makeAdder = (n) => (x) => x + n;

function work(round) {
  const shapes = [new Shape('square'), new Circle(round), new Shape('triangle', 3)];
  let sum = 0;
  for (const shape of shapes) sum += shape.scaled(2) + shape.sides;
  shapes[0].sides = 5;
  for (let i = 0; i < floats.length; i++) floats[i] = Math.sqrt(i * round) + floats[i] * 0.5;
  for (const key in shapes[1]) if (Object.hasOwn(shapes[1], key)) sum += key.length;
  for (const [word, count] of words) sum += word.length * count;
  for (const n of numbers(4)) sum += n;
  const add = makeAdder(round);
  const text = `round ${round}: ${shapes.map((shape) => shape.name).join(', ')}`;
  for (const word of text.split(/[\s,:]+/)) {
    words.set(word, (words.get(word) ?? 0) + 1);
    seen.add(word.toUpperCase());
  }
  const match = /(\w+) (\d+)/.exec(text);
  if (match !== null && match[2] === '7') sum++;
  sum += text.replace(/o/g, (letter) => letter + letter).length + text.indexOf('square') + text.charCodeAt(2);
  sum += [5, 3, 1, round].sort((x, y) => x - y).filter((x) => x > 1).reduce((x, y) => x + y, 0);
  sum += collect({ a: round, b: [1, 2], x: 0 }, 1, 2).length + collect({}).length;
  sum += JSON.parse(JSON.stringify({ round, list: [1, 'a', null, true] })).list.length;
  sum += add(risky(round)) + visit({ left: null, right: { left: null, right: null } }, 0);
  const kinds = [1, 'text', null, [], {}, undefined].map(classify);
  outer: for (let i = 0; i < kinds.length; i++) {
    for (const kind of kinds) {
      if (kind === undefined) continue outer;
      if (kind === 'array') break;
    }
    let n = round;
    while (n > 1) n = n % 2 === 0 ? n >> 1 : (3 * n + 1) & 1023;
    do sum ^= n++;
    while (n < 3);
  }
  delete counters[`k${round - 1}`];
  counters[`k${round}`] = sum;
  return sum;
}

let total = 0;
for (let round = 1; round <= 240; round++) total += work(round);

async function later(n) {
  await null;
  return n;
}
async function main() {
  for (let i = 0; i < 150; i++) total += await later(i);
  await Promise.all([later(1), later(2)]);
  if (!Number.isInteger(total)) throw new Error(`a sum of integers is ${total}`);
}
main();

// What most programs do besides: loops that get hot within one call, where types and targets change in the end, and output.
function searched(list, wanted, isFound) {
  let place = -1;
  for (let i = 0; i < list.length; i++) {
    const value = list[i];
    if (value > 1e9) place = `${value} is large`;
    if (isFound(value, wanted)) place = i;
  }
  return place;
}
function filled(n) {
  const rows = [];
  for (let y = 0; y < n; y++) {
    const row = new Array(n).fill(0);
    for (let x = 0; x < n; x++) row[x] = (x * y) % 7;
    rows.push(row);
  }
  let text = '';
  let k = 0;
  while (k < 3000) {
    k += 2;
    if (k % 500 === 0) text += String.fromCharCode(65 + (k % 26));
  }
  return rows.map((row) => row.join('')).concat(text);
}
const integers = Array.from({ length: 3000 }, (_, i) => i);
console.log(filled(120).length, searched(integers, 2000, (x, y) => x === y));
for (const isFound of [(x, y) => x === y + 1, (x, y) => x > y, (x) => x === 3]) console.log('found at %d', searched(integers, 2900, isFound));
console.log(searched([...integers, 2e9, 0.5, 1], 0.5, (x, y) => x === y), { list: [1, 2], text: 'a', nested: { ok: true } }, [1, 'two', null], new Map([[1, 2]]));
const makers = [];
for (let i = 0; i < 400; i++) makers.push(() => i * 2);
console.log(makers.reduce((sum, make) => sum + make(), 0), Object.entries({ a: 1, b: 2 }), `${[1, 2]}`);
for (const shape of [new Shape('late', 7), new Circle(3), { scaled: (by) => by, sides: 1 }]) {
  for (let i = 0; i < 300; i++) total += shape.scaled(i) & 1;
}
try {
  null.missing;
} catch (error) {
  console.log(error.message, error instanceof TypeError);
}
setTimeout(() => console.log('done'), 0);
