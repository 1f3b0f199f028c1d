// The engines that are compared, and how a program is timed in them: what the benchmark scripts share.
//
// Every run is a fresh process; the engines take turns. Times are taken within the process, from the program's text to its end.
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const script = (name) => (file, args) => [path.join(root, 'benchmarks/engines', name), file, ...args];

/** Anneal with some options of `anneal run`. */
export const anneal = (title, ...options) => ({ title, args: (file, args, flags) => [path.join(root, 'dist/cli.cjs'), 'run', ...options, ...flags, '--report-fd', '3', file, ...args] });

/** The JIT with some knobs changed. */
export const tuned = (title, knobs) => anneal(title, '--tuning', JSON.stringify(knobs));

export const allEngines = {
  native: { title: 'native', args: script('native.mjs') },
  jit: anneal('JIT', '--jit'),
  unmetered: tuned('unmetered', { unmetered: true }),
  interpreter: anneal('interpreter', '--no-jit'),
  quickjs: { title: 'QuickJS', args: script('quickjs.mjs') },
};

/** Runs a script of this project in a fresh Node; gives its report with its output, or `failure`. */
export function once(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    const texts = ['', '', '', ''];
    for (const fd of [1, 2, 3]) child.stdio[fd].on('data', (chunk) => (texts[fd] += chunk.toString('latin1')));
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0 && texts[3] !== '') resolve({ ...JSON.parse(texts[3]), output: texts[1] });
      else resolve({ failure: texts[2].trim().split('\n').slice(-5).join('\n') || `exit code ${status}` });
    });
  });
}

/**
 * Runs a program `runs` times in each engine, or until an engine has used `budget` seconds; `engines` are by name, `args` is what the program finds
 * in `scriptArgs`, `flags` are options of `anneal run`. All engines must print the same.
 */
export async function measure(file, { engines, runs, budget, args = [], flags = [] }) {
  const results = Object.fromEntries(Object.keys(engines).map((name) => [name, { runs: [] }]));
  let expected;
  for (let i = 0; i < runs; i++) {
    for (const [name, engine] of Object.entries(engines)) {
      const result = results[name];
      const spent = result.runs.reduce((sum, ms) => sum + ms, 0);
      if (result.failure !== undefined || spent > 1000 * budget) continue;
      const { failure, output, milliseconds, fuel, compiledShare, compileMilliseconds } = await once(engine.args(file, args, flags));
      if (failure !== undefined) {
        result.failure = failure;
        continue;
      }
      expected ??= output;
      // QuickJS is a yardstick: where it has its own idea of a program's output, its time still counts.
      if (output !== expected) result[name === 'quickjs' ? 'note' : 'failure'] = 'prints something else';
      result.runs.push(milliseconds);
      Object.assign(result, { min: Math.min(...result.runs), fuel, compiledShare, compileMilliseconds });
    }
  }
  return results;
}

/** The ratio of the fastest runs of two engines, if both have one. */
export function ratio(results, of, to) {
  const [a, b] = [results[of], results[to]];
  return a?.min && b?.min && a.failure === undefined && b.failure === undefined ? a.min / b.min : undefined;
}

/** What went wrong, or was remarked, as lines. */
export const remarks = (kind, name, results) => Object.entries(results).flatMap(([engine, result]) => (result[kind] === undefined ? [] : [`${name} in ${engine}: ${result[kind]}`]));

export const shownMilliseconds = (ms) => (ms === undefined ? 'failed' : ms < 100 ? ms.toFixed(1) : ms.toFixed(0));
export const shownRatio = (x) => (x === undefined ? '-' : x.toFixed(2));
