/** Many seeds through many engines: generate, compare, shrink what fails, tell how to see it again. */
import { compareProgram, formatDifference, sameFailure } from './compare.ts';
import type { Difference, Engine } from './compare.ts';
import { generateProgram } from './generator.ts';
import type { GenerateOptions } from './generator.ts';
import { shrink } from './shrink.ts';
import type { ShrinkOptions } from './shrink.ts';

export interface Failure {
  readonly seed: number;
  readonly difference: Difference;
  readonly source: string;
  readonly options: GenerateOptions;
  /** The shrunk program, and the difference that it shows. */
  readonly shrunk: string;
  readonly shrunkDifference: Difference;
}

export interface CampaignOptions extends GenerateOptions, ShrinkOptions {
  readonly from: number;
  readonly count: number;
  /** Stop after so many failures; 5 unless told. */
  readonly maxFailures?: number;
  readonly onFailure?: (failure: Failure) => void;
  /** Called after each seed, with the number of seeds done. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Runs `body` while rejections that nobody handles count only if they are of this realm: what a program that ran natively leaves rejected
 * the host reports to the process, too.
 */
async function withoutRejectionsOfPrograms<T>(body: () => Promise<T>): Promise<T> {
  const listeners = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', (reason, promise) => {
    if (promise instanceof Promise) for (const listener of listeners) listener(reason, promise);
  });
  try {
    return await body();
  } finally {
    // The host reports at the end of a turn.
    await new Promise((resolve) => setImmediate(resolve));
    process.removeAllListeners('unhandledRejection');
    for (const listener of listeners) process.on('unhandledRejection', listener);
  }
}

/** Runs seeds `from` .. `from + count - 1`; gives the failures found. */
export function campaign(engines: readonly Engine[], options: CampaignOptions): Promise<Failure[]> {
  return withoutRejectionsOfPrograms(() => runSeeds(engines, options));
}

async function runSeeds(engines: readonly Engine[], options: CampaignOptions): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (let done = 0; done < options.count; done++) {
    const failure = await tryProgram(generateProgram(options.from + done, options), engines, options);
    if (failure !== null) {
      failures.push(failure);
      options.onFailure?.(failure);
      if (failures.length >= (options.maxFailures ?? 5)) break;
    }
    options.onProgress?.(done + 1);
  }
  return failures;
}

/** Compares one program; shrinks it if it fails. `seed` is only for the report. */
export async function tryProgram(
  program: { readonly seed: number; readonly source: string }, engines: readonly Engine[], options: ShrinkOptions & GenerateOptions = {},
): Promise<Failure | null> {
  const { seed, source } = program;
  const difference = compareProgram(source, engines);
  if (difference === null) return null;
  // Only the engines that the difference is about, so that each try is quick. A candidate that takes longer than three
  // seconds has most likely lost what ended it.
  const concerned = engines.filter((e) => e.name === difference.engine || e.name === difference.reference);
  const again = (candidate: string): Difference | null => compareProgram(candidate, concerned, { timeout: 3000 });
  // Shown once and not again: the machine is busy, or the engine is not deterministic. Reported as it is.
  if (!sameFailure(difference, again(source))) return { seed, options, difference, source, shrunk: source, shrunkDifference: difference };
  const { source: shrunk } = await shrink(source, (candidate) => sameFailure(difference, again(candidate)), options);
  return { seed, options, difference, source, shrunk, shrunkDifference: again(shrunk) ?? difference };
}

export function formatFailure(failure: Failure): string {
  const { seed, options, difference, shrunk, shrunkDifference } = failure;
  const size = (['groups', 'work'] as const).map((name) => (options[name] === undefined ? '' : `FUZZ_${name.toUpperCase()}=${options[name]} `)).join('');
  return [
    `seed ${seed}: ${formatDifference(difference)}`,
    `replay: ${size}FUZZ_SEED=${seed} FUZZ_COUNT=1 npx vitest run tests/fuzz`,
    `shrunk, ${formatDifference(shrunkDifference)}`,
    '----------',
    shrunk.trimEnd(),
    '----------',
  ].join('\n');
}
