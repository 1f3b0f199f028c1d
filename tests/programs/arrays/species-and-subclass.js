// Symbol.species, constructor lookups, subclass results of map, filter, slice, splice, concat, flat, flatMap.
class A extends Array { tag() { return 'A' + this.length; } }
const a = A.of(1, 2, 3);
for (const [n, r] of Object.entries({ map: a.map((x) => x), filter: a.filter(() => true), slice: a.slice(1), splice: A.from([1, 2, 3]).splice(0, 2), concat: a.concat([4]), flat: a.flat(), flatMap: a.flatMap((x) => [x, x]) })) console.log(n, r instanceof A, r.constructor === A, r.length, r.tag?.());
for (const [n, r] of Object.entries({ toSorted: a.toSorted(), toReversed: a.toReversed(), with: a.with(0, 1), toSpliced: a.toSpliced(0, 1), spread: [...a] })) console.log(n, r instanceof A, Array.isArray(r));
class Sp extends Array { static get [Symbol.species]() { return Object; } }
const s = Sp.of(1, 2);
const m = s.map((x) => x * 2);
console.log(m.constructor === Object, m[1], m.length);
for (const [label, species] of Object.entries({ undef: undefined, nul: null, fn: function (n) { this.made = n; }, notCtor: 5, arrow: () => {} })) {
  const x = [1, 2];
  x.constructor = { [Symbol.species]: species };
  try { const r = x.map((v) => v); console.log(label, Array.isArray(r), r.made, r[0]); } catch (e) { console.log(label, e.name); }
}
const c = [1, 2];
c.constructor = undefined;
console.log(Array.isArray(c.filter(() => true)), c.slice().constructor === Array);
c.constructor = 5;
try { c.slice(); } catch (e) { console.log(e.name); }
c.constructor = null;
try { c.slice(); } catch (e) { console.log(e.name); }
c.constructor = Object;
console.log(Array.isArray(c.map((x) => x)), c.concat(1).length);
console.log(Array[Symbol.species] === Array, Map[Symbol.species] === Map, Set[Symbol.species] === Set, RegExp[Symbol.species] === RegExp, Object.getOwnPropertyDescriptor(Array, Symbol.species).set, Object.getOwnPropertyDescriptor(Array, Symbol.species).get.call('any'));
// non-arrays do not consult the constructor
const al = { length: 1, 0: 'q', constructor: { [Symbol.species]: function () { throw new Error('not used'); } } };
console.log(Array.prototype.map.call(al, (x) => x + '!').join());
// a constructor that returns a frozen or fixed result
class Frozen extends Array { constructor(n) { super(n); if (n === 2) Object.freeze(this); } }
const fz = new Frozen(3).fill(0);
try { fz.slice(0, 2); console.log('fine'); } catch (e) { console.log(e.name); }
class Logged extends Array { constructor(...args) { super(...args); Logged.calls.push(args.join()); } }
Logged.calls = [];
const l = new Logged(1, 2, 3);
l.map((x) => x); l.filter((x) => x); l.slice(1, 2); l.concat([9]); l.splice(0, 1); Logged.from([1, 2]); Logged.of(5); Logged.from({ length: 2 });
console.log(Logged.calls.join(' / '));
class Stack extends Array { push(...xs) { for (const x of xs) super.push(x * 2); return this.length; } get top() { return this.at(-1); } static empty() { return new this(); } }
const st = Stack.empty();
st.push(1, 2); st.push(3);
console.log(st.join(), st.top, st.length, st.map((x) => x + 1).top, Stack.from([7]).join());
// length tracking in subclasses
st[10] = 'x';
console.log(st.length, st.indexOf('x'), delete st[10], st.length);
st.length = 1;
console.log(JSON.stringify(st), Object.keys(st).join(), Array.isArray(st), st instanceof Stack);
