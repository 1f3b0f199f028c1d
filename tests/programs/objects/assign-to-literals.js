// Object.assign to an empty literal, hot: what sources may be, keys with a meaning, what becomes of the literal, and Object.prototype with an accessor at the end.
const show = (o) => JSON.stringify(o) + ' ' + Object.getOwnPropertySymbols(o).map(String).join() + (Object.getPrototypeOf(o) === Object.prototype ? '' : ' of another prototype');
const one = (a) => Object.assign({}, a);
const two = (a, b) => Object.assign({}, a, b);
const kept = (a) => {
  const target = {};
  const result = Object.assign(target, a);
  target.later = 1;
  return result === target && 'later' in result ? result : 'not the same';
};
const grown = (a) => {
  const result = Object.assign({}, a);
  result.x = 9;
  result.y = 8;
  return result;
};
const shared = (a) => {
  const target = {};
  const holder = { target };
  Object.assign(target, a);
  return holder.target === target && holder.target;
};
const itself = (a) => {
  const target = {};
  return Object.assign(target, target, a);
};
const filled = (a) => Object.assign({ q: 1 }, a);
const hidden = Object.defineProperty({ seen: 1 }, 'hidden', { value: 2 });
const log = [];
const withGetter = { get got() { log.push('got'); return 5; }, plain: 6 };
const withSymbol = { [Symbol.for('s')]: 1, z: 2, [Symbol.iterator]: 3 };
const wide = {};
for (let i = 0; i < 20; i++) wide['w' + i] = i;
const sources = [
  { a: 1, b: 2 }, { b: 3, c: 4 }, { a: 5 }, {}, undefined, null, 7, 'text', [1, 2], { 2: 'two', 1: 'one', z: 'z' }, withSymbol, hidden, withGetter, wide,
  Object.create({ inherited: 1 }, { own: { value: 2, enumerable: true } }), JSON.parse('{"__proto__": {"evil": 1}, "k": 2}'), { length: 3 }, Object.assign(() => 1, { f: 1 }),
  new Proxy({ p: 1 }, { ownKeys: (o) => (log.push('ownKeys'), Reflect.ownKeys(o)) }), Object.freeze({ frozen: 1 }), new Map(), Object.create(null, { bare: { value: 1, enumerable: true } }),
];
function round(print) {
  for (const a of sources) {
    const lines = [one, kept, grown, shared, itself, filled].map((f) => show(f(a)));
    lines.push(sources.map((b) => show(two(a, b))).join(" | "));
    if (print) console.log(lines.join('\n'));
  }
}
round(false);
// One kind of source, until all is compiled.
let sum = 0;
for (let i = 0; i < 600; i++) {
  const state = { a: i, b: 2, c: 'x' };
  sum += one(state).a + two(state, { b: i }).b + two(state, { d: 1 }).d + kept(state).later + grown(state).y + shared(state).a + itself(state).a + filled(state).q;
}
console.log(sum);
log.length = 0;
round(true);
console.log(log.length);
const order = two({ b: 1, a: 2 }, { c: 3, b: 4 });
console.log(Object.keys(order).join(), order !== two({ b: 1, a: 2 }));
Object.defineProperty(Object.prototype, 'a', { set(v) { log.push('set ' + v); }, configurable: true });
log.length = 0;
console.log(show(one({ a: 1, b: 2 })), show(two({ b: 1 }, { a: 2 })), show({ ...{ a: 1 } }), log.join());
delete Object.prototype.a;
console.log(show(one({ a: 1, b: 2 })));
