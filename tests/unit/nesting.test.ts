// How deep texts may be nested: counted, and so the same in every mode and wherever on the host's stack a text is compiled; and what looks like nesting
// to a parser only may be as long as one likes.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Parser, type Options, type Program } from 'acorn';
import { describe, expect, test, vi } from 'vitest';
import { compileScript } from '../../src/bytecode/compile.ts';
import { SourceError } from '../../src/source/diagnostics.ts';
import { NestingParser } from '../../src/source/nesting-parser.ts';
import { modes } from '../support/modes.ts';
import { readScript, scriptsUnder } from '../support/programs.ts';
import { nested } from '../support/nested-texts.ts';

vi.setConfig({ testTimeout: 120_000 });

const repeat = (text: string, count: number): string => text.repeat(count);

/** The deepest nesting that is compiled. */
function deepest(make: (levels: number) => string): number {
  const fits = (levels: number): boolean => {
    try {
      compileScript(make(levels), 'test.js', { lazy: false });
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(SourceError);
      expect((error as SourceError).message).toBe('the code is nested too deeply');
      return false;
    }
  };
  let low = 1;
  for (let high = 2000; low < high - 1; ) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

test('what may nest how deep', () => {
  expect(Object.fromEntries(Object.entries(nested).map(([name, make]) => [name, deepest(make)]))).toMatchInlineSnapshot(`
    {
      "arguments of constructors": 279,
      "arrays": 349,
      "arrows": 199,
      "assignments": 424,
      "assignments to object patterns": 347,
      "assignments to patterns": 348,
      "awaits": 695,
      "blocks": 850,
      "brackets": 348,
      "brackets in conditions": 232,
      "brackets in sums": 232,
      "brackets with commas": 348,
      "called functions": 116,
      "calls": 348,
      "calls at the ends of chains": 348,
      "calls at the starts of chains": 49,
      "calls of evals": 348,
      "catches": 465,
      "class fields": 139,
      "class keys": 139,
      "classes": 121,
      "classes of a regular expression": 699,
      "compound assignments": 282,
      "computed keys": 174,
      "constructors": 424,
      "elements at the starts of chains": 94,
      "function expressions": 116,
      "functions": 212,
      "getters": 169,
      "groups of a regular expression": 699,
      "heritages": 212,
      "ifs": 425,
      "ifs in else": 425,
      "imports": 348,
      "logical assignments": 174,
      "loops": 425,
      "loops in loops": 849,
      "loops over elements": 424,
      "methods": 169,
      "negations": 697,
      "object parameters": 141,
      "object patterns": 465,
      "objects": 347,
      "operators of all precedences": 42,
      "optional elements": 348,
      "parameters": 169,
      "patterns": 465,
      "patterns of elements": 174,
      "patterns with values": 424,
      "powers": 424,
      "rest patterns": 424,
      "spreads": 348,
      "static blocks": 212,
      "switches": 424,
      "tagged templates": 279,
      "templates": 279,
      "tries": 466,
      "tries with patterns": 464,
      "updates": 348,
      "withs": 849,
      "yields": 231,
    }
  `);
});

test('the stack that the host has by default suffices for it, with nothing optimised and hundreds of frames of the embedder around', () => {
  // In a process of its own; the stack of the command line is left out of what the option gives.
  const script = `
    import { compile } from './dist/index.js';
    const texts = JSON.parse(process.env.TEXTS);
    const deep = (levels, f) => levels === 0 ? f() : deep(levels - 1, f);
    for (const text of texts) deep(300, () => compile(text, 'test.js', { lazy: false }));
    console.log(texts.length);`;
  const root = new URL('../..', import.meta.url);
  for (const [name, make] of Object.entries(nested)) {
    const text = make(deepest(make));
    const output = execFileSync(process.execPath, ['--no-opt', '--input-type=module', '-e', script], { cwd: root, env: { ...process.env, TEXTS: JSON.stringify([text]) }, encoding: 'utf8' });
    expect(`${name}: ${output}`).toBe(`${name}: 1\n`);
  }
});

/** What generators write in thousands; with the value of each at the length n. */
const rows: Record<string, readonly [make: (n: number) => string, value: (n: number) => unknown]> = {
  sum: [(n) => `1${repeat(' + 1', n)}`, (n) => n + 1],
  concatenation: [(n) => `'a'${repeat(' + "b"', n)}`, (n) => `a${'b'.repeat(n)}`],
  and: [(n) => `1${repeat(' && 1', n)} && 2`, () => 2],
  or: [(n) => `0${repeat(' || 0', n)} || 2`, () => 2],
  coalescing: [(n) => `null${repeat(' ?? null', n)} ?? 2`, () => 2],
  'condition of && and ||': [(n) => `var x = 0; if (x${repeat(' || x && 1', n)} || 1) 2; else 3`, () => 2],
  'variable as target': [(n) => `(function () { var x = 1; x = x${repeat(' && x', n)} && x + 1; return x; })()`, () => 2],
  'else if': [(n) => `var x = ${n}; ${Array.from({ length: n }, (_, i) => `if (x === ${i}) ${i}; else`).join(' ')} 'none'`, () => 'none'],
  'else if with blocks': [(n) => `(function (x) { ${Array.from({ length: n }, (_, i) => `if (x === ${i}) { return ${i}; }`).join(' else ')} })(${n - 1})`, (n) => n - 1],
  conditional: [(n) => `var x = ${n}; ${Array.from({ length: n }, (_, i) => `x === ${i} ? ${i} :`).join(' ')} 'none'`, () => 'none'],
  'conditional for its effects': [(n) => `var x = ${n}, y = 0; ${Array.from({ length: n }, (_, i) => `x === ${i} ? y = ${i} :`).join(' ')} y = 'none'; y`, () => 'none'],
  'conditional as key': [(n) => `var x = ${n}, o = { none: 1 }; o[${Array.from({ length: n }, (_, i) => `x === ${i} ? ${i} :`).join(' ')} 'none'] += 1; o.none`, () => 2],
  methods: [(n) => `var n = 0, o = { m() { n++; return this; } }; o${repeat('.m()', n)}; n`, (n) => n],
  'methods with functions': [(n) => `var n = 0, o = { then(f) { f(1); return this; } }; o${repeat('.then((x) => { n += x; })', n)}; n`, (n) => n],
  'optional methods': [(n) => `var n = 0, o = { m() { return ++n < 5 ? this : null; } }; String(o${repeat('?.m()', n)}) + n`, () => 'undefined5'],
  'optional chain': [(n) => `var o = {}; o.o = o; o.p = null; String(o?.p?.o${repeat('.o[0]()', n >> 1)})`, () => 'undefined'],
  properties: [(n) => `var o = {}; o.o = o; o${repeat('.o', n)} === o`, () => true],
  elements: [(n) => `var o = []; o[0] = o; var i = 0; o${repeat('[i][0]', n >> 1)} === o`, () => true],
  'an assignment to a property': [(n) => `var o = {}; o.o = o; o${repeat('.o', n)}.p = 5; o${repeat('.o', n)}.p++; delete o${repeat('.o', n)}.q; o.p`, () => 6],
  calls: [(n) => `var n = 0, f = () => (n++, f); f${repeat('()', n)}; n`, (n) => n],
  'tagged templates': [(n) => `var n = 0, f = () => (n++, f); f${repeat('`x`', n)}; n`, (n) => n],
  commas: [(n) => `0${repeat(', 1', n)}`, () => 1],
  'elements of an array': [(n) => `[${repeat('1, ', n)}].length`, (n) => n],
  cases: [(n) => `var x = ${n}, r; switch (x) { ${Array.from({ length: n }, (_, i) => `case ${i}: r = ${i}; break;`).join(' ')} default: r = 'none'; } r`, () => 'none'],
};

describe('rows and chains are not nested', () => {
  test.each(Object.entries(rows))('%s', (_, [make, value]) => {
    const program = `console.log(String(eval(${JSON.stringify(make(5000))})));`;
    const expected = `${String(value(5000))}\n`;
    let fuel = -1;
    for (const mode of modes.slice(0, 3)) {
      const result = mode.run(program);
      expect(result.error).toBeUndefined();
      expect(result.output).toBe(expected);
      if (fuel < 0) fuel = result.fuel;
      expect(result.fuel).toBe(fuel);
    }
  });

  test('a chain of accesses and calls ends somewhere', () => {
    const chain = (n: number): void => void compileScript(`o${repeat('.o', n)}`, 'test.js');
    chain(10_000);
    expect(() => chain(20_000)).toThrow('the code is nested too deeply');
  });

  test('of what is called, the error tells the beginning', () => {
    for (const mode of modes.slice(0, 2)) {
      const result = mode.run(`const o = {}; o.o = o; try { o${repeat('.o', 12)}.m().n(); } catch (e) { console.log(e.message); } try { eval('o' + '.o'.repeat(5000) + '()'); } catch (e) { console.log(e.message); }`);
      expect(result.output).toBe(`o${repeat('.o', 12)}.m is not a function\no${repeat('.o', 28)}... is not a function\n`);
    }
  });
});

describe('the limit is the same in every mode and at every depth', () => {
  const program = `
    const deep = (levels, f) => levels === 0 ? f() : deep(levels - 1, f) + '';
    const text = (levels) => '['.repeat(levels) + ']'.repeat(levels);
    const ways = {
      eval: (text) => (0, eval)(text),
      'direct eval': (text) => eval(text),
      Function: (text) => new Function('return ' + text),
      'parameters of a Function': (text) => Function('a = ' + text, ''),
      'generator function': (text) => (function* () {}).constructor(text),
      'Reflect.construct': (text) => Reflect.construct(Function, [text]),
      'a callback': (text) => [text].map((text) => [text].map(eval)),
      'a text with characters beyond Latin-1': (text) => (0, eval)('/*\\u0101*/' + text),
      'a conversion': (text) => new Function({ toString: () => text }),
      'a getter': (text) => ({ get g() { return eval(text); } }).g,
      'a comparator': (text) => [1, 2].sort(() => { eval(text); return 0; }),
      'a regexp': (text) => (0, eval)('/' + text.replaceAll('[', '(').replaceAll(']', ')') + '/'),
    };
    for (const [name, way] of Object.entries(ways)) {
      for (const depth of [0, 300, 700, 790, 2500]) {
        const results = [100, 330, 400, 1500].map((levels) => deep(depth, () => { try { way(text(levels)); return 'done'; } catch (e) { return e.message; } }));
        console.log(name, depth, results.join(', '));
      }
    }`;
  let reference: ReturnType<(typeof modes)[0]['run']> | undefined;
  test.each(modes.map((mode) => [mode.name, mode] as const))('%s', (_, mode) => {
    const result = mode.run(program);
    expect(result.error).toBeUndefined();
    for (const line of result.output.trimEnd().split('\n')) {
      const isRegExp = line.startsWith('a regexp');
      expect(line).toMatch(isRegExp ? /done, done, done, / : /done, done, the code is nested too deeply, the code is nested too deeply$/);
    }
    reference ??= result;
    expect(result.output).toBe(reference.output);
    expect(result.fuel).toBe(reference.fuel);
  });
});

describe('the syntax tree is that of acorn', () => {
  const options: Options = { ecmaVersion: 2025, allowHashBang: true };
  /** The tree, or the error. */
  const outcome = (parse: () => Program): unknown => {
    try {
      return parse();
    } catch (error) {
      return (error as Error).message;
    }
  };
  const check = (text: string): void => {
    for (const sourceType of ['script', 'module'] as const) {
      const all: Options = { ...options, sourceType };
      expect(outcome(() => new NestingParser(all, text).parse()), text).toEqual(outcome(() => Parser.parse(text, all)));
    }
  };

  test('names are looked up however many a scope declares', () => {
    const names = Array.from({ length: 4000 }, (_, i) => `let name${i};`).join('\n');
    const searched = (parse: () => unknown): number => {
      const search = vi.spyOn(Array.prototype, 'indexOf');
      try {
        parse();
        return search.mock.contexts.reduce<number>((sum, list) => sum + (list as unknown[]).length, 0);
      } finally {
        search.mockRestore();
      }
    };
    const all: Options = { ...options, sourceType: 'script' };
    expect(searched(() => new NestingParser(all, names).parse())).toBeLessThan(40_000);
    // The lists of names are searched by acorn itself: once for each declaration.
    expect(searched(() => Parser.parse(names, all))).toBeGreaterThan(4000 * 1000);
  });

  test('of programs', () => {
    for (const file of [...scriptsUnder('samples'), ...scriptsUnder('tests/programs')]) check(readScript(file));
    check(readFileSync(createRequire(import.meta.url).resolve('acorn'), 'utf8'));
  });

  const parts = ['a', 'b = 1', '[a] = b', '{ a = 1 } = b', '{ a = 1 }', '({ a = 1 })', '(a) = 1', '[(a)] = 1', '([a])', '() => a', '(a) => a ? b : c', 'async x => x', 'yield', 'yield a', 'await', 'a, b', '...a', 'a += 1', '#x in a', 'a ?? b', 'a || b', 'a ?? b || c', 'a in b', '({ __proto__: 1, __proto__: 2 })', '{ __proto__: a, __proto__: b } = c', 'new a', '-a ** 2', 'a ** b ** c', 'a?.b = 1', 'x?.y', 'function () {}', '1 = 2', ''];
  test.each([
    ['conditionals', parts.flatMap((x) => parts.flatMap((y) => [`a ? ${x} : ${y}`, `(${x} ? ${y} : z)`, `q ? r : ${x} ? ${y} : z`, `function* g() { a ? b : ${x} ? c : ${y} }`]))],
    ['operators', parts.flatMap((x) => ['+', '*', '**', '??', '||', '&&', 'in', '=='].flatMap((op) => [`a ${op} ${x} || d`, `a + b ${op} ${x} ?? d`, `for (var i = a ${op} ${x}; ;) ;`]))],
    ['ifs', ['a;', '{}', 'function f() {}', 'let x;', 'let\nx;', 'if (b) c;', 'class A {}', 'else', 'x: function f() {}'].flatMap((x) => ['a;', 'if (b) c; else d;', 'function f() {}', '{}', 'class A {}', 'if (b) c;\nelse if (d) e'].flatMap((y) => [`if (a) ${x} else ${y}`, `if (a) ${x} else if (b) ${x} else ${y}`, `"use strict"; if (a) ${x} else if (b) ${x} else ${y}`]))],
    ['words, blanks, and numbers', ['a', '$_1', 'of', 'yield', 'await', 'let', 'async', 'static', 'eval', 'arguments', 'enum', 'class', 'v\\u0061r', '\\u0061', 'l\\u0065t', 'é', 'aé', 'a\\u{62}', '\u{1d4d0}', '1', '12', '012', '089', '1n', '0n', '1_0', '1234567890', '1a', '1.', '1.5', '.5', '1é', '0x1', '""', "'a'", '"\\n"', '"a\n"', '"\u2028"', '`a${b}`', '/a/', '/a/g', 'a?.b', 'a?.5:1', '...a', '#a'].flatMap((x) => [`${x}`, `${x} = 1`, `var ${x};`, `let ${x}`, `\t${x}\r\n/**/${x}//`, `a.${x}.b`, `f(${x})`, `[${x}, ${x}]`, `({ ${x} })`, `({ ${x}: 1, get ${x}() {} })`, `"use strict"; ${x}`, `function* g() { ${x}\n/ 1 }`, `async () => ${x}`, `class A { static ${x} = 1; ${x}() { ${x} } }`, `for (${x} of a) ;`, `for (let ${x} in a) ;`, `${x}: ${x}\n++\nb`, `${x} => ${x}`, `async ${x} => 1`, `new ${x}(1).c`, `if (a) ${x} /b/ 1`, `a = ${x}--> 1`])],
    ['declarations of many names', ['let x1', 'var x1', 'function x1() {}', 'class x1 {}', 'const x1 = 1', '{ var x1 }', '{ let x1 }', '{ function x1() {} }', 'try {} catch (x1) { var x1 }', 'try {} catch (x1) { let x1 }', 'try {} catch ([x1]) { var x1 }', 'for (let x1 of a) { var x1 }', 'export { x1 }'].flatMap((x) => [3, 20].flatMap((count) => ['let', 'var', 'const', 'function'].flatMap((kind) => {
      const names = Array.from({ length: count }, (_, i) => (kind === 'function' ? `function x${i}() {}` : `${kind} x${i} = 1;`)).join('\n');
      return [`${names}\n${x}`, `${x}\n${names}`, `function f(x1) { ${names}\n${x} }`, `{ ${names}\n${x} }`, `switch (a) { case 1: ${names}\n${x} }`];
    })))],
    ['lists', ['', 'a', 'a,', ',', ',a', 'a, ...b', '...b, a', '...b,', 'a = 1', '[a], { b }', '...[a]', 'a, a'].flatMap((x) => [`f(${x})`, `[${x}]`, `[${x}] = c`, `(${x}) => c`, `function f(${x}) {}`, `"use strict"; function f(${x}) {}`, `var [${x}] = c`, `new F(${x})`, `async (${x}) => c`, `async(${x})`, `({ ${x} })`, `({ ${x} } = c)`, `var ${x};`, `const ${x};`, `for (const ${x} of c) ;`])],
  ])('of %s, right and wrong', (_, texts) => {
    for (const text of texts) check(text);
  });
});
