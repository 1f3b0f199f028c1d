// Annex B: __defineGetter__ and its family, and __proto__ in all its forms.
const o = { plain: 1 };
o.__defineGetter__('g', function () { return 'got ' + this.plain; });
o.__defineSetter__('s', function (v) { this.plain = v; });
console.log(o.g, o.__lookupGetter__('g').call({ plain: 'x' }), o.__lookupSetter__('g'), o.__lookupGetter__('plain'));
o.s = 2;
console.log(o.g, Object.keys(o).join(), typeof Object.create(o).__lookupSetter__('s'));
const d = Object.getOwnPropertyDescriptor(o, 'g');
console.log(d.enumerable, d.configurable, d.set);
try { o.__defineGetter__('x', 1); } catch (e) { console.log(e.name); }

const proto = { inherited: true };
const a = { __proto__: proto };
const b = { '__proto__': proto };
const c = { ['__proto__']: proto };
const __proto__ = proto;
const e = { __proto__ };
const f = { __proto__() { return 'method'; } };
const h = { __proto__: null };
const i = { __proto__: 5 };
console.log(a.inherited, b.inherited, c.inherited, e.inherited, typeof f.__proto__, Object.getPrototypeOf(h), Object.getPrototypeOf(i) === Object.prototype);
console.log([a, b, c, e, f].map((x) => Object.hasOwn(x, '__proto__')).join());
console.log('__proto__' in {}, '__proto__' in h, h.__proto__);
h.__proto__ = 'plain value';
console.log(Object.keys(h).join(), h.__proto__);
const j = {};
j.__proto__ = proto;
console.log(j.inherited, Object.keys(j).length);
j.__proto__ = 'ignored';
console.log(j.inherited);
j.__proto__ = null;
console.log(Object.getPrototypeOf(j), j.__proto__);
try { const x = {}, y = { __proto__: x }; x.__proto__ = y; } catch (err) { console.log(err.name); }
const pd = Object.getOwnPropertyDescriptor(Object.prototype, '__proto__');
console.log(typeof pd.get, typeof pd.set, pd.enumerable, pd.configurable, pd.get.call(5) === Number.prototype);
try { pd.set.call(undefined, {}); } catch (err) { console.log(err.name); }
console.log(pd.set.call(5, {}));
console.log(JSON.stringify(JSON.parse('{"__proto__": {"x": 1}, "b": 2}')), JSON.parse('{"__proto__": 1}').__proto__);
const frozen = Object.preventExtensions({});
try { frozen.__proto__ = proto; } catch (err) { console.log(err.name); }
frozen.__proto__ = Object.prototype;
console.log('ok');
