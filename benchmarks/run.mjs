// `npm run bench`: the suite in several engines side by side, with ratios and their geometric means; and what else can be asked about speed.
//
// Takes the command line; does what it asks for with the other files here. docs/performance.md says how the figures are taken.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { ablate } from './ablate.mjs';
import { checkNotSlower } from './check.mjs';
import { compareAll } from './compare.mjs';
import { allEngines } from './measure.mjs';
import { timeToPeak } from './peak.mjs';
import { suite } from './suite.mjs';

const usage = `Usage: npm run bench -- [options] [FILE...]

Times programs (default: the suite) natively in Node, in Anneal with the JIT, with it but without metering, interpreted, and in QuickJS in
WebAssembly. All of that takes about half an hour: leave engines away, or take a part.

  --filter TEXT   only programs whose name or kind contains TEXT
  --runs N        runs of each program in each engine (default 5)
  --scale N       the argument of each program: how much more work than by itself (default 2; --peak 8, --check 0.05, 0.3 and 1)
  --budget S      seconds after which an engine gets no further run of a program (default 5)
  --engines LIST  of native,jit,unmetered,interpreter,quickjs (default all)
  --json FILE     write everything that was measured to a file
  --compare FILE  compare with what --json has written before: what changed, as far as that is no chance

Instead of that table:
  --ablate        what each optimisation is worth: the JIT without it over the JIT
  --peak          milliseconds until half of peak speed is reached
  --check         whether a program is slower with the JIT than without it, by more than 5 %: then the exit code is 1
`;

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        filter: { type: 'string', default: '' },
        runs: { type: 'string', default: '5' },
        scale: { type: 'string' },
        budget: { type: 'string', default: '5' },
        engines: { type: 'string', default: Object.keys(allEngines).join(',') },
        json: { type: 'string' },
        compare: { type: 'string' },
        ablate: { type: 'boolean', default: false },
        peak: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const number = (name, isValid, what) => {
      const n = Number(values[name]);
      if (!isValid(n)) throw new Error(`--${name} must be ${what}`);
      return n;
    };
    const positive = (n) => n > 0 && n < Infinity;
    const names = values.engines.split(',');
    for (const name of names) if (!Object.hasOwn(allEngines, name)) throw new Error(`there is no engine '${name}'`);
    if ([values.ablate, values.peak, values.check].filter(Boolean).length > 1) throw new Error('--ablate, --peak and --check exclude each other');
    if ((values.ablate || values.peak || values.check) && values.compare !== undefined) throw new Error('--compare is for the table of engines');
    return {
      ...values,
      runs: number('runs', (n) => Number.isInteger(n) && n >= 1, 'a whole number from 1'),
      budget: number('budget', positive, 'a number above 0'),
      scale: values.scale === undefined ? undefined : number('scale', positive, 'a number above 0'),
      engines: Object.fromEntries(names.map((name) => [name, allEngines[name]])),
      old: values.compare === undefined ? undefined : JSON.parse(readFileSync(values.compare, 'utf8')),
      files: positionals,
    };
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

const chosen = options();
if (chosen.help) {
  process.stdout.write(usage);
  process.exit(0);
}
const programs = (chosen.files.length > 0 ? chosen.files.map((file) => ({ name: path.basename(file, '.js'), kind: 'of your own', file })) : suite)
  .filter(({ name, kind }) => name.includes(chosen.filter) || kind.includes(chosen.filter));
if (programs.length === 0) {
  process.stderr.write(`no program matches '${chosen.filter}'\n`);
  process.exit(2);
}

const task = chosen.ablate ? ablate : chosen.peak ? timeToPeak : chosen.check ? checkNotSlower : compareAll;
const failures = await task(programs, chosen);
if (failures.length > 0) {
  process.stderr.write(`\n${failures.join('\n')}\n`);
  process.exitCode = 1;
}
