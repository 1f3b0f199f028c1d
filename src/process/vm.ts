// The process VM: what an embedder sees.
//
// Takes options (realm provider, limits, tier, console, clock, seed, modules); runs scripts and modules, stops them when their fuel is used up or a
// pause is asked for, and goes on where they stopped. A guest exception that nobody caught is thrown as a GuestError.

import { compileModule, compileScript } from '../bytecode/compile.ts';
import { positionAt, type Template } from '../bytecode/template.ts';
import { defaultMachineOptions, Machine, SHORT_BUDGET, Stopped } from '../interpreter/machine.ts';
import { isGuestThrow } from '../interpreter/throwing.ts';
import type { Frame } from '../interpreter/frame.ts';
import { InternalError } from '../runtime/errors.ts';
import { fallbackRealm, type HostRealmProvider } from '../runtime/host-realm.ts';
import { inspect } from '../runtime/inspect.ts';
import type { CommonJsLoader } from '../runtime/intrinsics/common-js.ts';
import { installIntrinsics } from '../runtime/intrinsics/index.ts';
import { libraryClosure } from '../runtime/library.ts';
import { ModuleData, type ModuleRecord } from '../runtime/module-record.ts';
import { promiseData, PromiseState, type PromiseData } from '../runtime/promise.ts';
import type { Realm, RealmServices } from '../runtime/realm.ts';
import { timeZoneOf } from '../runtime/time-zone.ts';
import type { TimerData } from '../runtime/timers.ts';
import { internalOf, type Value } from '../runtime/values.ts';
import { AdaptiveTier } from '../tiering/tier.ts';
import { defaultTuning, type Tuning } from '../tiering/tuning.ts';
import { finishLater, finishNow, ModuleGraph, type ModuleLoader } from './modules.ts';
import { seededRandom } from './random.ts';

export interface VmOptions {
  /** Where guest objects live; the default works everywhere, an emptied realm (nodeRealm) is faster. */
  readonly realm?: HostRealmProvider;
  /** Units of fuel; default unlimited. */
  readonly fuel?: number;
  /** False: interpret only. Else how to compile. */
  readonly jit?: boolean | Tuning;
  /**
   * Called once, when the guest has run for a moment (32 calls and iterations, or 8 entries of the interpreter; without the JIT 1,000 or 200), or something is compiled: for what makes hot code faster and is not worth its time before
   * (tuneHost with the JIT; without it optimiseInterpreter where holdInterpreter was called).
   */
  readonly warmsUp?: () => void;
  /** Called once, with the JIT, when so much has been interpreted that the host had better optimise the interpreter (optimiseInterpreter). */
  readonly interpretedLong?: () => void;
  /** Guest frames before the guest's RangeError. */
  readonly maxDepth?: number;
  /** Unwinds the whole stack and goes on each time this many units of fuel are burnt. */
  readonly stressSuspend?: number;
  /** Lets instructions go again at each n-th place where they may ask for it, and takes the host's stack for short early. */
  readonly stressAgain?: number;
  /** False: no code from text. eval and the Function constructors throw an EvalError. */
  readonly evalAllowed?: boolean;
  /** Seed of Math.random. */
  readonly seed?: number;
  /** Where modules come from; without one a module can import nothing. */
  readonly modules?: ModuleLoader;
  /** Told of promises that were rejected and that nobody handles. Without it the first one is thrown, like an uncaught exception. */
  readonly unhandledRejection?: (error: GuestError) => void;
  /** Where CommonJS modules come from; without one there is no `require`. */
  readonly commonJs?: CommonJsLoader;
  /** Receives console output, line ends included. */
  readonly write?: (stream: 'out' | 'err', text: string) => void;
  /** Milliseconds since the epoch for Date. */
  readonly now?: () => number;
  /** The time zone of local time, by its name in the IANA database; default UTC. A RangeError if there is none of that name. */
  readonly timeZone?: string;
  /** Lets so many milliseconds pass, for Atomics.wait. Without it the guest cannot block, and waiting is a TypeError. */
  readonly block?: (milliseconds: number) => void;
  /** A monotonic clock in milliseconds, for console.time, performance.now and timers. */
  readonly monotonic?: () => number;
}

export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Name of the function, empty at the top level. */
  readonly functionName: string;
}

export type Outcome =
  | { readonly type: 'done'; readonly value: Value }
  | { readonly type: 'stopped'; readonly reason: 'fuel' | 'pause'; readonly location: Location };

/** An exception of the guest that nobody caught. */
export class GuestError extends Error {
  override readonly name = 'GuestError';
  /** The guest value thrown. */
  readonly value: Value;
  /** `Uncaught`, and what console.log shows of it: the stack of an error, with its cause and its own properties. */
  readonly report: string;
  constructor(value: Value, report: string) {
    super(report.split('\n', 1)[0]);
    this.value = value;
    this.report = report;
  }
}

export class Vm {
  readonly machine: Machine;
  readonly tier: AdaptiveTier | null;
  private readonly provider: HostRealmProvider;
  readonly modules: ModuleGraph;
  private stopped: Frame | null = null;
  /** The frames that run are those of a script or of modules; else of jobs. */
  private runsProgram = false;
  /** What the last program gave; it is the outcome once the jobs have run. */
  private value: Value = undefined;
  /** The module that is about to run, and the promise of the one that has been. */
  private main: ModuleRecord | null = null;
  private mainPromise: PromiseData | null = null;
  private readonly unhandledRejection: ((error: GuestError) => void) | undefined;

  constructor(options: VmOptions = {}) {
    if (typeof options.jit === 'object' && options.jit.unmetered && (options.fuel !== undefined || options.stressSuspend !== undefined)) {
      throw new RangeError('unmetered code cannot be limited or stopped: leave the fuel away, or the tuning');
    }
    this.provider = options.realm ?? fallbackRealm;
    const host = this.provider();
    const random = seededRandom(options.seed ?? 0);
    const services: RealmServices = {
      write: options.write ?? (() => undefined),
      now: options.now ?? (() => Date.now()),
      monotonic: options.monotonic ?? (() => host.monotonic()),
      random,
      evalAllowed: options.evalAllowed ?? true,
      timeZone: timeZoneOf(options.timeZone ?? 'UTC'),
      ...(options.block !== undefined && { block: options.block }),
    };
    this.machine = new Machine(host, services, {
      ...defaultMachineOptions,
      maxDepth: options.maxDepth ?? defaultMachineOptions.maxDepth,
      stressSuspend: options.stressSuspend ?? 0,
      ...(options.stressAgain !== undefined && { stressAgain: options.stressAgain, hostBudget: SHORT_BUDGET }),
    });
    this.machine.warmsUp = options.warmsUp ?? null;
    // The tier comes first: what is linked while builtins are installed takes its settings.
    const jit = options.jit ?? true;
    this.tier = jit === false || host.evaluate === null ? null : new AdaptiveTier(this.machine, jit === true ? defaultTuning : jit);
    if (this.tier !== null) this.tier.interpretedLong = options.interpretedLong ?? null;
    installIntrinsics(this.machine.mainRealm);
    this.machine.mainRealm.commonJs = options.commonJs ?? null;
    this.modules = new ModuleGraph(this.machine.mainRealm, options.modules ?? null);
    if (options.modules !== undefined) this.machine.mainRealm.importModule = this.modules.importFor;
    this.machine.setFuel(options.fuel ?? Infinity);
    this.unhandledRejection = options.unhandledRejection;
  }

  /** A further realm in this VM: builtins and globals of its own, fuel and limits in common. */
  createRealm(): Realm {
    const realm = this.machine.addRealm(this.provider());
    installIntrinsics(realm);
    realm.importModule = this.machine.mainRealm.importModule;
    return realm;
  }

  /** Compiles and runs a script. Throws SourceError, GuestError. */
  evaluate(source: string, name = 'script.js', realm = this.machine.mainRealm): Outcome {
    return this.run(compileScript(source, name), realm);
  }

  /** Runs a script's template to its end or its first stop. */
  run(template: Template, realm = this.machine.mainRealm): Outcome {
    this.checkIdle();
    if (template.kind !== 'script') throw new Error('the template is of a module: run it with runModule()');
    return this.start(this.machine.scriptFrame(template, realm));
  }

  /**
   * Compiles and runs the text of a module, which others can import by its key, with all that it imports. Its value is the namespace
   * object. The loader must not be asynchronous. Throws SourceError, GuestError, and Error where the loader has no such module.
   */
  evaluateModule(source: string, key: string): Outcome {
    return this.runModule(compileModule(source, key), key);
  }

  /** The same for a compiled module. */
  runModule(template: Template, key = template.source.name): Outcome {
    this.checkIdle();
    return this.evaluateRecord(finishNow(this.modules.fromTemplate(template, key)));
  }

  /** The same with a loader that may be asynchronous. */
  async importTemplate(template: Template, key = template.source.name): Promise<Outcome> {
    const record = await finishLater(this.modules.fromTemplate(template, key));
    this.checkIdle();
    return this.evaluateRecord(record);
  }

  /** Runs the module that the loader has under a specifier, as `import` would. */
  async importModule(specifier: string, referrer = ''): Promise<Outcome> {
    const record = await finishLater(this.modules.fromSpecifier(specifier, referrer));
    this.checkIdle();
    return this.evaluateRecord(record);
  }

  /** The same with a loader that is not asynchronous. */
  importModuleNow(specifier: string, referrer = ''): Outcome {
    this.checkIdle();
    return this.evaluateRecord(finishNow(this.modules.fromSpecifier(specifier, referrer)));
  }

  /** Runs a CommonJS module, as the main one if it is the first. Its value is what it exports. */
  requireModule(filename: string): Outcome {
    this.checkIdle();
    const realm = this.machine.mainRealm;
    if (realm.commonJs === null) throw new Error('there is no loader for CommonJS modules');
    return this.start(this.machine.callFrame(libraryClosure(realm, 'CommonJsMain'), undefined, [filename]));
  }

  private evaluateRecord(record: ModuleRecord): Outcome {
    const realm = this.machine.mainRealm;
    this.main = record;
    return this.start(this.machine.callFrame(libraryClosure(realm, 'ModuleRun'), undefined, [record.state]));
  }

  /** Whether the last module that was run still waits at a top-level `await`, with nothing left to do. */
  get isWaiting(): boolean {
    return this.mainPromise?.state === PromiseState.pending;
  }

  /** Waits until the loader has given all that import() asked for, and goes on with it. */
  async settled(): Promise<Outcome> {
    let outcome: Outcome = { type: 'done', value: this.value };
    while (this.modules.loading.size > 0 && this.stopped === null) {
      await Promise.race(this.modules.loading);
      outcome = this.runJobs();
    }
    return outcome;
  }

  private start(top: Frame): Outcome {
    const { timers, services } = this.machine.realm;
    timers.now = services.monotonic();
    this.runsProgram = true;
    this.mainPromise = null;
    return this.go(top);
  }

  private checkIdle(): void {
    if (this.stopped !== null) throw new Error('a stopped program has to be resumed or abandoned first');
  }

  /** Goes on after a stop. */
  resume(): Outcome {
    const top = this.stopped;
    if (top === null) throw new Error('there is no stopped program to resume');
    this.stopped = null;
    return this.go(top);
  }

  /** Gives up a stopped program. */
  abandon(): void {
    this.stopped = null;
    this.machine.mainRealm.jobs.current = null;
  }

  addFuel(amount: number): void {
    this.machine.addFuel(amount);
  }

  /** Units of fuel burnt so far. */
  get fuelUsed(): number {
    return this.machine.fuelUsed();
  }

  /** Asks the running program to stop at its next safepoint; can be called from a host function or another thread's message. */
  pause(): void {
    this.machine.requestPause();
  }

  /** Runs the jobs that wait: what is left after an exception ended a script or a job. `evaluate` and `resume` run them anyway. */
  runJobs(): Outcome {
    this.checkIdle();
    this.runsProgram = false;
    return this.settle();
  }

  /**
   * Milliseconds until a timer or an immediate of the guest is to run; undefined if there is none to wait for. The embedder lets the time go by and
   * calls `runTimers`.
   */
  get timeToNextTimer(): number | undefined {
    const { timers } = this.machine.realm;
    const until = timers.untilNext;
    return until === undefined ? undefined : Math.max(0, timers.now + until - this.machine.realm.services.monotonic());
  }

  /** Runs the timers that are due by the monotonic clock, and the immediates, each with the jobs that it leaves. */
  runTimers(): Outcome {
    this.checkIdle();
    const { timers, services } = this.machine.realm;
    timers.now = services.monotonic();
    for (let timer = timers.takeDue(); timer !== undefined; timer = timers.takeDue()) {
      const outcome = this.runTimer(timer);
      if (outcome.type === 'stopped') return outcome;
    }
    timers.startRound();
    for (let timer = timers.takeImmediate(); timer !== undefined; timer = timers.takeImmediate()) {
      const outcome = this.runTimer(timer);
      if (outcome.type === 'stopped') return outcome;
    }
    return { type: 'done', value: this.value };
  }

  /** Runs timers until none is left to wait for; `wait` lets so many milliseconds go by. After a stop and `resume` it can be called again. */
  runLoop(wait: (milliseconds: number) => void): Outcome {
    for (let time = this.timeToNextTimer; time !== undefined; time = this.timeToNextTimer) {
      if (time > 0) wait(time);
      const outcome = this.runTimers();
      if (outcome.type === 'stopped') return outcome;
    }
    return { type: 'done', value: this.value };
  }

  private runTimer(timer: TimerData): Outcome {
    const { realm } = this.machine;
    const args = realm.prelude.makeArrayFrom(timer.args);
    return this.go(this.machine.callFrame(libraryClosure(realm, 'RunTimer'), undefined, [timer.owner, timer.callback as unknown as Value, args]));
  }

  /** Runs a stack to its end, and then jobs until there are none. */
  private go(top: Frame): Outcome {
    const result = this.execute(top);
    if (result instanceof Stopped) {
      this.stopped = result.top;
      return { type: 'stopped', reason: result.reason, location: locationOf(result.top) };
    }
    if (this.runsProgram) {
      this.value = result;
      if (this.main !== null) {
        this.mainPromise = promiseData(result) ?? null;
        this.value = this.main.namespace();
        this.main = null;
      }
    }
    this.runsProgram = false;
    return this.settle();
  }

  private settle(): Outcome {
    const realm = this.machine.mainRealm;
    if (realm.jobs.length > 0) return this.go(this.machine.callFrame(libraryClosure(realm, 'RunJobs'), undefined, []));
    this.mainRejection();
    this.reportRejections();
    return { type: 'done', value: this.value };
  }

  /** What a module throws after it has awaited something is uncaught like what it throws before. */
  private mainRejection(): void {
    const promise = this.mainPromise;
    if (promise === null || promise.state === PromiseState.pending) return;
    this.mainPromise = null;
    if (promise.state !== PromiseState.rejected || !this.machine.mainRealm.unhandledRejections.delete(promise)) return;
    throw new GuestError(promise.result, this.report(promise.result));
  }

  /** Tells of the promises that were rejected and that nobody handles, when all jobs have run. */
  private reportRejections(): void {
    const { unhandledRejections } = this.machine.mainRealm;
    const errors = [...unhandledRejections].map(({ result }) => new GuestError(result, `Uncaught (in promise) ${inspect(this.machine.mainRealm, result)}`));
    unhandledRejections.clear();
    if (errors.length === 0) return;
    if (this.unhandledRejection === undefined) throw errors[0];
    for (const error of errors) this.unhandledRejection(error);
  }

  private execute(top: Frame): Value | Stopped {
    try {
      return this.machine.execute(top);
    } catch (e) {
      this.machine.mainRealm.jobs.current = null;
      if (e instanceof InternalError) throw new Error(`internal error: ${e.message}`, { cause: e });
      if (!isGuestThrow(e)) throw e;
      throw new GuestError(e as Value, this.report(e as Value));
    }
  }

  /** Text of an uncaught exception, without running guest code. */
  private report(value: Value): string {
    return `Uncaught ${inspect(this.machine.mainRealm, value)}`;
  }
}

function locationOf(frame: Frame): Location {
  let shown: Frame = frame;
  // A stop inside the self-hosted library is shown at the guest's own call.
  while (shown.linked.template.selfHosted && shown.parent !== null) shown = shown.parent;
  const { template } = shown.linked;
  // Between modules: the one that comes next.
  const between = template.selfHosted ? internalOf(frame.regs[1], ModuleData)?.record.template : undefined;
  if (between != null) return { file: between.source.name, line: 1, column: 1, functionName: '' };
  const { line, column } = positionAt(template, shown.pc);
  return { file: template.source.name, line, column: column + 1, functionName: template.name };
}
