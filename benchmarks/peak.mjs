// Time to half of peak speed: how soon a program runs about as fast as it ever will.
//
// A program's work is its fuel, which is the same in every run. It is split into equal slices; the VM stops after each, and its process reads the real clock
// (engines/slices.mjs). Speed is fuel over time. Peak speed is the median speed over the second half of the slices, when everything is warm; half
// of it is reached at the start of the first three slices that together have at least that speed. Slices before that were slower.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { once, root, shownMilliseconds } from './measure.mjs';
import { median } from './statistics.mjs';
import { table } from './table.mjs';

const SLICES = 300;
const WINDOW = 3;

/** From the times at which slices ended, in milliseconds from the text of the program, to those until half of peak speed. */
export function halfPeak(ends) {
  const durations = ends.map((end, i) => end - (i === 0 ? 0 : ends[i - 1]));
  const atPeak = median(durations.slice(durations.length >> 1));
  for (let i = 0; i + WINDOW <= durations.length; i++) {
    const window = durations.slice(i, i + WINDOW);
    if (window.reduce((sum, ms) => sum + ms, 0) <= 2 * WINDOW * atPeak) return i === 0 ? 0 : ends[i - 1];
  }
  return ends.at(-1);
}

export async function timeToPeak(programs, { runs, scale = 8, json }) {
  const row = table(['fuel', 'total', 'half of peak']);
  row('milliseconds', ['fuel', 'total', 'half of peak']);
  const measured = [];
  const failures = [];
  for (const { name, kind, file } of programs) {
    const times = [];
    let fuel;
    for (let i = 0; i < runs; i++) {
      const report = await once([path.join(root, 'benchmarks/engines/slices.mjs'), file, String(SLICES), ...(fuel === undefined ? ['-'] : [String(fuel)]), String(scale)]);
      if (report.failure !== undefined) {
        failures.push(`${name}: ${report.failure}`);
        break;
      }
      // The first run has told how much work there is.
      if (fuel === undefined) {
        ({ fuel } = report);
        i--;
      } else {
        times.push({ half: halfPeak(report.ends), total: report.ends.at(-1) });
      }
    }
    if (times.length === 0) continue;
    const half = Math.min(...times.map((one) => one.half));
    const total = Math.min(...times.map((one) => one.total));
    measured.push({ name, kind, fuel, half, total, times });
    row(name, [fuel.toLocaleString('en'), shownMilliseconds(total), shownMilliseconds(half)]);
  }
  if (measured.length > 0) row('median', ['', '', shownMilliseconds(median(measured.map(({ half }) => half)))]);
  if (json !== undefined) writeFileSync(json, JSON.stringify({ node: process.version, runs, scale, slices: SLICES, programs: measured }, null, 2) + '\n');
  return failures;
}
