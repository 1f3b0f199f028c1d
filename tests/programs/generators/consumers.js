// Generators where iterables are taken: spread, destructuring, Map, Array.from, calls, lazy pipelines.
function* range(n) {
  for (let i = 0; i < n; i++) yield i;
}
console.log([...range(3), ...range(2)], Math.max(...range(5)), new Set(range(3)), Array.from(range(3), (x) => x * 2));
console.log(new Map((function* () { yield ['a', 1]; yield ['b', 2]; })()), Object.fromEntries((function* () { yield ['x', 1]; })()));
const [a, , b = 'default', ...rest] = range(5);
console.log(a, b, rest);
const { length } = [...range(7)];
console.log(length);

function* naturals() {
  for (let n = 1; ; n++) yield n;
}
function* map(it, f) {
  for (const x of it) yield f(x);
}
function* filter(it, f) {
  for (const x of it) if (f(x)) yield x;
}
function* take(it, n) {
  if (n === 0) return;
  for (const x of it) {
    yield x;
    if (--n === 0) return;
  }
}
console.log([...take(filter(map(naturals(), (x) => x * x), (x) => x % 2 === 1), 6)]);

function* primes() {
  const found = [];
  for (const n of naturals()) {
    if (n < 2 || found.some((p) => n % p === 0)) continue;
    found.push(n);
    yield n;
  }
}
console.log([...take(primes(), 20)].join(' '));

function* fibonacci() {
  let [x, y] = [0, 1];
  for (;;) {
    yield x;
    [x, y] = [y, x + y];
  }
}
let total = 0;
for (const f of fibonacci()) {
  if (f > 1e6) break;
  total += f;
}
console.log(total);

function* permutations(list) {
  if (list.length === 0) yield [];
  for (let i = 0; i < list.length; i++) {
    const others = [...list.slice(0, i), ...list.slice(i + 1)];
    for (const p of permutations(others)) yield [list[i], ...p];
  }
}
console.log([...permutations([1, 2, 3])].map((p) => p.join('')).join(' '));

// The generator's next replaced: loops follow.
const odd = range(4);
odd.next = () => ({ done: true });
console.log([...odd]);
const proto = Object.getPrototypeOf(function* () {}).prototype;
const { next } = proto;
proto.next = function (...args) {
  const result = next.apply(this, args);
  return result.done ? result : { value: `<${result.value}>`, done: false };
};
console.log([...range(3)]);
for (const x of range(2)) console.log(x);
proto.next = next;
console.log([...range(3)]);

// A generator that is half used goes on; one that is over stays over.
const half = range(4);
for (const x of half) {
  console.log('first', x);
  half.next();
  if (x === 0) continue;
}
for (const x of half) console.log('never', x);

// The loop variable keeps its value when the generator ends or throws.
var v;
for (v of range(3));
console.log(v);
try {
  for (v of (function* () { yield 'last'; throw new Error('stop'); })());
} catch (e) {
  console.log(v, e.message);
}
function deep(n) {
  return (function* () {
    if (n > 0) for (const x of deep(n - 1)) yield x + 1;
    else yield 0;
  })();
}
console.log([...deep(40)]);
