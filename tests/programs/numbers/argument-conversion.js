// Number, Math and the numeric globals given objects, and their results on edge values.
const show = (v) => v === null ? 'null' : Object.is(v, -0) ? '-0' : typeof v === 'function' ? 'fn ' + v.name : typeof v !== 'object' ? typeof v + ' ' + String(v)
  : Array.isArray(v) ? '[' + v.map(show).join() + ']' : '{' + Reflect.ownKeys(v).map((k) => String(k) + ':' + show(v[k])).join() + '}';
const t = (f) => { try { console.log(show(f())); } catch (e) { console.log('!!', e && e.name, e && e.message); } };
t(() => [Number(), Number(undefined), Number(null), Number(''), Number(' 12 '), Number('0x1f'), Number('1_0'), Number(5n), Number([7]), Number({}), Number(true), Number({ valueOf() { return 3n; } })]);
t(() => [(255).toString(16), (0.1).toString(2), (-255).toString(36), (1e21).toString(7), NaN.toString(2), (25).toString({ valueOf() { return 2; } }), (1.5).toFixed(), (1e21).toFixed(2), (1.005).toFixed(2), (-1.5).toFixed(0), (0).toFixed(2), (123.456).toPrecision(4), (0.00001).toPrecision(1), (123456).toExponential(2), (123456).toExponential(), NaN.toFixed(), (1234.5678).toLocaleString(), (1e6).toLocaleString()]);
t(() => [Number.isInteger(5), Number.isSafeInteger(2 ** 53), Number.parseFloat === parseFloat, Number.EPSILON, Number.NaN, Number.MIN_VALUE, Number.POSITIVE_INFINITY]);
t(() => [parseInt('12px'), parseInt('0x1F'), parseInt('101', 2), parseInt('z', 36), parseInt(''), parseInt('123', 37), parseInt(null, 36), parseInt({ toString() { return '42'; } }, { valueOf() { return 8; } }), parseFloat('3.14abc'), parseFloat('.5.'), parseFloat('-Infinityx'), parseFloat({ toString() { return '1e3'; } })]);
t(() => [isNaN('a'), isNaN({}), isFinite('5'), isFinite(Infinity), isNaN({ valueOf() { return 1; } })]);
t(() => isNaN(Symbol()));
t(() => isNaN(1n));
t(() => parseInt(Symbol()));
t(() => [Object(5) + 1, new Number(5) == 5, new Number('7').valueOf(), typeof new Number(1), new (class N extends Number { get z() { return this.valueOf() * 2; } })(4).z]);
t(() => [Math.max(), Math.min(), Math.max(1, '3', { valueOf() { return 2; } }), Math.min(NaN, 1), Math.max(-0, 0), Math.hypot(3, 4), Math.hypot(), Math.hypot({ valueOf() { return 3; } }, 4), Math.pow(2, { valueOf() { return 3; } }), Math.atan2(1, 1), Math.imul(5, 0xffffffff), Math.clz32(1), Math.fround(5.5), Math.sign(-3), Math.trunc(-0.5), Math.round(-0.5), Math.round(2.5), Math.cbrt(27), Math.log2(8), Math.expm1(0), Math.floor('3.7'), Math.abs(null), Math.abs(undefined), Math.abs([-2])]);
t(() => Math.max({ valueOf() { return 1n; } }));
t(() => Math.floor(Symbol()));
t(() => { const l = []; Math.max({ valueOf() { l.push(1); return NaN; } }, { valueOf() { l.push(2); return 1; } }); return l; });
t(() => Math.max(1, 2, 3, Symbol()));
t(() => Math.max.length + Math.hypot.name + String(Math[Symbol.toStringTag]));
t(() => [1, 2, 3, 4, 5, 6, 7, 8].map((x) => Math.max.apply(null, Array.from({ length: x }, (_, i) => i))));
