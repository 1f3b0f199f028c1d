// Arguments objects, and arrays of rest parameters, that are not made (scalar replacement): a unit does without the object as long as all that happens
// to it is reading its length and elements, `f.apply(x, arguments)`, `slice.call(arguments, i)` of an array's `slice`, spreading it, and going through an array
// by for-of. V8 does not make the list of arguments of the host function either then, as long as nothing is assigned to the variable that holds it and the
// function has not been left by its exit.
//
// Takes a unit builder; gives the virtual arguments objects of its activations, and the lowering of the instructions that make or use one: they
// go by the list of arguments that the unit was called with. What else is done with the object is outside of the unit (a branch that never ran, a
// call target that was never seen): where the unit is left with the object in a register, deopt/leave.ts makes it.
//
// The guest cannot tell: nobody has changed an object that nobody else has seen, so its elements are the arguments, or, where it is mapped, the
// parameters in their scope. The elements of a rest parameter are all that `args` holds (UnitBuilder.hasRest). What making it and going through it charges is charged all the same.

import type * as E from 'estree';
import { Op } from '../bytecode/opcodes.ts';
import { Seen } from '../bytecode/profile.ts';
import { MANY_ARGUMENTS } from '../interpreter/machine.ts';
import type { Cfg, Instruction } from '../ir/cfg.ts';
import type { InlineSite } from '../ir/inline.ts';
import { lengthAt } from '../ir/ir-opcodes.ts';
import { isLive, type Liveness } from '../ir/liveness.ts';
import { forEachDef, forEachUse } from '../ir/operands.ts';
import { ARGUMENTS_NEEDED } from '../runtime/linked.ts';
import { FUEL } from '../runtime/realm.ts';
import { EMPTY } from '../runtime/values.ts';
import * as b from './builders.ts';
import { isFunction, isOnlyTarget } from './lower-call.ts';
import { slotIn } from './slot-access.ts';
import type { UnitBuilder } from './unit-builder.ts';

export interface VirtualArguments {
  readonly site: InlineSite;
  /** The instruction that stands for making the object. */
  readonly pc: number;
  /** The registers that hold it: that of the instruction, and those that it is moved to and that hold nothing else (`var args = arguments`). */
  readonly registers: Set<number>;
  /** The instructions that move it; one that begins to iterate an array moves it to the register of the iterator. */
  readonly moves: Set<number>;
  /** Register of the scope whose slots are the parameters; -1 if the object is not mapped. */
  readonly scope: number;
  /** It is the array of a rest parameter. */
  readonly isRest: boolean;
  /** Instructions that use it. */
  readonly uses: Set<number>;
}

const makers = new Set<number>([Op.CreateArguments, Op.CreateMappedArguments, Op.CreateRest]);

/** The arguments objects of the graph that need not be made. `u` knows its graph, and nothing that follows from it. */
export function findVirtualArguments(u: UnitBuilder, cfg: Cfg): VirtualArguments[] {
  if (!u.optimisations.speculate) return [];
  const found = new Map<number, VirtualArguments>();
  const { code, others } = cfg.body;
  const excluded = new Set<number>(cfg.body.handlers.map(({ register }) => register));
  for (const { instructions } of cfg.blocks) {
    for (const ins of instructions) {
      const isMaker = makers.has(ins.op);
      forEachDef(code, ins, (r) => {
        if (!isMaker || found.has(r) || (others[ins.pc] & ARGUMENTS_NEEDED) !== 0) excluded.add(r);
      });
      if (!isMaker) continue;
      const site = cfg.body.siteAt(ins.pc);
      // The frame of a coroutine holds the object while it is suspended.
      if (site.parent === null && (u.osr || u.startsCoroutine)) return [];
      const isRest = ins.op === Op.CreateRest;
      if (isRest && !u.hasRest) return [];
      const register = code[ins.pc + 1];
      const scope = ins.op === Op.CreateMappedArguments ? code[ins.pc + 2] : -1;
      found.set(register, { site, pc: ins.pc, registers: new Set([register]), moves: new Set(), scope, isRest, uses: new Set() });
    }
  }
  for (const r of excluded) found.delete(r);
  if (found.size === 0) return [];
  findMoves(cfg, found);
  for (const { instructions } of cfg.blocks) {
    for (const ins of instructions) {
      u.at(ins.pc);
      forEachUse(code, ins, (r) => {
        const virtual = found.get(r);
        if (virtual === undefined) return;
        if (isVirtualUse(u, ins, virtual)) virtual.uses.add(ins.pc);
        else if (!virtual.moves.has(ins.pc)) for (const held of virtual.registers) found.delete(held);
      });
    }
  }
  return [...new Set(found.values())];
}

/** Finds the further registers that hold nothing but an object of `found`, and adds them to it. */
function findMoves({ blocks, body: { code, handlers } }: Cfg, found: Map<number, VirtualArguments>): void {
  /** By a register that something is moved to: what holds it, and the moves. null: it is defined in other ways, too. */
  const moved = new Map<number, { from: number; pcs: number[] } | null>(handlers.map(({ register }) => [register, null]));
  for (const { instructions } of blocks) {
    for (const ins of instructions) {
      forEachDef(code, ins, (r) => {
        const from = ins.op === Op.Move ? code[ins.pc + 2] : ins.op === Op.IterStart && r === code[ins.pc + 1] ? code[ins.pc + 4] : -1;
        const known = moved.get(r);
        if (known === undefined && from >= 0) moved.set(r, { from, pcs: [ins.pc] });
        else if (known?.from === from) known.pcs.push(ins.pc);
        else moved.set(r, null);
      });
    }
  }
  // Moves of moves: as many rounds as there are registers in a chain of them.
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const [r, move] of moved) {
      const virtual = move === null ? undefined : found.get(move.from);
      if (move === null || virtual === undefined || found.has(r)) continue;
      // A parameter of an inlined callee is read by what makes its arguments, and by the frames of exits.
      if (r < virtual.site.base || r >= virtual.site.base + virtual.site.linked.registerCount) continue;
      found.set(r, virtual);
      virtual.registers.add(r);
      for (const pc of move.pcs) virtual.moves.add(pc);
    }
  }
}

/** Those whose registers hold the object wherever they are read: a variable may be read before it is assigned. */
export function alwaysMade(list: readonly VirtualArguments[], cfg: Cfg, liveness: Liveness): VirtualArguments[] {
  const live = liveness.before(cfg.entry.start);
  return list.filter(({ registers }) => ![...registers].some((r) => isLive(live, r)));
}

/** The graph with what is known of the uses: a length is a number. */
export function withKnownLengths(cfg: Cfg, list: readonly VirtualArguments[]): Cfg {
  const lengths = list.flatMap(({ uses }) => [...uses].filter((pc) => cfg.body.code[pc] === Op.GetLength));
  return lengths.length === 0 ? cfg : { ...cfg, givesNumber: new Set([...cfg.givesNumber, ...lengths]) };
}

/** Registers that are needed for making the object: they live as long as it does. */
export function impliedRegisters(list: readonly VirtualArguments[]): Map<number, readonly number[]> {
  return new Map(list.flatMap(({ registers, scope, site }) => [...registers].map((r) => [r, [...(scope >= 0 ? [scope] : []), ...(site.args ?? [])]] as const)));
}

/** What instructions that make arguments objects of inlined activations read beside what they name. */
export function readByMakers(cfg: Cfg): [pc: number, registers: readonly number[]][] {
  const { code, sites } = cfg.body;
  if (sites.every(({ args }) => args === null)) return [];
  const found: [number, readonly number[]][] = [];
  for (let pc = 0; pc < code.length; pc += lengthAt(code, pc)) {
    const { args } = cfg.body.siteAt(pc);
    if (args !== null && makers.has(code[pc])) found.push([pc, args]);
  }
  return found;
}

/** The instruction reads the object in one of the ways that do without it. */
function isVirtualUse(u: UnitBuilder, { op, pc }: Instruction, { registers, isRest }: VirtualArguments): boolean {
  const { code } = u;
  const isIt = (offset: number): boolean => registers.has(code[pc + offset]);
  switch (op) {
    case Op.GetLength:
      return true;
    case Op.GetElem:
      return isIt(2) && !isIt(3) && (code[pc + 4] & (Seen.stringKey | Seen.otherKey)) === 0;
    case Op.ArraySpread:
      return isIt(2) && !isIt(1) && u.site.args === null;
    case Op.Call: {
      const count = code[pc + 5];
      if (!u.optimisations.intrinsics || isIt(2) || isIt(3)) return false;
      // apply(thisArgument, arguments)
      if (count === 2 && isIt(7)) return !isIt(6) && isOnlyTarget(u, code[pc + 4], u.realm.operation('Function.apply'));
      // slice.call(arguments) or slice.call(arguments, start)
      return !isRest && u.site.args === null && (count === 1 || count === 2) && isIt(6) && isOnlyTarget(u, code[pc + 4], u.realm.operation('Function.call'));
    }
    case Op.IterStart:
      return isRest && isIt(4) && isIt(1);
    case Op.IterStep:
      return isRest && isIt(2);
    default:
      return false;
  }
}

/** The arguments object that the register stands for, if it is not made. */
export function virtualIn(u: UnitBuilder, register: number): VirtualArguments | undefined {
  return u.virtualArguments.find(({ registers }) => registers.has(register));
}

/** Stands for making the object: what that charges. */
function lowerMaker(u: UnitBuilder, ins: Instruction, { scope, site, isRest }: VirtualArguments): E.Statement[] {
  if (isRest) return [u.pc(ins.pc), ...u.chargeList(() => b.member(b.id('args'), 'length'))];
  if (site.args !== null) return site.args.length > 3 ? [u.pc(ins.pc), b.stmt(b.call(u.rt('charge'), b.lit(site.args.length >> 2)))] : [];
  const count = b.member(b.id('args'), 'length');
  const amount = scope >= 0 ? count : b.bin('>>', count, b.lit(2));
  const charge = b.iff(
    b.bin('<', amount, u.cell(FUEL)),
    [b.stmt(b.assign(u.cell(FUEL), amount, '-='))],
    [b.stmt(b.call(u.rt('charge'), amount))],
  );
  return [u.pc(ins.pc), scope >= 0 ? charge : b.iff(b.bin('>', count, b.lit(3)), [charge])];
}

/** Brings the list up to date: a mapped element is the parameter in its slot. */
function refresh(u: UnitBuilder, { scope, site }: VirtualArguments): E.Statement[] {
  if (scope < 0) return [];
  const statements: E.Statement[] = [];
  site.linked.template.mappedSlots.forEach((slot, i) => {
    if (slot < 0) return;
    const update = b.stmt(b.assign(b.index(b.id('args'), b.lit(i)), slotIn(u.r(scope), slot)));
    statements.push(b.iff(b.bin('>', b.member(b.id('args'), 'length'), b.lit(i)), [update]));
  });
  return statements;
}

function lowerElement(u: UnitBuilder, { pc }: Instruction, virtual: VirtualArguments): E.Statement[] {
  const { code } = u;
  const dst = code[pc + 1];
  const key = (): E.Expression => u.r(code[pc + 3]);
  const inherited = (): E.Statement[] => [
    // What the prototype has there, if that can be told.
    b.set('t', b.call(u.rt('inheritedElement'), key(), b.lit(virtual.isRest))), u.guard(b.bin('===', b.id('t'), u.constant(EMPTY))), ...u.result(pc, dst, b.id('t')),
  ];
  const { args: registers } = virtual.site;
  if (registers !== null) {
    const isNumber = u.isNumber(code[pc + 3]) ? [] : [u.guard(b.bin('!==', b.unary('typeof', key()), b.lit('number')))];
    const found = registers.reduceRight<E.Statement[]>((others, r, i) => [b.iff(b.bin('===', key(), b.lit(i)), u.result(pc, dst, u.r(r)), others)], inherited());
    return [u.pc(pc), ...isNumber, ...found];
  }
  const args = b.id('args');
  const isIndex = b.bin('===', b.bin('>>>', key(), b.lit(0)), key());
  return [
    u.pc(pc),
    ...(u.isNumber(code[pc + 3]) ? [] : [u.guard(b.bin('!==', b.unary('typeof', key()), b.lit('number')))]),
    ...refresh(u, virtual),
    b.iff(
      b.logic('&&', isIndex, b.bin('<', key(), b.member(args, 'length'))),
      u.result(pc, dst, b.index(args, key())),
      inherited(),
    ),
  ];
}

/** Takes the elements by iteration: they are in `args` then, or the unit is left. */
export function takeArguments(u: UnitBuilder, virtual: VirtualArguments): E.Statement[] {
  return [u.guard(b.unary('!', b.call(u.rt(virtual.isRest ? 'freshArraysIterate' : 'argumentsIterateFast')))), ...refresh(u, virtual)];
}

/** The elements of a virtual array that IterStart or IterStep at `pc` goes through; null if the iterable is made. */
export function virtualIterable(u: UnitBuilder, pc: number): { readonly start: E.Statement[]; readonly list: E.Identifier } | null {
  const virtual = u.virtualArguments.find(({ uses }) => uses.has(pc));
  return virtual === undefined ? null : { start: takeArguments(u, virtual), list: b.id('args') };
}

function lowerSpread(u: UnitBuilder, { pc }: Instruction, virtual: VirtualArguments): E.Statement[] {
  return [
    u.pc(pc),
    ...takeArguments(u, virtual),
    b.stmt(b.call(u.rt('appendAll'), u.r(u.code[pc + 1]), b.id('args'))),
  ];
}

/** apply(thisArgument, arguments): what `apply` is called on is called from here. */
function lowerApply(u: UnitBuilder, { pc }: Instruction, virtual: VirtualArguments): E.Statement[] {
  const { code } = u;
  const f = (): E.Expression => u.r(code[pc + 3]);
  const self = u.r(code[pc + 6]);
  const args = b.id('args');
  const length = b.member(args, 'length');
  const { args: registers } = virtual.site;
  const target = b.member(f(), 'code');
  const count = (): E.Expression => (registers === null ? length : b.lit(registers.length));
  const charge = registers === null || registers.length > 3 ? u.chargeCall(pc, count) : [];
  const guards = [
    u.pc(pc),
    ...u.beforeListCall(pc),
    u.guard(b.bin('!==', u.r(code[pc + 2]), u.constant(u.realm.operation('Function.apply'), 'F'))),
    // As plainArgumentsLength has it, since the library's way burns other fuel.
    u.guard(b.unary('!', b.logic('&&', b.member(u.constant(u.realm.prelude.elements), 'plain'), isFunction(u, code[pc + 3])))),
  ];
  if (registers !== null) {
    return [...guards, ...charge, ...u.result(pc, code[pc + 1], b.call(target, f(), self, ...registers.map((r) => u.r(r))))];
  }
  const call = b.call(target, f(), self, b.spread(args));
  return [
    ...guards,
    ...refresh(u, virtual),
    ...charge,
    ...u.result(pc, code[pc + 1], b.cond(b.bin('<', length, b.lit(MANY_ARGUMENTS)), call, b.call(u.rt('callWithMany'), f(), self, args))),
  ];
}

/** slice.call(arguments, start): leaves the unit if it is not the `slice` of arrays that is called. */
function lowerSlice(u: UnitBuilder, { pc }: Instruction, virtual: VirtualArguments): E.Statement[] {
  const { code } = u;
  const start = code[pc + 5] === 2 ? [u.r(code[pc + 7])] : [];
  return [
    u.pc(pc),
    u.guard(b.bin('!==', u.r(code[pc + 2]), u.constant(u.realm.operation('Function.call'), 'F'))),
    // As the library's own fast path has it.
    u.guard(b.unary('!', b.logic('&&', b.member(u.constant(u.realm.prelude.elements), 'plain'), b.bin('===', u.r(code[pc + 3]), u.constant(u.realm.operation('Array.slice'), 'F'))))),
    ...refresh(u, virtual),
    b.set('t', b.call(u.rt('sliceList'), b.id('args'), b.array(...start))),
    u.guard(b.bin('===', b.id('t'), u.constant(EMPTY))),
    ...u.result(pc, code[pc + 1], b.id('t')),
  ];
}

/** Lowers an instruction that makes or uses a virtual arguments object; null for any other. */
export function lowerVirtual(u: UnitBuilder, ins: Instruction): E.Statement[] | null {
  for (const virtual of u.virtualArguments) {
    if (virtual.pc === ins.pc) return lowerMaker(u, ins, virtual);
    if (virtual.moves.has(ins.pc)) return [];
    if (!virtual.uses.has(ins.pc)) continue;
    switch (ins.op) {
      case Op.GetLength:
        return [u.setR(u.code[ins.pc + 1], virtual.site.args === null ? b.member(b.id('args'), 'length') : b.lit(virtual.site.args.length))];
      case Op.GetElem:
        return lowerElement(u, ins, virtual);
      case Op.ArraySpread:
        return lowerSpread(u, ins, virtual);
      default:
        return virtual.registers.has(u.code[ins.pc + 6]) ? lowerSlice(u, ins, virtual) : lowerApply(u, ins, virtual);
    }
  }
  return null;
}
