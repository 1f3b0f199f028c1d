// typeof, delete, in, instanceof, void, comma.
const things = { u: undefined, n: null, b: true, num: 1, nan: NaN, s: '', sym: Symbol(), big: 1n, o: {}, a: [], f() {}, arrow: () => 1, c: class {}, re: /x/, d: new Date(0), m: new Map(), err: new Error(), bs: new Boolean(false), fn: Math.max, nat: Object, args: (function () { return arguments; })() };
console.log(Object.entries(things).map(([k, v]) => k + ':' + typeof v).join(' '));
console.log(typeof undeclared, typeof typeof 1, typeof (void 0), typeof (() => {})(), typeof new (class {})(), typeof null === 'object');

var declared = 1;
implicit = 2;
globalThis.viaGlobal = 3;
console.log(delete declared, delete implicit, delete viaGlobal, typeof declared, typeof implicit, typeof viaGlobal, delete undeclaredName, delete 5, delete (1, {}).x, delete 'str'.length);
const o = { a: 1, get g() { return 1; }, m() {} };
Object.defineProperty(o, 'fixed', { value: 1 });
console.log(delete o.a, delete o.a, delete o.g, delete o.fixed, delete o['m'], Object.getOwnPropertyNames(o).join());
(function () {
  'use strict';
  try { delete o.fixed; } catch (e) { console.log(e.name); }
  try { delete Object.freeze([1])[0]; } catch (e) { console.log(e.name); }
  try { delete null.x; } catch (e) { console.log(e.name); }
  console.log(delete o.missing, delete 'abc'.foo);
  try { delete 'abc'.length; } catch (e) { console.log(e.name); }
})();
const arr = [1, 2, 3];
console.log(delete arr[1], arr.length, 1 in arr, delete arr.length, arr.join(), delete arr[10]);
function f(p) { var v; return [delete p, delete v, delete arguments, typeof p].join(); }
console.log(f(1));
const proto = { inherited: 1 }, child = Object.create(proto);
console.log(delete child.inherited, child.inherited, 'inherited' in child);

console.log('a' in { a: undefined }, 0 in [1], 1 in [1], 'length' in [], 'toString' in {}, Symbol.iterator in [], '0' in 'x'.split(''), 1.5 in { 1.5: 1 }, '-0' in { 0: 1 }, -0 in { 0: 1 });
for (const bad of [5, 'str', null, undefined, true]) try { console.log('x' in bad); } catch (e) { console.log(e.name); }
console.log(void 'anything', (1, 2, 3), [(1, 2)].length, ((a, b) => (a++, b++, a * b))(1, 2));
let log = [];
for (let i = 0, j = 5; i < j; i++, j--, log.push(i + j));
console.log(log.join());
const g = () => (log = [], log.push(1), log.push(2), log);
console.log(g().length, (0, o.constructor) === Object);
console.log([] instanceof Object, Object.create(null) instanceof Object, 5 instanceof Number, new Number(5) instanceof Number, (() => {}) instanceof Function, Function instanceof Object, Object instanceof Function, Object.prototype instanceof Object);
class A { static [Symbol.hasInstance](x) { return x === 'magic'; } }
console.log('magic' instanceof A, new A() instanceof A);
const evenLike = { [Symbol.hasInstance]: (x) => x % 2 === 0 ? 'truthy' : 0 };
console.log(4 instanceof evenLike, 3 instanceof evenLike);
for (const bad of [{}, 5, null, undefined, { [Symbol.hasInstance]: 5 }, () => {}]) try { console.log({} instanceof bad); } catch (e) { console.log(e.name); }
function P() {} function Q() {}
const inst = new P();
const BP = P.bind();
console.log(inst instanceof BP, inst instanceof Q, (P.prototype = {}, inst instanceof P), (Object.setPrototypeOf(inst, Q.prototype), inst instanceof Q));
P.prototype = 3;
try { console.log(1 instanceof P, {} instanceof P); } catch (e) { console.log(e.name); }
