// UTC setters: overflow, extra arguments, NaN, return values, from invalid, coercion order.
const base = Date.UTC(2020, 0, 31, 12, 30, 15, 500);
const set = (m, ...a) => { const d = new Date(base); const r = d[m](...a); return r === d.getTime() || (isNaN(r) && isNaN(d.getTime())) ? (isNaN(r) ? 'invalid' : d.toISOString()) : 'bad return'; };
for (const [m, ...as] of [['setUTCFullYear', [2021], [2021, 1], [2021, 1, 3], [0], [-1], [NaN], [], ['2022', '3'], [300000]], ['setUTCMonth', [1], [12], [-1], [5, 15], [undefined], [1.9]], ['setUTCDate', [1], [0], [32], [-31], [366], [NaN]], ['setUTCHours', [0], [25], [-1], [1, 2], [1, 2, 3], [1, 2, 3, 4], [1, NaN]], ['setUTCMinutes', [0], [61], [-1], [5, 6, 7]], ['setUTCSeconds', [0], [3661], [59, 999]], ['setUTCMilliseconds', [0], [1000], [-1], [1e10]], ['setTime', [0], [-1], [1.7], [8.64e15], [9e15], [NaN], ['5'], []]]) console.log(m, as.map((a) => set(m, ...a)).join(' '));
const inv = new Date(NaN);
console.log(inv.setUTCMonth(1), inv.setUTCHours(5), inv.setUTCDate(1), inv.setUTCFullYear(2020), inv.toISOString(), inv.setTime(NaN), inv.setTime(86400000));
const log = [];
const n = (name, v) => ({ valueOf() { log.push(name); return v; } });
const d = new Date(base);
d.setUTCHours(n('h', 1), n('m', 2), n('s', 3), n('ms', 4));
d.setUTCFullYear(n('y', 1999), n('mo', 11), n('d', 31));
console.log(log.join(), d.toISOString());
try { d.setUTCDate({ valueOf() { throw new RangeError('conv'); } }); } catch (e) { console.log(e.message, d.toISOString()); }
try { Date.prototype.setTime.call({}, 1); } catch (e) { console.log(e.name); }
console.log(['setUTCFullYear', 'setUTCMonth', 'setUTCDate', 'setUTCHours', 'setUTCMinutes', 'setUTCSeconds', 'setUTCMilliseconds', 'setTime', 'getUTCDay', 'toISOString'].map((m) => Date.prototype[m].length).join());
// date arithmetic
const addDays = (t, k) => { const x = new Date(t); x.setUTCDate(x.getUTCDate() + k); return x; };
const addMonths = (t, k) => { const x = new Date(t); x.setUTCMonth(x.getUTCMonth() + k); return x; };
console.log(addDays(base, 30).toISOString().slice(0, 10), addDays(base, -31).toISOString().slice(0, 10), addMonths(base, 1).toISOString().slice(0, 10), addMonths(base, -12).toISOString().slice(0, 10), addDays(Date.UTC(2023, 11, 31), 1).getUTCFullYear());
const lastDay = (y, m) => new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
console.log(Array.from({ length: 12 }, (_, m) => lastDay(2023, m)).join(), lastDay(2024, 1), lastDay(1900, 1));
const easter = (y) => { const a = y % 19, b = (y / 100) | 0, c = y % 100, e = (19 * a + b - ((b / 4) | 0) - (((b - (((b + 8) / 25) | 0) + 1) / 3) | 0) + 15) % 30, f = (32 + 2 * (b % 4) + 2 * ((c / 4) | 0) - e - (c % 4)) % 7, g = e + f - 7 * (((a + 11 * e + 22 * f) / 451) | 0) + 114; return new Date(Date.UTC(y, ((g / 31) | 0) - 1, (g % 31) + 1)).toISOString().slice(0, 10); };
console.log([1999, 2000, 2024, 2025].map(easter).join());
const iso = (t) => { const x = new Date(t); x.setUTCDate(x.getUTCDate() + 4 - (x.getUTCDay() || 7)); return x.getUTCFullYear() + '-W' + Math.ceil(((x - Date.UTC(x.getUTCFullYear(), 0, 1)) / 864e5 + 1) / 7); };
console.log([Date.UTC(2020, 11, 31), Date.UTC(2021, 0, 3), Date.UTC(2021, 0, 4), Date.UTC(2018, 11, 31)].map(iso).join());
const dur = (ms) => [[864e5, 'd'], [36e5, 'h'], [6e4, 'm'], [1e3, 's']].reduce(([s, r], [u, l]) => [r >= u ? s + Math.floor(r / u) + l : s, r % u], ['', ms])[0];
console.log(dur(Date.UTC(2020, 0, 2, 3, 4, 5) - Date.UTC(2020, 0, 1)), dur(61000), [new Date(3), new Date(1), new Date(2)].sort((a, b) => a - b).map(Number).join());
const frozen = Object.freeze(new Date(0));
frozen.setTime(5);
console.log(frozen.getTime());
class Day extends Date { next() { const r = new Day(this); r.setUTCDate(r.getUTCDate() + 1); return r; } toString() { return this.toISOString().slice(5, 10); } }
console.log(`${new Day(Date.UTC(2024, 1, 28)).next()} ${new Day(Date.UTC(2024, 1, 28)).next().next()}`, new Day(0) + '', new Day(5) - 0);
