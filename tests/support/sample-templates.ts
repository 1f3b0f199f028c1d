// Templates in assembler text that between them have everything that a template can have.

export const SAMPLE_TEXTS: readonly string[] = [
  `script "main" start=0 end=19 {
  source "main.js" "let x = '\\ud800 \\u20ac'; // é"
  const globals(lets "a" consts "b" vars "c" functions "f" annexB "g")
  const 1.5
  const -0
  const NaN
  const -Infinity
  const 2147483648
  const 12345678901234567890123456789n
  const -1n
  const 0n
  const "\\ud83d text \\u0000 \\n \\"quoted\\""
  const regexp("a+(?<n>b)" "gi")
  const template("raw\\\\u" "b" : undefined "b")
  const keys("a" "b" "c")
  name "x"
  name "\\udc00"
  scope a b! "this" "#p"
  function "area" strict params=2 length=1 start=3 end=18 {
    scope "%home"
    Entry auto; at 2:4; Mul r3 r1 r2; at 2:10; MulInt r3 r3 -7; Return r3
  }
  at 1:0
  Entry auto; DeclareGlobals k0; LoadUndefined r1; LoadConst r2 1.5; LoadConst r3 -0
  NewClosure r2 t0 r1; DefineGlobalFunction "f" r2
  LoadTrue r4
  L: Loop auto
  at 3:0
  S: Call r5 r2 r1 "f" [r4 r4]; E: JumpIfTrue r5 L
  Block auto; SwitchInt r4 -3 D [D X D]
  X: Block auto; Jump D
  H: Block auto; Throw r6
  D: Block auto; NewObject r1 k12 [r4 r4 r5]; NewRegExp r2 k10; GetTemplateObject r3 k11; InitGlobal "a" r3; Return r1
  handler S E -> H r6
}`,
  `script "" strict {
  scope "#x" C!
  derived "C" strict newtarget arguments {
    arrow "inner" strict { \n Entry auto; LoadScope r1; GetSlot r2 r1 0 0; GetPrivate r3 r2 r2; Return r3 \n }
    Entry auto; LoadCallee r1; GetSuperBase r2 r1; LoadNewTarget r3; CreateRest r4 0
    SuperCallSpread r0 r2 r3 "super" r4; InitFields r0 r1; LoadUndefined r5; ReturnDerived r5 r0
  }
  initializer "" strict {
    Entry auto; LoadScope r1; GetSlot r2 r1 0 0; LoadInt r3 1; AddPrivate r0 r2 r3; Return r3
  }
  Entry auto; LoadUndefined r1; NewScope r2 r1 s0; NewPrivateName r3 "#x" 0; SetSlot r2 0 0 r3
  GetGlobal r4 "Base"; GetClassParent r5 r4; NewClass r6 r7 t0 r2 r4 r5
  NewClosure r8 t1 r2; SetHome r8 r7; SetClassFields r6 r8; SetSlot r2 0 1 r6; Return r6
}`.replace('GetPrivate r3 r2 r2', 'GetPrivate r3 r0 r2'),
  `script "loops" {
  function "f" params=2 arguments {
    scope a b; mapped 0 1
    Entry auto; CoerceThis; LoadUndefined r3; NewScope r3 r3 s0; SetSlot r3 0 0 r1; SetSlot r3 0 1 r2; CreateMappedArguments r4 r3
    IterStart r5 r6 r7 r4 L
    Block auto; GetIteratorMethod r8 r4 "arguments"; Call r5 r8 r4 "" []; CheckObject r5 1; GetProp r6 r5 "next"
    L: Loop auto; IterStep r8 r5 r6 r7 E F
    Block auto; Call r9 r6 r5 "" []; CheckObject r9 0; GetProp r10 r9 "done"; JumpIfTrue r10 E
    Block auto; GetProp r8 r9 "value"
    F: Block auto; A: Call r9 r8 r8 "g" [r8]; B: Jump L
    H: Block auto; JumpIfFastIter r6 T
    Block auto; GetProp r9 r5 "return"; JumpIfNullish r9 T
    Block auto; Call r9 r9 r5 "" []
    T: Block auto; Throw r11
    E: Block auto; ForInStart r9 r4
    M: Loop auto; ForInNext r8 r9 X
    Block auto; Jump M
    X: Block auto; IterStepPair r8 r9 r2 r2 Y Y
    Block auto; IterStartList r8 r5 r6 r7 Y
    Block auto; Jump Y
    Y: Block auto; Return r8
    handler A B -> H r11
  }
  Entry auto; LoadUndefined r1; NewClosure r2 t0 r1; NewArray r3 [r1 r2]; ArrayAppend r3 r1; ArrayHole r3; ArraySpread r3 r2 "x"
  CallSpread r4 r2 r1 "f" r3; Return r4
}`,
];
