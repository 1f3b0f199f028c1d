// slice, substring, substr, case, trim, pad, repeat, split/join, replace basics, normalize, isWellFormed.
const s = 'abcdefgh';
console.log([s.slice(2), s.slice(-3), s.slice(2, 5), s.slice(-4, -2), s.slice(5, 2), s.slice(0), s.slice(99), s.slice(NaN, 2), s.slice(undefined), s.slice(1.9, '3')].join(' '));
console.log([s.substring(2), s.substring(5, 2), s.substring(-3, 2), s.substring(NaN, 3), s.substring(99, 6), s.substring(3, 3), s.substring(undefined, 2), s.substring(2, Infinity)].join(' '));
console.log([s.substr(2), s.substr(-3), s.substr(2, 3), s.substr(-3, 2), s.substr(2, -1), s.substr(99), s.substr(0, NaN), s.substr(-99, 2), s.substr(1, undefined)].join(' '));
console.log('MiXeD é ß ı'.toUpperCase(), 'MiXeD É İ'.toLowerCase().length, 'ΑΣ'.toLowerCase(), 'ﬁ'.toUpperCase(), '😀'.toUpperCase(), 'straße'.toUpperCase().toLowerCase(), '123'.toUpperCase());
const ws = '\t\n\v\f\r \u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
console.log(JSON.stringify((ws + 'x y' + ws).trim()), (ws + 'x').trimStart().length, ('x' + ws).trimEnd().length, '\u200bx'.trim().length, '\u180ex'.trim().length, ''.trim() === '', String.prototype.trimLeft === String.prototype.trimStart, String.prototype.trimRight.name);
console.log(['5'.padStart(3, '0'), '5'.padEnd(3, 'ab'), 'abc'.padStart(2), 'x'.padStart(5, 'abc'), 'x'.padEnd(4), 'x'.padStart(3, ''), 'x'.padStart(4, undefined), 'x'.padStart('3', 7), 'x'.padEnd(NaN), '😀'.padStart(5, '😀').length, 'x'.padStart(3, null)].join('|'));
console.log('ab'.repeat(3), JSON.stringify('ab'.repeat(0)), 'ab'.repeat(2.9), ''.repeat(1000).length, 'x'.repeat(100).length);
for (const bad of [-1, Infinity, -Infinity]) try { 'x'.repeat(bad); } catch (e) { console.log(e.name); }
console.log('é'.normalize('NFD').length, 'e\u0301'.normalize('NFC').length, 'ﬁ'.normalize('NFKC'), 'é'.normalize() === 'e\u0301'.normalize(), '\u1E9B\u0323'.normalize('NFKD').length);
console.log('ab\ud800'.isWellFormed(), 'ab😀'.isWellFormed(), 'ab\ud800c'.toWellFormed() === 'ab\ufffdc', '\udc00\ud800'.toWellFormed().length);
console.log('a'.localeCompare('b'), 'b'.localeCompare('a'), 'a'.localeCompare('a'), ['b', 'a', 'c'].sort((x, y) => x.localeCompare(y)).join());
console.log('one two three'.split(' ').map((w) => w[0].toUpperCase() + w.slice(1)).join(' '), [...'reverse'].reverse().join(''), 'a-b-c'.split('-', 2).join(), 'banana'.split('an').join('*'), 'x'.split('').length);
console.log('a\tb\\c\'d"e\u2028f'.length, 'line1\
line2', '\x41\u{42}\103\0'.length, '\u0041', "it's", 'say "hi"', '\b\f\v'.length, '\q');
const caesar = (t, k) => t.replace(/[a-z]/gi, (c) => { const b = c < 'a' ? 65 : 97; return String.fromCharCode(((c.charCodeAt(0) - b + k + 26) % 26) + b); });
console.log(caesar('Hello, World', 3), caesar(caesar('Hello, World', 3), -3));
const rle = (t) => t.replace(/(.)\1*/g, (m, c) => m.length + c);
console.log(rle('aaabccdddd'), rle(''));
const lev = (a, b) => { let p = Array.from({ length: b.length + 1 }, (_, i) => i); for (let i = 1; i <= a.length; i++) { const q = [i]; for (let j = 1; j <= b.length; j++) q[j] = Math.min(p[j] + 1, q[j - 1] + 1, p[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)); p = q; } return p[b.length]; };
console.log(lev('kitten', 'sitting'), lev('', 'abc'), lev('same', 'same'));
