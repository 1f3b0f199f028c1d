// String replace and replaceAll: patterns, $ substitutions, functions and their arguments, named groups.
console.log('a.b.c'.replace('.', '-'), 'a.b.c'.replaceAll('.', '-'), 'a.b.c'.replace(/\./g, '-'), 'abc'.replace('', '_'), 'abc'.replaceAll('', '_'), 'abc'.replace(/(?:)/g, '_'), 'aaa'.replace('a', 'b'), 'x'.replace('y', 'z'));
console.log('John Smith'.replace(/(\w+)\s(\w+)/, '$2, $1'), 'abc'.replace('b', '[$&]'), 'abc'.replace('b', '[$`]'), 'abc'.replace('b', "[$']"), 'abc'.replace('b', '$$'), 'abc'.replace('b', '$1'), 'abc'.replace(/(b)/, '$1$2$01$10$0'), 'abc'.replace(/b/, '$<n>'), 'abc'.replace(/(?<n>b)/, '[$<n>$<missing>$<n]'));
console.log('aXbX'.replaceAll('X', "$`|$'|$&"), 'abc'.replaceAll(/[ac]/g, '<$&>'), 'ab'.replace(/(a)(b)(c)?/, '[$1$2$3]'), 'a'.repeat(12).replace(/(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)/, '$11-$1'));
const calls = [];
const log = (...args) => { calls.push(args.map((a) => (typeof a === 'object' ? JSON.stringify(a) : String(a))).join('~')); return `<${calls.length}>`; };
console.log('abcabd'.replace(/(a)(b)?(x)?/g, log), calls.join(' '));
calls.length = 0;
console.log('k=v;q=w'.replace(/(?<key>\w)=(?<val>\w)/g, log), calls.join(' '));
calls.length = 0;
console.log('one two'.replace('two', log), 'aa'.replaceAll('a', log), calls.join(' '));
console.log('abc'.replace(/b/, () => '$&$1'), 'abc'.replace(/b/, () => undefined), 'abc'.replace('b', () => null), 'abc'.replace(/./g, (c, i) => i), 'abc'.replace(/b/, { toString: () => 'obj' }), 'a1b22'.replace(/\d+/g, (d) => d * 2));
console.log('camelCaseString'.replace(/[A-Z]/g, (c) => '_' + c.toLowerCase()), 'kebab-case-here'.replace(/-(\w)/g, (_, c) => c.toUpperCase()), '  trim me '.replace(/^\s+|\s+$/g, ''), 'aaa'.replace(/a/g, (m, i, s) => s.length - i));
console.log('<a href="x">'.replace(/[<>"&]/g, (c) => ({ '<': '&lt;', '>': '&gt;', '"': '&quot;', '&': '&amp;' })[c]), '2024-01-15'.replace(/(\d+)-(\d+)-(\d+)/, '$3/$2/$1'), 'x'.replace(/(x)/, '$1'.repeat(3)), '1234567.891'.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ','));
console.log('😀a😀'.replace(/./gu, 'x'), '😀a'.replace(/./g, 'x'), 'AbC'.replace(/b/i, '*'), 'l1\nl2'.replace(/^/gm, '> '), 'aBc'.replace(/[a-z]/gi, (c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())));
// a replacer that uses regexps itself
const outer = 'a-b c-d'.replace(/(\w)-(\w)/g, (m, x, y) => `${y}-${x}`.replace(/\w/g, (c) => c.toUpperCase() + [...m.matchAll(/\w/g)].length));
console.log(outer);
// a user-defined Symbol.replace
const custom = { [Symbol.replace](s, r) { return `custom(${s},${r})`; }, [Symbol.split](s, l) { return ['split', s, l]; }, [Symbol.search](s) { return s.length; }, [Symbol.match](s) { return 'match ' + s; } };
console.log('str'.replace(custom, 'rep'), 'str'.split(custom, 5).join(), 'str'.search(custom), 'str'.match(custom));
try { 'x'.replaceAll(/x/, ''); } catch (e) { console.log(e.name); }
console.log('x'.replaceAll({ [Symbol.replace]: () => 'ok' }, ''), 'undefined'.replace(undefined, 'U'), 'null'.replace(null), 'abc'.replace());
class R extends RegExp { [Symbol.replace](s, r) { return super[Symbol.replace](s, r) + '!'; } }
console.log('aba'.replace(new R('a', 'g'), 'z'));
const template = (t, v) => t.replace(/\$\{(\w+)(?::(\d+))?\}/g, (all, k, w) => String(v[k] ?? all).padStart(w ?? 0));
console.log(template('[${a}] [${n:5}] [${none}]', { a: 'A', n: 42 }));
// Setters on prototypes of arrays are not met.
const met = [];
for (const key of [0, 1, 2, 3, 4, 5]) Object.defineProperty(Array.prototype, key, { set: () => met.push(key), configurable: true });
const poisoned = 'a1b2'.replace(/([a-z])(\d)/g, (m, a, b) => b + a) + 'a1'.replace(/(?<x>[a-z])/g, (m, a, i, s, groups) => groups.x + a) + 'x-y'.replace(/-/, () => '+');
const pieces = 'a1b2'.split(/\d/);
const found = 'a1b2'.match(/\d/g);
for (const key of [0, 1, 2, 3, 4, 5]) delete Array.prototype[key];
console.log(poisoned, pieces.join(), found.join(), met.length);
