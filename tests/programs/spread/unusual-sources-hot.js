// Spreads of what is no plain object, or inherits from something else, hot.
const log = [];
const p = new Proxy({ a: 1 }, { get(t, k) { log.push('get ' + String(k)); return t[k]; }, ownKeys(t) { log.push('keys'); return Reflect.ownKeys(t); } });
const f = Object.assign(function () {}, { a: 2 });
const child = Object.create(f, { b: { value: 3, enumerable: true } });
const ofProxy = Object.create(p, { c: { value: 4, enumerable: true } });
const ofMap = Object.create(new Map(), { d: { value: 5, enumerable: true } });
const list = [{ a: 1 }, { a: 1, b: 2 }, p, f, child, ofProxy, ofMap, [1], new Map(), null, undefined, 3, 'xy', { get g() { return log.push('g'); } }, new Uint8Array(2), (function () { return arguments; })(1, 2), new Date(0), new (class A { x = 1; #y = 2; get z() { return 1; } })()];
const copy = (o) => ({ ...o });
const rest = ({ a, ...r }) => r;
for (let i = 0; i < 120; i++) for (const o of list) { copy(o); copy({ a: i }); if (o != null) rest(o); }
log.length = 0;
for (const o of list) console.log(JSON.stringify(copy(o)), o == null ? '' : JSON.stringify(rest(o)));
console.log(log.join());
