// `npm run bench`: the samples in four engines side by side, with ratios and their geometric means.
//
// Every run is a fresh process; the engines take turns; of the runs of a program in an engine the fastest counts, since noise
// only ever adds. Times are taken within the process, from the program's text to its end (docs/performance.md). Each program does about
// half a second of work natively, so that warming up is a part of the time and not all of it; `--scale 1` shows the samples as they are.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { allEngines, geometricMean, measure, root, shownMilliseconds } from './measure.mjs';

const usage = `Usage: npm run bench -- [options] [FILE...]

Times programs (default: all samples) natively in Node, in Anneal with the JIT and interpreted, and in QuickJS in WebAssembly.

  --filter TEXT   only programs whose name contains TEXT
  --runs N        runs of each program in each engine (default 5)
  --scale N       the argument of each program: how much more work than the samples do by themselves (default 4)
  --budget S      seconds after which an engine gets no further run of a program (default 15)
  --engines LIST  of native,jit,interpreter,quickjs (default all)
  --json          print everything that was measured as JSON
`;

const comparisons = [
  { title: 'JIT/native', of: 'jit', to: 'native' },
  { title: 'interpreter/JIT', of: 'interpreter', to: 'jit' },
  { title: 'interpreter/QuickJS', of: 'interpreter', to: 'quickjs' },
];

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        filter: { type: 'string', default: '' },
        runs: { type: 'string', default: '5' },
        scale: { type: 'string', default: '4' },
        budget: { type: 'string', default: '15' },
        engines: { type: 'string', default: Object.keys(allEngines).join(',') },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const number = (name) => {
      const n = Number(values[name]);
      if (!(n >= 1)) throw new Error(`--${name} must be a number from 1`);
      return n;
    };
    const engines = values.engines.split(',');
    for (const name of engines) if (!(name in allEngines)) throw new Error(`there is no engine '${name}'`);
    return { ...values, runs: number('runs'), scale: number('scale'), budget: number('budget'), engines, files: positionals };
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

const ratio = (results, { of, to }) => (results[of]?.min && results[to]?.min ? results[of].min / results[to].min : undefined);
const shownTime = (result) => shownMilliseconds(result.failure === undefined ? result.min : undefined);
const shownRatio = (x) => (x === undefined ? '-' : x.toFixed(2));

const chosen = options();
if (chosen.help) {
  process.stdout.write(usage);
  process.exit(0);
}
const samples = path.join(root, 'samples');
const files = (chosen.files.length > 0 ? chosen.files : readdirSync(samples).filter((name) => name.endsWith('.js')).map((name) => path.join(samples, name)))
  .filter((file) => path.basename(file).includes(chosen.filter));
if (files.length === 0) {
  process.stderr.write(`no program matches '${chosen.filter}'\n`);
  process.exit(2);
}

const shown = comparisons.filter(({ of, to }) => chosen.engines.includes(of) && chosen.engines.includes(to));
const nameWidth = Math.max(14, ...files.map((file) => path.basename(file, '.js').length));
const timeWidth = 12;
const row = (name, times, ratios) =>
  [name.padEnd(nameWidth), ...times.map((text) => text.padStart(timeWidth)), ...ratios.map((text, i) => text.padStart(shown[i].title.length + 2))].join('').trimEnd() + '\n';

if (!chosen.json) process.stdout.write(row('milliseconds', chosen.engines.map((name) => allEngines[name].title), shown.map(({ title }) => title)));
const programs = [];
for (const file of files) {
  const engines = await measure(file, { ...chosen, args: [String(chosen.scale)] });
  const name = path.basename(file, '.js');
  programs.push({ name, engines });
  if (!chosen.json) process.stdout.write(row(name, chosen.engines.map((engine) => shownTime(engines[engine])), shown.map((c) => shownRatio(ratio(engines, c)))));
}

const summary = shown.map((comparison) => {
  const all = programs.map(({ name, engines }) => ({ name, ratio: ratio(engines, comparison) })).filter((one) => one.ratio !== undefined);
  const worst = all.reduce((a, b) => (b.ratio > a.ratio ? b : a), { name: '', ratio: -Infinity });
  return { title: comparison.title, geometricMean: all.length > 0 ? geometricMean(all.map((one) => one.ratio)) : undefined, largest: worst };
});
if (chosen.json) {
  process.stdout.write(JSON.stringify({ node: process.version, runs: chosen.runs, scale: chosen.scale, programs, summary }, null, 2) + '\n');
} else {
  process.stdout.write(row('geometric mean', chosen.engines.map(() => ''), summary.map((s) => shownRatio(s.geometricMean))));
  for (const { title, largest } of summary) if (largest.name !== '') process.stdout.write(`largest ${title}: ${largest.ratio.toFixed(2)} (${largest.name})\n`);
}
const remarks = (kind) => programs.flatMap(({ name, engines }) => Object.entries(engines).flatMap(([engine, result]) => (result[kind] === undefined ? [] : [`${name} in ${engine}: ${result[kind]}`])));
const failures = remarks('failure');
if (!chosen.json) for (const note of remarks('note')) process.stdout.write(`note: ${note}\n`);
if (failures.length > 0) {
  process.stderr.write(`\n${failures.join('\n')}\n`);
  process.exitCode = 1;
}
