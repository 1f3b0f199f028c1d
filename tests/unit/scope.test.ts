// Where the scope analysis says that bindings live: source -> "name: kind place", in the order of first use.
import { expect, test } from 'vitest';
import { analyse } from '../../src/scope/analyse.ts';
import { parseScript } from '../../src/source/parse.ts';
import { SourceError } from '../../src/source/diagnostics.ts';

/** "r" for a register, "slot n" for a captured one; "!" if some access has to check the dead zone. */
function bindings(source: string): string[] {
  const analysis = analyse(parseScript(source, 'test.js'), source, 'test.js');
  return analysis.bindings
    .slice(1)
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map((b) => `${b.name} ${b.kind} ${b.slot < 0 ? 'r' : `slot ${b.slot}`}${b.checked ? '!' : ''}`);
}

/** Each source is the body of a function. */
test.each<[string, string, string[]]>([
  ['locals', 'var a; let b = 1; const c = 2; use(a, b, c);', ['a var r', 'b let r', 'c const r']],
  ['a captured variable', 'let a = 1, b = 2; use(() => a); b;', ['a let slot 0', 'b let r']],
  ['captured across two functions', 'let a = 1; use(() => () => a);', ['a let slot 0']],
  ['a shadowed name', 'let a = 1; use((a) => a);', ['a let r', 'a parameter r']],
  ['a function declaration called in place', 'f(); function f() {}', ['f function r']],
  ['a function that calls itself', 'f(); function f() { f(); }', ['f function slot 0']],
  ['a named function expression', 'use(function f() { f(); }); use(function g() { return () => g; });', ['f self r', 'g self slot 0']],
  ['a parameter with a default', 'use((a, b = a) => b);', ['a parameter r', 'b parameter r']],
  ['a default that looks ahead', 'use((a = b, b) => 1);', ['a parameter r', 'b parameter r!']],
  ['var in a block', 'if (x) { var a = 1; } a;', ['a var r']],
  ['var in a catch clause of the same name', 'try {} catch (e) { var e = 1; } e;', ['e catch r', 'e var r']],
  ['a class seen from inside', 'class A { m() { return A; } } A;', ['A class r', 'A classname slot 0']],
  ['private names', 'class A { #x = 1; m() { return this.#x; } static s(o) { return #x in o; } }', ['#x private slot 0', 'A class r', 'o parameter r']],
  // The dead zone.
  ['used before its declaration', 'a; let a = 1;', ['a let r!']],
  ['used in its own initialiser', 'let a = a;', ['a let r!']],
  ['used after it in a nested block', 'let a = 1; { a; }', ['a let r']],
  ['a loop around the declaration', 'for (;;) { use(a); let a = 1; }', ['a let r!']],
  ['a loop behind the declaration', 'let a = 1; for (;;) use(a);', ['a let r']],
  ['another case of a switch', 'switch (x) { case 0: let a = 1; use(a); break; case 1: use(a); }', ['a let r!']],
  ['the same case of a switch', 'switch (x) { case 0: let a = 1; use(a); }', ['a let r']],
  ['a closure made after it', 'let a = f(); use(() => a);', ['a let slot 0']],
  ['a closure made before it', 'use(() => a); let a = f();', ['a let slot 0!']],
  ['a closure made in the initialiser', 'let a = f(() => a);', ['a let slot 0!']],
  ['a closure that is the initialiser', 'const a = () => a;', ['a const slot 0']],
  ['a closure in a literal that is the initialiser', 'const a = { m() { return a; }, l: [() => a] };', ['a const slot 0']],
  ['a hoisted function called after it', 'const a = g(); function f() { return a; } f();', ['a const slot 0', 'f function r']],
  ['a hoisted function called before it', 'f(); const a = g(); function f() { return a; }', ['a const slot 0!', 'f function r']],
  ['hoisted functions that call each other, called after it', 'function f() { return h(); } function h() { return f() + a; } const a = g(); f();', ['a const slot 2', 'f function slot 0', 'h function slot 1']],
  ['hoisted functions that call each other, called before it', 'function f() { return h(); } function h() { return a; } f(); const a = g();', ['a const slot 1!', 'f function r', 'h function slot 0']],
  ['a hoisted function let out in a closure made before it', 'use(() => f()); function f() { return a; } const a = g();', ['a const slot 1!', 'f function slot 0']],
  ['an arrow function reached after it', 'const f = () => a; const a = g(); f();', ['a const slot 0', 'f const r']],
  ['a method reached after it', 'class A { m() { return a; } } const a = g(); new A();', ['A class r', 'a const slot 0']],
  ['a method of a class with a static block', 'class A { m() { return a; } static { new A().m(); } } const a = g();', ['A class r', 'A classname slot 0', 'a const slot 0!']],
  ['a class name in its heritage', 'class A extends f(A) {}', ['A class r', 'A classname r!']],
  ['a class name in a computed key', 'class A { [A] = 1; }', ['A class r', 'A classname r!']],
  ['names of a pattern in the pattern', 'let { a, b = a } = f();', ['a let r', 'b let r']],
  ['names of a pattern in its initialiser', 'let { a } = a;', ['a let r!']],
  ['the head of a for-of loop in its expression', 'for (let a of a) ;', ['a let r!']],
  ['the head of a for-of loop in its body', 'for (const a of f()) use(a);', ['a const r']],
])('%s', (_, source, expected) => {
  expect(bindings(`(function () { ${source} })`)).toEqual(expected);
});

test('declarations of a script are globals', () => {
  const source = 'var a; let b; const c = 1; class D {} function e() { return a + b + c + D; } { function f() {} } { let g; }';
  const { globals, bindings: found } = analyse(parseScript(source, 'test.js'), source, 'test.js');
  expect({ ...globals, functions: globals.functions.map((f) => f.id.name) }).toEqual({
    lets: ['b', 'D'],
    consts: ['c'],
    vars: ['a'],
    functions: ['e'],
    annexB: ['f'],
  });
  // The block's function and variable have bindings; so would the inner name of the class.
  expect(found.slice(1).map((b) => `${b.name} ${b.kind}`)).toEqual(['f function', 'g let']);
});

test.each<[string, string, boolean]>([
  ['arguments not used', 'function f(a) { a = 1; }', false],
  ['only read', 'function f(a) { return arguments[0] + arguments.length + a; }', false],
  ['read, and a parameter assigned', 'function f(a) { a = 1; return arguments[0]; }', true],
  ['read, and a parameter assigned by a closure', 'function f(a) { (() => a++)(); return arguments[0]; }', true],
  ['written', 'function f(a) { arguments[0] = 1; return a; }', true],
  ['passed on', 'function f(a) { g(arguments); return () => a; }', true],
  ['called through', 'function f(a) { arguments[0](); return a; }', true],
  ['written, and no parameter named', 'function f(a) { arguments[0] = 1; }', false],
  ['passed on, and no parameter named', 'function f(a) { g(arguments); }', false],
  ['passed on, and perhaps named by an eval', 'function f(a) { g(arguments); eval(""); }', true],
  ['passed on without parameters', 'function f() { g(arguments); }', false],
  ['strict', 'function f(a) { "use strict"; a = 1; g(arguments); }', false],
  ['a default', 'function f(a = 1) { a = 1; g(arguments); }', false],
])('mapped arguments: %s', (_, source, expected) => {
  const program = parseScript(source, 'test.js');
  expect(analyse(program, source, 'test.js').functions.get(program.body[0])?.mappedArguments).toBe(expected);
});

/** Annex B.3.3: which block functions also make a var. */
test.each<[string, string, number]>([
  ['plain', '{ function f() {} }', 1],
  ['in strict code', '"use strict"; { function f() {} }', 0],
  ['under a let of the function', 'let f; { function f() {} }', 0],
  ['under a let of a block between', '{ let f; { function f() {} } }', 0],
  ['like a parameter', '{ function p() {} }', 0],
  ['like a catch parameter', 'try {} catch (f) { { function f() {} } }', 1],
  ['like a name of a catch pattern', 'try {} catch ([f]) { { function f() {} } }', 0],
  ['as a branch of an if', 'if (1) function f() {}', 1],
  ['in a switch', 'switch (1) { case 1: function f() {} }', 1],
  ['named arguments', '{ function arguments() {} }', 0],
])('a function in a block: %s', (_, source, expected) => {
  const text = `(function (p) { ${source} })`;
  expect(analyse(parseScript(text, 'test.js'), text, 'test.js').annexB.size).toBe(expected);
});

test.each<[string, string]>([
])('%s is refused', (source, what) => {
  const compile = (): void => void analyse(parseScript(source, 'test.js'), source, 'test.js');
  expect(compile).toThrow(SourceError);
  expect(compile).toThrow(`not supported yet: ${what}`);
});

test('what looks like direct eval but is not', () => {
  for (const source of ['(0, eval)("1")', 'o.eval("1")', 'eval?.("1")', 'new eval("1")', 'eval`1`']) {
    expect(() => analyse(parseScript(source, 'test.js'), source, 'test.js')).not.toThrow();
  }
});

test.each([
  ['import x from "x"', "'import' and 'export' may appear only in a module"],
  ['export default 1', "'import' and 'export' may appear only in a module"],
  ['import.meta', "Cannot use 'import.meta' outside a module"],
])('%s is no script', (source, message) => {
  expect(() => parseScript(source, 'test.js')).toThrow(message);
});
