// Library functions run by what the build has compiled after a few calls. Then they meet what the workload of the build has not: what they do must be what the interpreter does.
'use strict';
const show = (...values) => console.log(...values);
const warm = (use) => {
  for (let i = 0; i < 30; i++) use(i);
};
const attempt = (what, use) => {
  try {
    show(what, use());
  } catch (error) {
    show(what, 'threw', error instanceof Error ? `${error.name}: ${error.message}` : error);
  }
};

const plain = [3, 1, 2];
const holes = [1, , 3, , 5];
const named = Object.assign([1, 2, 3], { extra: true });
class Stack extends Array {
  top() {
    return this[this.length - 1];
  }
}
const stack = Stack.of(4, 5, 6);
const getters = [1, 2, 3];
Object.defineProperty(getters, 1, { get: () => 'got', configurable: true });
const arrayLike = { length: 3, 0: 'a', 2: 'c' };
const proxy = new Proxy([7, 8], { get: (target, key, receiver) => (key === '0' ? 'trapped' : Reflect.get(target, key, receiver)) });
const odd = [['holes', holes], ['named', named], ['stack', stack], ['getters', getters], ['array-like', arrayLike], ['string', 'héy'], ['proxy', proxy], ['typed', Int16Array.of(5, -5)], ['frozen', Object.freeze([1, 2])], ['number', 5], ['null', null]];

const methods = {
  map: (of) => Array.prototype.map.call(of, (v, i) => `${i}${String(v)}`),
  filter: (of) => Array.prototype.filter.call(of, (v, i) => i !== 1),
  forEach: (of) => {
    const seen = [];
    Array.prototype.forEach.call(of, (v, i, all) => seen.push([i, v, all.length]));
    return JSON.stringify(seen);
  },
  some: (of) => Array.prototype.some.call(of, (v) => v === undefined),
  every: (of) => Array.prototype.every.call(of, (v) => v !== undefined),
  find: (of) => Array.prototype.find.call(of, (v) => v === undefined),
  findIndex: (of) => Array.prototype.findIndex.call(of, (v) => v === undefined),
  findLast: (of) => Array.prototype.findLast.call(of, (v) => v !== undefined),
  reduce: (of) => Array.prototype.reduce.call(of, (sum, v, i) => `${sum}${i}:${String(v)} `, ''),
  reduceFirst: (of) => Array.prototype.reduce.call(of, (sum, v) => `${String(sum)}+${String(v)}`),
  reduceRight: (of) => Array.prototype.reduceRight.call(of, (sum, v, i) => `${sum}${i}:${String(v)} `, ''),
  flatMap: (of) => Array.prototype.flatMap.call(of, (v) => [v, [v]]).length,
  flat: (of) => [of, [of]].flat(2).length,
  from: (of) => Array.from(of, (v, i) => `${i}${String(v)}`).join(),
  fromPlainly: (of) => Array.from(of).length,
  sort: (of) => Array.from(of).sort((a, b) => (String(a) < String(b) ? 1 : -1)).length,
  toSorted: (of) => Array.prototype.toSorted.call(of, (a, b) => (a < b ? 1 : a > b ? -1 : 0)).join('|'),
  fromEntries: (of) => JSON.stringify(Object.fromEntries(Array.from(of, (v, i) => [`k${i}`, v]))),
  fill: (of) => Array.prototype.fill.call(Array.from(of), 9, -2).join(),
  slice: (of) => Array.prototype.slice.call(of, -2).length,
  join: (of) => Array.prototype.join.call(of, '/'),
  stringify: (of) => JSON.stringify({ of }, (key, value) => (value === undefined ? 'none' : value)),
};
for (const [name, use] of Object.entries(methods)) {
  warm(() => use(plain));
  show('---', name, use(plain));
  for (const [what, of] of odd) attempt(what, () => use(of));
  // Again, for the code that is made after these exits.
  warm(() => use(plain));
  attempt('plain', () => use(plain));
  attempt('holes', () => use(holes));
}

show('--- classes that stay');
for (const name of ['map', 'filter', 'slice', 'flatMap', 'concat', 'splice']) {
  const copy = Stack.from(stack)[name](name === 'slice' || name === 'splice' ? 1 : name === 'concat' ? [1] : (v) => [v]);
  show(name, copy instanceof Stack, copy.length, String(copy.top()));
}

show('--- callbacks that change the array');
attempt('grow', () => { const list = [1, 2, 3]; list.forEach((v) => list.length < 10 && list.push(v)); return list.length; });
attempt('shrink', () => { const list = [1, 2, 3, 4]; return list.map((v) => (list.pop(), v)); });
attempt('clear', () => { const list = [1, 2, 3, 4]; return list.filter(() => { list.length = 0; return true; }); });
attempt('swap', () => { const list = [1, 2, 3, 4]; return list.reduce((all, v, i) => (i === 1 ? list.splice(2, 1, 'x', 'y') : 0, [...all, v]), []); });
attempt('from', () => { const list = [1, 2]; return Array.from(list, (v) => (list.length < 6 ? list.push(v + 2) : 0, v)); });
attempt('sort', () => { const list = [3, 1, 2, 5, 4]; list.sort((a, b) => (list.push(0), a - b)); return list.slice(0, 5).join(); });

show('--- throws');
for (const name of ['map', 'filter', 'forEach', 'some', 'every', 'find', 'reduce', 'flatMap', 'sort', 'toSorted']) {
  attempt(name, () => [1, 2, 3, 4][name]((v) => { if (v > 2) throw new RangeError(`at ${v}`); return v; }));
  attempt(name, () => [1, 2][name](name === 'sort' || name === 'toSorted' ? null : undefined));
  attempt(name, () => [1, 2][name]({}));
}
attempt('reduce of nothing', () => [].reduce((a, b) => a + b));
attempt('comparator', () => [3, 1, 2].sort(() => ({ valueOf: () => { throw new Error('no number'); } })));
attempt('comparator', () => [3, 1, 2].sort(() => Symbol('s')));
attempt('comparator', () => [3, 1, 2].sort((a, b) => ({ valueOf: () => b - a })).join());
attempt('comparator', () => [3, 1, 2].sort((a, b) => `${a - b}`).join());
attempt('comparator', () => [3, 1, 2].sort(() => undefined).join());
attempt('comparator', () => [3, 1, 2].sort((a, b) => (a < b)).join());
attempt('length', () => Array.from({ length: -1 }).length);
attempt('length', () => Array.from({ length: '2' }, () => 'x').join());
attempt('length', () => Array.prototype.map.call({ length: { valueOf: () => 2 }, 0: 1 }, (v) => v).length);

show('--- iterators are closed');
const closing = (log) => ({ [Symbol.iterator]: () => ({ next: () => ({ done: false, value: [1] }), return: () => (log.push('closed'), {}) }) });
for (const [what, use] of [
  ['from', (it) => Array.from(it, () => { throw new Error('mapper'); })],
  ['fromEntries', (it) => Object.fromEntries({ [Symbol.iterator]: () => ({ ...it[Symbol.iterator](), next: () => ({ value: 5 }) }) })],
  ['map', (it) => new Map({ [Symbol.iterator]: () => ({ ...it[Symbol.iterator](), next: () => ({ value: 5 }) }) })],
]) {
  const log = [];
  warm(() => Array.from(new Set([1]), (v) => v));
  attempt(what, () => use(closing(log)));
  show(log.join());
}

show('--- the stack');
function inner(v) {
  if (v === 2) throw new Error('deep');
  return v;
}
function outer() {
  return [1, 2, 3].map((v) => [v].reduce((sum, w) => sum + inner(w), 0));
}
for (let i = 0; i < 30; i++) {
  try {
    outer();
  } catch (error) {
    if (i === 29) show(['inner', 'outer'].every((name) => error.stack.includes(name)));
  }
}
const nest = (n) => (n === 0 ? 0 : [n].map((v) => nest(v - 1))[0] + 1);
show(nest(500));
attempt('too deep', () => { const down = () => [1].forEach(down); return down(); });

show('--- patched');
const { push } = Array.prototype;
warm(() => [1, 2].filter(() => true));
Array.prototype.push = function (...values) { return push.apply(this, ['patched', ...values]); };
show([1, 2].filter(() => true).join(), [1, 2].map((v) => v).join(), [2, 1].sort((a, b) => a - b).join());
Array.prototype.push = push;
Object.defineProperty(Array.prototype, 1, { get: () => 'inherited', set: () => undefined, configurable: true });
show([1, , 3].map((v) => v).join(), [1, , 3].filter(() => true).join(), Array.from([1, , 3], (v) => v).join(), [3, , 1].sort((a, b) => a - b).join());
delete Array.prototype[1];
Array.prototype[Symbol.iterator] = function* () { yield 'patched'; };
attempt('from', () => Array.from([1, 2], (v) => v).join());
attempt('fromEntries', () => JSON.stringify(Object.fromEntries(['ab'].map((v) => v))));
