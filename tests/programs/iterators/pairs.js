// Loops that take the pairs of Maps, Sets and arrays apart, which need not be made as long as nobody can see them.
const map = new Map();
for (let i = 0; i < 60; i++) map.set('k' + i, i);
const set = new Set([1, 2, 3]);
const list = ['p', , 'r', undefined];
function* pairs() { yield [1, 2]; yield 'xy'; return 3; }
const sources = {
  map: () => map, entries: () => map.entries(), set: () => set.entries(), list: () => list.entries(), typed: () => new Uint8Array([5, 6]).entries(),
  arrays: () => [[1, 2], [3], []], strings: () => ['ab', 'c', ''], keys: () => map.keys(), values: () => new Map([[1, [2, 3]], [2, 'zz']]).values(),
  generator: pairs, own: () => ({ [Symbol.iterator]() { let i = 0; return { next: () => ({ done: i > 2, value: [i, i++] }), return() { console.log('closed'); return {}; } }; } }),
  like: () => Array.prototype.entries.call({ length: 2, 0: 'x', 1: 'y' }), arguments: () => (function () { return Array.prototype.entries.call(arguments); })(7, 8),
};
function consume(iterable) {
  let text = '';
  for (const [a, b = 'none'] of iterable) text += `${String(a)}:${String(b)} `;
  return text;
}
for (const name in sources) console.log(name, consume(sources[name]()));
for (let round = 0; round < 40; round++) for (const name in sources) consume(sources[name]());
for (const name in sources) console.log(name, consume(sources[name]()).length);

// Heads of all kinds; one element, none for a place; nested; captured by closures; assigned to members; names in their dead zone.
function heads(m) {
  const out = [];
  for (let [k] of m) out.push(k);
  for (var [, v] of m) out.push(v);
  const o = {};
  for ([o.key, o['value']] of m) out.push(o.key + o.value);
  for ([v = 1] of m) out.push(v);
  const fs = [];
  for (const [k, v] of m) fs.push(() => k + v);
  out.push(...fs.map((f) => f()));
  for (const [[a, b], { c, ...d }] of new Map([[['A', 'B'], { c: 'C', e: 'E' }]])) out.push(a, b, c, JSON.stringify(d));
  for (const [a, ...b] of m) out.push(a, b.length);
  for (const [a, b, c] of m) out.push(a, b, c);
  return out.join();
}
for (let i = 0; i < 150; i++) heads(new Map([['x', 1], ['y', undefined]]));
console.log(heads(new Map([['x', 1], ['y', undefined]])));
try { for (const [a = b, b] of new Map([[undefined, 1]])) console.log('never'); } catch (e) { console.log(e.name); }

// Collections that change under the loop: deleted, added again, cleared, compacted.
function churn(n) {
  const m = new Map();
  for (let i = 0; i < n; i++) m.set(i, i);
  let sum = 0, steps = 0;
  for (const [k, v] of m) {
    steps++;
    sum += v;
    m.delete(k);
    if (k % 3 === 0 && v < 3 * n) m.set(k, v + n);
    if (k === n - 1) for (let i = 0; i < n; i += 2) m.delete(i);
    if (steps === 2 * n) { m.clear(); m.set('last', 1); }
  }
  return `${sum}/${steps}/${m.size}`;
}
console.log(churn(10), churn(100), churn(1500));
function clearing() {
  const s = new Set([1, 2, 3]), seen = [];
  for (const [a, b] of s.entries()) { seen.push(a + b); if (a === 2) { s.clear(); s.add(9); s.add(1); } }
  return seen.join();
}
for (let i = 0; i < 200; i++) clearing();
console.log(clearing());
function growing(a) {
  let n = 0;
  for (const [i, v] of a.entries()) { n += i * (v ?? 100); if (i < 1500) a.push(1); if (i === 1400) a.length = 1450; }
  return n;
}
console.log(growing([1, , 3]));
const frozen = Object.freeze([1, 2]), odd = [1, 2, 3];
Object.defineProperty(odd, 1, { get() { return 'getter'; } });
console.log(consume(frozen.entries()), consume(odd.entries()));

// Left early, by each way; the iterator goes on from there. One is walked by two loops.
const it = map.entries();
function first(i) { for (const [k, v] of i) return k + '=' + v; return 'none'; }
console.log(first(it), first(it), it.next().value.join());
outer: for (const [k, v] of it) { for (const [a, b] of it) { if (b === 50) continue outer; if (b === 55) break outer; } }
console.log(first(it), it.next().value.join(), first(it), first(it), first(it), first(it));
try { for (const [k, v] of map) { if (v === 5) throw k; } } catch (e) { console.log(e); }
function* walk(m) { for (const [k, v] of m) yield k + v; }
const w = walk(map);
console.log(w.next().value, w.next().value, w.return('over').value, w.next().done);

// Protocols replaced before and in the middle.
const MapIterator = Object.getPrototypeOf(map.entries()), ArrayIterator = Object.getPrototypeOf([].values());
const mapNext = MapIterator.next, arrayNext = ArrayIterator.next;
function total(m, change) { let t = 0; for (const [k, v] of m) { t += v; if (v === 30) change?.(); } return t; }
for (let i = 0; i < 60; i++) total(map);
let calls = 0;
const counted = (next) => function () { calls++; return next.call(this); };
console.log(total(map, () => { MapIterator.next = counted(mapNext); }), calls, total(map), calls);
MapIterator.next = mapNext;
console.log(total(map, () => { ArrayIterator.next = counted(arrayNext); }), calls, total(map), calls);
ArrayIterator.next = arrayNext;
ArrayIterator.return = () => { calls += 1000; return {}; };
console.log(total(map), calls);
delete ArrayIterator.return;
MapIterator.return = () => { calls += 10000; return {}; };
console.log(first(map), total(map), calls);
delete MapIterator.return;
console.log(total(map), calls);
// The builtin next, on what it is not made for.
const borrowed = (next, self) => ({ [Symbol.iterator]: () => Object.assign(self, { next }) });
for (const [next, self] of [[mapNext, {}], [mapNext, set.entries()], [arrayNext, map.entries()], [mapNext, Object.create(map.entries())]]) {
  try { console.log(consume(borrowed(next, self))); } catch (e) { console.log(e.message); }
}
console.log(consume(borrowed(mapNext, new Map([[1, 2]]).entries())), consume(borrowed(mapNext, new Map([['ab', 2]]).keys())));

// Subclasses.
class Sorted extends Map { *[Symbol.iterator]() { yield* [...super.entries()].reverse(); } }
class Plain extends Map {}
class Pairs extends Array { entries() { return super.entries(); } }
console.log(consume(new Sorted([[1, 2], [3, 4]])), consume(new Plain([[1, 2], [3, 4]])), consume(Pairs.of('s', 't').entries()));
