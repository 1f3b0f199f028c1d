// Type inference: which kinds of values a register can hold, forwards over the control-flow graph.
//
// A type is a set of kinds (bits). The lowering of an instruction may be speculative: it leaves the unit where a value has
// not the kind that the profile promises; `resultType` states what holds after the instruction as it is lowered
// (codegen/lower-*.ts must agree), so checks that inference has discharged are not emitted.

import { Op } from '../bytecode/opcodes.ts';
import { Seen } from '../bytecode/profile.ts';
import type { Block, Cfg, Instruction } from './cfg.ts';
import { IrOp } from './ir-opcodes.ts';
import { forEachDef } from './operands.ts';
import { writesAlong } from './liveness.ts';

export const Type = {
  none: 0,
  undefined: 1,
  null: 2,
  false: 4,
  true: 512,
  boolean: 4 | 512,
  number: 8,
  string: 16,
  symbol: 32,
  bigint: 64,
  object: 128,
  /** The marker of the fast way of an iteration. */
  marker: 1024,
  /** That, EMPTY, scopes, enumerations, private names: what no guest operation sees. */
  internal: 256 | 1024,
  any: 2047,
} as const;

/** Bits of the operand kinds that an operator's profile word may have for it to be lowered for numbers only. */
export function numbersOnly(profile: number): boolean {
  return (profile & ~Seen.number) === 0;
}

/**
 * An operator has met no objects and no bigints: what the host's own operator gives for primitives of other kinds is a number (of `+`, where
 * strings were met, a number or a string).
 */
export function convertiblesOnly(profile: number): boolean {
  return (profile & ~(Seen.number | Seen.string | Seen.primitive)) === 0;
}

/** All of these are converted to numbers by the host's own operators without a trap. */
const convertible = Type.undefined | Type.null | Type.boolean | Type.number | Type.string;
/** Those of them that `+` does not concatenate. */
const addable = convertible & ~Type.string;

/** The operands of a binary operator are of kinds that it makes a number of, whatever they are. */
export function makesNumber(op: number, left: number, right: number): boolean {
  const kinds = op === Op.Add || op === Op.AddInt ? addable : convertible;
  return left !== Type.none && right !== Type.none && ((left | right) & ~kinds) === 0;
}

/** GetLength has met nothing but arrays, strings or typed arrays: it is lowered to a guard of that. */
export function hasHostLength(profile: number): boolean {
  return profile === 0 || profile === Seen.view || (profile & ~(Seen.string | Seen.array)) === 0;
}

/** ConvertKey has met nothing but numbers: it is lowered to a guard of that. */
export function convertsNumbers(profile: number): boolean {
  return profile === 0;
}

export type TypeState = Uint16Array;

const numberOperators = new Set<number>([
  Op.Sub, Op.Mul, Op.Div, Op.Mod, Op.Exp, Op.BitAnd, Op.BitOr, Op.BitXor, Op.Shl, Op.Shr, Op.UShr, Op.SubInt, Op.MulInt,
  Op.BitAndInt, Op.BitOrInt, Op.ShlInt, Op.ShrInt, Op.UShrInt,
]);
const booleanOperators = new Set<number>([
  Op.Lt, Op.Le, Op.Gt, Op.Ge, Op.Eq, Op.Ne, Op.StrictEq, Op.StrictNe, Op.LtInt, Op.LeInt, Op.GtInt, Op.GeInt, Op.StrictEqInt,
  Op.StrictNeInt, Op.Not, Op.In, Op.InstanceOf, Op.DeleteProp, Op.DeleteElem, Op.HasGlobal, Op.DeleteGlobal, Op.HasPrivate,
]);
const orderings = new Set<number>([Op.Lt, Op.Le, Op.Gt, Op.Ge, Op.LtInt, Op.LeInt, Op.GtInt, Op.GeInt]);

/** The operator, with this profile, is lowered to the host's own, which is right for operands of all kinds, traps, or has its result checked. */
export function copesWithAnything(code: Int32Array, { op, pc }: Instruction): boolean {
  if (op === Op.Inc || op === Op.Dec) return convertiblesOnly(code[pc + 3]);
  const profile = code[pc + 4];
  if (orderings.has(op)) return (profile & (Seen.trapped | Seen.object)) === 0;
  return op === Op.Add || op === Op.AddInt ? convertiblesOnly(profile) && (profile & Seen.string) === 0 : numberOperators.has(op) && convertiblesOnly(profile);
}

const objectMakers = new Set<number>([
  Op.NewObject, Op.NewArray, Op.NewLiteral, Op.NewClosure, Op.NewRegExp, Op.CreateRest, Op.CreateArguments, Op.CreateMappedArguments, Op.GetTemplateObject,
  Op.New, Op.NewSpread, Op.SuperCall, Op.SuperCallSpread,
]);

/** Type of the first register that the instruction writes, given the types before it; `speculates`: the guards are there that the profile asks for. */
function resultType(code: Int32Array, ins: Instruction, types: TypeState, speculates: boolean): number {
  const { pc, op } = ins;
  if (booleanOperators.has(op)) return Type.boolean;
  if (objectMakers.has(op)) return Type.object;
  if (numberOperators.has(op)) {
    const immediate = ins.info.operands[2] === 'imm';
    if (makesNumber(op, types[code[pc + 2]], immediate ? Type.number : types[code[pc + 3]])) return Type.number;
    return speculates && convertiblesOnly(code[pc + 4]) ? Type.number : Type.number | Type.bigint;
  }
  switch (op) {
    case Op.Add:
    case Op.AddInt: {
      const a = types[code[pc + 2]];
      const b = op === Op.AddInt ? Type.number : types[code[pc + 3]];
      if (makesNumber(op, a, b)) return Type.number;
      if (a === Type.string || b === Type.string) return Type.string;
      const profile = code[pc + 4];
      if (!speculates || !convertiblesOnly(profile)) return Type.number | Type.string | Type.bigint;
      return (profile & Seen.string) === 0 ? Type.number : Type.number | Type.string;
    }
    case Op.ToNumber:
      return Type.number;
    case Op.Neg:
    case Op.BitNot:
    case Op.Inc:
    case Op.Dec:
    case Op.ToNumeric:
      return makesNumber(op, types[code[pc + 2]], Type.number) || (speculates && convertiblesOnly(code[pc + 3])) ? Type.number : Type.number | Type.bigint;
    case Op.LoadInt:
      return Type.number;
    case Op.LoadUndefined:
      return Type.undefined;
    case Op.LoadNull:
      return Type.null;
    case Op.LoadTrue:
      return Type.true;
    case Op.LoadFalse:
      return Type.false;
    case Op.LoadEmpty:
    case Op.LoadScope:
    case Op.NewScope:
    case Op.CopyScope:
    case Op.NewPrivateName:
    case Op.ForInStart:
      return Type.internal;
    case Op.LoadCallee:
    case Op.NewClass:
      return Type.object;
    case Op.CoerceThis:
      return Type.object;
    case Op.Typeof:
    case Op.ToString:
    case Op.ForInNext:
      return Type.string;
    case Op.ToPropertyKey:
      return Type.string | Type.symbol | Type.number;
    case Op.ConvertKey: {
      const known = types[code[pc + 3]] & ~Type.object;
      if (types[code[pc + 3]] === known) return known;
      return convertsNumbers(code[pc + 4]) ? Type.number : known | Type.string | Type.symbol | Type.number;
    }
    case Op.GetLength:
      return speculates && hasHostLength(code[pc + 3]) ? Type.number : Type.any & ~Type.internal;
    case IrOp.InlineThis:
      return Type.object;
    case IrOp.InlineResult:
      return types[code[pc + 2]] === Type.undefined ? types[code[pc + 3]] : Type.object;
    case Op.Move:
      return types[code[pc + 2]];
    case Op.GetSlot:
      return Type.any;
    default:
      return Type.any & ~Type.internal;
  }
}

/** Types of constants. */
export function constantType(value: unknown): number {
  return typeof value === 'number' ? Type.number : typeof value === 'string' ? Type.string : Type.bigint;
}

export interface TypeInfo {
  /** Types at the start of a block. */
  at(block: Block): TypeState;
}

/** `entry`: the types on entry. Applies `step` for each instruction to update the state. */
export function inferTypes(cfg: Cfg, entry: TypeState): TypeInfo {
  const states = new Map<Block, TypeState>();
  states.set(cfg.entry, entry);
  const work = new Set<Block>([cfg.entry]);
  const merge = (target: Block, state: TypeState): void => {
    const old = states.get(target);
    if (old === undefined) {
      states.set(target, state.slice());
      work.add(target);
      return;
    }
    let changed = false;
    for (let i = 0; i < old.length; i++) {
      const joined = old[i] | state[i];
      if (joined !== old[i]) {
        old[i] = joined;
        changed = true;
      }
    }
    if (changed) work.add(target);
  };
  while (work.size > 0) {
    // In reverse postorder, so that most blocks see their predecessors first.
    let block: Block | null = null;
    for (const b of work) if (block === null || b.rpo < block.rpo) block = b;
    if (block === null) break;
    work.delete(block);
    const state = (states.get(block) as TypeState).slice();
    const handler = block.exceptional;
    const thrown = handler === null ? null : state.slice();
    const last = block.instructions[block.instructions.length - 1];
    let before = state;
    for (const ins of block.instructions) {
      if (ins === last) before = state.slice();
      stepTypes(cfg, ins, state);
      if (thrown !== null) for (let i = 0; i < thrown.length; i++) thrown[i] |= state[i];
    }
    if (handler !== null && thrown !== null) {
      thrown[block.regions[0].register] = Type.any & ~Type.internal;
      merge(handler, thrown);
    }
    block.edges.forEach(({ block: next }, k) => {
      if (next === null) return;
      if (last.op === Op.IterStartList) state[cfg.body.code[last.pc + 1]] = k === 0 ? Type.true : Type.false;
      if (writesAlong(last.op, k)) {
        merge(next, state);
      } else {
        const unwritten = state.slice();
        forEachDef(cfg.body.code, last, (r) => {
          unwritten[r] = before[r];
        });
        merge(next, unwritten);
      }
    });
  }
  return { at: (block) => states.get(block) as TypeState };
}

/** Updates the state over one instruction. */
export function stepTypes(cfg: Cfg, ins: Instruction, state: TypeState): void {
  const { body } = cfg;
  const { code } = body;
  const { pc, op } = ins;
  if (op === Op.IterStart) {
    // What is written on the fast way: the iterable, which is an array or a typed array, the marker and the cursor.
    state[code[pc + 1]] = Type.object;
    state[code[pc + 2]] = Type.marker;
    state[code[pc + 3]] = Type.number;
    return;
  }
  if (op === Op.IterStartList) {
    state[code[pc + 1]] = Type.boolean;
    state[code[pc + 2]] = Type.undefined;
    state[code[pc + 3]] = Type.undefined;
    state[code[pc + 4]] = Type.number;
    return;
  }
  const type = op === Op.LoadConst ? constantType(body.siteAt(pc).linked.template.constants[code[pc + 2]]) : cfg.givesNumber.has(pc) ? Type.number : resultType(code, ins, state, cfg.speculates);
  const isGuarded = op === Op.ToNumeric && cfg.speculates && numbersOnly(code[pc + 3]) && !makesNumber(op, state[code[pc + 2]], Type.number);
  let first = true;
  forEachDef(code, ins, (r) => {
    if (op === Op.IterStep && !first) state[r] = Type.number;
    else state[r] = type;
    first = false;
  });
  // What a guard of the lowering has shown of the operands holds from here on.
  if (isGuarded) {
    const source = code[pc + 2];
    if (source !== code[pc + 1]) state[source] = Type.number;
  } else if (op === Op.GetLength && cfg.speculates && code[pc + 3] === Seen.string) {
    const source = code[pc + 2];
    if (source !== code[pc + 1]) state[source] = Type.string;
  }
}
