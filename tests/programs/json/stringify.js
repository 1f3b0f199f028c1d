// JSON.stringify: values, escapes, toJSON, replacers, indentation, cycles, boxed values, order.
console.log([1, -0, 1.5, NaN, Infinity, 'str', true, null, undefined, () => 1, Symbol('s'), [], {}, [undefined, () => 1, Symbol()], { a: undefined, b: () => 1, c: Symbol() }, new Date(0), new Date(NaN), new Map([[1, 2]]), /re/g, new Number(5), new String('boxed'), new Boolean(false), Object(Symbol()), new Error('e'), [, 1], Object.create({ inherited: 1 }), 1e21, 1e-7].map((v) => String(JSON.stringify(v))).join(' '));
console.log(JSON.stringify('"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028é😀\ud800\udc00\ud800'), JSON.stringify({ '"k\n"': 1, '': 2, '\ud83d': 3 }));
console.log(JSON.stringify({ b: 1, a: 2, 1: 3, [Symbol('x')]: 4, nested: { z: [1, { y: 2 }] } }));
console.log(JSON.stringify({ a: [1, { b: 2 }], c: {}, d: [] }, null, 2));
console.log(JSON.stringify([[], {}, [[]], [{}]], null, 1), JSON.stringify({ a: [1] }, null, '--'), JSON.stringify({ a: 1 }, null, 'abcdefghijklmnop'), JSON.stringify([1], null, 99).length, JSON.stringify([1], null, 0), JSON.stringify([1], null, ''), JSON.stringify([1], null, -5), JSON.stringify([1], null, 1.9).length, JSON.stringify([1], null, new Number(2)).length, JSON.stringify([1], null, new String('>>')), JSON.stringify([1], null, true), JSON.stringify(5, null, 2), JSON.stringify([], null, 2), JSON.stringify({}, null, 2));
const log = [];
console.log(JSON.stringify({ a: 1, b: [2, { c: 3 }], d: new Date(0) }, function (k, v) { log.push(JSON.stringify(k) + ':' + typeof v + (this === globalThis ? 'G' : Array.isArray(this) ? 'A' : 'O')); return typeof v === 'number' ? v * 10 : v; }), log.join(' '));
console.log(JSON.stringify({ a: 1, b: 2, c: { a: 3, d: 4 }, 5: 6 }, ['a', 'c', 5, 'a', {}, null]), JSON.stringify([{ a: 1, b: 2 }], ['b']), JSON.stringify({ a: 1 }, []), JSON.stringify({ 1: 'x', s: 'y' }, [new Number(1), new String('s')]), JSON.stringify({ b: 1, a: 2 }, ['a', 'b']), JSON.stringify({ a: 1 }, 'not used'), JSON.stringify({ a: 1, b: 2 }, (k, v) => (k === 'a' ? undefined : v)), JSON.stringify([1, 2], (k, v) => (k === '0' ? undefined : v)), JSON.stringify(1, () => undefined), JSON.stringify({ x: 1 }, (k, v) => (k === '' ? { y: v.x } : v)));
class P { constructor() { this.v = 1; this.inner = { toJSON: (k) => 'inner:' + k }; } toJSON(k) { return { k, v: this.v, i: this.inner }; } }
console.log(JSON.stringify(new P()), JSON.stringify({ p: new P() }), JSON.stringify([new P()]), JSON.stringify({ toJSON: 5, a: 1 }), JSON.stringify({ toJSON() { return undefined; } }), JSON.stringify({ a: { toJSON() { return undefined; } } }), JSON.stringify({ a: 1n }, (k, v) => (typeof v === 'bigint' ? `${v}n` : v)));
const cyc = { a: {} };
cyc.a.b = cyc;
const arr = [];
arr.push([arr]);
for (const bad of [cyc, arr, 1n, { x: [1n] }, { get g() { throw new RangeError('getter'); } }, { toJSON() { throw new SyntaxError('tojson'); } }]) try { JSON.stringify(bad); console.log('fine'); } catch (e) { console.log(e.name); }
const shared = { s: 1 };
console.log(JSON.stringify({ x: shared, y: shared, z: [shared] }), JSON.stringify(Object.create(null, { v: { value: 1, enumerable: true }, h: { value: 2 } })), JSON.stringify(Object.assign([1], { extra: 2 })), JSON.stringify((function () { return arguments; })('a', 'b')), JSON.stringify('abc'.match(/b/)), JSON.stringify(Object('boxed')), JSON.stringify(Object.assign(() => {}, { a: 1 })));
const order = [];
const getters = { get first() { order.push('first'); return 1; }, get second() { order.push('second'); delete this.third; return 2; }, third: 3, fourth: 4 };
console.log(JSON.stringify(getters), order.join());
const boxed = new Number(3);
boxed.valueOf = () => 42;
const bs = new String('x');
bs.toString = () => 'over';
console.log(JSON.stringify([boxed, bs]), JSON.stringify({ __proto__: { a: 1 }, b: 1 }), JSON.stringify({ ['__proto__']: 1 }), JSON.stringify({ length: 1, 0: 'x' }), JSON.stringify(JSON), JSON.stringify(Math), JSON[Symbol.toStringTag], JSON.stringify.length);
console.log(JSON.stringify(JSON.stringify(JSON.stringify({ a: '"' }))), JSON.stringify({ a: [{}, [], '', 0, null, false] }, null, '\t').split('\n').length);
const deep = Array.from({ length: 50 }).reduce((acc) => [acc], 'bottom');
console.log(JSON.stringify(deep).length, JSON.stringify(Array.from({ length: 200 }, (_, i) => ({ i, s: 'v' + i }))).length);
