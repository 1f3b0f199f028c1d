// Arrays with accessors, frozen, sealed, non-extensible, non-writable elements; defineProperty on indices and length.
const a = [1, 2, 3];
let log = [];
Object.defineProperty(a, 1, { get() { log.push('get'); return 'acc'; }, set(v) { log.push('set ' + v); }, enumerable: true, configurable: true });
a[1] = 'x';
console.log(a.join(), a.map((x) => x).join(), a.indexOf('acc'), a.slice(0, 2).join(), [...a].join(), log.join());
log = [];
a.reverse(); a.fill(0); a.sort();
console.log(a.join(), log.length > 0, a.length);
a.length = 1;
console.log(a.length, a[1]);
const f = Object.freeze([1, [2], 3]);
f[0] = 9; f[5] = 9; f.length = 0; f.extra = 1; f[1][0] = 'inner changed'; delete f[0];
console.log(JSON.stringify(f), Object.isFrozen(f), f.length);
(function () { 'use strict'; for (const w of [() => { f[0] = 1; }, () => { f[9] = 1; }, () => { f.length = 0; }, () => { delete f[0]; }, () => f.push(1), () => f.pop(), () => f.sort()]) try { w(); console.log('fine'); } catch (e) { console.log(e.name); } })();
console.log(f.map((x) => x).length, f.concat(1).length, f.slice(1).length, [...f].length, f.toSorted().length, Object.isFrozen(f.slice()));
const s = Object.seal([1, 2]);
s[0] = 'w'; s[2] = 'no'; delete s[1];
try { s.pop(); } catch (e) { console.log('pop', e.name); }
try { s.push(1); } catch (e) { console.log('push', e.name); }
console.log(s.join(), s.length, Object.isSealed(s), Object.isFrozen(s));
const p = Object.preventExtensions([1, 2]);
p[2] = 'no'; p.pop();
console.log(p.join(), p.length);
p[1] = 'no';
console.log(p.join(), p.length, Object.isExtensible(p));
const d = [];
Object.defineProperty(d, 3, { value: 'three' });
console.log(d.length, Object.keys(d).length, d[3], JSON.stringify(Object.getOwnPropertyDescriptor(d, 3)));
d[3] = 'ignored'; d.length = 0;
console.log(d.length, d[3]);
Object.defineProperty(d, 'length', { value: 10 });
console.log(d.length);
for (const bad of [{ value: -1 }, { value: 1.5 }, { get() { return 1; } }, { enumerable: true }, { configurable: true }, { value: 2 }]) try { Object.defineProperty(d, 'length', bad); console.log('fine', d.length); } catch (e) { console.log(e.name, d.length); }
console.log(Reflect.defineProperty(d, 'length', { writable: false }), Reflect.set(d, 'length', 3), Reflect.defineProperty(d, 'length', { value: 10 }), Reflect.defineProperty(d, 'length', { value: 11 }), Reflect.defineProperty(d, 20, { value: 1 }), Reflect.defineProperty(d, 5, { value: 1 }), d.length);
// element attribute transitions
const t = [1, 2];
Object.defineProperty(t, 0, { writable: false });
t[0] = 'no'; t[1] = 'yes';
console.log(t.join(), Object.getOwnPropertyDescriptors(t)[0].writable, Object.getOwnPropertyDescriptors(t).length.value);
try { t.shift(); } catch (e) { console.log(e.name, t.join()); }
Object.defineProperty(t, 0, { enumerable: false });
console.log(Object.keys(t).join(), JSON.stringify(t), t.join(), Object.entries(t).join());
// index accessors on a prototype of the array
const proto = Object.create(Array.prototype, { 2: { get() { return 'from proto'; }, set(v) { log.push('proto set ' + v); } } });
const withProto = Object.setPrototypeOf([0, 1], proto);
log = [];
withProto[2] = 'v';
console.log(withProto.length, withProto[2], log.join(), withProto.push('pushed'), withProto.length, Object.keys(withProto).join(), log.join());
const ro = Object.setPrototypeOf([], Object.freeze(['frozen proto']));
ro[0] = 'blocked';
console.log(ro.length, ro[0], Object.hasOwn(ro, 0));
