// Functions are compiled when they are first called, and nobody can tell but by time and memory.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { compileCommonJs, compileModule, compileScript } from '../../src/bytecode/compile.ts';
import { encode } from '../../src/bytecode/encoding.ts';
import { LazyTemplate } from '../../src/bytecode/lazy.ts';
import type { Template } from '../../src/bytecode/template.ts';
import { SourceError } from '../../src/source/diagnostics.ts';
import { Vm } from '../../src/process/vm.ts';
import { fallbackRealm } from '../../src/index.ts';
import { readScript, scriptsUnder } from '../support/programs.ts';

/** The functions of a template that wait to be called, by their names; what is compiled is looked into. */
function waiting(template: Template): string[] {
  return template.children.flatMap((child) => (child instanceof LazyTemplate && !child.isCompiled ? [child.name] : waiting(child)));
}

const compileAcorn = (lazy: boolean): Template => compileCommonJs(readFileSync(createRequire(import.meta.url).resolve('acorn'), 'utf8'), 'acorn.js', { lazy });

test('a function that is not called is not compiled', () => {
  const template = compileScript(
    `function called() { function inner() { return 1; } function innermost() { return 2; } return inner(); }
     function uncalled() { return (function own() {})(); }
     class Made { constructor() { this.x = called(); } method() {} }
     class Unmade { constructor() {} }
     new Made().x + uncalled.length + uncalled.name + String(Unmade).length;`,
    'test.js',
  );
  expect(waiting(template)).toEqual(['called', 'uncalled', 'Made', 'method', 'Unmade']);
  expect(new Vm({ realm: fallbackRealm }).run(template)).toEqual({ type: 'done', value: '1uncalled33' });
  expect(waiting(template)).toEqual(['innermost', 'uncalled', 'method', 'Unmade']);
});

test('it is compiled all the same if that is asked for, or if somebody looks at its code', () => {
  const source = 'function f() { return () => 1; } function g() {}';
  expect(waiting(compileScript(source, 'test.js', { lazy: false }))).toEqual([]);
  const template = compileScript(source, 'test.js');
  expect(template.children[0].code.length).toBeGreaterThan(0);
  expect(waiting(template)).toEqual(['', 'g']);
});

test.each([
  ['a syntax error', 'function f() { if ( }'],
  ['one that the parser finds late', 'function f() { let a; { var a; } }'],
  ['an assignment to what is none', 'function f() { return () => { 1 = 2; }; }'],
  ['a private name that is not declared', 'class A { m() { return this.#x; } }'],
  ['a bad regular expression', 'function f() { return () => /(/; }'],
  ['a label that is not there', 'function f() { for (;;) break out; }'],
  ['super outside of a method', 'function f() { return super.x; }'],
  ['await in a parameter', 'async function f(a = await 1) {}'],
  ['a strict mode error', 'function f() { "use strict"; with (a) {} }'],
  ['nesting that is too deep', `function f() { return ${'['.repeat(100_000)}${']'.repeat(100_000)}; }`],
])('%s in a function that is not called is reported at once', (_, source) => {
  expect(() => compileScript(source, 'test.js')).toThrow(SourceError);
});

test.each([
  ['expressions', `return ${'!'.repeat(150)}x;`],
  ['statements', `${'if (x) { '.repeat(60)}${'}'.repeat(60)}`],
  ['patterns', `var ${'['.repeat(110)}a${']'.repeat(110)} = x;`],
])('deeply nested %s are compiled with the text, for which the host stack must suffice', (_, body) => {
  expect(waiting(compileScript(`function f() { ${body} } function g() { return () => { ${body} }; } function h() {}`, 'test.js'))).toEqual(['h']);
});

test('the bytecode is the same, whenever and in whatever order functions are compiled', () => {
  const check = (make: (lazy: boolean) => Template): void => {
    const eager = encode(make(false));
    expect(encode(make(true))).toEqual(eager);
    // The last ones first.
    const template = make(true);
    const visit = (t: Template): void => [...t.children].reverse().forEach((child) => (child.code.length, visit(child)));
    visit(template);
    expect(waiting(template)).toEqual([]);
    expect(encode(template)).toEqual(eager);
  };
  for (const file of [...scriptsUnder('samples'), ...scriptsUnder('tests/programs').filter((_, i) => i % 8 === 0)]) check((lazy) => compileScript(readScript(file), file, { lazy }));
  check(compileAcorn);
  check((lazy) => compileModule('export default function () { return x; } export class A extends B { #p = () => super.x; constructor() { (() => super())(); } } let x = () => A; import B from "b";', 'm.mjs', { lazy }));
});

test('syntax trees are not kept without limit: texts are parsed again, and the bytecode is the same', () => {
  const template = compileAcorn(true);
  // One function, with all of the others in it, is compiled while the tree is there.
  const [, factory] = template.children;
  expect(factory.children.length).toBeGreaterThan(100);
  expect(waiting(template).length).toBeGreaterThan(100);
  const others = Array.from({ length: 6 }, (_, i) => compileScript(`function f${i}() {} /*${' '.repeat(1 << 20)}*/`, 'other.js'));
  const second = factory.children[1];
  expect(second).toBeInstanceOf(LazyTemplate);
  expect((second as LazyTemplate).hasTree).toBe(false);
  expect(others.map(({ children }) => (children[0] as LazyTemplate).hasTree)).toEqual([false, false, false, true, true, true]);
  expect(second.code.length).toBeGreaterThan(0);
  // Parsing it a third time is made needless.
  expect(waiting(template)).toEqual([]);
  expect(encode(template)).toEqual(encode(compileAcorn(false)));
});

test.each(['f(2000)', 'through(100)', 'through(390)', 'new (through(150, () => C))().made', 'through(150, () => new C().made)'])('a function of a text whose tree was dropped is called: %s', (call) => {
  const vm = new Vm({ realm: fallbackRealm });
  vm.evaluate(
    `const a = 1;
     function f(n) { return n === 0 ? g() : f(n - 1); }
     function g() { return [a].map((x) => x + (() => 1)())[0]; }
     class C { constructor() { this.made = new.target === C ? 2 : 0; } }`,
    'test.js',
  );
  for (let i = 0; i < 6; i++) vm.evaluate(`function other() {} /*${' '.repeat(1 << 20)}*/`, 'other.js');
  // With natives between the frames, which take more of the host's stack.
  vm.evaluate('function through(n, last = g) { return n === 0 ? last() : [n].map(() => through(n - 1, last))[0]; }', 'through.js');
  expect(vm.evaluate(call)).toEqual({ type: 'done', value: 2 });
});
