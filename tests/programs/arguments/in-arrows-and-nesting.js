// Arrows take arguments, this and new.target from the enclosing function.
function outer() {
  const arrow = (x) => [x, arguments.length, arguments[0]].join();
  const deep = () => () => () => arguments[1];
  return arrow('own') + ' ' + deep()()();
}
console.log(outer('first', 'second'));
function forward() { return target(...arguments); }
function target(a, b) { return a + b + arguments.length; }
console.log(forward(1, 2), target.apply(null, (function () { return arguments; })(3, 4)));
function paramArrow(f = () => arguments[1]) { return f(); }
console.log(paramArrow(undefined, 'second'));
function change() { const set = () => { arguments[0] = 'changed by arrow'; }; set(); return arguments[0]; }
console.log(change('x'));
function changeParam(p) { (() => { arguments[0] = 'mapped'; })(); return p; }
console.log(changeParam('x'));
function loopArgs() { const fs = []; for (let i = 0; i < arguments.length; i++) fs.push(() => arguments[i] * i); return fs.map((f) => f()).join(); }
console.log(loopArgs(5, 6, 7));
class K { constructor() { this.f = () => arguments.length; } m() { return [1].map(() => arguments[0])[0]; } field = () => typeof this; }
console.log(new K(1, 2, 3).f(), new K().m('arg'), new K().field());
function recursive(n) { return n === 0 ? arguments.length : recursive(n - 1, ...Array.prototype.slice.call(arguments)); }
console.log(recursive(3));
function variadicMax() { let m = -Infinity; for (const x of arguments) if (x > m) m = x; return m; }
console.log(variadicMax(3, 1, 4, 1, 5), variadicMax());
function partial(f) { const bound = Array.prototype.slice.call(arguments, 1); return function () { return f.apply(this, bound.concat(Array.from(arguments))); }; }
console.log(partial((a, b, c) => a + b + c, 'x', 'y')('z'));
function leak() { return arguments; }
const l1 = leak(1), l2 = leak(1);
console.log(l1 === l2, l1[0] === l2[0]);
function typeofArgs() { return typeof arguments + typeof (() => arguments)(); }
console.log(typeofArgs());
