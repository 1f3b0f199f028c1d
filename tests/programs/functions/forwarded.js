// Calls through call and apply, rest parameters and instanceof, as compiled code does them itself.
const log = [];
function sum(...numbers) {
  let total = this === undefined || this === globalThis ? 0 : this.base;
  for (const n of numbers) total += n;
  numbers.length = 1e3;
  numbers[0] = 'changed';
  return `${total} ${numbers.length}`;
}
function pair(a, b, ...rest) {
  a = rest.length;
  rest.push(b);
  return [a, b, rest.join()].join('/');
}
const viaApply = (f, self, list) => f.apply(self, list);
const viaCall = (f, self, a, b) => f.call(self, a, b);
function attempt(f, ...args) {
  try {
    return String(f(...args));
  } catch (e) {
    return `${e.constructor.name}: ${e.message}`;
  }
}
class NotCallable {}
const holey = [1, , 3];
const typed = new Float64Array([1, 2]);
for (let i = 0; i < 300; i++) {
  const self = { base: i };
  const lines = [
    attempt(viaApply, sum, self, []), attempt(viaApply, sum, self, [1, 2, 3]), attempt(viaApply, sum, self, [1, 2, 3, 4, 5, 6, 7, 8, 9]), attempt(viaApply, sum, self, holey),
    attempt(viaCall, sum, self, 5, i), attempt(viaApply, Math.max, null, [3, 9, 2]), attempt(viaCall, Math.min, null, i, 7), attempt(viaCall, pair, null, 1, 2), attempt(viaApply, pair, null, [1, 2, 3, 4, 5, 6]),
    attempt(pair), attempt(pair, 1), attempt(pair, 1, 2, 3), Math.max(i, 10, 20), Math.min(i, -0, 0.5, 3), Math.max(1, i), String(Math.max()), Math.min(i),
  ];
  if (i % 50 === 49) {
    lines.push(
      attempt(viaApply, sum, self, typed), attempt(viaApply, sum, self, { length: 2, 0: 4, 1: 5 }), attempt(viaApply, sum, self, null), attempt(viaApply, sum, self, 5),
      attempt(viaApply, NotCallable, self, []), attempt(viaCall, NotCallable, self), attempt(viaCall, {}, self), attempt(viaCall, undefined, self), attempt(viaApply, sum.bind({ base: 100 }), self, [1]),
      attempt(Math.max, 1, { valueOf: () => 5 }, 3), attempt(Math.max, 1, 2n), attempt(Math.min, 1, undefined, 3),
    );
    log.push(lines.join('\n'));
  } else if (i % 50 === 0) {
    log.push(lines.join('; '));
  }
}
// A rest array that was given away, in a function that is left in its middle.
function spilled(a, ...rest) {
  const mine = rest;
  let total = 0;
  for (let k = 0; k < rest.length; k++) total += rest[k] * a;
  mine.push(total);
  return mine;
}
for (let i = 0; i < 300; i++) spilled(i, 1, 2, 3);
log.push(spilled(2, 'x', 4).join(), spilled('y', 1, 2n === 2n).join(), spilled().join());

// instanceof before and after there are instances, with another prototype, with bound functions, proxies and @@hasInstance.
class Shape {}
class Square extends Shape {}
class Even {
  static [Symbol.hasInstance](n) {
    return typeof n === 'number' && n % 2 === 0;
  }
}
function Old() {}
const is = (o, f) => o instanceof f;
for (let i = 0; i < 300; i++) {
  const values = [new Square(), {}, 5, null, 'text', Square, new Proxy(new Square(), {}), Object.create(null), new Old(), [], i];
  const line = values.map((v) => [Shape, Square, Even, Old, Old.bind(null), Array, Object, Function].map((f) => Number(is(v, f))).join('')).join(' ');
  if (i % 100 === 99) {
    log.push(line);
    const before = new Old();
    Old.prototype = i === 99 ? { other: true } : Shape.prototype;
    log.push(is(before, Old), is(new Old(), Old), is(new Square(), Old));
  }
}
for (const f of [null, undefined, 5, {}, () => 1, Object.assign(function () {}, { prototype: 3 })]) log.push(attempt(is, {}, f), attempt(is, 5, f));
// Instances of a function whose prototype is no object inherit from Object.prototype, but are no instances of it.
function Odd() {}
Odd.prototype = 5;
for (let i = 0; i < 200; i++) {
  const odd = new Odd();
  const line = [Object.getPrototypeOf(odd) === Object.prototype, attempt(is, odd, Odd), attempt(is, {}, Odd), is(odd, Object)].join();
  if (i % 50 === 49) log.push(line);
  if (i === 120) Odd.prototype = { now: 'an object' };
}
Object.setPrototypeOf(Square.prototype, null);
log.push(is(new Square(), Shape), is(new Square(), Square));
console.log(log.join('\n'));
