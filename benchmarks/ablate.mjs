// What each optimisation is worth: the suite with the JIT, and with each switch of its tuning off in turn.
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { defaultTuning } from '../dist/index.js';
import { allEngines, measure, ratio, remarks, shownMilliseconds, shownRatio, tuned } from './measure.mjs';
import { geometricMean } from './statistics.mjs';
import { isCold } from './suite.mjs';
import { table } from './table.mjs';

export async function ablate(programs, { runs, budget, scale = 2, json }) {
  const switches = Object.keys(defaultTuning.optimisations).filter((name) => defaultTuning.optimisations[name]);
  const engines = { jit: allEngines.jit, ...Object.fromEntries(switches.map((name) => [name, tuned(name, { [`optimisations.${name}`]: false })])) };
  process.stdout.write('time without an optimisation over time with all of them\n');
  const row = table(['JIT', ...switches]);
  row('', ['JIT ms', ...switches]);
  const measured = [];
  for (const { name, kind, file } of programs) {
    const results = await measure(file, { engines, runs, budget, args: [String(scale)] });
    measured.push({ name, kind, engines: results });
    row(name, [shownMilliseconds(results.jit.min), ...switches.map((engine) => shownRatio(ratio(results, engine, 'jit')))]);
  }
  const warm = measured.filter((one) => !isCold(one));
  const mean = (engine) => {
    const ratios = warm.map(({ engines: results }) => ratio(results, engine, 'jit')).filter((x) => x !== undefined);
    return ratios.length > 0 ? geometricMean(ratios) : undefined;
  };
  row('geometric mean', ['', ...switches.map((engine) => shownRatio(mean(engine)))]);
  if (json !== undefined) writeFileSync(json, JSON.stringify({ node: process.version, runs, scale, programs: measured }, null, 2) + '\n');
  return measured.flatMap(({ name, engines: results }) => remarks('failure', name, results));
}
