// Loops take the values of builtin iterators without calling `next`, as long as that is what they would call.
const map = new Map([['a', 1], ['b', 2], ['c', 3]]);
const set = new Set([1, 'two', true]);
function* three() {
  yield 1;
  yield 2;
  return 'three';
}
const sources = {
  map: () => map,
  keys: () => map.keys(),
  values: () => map.values(),
  set: () => set,
  pairs: () => set.entries(),
  string: () => 'a\u{1F600}\ud800b',
  array: () => [4, , 6],
  entries: () => ['x', 'y'].entries(),
  indices: () => ['x', 'y'].keys(),
  typed: () => new Uint8Array([7, 8]).values(),
  matches: () => 'a1b22'.matchAll(/\d+/g),
  generator: three,
  arguments: (...args) => (function () { return arguments; })(...args, 1, 2),
  like: () => Array.prototype.values.call({ length: 2, 0: 'p', 1: 'q' }),
};
function consume(make) {
  const out = [];
  for (const v of make()) out.push(v);
  const [first, , ...rest] = make();
  const spread = [...make()];
  return [out, [first, rest], spread.length, Array.from(make()).length, Math.max(...make()), new Set(make()).size];
}
for (let round = 0; round < 120; round++) for (const name in sources) consume(sources[name]);
for (const name in sources) console.log(name, ...consume(sources[name]));

// Collections that change while they are walked.
const growing = new Set([1]);
let seen = 0;
for (const v of growing) {
  seen++;
  if (v < 5) growing.add(v + 1);
  if (v === 3) growing.delete(2);
}
console.log(seen, [...growing]);

// An iterator that has ended stays so; one is walked in several places.
const it = map.values();
for (const v of it) if (v === 2) break;
console.log([...it], [...it], it.next());
const generator = three();
for (const v of generator) if (v === 1) break;
console.log([...generator], generator.next());

// `next` replaced, on the iterator and on its prototype; called on what it is not made for.
const own = map.keys();
let calls = 0;
own.next = () => (++calls > 2 ? { done: true } : { value: calls, get done() { return false; } });
console.log([...own]);
const SetIterator = Object.getPrototypeOf(set.values());
const { next } = SetIterator;
SetIterator.next = function () {
  const result = next.call(this);
  return result.done ? result : { value: `<${String(result.value)}>`, done: false };
};
console.log([...set], Array.from(set.values()));
SetIterator.next = next;
console.log([...set]);
for (const wrong of [{}, map.keys(), 'text', null]) {
  try {
    for (const v of { [Symbol.iterator]: () => (wrong === null ? wrong : Object.assign(Object.create(wrong), { next })) }) console.log(v);
  } catch (error) {
    console.log(error.name);
  }
}
const Generator = Object.getPrototypeOf(Object.getPrototypeOf(three()));
const original = Generator.next;
Generator.next = function (v) {
  const result = original.call(this, v);
  return { value: `{${result.value}}`, done: result.done };
};
console.log([...three()]);
Generator.next = original.bind(three());
console.log([...three()]);
Generator.next = original;
console.log([...three()]);

// What a step throws is thrown by the loop.
const typed = new Uint8Array(new ArrayBuffer(4, { maxByteLength: 4 }), 2);
try {
  for (const v of typed.values()) {
    console.log(v);
    typed.buffer.resize(0);
  }
} catch (error) {
  console.log(error.name);
}
function* failing() {
  yield 1;
  throw new RangeError('step');
}
try {
  for (const v of failing()) console.log(v);
} catch (error) {
  console.log(error.message);
}
