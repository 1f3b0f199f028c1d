// The adaptive tier: decides what is compiled when, keeps the units, and learns from deoptimisations.
//
// Takes a machine and the tuning; registers itself as the machine's tier. Everything it does is recorded in the compilation log
// (observe/), if one listens.

import { Op, opcodes } from '../bytecode/opcodes.ts';
import { Seen } from '../bytecode/profile.ts';
import { isCoroutine, positionAt, type Template } from '../bytecode/template.ts';
import { compileUnit, type EntryTypes, noEntryTypes, placesAt, type Unit } from '../codegen/unit.ts';
import type { DeoptReason } from '../deopt/reasons.ts';
import type { DeoptListener } from '../deopt/leave.ts';
import type { Frame, LoopCode } from '../interpreter/frame.ts';
import type { Machine, ResumptionCode, Tier } from '../interpreter/machine.ts';
import { addSites, makeTraceSlots, TRACE_LIMIT, type TraceSite } from '../interpreter/trace.ts';
import { buildCfg, CompileRefusal, type Cfg } from '../ir/cfg.ts';
import { inlineCalls, plainBody } from '../ir/inline.ts';
import { isLive, livenessOf } from '../ir/liveness.ts';
import type { LinkedTemplate } from '../runtime/linked.ts';
import { DEPTH, DEPTH_LIMIT, FUEL, type Realm } from '../runtime/realm.ts';
import type { GuestFunction, HostCode, Scope, Value } from '../runtime/values.ts';
import type { RuntimeSupport } from '../codegen/support.ts';
import { flatnessFactor, thresholdFactor } from './compile-budget.ts';
import { captureHostStack, findSites, hasHostStack } from './host-trace.ts';
import { isPrecompiled, LIBRARY_CALLS, precompiledUnit } from './library-units.ts';
import { makeSupport } from './support.ts';
import type { Tuning } from './tuning.ts';

/** What the compilation log is told. */
export type TierEvent =
  /** `cfg`: null of a unit that the build has made. */
  | { readonly type: 'compile'; readonly unit: Unit; readonly cfg: Cfg | null; readonly why: string; readonly milliseconds: number }
  | { readonly type: 'refuse'; readonly linked: LinkedTemplate; readonly osr: number; readonly reason: string }
  | { readonly type: 'deopt'; readonly unit: Unit; readonly pc: number; readonly reason: DeoptReason }
  | { readonly type: 'retire'; readonly unit: Unit; readonly why: string };

export interface TierStatistics {
  units: number;
  loops: number;
  refused: number;
  compileMilliseconds: number;
  sourceBytes: number;
  readonly deopts: Map<DeoptReason, number>;
}

/** What the tier knows of one function or of one of its loops. */
interface Site {
  unit: Unit | null;
  compilations: number;
  /** Not compiled any more. */
  givenUp: boolean;
  /** Fuel that compiled code had burnt at the last compilation. */
  compiledAt: number;
  /** By how much the limits of exits are higher for its unit, by the size. */
  exitFactor: number;
  /** Of a function: how often it has got hot before the tier had time to compile it. Infinite of anything that need not wait: it has been compiled before, and lost its unit by no fault of it. */
  waited: number;
  /** Of a loop, or of where a coroutine goes on: the count from which on it is compiled again. */
  compiledFrom: number;
  /** Registers that were no integers at the entry of a loop. */
  readonly notIntegers: Set<number>;
  /** Registers that were no numbers there at some time. */
  readonly notNumbers: Set<number>;
}

interface FunctionState {
  readonly whole: Site;
  /** Loops by their headers, and the places where a coroutine goes on. */
  readonly loops: Map<number, Site>;
}

const newSite = (): Site => ({ unit: null, compilations: 0, givenUp: false, compiledAt: 0, exitFactor: 1, waited: 0, compiledFrom: 0, notIntegers: new Set(), notNumbers: new Set() });

export class AdaptiveTier implements Tier, DeoptListener {
  readonly invocationThreshold: number;
  readonly osrMask: number;
  readonly statistics: TierStatistics = { units: 0, loops: 0, refused: 0, compileMilliseconds: 0, sourceBytes: 0, deopts: new Map() };
  /** All units made, by id. */
  readonly units: Unit[] = [];
  listener: ((event: TierEvent) => void) | null = null;
  /** Told once that much has been interpreted: see VmOptions. */
  interpretedLong: (() => void) | null = null;
  private readonly m: Machine;
  private readonly tuning: Tuning;
  /** Precompiled units are what the usual tuning makes. */
  private readonly usesPrecompiled: boolean;
  /** What units of a realm call. */
  private readonly supports = new Map<Realm, RuntimeSupport>();

  constructor(m: Machine, tuning: Tuning) {
    this.m = m;
    this.tuning = tuning;
    this.invocationThreshold = tuning.invocationThreshold;
    this.osrMask = tuning.osrMask;
    this.usesPrecompiled = tuning.stressDeopt === 0 && !tuning.unmetered && Object.values(tuning.optimisations).every((isOn) => isOn);
    if (tuning.traceThreshold === 0 || !hasHostStack()) m.traceSlots = makeTraceSlots(m.options.maxDepth);
    m.setTier(this);
  }

  private stateOf(linked: LinkedTemplate): FunctionState {
    return (linked.tier ??= { whole: newSite(), loops: new Map() }) as FunctionState;
  }

  private supportOf(realm: Realm): RuntimeSupport {
    let support = this.supports.get(realm);
    if (support === undefined) {
      realm.completePrimitives();
      this.supports.set(realm, (support = makeSupport(this.m, realm, this, this.tuning.stressDeopt)));
    }
    return support;
  }

  /** The guest has burnt most of its fuel in the interpreter, or much of it, with what builtins called from there have charged. */
  private watchInterpreter(): void {
    if (this.interpretedLong === null) return;
    const { compiledFuel } = this.m;
    const interpreted = this.m.fuelUsed() - compiledFuel;
    if (interpreted < LONG_INTERPRETED || (interpreted < compiledFuel && interpreted < MUCH_INTERPRETED)) return;
    // Builtins may have charged all of it, before anything else took long; and what warming up sets is not to come after this.
    this.m.warmUp();
    this.interpretedLong();
    this.interpretedLong = null;
  }

  hotFunction(linked: LinkedTemplate, callee: GuestFunction | null): void {
    this.watchInterpreter();
    if (runsOnce.has(linked.template.kind)) return;
    const { whole } = this.stateOf(linked);
    if (whole.unit !== null || whole.givenUp) return;
    if (linked.callThreshold < this.invocationThreshold && !this.takesPrecompiled(linked, whole)) {
      // Units note traces by now, and the build's do not: it is compiled as it gets hot.
      linked.callThreshold = this.invocationThreshold;
      return;
    }
    if (++whole.waited < this.thresholdFactor() && !this.takesPrecompiled(linked, whole)) {
      // The count starts again; 0 would say that it has never run.
      linked.code[2] = 1;
      linked.callThreshold = this.invocationThreshold;
      return;
    }
    this.compileFunction(linked, 'invocations', callee);
  }

  /** What was spent on units that were all thrown away for the sake of traces, and are made again. */
  private forgivenMilliseconds = 0;

  /** By how much the threshold of a loop, or of where a coroutine goes on, is raised for the time being. */
  private factorOf(site: Site | undefined): number {
    return site?.waited === Infinity ? 1 : this.thresholdFactor();
  }

  /** By how much thresholds are raised for the time being. */
  private thresholdFactor(): number {
    const { compileAllowance, compileCredit, unitAllowance, unitCredit, unmetered } = this.tuning;
    // Code that is not metered burns no fuel by which it could be judged.
    if (unmetered) return 1;
    const { compileMilliseconds, units } = this.statistics;
    const burnt = this.m.compiledFuel / 1e6;
    return thresholdFactor(compileMilliseconds - this.forgivenMilliseconds, compileAllowance + burnt * compileCredit) * flatnessFactor(units, unitAllowance + burnt * unitCredit);
  }

  /** `callee`: a closure of it, if one is known. */
  compileFunction(linked: LinkedTemplate, why: string, callee: GuestFunction | null = null): Unit | null {
    const { whole } = this.stateOf(linked);
    const unit = this.precompiled(linked, whole, why) ?? this.compile(linked, -1, whole, noEntryTypes, why, callee);
    if (unit !== null) linked.entry = unit.code as HostCode;
    return unit;
  }

  /** The function has been hot for the first time, and is one of the library that the build has compiled. */
  private takesPrecompiled({ template, isCustomised, realm }: LinkedTemplate, { compilations }: Site): boolean {
    return compilations === 0 && this.canTakePrecompiled(template, isCustomised, realm);
  }

  private canTakePrecompiled(template: Template, isOwn: boolean, realm: Realm): boolean {
    return this.usesPrecompiled && this.m.traceSlots === null && realm.host.emptied && isPrecompiled(template, isOwn);
  }

  private precompiled(linked: LinkedTemplate, whole: Site, why: string): Unit | null {
    if (!this.takesPrecompiled(linked, whole)) return null;
    const { host } = this.m.mainRealm;
    this.m.warmUp();
    const started = host.monotonic();
    const unit = precompiledUnit(this.units.length, linked, this.supportOf(linked.realm), (site, target) => this.customise(linked, site, target));
    if (unit === null) return null;
    whole.compilations++;
    whole.compiledAt = this.m.compiledFuel;
    whole.unit = unit;
    this.units.push(unit);
    const milliseconds = host.monotonic() - started;
    const { statistics } = this;
    statistics.units++;
    statistics.compileMilliseconds += milliseconds;
    statistics.sourceBytes += unit.source.length;
    this.listener?.({ type: 'compile', unit, cfg: null, why, milliseconds });
    return unit;
  }

  private compile(linked: LinkedTemplate, osr: number, site: Site, entryTypes: EntryTypes, why: string, callee: GuestFunction | null): Unit | null {
    // The host's own clock: with that of the embedder, which the guest can see, a guest could tell when code is compiled (I7).
    const { host } = this.m.mainRealm;
    this.m.warmUp();
    const started = host.monotonic();
    site.compilations++;
    try {
      let { cfg, unit } = this.build(linked, osr, site, entryTypes, linked.hasOneClosure ? callee?.scope : undefined);
      // What is inlined in it makes closures of the same template.
      if (unit.reliesOnScope && !linked.hasOneClosure) ({ cfg, unit } = this.build(linked, osr, site, entryTypes, undefined));
      if (unit.reliesOnScope) linked.onSecondClosure ??= () => this.severalClosures(linked);
      site.compiledAt = this.m.compiledFuel;
      const milliseconds = host.monotonic() - started;
      this.units.push(unit);
      site.unit = unit;
      const { statistics } = this;
      if (osr < 0) statistics.units++;
      else statistics.loops++;
      statistics.compileMilliseconds += milliseconds;
      statistics.sourceBytes += unit.source.length;
      this.listener?.({ type: 'compile', unit, cfg, why, milliseconds });
      return unit;
    } catch (e) {
      // The compiler recurses over the code, as the host's parser does; where the guest is deep that may be too much for the host stack.
      const isTooDeep = this.m.isStackOverflow(e);
      if (!(e instanceof CompileRefusal) && !isTooDeep) throw e;
      site.givenUp = true;
      this.statistics.refused++;
      this.listener?.({ type: 'refuse', linked, osr, reason: isTooDeep ? 'the code is nested too deeply' : (e as CompileRefusal).reason });
      return null;
    }
  }

  /** What keeps reaching code that had never run is compiled whole in the end. */
  private build(linked: LinkedTemplate, osr: number, site: Site, entryTypes: EntryTypes, scope: Scope | undefined): { cfg: Cfg; unit: Unit } {
    const { optimisations, inlining, stressDeopt, unmetered, pruneLimit, compileLimit, largeUnit } = this.tuning;
    const body = optimisations.inline && !isCoroutine(linked.template) ? inlineCalls(linked, inlining) : plainBody(linked);
    const graph = (prune: boolean): Cfg => buildCfg(body, osr, { prune, speculate: optimisations.speculate });
    const emit = (cfg: Cfg): { cfg: Cfg; unit: Unit } => {
      site.exitFactor = Math.max(1, wordsOf(cfg) / largeUnit) * 2 ** (site.compilations - 1);
      const support = this.supportOf(linked.realm);
      return { cfg, unit: compileUnit(cfg, { id: this.units.length, optimisations, customise: this.customise, stress: stressDeopt > 0, metered: !unmetered, trace: this.m.traceSlots, scope, support, entryTypes }) };
    };
    if (!optimisations.prune) return emit(graph(false));
    if (site.compilations <= pruneLimit) return emit(graph(true));
    const whole = graph(false);
    const isLarge = wordsOf(whole) > largeUnit;
    if (isLarge && site.compilations < compileLimit) return emit(graph(true));
    try {
      return emit(whole);
    } catch (e) {
      if (!(e instanceof CompileRefusal) || !isLarge) throw e;
      // It is too large as a whole: what has run stays compiled, however often it is left.
      const made = emit(graph(true));
      site.exitFactor = Infinity;
      return made;
    }
  }

  /** The link of a library function that a call site has for itself, if the target is one that calls what it is given. */
  private readonly customise = (caller: LinkedTemplate, site: number, target: LinkedTemplate): LinkedTemplate => {
    const { template } = target;
    const { optimisations, invocationThreshold, loopThreshold, customisationLimit } = this.tuning;
    if (!optimisations.customise || !template.selfHosted || template.parameterCount === 0 || template.siteNames.length === 0) return target;
    // What the library calls on the way is customised in what has been customised itself, for the user's function is known there.
    if (caller.template.selfHosted && !caller.isCustomised) return target;
    if (template.code.length > customisationLimit || this.customisations >= MAX_CUSTOMISATIONS) return target;
    this.customisations++;
    const isMade = this.canTakePrecompiled(template, true, caller.realm);
    return caller.customised(site, target, {
      callThreshold: isMade ? 1 : invocationThreshold, invocations: isMade ? 0 : Math.max(0, invocationThreshold - 10), iterations: Math.max(0, loopThreshold - 200),
    });
  };
  private customisations = 0;

  callThresholdOf(template: Template, realm: Realm): number {
    return template.selfHosted && this.canTakePrecompiled(template, false, realm) ? Math.min(LIBRARY_CALLS, this.invocationThreshold) : this.invocationThreshold;
  }

  hotLoop(frame: Frame, pc: number): LoopCode | null {
    this.watchInterpreter();
    const unit = this.unitAt(frame, pc);
    if (unit === null) return null;
    const { linked } = frame;
    linked.osrMask = 0;
    // The interpreter has charged the header; the unit starts with that charge unpaid.
    this.m.cell[FUEL] += linked.code[pc + 1];
    return unit;
  }

  resumption(frame: Frame): ResumptionCode | null {
    const { linked, pc } = frame;
    const known = linked.resumedAt[pc] as Site | undefined;
    if (known !== undefined && (known.unit !== null || known.givenUp)) return known.unit === null ? null : known.unit.resumption;
    if (linked.code[pc] !== Op.Block || linked.code[pc + 2] < this.invocationThreshold * this.factorOf(known)) return null;
    const site = this.siteAt(linked, pc);
    linked.resumedAt[pc] = site;
    if (site.givenUp || linked.code[pc + 2] < site.compiledFrom) return null;
    const live = livenessOf(linked.template).before(pc);
    const numbers: number[] = [];
    for (let r = 0; r < linked.registerCount; r++) if (isLive(live, r) && typeof frame.regs[r] === 'number' && !site.notNumbers.has(r)) numbers.push(r);
    return this.compile(linked, pc, site, { numbers, integers: [] }, 'resumptions', frame.callee)?.resumption ?? null;
  }

  knownResumption({ resumedAt }: LinkedTemplate, pc: number): ResumptionCode | null {
    const site = resumedAt[pc] as Site | undefined;
    return site === undefined || site.unit === null ? null : site.unit.resumption;
  }

  retyped(unit: Unit, frame: Frame): void {
    if (unit.retired) return;
    const site = this.siteAt(unit.linked, unit.osr);
    for (const r of unit.entryTypes.numbers) if (typeof frame.regs[r] !== 'number') site.notNumbers.add(r);
    this.retire(unit, site, 'entry types');
  }

  private siteAt(linked: LinkedTemplate, pc: number): Site {
    const { loops } = this.stateOf(linked);
    let site = loops.get(pc);
    if (site === undefined) loops.set(pc, (site = newSite()));
    return site;
  }

  /** The loop has got hot by many activations of its function, of which each took but a small part: code for the next ones serves more than code for the loop. */
  private isCalledOften(linked: LinkedTemplate): boolean {
    if (runsOnce.has(linked.template.kind) || isCoroutine(linked.template)) return false;
    const { whole } = this.stateOf(linked);
    return whole.compilations === 0 && !whole.givenUp && (whole.waited > 0 || linked.code[2] >= OFTEN || this.takesPrecompiled(linked, whole));
  }

  /** The unit that is entered at a loop header: it runs on the frame. */
  private unitAt(frame: Frame, pc: number): Unit | null {
    const { loopThreshold } = this.tuning;
    const { linked } = frame;
    const site = this.siteAt(linked, pc);
    if (site.givenUp) return null;
    let { unit } = site;
    if (unit === null) {
      if (linked.code[pc + 2] < Math.max(loopThreshold, site.compiledFrom) * this.factorOf(site)) return null;
      if (this.isCalledOften(linked) && this.compileFunction(linked, 'iterations', frame.callee) !== null) {
        // An activation that stays in the interpreter for long after that gets code for the loop.
        site.compiledFrom = linked.code[pc + 2] + loopThreshold;
        return null;
      }
      const live = livenessOf(linked.template).before(pc);
      const entry: EntryTypes = { numbers: [], integers: [] };
      for (let r = 0; r < linked.registerCount; r++) {
        const v = frame.regs[r];
        if (!isLive(live, r) || typeof v !== 'number') continue;
        if (site.notNumbers.has(r)) continue;
        if (isInteger(v) && !site.notIntegers.has(r)) entry.integers.push(r);
        else entry.numbers.push(r);
      }
      unit = this.compile(linked, pc, site, entry, 'iterations', frame.callee);
      if (unit === null) return null;
    }
    const { regs } = frame;
    const { numbers, integers } = unit.entryTypes;
    const { cell } = this.m;
    // What is inlined may be too deep, which only the interpreter finds out.
    if (fits(unit.entryTypes, regs)) return cell[DEPTH] + unit.body.levels > cell[DEPTH_LIMIT] ? null : unit;
    // The unit relies on these types at its entry; it is made again for what is there now.
    for (const r of numbers) if (typeof regs[r] !== 'number') site.notNumbers.add(r);
    for (const r of integers) if (!isInteger(regs[r])) (typeof regs[r] === 'number' ? site.notIntegers : site.notNumbers).add(r);
    this.retire(unit, site, 'entry types');
    return null;
  }

  deoptimised(unit: Unit, pc: number, reason: DeoptReason): void {
    const { deopts } = this.statistics;
    deopts.set(reason, (deopts.get(reason) ?? 0) + 1);
    this.listener?.({ type: 'deopt', unit, pc, reason });
    if (unit.retired || this.tuning.stressDeopt > 0) return;
    // The interpreter's fast path for arrays leaves no note.
    if (reason === 'operand type') markProfile(unit, pc, Seen.array, (op) => op === Op.GetLength);
    const { linked, osr } = unit;
    const site = osr < 0 ? this.stateOf(linked).whole : this.siteAt(linked, osr);
    const { uncommonLimit, deoptLimit } = this.tuning;
    const limit = learntAtOnce.has(reason) ? uncommonLimit : deoptLimit;
    if (++unit.deopts < limit * site.exitFactor) return;
    // The interpreter first sees more of what is new.
    if (osr < 0) linked.code[2] = this.tuning.invocationThreshold - Math.min(this.tuning.recompileDelay, this.tuning.invocationThreshold);
    else site.compiledFrom = linked.code[osr + 2] + this.tuning.recompileDelay;
    // What the host rejects may be nothing that the interpreter notes: a write to what is read-only, a property of null.
    if (reason === 'trap') markProfile(unit, pc, Seen.trapped, () => true);
    this.retire(unit, site, `${unit.deopts} deoptimisations`);
  }

  /** There may be closures of a template that are not the one that its units are code for. That one may go on running them. */
  private severalClosures(linked: LinkedTemplate): void {
    const { whole, loops } = this.stateOf(linked);
    for (const site of [whole, ...loops.values()]) {
      const { unit } = site;
      if (unit === null || !unit.reliesOnScope) continue;
      // It was no fault of it.
      site.compilations--;
      if (unit.osr < 0) linked.code[2] = this.invocationThreshold - 1;
      this.retire(unit, site, 'it has several closures');
    }
  }

  private retire(unit: Unit, site: Site, why: string): void {
    unit.retired = true;
    site.unit = null;
    // What has served for long before it was left too often is worth the next compilation.
    if (this.m.compiledFuel - site.compiledAt > this.tuning.forgivenAfter) site.compilations = 1;
    if (site.compilations >= this.tuning.compileLimit) site.givenUp = true;
    const { linked } = unit;
    if (unit.osr < 0) {
      linked.entry = linked.stub;
      linked.callThreshold = this.invocationThreshold;
    }
    // It has been called all the time.
    if (unit.isPrecompiled) site.waited = Infinity;
    this.listener?.({ type: 'retire', unit, why });
  }

  /**
   * The guest stack: of the interpreter from its activations, of compiled code from what units note of themselves; where some unit on top does not,
   * from the host's stack. What changes as the guest goes on is taken now, what does not when the trace is asked for.
   */
  captureSites(): () => TraceSite[] {
    const { m } = this;
    const units = m.traceSlots?.units;
    const pcs = m.traceSlots?.pcs;
    /** Sites of the interpreter, and the unit and the pc of compiled frames. */
    const taken: (TraceSite | number)[] = [];
    let count = 0;
    let depth = m.cell[DEPTH];
    let top = m.topDepth();
    for (let act = m.activation; ; act = act.outer) {
      // Its top frame is compiled code, too.
      if (act !== null && act.inLoop) top--;
      while (depth > top && count < TRACE_LIMIT) {
        const note = units?.[depth] ?? 0;
        if (note === 0) return this.captureHostSites();
        if (note < 0) {
          depth += note;
        } else {
          taken.push(note - 1, pcs?.[depth] as number);
          count++;
          depth--;
        }
      }
      if (act === null || count >= TRACE_LIMIT) break;
      for (let f = act.inLoop ? act.frame.parent : act.frame; f !== null && count < TRACE_LIMIT; f = f.parent) {
        taken.push({ linked: f.linked, pc: f.pc });
        count++;
      }
      depth = act.depth;
      top = act.outerDepth;
    }
    return () => {
      const sites: TraceSite[] = [];
      for (let i = 0; i < taken.length && sites.length < TRACE_LIMIT; i++) {
        const site = taken[i];
        if (typeof site === 'number') sites.push(...placesAt(this.units[site], taken[++i] as number));
        else sites.push(site);
      }
      return sites.slice(0, TRACE_LIMIT);
    };
  }

  /** The same from the host's stack: compiled frames are host frames of units, whose generated line maps back to a pc; each activation of the interpreter stands for its chain of frames. */
  private captureHostSites(): () => TraceSite[] {
    const activations: TraceSite[][] = [];
    let count = 0;
    for (let act = this.m.activation; act !== null && count < TRACE_LIMIT; act = act.outer) {
      const sites: TraceSite[] = [];
      addSites(act.frame, sites);
      activations.push(sites);
      count += sites.length;
    }
    const findHostStack = captureHostStack(activations.length);
    this.tracedByHost();
    return () => findSites(this.units, findHostStack(), activations);
  }

  /**
   * A trace of the host's stack takes some 10 us. Where that is a good part of what the guest does, units are made again that note where they are. Those
   * that are on the host's stack, and closures that have them still, are left by taking the stack apart.
   */
  private tracedByHost(): void {
    const { m, tuning } = this;
    if (++this.hostTraces < tuning.traceThreshold) return;
    const burnt = m.fuelUsed();
    const since = burnt - this.tracesSince;
    this.tracesSince = burnt;
    this.hostTraces = 0;
    if (since < 0 || since > tuning.traceThreshold * FUEL_OF_TRACE || this.flattened >= MAX_FLATTENED) return;
    this.flattened++;
    m.requestFlatten();
    if (m.traceSlots !== null) return;
    m.traceSlots = makeTraceSlots(m.options.maxDepth);
    this.forgivenMilliseconds = this.statistics.compileMilliseconds;
    for (const unit of this.units) {
      if (unit.retired) continue;
      const { linked, osr } = unit;
      const site = osr < 0 ? this.stateOf(linked).whole : this.siteAt(linked, osr);
      // It was no fault of it.
      site.compilations--;
      site.waited = Infinity;
      // Of the calls of a precompiled unit the interpreter has seen few.
      if (osr < 0) linked.code[2] = this.invocationThreshold - (unit.isPrecompiled ? Math.min(this.tuning.recompileDelay, this.invocationThreshold) : 1);
      this.retire(unit, site, 'traces are taken often');
    }
  }
  /** Traces of the host's stack since the fuel burnt was `tracesSince`. */
  private hostTraces = 0;
  private tracesSince = 0;
  private flattened = 0;

}

/** Reasons after which the interpreter knows all that the next compilation needs. */
const learntAtOnce: ReadonlySet<DeoptReason> = new Set(['uncommon branch', 'result type', 'call target', 'proxy']);

/** Notes something in the profile of the instruction at `pc` of a unit, if it has one. */
function markProfile(unit: Unit, pc: number, bit: number, applies: (op: number) => boolean): void {
  const [{ linked: { code }, pc: at }] = placesAt(unit, pc);
  const operand = opcodes[code[at]].operands.indexOf('profile');
  if (operand >= 0 && applies(code[at])) code[at + 1 + operand] |= bit;
}

/** Words of bytecode that a unit would be made of. */
function wordsOf(cfg: Cfg): number {
  let words = 0;
  for (const { instructions } of cfg.blocks) for (const { length } of instructions) words += length;
  return words;
}

/** Code that is linked for one run: what a unit of it could be entered by is over. Its loops and the functions in it are compiled. */
const runsOnce: ReadonlySet<string> = new Set(['script', 'module', 'eval']);

/** Calls of a function from which on it is compiled as a whole where one of its loops is hot. */
const OFTEN = 5;

/** The registers are of the types that a unit relies on at its entry. */
function fits({ numbers, integers }: EntryTypes, regs: readonly Value[]): boolean {
  for (let i = 0; i < numbers.length; i++) if (typeof regs[numbers[i]] !== 'number') return false;
  for (let i = 0; i < integers.length; i++) if (!isInteger(regs[integers[i]])) return false;
  return true;
}

/** A 32-bit integer, and not -0. */
function isInteger(v: unknown): boolean {
  return typeof v === 'number' && Object.is(v | 0, v);
}

/** Customised links in one realm; beyond, library functions are shared. */
const MAX_CUSTOMISATIONS = 2000;
/** Fuel burnt in the interpreter, or by what it calls, after which it is worth the host's time to optimise it if less was burnt in compiled code. */
const LONG_INTERPRETED = 2_000_000;
/** The same for a guest that is in compiled code most of the time: there, the units wait for the host's compiler meanwhile. */
const MUCH_INTERPRETED = 20_000_000;
/** Fuel that a trace of the host's stack is worth, times how rare it has to be. */
const FUEL_OF_TRACE = 20_000;
/** Times that the stack is taken apart to get rid of units that do not note where they are. */
const MAX_FLATTENED = 20;

/** Source position of an event, for the log. */
export function describePosition(linked: LinkedTemplate, pc: number): string {
  const { line, column } = positionAt(linked.template, pc);
  return `${linked.template.source.name}:${line}:${column + 1}`;
}
