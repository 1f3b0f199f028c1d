// Computed keys: conversion to property keys, order, collisions, symbols, numbers, special names.
const log = [];
const k = (name) => ({ toString() { log.push('key ' + name); return name; } });
const v = (name) => (log.push('value ' + name), name);
const o = { [k('a')]: v('1'), [k('b')]: v('2'), c: v('3'), [k('a')]: v('4') };
console.log(log.join(', '));
console.log(JSON.stringify(o));
const i = { [1 + 1]: 'two', [1e3]: 'thousand', [-1]: 'neg', [0.5]: 'half', [-0]: 'zero', [NaN]: 'nan', [Infinity]: 'inf', [null]: 'null', [undefined]: 'undef', [true]: 'true', [10n]: 'big', [[1, 2]]: 'arr', [{}]: 'obj', ['']: 'empty' };
console.log(JSON.stringify(i));
const s = Symbol('s');
const w = { [s]: 1, [Symbol.iterator]: 2, [Object(s)]: 3 };
console.log(w[s], w[Symbol.iterator], Reflect.ownKeys(w).length, w[Object(s)]);
const prim = { [Symbol.toPrimitive](hint) { log.push(hint); return 'prim'; } };
log.length = 0;
const p = { [prim]: 1, [`${prim}`]: 2, [prim + '']: 3 };
console.log(log.join(), JSON.stringify(p), p[prim], prim in p, log.join());
try { const bad = { [{ toString() { return {}; }, valueOf() { return {}; } }]: 1 }; } catch (e) { console.log(e.name); }
const valueOfUsed = { toString: null, valueOf() { return 'vo'; } };
console.log({ [valueOfUsed]: 1 }.vo);
const sp = { ['__proto__']: 1, ['constructor']: 2, ['hasOwnProperty']: 3, ['toString']: 4 };
console.log(Object.keys(sp).join(), Object.getPrototypeOf(sp) === Object.prototype);
let n = 0;
const fns = { [`f${n++}`]() { return 'm' + n; }, get [`f${n++}`]() { return 'g' + n; }, [`f${n++}`]: () => 'a', async: 1, [`f${n++}`]: function () {} };
console.log(Object.keys(fns).join(), fns.f0(), fns.f1, fns.f2.name, fns.f0.name, fns.f3.name);
const nested = { [['x', 'y'].join('')]: { [1 + '']: { ['deep']: true } } };
console.log(JSON.stringify(nested), nested.xy[1].deep);
console.log(Object.entries(Object.fromEntries([['b', 1], ['a', 2], [1, 3], [0, 4]])).join(';'));
