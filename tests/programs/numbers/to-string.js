// Number to string: decimal rules, radix, toFixed, toPrecision, toExponential.
const nums = [0, -0, 1, -1, 0.1, 1 / 3, 123.456, 1e20, 1e21, 1.5e300, 1e-6, 1e-7, 1.7976931348623157e308, 5e-324, 2 ** 53, 2 ** 64, 4.35, 0.000001234, 123e-20, 100, 1e5, 12345678901234567890, 0.1 + 0.2, NaN, Infinity, -Infinity];
console.log(nums.map(String).join(' '));
for (const r of [2, 3, 8, 16, 36]) console.log(r, [255, -255, 0, 1e6, 0.5, 0.1, -7.75, 2 ** 32, 123.456, 1e21, NaN, Infinity, 2 ** 53 - 1].map((n) => n.toString(r)).join(' '));
for (const d of [0, 1, 2, 5, 20]) console.log('fixed', d, [0, -0, 1.005, 1.45, 2.5, -1.5, 123.456, 1e20, 1e21, 0.000001, -0.0000001, 8.345, 1.255, 10.235, NaN, -Infinity, 5e-324].map((n) => n.toFixed(d)).join(' '));
for (const d of [1, 2, 5, 21]) console.log('prec', d, [0, 1, 123.456, 0.000123, 1e21, 123456, 99.99, -1.5, 1e-7, 0.1, 25, NaN, Infinity].map((n) => n.toPrecision(d)).join(' '));
for (const d of [undefined, 0, 1, 3, 20]) console.log('exp', d, [0, 1, 123456, 0.00015, -1.5, 1e21, 5e-324, 25, NaN, -Infinity].map((n) => n.toExponential(d)).join(' '));
console.log((25).toString(36), (35).toString(36), (0xdeadbeef).toString(16), (-10).toString(2), (1e21).toString(7), (0.5).toString(16), (255).toString(undefined), (3.999).toFixed(), (1.5).toPrecision(), (10).toPrecision(2), 1..toString(), 1.0.toFixed(1), (5).toString('2'));
for (const f of [() => (1).toString(37), () => (1).toString(0), () => (1).toFixed(-1), () => (1).toFixed(101), () => (1).toPrecision(101), () => (1).toExponential(-1), () => NaN.toString(1), () => Number.prototype.toFixed.call('1'), () => (NaN).toFixed(200), () => Number.prototype.valueOf.call({})]) try { console.log(f()); } catch (e) { console.log(e.name); }
console.log(NaN.toPrecision(500) === 'NaN' ? 'nan first' : 'x', Infinity.toExponential(1000));
console.log((1e21).toFixed(2), (1.23e20).toFixed(2), (0.1).toFixed(20), (1000000000000000128).toString(), (1000000000000000128).toFixed(0), (123.456).toFixed(10), (-1.5).toFixed(0), (2.345).toFixed(2), (1.0000000000000002).toString(), (4.8e-322).toString());
console.log([1e21, 1e-7, 123456789, 0.5].map((n) => JSON.stringify(n)).join(), `${-0}`, String([-0]), JSON.stringify(-0), (-0).toString(), (-0).toFixed(1), (-0).toPrecision(2), (-0).toExponential());
console.log(new Number(5).toString(2), Object(1.5).toFixed(2), Number.prototype.toString(), typeof Number.prototype.valueOf.call(new Number(3)));
