// Spreads of objects in literals, hot: sources of every kind, accessors among them, keys that are there twice, and what follows a spread.
'use strict';
const log = [];
const note = (text) => (log.push(text), text);
const show = (o) =>
  Reflect.ownKeys(o).map((key) => {
    const d = Reflect.getOwnPropertyDescriptor(o, key);
    const flags = ['writable', 'enumerable', 'configurable'].filter((flag) => d[flag]).map((flag) => flag[0]).join('');
    return `${String(key)}:${'value' in d ? (typeof d.value === 'function' ? 'f' : String(d.value)) : 'accessor'}/${flags}`;
  }).join(' ') + (Object.getPrototypeOf(o) === Object.prototype ? '' : ' other prototype');

const symbol = Symbol('s');
const hidden = Object.defineProperty({ a: 1, [symbol]: 2 }, 'no', { value: 3, enumerable: false });
Object.defineProperty(hidden, Symbol('hidden'), { value: 4, enumerable: false });
class Point {
  #secret = 7;
  constructor(x, y) { this.x = x; this.y = y; }
  get sum() { return this.x + this.y + this.#secret; }
}
class Late { get v() { return 1; } }
const late = new Late();
late.own = 1;
const getter = { a: 1, get b() { note('get b'); return 2; }, c: 3 };
const setterOnly = { set q(v) { note('set'); }, r: 1 };
const becomesAccessor = { a: 1 };
const nullProto = Object.assign(Object.create(null), { n: 1, toString: 'own' });
const big = {};
for (let i = 0; i < 40; i++) big['k' + i] = i;
const dictionary = { gone: 0, left: 1, also: 2 };
delete dictionary.gone;
const ordered = { b: 1, 2: 'two', a: 2, 1: 'one', '-1': 'minus', 1.5: 'fraction' };
const withProto = { ['__proto__']: 5, x: 1 };
const frozen = Object.freeze({ f: 1, g: [2] });
const map = new Map([[1, 2]]);
map.extra = 'e';
function callable() {}
callable.prop = 1;
const proxied = new Proxy({ p: 1, q: 2 }, {
  ownKeys(target) { note('ownKeys'); return Reflect.ownKeys(target); },
  getOwnPropertyDescriptor(target, key) { note(`gopd ${String(key)}`); return Reflect.getOwnPropertyDescriptor(target, key); },
  get(target, key) { note(`get ${String(key)}`); return target[key]; },
});
const numbered = (function () { return arguments; })('x', 'y');
const lengthy = { length: 3, name: 'n', prototype: 'p', constructor: 'c', hasOwnProperty: 'h' };

const sources = [
  {}, { a: 1 }, hidden, new Point(3, 4), late, getter, setterOnly, becomesAccessor, nullProto, big, dictionary, ordered, withProto, frozen, map,
  callable, proxied, numbered, lengthy, [1, , 3], 'text', 12, null, undefined, true, Symbol.iterator, new Error('e'), /r/g, new Uint8Array(2), new Date(0), new String('ab'),
];

const only = (source) => ({ ...source });
const before = (source) => ({ first: 0, ...source });
const after = (source) => ({ ...source, a: 'later', last: 1 });
const twice = (one, other) => ({ ...one, ...other });
const computed = (source, key) => ({ ...source, [key]: 'computed' });
const accessor = (source) => ({ ...source, get a() { return 'got'; } });
const rest = ({ a, k3, ...others }) => others;
const restComputed = (source, key) => { const { [key]: one, ...others } = source; return others; };
const inner = (source) => ({ ...{ ...source, in: 1 }, out: 2 });
const useBetween = (source) => { const made = {}; const seen = made; const copy = { ...source }; return [seen === made, Object.keys(copy).length, seen === copy]; };

for (let round = 0; round < 12; round++) {
  for (let i = 0; i < sources.length; i++) {
    const source = sources[i];
    const lines = [show(only(source)), show(before(source)), show(after(source)), show(twice(source, sources[(i + 1) % sources.length])), show(computed(source, 'a')), show(accessor(source)), show(inner(source)), useBetween(source).join()];
    if (source !== null && source !== undefined) lines.push(show(rest(source)), show(restComputed(source, 'a')));
    if (round === 0 || round === 11) for (const line of lines) console.log(i, line);
    if (round > 0 && round < 11) for (const line of lines) if (line === '') log.length += 0;
  }
  // From here on it has an accessor.
  if (round === 5) Object.defineProperty(becomesAccessor, 'z', { get() { note('late getter'); return 'z'; }, enumerable: true, configurable: true });
  if (round === 8) Object.defineProperty(late, 'own', { get: () => 'now an accessor', enumerable: false });
  if (round === 9) Object.defineProperty(late, 'own', { enumerable: true });
}
console.log(log.length, [...new Set(log)].sort().join(' '));

// The copy is another object, with its own hidden class from then on.
const state = { count: 0, items: [], nested: { deep: 1 } };
let current = state;
for (let i = 0; i < 500; i++) current = { ...current, count: current.count + 1, items: i % 100 === 0 ? [...current.items, i] : current.items };
console.log(state.count, current.count, current.items.join(), current.nested === state.nested, show(current));

// A setter on Object.prototype is not called, and what it has is shadowed.
Object.defineProperty(Object.prototype, 'shadow', { set() { note('setter of the prototype'); }, get() { return 'inherited'; }, configurable: true });
const shadowing = Object.defineProperty({}, 'shadow', { value: 'own', writable: true, enumerable: true, configurable: true });
for (let i = 0; i < 300; i++) {
  const copy = only(shadowing);
  if (copy.shadow !== 'own' || !Object.hasOwn(after(shadowing), 'shadow') || twice({ x: 1 }, shadowing).shadow !== 'own') throw new Error('a setter was called');
}
delete Object.prototype.shadow;
console.log(log.includes('setter of the prototype'), show(only(shadowing)));

// The global object and the arguments of sloppy functions are made of accessors for the host.
const sloppy = new Function('a', 'b', 'const copy = { ...arguments }; a = 9; return [copy, { ...arguments }];');
for (let i = 0; i < 300; i++) sloppy(1, 2);
console.log(JSON.stringify(sloppy(1, 2)), Object.keys({ ...globalThis }).includes('setTimeout'));
