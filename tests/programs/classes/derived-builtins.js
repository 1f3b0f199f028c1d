// Subclasses of Array, Map, Set, Error, Function-like, String, Number, RegExp, Date, Promise-free.
class Stack extends Array {
  peek() { return this[this.length - 1]; }
  static get [Symbol.species]() { return Array; }
}
const s = new Stack();
s.push(1, 2, 3);
console.log(s.length, s.peek(), s instanceof Array, Array.isArray(s), s.map((x) => x).constructor.name, Stack.from([4]).peek(), Stack.of(7, 8).peek());
s.length = 1;
s[5] = 'six';
console.log(s.length, s.peek(), JSON.stringify(s));

class Vec extends Array { sum() { return this.reduce((a, b) => a + b, 0); } }
const v = Vec.from([1, 2, 3]);
console.log(v.map((x) => x * 2).sum(), v.filter((x) => x > 1).constructor.name, v.slice(1).sum(), v.concat([10]).sum(), new Vec(3).length, [...v].constructor.name);

class DefaultMap extends Map {
  #make;
  constructor(make, entries) { super(entries); this.#make = make; }
  get(k) { if (!this.has(k)) this.set(k, this.#make(k)); return super.get(k); }
}
const dm = new DefaultMap((k) => [k], [['x', ['first']]]);
dm.get('y').push(1);
console.log(dm.size, dm.get('x').join(), dm.get('y').join(), dm instanceof Map, [...dm.keys()].join());

class LoggedMap extends Map { set(k, v) { return super.set(k, v + '!'); } }
console.log([...new LoggedMap([['a', 1], ['b', 2]]).values()].join());
class UniqueSet extends Set { add(v) { if (typeof v === 'number') super.add(v); return this; } }
console.log([...new UniqueSet([1, 'a', 2])].join());

class HttpError extends Error {
  constructor(status, message, options) { super(message, options); this.status = status; }
  get name() { return 'HttpError'; }
  toString() { return `${super.toString()} (${this.status})`; }
}
const he = new HttpError(404, 'not found', { cause: 'typo' });
console.log(String(he), he instanceof Error, he.cause, Object.prototype.toString.call(he), Object.keys(he).join());
class Typed extends TypeError { name = 'Typed'; }
console.log(`${new Typed('t')}`, new Typed() instanceof TypeError, new Typed() instanceof RangeError);

class Str extends String { shout() { return this.toUpperCase() + '!'; } get first() { return this[0]; } }
console.log(new Str('abc').shout(), new Str('abc').length, new Str('xyz').first, new Str('q') + 'r');
class Num extends Number { double() { return this * 2; } }
console.log(new Num(21).double(), new Num('7') + 1, typeof new Num(1));
class Re extends RegExp { exec(x) { const m = super.exec(x); return m && Object.assign(m, { extra: m[0].length }); } }
console.log(new Re('b+', 'g').exec('abbb').extra, 'abcb'.replace(new Re('b', 'g'), 'X'), new Re('z').test('z'));
class UtcDate extends Date { day() { return this.toISOString().slice(0, 10); } }
console.log(new UtcDate(0).day(), new UtcDate(Date.UTC(2000, 1, 29)).day());
class Fn extends Function { }
console.log(typeof Fn, Object.getPrototypeOf(Fn) === Function);
class Obj extends Object { constructor(x) { super(x); this.x = x; } }
console.log(new Obj({ q: 1 }).x.q, 'q' in new Obj({ q: 1 }));
class Bool extends Boolean {}
console.log(new Bool(false) ? 'truthy' : 'falsy', new Bool(false).valueOf());
class WM extends WeakMap { get(k) { return super.get(k) ?? 'default'; } }
console.log(new WM().get({}));
