// `caller` and `arguments` of functions: nothing to be had from sloppy ones, an error for all others (17.1).
const attempt = (f) => {
  try {
    return f() == null ? 'nothing' : 'something';
  } catch (e) {
    return e.name;
  }
};
function sloppy() { return sloppy.caller; }
function strict() { 'use strict'; return strict.caller; }
console.log(attempt(() => strict.caller), attempt(() => strict.arguments));
console.log(attempt(() => sloppy.caller), attempt(() => sloppy.arguments));
console.log(attempt(() => (() => 1).caller), attempt(() => ({ m() {} }).m.arguments), attempt(() => class {}.caller));
console.log(attempt(() => function* () {}.caller), attempt(() => Math.max.caller), attempt(() => Function.prototype.caller));
const get = Object.getOwnPropertyDescriptor(Function.prototype, 'caller').get;
console.log(get === Object.getOwnPropertyDescriptor(Function.prototype, 'arguments').set, get.name === '', get.length);
