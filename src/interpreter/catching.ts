// Where a guest throw goes on: the innermost handler among the frames of an activation.

import { handlerAt } from '../bytecode/template.ts';
import type { Value } from '../runtime/values.ts';
import { abandon } from './coroutines.ts';
import type { Activation, Frame } from './frame.ts';
import type { Machine } from './machine.ts';

/**
 * Makes the frame with the innermost handler the top one, at its handler: what is thrown is caught. If there is none, nothing happens, and the answer is
 * false.
 */
export function catchIn(m: Machine, act: Activation, thrown: Value): boolean {
  // Compiled frames that a throw passed did not count themselves out, so the depth is counted from the bottom here.
  let depth = act.depth;
  for (let f: Frame | null = act.frame; f !== null; f = f.parent) depth++;
  for (let f: Frame | null = act.frame; f !== null; f = f.parent) {
    const handler = handlerAt(f.linked.template, f.pc);
    if (handler !== undefined) {
      for (let left: Frame | null = act.frame; left !== f && left !== null; left = left.parent) end(left);
      f.regs[handler.register] = thrown;
      f.pc = handler.target;
      act.frame = f;
      m.setDepth(act, depth);
      return true;
    }
    depth--;
  }
  return false;
}

/** A throw leaves the frame. */
export function end({ coroutine }: Frame): void {
  if (coroutine !== null) abandon(coroutine);
}
