// The state of one compilation: unit constants, types at the current instruction, and the small vocabulary in which
// instructions are lowered.

import type * as E from 'estree';
import { instructionLength, Op } from '../bytecode/opcodes.ts';
import { isCoroutine, type Constant, type Template } from '../bytecode/template.ts';
import { MANY_ARGUMENTS } from '../interpreter/machine.ts';
import type { TraceSlots } from '../interpreter/trace.ts';
import type { Block, Cfg, Instruction } from '../ir/cfg.ts';
import { computeLiveness, isLive, liveAtExit, type Liveness } from '../ir/liveness.ts';
import { forEachDef } from '../ir/operands.ts';
import { worthChecking } from '../ir/number-checks.ts';
import type { TypeState } from '../ir/types.ts';
import { Type } from '../ir/types.ts';
import type { Body, InlineSite } from '../ir/inline.ts';
import { ownsLists } from '../runtime/library.ts';
import type { LinkedTemplate } from '../runtime/linked.ts';
import { DEPTH, DEPTH_LIMIT, FUEL, LISTED, PENDING, type Realm } from '../runtime/realm.ts';
import { pageOf, slotName } from '../runtime/slots.ts';
import { EMPTY, type Scope, type Value } from '../runtime/values.ts';
import * as b from './builders.ts';
import { DeadVariables } from './dead-variables.ts';
import { findForInKeys } from './for-in-names.ts';
import type { RuntimeSupport } from './support.ts';
import { findFirstSpreads } from './lower-spread.ts';
import { alwaysMade, findVirtualArguments, impliedRegisters, readByMakers, virtualIn, withKnownLengths, type VirtualArguments } from './virtual-arguments.ts';
import { deadAfterCall, findVirtualLists, readByCalls, type VirtualList } from './virtual-lists.ts';

/** The optimisations, each of which can be turned off without changing any result (tiering/tuning.ts). */
export interface Optimisations {
  /** Leave out blocks that never ran. */
  readonly prune: boolean;
  /** Call known targets through identity guards. */
  readonly directCalls: boolean;
  /** Known natives as host operations. */
  readonly intrinsics: boolean;
  /** Speculate that operands are numbers. */
  readonly speculate: boolean;
  /** What variables hold that are set once stands in the code, where the scope is known. */
  readonly fixedSlots: boolean;
  /** Put small callees in the place of their calls. */
  readonly inline: boolean;
  /** Give library functions that call the guest a link of their own at each call site. */
  readonly customise: boolean;
  /** Run library functions by what the build has compiled (tiering/library-units.ts). */
  readonly precompiled: boolean;
}

/** Gives the link that a call site is to call for its target: the target's own, or one that is the site's own. */
export type Customise = (caller: LinkedTemplate, site: number, target: LinkedTemplate) => LinkedTemplate;

/** What a compilation is told beside what it compiles. */
export interface BuilderOptions {
  readonly optimisations: Optimisations;
  /** Guards call `stress` as well. */
  readonly stress: boolean;
  readonly customise: Customise;
  readonly metered: boolean;
  /** Number of the unit. */
  readonly id: number;
  /** Where it notes for stack traces what runs; null: their frames are found on the host stack. */
  readonly trace: TraceSlots | null;
  /** The scope in which the only closure of what is compiled was made; undefined: there is none, it is not known, or there are more closures. */
  readonly scope: Scope | undefined;
}

const spreads = new Set<number>([Op.CallSpread, Op.NewSpread, Op.SuperCallSpread]);

/** The one use of the arguments is a rest parameter after those that have registers. */
function usesOnlyRest({ code, parameterCount, usesArguments }: Template): boolean {
  if (!usesArguments) return false;
  let count = 0;
  for (let pc = 0; pc < code.length; pc += instructionLength(code, pc)) {
    const op = code[pc];
    if (op === Op.CreateArguments || op === Op.CreateMappedArguments) return false;
    if (op === Op.CreateRest && (++count > 1 || code[pc + 2] !== parameterCount)) return false;
  }
  return count === 1;
}

/** A constant that generated code names by its text. */
export type SmallConstant = undefined | null | boolean | number | string;

export class UnitBuilder {
  readonly cfg: Cfg;
  readonly liveness: Liveness;
  readonly body: Body;
  /** The function that is compiled. */
  readonly root: LinkedTemplate;
  /** The activation of the current instruction: what it names is in its template. */
  site: InlineSite;
  readonly realm: Realm;
  readonly code: Int32Array;
  readonly support: RuntimeSupport;
  readonly optimisations: Optimisations;
  readonly stress: boolean;
  readonly customise: Customise;
  readonly id: number;
  readonly trace: TraceSlots | null;
  /** See BuilderOptions. */
  private readonly scope: Scope | undefined;
  /** It relies on there being one closure of what is compiled. */
  reliesOnScope = false;
  /** False: the code charges no fuel (tiering/tuning.ts, `unmetered`). */
  readonly metered: boolean;
  /** Names and values of what the factory of the unit gets as parameters. */
  readonly constants = new Map<string, unknown>();
  private readonly names = new Map<unknown, string>();
  /** The block of the current instruction. */
  block: Block;
  /** The instruction before the current one in its block. */
  previous: Instruction | null = null;
  /** Types at the current instruction. */
  types: TypeState;
  /** Pcs at which the unit can be left. */
  readonly exits = new Set<number>();
  /** Pcs of calls that may charge for a list of arguments before they call (chargeCall). */
  readonly listCalls = new Set<number>();
  /** Host variables that hold numbers only: those of live ranges, and registers. */
  readonly numberVariables: string[] = [];
  /** Host variables of other live ranges. */
  readonly valueVariables: string[] = [];
  /** Registers that are number variables throughout. */
  readonly numberRegisters = new Set<number>();
  /** Registers whose value is now in a host variable of its own (live ranges within one block). */
  readonly aliases = new Map<number, string>();
  /** Registers whose value is a constant now (live ranges within one block): it stands in the place of the register. */
  readonly constantRegisters = new Map<number, SmallConstant>();
  /** The variable that takes the result of the instruction being lowered, if not its register. */
  target: { readonly register: number; readonly name: string } | null = null;
  readonly deadVariables: DeadVariables;
  /** Per exit the registers that hold constants there and are needed. */
  readonly exitConstants = new Map<number, (readonly [register: number, value: SmallConstant])[]>();
  /** Per exit the registers that were aliased there and are needed. */
  readonly exitAliases = new Map<number, (readonly [register: number, name: string])[]>();
  /** Registers that hold something in the unit: others are undefined, or as they were before an OSR unit. */
  readonly assigned = new Set<number>();
  /** Registers that the generated code mentions. */
  readonly usedRegisters = new Set<number>();
  /**
   * Fuel of the blocks entered that is not charged yet: it is before anything that could notice. Where control joins, what is unpaid on every edge stays so
   * (carried-charges.ts). An exit before that leaves the rest to deopt/leave.ts.
   */
  unpaid = 0;
  /** By the pc with which the unit leaves: that of a safepoint is negative. */
  readonly exitUnpaid = new Map<number, number>();
  /**
   * The current block is part of a quiet loop: one in which nothing but accessors can notice fuel. Its charges are summed up in the host
   * variable `q`, and stored in cell[PENDING]: memory that is only written costs no latency, unlike a counter in memory.
   */
  quiet = false;
  /** Blocks of quiet loops. */
  readonly quietBlocks = new Set<Block>();
  /** Some block charges `h`, what the edge to it owes (carried-charges.ts). */
  hasVaryingCharges = false;
  /** Some exit hands over the result of its instruction in `y`. */
  leavesWithResult = false;
  /** What a frame of the unit takes of the host stack beyond one of usual size, in frames (I4). */
  readonly weight: number;
  /** The unit lowers the depth limit while it runs or calls: the host variable `l` holds what it was. */
  readonly limitsDepth: boolean;
  /** It runs on the frame of its activation: a loop, or an activation that goes on. */
  readonly osr: boolean;
  /** A coroutine that goes on: it stands for its activation on the host stack, as the unit of a function does. */
  readonly isResumption: boolean;
  /** The unit of the whole function, if that is a generator or an async function: it makes the coroutine. */
  readonly startsCoroutine: boolean;
  /** The function cannot leave its unit once it has begun: it needs no handler, and nothing asks for its depth. */
  isClosed = false;
  /** A library function that is not one call site's own: arrays of all kinds come by. */
  readonly isShared: boolean;
  readonly usesArguments: boolean;
  /** Its arguments serve a rest parameter only: `args` holds those from there on, and is that array. */
  readonly hasRest: boolean;
  /** The arguments objects that are not made as long as the unit runs. */
  readonly virtualArguments: readonly VirtualArguments[];
  /** The arrays of arguments that are not made. */
  readonly virtualLists: readonly VirtualList[];
  /** The first ArraySpreads into array literals, which nobody has seen yet. */
  readonly firstSpreads: ReadonlySet<number>;
  /** The registers of keys that for-in gives (for-in-names.ts). */
  readonly forInKeys: ReadonlyMap<number, number>;

  constructor(cfg: Cfg, support: RuntimeSupport, { optimisations, stress, customise, metered, id, trace, scope }: BuilderOptions) {
    this.body = cfg.body;
    this.root = cfg.linked;
    this.site = cfg.body.sites[0];
    this.block = cfg.entry;
    this.realm = cfg.linked.realm;
    this.code = cfg.body.code;
    this.support = support;
    this.optimisations = optimisations;
    this.stress = stress;
    this.customise = customise;
    this.metered = metered;
    this.id = id;
    this.trace = trace;
    this.scope = scope;
    this.types = new Uint16Array(cfg.body.registerCount);
    this.osr = cfg.osr >= 0;
    this.isResumption = this.osr && cfg.body.code[cfg.osr] !== Op.Loop;
    this.startsCoroutine = !this.osr && isCoroutine(cfg.linked.template);
    this.isShared = cfg.linked.template.selfHosted && !cfg.linked.isCustomised && !ownsLists(cfg.linked.template);
    // Between a coroutine and one that it steps stand frames of the runtime.
    const steps = this.isResumption && cfg.blocks.some((block) => block.instructions.some(({ op }) => op === Op.IterStep || op === Op.DelegateStep));
    this.weight = this.osr && !this.isResumption ? 0 : ((cfg.body.registerCount + cfg.linked.template.parameterCount) >> 5) + (steps ? 1 : 0);
    this.limitsDepth = this.weight > 0 || cfg.blocks.some((block) => block.instructions.some(({ op }) => spreads.has(op)));
    this.usesArguments = cfg.linked.usesArguments;
    this.hasRest = !this.osr && !this.startsCoroutine && this.realm.host.emptied && usesOnlyRest(cfg.linked.template);
    const candidates = findVirtualArguments(this, cfg);
    const lists = findVirtualLists(this, cfg);
    this.liveness = computeLiveness(cfg.body, impliedRegisters(candidates), new Map([...readByCalls(lists), ...readByMakers(cfg)]));
    this.virtualLists = deadAfterCall(lists, cfg, this.liveness);
    this.virtualArguments = alwaysMade(candidates, cfg, this.liveness);
    this.cfg = withKnownLengths(worthChecking(cfg, this.liveness), this.virtualArguments);
    this.deadVariables = new DeadVariables(this.cfg);
    this.firstSpreads = findFirstSpreads(cfg);
    this.forInKeys = findForInKeys(cfg);
  }

  /** What the current instruction names is in this template. */
  get linked(): LinkedTemplate {
    return this.site.linked;
  }

  /** Makes the instruction at `pc` the current one. */
  at(pc: number): void {
    this.site = this.body.siteAt(pc);
  }

  /** The closure that runs. */
  callee(): E.Identifier {
    return this.site.callee === null ? b.id('f') : this.constant(this.site.callee, 'F');
  }

  /** The scope in which the closure of the current activation was made, if that is known: the unit relies on it. */
  knownScope(): Scope | undefined {
    const { callee } = this.site;
    if (!this.optimisations.fixedSlots) return undefined;
    if (callee !== null) return callee.scope;
    if (this.scope !== undefined) this.reliesOnScope = true;
    return this.scope;
  }

  /** What the slot holds for good that the instruction at `pc` of an activation reads, so many levels up from the scope of its closure; EMPTY if that is not known. */
  fixedValue(pc: number, levels: number, slot: number): Value {
    if (this.linked.template.fixedReads?.has(this.body.originOf(pc)) !== true) return EMPTY;
    let scope = this.knownScope();
    for (let level = 0; level < levels && scope !== undefined; level++) scope = scope.up;
    if (scope === undefined) return EMPTY;
    const value = pageOf(scope, slot)[slotName(slot)];
    return value === undefined ? EMPTY : value;
  }

  /** The new.target of the current activation: none of those inlined has one. */
  newTarget(): E.Expression {
    return this.site.callee === null && (this.linked.needsNewTarget || this.osr) ? b.id('nt') : b.voidZero();
  }

  /** The guest depth of an activation. The host variable `d` holds that of the caller, or of a loop unit its own. */
  depth({ level }: InlineSite): E.Expression {
    const more = this.osr && !this.isResumption ? level : level + 1;
    return more === 0 ? b.id('d') : b.bin('+', b.id('d'), b.lit(more));
  }

  /** Activations in which something may call the guest (lower-inline.ts). */
  readonly callingSites = new Map<InlineSite, boolean>();

  /** A unit constant: the same name for the same value. */
  constant(value: unknown, prefix = 'K'): E.Identifier {
    let name = this.names.get(value);
    if (name === undefined) {
      name = prefix + this.constants.size;
      this.names.set(value, name);
      this.constants.set(name, value);
    }
    return b.id(name);
  }

  /** A function of the runtime support, by its own name. */
  rt(name: keyof RuntimeSupport): E.Identifier {
    if (!this.constants.has(name)) this.constants.set(name, this.support[name]);
    return b.id(name);
  }

  /** The register as an operand. */
  r(register: number): E.Expression {
    if (virtualIn(this, register) !== undefined) throw new Error(`register ${register} holds an object that is not made`);
    if (!this.constantRegisters.has(register)) return this.variable(register);
    const constant = this.constantRegisters.get(register);
    return constant === undefined ? b.voidZero() : b.lit(constant);
  }

  /** The host variable that holds the register's value. */
  variable(register: number): E.Identifier {
    const alias = this.aliases.get(register);
    if (alias !== undefined) return b.id(alias);
    this.usedRegisters.add(register);
    return b.reg(register);
  }

  setR(register: number, value: E.Expression): E.Statement {
    if (this.target !== null && this.target.register === register) return b.set(this.target.name, value);
    this.usedRegisters.add(register);
    return b.setReg(register, value);
  }

  type(register: number): number {
    return this.types[register];
  }

  /** The register holds an object. */
  isObject(register: number): E.Expression {
    return b.logic('&&', b.bin('===', b.unary('typeof', this.r(register)), b.lit('object')), b.bin('!==', this.r(register), b.lit(null)));
  }

  /** The constant that the register holds at the current instruction, which is at `pc`, where it was loaded in the same block. */
  loadedConstant(register: number, pc: number): Constant | undefined {
    let loaded: Instruction | undefined;
    for (const ins of this.block.instructions) {
      if (ins.pc === pc) break;
      forEachDef(this.code, ins, (r) => {
        if (r === register) loaded = ins;
      });
    }
    return loaded?.op === Op.LoadConst ? this.linked.template.constants[this.code[loaded.pc + 2]] : undefined;
  }

  isNumber(register: number): boolean {
    return this.types[register] === Type.number;
  }

  /** `pc = n;` before what can trap, call or leave. */
  pc(pc: number): E.Statement {
    this.exitAt(pc);
    const set = b.assign(b.id('pc'), b.lit(pc));
    return b.at(b.stmt(this.trace === null ? set : b.assign(b.index(b.id('at'), this.depth(this.body.sites[0])), set)), pc);
  }

  /** The same where what follows neither calls nor makes an error: no trace can show it. */
  quietPc(pc: number): E.Statement {
    this.exitAt(pc);
    return b.at(b.set('pc', b.lit(pc)), pc);
  }

  /** Notes for traces what runs at the depth of the activation, if the unit keeps them: itself, or (negative) how much lower it is; 0: nothing. */
  noteTrace(site: InlineSite, note: number): E.Statement[] {
    return this.trace === null ? [] : [b.stmt(b.assign(b.index(b.id('on'), this.depth(site)), b.lit(note)))];
  }

  /** The activation is over, and with it those of what it has inlined, by a throw from any of them. */
  forgetTrace(): E.Statement[] {
    if (this.trace === null) return [];
    return Array.from({ length: this.body.levels + 1 }, (_, level) => b.stmt(b.assign(b.index(b.id('on'), b.bin('+', b.id('d'), b.lit(level + 1))), b.lit(0))));
  }

  /** The variables that stand for the slots of traces. */
  traceVariables(): [name: string, init: E.Expression][] {
    return this.trace === null ? [] : [['on', this.constant(this.trace.units, 'O')], ['at', this.constant(this.trace.pcs, 'A')]];
  }

  /** The activation of the unit is over, and is no part of the depth any more. */
  leaveActivation(): E.Statement[] {
    const [root] = this.body.sites;
    if (this.isClosed) return [];
    return [...this.restoreLimit(), ...this.noteTrace(root, 0), b.stmt(b.assign(this.cell(DEPTH), b.id('d')))];
  }

  /** Notes that the unit can be left at `pc`, with what the aliases hold now. */
  exitAt(pc: number): void {
    this.exits.add(pc);
    if (this.unpaid > 0) this.exitUnpaid.set(pc, this.unpaid);
    if (this.aliases.size === 0 && this.constantRegisters.size === 0) return;
    const live = liveAtExit(this.body, this.liveness, pc);
    const isNeeded = ([register]: readonly [register: number, ...rest: unknown[]]): boolean => live.some((set) => isLive(set, register));
    const aliases = [...this.aliases].filter(isNeeded);
    if (aliases.length > 0) this.exitAliases.set(pc, aliases);
    const constants = [...this.constantRegisters].filter(isNeeded);
    if (constants.length > 0) this.exitConstants.set(pc, constants);
  }

  /** The variable for a live range of the register within one block. */
  localVariable(register: number, isNumber: boolean): string {
    const name = (isNumber ? 'n' : 'a') + register;
    const list = isNumber ? this.numberVariables : this.valueVariables;
    if (!list.includes(name)) list.push(name);
    this.deadVariables.assign(this.block, name);
    return name;
  }

  /** Leaves the unit at the pc set before, if `test` holds. */
  guard(test: E.Expression): E.Statement {
    const condition = this.stress ? b.logic('||', b.call(this.rt('stress')), test) : test;
    return b.iff(condition, [b.breakTo('body')]);
  }

  /**
   * dst = expression, of an instruction whose result the profile tells. What is no number where only numbers were given leaves the unit
   * with the result in `t`, which is handed over in `y`: the instruction is done and goes not again. `isPcSet`: the statements before have set `pc`.
   */
  result(pc: number, dst: number, expression: E.Expression, isPcSet = true): E.Statement[] {
    if (!this.cfg.givesNumber.has(pc)) return [b.at(this.setR(dst, expression), pc)];
    const isInPlace = expression.type === 'Identifier' && expression.name === 't';
    return [...(isInPlace ? [] : [b.at(b.set('t', expression), pc)]), this.leaveUnlessNumber(pc, isPcSet), this.setR(dst, b.id('t'))];
  }

  private leaveUnlessNumber(pc: number, isPcSet: boolean): E.Statement {
    this.exitAt(pc);
    this.leavesWithResult = true;
    const test = b.bin('!==', b.unary('typeof', b.id('t')), b.lit('number'));
    const condition = this.stress ? b.logic('||', b.call(this.rt('stress')), test) : test;
    return b.iff(condition, [...(isPcSet ? [] : [b.set('pc', b.lit(pc))]), b.breakTo('result')]);
  }

  /** `o[k]`, bare. */
  element(o: E.Expression, k: E.Expression): E.Expression {
    return this.isShared ? b.call(this.rt('loadElement'), o, k) : b.index(o, k);
  }

  /** `o[k] = v`, bare. */
  setElement(o: E.Expression, k: E.Expression, v: E.Expression): E.Statement {
    return b.stmt(this.isShared ? b.call(this.rt('storeElement'), o, k, v) : b.assign(b.index(o, k), v));
  }

  /**
   * What the leader at `pc` charges. Where nothing is metered a loop unit charges at its own header all the same: by that it is left and
   * entered anew while it is young (tiering/tier.ts).
   */
  chargeAt(pc: number): number {
    return this.metered || (this.osr && pc === this.cfg.entry.instructions[0].pc) ? this.code[pc + 1] : 0;
  }

  /** Charges what is unpaid, and `more`. */
  pay(more = 0): E.Statement[] {
    const amount = this.unpaid + more;
    this.unpaid = 0;
    return amount === 0 ? [] : [this.charging()(b.lit(amount))];
  }

  /** Charges what is unpaid where control joins, and what the edge owes besides, which is in `h`. */
  payVarying(): E.Statement[] {
    const amount = this.unpaid === 0 ? b.id('h') : b.bin('+', b.id('h'), b.lit(this.unpaid));
    this.unpaid = 0;
    this.hasVaryingCharges = true;
    return [this.charging()(amount)];
  }

  /** How an amount is charged here. */
  charging(): (amount: E.Expression) => E.Statement {
    if (!this.quiet) return (amount) => b.stmt(b.assign(this.cell(FUEL), amount, '-='));
    return (amount) => b.stmt(b.assign(this.cell(PENDING), b.assign(b.id('q'), amount, '+=')));
  }

  /** Charges what is pending, where a quiet loop ends. */
  settle(): E.Statement[] {
    const amount = this.unpaid === 0 ? b.id('q') : b.bin('+', b.id('q'), b.lit(this.unpaid));
    this.unpaid = 0;
    this.quiet = false;
    return [b.stmt(b.assign(this.cell(FUEL), amount, '-=')), b.stmt(b.assign(this.cell(PENDING), b.assign(b.id('q'), b.lit(0))))];
  }

  /** Sets the depth limit for what is called from here, `more` frames lower than it was on entry. */
  limitDepth(more: E.Expression | null): E.Statement[] {
    if (!this.limitsDepth) return [];
    const limit = this.weight === 0 ? b.id('l') : b.bin('-', b.id('l'), b.lit(this.weight));
    return [b.stmt(b.assign(this.cell(DEPTH_LIMIT), more === null ? limit : b.bin('-', limit, more)))];
  }

  /**
   * The charge for the list of arguments of the call at `pc`, which is nothing up to three (Machine.checkArgumentCount, and a quarter of a unit each). It is noted,
   * as the call may ask to go again.
   */
  chargeCall(pc: number, count: () => E.Expression): E.Statement[] {
    this.listCalls.add(pc);
    const note = b.stmt(b.assign(this.cell(LISTED), b.bin('>>', count(), b.lit(2))));
    return [...this.chargeList(count), note];
  }

  /** Where the instruction at `pc` may charge for a list: nothing has been charged for it yet. */
  beforeListCall(pc: number): E.Statement[] {
    return this.listCalls.has(pc) ? [b.stmt(b.assign(this.cell(LISTED), b.lit(0)))] : [];
  }

  /** The charge for a list. */
  chargeList(count: () => E.Expression): E.Statement[] {
    const amount = (): E.Expression => b.bin('>>', count(), b.lit(2));
    const isSimple = b.logic('&&', b.bin('<', count(), b.lit(MANY_ARGUMENTS)), b.bin('<', amount(), this.cell(FUEL)));
    const charge = b.iff(isSimple, [b.stmt(b.assign(this.cell(FUEL), amount(), '-='))], [b.stmt(b.call(this.rt('chargeList'), count()))]);
    return [b.iff(b.bin('>', count(), b.lit(3)), [charge])];
  }

  restoreLimit(): E.Statement[] {
    return this.limitsDepth ? [b.stmt(b.assign(this.cell(DEPTH_LIMIT), b.id('l')))] : [];
  }

  /** The cell's counter. The cell is in a variable of the unit: it is named so often that code which loads a constant each time would be a tenth longer. */
  cell(index: number): E.MemberExpression {
    if (!this.constants.has('CELL')) this.constants.set('CELL', this.realm.cell);
    return b.index(b.id('cell'), b.lit(index));
  }
}
