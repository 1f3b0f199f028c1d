// The code of small sources, as listings. Blank margins are cut; a function is shown by its own code.
import { expect, test } from 'vitest';
import { compileScript } from '../../src/bytecode/compile.ts';
import { disassemble } from '../../src/bytecode/disassembler.ts';
import type { Template } from '../../src/bytecode/template.ts';
import { verify } from '../../src/bytecode/verifier.ts';

function code(template: Template): string[] {
  const lines = disassemble(template, { source: false, children: false }).trimEnd().split('\n');
  return lines.slice(1).map((line) => line.trim().replace(/ +/g, ' '));
}

/** The instructions of the first function of a source. */
function listing(source: string): string[] {
  const script = compileScript(source, 'test.js', { completionValue: false });
  verify(script);
  return code(script.children[0]);
}

test('a counting loop: the test at the header, one way back', () => {
  expect(listing('function f(n) { let s = 0; for (let i = 0; i < n; i++) s += i * 2; return s; }')).toMatchInlineSnapshot(`
    [
      "0 Entry fuel 2",
      "3 LoadInt r2 0",
      "6 LoadInt r3 0",
      "9 Loop fuel 2",
      "12 Lt r4 r3 r1",
      "17 JumpIfFalse r4 39",
      "20 Block fuel 4",
      "23 MulInt r4 r3 2",
      "28 Add r2 r2 r4",
      "33 Inc r3 r3",
      "37 Jump 9",
      "39 Block fuel 1",
      "42 Return r2",
    ]
  `);
});

test('conditions make no booleans', () => {
  expect(listing('function f(a, b, c) { if ((a < b && !c) || b == null) return 1; return 2; }')).toMatchInlineSnapshot(`
    [
      "0 Entry fuel 2",
      "3 Lt r4 r1 r2",
      "8 JumpIfFalse r4 17",
      "11 Block fuel 1",
      "14 JumpIfFalse r3 23",
      "17 Block fuel 1",
      "20 JumpIfNotNullish r2 31",
      "23 Block fuel 2",
      "26 LoadInt r4 1",
      "29 Return r4",
      "31 Block fuel 2",
      "34 LoadInt r4 2",
      "37 Return r4",
    ]
  `);
});

test('a jump behind a condition is the condition\'s own', () => {
  expect(listing('function f(a) { while (true) { if (a > 1) break; if (!a) continue; a++; } }')).toMatchInlineSnapshot(`
    [
      "0 Entry fuel 0",
      "3 Loop fuel 2",
      "6 GtInt r3 r1 1",
      "11 JumpIfTrue r3 29",
      "14 Block fuel 1",
      "17 JumpIfFalse r1 3",
      "20 Block fuel 2",
      "23 Inc r1 r1",
      "27 Jump 3",
      "29 Block fuel 1",
      "32 Return r2",
    ]
  `);
});

test('results go where they are wanted', () => {
  expect(listing('function f(o, x) { let a = o.p + 1; a = a * x; o.q = a; o[x] = o.length; return o; }')).toMatchInlineSnapshot(`
    [
      "0 Entry fuel 7",
      "3 GetProp r3 r1 .p",
      "8 AddInt r3 r3 1",
      "13 Mul r3 r3 r2",
      "18 SetProp r1 .q r3",
      "23 GetLength r4 r1",
      "27 SetElem r1 r2 r4",
      "32 Return r1",
    ]
  `);
});

test('a variable that a later operand assigns is copied', () => {
  expect(listing('function f(a) { return a + (a = 5) + a++ * a; }')).toMatchInlineSnapshot(`
    [
      "0 Entry fuel 8",
      "3 Move r2 r1",
      "6 LoadInt r1 5",
      "9 Add r2 r2 r1",
      "14 ToNumeric r3 r1",
      "18 Inc r1 r3",
      "22 Mul r3 r3 r1",
      "27 Add r2 r2 r3",
      "32 Return r2",
    ]
  `);
});

test('a variable is not seen half computed', () => {
  expect(listing('function f(a) { a = a && a.b; a = { b: a, [a]: a }; return a; }')).toMatchInlineSnapshot(`
    [
      "0 Entry fuel 1",
      "3 JumpIfFalse r1 14",
      "6 Block fuel 1",
      "9 GetProp r1 r1 .b",
      "14 Block fuel 6",
      "17 NewObject r2 keys("b") [r1]",
      "22 ToPropertyKey r3 r1",
      "25 DefineElem r2 r3 r1",
      "29 Move r1 r2",
      "32 Return r1",
    ]
  `);
});

test('calls: receiver, undefined for none, spread', () => {
  expect(listing('function f(o) { o.m(1, o); f(o); f(...o, 2); new o.C(3); }')).toMatchInlineSnapshot(`
    [
      "0 Entry fuel 35",
      "3 GetProp r4 r1 .m",
      "8 LoadInt r5 1",
      "11 Call r3 r4 r1 "o.m" [r5 r1]",
      "19 GetGlobal r3 .f",
      "22 Call r3 r3 r2 "f" [r1]",
      "29 GetGlobal r3 .f",
      "32 NewArray r4 []",
      "35 ArraySpread r4 r1 "o"",
      "39 LoadInt r5 2",
      "42 ArrayAppend r4 r5",
      "45 CallSpread r3 r3 r2 "f" r4",
      "51 GetProp r3 r1 .C",
      "56 LoadInt r4 3",
      "59 New r3 r3 "o.C" [r4]",
      "65 Return r2",
    ]
  `);
});

test('small integers are operands, on either side where the operator allows it', () => {
  expect(listing('function f(a) { return (2 * a) - 1 > 1e9 === (3 < a) || a === -0 || 1 - a; }')).toMatchInlineSnapshot(`
    [
      "0 Entry fuel 7",
      "3 LoadInt r2 2",
      "6 Mul r2 r2 r1",
      "11 SubInt r2 r2 1",
      "16 GtInt r2 r2 1000000000",
      "21 GtInt r3 r1 3",
      "26 StrictEq r2 r2 r3",
      "30 JumpIfTrue r2 43",
      "33 Block fuel 2",
      "36 LoadConst r3 -0",
      "39 StrictEq r2 r1 r3",
      "43 Block fuel 1",
      "46 JumpIfTrue r2 60",
      "49 Block fuel 2",
      "52 LoadInt r2 1",
      "55 Sub r2 r2 r1",
      "60 Block fuel 1",
      "63 Return r2",
    ]
  `);
});

test('constants stand for their values once initialised', () => {
  const script = compileScript('(function () { const N = 3; return (a) => a + N; })', 'test.js');
  expect(code(script.children[0].children[0])).toMatchInlineSnapshot(`
    [
      "0 Entry fuel 3",
      "3 LoadScope r2",
      "5 AddInt r3 r1 3",
      "10 Return r3",
    ]
  `);
});

test('closures in a loop capture a scope of each iteration', () => {
  expect(listing('function f() { for (let i = 0; i < 3; i++) g(() => i); }')).toMatchInlineSnapshot(`
    [
      "0 Entry fuel 4",
      "3 NewScope r2 r1 {i}",
      "7 LoadInt r3 0",
      "10 SetSlot r2 0 0 r3",
      "15 Loop fuel 3",
      "18 GetSlot r3 r2 0 0",
      "23 LtInt r3 r3 3",
      "28 JumpIfFalse r3 68",
      "31 Block fuel 13",
      "34 GetGlobal r3 .g",
      "37 NewClosure r4 <arrow (anonymous)> r2",
      "41 Call r3 r3 r1 "g" [r4]",
      "48 CopyScope r2 r2 {i}",
      "52 GetSlot r3 r2 0 0",
      "57 Inc r3 r3",
      "61 SetSlot r2 0 0 r3",
      "66 Jump 15",
      "68 Block fuel 1",
      "71 Return r1",
    ]
  `);
});

test('for-of spells out the protocol beside the fast way, and closes the iterator', () => {
  expect(listing('function f(xs) { for (const x of xs) if (x) return x; }')).toMatchInlineSnapshot(`
    [
      "0 Entry fuel 1",
      "3 IterStart r4 r5 r6 r1 33",
      "9 Block fuel 8",
      "12 GetIteratorMethod r7 r1 "xs"",
      "16 Call r4 r7 r1 "xs" []",
      "22 CheckObject r4 1",
      "25 GetProp r5 r4 .next",
      "30 LoadInt r6 0",
      "33 Loop fuel 1",
      "36 IterStep r3 r4 r5 r6 116 71",
      "43 Block fuel 7",
      "46 Call r8 r5 r4 "(intermediate value).next" []",
      "52 CheckObject r8 0",
      "55 GetProp r9 r8 .done",
      "60 JumpIfTrue r9 116",
      "63 Block fuel 1",
      "66 GetProp r3 r8 .value",
      "71 Block fuel 1",
      "74 JumpIfFalse r3 111",
      "77 Block fuel 1",
      "80 JumpIfFastIter r5 106",
      "83 Block fuel 2",
      "86 GetProp r8 r4 .return",
      "91 JumpIfNullish r8 106",
      "94 Block fuel 5",
      "97 Call r9 r8 r4 "(intermediate value).return" []",
      "103 CheckObject r9 2",
      "106 Block fuel 1",
      "109 Return r3",
      "111 Block fuel 1",
      "114 Jump 33",
      "116 Block fuel 1",
      "119 Return r2",
    ]
  `);
});

test('finally is compiled once', () => {
  expect(listing('function f(a) { for (;;) { try { if (a()) return 1; else break; } finally { g(); } } h(); }')).toMatchInlineSnapshot(`
    [
      "0 Entry fuel 0",
      "3 Block fuel 6",
      "6 LoadUndefined r4",
      "8 Call r5 r1 r2 "a" []",
      "14 JumpIfFalse r5 31",
      "17 Block fuel 4",
      "20 LoadInt r5 1",
      "23 Move r4 r5",
      "26 LoadInt r3 2",
      "29 Jump 45",
      "31 Block fuel 2",
      "34 LoadInt r3 3",
      "37 Jump 45",
      "39 Block fuel 1",
      "42 LoadInt r3 1",
      "45 Block fuel 6",
      "48 GetGlobal r5 .g",
      "51 Call r5 r5 r2 "g" []",
      "57 SwitchInt r3 1 74 [64 69]",
      "64 Block fuel 1",
      "67 Throw r4",
      "69 Block fuel 1",
      "72 Return r4",
      "74 Block fuel 6",
      "77 GetGlobal r3 .h",
      "80 Call r3 r3 r2 "h" []",
      "86 Return r2",
      "handler 8 to 37: goto 39, exception in r4",
    ]
  `);
});

test('a dense switch is a jump table, another one a row of comparisons', () => {
  expect(listing('function f(a) { switch (a) { case 1: return "a"; case 2: case 4: return "b"; case 3: a(); default: return; } }')).toMatchInlineSnapshot(`
    [
      "0 Entry fuel 1",
      "3 SwitchInt r1 1 37 [12 20 28 20]",
      "12 Block fuel 2",
      "15 LoadConst r3 "a"",
      "18 Return r3",
      "20 Block fuel 2",
      "23 LoadConst r3 "b"",
      "26 Return r3",
      "28 Block fuel 4",
      "31 Call r3 r1 r2 "a" []",
      "37 Block fuel 1",
      "40 Return r2",
    ]
  `);
  expect(listing('function f(a) { switch (a) { case "x": return 1; case 1: return 2; } }')).toMatchInlineSnapshot(`
    [
      "0 Entry fuel 3",
      "3 LoadConst r4 "x"",
      "6 StrictEq r3 r1 r4",
      "10 JumpIfTrue r3 28",
      "13 Block fuel 2",
      "16 StrictEqInt r3 r1 1",
      "20 JumpIfTrue r3 36",
      "23 Block fuel 1",
      "26 Jump 44",
      "28 Block fuel 2",
      "31 LoadInt r3 1",
      "34 Return r3",
      "36 Block fuel 2",
      "39 LoadInt r3 2",
      "42 Return r3",
      "44 Block fuel 1",
      "47 Return r2",
    ]
  `);
});

test('optional chains share one way out', () => {
  expect(listing('function f(a) { return a?.b.c?.(a); }')).toMatchInlineSnapshot(`
    [
      "0 Entry fuel 1",
      "3 JumpIfNullish r1 34",
      "6 Block fuel 3",
      "9 GetProp r3 r1 .b",
      "14 GetProp r4 r3 .c",
      "19 JumpIfNullish r4 34",
      "22 Block fuel 5",
      "25 Call r2 r4 r3 "a?.b.c" [r1]",
      "32 Jump 39",
      "34 Block fuel 1",
      "37 LoadUndefined r2",
      "39 Block fuel 1",
      "42 Return r2",
    ]
  `);
});

test('object literals start as one instruction', () => {
  expect(listing('function f(a) { return { a, b: 1, m() {}, 0: 2, ["x" + a]: 3, ...a }; }')).toMatchInlineSnapshot(`
    [
      "0 Entry fuel 22",
      "3 LoadInt r4 1",
      "6 NewClosure r5 <method m> r2",
      "10 NewObject r3 keys("a" "b" "m") [r1 r4 r5]",
      "17 LoadInt r4 2",
      "20 LoadInt r5 0",
      "23 DefineElem r3 r5 r4",
      "27 LoadConst r4 "x"",
      "30 Add r4 r4 r1",
      "35 ToPropertyKey r4 r4",
      "38 LoadInt r5 3",
      "41 DefineElem r3 r4 r5",
      "45 CopyDataProperties r3 r1 []",
      "49 Return r3",
    ]
  `);
});

test('a derived class', () => {
  const script = compileScript('class A extends B { #x = 1; constructor() { super(1); this.y = this.#x; } }', 'test.js');
  verify(script);
  const [constructor, initializer] = script.children;
  expect(code(script)).toMatchInlineSnapshot(`
    [
      "0 Entry fuel 25",
      "3 DeclareGlobals globals(lets "A")",
      "5 LoadUndefined r2",
      "7 NewScope r4 r1 {#x}",
      "11 NewPrivateName r5 .x 0",
      "15 SetSlot r4 0 0 r5",
      "20 GetGlobal r5 .B",
      "23 GetClassParent r6 r5",
      "26 NewClass r7 r8 <derived A> r4 r5 r6",
      "33 NewClosure r9 <initializer <instance_members_initializer>> r4",
      "37 SetClassFields r7 r9",
      "40 Move r3 r7",
      "43 InitGlobal .A r3",
      "46 Return r2",
    ]
  `);
  expect(code(constructor)).toMatchInlineSnapshot(`
    [
      "0 Entry fuel 19",
      "3 LoadScope r2",
      "5 LoadEmpty r0",
      "7 LoadCallee r4",
      "9 GetSuperBase r5 r4",
      "12 LoadNewTarget r6",
      "14 LoadInt r7 1",
      "17 SuperCall r3 r5 r6 "super" [r7]",
      "24 CheckNotInitialised r0",
      "26 Move r0 r3",
      "29 InitFields r3 r4",
      "32 GetSlot r4 r2 0 0",
      "37 GetPrivate r3 r0 r4",
      "41 SetProp r0 .y r3",
      "46 ReturnDerived r1 r0",
    ]
  `);
  expect(code(initializer)).toMatchInlineSnapshot(`
    [
      "0 Entry fuel 5",
      "3 LoadScope r2",
      "5 GetSlot r3 r2 0 0",
      "10 LoadInt r4 1",
      "13 AddPrivate r0 r3 r4",
      "17 Return r1",
    ]
  `);
});

/** Positions as V8 has them: line:column of the instructions that can throw, by opcode. */
function positions(source: string): string[] {
  const t = compileScript(source, 'test.js', { completionValue: false });
  return disassemble(t, { source: false })
    .split('\n')
    .filter((line) => /^ +\d+ {2}(Call|New|GetProp|SetProp|GetElem|Add|Throw)\b/.test(line))
    .map((line) => {
      const [, pc, name] = /^ +(\d+) {2}(\w+)/.exec(line) as RegExpExecArray;
      let column = 0;
      for (let i = 0; i < t.positions.length; i += 3) if (t.positions[i] <= Number(pc)) column = t.positions[i + 2];
      return `${name} ${column}`;
    });
}

test.each<[string, string[]]>([
  ['a.b.c()', ['GetProp 2', 'GetProp 4', 'Call 4']],
  ['f(a.b)', ['GetProp 4', 'Call 0']],
  ['(f)()', ['Call 3']],
  ['a[0]()', ['GetElem 1', 'Call 4']],
  ['x = new  F(1)', ['New 4']],
  ['a.b = c', ['SetProp 4']],
  ['a   +   b', ['Add 4']],
  ['throw a', ['Throw 0']],
])('%s', (source, expected) => {
  expect(positions(source)).toEqual(expected);
});

test.each<[string, string]>([
  ['f()', 'f'],
  ['a.b.c()', 'a.b.c'],
  ['f()()', 'f(...)'],
  ['a["x y"][0]()', 'a.x y[0]'],
  ['(function () {})()', '(intermediate value)'],
  ['(a, b)()', '(a , b)'],
  ['(a ?? b)()', '(a ?? b)'],
  ['a?.b()', 'a?.b'],
  ['new (f())()', 'f(...)'],
  ['this.x()', 'this.x'],
])('%s is called "%s"', (source, name) => {
  const { siteNames } = compileScript(source, 'test.js');
  expect(siteNames[siteNames.length - 1]).toBe(name);
});

test('names of functions', () => {
  const script = compileScript(
    'var a = () => 1, b = function () {}, c = class { static m() {} get #p() { return 1; } "q r"() {} 12() {} }; d = () => 2; (e) = () => 3; ({ f: () => 4, g() {}, get h() { return 5; }, [i]: () => 6 }); [j = () => 7] = []; var k = function kk() {}; x.l = () => 8;',
    'test.js',
  );
  const names: string[] = [];
  const collect = (t: Template): void => t.children.forEach((child) => (names.push(child.name), collect(child)));
  collect(script);
  expect(names).toEqual(['a', 'b', 'c', 'm', 'get #p', 'q r', '12', '<instance_members_initializer>', 'd', '', 'f', 'g', 'get h', '', 'j', 'kk', '']);
});
