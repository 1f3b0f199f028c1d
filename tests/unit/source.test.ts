// Syntax errors and the code frames that show them.
import { expect, test } from 'vitest';
import { compileLibrary, compileScript } from '../../src/bytecode/compile.ts';
import { SourceError, codeFrame } from '../../src/source/diagnostics.ts';
import { LineTable } from '../../src/source/lines.ts';

function errorOf(source: string): SourceError {
  try {
    compileScript(source, 'test.js');
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
  throw new Error('it compiles');
}

test('a syntax error says what, where, and shows it', () => {
  const error = errorOf('let a = 1;\nlet b = 2;\nfunction f() {\n  return a +* b;\n}\nf();\n');
  expect(error.message).toBe("Unexpected token '*'");
  expect([error.file, error.line, error.column]).toEqual(['test.js', 4, 12]);
  expect(error.codeFrame).toBe(
    ['  2 | let b = 2;', '  3 | function f() {', '> 4 |   return a +* b;', '    |             ^', '  5 | }'].join('\n'),
  );
});

test('an error is shown where it stands', () => {
  const text = 'const a = 1;\n\nconst g = function* () {};';
  const error = new SourceError('not allowed here', 'test.js', text, text.indexOf('function'));
  expect(error.message).toBe('not allowed here');
  expect(error.codeFrame).toBe(['  1 | const a = 1;', '  2 |', '> 3 | const g = function* () {};', '    |           ^'].join('\n'));
});

test.each<[string, string]>([
  ['let a; let a;', "Identifier 'a' has already been declared"],
  ['"use strict"; delete a;', 'Deleting local variable in strict mode'],
  ['return 1;', "'return' outside of function"],
  ['break;', 'Unsyntactic break'],
  ['class A { constructor() {} constructor() {} }', 'Duplicate constructor in the same class'],
  ['class A { m() { this.#x; } }', "Private field '#x' must be declared in an enclosing class"],
  ['/(/', 'Invalid regular expression: /(/: Unterminated group'],
  ['a?.b = 1', 'Optional chaining cannot appear in left-hand side'],
  ['new.target', "'new.target' can only be used in functions and class static block"],
  ['`${', 'Unexpected end of input'],
  ['let x = ;', "Unexpected token ';'"],
  ['f(a b)', "Unexpected identifier 'b'"],
  ['if (a) else', "Unexpected token 'else'"],
  ['a 1', 'Unexpected number'],
  ['a "b"', 'Unexpected string'],
  ['let a = 1 }', "Unexpected token '}'"],
  ['a >>>= >= b', "Unexpected token '>='"],
  ['({ a: 1', 'Unexpected end of input'],
  ['x #x', "Unexpected identifier '#x'"],
  ['x \\u{61}bc', "Unexpected identifier 'abc'"],
  ['a ab\\u0063', "Unexpected identifier 'abc'"],
  ['x = ?.5:1', "Unexpected token '?'"],
  ['x ?. ?. y', "Unexpected token '?.'"],
  ['x enum', 'Unexpected reserved word'],
])('%s', (source, message) => {
  expect(errorOf(source).message).toBe(message);
});

test('a nesting too deep for the compiler is refused', () => {
  expect(errorOf(`${'['.repeat(100_000)}${']'.repeat(100_000)}`).message).toBe('the code is nested too deeply');
});

test('a long sum is not deep', () => {
  const template = compileScript(Array.from({ length: 2_000 }, (_, i) => `a${i}`).join(' + '), 'test.js');
  expect(template.registerCount).toBeLessThan(8);
});

test('a frame in a long line shows a part of it', () => {
  const text = `${'x'.repeat(300)}!${'y'.repeat(300)}`;
  const [line, caret] = codeFrame(text, 300).split('\n');
  expect(line.length).toBeLessThan(130);
  expect(line[caret.length - 1]).toBe('!');
});

test('lines end as the language says', () => {
  const lines = new LineTable('a\nb\r\nc\rd\u2028e\u2029f');
  expect([0, 2, 4, 5, 7, 9, 11].map((offset) => `${lines.lineAt(offset)}:${lines.columnAt(offset)}`)).toEqual(['1:0', '2:0', '2:2', '3:0', '4:0', '5:0', '6:0']);
});

test('a library file gives a template for each function', () => {
  const library = compileLibrary(
    `function map(f) { 'name: map'; 'length: 1'; return Call(f, this, helper(this)); }
     function helper(a) { 'constructor'; return Construct(a, 1); }
     function size() { 'name: get size'; return a => map; }`,
    'lib.js',
  );
  expect([...library.values()].map((t) => [t.name, t.kind, t.length, t.strict, t.selfHosted])).toEqual([
    ['map', 'method', 1, true, true],
    ['helper', 'function', 1, true, true],
    ['get size', 'method', 0, true, true],
  ]);
  expect(() => compileLibrary('let a = 1;', 'lib.js')).toThrow('a library file consists of function declarations');
});
