// Spreads of Maps, Sets and builtin iterators, which are taken at once while nobody can see it, and what changes that.
const show = (list) => console.log(JSON.stringify(list));
const set = new Set([1, 'a', 2]);
const map = new Map([['x', 1], ['y', 2]]);
const array = [10, , 30];
function all() {
  return [
    [...set], [0, ...set, 9], [...set.keys()], [...set.values()], [...set.entries()],
    [...map], [...map.keys()], [...map.values()], [...map.entries()],
    [...array.keys()], [...array.values()], [...array.entries()], [...new Set()], [...new Map()], [...[].keys()],
    [...new Uint8Array([7, 8]).entries()], [...new Set([1, 1, 2])].length,
  ];
}
for (let i = 0; i < 150; i++) all();
show(all());
const pair = [...map][0];
pair[0] = 'mine';
show([...map]);
console.log(Object.keys([...array.values()]).join(), [...set.entries()][0] !== [...set.entries()][0]);

// Tables that have lost entries, are walked already, or change while they are.
const worn = new Map();
for (let i = 0; i < 100; i++) worn.set(i, -i);
for (let i = 0; i < 95; i++) worn.delete(i);
show([[...worn], [...worn.keys()], [...worn.values()]]);
worn.set('new', 1);
show([...worn.keys()]);
const started = worn.keys();
started.next();
started.next();
show([...started]);
show([...started]);
console.log(JSON.stringify(started.next()));
worn.set('later', 2);
console.log(JSON.stringify(started.next()));
const early = set.values();
early.next();
set.delete(1);
show([...early]);
set.add(1);
show([[...set], [...set.entries()]]);
const elements = ['p', 'q', 'r'].entries();
elements.next();
show([[...elements], [...elements], elements.next()]);
const growing = [1, 2];
const rest = growing.values();
rest.next();
growing.push(3);
show([...rest]);
growing.push(4);
show([rest.next(), [...rest]]);
const cleared = new Set([1, 2, 3]);
const overCleared = cleared.keys();
overCleared.next();
cleared.clear();
cleared.add(5).add(6);
show([[...overCleared], [...cleared]]);
let big = new Set();
for (let i = 0; i < 3000; i++) big.add(i);
const spread = [...big];
console.log(spread.length, spread[2999], [...big, ...big].length);

// Subclasses, and objects with a method of their own.
class Doubled extends Set {
  *[Symbol.iterator]() { for (const v of super.values()) yield v * 2; }
}
class Plain extends Map {}
show([[...new Doubled([1, 2])], [...new Plain([[1, 2]])]]);
const own = new Set([1, 2]);
own[Symbol.iterator] = function* () { yield 'own'; };
show([...own]);
const ownNext = map.keys();
let left = 2;
ownNext.next = () => ({ done: left-- === 0, value: 'next' });
show([...ownNext]);
const ownIterator = map.values();
ownIterator[Symbol.iterator] = () => [5][Symbol.iterator]();
show([...ownIterator]);
const other = Object.setPrototypeOf(new Set([1]), Map.prototype);
try { [...other]; } catch (e) { console.log(e.message); }
const detached = Object.setPrototypeOf(set.values(), null);
try { [...detached]; } catch (e) { console.log(e.constructor.name); }
try { [...Object.create(new Set([1]))]; } catch (e) { console.log(e.message); }
show([...new Proxy(map.keys(), { get: (t, k) => (k === Symbol.iterator ? () => ['proxied'].values() : undefined) })]);

// Filling them: methods that are replaced, inherited, accessors, deleted.
const fillings = [];
class Noted extends Set {
  add(v) { fillings.push(v); return super.add(v); }
}
class Unnoted extends Set {}
console.log([...new Noted([1, 2])].join(), [...new Unnoted([3, 4])].join(), fillings.join());
const { add } = Set.prototype;
Set.prototype.add = function (v) { fillings.push('changed'); return add.call(this, v); };
console.log([...new Set(['u'])].join(), fillings.join());
Set.prototype.add = add;
let asked = 0;
Object.defineProperty(Set.prototype, 'add', { configurable: true, get() { asked++; return add; } });
console.log([...new Set([1, 2])].join(), asked, [...new Set()].length, asked);
Object.defineProperty(Set.prototype, 'add', { configurable: true, writable: true, value: add });
console.log([...new Set([1, 2])].join(), asked);
const { set: put } = Map.prototype;
delete Map.prototype.set;
try { new Map([[1, 2]]); } catch (e) { console.log(e.message); }
Object.defineProperty(Object.prototype, 'set', { configurable: true, get() { asked++; return put; } });
console.log(new Map([[1, 2]]).get(1), asked);
delete Object.prototype.set;
Map.prototype.set = put;
console.log(new Map([[1, 2]]).get(1), asked);

// The protocols themselves, last, as nothing makes them whole again.
const MapIterator = Object.getPrototypeOf(map.keys());
const SetIterator = Object.getPrototypeOf(set.keys());
const Iterator = Object.getPrototypeOf(MapIterator);
const { next } = MapIterator;
MapIterator.next = function () { const r = next.call(this); return r.done ? r : { done: false, value: ['next', r.value] }; };
show([[...map], [...map.keys()], [...set]]);
MapIterator.next = next;
show([...map]);
const values = Set.prototype[Symbol.iterator];
Set.prototype[Symbol.iterator] = function () { return [...values.call(this)].reverse()[Symbol.iterator](); };
show([[...set], [...set.values()]]);
Set.prototype[Symbol.iterator] = values;
SetIterator[Symbol.iterator] = () => ['of the prototype'].values();
show([[...set], [...set.values()]]);
delete SetIterator[Symbol.iterator];
show([...set.values()]);
const self = Iterator[Symbol.iterator];
let reads = 0;
Object.defineProperty(Iterator, Symbol.iterator, { configurable: true, get() { reads++; return self; } });
show([[...set.values()], [...map.keys()], [...array.keys()], [...set]]);
console.log(reads);
let stores = 0;
Object.defineProperty(Array.prototype, 1, { configurable: true, set() { stores++; }, get() { return 'inherited'; } });
const lists = [[...set], [...array.values()], [...map]];
delete Array.prototype[1];
show(lists);
console.log(stores);
