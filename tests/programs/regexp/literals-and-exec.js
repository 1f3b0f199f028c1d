// Regular expression literals: flags, fresh object per evaluation, exec results, groups, indices.
const m = /(\d+)-(?<word>[a-z]+)(x)?/.exec('ab 12-cd!');
console.log(m[0], m[1], m[2], m[3], m.index, m.input, m.length, m.groups.word, Object.keys(m.groups).join(), Object.getPrototypeOf(m.groups));
console.log(/a/.exec('b'), /a/.test('cat'), /^$/.test(''), /a/g.flags, /a/dgimsuy.flags, /a/v.unicodeSets);
const fs = () => /x/g;
console.log(fs() === fs(), fs().source, String(/a\/b/), String(new RegExp('a/b')), String(new RegExp('')), new RegExp('\n').source, RegExp('x', 'i') + '', new RegExp(/q/g).flags, new RegExp(/q/g, 'i').flags, RegExp(/q/) === RegExp(/q/));
for (const f of ['global', 'ignoreCase', 'multiline', 'dotAll', 'unicode', 'sticky', 'hasIndices']) console.log(f, /a/[f], /a/gimsuyd[f]);
console.log(/A/i.test('a'), /^b/m.test('a\nb'), /a.b/s.test('a\nb'), /a.b/.test('a\nb'), /^.$/u.test('😀'), /^.$/.test('😀'), /\u{1F600}/u.test('😀'), /\p{Lu}/u.test('É'), /\p{L}+/u.exec('1éa2')[0], /[\w--\d]+/v.exec('12ab')[0]);
console.log('x'.match(/(?:)/).index, /(a)|(b)/.exec('b').map(String).join(), /(?<y>\d{4})-(?<m>\d\d)/.exec('on 2024-05').groups.y, /(\w)\1/.exec('hello')[0], /(?<q>['"]).*?\k<q>/.exec(`say "hi" 'x'`)[0], /a(?=b)/.exec('acab').index, /a(?!b)/.exec('abac').index, /(?<=\$)\d+/.exec('cost $42')[0], /(?<!\$)\b\d+/.exec('$42 17')[0]);
const d = /b(?<n>c)?/d.exec('abc');
console.log(JSON.stringify(d.indices), JSON.stringify(d.indices.groups.n));
console.log(/(z)((a+)?(b+)?(c))*/.exec('zaacbbbcac').map(String).join('|'), /(a*)*/.exec('b').map(String).join('|'), /(?=(a+))/.exec('baaabac').map(String).join('|'));
console.log(/[^]/.test('\n'), /\cJ/.test('\n'), /[\b]/.test('\b'), /\0/.test('\0'), /\x41\u0042/.test('AB'), /a{2,3}?/.exec('aaaa')[0], /a{2,3}/.exec('aaaa')[0], /[a-c\-x]+/.exec('zab-xq')[0], /\d+(?:\.\d*)?/.exec('v3.14')[0]);
for (const [src, fl] of [['(', ''], ['a', 'gg'], ['[b-a]', ''], ['*', ''], ['\\', ''], ['(?<a>x)(?<a>y)', ''], ['\\u{110000}', 'u'], ['a', 'uv'], ['{1}', 'u']]) try { new RegExp(src, fl); console.log('fine', src); } catch (e) { console.log(e.name); }
const re = /x/;
re.custom = 1;
console.log(Object.keys(re).join(), Object.getOwnPropertyNames(re).join(), typeof re, Object.prototype.toString.call(re), re instanceof RegExp, re.lastIndex);
const ds = Object.getOwnPropertyDescriptor(re, 'lastIndex');
console.log(ds.writable, ds.enumerable, ds.configurable);
console.log(RegExp.prototype.source, RegExp.prototype.flags === '', RegExp.prototype.global, RegExp.prototype.toString());
for (const k of ['source', 'flags', 'global']) try { console.log(k, Object.getOwnPropertyDescriptor(RegExp.prototype, k).get.call({})); } catch (e) { console.log(k, e.name); }
console.log(Object.getOwnPropertyDescriptor(RegExp.prototype, 'flags').get.call({ global: 1, sticky: 'y', unicode: 0 }));
// Many groups, also where a setter waits on a prototype of arrays.
for (const count of [6, 7, 8, 9, 12, 20]) {
  const match = new RegExp(`${'(.)'.repeat(count)}(x)?`).exec('abcdefghijklmnopqrstuvw');
  console.log(match.length, match.join(''), match[count], match[count + 1], match.index, Object.keys(match).length);
}
Object.defineProperty(Array.prototype, 9, { set: () => console.log('set'), configurable: true });
console.log(new RegExp('(.)'.repeat(11)).exec('abcdefghijklmnopqrstuvw').length);
delete Array.prototype[9];
console.log('a,b,c'.split(',', undefined).length, 'a,b,c'.split(',', 2).join(), 'a,b,c'.split(',', -1).length, 'abc'.split('', 4294967297).join(), 'a'.split(undefined, 0).length);
