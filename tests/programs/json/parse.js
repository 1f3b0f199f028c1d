// JSON.parse: grammar, errors, revivers (order, deletion, holder, mutation), special keys, numbers.
const good = ['1', '-0', '1.5e3', '1E-2', '"s"', '"\\u0041\\n\\"\\\\\\/\\b\\f\\r\\t"', 'true', 'false', 'null', '[]', '{}', ' [ 1 , 2 ] ', '{"a":{"b":[1,{"c":null}]}}', '\t\n\r 5', '"\u2028"', '"\\ud83d\\ude00"', '{"a":1,"a":2}', '{"":1}', '[[[[]]]]', '123456789012345678901234567890', '1e400', '-1e-400', '"\u007f"', '{"1":"x","0":"y"}', '{"__proto__":[1],"constructor":2}', '[-1,-0.5]'];
for (const g of good) { const v = JSON.parse(g); console.log(JSON.stringify(v), typeof v, Object.is(v, -0)); }
const bad = ['', ' ', '{', '}', '[1,]', '{"a":1,}', "{'a':1}", '{a:1}', 'undefined', 'NaN', 'Infinity', '01', '+1', '1.', '.5', '1e', '0x1', '"\n"', '"\\x41"', '"\\u12"', '"abc', '[1 2]', '{"a" 1}', '{"a":}', 'nul', 'truee', '[1]]', '1 2', '\u00a01', '// c\n1', '"\\\'"', '-', '--1', '[,1]', '{,}', '{"a":1 "b":2}', '\ufeff1', '"\u0000"', '{1:2}', "'s'", '`s`', '1_000', '-01', '[', '"\\'];
let errors = 0;
for (const b of bad) try { JSON.parse(b); console.log('accepted', JSON.stringify(b)); } catch (e) { if (e instanceof SyntaxError) errors++; else console.log(b, e.name); }
console.log(errors, bad.length);
console.log(JSON.parse(1), JSON.parse(null), JSON.parse(true), JSON.parse(['5']), JSON.parse({ toString: () => '[7]' })[0], JSON.parse('"x"').length);
for (const b of [undefined, {}, Symbol(), () => 1, '[']) try { JSON.parse(b); console.log('fine'); } catch (e) { console.log(e.name); }
const p = JSON.parse('{"__proto__": {"x": 1}, "y": 2}');
console.log(Object.hasOwn(p, '__proto__'), p.x, Object.keys(p).join(), Object.getPrototypeOf(p) === Object.prototype);
const d = Object.getOwnPropertyDescriptor(JSON.parse('{"a":1}'), 'a');
console.log(d.writable, d.enumerable, d.configurable, Object.keys(JSON.parse('{"b":1,"2":1,"a":1,"1":1}')).join(), Array.isArray(JSON.parse('[1]')));
// revivers
const log = [];
JSON.parse('{"a":[1,{"b":2}],"c":"s"}', function (k, v) { log.push(k + (Array.isArray(this) ? 'A' : 'O') + typeof v); return v; });
console.log(log.join(' '));
console.log(JSON.stringify(JSON.parse('{"a":1,"b":{"c":2,"d":[3,4]}}', (k, v) => (typeof v === 'number' ? v + 1 : v))), JSON.stringify(JSON.parse('{"a":1,"b":2}', (k, v) => (k === 'a' ? undefined : v))), JSON.stringify(JSON.parse('[1,2,3]', (k, v) => (k === '1' ? undefined : v))), 1 in JSON.parse('[1,2,3]', (k, v) => (k === '1' ? undefined : v)), JSON.parse('5', (k, v) => [k, v]).join('|'), JSON.parse('{"a":1}', () => undefined), JSON.parse('1', 'not a function'));
console.log(JSON.parse('{"when":"2020-01-02T03:04:05.000Z"}', (k, v) => (/^\d{4}-.*Z$/.test(v) ? new Date(v) : v)).when.getTime(), JSON.parse('{"n":"12n"}', (k, v) => (typeof v === 'string' && v.endsWith('n') ? BigInt(v.slice(0, -1)) : v)).n);
console.log(JSON.stringify(JSON.parse('{"a":1,"b":2,"c":3}', function (k, v) { if (k === 'a') { delete this.b; this.added = 9; } return v; })), JSON.stringify(JSON.parse('[1,2,3]', function (k, v) { if (k === '0') this[2] = { deep: 1 }; return v; })), JSON.stringify(JSON.parse('[1,[2],3]', function (k, v) { if (k === '0') this[1] = 'replaced'; return v; })));
try { JSON.parse('{"a":1}', (k, v) => { throw new RangeError('rev ' + k); }); } catch (e) { console.log(e.name, e.message); }
// round trips
const data = { s: 'é"\\\n', n: [0, -1.5, 1e100], b: [true, false, null], o: { '': { ' ': [] } } };
console.log(JSON.stringify(JSON.parse(JSON.stringify(data))) === JSON.stringify(data), JSON.stringify(JSON.parse(JSON.stringify(data, null, 4))) === JSON.stringify(data));
const big = JSON.stringify(Array.from({ length: 300 }, (_, i) => ({ id: i, name: 'n' + i, tags: ['a', 'b'], nested: { v: i / 3 } })));
const back = JSON.parse(big);
console.log(big.length, back.length, back[299].name, back.reduce((s, x) => s + x.nested.v, 0).toFixed(3));
const clone = (x) => JSON.parse(JSON.stringify(x));
const c = clone({ d: new Date(0), u: undefined, f() {}, m: new Map(), n: NaN });
console.log(JSON.stringify(c), JSON.parse('"' + 'x'.repeat(5000) + '"').length, JSON.parse('[' + '[],'.repeat(500) + '[]]').length, JSON.parse('['.repeat(100) + ']'.repeat(100)).length);
