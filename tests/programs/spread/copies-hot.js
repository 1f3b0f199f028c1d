// Copies of objects by spreads, in hot code: without further properties, with ones that the source has, with new and inherited ones, and of changing sources.
const proto = { inherited: 'p', get computed() { return 'getter'; }, set taken(v) { throw new Error('a setter ran'); } };
const sources = [
  { a: 1, b: 2, c: 3 },
  { c: 3, a: 1 },
  Object.assign(Object.create(proto), { a: 'own' }),
  Object.freeze({ a: 'frozen', b: 1 }),
  { a: 1, [Symbol.for('s')]: 's', 7: 'seven' },
  { get a() { return 'got'; }, b: 1 },
  [1, 2],
  'text',
  null,
  Object.create({ __proto__: null, a: 'far' }, { hidden: { value: 1, enumerable: false }, b: { value: 'b', enumerable: true } }),
];
const shown = (o) => JSON.stringify(o) + Object.getOwnPropertySymbols(o).length + JSON.stringify(Object.getOwnPropertyDescriptor(o, 'a') ?? null);
const plain = (x) => ({ ...x });
const replaced = (x) => ({ ...x, a: 'new' });
const two = (x) => ({ ...x, b: 'b', a: 'a' });
const fresh = (x) => ({ ...x, d: 1, inherited: 2, taken: 3, computed: 4, toString: 5 });
const twice = (x) => ({ ...x, a: 0, ...x, a: 1 });
const self = (x) => {
  const copy = { ...x, a: x };
  copy.a = copy;
  return copy.a === copy;
};
const later = (x) => {
  const copy = { ...x };
  copy.a = 'later';
  copy.z = 'z';
  delete copy.b;
  return copy;
};
const begun = (x) => ({ a: 0, b: 0, ...x, b: 'last' });
const named = (x) => ({ ...x, a() {}, get b() { return 'g'; } });
const deep = (x) => ({ ...x, a: { ...x, a: 1 } });
const many = (x) => ({ ...x, a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 });
const forms = { plain, replaced, two, fresh, twice, later, begun, deep, many };
for (let round = 0; round < 40; round++) {
  for (const [name, form] of Object.entries(forms)) {
    const lines = sources.map((source) => shown(form(source)));
    if (round === 0 || round === 39) console.log(name, lines.join(' '));
  }
  if (!self(sources[round % 5])) console.log('not itself');
  const withAccessor = named(sources[0]);
  if (withAccessor.b !== 'g' || typeof withAccessor.a !== 'function') console.log('no accessor');
}
// Copies are apart from each other and from their source.
const copies = [0, 1, 2].map((i) => Object.assign(plain(sources[0]), { i }));
copies[0].extra = 1;
console.log(JSON.stringify(copies), JSON.stringify(sources[0]));
// What a prototype gets later is no property of the copies.
Object.prototype.late = 'late';
console.log(JSON.stringify(plain(sources[0])), JSON.stringify(({ ...sources[0], late: 1 })), plain(sources[1]).late);
delete Object.prototype.late;
// A Proxy among the prototypes is not asked for the keys that a literal gets.
const traps = { has: (_, key) => console.log('has', String(key)) ?? true, get: (_, key) => console.log('get', String(key)) };
const behind = Object.assign(Object.create(new Proxy({}, traps)), { a: 1 });
for (let round = 0; round < 40; round++) if (JSON.stringify(two(behind)) !== '{"a":"a","b":"b"}') console.log('another copy');
