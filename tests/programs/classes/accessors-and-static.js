// Accessor pairs split over prototype levels, static accessors, toString tag, Symbol methods, iterator methods.
class Temp {
  static #abs = -273.15;
  #c = 0;
  get celsius() { return this.#c; }
  set celsius(v) { if (v < Temp.#abs) throw new RangeError('too cold'); this.#c = v; }
  get fahrenheit() { return this.#c * 1.8 + 32; }
  set fahrenheit(v) { this.celsius = (v - 32) / 1.8; }
  static get absolute() { return Temp.#abs; }
  static set absolute(v) { Temp.#abs = v; }
  get [Symbol.toStringTag]() { return 'Temp'; }
  [Symbol.toPrimitive](hint) { return hint === 'string' ? this.#c + 'C' : hint === 'number' ? this.#c : 'default ' + this.#c; }
}
const t = new Temp();
t.fahrenheit = 212;
console.log(t.celsius, t.fahrenheit, `${t}`, +t, t + '', Object.prototype.toString.call(t));
try { t.celsius = -300; } catch (e) { console.log(e.name, e.message); }
Temp.absolute = -500;
t.celsius = -300;
console.log(t.celsius, Temp.absolute);
t.celsius++;
t.celsius /= 2;
console.log(t.celsius);

// overriding only the getter hides the inherited setter
class Base { get x() { return 'bx'; } set x(v) { this.log = 'base set ' + v; } }
class OnlyGet extends Base { get x() { return 'ox'; } }
const og = new OnlyGet();
try { og.x = 1; console.log('silent', og.log); } catch (e) { console.log(e.name); }
(function () { 'use strict'; try { og.x = 1; } catch (e) { console.log('strict', e.name); } })();
class Both extends Base { get x() { return super.x + '!'; } set x(v) { super.x = v + 1; } }
const both = new Both();
both.x = 1;
console.log(both.x, both.log);

// later definitions of the same name win; accessor pairs merge
class Dup { m() { return 1; } m() { return 2; } get a() { return 'g'; } set a(v) {} static s = 1; static s = 2; get b() { return 1; } b() { return 'method'; } }
console.log(new Dup().m(), new Dup().a, Dup.s, new Dup().b());
const d = Object.getOwnPropertyDescriptor(Dup.prototype, 'a');
console.log(typeof d.get, typeof d.set, d.enumerable, d.get.name, d.set.name);

class Range { constructor(a, b) { this.a = a; this.b = b; } [Symbol.iterator]() { let i = this.a; const b = this.b; return { next: () => (i <= b ? { value: i++, done: false } : { value: undefined, done: true }) }; } }
console.log([...new Range(1, 5)].join(), Math.max(...new Range(3, 9)), Array.from(new Range(0, 2), (x) => x * x).join());
class Even { static [Symbol.hasInstance](n) { return n % 2 === 0; } }
console.log(2 instanceof Even, 3 instanceof Even);
class Chain { static make() { return new this(); } set(k, v) { this[k] = v; return this; } static { this.prototype.extra = 'x'; } }
console.log(JSON.stringify(Chain.make().set('a', 1).set('b', 2)), new Chain().extra);
