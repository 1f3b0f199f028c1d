// Arrays of rest parameters that hot functions do without: every way to use one, and every way to leave such a function while it holds one.
const log = [];
const show = (...values) => log.push(values.map((v) => (Array.isArray(v) ? `[${v}]` : String(v))).join(' '));
const hot = (f, times = 400) => {
  let result;
  for (let i = 0; i < times; i++) result = f(i);
  return result;
};

// Lengths and elements, within and beyond, and with keys of other kinds.
function elementOf(key, ...rest) {
  return rest.length + ':' + rest[key];
}
show(hot((i) => elementOf(i % 3, i, i + 1, i + 2)), elementOf(7, 1), elementOf(0), elementOf(-1, 1), elementOf(1.5, 1, 2), elementOf('length', 1, 2), elementOf('1', 5, 6));
Array.prototype[4] = 'inherited';
show(elementOf(4, 1), elementOf(4, 1, 2, 3, 4, 5));
delete Array.prototype[4];

// Elements of another type than ever before, in the middle of a loop.
function sum(first, ...numbers) {
  let total = first;
  for (const n of numbers) total += n;
  return total;
}
show(hot((i) => sum(1, i, 2, 3)), sum(1, 2, 'x', 3), sum('s'), sum(1, 2, { valueOf: () => 40 }, 3), sum(1n, 2n));
try {
  sum(1, 2, 3n);
} catch (e) {
  show(e.name);
}

// Loops that end early, continue, and throw.
function search(wanted, ...list) {
  let seen = '';
  for (const v of list) {
    if (v === 'skip') continue;
    if (v === wanted) return seen + '!';
    if (v === 'throw') throw new Error(`${seen}${list.length}`);
    seen += v;
  }
  return `${seen}, ${list.length}`;
}
show(hot((i) => search(i, 0, 1, 2)), search(2, 0, 'skip', 1, 2), search(9));
try {
  search(2, 0, 1, 'throw');
} catch (e) {
  show(e.message);
}

// The rest goes on to others: by spread, with more before and behind, by apply, and to constructors.
const list = (...all) => all.length + '/' + all.join();
const two = (a, b) => `${a}+${b}`;
const forward = (f, ...args) => f(...args);
const between = (f, ...args) => f('a', ...args, 'z');
const after = (f, ...args) => f('a', 'b', ...args);
const applied = (f, ...args) => f.apply({ name: 'self' }, args);
class Pair {
  constructor(a, b) {
    this.text = `${a}|${b}`;
  }
}
const make = (C, ...args) => new C(...args).text;
for (const f of [forward, between, after, applied]) {
  show(hot((i) => f(list, i, 2, 3, 4, 5)), f(list), f(two, 1), f(two, 1, 2, 3), f(Math.max, 3, 9, 4), hot((i) => f(two, i)));
}
show(hot((i) => make(Pair, i, 2)), make(Pair), make(Pair, 1, 2, 3));
class Sub extends Pair {
  constructor(...args) {
    super(...args);
    this.count = args.length;
  }
}
show(hot((i) => new Sub(i, 1).count), new Sub(1, 2, 3).text, new Sub().text);
for (const callee of [undefined, {}, 7, class {}]) {
  try {
    applied(callee, 1, 2);
  } catch (e) {
    show(e.name);
  }
  try {
    forward(callee, 1, 2);
  } catch (e) {
    show(e.name);
  }
}
const long = Array.from({ length: 100 }, (_, i) => i);
show(forward(list, ...long).length, applied(list, ...long).length, sum(0, ...long), after(list, ...long).length);

// What is called throws, and the function that holds the rest catches it and goes on with it.
function guarded(f, ...rest) {
  try {
    return f(...rest) + rest.length;
  } catch (e) {
    return `${e}: ${rest.length}, ${rest[0]}`;
  }
}
const throwing = (a) => {
  if (a > 398) throw `thrown ${a}`;
  return a;
};
show(hot((i) => guarded(throwing, i, 1)), guarded(throwing, 1000));

// A variable of its own, patterns, and uses that need the array after all: seen late.
function odd(kind, ...rest) {
  const same = rest;
  const [first, second = 'none'] = rest;
  if (kind === 'keep') return rest;
  if (kind === 'closure') return () => rest.push(1);
  if (kind === 'write') rest[0] = 'written';
  if (kind === 'compare') return rest === same && same !== [first, second];
  if (kind === 'grow') same.push('more');
  return `${same.length} ${rest[0]} ${first} ${second}`;
}
show(hot((i) => odd('', i, 2)), odd('', 1), odd('keep', 1, 2), odd('compare', 1), odd('write', 1, 2), odd('grow', 1, 2), odd('closure', 1, 2)(), odd('', 5));
function pattern(...[a, b, ...others]) {
  return a + b + others.length;
}
show(hot((i) => pattern(i, 1, 2, 3)), pattern(1));

// Kept arrays are the function's own, each time another one.
function kept(keep, ...rest) {
  let total = 0;
  for (const v of rest) total += v;
  return keep ? rest : total;
}
show(hot((i) => kept(false, i, 1)));
const [x, y] = [kept(true, 1, 2), kept(true, 1, 2)];
x.push(3);
show(x, y, x === y, Array.isArray(x), Object.getPrototypeOf(x) === Array.prototype);

// Inlined into others, and recursive.
const total = (first = 0, ...rest) => (rest.length === 0 ? first : first + total(...rest));
show(hot((i) => total(i, 1, 2, 3, 4, 5)), total(), total('a', 'b'));
const wrap = (f) => (...args) => f(...args);
const wrapped = wrap(wrap(wrap((a, b) => a * b)));
show(hot((i) => wrapped(i, 2)), wrapped('x', 1), wrapped(3));

// Somebody changes what iterates arrays.
const forOf = (...rest) => {
  let text = '';
  for (const v of rest) text += v;
  return text;
};
const spread = (...rest) => list(...rest);
show(hot((i) => forOf(i, 2)), hot((i) => spread(i, 2)));
const { next } = Object.getPrototypeOf([][Symbol.iterator]());
Object.getPrototypeOf([][Symbol.iterator]()).next = function () {
  const step = next.call(this);
  return step.done ? step : { done: false, value: `<${step.value}>` };
};
show(forOf(1, 2), spread(1, 2));
Object.getPrototypeOf([][Symbol.iterator]()).next = next;
show(forOf(1, 2), spread(1, 2));
const iterate = Array.prototype[Symbol.iterator];
Array.prototype[Symbol.iterator] = function* () {
  yield 'mine';
};
const [f1, s1] = [forOf, spread].map((f) => f(1, 2));
Array.prototype[Symbol.iterator] = iterate;
show(f1, s1, forOf(1, 2), spread(1, 2));
console.log(log.join('\n'));
