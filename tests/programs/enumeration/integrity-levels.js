// Object.freeze, seal and their questions, of objects whose properties are kept in different ways.
'use strict';
const level = (o) => `${Object.isExtensible(o)} ${Object.isSealed(o)} ${Object.isFrozen(o)}`;
const symbol = Symbol('s');

function sloppyArguments() {
  return Function('a', 'b', 'return arguments')(1, 2);
}
const traced = {};
Error.captureStackTrace(traced);

const makers = {
  empty: () => ({}),
  plain: () => ({ a: 1, 2: 3, [symbol]: 4, 'x-y': 5, $d: 6 }),
  accessors: () => ({ get a() { return 1; }, set a(v) {}, b: 2 }),
  getterOnly: () => ({ get a() { return 1; } }),
  array: () => [1, , 'x'],
  doubles: () => [1.5, 2.5],
  arrayWithName: () => Object.assign([1], { name: 2 }),
  arrayWithAccessor: () => Object.defineProperty([1, 2], 1, { get: () => 5, configurable: true }),
  arrow: () => () => 1,
  class: () => class A { static x = 1; },
  regexp: () => /x/g,
  map: () => new Map([[1, 2]]),
  string: () => new String('abc'),
  arguments: sloppyArguments,
  error: () => new Error('e'),
  traced: () => traced,
  nullPrototype: () => Object.assign(Object.create(null), { a: 1 }),
  inheritsFunction: () => Object.create(function () {}),
  inheritsMap: () => Object.assign(Object.create(new Map()), { a: 1 }),
  hidden: () => Object.defineProperty({}, 'a', { value: 1, writable: true }),
  readOnly: () => Object.preventExtensions(Object.defineProperty({}, 'a', { value: 1 })),
  mixed: () => Object.preventExtensions(Object.defineProperty({}, 'a', { value: 1, writable: true })),
  emptyTyped: () => new Uint8Array(0),
};

for (const [name, make] of Object.entries(makers)) {
  const line = [name, level(make())];
  for (const change of ['preventExtensions', 'seal', 'freeze']) {
    const o = name === 'traced' ? Error.captureStackTrace({}) ?? {} : make();
    try {
      Object[change](o);
      line.push(level(o));
    } catch (error) {
      line.push(error.name);
    }
  }
  console.log(line.join(' | '));
}

// What is frozen refuses everything, and stays frozen.
for (const o of [{ a: 1 }, [1, 2], { get a() { return 1; } }, Object.freeze(() => 1)]) {
  Object.freeze(o);
  const refused = [];
  const attempts = [() => (o.a = 2), () => (o[0] = 2), () => (o.fresh = 1), () => delete o.a, () => Object.defineProperty(o, 'b', { value: 1 }), () => Object.setPrototypeOf(o, null)];
  for (const attempt of attempts) {
    try {
      attempt();
      refused.push('-');
    } catch (error) {
      refused.push(error.name);
    }
  }
  console.log(refused.join(' '), Object.isFrozen(o), Object.isFrozen(Object.freeze(o)));
}

// Freezing deeply, hot, and asking again.
const tree = (depth) => (depth === 0 ? [1, 2, 3] : { left: tree(depth - 1), right: tree(depth - 1), n: depth });
let asked = 0;
function freezeDeeply(o) {
  if (Object.isFrozen(o)) return asked++;
  Object.freeze(o);
  for (const key of Object.keys(o)) if (typeof o[key] === 'object') freezeDeeply(o[key]);
}
for (let i = 0; i < 60; i++) {
  const t = tree(4);
  freezeDeeply(t);
  freezeDeeply(t);
  freezeDeeply(t.left);
}
console.log(asked);

// Array.prototype is an array, whatever the host has it as: the same fuel in all modes. An array of holes with a writable length is not frozen.
const inherited = Object.preventExtensions(Object.assign(Object.create(Array.prototype), { a: 1 }));
console.log(Object.isFrozen(Array.prototype), Object.isSealed(Array.prototype), { ...Array.prototype }, Object.isFrozen(inherited));
const { length: prototypeLength, ...others } = Array.prototype;
console.log(prototypeLength, others, Object.isSealed(Object.preventExtensions(new Array(5))));
