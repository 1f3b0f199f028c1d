// What the specification says and Node 20 does otherwise, in all modes.

import { describe, expect, test } from 'vitest';
import { modes } from '../support/modes.ts';

const cases: readonly (readonly [name: string, source: string, output: string])[] = [
  [
    'the text of a native function has its name only where that is the name of a property',
    `const get = (key) => Object.getOwnPropertyDescriptor(RegExp, key).get;
    console.log([get('$&'), get('$1'), get(Symbol.species), Math.max, RegExp.prototype[Symbol.replace]].map(String).join('\\n'));`,
    `function () { [native code] }
function get $1() { [native code] }
function get [Symbol.species]() { [native code] }
function max() { [native code] }
function [Symbol.replace]() { [native code] }
`,
  ],
  [
    'a match of a subclass makes the legacy static properties of RegExp unavailable until the next one',
    `class Sub extends RegExp {}
    const sub = new Sub('(b)');
    const get = (name) => { try { return RegExp[name]; } catch (e) { return e.name; } };
    const show = (what) => console.log(what, ['input', 'lastMatch', 'lastParen', 'leftContext', 'rightContext', '$1', '$9'].map(get).join());
    for (const run of [() => sub.exec('abc'), () => sub.test('abc'), () => 'abc'.replace(sub, ''), () => 'abc'.match(sub), () => 'abc'.search(sub), () => 'abc'.split(sub)]) {
      /(b)/.exec('abc');
      run();
      show('sub');
    }
    sub.exec('none');
    show('none');
    RegExp.input = 'set';
    show('set');
    /(b)/.test('abc');
    sub.exec('none');
    show('again');
    Object.setPrototypeOf(sub, RegExp.prototype);
    for (const run of [() => sub.exec('abc'), () => sub.test('abc'), () => 'abc'.replace(sub, ''), () => 'abc'.replace(sub, () => ''), () => 'abc'.match(sub), () => 'abc'.search(sub)]) {
      /(b)/.exec('abc');
      run();
      show('prototype');
    }
    'abc'.split(sub);
    show('split');
    try { sub.compile('x'); } catch (e) { console.log(e.name); }
    try { Sub.$1; } catch (e) { console.log(e.name); }
    try { 'use strict'; Reflect.set(RegExp, '$1', 'x'); console.log(RegExp.$1); Reflect.get(RegExp, 'input', {}); } catch (e) { console.log(e.name); }
    console.log((() => { 'use strict'; try { RegExp.$1 = 'x'; } catch (e) { return e.name; } })());`,
    `${'sub TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError\n'.repeat(6)}none TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError
set set,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError
again abc,b,b,a,c,b,
${'prototype TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError\n'.repeat(6)}split abc,b,b,a,c,b,
TypeError
TypeError
b
TypeError
TypeError
`,
  ],
  [
    'an iterator of a typed array that was at its end stays there when the array grows',
    `const growing = new Uint8Array(new ArrayBuffer(1, { maxByteLength: 4 }));
    const walked = growing[Symbol.iterator]();
    console.log([...walked].length);
    growing.buffer.resize(4);
    console.log(walked.next().done);
    const half = Float16Array.of(1, 2.5);
    for (const [i, x] of half.entries()) console.log(i, x);
    console.log([...half.values()].join(), Math.max.apply(null, half));`,
    '1\ntrue\n0 1\n1 2.5\n1,2.5 2.5\n',
  ],
  [
    'apply asks a typed array for its length like anything else',
    `const list = function () { return [...arguments].join(); };
    const shorter = new Uint8Array([1, 2, 3]);
    console.log(list.apply(null, shorter));
    Object.defineProperty(shorter, 'length', { get: () => 2 });
    console.log(list.apply(null, shorter), Reflect.apply(list, null, shorter));
    class Longer extends Uint8Array { get length() { return 4; } }
    console.log(list.apply(null, new Longer(2)), list.apply(null, new Uint8Array([1, 2, 3])));`,
    '1,2,3\n1,2 1,2\n0,0,, 1,2,3\n',
  ],
  [
    'a split looks for no match at the end of its text',
    "/x/.test('x'); 'abc'.split(/$/); console.log(RegExp.input); 'abc'.split(/(?:)/); console.log(RegExp.leftContext, RegExp.rightContext); 'ab'.split(/(?:)/, 1); console.log(RegExp.leftContext + '|' + RegExp.rightContext); ''.split(/$/); console.log(RegExp.input === '');",
    'x\nab c\na|b\ntrue\n',
  ],
  ['a spread argument does not keep an eval from being direct', "var w = 'global'; (function () { var w = 'local'; console.log(eval(...['w'])); })()", 'local\n'],
  [
    'a parameter scope has the arguments object',
    "try { (function (p = eval('var arguments')) {})(); } catch (e) { console.log(e.name); }",
    'SyntaxError\n',
  ],
  [
    'a reference to a name of a with statement is resolved before the right side',
    "var x = 'global', o = { x: 1 }; with (o) x = (delete o.x, 2); with (o) x += (delete o.x, 3); console.log(x, o.x);",
    'global 5\n',
  ],
  [
    'a name of a with statement is asked for again before it is read or written',
    "const log = []; const p = new Proxy({ a: 1 }, { has: (t, k) => (log.push('has ' + String(k)), k in t), get: (t, k) => (log.push('get ' + String(k)), t[k]), set: (t, k, v) => (log.push('set ' + k), (t[k] = v), true) }); with (p) { a = 2; a; } console.log(log.join(', '));",
    'has a, get Symbol(Symbol.unscopables), has a, set a, has a, get Symbol(Symbol.unscopables), has a, get a\n',
  ],
  [
    'a key that is read and then written is converted once, after the object has been looked at',
    `const log = []; const key = (name) => ({ toString() { log.push(name); return name; } });
    function all(o, k, n) { for (let i = 0; i < n; i++) { o[k] += 1; o[k]++; --o[k]; o[k] ??= 5; o[k] ||= 6; o[k] &&= o[k] + 1; o[k] **= 1; } return o[k]; }
    const list = [0, 0, 0];
    console.log(all(list, 1, 40), all({ a: 1 }, 'a', 40), all({}, Symbol('s'), 2), all({}, undefined, 2), all({}, null, 2), all({}, true, 2), all({}, 5n, 2));
    console.log(all({ k: 3 }, key('k'), 3), log.length, all(list, 2, 30));
    log.length = 0;
    for (const o of [undefined, null]) {
      for (const f of [() => o[key('k')] += log.push('right'), () => o[key('k')]++, () => --o[key('k')], () => (o[key('k')] ??= log.push('right'))]) {
        try { f(); } catch (e) { console.log(e.name + ': ' + e.message); }
      }
    }
    console.log(log.join());
    const proxy = new Proxy({ p: 1 }, { get: (t, k) => (log.push('get ' + String(k)), t[k]), set: (t, k, v) => (log.push('set ' + String(k)), (t[k] = v), true) });
    proxy[key('p')] += 4;
    try { list[{ toString() { throw new RangeError('key'); } }] += log.push('right'); } catch (e) { log.push(e.message); }
    console.log(log.join(', '), proxy.p);`,
    `80 81 9 9 9 9 9
9 25 60
TypeError: Cannot read properties of undefined
TypeError: Cannot read properties of undefined
TypeError: Cannot read properties of undefined
TypeError: Cannot read properties of undefined
TypeError: Cannot read properties of null
TypeError: Cannot read properties of null
TypeError: Cannot read properties of null
TypeError: Cannot read properties of null

p, get p, set p, key 5
`,
  ],
  [
    'the prototype of the home object is asked for before the key of super[key] is converted',
    `const one = { get p() { return 'one'; }, set p(v) { log.push('one ' + v); }, n: 1 };
    const two = { get p() { return 'two'; }, set p(v) { log.push('two ' + v); }, n: 10 };
    const log = [];
    const key = (o, name) => ({ toString() { Object.setPrototypeOf(o, two); log.push('key ' + name); return name; } });
    for (let i = 0; i < 20; i++) {
      const o = { __proto__: one, get(k) { return super[k]; }, set(k, v) { super[k] = v; }, add(k, v) { return super[k] += v; }, inc(k) { return super[k]++; }, call(k) { return super[k]; } };
      const results = [o.get(key(o, 'p'))];
      for (const f of [() => o.set(key(o, 'p'), i), () => o.add(key(o, 'n'), 3), () => o.inc(key(o, 'n'))]) { Object.setPrototypeOf(o, one); results.push(f()); }
      if (i === 0 || i === 19) console.log(results.join(), log.splice(0).join());
      log.length = 0;
    }
    const bare = { __proto__: null, get(k) { return super[k]; }, set(k) { super[k] = log.push('right'); } };
    for (const f of [() => bare.get('k'), () => bare.get(key(bare, 'k')), () => bare.set('k')]) { try { f(); } catch (e) { console.log(e.name + ': ' + e.message, log.splice(0).join()); } }`,
    `one,,4,1 key p,key p,one 0,key n,key n
one,,4,1 key p,key p,one 19,key n,key n
TypeError: Cannot read properties of null (reading 'k')${' '}
TypeError: Cannot read properties of null${' '}
TypeError: Cannot set properties of null (setting 'k') right
`,
  ],
  [
    'what super() calls is asked to be a constructor after the arguments have been evaluated',
    `const log = [];
    class C extends Object { constructor(spread) { if (spread) super(...[log.push('argument')]); else super(log.push('argument')); } }
    for (const parent of [null, {}, () => {}, parseInt]) {
      Object.setPrototypeOf(C, parent);
      for (let i = 0; i < 6; i++) try { new C(i % 2 === 0); } catch (e) { log.push(e.name); }
      console.log(log.splice(0).join());
    }`,
    'argument,TypeError,argument,TypeError,argument,TypeError,argument,TypeError,argument,TypeError,argument,TypeError\n'.repeat(4),
  ],
  [
    'a call as the target of an assignment is an early error in strict code, and a super call is one anywhere',
    `function f() {}
    for (const text of ["'use strict'; f() = 1", "'use strict'; f() += 1", "'use strict'; f()++", "'use strict'; for (f() of []);", 'class A extends f { constructor() { super() = 1; } }', 'f() = 1', 'f() += 1', 'f()++', 'for (f() of []);']) {
      try { new Function(text); console.log('accepted', text); } catch (e) { console.log(e.name, text); }
    }`,
    `SyntaxError 'use strict'; f() = 1
SyntaxError 'use strict'; f() += 1
SyntaxError 'use strict'; f()++
SyntaxError 'use strict'; for (f() of []);
SyntaxError class A extends f { constructor() { super() = 1; } }
accepted f() = 1
accepted f() += 1
accepted f()++
accepted for (f() of []);
`,
  ],
  [
    'in strict code a global is resolved before the value that is assigned to it is evaluated',
    `'use strict';
    const log = [];
    const attempt = (f) => { try { log.push(f()); } catch (e) { log.push(e.name + ': ' + e.message); } };
    for (let i = 0; i < 30; i++) {
      log.length = 0;
      attempt(() => { made = (globalThis.made = 5); });
      attempt(() => made = (() => made + 1)());
      attempt(() => made = (delete globalThis.made, 7));
      attempt(() => { missing = log.push('right'); });
      attempt(() => declared = [made = 1]);
    }
    console.log(log.join('; '), typeof made);
    let declared;
    Object.setPrototypeOf(globalThis, new Proxy({}, { has: (t, k) => { if (k === 'seen' || k === 'unseen') log.push('has ' + k); return k === 'seen'; }, set: (t, k) => { log.push('set ' + k); return true; } }));
    log.length = 0;
    attempt(() => { seen = log.push('right'); });
    attempt(() => { unseen = log.push('right'); });
    console.log(log.join('; '));`,
    `ReferenceError: made is not defined; 6; ReferenceError: made is not defined; right; ReferenceError: missing is not defined; ReferenceError: made is not defined undefined
has seen; right; has seen; set seen; ; has unseen; right; ReferenceError: unseen is not defined
`,
  ],
];

describe.each(cases)('%s', (_name, source, output) => {
  test.each(modes.map((mode) => [mode.name, mode] as const))('%s', (_mode, mode) => {
    const result = mode.run(source);
    expect(result.error).toBeUndefined();
    expect(result.output).toBe(output);
    expect(result.fuel).toBe(modes[0].run(source).fuel);
  });
});
