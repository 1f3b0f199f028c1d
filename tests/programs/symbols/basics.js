// Symbols: identity, description, registry, as keys, conversions, properties, well-knowns.
const a = Symbol('a'), b = Symbol('a'), c = Symbol(), d = Symbol(undefined), e = Symbol(null), f = Symbol('');
console.log(a === b, a.toString(), c.toString(), String(e), a.description, c.description, d.description, JSON.stringify(f.description), typeof a, Object(a) == a, Object(a) === a, typeof Object(a), Object(a).valueOf() === a);
console.log(Symbol.for('x') === Symbol.for('x'), Symbol.keyFor(Symbol.for('x')), Symbol.keyFor(a), Symbol.for('x') === Symbol('x'), Symbol.for().description, Symbol.keyFor(Symbol.iterator), Symbol.for(5).description);
for (const g of [() => new Symbol(), () => a + '', () => +a, () => `${a}`, () => a * 1, () => a < 1, () => Symbol.keyFor('str'), () => Symbol.for(a), () => Symbol(a), () => [a].join(), () => a | 0, () => isNaN(a), () => 'x'.concat(a), () => Symbol.prototype.toString.call('x'), () => Math.abs(a), () => new Date(a)]) try { console.log('fine', String(g())); } catch (x) { console.log(x.name); }
const o = { [a]: 1, [b]: 2, str: 3, [c]() { return 'method'; }, get [d]() { return 'getter'; } };
console.log(o[a], o[b], o[c](), o[d], Object.keys(o).join(), Object.getOwnPropertySymbols(o).length, a in o, delete o[a], a in o, JSON.stringify(o), JSON.stringify({ k: a, l: [a] }), JSON.stringify(a));
o[a] = 'again';
console.log(Reflect.ownKeys(o).map(String).join(), Object.getOwnPropertySymbols(o).map((s) => s === b).join(), o.propertyIsEnumerable(a), Object.entries(o).length);
for (const k in o) console.log('for-in', k);
const hidden = Object.defineProperty({}, a, { value: 1 });
console.log(Object.getOwnPropertySymbols({ ...hidden }).length, Object.getOwnPropertySymbols(Object.assign({}, o)).length, hidden[Object(a)]);
console.log(a ? 'truthy' : 'falsy', !a, a == a, a == 'a', [a].includes(a), new Map([[a, 'v']]).get(a), new Set([a, a, b]).size, [a, b].indexOf(b), Object.is(a, a), a && 1, a ?? 2);
a.prop = 1;
console.log(a.prop, Object(a).prop, Object.keys(a).length);
(function () { 'use strict'; try { a.prop = 1; console.log('fine'); } catch (x) { console.log(x.name); } })();
const wk = ['asyncIterator', 'hasInstance', 'isConcatSpreadable', 'iterator', 'match', 'matchAll', 'replace', 'search', 'species', 'split', 'toPrimitive', 'toStringTag', 'unscopables'];
console.log(wk.map((k) => typeof Symbol[k] === 'symbol' && Symbol[k].toString() === `Symbol(Symbol.${k})`).every(Boolean), wk.every((k) => Symbol.keyFor(Symbol[k]) === undefined));
const pd = Object.getOwnPropertyDescriptor(Symbol, 'iterator');
console.log(pd.writable, pd.enumerable, pd.configurable, Symbol.length, Symbol.name, Symbol.prototype[Symbol.toStringTag], Object.prototype.toString.call(a), typeof Object.getOwnPropertyDescriptor(Symbol.prototype, 'description').get);
console.log(a[Symbol.toPrimitive]('string') === a, Symbol.prototype[Symbol.toPrimitive].name, Object(a)[Symbol.toPrimitive]() === a);
const arr = [];
arr[a] = 'sym';
arr[Symbol.iterator] = function () { return { next: () => ({ done: true }) }; };
console.log(arr.length, arr[a], [...arr].length, Object.getOwnPropertySymbols(arr).length);
const fn = () => {};
fn[a] = 'on function';
class K { static [a] = 'static'; [a]() { return 'inst'; } static get [b]() { return 'getter'; } }
console.log(fn[a], K[a], new K()[a](), K[b], K.prototype[a].name, Object.getOwnPropertyDescriptor(K, b).get.name);
const enums = Object.freeze({ RED: Symbol('red'), BLUE: Symbol('blue') });
const name = (v) => { switch (v) { case enums.RED: return 'r'; case enums.BLUE: return 'b'; default: return '?'; } };
console.log(name(enums.BLUE), name(enums.RED), name(Symbol('red')));
