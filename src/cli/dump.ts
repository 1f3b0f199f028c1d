// `anneal dump`: what was compiled, stage by stage.
//
// Without --eager the program runs first. The graph of a unit is printed at the moment it was compiled, with the profile
// that the compiler saw; the bytecode is printed at the end, with the profile of the whole run.

import type { Template } from '../bytecode/template.ts';
import { runToEnd } from './event-loop.ts';
import { compileUnit, noEntryTypes, type Unit } from '../codegen/unit.ts';
import { Op, instructionLength } from '../bytecode/opcodes.ts';
import { plainBody } from '../ir/inline.ts';
import { buildCfg, CompileRefusal, type Cfg } from '../ir/cfg.ts';
import { annotateUnit, LEGEND } from '../observe/annotate.ts';
import { formatCfg, formatDot } from '../observe/graph.ts';
import { burntFuel, reportGuestError, reportStop } from '../observe/guest-report.ts';
import { listBytecode } from '../observe/listing.ts';
import { counted, functionLabel, place } from '../observe/places.ts';
import { listenToTier } from '../observe/tier-events.ts';
import { GuestError, type Vm } from '../process/vm.ts';
import type { LinkedTemplate } from '../runtime/linked.ts';
import { makeSupport } from '../tiering/support.ts';
import { eagerTuning } from '../tiering/tuning.ts';
import { withSourceErrors } from './compile.ts';
import { ExitCode, UsageError } from './exit-codes.ts';
import { writeAll } from './output.ts';
import { launchOf, type Launch } from './launch-program.ts';
import { readProgram } from './program-file.ts';
import { makeVm, type RunOptions } from './run.ts';
import { defineScriptArgs } from './script-args.ts';

export interface DumpOptions extends RunOptions {
  readonly function?: string;
  readonly stage: 'bytecode' | 'cfg' | 'js' | 'all';
  readonly eager?: boolean;
  readonly dot?: boolean;
}

/** A compilation as it is shown. */
interface Shown {
  readonly unit: Unit;
  readonly why: string;
  /** Null of a unit that the build has made. */
  readonly cfg: string | null;
  /** Why it was thrown away, or null. */
  retired: string | null;
}

/** What there is to show of one function. */
interface Dumped {
  readonly linked: LinkedTemplate;
  readonly units: Shown[];
  readonly refusals: string[];
}

class Dump {
  readonly functions = new Map<LinkedTemplate, Dumped>();
  private readonly options: DumpOptions;
  constructor(options: DumpOptions) {
    this.options = options;
  }

  of(linked: LinkedTemplate): Dumped {
    // Functions that are not called are shown, too.
    linked.prepare();
    let dumped = this.functions.get(linked);
    if (dumped === undefined) this.functions.set(linked, (dumped = { linked, units: [], refusals: [] }));
    return dumped;
  }

  graph(cfg: Cfg, id: number): string {
    return this.options.dot === true ? formatDot(cfg, id) : formatCfg(cfg);
  }
}

export async function dump(file: string, options: DumpOptions): Promise<number> {
  if (options.dot === true && options.stage !== 'cfg' && options.stage !== 'all') throw new UsageError(`--dot prints control-flow graphs: it cannot be combined with --stage ${options.stage}`);
  const program = readProgram(file, options);
  return withSourceErrors(async () => {
    const launch = await launchOf(program, options);
    const vm = makeVm(program, options, () => undefined, launch.loaders);
    const dumped = new Dump(options);
    let code: number = ExitCode.ok;
    if (options.eager === true) {
      if (launch.template === null) throw new UsageError(`'${program.name}' is a CommonJS module: these are compiled when they run (leave --eager out)`);
      compileAll(vm, launch.template, dumped);
    } else {
      code = await runAndWatch(vm, launch, dumped, options.fuel);
    }
    writeAll(1, print(dumped, options));
    return code;
  });
}

/** Runs the program and notes what the tier compiles. */
async function runAndWatch(vm: Vm, launch: Launch, dumped: Dump, fuel: number | undefined): Promise<number> {
  const { realm } = vm.machine;
  realm.onLink = (linked) => void dumped.of(linked);
  const shown = new Map<Unit, Shown>();
  listenToTier(vm, (event) => {
    if (event.type === 'compile') {
      const { unit, why, cfg } = event;
      const one: Shown = { unit, why, cfg: cfg === null ? null : dumped.graph(cfg, unit.id), retired: null };
      shown.set(unit, one);
      dumped.of(unit.linked).units.push(one);
    } else if (event.type === 'refuse') {
      dumped.of(event.linked).refusals.push(`${event.osr < 0 ? 'the function' : `the loop at ${place(event.linked.template, event.osr)}`} was not compiled: ${event.reason}`);
    } else if (event.type === 'retire') {
      const one = shown.get(event.unit);
      if (one !== undefined) one.retired = event.why;
    }
  });
  defineScriptArgs(vm, []);
  try {
    const outcome = await runToEnd(vm, await launch.start(vm), () => undefined);
    if (outcome.type === 'done') return ExitCode.ok;
    writeAll(2, reportStop('Out of fuel', outcome.location, burntFuel(vm.fuelUsed, fuel), launch.sources));
    return ExitCode.limit;
  } catch (error) {
    if (!(error instanceof GuestError)) throw error;
    writeAll(2, reportGuestError(error, launch.sources));
    return ExitCode.guestError;
  }
}

/** Compiles every function of the program, and the loops of its top level, as they are before anything has run. */
function compileAll(vm: Vm, template: Template, dumped: Dump): void {
  const { machine } = vm;
  const support = makeSupport(machine, machine.mainRealm, { deoptimised: () => undefined, retyped: () => undefined }, 0);
  const { optimisations } = eagerTuning;
  let id = 0;
  const compile = (linked: LinkedTemplate, osr: number): void => {
    const into = dumped.of(linked);
    try {
      const cfg = buildCfg(plainBody(linked), osr, { prune: optimisations.prune, speculate: optimisations.speculate });
      const unit = compileUnit(cfg, { id, optimisations, stress: false, metered: true, trace: null, scope: undefined, customise: (_caller, _site, target) => target, support, entryTypes: noEntryTypes });
      into.units.push({ unit, why: '--eager', cfg: dumped.graph(cfg, id), retired: null });
      id++;
    } catch (error) {
      if (!(error instanceof CompileRefusal)) throw error;
      into.refusals.push(`${osr < 0 ? 'the function' : `the loop at ${place(linked.template, osr)}`} cannot be compiled: ${error.reason}`);
    }
  };
  const work = [machine.scriptFrame(template).linked];
  for (let linked = work.pop(); linked !== undefined; linked = work.pop()) {
    if (linked.template.kind === 'script' || linked.template.kind === 'module') {
      // The top level runs once: only its loops are ever compiled.
      for (let pc = 0; pc < linked.code.length; pc += instructionLength(linked.code, pc)) if (linked.code[pc] === Op.Loop) compile(linked, pc);
    } else {
      compile(linked, -1);
    }
    for (let i = linked.template.children.length - 1; i >= 0; i--) work.push(linked.child(i));
  }
}

function print(dumped: Dump, options: DumpOptions): string {
  const all = [...dumped.functions.values()].sort((a, b) => a.linked.template.start - b.linked.template.start);
  const wanted = all.filter(({ linked, units, refusals }) => {
    if (options.function !== undefined) return functionLabel(linked.template) === options.function;
    return !linked.template.selfHosted && (units.length > 0 || refusals.length > 0);
  });
  if (wanted.length === 0 && options.function !== undefined) {
    const names = [...new Set(all.filter(({ linked }) => !linked.template.selfHosted).map(({ linked }) => functionLabel(linked.template)))];
    throw new UsageError(`no function called '${options.function}' was ${options.eager === true ? 'found' : 'reached'}; there are: ${names.slice(0, 30).join(', ')}${names.length > 30 ? ', ...' : ''}`);
  }
  const parts: string[] = [];
  if (options.dot === true) return wanted.flatMap(({ units }) => units.flatMap(({ unit, cfg, retired }) => (retired === null ? [cfg ?? `// unit ${unit.id}: made by the build, which keeps no graph\n`] : []))).join('\n');
  for (const one of wanted) parts.push(printFunction(one, options.stage));
  if (wanted.length === 0) parts.push('; nothing got hot enough to be compiled; --eager compiles everything, --function NAME shows a function that was reached\n');
  const library = all.filter(({ linked, units }) => linked.template.selfHosted && units.length > 0);
  if (library.length > 0 && options.function === undefined) {
    parts.push(`; also compiled, of the library (show with --function): ${library.map(({ linked }) => functionLabel(linked.template)).join(', ')}\n`);
  }
  return parts.join('\n');
}

function printFunction({ linked, units, refusals }: Dumped, stage: DumpOptions['stage']): string {
  const parts: string[] = [];
  if (stage === 'bytecode' || stage === 'all') parts.push(listBytecode(linked));
  for (const refusal of refusals) parts.push(`; ${refusal}\n`);
  for (const { unit, why, cfg, retired } of units) {
    const what = unit.osr < 0 ? `${functionLabel(linked.template)}` : `loop at ${place(linked.template, unit.osr)}`;
    const heading = `unit ${unit.id}: ${what}; compiled for ${why}; left ${counted(unit.deopts, 'time')} by a guard or trap`;
    // A unit that was thrown away explains a recompilation, but its text is of the past.
    if (retired !== null) {
      parts.push(`; ${heading}; thrown away: ${retired}\n`);
      continue;
    }
    if (stage === 'cfg' || stage === 'all') parts.push(`; ${heading}\n${cfg ?? '; made by the build, which keeps no graph\n'}`);
    if (stage === 'js' || stage === 'all') parts.push(`// ${heading}\n${LEGEND}\n${annotateUnit(unit)}`);
  }
  if (units.length === 0 && refusals.length === 0 && stage !== 'bytecode') parts.push(`; ${functionLabel(linked.template)} was not compiled: it did not get hot enough\n`);
  return parts.join('\n');
}
