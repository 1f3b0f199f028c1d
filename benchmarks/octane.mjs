// A classic suite that is not ours: `node benchmarks/octane.mjs --dir DIR [--runs N] [--filter TEXT] [--engines LIST] [--scale N]`, where DIR holds a
// checkout of Octane 2.0 (chromium/octane).
//
// Each benchmark is made one script (Octane's base.js, the benchmark, a fixed number of its runs) and timed natively and in Anneal, in fresh
// processes. Octane's own scores are not used: they leave out warming up, and are no time. What is not in DIR is left away by name.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { allEngines, measure, ratio, shownMilliseconds, shownRatio } from './measure.mjs';
import { geometricMean } from './statistics.mjs';
import { table } from './table.mjs';

/** Files of each benchmark, and how often it runs: for some tenths of a second natively. */
const benchmarks = {
  box2d: { files: ['box2d'], count: 20 },
  'code-load': { files: ['code-load'], count: 60 },
  crypto: { files: ['crypto'], count: 30 },
  deltablue: { files: ['deltablue'], count: 1000 },
  'earley-boyer': { files: ['earley-boyer'], count: 18 },
  gbemu: { files: ['gbemu-part1', 'gbemu-part2'], count: 4 },
  mandreel: { files: ['mandreel'], count: 10 },
  'navier-stokes': { files: ['navier-stokes'], count: 120 },
  pdfjs: { files: ['pdfjs'], count: 6 },
  raytrace: { files: ['raytrace'], count: 120 },
  regexp: { files: ['regexp'], count: 12 },
  richards: { files: ['richards'], count: 1000 },
  splay: { files: ['splay'], count: 900 },
  typescript: { files: ['typescript', 'typescript-input', 'typescript-compiler'], count: 1 },
  zlib: { files: ['zlib', 'zlib-data'], count: 4 },
};

/** What Octane expects of the shell that runs it; none of its benchmarks reads a file. */
const shell = 'var print = function (text) { console.log(text); }; var alert = print; var read = function (file) { throw new Error(\'no file \' + file); }; var load = read;';
const runner = (count) => `
;(function () {
  var count = Math.max(1, Math.round(Number((globalThis.scriptArgs || [])[0] || 1) * ${count}));
  BenchmarkSuite.suites.forEach(function (suite) {
    BenchmarkSuite.ResetRNG();
    suite.benchmarks.forEach(function (benchmark) {
      benchmark.Setup();
      for (var k = 0; k < count; k++) benchmark.run();
      benchmark.TearDown();
    });
    console.log(suite.name);
  });
})();
`;

const { values } = parseArgs({
  options: {
    dir: { type: 'string' }, runs: { type: 'string', default: '3' }, filter: { type: 'string', default: '' },
    engines: { type: 'string', default: 'native,jit' }, scale: { type: 'string', default: '1' },
  },
});
if (values.dir === undefined || !existsSync(path.join(values.dir, 'base.js'))) {
  process.stderr.write('octane: --dir DIR must name a checkout of Octane 2.0, with its base.js\n');
  process.exit(2);
}
const engines = Object.fromEntries(values.engines.split(',').map((name) => [name, allEngines[name]]));
const text = (name) => readFileSync(path.join(values.dir, `${name}.js`), 'utf8');
const folder = mkdtempSync(path.join(os.tmpdir(), 'anneal-octane-'));
try {
  const row = table([...Object.values(engines).map(({ title }) => title), 'JIT/native']);
  row('milliseconds', [...Object.values(engines).map(({ title }) => title), 'JIT/native']);
  const ratios = [];
  for (const [name, { files, count }] of Object.entries(benchmarks)) {
    if (!name.includes(values.filter)) continue;
    const missing = files.find((one) => !existsSync(path.join(values.dir, `${one}.js`)));
    if (missing !== undefined) {
      process.stderr.write(`octane: ${name} is left away, since ${missing}.js is not there\n`);
      continue;
    }
    const file = path.join(folder, `${name}.js`);
    writeFileSync(file, [shell, text('base'), ...files.map(text)].join('\n;') + runner(count));
    const results = await measure(file, { engines, runs: Number(values.runs), budget: 60, args: [values.scale] });
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
