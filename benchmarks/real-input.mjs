// Real programs, with the JIT and natively: `node benchmarks/real-input.mjs [--runs N] [--filter TEXT]`. The packages of tests/real-input as bundles,
// and those of tests/packages from their own files, which the loader finds and compiles: that is part of the time.
//
// Each is timed doing its work once, as a command does it, where the time is that of getting warm; and many times. Of the runs of an
// engine the median counts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { bundle, bundleNames } from '../tests/real-input/bundles.mjs';
import { allEngines, measure, root, shownMilliseconds } from './measure.mjs';
import { geometricMean, median } from './statistics.mjs';

/** How often a package does its work when it does it many times: for about half a second natively. */
const repetitions = { acorn: 12, astring: 150, marked: 1500 };
const driverRepetitions = {
  'acorn.mjs': 1000, 'babel-parser.cjs': 300, 'handlebars.cjs': 3000, 'immutable.cjs': 30, 'lodash.cjs': 300, 'marked.mjs': 1000, 'prettier.mjs': 20, 'rxjs.cjs': 200,
  'semver.cjs': 300, 'terser.mjs': 20, 'typescript.cjs': 50, 'yaml.mjs': 100, 'zod.mjs': 10000,
};

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, engines: { type: 'string', default: 'native,jit' }, filter: { type: 'string', default: '' } },
});
const engines = values.engines.split(',');
const titles = [...engines.map((name) => allEngines[name].title), 'JIT/native', 'compiled', 'compiling'];
const row = (name, cells) => process.stdout.write(`${name.padEnd(22)}${cells.map((text) => text.padStart(12)).join('')}`.trimEnd() + '\n');

const folder = mkdtempSync(path.join(os.tmpdir(), 'anneal-bench-'));
try {
  row('milliseconds', titles);
  const ratios = { once: [], many: [] };
  const programs = [
    ...bundleNames.map((name) => ({ name: `${name} (bundle)`, file: path.join(folder, `${name}.js`), text: () => bundle(name), count: repetitions[name], flags: [] })),
    ...Object.keys(driverRepetitions).map((name) => ({ name, file: path.join(root, 'tests/packages/drivers', name), count: driverRepetitions[name], flags: ['--cjs', '--root', root] })),
  ];
  for (const { name, file, text, count: manyTimes, flags } of programs.filter((one) => one.name.includes(values.filter))) {
    if (text !== undefined) writeFileSync(file, await text());
    for (const [kind, count] of [['once', 1], ['many', manyTimes]]) {
      const results = await measure(file, { engines: Object.fromEntries(engines.map((name) => [name, allEngines[name]])), runs: Number(values.runs), budget: 60, args: [String(count)], flags });
      const times = engines.map((engine) => (results[engine].failure === undefined ? median(results[engine].runs) : undefined));
      const ratio = times[engines.indexOf('jit')] / times[engines.indexOf('native')];
      if (!Number.isNaN(ratio)) ratios[kind].push(ratio);
      const { compiledShare, compileMilliseconds } = results.jit ?? {};
      row(`${name} x${count}`, [
        ...times.map(shownMilliseconds), ratio.toFixed(2),
        compiledShare === undefined ? '' : `${(100 * compiledShare).toFixed(1)} %`, compileMilliseconds === undefined ? '' : shownMilliseconds(compileMilliseconds),
      ]);
      for (const engine of engines) {
        const { failure } = results[engine];
        if (failure === undefined) continue;
        process.stderr.write(`${name} in ${engine}: ${failure}\n`);
        process.exitCode = 1;
      }
    }
  }
  const blank = engines.map(() => '');
  for (const [kind, list] of Object.entries(ratios)) if (list.length > 0) row(`mean, ${kind}`, [...blank, geometricMean(list).toFixed(2)]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
