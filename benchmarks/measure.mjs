// The engines that are compared, and how a program is timed in them: what the benchmark scripts share.
//
// Every run is a fresh process; the engines take turns. Times are taken within the process, from the program's text to its end.
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const anneal = (flag) => (file, args, flags) => [path.join(root, 'dist/cli.js'), 'run', flag, ...flags, '--report-fd', '3', file, ...args];
const script = (name) => (file, args) => [path.join(root, 'benchmarks/engines', name), file, ...args];
export const allEngines = {
  native: { title: 'native', args: script('native.mjs') },
  jit: { title: 'JIT', args: anneal('--jit') },
  interpreter: { title: 'interpreter', args: anneal('--no-jit') },
  quickjs: { title: 'QuickJS', args: script('quickjs.mjs') },
};

/** One run: its time within the process and its output, or `failure`. */
function once(args) {
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
 * Runs a program `runs` times in each engine, or until an engine has used `budget` seconds; `args` is what it finds in `scriptArgs`, `flags` are
 * options of `anneal run`. All engines must print the same.
 */
export async function measure(file, { engines, runs, budget, args = [], flags = [] }) {
  const results = Object.fromEntries(engines.map((name) => [name, { runs: [] }]));
  let expected;
  for (let i = 0; i < runs; i++) {
    for (const name of engines) {
      const result = results[name];
      const spent = result.runs.reduce((sum, ms) => sum + ms, 0);
      if (result.failure !== undefined || spent > 1000 * budget) continue;
      const { failure, output, milliseconds, fuel, compiledShare, compileMilliseconds } = await once(allEngines[name].args(file, args, flags));
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

export const geometricMean = (list) => Math.exp(list.reduce((sum, x) => sum + Math.log(x), 0) / list.length);

export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const shownMilliseconds = (ms) => (ms === undefined ? 'failed' : ms < 100 ? ms.toFixed(1) : ms.toFixed(0));
