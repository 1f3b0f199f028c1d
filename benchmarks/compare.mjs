// The table of engines: times of the fastest runs, their ratios, geometric means by kind and over all; and what changed since an earlier one.
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { measure, ratio, remarks, shownMilliseconds, shownRatio } from './measure.mjs';
import { difference, geometricMean, median, spread } from './statistics.mjs';
import { isCold } from './suite.mjs';
import { table } from './table.mjs';

const comparisons = [
  { title: 'JIT/native', of: 'jit', to: 'native' },
  { title: 'JIT/unmetered', of: 'jit', to: 'unmetered' },
  { title: 'interpreter/JIT', of: 'interpreter', to: 'jit' },
  { title: 'QuickJS/JIT', of: 'quickjs', to: 'jit' },
  { title: 'interpreter/QuickJS', of: 'interpreter', to: 'quickjs' },
];

/** What the runs scatter, over all programs and engines. */
const usualSpread = (programs) => median(programs.flatMap(({ engines }) => Object.values(engines)).filter(({ runs }) => runs.length > 1).map(({ runs }) => spread(runs)));

/** The geometric mean of a comparison over programs, if it was made for any. */
function meanOver(programs, { of, to }) {
  const ratios = programs.map(({ engines }) => ratio(engines, of, to)).filter((x) => x !== undefined);
  return ratios.length > 0 ? geometricMean(ratios) : undefined;
}

export async function compareAll(programs, { engines, runs, budget, scale = 2, json, old }) {
  const names = Object.keys(engines);
  const shown = comparisons.filter(({ of, to }) => names.includes(of) && names.includes(to));
  const row = table([...names.map((name) => engines[name].title), ...shown.map(({ title }) => title)]);
  row('milliseconds', [...names.map((name) => engines[name].title), ...shown.map(({ title }) => title)]);
  const measured = [];
  for (const { name, kind, file } of programs) {
    const results = await measure(file, { engines, runs, budget, args: [String(scale)] });
    measured.push({ name, kind, engines: results });
    row(name, [
      ...names.map((engine) => shownMilliseconds(results[engine].failure === undefined ? results[engine].min : undefined)),
      ...shown.map(({ of, to }) => shownRatio(ratio(results, of, to))),
    ]);
  }

  const means = (list) => [...names.map(() => ''), ...shown.map((comparison) => shownRatio(meanOver(list, comparison)))];
  const kinds = [...new Set(measured.map(({ kind }) => kind))];
  if (shown.length > 0) {
    process.stdout.write('\ngeometric means\n');
    for (const kind of kinds) process.stdout.write(`${kind.padEnd(40)}${shown.map(({ title }, i) => `${title} ${means(measured.filter((one) => one.kind === kind))[names.length + i]}`).join(', ')}\n`);
    const warm = measured.filter((one) => !isCold(one));
    if (warm.length > 0) row(warm.length < measured.length ? 'all but cold' : 'all', means(warm));
    for (const comparison of shown) {
      const { name, value } = warm.map(({ name, engines: results }) => ({ name, value: ratio(results, comparison.of, comparison.to) ?? 0 })).reduce((a, b) => (b.value > a.value ? b : a), { value: 0 });
      if (value > 0) process.stdout.write(`largest ${comparison.title}: ${value.toFixed(2)} (${name})\n`);
    }
  }
  if (runs > 1) process.stdout.write(`the fastest of ${runs} runs counts; the median run is ${(100 * usualSpread(measured)).toFixed(1)} % above it\n`);
  for (const { name, engines: results } of measured) for (const note of remarks('note', name, results)) process.stdout.write(`note: ${note}\n`);
  if (old !== undefined) reportChanges(measured, old, scale);
  if (json !== undefined) writeFileSync(json, JSON.stringify({ node: process.version, runs, scale, programs: measured }, null, 2) + '\n');
  return measured.flatMap(({ name, engines: results }) => remarks('failure', name, results));
}

/**
 * Times over native ones where both measurements have them, so that a machine that is slower today does not count. Shown is what differs by more
 * than the runs scatter, and by more than chance would have it.
 */
function reportChanges(programs, old, scale) {
  process.stdout.write(`\nchanges since (below 1 is faster${old.scale === scale ? '' : `; that was at scale ${old.scale}`})\n`);
  const row = table(['before', 'now', 'change', '']);
  const changes = new Map();
  for (const { name, engines } of programs) {
    const before = old.programs.find((one) => one.name === name)?.engines;
    if (before === undefined) continue;
    for (const [engine, result] of Object.entries(engines)) {
      const earlier = before[engine];
      if (engine === 'native' || !result.min || !earlier?.min) continue;
      const isRelative = Boolean(engines.native?.min && before.native?.min);
      const [unitNow, unitThen] = isRelative ? [engines.native.min, before.native.min] : [1, 1];
      const change = result.min / unitNow / (earlier.min / unitThen);
      changes.set(engine, [...(changes.get(engine) ?? []), change]);
      const verdict = difference(result.runs.map((ms) => ms / unitNow), earlier.runs.map((ms) => ms / unitThen));
      if (verdict === 0 || Math.max(change, 1 / change) < 1 + Math.max(spread(result.runs), spread(earlier.runs))) continue;
      const shown = (x) => (isRelative ? `${x.toFixed(2)}x` : shownMilliseconds(x));
      row(name, [shown(earlier.min / unitThen), shown(result.min / unitNow), change.toFixed(2), `${engine}, ${verdict === undefined ? 'too few runs to tell' : verdict > 0 ? 'slower' : 'faster'}`]);
    }
  }
  for (const [engine, list] of changes) row('geometric mean', ['', '', geometricMean(list).toFixed(2), engine]);
}
