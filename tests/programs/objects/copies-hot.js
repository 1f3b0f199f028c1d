// Copies of objects in hot code: spreads into begun literals, rest, Object.assign, fromEntries, entries, computed keys; few and many properties.
const symbol = Symbol('s');
const wide = {};
for (let i = 0; i < 30; i++) wide['w' + i] = i;
const sources = [{ a: 1, b: 2, c: 3 }, wide, { 2: 'two', a: 'A', [symbol]: 'sym', 1: 'one' }, Object.freeze({ a: 0, z: 1 }), {}, { length: 4, a: 5, name: 'n' }, { ['__proto__']: 'own', a: 9 }, 'text', [1, 2], null, new (class { x = 1; get y() { return 2; } })()];
const show = (o) => `${Reflect.ownKeys(o).map((k) => `${String(k)}=${String(o[k])}`).join(' ')} ${Object.getPrototypeOf(o) === Object.prototype}`;
const copies = {
  spread: (o) => ({ ...o }),
  begun: (o) => ({ first: 1, ...o, last: 2 }),
  twice: (o) => ({ ...o, b: 'B', ...o, c: 'C' }),
  thrice: (o) => ({ q: 0, ...o, ...o, r: 1, ...o, s: 2 }),
  withCall: (o) => ({ first: String(1), ...o, last: [o].length, ...{ x: 1 } }),
  overwritten: (o) => ({ a: 'mine', ...o, a: 'mine again' }),
  method: (o) => ({ m() { return super.toString === Object.prototype.toString; }, ...o }),
  proto: (o) => ({ __proto__: { inherited: 1 }, ...o }),
  rest: (o) => { const { a, ...r } = o ?? {}; return r; },
  computedRest: (o) => { const { ['a']: _a, [symbol]: _s, ...r } = o ?? {}; return r; },
  assign: (o) => Object.assign({}, o),
  assignTo: (o) => Object.assign({ x: 1, a: 'old' }, o),
  assignMany: (o) => Object.assign({}, o, { a: 'last' }, o, null, { [symbol]: 1 }),
  computed: (o) => ({ [`k${1}`]: 1, ['a']: o, [symbol]: 2, [3]: 4, ['k1']: 5 }),
};
const rounds = 120;
for (const name in copies) {
  const copy = copies[name];
  let last = [];
  for (let i = 0; i < rounds; i++) last = sources.map((o) => copy(o));
  console.log(name);
  for (const o of last) console.log('  ' + show(o));
  if (name === 'method') console.log(last[0].m());
}
const listings = {
  keys: (o) => Object.keys(o), values: (o) => Object.values(o).map(String), entries: (o) => Object.entries(o).map(([k, v]) => k + String(v)),
  back: (o) => show(Object.fromEntries(Object.entries(o))),
};
for (const name in listings) {
  let last = [];
  for (let i = 0; i < rounds; i++) last = sources.map((o) => (o === null ? 'null' : listings[name](o)));
  console.log(name, JSON.stringify(last));
}
console.log(show(Object.fromEntries([['__proto__', 1], ['length', 2], [3, 4], [symbol, 5], ['a', 6], ['a', 7]])), show(Object.fromEntries(Array.from({ length: 40 }, (_, i) => ['f' + i, i]))));

// The order in which an entry is read and its key converted.
const log = [];
Object.fromEntries([{ get 0() { log.push('get 0'); return { toString() { log.push('toString'); return 'k'; } }; }, get 1() { log.push('get 1'); return 1; } }]);
console.log(log.join());

// The lists are the caller's own.
const names = Object.keys(sources[0]);
names.push('more');
names[0] = 'changed';
console.log(Object.keys(sources[0]), Object.keys({ a: 1, b: 2, c: 3 }));

// Setters and read-only properties on Object.prototype see assignments, and no definitions.
let seen = 0;
Object.defineProperty(Object.prototype, 'b', { set() { seen++; }, get() { return 'inherited'; }, configurable: true });
Object.defineProperty(Object.prototype, 'w3', { value: 'fixed', writable: false, configurable: true });
for (let i = 0; i < rounds; i++) for (const name of ['spread', 'begun', 'rest', 'computed']) copies[name](sources[0]), copies[name](wide);
console.log(seen, Object.hasOwn(copies.begun(sources[0]), 'b'), copies.begun(wide).w3, copies.rest(wide).w3, Object.fromEntries([['b', 1], ['w3', 2]]).w3, seen);
console.log(Object.hasOwn(copies.assign({ a: 1, b: 2 }), 'b'), seen);
try {
  copies.assign(wide);
} catch (error) {
  console.log(error.message);
}
delete Object.prototype.b;
delete Object.prototype.w3;
for (const target of [Object.freeze({ a: 1 }), Object.preventExtensions({ a: 1 })]) {
  try {
    console.log(Object.assign(target, { a: 2 }, { n: 3 }));
  } catch (error) {
    console.log(error.message, target);
  }
}
class Computed { ['f' + 1] = 1; static ['g' + 2] = 2; [symbol] = 3; }
for (let i = 0; i < rounds; i++) new Computed();
console.log(show(new Computed()), Computed.g2);
