// What is left of builtin iterators, taken at once by spreads and Array.from: from the middle, past deletions, and where `next` is another.
function spreadRest(make) {
  const it = make();
  it.next();
  const rest = [0, ...it];
  return JSON.stringify([rest, [...it], it.next()]);
}
const set = new Set(['a', 'b', 'c', 'd']);
const map = new Map([['x', 1], ['y', 2], ['z', 3]]);
const thinned = new Set(['p', 'q', 'r', 's']);
thinned.delete('q');
const emptied = new Map([[1, 1]]);
emptied.clear();
const makers = {
  set: () => set.values(), setEntries: () => set.entries(), keys: () => map.keys(), values: () => map.values(), entries: () => map.entries(),
  thinned: () => thinned.keys(), emptied: () => emptied.keys(), text: () => 'a\u{1f600}b\ud83d'[Symbol.iterator](), array: () => [1, 2.5, , 'x'].values(),
  indices: () => Array(4).keys(), pairs: () => ['u', 'v'].entries(), typed: () => new Uint8Array([7, 8, 9]).values(), matches: () => 'a1b22'.matchAll(/\d+/g),
};
for (let round = 0; round < 40; round++) {
  for (const name of Object.keys(makers)) {
    const text = spreadRest(makers[name]);
    if (round === 39) console.log(name, text);
  }
}
const many = new Set();
for (let i = 0; i < 3000; i++) many.add(i);
for (let i = 0; i < 3000; i += 7) many.delete(i);
console.log([...many].length, Array.from(many).reduce((a, b) => a + b), [...many, ...many.keys()].length);
for (let i = 5000; i < 7500; i++) many.add(i);
console.log(Array.from(new Set(many)).length, [...new Set(many)].at(-1), Array.from(map), Array.from(map.values(), (v) => v * 2), Array.from('h\u{1f600}'));

// Iterators during which their collections change before they are spread.
const live = new Map([[1, 'a'], [2, 'b']]);
const walking = live.entries();
walking.next();
live.delete(1);
live.set(3, 'c');
console.log([...walking], [...walking].length);

class Listed extends Array {}
const listed = Listed.from(set);
console.log(listed instanceof Listed, listed.length, listed[3]);
function asArray() {
  return Array.from(arguments);
}
console.log(asArray(1, 'b', set).length, [...[5, 6].keys()]);

// A `next` that is another is called.
const proto = Object.getPrototypeOf(new Set().values());
const { next } = proto;
let calls = 0;
proto.next = function () {
  calls++;
  return next.call(this);
};
console.log([...set].join(), Array.from(set).join(), calls);
proto.next = next;
const own = set.values();
own.next = () => ({ value: undefined, done: true });
console.log([...own], [...set]);
// An element of Array.prototype that has a setter is not called.
Object.defineProperty(Array.prototype, '1', { set() { console.log('never'); }, get() { return 'inherited'; }, configurable: true });
console.log([...set].join(), Array.from(map.keys()).join());
delete Array.prototype[1];
