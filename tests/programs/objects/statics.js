// assign, entries, values, fromEntries, is, hasOwn, keys on primitives, getOwnPropertyNames, Object() coercions.
console.log(JSON.stringify(Object.assign({}, { a: 1 }, null, undefined, 'xy', [9], 5, true, { a: 2, b: 3 })));
const log = [];
const src = { get x() { log.push('get x'); return 1; }, get y() { log.push('get y'); return 2; } };
const dst = { set x(v) { log.push('set x ' + v); }, set y(v) { log.push('set y ' + v); } };
console.log(Object.assign(dst, src) === dst, log.join());
try { Object.assign(Object.freeze({ a: 0 }), { a: 1 }); } catch (e) { console.log(e.name); }
const partial = { a: 0 };
try { Object.assign(partial, { a: 1, get b() { throw 'b'; }, c: 3 }); } catch (e) { console.log(e, JSON.stringify(partial)); }
console.log(typeof Object.assign(5), Object.assign('s', { 5: 1 })[5], Object.assign([1, 2, 3], [9]).join(), Object.assign([], { length: 2 }).length);
try { Object.assign('abc', { 0: 'z' }); } catch (e) { console.log(e.name); }
console.log(Object.entries({ b: 1, a: [2] }).join('|'), Object.values('abc').join(), Object.keys([4, 5]).join(), Object.entries([7, , 8]).join('|'), Object.keys('').length, Object.values(5).length, Object.entries(true).length);
console.log(JSON.stringify(Object.fromEntries([['a', 1], ['b', [2]], ['a', 3]])), JSON.stringify(Object.fromEntries(new Map([[1, 'x'], [{}, 'y']]))), JSON.stringify(Object.fromEntries(Object.entries({ q: 1 }).map(([k, v]) => [k + k, v * 2]))), JSON.stringify(Object.fromEntries([{ 0: 'k', 1: 'v' }])));
for (const bad of [undefined, null, 5, [1], ['ab'], [['k', 1], null]]) try { console.log(JSON.stringify(Object.fromEntries(bad))); } catch (e) { console.log(e.name); }
console.log(Object.is(NaN, NaN), Object.is(0, -0), Object.is('a', 'a'), Object.is({}, {}), Object.is(), Object.is(null, undefined), Object.is(1, 1n));
console.log(Object.hasOwn({ a: 1 }, 'a'), Object.hasOwn([], 'length'), Object.hasOwn('s', 0), Object.hasOwn({ __proto__: { a: 1 } }, 'a'), ({ a: 1 }).hasOwnProperty('a'), Object.prototype.hasOwnProperty.call('abc', 'length'), ({ 5: 1 }).hasOwnProperty(5), ({ [Symbol.iterator]: 1 }).hasOwnProperty(Symbol.iterator), ({}).propertyIsEnumerable('x'));
for (const bad of [null, undefined]) for (const m of ['keys', 'values', 'entries', 'assign', 'getOwnPropertyNames', 'getOwnPropertyDescriptors', 'hasOwn']) try { Object[m](bad); console.log('fine', m); } catch (e) { if (e.name !== 'TypeError') console.log(m, e.name); }
console.log(typeof Object(1), typeof Object('s'), typeof Object(null), Object(Symbol.iterator) == Symbol.iterator, Object([]).length, new Object(undefined) instanceof Object, Object(dst) === dst, Object.length, Object.name);
console.log(Object.getOwnPropertyNames(Object.prototype).filter((k) => !k.startsWith('_')).sort().join());
console.log(({}).toString(), ({}).valueOf() !== null, ({ toString() { return 'ts'; } }).toLocaleString(), [1, [2]].valueOf().length, Object.prototype.valueOf.call('x') instanceof String);
try { Object.prototype.valueOf.call(null); } catch (e) { console.log(e.name); }
const names = Object.getOwnPropertyNames(Object).filter((k) => typeof Object[k] === 'function' && k !== 'groupBy').sort(); // groupBy is newer than Node 20
console.log(names.join());
const byLen = {};
for (const n of names) (byLen[Object[n].length] ??= []).push(n);
console.log(Object.entries(byLen).map(([k, v]) => k + ':' + v.length).join());
// order of evaluation of entries with getters that mutate
const mut = { get a() { delete this.b; this.z = 1; return 1; }, b: 2, c: 3 };
console.log(Object.entries(mut).join('|'), Object.keys(mut).join());
const invert = (o) => Object.fromEntries(Object.entries(o).map(([k, v]) => [v, k]));
const pick = (o, ...ks) => Object.fromEntries(ks.filter((k) => k in o).map((k) => [k, o[k]]));
const merge = (a, b) => { const r = { ...a }; for (const [k, v] of Object.entries(b)) r[k] = v && typeof v === 'object' && !Array.isArray(v) && r[k] ? merge(r[k], v) : v; return r; };
console.log(JSON.stringify(invert({ a: 1, b: 'x' })), JSON.stringify(pick({ a: 1, b: 2 }, 'b', 'zz')), JSON.stringify(merge({ a: { b: 1, c: 2 }, l: [1] }, { a: { c: 3, d: { e: 1 } }, l: [2] })));
