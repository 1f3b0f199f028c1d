// lastIndex with g and y: advancing, resetting, coercion, frozen, loops of exec.
const g = /o/g;
const steps = [];
for (let i = 0; i < 4; i++) steps.push(g.test('foo') + ':' + g.lastIndex);
console.log(steps.join(' '));
const y = /o/y;
console.log(y.test('foo'), y.lastIndex);
y.lastIndex = 1;
console.log(y.test('foo'), y.lastIndex, y.test('foo'), y.lastIndex, y.test('foo'), y.lastIndex);
const all = [];
const re = /(\w)(\d)?/g;
let m;
while ((m = re.exec('a1 b c3')) !== null) all.push(m[0] + '@' + m.index + '>' + re.lastIndex);
console.log(all.join(' '));
const empty = /x*/g;
const em = [];
while ((m = empty.exec('axb')) && em.length < 6) { em.push(m.index + JSON.stringify(m[0])); if (m[0] === '') empty.lastIndex++; }
console.log(em.join(' '));
const plain = /o/;
plain.lastIndex = 5;
console.log(plain.test('foo'), plain.lastIndex);
const c = /a/g;
c.lastIndex = { valueOf() { return 2; } };
console.log(c.exec('abaa').index, c.lastIndex);
c.lastIndex = '1';
console.log(c.exec('abaa').index);
c.lastIndex = -5;
console.log(c.exec('abaa').index);
c.lastIndex = 100;
console.log(c.exec('abaa'), c.lastIndex);
c.lastIndex = 1.9;
console.log(c.test('ba'), c.lastIndex);
const frozen = Object.freeze(/a/g);
try { frozen.test('a'); } catch (e) { console.log(e.name); }
console.log(Object.freeze(/a/).test('a'));
const u = /\udf06/u, nu = /\udf06/;
console.log(u.test('\ud834\udf06'), nu.test('\ud834\udf06'));
const ug = /^|\udf06/gu;
ug.lastIndex = 1;
console.log(ug.exec('\ud834\udf06') === null, ug.lastIndex);
const gy = /b/gy;
console.log('bbab'.match(gy).join(), 'bbab'.replace(gy, 'X'), 'abb'.replace(/b/y, 'X'), 'bab'.search(/a/g), 'bab'.search(/a/y));
const s = /,/g;
s.lastIndex = 3;
console.log('a,b,c'.split(s).length, s.lastIndex, 'a,b,c'.replace(s, ';'), s.lastIndex, 'a,b'.search(s));
s.lastIndex = 2;
console.log('a,b,c'.match(s).length, s.lastIndex, [...'a,b,c'.matchAll((s.lastIndex = 2, s))].length, s.lastIndex);
// a literal in a loop is fresh each time, hoisted outside it keeps state
let n = 0;
for (let i = 0; i < 3; i++) if (/a/g.test('a')) n++;
const outside = /a/g;
for (let i = 0; i < 3; i++) if (outside.test('a')) n++;
console.log(n);
// a tokenizer with sticky
const tok = /\s*(?:(?<num>\d+)|(?<id>[a-z]\w*)|(?<op>[-+*/()=]))/y;
const toks = [];
const src = 'x1 = (12+y)*3 ';
while (tok.lastIndex < src.length) { const t = tok.exec(src); if (!t) break; const [k, v] = Object.entries(t.groups).find(([, v]) => v !== undefined); toks.push(k + ':' + v); }
console.log(toks.join(' '));
