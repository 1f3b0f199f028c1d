// Closures share the binding, not the value; separate activations have separate bindings.
function counter(start) {
  let n = start;
  return { inc: () => ++n, dec: () => --n, get value() { return n; }, set value(x) { n = x; } };
}
const a = counter(0);
const b = counter(100);
a.inc(); a.inc(); b.dec();
console.log(a.value, b.value);
a.value = 50;
console.log(a.inc(), b.value);

function params(p) {
  return [() => p, (x) => { p = x; }, () => arguments[0]];
}
const [get, set, viaArguments] = params('first');
set('second');
console.log(get(), viaArguments());

const adders = [1, 2, 3].map((x) => (y) => (z) => x + y + z);
console.log(adders.map((f) => f(10)(100)).join(' '));

function outer() {
  let x = 'outer';
  function readX() { return x; }
  function inner() {
    x = 'changed';
    let result = readX();
    { let x = 'block'; result += ' ' + readX() + ' ' + x; }
    return result;
  }
  return inner() + ' ' + x;
}
console.log(outer());

// A named function expression binds its own name, read-only and silent in sloppy mode.
const fact = function self(n) {
  self = null;
  return n < 2 ? 1 : n * self(n - 1);
};
console.log(fact(10), typeof self === 'undefined' || typeof self);
const shadow = function name() { var name = 5; return name; };
console.log(shadow());
const strictSelf = function me() { 'use strict'; try { me = 1; } catch (e) { return e.name; } };
console.log(strictSelf());
const paramSelf = function g(g) { return g; };
console.log(paramSelf(3));

// Memoisation through a captured table.
function memo(f) {
  const table = {};
  let hits = 0;
  const g = (n) => (n in table ? (hits++, table[n]) : (table[n] = f(g, n)));
  g.hits = () => hits;
  return g;
}
const fib = memo((g, n) => (n < 2 ? n : g(n - 1) + g(n - 2)));
console.log(fib(60), fib.hits());
