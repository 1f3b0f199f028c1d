// The same operations in sloppy and strict functions.
const frozen = Object.freeze({ a: 1 }), sealed = Object.seal({ a: 1 }), getterOnly = { get g() { return 1; } }, nonExt = Object.preventExtensions({}), inheritsRO = Object.create(frozen);
const ops = {
  writeFrozen: [() => { frozen.a = 2; return frozen.a; }, () => { 'use strict'; frozen.a = 2; return frozen.a; }],
  addNonExt: [() => { nonExt.x = 1; return 'x' in nonExt; }, () => { 'use strict'; nonExt.x = 1; }],
  getterOnly: [() => (getterOnly.g = 2), () => { 'use strict'; return (getterOnly.g = 2); }],
  inheritedReadOnly: [() => { inheritsRO.a = 5; return inheritsRO.a; }, () => { 'use strict'; inheritsRO.a = 5; }],
  deleteSealed: [() => delete sealed.a, () => { 'use strict'; return delete sealed.a; }],
  deleteFrozenIdx: [() => delete Object.freeze([1])[0], () => { 'use strict'; return delete Object.freeze([1])[0]; }],
  deletePrototype: [() => delete (function () {}).prototype, () => { 'use strict'; return delete (function () {}).prototype; }],
  undeclared: [() => { sloppyGlobal = 1; return typeof sloppyGlobal; }, () => { 'use strict'; strictGlobal = 1; }],
  primProp: [() => { 'x'.p = 1; return 'x'.p; }, () => { 'use strict'; 'x'.p = 1; }],
  numProp: [() => { (5).p = 1; }, () => { 'use strict'; (5).p = 1; }],
  stringIndex: [() => { 'x'[0] = 'y'; return 'x'[0]; }, () => { 'use strict'; 'x'[0] = 'y'; }],
  fnName: [() => { function f() {} f.name = 'z'; return f.name; }, () => { 'use strict'; function f() {} f.name = 'z'; }],
  namedExpr: [() => (function f() { f = 1; return typeof f; })(), () => { 'use strict'; return (function f() { f = 1; return typeof f; })(); }],
  undefinedWrite: [() => { undefined = 1; return undefined; }, () => { 'use strict'; undefined = 1; }],
  mathPI: [() => { Math.PI = 3; return Math.PI > 3; }, () => { 'use strict'; Math.PI = 3; }],
  arrayLength: [() => { const a = Object.freeze([1, 2]); a.length = 0; return a.length; }, () => { 'use strict'; Object.freeze([1, 2]).length = 0; }],
  frozenIncrement: [() => frozen.a++ + frozen.a, () => { 'use strict'; return frozen.a++; }],
  frozenLogical: [() => (frozen.b ??= 5), () => { 'use strict'; return (frozen.b ??= 5); }],
  destructFrozen: [() => { [frozen.a] = [9]; return frozen.a; }, () => { 'use strict'; [frozen.a] = [9]; }],
  argumentsAlias: [function (a) { a = 2; return arguments[0]; }, function (a) { 'use strict'; a = 2; return arguments[0]; }],
  callee: [function () { return typeof arguments.callee; }, function () { 'use strict'; return typeof arguments.callee; }],
  thisPrim: [function () { return typeof this; }, function () { 'use strict'; return typeof this; }],
  blockFn: [function () { { function q() {} } return typeof q; }, function () { 'use strict'; { function q() {} } return typeof q; }],
  superReadOnly: [() => { const o = { __proto__: frozen, m() { super.a = 5; return this.a; } }; return o.m(); }, () => { 'use strict'; const o = { __proto__: frozen, m() { super.a = 5; return this.a; } }; return o.m(); }],
  globalReadOnly: [() => { NaN = 1; return typeof NaN; }, () => { 'use strict'; NaN = 1; }],
  forInTarget: [() => { for (frozen.a in { k: 1 }); return frozen.a; }, () => { 'use strict'; for (frozen.a in { k: 1 }); }],
};
for (const k in ops) console.log(k, ...ops[k].map((f) => { try { return String(f.call(5, 1)); } catch (e) { return e.name; } }));
// the directive: position, nesting, inheritance
function notFirst() { var x; 'use strict'; return typeof (function () { return this; })(); }
function notExact() { 'use\x20strict'; return (function () { return this === undefined; })(); }
function parens() { ('use strict'); return (function () { return this === undefined; })(); }
function afterOther() { 'other'; 'use strict'; return (function () { return this === undefined; })(); }
function inner() { function s() { 'use strict'; return this === undefined; } function t() { return this === undefined; } return [s(), t()].join(); }
function inherits() { 'use strict'; return [(() => (function () { return this === undefined; })())(), new (class { m() { return (function () { return this === undefined; })(); } })().m()].join(); }
console.log(notFirst(), notExact(), parens(), afterOther(), inner(), inherits());
class K { static m() { return (function () { return this === undefined; })(); } static field = (function () { return this === undefined; })(); static { this.blk = (function () { return this === undefined; })(); } }
console.log(K.m(), K.field, K.blk, (function () { class L { [(function () { return String(this === undefined); })()]() {} } return Object.getOwnPropertyNames(L.prototype).at(-1); })());
function defaults(a = (function () { return this === undefined; })()) { return a; }
console.log(defaults());
console.log(delete sloppyGlobal, typeof sloppyGlobal, typeof strictGlobal);
// reserved words usable as identifiers in sloppy code
var let_ok = 1, yield = 2, static = 3, implements = 4, interface = 5, package = 6, private = 7, protected = 8, public = 9, let = 10, await = 11;
console.log(yield + static + implements + interface + package + private + protected + public + let + await, 010, '\07'.length);
function dup(a, b, a) { return a + b; }
console.log(dup(1, 2, 3), (function (arguments) { return arguments; })(4), (function (eval) { return eval; })(5));
