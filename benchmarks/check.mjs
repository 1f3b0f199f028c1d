// No program is slower with the JIT than without it, whatever its size: each with little, some, and its usual work.
//
// A program violates that where its fastest run with the JIT takes more than 5 % (and a millisecond, which clocks and schedulers are good for) longer
// than its fastest one without, and the two sets of runs differ by more than chance.
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { allEngines, measure, ratio, remarks, shownMilliseconds, shownRatio } from './measure.mjs';
import { difference } from './statistics.mjs';
import { table } from './table.mjs';

const SCALES = [0.05, 0.3, 1];
const TOLERANCE = 0.05;
const LEAST = 1;

export async function checkNotSlower(programs, { runs, budget, scale, json }) {
  const { jit, interpreter } = allEngines;
  const row = table(['scale', 'JIT', 'interpreter', 'JIT/interpreter', '']);
  row('milliseconds', ['scale', 'JIT', 'interpreter', 'JIT/interpreter', '']);
  const measured = [];
  const failures = [];
  for (const { name, kind, file } of programs) {
    for (const size of scale === undefined ? SCALES : [scale]) {
      const results = await measure(file, { engines: { jit, interpreter }, runs, budget, args: [String(size)] });
      failures.push(...remarks('failure', name, results));
      const [fast, slow] = [results.interpreter, results.jit];
      const exceeds = slow.min > fast.min * (1 + TOLERANCE) && slow.min - fast.min > LEAST;
      const verdict = exceeds ? difference(slow.runs, fast.runs) : 0;
      const isSlower = verdict === 1;
      measured.push({ name, kind, scale: size, engines: results, isSlower });
      row(name, [String(size), shownMilliseconds(slow.min), shownMilliseconds(fast.min), shownRatio(ratio(results, 'jit', 'interpreter')), isSlower ? 'SLOWER' : verdict === undefined ? 'too few runs to tell' : '']);
      if (isSlower) failures.push(`${name} at scale ${size} is slower with the JIT: ${slow.min.toFixed(1)} and ${fast.min.toFixed(1)} ms`);
    }
  }
  process.stdout.write(`${measured.filter(({ isSlower }) => isSlower).length} of ${measured.length} are slower with the JIT\n`);
  if (json !== undefined) writeFileSync(json, JSON.stringify({ node: process.version, runs, programs: measured }, null, 2) + '\n');
  return failures;
}
