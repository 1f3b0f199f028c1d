// What registers hold, as far as the verifier tells it apart, and what each instruction wants and gives.
//
// A register holds one of the kinds below; the verifier knows for each place a set of them, as a bit mask. The first nine
// are guest values, told apart only as finely as some instruction relies on. The others are internal values: a scope where
// a guest value belongs, or the other way round, would let a program reach into the VM.
//
// An instruction that is not named in `reads` takes guest values and nothing else; one not named in `gives` writes any
// guest value. For the few whose effect is more than that (Move, scopes, closures, iteration) verify-types.ts has the rule,
// and the entry here tells the reader of docs/bytecode.md.

import type { OpName } from './opcodes.ts';

export const Kind = {
  undefined: 1,
  null: 2,
  /** A property key: string, number or symbol. */
  key: 4,
  /** Boolean or bigint. */
  primitive: 8,
  /** An object that may be anything, a Proxy too. */
  object: 16,
  /** An ordinary object made by NewObject, or the prototype object of a class. */
  literal: 32,
  /** An array that only this activation has seen, and that is therefore as it was made. Any other use makes it an `object`. */
  array: 64,
  /** A closure of bytecode: made here, or the running one. */
  function: 128,
  /** An object that was found to be a constructor. */
  constructor: 256,
  /** A closure of an `initializer` template. Guests do not get hold of it, so its `this` is always an object. */
  initializer: 512,
  /** Goes with `function` or `initializer`: the closure has no home object yet, but its code asks for one. */
  homeless: 1024,
  /** The value of a binding in its temporal dead zone, of the absent superclass, and of `this` before super(). */
  empty: 2048,
  scope: 4096,
  privateName: 8192,
  enumeration: 16384,
  /** In the place of an iterator's next method: the iteration runs by the unmodified protocol. */
  marker: 32768,
} as const;

/** Any object. */
export const OBJECT = Kind.object | Kind.literal | Kind.array | Kind.function | Kind.constructor;
/** Any guest value. */
export const VALUE = Kind.undefined | Kind.null | Kind.key | Kind.primitive | OBJECT;
export const VALUE_OR_EMPTY = VALUE | Kind.empty;
/** What Move moves: everything but the marker, which means something in its own register only. */
const MOVABLE = 0xffff & ~Kind.marker;
/** What needs no conversion by guest code where a property key is wanted. */
const NO_OBJECT = Kind.undefined | Kind.null | Kind.key | Kind.primitive;
/** Number or bigint. */
const NUMERIC = Kind.key | Kind.primitive;
/** Undefined: a computed key of a class field that is not known yet, which no program can bring about but a made-up file. */
const FIELD_KEY = Kind.key | Kind.undefined;
const METHOD_HOLDER = Kind.literal | Kind.function;

/** Per opcode the kinds wanted of each register that it reads, in the order of its operands; a list counts once. */
export const reads: Partial<Record<OpName, readonly number[]>> = {
  Move: [MOVABLE],
  ReturnDerived: [VALUE, OBJECT | Kind.empty],
  CheckEmpty: [VALUE_OR_EMPTY],
  CheckThis: [VALUE_OR_EMPTY],
  CheckNotInitialised: [VALUE_OR_EMPTY],
  CreateMappedArguments: [Kind.scope],
  NewScope: [Kind.scope | Kind.undefined],
  CopyScope: [Kind.scope],
  GetSlot: [Kind.scope],
  GetSlotChecked: [Kind.scope],
  SetSlot: [Kind.scope, VALUE_OR_EMPTY | Kind.privateName],
  SetSlotChecked: [Kind.scope, VALUE],
  DefineGlobalFunction: [Kind.function],
  LookupName: [VALUE],
  GetName: [VALUE],
  SetName: [VALUE, VALUE],
  DirectEval: [VALUE, Kind.scope | Kind.undefined],
  DeclareEvalVars: [Kind.scope],
  GetSuperBase: [OBJECT],
  GetSuper: [OBJECT | Kind.null, NO_OBJECT, VALUE],
  SetSuper: [OBJECT | Kind.null, NO_OBJECT, VALUE, VALUE],
  SetPrivateMethod: [Kind.privateName, Kind.function],
  AddPrivate: [OBJECT, Kind.privateName, VALUE],
  BrandPrivate: [OBJECT, Kind.privateName],
  GetPrivate: [VALUE, Kind.privateName],
  SetPrivate: [VALUE, Kind.privateName, VALUE],
  HasPrivate: [VALUE, Kind.privateName],
  ArrayAppend: [Kind.array, VALUE],
  ArrayHole: [Kind.array],
  ArraySpread: [Kind.array, VALUE],
  CopyDataProperties: [Kind.literal, VALUE, Kind.key],
  DefineField: [OBJECT, VALUE],
  DefineElem: [OBJECT, FIELD_KEY, VALUE],
  DefineMethod: [METHOD_HOLDER, Kind.key, Kind.function],
  DefineGetter: [METHOD_HOLDER, Kind.key, Kind.function],
  DefineSetter: [METHOD_HOLDER, Kind.key, Kind.function],
  SetPrototypeLiteral: [Kind.literal, VALUE],
  SetFunctionName: [Kind.function, FIELD_KEY | Kind.privateName],
  SetHome: [Kind.function | Kind.initializer | Kind.homeless, METHOD_HOLDER],
  NewClosure: [Kind.scope | Kind.undefined],
  NewClass: [Kind.scope | Kind.undefined, Kind.empty | Kind.null | Kind.constructor, VALUE_OR_EMPTY],
  SetClassFields: [Kind.function, Kind.initializer],
  InitFields: [OBJECT, Kind.function],
  Call: [VALUE | Kind.initializer, VALUE, VALUE],
  CallSpread: [VALUE, VALUE, Kind.array],
  NewSpread: [VALUE, Kind.array],
  SuperCall: [OBJECT | Kind.null, Kind.constructor, VALUE],
  SuperCallSpread: [OBJECT | Kind.null, Kind.constructor, Kind.array],
  IterStep: [VALUE, VALUE | Kind.marker, VALUE],
  JumpIfFastIter: [VALUE | Kind.marker],
  ForInNext: [Kind.enumeration],
};

/** Per opcode the kinds that it writes to its `dst`. */
export const gives: Partial<Record<OpName, number>> = {
  LoadUndefined: Kind.undefined,
  LoadNull: Kind.null,
  LoadTrue: Kind.primitive,
  LoadFalse: Kind.primitive,
  LoadEmpty: Kind.empty,
  LoadInt: Kind.key,
  LoadCallee: Kind.function,
  LoadScope: Kind.undefined | Kind.scope,
  LoadHome: Kind.object,
  LoadImportMeta: Kind.object,
  ImportCall: Kind.object,
  CreateArguments: Kind.object,
  CreateMappedArguments: Kind.object,
  CreateRest: Kind.array,
  NewScope: Kind.scope,
  CopyScope: Kind.scope,
  HasGlobal: Kind.primitive,
  DeleteGlobal: Kind.primitive,
  LookupName: Kind.undefined | Kind.object,
  IsEval: Kind.primitive,
  ToObject: Kind.object,
  Add: NUMERIC,
  Sub: NUMERIC,
  Mul: NUMERIC,
  Div: NUMERIC,
  Mod: NUMERIC,
  Exp: NUMERIC,
  BitAnd: NUMERIC,
  BitOr: NUMERIC,
  BitXor: NUMERIC,
  Shl: NUMERIC,
  Shr: NUMERIC,
  UShr: NUMERIC,
  Lt: Kind.primitive,
  Le: Kind.primitive,
  Gt: Kind.primitive,
  Ge: Kind.primitive,
  Eq: Kind.primitive,
  Ne: Kind.primitive,
  StrictEq: Kind.primitive,
  StrictNe: Kind.primitive,
  AddInt: NUMERIC,
  SubInt: NUMERIC,
  MulInt: NUMERIC,
  BitAndInt: NUMERIC,
  BitOrInt: NUMERIC,
  ShlInt: NUMERIC,
  ShrInt: NUMERIC,
  UShrInt: NUMERIC,
  LtInt: Kind.primitive,
  LeInt: Kind.primitive,
  GtInt: Kind.primitive,
  GeInt: Kind.primitive,
  StrictEqInt: Kind.primitive,
  StrictNeInt: Kind.primitive,
  Neg: NUMERIC,
  BitNot: NUMERIC,
  ToNumber: Kind.key,
  ToNumeric: NUMERIC,
  Inc: NUMERIC,
  Dec: NUMERIC,
  Not: Kind.primitive,
  Typeof: Kind.key,
  ToString: Kind.key,
  ToPropertyKey: Kind.key,
  ConvertKey: NO_OBJECT,
  In: Kind.primitive,
  InstanceOf: Kind.primitive,
  DeleteProp: Kind.primitive,
  DeleteElem: Kind.primitive,
  GetSuperBase: OBJECT | Kind.null,
  NewPrivateName: Kind.privateName,
  HasPrivate: Kind.primitive,
  NewObject: Kind.literal,
  NewArray: Kind.array,
  NewLiteral: Kind.object,
  NewRegExp: Kind.object,
  GetTemplateObject: Kind.object,
  NewClosure: Kind.function | Kind.initializer,
  NewClass: Kind.function,
  New: Kind.object,
  NewSpread: Kind.object,
  SuperCall: Kind.object,
  SuperCallSpread: Kind.object,
  ForInStart: Kind.enumeration,
  ForInNext: Kind.key,
};

const NAMES: readonly [number, string][] = [
  [MOVABLE, 'anything but the fast iteration marker'],
  [VALUE, 'a guest value'],
  [OBJECT, 'an object'],
  [NO_OBJECT, 'a primitive'],
  [Kind.undefined, 'undefined'],
  [Kind.null, 'null'],
  [Kind.key, 'a property key'],
  [Kind.primitive, 'a boolean or bigint'],
  [Kind.object, 'an object'],
  [Kind.literal, 'an object literal'],
  [Kind.array, 'an array of its own'],
  [Kind.function, 'a closure'],
  [Kind.constructor, 'a constructor'],
  [Kind.initializer, 'a class initialiser'],
  [Kind.homeless, 'a closure without its home object'],
  [Kind.empty, 'the empty value'],
  [Kind.scope, 'a scope'],
  [Kind.privateName, 'a private name'],
  [Kind.enumeration, 'an enumeration'],
  [Kind.marker, 'the fast iteration marker'],
];

/** Names a set of kinds, for messages. */
export function describeKinds(mask: number): string {
  const parts: string[] = [];
  for (const [bits, name] of NAMES) {
    if ((mask & bits) === bits && bits !== 0) {
      if (!parts.includes(name)) parts.push(name);
      mask &= ~bits;
    }
  }
  return parts.length === 0 ? 'nothing' : parts.join(' or ');
}
