// console.log shows guest values exactly as Node's own shows the same values natively.

import util from 'node:util';
import { describe, expect, test } from 'vitest';
import { nodeRealm } from '../../src/host/node-realm.ts';
import { Vm } from '../../src/process/vm.ts';
import { formatDuration } from '../../src/runtime/intrinsics/console.ts';
import { quote, stringWidth } from '../../src/runtime/inspect-text.ts';

/** What the guest prints for the expressions, one text each. */
function guestTexts(expressions: readonly string[], realm = nodeRealm): string[] {
  const texts: string[] = [];
  const vm = new Vm({ realm, jit: false, write: (_stream, text) => texts.push(text.slice(0, -1)) });
  vm.evaluate(expressions.map((e) => `console.log([${e}][0]);`).join('\n'));
  return texts;
}

function nativeTexts(expressions: readonly string[]): string[] {
  return expressions.map((e) => util.format(new Function(`return [${e}][0]`)()));
}

const EXPRESSIONS: Record<string, readonly string[]> = {
  primitives: ['1', '-0', 'NaN', '10n', 'true', 'null', 'undefined', 'Symbol()', 'Symbol("a b")', '[-0, 0, 1e21]', '[10n, null, undefined]'],
  strings: [
    '["a"]', '["it\'s"]', '["\\"\'"]', '["\\"\'`"]', '["\\n\\t\\u0001\\x7f\\x80\\\\"]', '["\\ud83d\\ude00"]', '["a".repeat(200)]',
    '{ a: "line one\\nline two\\nline three" }', '{ s: "first line of many characters\\nsecond line of many characters\\nthird line of them" }', '["x".repeat(10010)]',
  ],
  arrays: [
    '[]', '[1, 2, 3]', '[,]', '[1, , 3]', '[, , 1, , ]', 'new Array(5)', '[[1, [2, [3, [4, [5]]]]]]', 'Object.assign([1], { a: 2, "b-c": 3 })',
    'Array.from({ length: 7 }, (_, i) => i)', 'Array.from({ length: 30 }, (_, i) => i * 1.5)', 'Array.from({ length: 101 }, (_, i) => i)',
    'Array.from({ length: 300 }, (_, i) => "item" + i)', 'Array.from({ length: 27 }, (_, i) => "x".repeat(i))', 'Array.from({ length: 9 }, (_, i) => ({ i }))',
    'Array.from({ length: 8 }, (_, i) => BigInt(i) ** 9n)', '[1, "a", 2, "b", 3, "c", 4]', 'Array.from({ length: 8 }, (_, i) => "日".repeat(i))',
    '(() => { const a = []; a[1000] = 1; return a; })()', '(() => { const a = Array.from({ length: 120 }, (_, i) => i); delete a[5]; delete a[110]; return a; })()',
  ],
  objects: [
    '{}', '{ a: 1 }', '{ a: { b: { c: { d: 1 } } } }', '{ a: { b: { c: {} } } }', '{ "a-b": 1, 2: 3, "": 4, é: 5, $d: 6, _u: 7 }', '{ ["__proto__"]: 1 }',
    '{ [Symbol("k")]: 1, [Symbol.iterator]: 2 }', '{ get a() { return 1 }, set a(v) {}, get b() { return 1 }, set c(v) {} }', 'Object.create(null)',
    'Object.create({})', 'Object.create(Object.create(null))', 'Object.assign(Object.create(null), { x: 1 })', 'Object.defineProperty({}, "h", { value: 1 })',
    '(() => { const o = { name: "o" }; o.self = o; o.list = [o, { o }]; return o; })()', '(() => { const a = {}; const b = { a }; a.b = b; return { a, b }; })()',
    'Object.fromEntries(Array.from({ length: 30 }, (_, i) => ["key" + i, i]))', '{ a: "x".repeat(40), b: "y".repeat(40) }', '{ a: [{ b: { c: [1] } }] }', '[[[[]]]]', '[[[{}]]]',
    '(function () { return arguments })(1, "a")', '{ [Symbol.toStringTag]: "T", a: 1 }', 'Object.create({ [Symbol.toStringTag]: "T" })',
  ],
  functions: [
    'function f() {}', 'function () {}', '() => 1', 'class A {}', 'class {}', 'class A extends Array {}', 'class extends null {}', 'class A { static x = 1; static m() {} }',
    'Object.assign(function f() {}, { a: 1 })', 'Map', 'console.log', 'Object.setPrototypeOf(function f() {}, null)', '({ m() {} }).m', 'Object.defineProperty(() => 1, "name", { value: "n" })',
  ],
  classes: [
    'new (class Foo { x = 1 })', 'new (class Foo {})', 'new (class extends Array {})(3)', 'new (class M extends Map {})([[1, 2]])', 'new (class D extends Date {})(0)',
    'new (class R extends RegExp {})("x", "g")', 'new (class N extends Number {})(3)', 'new (class Foo { #p = 1; y = [1] })', '(class Foo { constructor() { this.f = new Date(0) } }).prototype',
  ],
  collections: [
    'new Map', 'new Set', 'new Map([[{ a: 1 }, [1]], ["k", new Map([[1, 2]])]])', 'new Set([[1], "a", { b: 1 }])', 'new Map([[1, 2]]).entries()', 'new Map([["a", 1]]).keys()',
    'new Map([["a", 1]]).values()', 'new Set([1, 2]).values()', 'new Set([1]).entries()', '[1][Symbol.iterator]()', '"a"[Symbol.iterator]()', 'new WeakMap', 'new WeakSet',
    'new Set(Array.from({ length: 120 }, (_, i) => i))', 'Object.assign(new Map([[1, 2]]), { extra: true })', 'Object.setPrototypeOf(new Map([[1, 2]]), null)',
    'new Map(Array.from({ length: 4 }, (_, i) => [i, { v: "x".repeat(30) }]))', '[new Map([[1, { a: { b: 1 } }]])]',
  ],
  others: [
    'new Date(0)', 'new Date(NaN)', 'Object.assign(new Date(5), { x: 1 })', '/a\\/b/gi', 'Object.assign(/x/, { p: 1 })', 'new Number(-0)', 'new String("abc")', 'Object(10n)',
    'Object(Symbol("s"))', 'Object.assign(new String("ab"), { x: 1 })', 'Math', 'JSON', 'Object.prototype', 'Array.prototype', 'Date.prototype', 'Map.prototype', 'Error.prototype',
  ],
  errors: [
    'Object.assign(new Error("a"), { stack: "Error: a\\n    at f (x.js:1:2)" })', '[Object.assign(new TypeError("a"), { stack: "TypeError: a\\n    at f (x.js:1:2)\\n    at g (x.js:3:4)", code: 5 })]',
    'Object.assign(new Error("a", { cause: "c" }), { stack: "Error: a\\n    at f (x.js:1:2)" })', '{ e: Object.assign(new (class MyError extends Error {})("m\\nn"), { stack: "Error: m\\nn\\n    at f (x.js:1:2)" }) }',
    'Object.assign(new Error("a"), { stack: "no frames" })', 'Object.assign(new Error("a"), { stack: undefined })', 'Object.assign(new AggregateError([1, "x"], "g"), { stack: "AggregateError: g\\n    at f (x.js:1:2)" })',
  ],
};

describe.each(Object.keys(EXPRESSIONS))('%s', (topic) => {
  test.each([['emptied realm', nodeRealm], ['no realm', undefined]] as const)('%s', (name, realm) => {
    // Without a realm of its own Array.prototype is no array for the host.
    const expressions = EXPRESSIONS[topic].filter((e) => name === 'emptied realm' || e !== 'Array.prototype');
    expect(guestTexts(expressions, realm)).toEqual(nativeTexts(expressions));
  });
});

test('random trees', () => {
  let seed = 20240601;
  const random = (n: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * n);
  };
  const word = (): string => 'abcdefghijklmnopqrstuvwxyz'.slice(random(20), 20 + random(6));
  const leaf = (): string => [String(random(1000) - 500), `${random(100)}.${random(100)}`, `${random(9)}n`, JSON.stringify(word()), JSON.stringify('x'.repeat(random(40))), 'null', 'undefined', `"it's"`, '() => 1', 'new Date(0)'][random(10)];
  const list = (depth: number, element: () => string, max = 4): string => Array.from({ length: random(depth > 2 ? 2 : max) }, element).join(', ');
  const tree = (depth: number): string => {
    switch (depth > 4 ? 0 : random(7)) {
      case 1:
      case 2:
        return `[${list(depth, () => tree(depth + 1), 12)}]`;
      case 3:
        return `{ ${list(depth, () => `${JSON.stringify(word() + (random(5) === 0 ? '-' : ''))}: ${tree(depth + 1)}`, 6)} }`;
      case 4:
        return `new Map([${list(depth, () => `[${leaf()}, ${tree(depth + 1)}]`)}])`;
      case 5:
        return `new Set([${list(depth, () => tree(depth + 1))}])`;
      case 6:
        return `Array.from({ length: ${random(40)} }, (_, i) => ${['i', 'i * 1.5', '"s".repeat(i % 9)', '[i]'][random(4)]})`;
      default:
        return leaf();
    }
  };
  const expressions = Array.from({ length: 400 }, () => tree(0));
  expect(guestTexts(expressions)).toEqual(nativeTexts(expressions));
});

test('format specifiers', () => {
  const calls = [
    '"%s|%s|%s", "a", -0, 5n', '"%s %s", {}, [1, [2, [3]]]', '"%s", { toString() { return "own" } }', '"%s %s", class A {}, Symbol("x")', '"%d %d %d", "42", 7n, {}',
    '"%i %f", "42.9px", "3.5x"', '"%d", { valueOf() { return 3 } }', '"%j %j", { a: [1] }, undefined', '"%O", { a: { b: { c: { d: 1 } } } }', '"%o", [1, { a: 1 }]',
    '"%c styled", "css"', '"%% %s", 1', '"100%", 1', '"%x %s", 1, 2', '"%s"', '"a", "%s"', '"%s %s", 1', '1, "a", { b: "c" }', '""', '"%s", new Date(0)', '"%s", null',
  ];
  const texts: string[] = [];
  new Vm({ jit: false, write: (_stream, text) => texts.push(text) }).evaluate(calls.map((c) => `console.log(${c});`).join('\n'));
  expect(texts).toEqual(calls.map((c) => `${(new Function('util', `return util.format(${c})`) as (u: typeof util) => string)(util)}\n`));
});

test('getters are not called', () => {
  const texts = guestTexts(['{ get a() { throw new Error("called") } }', 'Object.defineProperty([], 0, { get() { throw new Error("called") }, enumerable: true })']);
  expect(texts).toEqual(['{ a: [Getter] }', '[ [Getter] ]']);
});

test('nesting of any depth is shown', () => {
  const texts: string[] = [];
  new Vm({ jit: false, write: (_stream, text) => texts.push(text) }).evaluate('let o = {}; for (let i = 0; i < 5000; i++) o = { o }; console.dir(o, { depth: null });');
  expect(texts[0]).toContain('Inspection interrupted prematurely');
});

test.each([[0.5, '0.5ms'], [1234, '1.234s'], [61_500, '1:01.500 (m:ss.mmm)'], [3_723_004, '1:02:03.004 (h:mm:ss.mmm)']])('a duration of %d ms', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test('widths and quotes', () => {
  expect(['abc', '日本', '\u001b[31mred\u001b[39m', 'e\u0301', '😀'].map((t) => stringWidth(t))).toEqual([3, 4, 3, 1, 2]);
  expect(quote('a\'b"c')).toBe('`a\'b"c`');
});
