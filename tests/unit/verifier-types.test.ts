// The verifier's rules about what registers hold: each case is a template and the words with which it is refused, or nothing.
import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/bytecode/assembler.ts';
import { describeKinds, gives, Kind, reads, VALUE } from '../../src/bytecode/kinds.ts';
import { opcodeByName } from '../../src/bytecode/opcodes.ts';
import { verify, VerifyError } from '../../src/bytecode/verifier.ts';

type Case = [name: string, text: string, message?: string];

/** A script around some items; r8 and r9 are free. */
function script(items: string): string {
  return `script "main" registers=16 {\n${items}\n}`;
}

/** A script with one child, whose closure it makes over a scope of shapes s0 in s1. */
function inner(child: string, shapes = 'scope a b!; scope c'): string {
  return script(`${shapes}\n${child}\nEntry auto; LoadUndefined r1; NewScope r2 r1 s1; NewScope r3 r2 s0; NewClosure r1 t0 r3; Return r1`);
}

/** A script with one class. */
function klass(child: string, superclass = 'LoadEmpty r2'): string {
  return script(`${child}\nEntry auto; LoadUndefined r1; ${superclass}; NewClass r3 r4 t0 r1 r2 r1; Return r3`);
}

const EXTENDS = 'GetGlobal r2 "Base"; GetClassParent r5 r2';
/** A method that needs its home object. */
const SUPER_METHOD = 'method "m" { \n Entry auto; LoadHome r1; LoadConst r2 "x"; GetSuperBase r1 r1; GetSuper r3 r1 r2 r0; Return r3 \n }';

const accepted: Case[] = [
  ['scopes up the chain', inner('function "f" { \n Entry auto; LoadScope r1; GetSlot r2 r1 0 0; GetSlotChecked r2 r1 0 1 "b"; GetSlot r2 r1 1 0; SetSlot r1 1 0 r2; Return r2 \n }')],
  ['a scope per iteration', script('scope i\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; L: Loop auto; CopyScope r2 r2 s0; SetSlot r2 0 0 r1; JumpIfFalse r1 L; Block auto; Return r1')],
  ['equal shapes are one', script('scope i; scope i\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; CopyScope r3 r2 s1; SetSlot r3 0 0 r1; Return r1')],
  ['one closure in two places of one scope', script('scope a\nfunction "f" { \n Entry auto; LoadScope r1; GetSlot r1 r1 0 0; Return r1 \n }\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; NewClosure r3 t0 r2; NewClosure r3 t0 r2; Return r3')],
  ['a temporal dead zone', script('Entry auto; LoadEmpty r1; JumpIfTrue r0 L; Block auto; LoadInt r1 1; L: Block auto; CheckEmpty r1 "x"; Return r1')],
  ['an access that always fails', script('Entry auto; LoadEmpty r1; CheckEmpty r1 "x"; Return r1')],
  ['the empty value in a lexical slot', script('scope a!\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; LoadEmpty r3; SetSlot r2 0 0 r3; Return r1')],
  ['private names', klass('class "C" strict { \n Entry auto; NewPrivateName r1 "x" 0; LoadInt r2 1; AddPrivate r0 r1 r2; GetPrivate r2 r0 r1; SetPrivate r0 r1 r2; HasPrivate r2 r0 r1; BrandPrivate r0 r1; Return r2 \n }')],
  ['a private name through a slot', script('scope "#x" C!\nfunction "f" params=1 { \n Entry auto; LoadScope r2; GetSlot r3 r2 0 0; GetPrivate r4 r1 r3; Return r4 \n }\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; NewPrivateName r3 "x" 0; SetSlot r2 0 0 r3; NewClosure r4 t0 r2; Return r4')],
  ['a private method', script('method "m" { \n Entry auto; Return r0 \n }\nEntry auto; LoadUndefined r1; NewPrivateName r2 "m" 1; NewClosure r3 t0 r1; SetFunctionName r3 r2 0; SetPrivateMethod r2 r3 0; Return r1')],
  ['a for-in loop', script('Entry auto; ForInStart r1 r0; L: Loop auto; ForInNext r2 r1 E; Block auto; Jump L; E: Block auto; Return r2')],
  ['a for-of loop', script('Entry auto; IterStart r1 r2 r3 r0 L; Block auto; GetIteratorMethod r4 r0 "x"; Call r1 r4 r0 "" []; CheckObject r1 1; GetProp r2 r1 "next"; L: Loop auto; IterStep r5 r1 r2 r3 E F; Block auto; Call r6 r2 r1 "" []; CheckObject r6 0; GetProp r7 r6 "done"; JumpIfTrue r7 E; Block auto; GetProp r5 r6 "value"; F: Block auto; Move r8 r5; Jump L; E: Block auto; Return r8')],
  ['a for-of loop that closes its iterator', script('Entry auto; IterStart r1 r2 r3 r0 L; Block auto; GetIteratorMethod r4 r0 "x"; Call r1 r4 r0 "" []; GetProp r2 r1 "next"; L: Loop auto; IterStep r5 r1 r2 r3 E F; Block auto; Call r5 r2 r1 "" []; F: Block auto; A: Call r6 r5 r5 "f" []; B: Jump L; H: Block auto; JumpIfFastIter r2 T; Block auto; GetProp r7 r1 "return"; Call r7 r7 r1 "" []; T: Block auto; Throw r9; E: Block auto; Return r5; handler A B -> H r9')],
  ['a method with a home object', script(`${SUPER_METHOD}\nEntry auto; LoadUndefined r1; NewObject r2 keys() []; NewClosure r3 t0 r1; SetHome r3 r2; LoadConst r4 "m"; DefineMethod r2 r4 r3 1; Return r2`)],
  ['a base class', klass('class "C" strict { \n Entry auto; Return r0 \n }')],
  ['a derived class', klass('derived "C" strict newtarget arguments { \n Entry auto; LoadCallee r1; GetSuperBase r2 r1; LoadNewTarget r3; CreateRest r4 0; CheckNotInitialised r0; SuperCallSpread r0 r2 r3 "super" r4; InitFields r0 r1; ReturnDerived r5 r0 \n }', EXTENDS)],
  ['super() in an arrow function', klass('derived "C" strict newtarget { \n scope this! "new.target" %callee\n arrow "f" strict { \n Entry auto; LoadScope r1; GetSlot r2 r1 0 2; GetSuperBase r3 r2; GetSlot r4 r1 0 1; SuperCall r5 r3 r4 "super" []; GetSlot r6 r1 0 0; CheckNotInitialised r6; SetSlot r1 0 0 r5; InitFields r5 r2; Return r5 \n }\n Entry auto; LoadUndefined r1; NewScope r2 r1 s0; LoadNewTarget r3; SetSlot r2 0 1 r3; LoadCallee r3; SetSlot r2 0 2 r3; NewClosure r4 t0 r2; Call r5 r4 r1 "f" []; GetSlot r6 r2 0 0; ReturnDerived r1 r6 \n }', EXTENDS)],
  ['a class that extends null', klass('derived "C" strict { \n Entry auto; LoadUndefined r1; ReturnDerived r1 r0 \n }', 'LoadNull r2')],
  ['a field initialiser', script('class "C" strict { \n Entry auto; LoadCallee r1; InitFields r0 r1; Return r0 \n }\ninitializer "" strict { \n Entry auto; LoadInt r1 1; DefineField r0 "x" r1; LoadUndefined r2; Return r2 \n }\nEntry auto; LoadUndefined r1; LoadEmpty r2; NewClass r3 r4 t0 r1 r2 r1; NewClosure r5 t1 r1; SetHome r5 r4; SetClassFields r3 r5; Return r3')],
  ['a static block', script('class "C" strict { \n Entry auto; Return r0 \n }\ninitializer "" strict { \n Entry auto; LoadUndefined r2; Return r2 \n }\nEntry auto; LoadUndefined r1; LoadEmpty r2; NewClass r3 r4 t0 r1 r2 r1; NewClosure r5 t1 r1; Call r6 r5 r3 "" []; Return r3')],
  ['an array literal', script('Entry auto; NewArray r1 [r0]; ArrayAppend r1 r0; ArrayHole r1; ArraySpread r1 r0 "x"; Move r2 r1; ArrayAppend r2 r0; CallSpread r3 r0 r0 "f" r2; NewSpread r3 r0 "f" r2; Return r2')],
  ['an object literal', script('Entry auto; NewObject r1 keys("a") [r0]; SetPrototypeLiteral r1 r0; CopyDataProperties r1 r0 []; DefineField r1 "x" r0; ToPropertyKey r2 r0; DefineElem r1 r2 r0; Return r1')],
  ['rest in destructuring', script('Entry auto; CheckCoercible r0 "x"; LoadConst r1 "a"; ToPropertyKey r2 r0; NewObject r3 keys() []; CopyDataProperties r3 r0 [r1 r2]; Return r3')],
  ['computed keys of fields', script('scope %key0\ninitializer "" strict { \n Entry auto; LoadScope r1; GetSlot r2 r1 0 0; DefineElem r0 r2 r0; Return r0 \n }\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; NewClosure r3 t0 r2; ToPropertyKey r4 r0; SetSlot r2 0 0 r4; Return r1')],
  ['mapped arguments', inner('function "f" params=2 arguments { \n scope a b; mapped 1 -1; Entry auto; LoadUndefined r3; NewScope r3 r3 s0; CreateMappedArguments r4 r3; Return r4 \n }')],
  ['this of a sloppy function', inner('function "f" { \n Entry auto; CoerceThis; NewObject r1 keys() []; DefineField r0 "x" r1; Return r0 \n }')],
  ['a child that is never made', script('function "f" { \n Entry auto; GetSlot r1 r0 0 0; Return r1 \n }\nEntry auto; Return r0; X: Block auto; NewClosure r1 t0 r0; Return r1')],
  ['a register that is a scope here and a value there', script('scope a\nEntry auto; LoadUndefined r1; JumpIfTrue r0 L; Block auto; NewScope r2 r1 s0; L: Block auto; LoadInt r2 1; Return r2')],
  ['a register of two kinds in a handler that does not use it', script('scope a\nEntry auto; LoadUndefined r1; A: NewScope r2 r1 s0; Throw r1; B: H: Block auto; Return r3; handler A B -> H r3')],
];

const refused: Case[] = [
  // Internal values in guest-visible places.
  ['a scope returned', script('scope a\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; Return r2'), 'register 2 may hold a scope; the instruction takes a guest value'],
  ['a scope as an argument', script('scope a\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; Call r1 r0 r0 "f" [r1 r2]; Return r1'), 'register 2 may hold a scope'],
  ['a scope as an element', script('scope a\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; NewArray r1 [r2]; Return r1'), 'register 2 may hold a scope'],
  ['a scope in a slot', script('scope a\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; SetSlot r2 0 0 r2; Return r1'), 'register 2 may hold a scope'],
  ['a scope as a property', script('scope a\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; SetProp r0 "x" r2; Return r1'), 'register 2 may hold a scope'],
  ['a scope thrown', script('scope a\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; Throw r2'), 'register 2 may hold a scope'],
  ['a scope that is there on one way only', script('scope a\nEntry auto; LoadUndefined r1; JumpIfTrue r0 L; Block auto; NewScope r1 r1 s0; L: Block auto; Return r1'), 'register 1 may hold a scope'],
  ['a scope that a loop brings', script('scope a\nEntry auto; LoadUndefined r1; L: Loop auto; Typeof r2 r1; NewScope r1 r3 s0; JumpIfTrue r2 L; Block auto; Return r2'), 'register 1 may hold a scope'],
  ['a scope that an exception brings', script('scope a\nEntry auto; LoadUndefined r1; A: NewScope r1 r1 s0; Throw r0; B: H: Block auto; Return r1; handler A B -> H r3'), 'register 1 may hold a scope'],
  ['a scope that an exception brings, but not at the start of the range', script('scope a\nEntry auto; LoadUndefined r1; A: LoadInt r4 1; NewScope r1 r1 s0; LoadUndefined r1; Throw r0; B: H: Block auto; Return r1; handler A B -> H r3'), 'register 1 may hold a scope'],
  ['the empty value returned', script('Entry auto; LoadEmpty r1; Return r1'), 'register 1 may hold the empty value'],
  ['the empty value of a slot returned', script('scope a!\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; GetSlot r3 r2 0 0; Return r3'), 'register 3 may hold the empty value'],
  ['the empty value compared', script('Entry auto; LoadEmpty r1; StrictEq r2 r1 r0; Return r2'), 'register 1 may hold the empty value'],
  ['the empty value in a slot that has no dead zone', script('scope a\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; LoadEmpty r3; SetSlot r2 0 0 r3; Return r1'), 'register 3 may hold the empty value'],
  ['the empty value by SetSlotChecked', script('scope a!\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; LoadEmpty r3; SetSlotChecked r2 0 0 r3 "a"; Return r1'), 'register 3 may hold the empty value'],
  ['this of a derived constructor before super()', klass('derived "C" strict { \n Entry auto; LoadUndefined r1; Call r1 r1 r0 "f" []; ReturnDerived r1 r0 \n }', EXTENDS), 'register 0 may hold the empty value'],
  ['a private name returned', script('Entry auto; NewPrivateName r1 "x" 0; Return r1'), 'register 1 may hold a private name'],
  ['a private name in a plain slot', script('scope x\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; NewPrivateName r3 "x" 0; SetSlot r2 0 0 r3; Return r1'), 'register 3 may hold a private name'],
  ['an enumeration returned', script('Entry auto; ForInStart r1 r0; Return r1'), 'register 1 may hold an enumeration'],
  ['the marker returned', script('Entry auto; IterStart r1 r2 r3 r0 L; Block auto; Return r0; L: Block auto; Return r2'), 'register 2 may hold the fast iteration marker'],
  ['the marker called', script('Entry auto; IterStart r1 r2 r3 r0 L; Block auto; L: Block auto; Call r4 r2 r1 "" []; Return r4'), 'register 2 may hold the fast iteration marker'],
  ['the marker moved', script('Entry auto; IterStart r1 r2 r3 r0 L; Block auto; L: Block auto; Move r4 r2; Return r0'), 'register 2 may hold the fast iteration marker, which stays in its place'],
  ['an initialiser returned', script('initializer "" strict { \n Entry auto; Return r0 \n }\nEntry auto; LoadUndefined r1; NewClosure r5 t0 r1; Return r5'), 'register 5 may hold a class initialiser'],
  ['an initialiser that returns itself', script('initializer "" strict { \n Entry auto; LoadCallee r1; Return r1 \n }\nEntry auto; LoadUndefined r1; NewClosure r5 t0 r1; Call r6 r5 r0 "" []; Return r6'), 'register 1 may hold a class initialiser'],
  ['an initialiser called on a primitive', script('initializer "" strict { \n Entry auto; Return r0 \n }\nEntry auto; LoadUndefined r1; NewClosure r5 t0 r1; Call r6 r5 r1 "" []; Return r6'), 'register 1 may hold undefined'],
  ['a method without its home object', script(`${SUPER_METHOD}\nEntry auto; LoadUndefined r1; NewClosure r3 t0 r1; Return r3`), 'a closure without its home object'],

  // Guest values in internal places.
  ['a parameter as a scope', inner('function "f" params=1 { \n Entry auto; GetSlot r2 r1 0 0; Return r2 \n }'), 'register 1 may hold a guest value; the instruction takes a scope'],
  ['this as a scope', inner('function "f" { \n Entry auto; SetSlot r0 0 0 r0; Return r0 \n }'), 'the instruction takes a scope'],
  ['an object as the parent of a scope', script('scope a\nEntry auto; NewScope r1 r0 s0; Return r0'), 'the instruction takes undefined or a scope'],
  ['an object as the scope of a closure', script('function "f" { \n Entry auto; Return r0 \n }\nEntry auto; NewClosure r1 t0 r0; Return r0'), 'the instruction takes undefined or a scope'],
  ['undefined as a scope', script('Entry auto; GetSlot r1 r2 0 0; Return r1'), 'register 2 may hold undefined; the instruction takes a scope'],
  ['a scope or undefined as the parent', script('scope a\nEntry auto; LoadUndefined r1; JumpIfTrue r0 L; Block auto; NewScope r1 r1 s0; L: Block auto; NewScope r2 r1 s0; Return r0'), 'not the same on all ways'],
  ['scopes of two shapes', script('scope a; scope b c\nEntry auto; LoadUndefined r1; JumpIfTrue r0 L; Block auto; NewScope r2 r1 s0; Jump M; L: Block auto; NewScope r2 r1 s1; M: Block auto; GetSlot r3 r2 0 0; Return r3'), 'not the same on all ways'],
  ['a slot out of range', script('scope a\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; GetSlot r3 r2 0 1; Return r3'), 'slot 1 out of range (the scope has 1)'],
  ['too many levels up', script('scope a\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; GetSlot r3 r2 1 0; Return r3'), '1 levels up from a scope that has 0 above it'],
  ['too many levels up from a closure', inner('function "f" { \n Entry auto; LoadScope r1; GetSlot r2 r1 2 0; Return r2 \n }'), '2 levels up from a scope that has 1 above it'],
  ['a slot out of range from a closure', inner('function "f" { \n Entry auto; LoadScope r1; GetSlot r2 r1 1 1; Return r2 \n }'), 'slot 1 out of range (the scope has 1)'],
  ['a closure made in two scopes', script('scope a; scope b c\nfunction "f" { \n Entry auto; Return r0 \n }\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; NewClosure r3 t0 r2; NewClosure r3 t0 r1; Return r3'), 'template 0 is instantiated in two different scopes'],
  ['a copy with another shape', script('scope a; scope b\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; CopyScope r2 r2 s1; Return r1'), 'the copied scope has another shape'],
  ['a copy of nothing', script('scope a\nEntry auto; LoadUndefined r1; CopyScope r2 r1 s0; Return r1'), 'register 1 may hold undefined'],
  ['the scope of a closure that has none', script('function "f" { \n Entry auto; LoadScope r1; GetSlot r2 r1 0 0; Return r2 \n }\nEntry auto; LoadUndefined r1; NewClosure r1 t0 r1; Return r1'), 'register 1 may hold undefined'],
  ['a string as a private name', script('Entry auto; LoadConst r1 "#x"; GetPrivate r2 r0 r1; Return r2'), 'register 1 may hold a property key; the instruction takes a private name'],
  ['a variable as a private name', script('scope x\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; GetSlot r3 r2 0 0; GetPrivate r2 r0 r3; Return r2'), 'the instruction takes a private name'],
  ['a value in the slot of a private name', script('scope "#x"\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; SetSlot r2 0 0 r1; Return r1'), 'register 1 may hold undefined; the instruction takes a private name'],
  ['a private name that is not set yet', script('scope "#x"\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; GetSlot r3 r2 0 0; Return r1'), 'slot 0 (#x) of the scope in register 2 is not set yet'],
  ['a private name that a closure does not find', script('scope "#x"\nfunction "f" { \n Entry auto; Return r0 \n }\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; NewClosure r3 t0 r2; Return r1'), 'slot 0 (#x) of the scope in register 2 is not set yet'],
  ['a private name set on one way only', script('scope "#x"\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; JumpIfTrue r1 L; Block auto; NewPrivateName r3 "x" 0; SetSlot r2 0 0 r3; L: Block auto; GetSlot r3 r2 0 0; Return r1'), 'not the same on all ways'],
  ['a fresh scope with private names moved', script('scope "#x"\nEntry auto; LoadUndefined r1; NewScope r2 r1 s0; Move r3 r2; Return r1'), 'typed slots are not set yet'],
  ['an object as an enumeration', script('Entry auto; L: Loop auto; ForInNext r1 r0 E; Block auto; Jump L; E: Block auto; Return r1'), 'the instruction takes an enumeration'],
  ['an iteration whose iterable was replaced', script('Entry auto; IterStart r1 r2 r3 r0 L; Block auto; Return r0; L: Block auto; LoadInt r1 1; IterStep r4 r1 r2 r3 E E; Block auto; Return r0; E: Block auto; Return r0'), 'may not belong to one iteration'],
  ['an iteration whose cursor was replaced', script('Entry auto; IterStart r1 r2 r3 r0 L; Block auto; Return r0; L: Block auto; LoadUndefined r3; IterStep r4 r1 r2 r3 E E; Block auto; Return r0; E: Block auto; Return r0'), 'may not belong to one iteration'],
  ['an iteration with another iterable', script('Entry auto; IterStart r1 r2 r3 r0 L; Block auto; Return r0; L: Block auto; IterStep r4 r0 r2 r3 E E; Block auto; Return r0; E: Block auto; Return r0'), 'may not belong to one iteration'],
  ['an iteration mixed from two', script('Entry auto; IterStart r1 r2 r3 r0 L; Block auto; Return r0; L: Block auto; IterStart r5 r2 r6 r0 M; Block auto; M: Block auto; IterStep r4 r1 r2 r3 E E; Block auto; Return r0; E: Block auto; Return r0'), 'may not belong to one iteration'],
  ['an iteration whose iterable an exception replaced', script('Entry auto; IterStart r1 r2 r3 r0 L; Block auto; Return r0; L: Block auto; A: Call r4 r0 r0 "f" []; B: Return r0; H: Block auto; IterStep r4 r1 r2 r3 E E; Block auto; Return r0; E: Block auto; Return r0; handler A B -> H r1'), 'may not belong to one iteration'],
  ['a marker that comes into being under a handler', script('Entry auto; LoadUndefined r2; A: IterStart r1 r2 r3 r0 L; Block auto; Return r0; L: Block auto; Throw r0; B: H: Block auto; IterStep r4 r1 r2 r3 E E; Block auto; Return r0; E: Block auto; Return r0; handler A B -> H r1'), 'may not belong to one iteration'],
  ['an array that the guest has seen', script('Entry auto; NewArray r1 []; SetProp r0 "a" r1; ArrayAppend r1 r0; Return r1'), 'register 1 may hold an object; the instruction takes an array of its own'],
  ['an array that has been moved on', script('Entry auto; NewArray r1 []; Move r2 r1; ArrayAppend r1 r0; Return r1'), 'register 1 may hold an object; the instruction takes an array of its own'],
  ['spread arguments from anywhere', script('Entry auto; CallSpread r1 r0 r0 "f" r0; Return r1'), 'the instruction takes an array of its own'],
  ['an array that is there on one way only', script('Entry auto; JumpIfTrue r0 L; Block auto; NewArray r1 []; L: Block auto; ArrayAppend r1 r0; Return r1'), 'register 1 may hold undefined'],
  ['a property key that is an object', script('Entry auto; NewObject r1 keys() []; DefineElem r1 r0 r0; Return r1'), 'the instruction takes undefined or a property key'],
  ['a bigint as a property key', script('Entry auto; NewObject r1 keys() []; LoadConst r2 5n; DefineElem r1 r2 r0; Return r1'), 'register 2 may hold a boolean or bigint'],
  ['a field of a primitive', script('Entry auto; LoadInt r1 1; DefineField r1 "x" r0; Return r1'), 'register 1 may hold a property key; the instruction takes an object'],
  ['a method of a guest object', script('method "m" { \n Entry auto; Return r0 \n }\nEntry auto; LoadUndefined r1; NewClosure r3 t0 r1; LoadConst r4 "m"; DefineMethod r0 r4 r3 1; Return r0'), 'register 0 may hold'],
  ['a method that is no closure', script('Entry auto; NewObject r1 keys() []; LoadConst r2 "m"; DefineMethod r1 r2 r0 1; Return r1'), 'the instruction takes a closure'],
  ['a home object that is none', script(`${SUPER_METHOD}\nEntry auto; LoadUndefined r1; NewClosure r3 t0 r1; SetHome r3 r1; Return r1`), 'register 1 may hold undefined'],
  ['a superclass that was not checked', klass('derived "C" strict { \n Entry auto; LoadUndefined r1; ReturnDerived r1 r0 \n }', 'GetGlobal r2 "Base"'), 'the instruction takes null or a constructor'],
  ['a superclass of a class that has none', klass('class "C" strict { \n Entry auto; Return r0 \n }', EXTENDS), 'the instruction takes the empty value'],
  ['no superclass of a class that has one', klass('derived "C" strict { \n Entry auto; LoadUndefined r1; ReturnDerived r1 r0 \n }'), 'register 2 may hold the empty value'],
  ['a new target from anywhere', klass('derived "C" strict { \n Entry auto; LoadCallee r1; GetSuperBase r2 r1; LoadUndefined r3; SuperCall r0 r2 r3 "super" []; ReturnDerived r3 r0 \n }', EXTENDS), 'register 3 may hold undefined; the instruction takes a constructor'],
  ['this of a derived constructor that is no object', klass('derived "C" strict { \n Entry auto; LoadUndefined r1; LoadInt r2 1; ReturnDerived r1 r2 \n }', EXTENDS), 'register 2 may hold a property key'],
  ['a mapped slot with a dead zone', inner('function "f" params=1 arguments { \n scope a!; mapped 0; Entry auto; LoadUndefined r3; NewScope r3 r3 s0; CreateMappedArguments r4 r3; Return r4 \n }'), 'slot 0 cannot be mapped'],
  ['a mapped slot out of range', inner('function "f" params=1 arguments { \n scope a; mapped 1; Entry auto; LoadUndefined r3; NewScope r3 r3 s0; CreateMappedArguments r4 r3; Return r4 \n }'), 'slot 1 out of range'],
  ['class fields that are an ordinary closure', script('class "C" strict { \n Entry auto; Return r0 \n }\nfunction "f" { \n Entry auto; Return r0 \n }\nEntry auto; LoadUndefined r1; LoadEmpty r2; NewClass r3 r4 t0 r1 r2 r1; NewClosure r5 t1 r1; SetClassFields r3 r5; Return r3'), 'register 5 may hold a closure; the instruction takes a class initialiser'],
];

describe('accepted', () => {
  test.each(accepted)('%s', (_, text) => {
    verify(assemble(text));
  });
});

describe('refused', () => {
  test.each(refused)('%s', (_, text, message) => {
    expect(() => {
      verify(assemble(text));
    }).toThrow(VerifyError);
    expect(() => {
      verify(assemble(text));
    }).toThrow(message);
  });
});

describe('bounded', () => {
  test('states that take too much memory are refused', () => {
    const blocks = 'X: Block auto; JumpIfTrue r0 X2\n'.replace('X2', 'E').replace('X: ', '');
    const text = `script "main" registers=32767 {\nEntry auto; JumpIfTrue r0 E\n${blocks.repeat(1000)}E: Block auto; Return r0\n}`;
    expect(() => {
      verify(assemble(text));
    }).toThrow('too many registers and blocks');
  });

  test('an analysis that goes round and round is cut short', () => {
    // In each round of the loop the scope travels one register further, which changes the state of all blocks.
    const moves = Array.from({ length: 2000 }, (_, i) => `Move r${2001 - i} r${2000 - i}`).join('; ');
    const text = `script "main" registers=2010 {\nscope a\nEntry auto; LoadUndefined r1; NewScope r1 r1 s0; L: Loop auto; ${moves}; JumpIfTrue r0 L; Block auto; Return r0\n}`;
    const start = process.cpuUsage();
    expect(() => {
      verify(assemble(text));
    }).not.toThrow(TypeError);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
  });
});

describe('the table of kinds', () => {
  test('names registers that the opcodes have', () => {
    for (const [name, masks] of Object.entries(reads)) {
      const operands = opcodeByName.get(name)?.operands ?? [];
      expect(`${name} ${masks.length}`).toBe(`${name} ${operands.filter((kind) => kind === 'src' || kind === 'update' || kind === 'srcs').length}`);
    }
    for (const name of Object.keys(gives)) expect(opcodeByName.get(name)?.operands).toContain('dst');
  });

  test('describes sets of kinds', () => {
    expect(describeKinds(VALUE)).toBe('a guest value');
    expect(describeKinds(VALUE | Kind.scope)).toBe('a guest value or a scope');
    expect(describeKinds(Kind.null | Kind.enumeration)).toBe('null or an enumeration');
    expect(describeKinds(Kind.literal | Kind.function)).toBe('an object literal or a closure');
    expect(describeKinds(0)).toBe('nothing');
  });
});
