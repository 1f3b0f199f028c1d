// Function.prototype.call, apply, bind: this, arguments, array-likes, bound names, lengths, construction.
function show(a, b, ...rest) { return [this && this.tag, a, b, rest.length, new.target !== undefined].join(); }
const o = { tag: 'o' };
console.log(show.call(o, 1, 2, 3), show.apply(o, [1, 2, 3, 4]), show.apply(o), show.apply(o, null), show.apply(o, undefined), show.apply(o, { length: 2, 0: 'x', 1: 'y' }), show.call(o));
(function () { console.log(show.apply(o, arguments)); })(7, 8, 9);
for (const bad of [1, 'str', true]) try { show.apply(o, bad); } catch (e) { console.log(e.name); }
try { Function.prototype.call.call(5); } catch (e) { console.log(e.name); }
try { Function.prototype.apply.call({}, null, []); } catch (e) { console.log(e.name); }
const b1 = show.bind(o, 'p'), b2 = b1.bind({ tag: 'ignored' }, 'q'), b3 = show.bind();
console.log(b1(2), b2(3, 4), b1.call({ tag: 'no' }, 5), b1.name, b2.name, b1.length, b2.length, b3.length, 'prototype' in b1, typeof b1);
console.log(show.bind(o).name, (() => {}).bind().name, Object.defineProperty(function () {}, 'name', { value: 5 }).bind().name, Object.defineProperty(function (a, b, c) {}, 'length', { value: 10.7 }).bind(null, 1).length, Object.defineProperty((a) => a, 'length', { value: -Infinity }).bind().length, Object.defineProperty((a) => a, 'length', { value: Infinity }).bind(null, 1).length, Object.defineProperty((a) => a, 'length', { value: 'x' }).bind().length, (function (a) {}).bind(null, 1, 2, 3).length);
function P(x, y) { this.x = x; this.y = y; this.nt = new.target === P; }
P.prototype.sum = function () { return this.x + this.y; };
const BP = P.bind({ tag: 'unused' }, 10);
const bp = new BP(5);
console.log(bp.sum(), bp instanceof P, bp instanceof BP, bp.nt, new (BP.bind(null, 1))().y, new BP().x, Object.getPrototypeOf(bp) === P.prototype);
class C { constructor(...a) { this.a = a; } static make() { return this.name; } m() { return this === undefined ? 'undef' : typeof this; } }
const BC = C.bind(null, 1);
console.log(new BC(2).a.join(), Object.getPrototypeOf(BC) === Function.prototype, BC.make);
try { BC(); } catch (e) { console.log(e.name); }
try { new ((() => {}).bind())(); } catch (e) { console.log(e.name); }
try { class Bad extends P.bind() {} } catch (e) { console.log(e.name); }
const PB = P.bind(null, 'dx');
PB.prototype = P.prototype;
class D extends PB {}
D.prototype.x2 = 1;
try { console.log(new D('dy').y); } catch (e) { console.log(e.name); }
// this coercion
function sloppy() { return typeof this + (this === globalThis ? '!' : ''); }
function strict() { 'use strict'; return typeof this; }
for (const t of [undefined, null, 5, 's', true, Symbol.iterator, 1n, o]) console.log(sloppy.call(t), strict.call(t), sloppy.bind(t)(), strict.bind(t)());
console.log(Math.max.apply(null, [1, 5, 3]), Array.prototype.concat.apply([], [[1], [2, [3]]]).length, [].push.apply([1], [2, 3]), String.fromCharCode.apply(String, [97, 98]), Array.apply(null, { length: 3 }).length);
const unbound = Function.prototype.call.bind(Array.prototype.slice);
console.log(unbound([1, 2, 3], 1).join(), ['a', 'b'].map(Function.prototype.call, String.prototype.toUpperCase).join(), Reflect.apply(Function.prototype.bind, show, [o])(1));
const partial = show.bind.apply(show, [o, 1, 2]);
console.log(partial(3), show.call.call((x) => 'callcall ' + x, null, 9), show.call.bind((x) => x)(null, 'bound call'));
console.log(show.call.length, show.apply.length, show.bind.length, show.call.name, Function.prototype(), typeof Function.prototype, Function.prototype.length, Function.prototype.name === '');
const handlers = { n: 0, on(ev) { this.n += ev; return this.n; } };
console.log([1, 2, 3].map(handlers.on.bind(handlers)).join(), [1, 2].map(handlers.on, { n: 100 }).join());
const bounds = [];
for (let i = 0; i < 3; i++) bounds.push(show.bind({ tag: 'b' + i }, i));
console.log(bounds.map((f) => f('z')).join(' '));
