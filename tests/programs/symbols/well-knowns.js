// Well-known symbols hooked by guest objects: hasInstance, toPrimitive, toStringTag, isConcatSpreadable, species, iterator, match family, unscopables.
class Even { static [Symbol.hasInstance](n) { return Number.isInteger(n) && n % 2 === 0; } }
console.log(2 instanceof Even, 3 instanceof Even, '4' instanceof Even, Object.getOwnPropertyNames(Even).includes('prototype'));
console.log(Function.prototype[Symbol.hasInstance].call(Array, []), Function.prototype[Symbol.hasInstance].call({}, []), Object.getOwnPropertyDescriptor(Function.prototype, Symbol.hasInstance).writable);
const duck = { [Symbol.hasInstance]: (o) => 'quack' in o };
console.log({ quack: 1 } instanceof duck, {} instanceof duck);
const temp = { c: 20, [Symbol.toPrimitive](h) { return { number: this.c, string: this.c + '°', default: 'T' + this.c }[h]; } };
console.log(+temp, `${temp}`, temp + '', temp > 19, temp == 'T20', [temp] + '', Math.max(temp, 3), temp * 2, new Date(temp).getTime());
console.log(String({ get [Symbol.toStringTag]() { return 'Tagged'; } }), Object.prototype.toString.call(new (class Foo { get [Symbol.toStringTag]() { return 'Foo!'; } })()), [Map, Set, WeakMap, WeakSet, Symbol, Math, JSON, Reflect, BigInt].map((x) => (x.prototype ?? x)[Symbol.toStringTag]).join());
class Col extends Array { get [Symbol.isConcatSpreadable]() { return this.spread ?? true; } }
const col = Col.of(1, 2);
console.log([0].concat(col).length, (col.spread = false, [0].concat(col).length), [0].concat({ length: 2, 0: 'a', 1: 'b', [Symbol.isConcatSpreadable]: true }).join(), [].concat('ab', Object.assign(new String('xy'), { [Symbol.isConcatSpreadable]: true })).join());
class MyArr extends Array { static get [Symbol.species]() { return Array; } }
console.log(MyArr.of(1, 2).map((x) => x) instanceof MyArr, MyArr.of(1).filter((x) => x).constructor.name);
const collection = { items: ['p', 'q'], [Symbol.iterator]() { let i = 0; return { next: () => (i < this.items.length ? { value: this.items[i++], done: false } : { value: undefined, done: true }) }; } };
console.log([...collection].join(), Array.from(collection).length, new Set(collection).size, Math.max(...{ [Symbol.iterator]: () => [3, 9][Symbol.iterator]() }), Object.fromEntries({ [Symbol.iterator]: () => [['k', 'v']].values() }).k);
const matcher = { flags: 'g', [Symbol.match]: (s) => [s.length], [Symbol.matchAll]: (s) => [s, s], [Symbol.replace]: (s, r) => `${s}->${typeof r === 'function' ? r('fn') : r}`, [Symbol.search]: (s) => s.indexOf('z'), [Symbol.split]: (s, l) => [...s].slice(0, l) };
console.log('abc'.match(matcher)[0], [...'ab'.matchAll(matcher)].join(), 'abc'.replace(matcher, 'x'), 'abc'.replaceAll(matcher, (x) => x + '!'), 'abz'.search(matcher), 'abcd'.split(matcher, 2).join());
const re = /b/;
re[Symbol.match] = false;
console.log('/b/'.startsWith(re), 'a/b/'.endsWith(re));
re[Symbol.match] = undefined;
console.log('abc'.match(re)?.[0] ?? 'via RegExp', typeof RegExp.prototype[Symbol.split], RegExp.prototype[Symbol.matchAll].name, RegExp.prototype[Symbol.replace].length);
console.log(Object.keys(Array.prototype[Symbol.unscopables]).length > 10, Object.getPrototypeOf(Array.prototype[Symbol.unscopables]), Array.prototype[Symbol.unscopables].flat);
// null and undefined hooks fall back; wrong types throw
for (const v of [null, undefined]) console.log({ [Symbol.toPrimitive]: v, valueOf: () => 8 } + 1, 'abc'.replace({ [Symbol.replace]: v, toString: () => 'b' }, 'X'), [].concat({ length: 1, 0: 'z', [Symbol.isConcatSpreadable]: v }).length);
for (const g of [() => +{ [Symbol.toPrimitive]: 1 }, () => 'a'.replace({ [Symbol.replace]: 1 }, ''), () => [...{ [Symbol.iterator]: 1 }], () => ({}) instanceof { [Symbol.hasInstance]: 1 }, () => 'a'.split({ [Symbol.split]: {} })]) try { g(); console.log('fine'); } catch (e) { console.log(e.name); }
// deleting and replacing built-in hooks
const dp = Object.getOwnPropertyDescriptor(Date.prototype, Symbol.toPrimitive);
console.log(dp.writable, dp.configurable, dp.value.name);
const orig = RegExp.prototype[Symbol.replace];
RegExp.prototype[Symbol.replace] = function (s, r) { return 'hooked ' + s; };
const hooked = 'abc'.replace(/b/, 'x');
RegExp.prototype[Symbol.replace] = orig;
console.log(hooked, 'abc'.replace(/b/, 'x'));
console.log(new Map()[Symbol.iterator] === Map.prototype.entries, Set.prototype.keys === Set.prototype.values, Set.prototype[Symbol.iterator] === Set.prototype.values, Array.prototype[Symbol.iterator] === Array.prototype.values);
