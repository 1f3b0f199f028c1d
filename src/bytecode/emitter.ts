// Instructions -> the code of one template.
//
// Takes instructions one by one, labels, protected regions and source offsets; gives a Template. It guarantees what the
// verifier asks for and the compiler need not think about: every basic block starts with a leader that carries the
// block's fuel, labels stand at leaders, nothing unreachable is emitted, names and constants are stored once.
import type { LineTable } from '../source/lines.ts';
import { Op, opcodes } from './opcodes.ts';
import type { Constant, FunctionKind, Handler, ScopeShape, SourceInfo, Template } from './template.ts';

/** A place in the code; jumps may refer to it before it is bound. */
export class Label {
  pc = -1;
  /** Words to fill in when it is bound. */
  readonly patches: number[] = [];
  /** A suspended activation goes on here. */
  isResumed = false;
}

/** A range of code, possibly with holes, whose exceptions go to one handler. */
export class Region {
  /** Pairs start, end. */
  readonly ranges: number[] = [];
  /** Start of the range that is open, or -1. */
  start = -1;
  /** An instruction in it can throw. */
  throws = false;
}

export interface TemplateFacts {
  readonly name: string;
  readonly kind: FunctionKind;
  readonly strict: boolean;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  readonly parameterCount: number;
  readonly length: number;
  readonly registerCount: number;
  readonly mappedSlots: readonly number[];
  readonly selfHosted: boolean;
  readonly source: SourceInfo;
  readonly start: number;
  readonly end: number;
}

const operandCount = Uint8Array.from(opcodes, (o) => o.operands.length);
const fuelOf = Int32Array.from(opcodes, (o) => o.fuel);
const terminates = Uint8Array.from(opcodes, (o) => (o.terminates ? 1 : 0));
const traps = Uint8Array.from(opcodes, (o) => (o.traps || o.calls ? 1 : 0));
/** What follows such an instruction starts a new block. */
const branches = Uint8Array.from(opcodes, (o) => ((o.operands.includes('label') && !o.terminates) || o.suspends ? 1 : 0));
const suspends = Uint8Array.from(opcodes, (o) => (o.suspends ? 1 : 0));

/** So many names are found faster by looking at each. */
const fewNames = 8;
/** Words of a leader: opcode, fuel, count. */
const leaderLength = 3;

export class Emitter {
  readonly #code: number[] = [];
  readonly #lines: LineTable;
  readonly #names: string[] = [];
  /** Index of each name, once there are too many to look through. */
  #nameIndex: Map<string, number> | null = null;
  #primitives: Map<number | string | bigint, number> | null = null;
  readonly #constants: Constant[] = [];
  readonly #scopes: ScopeShape[] = [];
  readonly #children: Template[] = [];
  readonly #siteNames: string[] = [];
  readonly #handlers: Handler[] = [];
  readonly #openRegions: Region[] = [];
  /** Pairs (pc, offset in the source). */
  readonly #positions: number[] = [];
  readonly #fixedReads = new Set<number>();
  #offset = 0;
  #recordedOffset = -1;
  #leader = 0;
  #fuel = 0;
  #needsBlock = false;
  /** Leader of a block where a suspended activation goes on: nothing else goes there, so that compiled code can be entered at it. */
  #resumeLeader = -1;
  #nextIsResumed = false;
  /** Pcs of loop headers that nothing has jumped back to. */
  readonly #idleLoops = new Set<number>();
  /** The target of a jump that stands here unless the label is bound here; regions may begin or end at it. */
  #pendingJump: Label | null = null;
  #usesArguments = false;
  #usesNewTarget = false;
  /** False after a jump, a return or a throw, until a label that is used is bound: nothing is emitted then. */
  reachable = true;

  constructor(lines: LineTable, offset: number) {
    this.#lines = lines;
    this.#offset = offset;
    this.#code.push(Op.Entry, 0, 0);
  }

  /** The instructions that follow come from this offset of the source. */
  at(offset: number): void {
    this.#offset = offset;
  }

  get offset(): number {
    return this.#offset;
  }

  /** Emits an instruction without a list operand; operands left out are zero. Returns its pc, or -1 if unreachable. */
  emit(op: number, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0): number {
    if (!this.reachable) return -1;
    const pc = this.#begin(op);
    const code = this.#code;
    code.push(op);
    const n = operandCount[op];
    if (n > 0) code.push(a);
    if (n > 1) code.push(b);
    if (n > 2) code.push(c);
    if (n > 3) code.push(d);
    if (n > 4) code.push(e);
    if (n > 5) code.push(f);
    if (n > 6) code.push(g);
    return pc;
  }

  /** See Template.fixedReads; `pc` as `emit` gave it. */
  fixedRead(pc: number): void {
    if (pc >= 0) this.#fixedReads.add(pc);
  }

  /** The same for an instruction whose last operand is a list; `fixed` are the operands before it. */
  emitList(op: number, fixed: readonly number[], list: readonly number[]): number {
    if (!this.reachable) return -1;
    const pc = this.#begin(op);
    const code = this.#code;
    code.push(op);
    for (let i = 0; i < fixed.length; i++) code.push(fixed[i]);
    code.push(list.length);
    for (let i = 0; i < list.length; i++) code.push(list[i]);
    return pc;
  }

  #begin(op: number): number {
    if (this.#needsBlock) this.#startBlock(Op.Block);
    const pc = this.#code.length;
    if (this.#offset !== this.#recordedOffset) this.#recordPosition(pc);
    this.#fuel += fuelOf[op];
    if (terminates[op] === 1) this.reachable = false;
    if (branches[op] === 1) this.#needsBlock = true;
    if (suspends[op] === 1) this.#nextIsResumed = true;
    if (traps[op] === 1) {
      const regions = this.#openRegions;
      for (let i = 0; i < regions.length; i++) regions[i].throws = true;
    }
    return pc;
  }

  #recordPosition(pc: number): void {
    const positions = this.#positions;
    if (positions.length > 0 && positions[positions.length - 2] === pc) positions.length -= 2;
    positions.push(pc, this.#offset);
    this.#recordedOffset = this.#offset;
  }

  #startBlock(op: number): void {
    const code = this.#code;
    code[this.#leader + 1] = this.#fuel;
    this.#fuel = 0;
    this.#leader = code.length;
    this.#needsBlock = false;
    if (this.#nextIsResumed) this.#resumeLeader = this.#leader;
    this.#nextIsResumed = false;
    code.push(op, 0, 0);
  }

  // --- Labels and jumps.

  /** Notes that the word at `at` is to hold the pc of `label`. */
  #refer(label: Label, at: number): void {
    if (label.pc >= 0) {
      this.#code[at] = label.pc;
      this.#idleLoops.delete(label.pc);
    } else {
      label.patches.push(at);
    }
  }

  jump(label: Label): void {
    if (!this.reachable) return;
    this.#pendingJump = label;
    if (label.pc >= 0) this.#emitPendingJump();
    this.reachable = false;
  }

  #emitPendingJump(): void {
    const label = this.#pendingJump;
    if (label === null) return;
    this.#pendingJump = null;
    this.reachable = true;
    this.#refer(label, this.emit(Op.Jump) + 1);
  }

  /** One of the conditional jumps on a register. */
  branch(op: number, register: number, label: Label): void {
    const pc = this.emit(op, register);
    if (pc >= 0) this.#refer(label, pc + 2);
  }

  iterStart(iterator: number, next: number, cursor: number, iterable: number, fast: Label): void {
    const pc = this.emit(Op.IterStart, iterator, next, cursor, iterable);
    if (pc >= 0) this.#refer(fast, pc + 5);
  }

  iterStartList(isList: number, iterator: number, next: number, cursor: number, fast: Label): void {
    const pc = this.emit(Op.IterStartList, isList, iterator, next, cursor);
    if (pc >= 0) this.#refer(fast, pc + 5);
  }

  iterStep(value: number, iterator: number, next: number, cursor: number, done: Label, got: Label): void {
    const pc = this.emit(Op.IterStep, value, iterator, next, cursor);
    if (pc < 0) return;
    this.#refer(done, pc + 5);
    this.#refer(got, pc + 6);
  }

  iterStepPair(first: number, second: number, iterator: number, next: number, done: Label, got: Label): void {
    const pc = this.emit(Op.IterStepPair, first, second, iterator, next);
    if (pc < 0) return;
    this.#refer(done, pc + 5);
    this.#refer(got, pc + 6);
  }

  delegateStep(result: number, iterator: number, next: number, sent: number, done: Label, got: Label, passedOn: Label): void {
    const pc = this.emit(Op.DelegateStep, result, iterator, next, sent);
    if (pc < 0) return;
    this.#refer(done, pc + 5);
    this.#refer(got, pc + 6);
    this.#refer(passedOn, pc + 7);
  }

  forInNext(key: number, enumeration: number, done: Label): void {
    const pc = this.emit(Op.ForInNext, key, enumeration);
    if (pc >= 0) this.#refer(done, pc + 3);
  }

  /** A Yield or an AsyncGeneratorYield; what follows is the way of a return. */
  yield(op: number, operands: readonly number[], next: Label): void {
    const pc = this.emit(op, operands[0], operands[1], operands[2]);
    next.isResumed = true;
    if (pc >= 0) this.#refer(next, pc + 1 + operands.length);
  }

  switchInt(register: number, low: number, otherwise: Label, labels: readonly Label[]): void {
    const pc = this.emitList(Op.SwitchInt, [register, low, 0], labels.map(() => 0));
    if (pc < 0) return;
    this.#refer(otherwise, pc + 3);
    labels.forEach((label, i) => this.#refer(label, pc + 5 + i));
  }

  /** Binds a label to the next instruction. Code becomes reachable if something jumps here. */
  bind(label: Label): void {
    if (this.#pendingJump === label) {
      this.#pendingJump = null;
      this.reachable = true;
    }
    if (label.patches.length > 0) this.#bindHere(label);
  }

  #bindHere(label: Label): void {
    this.#emitPendingJump();
    const code = this.#code;
    const { patches } = label;
    // What falls through from a suspension goes on in a block of its own.
    if (this.reachable && this.#nextIsResumed) this.#startBlock(Op.Block);
    const isEmptyBlock = this.reachable && this.#isEmptyBlock();
    if (!isEmptyBlock || label.isResumed) this.#startBlock(Op.Block);
    if (label.isResumed) this.#resumeLeader = this.#leader;
    this.reachable = true;
    label.pc = this.#leader;
    for (let i = 0; i < patches.length; i++) code[patches[i]] = label.pc;
    patches.length = 0;
  }

  /** The block that has begun has no instruction yet, and may be entered from elsewhere. */
  #isEmptyBlock(): boolean {
    const code = this.#code;
    const leader = this.#leader;
    return !this.#needsBlock && leader !== this.#resumeLeader && code.length === leader + leaderLength && code[leader] === Op.Block;
  }

  /** Starts a loop: the label stands at its header and may be jumped to from behind. */
  bindLoop(label: Label): void {
    if (!this.reachable) return;
    const code = this.#code;
    const { patches } = label;
    if (this.#nextIsResumed) this.#startBlock(Op.Block);
    if (this.#isEmptyBlock()) code[this.#leader] = Op.Loop;
    else this.#startBlock(Op.Loop);
    if (this.#offset !== this.#recordedOffset) this.#recordPosition(this.#leader);
    for (const region of this.#openRegions) region.throws = true;
    label.pc = this.#leader;
    this.#idleLoops.add(label.pc);
    for (let i = 0; i < patches.length; i++) code[patches[i]] = label.pc;
    patches.length = 0;
  }

  // --- Protected regions.

  openRegion(region: Region): void {
    region.start = this.#code.length;
    this.#openRegions.push(region);
  }

  /** Ends the innermost open range of `region`; it may be opened again. */
  closeRegion(region: Region): void {
    const end = this.#code.length;
    if (region.start < end) region.ranges.push(region.start, end);
    region.start = -1;
    this.#openRegions.splice(this.#openRegions.lastIndexOf(region), 1);
  }

  /**
   * Starts the handler of a region that is closed; false (and unreachable) if nothing in the region can throw.
   * Handlers of inner regions must be started before those of outer ones: that is the order they are listed in.
   */
  startHandler(region: Region, register: number): boolean {
    if (!region.throws || region.ranges.length === 0) return false;
    this.#emitPendingJump();
    this.#startBlock(Op.Block);
    this.reachable = true;
    this.#addHandlers(region, this.#leader, register);
    return true;
  }

  /** Lets the exceptions of a closed region go to a label, to be bound at once, their values to a register. */
  handleAt(region: Region, register: number, label: Label): void {
    if (!region.throws || region.ranges.length === 0) {
      this.bind(label);
      return;
    }
    this.#bindHere(label);
    this.#addHandlers(region, label.pc, register);
  }

  #addHandlers(region: Region, target: number, register: number): void {
    const { ranges } = region;
    for (let i = 0; i < ranges.length; i += 2) {
      const start = ranges[i];
      // The region may have ended with an empty block that is the handler's now.
      const end = start <= target && target < ranges[i + 1] ? target : ranges[i + 1];
      if (start < end) this.#handlers.push({ start, end, target, register });
    }
  }

  // --- Tables.

  name(name: string): number {
    const names = this.#names;
    if (this.#nameIndex === null) {
      const index = names.indexOf(name);
      if (index >= 0) return index;
      if (names.length < fewNames) return names.push(name) - 1;
      this.#nameIndex = new Map(names.map((each, i) => [each, i]));
    }
    let index = this.#nameIndex.get(name);
    if (index === undefined) {
      index = names.push(name) - 1;
      this.#nameIndex.set(name, index);
    }
    return index;
  }

  primitive(value: number | string | bigint): number {
    // A Map does not tell -0 from 0.
    if (Object.is(value, -0)) return this.constant(value);
    const primitives = (this.#primitives ??= new Map<number | string | bigint, number>());
    let index = primitives.get(value);
    if (index === undefined) primitives.set(value, (index = this.constant(value)));
    return index;
  }

  constant(value: Constant): number {
    return this.#constants.push(value) - 1;
  }

  shape(shape: ScopeShape): number {
    return this.#scopes.push(shape) - 1;
  }

  child(template: Template): number {
    if (!this.reachable) return 0;
    return this.#children.push(template) - 1;
  }

  site(name: string): number {
    if (!this.reachable) return 0;
    return this.#siteNames.push(name) - 1;
  }

  // --- Shorthands for instructions that tell something about the template.

  createArguments(dst: number, hasCallee: boolean): void {
    this.#usesArguments = true;
    this.emit(Op.CreateArguments, dst, hasCallee ? 1 : 0);
  }

  createMappedArguments(dst: number, scope: number): void {
    this.#usesArguments = true;
    this.emit(Op.CreateMappedArguments, dst, scope);
  }

  createRest(dst: number, index: number): void {
    this.#usesArguments = true;
    this.emit(Op.CreateRest, dst, index);
  }

  loadNewTarget(dst: number): void {
    if (this.reachable) this.#usesNewTarget = true;
    this.emit(Op.LoadNewTarget, dst);
  }

  finish(facts: TemplateFacts): Template {
    this.#emitPendingJump();
    const code = this.#code;
    code[this.#leader + 1] = this.#fuel;
    // What never goes round (`do ... while (false)`) is no loop: there is nothing to compile by itself, and no need to stop there.
    for (const pc of this.#idleLoops) code[pc] = Op.Block;
    const lines = this.#lines;
    const pairs = this.#positions;
    const positions = new Int32Array((pairs.length / 2) * 3);
    for (let i = 0, j = 0; i < pairs.length; i += 2) {
      const line = lines.lineAt(pairs[i + 1]);
      positions[j++] = pairs[i];
      positions[j++] = line;
      positions[j++] = pairs[i + 1] - lines.startOf(line);
    }
    return {
      name: facts.name,
      kind: facts.kind,
      strict: facts.strict,
      isAsync: facts.isAsync,
      isGenerator: facts.isGenerator,
      parameterCount: facts.parameterCount,
      length: facts.length,
      registerCount: facts.registerCount,
      usesArguments: this.#usesArguments,
      usesNewTarget: this.#usesNewTarget,
      mappedSlots: facts.mappedSlots,
      selfHosted: facts.selfHosted,
      code: new Int32Array(code),
      constants: this.#constants,
      names: this.#names,
      scopes: this.#scopes,
      children: this.#children,
      handlers: this.#handlers,
      siteNames: this.#siteNames,
      positions,
      fixedReads: this.#fixedReads.size === 0 ? undefined : this.#fixedReads,
      source: facts.source,
      start: facts.start,
      end: facts.end,
    };
  }
}
