// Iterator objects of builtins: prototypes, next, toStringTag, sharing, reentrancy, exhaustion, foreign receivers.
const its = { array: [1, 2][Symbol.iterator](), arrayKeys: [1].keys(), arrayEntries: ['a'].entries(), string: 'ab'[Symbol.iterator](), map: new Map([[1, 2]]).entries(), set: new Set([1]).values(), matchAll: 'aa'.matchAll(/a/g) };
const IteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf(its.array));
for (const k in its) {
  const it = its[k], proto = Object.getPrototypeOf(it);
  const d = Object.getOwnPropertyDescriptor(proto, 'next'), t = Object.getOwnPropertyDescriptor(proto, Symbol.toStringTag);
  console.log(k, t.value, t.writable, t.enumerable, t.configurable, d.writable, d.enumerable, d.configurable, proto.next.name, proto.next.length, Object.getPrototypeOf(proto) === IteratorPrototype, it[Symbol.iterator]() === it, Object.prototype.toString.call(it), Object.getOwnPropertyNames(it).length, 'return' in it);
}
console.log(Object.getPrototypeOf(IteratorPrototype) === Object.prototype, IteratorPrototype[Symbol.iterator].name, IteratorPrototype[Symbol.iterator].call('any'), Object.getPrototypeOf(its.array) === Object.getPrototypeOf(its.arrayKeys), Object.getPrototypeOf(its.map) === Object.getPrototypeOf(its.set));
const step = (it) => { const r = it.next(); return r.done ? 'done:' + r.value : String(r.value); };
for (const k in its) console.log(k, step(its[k]), step(its[k]), step(its[k]), step(its[k]));
const res = [5].values().next();
console.log(Object.keys(res).join(), Object.getPrototypeOf(res) === Object.prototype, JSON.stringify(Object.getOwnPropertyDescriptor(res, 'done')));
for (const k in its) for (const j in its) { if (Object.getPrototypeOf(its[k]) === Object.getPrototypeOf(its[j])) continue; try { its[k].next.call(its[j]); console.log(k, j, 'fine'); } catch (e) { if (e.name !== 'TypeError') console.log(e.name); } }
for (const bad of [{}, [], null, undefined, 5]) try { its.array.next.call(bad); console.log('fine'); } catch (e) { console.log(e.name); }
// array iterators read length and elements lazily, also on array-likes, and stay done
const a = [1, 2];
const it = a[Symbol.iterator]();
it.next(); it.next();
a.push(3);
console.log(step(it));
a.push(4);
console.log(step(it), step(it));
a.push(5, 6);
console.log(step(it), 'stays done');
const al = { length: 2, 0: 'x', 1: 'y' };
const ali = Array.prototype.values.call(al);
console.log(step(ali), (al.length = 3, al[2] = 'z', step(ali)), step(ali), step(ali), [...Array.prototype.entries.call('hi')].join('|'), [...Array.prototype.keys.call({ length: 3 })].join());
const log = [];
const lazy = Array.prototype.values.call({ get length() { log.push('len'); return 2; }, get 0() { log.push('0'); return 'a'; }, get 1() { log.push('1'); return 'b'; } });
console.log(log.length, [...lazy].join(), log.join());
// manual loops with shared iterators: take, drop, chunk, zip
const take = (it, n) => { const r = []; for (let i = 0; i < n; i++) { const { done, value } = it.next(); if (done) break; r.push(value); } return r; };
const src = 'abcdefg'[Symbol.iterator]();
console.log(take(src, 2).join(''), take(src, 3).join(''), [...src].join(''), take(src, 1).length);
const m = new Map([[1, 'a'], [2, 'b'], [3, 'c']]), i1 = m.keys(), i2 = m.keys();
i1.next();
m.delete(2);
console.log(step(i1), step(i2), step(i2), step(i2), (m.set(9, 'z'), step(i1)), step(i1), step(i1));
for (const x of i1) console.log('never', x);
// patched next is seen by spread, destructuring, Array.from, for-of and Map constructor
const proto = Object.getPrototypeOf([][Symbol.iterator]()), original = proto.next;
let n = 0;
proto.next = function () { n++; return original.call(this); };
const counts = [];
for (const f of [() => [...[1, 2]], () => { const [x] = [1, 2]; }, () => Array.from([1, 2]), () => { for (const x of [1, 2]); }, () => new Map([[1, 2]]), () => new Set([1, 2]), () => Math.max(...[1, 2]), () => Object.fromEntries([[1, 2]]), () => [].concat([1, 2]), () => [1, 2].map((x) => x), () => String([1, 2])]) { n = 0; f(); counts[counts.length] = n; }
proto.next = original;
console.log(counts.join());
delete proto.next;
const broken = (() => { try { return [...[1]].length; } catch (e) { return e.name; } })();
proto.next = original;
console.log(broken, [...[1]].length);
