// Lists of arguments that are not made: the array of a call like `f(a, b, ...list)`, which nothing but that call sees.
//
// Takes a unit builder; gives the lists that need not be made, and the lowering of the instructions that would make one. The elements of the list
// stay in their registers, and the call spreads the source itself, which is an array that iterates by index, or the arguments (virtual-arguments.ts).
// Between taking the source and the call nothing happens that could change it. Where the unit is left in between, deopt/leave.ts makes the list.

import type * as E from 'estree';
import { Op } from '../bytecode/opcodes.ts';
import type { Block, Cfg } from '../ir/cfg.ts';
import { isLive, type Liveness } from '../ir/liveness.ts';
import { forEachDef, forEachUse } from '../ir/operands.ts';
import { LIST_NEEDED } from '../runtime/linked.ts';
import * as b from './builders.ts';
import type { Arguments } from './lower-call.ts';
import { iteratesFast } from './plain-arrays.ts';
import type { UnitBuilder } from './unit-builder.ts';
import { takeArguments, virtualIn } from './virtual-arguments.ts';

export interface VirtualList {
  /** The NewArray, the ArraySpread of its source, and the call. */
  readonly pc: number;
  readonly spreadPc: number;
  readonly callPc: number;
  readonly register: number;
  /** Registers of the elements before the source, and of that. */
  readonly elements: readonly number[];
  readonly source: number;
}

/** Instructions that may stand between taking the source and the call: they change no object, and run nothing of the guest. */
const inert = new Set<number>([
  Op.Move, Op.LoadUndefined, Op.LoadNull, Op.LoadTrue, Op.LoadFalse, Op.LoadEmpty, Op.LoadInt, Op.LoadConst, Op.LoadCallee, Op.LoadNewTarget, Op.LoadScope,
  Op.LoadHome, Op.LoadIntrinsic, Op.CheckEmpty, Op.CheckThis, Op.GetSlot, Op.GetSlotChecked,
]);
/** Operand of the list of arguments. */
const listOperand = new Map<number, number>([[Op.CallSpread, 5], [Op.NewSpread, 4], [Op.SuperCallSpread, 5]]);

/** The list that the NewArray at index `i` of the block begins, if it need not be made. */
function listFrom(cfg: Cfg, { instructions }: Block, i: number): VirtualList | null {
  const { code, others } = cfg.body;
  const { pc } = instructions[i];
  if ((others[pc] & LIST_NEEDED) !== 0) return null;
  const register = code[pc + 1];
  const elements = Array.from({ length: code[pc + 2] }, (_, k) => code[pc + 3 + k]);
  const needed = new Set(elements);
  let source = -1;
  let spreadPc = -1;
  if (needed.has(register)) return null;
  for (const ins of instructions.slice(i + 1)) {
    let mentions = 0;
    let overwrites = false;
    forEachUse(code, ins, (r) => {
      if (r === register) mentions++;
    });
    const operand = listOperand.get(ins.op);
    if (operand !== undefined) {
      return source >= 0 && mentions === 1 && code[ins.pc + operand] === register ? { pc, spreadPc, callPc: ins.pc, register, elements, source } : null;
    }
    forEachDef(code, ins, (r) => {
      if (r === register || needed.has(r)) overwrites = true;
    });
    if (overwrites) return null;
    if (ins.op === Op.ArraySpread && code[ins.pc + 1] === register && mentions === 1 && source < 0) {
      spreadPc = ins.pc;
      needed.add((source = code[ins.pc + 2]));
    } else if (mentions > 0 || (source < 0 ? ins.info.suspends === true : !inert.has(ins.op))) {
      return null;
    }
  }
  return null;
}

/** The lists of arguments of the graph that need not be made. */
export function findVirtualLists(u: UnitBuilder, cfg: Cfg): VirtualList[] {
  if (!u.optimisations.speculate) return [];
  return cfg.blocks.flatMap((block) =>
    block.instructions.flatMap(({ op }, i) => (op === Op.NewArray ? (listFrom(cfg, block, i) ?? []) : [])),
  );
}

/** What the calls read beside what they name. */
export function readByCalls(lists: readonly VirtualList[]): Map<number, readonly number[]> {
  return new Map(lists.map(({ callPc, elements, source }) => [callPc, [...elements, source]]));
}

/** Those of which nothing remains after the call. */
export function deadAfterCall(lists: readonly VirtualList[], cfg: Cfg, liveness: Liveness): VirtualList[] {
  return lists.filter(({ pc, callPc, register }) => {
    const block = cfg.blocks.find(({ instructions }) => instructions.some((ins) => ins.pc === pc)) as Block;
    const call = block.instructions.find((ins) => ins.pc === callPc);
    if (call === undefined || block.regions.some(({ target }) => isLive(liveness.before(target), register))) return false;
    return cfg.body.code[callPc + 1] === register || !isLive(liveness.before(callPc + call.length), register);
  });
}

/** The arguments of the spread call at `pc`, whose list is in `register` if it is made. */
export function spreadOperands(u: UnitBuilder, pc: number, register: number): Arguments {
  const virtual = u.virtualLists.find(({ callPc }) => callPc === pc);
  if (virtual === undefined) return { registers: [], list: () => u.r(register) };
  const { elements, source } = virtual;
  return { registers: elements, list: () => (virtualIn(u, source) === undefined ? u.r(source) : b.id('args')) };
}

/** Lowers an instruction that would make such a list; null for any other. */
export function lowerVirtualList(u: UnitBuilder, pc: number): E.Statement[] | null {
  for (const virtual of u.virtualLists) {
    if (virtual.pc === pc) return [];
    if (virtual.spreadPc !== pc) continue;
    const list = virtualIn(u, virtual.source);
    const source = (): E.Expression => (list === undefined ? u.r(virtual.source) : b.id('args'));
    const length = (): E.Expression => b.member(source(), 'length');
    return [
      u.pc(pc),
      ...(list === undefined ? [u.guard(b.unary('!', b.logic('&&', b.call(u.rt('isArray'), source()), iteratesFast(u, source()))))] : takeArguments(u, list)),
      b.iff(b.bin('>', length(), b.lit(3)), [b.stmt(b.call(u.rt('charge'), b.bin('>>', length(), b.lit(2))))]),
    ];
  }
  return null;
}
