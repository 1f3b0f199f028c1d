/** One program in several engines and natively: the same output, the same end, the same fuel. */
import { runNative, runNativeChild } from './native.ts';
import type { NativeResult } from './native.ts';

export interface EngineResult {
  readonly output: string;
  readonly fuel?: number;
  /**
   * What ended the run early. The text of an uncaught guest error begins with its name; an engine that prints it at the
   * end of the output instead leaves this out.
   */
  readonly error?: string;
}

export interface Engine {
  readonly name: string;
  run(source: string, filename?: string): EngineResult;
}

export interface Difference {
  /** `crash`: the engine itself threw. */
  readonly kind: 'output' | 'error' | 'fuel' | 'crash';
  readonly engine: string;
  /** What it was compared with: `native`, or another engine. */
  readonly reference: string;
  /** The first line of output that differs, from 1; 0 when it is not about output. */
  readonly line: number;
  readonly expected: string;
  readonly actual: string;
}

export interface CompareOptions {
  /** Milliseconds for the native run; a program that takes longer is not compared. */
  readonly timeout?: number;
  /** Ask a fresh process before believing that native output differs; true unless told. */
  readonly confirm?: boolean;
}

/** The first difference found, or null. A program that does not end natively in time is not compared. */
export function compareProgram(source: string, engines: readonly Engine[], options: CompareOptions = {}): Difference | null {
  const limits = options.timeout === undefined ? {} : { timeout: options.timeout };
  let native = runNative(source, limits);
  if (native.timedOut) return null;
  let confirmed = options.confirm === false;
  let measured: { name: string; fuel: number } | null = null;
  for (const engine of engines) {
    let result: EngineResult;
    try {
      result = engine.run(source, 'program.js');
    } catch (e) {
      const actual = e instanceof Error ? (e.stack ?? String(e)) : String(e);
      return { kind: 'crash', engine: engine.name, reference: 'native', line: 0, expected: '', actual };
    }
    let difference = against(native, engine.name, result);
    if (difference !== null && !confirmed) {
      confirmed = true;
      native = runNativeChild(source, limits);
      if (native.timedOut) return null;
      difference = against(native, engine.name, result);
    }
    if (difference !== null) return difference;
    if (result.fuel === undefined) continue;
    if (measured !== null && measured.fuel !== result.fuel) {
      return {
        kind: 'fuel', engine: engine.name, reference: measured.name, line: 0, expected: String(measured.fuel), actual: String(result.fuel),
      };
    }
    measured ??= { name: engine.name, fuel: result.fuel };
  }
  return null;
}

function against(native: NativeResult, engine: string, result: EngineResult): Difference | null {
  const common = { engine, reference: 'native' };
  const expectedError = native.error ?? 'none';
  const actualError = kindOfError(result.error);
  // An engine may report an uncaught guest error as the end of its output instead.
  if (native.error !== null && result.error === undefined && result.output.startsWith(native.output)) {
    const report = result.output.slice(native.output.length);
    if (native.error === 'thrown' ? report !== '' : report.includes(native.error)) return null;
  }
  // An error that only one side has explains missing output: report it first.
  if (expectedError !== actualError && (native.error === null || result.error !== undefined || result.output === native.output)) {
    return { ...common, kind: 'error', line: 0, expected: expectedError, actual: result.error ?? 'none' };
  }
  if (native.output === result.output) return null;
  const expected = native.output.split('\n');
  const actual = result.output.split('\n');
  let line = 0;
  while (line < expected.length && expected[line] === actual[line]) line++;
  return { ...common, kind: 'output', line: line + 1, expected: expected[line] ?? '(end)', actual: actual[line] ?? '(end)' };
}

/** The name an error's text begins with: of `Uncaught TypeError: no`, `TypeError`. */
export function kindOfError(text: string | undefined): string {
  if (text === undefined || text === '') return 'none';
  return /^(?:Uncaught )?([A-Za-z]*Error)\b/.exec(text)?.[1] ?? 'thrown';
}

/** Whether a program shows the same failure as another, as far as can be told: what shrinking must not lose. */
export function sameFailure(a: Difference, b: Difference | null): boolean {
  if (b === null || a.kind !== b.kind || a.engine !== b.engine || a.reference !== b.reference) return false;
  return a.kind === 'output' || a.kind === 'fuel' || headline(a.actual) === headline(b.actual);
}

/** The first line of an error without what varies: numbers and names in quotes. */
function headline(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/\d+/g, '0').replace(/(['"`]).*?\1/g, '').slice(0, 60);
}

export function formatDifference(difference: Difference): string {
  const { kind, engine, reference, line, expected, actual } = difference;
  if (kind === 'crash') return `${engine} crashed: ${actual}`;
  const where = line > 0 ? ` at line ${line} of the output` : '';
  return `${kind} of ${engine} differs from ${reference}${where}\n  expected: ${expected}\n  actual:   ${actual}`;
}
