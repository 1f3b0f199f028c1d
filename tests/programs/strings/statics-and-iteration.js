// String constructor, fromCharCode, fromCodePoint, raw, iteration, matchAll, HTML methods' absence not required.
console.log(String(), String(undefined), String(null), String([1, [2]]), String({}), String(Symbol('d')), String(123n), new String(5).length, String(-0), String(1e21), String(() => 1).length > 0, typeof String(new String('x')));
try { new String(Symbol()); } catch (e) { console.log(e.name); }
console.log(String.fromCharCode(72, 105, 0x1f600, -1, 65.9, '66').split('').map((c) => c.charCodeAt(0)).join(), String.fromCharCode(), String.fromCodePoint(128512, 65), String.fromCodePoint().length, String.fromCodePoint(0x10ffff).length);
for (const bad of [-1, 1.5, 0x110000, NaN, 'x', undefined]) try { String.fromCodePoint(bad); console.log('fine'); } catch (e) { console.log(e.name); }
console.log(String.raw`\n${1}`, String.raw({ raw: ['a', 'b'] }, 'X', 'Y'), String.raw({ raw: { length: 2, 0: 'p', 1: 'q' } }, '-'), String.raw({ raw: [] }).length);
try { String.raw(); } catch (e) { console.log(e.name); }
const out = [];
for (const c of 'x\ud83d\ude00\ud83dy') out.push(c.length + ':' + c.codePointAt(0).toString(16));
console.log(out.join(' '));
const it = 'ab'[Symbol.iterator]();
console.log(JSON.stringify([it.next(), it.next(), it.next(), it.next()]), it[Symbol.toStringTag], [...'mn'].entries().next().value.join());
console.log(Object.getOwnPropertyNames(String).filter((k) => typeof String[k] === 'function').sort().join(), String.length, String.prototype.length, String.prototype.concat.length, String.prototype.padStart.name, Object.prototype.toString.call(String.prototype), String.prototype + '' === '');
// replacing String.prototype[Symbol.iterator]
const original = String.prototype[Symbol.iterator];
String.prototype[Symbol.iterator] = function () { let i = 0; return { next: () => ({ done: i >= 2, value: 'r' + i++ }) }; };
const replaced = [...'anything'];
const [d0] = 'x';
String.prototype[Symbol.iterator] = original;
console.log(replaced.join(), d0, [...'ok'].join());
// own methods added to the prototype
Object.defineProperty(String.prototype, 'shout', { value() { 'use strict'; return typeof this + this.toUpperCase() + '!'; }, configurable: true });
console.log('hi'.shout(), new String('hi').shout());
delete String.prototype.shout;
console.log('hi'.shout);
// building
let acc = '';
for (let i = 0; i < 2000; i++) acc += String.fromCharCode(97 + (i * 7) % 26);
let h = 0;
for (let i = 0; i < acc.length; i++) h = (h * 31 + acc.charCodeAt(i)) | 0;
console.log(acc.length, h, acc.slice(0, 26), acc.indexOf('zg'), acc.lastIndexOf('a'));
let front = '';
for (let i = 0; i < 300; i++) front = i % 10 + front;
console.log(front.slice(0, 12), front.length);
const parts = [];
for (let i = 0; i < 100; i++) parts.push(i.toString(36));
console.log(parts.join('').length, parts.join('').toUpperCase().slice(-6));
const freq = {};
for (const c of 'mississippi') freq[c] = (freq[c] || 0) + 1;
console.log(JSON.stringify(freq), [...new Set('mississippi')].join(''), [...'mississippi'].sort().join(''));
// comparing ropes and flat strings
const r1 = 'ab'.repeat(20) + 'c', r2 = 'ab'.repeat(19) + 'abc';
console.log(r1 === r2, r1 == r2, { [r1]: 1 }[r2], new Map([[r1, 'm']]).get(r2), r1 < r2, [r1].includes(r2));
const b64 = (s) => { const A = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'; let o = ''; for (let i = 0; i < s.length; i += 3) { const n = (s.charCodeAt(i) << 16) | ((s.charCodeAt(i + 1) || 0) << 8) | (s.charCodeAt(i + 2) || 0); o += A[n >> 18] + A[(n >> 12) & 63] + (i + 1 < s.length ? A[(n >> 6) & 63] : '=') + (i + 2 < s.length ? A[n & 63] : '='); } return o; };
console.log(b64('Hello'), b64('any carnal pleas'), b64(''));
