// Every knob of the adaptive tier. None of them may change a result, only when and how code is compiled.

import type { Optimisations } from '../codegen/unit-builder.ts';
import type { InlineLimits } from '../ir/inline.ts';

export interface Tuning {
  /** Invocations after which a function is compiled. */
  readonly invocationThreshold: number;
  /** Iterations of a loop after which it is compiled for on-stack replacement. */
  readonly loopThreshold: number;
  /** A loop header asks the tier when its count has these low bits set; a power of two less one. */
  readonly osrMask: number;
  /** Guards and traps after which a unit is thrown away and its function compiled anew with what was learnt. */
  readonly deoptLimit: number;
  /** The same for exits to code that had never run, and by results of a new type: the profile knows them after the first one. */
  readonly uncommonLimit: number;
  /** Compilations of one function or loop that leave out what never ran. */
  readonly pruneLimit: number;
  /** Invocations or iterations before the next compilation after that. */
  readonly recompileDelay: number;
  /** Compilations of one function or loop before it is left to the interpreter. */
  readonly compileLimit: number;
  /** Words of bytecode up to which a library function is compiled anew for each call site that passes functions to it. */
  readonly customisationLimit: number;
  /** Guards also fail each n-th time; 0: never. */
  readonly stressDeopt: number;
  /** What is put in the place of its calls (ir/inline.ts). */
  readonly inlining: InlineLimits;
  readonly optimisations: Optimisations;
}

export const defaultTuning: Tuning = {
  invocationThreshold: 100,
  loopThreshold: 1000,
  osrMask: 255,
  deoptLimit: 8,
  uncommonLimit: 2,
  pruneLimit: 4,
  recompileDelay: 50,
  compileLimit: 8,
  customisationLimit: 1000,
  stressDeopt: 0,
  inlining: { single: 70, several: 0, total: 600, levels: 2 },
  optimisations: { prune: true, directCalls: true, intrinsics: true, speculate: true, inline: true, customise: true },
};

/** Everything is compiled at its first call, loops at their first iteration, without a profile to trust. */
export const eagerTuning: Tuning = {
  ...defaultTuning,
  invocationThreshold: 1,
  loopThreshold: 1,
  osrMask: 0,
  recompileDelay: 1,
  compileLimit: 20,
  optimisations: { ...defaultTuning.optimisations, prune: false },
};
