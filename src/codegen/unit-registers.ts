// Which registers of a unit have which host variables, found before its code is lowered.
//
// Takes a control-flow graph with its liveness and types. Gives the live ranges within one block, which have variables of their own; the registers that hold
// nothing but numbers; those that hold something at all; and those that exits hand over.

import { Op } from '../bytecode/opcodes.ts';
import type { Block, Cfg, Instruction } from '../ir/cfg.ts';
import { isLive, liveAtExit, type Liveness } from '../ir/liveness.ts';
import { forEachDef } from '../ir/operands.ts';
import { stepTypes, Type, type TypeInfo } from '../ir/types.ts';
import { isHostOperation } from './lower-call.ts';
import { isBareAccess, isComparison, isSilent } from './lower.ts';
import type { UnitBuilder } from './unit-builder.ts';
import { virtualIn } from './virtual-arguments.ts';

/** Registers that some exit hands over. */
export function exitRegisters(u: UnitBuilder, cfg: Cfg, liveness: Liveness): number[] {
  const { registerCount } = cfg.body;
  const live = new Uint32Array((registerCount + 31) >> 5);
  for (const pc of [...u.exits].sort((x, y) => x - y)) {
    for (const set of liveAtExit(cfg.body, liveness, pc)) for (let w = 0; w < live.length; w++) live[w] |= set[w];
  }
  // The `this` of a constructor replaces its result when an interpreted frame returns it.
  live[0] |= 1;
  const registers: number[] = [];
  for (let r = 0; r < registerCount; r++) if (isLive(live, r) && u.assigned.has(r)) registers.push(r);
  return registers;
}

/** The instruction stands for making what is not made. */
const isVirtualMaker = (u: UnitBuilder, { pc }: Instruction): boolean => u.virtualArguments.some((virtual) => virtual.pc === pc || virtual.moves.has(pc)) || u.virtualLists.some((virtual) => virtual.pc === pc);

/** Finds the registers that hold something: on entry, or as results that have no variables of their own. */
export function findAssigned(u: UnitBuilder, liveness: Liveness, locals: ReadonlySet<Instruction>): void {
  const { assigned, cfg, root, body } = u;
  assigned.add(0);
  if (u.osr) {
    const live = liveness.before(cfg.osr);
    for (let r = 0; r < body.registerCount; r++) if (isLive(live, r)) assigned.add(r);
  } else {
    for (let r = 1; r <= root.template.parameterCount; r++) assigned.add(r);
  }
  for (const block of cfg.blocks) {
    for (const ins of block.instructions) {
      if (locals.has(ins) || u.virtualLists.some(({ pc }) => pc === ins.pc)) continue;
      forEachDef(u.code, ins, (r) => {
        if (virtualIn(u, r) === undefined) assigned.add(r);
      });
    }
    if (block.exceptional !== null) assigned.add(block.regions[0].register);
  }
}

const closed = new Set<number>([
  Op.Entry, Op.Block, Op.Jump, Op.JumpIfTrue, Op.JumpIfFalse, Op.JumpIfNullish, Op.JumpIfNotNullish, Op.JumpIfUndefined, Op.JumpIfNotUndefined, Op.SwitchInt, Op.Return,
  Op.LoadUndefined, Op.LoadNull, Op.LoadTrue, Op.LoadFalse, Op.LoadEmpty, Op.LoadInt, Op.LoadConst, Op.Move, Op.LoadCallee, Op.LoadScope, Op.LoadHome,
  Op.GetSlot, Op.SetSlot, Op.StrictEq, Op.StrictNe, Op.StrictEqInt, Op.StrictNeInt, Op.Not,
]);

/** Nothing in the function can leave its unit or ask for the depth once it has begun. */
export function isClosed({ cfg, osr, startsCoroutine, limitsDepth, trace, stress }: UnitBuilder): boolean {
  if (osr || startsCoroutine || limitsDepth || stress || trace !== null) return false;
  return cfg.blocks.every(({ instructions, edges }) => edges.every(({ block }) => block !== null) && instructions.every(({ op, pc }) => closed.has(op) && !cfg.givesNumber.has(pc)));
}

/** Finds the loops, as large as can be, in which nothing but accessors can notice fuel. */
export function findQuietLoops(u: UnitBuilder, types: TypeInfo): void {
  const { cfg } = u;
  if (!u.metered) return;
  const quiet = new Map<Block, boolean>();
  const isQuietBlock = (block: Block): boolean => {
    let known = quiet.get(block);
    if (known === undefined) {
      u.types = types.at(block).slice();
      known = block.instructions.every((ins) => {
        u.at(ins.pc);
        const isQuiet = ins.op === Op.Entry || ins.op === Op.Block || ins.op === Op.Loop || isSilent(u, ins) || isBareAccess(u, ins) || isHostOperation(u, ins);
        stepTypes(cfg, ins, u.types);
        return isQuiet;
      });
      quiet.set(block, known);
    }
    return known;
  };
  for (const loop of cfg.loops) {
    if ([...loop.blocks].every(isQuietBlock)) for (const block of loop.blocks) u.quietBlocks.add(block);
  }
}

/**
 * Instructions whose result is used in their block only. Such a live range gets a host variable of its own: a temporary that is a
 * number here and something else there would otherwise be a tagged value wherever an exit hands it over.
 */
export function localDefinitions(u: UnitBuilder, block: Block, liveness: Liveness): Set<Instruction> {
  const local = new Set<Instruction>();
  const { code } = u;
  const liveOut = (r: number): boolean => block.edges.some((edge) => isLive(liveness.before(edge.pc), r));
  const pending = new Map<number, Instruction>();
  for (const ins of block.instructions) {
    const defs: number[] = [];
    forEachDef(code, ins, (r) => defs.push(r));
    for (const r of defs) {
      const previous = pending.get(r);
      if (previous !== undefined) local.add(previous);
      pending.delete(r);
    }
    if (defs.length === 1 && ins.info.operands[0] === 'dst' && !isVirtualMaker(u, ins)) pending.set(defs[0], ins);
  }
  for (const [r, ins] of pending) if (!liveOut(r)) local.add(ins);
  // What a handler of the block may read must be in the register; terminators assign on their own.
  const last = block.instructions[block.instructions.length - 1];
  for (const ins of local) {
    const r = code[ins.pc + 1];
    if ((ins === last && block.edges.length > 1) || block.regions.some((region) => isLive(liveness.before(region.target), r))) local.delete(ins);
  }
  return local;
}

/** The comparison at `ins` only decides the branch at the end of its block: its result is never stored. */
export function isFused(u: UnitBuilder, block: Block, ins: Instruction, last: Instruction, liveness: Liveness): boolean {
  const { code } = u;
  if ((last.op !== Op.JumpIfTrue && last.op !== Op.JumpIfFalse) || code[last.pc + 1] !== code[ins.pc + 1]) return false;
  const r = code[ins.pc + 1];
  return isComparison(u, ins) && !block.edges.some((edge) => isLive(liveness.before(edge.pc), r));
}

/** Registers that hold nothing but numbers in the whole unit: their loops carry unboxed doubles, whatever the exits do. */
export function numberRegisters(u: UnitBuilder, types: TypeInfo, liveness: Liveness, locals: ReadonlySet<Instruction>): number[] {
  const { cfg, body } = u;
  const { template } = u.root;
  const defined = new Uint16Array(body.registerCount);
  const entry = types.at(cfg.entry);
  for (let r = 0; r < defined.length; r++) {
    // What is live at the entry is taken over: the registers of an OSR unit, parameters, and variables read before they are written.
    if (isLive(liveness.before(cfg.entry.start), r) || (cfg.osr < 0 && r <= template.parameterCount)) defined[r] = entry[r];
  }
  for (const block of cfg.blocks) {
    const state = types.at(block).slice();
    for (const ins of block.instructions) {
      stepTypes(cfg, ins, state);
      if (locals.has(ins) || (ins === block.instructions[block.instructions.length - 2] && isFused(u, block, ins, block.instructions[block.instructions.length - 1], liveness))) continue;
      forEachDef(u.code, ins, (r) => {
        defined[r] |= state[r];
      });
    }
    if (block.exceptional !== null) defined[block.regions[0].register] |= Type.any;
  }
  const numbers: number[] = [];
  for (let r = 1; r < defined.length; r++) if (defined[r] === Type.number) numbers.push(r);
  return numbers;
}
