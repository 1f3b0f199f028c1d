// Indexing, charAt, charCodeAt, codePointAt, at, indexOf family, includes, startsWith, endsWith.
const s = 'Hello, Wörld 😀!';
console.log(s.length, s[0], s[99], s[-1], s['1'], s.charAt(4), JSON.stringify(s.charAt(99)), JSON.stringify(s.charAt(-1)), s.charCodeAt(8), s.charCodeAt(99), s.codePointAt(13), s.codePointAt(14), s.codePointAt(99), s.at(0), s.at(-1), s.at(99), s.at(-99));
console.log(s.indexOf('l'), s.indexOf('l', 4), s.indexOf('l', -5), s.indexOf(''), s.indexOf('', 5), s.indexOf('', 99), s.indexOf('zz'), s.lastIndexOf('l'), s.lastIndexOf('l', 5), s.lastIndexOf('l', -1), s.lastIndexOf(''), s.lastIndexOf('H', 0), s.lastIndexOf('l', NaN), 'aaa'.lastIndexOf('aa'), s.indexOf(), 'undefined'.indexOf());
console.log(s.includes('World'), s.includes('Wör'), s.includes('H', 1), s.includes(''), s.startsWith('Hell'), s.startsWith('ell', 1), s.startsWith('', 50), s.endsWith('!'), s.endsWith('Hello', 5), s.endsWith(''), 'null'.includes(null), 'a1'.includes(1), s.startsWith('H', -5), s.endsWith('H', 1), s.endsWith('x', NaN));
for (const m of ['includes', 'startsWith', 'endsWith']) { try { 'x'[m](/x/); } catch (e) { console.log(m, e.name); } }
const re = /x/;
re[Symbol.match] = false;
console.log('/x/'.includes(re), '/x/'.startsWith(re));
console.log('0' in Object('abc'), 'length' in Object('abc'), Object.keys('ab').join(), Object.getOwnPropertyNames('ab').join(), JSON.stringify(Object.getOwnPropertyDescriptor('ab', 0)), Object.getOwnPropertyDescriptor('ab', 'length').writable);
let t = 'abc';
t[0] = 'z'; t.length = 1; t.foo = 1;
console.log(t, t.length, t.foo);
(function () { 'use strict'; for (const f of [() => { t[0] = 'z'; }, () => { t.length = 1; }, () => { t.foo = 1; }, () => { t[5] = 'x'; }, () => { delete t[0]; }]) try { f(); console.log('fine'); } catch (e) { console.log(e.name); } })();
const o = new String('boxed');
o.extra = 1; o[0] = 'X'; o[10] = 'ten';
console.log(o.length, o[0], o[10], o.extra, Object.keys(o).join(), o + '', typeof o, o == 'boxed', o === 'boxed', delete o[0], delete o[10], JSON.stringify(o), o.valueOf() === 'boxed', [...o].join('-'));
console.log([...'a😀b'].length, 'a😀b'.split('').length, Array.from('😀').length, '😀'[0] === '\ud83d', '😀'.charCodeAt(1).toString(16), '\ud83d' + '\ude00', '😀'.slice(0, 1) === '\ud83d', '\u{1F600}' === '😀', 'é'.length, 'e\u0301'.length, '\0x'.length);
for (let i = 0, c = ''; i < 3; i++) { c += 'abc'[i] + 'abc'.charCodeAt(i); if (i === 2) console.log(c); }
for (const f of [() => String.prototype.at.call(null), () => String.prototype.indexOf.call(undefined, 'x'), () => 'x'.at(Symbol()), () => String.prototype.charAt.call(12345, 2), () => String.prototype.includes.call(['a', 'b'], ','), () => String.prototype.toString.call({}), () => String.prototype.toString.call('s')]) try { console.log(f()); } catch (e) { console.log(e.name); }
console.log('b' > 'a', 'a' < 'aa', 'Z' < 'a', '10' < '9', 'é' < 'z', '' < ' ', 'abc' == new String('abc'), 'a' + 1 + 2, 1 + 2 + 'a', 'x' - 1, '3' * '4', 'ab'.concat('cd', 1, null, undefined, [2, 3]), ''.concat(), 'a'.concat({}));
