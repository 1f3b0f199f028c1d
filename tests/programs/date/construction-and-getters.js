// Date: UTC construction, parsing of the ISO format, getters, toISOString, invalid dates, conversions. UTC only.
const iso = (d) => (isNaN(d) ? 'invalid' : d.toISOString());
console.log(Date.UTC(2020, 0), Date.UTC(2020, 1, 29, 12, 30, 45, 678), Date.UTC(1970), Date.UTC(99, 0), Date.UTC(0, 0), Date.UTC(100, 0), Date.UTC(2020, 12, 32), Date.UTC(2020, -1, -1), Date.UTC(2020, 0, 1, 24, 60, 60, 1000), Date.UTC(), Date.UTC(NaN), Date.UTC(2020, 0, NaN), Date.UTC('2021', '5'), Date.UTC(2020.9, 1.9, 1.9), Date.UTC(275760, 8, 13), Date.UTC(275760, 8, 13, 0, 0, 0, 1), Date.UTC(-271821, 3, 20));
for (const s of ['2020-02-29', '2020-02-29T12:34Z', '2020-02-29T12:34:56Z', '2020-02-29T12:34:56.789Z', '2020-02-29T12:34:56+01:30', '2020-02-29T12:34:56.7-08:00', '2020', '2020-06', '+012020-01-01T00:00:00Z', '-000001-01-01T00:00:00Z', '-000000-01-01T00:00:00Z', '2020-13-01', '2020-02-32', '2020-00-10', '2020-02-29T24:00:00Z', '2020-02-29T25:00:00Z', '2020-02-29T12:60:00Z', 'garbage', '', '2020-02-29T12:34:56.123456Z', '1969-12-31T23:59:59.999Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z']) console.log(s, Date.parse(s), iso(new Date(s)));
const d = new Date(Date.UTC(2024, 1, 29, 23, 59, 58, 7));
console.log(d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate(), d.getUTCDay(), d.getUTCHours(), d.getUTCMinutes(), d.getUTCSeconds(), d.getUTCMilliseconds(), d.getTime(), d.valueOf(), +d, d.toISOString(), d.toJSON(), d.toUTCString(), JSON.stringify({ d }));
console.log(iso(new Date(0)), iso(new Date(-1)), iso(new Date(8.64e15)), iso(new Date(8.64e15 + 1)), iso(new Date(-8.64e15)), iso(new Date(NaN)), iso(new Date(undefined)), iso(new Date(null)), iso(new Date(true)), iso(new Date('5e3' * 1)), iso(new Date(1.9)), iso(new Date(-1.9)), iso(new Date(d)), iso(new Date(new String('2020-01-01'))), iso(new Date({ valueOf: () => 86400000 })), iso(new Date({ toString: () => '2001-01-01' })), iso(new Date({ [Symbol.toPrimitive]: () => '2002-02-02' })), iso(new Date(Infinity)));
const bad = new Date(NaN);
console.log(bad.getTime(), bad.getUTCFullYear(), bad.getUTCDay(), bad.valueOf(), String(bad), bad.toJSON(), JSON.stringify([bad]), isNaN(bad), bad.toUTCString(), bad == bad, bad < d, bad.getTimezoneOffset());
try { bad.toISOString(); } catch (e) { console.log(e.name); }
for (const f of [() => Date.prototype.getTime.call({}), () => Date.prototype.toISOString.call(5), () => new Date(Symbol()), () => new Date(1n), () => Date.prototype.valueOf.call(Object.create(d)), () => Date.prototype[Symbol.toPrimitive].call(5, 'number'), () => d[Symbol.toPrimitive]('bad'), () => d[Symbol.toPrimitive]()]) try { f(); console.log('fine'); } catch (e) { console.log(e.name); }
console.log(typeof Date(), typeof Date.now(), Number.isInteger(Date.now()), Date.now() > 0, new Date() instanceof Date, Date.length, Date.UTC.length, Date.name, typeof (d + 1), d - 1, d * 1, typeof `${d}`, d > new Date(0), d == d.getTime(), +d === d.getTime(), Object.prototype.toString.call(d), Object.keys(d).length, Date.prototype.constructor === Date);
console.log(Date.prototype.toJSON.call({ toISOString: () => 'custom', valueOf: () => 5 }), Date.prototype.toJSON.call({ toISOString: () => 'x', valueOf: () => NaN }), Date.prototype.toJSON.length);
// weekdays and leap years across centuries
const leap = (y) => new Date(Date.UTC(y, 1, 29)).getUTCMonth() === 1;
console.log([1900, 2000, 2004, 2100, 2023, 2024].filter(leap).join(), [1600, 1970, 2000, 2024].map((y) => new Date(Date.UTC(y, 0, 1)).getUTCDay()).join(), Math.round((Date.UTC(2024, 11, 25) - Date.UTC(2024, 0, 1)) / 864e5));
const cal = [];
for (let t = Date.UTC(2024, 1, 26), i = 0; i < 8; i++, t += 864e5) { const x = new Date(t); cal.push('SMTWTFS'[x.getUTCDay()] + x.getUTCDate()); }
console.log(cal.join(' '));
