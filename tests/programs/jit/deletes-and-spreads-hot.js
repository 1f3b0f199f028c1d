// delete, typeof of names that may be no globals, spreads by the protocol and for await, in code that gets hot.
const results = [];
function attempt(f) {
  try {
    return f();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}
function tally(name, f, inputs) {
  const counts = new Map();
  for (let i = 0; i < 40 * inputs.length; i++) {
    const r = String(attempt(() => f(inputs[(i / 40) | 0], i)));
    counts.set(r, (counts.get(r) ?? 0) + 1);
  }
  console.log(`${name}: ${[...counts].map(([r, n]) => `${r} x${n}`).join(', ')}`);
}

const frozen = Object.freeze({ x: 1 });
const key = { toString() { results.push('key'); return 'x'; } };
const makers = [() => ({ x: 1, y: 2 }), () => [1, 2, 3], () => frozen, () => 5, () => function f() {}, () => new Proxy({ x: 1 }, {}), () => new Proxy({ x: 1 }, { deleteProperty: () => false }), () => undefined, () => null, () => Object.create({ x: 1 })];
tally('sloppy', (make) => { const o = make(); return `${delete o.x} ${delete o.length} ${delete o.name} ${Object.keys(Object(o))}`; }, makers);
tally('strict', (make) => { 'use strict'; const o = make(); return `${delete o.x} ${Object.keys(Object(o))}`; }, makers);
tally('strict length', (make) => { 'use strict'; const o = make(); return delete o.length; }, makers);
for (const [k, what] of [['x', 'name'], [0, 'number'], ['1', 'numeric'], [key, 'object'], [Symbol.iterator, 'symbol'], [null, 'null']]) {
  tally(`element by ${what}`, (make) => { const o = make(); return `${delete o[k]} ${Object.keys(Object(o))}`; }, makers);
  tally(`strict element by ${what}`, (make) => { 'use strict'; const o = make(); return `${delete o[k]} ${Object.keys(Object(o))}`; }, makers);
}
console.log(results.length);
let sum = 0;
const enumerated = {};
for (let i = 0; i < 500; i++) {
  enumerated[`k${i % 10}`] = i;
  for (const name in enumerated) if (delete enumerated[name] && name === 'k3') sum += i;
}
console.log(sum, Object.keys(enumerated));

tally('typeof', (i) => { if (i === 2) globalThis.lateGlobal = 5; if (i === 4) delete globalThis.lateGlobal; return `${typeof lateGlobal} ${typeof neverGlobal} ${typeof Map}`; }, [0, 1, 2, 3, 4]);
Object.defineProperty(globalThis, 'asked', { get() { results.push('asked'); return 'by a getter'; }, configurable: true });
tally('typeof of a getter', () => typeof asked, [0]);
tally('typeof too early', () => { const r = attempt(() => typeof later); let later = 1; return r + later; }, [0]);
console.log(results.length);

function* count(n) { for (let i = 0; i < n; i++) yield i; }
const getter = { get [Symbol.iterator]() { results.push('iterator asked'); return function* () { yield 'from a getter'; }; } };
const closing = { [Symbol.iterator]() { return { i: 0, next() { return { value: this.i, done: this.i++ === 3 }; } }; } };
const failing = { [Symbol.iterator]() { return { next() { throw new Error('in next'); } }; } };
const iterables = [[1, 2], new Set([3, 4]), new Map([[5, 6]]), count(3), 'text', getter, closing, failing, { [Symbol.iterator]: 5 }, {}, 7, null, undefined, new Proxy([1, 2], {}), new Uint8Array(2), (function () { return arguments; })(8, 9), { [Symbol.iterator]: () => 1 }];
tally('spread', (v) => [0, ...v].join(), iterables);
tally('spread first', (v) => [...v].length, iterables);
tally('spread into a call', (v) => Math.max(...v), iterables.slice(0, 3));
console.log(results.length);

const log = [];
async function* slow(n) { for (let i = 0; i < n; i++) yield i; }
async function total(iterable) {
  let n = 0;
  try {
    for await (const x of iterable) n += Number(x);
  } catch (error) {
    return error.message;
  }
  return n;
}
(async () => {
  for (const make of [() => slow(3), () => [1, Promise.resolve(2)], () => new Set([3]), () => count(4), () => ({ [Symbol.asyncIterator]: 5 }), () => ({}), () => ({ [Symbol.asyncIterator]: () => 1 }), () => new Proxy([4], {})]) {
    let last;
    for (let i = 0; i < 120; i++) last = await total(make());
    log.push(last);
  }
  console.log(log.join(' | '));
})();
