// What is said of the runs of a program in an engine: each run is a fresh process.
//
// Of several runs the fastest one counts, since noise only ever adds; `spread` tells how far the median is above it. benchmark.js computes its
// statistics over runs in one process, which for a JIT would be of the warm state only; what is taken from it is its test of two sets of
// runs (Mann and Whitney's U, at 5 %), which makes no assumption on how times are distributed.
import Benchmark from 'benchmark';

export const geometricMean = (list) => Math.exp(list.reduce((sum, x) => sum + Math.log(x), 0) / list.length);

export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How far the median is above the fastest run, as a share of it. */
export const spread = (list) => median(list) / Math.min(...list) - 1;

/** The least numbers of runs for which the test can tell anything. */
const LEAST_RUNS = [3, 5];

function sampled(list) {
  const benchmark = new Benchmark(() => undefined);
  benchmark.stats.sample = list;
  return benchmark;
}

/** 1 if the times of `list` are longer than those of `other`, -1 if they are shorter, 0 if that may be chance, undefined if the runs are too few to tell. */
export function difference(list, other) {
  const [few, many] = [list.length, other.length].sort((a, b) => a - b);
  if (few < LEAST_RUNS[0] || many < LEAST_RUNS[1]) return undefined;
  // Positive where the one asked is faster.
  return sampled(other).compare(sampled(list));
}
