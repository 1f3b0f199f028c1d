// Frames and what unwinds them.
//
// A frame is a guest activation on the heap: plain state, so that it can be kept, snapshotted, or made from a compiled
// frame. Frames of one activation of the interpreter's loop are linked by `parent`; the bottom one was entered from the
// host. While a frame waits for a callee its `pc` is that of its calling instruction, which says by its resume mode what to do
// with the value; the top frame of a stopped stack simply goes on at its `pc`.

import type { Coroutine } from '../runtime/coroutine.ts';
import type { LinkedTemplate } from '../runtime/linked.ts';
import type { GuestFunction, Value } from '../runtime/values.ts';

export class Frame {
  readonly linked: LinkedTemplate;
  readonly code: Int32Array;
  readonly regs: Value[];
  pc = 0;
  readonly callee: GuestFunction | null;
  readonly newTarget: GuestFunction | undefined;
  /** All arguments, if the template uses them beside its parameters. */
  readonly args: Value[] | null;
  parent: Frame | null;
  /** The caller constructs: a result that is no object is replaced by r[0]. */
  isConstruct: boolean;
  /** Of a generator or an async function, once it has started. */
  coroutine: Coroutine | null = null;
  constructor(
    linked: LinkedTemplate,
    regs: Value[],
    callee: GuestFunction | null,
    newTarget: GuestFunction | undefined,
    args: Value[] | null,
    parent: Frame | null,
    isConstruct: boolean,
  ) {
    this.linked = linked;
    this.code = linked.code;
    this.regs = regs;
    this.callee = callee;
    this.newTarget = newTarget;
    this.args = args;
    this.parent = parent;
    this.isConstruct = isConstruct;
  }
}

/** Host stack that one activation of the loop takes, in guest frames. */
export const ACTIVATION_COST = 4;

/** Where an activation has its top frame. */
export class Top {
  frame: Frame;
  constructor(frame: Frame) {
    this.frame = frame;
  }
}

/** A loop that was compiled by itself: it runs on the frame of its function (codegen/unit.ts). */
export interface LoopCode {
  readonly loop: ((frame: Frame) => void) | null;
  /** Units of fuel after which it is entered anew. */
  reentryFuel: number;
}

/** One activation of the interpreter's loop on the host stack; `frame` is its top frame. */
export class Activation {
  /**
   * It is made anew each time that the loop is entered. Frames are young objects, and V8 has to note each of them that is stored in an old one: a tenth of the time
   * of a call.
   */
  top: Top;
  readonly outer: Activation | null;
  /** Guest depth of the top frame of `outer`: the frames between that and the bottom frame of this one are compiled code. */
  readonly outerDepth: number;
  /** Its top frame runs as a loop unit. */
  inLoop = false;
  /** As what the loop of its top frame goes on. */
  hotLoop: LoopCode | null = null;
  /** Guest depth below its bottom frame. */
  readonly depth: number;
  /**
   * Host budget left for what its frames call, in guest frames (I4). Its own frames take none, so DEPTH_LIMIT moves with them.
   */
  readonly remaining: number;
  /** The host's stack is used up: its frames call no compiled code, and compile none (host-stack.ts). */
  readonly isDeep: boolean;
  constructor(frame: Frame, outer: Activation | null, outerDepth: number, depth: number, remaining: number, isDeep: boolean) {
    this.top = new Top(frame);
    this.outer = outer;
    this.outerDepth = outerDepth;
    this.depth = depth;
    this.remaining = remaining;
    this.isDeep = isDeep;
  }

  get frame(): Frame {
    return this.top.frame;
  }
  set frame(frame: Frame) {
    this.top.frame = frame;
  }

  /** The loop is about to be entered again. It is a method, since a host frame that stays would keep the guest frame that it has passed on. */
  renewTop(): void {
    this.top = new Top(this.top.frame);
  }
}

/** Why the stack is unwound into heap frames. */
export type UnwindReason =
  | 'fuel' // out of fuel: the embedder may top up and go on
  | 'pause' // the embedder asked for it
  | 'flatten' // the host stack runs short: goes on at once (I4)
  | 'stress'; // --stress-suspend: goes on at once

/**
 * Travels up the host stack while each frame that it passes adds itself, top first. Guest handlers do not see it.
 */
export class Unwind {
  readonly reason: UnwindReason;
  readonly frames: Frame[] = [];
  constructor(reason: UnwindReason) {
    this.reason = reason;
  }

  /** Links the collected frames into one stack and returns its top. */
  stack(): Frame {
    const frames = this.frames;
    for (let i = 0; i + 1 < frames.length; i++) frames[i].parent = frames[i + 1];
    frames[frames.length - 1].parent = null;
    return frames[0];
  }
}
