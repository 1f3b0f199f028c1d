// The legacy static properties of RegExp after each way of matching.
function show() {
  return [RegExp.input, RegExp.lastMatch, RegExp.lastParen, RegExp.leftContext, RegExp.rightContext, RegExp.$1, RegExp.$2, RegExp.$3, RegExp.$9].join('|');
}
function check(name, run) {
  const result = run();
  const shown = show();
  const short = [RegExp.$_, RegExp['$&'], RegExp['$+'], RegExp['$`'], RegExp["$'"], RegExp.$1, RegExp['$' + 2], RegExp.$3, RegExp.$9].join('|');
  console.log(name, JSON.stringify(result), shown, shown === short);
}
function reset() {
  /(?:)/.test('');
}

// Nothing has matched yet.
check('start', () => null);

const ways = {
  exec: () => /(b)(x)?(c)/.exec('abcd'),
  'exec again': () => /(b)(x)?/.exec('abcd'),
  'exec fails': () => /(z)/.exec('zebra!'.slice(1)),
  test: () => /(\d+)-(\d+)/.test('tel 12-34 end'),
  'test fails': () => /\d/.test('none'),
  replace: () => 'john smith'.replace(/(\w+)\s(\w+)/, '$2, $1'),
  'replace fails': () => 'john smith'.replace(/(\d)/, '$1'),
  'replace by itself': () => 'john smith'.replace(/o(h)/, 'oh'),
  'replace again': () => 'jane smith'.replace(/a(n)/, '$1'),
  'replace all': () => 'a1b22c333d'.replace(/(\d)+/g, '#'),
  'replace all fails': () => 'abc'.replace(/(\d)+/g, '#'),
  'replace all by themselves': () => 'a1b22c333d'.replace(/([a-z])(\d)/g, '$1$2'),
  'replace all again': () => 'a1b22c333d'.replace(/([a-z])(\d)/g, '$2'),
  'replace empty': () => 'abc'.replace(/x*/g, '-'),
  'replace by function': () => 'key=value;'.replace(/(\w+)=(\w+)/, (m, a, b) => b + '=' + a),
  'replace all by function': () => 'a=1;b=2;c=3;'.replace(/(\w)=(\d)/g, (m, a, b) => b + a + RegExp.$1),
  'replace sticky': () => 'aab'.replace(/(a)/y, 'x'),
  'replace global sticky': () => 'aab'.replace(/(a)/gy, 'x'),
  'replace with groups': () => '2020-12'.replace(/(?<year>\d+)-(?<month>\d+)/, '$<month>/$<year>'),
  replaceAll: () => 'x-y-z'.replaceAll(/-(.)/g, '+$1'),
  'replaceAll by function': () => 'x-y-z'.replaceAll(/-(.)/g, (m, a) => a),
  'replace of a string': () => 'x-y'.replace('-', '$&$&'),
  match: () => 'one two three'.match(/t(w)(o)/).slice(),
  'match all': () => 'one two three'.match(/t(.)/g),
  'match fails': () => 'one two three'.match(/q/g),
  'match by a string': () => 'one two three'.match('w(o)').slice(),
  matchAll: () => [...'a1b2c3'.matchAll(/([a-z])(\d)/g)].map((m) => m[0]),
  'matchAll, first': () => {
    for (const m of 'a1b2c3'.matchAll(/([a-z])(\d)/g)) return m[2];
  },
  search: () => 'some words'.search(/(w)(.)/),
  'search fails': () => 'some words'.search(/q/),
  split: () => 'a1b2c'.split(/(\d)/),
  'split at once': () => 'a, b,c'.split(/,\s*/),
  'split with a limit': () => 'a, b,c, d'.split(/,(\s*)/, 3),
  'split to nothing': () => 'abc'.split(/b/, 0),
  'split fails': () => 'abc'.split(/\d/),
  global: () => {
    const re = /(\w)(\w)/g;
    re.exec('abcdef');
    const m = re.exec('abcdef');
    re.lastIndex = 0;
    return m[0];
  },
  sticky: () => {
    const re = /(b)/y;
    re.lastIndex = 1;
    return re.test('abc');
  },
  'lookbehind': () => /(?<=(\$))(\d+)/.exec('cost: $42').slice(),
  unicode: () => /(.)(.)$/u.exec('x\u{1f600}y\u{1f601}').length,
  'ten groups': () => /(1)(2)(3)(4)(5)(6)(7)(8)(9)(a)/.test('0123456789abc'),
  'fewer groups': () => /(0)/.test('0123456789abc'),
  'a group without a part': () => /(a)|(b)/.test('xb') + RegExp.$1 + RegExp.lastParen,
  'the last group without a part': () => /(b)|(a)/.test('xb') + RegExp.$1 + RegExp.lastParen,
  constructed: () => new RegExp('(l+)o').test('hello world'),
  'number as text': () => /(\d)\./.test(12.5),
  eval: () => eval('/e(v)a/.test("an eval")'),
};
for (const name of Object.keys(ways)) check(name, ways[name]);
// The same in compiled code.
let hash = 0;
for (let round = 0; round < 30; round++) {
  for (const name of Object.keys(ways)) {
    ways[name]();
    const text = show();
    for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0;
  }
}
console.log(hash);

// What happens to the regexp afterwards is of no matter.
const re = /(a)(b)/g;
re.test('xxabab');
re.lastIndex = 5;
re.compile('(q)', '');
console.log(show());
re.exec('no');
console.log(show());

// A failed match leaves everything as it was, and so do matches that the engine makes for itself.
/(k)(e)y/.test('the key');
JSON.parse('{"a": [1, 2]}');
new Date('2020-01-01').getTime();
parseFloat('12.5');
'a-b'.split('-');
Number('0x10');
console.log(show());

// Replacers see the last match of all.
console.log('a1b2'.replace(/([a-z])\d/g, () => RegExp.$1 + RegExp.leftContext.length));

// A match within a replacer.
console.log('x1'.replace(/(\d)/, (m) => (/(q)/.test('q'), RegExp.$1)), RegExp.$1);

// input can be set, until the next match.
/(m)/.test('summer');
RegExp.input = 'set';
console.log(show());
RegExp.$_ = { toString: () => 'converted' };
console.log(RegExp.input, RegExp.$_, RegExp.leftContext, RegExp.rightContext);
/(m)/.test('summer');
console.log(RegExp.input);
try {
  RegExp.input = Symbol('s');
} catch (e) {
  console.log(e.constructor.name, RegExp.input);
}

// Regexps with a changed exec, whose matches are the original one's.
const own = /(o)(w)n/;
own.exec = function (text) {
  return RegExp.prototype.exec.call(this, text + ' own');
};
console.log(own.test('my'), show());
console.log('my'.replace(own, '[$1]'), show());

for (const key of ['input', '$_', 'lastMatch', '$&', 'lastParen', '$+', 'leftContext', '$`', 'rightContext', "$'", '$1', '$9']) {
  const { get, enumerable, configurable } = Object.getOwnPropertyDescriptor(RegExp, key);
  console.log(key, get.name, get.length, enumerable, configurable);
}
console.log(RegExp.hasOwnProperty('$10'), '$1' in RegExp, Object.keys(RegExp).length);
reset();
check('reset', () => null);

// An old idiom.
function trimmed(s) {
  return s.match(/^\s*(\S+(?:\s+\S+)*)\s*$/) ? RegExp.$1 : '';
}
console.log([' a b ', '', 'c'].map(trimmed).join('|'));
