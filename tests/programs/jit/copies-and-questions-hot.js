// slice of arrays and strings, Object.getPrototypeOf and Object.is in hot code, with everything that they are not made for there.
const show = (v) => (typeof v === 'function' ? `function ${v.name}` : v === null || typeof v !== 'object' ? String(v) : JSON.stringify(v));
const attempt = (f) => {
  try {
    return show(f());
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};

// Arrays.
const copy = (a, from, to) => a.slice(from, to);
const copyFrom = (a, from) => a.slice(from);
const copyAll = (a) => a.slice();
class List extends Array {
  sum() { return this.reduce((x, y) => x + y, 0); }
}
const own = [1, 2, 3];
own.constructor = { [Symbol.species]: function (n) { this.made = n; } };
const odd = [1, 2, 3];
odd.constructor = undefined;
const wrong = [1];
wrong.constructor = 5;
const holes = [1, , 3, , 5];
const arrays = [[1, 2, 3], [1.5, 2.5], ['a', {}], [], holes, List.of(1, 2, 3), own, odd, Object.freeze([1, 2, 3, 4]), Array.from({ length: 100 }, (_x, i) => i), { length: 2, 0: 'x', 1: 'y', slice: Array.prototype.slice }, 'text', wrong];
const ranges = [[0, 2], [1, 3], [-2, 10], [NaN, Infinity], [0.5, 1.9], [undefined, undefined], ['1', null], [2, 1], [{ valueOf: () => 1 }, 2]];
let checked = 0;
for (let round = 0; round < 300; round++) {
  const a = [round, round + 1, round + 2];
  const [x, y] = [copy(a, 1, 3), copyAll(a)];
  y[0] = 'changed';
  checked += x.length + copyFrom(a, 1)[1] + a[0] + (Array.isArray(y) ? 1 : 0);
}
console.log(checked);
for (const a of arrays) {
  console.log(attempt(() => copyAll(a)), attempt(() => copyFrom(a, 1)), ranges.map(([from, to]) => attempt(() => copy(a, from, to))).join(' '));
}
console.log(copyAll(List.of(1, 2)) instanceof List, copyFrom(List.of(4, 5), 1).sum(), 1 in copyAll(holes), copyAll(odd).constructor === Array);
Array.prototype[1] = 'inherited';
console.log(show(copyAll(holes)), Object.hasOwn(copyAll(holes), 1), show(copy(holes, 1, 2)));
delete Array.prototype[1];
console.log(show(copyAll([1, , 2])));
const before = Array.prototype.constructor;
Array.prototype.constructor = { [Symbol.species]: List };
console.log(copyAll([1, 2]) instanceof List, copy([1, 2, 3], 0, 1) instanceof List);
Array.prototype.constructor = before;
console.log(copyAll([1, 2]) instanceof List);
const { slice } = Array.prototype;
Array.prototype.slice = function (...args) { return ['mine', ...slice.apply(this, args)]; };
console.log(show(copyAll([1, 2])), show(copy([1, 2], 1, 2)));
Array.prototype.slice = slice;
Object.defineProperty(Array, Symbol.species, { get() { return List; }, configurable: true });
console.log(copyAll([1, 2]) instanceof List, copyFrom([1, 2], 1) instanceof List);

// Strings.
const part = (s, from, to) => s.slice(from, to);
const rest = (s, from) => s.slice(from);
const between = (s, from, to) => s.substring(from, to);
const some = (s, from, count) => s.substr(from, count);
let text = '';
for (let round = 0; round < 300; round++) text = part('abcdefgh', round & 3, 6) + rest('abcdefgh', round & 7) + between('abcdefgh', 5, round & 3) + some('abcdefgh', -3, 2);
console.log(text);
for (const s of ['hello', '', new String('object'), { slice: (...args) => args.join(), substring: () => 'u', substr: () => 'b' }, 'a\ud83d\ude00b', undefined]) {
  // Halves of a pair cannot be written as UTF-8.
  const written = (x) => String(x).replace(/[\ud800-\udfff]/g, (half) => '<' + half.charCodeAt(0).toString(16) + '>');
  console.log(ranges.map(([from, to]) => [part, between, some].map((f) => written(attempt(() => f(s, from, to)))).join('|')).join(' '), written(attempt(() => rest(s, -2))), written(attempt(() => rest(s))));
}

// Prototypes.
const prototypeOf = (o) => Object.getPrototypeOf(o);
class A {}
class B extends A {}
function F() {}
const names = new Map([[Object.prototype, 'Object'], [Function.prototype, 'Function'], [Array.prototype, 'Array'], [A, 'class A'], [A.prototype, 'A'], [B.prototype, 'B'], [String.prototype, 'String'], [Number.prototype, 'Number'], [null, 'null'], [Map.prototype, 'Map'], [F, 'F']]);
const inheriting = Object.create(F);
const asked = [{}, [], A, B, new A(), new B(), B.prototype, F, () => {}, 'text', 5, Object.create(null), Object.prototype, new Map(), inheriting, Object.create(inheriting), new Proxy({}, { getPrototypeOf: () => A.prototype }), new Proxy(F, {}), F.bind(null), null, undefined, function* () {}];
let found = 0;
for (let round = 0; round < 300; round++) if (prototypeOf(new B()) === B.prototype && prototypeOf({ round }) === Object.prototype) found++;
console.log(found);
for (let round = 0; round < 3; round++) console.log(asked.map((o) => attempt(() => names.get(prototypeOf(o)) ?? 'other')).join());
const changing = new A();
Object.setPrototypeOf(changing, B.prototype);
Object.setPrototypeOf(F, A);
console.log(names.get(prototypeOf(changing)), names.get(prototypeOf(F)), names.get(prototypeOf(inheriting)));

// Sameness.
const same = (x, y) => Object.is(x, y);
let count = 0;
for (let round = 0; round < 300; round++) if (same(round, round) && !same(round, -round - 1)) count++;
const values = [0, -0, NaN, 0 / 0, 1n, 1n, '', 'a', 'a', null, undefined, F, {}, Symbol.iterator, true];
console.log(count, values.map((x) => values.map((y) => Number(same(x, y))).join('')).join(' '), same(), same(undefined));
