// Copies of Maps and Sets by their constructors, and results of `next`.
const map = new Map([['a', 1], ['b', 2], ['c', 3]]);
const set = new Set(['p', 'q']);
function copies() {
  return [[...new Map(map)], [...new Set(set)], new Map(map).size, new Set(map.keys()).size, new Set('hello').size, [...new Set(map)].length];
}
for (let i = 0; i < 150; i++) copies();
console.log(JSON.stringify(copies()));
const copy = new Map(map);
copy.delete('a');
copy.set('d', 4);
copy.set('b', 5);
console.log(JSON.stringify([[...map], [...copy], [...new Map(copy)], map !== new Map(map)]));
class Counting extends Map {
  count = 0;
  set(k, v) { this.count = (this.count ?? 0) + 1; return super.set(k, v); }
}
class Quiet extends Map {}
console.log(new Counting(map).size, [...new Quiet(map)].join(), new Map(new Quiet(map)).size, new Map(new Counting(map)).get('c'));
class Other extends Set { *[Symbol.iterator]() { yield 'other'; } }
console.log([...new Set(new Other(['x']))].join(), [...new Other(set)].join(), new Other(set).size);
const own = new Map(map);
own[Symbol.iterator] = function* () { yield ['own', 1]; };
console.log([...new Map(own)].join());
const zero = new Map([[-0, 'zero'], [NaN, 'nan']]);
console.log(Object.is([...new Map(zero).keys()][0], 0), new Map(zero).get(NaN));

// `next` in loops, with objects that are kept, of all that have one.
function first(m) { return m.keys().next().value; }
function drain(iterator) {
  const out = [];
  for (let r = iterator.next(); !r.done; r = iterator.next()) out.push(r.value);
  return out;
}
for (let i = 0; i < 150; i++) { first(map); drain(map.values()); drain([1, 2].entries()); drain('ab'[Symbol.iterator]()); drain(set.entries()); }
console.log(first(map), first(new Map()), JSON.stringify([drain(map.values()), drain([1, , 2].entries()), drain('a😀'[Symbol.iterator]()), drain(set.entries()), drain(new Uint8Array(2).keys())]));
const results = [map.entries().next(), new Set().values().next(), [].values().next()];
for (const r of results) console.log(Object.keys(r).join(), JSON.stringify(r), Object.getPrototypeOf(r) === Object.prototype, Object.isExtensible(r));
results[0].value = 'changed';
delete results[0].done;
console.log(JSON.stringify(results[0]), JSON.stringify(Object.getOwnPropertyDescriptor(results[1], 'value')));
const lru = new Map();
for (let i = 0; i < 500; i++) {
  if (lru.size >= 10) lru.delete(lru.keys().next().value);
  lru.set(i, i);
}
console.log([...lru.keys()].join());
const { next } = map.keys();
const call = (f, self, arg) => { try { return JSON.stringify(f.call(self, arg)); } catch (e) { return e.constructor.name; } };
for (let i = 0; i < 150; i++) call(next, map.keys(), 1);
console.log(call(next, map.keys(), 1), call(next, set.keys()), call(next, {}), call(next, undefined), call([].keys().next, map.keys()));
const step = (it) => it.next().value;
for (let i = 0; i < 150; i++) step(map.keys());
console.log(step(map.keys()), step(set.keys()), step([7].values()), step({ next: () => ({ value: 'own' }) }), step((function* () { yield 'generator'; })()));
Object.defineProperty(Object.prototype, 'value', { configurable: true, set(v) { console.log('setter'); }, get() { return 'inherited'; } });
const guarded = first(map);
delete Object.prototype.value;
console.log(guarded);
const MapIterator = Object.getPrototypeOf(map.keys());
const original = MapIterator.next;
MapIterator.next = function () { return { done: false, value: 'replaced' }; };
console.log(first(map));
MapIterator.next = original;
console.log(first(map));
