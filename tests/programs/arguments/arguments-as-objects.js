// Arguments objects as objects, of as many elements as are made at once, fewer and more, strict and sloppy.
const strict = function () {
  'use strict';
  return arguments;
};
const sloppy = function () {
  return arguments;
};
const mapped = function (a, b, c, d) {
  const before = arguments;
  a = 'changed';
  d = 'changed too';
  return before;
};
const describe = (o) => {
  let lines = '';
  for (const key of Reflect.ownKeys(o)) {
    const d = Object.getOwnPropertyDescriptor(o, key);
    lines += (String(key) + ':' + ('value' in d ? typeof d.value === 'function' ? 'function' : JSON.stringify(d.value) : `accessor ${d.get === d.set}`) + `${d.writable ? 1 : 0}${d.enumerable ? 1 : 0}${d.configurable ? 1 : 0} `);
  }
  return lines;
};
for (let round = 0; round < 3; round++) {
  for (const f of [strict, sloppy, mapped]) {
    for (let n = 0; n < 7; n++) {
      const list = Array.from({ length: n }, (_, i) => i * 10);
      const made = f(...list);
      if (round === 2) console.log(n, describe(made));
      made[1] = 'one';
      if (made.length !== n || [...made].length !== n || Array.from(made).join() !== Array.prototype.slice.call(made).join()) throw new Error('elements');
      try {
        console.log(made.callee === f);
        made.callee = 1;
        console.log(made.callee, delete made.callee, 'callee' in made);
      } catch (e) {
        console.log(e.constructor.name, Object.keys(made).join());
      }
    }
  }
}
// Elements past those that are made at once are defined, not assigned.
let sets = 0;
for (const index of [4, 1]) {
  Object.defineProperty(Object.prototype, index, { get: () => 'inherited', set() { sets++; }, configurable: true });
  const texts = [describe(strict(0, 1, 2, 3, 4, 5)), describe(sloppy(0, 1, 2, 3, 4, 5)), sloppy(0)[index]];
  delete Object.prototype[index];
  console.log(sets, ...texts);
}
const other = strict(1, 2);
Object.setPrototypeOf(other, { inherited: true });
console.log(other.inherited, Reflect.apply(Math.max, null, other), (function () { return Math.max.apply(null, arguments); })(3, 4));
