// hasOwnProperty, `in` and symbol keys in hot code on ordinary objects, and then on all others, with all keys.
const own = (o, k) => o.hasOwnProperty(k);
const has = (o, k) => k in o;
const read = (o, k) => o[k];
const write = (o, k, v) => { o[k] = v; return o[k]; };
const sym = Symbol('sym');
const dict = { a: 1, b: 2, [sym]: 3, 5: 'five' };
const keys = ['a', 'b', 'c', 'toString'];
let t = 0;
for (let i = 0; i < 3000; i++) {
  const k = keys[i & 3];
  t += own(dict, k) + 2 * has(dict, k) + own(dict, sym) + has(dict, sym) + own(dict, 5) + own(dict, 6) + read(dict, sym) + write(dict, sym, 3);
}
console.log(t);
function F(a, b) {}
F.own = 1;
class C { static s = 1; static name = 'named'; }
const deleted = function gone() {};
delete deleted.name;
const inherits = Object.create(dict, { hidden: { value: 1 } });
const fromFunction = Object.create(F);
const sloppyArguments = (function () { return arguments; })(1, 2);
const mapped = (function (x) { delete arguments[0]; return arguments; })(1, 2);
const objects = {
  dict, inherits, bare: Object.assign(Object.create(null), { a: 1, hasOwnProperty: Object.prototype.hasOwnProperty }), array: [1, , 3], frozen: Object.freeze({ a: 1 }), F, C, deleted, bound: F.bind(null), fromFunction,
  native: Math.max, map: new Map(), error: new Error('m'), date: new Date(0), regexp: /a/g, wrapper: new String('ab'), number: new Number(1), typed: new Uint8Array(2), sloppyArguments, mapped,
  getter: { get a() { throw new Error('called'); } }, proxy: new Proxy({ a: 1 }, { has(o, k) { return k === 'c'; }, getOwnPropertyDescriptor(o, k) { return k === 'b' ? { value: 1, configurable: true } : undefined; } }),
  onProxy: Object.create(new Proxy({ a: 1 }, {})), global: globalThis, prototype: Object.prototype, arrayPrototype: Array.prototype, string: 'ab', five: 5,
};
const odd = ['a', 'b', 'length', 'name', 'prototype', '0', '1', '2', 0, 1, -0, 1.5, 'fn', 'code', 'internal', '$a', '__proto__', 'constructor', 'lastIndex', 'message', 'console', sym, Symbol.iterator, true, null, undefined, '', { toString: () => 'a' }, ['a']];
for (const name of Object.keys(objects)) {
  const o = objects[name];
  const row = [];
  for (const k of odd) {
    let r = '';
    try { r += Number(Object.prototype.hasOwnProperty.call(o, k)); } catch (e) { r += 'E'; }
    try { r += Number(own(o, k)); } catch (e) { r += 'E'; }
    try { r += Number(has(o, k)); } catch (e) { r += 'T'; }
    row.push(r);
  }
  console.log(name, row.join(' '));
}
for (const bad of [undefined, null]) {
  for (const f of [own, has, read]) try { f(bad, 'a'); } catch (e) { console.log(e.name); }
  try { read(bad, sym); } catch (e) { console.log(e.name); }
}
// Symbols on everything.
// By way of call, with this and other functions.
const through = (f, o, k) => f.call(o, k);
const { hasOwnProperty } = Object.prototype;
let n = 0;
for (let i = 0; i < 3000; i++) n += through(hasOwnProperty, dict, keys[i & 3]) + through(hasOwnProperty, [1, 2], i & 3);
console.log(n, through(hasOwnProperty, 'ab', 1), through(hasOwnProperty, F, 'name'), through(hasOwnProperty, deleted, 'name'), through(hasOwnProperty, objects.proxy, 'b'), through(hasOwnProperty, [], 'length'));
console.log(through(Object.prototype.propertyIsEnumerable, dict, 'a'), through(function (k) { return this === dict && k; }, dict, 'key'), through(hasOwnProperty, { undefined: 1 }), through(hasOwnProperty.bind(dict), null, 'b'));
for (const bad of [undefined, null]) try { through(hasOwnProperty, bad, 'a'); } catch (e) { console.log(e.name); }
try { through(5, dict, 'a'); } catch (e) { console.log(e.name); }
String.prototype[sym] = 'on strings';
console.log(read('x', sym), read([], sym), read(inherits, sym), read(5, sym), write([], sym, 4), write('x', sym, 5), write(objects.frozen, sym, 6));
try { (function () { 'use strict'; objects.frozen[sym] = 1; })(); } catch (e) { console.log(e.name); }
console.log(write({ set [sym](v) { this.was = v; }, get [sym]() { return this.was * 2; } }, sym, 4), read(new Proxy({ [sym]: 'behind' }, {}), sym));
console.log(own({ hasOwnProperty: () => 'mine' }, 'a'), own({ a: undefined }, 'a'));
Object.prototype.hasOwnProperty = () => 'replaced';
console.log(own(dict, 'a'));
