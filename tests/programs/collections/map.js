// Map: keys, order, -0 and NaN, deletion and insertion while iterating, constructor protocol, chaining, receivers.
const m = new Map([['a', 1], ['b', 2]]);
const obj = {}, fn = () => {};
console.log(m.set('c', 3) === m, m.size, m.get('a'), m.has('z'), m.get('z'), m.delete('a'), m.delete('a'), [...m].join('|'));
m.set(NaN, 'nan').set(-0, 'zero').set(obj, 'obj').set(fn, 'fn').set(undefined, 'u').set(null, 'n').set(1n, 'big').set('1', 's').set(1, 'num').set(true, 't').set(Symbol.iterator, 'sym');
console.log(m.get(NaN), m.get(0), m.get(-0), m.get(obj), m.get({}), m.get(fn), m.get(undefined), m.get(null), m.get(1n), m.get('1'), m.get(1), m.get(true), m.get(Symbol.iterator), m.size);
console.log([...m.keys()].map((k) => (Object.is(k, -0) ? '-0' : typeof k)).join());
m.set('b', 'updated keeps position');
console.log(m.keys().next().value, [...m.values()][0], m.clear(), m.size, [...m].length);
for (const s of ['__proto__', 'constructor', 'toString', 'size', '']) m.set(s, s + '!');
console.log([...m.values()].join(), m.size);
// iteration with changes
const it = new Map([[1, 'a'], [2, 'b'], [3, 'c']]);
const seen = [];
it.forEach((v, k, self) => { seen.push(k + v); if (k === 1) { it.delete(2); it.set(4, 'd'); } if (k === 3) it.delete(1); if (k === 4 && self === it) it.set(1, 'again'); });
console.log(seen.join());
const grow = new Map([[0, 0]]);
for (const [k] of grow) { if (k < 20) grow.set(k + 1, k); grow.delete(k - 1); }
console.log(grow.size, [...grow.keys()].join());
const iter = it.entries();
iter.next();
it.clear();
it.set('fresh', 1);
console.log(JSON.stringify(iter.next()), JSON.stringify(iter.next()), (it.set('later', 2), JSON.stringify(iter.next())));
const i2 = new Map([[1, 1], [2, 2], [3, 3], [4, 4]]);
const e2 = i2.keys();
e2.next(); e2.next();
i2.delete(1); i2.delete(2); i2.delete(3);
console.log(JSON.stringify(e2.next()), i2.size);
// constructor
for (const src of [undefined, null, [], [['k', 'v']], new Map([[1, 2]]), new Set([[3, 4]]), [[1]], [{ 0: 'x', 1: 'y' }]]) console.log(JSON.stringify([...new Map(src)]));
for (const bad of [5, {}, [1], ['ab'], [null], true]) try { new Map(bad); console.log('fine'); } catch (e) { console.log(e.name); }
const setOriginal = Map.prototype.set;
let calls = 0;
Map.prototype.set = function (k, v) { calls++; return setOriginal.call(this, k, v); };
const viaSet = new Map([[1, 2], [3, 4]]);
Map.prototype.set = setOriginal;
console.log(calls, viaSet.size);
Map.prototype.set = 5;
try { new Map([[1, 2]]); } catch (e) { console.log(e.name); }
console.log(new Map(null).size);
Map.prototype.set = setOriginal;
for (const f of [() => Map(), () => Map.prototype.get.call({}, 1), () => Map.prototype.has.call(new Set(), 1), () => Map.prototype.size, () => new Map().forEach(5), () => Map.prototype.forEach.call(new Map([[1, 2]]), null)]) try { f(); console.log('fine'); } catch (e) { console.log(e.name); }
console.log(Object.prototype.toString.call(m), Map.length, Map.name, Object.keys(m).length, m.custom = 'prop', JSON.stringify(m), Map.prototype.entries === Map.prototype[Symbol.iterator], Object.getOwnPropertyDescriptor(Map.prototype, 'size').get.name);
// many entries, interleaved deletions
const big = new Map();
for (let i = 0; i < 1000; i++) { big.set('k' + (i % 300), i); if (i % 7 === 0) big.delete('k' + ((i * 3) % 300)); }
let sum = 0;
for (const [k, v] of big) sum += v + k.length;
console.log(big.size, sum, big.keys().next().value);
const counts = [...'hello world'].reduce((c, ch) => c.set(ch, (c.get(ch) ?? 0) + 1), new Map());
console.log([...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([c, n]) => c + n).join(''));
const nested = new Map([['m', new Map([['n', 1]])]]);
nested.get('m').set('o', [2]);
console.log([...nested.get('m')].join(';'), new Map(nested).get('m') === nested.get('m'), new Map([...nested].map(([k, v]) => [k, v.size])).get('m'));
