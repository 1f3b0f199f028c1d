// String concatenation, templates, comparison, indexing and slicing in hot loops; values of other types arriving late.
function build(n, f) { let s = ''; for (let i = 0; i < n; i++) s += f(i); return s; }
const hash = (s) => { let h = 5381; for (let i = 0; i < s.length; i++) h = ((h << 5) + h + s.charCodeAt(i)) | 0; return h; };
console.log(hash(build(3000, (i) => i)), hash(build(3000, (i) => String.fromCharCode(65 + (i % 26)))), hash(build(2000, (i) => `${i},`)), hash(build(1000, (i) => (i % 100 === 99 ? '\u{1F600}' : '.'))));
console.log(build(5, (i) => [1.5, null, undefined, true, { toString: () => 'obj' }][i]), build(3, (i) => [[1, 2], 10n, () => 1][i]).length > 5);
try { build(10, (i) => (i === 9 ? Symbol() : i)); } catch (e) { console.log(e.name); }
try { build(2000, (i) => (i === 1999 ? { toString() { throw 'conv ' + i; } } : i)); } catch (e) { console.log(e); }
let front = '', mid = '';
for (let i = 0; i < 1000; i++) { front = (i % 10) + front; mid = mid.slice(0, mid.length / 2) + i.toString(36) + mid.slice(mid.length / 2); }
console.log(hash(front), hash(mid), mid.length);
function tmpl(a, b) { return `<${a}|${b}>`; }
let th = 0;
for (let i = 0; i < 3000; i++) th = (th * 31 + tmpl(i, 'x').length) | 0;
console.log(th, tmpl(1.5, null), tmpl([1, [2]], {}), tmpl(-0, undefined), tmpl({ toString: () => 's', valueOf: () => 'v' }, 1n));
try { tmpl(Symbol(), 1); } catch (e) { console.log(e.name); }
function charAt(s, i) { return s[i] === s.charAt(i) ? s[i] : '?' + typeof s[i]; }
let eq = 0;
const text = build(100, (i) => 'abcdefghij'[i % 10]);
for (let i = 0; i < 3000; i++) if (charAt(text, i % 100) === 'c') eq++;
console.log(eq, charAt('abc', 5), charAt('abc', -1), charAt('abc', 1.5), charAt('abc', '1'), charAt('', 0), charAt(new String('xyz'), 1));
function code(s, i) { return s.charCodeAt(i); }
let cs = 0;
for (let i = 0; i < 3000; i++) cs += code(text, i % 100);
console.log(cs, code('é', 0), code('a', 9), code('a', -1), code('ab', '1'), code('ab', 1.9), code(new String('q'), 0), code('😀', 1));
try { code(5, 0); } catch (e) { console.log(e.name); }
console.log(code({ charCodeAt: (i) => 'fake' + i }, 3));
// comparison chains, sorting words, counting, splitting and joining
const words = build(600, (i) => 'w' + ((i * 7919) % 101) + ' ').trim().split(' ');
const freq = {};
for (const w of words) freq[w] = (freq[w] ?? 0) + 1;
const top = Object.entries(freq).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 5);
console.log(top.map((x) => x.join(':')).join(), words.filter((w, i) => i && words[i - 1] < w).length);
function cmp(a, b) { return a < b ? -1 : a > b ? 1 : a === b ? 0 : NaN; }
let cc = 0;
for (let i = 1; i < 600; i++) cc += cmp(words[i - 1], words[i]);
console.log(cc, cmp('a', 1), cmp('2', 10), cmp('2', '10'), cmp('a', { toString: () => 'b' }), cmp(undefined, 'x'), cmp('', 0), cmp('b', new String('a')));
// parsers over strings
function parseInts(s) { let out = 0, n = 0, neg = false; for (let i = 0; i <= s.length; i++) { const c = i < s.length ? s.charCodeAt(i) : 44; if (c === 44) { out += neg ? -n : n; n = 0; neg = false; } else if (c === 45) neg = true; else if (c >= 48 && c <= 57) n = n * 10 + c - 48; else return 'bad ' + s[i] + ' at ' + i; } return out; }
console.log(parseInts(build(800, (i) => (i ? ',' : '') + (i % 3 ? i : -i))), parseInts('1,2,x'), parseInts(''), parseInts('99999999999999999999,1'));
const rev = (s) => { let r = ''; for (let i = s.length - 1; i >= 0; i--) r += s[i]; return r; };
const isPal = (s) => { for (let i = 0, j = s.length - 1; i < j; i++, j--) if (s[i] !== s[j]) return false; return true; };
let pals = 0;
for (let i = 0; i < 1500; i++) if (isPal(String(i))) pals++;
console.log(pals, rev('stressed'), isPal('abcba'), isPal([1, 2, 1]), isPal('ab'));
const esc = (s) => { let o = ''; for (const c of s) o += c === '&' ? '&amp;' : c === '<' ? '&lt;' : c > '~' ? '&#' + c.codePointAt(0) + ';' : c; return o; };
console.log(esc('a<b&c é 😀'), hash(esc(build(600, (i) => '<&x'[i % 3]))));
let parts = [];
for (let i = 0; i < 500; i++) parts.push(i % 15 === 0 ? 'FizzBuzz' : i % 5 === 0 ? 'Buzz' : i % 3 === 0 ? 'Fizz' : i);
console.log(hash(parts.join(' ')), parts.slice(0, 16).join(' '));
