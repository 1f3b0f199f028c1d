// The modes of DESIGN 6: every end-to-end program runs in all of them with equal output and equal fuel.
//
// Takes guest source; gives what it printed on its standard output (and the report of an uncaught exception) and the fuel it burnt. The VM is the
// bundle as it ships ('anneal' is dist/index.js), since a test runner's own transform makes the interpreter slow.

import { defaultTuning, eagerTuning, fallbackRealm, GuestError, nodeRealm, SourceError, Vm, type FileModules, type ModuleLoader, type Outcome, type VmOptions } from 'anneal';

export interface ModeResult {
  readonly output: string;
  readonly fuel: number;
  /** A fault of the VM itself: never expected. */
  readonly error?: string;
}

export interface Mode {
  readonly name: string;
  /** The program finds `args` in the global `scriptArgs`, if there are any. */
  run(source: string, filename?: string, args?: readonly string[], timeZone?: string): ModeResult;
  /** Runs the module that the loader has under a specifier. */
  runModule(specifier: string, modules: ModuleLoader): ModeResult;
  /** Runs a file: an ES module, or CommonJS if it is called so. */
  runFile(file: string, files: FileModules): ModeResult;
}

/** More than any test program needs; a program that runs away stops there, in all modes at the same point. */
const FUEL = 3_000_000_000;

function mode(name: string, options: VmOptions): Mode {
  const run = (more: Pick<VmOptions, 'modules' | 'commonJs' | 'timeZone'>, start: (vm: Vm) => Outcome): ModeResult => {
    let output = '';
    // Time goes by only where the program waits for it.
    let time = 0;
    const vm = new Vm({ realm: nodeRealm, fuel: FUEL, now: () => 1_700_000_000_000, monotonic: () => time, write: (stream, text) => void (stream === 'out' && (output += text)), ...more, ...options });
    try {
      let outcome = start(vm);
      if (outcome.type === 'done') outcome = vm.runLoop((milliseconds) => void (time += milliseconds));
      if (outcome.type === 'stopped') output += `stopped: ${outcome.reason}\n`;
    } catch (e) {
      if (e instanceof GuestError) output += e.report + '\n';
      else if (e instanceof SourceError) output += `SyntaxError: ${e.message}\n`;
      else return { output, fuel: vm.fuelUsed, error: e instanceof Error ? `${e.message}\n${String((e.cause as { cause?: Error } | undefined)?.cause?.stack ?? e.stack)}` : String(e) };
    }
    return { output, fuel: vm.fuelUsed };
  };
  return {
    name,
    run: (source, filename = 'program.js', args = [], timeZone = 'UTC') => run({ timeZone }, (vm) => {
      if (args.length > 0) vm.evaluate(`globalThis.scriptArgs = ${JSON.stringify(args)};`, 'arguments.js');
      return vm.evaluate(source, filename);
    }),
    runModule: (specifier, modules) => run({ modules }, (vm) => vm.importModuleNow(specifier)),
    runFile: (file, files) => run({ modules: files, commonJs: files.commonJsLoader }, (vm) => (file.endsWith('.cjs') ? vm.requireModule(file) : vm.importModuleNow(file))),
  };
}

export const modes: readonly Mode[] = [
  mode('interp', { jit: false }),
  mode('jit', { jit: true }),
  mode('jit-eager', { jit: eagerTuning }),
  mode('deopt-stress', { jit: { ...defaultTuning, invocationThreshold: 3, loopThreshold: 20, osrMask: 3, stressDeopt: 7 } }),
  mode('suspend-stress', { jit: { ...defaultTuning, invocationThreshold: 2, loopThreshold: 16, osrMask: 15 }, stressSuspend: 997, stressAgain: 3 }),
  mode('no-realm', { realm: fallbackRealm, jit: true }),
];
