// All Math functions over special values and ordinary values; constants and attributes.
const z = (x) => (Object.is(x, -0) ? '-0' : typeof x === 'number' && !Number.isInteger(x) ? x.toPrecision(12).replace(/\.?0+$|(\.\d*?)0+(?=e|$)/, '$1') : String(x));
const inputs = [0, -0, 1, -1, 0.5, -0.5, 1.5, -1.5, 2.5, 10, -10, 1e10, -2147483648.5, NaN, Infinity, -Infinity];
for (const f of ['abs', 'ceil', 'floor', 'round', 'trunc', 'sign', 'fround', 'clz32', 'sqrt', 'cbrt']) console.log(f, inputs.map((x) => z(Math[f](x))).join(' '));
for (const f of ['exp', 'expm1', 'log', 'log2', 'log10', 'log1p', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh']) console.log(f, [0, -0, 1, -1, 0.5, 2, NaN, Infinity, -Infinity].map((x) => z(Math[f](x))).join(' '));
console.log('atan2', [[0, 0], [-0, 0], [0, -0], [-0, -0], [1, 1], [-1, -1], [1, 0], [Infinity, -Infinity], [NaN, 1]].map(([a, b]) => z(Math.atan2(a, b))).join(' '));
console.log('pow', [[2, 10], [2, -1], [0, 0], [-8, 1 / 3], [NaN, 0], [1, Infinity], [-2, 3], [4, 0.5], [Infinity, -1], [-0, -3], [-0, 2]].map(([a, b]) => z(Math.pow(a, b))).join(' '));
console.log('max', z(Math.max()), z(Math.max(1)), z(Math.max(1, '3', 2)), z(Math.max(-0, 0)), z(Math.max(0, -0)), z(Math.max(NaN, 1)), z(Math.max(1, undefined)), z(Math.max(null, -1)), z(Math.max([5])), z(Math.max([5, 6])), 'min', z(Math.min()), z(Math.min(-0, 0)), z(Math.min(0, -0)), z(Math.min(1, NaN, -1)), z(Math.min(...[4, 2, 8])));
console.log('hypot', z(Math.hypot()), z(Math.hypot(3, 4)), z(Math.hypot(-3)), z(Math.hypot(1, 2, 2)), z(Math.hypot(NaN, Infinity)), z(Math.hypot(NaN, 1)), z(Math.hypot(-0)), z(Math.hypot('3', [4])), 'imul', Math.imul(3, 4), Math.imul(0xffffffff, 2), Math.imul(2 ** 31, 2), Math.imul(-5, 12), Math.imul('7', 2.9), Math.imul(), 'sign', z(Math.sign('-3')), z(Math.sign('x')), 'clz32', Math.clz32(), Math.clz32(-1), Math.clz32(0.5), Math.clz32(2 ** 32), Math.clz32('8'));
console.log('round', [0.5, -0.5, 1.5, 2.5, -2.5, 0.49999999999999994, 2 ** 52 + 0.5, -0.1, 1e300, 4503599627370497].map((x) => z(Math.round(x))).join(' '), 'fround', Math.fround(5.5), Math.fround(5.05).toFixed(10), Math.fround(2 ** 150), z(Math.fround(1e-50)), Math.fround(16777217), 'trunc', z(Math.trunc('7.8')), z(Math.trunc(null)), z(Math.trunc()), z(Math.floor([4.7])), z(Math.ceil(true)));
console.log(['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'].map((k) => k + '=' + Math[k]).join(' '));
const d = Object.getOwnPropertyDescriptor(Math, 'PI');
console.log(d.writable, d.enumerable, d.configurable, Math.PI = 3, Math.PI, typeof Math, Object.prototype.toString.call(Math), Object.keys(Math).length, Math.max.length, Math.hypot.length, Math.atan2.length, Math.random.length);
const fns = Object.getOwnPropertyNames(Math).filter((k) => typeof Math[k] === 'function' && !['f16round', 'sumPrecise'].includes(k));
console.log(fns.length, fns.sort().join());
const rs = Array.from({ length: 200 }, Math.random);
console.log(rs.every((r) => r >= 0 && r < 1), new Set(rs).size > 190, rs.some((r) => r < 0.5), rs.some((r) => r >= 0.5));
for (const f of [() => Math.abs(1n), () => Math.max(1, Symbol()), () => Math(), () => new Math(), () => Math.floor({ valueOf() { throw new RangeError(); } })]) try { f(); console.log('fine'); } catch (e) { console.log(e.name); }
const order = [];
const v = (n, x) => ({ valueOf() { order.push(n); return x; } });
console.log(Math.max(v('a', 1), v('b', NaN), v('c', 3)), Math.hypot(v('d', 3), v('e', Infinity), v('f', NaN)), Math.pow(v('g', 2), v('h', 3)), Math.atan2(v('i', 0), v('j', 1)), Math.imul(v('k', 2), v('l', 3)), order.join(''));
// numeric algorithms
const gcd = (a, b) => (b ? gcd(b, a % b) : Math.abs(a));
const isqrt = (n) => { let x = n; while (x * x > n) x = Math.floor((x + Math.floor(n / x)) / 2); return x; };
const integrate = (f, a, b, n = 1000) => { let s = 0; const h = (b - a) / n; for (let i = 0; i < n; i++) s += f(a + (i + 0.5) * h); return s * h; };
const newton = (f, df, x) => { for (let i = 0; i < 50; i++) x -= f(x) / df(x); return x; };
console.log(gcd(1071, -462), isqrt(1e12), isqrt(99), integrate(Math.sin, 0, Math.PI).toFixed(5), newton((x) => x * x - 2, (x) => 2 * x, 1).toFixed(12), [1, 2, 3, 4].map((k) => Math.round(Math.cos((k * Math.PI) / 2))).map(z).join());
