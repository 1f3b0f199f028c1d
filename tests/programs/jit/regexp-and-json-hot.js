// Regular expressions, JSON, dates and number formatting used in hot loops, with exec and toJSON replaced late.
const re = /(\w)(\d+)/g;
function scan(s) { let t = 0, m; re.lastIndex = 0; while ((m = re.exec(s))) t += m.index + Number(m[2]); return t; }
const s = Array.from({ length: 30 }, (_, i) => 'k' + i).join(' ');
let t = 0;
for (let i = 0; i < 60; i++) t += scan(s);
console.log(t, scan('a1b22'), scan(''), scan({ toString: () => 'x9' }), scan(null), scan('no'));
function test(r, x) { return r.test(x); }
let c = 0;
for (let i = 0; i < 2000; i++) if (test(/^[1-9]*7[1-9]*$/, i)) c++;
console.log(c, test(/a/g, 'a'), test({ test: (x) => x + '!' }, 'duck'), test(/undefined/, undefined), test(/x/y, 'ax'));
const sticky = /a/y;
let hits = '';
for (let i = 0; i < 8; i++) hits += +test(sticky, 'aaab');
console.log(hits, sticky.lastIndex);
const execO = RegExp.prototype.exec;
RegExp.prototype.exec = function (x) { const m = execO.call(this, x); return m && Object.assign(m, { hooked: true }); };
const hooked = [/a/.exec('a').hooked, 'a'.match(/a/).hooked, test(/b/, 'a')];
RegExp.prototype.exec = execO;
console.log(hooked.join(), /a/.exec('a').hooked);
const own = /x/;
for (let i = 0; i < 500; i++) test(own, 'x');
own.exec = () => null;
console.log(test(own, 'x'), test(/x/, 'x'), 'axa'.replace(own, 'R'));
function camel(x) { return x.replace(/_(\w)/g, (_, ch) => ch.toUpperCase()); }
let len = 0;
for (let i = 0; i < 500; i++) len += camel('some_snake_case_' + i).length;
console.log(len, camel('a_b_c'), camel(''), camel({ replace: () => 'duck' }));
function words(x) { return x.split(/\s*,\s*/).map((w) => w.trim()).filter(Boolean).length; }
for (let i = 0; i < 500; i++) len += words('a, b ,c,, d');
console.log(len, words(''), words(' , '), words('one'));
// JSON round trips with data whose shape and hooks change
function trip(x) { return JSON.parse(JSON.stringify(x)); }
let j = 0;
for (let i = 0; i < 300; i++) j += trip({ a: i, b: [i, { c: 's' + i }], d: null }).b[1].c.length;
console.log(j, JSON.stringify(trip({ d: new Date(0), u: undefined, n: NaN, f() {}, nested: [new Map(), Symbol()] })), trip('str'), trip([1, , 3]).length);
const toJSON = { toJSON(k) { return 'J' + k; } };
console.log(JSON.stringify({ x: toJSON, y: [toJSON] }), JSON.stringify(toJSON));
Object.prototype.toJSON = function () { return Array.isArray(this) ? 'array' : 'object'; };
const polluted = JSON.stringify([{ a: 1 }, 5]) + JSON.stringify({ n: 1 });
delete Object.prototype.toJSON;
console.log(polluted, JSON.stringify([{ a: 1 }]));
Number.prototype.toJSON = function () { return 'num' + this; };
const np = JSON.stringify([1, { a: 2 }]);
delete Number.prototype.toJSON;
console.log(np, JSON.stringify([1]));
for (const bad of [1n, { get x() { throw new RangeError('late'); } }]) try { for (let i = 0; i < 200; i++) JSON.stringify(i === 199 ? bad : { i }); } catch (e) { console.log(e.name); }
// number formatting and parsing in loops
let f = 0;
for (let i = 0; i < 1500; i++) f += parseFloat((i / 7).toFixed(2)) + parseInt(i.toString(16), 16) + Number(String(i / 3)) + +(i + 'e-1');
console.log(f.toFixed(4));
function fmt(n) { return n.toFixed(1) + n.toString(2).length + n.toPrecision(3); }
for (let i = 1; i < 600; i++) f += fmt(i).length;
console.log(f.toFixed(2), fmt(0.1), fmt(-5), fmt(1e21), fmt(NaN));
for (const bad of ['5', 5n, null]) try { console.log(fmt(bad)); } catch (e) { console.log(e.name); }
// dates by arithmetic
function weekday(y, m, d) { return new Date(Date.UTC(y, m, d)).getUTCDay(); }
const wd = [0, 0, 0, 0, 0, 0, 0];
for (let y = 1900; y < 2000; y++) for (let m = 0; m < 12; m++) wd[weekday(y, m, 13)]++;
console.log(wd.join(), weekday(NaN, 0, 1), weekday(2024, 1, 30), weekday('2024', '0', '1'));
const d = new Date(0);
for (let i = 0; i < 800; i++) d.setUTCDate(d.getUTCDate() + 1);
console.log(d.toISOString(), d - 0);
d.getUTCDate = () => NaN;
d.setUTCDate(d.getUTCDate() + 1);
console.log(String(d.getTime()));
