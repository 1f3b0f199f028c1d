// With parameter expressions the body has its own var scope, initialised from the parameters.
function a(x, f = () => x) {
  var x;
  const first = x;
  x = 'body';
  return [first, x, f()].join();
}
console.log(a('param'));

function b(x, f = () => x) {
  x = 'assigned';
  return [x, f()].join();
}
console.log(b('param'));

function c(x = 1, set = (v) => { x = v; }, get = () => x) {
  var x = 2;
  set(3);
  return [x, get()].join();
}
console.log(c());

function d(f = () => typeof inner) {
  var inner = 1;
  return f();
}
console.log(d());

function e(x, g = () => x) {
  function x() { return 'function'; }
  return [typeof x, typeof g()].join();
}
console.log(e(1));

var outerName = 'global';
function f(y = outerName) {
  var outerName = 'local';
  return [y, outerName].join();
}
console.log(f());

function g(a, b = () => arguments[0], c = arguments.length) {
  a = 'new';
  return [a, b(), c].join();
}
console.log(g('old'), g('x', undefined, undefined));

function h({ p } = { p: 'default' }, q = () => p) {
  var p;
  const r = p;
  p = 'own';
  return [r, p, q()].join();
}
console.log(h());
