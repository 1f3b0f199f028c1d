// Number statics, parseInt/parseFloat corner cases, literal forms, predicates.
console.log(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, Number.EPSILON, Number.MAX_VALUE, Number.MIN_VALUE, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN);
const vals = [0, -0, 1, 1.5, NaN, Infinity, 2 ** 53, 2 ** 53 - 1, -(2 ** 53), '5', null, true, undefined, 1e300, 5n, [], {}, new Number(3)];
const attempt = (f, v) => { try { return +f(v); } catch (e) { return 'E'; } };
for (const f of [Number.isInteger, Number.isSafeInteger, Number.isFinite, Number.isNaN, isFinite, isNaN]) console.log(f.name, vals.map((v) => attempt(f, v)).join(''));
console.log(Number.parseInt === parseInt, Number.parseFloat === parseFloat, Number.isNaN === isNaN);
console.log(parseInt('42px'), parseInt('  -17.9'), parseInt('0x1f'), parseInt('0x1f', 10), parseInt('1f', 16), parseInt('0b11', 2), parseInt('z', 36), parseInt('10', 2), parseInt('12', 2), parseInt('9', 8), parseInt(''), parseInt('0x'), parseInt('-0'), Object.is(parseInt('-0'), -0), parseInt('123', 37), parseInt('123', 1), parseInt('11', 0), parseInt('11', 4294967298), parseInt(null, 36), parseInt(0.0000005), parseInt(1e21), parseInt('9'.repeat(20)), parseInt('0'.repeat(5) + 7), parseInt('\u20285'), parseInt('1e3'), parseInt([7, 8]), parseInt('- 5'), parseInt('+7'));
console.log(parseFloat('3.14abc'), parseFloat('.5.5'), parseFloat('-.5e-2x'), parseFloat('1e'), parseFloat('1e+'), parseFloat('e5'), parseFloat('0x10'), parseFloat('Infinityx'), parseFloat('-Infinity'), parseFloat('Inf'), Object.is(parseFloat('-0'), -0), parseFloat('  7'), parseFloat('1_000'), parseFloat('1e1000'), parseFloat([1.5, 2]), parseFloat('123456789012345678901234567890'));
console.log(0xFF, 0b1010, 0o17, 017, 089, 08.5, 1e3, 1E-2, .5, 5., 1_000_000, 0xdead_beef, 0b1111_0000, 1_0.0_1, 1e1_0);
console.log(9007199254740993, 0.1 + 0.7, 1e-324, 2e-324, 3e-324, 1.7976931348623159e308, 123456789.123456789, 0.30000000000000004, 1e23, 5e-324 * 0.5, 4.9406564584124654e-324, 2.2250738585072014e-308);
console.log(new Number('12') + 1, Number(), Number(undefined), Number('12') === 12, typeof new Number(1), new Number(1) == 1, new Number(1) === 1, Number(1n), Number(new Date(3)), Number([]), Number(['1e2']));
console.log([1, 2, 3].map(parseInt).join(), ['1', '2', '3'].map(Number).join(), ['10', '10', '10'].map(parseInt).join(), ['1.5', '2.5'].map(parseFloat).join());
// rounding behaviour around halves and large values
console.log([0.5, 1.5, 2.5, -0.5, -1.5, 0.49999999999999994, 4503599627370495.5, -0.2].map((x) => { const r = Math.round(x); return Object.is(r, -0) ? '-0' : r; }).join());
console.log(0.1 * 3 === 0.3, Math.abs(0.1 * 3 - 0.3) < Number.EPSILON, 1 + Number.EPSILON / 2 === 1, 2 ** 53 + 2, Number.MAX_SAFE_INTEGER + 2 === Number.MAX_SAFE_INTEGER + 1, Number.MAX_VALUE + 1 === Number.MAX_VALUE);
for (const k of ['MAX_VALUE', 'EPSILON', 'NaN']) { const d = Object.getOwnPropertyDescriptor(Number, k); console.log(k, d.writable, d.enumerable, d.configurable); }
