// Units: generated code of a function or of a loop, its text, and its exits.
//
// Takes a control-flow graph; gives a unit whose code is instantiated in the host realm from its own source text (each text
// has a URL of its own, so V8 keeps its feedback apart: DESIGN 4, rule 10).

import { generate, GENERATOR, type Generator } from 'astring';
import type * as E from 'estree';
import { Op } from '../bytecode/opcodes.ts';
import { CompileRefusal, type Block, type Cfg } from '../ir/cfg.ts';
import type { Body, InlineSite } from '../ir/inline.ts';
import { isLive } from '../ir/liveness.ts';
import { inferTypes, Type, type TypeState } from '../ir/types.ts';
import type { LinkedTemplate } from '../runtime/linked.ts';
import type { HostCode, Value } from '../runtime/values.ts';
import type { Frame } from '../interpreter/frame.ts';
import * as b from './builders.ts';
import { CarriedCharges } from './carried-charges.ts';
import { keepingState, killDead, leaderCharge, lowerBlock, lowerRegion } from './lower-block.ts';
import { COROUTINE } from './lower-coroutine.ts';
import { structure } from './structure.ts';
import type { RuntimeSupport } from './support.ts';
import { UnitBuilder, type BuilderOptions, type SmallConstant } from './unit-builder.ts';
import { functionBody, loopFunction, resumptionFunction } from './unit-function.ts';
import { exitRegisters, findAssigned, findQuietLoops, isClosed, localDefinitions, numberRegisters } from './unit-registers.ts';
import type { VirtualArguments } from './virtual-arguments.ts';
import type { VirtualList } from './virtual-lists.ts';

/** V8 never optimises a function of more than 61,440 bytes of its bytecode; this bounds the text of a unit well below it. */
const MAX_SOURCE = 250_000;
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

/** What is known of a unit's code beside its text: how it hands over its state at exits. It names nothing of a realm. */
export interface UnitLayout {
  /**
   * The registers whose values are handed over at exits, in order. After those come the variables of values and those of numbers, and then the result of the
   * instruction (or NO_ERROR), new.target and the list of arguments, where the unit has them.
   */
  readonly registers: readonly number[];
  /** Pcs where it leaves because what is there had never run. */
  readonly pruned: ReadonlySet<number>;
  /** Index of the first number in what is handed over at an exit. */
  readonly numbersStart: number;
  /** Register of each number; -1: only by `exitAliases`. */
  readonly numberRegisters: readonly number[];
  /** Index of the result in what is handed over at an exit, or -1. */
  readonly result: number;
  /** Index of new.target in what is handed over at an exit, or -1. */
  readonly newTarget: number;
  /** The same of the list of arguments. */
  readonly args: number;
  /** Per exit the registers whose value is in a variable of its own. */
  readonly exitAliases: ReadonlyMap<number, readonly (readonly [register: number, name: string])[]>;
  /** Per exit the registers whose value is a constant. */
  readonly exitConstants: ReadonlyMap<number, readonly (readonly [register: number, value: SmallConstant])[]>;
  readonly numberVariables: readonly string[];
  readonly valueVariables: readonly string[];
  /** Index of the coroutine in what is handed over at an exit, if the unit may have made one; else -1. */
  readonly coroutine: number;
  /** What its frame takes of the host's stack beyond one of usual size, in frames. */
  readonly weight: number;
  /** Per exit the fuel that is still to be charged there. */
  readonly unpaid: ReadonlyMap<number, number>;
  /** Pcs of calls for whose lists cell[LISTED] has been charged. */
  readonly listCalls: ReadonlySet<number>;
  /** Generated line to bytecode pc, for stack traces: sorted pairs (line, pc). */
  readonly lines: Int32Array;
}

export function layoutOf(u: UnitBuilder, { registers, values, numbers }: HandedOver, lines: Int32Array): UnitLayout {
  const numbersStart = registers.length + values.length;
  let end = numbersStart + numbers.length;
  return {
    registers,
    pruned: u.cfg.pruned,
    numbersStart,
    numberRegisters: numbers.map((name) => (name.startsWith('r') ? Number(name.slice(1)) : -1)),
    result: u.leavesWithResult ? end++ : -1,
    newTarget: u.root.needsNewTarget ? end : -1,
    args: u.usesArguments ? end + (u.root.needsNewTarget ? 1 : 0) : -1,
    exitAliases: u.exitAliases,
    exitConstants: u.exitConstants,
    numberVariables: numbers,
    valueVariables: values,
    coroutine: u.startsCoroutine ? registers.length + values.indexOf(COROUTINE) : -1,
    weight: u.weight,
    unpaid: u.exitUnpaid,
    listCalls: u.listCalls,
    lines,
  };
}

/** What a unit is made from. */
export type UnitParts = Pick<Unit, 'id' | 'linked' | 'body' | 'osr' | 'layout' | 'source' | 'entryTypes' | 'virtualArguments' | 'virtualLists' | 'keepsTraces' | 'reliesOnScope' | 'isPrecompiled'>;

export class Unit {
  readonly id: number;
  readonly linked: LinkedTemplate;
  /** The code that was compiled: pcs of exits and lines are its. */
  readonly body: Body;
  /** Pc of the loop header in the code of `linked` for an OSR unit, else -1. */
  readonly osr: number;
  readonly layout: UnitLayout;
  readonly source: string;
  /** What an OSR unit relies on at its entry. */
  readonly entryTypes: EntryTypes;
  /** The arguments objects that it does without, with the exits where the register holds one: it is made there. */
  readonly virtualArguments: readonly (VirtualArguments & { readonly exits: ReadonlyMap<number, readonly number[]> })[];
  /** The arrays of arguments that it does without. */
  readonly virtualLists: readonly VirtualList[];
  code: HostCode | null = null;
  loop: ((frame: Frame) => void) | null = null;
  /** Runs an activation that goes on: see ResumptionCode of the machine. */
  resumption: ((frame: Frame) => Value) | null = null;
  /** Fuel after which a loop unit is left at a safepoint, to be entered again: more each time. */
  reentryFuel = FIRST_REENTRY;
  /** It notes for stack traces where it is. */
  readonly keepsTraces: boolean;
  /** It is code for the only closure of its template. */
  readonly reliesOnScope: boolean;
  /** The build has made it (tiering/library-units.ts). */
  readonly isPrecompiled: boolean;
  /** Not entered any more. */
  retired = false;
  /** Times it left by a guard or a trap. */
  deopts = 0;
  constructor({ id, linked, body, osr, layout, source, entryTypes, virtualArguments, virtualLists, keepsTraces, reliesOnScope, isPrecompiled }: UnitParts) {
    this.id = id;
    this.linked = linked;
    this.body = body;
    this.osr = osr;
    this.layout = layout;
    this.source = source;
    this.entryTypes = entryTypes;
    this.virtualArguments = virtualArguments;
    this.virtualLists = virtualLists;
    this.keepsTraces = keepsTraces;
    this.reliesOnScope = reliesOnScope;
    this.isPrecompiled = isPrecompiled;
  }

  /** The registers whose value is elsewhere at an exit: at an index of what is handed over. */
  aliasesAt(pc: number): readonly (readonly [register: number, index: number])[] {
    const { exitAliases, numbersStart, numberVariables, registers, valueVariables } = this.layout;
    const list = exitAliases.get(pc) ?? [];
    return list.map(([register, name]) => [register, name.startsWith('n') ? numbersStart + numberVariables.indexOf(name) : registers.length + valueVariables.indexOf(name)]);
  }
}

/** Where the unit is at a pc of its body: the innermost activation first. An activation that is not the innermost one waits at its call. */
export function placesAt(unit: Unit, pc: number): { readonly linked: LinkedTemplate; readonly pc: number }[] {
  let site: InlineSite | null = unit.body.siteAt(pc);
  const places = [{ linked: site.linked, pc: unit.body.originOf(pc) }];
  for (; site.parent !== null; site = site.parent) places.push({ linked: site.parent.linked, pc: site.callPc });
  return places;
}

/** What exits hand over, in order. */
export interface HandedOver {
  /** Registers whose values have variables that hold values of all kinds. */
  readonly registers: readonly number[];
  /** Variables of live ranges within one block, whose register is told by `exitAliases`. */
  readonly values: readonly string[];
  /** Variables that hold numbers only: of registers, and of live ranges. */
  readonly numbers: readonly string[];
}

function handedOver(u: UnitBuilder, registers: readonly number[]): HandedOver {
  const names = new Set([...[...u.exitAliases.values()].flatMap((list) => list.map(([, name]) => name)), ...registers.map((r) => 'r' + r)]);
  return {
    registers: registers.filter((r) => !u.numberRegisters.has(r)),
    values: [...u.valueVariables.filter((name) => names.has(name)), ...(u.startsCoroutine ? [COROUTINE] : [])],
    numbers: u.numberVariables.filter((name) => names.has(name)),
  };
}

export interface UnitOptions extends BuilderOptions {
  readonly support: RuntimeSupport;
  readonly entryTypes: EntryTypes;
  /** Told of the constants of the text, by its parameters. */
  readonly noteConstants?: (constants: ReadonlyMap<string, unknown>) => void;
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
  u.isClosed = isClosed(u);
  /** Nobody has charged the block that a suspended activation goes on at. */
  const isResumption = (block: Block): boolean => block === cfg.entry && block.instructions[0].op === Op.Block;
  const carried = new CarriedCharges<Block>();
  const carriedOut = new CarriedCharges<number>();
  /** The header of a loop starts with its own charge unpaid; all else is charged on the way to it. */
  const branchTo = (block: Block, jump: E.Statement | null, isAhead: boolean): E.Statement[] => {
    if (isAhead && jump !== null) return [carried.add(block, jump, u.unpaid, u.charging())];
    return [...u.pay(leaderCharge(u, block)), ...(jump === null ? [] : [jump])];
  };
  const statementsOfBody = structure(cfg, {
    exit: (pc) => {
      // An edge: the live ranges that have variables of their own end before it.
      u.exits.add(pc);
      return [b.set('pc', b.lit(pc)), carriedOut.add(pc, b.breakTo('body'), u.unpaid, u.charging())];
    },
    join: branchTo,
    caught: (handler, jump, isAhead) => {
      u.unpaid = 0;
      return [...(u.quietBlocks.size > 0 ? u.settle() : []), ...branchTo(handler, jump, isAhead)];
    },
    region: (region, statements, toHandler) => [lowerRegion(u, region, statements, toHandler)],
    leavingRegion: (statements) => [b.tryCatch(statements, 'e', [b.set('err', b.id('e')), b.breakTo('body')])],
    block: (block, joins, isAhead, branch) => {
      u.types = types.at(block).slice();
      u.aliases.clear();
      u.constantRegisters.clear();
      u.quiet = u.quietBlocks.has(block);
      const { unpaid, varies } = isAhead ? carried.take(block) : { unpaid: 0, varies: false };
      if (isAhead) u.unpaid = unpaid + leaderCharge(u, block);
      else if (joins) u.unpaid = 0;
      return [...(varies ? u.payVarying() : []), ...u.deadVariables.placeAt(block), ...killDead(u, block, liveness), ...lowerBlock(u, block, joins && !isResumption(block), keepingState(u, branch), liveness, locals)];
    },
  });
  // Edges out of the unit lead to blocks that are no part of it: no instruction that is left by a guard has such a pc.
  for (const pc of carriedOut.targets()) {
    const unpaid = carriedOut.takeOut(pc);
    if (unpaid > 0) u.exitUnpaid.set(pc, unpaid);
  }
  const handed = handedOver(u, exitRegisters(u, cfg, liveness));
  u.deadVariables.finish(new Set([...handed.values, ...handed.numbers]));
  const statements = u.isResumption ? resumptionFunction(u, statementsOfBody, handed, liveness, options.entryTypes) : isLoop ? loopFunction(u, statementsOfBody, handed, liveness, options.entryTypes) : functionBody(u, statementsOfBody, handed);
  return instantiate(u, statements, handed, options);
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

type Printer = (this: Generator, node: E.Node, state: { readonly output: string }) => void;

/** Where the statements that have a pc begin in the text that is being printed: pairs of an offset and the pc. */
let noted: number[] = [];

const withoutEmpty = (block: E.BlockStatement): E.BlockStatement =>
  block.body.some(({ type }) => type === 'EmptyStatement') ? { ...block, body: block.body.filter(({ type }) => type !== 'EmptyStatement') } : block;

/** astring's generator, which notes statements besides, and leaves empty ones away. */
const generator = Object.fromEntries(
  (Object.entries(GENERATOR) as unknown as [string, Printer][]).map(([type, print]): [string, Printer] => [
    type,
    !type.endsWith('Statement')
      ? print
      : function (node, state) {
          if (node.loc != null) noted.push(state.output.length, node.loc.start.line - 1);
          print.call(this, node.type === 'BlockStatement' ? withoutEmpty(node) : node, state);
        },
  ]),
) as unknown as Generator;

/** Prints the function; gives the lines where its statements begin, from `first`, with their pcs: of several in one line the first. */
function print(code: E.FunctionExpression, first: number): { readonly text: string; readonly lines: Int32Array } {
  noted = [];
  // Nothing is indented: that was two fifths of what V8 had to read. observe/annotate.ts indents what people read.
  const text = generate(code, { indent: '', generator } as unknown as Parameters<typeof generate>[1]) as unknown as string;
  const lines: number[] = [];
  let line = first;
  for (let i = 0, end = text.indexOf('\n'); i < noted.length; i += 2) {
    for (; end >= 0 && end < noted[i]; end = text.indexOf('\n', end + 1)) line++;
    if (lines.length === 0 || lines[lines.length - 2] !== line) lines.push(line, noted[i + 1]);
  }
  return { text, lines: Int32Array.from(lines) };
}

function instantiate(u: UnitBuilder, code: E.FunctionExpression, handed: HandedOver, options: UnitOptions): Unit {
  const { evaluate } = u.realm.host;
  if (evaluate === null) throw new CompileRefusal('the host forbids code generation');
  const names = ['UNIT', ...u.constants.keys()];
  // The code proper starts in the second line of the text.
  const { text: body, lines } = print(code, 2);
  // V8 compiles a function in parentheses at once, another one when it is first called, for which it parses the text again.
  const text = `function (${names.join(', ')}) {\nreturn (${body});\n}`;
  if (text.length > MAX_SOURCE) throw new CompileRefusal('generated code too large');
  const source = `(${text})\n//# sourceURL=${unitName(options)}\n`;
  const unit = new Unit({
    id: options.id,
    linked: u.root,
    body: u.body,
    osr: u.osr ? u.body.originOf(u.cfg.osr) : -1,
    layout: layoutOf(u, handed, lines),
    source,
    entryTypes: options.entryTypes,
    virtualArguments: u.virtualArguments.map((virtual) => ({ ...virtual, exits: new Map([...u.exits].map((pc) => [pc, [...virtual.registers].filter((r) => isLive(u.liveness.before(pc), r))])) })),
    virtualLists: u.virtualLists,
    keepsTraces: u.trace !== null,
    reliesOnScope: u.reliesOnScope,
    isPrecompiled: false,
  });
  options.noteConstants?.(u.constants);
  const make = evaluate(source) as (...constants: unknown[]) => unknown;
  const made = make(unit, ...u.constants.values());
  if (u.isResumption) unit.resumption = made as (frame: Frame) => Value;
  else if (u.osr) unit.loop = made as (frame: Frame) => void;
  else unit.code = made as HostCode;
  return unit;
}
