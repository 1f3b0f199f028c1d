// Constructs whose code the verifier once refused, or that put its rules to the test, in all their variants.
import { expect, test } from 'vitest';
import { compileScript } from '../../src/bytecode/compile.ts';
import type { Template } from '../../src/bytecode/template.ts';
import { verify } from '../../src/bytecode/verifier.ts';

test.each<[string, string]>([
  ['this in an arrow function after super()', 'class A extends B { constructor() { super(); this.f = () => this.x; } }'],
  ['this in an arrow function before super()', 'class A extends B { constructor() { const f = () => this; super(f); } }'],
  ['super() in an arrow function', 'class A extends B { constructor() { const f = () => super(); f(); try { return; } finally { f(); } } }'],
  ['super() in branches', 'class A extends B { constructor(x) { if (x) super(); else super(1); this.y = 1; return; } }'],
  ['super properties in arrow functions', 'class A extends B { m() { return () => super.m(...arguments); } static { this.q = () => super.x; } }'],
  ['new.target in an arrow function', 'function F() { return () => new.target; } class A extends B { constructor() { const f = () => new.target; super(f); } }'],
  ['a variable used by closures in its own initialiser and after it', 'function g() { const c = make(() => c.x); return () => c.y; }'],
  ['private names of all kinds', 'class A { static #p = 1; #q = 2; get #r() { return this.#q; } set #r(v) { this.#q++; } #m() { return #q in this; } static s() { return A.#p + this.#r; } m() { return () => this.#m(); } }'],
  ['private names in nested classes', 'class A { #x; m() { return class { #y = this.#z; #z; static m(o) { return o.#y; } n(o) { return o.#x; } }; } }'],
  ['private names in the heritage', 'class A { #x; m() { return class extends f((o) => o.#x) { #x; }; } }'],
  ['computed keys of fields', 'class A { [a()] = 1; static [b()] = () => {}; [c()] = class {}; static [d()]; [e()]() {} get [f()]() { return super.x; } }'],
  ['a class named by a computed key', 'o = { [k]: class { static n = 1; }, [l]: class extends B {}, [m]: () => 1 }'],
  ['classes in loops', 'for (const x of y) { class A { #x = x; [x] = 1; m() { return () => A; } } f(A); }'],
  ['scopes before a finally block', 'function g(a) { { let q = () => a; { let p = () => q; { let r = () => p; { let s = () => r; } } } } try { if (a) return 1; } finally { a(); } }'],
  ['iterations before a finally block', 'function g(a) { for (const x of a) for (const y of x) for (const z in y) a(); try { try { if (a) return 1; } finally { a(); } } finally { a(); } }'],
  ['leaving loops through finally blocks', 'l: for (const x of a) { for (const y in x) { try { if (y) continue l; if (x) break l; for (const z of y) { try { continue; } finally { f(() => z); } } } catch ({ message }) { f(() => message); } finally { g(); } } }'],
  ['a return from nested iterations', 'function g(a) { for (const x of a) { for (const [y, ...z] of x) { try { return y; } finally { for (const w of z) if (w) break; } } } }'],
  ['destructuring', 'let { a, [b()]: c = 1, ...d } = e, [f, , g = () => g, ...[h]] = i; [a.x, ...a[b]] = c; ({ a, b: a.b = 1, ...a.c } = d);'],
  ['destructuring in closures', 'function f({ a = () => b, b }, [c = a] = [], ...[d, { e }]) { var a; return () => [a, b, c, d, e]; }'],
  ['loops with captured variables', 'for (let i = 0, f = () => i; i < 3; i++, g(() => i)) { if (i) continue; f(() => i); } for (let x in { a: () => x }) h(() => x);'],
  ['switches with lexical scope', 'switch (a) { case 1: let b = 1; f(() => b); case b: case 2: b = 2; function g() { return b; } default: class C { static x = b; } }'],
  ['mapped arguments', 'function f(a, b, a) { return () => { arguments[0] = b; return a; }; } function g(a = arguments, ...b) { return arguments; }'],
  ['templates and regular expressions', 'tag`a${1}\\u`; x = `a${b}c${d}` + /a+(?<n>b)/giu.source;'],
  ['object literals', 'var o = { __proto__: p, get a() { return super.a; }, set a(v) { super.a = v; }, 1: 2, 1.5: 3, "x y": 4, [a]: b, a, ...b, m() { return super.m(); }, f() {}, a: 5, "__proto__"() {} };'],
  ['array literals', 'f([1, , ...a, 2, , ...b], ...c, [...d]); new F(...a, 1); x = [' + '1,'.repeat(100) + '];'],
  ['optional chains', 'a?.b?.[c]?.(d)?.e; delete a?.b; (a?.b)(); a?.b.c(++d).e; a ??= b; a.b ||= c; a[b] &&= d;'],
  ['typeof, delete and unresolvable names', 'typeof a; delete a; typeof b.c; delete b[c]; void 0; a++; --b.c; d[e]--; f **= 2;'],
  ['Annex B functions', 'if (a) function f() {} { function g() { return g; } } switch (1) { case 1: function h() {} } l: function i() {}'],
  ['labels and empty statements', 'a: { b: { if (x) break a; if (y) break b; } ; } c: do { continue c; } while (0);'],
  ['big numbers', 'x = [2147483648, -2147483648, -0, 1e300, 123456789012345678901234567890n, 0x7fffffff | 0, x >>> 0, x + 1, x - 100000];'],
  ['a derived constructor that returns', 'class A extends B { constructor() { if (x) return {}; try { super(); return y; } catch { return; } } } class C extends null {} class D extends (0, E) { x = 1; }'],
])('%s', (_, text) => {
  for (const program of [text, `"use strict"; ${text.replace('delete a;', '').replace(', a) { return () => { arguments[0]', ', c) { return () => { arguments[0]').replace('if (a) function f() {}', '').replace('l: function i() {}', '')}`, `function wrapper() { return () => { ${text} }; }`]) {
    verify(compileScript(program, 'case.js'));
  }
});

test('class code is strict in sloppy scripts too', () => {
  const strictness: string[] = [];
  const visit = (t: Template): void => {
    strictness.push(`${t.name} ${t.strict}`);
    t.children.forEach(visit);
  };
  visit(compileScript('class A { constructor() {} m() { function inner() {} } static { (() => 1)(); } x = function named() {}; }', 'case.js'));
  expect(strictness.filter((s) => s.endsWith('false'))).toEqual([' false']);
});
