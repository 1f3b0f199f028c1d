// Identifiers with escapes and Unicode, comments, numeric and string literal forms, ASI, keywords as property names, directives.
'use other directive';
"and another one";
var \u0061bc = 1, ünï = 2, $ = 3, _ = 4, \u{62}cd = 5, 变量 = 6, ℮ = 7, a\u{1d7d8} = 8;
console.log(abc, ünï, $, _, bcd, 变量, ℮, a𝟘);
var o = { \u0069f: 'if', new: 1, class: 2, function: 3, 'str': 4, 0b11: 'three', 0o17: 'fifteen', 1_0: 'ten', .5e1: 'five', get: 6, set: 7, static: 8, async: 9, await: 10, let: 11, yield: 12, of: 13, typeof: 14, null: 15, true: 16 };
console.log(o.if, o.new, o.class, o.function, o[3], o[15], o[10], o[5], o.get, o.set, o.static, o.async, o.await, o.let, o.yield, o.of, o.typeof, o.null, o.true);
/* block */ console.log(/* inline */ 1 /* after */); // trailing
/* multi
line */ console.log('after multi-line comment');
/**/ /***/ /* * / */ console.log('odd comments');
console.log(1.0, .5, 5., 0.0, 1e3, 1E+3, 1e-3, 0x1F, 0XfF, 0b101, 0B11, 0o7, 0O17, 017, 1_000.5_0, 0xF_F, 10n, 0xFn, 0b1n);
console.log('a\x41\u0041\u{41}\101\0', 'line\
continued', "q'q", 'q"q', '\'', "\"", '\\', '\u2028'.length, '\v\f\b'.length, '\z', '\
', 'é', '\u{10FFFF}'.length);
console.log(`t${1}${`n${2}`}`, `\${}`, `
`.length, `\
`.length);
let x = 1
let y = 2
const z = x
+ y
console.log(z)
x
++
y
console.log(x, y)
const arr = [1, 2, 3]
;[x, y] = arr
;(function () { console.log('iife', x, y) })()
;`template`
const f = function () {} // no semicolon
const g = () => {
  return
  42
}
console.log(g(), typeof f)
var i = 0; for (;;) if (i++ > 2) break
console.log(i)
do i--; while (i > 0) console.log(i)
if (i) ; else console.log('empty statement')
;;;
{ } {} { ; }
lbl: { break lbl }
throwTest: try { throw 1 } catch { console.log('caught') } finally { }
debugger
console.log(typeof debuggerIsAStatement)
var a1 = 4, g1 = 2, d = 16 / a1 /g1; console.log(d, 4 /2/ 1, [/re/.source, /[/]/.source, /\//.source].join(' '), +/1/.source + 1, x++ /2/ 1, typeof /x/, a1 / 2 / g1)
console.log(((a, b) => a + b)(1, 2), (a => a)(3), (() => ({}))(), (({}) => 1)({}), ((...r) => r.length)(1, 2), (async => async)(4), !function () { return 0 }(), void 0, -(-1), - -1, +-1, typeof typeof 1, !!1, ~~1.5)
console.log([, ].length, [1, , ].length, [, , 1].length, { a: 1, }.a, ((a, b,) => a + b)(1, 2,), Math.max(1, 2,))
switch (1) { case 1: { console.log('braces') } default: ; case 2: }
if (1) var inIf = 'v'; else var inElse = 'w'
console.log(inIf, inElse)
for (var k in { p: 1 }) console.log(k)
for (var v of 'q') console.log(v)
while (0) ;
with_ = 1; console.log(with_, 'with' in { with: 1 })
var undefined, NaN; console.log(undefined, NaN)
console.log(((a) => { 'use strict'; return this === globalThis })(), (function () { "use strict"; return typeof this })(), (function () { 'use strict '; return typeof this })())
var { } = {}, [] = []; console.log(eval_ => 1, ({ eval: 1 }).eval)
console.log(0, -1, 1 - -1, 1 - - - 1, 2 ** -1, (-2) ** 2, 1 < 2 > 1, 1 in [1, 2], a1 ? b1 ? 1 : 2 : 3); var b1
console.log(new Date(0).getTime(), new (class { c = 1 })().c, new Array(3).length, new Array().length, new Object, new (function () { this.q = 1 }))
