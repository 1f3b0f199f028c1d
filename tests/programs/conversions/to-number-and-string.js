// Number() and String() of all kinds of values, numeric string grammar, arrays and objects.
const q = (x) => (Object.is(x, -0) ? '-0' : String(x));
const strs = ['', ' ', '0', '-0', '+0', '1', '01', '1.', '.1', '.', '1e3', '1E-3', '1e', 'e1', '0x1F', '0X1f', '-0x1', '0b11', '0o17', '0b2', '1_0', '1,000', '１', '\t\n 5 \u00a0\ufeff', '5px', 'Infinity', '+Infinity', '-Infinity', 'infinity', 'INF', 'NaN', 'null', 'true', '1n', '--1', '+-1', '1 2', '999999999999999999999', '1e1000', '-1e1000', '1e-400', '9007199254740993', '0.1e1', '00', '0x', '٣', '\u180e1'];
console.log(strs.map((s) => q(Number(s))).join(' '));
console.log(strs.map((s) => q(parseFloat(s))).join(' '));
console.log(strs.map((s) => q(parseInt(s))).join(' '));
console.log([null, undefined, true, false, [], [7], ['8'], [1, 2], {}, new Date(9), () => 1, new String('4'), { valueOf: () => '12' }, 5n, [[[3]]], [null], [undefined], [true]].map((v) => q(Number(v))).join(' '));
console.log([0, -0, 1.5, 1e21, 1e-7, 123456789012345680000, NaN, -Infinity, null, undefined, true, 10n, Symbol('s'), [], [1, [2, [3]]], [null, undefined], {}, new Error('m'), /re/g, new Date(NaN), new String('x'), Object(1n), Math, JSON, (function () { return arguments; })()].map(String).join(' '));
console.log([Array, Map, Symbol.prototype].map((x) => Object.prototype.toString.call(x)).join(), Object.prototype.toString.call(null), Object.prototype.toString.call(undefined), Object.prototype.toString.call(1n), Object.prototype.toString.call(Symbol()), Object.prototype.toString.call(true), Object.prototype.toString.call({ [Symbol.toStringTag]: 'Mine' }), Object.prototype.toString.call({ [Symbol.toStringTag]: 5 }), Object.prototype.toString.call(Object.assign([], { [Symbol.toStringTag]: 'T' })));
for (const f of [() => Number(Symbol()), () => String(Object.create(null)), () => `${Symbol()}`, () => Number(Object.create(null)), () => Number({ valueOf() { throw new RangeError(); } })]) try { console.log(f()); } catch (e) { console.log(e.name); }
const truthy = [0, -0, NaN, '', null, undefined, false, 0n, 1, -1, 'false', '0', ' ', [], {}, () => 0, Symbol(), new Boolean(false), Infinity, 1n];
console.log(truthy.map((v) => (v ? 1 : 0)).join(''), truthy.map((v) => +!!v).join(''), truthy.map((v) => +Boolean(v)).join(''), truthy.filter(Boolean).length);
console.log([1.9, -1.9, 2 ** 31, 2 ** 32 + 5, -(2 ** 31) - 1, NaN, '7.9', 'x', null].map((v) => [v | 0, v >>> 0, Math.trunc(v)].join('/')).join(' '));
// ToIntegerOrInfinity and ToLength through library functions
console.log('abcdef'.slice('1', '3'), 'abcdef'.slice(NaN, 2.9), 'abcdef'.slice(null), 'abcdef'.slice(undefined, undefined), 'abcdef'.slice(-Infinity, Infinity), 'abcdef'.charAt('2'), 'abcdef'.charAt(-0.5), [1, 2, 3].at('-1'), [1, 2, 3].at(NaN), [1, 2, 3].slice('1')[0], 'ab'.repeat('2'), 'ab'.padEnd('5', 1));
console.log(Array.from({ length: '2' }).length, Array.from({ length: -1 }).length, Array.from({ length: NaN }).length, Array.from({ length: 2.7 }).length, Array.prototype.slice.call({ length: 2 ** 53, 0: 'x' }, 0, 1)[0]);
// property keys
const o = {};
for (const k of [1, '1', 1.0, 0x1, true, null, undefined, NaN, -0, 1e21, [], [1, 2], {}, () => {}]) o[k] = (o[k] ?? 0) + 1;
console.log(Object.entries(o).map(([k, v]) => (k.startsWith('()') ? 'fn' : k) + '=' + v).join(' '));
console.log(Object(1) === Object(1), typeof Object('s'), Object(Object(1)) instanceof Number, Object(null) instanceof Object, new Object(5) + 5, new Object('a').length);
