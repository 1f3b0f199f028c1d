// yield* over yield* over builtin and other iterators, to loops and to callers of next.
function* chain(depth, make) {
  if (depth === 0) return yield* make();
  const result = yield* chain(depth - 1, make);
  return [result];
}
function* plain() {
  const a = yield 1;
  const b = yield `got ${a}`;
  return `end ${b}`;
}
const special = { value: 'kept', done: false, extra: 1 };
const log = [];
const custom = () => ({
  n: 0,
  [Symbol.iterator]() {
    return this;
  },
  next(v) {
    log.push(v);
    return this.n++ < 2 ? special : { done: true, value: 'custom end' };
  },
});
const lazy = () => ({
  n: 0,
  [Symbol.iterator]() {
    return this;
  },
  next() {
    const n = this.n++;
    return {
      get done() {
        log.push(`done ${n}`);
        return n === 2;
      },
      get value() {
        log.push(`value ${n}`);
        return n;
      },
    };
  },
});
const sources = { plain, custom, lazy, array: () => [1, 2], set: () => new Set(['s']), text: () => 'xy', empty: () => [], entries: () => new Map([[1, 2]]) };

for (let round = 0; round < 150; round++) {
  for (const name in sources) for (const v of chain(2, sources[name])) void v;
  const it = chain(2, plain);
  it.next();
  it.next(round);
  it.next(round);
}
log.length = 0;
for (const name in sources) {
  const values = [];
  for (const v of chain(2, sources[name])) values.push(v);
  const it = chain(1, sources[name]);
  const results = [it.next('first'), it.next('a'), it.next('b'), it.next('c')];
  console.log(name, values, results.map((r) => (r === special ? 'special' : r.done === undefined ? 'lazy' : [r.value, r.done])));
}
console.log(log.join());

// The ways of throw and return, through levels.
function* guarded(name, inner) {
  try {
    return yield* inner;
  } catch (error) {
    yield `${name} caught ${error}`;
    return name;
  } finally {
    log.push(`${name} finally`);
  }
}
log.length = 0;
for (let round = 0; round < 120; round++) {
  const thrown = guarded('outer', guarded('middle', guarded('inner', plain())));
  const steps = [thrown.next(), thrown.next(round), thrown.throw('t'), thrown.next(), thrown.next()];
  const returned = guarded('outer', guarded('inner', plain()));
  steps.push(returned.next(), returned.return('r'), returned.next());
  if (round === 119) console.log(steps);
}
console.log(log.length, log.slice(-5).join());

// Values of all kinds, and what a step throws.
function* mixed(list) {
  for (const v of list) {
    if (v === 'throw') throw new Error('from inside');
    yield v;
  }
}
for (let round = 0; round < 120; round++) {
  const out = [];
  try {
    for (const v of chain(3, () => mixed([1, -0, 1.5, undefined, null, new Proxy({}, {}), 'throw', 2]))) out.push(typeof v);
  } catch (error) {
    out.push(error.message);
  }
  if (round === 119) console.log(out);
}
// Replaced in the middle, and one that runs already.
const Generator = Object.getPrototypeOf(Object.getPrototypeOf(plain()));
const { next } = Generator;
const open = chain(1, plain);
console.log(open.next());
Generator.next = function (v) {
  const result = next.call(this, v);
  return { value: `(${result.value})`, done: result.done };
};
console.log(next.call(open, 1), [...chain(0, plain)]);
Generator.next = next;
function* self() {
  yield 1;
  yield* me;
}
const me = self();
console.log(me.next());
try {
  me.next();
} catch (error) {
  console.log(error.name, error.message);
}
