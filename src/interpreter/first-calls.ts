// First calls. A function is compiled to bytecode and linked when it is first called, which may be deep in the host's stack and takes much of it: where that may
// be short, nothing is done, the stack is unwound, and the function begins, or the calling instruction goes again, on a flat one.

import { LazyTemplate } from '../bytecode/lazy.ts';
import type { LinkedTemplate } from '../runtime/linked.ts';
import { DEPTH, DEPTH_LIMIT } from '../runtime/realm.ts';
import type { GuestFunction, Value } from '../runtime/values.ts';
import { ACTIVATION_COST, type Frame } from './frame.ts';
import type { Machine } from './machine.ts';

/**
 * Prepares a function for its first activation. If that means compiling it, it takes much of the host's stack: false, and nothing has
 * been done, where that may be short.
 */
export function prepare(m: Machine, linked: LinkedTemplate): boolean {
  const { template } = linked;
  if (template instanceof LazyTemplate && !template.isCompiled && !hasRoom(m, template.hasTree)) return false;
  linked.prepare();
  return true;
}

/** Half of the host's stack is left, or nearly all. */
export function hasRoom(m: Machine, isHalfEnough: boolean): boolean {
  if (m.asksAgain()) return false;
  const { cell, hostLimit } = m;
  const { maxDepth, hostBudget } = m.options;
  // Large compiled frames have lowered the limit.
  const lowered = Math.min(maxDepth, hostLimit) - cell[DEPTH_LIMIT];
  const left = hostLimit - lowered - cell[DEPTH];
  const nearlyAll = hostBudget - 2 * ACTIVATION_COST;
  return left >= (isHalfEnough ? Math.min(hostBudget >> 1, nearlyAll) : nearlyAll);
}

/** The stack with its top frame, if that is of a function that could not be prepared (makeFrame), ready to begin. The host's stack is flat. */
export function begun(m: Machine, top: Frame): Frame {
  const { linked, regs, callee, newTarget, args, parent, isConstruct } = top;
  if (linked.isPrepared) return top;
  linked.prepare();
  return m.makeFrame(linked, callee as GuestFunction, regs[0], args as Value[], linked.needsNewTarget ? newTarget : undefined, parent, isConstruct);
}
