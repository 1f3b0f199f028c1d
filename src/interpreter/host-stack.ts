// Guests that recurse deeper than the budget of the host's stack (DESIGN I4).
//
// The budget counts guest frames by what the largest kinds take, with the frames of natives between them. Most take a fraction of that, so that a guest which
// has used up its budget has most of the stack left; to take all of its frames apart instead costs about a microsecond for each. So the stack is tried first,
// and where it is used up, too, calls go on as frames on the heap.

import { DEPTH } from '../runtime/realm.ts';
import type { Value } from '../runtime/values.ts';
import { ACTIVATION_COST, type Frame } from './frame.ts';
import type { Machine } from './machine.ts';

/** Guest frames for which there is room where the trial succeeds. */
const EXTENSION = 200;

/** So many levels of `reach` take 400 KB and more, of the 984 that V8 has by default: so many guest frames of the largest kinds, and what they may call. */
const LEVELS = 1300;

/** Takes 300 bytes of stack a level where the host has optimised it, and more before: for its arguments, all of which it hands on. */
function reach(
  level: number, a: number, b: number, c: number, d: number, e: number, f: number, g: number, h: number, i: number, j: number, k: number, l: number, m: number, n: number,
  o: number, p: number, q: number, r: number, s: number, t: number, u: number, v: number, w: number, x: number, y: number, z: number, A: number, B: number, C: number,
): number {
  return level === 0 ? C : reach(level - 1, C, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B) + 1;
}

/** There is stack for EXTENSION more guest frames. */
export function hasStack(): boolean {
  try {
    reach(LEVELS, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
    return true;
  } catch {
    // Nothing but the end of the stack is thrown by it, which each host calls by another name.
    return false;
  }
}

/** Units of fuel that the interpreter burns, roughly, while it would take one guest frame off the host's stack. */
const FUEL_OF_FLATTENING = 150;

/** The budget is used up: a further activation can go on beyond it. Else all frames have to be taken off the stack, or the guest's own limit is reached. */
export function canExceed({ cell, options, activation }: Machine): boolean {
  return cell[DEPTH] < options.maxDepth && options.stressAgain === 0 && activation?.isDeep !== true;
}

/**
 * Runs the frame beyond the budget. If the host has some stack left, so much of it counts as budget. If it has not, the activation is a deep one: all calls of
 * guest functions are frames on the heap, which take nothing of the host's stack. Natives that call the guest cannot go on there, and code that is not compiled
 * is slow: after as long as it would take to take the stack apart, that is done.
 */
export function runExceeding(m: Machine, frame: Frame): Value {
  if (hasStack()) return m.runActivation(frame, EXTENSION);
  m.flattenAfter(m.cell[DEPTH] * FUEL_OF_FLATTENING);
  try {
    return m.runActivation(frame, ACTIVATION_COST, true);
  } finally {
    m.takeFlattenBack();
  }
}
