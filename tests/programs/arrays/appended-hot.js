// Pushes of several values and lists that grow in library functions, of numbers, doubles, objects and holes, until they are compiled and then of others.
function keep(list, f) {
  return list.filter(f);
}
const lists = [[1, 0, 2], [1.5, 2.5, 0], ['a', '', 'b'], [{}, null, undefined], [1, , 2.5, 'x'], Object.freeze([3, 0])];
let total = 0;
for (let i = 0; i < 300; i++) total += keep(lists[i % lists.length], Boolean).length + keep(lists[i % 2], (x) => x > 1).length;
console.log(total, JSON.stringify(lists.map((l) => keep(l, Boolean))));
const doubles = keep([0.5, 1, 1.5], (x) => x !== 1);
doubles.push('text');
console.log(doubles);

function pushMany(a, i) {
  a.push(i, i + 0.5);
  a.push('s', i, null);
  a.push(i, i, i, i);
  return a.push(1, 2, 3, 4, 5) + a.push();
}
let sum = 0;
for (let i = 0; i < 300; i++) sum += pushMany([], i);
console.log(sum, pushMany([0], 1), pushMany({ push: (...more) => more.length }, 1));
class Stack extends Array {
  push(...values) {
    return super.push(...values) * 100;
  }
}
console.log(pushMany(new Stack(), 2));
for (const list of [Object.freeze([1]), Object.preventExtensions([1]), Object.defineProperty([1], 'length', { writable: false })]) {
  try {
    pushMany(list, 3);
  } catch (e) {
    console.log(e.constructor.name, list.length);
  }
}
const arrayLike = { length: 2, push: Array.prototype.push };
console.log(pushMany(arrayLike, 5), arrayLike[2], arrayLike.length);
let set = 0;
Object.defineProperty(Array.prototype, '2', { set(v) { set++; }, get() { return 'inherited'; }, configurable: true });
const pushed = pushMany([7], 6);
const kept = keep([1, 2, 3, 4], (x) => x > 1).join();
delete Array.prototype[2];
console.log(pushed, kept, set);

// Bound functions have lengths and names of what they are made of, whatever has become of these.
function three(a, b, c) {}
const named = Object.defineProperty(function () {}, 'name', { value: 'renamed' });
const sized = Object.defineProperty(function () {}, 'length', { value: 7 });
const nameless = function (x) {};
delete nameless.name;
for (const f of [three, three.bind(1, 2), named, sized, nameless, (x, y) => x, class K { constructor(a) {} }, Math.max, new Proxy(three, {})]) {
  const bound = f.bind(null, 1);
  console.log(bound.name, bound.length, f.bind(null, 1, 2, 3, 4).length, Object.getPrototypeOf(bound) === Function.prototype);
}

// Closures as accessors of many objects, and the same one as both.
function meter(start) {
  let v = start;
  return { get v() { return v; }, set v(x) { v = x; } };
}
for (let i = 0; i < 200; i++) meter(i).v = 1;
const m = meter(5);
m.v += 2;
const both = function (x) { return arguments.length; };
const twice = Object.defineProperty({}, 'p', { get: both, set: both, configurable: true });
twice.p = 1;
const d = Object.getOwnPropertyDescriptor(twice, 'p');
console.log(m.v, twice.p, d.get === both, d.set === both, Object.getOwnPropertyDescriptor(m, 'v').get.name);
const throughProxy = Object.defineProperty({}, 'q', { get: new Proxy(both, {}) });
console.log(throughProxy.q, Object.defineProperty({}, 'r', { get: Math.random.bind(null) }).r < 1);
const iterator = { next: both, [Symbol.iterator]() { return this; } };
try {
  for (const x of iterator) break;
} catch (e) {
  console.log(e.constructor.name);
}

// Texts of dates in the ISO format and near it.
for (const text of ['2024-06-15T12:30:45.123Z', '2024-06-15', '2024-02-28T00:00Z', '2024-02-29T23:59:59Z', '2024-13-01', '2024-00-10', '2024-06-15T24:00:00.000Z', '2024-06-15T24:00:01Z', '2024-06-15T12:60Z', '2024-6-15T00:00Z', '2024-06-15T12:30:45.1Z', '2024-06-15T12:30:45.1239Z', '0000-01-01', '2024-06-15T12:30:45+02:00', '+002024-06-15', '-000001-06-15T00:00:00Z', '2024-06-15t00:00z']) {
  console.log(text, new Date(text).getTime(), Date.parse(text));
}
for (let i = 0; i < 8; i++) console.log(JSON.stringify(Object.keys(Object.fromEntries(Array.from({ length: i }, (_, k) => ['k' + k, k])))));
