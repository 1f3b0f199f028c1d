// `anneal bench`: programs interpreted, with the JIT, and natively, in one run of the command.
//
// Each run is a fresh process, so that no engine profits from what another left behind. The engines take turns, so that what
// slows the machine down for a while slows all of them. Times are taken within the process, from the text of the program to its
// end (see RunReport): what Node and the VM need to start is in `processMilliseconds` only.

import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { milliseconds } from '../observe/places.ts';
import { formatTable } from './table.ts';
import { geometricMean, median, spread } from './numbers.ts';
import { ExitCode, ProgramFailure, UsageError } from './exit-codes.ts';
import { compileProgram, readProgram, type ProgramKind, type ProgramOptions } from './program-file.ts';
import { withSourceErrors } from './compile.ts';
import { STDOUT, writeAll } from './output.ts';
import type { RunReport } from './run.ts';

export interface BenchOptions extends ProgramOptions {
  readonly runs: number;
  readonly json?: boolean;
  readonly native: boolean;
}

type EngineName = 'interpreter' | 'jit' | 'native';

interface Engine {
  readonly name: EngineName;
  /** Arguments of node. */
  readonly args: (file: string) => string[];
}

/** Descriptor of the child on which it reports its time. */
const REPORT_FD = 3;

/** How Node runs a program of some kind: statements about its `text` and `file`. */
const natively: Readonly<Record<ProgramKind, string>> = {
  script: 'new (require("node:vm").Script)(text, { filename: file }).runInThisContext();',
  module: 'await import(require("node:url").pathToFileURL(file));',
  'common-js': 'require(file);',
};

/** The native engine: the program in a Node of its own, timed from its text to its end. It is given to `node -e`. */
const native = (kind: ProgramKind): string => `
globalThis.scriptArgs = [];
// The program may have global variables of any name, or change the clock.
(async () => {
  const { readFileSync, writeSync } = require('node:fs');
  const file = require('node:path').resolve(process.argv[1]);
  const text = readFileSync(file, 'utf8');
  const now = performance.now.bind(performance);
  const begun = now();
  ${natively[kind]}
  const ended = now();
  writeSync(${REPORT_FD}, JSON.stringify({ milliseconds: ended - begun }) + '\\n');
})();
`;

function enginesOf(options: BenchOptions, kind: ProgramKind): Engine[] {
  const cli = realpathSync(process.argv[1]);
  const flags = [...(options.module === true ? ['--module'] : []), ...(options.cjs === true ? ['--cjs'] : []), ...(options.root === undefined ? [] : ['--root', options.root])];
  const anneal = (flag: string) => (file: string) => [cli, 'run', flag, ...flags, '--report-fd', String(REPORT_FD), file];
  const engines: Engine[] = [
    { name: 'interpreter', args: anneal('--no-jit') },
    { name: 'jit', args: anneal('--jit') },
  ];
  if (options.native) engines.push({ name: 'native', args: (file) => ['-e', native(kind), '--', file] });
  return engines;
}

/** One run of one program in one engine. */
interface Sample {
  readonly milliseconds: number;
  readonly processMilliseconds: number;
  readonly report: Partial<RunReport>;
  readonly output: string;
}

function sample(engine: Engine, file: string): Promise<Sample> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, engine.args(file), { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    const texts: string[] = ['', '', '', ''];
    for (const fd of [1, 2, REPORT_FD]) {
      child.stdio[fd]?.on('data', (chunk: Buffer) => {
        texts[fd] += chunk.toString('latin1');
      });
    }
    child.on('error', reject);
    child.on('close', (status, signal) => {
      const processMilliseconds = performance.now() - begun;
      const [, output, errors, reportText] = texts;
      if (status !== 0) {
        const how = signal === null ? `with exit code ${status}` : `by ${signal}`;
        reject(new ProgramFailure(`${file} ended ${how} in the engine '${engine.name}':\n${errors.trimEnd().split('\n').slice(-12).join('\n')}`));
        return;
      }
      const report = JSON.parse(reportText) as Partial<RunReport>;
      resolve({ milliseconds: report.milliseconds as number, processMilliseconds, report, output });
    });
  });
}

interface EngineResult {
  readonly median: number;
  readonly min: number;
  /** Half the distance between the slowest and the fastest run, as a share of the median. */
  readonly spread: number;
  readonly milliseconds: readonly number[];
  readonly processMilliseconds: readonly number[];
  readonly fuel?: number;
  readonly compiledShare?: number;
  readonly compileMilliseconds?: number;
}

interface ProgramResult {
  readonly file: string;
  readonly engines: Partial<Record<EngineName, EngineResult>>;
  /** Medians: interpreter / jit. */
  readonly speedup: number;
  /** Medians: jit / native. */
  readonly ratio?: number;
}

async function measure(file: string, engines: readonly Engine[], runs: number): Promise<ProgramResult> {
  const samples = new Map<EngineName, Sample[]>(engines.map(({ name }) => [name, []]));
  let expected: { readonly engine: EngineName; readonly output: string } | null = null;
  for (let i = 0; i < runs; i++) {
    for (const engine of engines) {
      const one = await sample(engine, file);
      expected ??= { engine: engine.name, output: one.output };
      if (one.output !== expected.output) throw new ProgramFailure(`${file} prints something else in the engine '${engine.name}' than in '${expected.engine}'\n${difference(expected.output, one.output)}`);
      samples.get(engine.name)?.push(one);
    }
  }
  const results: Partial<Record<EngineName, EngineResult>> = {};
  for (const [name, list] of samples) results[name] = summary(list);
  const jit = results.jit as EngineResult;
  return {
    file,
    engines: results,
    speedup: (results.interpreter as EngineResult).median / jit.median,
    ratio: results.native === undefined ? undefined : jit.median / results.native.median,
  };
}

function summary(list: readonly Sample[]): EngineResult {
  const times = list.map((s) => s.milliseconds);
  const { fuel, compiledShare, compileMilliseconds } = list[0].report;
  return { median: median(times), min: Math.min(...times), spread: spread(times), milliseconds: times, processMilliseconds: list.map((s) => s.processMilliseconds), fuel, compiledShare, compileMilliseconds };
}

/** The first line in which two outputs differ. */
function difference(a: string, b: string): string {
  const [left, right] = [a.split('\n'), b.split('\n')];
  const at = left.findIndex((line, i) => line !== right[i]);
  return `line ${at + 1}: ${JSON.stringify(left[at] ?? '')} and ${JSON.stringify(right[at] ?? '')}`;
}

export async function bench(files: readonly string[], options: BenchOptions): Promise<number> {
  const kinds = new Map<string, ProgramKind>();
  const code = await withSourceErrors(async () => {
    for (const file of files) {
      if (file === '-') throw new UsageError('a program from standard input cannot be timed: it is run many times');
      const program = readProgram(file, options);
      if (program.text === null && options.native) throw new UsageError(`'${file}' is bytecode, which Node cannot run: add --no-native`);
      if (/\.[cm]?ts$/.test(file) && options.native) throw new UsageError(`'${file}' is TypeScript, which Node does not run: add --no-native`);
      kinds.set(file, program.kind);
      if (program.kind !== 'common-js') await compileProgram(program);
    }
  });
  if (code !== ExitCode.ok) return code;
  const results: ProgramResult[] = [];
  for (const file of files) {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${file} ...`);
    results.push(await measure(file, enginesOf(options, kinds.get(file) as ProgramKind), options.runs));
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  writeAll(STDOUT, options.json === true ? `${JSON.stringify({ runs: options.runs, node: process.version, programs: results }, null, 2)}\n` : report(results, options));
  return ExitCode.ok;
}

const times = (factor: number | undefined): string => (factor === undefined ? '' : `${factor.toFixed(2)}x`);

function report(results: readonly ProgramResult[], options: BenchOptions): string {
  const header = ['program', 'interpreter', '', 'JIT', '', ...(options.native ? ['native', ''] : []), 'JIT speed-up', ...(options.native ? ['JIT/native'] : [])];
  const cell = (result: EngineResult | undefined): string[] => (result === undefined ? [] : [milliseconds(result.median), `±${(100 * result.spread).toFixed(0)}%`]);
  const rows = results.map(({ file, engines, speedup, ratio }) => [file, ...cell(engines.interpreter), ...cell(engines.jit), ...cell(engines.native), times(speedup), ...(ratio === undefined ? [] : [times(ratio)])]);
  if (results.length > 1) {
    const blanks = new Array<string>(options.native ? 6 : 4).fill('');
    const ratios = results.flatMap(({ ratio }) => (ratio === undefined ? [] : [ratio]));
    rows.push(['geometric mean', ...blanks, times(geometricMean(results.map((r) => r.speedup))), ...(ratios.length === 0 ? [] : [times(geometricMean(ratios))])]);
  }
  const same = options.native ? 'All engines printed the same.' : 'Both engines printed the same.';
  const runs = options.runs === 1 ? 'one run' : `the median of ${options.runs} runs and their spread`;
  return `${formatTable(header, rows)}\nTimes are ${runs} in fresh processes, from the text of the program to its end, without the\nstart of the process. ${same}\n`;
}
