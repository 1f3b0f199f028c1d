import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/bytecode/assembler.ts';
import { formatConstant } from '../../src/bytecode/assembler-constants.ts';
import { AssembleError } from '../../src/bytecode/assembler-lines.ts';
import { formatTemplate } from '../../src/bytecode/assembler-print.ts';
import { Op } from '../../src/bytecode/opcodes.ts';
import { verify } from '../../src/bytecode/verifier.ts';
import { SAMPLE_TEXTS } from '../support/sample-templates.ts';

describe('assembling', () => {
  test('words, labels, and fuel', () => {
    const t = assemble(`
      script "main" {
        Entry auto          // a comment
        LoadTrue r1; L: Loop auto
        Call r2 r1 r1 "f" [r1 r1]
        JumpIfTrue r2 L; Block 7; Return r2
      }`);
    expect([...t.code]).toEqual([Op.Entry, 1, 0, Op.LoadTrue, 1, Op.Loop, 5, 0, Op.Call, 2, 1, 1, 0, 2, 1, 1, Op.JumpIfTrue, 2, 5, Op.Block, 7, 0, Op.Return, 2]);
    expect(t.siteNames).toEqual(['f']);
    expect(t.registerCount).toBe(3);
  });

  test('names and constants are kept once', () => {
    const t = assemble('script "main" {\nEntry auto; GetGlobal r1 "x"; GetGlobal r1 "y"; GetGlobal r1 "x"; LoadConst r1 5; LoadConst r1 "5"; LoadConst r1 5; LoadConst r1 5n; Return r1\n}');
    expect(t.names).toEqual(['x', 'y']);
    expect(t.constants).toEqual([5, '5', 5n]);
  });

  test.each<[string, string]>([
    ['', 'line 1: the text ends within a template'],
    ['widget "f" {\n}', 'line 1: expected a template, found widget'],
    ['script "f" {\n', 'line 1: the text ends within a template'],
    ['script "f" {\n}', 'line 1: a template without code'],
    ['script "f" {\nEntry auto; Return r0\n}\nmore', 'line 4: text after the end of the template'],
    ['script "f" wide {\n}', 'line 1: unknown property wide'],
    ['script "f" {\nEntry auto\nReturn\n}', 'line 3: the line ends too early'],
    ['script "f" {\nReturn 1\n}', 'line 2: expected a register, found 1'],
    ['script "f" {\nReturn r1 r2\n}', 'line 2: unexpected r2'],
    ['script "f" {\nFly r1\n}', 'line 2: unknown opcode Fly'],
    ['script "f" {\nJump Nowhere\n}', 'line 2: undefined label Nowhere'],
    ['script "f" {\nL: Block 1\nL: Block 1\n}', 'line 3: label L is defined twice'],
    ['script "f" {\nLoadInt r1 x\n}', 'line 2: expected an integer, found x'],
    ['script "f" {\nLoadConst r1 widget(1)\n}', 'line 2: unknown constant widget'],
    ['script "f" {\nLoadConst r1 1.2.3\n}', 'line 2: malformed number 1.2.3'],
    ['script "f" {\nGetGlobal r1 x\n}', 'line 2: expected a string, found x'],
    ['script "f" {\nGetGlobal r1 "\\x"\n}', 'line 2: malformed string "\\x"'],
    ['script "f" {\nNewClosure r1 r1 r1\n}', 'line 2: expected a template, found r1'],
    ['script "f" {\nReturn @\n}', 'line 2: unexpected text "@"'],
  ])('refuses %j', (text, message) => {
    expect(() => assemble(text)).toThrow(AssembleError);
    expect(() => assemble(text)).toThrow(message);
  });
});

describe('printing', () => {
  test.each(SAMPLE_TEXTS.map((text, i) => [i, text] as const))('sample %i survives', (_, text) => {
    const template = assemble(text);
    verify(template);
    const printed = formatTemplate(template);
    expect(assemble(printed)).toEqual(template);
    expect(formatTemplate(assemble(printed))).toBe(printed);
  });

  test('reads like the text it came from', () => {
    const text = `script "main" params=0 length=0 registers=4 start=0 end=0 {
  source "a.js" "f(1)"
  const 1.5
  name "x"
  site "f"
  function "g" strict params=1 length=1 registers=2 start=0 end=0 {
          Entry 1
          Return r1
  }
  at 1:0
        Entry 2
        GetGlobal r1 "x"
        LoadTrue r3
  L8:   Loop 6
  at 1:1
        Call r2 r1 r3 c0 [r1 r3]
        LoadConst r3 1.5
        JumpIfTrue r3 L8
  L25:  Block 1
        Return r2
  handler L8 L25 -> L25 r2
}
`;
    expect(formatTemplate(assemble(text))).toBe(text);
  });

  test('equal constants stay apart', () => {
    const t = assemble('script "main" {\nconst "a"; const "a"; name "b"; name "b"\nEntry auto; LoadConst r1 k1; GetGlobal r1 n1; Return r1\n}');
    expect(formatTemplate(t)).toContain('LoadConst r1 k1');
    expect(assemble(formatTemplate(t))).toEqual(t);
  });

  test.each<[Parameters<typeof formatConstant>[0], string]>([
    [0, '0'],
    [-0, '-0'],
    [NaN, 'NaN'],
    [1e300, '1e+300'],
    [-5n, '-5n'],
    ['\ud800', '"\\ud800"'],
    [{ type: 'keys', keys: ['a', 'b'] }, 'keys("a" "b")'],
    [{ type: 'regexp', source: '/', flags: 'g' }, 'regexp("/" "g")'],
    [{ type: 'template', raw: ['\\u', 'x'], cooked: [undefined, 'x'] }, 'template("\\\\u" "x" : undefined "x")'],
    [{ type: 'globals', lets: ['a'], consts: [], vars: ['b', 'c'], functions: [], annexB: [] }, 'globals(lets "a" vars "b" "c")'],
  ])('constant %s', (constant, text) => {
    expect(formatConstant(constant)).toBe(text);
    const t = assemble(`script "main" {\nconst ${text}\nEntry auto; Return r0\n}`);
    expect(t.constants[0]).toEqual(constant);
  });
});
