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
  /**
   * Words of bytecode beyond which a unit is large. It takes long to make, and what never runs may be most of it: that is left out until the last
   * compilation, and the limits of how often it is left before it is made anew are higher in proportion to its size.
   */
  readonly largeUnit: number;
  /** Invocations or iterations before the next compilation after that. */
  readonly recompileDelay: number;
  /** Compilations of one function or loop before it is left to the interpreter. */
  readonly compileLimit: number;
  /** Fuel burnt by compiled code since a compilation after which the ones before do not count any more for `pruneLimit` and `compileLimit`. */
  readonly forgivenAfter: number;
  /** Milliseconds of compiling that need not be earned. */
  readonly compileAllowance: number;
  /** Milliseconds of compiling that a million units of fuel burnt by compiled code earn. When more has been spent, thresholds are raised. */
  readonly compileCredit: number;
  /** Units before there may be so many functions that are run about as often that thresholds are raised. */
  readonly unitAllowance: number;
  /** Further units that a million units of fuel burnt by compiled code earn. */
  readonly unitCredit: number;
  /** Traces taken from the host's stack after which it is asked if they are taken so often that compiled code had better note by itself where it is; 0: it always does. */
  readonly traceThreshold: number;
  /** Words of bytecode up to which a library function is compiled anew for each call site that passes functions to it. */
  readonly customisationLimit: number;
  /** Guards also fail each n-th time; 0: never. */
  readonly stressDeopt: number;
  /**
   * Compiled code charges no fuel, and cannot be stopped: no limit holds. It exists to measure what metering costs, and a VM with it takes no limits.
   */
  readonly unmetered: boolean;
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
  largeUnit: 2000,
  recompileDelay: 50,
  compileLimit: 8,
  forgivenAfter: 20e6,
  compileAllowance: 20,
  compileCredit: 100,
  unitAllowance: 128,
  unitCredit: 10,
  traceThreshold: 50,
  customisationLimit: 1000,
  stressDeopt: 0,
  unmetered: false,
  inlining: { single: 25, several: 0, total: 200, computing: 120, computingTotal: 1000, levels: 2 },
  optimisations: { prune: true, directCalls: true, intrinsics: true, speculate: true, fixedSlots: true, inline: true, customise: true, precompiled: true },
};

/** Everything is compiled at its first call, loops at their first iteration, without a profile to trust. */
export const eagerTuning: Tuning = {
  ...defaultTuning,
  invocationThreshold: 1,
  loopThreshold: 1,
  osrMask: 0,
  recompileDelay: 1,
  compileLimit: 20,
  compileAllowance: 1e9,
  unitAllowance: 1e9,
  traceThreshold: 0,
  optimisations: { ...defaultTuning.optimisations, prune: false },
};

/** Knobs whose least value is not 0. */
const leastOne: ReadonlySet<string> = new Set(['invocationThreshold', 'loopThreshold', 'largeUnit', 'compileLimit', 'compileCredit']);

/**
 * A tuning with some knobs changed: `changes` is an object as JSON gives it, with the knobs of an inner object by themselves or by
 * path (`'optimisations.prune'`). Throws a RangeError that names the knob where one does not exist or a value does not fit.
 */
export function tuningWith(base: Tuning, changes: unknown): Tuning {
  return changed(base, changes, '') as Tuning;
}

function changed(base: object, changes: unknown, prefix: string): object {
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes)) throw new RangeError(`${prefix === '' ? 'a tuning' : `the knob '${prefix.slice(0, -1)}'`} must be an object`);
  const result = { ...base } as Record<string, unknown>;
  for (const [path, value] of Object.entries(changes)) {
    const dot = path.indexOf('.');
    const name = dot < 0 ? path : path.slice(0, dot);
    if (!Object.hasOwn(base, name)) throw new RangeError(`there is no knob '${prefix}${path}'; there are ${Object.keys(base).join(', ')}`);
    const known = result[name];
    if (typeof known === 'object' && known !== null) result[name] = changed(known, dot < 0 ? value : { [path.slice(dot + 1)]: value }, `${prefix}${name}.`);
    else if (dot >= 0) throw new RangeError(`there is no knob '${prefix}${path}': '${prefix}${name}' is a single value`);
    else result[name] = knobValue(prefix + name, known, value);
  }
  return result;
}

function knobValue(name: string, known: unknown, value: unknown): unknown {
  const complain = (what: string): never => {
    throw new RangeError(`the knob '${name}' must be ${what}, not ${JSON.stringify(value)}`);
  };
  if (typeof known === 'boolean') return typeof value === 'boolean' ? value : complain('true or false');
  const least = leastOne.has(name) ? 1 : 0;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > 0x7fffffff) return complain(`a whole number from ${least} to 2147483647`);
  if (name === 'osrMask' && (value & (value + 1)) !== 0) return complain('a power of two less one');
  return value;
}
