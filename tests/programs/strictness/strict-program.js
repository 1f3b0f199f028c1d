'use strict';
// A whole program in strict mode.
console.log(this === globalThis, (function () { return this; })(), (() => this === globalThis)());
function f(a) { a = 2; return [a, arguments[0], arguments.length, typeof this].join(); }
console.log(f(1), f.call(5, 1), f.call(null), f.apply('s', [1]));
const errors = [];
const t = (name, g) => { try { g(); errors.push(name + ' ok'); } catch (e) { errors.push(name + ' ' + e.name); } };
const fr = Object.freeze([1, { n: 1 }]);
t('undeclared', () => { nope = 1; });
t('frozen', () => { fr[0] = 2; });
t('nested frozen', () => { fr[1].n = 2; });
t('length', () => { fr.length = 0; });
t('delete', () => { delete fr[0]; });
t('fn length', () => { f.length = 5; });
t('fn prop', () => { f.extra = 5; });
t('callee', () => f.caller);
t('args callee', () => (function () { return arguments.callee; })());
t('proto write', () => { ({ __proto__: Object.freeze({ z: 1 }) }).z = 2; });
t('setter missing', () => { ({ get x() { return 1; } }).x = 1; });
t('primitive', () => { (1).x = 1; });
t('null', () => { null.x = 1; });
t('symbol prop', () => { Symbol.iterator.x = 1; });
t('global undefined', () => { undefined = 1; });
t('regexp', () => { /x/.source = 'y'; });
t('map size', () => { new Map().size = 4; });
t('string length', () => { 'abc'.length = 1; });
t('named fn expr', () => { (function g() { g = 1; })(); });
t('class name', () => { (class C { static m() { C = 1; } }).m(); });
console.log(errors.join('\n'));
{ function block() { return 'b'; } }
console.log(typeof block);
var hoisted = 1;
console.log(Object.getOwnPropertyDescriptor(globalThis, 'hoisted').configurable, globalThis.hoisted);
try { delete globalThis.hoisted; } catch (e) { console.log(e.name); }
globalThis.dyn = 1;
dyn = 2;
console.log(dyn, delete globalThis.dyn);
try { dyn = 3; } catch (e) { console.log(e.name); }
try { dyn; } catch (e) { console.log(e.name); }
const assigned = { get v() { return this; } };
console.log(typeof Object.getOwnPropertyDescriptor(assigned, 'v').get.call(5), [1].map(function () { return this; })[0], typeof [1].map(function () { return this; }, 'x')[0]);
const o = { m() { return this; }, a: () => typeof this };
const { m } = o;
console.log(m(), o.m() === o, (0, o.m)(), o.a());
function args() { arguments[0] = 'changed'; arguments.length = 5; return [arguments.length, Object.keys(arguments).join()].join('|'); }
console.log(args(1, 2));
function evalName() { try { undeclaredRead; } catch (e) { return e.name + typeof undeclaredRead; } }
console.log(evalName());
switch (3) { case 3: function sw() { return 'in switch'; } console.log(sw()); }
console.log(typeof sw);
