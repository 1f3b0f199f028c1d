// match, matchAll, split (limits, captures, empty), search, test.
console.log('a1b22c'.match(/\d+/g), 'abc'.match(/x/g), 'abc'.match(/x/), 'abc'.match(/b/).index, 'abc'.match('c')[0], 'abc'.match().index, 'a+b'.match('a+b'), 'aaa'.match(/a*?/g).length);
console.log([...'a1b2'.matchAll(/(?<l>[a-z])(\d)/g)].map((m) => m.index + m[0] + m[1] + m[2] + m.groups.l).join(), [...'aXbX'.matchAll('X')].length, [...'abc'.matchAll(/(?:)/g)].map((m) => m.index).join());
const it = 'aa'.matchAll(/a/g);
console.log(it.next().value.index, it.next().value.index, it.next().done, it[Symbol.iterator]() === it);
console.log('a,b,c'.split(','), 'a,b,c'.split(',', 2), 'abc'.split(''), 'a1b2c3'.split(/\d/), 'a1b2'.split(/(\d)/), ''.split(','), ''.split(''), ''.split(/x/), 'abc'.split(), 'abc'.split('abc'), 'abc'.split('x'));
console.log('a,b,'.split(','), ',a'.split(','), 'a  b'.split(' '), 'a  b'.split(/\s+/), 'abc'.split(/(?:)/), 'abc'.split(/(b)/), 'A<B>bold</B>'.split(/<(\/)?([^<>]+)>/).map(String), 'ab'.split(/a*?/), 'ab'.split(/a*/), 'test'.split(/(?:)/, -1), 'a,b'.split(',', 0), 'a,b'.split(/,/, 0));
console.log('😀x'.split('').length, '😀x'.split(/(?:)/u).length, [...'😀x'].length, 'aXbxc'.split(/x/i).join(), 'a\nb\r\nc'.split(/\r?\n/).join(), '2020-01-02T03:04'.split(/[-T:]/).map(Number).join());
console.log('hello'.search(/l+/), 'hello'.search('z'), 'hello'.search(), /l/[Symbol.search]('hello'));
const counts = {};
for (const [w] of 'the cat the dog a cat'.matchAll(/\w+/g)) counts[w] = (counts[w] ?? 0) + 1;
console.log(JSON.stringify(counts));
const csv = 'a,"b,1",c\n"q ""x""",,z';
console.log(JSON.stringify(csv.split('\n').map((l) => [...l.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => m[1]?.replace(/""/g, '"') ?? m[2]))));
const url = /^(?<proto>\w+):\/\/(?<host>[^/:]+)(?::(?<port>\d+))?(?<path>\/[^?]*)?(?:\?(?<query>.*))?$/;
for (const u of ['http://example.com', 'https://h:8080/p/q?x=1&y', 'nope']) console.log(JSON.stringify(u.match(url)?.groups ?? null));
console.log(['12', '1.5', '-3e4', '.5', 'x', '1.'].map((s) => /^-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(s)).join());
// protocol hooks: exec overridden on the instance
const hooked = /a/g;
let n = 0;
hooked.exec = function (s) { n++; return n < 3 ? Object.assign(['fake' + n], { index: n, input: s }) : null; };
console.log('xyz'.match(hooked).join(), hooked.test('x'), 'abcdefghij'.replace((n = 0, hooked), '_'), n);
try { /a/.exec.call({}, 'a'); } catch (e) { console.log(e.name); }
try { RegExp.prototype.test.call({ exec: () => 5 }, 'a'); } catch (e) { console.log(e.name); }
console.log(RegExp.prototype.test.call({ exec: () => ({}) }, 'a'), RegExp.prototype[Symbol.match].call({ exec: () => null, flags: '' }, 'x'));
// backtracking but bounded
console.log(/^(a+)+$/.test('a'.repeat(10) + 'b'), /(x+x+)+y/.test('x'.repeat(8)), /^(?:(\d+)\s*([+-])\s*)*(\d+)$/.exec('1 + 2 - 33').slice(1).join());
const isPal = (s) => { const t = s.toLowerCase().replace(/[^a-z]/g, ''); return t === [...t].reverse().join(''); };
console.log(isPal('A man, a plan, a canal: Panama'), isPal('no'));
// A method under a symbol that the guest has replaced gets the arguments that the specification says, whatever the receiver.
{
  const { match, search, replace, split } = Object.fromEntries(['match', 'search', 'replace', 'split'].map((name) => [name, RegExp.prototype[Symbol[name]]]));
  const re = /b/g;
  const calls = () => ['match', 'search', 'replace', 'split'].map((name) => String('abc'[name](re, 'x')) + String(String.prototype[name].call(12, re, 'x')));
  console.log(calls().join(' '));
  for (const name of ['match', 'search', 'replace', 'split']) RegExp.prototype[Symbol[name]] = function () { return `${name}${arguments.length}${typeof arguments[0]}${this === re}`; };
  console.log(calls().join(' '));
  RegExp.prototype[Symbol.match] = search;
  RegExp.prototype[Symbol.search] = replace;
  RegExp.prototype[Symbol.replace] = split;
  RegExp.prototype[Symbol.split] = match;
  console.log(calls().join(' '));
  Object.assign(RegExp.prototype, { [Symbol.match]: match, [Symbol.search]: search, [Symbol.replace]: replace, [Symbol.split]: split });
  console.log(calls().join(' '));
}
// matchAll works on a regexp of its own.
{
  const re = /(\w)(?<digit>\d)/g;
  re.lastIndex = 2;
  const steps = 'a1b2c3d4'.matchAll(re);
  const first = steps.next();
  re.lastIndex = 0;
  console.log(first.value[0], first.value.groups.digit, re.lastIndex, [...steps].map((m) => m[0] + m.index).join(), re.lastIndex, steps.next().done);
  console.log([...RegExp.prototype[Symbol.matchAll].call(/\d/, 'a1b2')].map((m) => m[0]).join(), Object.prototype.toString.call(steps));
  for (const pattern of [/\d/, /\d/y]) {
    try {
      'a1'.matchAll(pattern);
    } catch (e) {
      console.log(e.name);
    }
  }
  re.lastIndex = 2.9;
  console.log([...'a1b2'.matchAll(re)].length, [...'\u{1f600}\u{1f600}'.matchAll(/(?:)/gu)].length, [...'x'.matchAll('x')].length);
  re.lastIndex = -5;
  console.log([...'a1b2'.matchAll(re)].length);
  re.lastIndex = '2';
  console.log([...'a1b2'.matchAll(re)].length);
  class Sub extends RegExp {}
  console.log([...'a1b2'.matchAll(new Sub('\\d', 'g'))].length);
  RegExp.prototype[Symbol.matchAll] = function () { return [arguments.length]; };
  console.log([...'a1'.matchAll(re)].join());
}
