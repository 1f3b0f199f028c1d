// The opcode table: the single source of truth about every instruction.
//
// Takes nothing; gives one row per opcode: operand kinds, one line of semantics, fuel, effects and the resume mode.
// The emitter, the verifier, the disassembler, liveness, the fuel accounting, the IR builder, the deoptimiser and
// docs/bytecode.md derive what they need from these rows; a fact about an opcode is stated nowhere else.
//
// An instruction is a run of 32-bit words: the opcode, then one word per operand; `list` operands come last and take one
// word for their count and one for each element. Words of kind `count` and `profile` are zero in a template and are
// written by the interpreter in the copy of the code that a realm links.

/** What one operand word means. */
export type OperandKind =
  | 'dst' // register written
  | 'src' // register read
  | 'update' // register read and written
  | 'const' // index into Template.constants
  | 'name' // index into Template.names (a guest property key or variable name)
  | 'template' // index into Template.children
  | 'scope' // index into Template.scopes
  | 'site' // call-site number, below Template.siteNames.length; every site number is used by one instruction
  | 'imm' // signed 32-bit number
  | 'label' // word index of an instruction of this template; always a Block or a Loop
  | 'count' // execution counter, zero in a template
  | 'profile' // operand-kind bits seen (profile.ts), zero in a template
  | 'srcs' // list of registers read: a count word, then that many registers
  | 'labels'; // list of labels: a count word, then that many labels

/**
 * How an instruction that has been left in its middle goes on (I3).
 * - `re-execute`: nothing observable has happened, it runs again from its start;
 * - `value`: it called the guest, and the value returned is stored in its `dst`;
 * - `discard`: it called the guest, and the value returned is dropped;
 * - `construct`: it called a constructor; the value returned, if an object, else the allocated `this`, goes to its `dst`.
 * An instruction that resumes by value, discard or construct re-executes as long as its call has not begun.
 */
export type ResumeMode = 're-execute' | 'value' | 'discard' | 'construct';

export interface Effects {
  /** It can throw a guest exception, or trap when compiled. */
  readonly traps?: boolean;
  /** It can run guest code (a call, an accessor, a conversion) and is then resumed by `resume`. */
  readonly calls?: boolean;
  /** It changes something beside its `dst` register. */
  readonly writes?: boolean;
  /** Control does not fall through to the next instruction. */
  readonly terminates?: boolean;
  /**
   * The frame is taken off the stack and what resumed it goes on. Later the frame is resumed in the middle of this instruction: with a value,
   * with an exception that is thrown here, or with a return (runtime/coroutine.ts).
   */
  readonly suspends?: boolean;
}

export interface OpcodeInfo extends Effects {
  readonly name: string;
  readonly code: number;
  readonly operands: readonly OperandKind[];
  /** `r[x]` is the register named by operand x; operands are called a, b, c, ... in their order. */
  readonly semantics: string;
  /** Fuel charged for it as part of its block. Builtins and size-dependent work charge more when they run (I6). */
  readonly fuel: number;
  /** Bytes of guest heap that it allocates, beside what depends on sizes (I9). */
  readonly bytes: number;
  readonly resume: ResumeMode;
}

interface RowOptions extends Effects {
  readonly fuel?: number;
  readonly bytes?: number;
  readonly resume?: ResumeMode;
}

const rows: OpcodeInfo[] = [];

function row(name: string, operands: string, semantics: string, options: RowOptions = {}): number {
  const code = rows.length;
  rows.push({
    name,
    code,
    operands: (operands === '' ? [] : operands.split(' ')) as OperandKind[],
    semantics,
    fuel: options.fuel ?? 1,
    bytes: options.bytes ?? 0,
    resume: options.resume ?? 're-execute',
    traps: options.traps,
    calls: options.calls,
    writes: options.writes,
    terminates: options.terminates,
    suspends: options.suspends,
  });
  return code;
}

// Shorthands for the common rows of effects.
const calling: RowOptions = { traps: true, calls: true, writes: true, resume: 'value' };
const callingDiscard: RowOptions = { traps: true, calls: true, writes: true, resume: 'discard' };
const throwing: RowOptions = { traps: true };
const writing: RowOptions = { traps: true, writes: true };
const suspending: RowOptions = { traps: true, writes: true, suspends: true };
const free: RowOptions = { fuel: 0 };

/** Added to the kind of a private name, as NewPrivateName takes it, where it is static. */
export const STATIC_PRIVATE_NAME = 3;

export const Op = {
  // --- Blocks. Every basic block starts with one of these; its first operand is the sum of the fuel of the instructions
  // up to the next one of these, which is charged when control enters it. Entry is the first instruction of every template.
  Entry: row('Entry', 'imm count', 'charge a; safepoint; count an invocation', { ...free, writes: true, traps: true }),
  Block: row('Block', 'imm count', 'charge a', { ...free, writes: true }),
  Loop: row('Loop', 'imm count', 'charge a; safepoint; loop header: counts the iterations, may enter compiled code', { ...free, writes: true, traps: true }),

  // --- Control. What follows a conditional jump in the code is a Block or a Loop.
  Jump: row('Jump', 'label', 'goto a', { terminates: true }),
  JumpIfTrue: row('JumpIfTrue', 'src label', 'if ToBoolean(r[a]) goto b'),
  JumpIfFalse: row('JumpIfFalse', 'src label', 'if not ToBoolean(r[a]) goto b'),
  JumpIfNullish: row('JumpIfNullish', 'src label', 'if r[a] is undefined or null goto b'),
  JumpIfNotNullish: row('JumpIfNotNullish', 'src label', 'if r[a] is neither undefined nor null goto b'),
  JumpIfUndefined: row('JumpIfUndefined', 'src label', 'if r[a] is undefined goto b'),
  JumpIfNotUndefined: row('JumpIfNotUndefined', 'src label', 'if r[a] is not undefined goto b'),
  SwitchInt: row('SwitchInt', 'src imm label labels', 'if r[a] is a number, integral, and b <= r[a] < b + |d|, goto d[r[a] - b], else goto c', { terminates: true }),
  Return: row('Return', 'src', 'return r[a]', { terminates: true }),
  ReturnDerived: row('ReturnDerived', 'src src', 'return r[a] if an object; if it is undefined, r[b], which must not be empty; else TypeError', { ...throwing, terminates: true }),
  Throw: row('Throw', 'src', 'throw r[a]', { ...throwing, terminates: true }),
  ThrowError: row('ThrowError', 'imm const', 'throw a new error of kind a (0 Error, 1 TypeError, 2 ReferenceError, 3 SyntaxError, 4 RangeError) with message k[b]', { ...throwing, terminates: true }),

  // --- Loads and moves.
  LoadUndefined: row('LoadUndefined', 'dst', 'r[a] = undefined'),
  LoadNull: row('LoadNull', 'dst', 'r[a] = null'),
  LoadTrue: row('LoadTrue', 'dst', 'r[a] = true'),
  LoadFalse: row('LoadFalse', 'dst', 'r[a] = false'),
  LoadEmpty: row('LoadEmpty', 'dst', 'r[a] = empty (the value of a binding in its temporal dead zone)'),
  LoadInt: row('LoadInt', 'dst imm', 'r[a] = b'),
  LoadConst: row('LoadConst', 'dst const', 'r[a] = k[b] (a number, string or bigint)'),
  Move: row('Move', 'dst src', 'r[a] = r[b]'),
  LoadCallee: row('LoadCallee', 'dst', 'r[a] = the closure that runs'),
  LoadNewTarget: row('LoadNewTarget', 'dst', 'r[a] = new.target of this activation'),
  LoadScope: row('LoadScope', 'dst', 'r[a] = the scope that the closure was made in'),
  LoadHome: row('LoadHome', 'dst', 'r[a] = [[HomeObject]] of the closure'),
  LoadIntrinsic: row('LoadIntrinsic', 'dst name', 'r[a] = the intrinsic called names[b] (self-hosted code only)'),
  LoadImportMeta: row('LoadImportMeta', 'dst', 'r[a] = import.meta of the module, made at its first use', { bytes: 64 }),
  ImportCall: row('ImportCall', 'dst src src', 'r[a] = the promise of import(r[b], r[c])', { ...calling, fuel: 16, bytes: 256 }),
  CoerceThis: row('CoerceThis', '', 'r[0] = this value of a sloppy function: the global object for undefined and null, else ToObject(r[0])', { bytes: 32 }),
  CheckEmpty: row('CheckEmpty', 'src name', 'ReferenceError "Cannot access \'names[b]\' before initialization" if r[a] is empty', throwing),
  CheckThis: row('CheckThis', 'src', 'ReferenceError if r[a] is empty (super() was not called)', throwing),
  CheckNotInitialised: row('CheckNotInitialised', 'src', 'ReferenceError "Super constructor may only be called once" if r[a] is not empty', throwing),
  CheckObject: row('CheckObject', 'src imm', 'TypeError if r[a] is not an object (b: 0 iterator result, 1 result of Symbol.iterator, 2 result of return())', throwing),
  CheckCoercible: row('CheckCoercible', 'src const', 'TypeError if r[a] is undefined or null; the message is the string k[b] and then " as it is undefined." or " as it is null." (destructuring)', throwing),
  CreateArguments: row('CreateArguments', 'dst imm', 'r[a] = unmapped arguments object; b: 1 its callee is the closure, 0 asking for the callee is a TypeError', { bytes: 64, fuel: 4 }),
  CreateMappedArguments: row('CreateMappedArguments', 'dst src', 'r[a] = arguments object mapped to the slots Template.mappedSlots of scope r[b]', { bytes: 128, fuel: 8 }),
  CreateRest: row('CreateRest', 'dst imm', 'r[a] = array of the arguments from index b', { bytes: 32, fuel: 4 }),

  // --- Scopes: objects with numbered slots that hold the captured bindings of one block or function.
  NewScope: row('NewScope', 'dst src scope', 'r[a] = new scope of shape scopes[c] with parent r[b] (undefined: none)', { bytes: 32, fuel: 2 }),
  CopyScope: row('CopyScope', 'dst src scope', 'r[a] = copy of scope r[b], of shape scopes[c], with the same parent (a new iteration)', { bytes: 32, fuel: 2 }),
  GetSlot: row('GetSlot', 'dst src imm imm', 'r[a] = slot d of the scope c levels up from r[b]'),
  GetSlotChecked: row('GetSlotChecked', 'dst src imm imm name', 'as GetSlot; ReferenceError naming names[e] if empty', throwing),
  SetSlot: row('SetSlot', 'src imm imm src', 'slot c of the scope b levels up from r[a] = r[d]', { writes: true }),
  SetSlotChecked: row('SetSlotChecked', 'src imm imm src name', 'as SetSlot; ReferenceError naming names[e] if the slot is empty', writing),
  ThrowConstAssign: row('ThrowConstAssign', 'name', 'TypeError: assignment to constant names[a]', { ...throwing }),

  // --- Globals (script scope and properties of the global object).
  DeclareGlobals: row('DeclareGlobals', 'const', 'GlobalDeclarationInstantiation of k[a], a GlobalDeclarations constant', { ...writing, fuel: 4 }),
  DefineGlobalFunction: row('DefineGlobalFunction', 'name src', 'CreateGlobalFunctionBinding(names[a], r[b])', { ...writing }),
  GetGlobal: row('GetGlobal', 'dst name', 'r[a] = global names[b]; ReferenceError if unresolvable or empty', calling),
  GetGlobalOrUndefined: row('GetGlobalOrUndefined', 'dst name', 'as GetGlobal, but undefined if unresolvable (operand of typeof)', calling),
  HasGlobal: row('HasGlobal', 'dst name', 'r[a] = whether the global names[b] can be resolved (ResolveBinding)', calling),
  SetGlobal: row('SetGlobal', 'name src', 'global names[a] = r[b]; strictness is the template\'s', callingDiscard),
  InitGlobal: row('InitGlobal', 'name src', 'initialise the lexical global names[a] with r[b]', { writes: true }),
  DeleteGlobal: row('DeleteGlobal', 'dst name', 'r[a] = delete names[b] (sloppy)', { writes: true }),

  // --- Names that a with statement or a direct eval may bind. An object environment is the object of a with statement, or the
  // object that holds the variables that direct evals have declared in a function.
  LookupName: row('LookupName', 'dst src name imm', 'r[a] = r[b] if it is an object environment that has the binding names[c] (HasBinding; d: 1 of a with statement, whose @@unscopables counts), else undefined', { ...calling, fuel: 2 }),
  GetName: row('GetName', 'dst src name', 'r[a] = GetBindingValue of names[c] in the object environment r[b]', { ...calling, fuel: 2 }),
  SetName: row('SetName', 'src name src', 'SetMutableBinding of names[b] in the object environment r[a] to r[c]; strictness is the template\'s', { ...callingDiscard, fuel: 2 }),
  ToObject: row('ToObject', 'dst src', 'r[a] = ToObject(r[b]) (the object of a with statement)', { ...throwing, bytes: 32 }),
  IsEval: row('IsEval', 'dst src', 'r[a] = r[b] is the intrinsic eval'),
  DirectEval: row('DirectEval', 'dst src src const', 'r[a] = PerformEval(r[b], direct) in scope r[c], which k[d], an EvalContext, describes', { ...calling, fuel: 16 }),
  DeclareEvalVars: row('DeclareEvalVars', 'src imm imm const', 'declare the vars of k[d], a GlobalDeclarations constant, which eval code declares in a function, in the object in slot c of the scope b levels up from r[a]; the object is made if there is none', { ...writing, fuel: 4, bytes: 64 }),

  // --- Operators. `profile` collects what the fast path (numbers) does not cover.
  Add: row('Add', 'dst src src profile', 'r[a] = r[b] + r[c]', calling),
  Sub: row('Sub', 'dst src src profile', 'r[a] = r[b] - r[c]', calling),
  Mul: row('Mul', 'dst src src profile', 'r[a] = r[b] * r[c]', calling),
  Div: row('Div', 'dst src src profile', 'r[a] = r[b] / r[c]', calling),
  Mod: row('Mod', 'dst src src profile', 'r[a] = r[b] % r[c]', calling),
  Exp: row('Exp', 'dst src src profile', 'r[a] = r[b] ** r[c]', calling),
  BitAnd: row('BitAnd', 'dst src src profile', 'r[a] = r[b] & r[c]', calling),
  BitOr: row('BitOr', 'dst src src profile', 'r[a] = r[b] | r[c]', calling),
  BitXor: row('BitXor', 'dst src src profile', 'r[a] = r[b] ^ r[c]', calling),
  Shl: row('Shl', 'dst src src profile', 'r[a] = r[b] << r[c]', calling),
  Shr: row('Shr', 'dst src src profile', 'r[a] = r[b] >> r[c]', calling),
  UShr: row('UShr', 'dst src src profile', 'r[a] = r[b] >>> r[c]', calling),
  Lt: row('Lt', 'dst src src profile', 'r[a] = r[b] < r[c]', calling),
  Le: row('Le', 'dst src src profile', 'r[a] = r[b] <= r[c]', calling),
  Gt: row('Gt', 'dst src src profile', 'r[a] = r[b] > r[c]', calling),
  Ge: row('Ge', 'dst src src profile', 'r[a] = r[b] >= r[c]', calling),
  Eq: row('Eq', 'dst src src profile', 'r[a] = r[b] == r[c]', calling),
  Ne: row('Ne', 'dst src src profile', 'r[a] = r[b] != r[c]', calling),
  StrictEq: row('StrictEq', 'dst src src', 'r[a] = r[b] === r[c]'),
  StrictNe: row('StrictNe', 'dst src src', 'r[a] = r[b] !== r[c]'),
  AddInt: row('AddInt', 'dst src imm profile', 'r[a] = r[b] + c', calling),
  SubInt: row('SubInt', 'dst src imm profile', 'r[a] = r[b] - c', calling),
  MulInt: row('MulInt', 'dst src imm profile', 'r[a] = r[b] * c', calling),
  BitAndInt: row('BitAndInt', 'dst src imm profile', 'r[a] = r[b] & c', calling),
  BitOrInt: row('BitOrInt', 'dst src imm profile', 'r[a] = r[b] | c', calling),
  ShlInt: row('ShlInt', 'dst src imm profile', 'r[a] = r[b] << c', calling),
  ShrInt: row('ShrInt', 'dst src imm profile', 'r[a] = r[b] >> c', calling),
  UShrInt: row('UShrInt', 'dst src imm profile', 'r[a] = r[b] >>> c', calling),
  LtInt: row('LtInt', 'dst src imm profile', 'r[a] = r[b] < c', calling),
  LeInt: row('LeInt', 'dst src imm profile', 'r[a] = r[b] <= c', calling),
  GtInt: row('GtInt', 'dst src imm profile', 'r[a] = r[b] > c', calling),
  GeInt: row('GeInt', 'dst src imm profile', 'r[a] = r[b] >= c', calling),
  StrictEqInt: row('StrictEqInt', 'dst src imm', 'r[a] = r[b] === c'),
  StrictNeInt: row('StrictNeInt', 'dst src imm', 'r[a] = r[b] !== c'),
  Neg: row('Neg', 'dst src profile', 'r[a] = -r[b]', calling),
  BitNot: row('BitNot', 'dst src profile', 'r[a] = ~r[b]', calling),
  ToNumber: row('ToNumber', 'dst src profile', 'r[a] = ToNumber(r[b]) (unary plus)', calling),
  ToNumeric: row('ToNumeric', 'dst src profile', 'r[a] = ToNumeric(r[b])', calling),
  Inc: row('Inc', 'dst src profile', 'r[a] = ToNumeric(r[b]) + 1', calling),
  Dec: row('Dec', 'dst src profile', 'r[a] = ToNumeric(r[b]) - 1', calling),
  Not: row('Not', 'dst src', 'r[a] = !ToBoolean(r[b])'),
  Typeof: row('Typeof', 'dst src', 'r[a] = typeof r[b]'),
  ToString: row('ToString', 'dst src', 'r[a] = ToString(r[b]) (template literal)', calling),
  ToPropertyKey: row('ToPropertyKey', 'dst src', 'r[a] = ToPropertyKey(r[b]): a string, a symbol, or r[b] itself if a number', calling),
  ConvertKey: row('ConvertKey', 'dst src src profile', 'r[a] = the key r[c] of a property of r[b] that is read and then written: r[c] if it is no object; else TypeError if r[b] is undefined or null; else ToPropertyKey(r[c])', calling),
  In: row('In', 'dst src src', 'r[a] = r[b] in r[c]', calling),
  InstanceOf: row('InstanceOf', 'dst src src', 'r[a] = r[b] instanceof r[c]', calling),

  // --- Properties.
  GetProp: row('GetProp', 'dst src name profile', 'r[a] = r[b].names[c]', calling),
  SetProp: row('SetProp', 'src name src profile', 'r[a].names[b] = r[c]; strictness is the template\'s', callingDiscard),
  GetLength: row('GetLength', 'dst src profile', 'r[a] = r[b].length', calling),
  GetElem: row('GetElem', 'dst src src profile', 'r[a] = r[b][r[c]]', calling),
  SetElem: row('SetElem', 'src src src profile', 'r[a][r[b]] = r[c]; strictness is the template\'s', callingDiscard),
  DeleteProp: row('DeleteProp', 'dst src name', 'r[a] = delete r[b].names[c]; TypeError on failure in strict code', calling),
  DeleteElem: row('DeleteElem', 'dst src src', 'r[a] = delete r[b][r[c]]; TypeError on failure in strict code', calling),
  GetSuperBase: row('GetSuperBase', 'dst src', 'r[a] = GetPrototypeOf(r[b]), r[b] being the home object or the active function: where super.x is looked up, or what super() constructs'),
  GetSuper: row('GetSuper', 'dst src src src', 'r[a] = r[b].[[Get]](r[c], receiver r[d]); TypeError if r[b] is null', calling),
  SetSuper: row('SetSuper', 'src src src src', 'r[a].[[Set]](r[b], r[d], receiver r[c]); TypeError if r[a] is null; strictness is the template\'s', callingDiscard),
  NewPrivateName: row('NewPrivateName', 'dst name imm', 'r[a] = new private name #names[b] of kind c (0 field, 1 method, 2 accessor; 3 more if static)', { bytes: 64 }),
  SetPrivateMethod: row('SetPrivateMethod', 'src src imm', 'give private name r[a] its function r[b] (c: 0 method, 1 getter, 2 setter)', { writes: true }),
  AddPrivate: row('AddPrivate', 'src src src', 'PrivateFieldAdd(r[a], private name r[b], r[c])', writing),
  BrandPrivate: row('BrandPrivate', 'src src', 'PrivateMethodOrAccessorAdd(r[a], private name r[b])', writing),
  GetPrivate: row('GetPrivate', 'dst src src', 'r[a] = PrivateGet(r[b], private name r[c])', calling),
  SetPrivate: row('SetPrivate', 'src src src', 'PrivateSet(r[a], private name r[b], r[c])', callingDiscard),
  HasPrivate: row('HasPrivate', 'dst src src', 'r[a] = private name r[c] in r[b]; TypeError if r[b] is not an object', throwing),

  // --- Object, array and function creation.
  NewObject: row('NewObject', 'dst const srcs', 'r[a] = new ordinary object with the keys k[b] (a KeyList constant; distinct, not "__proto__") and the values r[c...]', { bytes: 32, fuel: 2 }),
  NewArray: row('NewArray', 'dst srcs', 'r[a] = array of r[b...]', { bytes: 32, fuel: 2 }),
  NewLiteral: row('NewLiteral', 'dst const', 'r[a] = new object or array that the JSON text k[b] describes', { bytes: 32, fuel: 2 }),
  ArrayAppend: row('ArrayAppend', 'src src', 'append r[b] to the array literal r[a]', { writes: true }),
  ArrayHole: row('ArrayHole', 'src', 'append a hole to the array literal r[a]', { writes: true }),
  ArraySpread: row('ArraySpread', 'src src const', 'append what iterating r[b] gives to the array literal r[a]; k[c] as in GetIteratorMethod', { ...callingDiscard, fuel: 4 }),
  CopyDataProperties: row('CopyDataProperties', 'src src srcs', 'CopyDataProperties(r[a], r[b], excluded keys r[c...])', { ...callingDiscard, fuel: 8 }),
  DefineField: row('DefineField', 'src name src', 'CreateDataPropertyOrThrow(r[a], names[b], r[c])', callingDiscard),
  DefineElem: row('DefineElem', 'src src src', 'CreateDataPropertyOrThrow(r[a], property key r[b], r[c])', callingDiscard),
  DefineMethod: row('DefineMethod', 'src src src imm', 'define the method r[c] under property key r[b] of r[a]; enumerable if d = 1', writing),
  DefineGetter: row('DefineGetter', 'src src src imm', 'define r[c] as the getter of property key r[b] of r[a]; enumerable if d = 1', writing),
  DefineSetter: row('DefineSetter', 'src src src imm', 'define r[c] as the setter of property key r[b] of r[a]; enumerable if d = 1', writing),
  SetPrototypeLiteral: row('SetPrototypeLiteral', 'src src', '__proto__: r[b] in the object literal r[a]', { writes: true }),
  SetFunctionName: row('SetFunctionName', 'src src imm', 'SetFunctionName(r[a], property key or private name r[b]; c: 0 no prefix, 1 "get", 2 "set")', { writes: true }),
  SetHome: row('SetHome', 'src src', '[[HomeObject]] of closure r[a] = r[b]', { writes: true }),
  NewRegExp: row('NewRegExp', 'dst const', 'r[a] = new RegExp of k[b], a RegExpLiteral constant', { bytes: 128, fuel: 8 }),
  GetTemplateObject: row('GetTemplateObject', 'dst const', 'r[a] = GetTemplateObject of k[b], a TemplateLiteral constant; one object per closure template and realm', { bytes: 0, fuel: 2 }),
  NewClosure: row('NewClosure', 'dst template src', 'r[a] = closure of children[b] over scope r[c] (undefined: none)', { bytes: 96, fuel: 2 }),
  GetClassParent: row('GetClassParent', 'dst src', 'prototype parent of superclass r[b]: null if it is null; TypeError if it is not a constructor; else r[a] = r[b].prototype', calling),
  NewClass: row('NewClass', 'dst dst template src src src', 'r[a] = class constructor of children[c] over scope r[d] with superclass r[e] (empty: none), r[b] = its prototype object with parent r[f] (Object.prototype if r[e] is empty); TypeError if r[f] is neither object nor null; r[b] is the home of r[a]', { ...writing, bytes: 192, fuel: 8 }),
  SetClassFields: row('SetClassFields', 'src src', 'r[b] is the closure that initialises the fields of instances of class r[a]', { writes: true }),
  InitFields: row('InitFields', 'src src', 'run the field initialiser of class r[b], if it has one, with this = r[a]', callingDiscard),

  // --- Calls.
  Call: row('Call', 'dst src src site srcs', 'r[a] = call r[b] with this = r[c] and the arguments r[e...]', { ...calling, fuel: 4 }),
  CallSpread: row('CallSpread', 'dst src src site src', 'r[a] = call r[b] with this = r[c] and the elements of array r[e] as arguments', { ...calling, fuel: 6 }),
  New: row('New', 'dst src site srcs', 'r[a] = new r[b](r[d...])', { ...calling, resume: 'construct', fuel: 6, bytes: 32 }),
  NewSpread: row('NewSpread', 'dst src site src', 'r[a] = new r[b](...array r[d])', { ...calling, resume: 'construct', fuel: 8, bytes: 32 }),
  SuperCall: row('SuperCall', 'dst src src site srcs', 'r[a] = Construct(r[b], arguments r[e...], new target r[c]); TypeError if r[b] is no constructor', { ...calling, resume: 'construct', fuel: 6, bytes: 32 }),
  SuperCallSpread: row('SuperCallSpread', 'dst src src site src', 'r[a] = Construct(r[b], elements of array r[e], new target r[c]); TypeError if r[b] is no constructor', { ...calling, resume: 'construct', fuel: 8, bytes: 32 }),

  // --- Iteration. An iteration lives in three consecutive registers: the iterator (or the iterable itself on the fast
  // path), its next method (or the fast-path marker), and the cursor of the fast path. While the iteration protocol of the
  // iterable is unmodified no iterator object is made.
  IterStart: row('IterStart', 'dst dst dst src label', 'if r[d] iterates by the unmodified protocol: r[a] = r[d], r[b] = fast marker, r[c] = 0, goto e; else fall through', { writes: true }),
  IterStartList: row('IterStartList', 'dst dst dst dst label', 'r[b] = r[c] = undefined, r[d] = 0; if an array literal iterates by the unmodified protocol, which nobody can see then: r[a] = true, goto e; else r[a] = false, fall through', { writes: true }),
  IterStep: row('IterStep', 'dst src src update label label', 'if r[c] is the fast marker: advance the cursor r[d]; at the end goto e, else r[a] = next element and goto f (also when resumed by value); else fall through', calling),
  IterStepPair: row('IterStepPair', 'dst dst src src label label', 'if r[d] is the original next of the builtin iterator r[c] of a Map, a Set or an array, whose next value is a fresh array of two: r[a] and r[b] = its elements, goto f; at the end of such an iterator goto e; else fall through', { writes: true }),
  DelegateStep: row('DelegateStep', 'dst src src src label label label', 'a step of yield*: if r[c] is the original next of the builtin iterator r[b], the iterator goes on with r[d], without a result object: r[a] = its next value, goto f; at its end r[a] = what it returned, goto e; where it passes on a result object of another iterator r[a] = that, goto g; else fall through', calling),
  JumpIfFastIter: row('JumpIfFastIter', 'src label', 'if r[a] is the fast marker goto b'),
  GetIteratorMethod: row('GetIteratorMethod', 'dst src const', 'r[a] = GetMethod(r[b], @@iterator); TypeError "k[c] is not iterable" unless callable (k[c] a string, empty if there is no source text to show)', calling),
  ForInStart: row('ForInStart', 'dst src', 'r[a] = for-in enumeration of r[b] (EnumerateObjectProperties; of undefined and null: nothing)', { ...calling, fuel: 8, bytes: 64 }),
  ForInNext: row('ForInNext', 'dst src label', 'r[a] = next key of enumeration r[b] that is still a property; when exhausted (also when resumed by undefined) goto c', { ...calling, fuel: 2 }),
  GetAsyncIterator: row('GetAsyncIterator', 'dst src const', 'r[a] = iterator of GetIterator(r[b], async); TypeError "k[c] is not async iterable"; k[c] as in GetIteratorMethod', { ...calling, fuel: 4, bytes: 64 }),

  // --- Generators and async functions. Their activation starts by one of the Start instructions, before which none of the others
  // may run (TypeError).
  StartGenerator: row('StartGenerator', '', 'make the generator object of this activation, suspend, and give the object to the caller; go on when it is resumed by next', { ...suspending, fuel: 8, bytes: 256 }),
  Yield: row('Yield', 'dst src imm label', 'suspend; the caller of next, throw or return gets CreateIterResultObject(r[b], false), or r[b] itself if c = 1 (yield*). r[a] = value of the resumption; resumed by next: goto d; by return: fall through', { ...suspending, fuel: 4, bytes: 32 }),
  ReturnGenerator: row('ReturnGenerator', 'src', 'the generator is completed; the caller of next, throw or return gets CreateIterResultObject(r[a], true)', { ...throwing, writes: true, terminates: true, fuel: 4, bytes: 32 }),
  StartAsync: row('StartAsync', '', 'make the promise of this activation of an async function', { traps: true, writes: true, fuel: 6, bytes: 256 }),
  PromiseResolve: row('PromiseResolve', 'dst src', 'r[a] = PromiseResolve(%Promise%, r[b]) if r[b] is an object, else r[b]', { ...calling, fuel: 4, bytes: 64 }),
  Await: row('Await', 'dst src', 'suspend until the promise r[b] is settled (any other value counts as fulfilled with it), and give the promise of the activation to the caller; r[a] = its value, or its reason is thrown', { ...suspending, fuel: 6, bytes: 64 }),
  SettleAsync: row('SettleAsync', 'src imm', 'resolve the promise of the activation with r[a] (b = 0), or reject it (b = 1)', { ...callingDiscard, fuel: 4, bytes: 32 }),
  ReturnAsync: row('ReturnAsync', '', 'the activation is over; what resumed it gets the promise of the activation, or of the request that an async generator was resumed by', { ...throwing, writes: true, terminates: true }),
  AsyncGeneratorComplete: row('AsyncGeneratorComplete', 'src imm', 'AsyncGeneratorCompleteStep of the oldest request: with r[a], not done (b = 0) or done (b = 1), or rejected with it (b = 2); unless b = 0 the generator is over', { ...callingDiscard, fuel: 6, bytes: 64 }),
  AsyncGeneratorYield: row('AsyncGeneratorYield', 'dst label', 'go on with the oldest request, or suspend until there is one, and give the promise of the request that resumed it to the caller. r[a] = value of the request; of next: goto b; of return: fall through', { ...suspending, fuel: 4 }),
  AsyncGeneratorDrain: row('AsyncGeneratorDrain', '', 'AsyncGeneratorDrainQueue', { ...callingDiscard, fuel: 4 }),
} as const;

export type OpName = keyof typeof Op;

/** The rows, indexed by opcode. */
export const opcodes: readonly OpcodeInfo[] = rows;

export const opcodeByName: ReadonlyMap<string, OpcodeInfo> = new Map(rows.map((r) => [r.name, r]));

/** True for the operand kinds that take a count word and then their elements. */
export function isList(kind: OperandKind): boolean {
  return kind === 'srcs' || kind === 'labels';
}

const fixedLength = Int32Array.from(rows, (r) => 1 + r.operands.length);
const hasList = Uint8Array.from(rows, (r) => (r.operands.some(isList) ? 1 : 0));

/** Number of words of the instruction at `pc`; a list operand is always the last one. */
export function instructionLength(code: Int32Array, pc: number): number {
  const op = code[pc];
  const fixed = fixedLength[op];
  return hasList[op] === 1 ? fixed + code[pc + fixed - 1] : fixed;
}
