/** The reference: the host's own engine, in a fresh realm or in a fresh process. */
import { spawnSync } from 'node:child_process';
import { format } from 'node:util';
import vm from 'node:vm';

export interface NativeResult {
  readonly output: string;
  /** The name of the uncaught error (`TypeError`), `thrown` for another uncaught value, or null. */
  readonly error: string | null;
  readonly timedOut: boolean;
  readonly milliseconds: number;
}

export interface NativeOptions {
  /** Milliseconds; 5,000 unless told. */
  readonly timeout?: number;
}

const OUTPUT_LIMIT = 4_000_000;

/**
 * Runs a script in a fresh realm of this process. Fast, but node:vm puts interceptors on the global object, which
 * differ from a plain global in corners (and cost time): confirm what looks like a difference with `runNativeChild`.
 */
export function runNative(source: string, options: NativeOptions = {}): NativeResult {
  const lines: string[] = [];
  let size = 0;
  const write = (...values: unknown[]): void => {
    const line = format(...values);
    size += line.length + 1;
    if (size > OUTPUT_LIMIT) throw new RangeError('too much output');
    lines.push(line);
  };
  // Jobs of promises run before runInContext returns, within its time.
  const context = vm.createContext({}, { microtaskMode: 'afterEvaluate' });
  const install = vm.runInContext('(function (write) { this.console = { log: write }; })', context) as (w: typeof write) => void;
  install.call(context, write);
  const begin = performance.now();
  let error: string | null = null;
  let timedOut = false;
  try {
    new vm.Script(source, { filename: 'program.js' }).runInContext(context, { timeout: options.timeout ?? 5000 });
  } catch (e) {
    timedOut = property(e, 'code') === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    error = errorName(e);
  }
  const output = lines.map((line) => line + '\n').join('');
  return { output, error, timedOut, milliseconds: performance.now() - begin };
}

/** What a child process does with the script it reads: runs it as a plain global script, reports on stderr. */
const CHILD = `(() => {
  const { readFileSync, writeSync } = require('node:fs');
  const { format } = require('node:util');
  const { runInThisContext } = require('node:vm');
  const source = readFileSync(0, 'utf8');
  const report = { output: '', error: null, milliseconds: 0 };
  const { stringify } = JSON, { now } = Date, NativeError = Error;
  // The program may replace what spread uses.
  const { apply } = Reflect;
  console.log = function () { report.output += apply(format, undefined, arguments) + '\\n'; };
  const begin = now();
  try { runInThisContext(source, { filename: 'program.js' }); }
  catch (e) { report.error = e instanceof NativeError ? String(e.name) : 'thrown'; }
  process.once('beforeExit', () => {
    report.milliseconds = now() - begin;
    writeSync(1, stringify(report));
  });
})()
`;

/** Runs a script in a Node process of its own: about 40 ms more than `runNative`, and as plain as it gets. */
export function runNativeChild(source: string, options: NativeOptions = {}): NativeResult {
  const timeout = (options.timeout ?? 5000) + 1000;
  const child = spawnSync(process.execPath, ['-e', CHILD], { input: source, timeout, encoding: 'utf8', maxBuffer: 1 << 26 });
  const killed = child.error !== undefined || child.status !== 0;
  if (killed) return { output: child.stdout, error: 'killed', timedOut: true, milliseconds: timeout };
  const report = JSON.parse(child.stdout) as { output: string; error: string | null; milliseconds: number };
  return { ...report, timedOut: false };
}

function property(value: unknown, key: string): unknown {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return undefined;
  try {
    return (value as Record<string, unknown>)[key];
  } catch {
    return undefined;
  }
}

function errorName(e: unknown): string {
  const isError = e instanceof Error || Object.prototype.toString.call(e) === '[object Error]';
  return isError ? String(property(e, 'name')) : 'thrown';
}
