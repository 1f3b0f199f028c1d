// Set: uniqueness, order, -0 and NaN, mutation while iterating, constructor protocol, set algebra by hand.
const s = new Set([3, 1, 3, 2]);
console.log([...s].join(), s.size, s.add(5) === s, s.has(5), s.delete(3), s.delete(3), [...s].join(), s.add(3).size, [...s].join());
const z = new Set([0, -0, NaN, NaN, '0', null, undefined, undefined, {}, {}, [], 1n, 1, '1', true, 'true']);
console.log(z.size, z.has(-0), z.has(NaN), z.has({}), Object.is([...z][0], 0), z.has(1n), z.has('1'));
console.log(new Set([-0]).has(0), Object.is([...new Set([-0])][0], -0), Object.is(new Set().add(-0).values().next().value, 0));
const w = new Set([1, 2, 3, 4]);
const seen = [];
for (const x of w) { seen.push(x); if (x === 1) { w.delete(2); w.add(10); } if (x === 3) { w.delete(1); w.add(1); } if (x === 10) w.delete(1); }
console.log(seen.join(), [...w].join());
const f = [];
new Set(['a', 'b']).forEach(function (v, k, self) { f.push(v, v === k, self.size, this.t); if (self.size < 4) self.add(v + '!'); }, { t: 'T' });
console.log(f.join());
const it = w.values();
console.log(it.next().value, w.clear(), JSON.stringify(it.next()), it[Symbol.toStringTag], [...w.entries()].length);
for (const src of [undefined, null, 'hello', [[1], [1]], new Map([[1, 2]]), new Set([7]), { [Symbol.iterator]: () => [8, 8].values() }]) console.log(JSON.stringify([...new Set(src)]));
for (const bad of [5, {}, true, Symbol()]) try { new Set(bad); console.log('fine'); } catch (e) { console.log(e.name); }
const add = Set.prototype.add;
const added = [];
Set.prototype.add = function (v) { added.push(v); return add.call(this, v * 2); };
const doubled = new Set([1, 2]);
Set.prototype.add = add;
console.log(added.join(), [...doubled].join());
for (const g of [() => Set(), () => Set.prototype.add.call(new Map(), 1), () => Set.prototype.has.call([], 1), () => new Set().forEach({}), () => Object.getOwnPropertyDescriptor(Set.prototype, 'size').get.call({}), () => new Set([1]).values().next.call([].values())]) try { g(); console.log('fine'); } catch (e) { console.log(e.name); }
const A = new Set([1, 2, 3]), B = new Set([2, 3, 4]);
const union = new Set([...A, ...B]), inter = new Set([...A].filter((x) => B.has(x))), diff = new Set([...A].filter((x) => !B.has(x))), sym = new Set([...union].filter((x) => !inter.has(x)));
console.log([...union].join(), [...inter].join(), [...diff].join(), [...sym].join(), [...A].every((x) => union.has(x)));
console.log(Object.prototype.toString.call(A), Set.length, Set.prototype.keys === Set.prototype.values, Set.prototype[Symbol.iterator] === Set.prototype.values, JSON.stringify(A), Object.keys(A).length, A == '[object Set]');
// sieve with a set, and insertion order under churn
const sieve = new Set(Array.from({ length: 98 }, (_, i) => i + 2));
for (const p of sieve) for (let m = p * p; m < 100; m += p) sieve.delete(m);
console.log([...sieve].join(), sieve.size);
const churn = new Set();
for (let i = 0; i < 2000; i++) { churn.add(i % 97); if (i % 3 === 0) churn.delete((i * 5) % 97); }
console.log(churn.size, [...churn].slice(0, 8).join(), [...churn].reduce((a, b) => a + b));
const dedupe = (xs, key = (x) => x) => { const k = new Set(); return xs.filter((x) => !k.has(key(x)) && k.add(key(x))); };
console.log(dedupe([1, 2, 1, 3, 2]).join(), dedupe(['a', 'A', 'b'], (x) => x.toLowerCase()).join());
class Bag extends Set { #n = new Map(); add(x) { super.add(x); this.#n?.set(x, (this.#n.get(x) ?? 0) + 1); return this; } count(x) { return this.#n.get(x) ?? 0; } }
const bag = new Bag();
bag.add('x').add('x').add('y');
console.log(bag.size, bag.count('x'), bag.count('q'), bag instanceof Set);
const frozen = Object.freeze(new Set());
console.log(frozen.add(1).size, Object.isFrozen(frozen));
