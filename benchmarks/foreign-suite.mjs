// What the scripts share that measure suites which are not part of this project.
//
// Takes the text of each benchmark, made one script by the caller; times it natively and in Anneal in fresh processes; prints a table.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { allEngines, measure, ratio, shownMilliseconds, shownRatio } from './measure.mjs';
import { geometricMean } from './statistics.mjs';
import { table } from './table.mjs';

/** The options of such a script. */
export function suiteOptions() {
  return parseArgs({
    options: {
      dir: { type: 'string' }, runs: { type: 'string', default: '3' }, filter: { type: 'string', default: '' },
      engines: { type: 'string', default: 'native,jit' }, scale: { type: 'string', default: '1' },
    },
  }).values;
}

/** Times the benchmarks whose names match; `textOf` gives the script of one, or throws an error with a `missing` file. Each gets how much work it does as its argument. */
export async function measureSuite(suite, names, textOf, options) {
  const engines = Object.fromEntries(options.engines.split(',').map((name) => [name, allEngines[name]]));
  const folder = mkdtempSync(path.join(os.tmpdir(), `anneal-${suite}-`));
  try {
    const titles = [...Object.values(engines).map(({ title }) => title), 'JIT/native'];
    const row = table(titles);
    row('milliseconds', titles);
    const ratios = [];
    for (const name of names) {
      if (!name.includes(options.filter)) continue;
      const file = path.join(folder, `${name}.js`);
      try {
        writeFileSync(file, textOf(name));
      } catch (error) {
        if (error.code !== 'ENOENT') throw error;
        process.stderr.write(`${suite}: ${name} is left away, since ${path.relative(options.dir, error.path)} is not there\n`);
        continue;
      }
      const results = await measure(file, { engines, runs: Number(options.runs), budget: 60, args: [options.scale] });
      const value = ratio(results, 'jit', 'native');
      if (value !== undefined) ratios.push(value);
      row(name, [...Object.keys(engines).map((engine) => shownMilliseconds(results[engine].failure === undefined ? results[engine].min : undefined)), shownRatio(value)]);
      for (const [engine, { failure }] of Object.entries(results)) {
        if (failure === undefined) continue;
        process.stderr.write(`${name} in ${engine}: ${failure}\n`);
        process.exitCode = 1;
      }
    }
    if (ratios.length > 0) row('geometric mean', [...Object.keys(engines).map(() => ''), shownRatio(geometricMean(ratios))]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
