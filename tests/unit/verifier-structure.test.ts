// The verifier's rules about form: each case is a template and the words with which it is refused, or nothing.
import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/bytecode/assembler.ts';
import { opcodeByName, opcodes } from '../../src/bytecode/opcodes.ts';
import type { Template } from '../../src/bytecode/template.ts';
import { verify, VerifyError } from '../../src/bytecode/verifier.ts';

type Edit = (t: Template) => Template;
type Case = [name: string, text: string, message: string, edit?: Edit];

const MINIMAL = 'script "main" { \n Entry auto; LoadUndefined r1; Return r1 \n }';

/** A script around some items. */
function script(items: string, header = ''): string {
  return `script "main" ${header} {\n${items}\n}`;
}

/** A script with one function, whose closure it makes. */
function inner(child: string, header = ''): string {
  return script(`${child}\nEntry auto; LoadUndefined r1; NewClosure r1 t0 r1; Return r1`, header);
}

/** A script with one class, without superclass. */
function klass(child: string): string {
  return script(`${child}\nEntry auto; LoadUndefined r1; LoadEmpty r2; NewClass r3 r4 t0 r1 r2 r1; Return r3`);
}

/** Changes single words of the code. */
function poke(words: Record<number, number>): Edit {
  return (t) => {
    const code = t.code.slice();
    for (const [at, word] of Object.entries(words)) code[Number(at)] = word;
    return { ...t, code };
  };
}

function cut(length: number): Edit {
  return (t) => ({ ...t, code: t.code.slice(0, length) });
}

function positions(...words: number[]): Edit {
  return (t) => ({ ...t, positions: Int32Array.from(words) });
}

function accept(text: string, edit: Edit = (t) => t): void {
  verify(edit(assemble(text)));
}

const BODY = 'Entry auto; LoadUndefined r1; Return r1';
const LOOP = 'Entry auto; LoadTrue r1; L: Loop auto; JumpIfTrue r1 L; Block auto; Return r1';

describe('accepted', () => {
  test.each<[string, string]>([
    ['the smallest script', MINIMAL],
    ['a loop', script(LOOP)],
    ['a switch', script('Entry auto; LoadInt r1 3; SwitchInt r1 0 D [A B]; A: Block auto; Jump E; B: Block auto; Jump E; D: Block auto; Jump E; E: Block auto; Return r1')],
    ['code that cannot be reached', script('Entry auto; LoadUndefined r1; Return r1; X: Block auto; Return r1; Y: Loop auto; Jump Y')],
    ['a handler', script('Entry auto; LoadNull r1; S: Call r1 r1 r1 "f" []; E: Return r1; H: Block auto; Throw r2; handler S E -> H r2')],
    ['nested handlers', script('Entry auto; LoadNull r1; A: Move r1 r1; B: Throw r1; C: H: Block auto; D: Throw r2; handler B C -> H r2; handler A D -> D2 r2; D2: Block auto; Return r2')],
    ['handlers with one range', script('Entry auto; LoadNull r1; A: Throw r1; B: H: Block auto; Return r1; G: Block auto; Return r1; handler A B -> H r1; handler A B -> G r1')],
    ['a handler that loops', script('Entry auto; LoadNull r1; H: Loop auto; A: Throw r1; B: handler A B -> H r1')],
    ['a function with mapped arguments', inner('function "f" arguments params=1 { \n scope x; mapped 0; Entry auto; LoadScope r2; NewScope r2 r2 s0; SetSlot r2 0 0 r1; CreateMappedArguments r3 r2; Return r3 \n }')],
    ['self-hosted code', script('Entry auto; LoadIntrinsic r1 "ToString"; Return r1', 'selfhosted')],
    ['regular expressions', script('const regexp("a" "g"); const regexp("[[a]--b]" "v"); const regexp("\\\\p{L}" "u"); const regexp("\\\\p{" "")\n' + BODY)],
    ['all global declarations', script('const globals(lets "a" consts "b" vars "c" functions "f" annexB "g")\nfunction "f" { \n Entry auto; Return r0 \n }\nEntry auto; DeclareGlobals k0; LoadUndefined r1; NewClosure r2 t0 r1; DefineGlobalFunction "f" r2; InitGlobal "a" r1; InitGlobal "b" r1; Return r1')],
  ])('%s', (_, text) => {
    accept(text);
  });
});

const cases: Case[] = [
  // Tables and header.
  ['a program that is no script', 'function "f" { \n Entry auto; Return r0 \n }', 'a program is a script or a module'],
  ['no code', MINIMAL, 'there is no code', cut(0)],
  ['too many registers', script(BODY, 'registers=32768'), '32768 registers; at most 32767'],
  ['a negative number of registers', MINIMAL, '-1 registers', (t) => ({ ...t, registerCount: -1 })],
  ['no register for this', script(BODY, 'registers=0'), '0 registers cannot hold this and 0 parameters'],
  ['more parameters than registers', inner('function "f" params=3 registers=3 { \n Entry auto; Return r0 \n }'), '3 registers cannot hold this and 3 parameters'],
  ['parameters of a script', script(BODY, 'params=1'), 'a script has no parameters'],
  ['a length that is none', MINIMAL, 'length -1', (t) => ({ ...t, length: -1 })],
  ['sloppy class code', klass('class "C" { \n Entry auto; Return r0 \n }'), 'class code is always strict'],
  ['a sloppy function in strict code', inner('function "f" { \n Entry auto; Return r0 \n }', 'strict'), 'strict code holds the sloppy function f'],
  ['a script in a script', script(`script "s" { \n ${BODY} \n }\n${BODY}`), 'a script as a child'],
  ['a self-hosted function in an ordinary script', inner('function "f" selfhosted { \n Entry auto; Return r0 \n }'), 'mixed'],
  ['a source range that ends before it starts', script(BODY, 'start=3 end=2'), 'source range 3-2'],
  ['a source range beyond the text', script('source "a.js" "abc"\n' + BODY, 'start=0 end=4'), 'source range 0-4'],
  ['a shape whose flags do not fit', script('scope a b\n' + BODY), 'scope shape 0 has 2 names and 1 flags', (t) => ({ ...t, scopes: [{ names: ['a', 'b'], lexical: [true] }] })],
  ['a template that is its own sister', inner('function "f" { \n Entry auto; Return r0 \n }'), 'occurs twice', (t) => ({ ...t, children: [t.children[0], t.children[0]] })],
  ['an object literal with a key twice', script('const keys("a" "b" "a")\n' + BODY), 'has a key twice'],
  ['an object literal with __proto__', script('const keys("__proto__")\n' + BODY), 'has the key "__proto__"'],
  ['a broken regular expression', script('const regexp("(" "")\n' + BODY), '/(/ is not a regular expression'],
  ['a pattern that only another mode has', script('const regexp("\\\\p{" "u")\n' + BODY), 'is not a regular expression'],
  ['unknown flags', script('const regexp("a" "x")\n' + BODY), '/a/x is not'],
  ['flags twice', script('const regexp("a" "gg")\n' + BODY), '/a/gg is not'],
  ['both unicode modes', script('const regexp("a" "uv")\n' + BODY), '/a/uv is not'],
  ['a template literal without strings', script('const template(:)\n' + BODY), '0 raw and 0 cooked'],
  ['a template literal with strings missing', script('const template("a" "b" : "a")\n' + BODY), '2 raw and 1 cooked'],
  ['a lexical global twice', script('const globals(lets "a" consts "a")\n' + BODY), 'a is declared twice'],
  ['a global that is lexical and var', script('const globals(lets "a" vars "a")\n' + BODY), 'both as a lexical and as a var'],
  ['positions that are no triples', MINIMAL, 'triples', positions(0, 1)],
  ['a position within an instruction', MINIMAL, 'word 1, where no instruction starts', positions(1, 1, 0)],
  ['a position beyond the code', MINIMAL, 'word 99', positions(99, 1, 0)],
  ['a position before the code', MINIMAL, 'word -1', positions(-1, 1, 0)],
  ['positions that are not sorted', MINIMAL, 'not sorted', positions(3, 1, 0, 0, 1, 0)],
  ['a position twice', MINIMAL, 'not sorted', positions(3, 1, 0, 3, 1, 0)],
  ['line zero', MINIMAL, 'line 0, column 0', positions(0, 0, 0)],
  ['a negative column', MINIMAL, 'line 1, column -1', positions(0, 1, -1)],

  // Flags against code.
  ['usesArguments without arguments', inner('function "f" arguments { \n Entry auto; Return r0 \n }'), 'usesArguments is true'],
  ['arguments without usesArguments', inner('function "f" { \n Entry auto; CreateArguments r1 0; Return r1 \n }'), 'usesArguments is false'],
  ['rest without usesArguments', inner('function "f" { \n Entry auto; CreateRest r1 0; Return r1 \n }'), 'usesArguments is false'],
  ['usesNewTarget without new.target', inner('function "f" newtarget { \n Entry auto; Return r0 \n }'), 'usesNewTarget is true'],
  ['new.target without usesNewTarget', inner('function "f" { \n Entry auto; LoadNewTarget r1; Return r1 \n }'), 'usesNewTarget is false'],
  ['mapped slots for nothing', inner('function "f" params=1 { \n mapped 0; Entry auto; Return r0 \n }'), '1 mapped slots for 0 parameters'],
  ['mapped slots missing', inner('function "f" params=2 arguments { \n scope a; mapped 0; Entry auto; LoadUndefined r3; NewScope r3 r3 s0; CreateMappedArguments r3 r3; Return r3 \n }'), '1 mapped slots for 2 parameters'],
  ['a mapped slot below -1', inner('function "f" params=1 arguments { \n scope a; mapped -2; Entry auto; LoadUndefined r3; NewScope r3 r3 s0; CreateMappedArguments r3 r3; Return r3 \n }'), 'mapped slot -2'],

  // Instructions and operands.
  ['an unknown opcode', MINIMAL, 'unknown opcode 999', poke({ 3: 999 })],
  ['a negative opcode', MINIMAL, 'unknown opcode -1', poke({ 3: -1 })],
  ['a truncated instruction', MINIMAL, 'ends within the instruction', cut(6)],
  ['a truncated list', script('Entry auto; NewArray r1 [r0 r0]; Return r1'), 'ends within the instruction', cut(6)],
  ['a negative list', script('Entry auto; NewArray r1 [r0 r0]; Return r1'), 'a list of -1 operands', poke({ 5: -1 })],
  ['an endless list', script('Entry auto; NewArray r1 [r0 r0]; Return r1'), 'a list of 2147483647 operands', poke({ 5: 0x7fffffff })],
  ['no Entry', script('Block auto; LoadUndefined r1; Return r1'), 'the first instruction is not Entry'],
  ['a second Entry', script('Entry auto; LoadUndefined r1; Return r1; Entry auto; Return r1'), 'Entry that is not the first'],
  ['no block after a terminator', script('Entry auto; LoadUndefined r1; Return r1; Return r1'), 'no block starts after Return'],
  ['no block after a conditional jump', script('Entry auto; LoadTrue r1; JumpIfTrue r1 L; Return r1; L: Block auto; Return r1'), 'no block starts after JumpIfTrue'],
  ['no block after ForInNext', script('Entry auto; LoadTrue r1; ForInStart r2 r1; ForInNext r3 r2 L; Return r1; L: Block auto; Return r1'), 'no block starts after ForInNext'],
  ['code that runs off its end', script('Entry auto; LoadUndefined r1'), 'runs off the end of the code, after LoadUndefined'],
  ['code that ends with a conditional jump', script('Entry auto; LoadTrue r1; L: Loop auto; JumpIfTrue r1 L'), 'runs off the end of the code, after JumpIfTrue'],
  ['code that is only Entry', script('Entry auto'), 'runs off the end of the code, after Entry'],
  ['too little fuel at Entry', script('Entry 1; LoadUndefined r1; Return r1'), 'charges 1 fuel, its instructions take 2'],
  ['negative fuel', script('Entry -5; LoadUndefined r1; Return r1'), 'charges -5 fuel'],
  ['too much fuel at a Block', script('Entry auto; LoadUndefined r1; Block 5; Return r1'), 'charges 5 fuel, its instructions take 1'],
  ['no fuel at a Loop', script('Entry auto; LoadUndefined r1; L: Loop 0; Jump L'), 'charges 0 fuel, its instructions take 1'],
  ['a count that is set', MINIMAL, 'a count word is 7', poke({ 2: 7 })],
  ['a profile that is set', script('Entry auto; LoadInt r1 1; Neg r1 r1; Return r1'), 'a profile word is 4', poke({ 9: 4 })],
  ['a register out of range', script('Entry auto; LoadUndefined r5; Return r1', 'registers=5'), 'register 5 out of range (there are 5)'],
  ['a negative register', MINIMAL, 'register -1 out of range', poke({ 4: -1 })],
  ['a register in a list out of range', script('Entry auto; NewArray r1 [r0 r9]; Return r1', 'registers=2'), 'register 9 out of range'],
  ['a constant out of range', script('Entry auto; LoadConst r1 k0; Return r1'), 'const 0 out of range (there are 0)'],
  ['a name out of range', script('Entry auto; GetGlobal r1 n1; Return r1'), 'name 1 out of range'],
  ['a template out of range', script('Entry auto; NewClosure r1 t0 r1; Return r1'), 'template 0 out of range'],
  ['a scope shape out of range', script('Entry auto; NewScope r1 r1 s0; Return r1'), 'scope 0 out of range'],
  ['a call site out of range', script('Entry auto; Call r1 r1 r1 c0 []; Return r1'), 'site 0 out of range'],
  ['a call site used twice', script('site "f"\nEntry auto; Call r1 r1 r1 c0 []; Call r1 r1 r1 c0 []; Return r1'), 'call site 0 is used twice'],
  ['a constant object loaded', script('const keys("a")\nEntry auto; LoadConst r1 k0; Return r1'), 'constant 0 is not a number, string or bigint'],
  ['an error message that is no string', script('Entry auto; ThrowError 1 5'), 'constant 0 is not a string'],
  ['keys that are none', script('Entry auto; NewObject r1 "a" []; Return r1'), 'is not a list of keys'],
  ['fewer values than keys', script('Entry auto; NewObject r1 keys("a" "b") [r1]; Return r1'), '1 values for 2 keys'],
  ['a literal of a text that is no JSON', script('Entry auto; NewLiteral r1 "[1,"; Return r1'), 'is not the JSON text of an object or array'],
  ['a literal of the text of a number', script('Entry auto; NewLiteral r1 "1"; Return r1'), 'is not the JSON text of an object or array'],
  ['a regular expression that is a string', script('Entry auto; NewRegExp r1 "a"; Return r1'), 'is not a regular expression'],
  ['a template object of a string', script('Entry auto; GetTemplateObject r1 "a"; Return r1'), 'is not a template literal'],
  ['globals that are none', script('Entry auto; DeclareGlobals "a"; Return r0'), 'is not global declarations'],
  ['an unknown kind of error', script('Entry auto; ThrowError 5 "x"'), 'operand 5 is not from 0 to 4'],
  ['an unknown object check', script('Entry auto; CheckObject r0 3; Return r0'), 'operand 3 is not from 0 to 2'],
  ['a negative rest', inner('function "f" arguments { \n Entry auto; CreateRest r1 -1; Return r1 \n }'), 'operand -1 is not from 0'],
  ['an unknown kind of private name', script('Entry auto; NewPrivateName r1 "x" 6; Return r0'), 'operand 6 is not from 0 to 5'],
  ['a slot below zero', script('scope a\nEntry auto; NewScope r1 r1 s0; GetSlot r2 r1 0 -1; Return r2'), 'slot -1'],
  ['a scope below', script('scope a\nEntry auto; NewScope r1 r1 s0; SetSlot r1 -1 0 r1; Return r0'), 'slot 0 of -1 scopes up'],
  ['a class that is a function', script('function "f" { \n Entry auto; Return r0 \n }\nEntry auto; LoadUndefined r1; NewClass r1 r2 t0 r1 r1 r1; Return r1'), 'template 0 is of kind function'],
  ['a closure of a class', script('class "C" strict { \n Entry auto; Return r0 \n }\nEntry auto; LoadUndefined r1; NewClosure r1 t0 r1; Return r1'), 'template 0 is of kind class'],
  ['a class and its prototype in one register', script('class "C" strict { \n Entry auto; Return r0 \n }\nEntry auto; LoadUndefined r1; LoadEmpty r2; NewClass r3 r3 t0 r1 r2 r1; Return r3'), 'class and prototype go to one register'],
  ['an iteration in two registers', script('Entry auto; IterStart r1 r2 r2 r0 L; Block auto; Return r0; L: Block auto; Return r0'), 'three registers'],

  // Places.
  ['an intrinsic in ordinary code', script('Entry auto; LoadIntrinsic r1 "ToString"; Return r1'), 'only self-hosted code'],
  ['a plain return from a derived constructor', klass('derived "C" strict { \n Entry auto; Return r0 \n }'), 'not possible in code of kind derived'],
  ['ReturnDerived in a function', inner('function "f" { \n Entry auto; ReturnDerived r1 r0 \n }'), 'not possible in code of kind function'],
  ['new.target in an arrow function', inner('arrow "f" newtarget { \n Entry auto; LoadNewTarget r1; Return r1 \n }'), 'not possible in code of kind arrow'],
  ['a home object of a function', inner('function "f" { \n Entry auto; LoadHome r1; Return r1 \n }'), 'not possible in code of kind function'],
  ['the callee of a script', script('Entry auto; LoadCallee r1; Return r1'), 'not possible in code of kind script'],
  ['the scope of a script', script('Entry auto; LoadScope r1; Return r0'), 'not possible in code of kind script'],
  ['this coerced in strict code', inner('function "f" strict { \n Entry auto; CoerceThis; Return r0 \n }'), 'not possible in strict code'],
  ['mapped arguments in strict code', inner('function "f" strict arguments { \n Entry auto; CreateMappedArguments r1 r1; Return r0 \n }'), 'not possible in strict code'],
  ['arguments of an arrow function', inner('arrow "f" arguments { \n Entry auto; CreateArguments r1 0; Return r1 \n }'), 'not possible in code of kind arrow'],
  ['delete of a variable in strict code', script('Entry auto; DeleteGlobal r1 "x"; Return r1', 'strict'), 'not possible in strict code'],
  ['super() in a function', inner('function "f" { \n Entry auto; SuperCall r1 r1 r1 "super" []; Return r1 \n }'), 'not possible in code of kind function'],
  ['field initialisation in a script', script('Entry auto; InitFields r0 r0; Return r0'), 'not possible in code of kind script'],
  ['globals declared in a function', inner('function "f" { \n Entry auto; DeclareGlobals globals(); Return r0 \n }'), 'not possible in code of kind function'],
  ['globals declared in a loop', script('Entry auto; L: Loop auto; DeclareGlobals globals(); Jump L'), 'outside the entry block'],
  ['globals declared twice', script('Entry auto; DeclareGlobals globals(); DeclareGlobals globals(); Return r0'), 'declared twice'],
  ['a global initialised that is not declared', script('Entry auto; DeclareGlobals globals(vars "a"); InitGlobal "a" r0; Return r0'), 'a is not declared as a lexical global'],
  ['a global initialised before its declaration', script('Entry auto; InitGlobal "a" r0; DeclareGlobals globals(lets "a"); Return r0'), 'a is not declared as a lexical global'],
  ['a global function that is not declared', script('Entry auto; DefineGlobalFunction "f" r0; Return r0'), 'f is not declared as a global function'],
  ['this overwritten in a function', inner('function "f" { \n Entry auto; LoadNull r0; Return r0 \n }'), '`this` of a constructor is overwritten'],
  ['this overwritten by an exception', klass('class "C" strict { \n Entry auto; A: LoadNull r1; B: Return r1; H: Block auto; Return r1; handler A B -> H r0 \n }'), '`this` of a constructor is overwritten'],

  // Jumps.
  ['a jump within an instruction', script('Entry auto; L: Jump 1'), 'label 1 is not the start of an instruction'],
  ['a jump beyond the code', script('Entry auto; Jump 99'), 'label 99 is not the start'],
  ['a jump before the code', script('Entry auto; Jump -1'), 'label -1 is not the start'],
  ['a jump to Entry', script('Entry auto; Jump 0'), 'label 0 is a Entry, not a Block or Loop'],
  ['a jump to no block', script('Entry auto; L: LoadTrue r1; JumpIfTrue r1 L; Block auto; Return r1'), 'is a LoadTrue, not a Block or Loop'],
  ['a jump back to a Block', script('Entry auto; LoadTrue r1; L: Block auto; JumpIfTrue r1 L; Block auto; Return r1'), 'jump back to 5, which is not a Loop'],
  ['a jump back from a switch', script('Entry auto; LoadTrue r1; L: Block auto; SwitchInt r1 0 D [L]; D: Block auto; Return r1'), 'jump back to 5, which is not a Loop'],
  ['a switch into an instruction', script('Entry auto; LoadTrue r1; SwitchInt r1 0 D [4]; D: Block auto; Return r1'), 'label 4 is not the start'],

  // Handlers.
  ['a handler range within an instruction', script(`${BODY}; H: Block auto; Return r1; handler 4 5 -> H r1`), 'handler 0: the range 4-5 does not start and end with an instruction'],
  ['a handler range beyond the code', script(`${BODY}; H: Block auto; Return r1; handler 3 99 -> H r1`), 'the range 3-99 does not'],
  ['an empty handler range', script(`${BODY}; H: Block auto; Return r1; handler 3 3 -> H r1`), 'the range 3-3 is empty'],
  ['a handler range backwards', script(`${BODY}; H: Block auto; Return r1; handler 5 3 -> H r1`), 'the range 5-3 is empty'],
  ['a handler that is no block', script(`${BODY}; handler 3 5 -> 5 r1`), 'target 5 is not a Block or Loop'],
  ['a handler that is Entry', script(`${BODY}; handler 3 5 -> 0 r1`), 'target 0 is not a Block or Loop'],
  ['a handler outside the code', script(`${BODY}; handler 3 5 -> -7 r1`), 'target -7 is not a Block or Loop'],
  ['a handler beyond the code', script(`${BODY}; handler 3 5 -> 700 r1`), 'target 700 is not a Block or Loop'],
  ['a handler with a bad register', script(`${BODY}; H: Block auto; Return r1; handler 3 5 -> H r1`), 'register 9 out of range', (t) => ({ ...t, handlers: [{ ...t.handlers[0], register: 9 }] })],
  ['a handler within its own range', script(`${BODY}; H: Block auto; Throw r1; E: handler 3 E -> H r1`), 'lies in its own range'],
  ['a handler that goes back to a Block', script('Entry auto; LoadNull r1; H: Block auto; A: Throw r1; B: handler A B -> H r1'), 'lies before its range and is not a Loop'],
  ['handlers that overlap', script('Entry auto; A: LoadNull r1; B: LoadNull r1; C: LoadNull r1; D: Return r1; H: Block auto; Return r1; handler A C -> H r1; handler B D -> H r1'), 'overlap without one being inside'],
  ['handlers listed outermost first', script('Entry auto; A: LoadNull r1; B: LoadNull r1; C: LoadNull r1; D: Return r1; H: Block auto; Return r1; handler A D -> H r1; handler B C -> H r1'), 'handler 1 is inside handler 0, but listed after it'],
];

describe('refused', () => {
  test.each(cases)('%s', (_, text, message, edit) => {
    expect(() => accept(text, edit)).toThrow(VerifyError);
    expect(() => accept(text, edit)).toThrow(message);
  });

  test('the message says where', () => {
    const text = inner('function "area" { \n source "shapes.js" ""\n Entry auto; LoadUndefined r9; Return r1 \n }').replace('LoadUndefined r9', 'LoadUndefined r2; LoadUndefined r9');
    const edit: Edit = (t) => ({ ...t, children: [{ ...t.children[0], registerCount: 9 }] });
    expect(() => accept(text, edit)).toThrow('shapes.js: invalid bytecode: function area at word 5 (LoadUndefined): register 9 out of range (there are 9)');
  });

  test('functions nested too deeply', () => {
    let child: Template = assemble('function "f" { \n Entry auto; Return r0 \n }');
    for (let i = 0; i < 1000; i++) child = { ...assemble('function "f" { \n Entry auto; Return r0 \n }'), children: [child] };
    expect(() => {
      verify({ ...assemble(MINIMAL), children: [child] });
    }).toThrow('nested more than 1000 deep');
  });
});

test.each(opcodes.filter((info) => info.operands.includes('const')).map((info) => info.name))('%s checks its constant', (name) => {
  // k0 is right for NewObject only, k1 for LoadConst only.
  const constant = name === 'NewObject' ? 'k1' : 'k0';
  const operands = opcodeByName.get(name)?.operands.map((kind) => ({ const: constant, srcs: '[]', imm: '0' })[kind as string] ?? 'r1') ?? [];
  const text = script(`const keys("a"); const 1\nEntry auto; ${name} ${operands.join(' ')}; X: Block auto; Return r0`);
  expect(() => accept(text)).toThrow(`constant ${constant.slice(1)} is not`);
});
