// How much of the host's stack is left, beyond the budget that is assumed for guest frames of every kind (DESIGN I4).
//
// The budget counts guest frames by what the largest kinds take, with the frames of natives between them. Most take a fraction of that, so that a guest which
// recurses deeper than the budget has most of the stack left; to take all of its frames apart instead costs about a microsecond for each. So the stack is
// tried first.

/** Guest frames for which there is room where the trial succeeds. */
export const EXTENSION = 200;

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
