// A classic suite that is not ours: `node benchmarks/octane.mjs --dir DIR [--runs N] [--filter TEXT] [--engines LIST] [--scale N]`, where DIR holds a
// checkout of Octane 2.0 (chromium/octane).
//
// Each benchmark is made one script (Octane's base.js, the benchmark, a fixed number of its runs) and timed natively and in Anneal, in fresh
// processes. Octane's own scores are not used: they leave out warming up, and are no time. What is not in DIR is left away by name.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { measureSuite, suiteOptions } from './foreign-suite.mjs';

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

const options = suiteOptions();
if (options.dir === undefined || !existsSync(path.join(options.dir, 'base.js'))) {
  process.stderr.write('octane: --dir DIR must name a checkout of Octane 2.0, with its base.js\n');
  process.exit(2);
}
const text = (name) => readFileSync(path.join(options.dir, `${name}.js`), 'utf8');
await measureSuite('octane', Object.keys(benchmarks), (name) => {
  const { files, count } = benchmarks[name];
  return [shell, text('base'), ...files.map(text)].join('\n;') + runner(count);
}, options);
