// Units: generated code of a function or of a loop, its text, and its exits.
//
// Takes a control-flow graph; gives a unit whose code is instantiated in the host realm from its own source text (each text
// has a URL of its own, so V8 keeps its feedback apart: DESIGN 4, rule 10).

import { generate, GENERATOR, type Generator } from 'astring';
import type * as E from 'estree';
import { Op } from '../bytecode/opcodes.ts';
import { positionAt, type Template } from '../bytecode/template.ts';
import type { Block, Cfg, Edge, Instruction, Region } from '../ir/cfg.ts';
import { CompileRefusal, labelsOf } from '../ir/cfg.ts';
import type { Body, InlineSite } from '../ir/inline.ts';
import { infoOf, IrOp, lengthAt } from '../ir/ir-opcodes.ts';
import { forEachDef } from '../ir/operands.ts';
import { isLive, type Liveness } from '../ir/liveness.ts';
import { inferTypes, stepTypes, Type, type TypeInfo, type TypeState } from '../ir/types.ts';
import type { LinkedTemplate } from '../runtime/linked.ts';
import { DEPTH, DEPTH_LIMIT } from '../runtime/realm.ts';
import { EMPTY, FAST_ITERATION, type HostCode, type Value } from '../runtime/values.ts';
import type { Frame } from '../interpreter/frame.ts';
import * as b from './builders.ts';
import { COROUTINE, lowerDelegateStep, lowerSuspension } from './lower-coroutine.ts';
import { isHostOperation } from './lower-call.ts';
import { lowerIterStart, lowerIterStartList, lowerIterStep, lowerIterStepPair } from './lower-iteration.ts';
import { nextKey } from './lower-object.ts';
import { meetsProxies } from './lower-proxy.ts';
import { isCallee } from './lower-inline.ts';
import { compareExpression, isBareAccess, isComparison, isSilent, lowerInstruction, lowerLeader } from './lower.ts';
import { structure } from './structure.ts';
import type { RuntimeSupport } from './support.ts';
import { UnitBuilder, type BuilderOptions } from './unit-builder.ts';
import type { VirtualArguments } from './virtual-arguments.ts';
import type { VirtualList } from './virtual-lists.ts';

/** `err` of a unit that leaves without an exception. */
export const NO_ERROR = Object.freeze({ noError: true });

/** V8 never optimises a function of more than 61,440 bytes of its bytecode; this bounds the text of a unit well below it. */
const MAX_SOURCE = 400_000;
/** Words of bytecode whose code is longer than that, whatever they are: compiling them would take long, and be for nothing. */
const MAX_WORDS = 26_000;
/** More registers than this cost too much host stack (I4). */
const MAX_REGISTERS = 1000;

/** Registers whose types at the header of its loop an OSR unit relies on. V8 cannot know them, so they are converted on entry. */
export interface EntryTypes {
  readonly numbers: number[];
  /** 32-bit integers, and not -0. */
  readonly integers: number[];
}

export const noEntryTypes: EntryTypes = { numbers: [], integers: [] };

/** About as much fuel as the host needs to find a loop hot, and to optimise it meanwhile. */
const FIRST_REENTRY = 200_000;

export class Unit {
  readonly id: number;
  readonly linked: LinkedTemplate;
  /** The code that was compiled: pcs of exits and lines are its. */
  readonly body: Body;
  /** Pc of the loop header in the code of `linked` for an OSR unit, else -1. */
  readonly osr: number;
  /** Registers handed over at exits, in order. */
  readonly registers: readonly number[];
  readonly source: string;
  /** Generated line to bytecode pc, for stack traces: sorted pairs (line, pc). */
  readonly lines: Int32Array;
  /** What an OSR unit relies on at its entry. */
  readonly entryTypes: EntryTypes;
  /** Pcs where it leaves because what is there had never run. */
  readonly pruned: ReadonlySet<number>;
  /** Register of each entry of the number buffer at an exit; -1: only by `exitAliases`. */
  readonly numberRegisters: readonly number[];
  /** Per exit the registers whose value is elsewhere: at an index of the number buffer, or (~index) of the values handed over. */
  readonly exitAliases: ReadonlyMap<number, readonly (readonly [register: number, index: number])[]>;
  /** Index of the coroutine in what is handed over at an exit, if the unit may have made one; else -1. */
  readonly coroutine: number;
  /** What its frame takes of the host's stack beyond one of usual size, in frames. */
  readonly weight: number;
  /** The arguments objects that it does without, with the exits where the register holds one: it is made there. */
  readonly virtualArguments: readonly (VirtualArguments & { readonly exits: ReadonlyMap<number, readonly number[]> })[];
  /** The arrays of arguments that it does without. */
  readonly virtualLists: readonly VirtualList[];
  /** Per exit the fuel that is still to be charged there. */
  readonly unpaid: ReadonlyMap<number, number>;
  code: HostCode | null = null;
  loop: ((frame: Frame) => void) | null = null;
  /** Runs an activation that goes on: see ResumptionCode of the machine. */
  resumption: ((frame: Frame) => Value) | null = null;
  /** Fuel after which a loop unit is left at a safepoint, to be entered again: more each time. */
  reentryFuel = FIRST_REENTRY;
  /** It notes for stack traces where it is. */
  readonly keepsTraces: boolean;
  /** Not entered any more. */
  retired = false;
  /** Times it left by a guard or a trap. */
  deopts = 0;
  constructor(id: number, u: UnitBuilder, registers: readonly number[], source: string, lines: Int32Array, entryTypes: EntryTypes) {
    this.id = id;
    this.linked = u.root;
    this.body = u.body;
    this.osr = u.osr ? u.body.originOf(u.cfg.osr) : -1;
    this.pruned = u.cfg.pruned;
    this.registers = registers.filter((r) => !u.numberRegisters.has(r));
    this.numberRegisters = u.numberVariables.map((name) => (name.startsWith('r') ? Number(name.slice(1)) : -1));
    const count = this.registers.length;
    this.exitAliases = new Map(
      [...u.exitAliases].map(([pc, list]) => [
        pc,
        list.map(([register, name]) => [register, name.startsWith('n') ? u.numberVariables.indexOf(name) : ~(count + u.valueVariables.indexOf(name))] as const),
      ]),
    );
    this.coroutine = u.startsCoroutine ? count + u.valueVariables.indexOf(COROUTINE) : -1;
    this.unpaid = u.exitUnpaid;
    this.virtualArguments = u.virtualArguments.map((virtual) => ({ ...virtual, exits: new Map([...u.exits].map((pc) => [pc, [...virtual.registers].filter((r) => isLive(u.liveness.before(pc), r))])) }));
    this.virtualLists = u.virtualLists;
    this.weight = u.weight;
    this.keepsTraces = u.trace !== null;
    this.source = source;
    this.lines = lines;
    this.entryTypes = entryTypes;
  }
}

/** Where the unit is at a pc of its body: the innermost activation first. An activation that is not the innermost one waits at its call. */
export function placesAt(unit: Unit, pc: number): { readonly linked: LinkedTemplate; readonly pc: number }[] {
  let site: InlineSite | null = unit.body.siteAt(pc);
  const places = [{ linked: site.linked, pc: unit.body.originOf(pc) }];
  for (; site.parent !== null; site = site.parent) places.push({ linked: site.parent.linked, pc: site.callPc });
  return places;
}

export interface UnitOptions extends BuilderOptions {
  readonly support: RuntimeSupport;
  readonly entryTypes: EntryTypes;
}

export function unitName(unit: { id: number }): string {
  return `anneal:unit${unit.id}`;
}

/** Compiles a unit. Throws CompileRefusal. */
export function compileUnit(graph: Cfg, options: UnitOptions): Unit {
  const { body } = graph;
  if (body.registerCount > MAX_REGISTERS) throw new CompileRefusal(`more than ${MAX_REGISTERS} registers`);
  const words = graph.blocks.reduce((sum, { instructions }) => instructions.reduce((more, { length }) => more + length, sum), 0);
  if (words > MAX_WORDS) throw new CompileRefusal(`more than ${MAX_WORDS} words of bytecode`);
  const u = new UnitBuilder(graph, options.support, options);
  const { cfg } = u;
  const isLoop = cfg.osr >= 0;
  const types = inferTypes(cfg, typesAtEntry(cfg, options.entryTypes));
  const { liveness } = u;
  const locals = new Set(cfg.blocks.flatMap((block) => [...localDefinitions(u, block, liveness)]));
  findAssigned(u, liveness, locals);
  for (const r of numberRegisters(u, types, liveness, locals)) {
    u.numberVariables.push('r' + r);
    u.numberRegisters.add(r);
  }
  findQuietLoops(u, types);
  /** Nobody has charged the block that a suspended activation goes on at. */
  const isResumption = (block: Block): boolean => block === cfg.entry && block.instructions[0].op === Op.Block;
  const statementsOfBody = structure(cfg, {
    exit: (pc) => {
      // An edge: the live ranges that have variables of their own end before it.
      u.exits.add(pc);
      return [...u.pay(), b.set('pc', b.lit(pc)), b.breakTo('body')];
    },
    join: (block) => u.pay(leaderCharge(u, block)),
    caught: (handler) => {
      u.unpaid = 0;
      return [...(u.quietBlocks.size > 0 ? u.settle() : []), ...u.pay(leaderCharge(u, handler))];
    },
    region: (region, statements, toHandler) => [lowerRegion(u, region, statements, toHandler)],
    leavingRegion: (statements) => [b.tryCatch(statements, 'e', [b.set('err', b.id('e')), b.breakTo('body')])],
    block: (block, joins, branch) => {
      u.types = types.at(block).slice();
      u.aliases.clear();
      u.quiet = u.quietBlocks.has(block);
      return [...killDead(u, block, liveness), ...lowerBlock(u, block, joins && !isResumption(block), keepingState(u, branch), liveness, locals)];
    },
  });
  if (u.startsCoroutine) u.valueVariables.push(COROUTINE);
  const live = exitRegisters(u, cfg, liveness);
  const statements = u.isResumption ? resumptionFunction(u, statementsOfBody, live, liveness, options.entryTypes) : isLoop ? loopFunction(u, statementsOfBody, live, liveness, options.entryTypes) : functionBody(u, statementsOfBody, live);
  return instantiate(u, statements, live, options);
}

function typesAtEntry(cfg: Cfg, entryTypes: EntryTypes): TypeState {
  const { template } = cfg.linked;
  const types = new Uint16Array(cfg.body.registerCount);
  if (cfg.osr >= 0) {
    types.fill(Type.any);
    for (const r of [...entryTypes.numbers, ...entryTypes.integers]) types[r] = Type.number;
    return types;
  }
  types.fill(Type.undefined);
  types[0] = template.kind === 'class' ? Type.object : template.kind === 'derived' ? Type.any : Type.any & ~Type.internal;
  for (let i = 1; i <= template.parameterCount; i++) types[i] = Type.any & ~Type.internal;
  return types;
}

/**
 * Forgets what is dead where control merges. All exits hand over the same registers, so without this a dead temporary that holds a
 * number on one path and a boolean on another would be carried through each merge and loop as a tagged value, and numbers boxed
 * on every iteration for the sake of an exit that does not need them.
 */
function killDead(u: UnitBuilder, block: Block, liveness: Liveness): E.Statement[] {
  if (block.preds.length < 2 && block !== u.cfg.entry) return [];
  const isHeader = block.loop !== null && block.loop.header === block;
  const set = liveness.before(block.start);
  let value: E.Expression | null = null;
  for (let r = u.body.registerCount - 1; r > 0; r--) {
    const type = u.types[r];
    if (!u.assigned.has(r) || u.numberRegisters.has(r) || isLive(set, r) || type === Type.undefined || type === Type.none || (!isHeader && type === Type.number)) continue;
    u.types[r] = Type.undefined;
    value = b.assign(u.r(r), value ?? b.voidZero());
  }
  return value === null ? [] : [b.stmt(value)];
}

/**
 * Forgets the values of live ranges that end with their block, so that later exits do not keep them. For a number that matters, too: where
 * nothing but an operator that wraps to 32 bits needs it, V8 computes it in integers.
 */
function killAliases(u: UnitBuilder): E.Statement[] {
  let value: E.Expression | null = null;
  let number: E.Expression | null = null;
  for (const name of u.aliases.values()) {
    if (name.startsWith('a')) value = b.assign(b.id(name), value ?? b.voidZero());
    else number = b.assign(b.id(name), number ?? b.lit(0));
  }
  return [value, number].filter((killed) => killed !== null).map((killed) => b.stmt(killed));
}

/** Forgets the registers of an activation that is over, so that later exits do not keep what was in them. */
function killActivation(u: UnitBuilder, { base, linked, args }: InlineSite): E.Statement[] {
  let value: E.Expression | null = null;
  for (let r = base + linked.registerCount + (args?.length ?? 0) - 1; r >= base; r--) {
    if (!u.assigned.has(r) || u.numberRegisters.has(r) || u.aliases.has(r) || u.types[r] === Type.undefined) continue;
    u.types[r] = Type.undefined;
    value = b.assign(u.r(r), value ?? b.voidZero());
  }
  return value === null ? [] : [b.stmt(value)];
}

/** Registers that some exit hands over: live before the instruction, and for a call also after it. */
function exitRegisters(u: UnitBuilder, cfg: Cfg, liveness: Liveness): number[] {
  const { code, registerCount } = cfg.body;
  const live = new Set<number>();
  const add = (pc: number): void => {
    const set = liveness.before(pc);
    for (let r = 0; r < registerCount; r++) if (isLive(set, r)) live.add(r);
  };
  for (const pc of u.exits) {
    add(pc);
    const info = infoOf(code[pc]);
    if (info.calls === true) for (const next of [...labelsOf(code, pc, info), pc + lengthAt(code, pc)]) add(next);
  }
  // The `this` of a constructor replaces its result when an interpreted frame returns it.
  live.add(0);
  return [...live].filter((r) => u.assigned.has(r)).sort((x, y) => x - y);
}

function lowerRegion(u: UnitBuilder, region: Region, statements: E.Statement[], toHandler: E.Statement[]): E.Statement {
  return b.tryCatch(statements, 'e', [
    b.set('err', b.id('e')),
    b.iff(b.unary('!', b.call(u.rt('isThrow'), b.id('e'))), [b.breakTo('body')]),
    b.set('err', u.constant(NO_ERROR)),
    u.setR(region.register, b.id('e')),
    b.stmt(b.assign(u.cell(DEPTH), u.depth(u.body.siteAt(region.target)))),
    ...u.limitDepth(null),
    // The activations above it that were inlined are over.
    ...u.body.sites.filter(({ level }) => level > u.body.siteAt(region.target).level).flatMap((site, i, sites) => (sites.findIndex(({ level }) => level === site.level) === i ? u.noteTrace(site, 0) : [])),
    ...toHandler,
  ]);
}

/** The instruction stands for making what is not made. */
const isVirtualMaker = (u: UnitBuilder, { pc }: Instruction): boolean => u.virtualArguments.some((virtual) => virtual.pc === pc || virtual.moves.has(pc)) || u.virtualLists.some((virtual) => virtual.pc === pc);

/** Finds the registers that hold something: on entry, or as results that have no variables of their own. */
function findAssigned(u: UnitBuilder, liveness: Liveness, locals: ReadonlySet<Instruction>): void {
  const { assigned, cfg, root, body } = u;
  assigned.add(0);
  if (u.osr) {
    const live = liveness.before(cfg.osr);
    for (let r = 0; r < body.registerCount; r++) if (isLive(live, r)) assigned.add(r);
  } else {
    for (let r = 1; r <= root.template.parameterCount; r++) assigned.add(r);
  }
  for (const block of cfg.blocks) {
    for (const ins of block.instructions) if (!locals.has(ins) && !isVirtualMaker(u, ins)) forEachDef(u.code, ins, (r) => assigned.add(r));
    if (block.exceptional !== null) assigned.add(block.regions[0].register);
  }
}

/** Finds the loops, as large as can be, in which nothing but accessors can notice fuel. */
function findQuietLoops(u: UnitBuilder, types: TypeInfo): void {
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

/** What is charged on each edge to a block where control joins. A loop header starts with its own charge unpaid instead. */
function leaderCharge(u: UnitBuilder, block: Block): number {
  const { op, pc } = block.instructions[0];
  return op === Op.Block ? u.chargeAt(pc) : 0;
}

/** What holds at the end of a block (what is unpaid, types, aliases) does so on each of its edges, whatever is placed along the others. */
function keepingState(u: UnitBuilder, branch: (edge: Edge) => E.Statement[]): (edge: Edge) => E.Statement[] {
  return (edge) => {
    const { unpaid, quiet, types, site } = u;
    const aliases = [...u.aliases];
    const leavesQuiet = quiet && edge.block !== null && !u.quietBlocks.has(edge.block);
    const statements = [...(leavesQuiet ? u.settle() : []), ...(edge.block === null ? [] : killAliases(u)), ...branch(edge)];
    u.unpaid = unpaid;
    u.quiet = quiet;
    u.types = types;
    u.site = site;
    u.aliases.clear();
    for (const [register, name] of aliases) u.aliases.set(register, name);
    return statements;
  };
}

function lowerBlock(u: UnitBuilder, block: Block, joins: boolean, branch: (edge: Edge) => E.Statement[], liveness: Liveness, locals: ReadonlySet<Instruction>): E.Statement[] {
  const out: E.Statement[] = [];
  const { instructions } = block;
  u.block = block;
  if (joins) u.unpaid = 0;
  const last = instructions[instructions.length - 1];
  let after: TypeState;
  for (let i = 0; i < instructions.length; i++) {
    const ins = instructions[i];
    u.at(ins.pc);
    if (ins.op === Op.Entry || ins.op === Op.Block || ins.op === Op.Loop) {
      out.push(...lowerLeader(u, ins, joins));
      continue;
    }
    // A handler in the unit does not look at what is unpaid.
    if (block.regions.length > 0 || !isSilent(u, ins)) out.push(...u.pay());
    if (ins === last && (ins.info.terminates === true || ins.info.suspends === true || block.edges.length > 1)) {
      out.push(...lowerTerminator(u, block, ins, branch));
      return out;
    }
    if (instructions[i + 1] === last) {
      const fused = lowerCompareAndBranch(u, block, ins, last, branch, liveness);
      if (fused !== null) return [...out, ...fused];
    }
    const register = u.code[ins.pc + 1];
    if (locals.has(ins)) {
      stepTypes(u.cfg, ins, (after = u.types.slice()));
      u.target = { register, name: u.localVariable(register, after[register] === Type.number) };
    }
    out.push(...marked(lowerInstruction(u, ins), ins.pc));
    forEachDef(u.code, ins, (r) => u.aliases.delete(r));
    if (u.target !== null) u.aliases.set(register, u.target.name);
    u.target = null;
    stepTypes(u.cfg, ins, u.types);
    if (ins.op === IrOp.InlineExit) out.push(...killActivation(u, u.body.sites[u.code[ins.pc + 1]]));
  }
  if (block.edges.length === 1) out.push(...branch(block.edges[0]));
  return out;
}

/** Gives the statements of an instruction its pc where they have none: for reading the code (`anneal dump`). */
function marked(statements: E.Statement[], pc: number): E.Statement[] {
  for (const statement of statements) if (statement.loc == null) b.at(statement, pc);
  return statements;
}

/**
 * Instructions whose result is used in their block only. Such a live range gets a host variable of its own: a temporary that is a
 * number here and something else there would otherwise be a tagged value wherever an exit hands it over.
 */
function localDefinitions(u: UnitBuilder, block: Block, liveness: Liveness): Set<Instruction> {
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
function isFused(u: UnitBuilder, block: Block, ins: Instruction, last: Instruction, liveness: Liveness): boolean {
  const { code } = u;
  if ((last.op !== Op.JumpIfTrue && last.op !== Op.JumpIfFalse) || code[last.pc + 1] !== code[ins.pc + 1]) return false;
  const r = code[ins.pc + 1];
  return isComparison(u, ins) && !block.edges.some((edge) => isLive(liveness.before(edge.pc), r));
}

/** A comparison whose result only decides the branch after it. */
function lowerCompareAndBranch(u: UnitBuilder, block: Block, ins: Instruction, last: Instruction, branch: (edge: Edge) => E.Statement[], liveness: Liveness): E.Statement[] | null {
  if (!isFused(u, block, ins, last, liveness)) return null;
  const compare = compareExpression(u, ins);
  const before = compare.exits ? [u.quietPc(ins.pc)] : [];
  stepTypes(u.cfg, ins, u.types);
  const [taken, next] = block.edges;
  const test = last.op === Op.JumpIfTrue ? compare.expression : b.unary('!', compare.expression);
  return [...before, b.at(b.iff(test, branch(taken)), ins.pc), ...branch(next)];
}

/** Registers that hold nothing but numbers in the whole unit: their loops carry unboxed doubles, whatever the exits do. */
function numberRegisters(u: UnitBuilder, types: TypeInfo, liveness: Liveness, locals: ReadonlySet<Instruction>): number[] {
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

function leaveAt(u: UnitBuilder, pc: number): E.Statement[] {
  u.exitAt(pc);
  return [b.set('pc', b.lit(pc)), b.breakTo('body')];
}

const truthy = Type.true | Type.object | Type.symbol;
const falsy = Type.false | Type.undefined | Type.null;

function lowerTerminator(u: UnitBuilder, block: Block, ins: Instruction, branch: (edge: Edge) => E.Statement[]): E.Statement[] {
  const { code } = u;
  const { pc, op } = ins;
  const a = code[pc + 1];
  const [first, second] = block.edges;
  const test = (expression: E.Expression): E.Statement[] => [b.iff(expression, branch(first)), ...branch(second)];
  /** Goes where the type of the register sends it, if that is known: types with which the test always holds, and never. */
  const decide = (always: number, never: number, expression: () => E.Expression): E.Statement[] => {
    const type = u.type(a);
    if (type === Type.none) return test(expression());
    return (type & ~always) === 0 ? branch(first) : (type & ~never) === 0 ? branch(second) : test(expression());
  };
  const nullish = (): E.Expression => b.logic('||', b.bin('===', u.r(a), b.voidZero()), b.bin('===', u.r(a), b.lit(null)));
  switch (op) {
    case Op.Jump:
      return branch(first);
    case IrOp.InlineElse:
      return test(b.unary('!', isCallee(u, ins)));
    case Op.JumpIfTrue:
      return decide(truthy, falsy, () => u.r(a));
    case Op.JumpIfFalse:
      return decide(falsy, truthy, () => b.unary('!', u.r(a)));
    case Op.JumpIfNullish:
      return decide(Type.undefined | Type.null, ~(Type.undefined | Type.null), nullish);
    case Op.JumpIfNotNullish:
      return decide(~(Type.undefined | Type.null), Type.undefined | Type.null, () => b.unary('!', nullish()));
    case Op.JumpIfUndefined:
      return decide(Type.undefined, ~Type.undefined, () => b.bin('===', u.r(a), b.voidZero()));
    case Op.JumpIfNotUndefined:
      return decide(~Type.undefined, Type.undefined, () => b.bin('!==', u.r(a), b.voidZero()));
    case Op.JumpIfFastIter:
      return decide(Type.marker, ~Type.marker, () => b.bin('===', u.r(a), u.constant(FAST_ITERATION)));
    case Op.SwitchInt: {
      const discriminant = u.r(a);
      const base = code[pc + 2];
      const cases: [E.Expression | null, E.Statement[]][] = block.edges.slice(1).map((edge, i) => [b.lit(base + i), branch(edge)]);
      return [b.switchStmt(discriminant, [...cases, [null, branch(first)]])];
    }
    case Op.Return:
      if (u.osr) return leaveAt(u, pc);
      return [...u.pay(), ...u.leaveActivation(), b.ret(u.r(a))];
    case Op.ReturnDerived: {
      if (u.osr) return leaveAt(u, pc);
      const self = code[pc + 2];
      const returns = (value: E.Expression): E.Statement[] => [...u.leaveActivation(), b.ret(value)];
      const type = u.type(a);
      return [
        ...(type === Type.undefined ? [] : [b.iff(u.isObject(a), returns(u.r(a)))]),
        b.iff(b.logic('&&', b.bin('===', u.r(a), b.voidZero()), b.bin('!==', u.r(self), u.constant(EMPTY))), returns(u.r(self))),
        // What is wrong goes the interpreter's way, which knows whose error it is.
        ...leaveAt(u, pc),
      ];
    }
    case Op.Throw:
      return [u.pc(pc), b.at(b.throwStmt(u.r(a)), pc)];
    case Op.IterStart:
      return lowerIterStart(u, pc, block.edges, branch);
    case Op.IterStartList:
      return lowerIterStartList(u, pc, block.edges, branch);
    case Op.IterStep:
      return lowerIterStep(u, pc, block.edges, branch);
    case Op.IterStepPair:
      return lowerIterStepPair(u, pc, block.edges, branch);
    case Op.DelegateStep:
      return lowerDelegateStep(u, pc, block.edges, branch);
    case Op.ForInNext:
      return [
        u.pc(pc),
        b.at(b.set('t', meetsProxies(u, ins) ? b.call(u.rt('nextKey'), u.r(code[pc + 2])) : nextKey(u, code[pc + 2])), pc),
        b.iff(b.bin('===', b.id('t'), b.voidZero()), branch(first)),
        u.setR(a, b.id('t')),
        ...branch(second),
      ];
    default:
      // ThrowError, ThrowConstAssign and their like: the interpreter does them.
      if (block.edges.length === 0) return lowerSuspension(u, ins) ?? leaveAt(u, pc);
      throw new CompileRefusal(`no lowering of terminator ${ins.info.name}`);
  }
}

const declareCell = (u: UnitBuilder): E.Statement => b.varDecl([['cell', b.id('CELL')], ...u.traceVariables()]);

/** Declares the registers that are used and not parameters. */
function declarations(u: UnitBuilder, live: readonly number[], parameters: ReadonlySet<number>, init: (r: number) => E.Expression | null): E.Statement {
  const registers = [...new Set([...u.usedRegisters, ...live, ...u.numberRegisters])].filter((r) => !parameters.has(r)).sort((x, y) => x - y);
  return b.varDecl([
    ['pc', b.lit(0)],
    ['err', u.constant(NO_ERROR)],
    ['t', null],
    ['s', null],
    ['x', null],
    ['i', null],
    ...(u.quietBlocks.size > 0 ? [['q', b.lit(0)] satisfies [string, E.Expression]] : []),
    ...(u.leavesWithResult ? [['y', u.constant(NO_ERROR)] satisfies [string, E.Expression]] : []),
    // A number variable starts as a number, so that it never is anything else.
    ...registers.map((r): [string, E.Expression | null] => ['r' + r, init(r) ?? (u.numberRegisters.has(r) ? b.lit(0) : null)]),
    ...u.valueVariables.map((name): [string, E.Expression | null] => [name, null]),
    ...u.numberVariables.filter((name) => name.startsWith('n')).map((name): [string, E.Expression | null] => [name, b.lit(0)]),
  ]);
}

const handedOver = (u: UnitBuilder): E.Expression => (u.leavesWithResult ? b.id('y') : u.constant(NO_ERROR));
const newTarget = (u: UnitBuilder): E.Expression => (u.root.needsNewTarget || u.osr ? b.id('nt') : b.voidZero());
const argumentList = (u: UnitBuilder): E.Expression =>
  u.hasRest ? b.call(u.rt('argumentsWithRest'), b.lit(u.root.template.parameterCount), b.id('args')) : u.usesArguments || u.osr ? b.id('args') : b.lit(null);

/** The registers handed over as values; numbers go through the machine's number buffer, unboxed. */
function registerList(u: UnitBuilder, live: readonly number[]): E.Expression[] {
  return [...live.filter((r) => !u.numberRegisters.has(r)).map((r) => b.reg(r)), ...u.valueVariables.map((name) => b.id(name))];
}

function storeNumbers(u: UnitBuilder): E.Statement[] {
  return u.numberVariables.map((name, i) => b.stmt(b.assign(b.index(u.rt('numbers'), b.lit(i)), b.id(name))));
}

function protectedBody(body: E.Statement[], passing: E.Statement[] = []): E.Statement {
  return b.tryCatch([b.labeled('body', b.block(body))], 'e', [...passing, b.set('err', b.id('e'))]);
}

/** The host array of arguments inherits what the guest puts on Array.prototype. */
const argument = (i: number): E.Expression => b.cond(b.bin('>', b.member(b.id('args'), 'length'), b.lit(i)), b.index(b.id('args'), b.lit(i)), b.voidZero());

function functionBody(u: UnitBuilder, body: E.Statement[], live: readonly number[]): E.FunctionExpression {
  const { template } = u.root;
  const parameters = new Set<number>([0]);
  const params: E.Pattern[] = [b.id('f'), b.reg(0)];
  const prologue: E.Statement[] = [declareCell(u), ...(u.startsCoroutine ? [b.varDecl([['frame', null], ['R0', null]])] : [])];
  const inArguments = u.usesArguments && !u.hasRest;
  if (!inArguments) {
    for (let i = 1; i <= template.parameterCount; i++) {
      parameters.add(i);
      params.push(b.reg(i));
    }
  }
  if (u.usesArguments) params.push({ type: 'RestElement', argument: b.id('args') });
  prologue.push(declarations(u, live, parameters, (r) => (inArguments && r <= template.parameterCount ? argument(r - 1) : null)));
  if (u.root.needsNewTarget) {
    const holder = b.member(u.constant(u.realm, 'R'), 'newTarget');
    prologue.push(b.varDecl([['nt', holder]]), b.stmt(b.assign(holder, b.voidZero())));
  }
  prologue.push(b.varDecl([['d', b.bin('+', u.cell(DEPTH), b.lit(1))], ...(u.limitsDepth ? [['l', u.cell(DEPTH_LIMIT)] satisfies [string, E.Expression]] : [])]));
  const checked: E.Statement[] = [
    // pc is still 0: the frame has not begun, and the depth is exceeded or the host stack short, here or in what was inlined.
    b.iff(b.bin('>', u.body.levels === 0 ? b.id('d') : b.bin('+', b.id('d'), b.lit(u.body.levels)), u.cell(DEPTH_LIMIT)), [b.breakTo('body')]),
    b.stmt(b.assign(u.cell(DEPTH), b.id('d'))),
    ...u.noteTrace(u.body.sites[0], u.id + 1),
    ...(u.weight > 0 ? u.limitDepth(null) : []),
    ...body,
  ];
  return {
    type: 'FunctionExpression',
    id: b.id(hostName(template)),
    params,
    body: b.block([
      ...prologue,
      protectedBody(checked, [b.iff(b.call(u.rt('passes'), b.id('e'), b.id('UNIT'), b.id('pc'), b.id('d')), [...u.restoreLimit(), b.throwStmt(b.id('e'))])]),
      ...u.restoreLimit(),
      ...storeNumbers(u),
      b.ret(b.call(u.rt('leave'), b.id('err'), b.id('UNIT'), b.id('pc'), handedOver(u), b.id('f'), newTarget(u), argumentList(u), b.id('d'), ...registerList(u, live))),
    ]),
    async: false,
    generator: false,
  };
}

/** What a unit that runs on a frame takes from it. */
const frameParts: [string, E.Expression][] = [
  ['R0', b.member(b.id('frame'), 'regs')], ['f', b.member(b.id('frame'), 'callee')], ['nt', b.member(b.id('frame'), 'newTarget')], ['args', b.member(b.id('frame'), 'args')],
];

/** Types that the unit relies on at its entry are checked there: each place where a coroutine goes on is entered from anywhere. */
function resumptionFunction(u: UnitBuilder, body: E.Statement[], live: readonly number[], liveness: Liveness, { numbers }: EntryTypes): E.FunctionExpression {
  const register = (r: number): E.Expression => b.index(b.id('R0'), b.lit(r));
  const mismatches = numbers.map((r) => b.bin('!==', b.unary('typeof', register(r)), b.lit('number')));
  const [first, ...others] = mismatches;
  return {
    type: 'FunctionExpression',
    id: b.id(`${hostName(u.root.template)}_resumed`),
    params: [b.id('frame')],
    body: b.block([
      declareCell(u),
      b.varDecl([...frameParts, [COROUTINE, b.member(b.id('frame'), 'coroutine')]]),
      ...(mismatches.length === 0 ? [] : [b.iff(others.reduce((x, y) => b.logic('||', x, y), first), [b.ret(b.call(u.rt('retyped'), b.id('UNIT'), b.id('frame')))])]),
      declarations(u, live, new Set(), (r) => (!isLive(liveness.before(u.cfg.osr), r) ? null : numbers.includes(r) ? b.unary('+', register(r)) : register(r))),
      b.varDecl([['d', b.bin('+', u.cell(DEPTH), b.lit(1))], ...(u.limitsDepth ? [['l', u.cell(DEPTH_LIMIT)] satisfies [string, E.Expression]] : [])]),
      b.stmt(b.assign(u.cell(DEPTH), b.id('d'))),
      ...u.noteTrace(u.body.sites[0], u.id + 1),
      ...(u.weight > 0 ? u.limitDepth(null) : []),
      protectedBody(body),
      ...u.restoreLimit(),
      ...storeNumbers(u),
      b.ret(b.call(u.rt('leaveResumed'), b.id('err'), b.id('UNIT'), b.id('pc'), handedOver(u), b.id('frame'), b.id('d'), ...registerList(u, live))),
    ]),
    async: false,
    generator: false,
  };
}

function loopFunction(u: UnitBuilder, body: E.Statement[], live: readonly number[], liveness: Liveness, { numbers, integers }: EntryTypes): E.FunctionExpression {
  const register = (r: number): E.Expression => b.index(b.id('R0'), b.lit(r));
  const initial = (r: number): E.Expression =>
    integers.includes(r) ? b.bin('|', register(r), b.lit(0)) : numbers.includes(r) ? b.unary('+', register(r)) : register(r);
  return {
    type: 'FunctionExpression',
    id: b.id(`${hostName(u.root.template)}_loop`),
    params: [b.id('frame')],
    body: b.block([
      declareCell(u),
      b.varDecl(frameParts),
      declarations(u, live, new Set(), (r) => (isLive(liveness.before(u.cfg.osr), r) ? initial(r) : null)),
      b.varDecl([['d', u.cell(DEPTH)], ...(u.limitsDepth ? [['l', u.cell(DEPTH_LIMIT)] satisfies [string, E.Expression]] : [])]),
      ...u.noteTrace(u.body.sites[0], u.id + 1),
      protectedBody(body),
      ...u.restoreLimit(),
      ...storeNumbers(u),
      b.stmt(b.call(u.rt('leaveLoop'), b.id('err'), b.id('UNIT'), b.id('pc'), handedOver(u), b.id('frame'), ...registerList(u, live))),
    ]),
    async: false,
    generator: false,
  };
}

/** A guest function's name as a host identifier, for the host's own profiles and traces; one without a name is called by its line. */
function hostName(template: Template): string {
  return template.name === '' ? `_line${positionAt(template, 0).line}` : '_' + template.name.replace(/[^A-Za-z0-9_$]/g, '_');
}

/** Makes astring count lines; it maps only names and literals to positions by itself. */
const countLines = { addMapping: () => undefined };

/** astring's generator that tells `note` the generated line of each statement and the pc it comes from. */
function notingGenerator(note: (line: number, pc: number) => void): Generator {
  const generator: Record<string, (this: Generator, node: E.Node, state: { line: number }) => void> = {};
  for (const [type, print] of Object.entries(GENERATOR) as unknown as [string, (this: Generator, node: E.Node, state: unknown) => void][]) {
    generator[type] = !type.endsWith('Statement')
      ? print
      : function (node, state) {
          if (node.loc != null) note(state.line, node.loc.start.line - 1);
          print.call(this, node, state);
        };
  }
  return generator as unknown as Generator;
}

function instantiate(u: UnitBuilder, code: E.FunctionExpression, live: readonly number[], options: UnitOptions): Unit {
  const { evaluate } = u.realm.host;
  if (evaluate === null) throw new CompileRefusal('the host forbids code generation');
  const names = ['UNIT', ...u.constants.keys()];
  const lines: number[] = [];
  // The code proper starts in the second line of the text.
  const body = generate(code, { startingIndentLevel: 1, sourceMap: countLines, generator: notingGenerator((line, pc) => {
    const n = lines.length;
    if (n === 0 || lines[n - 2] !== line + 1) lines.push(line + 1, pc);
  }) } as unknown as Parameters<typeof generate>[1]) as unknown as string;
  // V8 compiles a function in parentheses at once, another one when it is first called, for which it parses the text again.
  const text = `function (${names.join(', ')}) {\n  return (${body});\n}`;
  if (text.length > MAX_SOURCE) throw new CompileRefusal('generated code too large');
  const source = `(${text})\n//# sourceURL=${unitName(options)}\n`;
  const unit = new Unit(options.id, u, live, source, Int32Array.from(lines), options.entryTypes);
  const make = evaluate(source) as (...constants: unknown[]) => unknown;
  const made = make(unit, ...u.constants.values());
  if (u.isResumption) unit.resumption = made as (frame: Frame) => Value;
  else if (u.osr) unit.loop = made as (frame: Frame) => void;
  else unit.code = made as HostCode;
  return unit;
}
