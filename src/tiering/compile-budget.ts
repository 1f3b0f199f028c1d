// How much compiling a program can afford, in time and in units.

/** Thresholds are raised to no more than 2 to this power. */
const MAX_DOUBLINGS = 6;

/**
 * By how much thresholds are raised, from the milliseconds that compiling has taken and those that it may take, which are an allowance and what compiled code
 * has earned: the further a program is behind, the hotter something must be to be compiled. So a program in which nothing stays hot for long does not wait
 * for code that it will hardly use.
 *
 * It is a matter of the whole, not of what was spent beyond the allowance over what was earned: that is many times nothing where the first unit, made by a
 * cold compiler, has taken a little more than the allowance, and programs then stayed in the interpreter for a quarter of a second.
 */
export function thresholdFactor(spent: number, allowed: number): number {
  return spent <= allowed ? 1 : 2 ** Math.min(MAX_DOUBLINGS, Math.ceil(Math.log2(spent / allowed)));
}

/** Units beyond those that a program may have for which thresholds are raised once more. */
const UNITS_PER_STEP = 24;
/** Thresholds are raised to no more than so many times for that. */
const MAX_STEPS = 8;

/**
 * By how much thresholds are raised, from the number of units that there are and of those that there may be, which is an allowance and what compiled code has earned. The more
 * functions a program has run a hundred times, the flatter its profile is, and the less often it will run each of the next ones: a unit takes as long to make as interpreting some
 * 100,000 units of fuel.
 */
export function flatnessFactor(units: number, allowed: number): number {
  return Math.min(MAX_STEPS, Math.max(1, 1 + (units - allowed) / UNITS_PER_STEP));
}
