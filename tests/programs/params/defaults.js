// Default parameters: when evaluated, what they see, and the length of the function.
let calls = 0;
const next = () => ++calls;
function f(a = next(), b = a + 1, c = () => a + b) { return [a, b, c()].join(); }
console.log(f(), f(10), f(undefined, 5), f(null, 5), f(0, undefined, () => 'own'), calls);
console.log(f.length, ((a, b = 1, c) => 0).length, ((a, b, ...c) => 0).length, ((a = 1) => 0).length);

function self(x = self.name) { return x; }
console.log(self());
function thisDefault(x = this.v) { return x; }
console.log(thisDefault.call({ v: 'this' }));
function argsDefault(a, n = arguments.length, first = arguments[0]) { return [a, n, first].join(); }
console.log(argsDefault('q'), argsDefault('q', undefined, undefined, 4));
const o = { k: 'key', m(x = this.k, y = (() => this.k + x)()) { return y; } };
console.log(o.m(), o.m('z'));
class A { v = 'va'; m() { return 'A.m'; } }
class B extends A { m(x = super.m(), y = new.target === undefined) { return x + y; } constructor(t = new.target.name) { super(); this.t = t; } }
console.log(new B().m(), new B().t);

// a throwing default
function thrower(a = (() => { throw new Error('default'); })()) { return a; }
try { thrower(); } catch (e) { console.log(e.message); }
console.log(thrower(1));

// recursion in a default
function count(n, rest = n > 0 ? count(n - 1) : 'end') { return n + ' ' + rest; }
console.log(count(4));

// side effects in order, interleaved with pattern matching
const log = [];
const say = (x) => (log.push(x), x);
(function (a = say('a'), [b = say('b')] = [], { c = say('c') } = {}, d = say('d')) {})();
console.log(log.join());

// a function declaration in the body shadows a parameter after defaults ran
function shadow(a, g = () => a) { function a() {} return typeof a + ' ' + typeof g(); }
console.log(shadow(1));
// assigning a parameter in a later default
const asg = (a, b = (a = 'changed'), c = a) => [a, b, c].join();
console.log(asg('x'), asg('x', 1));
// closures in defaults share the parameter binding with each other
const pair = (x, inc = () => ++x, get = () => x) => { inc(); inc(); return [x, get()].join(); };
console.log(pair(5));
