// The machine: runs frames. It owns the activations on the host stack, turns stacks into heap frames and back, calls and constructs, and connects the
// realm's hooks to the interpreter. What it keeps of fuel is in metering.ts; first-calls.ts, resumption.ts and throwing.ts work on it.
//
// Takes a realm; gives `execute` (run a script or a stopped stack to its end or its next stop) and the calls that slow paths
// need. The adaptive tier registers itself through `tier`; without it everything is interpreted.

import { instructionLength, Op, opcodes } from '../bytecode/opcodes.ts';
import type { Template } from '../bytecode/template.ts';
import { asyncSites } from '../runtime/async-trace.ts';
import { Consumer } from '../runtime/coroutine.ts';
import { InternalError, throwRangeError, throwReferenceError, throwTypeError, type Trace } from '../runtime/errors.ts';
import { describeOrdinary } from '../runtime/describe.ts';
import { ctorOf } from '../runtime/construct.ts';
import { functionName } from '../runtime/function.ts';
import { isArrayIterationPristine } from '../runtime/iteration.ts';
import { freshRegisters, LinkedTemplate, linkedOf } from '../runtime/linked.ts';
import { complexity, getPrototypeOf } from '../runtime/objects.ts';
import { isTypedIterationPristine } from '../runtime/protectors.ts';
import { proxiesExist, proxyMark } from '../runtime/proxy.ts';
import { DEPTH, DEPTH_LIMIT, FUEL, MAX_ARGUMENTS, Realm, type RealmHooks, type RealmServices } from '../runtime/realm.ts';
import type { HostRealm } from '../runtime/host-realm.ts';
import { isTypedArray, kindOf, validate } from '../runtime/typed-arrays.ts';
import { EMPTY, ITERATION_END, isFunction, isObject, wellKnown, type GuestFunction, type GuestObject, type HostCode, type HostConstruct, type Value } from '../runtime/values.ts';
import { DelegatedResult, takeReturned } from './coroutines.ts';
import { begun, hasRoom, prepare } from './first-calls.ts';
import { Activation, ACTIVATION_COST, Frame, type LoopCode, Unwind } from './frame.ts';
import { ENTRIES, FIRST_ENTRIES, FIRST_QUANTUM, LOOP_IS_HOT, makeLoop, QUANTUM, QUANTUM_OVER, SHORT_QUANTUM } from './loop.ts';
import { Metering } from './metering.ts';
import { enterCoroutine } from './resumption.ts';
import { canExceed, runExceeding } from './host-stack.ts';
import { beginForLong } from './priming.ts';
import { handle } from './throwing.ts';
import { sitesOf, TRACE_LIMIT, traceOf, type TraceSite, type TraceSlots } from './trace.ts';

export interface MachineOptions {
  /** Guest frames before the guest's RangeError. */
  readonly maxDepth: number;
  /** Guest frames that may stand on the host stack before it is unwound (I4). */
  readonly hostBudget: number;
  /** Unwinds and goes on after each this many units of fuel; 0: never (--stress-suspend). */
  readonly stressSuspend: number;
  /** Instructions go again at each n-th place where they may ask for it, and the host stack is short early; 0: only where they must (--stress-again). */
  readonly stressAgain: number;
}

export const defaultMachineOptions: MachineOptions = { maxDepth: 10000, hostBudget: 800, stressSuspend: 0, stressAgain: 0 };

/** Host budget with --stress-again: some nested activations, with a few compiled frames each. */
export const SHORT_BUDGET = 60;

/** Largest `reentryFuel` of a loop: some tenths of a second. */
const MAX_REENTRY = 1 << 28;

/** So many arguments, as a power of two, take as much host stack as a frame of the budget does. */
export const ARGUMENTS_SHIFT = 6;
export const MANY_ARGUMENTS = 64;

/** What the adaptive tier (tiering/) does for the machine. */
export interface Tier {
  readonly invocationThreshold: number;
  /** The count of a Loop, masked by it, asks for compiled code. A power of two less one. */
  readonly osrMask: number;
  hotFunction(linked: LinkedTemplate, callee: GuestFunction | null): void;
  /** The callThreshold of a new link of the template in a realm. */
  callThresholdOf(template: Template, realm: Realm): number;
  /** Compiled code for the loop at `pc` of the top frame, if there is some. What has been charged at its header is given back. */
  hotLoop(frame: Frame, pc: number): LoopCode | null;
  /** Compiled code for a coroutine that goes on at the pc of its frame, if there is some. */
  resumption(frame: Frame): ResumptionCode | null;
  /** The same at a pc of the function, if it has been made. */
  knownResumption(linked: LinkedTemplate, pc: number): ResumptionCode | null;
  /** The guest stack with its compiled frames (see Machine.captureSites). */
  captureSites(): () => readonly TraceSite[];
}

/**
 * Runs the frame of a coroutine, which counts itself in the guest depth, until it suspends or ends: gives what its resumer gets, or GOES_ON if the
 * frame goes on at its pc.
 */
export type ResumptionCode = (frame: Frame) => Value;

/** A run that stopped before its end: the stack on the heap. */
export class Stopped {
  readonly reason: 'fuel' | 'pause';
  readonly top: Frame;
  constructor(reason: 'fuel' | 'pause', top: Frame) {
    this.reason = reason;
    this.top = top;
  }
}

export class Machine extends Metering {
  /** The realm that the machine was made with. */
  readonly mainRealm: Realm;
  /** Other realms, which share its fuel, depth, hooks and symbol registry. One lives as long as the guest or the embedder has something of it. */
  private furtherRealms: WeakRef<Realm>[] = [];
  /** The realm of the code whose instruction slow.ts executes. */
  realm: Realm;
  readonly cell: Int32Array;
  protected readonly stressSuspend: number;
  protected readonly stressAgain: number;
  private readonly hooks: RealmHooks;
  readonly options: MachineOptions;
  activation: Activation | null = null;
  /** The loop gives its host frame back after this many calls and iterations. */
  quantum = SHORT_QUANTUM;
  /** Entries of the loop after which the guest counts as running for long, as it does after its first quantum. */
  private entriesLeft = ENTRIES;
  /** To be told once that the guest has run for a moment: with a tier before the host can have optimised the loop, else after priming. */
  warmsUp: (() => void) | null = null;
  /** The depth that the host stack allows; the limit in the cell is the lower one of this and the guest's. */
  hostLimit = 0;
  /** Made when something first runs: by then it is known whether there is a tier that wants a profile. */
  private loop: ((act: Activation) => Value) | null = null;
  /** Code of closures that are not compiled. */
  readonly stub: HostCode;
  tier: Tier | null = null;
  /** What units that keep traces note; null while there are none. */
  traceSlots: TraceSlots | null = null;
  private ordinaryHasInstance: Value = undefined;

  constructor(host: HostRealm, services: RealmServices, options: MachineOptions = defaultMachineOptions) {
    super();
    this.options = options;
    this.stressSuspend = options.stressSuspend;
    this.stressAgain = options.stressAgain;
    this.stub = (f, self, ...args) => this.enter(linkedOf(f), f, self, args);
    this.hooks = {
      captureTrace: () => this.captureTrace(),
      callerRealm: (depth, own) => this.callerRealm(depth, own),
      outOfFuel: (amount) => this.outOfFuel(amount),
      needRoom: () => {
        if (!hasRoom(this, false)) throw new Unwind('flatten');
      },
      charged: (amount, call) => this.charged(amount, call),
      enterInterpreter: this.stub,
      callClass: (f) => this.callClass(f),
      interpreterEntry: (linked) => (f, self, ...args) => this.enter(linked, f, self, args),
      constructClosure: this.constructClosure,
      constructOn: (f, linked, self, newTarget, args) => this.constructOn(f, linked, self, newTarget, args),
      resumeCoroutine: (c, resumption, value, request, begins) => enterCoroutine(this, c, resumption, value, request, Consumer.caller, begins),
    };
    this.mainRealm = new Realm(host, services, this.hooks);
    this.realm = this.mainRealm;
    this.cell = this.mainRealm.cell;
    this.watchCharges(this.mainRealm);
    this.setFuel(Infinity);
  }

  /** With --stress-again every charge may ask to go again, not only those that the cell cannot afford. */
  private watchCharges(realm: Realm): void {
    if (this.stressAgain > 0) realm.charge = this.hooks.outOfFuel;
  }

  protected isRunning(): boolean {
    return this.activation !== null;
  }

  /** A further realm of the same agent, without its builtins. */
  addRealm(host: HostRealm): Realm {
    const realm = new Realm(host, this.mainRealm.services, this.hooks, this.mainRealm);
    this.setThresholds(realm);
    this.watchCharges(realm);
    complexity.otherPrototypes = true;
    this.furtherRealms = [...this.furtherRealms.filter((ref) => ref.deref() !== undefined), new WeakRef(realm)];
    return realm;
  }

  /** True for an Error that the host itself raised, in any realm. */
  isHostError(error: unknown): error is Error {
    return this.mainRealm.host.isHostError(error) || this.furtherRealms.some((ref) => ref.deref()?.host.isHostError(error) === true);
  }

  isStackOverflow(error: unknown): boolean {
    return this.mainRealm.host.isStackOverflow(error) || this.furtherRealms.some((ref) => ref.deref()?.host.isStackOverflow(error) === true);
  }

  setTier(tier: Tier): void {
    this.tier = tier;
    this.loop = null;
    this.quantum = FIRST_QUANTUM;
    this.entriesLeft = FIRST_ENTRIES;
    for (const realm of [this.mainRealm, ...this.furtherRealms.map((ref) => ref.deref())]) if (realm !== undefined) this.setThresholds(realm);
  }

  /** What is linked in the realm from now on asks the tier. */
  private setThresholds(realm: Realm): void {
    const { tier } = this;
    if (tier === null) return;
    realm.osrMask = tier.osrMask;
    realm.callThresholdOf = (template) => tier.callThresholdOf(template, realm);
  }

  // --- Running.

  /** The base frame of a script. */
  scriptFrame(template: Template, realm = this.mainRealm): Frame {
    const linked = new LinkedTemplate(realm, template);
    linked.prepare();
    const regs = freshRegisters(linked);
    regs[0] = realm.global;
    return new Frame(linked, regs, null, undefined, null, null, false);
  }

  /** The base frame of a call of a guest function by the embedder. */
  callFrame(f: GuestFunction, self: Value, args: Value[]): Frame {
    const linked = linkedOf(f);
    linked.prepare();
    return this.makeFrame(linked, f, self, args, undefined, null, false);
  }

  /**
   * Runs the stack whose top frame is given until its bottom frame returns, or it stops. `entered`: the stack was stopped, its
   * frames are counted already in the guest depth.
   * Throws a guest value that nobody caught, an InternalError, or a Termination.
   */
  execute(top: Frame): Value | Stopped {
    if (this.activation !== null) throw new InternalError('execute is not reentrant');
    const { cell } = this;
    let frame = top;
    for (;;) {
      let depth = 0;
      for (let f: Frame | null = frame; f !== null; f = f.parent) depth++;
      cell[DEPTH] = depth;
      this.hostLimit = depth + this.options.hostBudget;
      cell[DEPTH_LIMIT] = Math.min(this.options.maxDepth, this.hostLimit);
      try {
        return this.runActivation(begun(this, frame));
      } catch (e) {
        this.activation = null;
        if (!(e instanceof Unwind)) {
          if (this.isHostError(e)) throw new InternalError(`host error: ${e.message}`, e);
          throw e;
        }
        frame = e.stack();
        if (e.reason === 'fuel' || e.reason === 'pause') return new Stopped(e.reason, frame);
      }
    }
  }

  /** The guest has run for a moment, or is compiled. */
  warmUp(): void {
    const { warmsUp } = this;
    this.warmsUp = null;
    try {
      warmsUp?.();
    } catch (error) {
      // It is called in the middle of the guest, which would catch what is no Error.
      throw new InternalError('warmsUp threw', error);
    }
  }

  /** Runs the frames from `frame` down to its bottom, all counted in the depth, on a new activation of the loop. `extension`, `isDeep`: see host-stack.ts. */
  runActivation(frame: Frame, extension = 0, isDeep = false): Value {
    const { cell } = this;
    let depth = cell[DEPTH];
    for (let f: Frame | null = frame; f !== null; f = f.parent) depth--;
    const limit = cell[DEPTH_LIMIT];
    const { hostLimit } = this;
    // Large compiled frames have lowered the limit.
    const lowered = Math.min(this.options.maxDepth, hostLimit) - limit;
    const act = new Activation(frame, this.activation, this.topDepth(), depth, hostLimit - lowered - cell[DEPTH] - ACTIVATION_COST + extension, isDeep);
    this.activation = act;
    this.setDepth(act, cell[DEPTH]);
    const loop = (this.loop ??= makeLoop(this, cell, this.tier !== null));
    const inCompiled = this.compiledSince >= 0;
    this.leavesCompiled();
    try {
      for (;;) {
        try {
          if (this.quantum !== QUANTUM && --this.entriesLeft < 0) {
            this.entriesLeft = ENTRIES;
            beginForLong(this);
          }
          const v = loop(act);
          if (v === LOOP_IS_HOT) {
            // It leaves by an exit edge: the frame says where it goes on.
            this.runHotLoop(act);
            continue;
          }
          if (v === QUANTUM_OVER) {
            this.entriesLeft = 0;
            act.renewTop();
            continue;
          }
          return v;
        } catch (e) {
          handle(this, act, e);
          act.renewTop();
        }
      }
    } finally {
      if (inCompiled) this.entersCompiled();
      cell[DEPTH_LIMIT] = limit;
      this.hostLimit = hostLimit;
      this.activation = act.outer;
    }
  }

  /** A callee returned `value` to `frame`, which waited at its pc: stores it and gives the next pc. */
  resume(frame: Frame, value: Value): number {
    const { code, pc } = frame;
    const info = opcodes[code[pc]];
    if (value === ITERATION_END && code[pc] === Op.IterStep) return code[pc + 5];
    if (code[pc] === Op.DelegateStep) return this.delegated(frame, value);
    if (info.resume === 're-execute') throw new InternalError(`${info.name} does not resume`);
    if (info.resume !== 'discard') {
      frame.regs[code[pc + 1]] = value;
      if (typeof value !== 'number') frame.linked.others[pc] |= 1;
    }
    if (value === undefined && code[pc] === Op.ForInNext) return code[pc + 3];
    return code[pc] === Op.IterStep ? code[pc + 6] : pc + instructionLength(code, pc);
  }

  /** The step of a yield* gave a value. */
  private delegated({ code, pc, regs }: Frame, value: Value): number {
    const dst = code[pc + 1];
    if (value === ITERATION_END) {
      regs[dst] = takeReturned(regs[code[pc + 2]]);
      return code[pc + 5];
    }
    if (value instanceof DelegatedResult) {
      regs[dst] = value.result;
      return code[pc + 7];
    }
    regs[dst] = value;
    return code[pc + 6];
  }

  /** Result of a derived constructor, the top frame, that returns `value` while its `this` binding holds `self`. Its own context is left by then. */
  derivedResult(own: Realm, value: Value, self: Value): Value {
    if (isObject(value)) return value;
    if (value === undefined && self !== EMPTY) return self;
    const realm = this.callerRealm(1, own);
    if (value !== undefined) throwTypeError(realm, 'Derived constructors may only return object or undefined');
    return throwReferenceError(realm, "Must call super constructor in derived class before accessing 'this' or returning from derived constructor");
  }

  // --- Calls.

  list(regs: Value[], code: Int32Array, start: number, count: number): Value[] {
    const list: Value[] = new Array<Value>(count);
    // V8 makes further lists for doubles once some have held doubles: their integers would come out as doubles, and make doubles of the arrays that
    // they are put into. A list that has held something else is for anything.
    if (count > 0) list[0] = undefined;
    for (let i = 0; i < count; i++) list[i] = regs[code[start + i]];
    return list;
  }

  callWithList(f: GuestFunction, self: Value, args: Value[]): Value {
    switch (args.length) {
      case 3:
        return f.code(f, self, args[0], args[1], args[2]);
      case 4:
        return f.code(f, self, args[0], args[1], args[2], args[3]);
      default:
        return args.length < MANY_ARGUMENTS ? f.code(f, self, ...args) : this.lowered(args.length >> ARGUMENTS_SHIFT, () => f.code(f, self, ...args));
    }
  }

  /** Runs what needs so many frames of the budget more of the host's stack than a call does. */
  lowered(frames: number, run: () => Value): Value {
    const { cell } = this;
    cell[DEPTH_LIMIT] -= frames;
    try {
      return run();
    } finally {
      cell[DEPTH_LIMIT] += frames;
    }
  }

  /** Charges, and makes a call. If what is called asks to go again, so does the instruction that calls, and charges anew. */
  charged<T>(amount: number, call: () => T): T {
    if (amount === 0) return call();
    this.realm.charge(amount);
    try {
      return call();
    } catch (e) {
      if (e instanceof Unwind && e.frames.length === 0) this.cell[FUEL] += amount;
      throw e;
    }
  }

  checkArgumentCount(count: number): void {
    if (count > MAX_ARGUMENTS) throwRangeError(this.realm, 'Maximum call stack size exceeded');
    // A long list takes host stack: where that may be short, the instruction goes again on a flat one.
    const { cell } = this;
    const left = cell[DEPTH_LIMIT] - cell[DEPTH];
    const isShort = cell[DEPTH_LIMIT] < this.options.maxDepth && left < this.options.hostBudget - 2 * ACTIVATION_COST;
    if ((isShort && count >> ARGUMENTS_SHIFT > left) || this.asksAgain()) throw new Unwind('flatten');
  }

  /** What the loop's fast path of calls leaves to do before a call. */
  callWithCare(f: GuestFunction): void {
    const linked = linkedOf(f);
    if (linked.isClass) this.callClass(f);
    // The calling instruction goes again.
    if (!prepare(this, linked)) throw new Unwind('flatten');
  }

  /** A class constructor may not be called. */
  callClass(f: GuestFunction): never {
    return throwTypeError(linkedOf(f).realm, `Class constructor ${functionName(f)} cannot be invoked without 'new'`);
  }

  depthExceeded(): never {
    return throwRangeError(this.realm, 'Maximum call stack size exceeded');
  }

  /** The guest depth of the top frame of the activation: what is above it is compiled code. */
  topDepth(): number {
    return this.activation === null ? 0 : this.hostLimit - this.activation.remaining;
  }

  /** Sets the depth, and the limit that holds for what the activation's frames call. */
  setDepth(act: Activation, depth: number): void {
    const { cell } = this;
    cell[DEPTH] = depth;
    this.hostLimit = depth + act.remaining;
    cell[DEPTH_LIMIT] = Math.min(this.options.maxDepth, this.hostLimit);
  }

  makeFrame(linked: LinkedTemplate, f: GuestFunction, self: Value, args: Value[], newTarget: GuestFunction | undefined, parent: Frame | null, isConstruct: boolean): Frame {
    if (!linked.isPrepared && !prepare(this, linked)) {
      const unwind = new Unwind('flatten');
      unwind.frames.push(new Frame(linked, [self], f, newTarget, args, null, isConstruct));
      throw unwind;
    }
    const regs = freshRegisters(linked);
    regs[0] = self;
    const n = Math.min(args.length, linked.parameterCount);
    for (let i = 0; i < n; i++) regs[i + 1] = args[i];
    return new Frame(linked, regs, f, newTarget, linked.usesArguments ? args : null, parent, isConstruct);
  }

  /** Calls from a slow path: pushes a frame and gives -1, or runs native or compiled code and gives the next pc. */
  call(act: Activation, frame: Frame, f: GuestFunction, self: Value, args: Value[]): number {
    const linked = f.linked as LinkedTemplate | null;
    if (linked === null || (linked.entry !== this.stub && !act.isDeep)) return this.resume(frame, this.callWithList(f, self, args));
    if (linked.isClass) this.callClass(f);
    this.push(act, this.makeFrame(linked, f, self, args, undefined, frame, false));
    return -1;
  }

  push(act: Activation, frame: Frame): void {
    const depth = this.cell[DEPTH] + 1;
    if (depth > this.options.maxDepth) this.depthExceeded();
    this.setDepth(act, depth);
    act.frame = frame;
  }

  callSelfHosted(act: Activation, frame: Frame, name: string, args: Value[]): number {
    return this.call(act, frame, frame.linked.realm.selfHosted(name), undefined, args);
  }

  /** Construct from a slow path; `f` is a constructor. */
  construct(act: Activation, frame: Frame, f: GuestFunction, newTarget: GuestFunction, args: Value[]): number {
    const linked = f.linked as LinkedTemplate | null;
    if (linked === null || (linked.entry !== this.stub && !act.isDeep)) return this.resume(frame, (f.construct as HostConstruct)(f, newTarget, ...args));
    if (!linked.isPrepared) prepare(this, linked);
    const derived = linked.template.kind === 'derived';
    const self = derived ? EMPTY : new (ctorOf(newTarget))();
    this.push(act, this.makeFrame(linked, f, self, args, linked.needsNewTarget ? newTarget : undefined, frame, !derived));
    return -1;
  }

  /** The same of `new f` at `pc`, where `f` is interpreted, is not derived, and has been called before: the arguments go from register to register. */
  pushConstruct(act: Activation, frame: Frame, f: GuestFunction, linked: LinkedTemplate, pc: number): number {
    const { code, regs } = frame;
    const argc = code[pc + 4];
    const registers = freshRegisters(linked);
    registers[0] = new (f.ctor ?? ctorOf(f))();
    const n = Math.min(argc, linked.parameterCount);
    for (let i = 1; i <= n; i++) registers[i] = regs[code[pc + 4 + i]];
    const args = linked.usesArguments ? this.list(regs, code, pc + 5, argc) : null;
    this.push(act, new Frame(linked, registers, f, linked.needsNewTarget ? f : undefined, args, frame, true));
    return -1;
  }

  /** [[Construct]] of a bytecode closure called by a native or by compiled code. */
  private readonly constructClosure: HostConstruct = (f, newTarget, ...args) => {
    const linked = linkedOf(f);
    if (!linked.isPrepared) prepare(this, linked);
    const derived = linked.template.kind === 'derived';
    const self = derived ? EMPTY : new (ctorOf(newTarget))();
    return this.constructOn(f, linked, self, newTarget, args);
  };

  private constructOn(f: GuestFunction, linked: LinkedTemplate, self: Value, newTarget: GuestFunction, args: Value[]): Value {
    if (linked.needsNewTarget) linked.realm.newTarget = newTarget;
    let v: Value;
    try {
      v = linked.entry(f, self, ...args);
    } catch (e) {
      if (e instanceof Unwind) markConstruct(e);
      throw e;
    }
    return self === EMPTY || isObject(v) ? v : self;
  }

  /** Enters the interpreter from native or compiled code: the code of closures that are not compiled. */
  private enter(linked: LinkedTemplate, f: GuestFunction, self: Value, args: Value[]): Value {
    if (!linked.isCustomised && !linked.isClass) f.code = linked.entry;
    // The template was compiled after this closure was made.
    if (linked.entry !== linked.stub) return linked.entry(f, self, ...args);
    let newTarget: GuestFunction | undefined;
    if (linked.needsNewTarget) {
      newTarget = linked.realm.newTarget;
      linked.realm.newTarget = undefined;
    }
    const { cell } = this;
    const isExceeded = cell[DEPTH] >= cell[DEPTH_LIMIT];
    if (isExceeded && !canExceed(this)) this.enterDepthExceeded(linked, f, self, args, newTarget);
    const frame = this.makeFrame(linked, f, self, args, newTarget, null, false);
    cell[DEPTH]++;
    return isExceeded ? runExceeding(this, frame) : this.runActivation(frame);
  }

  /** The host stack is short or the guest limit is reached. A new frame that must unwind starts at its first instruction. */
  private enterDepthExceeded(linked: LinkedTemplate, f: GuestFunction, self: Value, args: Value[], newTarget: GuestFunction | undefined): never {
    if (this.cell[DEPTH] >= this.options.maxDepth) throwRangeError(this.realm, 'Maximum call stack size exceeded');
    const unwind = new Unwind('flatten');
    unwind.frames.push(this.makeFrame(linked, f, self, args, newTarget, null, false));
    throw unwind;
  }

  /** What a loop whose frame is not on this activation gets of a result that it has to read itself. */
  stepResult({ coroutine }: Frame, delegated: DelegatedResult): Value {
    if (coroutine?.consumer === Consumer.delegation) return delegated as unknown as Value;
    const { result } = delegated;
    const f = this.realm.selfHosted('operator_StepResult');
    return f.code(f, undefined, result);
  }

  // --- Tiering.

  /**
   * Runs the top frame's loop as compiled code. It is entered anew from time to time: a safepoint is taken after `reentryFuel`. The host replaces the code of a
   * loop while it runs, too, but then it knows nothing of the types of what the loop carries: it would box the doubles of all further iterations.
   */
  private runHotLoop(act: Activation): void {
    const { frame } = act;
    const unit = act.hotLoop as LoopCode;
    const loop = unit.loop as (frame: Frame) => void;
    act.hotLoop = null;
    // What the loop throws resets it where it is handled.
    act.inLoop = true;
    if (this.stressSuspend > 0) {
      loop(frame);
      act.inLoop = false;
      return;
    }
    const { safepoints } = this;
    this.holdBack(unit.reentryFuel);
    this.entersCompiled();
    loop(frame);
    act.inLoop = false;
    this.leavesCompiled();
    this.endHoldingBack();
    // The loop has lasted so long.
    if (this.safepoints !== safepoints) unit.reentryFuel = Math.min(unit.reentryFuel * 4, MAX_REENTRY);
  }

  hotFunction(linked: LinkedTemplate, callee: GuestFunction | null): void {
    // Compiling takes stack, which a deep activation has not: the count starts again. 0 would say that the function has never run.
    if (this.activation?.isDeep === true) {
      linked.code[2] = 1;
      // The next count is two.
      linked.callThreshold = Math.max(linked.callThreshold, 2);
    } else {
      this.tier?.hotFunction(linked, callee);
    }
  }

  /** The loop at `pc` of the top frame is hot: true if it is to go on as compiled code. */
  hotLoop(act: Activation, frame: Frame, pc: number): boolean {
    if (this.tier !== null && !act.isDeep) act.hotLoop = this.tier.hotLoop(frame, pc);
    return act.hotLoop !== null;
  }

  // --- What slow paths ask.

  /** The iteration protocol of an array is unmodified, so its elements can be taken by index. */
  iteratesFast(v: Value): v is Value[] & GuestObject {
    return Array.isArray(v) ? isArrayIterationPristine(this.mainRealm, v) : isTypedIterationPristine(this.mainRealm, v);
  }

  /** The end of an iteration that goes by index: %ArrayIteratorPrototype%.next rejects a typed array out of bounds. */
  iterationEnds(v: Value): void {
    if (!Array.isArray(v)) validate(this.realm, v, 'Array Iterator.prototype.next');
  }

  /** %Function.prototype%[@@hasInstance], which can be neither changed nor deleted. */
  get hasInstance(): Value {
    return (this.ordinaryHasInstance ??= this.mainRealm.functionPrototype[wellKnown.hasInstance as unknown as string as `$${string}`]);
  }

  /** InstanceofOperator where it calls no guest code; undefined otherwise. */
  instanceOf(realm: Realm, v: Value, target: GuestObject): boolean | undefined {
    if (!isFunction(target)) return undefined;
    if ((target as GuestObject)[wellKnown.hasInstance] !== this.hasInstance || (target.linked === null && target.native?.name.startsWith('bound ') === true)) return undefined;
    if (!isObject(v)) return false;
    // The host sees no prototype of a Proxy.
    if (target.ctor !== null && !target.ctor.standsIn) {
      const found = v instanceof target.ctor;
      if (found || !proxiesExist() || !(proxyMark in v)) return found;
    }
    const proto = (target as GuestObject).$prototype;
    if (!isObject(proto)) return throwTypeError(realm, `Function has non-object prototype '${this.describe(proto)}' in instanceof check`);
    for (let p = getPrototypeOf(v); p !== null; p = getPrototypeOf(p)) if (p === proto) return true;
    return false;
  }

  /** A value in an error message. */
  describe(v: Value): string {
    if (typeof v === 'string') return `"${v}"`;
    if (isFunction(v)) return v.linked !== null && v.linked.template.source.text !== '' ? v.linked.template.source.text.slice(v.linked.template.start, v.linked.template.end) : `function ${functionName(v)}() { [native code] }`;
    if (isObject(v)) return this.describeObject(v);
    return typeof v === 'bigint' ? `${v}` : String(v);
  }

  describeObject(o: GuestObject): string {
    if (Array.isArray(o)) return '[object Array]';
    if (isTypedArray(o)) return `[object ${kindOf(o).name}]`;
    if (isFunction(o)) return this.describe(o);
    return describeOrdinary(this.realm, o);
  }

  // --- Stack traces.

  /** The guest stack as it is now, from its top, up to the limit of a trace: found when it is asked for. */
  private captureSites(): () => readonly TraceSite[] {
    if (this.tier !== null) return this.tier.captureSites();
    const sites = sitesOf(this.activation);
    return () => sites;
  }

  captureTrace(): Trace {
    return traceOf(this.captureSites(), asyncSites(this.mainRealm, TRACE_LIMIT));
  }

  /**
   * The realm of the code that is `depth` guest frames below the top of the stack, for what ECMA-262 makes in the realm of the caller: it takes
   * time only where there are several. `own`: the answer where nothing of the guest is there.
   */
  callerRealm(depth: number, own: Realm): Realm {
    if (this.furtherRealms.length === 0) return this.mainRealm;
    return this.captureSites()()[depth]?.linked.realm ?? own;
  }
}

/** An unwind passes a host frame that constructs: the frame of its callee, the last one captured, replaces a result that is no object. */
export function markConstruct(unwind: Unwind): void {
  const frames = unwind.frames;
  if (frames.length > 0) {
    const callee = frames[frames.length - 1];
    if (callee.linked.template.kind !== 'derived') callee.isConstruct = true;
  }
}
