// `anneal run`: runs a program to its end, its first uncaught exception, or a limit.

import { openSync } from 'node:fs';
import { monotonic } from '../host/clock.ts';
import { nodeRealm } from '../host/node-realm.ts';
import { holdInterpreter, optimiseInterpreter, tuneHost } from '../host/node-v8.ts';
import { compilationLog } from '../observe/compilation-log.ts';
import { burntFuel, reportGuestError, reportSourceError, reportStop } from '../observe/guest-report.ts';
import { formatStatistics, StatisticsCollector, type RunStatistics } from '../observe/statistics.ts';
import { listenToTier } from '../observe/tier-events.ts';
import { GuestError, Vm } from '../process/vm.ts';
import { Termination } from '../runtime/errors.ts';
import { fallbackRealm } from '../runtime/host-realm.ts';
import { UnknownTimeZone } from '../runtime/time-zone.ts';
import { SourceError } from '../source/diagnostics.ts';
import { defaultTuning, eagerTuning, tuningWith, type Tuning } from '../tiering/tuning.ts';
import { ExitCode, UsageError } from './exit-codes.ts';
import { Output, writeAll } from './output.ts';
import { launchOf, type Launch } from './launch-program.ts';
import { runToEnd } from './event-loop.ts';
import { readProgram, type ProgramFile, type ProgramOptions } from './program-file.ts';
import { defineScriptArgs } from './script-args.ts';

export interface RunOptions extends ProgramOptions {
  readonly jit?: boolean;
  readonly jitEager?: boolean;
  readonly fuel?: number;
  readonly seed?: number;
  readonly stats?: boolean;
  /** The time zone of local time. */
  readonly tz?: string;
  /** The file for the compilation log; empty or true: standard error. */
  readonly traceJit?: string | true;
  readonly stressDeopt?: number;
  readonly stressSuspend?: number;
  readonly stressAgain?: number;
  /** Knobs of the JIT that differ from their defaults, as JSON. */
  readonly tuning?: string;
  readonly realm?: boolean;
  /** File descriptor that gets a RunReport as JSON: how `anneal bench` measures. */
  readonly reportFd?: number;
}

/** What `--report-fd` writes. Times are in milliseconds, within the process. */
export interface RunReport extends RunStatistics {
  /** Making the VM with its realm and intrinsics. */
  readonly startMilliseconds: number;
  /** From the program's text, or bytecode, to its end: compiling included. */
  readonly milliseconds: number;
  /** The part of it before the first instruction ran. */
  readonly frontMilliseconds: number;
}

function tuned(base: Tuning, json: string | undefined): Tuning {
  if (json === undefined) return base;
  try {
    return tuningWith(base, JSON.parse(json));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) throw new UsageError(`--tuning: ${error.message}`);
    throw error;
  }
}

function tuningOf(options: RunOptions): Tuning | false {
  if (options.jit === false) {
    const needing = (['jitEager', 'traceJit', 'stressDeopt', 'tuning'] as const).find((name) => options[name] !== undefined);
    if (needing !== undefined) throw new UsageError(`--${needing.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)} needs the JIT: it cannot be combined with --no-jit`);
    return false;
  }
  const tuning = tuned(options.jitEager === true ? eagerTuning : defaultTuning, options.tuning);
  if (tuning.unmetered) {
    const limit = (['fuel', 'stressSuspend'] as const).find((name) => options[name] !== undefined);
    if (limit !== undefined) throw new UsageError(`unmetered code cannot be stopped: --${limit === 'fuel' ? 'fuel' : 'stress-suspend'} cannot be combined with the knob 'unmetered'`);
  }
  return options.stressDeopt === undefined ? tuning : { ...tuning, stressDeopt: options.stressDeopt };
}

/** Lets time pass, as Atomics.wait does. */
function block(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** A program of no more bytes may be over before it is worth the time to set up V8. */
const SHORT = 200;

/** A VM for a program, as the options describe it. */
export function makeVm(program: ProgramFile, options: RunOptions, write: (stream: 'out' | 'err', text: string) => void, loaders: Launch['loaders'] = {}): Vm {
  const jit = tuningOf(options);
  if (jit === false) {
    tuneHost(false);
    holdInterpreter();
  } else if (program.bytes.length > SHORT) {
    tuneHost();
  }
  if (jit !== false && jit.unmetered) write('err', 'anneal: compiled code is not metered: no limit holds, and what is said of fuel is wrong\n');
  try {
    return newVm(options, jit, write, loaders);
  } catch (error) {
    if (error instanceof UnknownTimeZone) throw new UsageError(`--tz: ${error.message}`);
    throw error;
  }
}

function newVm(options: RunOptions, jit: Tuning | false, write: (stream: 'out' | 'err', text: string) => void, loaders: Launch['loaders']): Vm {
  return new Vm({
    realm: options.realm === false ? fallbackRealm : nodeRealm,
    jit,
    warmsUp: jit === false ? optimiseInterpreter : () => tuneHost(),
    interpretedLong: optimiseInterpreter,
    fuel: options.fuel,
    seed: options.seed,
    timeZone: options.tz,
    stressSuspend: options.stressSuspend,
    stressAgain: options.stressAgain,
    block,
    write,
    ...loaders,
  });
}

/** Runs what `anneal run` is asked to; gives the exit code. */
export async function run(file: string, args: readonly string[], options: RunOptions): Promise<number> {
  const program = readProgram(file, options);
  const output = new Output();
  try {
    return await runProgram(program, args, options, output);
  } catch (error) {
    if (error instanceof SourceError) {
      output.err(reportSourceError(error));
      return ExitCode.guestError;
    }
    throw error;
  } finally {
    output.flush();
  }
}

async function runProgram(program: ProgramFile, args: readonly string[], options: RunOptions, output: Output): Promise<number> {
  const compiling = monotonic();
  const launch = await launchOf(program, options);
  const begun = monotonic();
  const frontMilliseconds = begun - compiling;
  const vm = makeVm(program, options, (stream, text) => (stream === 'out' ? output.out(text) : output.err(text)), launch.loaders);
  defineScriptArgs(vm, args);
  // Counting what is linked costs memory, so it is done only for those who ask.
  const statistics = options.stats === true || options.reportFd !== undefined ? new StatisticsCollector(vm) : null;
  const made = monotonic();
  if (options.traceJit !== undefined) listenToTier(vm, compilationLog(logWriter(options.traceJit, output), () => monotonic() - made));
  let code: number = ExitCode.ok;
  try {
    const outcome = await runToEnd(vm, await launch.start(vm), () => {
      output.flush();
    });
    if (outcome.type === 'stopped') {
      output.err(reportStop(outcome.reason === 'fuel' ? 'Out of fuel' : 'Paused', outcome.location, burntFuel(vm.fuelUsed, options.fuel), launch.sources));
      code = ExitCode.limit;
    } else if (vm.isWaiting) {
      output.err('The module waits at a top-level await for something that nobody is going to settle\n');
      code = ExitCode.guestError;
    }
  } catch (error) {
    if (error instanceof GuestError) {
      output.err(reportGuestError(error, launch.sources));
      code = ExitCode.guestError;
    } else if (error instanceof Termination) {
      output.err(`Stopped at a limit: ${error.reason}, ${burntFuel(vm.fuelUsed, options.fuel)}\n`);
      code = ExitCode.limit;
    } else {
      throw error;
    }
  }
  output.flush();
  const ended = monotonic();
  if (statistics !== null) {
    const numbers = statistics.collect();
    if (options.stats === true) output.err(formatStatistics(numbers, frontMilliseconds + ended - made));
    if (options.reportFd !== undefined) {
      const report: RunReport = { ...numbers, startMilliseconds: made - begun, milliseconds: frontMilliseconds + ended - made, frontMilliseconds };
      writeAll(options.reportFd, JSON.stringify(report) + '\n');
    }
  }
  return code;
}

function logWriter(target: string | true, output: Output): (line: string) => void {
  if (target === true || target === '') return output.err;
  let fd: number;
  try {
    fd = openSync(target, 'w');
  } catch (error) {
    throw new UsageError(`cannot write '${target}': ${(error as Error).message}`);
  }
  return (line) => writeAll(fd, line);
}
