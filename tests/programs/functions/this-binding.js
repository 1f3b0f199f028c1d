// this in calls of all forms, sloppy and strict; parenthesised and comma callees; callbacks; getters; with primitives.
function who() { return this === undefined ? 'undefined' : this === globalThis ? 'global' : this === null ? 'null' : (this.name ?? typeof this); }
function strictWho() { 'use strict'; return this === undefined ? 'undefined' : this === null ? 'null' : typeof this === 'object' ? this.name : typeof this; }
const o = { name: 'o', who, strictWho, nested: { name: 'nested', who, strictWho }, arr: [who, strictWho] };
o.arr.name = 'arr';
const p = (...xs) => console.log(xs.join(' '));
p(who(), strictWho(), o.who(), o.strictWho(), o.nested.who(), o['who'](), o.arr[0](), o.arr[1]());
p((o.who)(), ((o.who))(), (0, o.who)(), (o.x || o.who)(), (o.who = who)(), (true ? o.who : 0)(), [o.who][0] === who, new (function () { this.name = 'new'; this.r = who.call(this); })().r);
const { who: w } = o;
p(w(), o?.who(), (o?.who)(), o.who?.(), o.nested?.strictWho());
p([1].map(who)[0], [1].map(strictWho)[0], [1].map(who, o)[0], [1].map(strictWho, 'prim')[0], [1].map(who, null)[0], [1].map(strictWho, null)[0]);
p('s'.replace('s', who), 's'.replace('s', strictWho), JSON.stringify({ a: 1 }, function (k, v) { return k === '' ? v : who.call(this) + k; }), [2, 1].sort(function () { 'use strict'; p('sort this', this); return 0; }).length);
new Map([[1, 2]]).forEach(function () { p('map', who.call(this)); }, o);
new Set([1]).forEach(function () { 'use strict'; p('set', this); });
Object.defineProperty(Number.prototype, 'me', { get() { 'use strict'; return typeof this; }, configurable: true });
Object.defineProperty(Number.prototype, 'meSloppy', { get() { return typeof this; }, configurable: true });
Number.prototype.meth = function () { return typeof this + (this instanceof Number); };
p((5).me, (5).meSloppy, (5).meth(), 5..meth.call(6));
delete Number.prototype.me; delete Number.prototype.meSloppy; delete Number.prototype.meth;
function Ctor() { this.name = 'made'; this.inner = function () { return this.name; }; this.arrow = () => this.name; }
const c = new Ctor();
const { inner, arrow } = c;
globalThis.name = 'global name';
p(c.inner(), c.arrow(), inner(), arrow(), c.inner.call({ name: 'called' }), c.arrow.call({ name: 'called' }));
delete globalThis.name;
function outer() { function in1() { return who.call(this); } const in2 = () => who.call(this); return [in1(), in2(), (function () { return who.call(this); })(), (() => (() => who.call(this))())()].join(); }
p(outer.call(o), outer());
const lit = { name: 'lit', get g() { return who.call(this); }, set s(v) { this.seen = who.call(this) + v; }, ['comp']() { return this.name; }, fn: function () { return this.name; } };
const kid = Object.create(lit, { name: { value: 'kid' } });
kid.s = 1;
p(lit.g, kid.g, kid.seen, kid.comp(), kid.fn(), lit.seen);
p(typeof this, this === globalThis, (function () { return this === globalThis; })(), (function () { 'use strict'; return this; })(), (() => this === globalThis)());
const tag = function (s) { return who.call(this) + s[0]; };
const t = { name: 't', tag };
p(t.tag`x`, tag`y`, t['tag']`z`, (0, t.tag)`w`);
function Self() { if (!(this instanceof Self)) return new Self(); this.ok = true; }
p(Self().ok, new Self().ok, Self.call(c).ok);
class K { static sm() { return this?.name; } m() { return this; } }
const { sm } = K, { m } = new K();
p(K.sm(), sm(), m(), K.prototype.m() === K.prototype);
for (const x of [() => who(), () => strictWho(), function () { return who(); }]) p(x.call(o));
switch (1) { default: p(who()); }
try { throw who; } catch (e) { p(e() === 'global' || e(), o.nested.who()); }
p(((f) => f())(o.who), ((f) => o.f2 = f)(o.who) === who, o.f2());
