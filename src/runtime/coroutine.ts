// Coroutines: activations of generators and async functions, which are suspended and resumed.
//
// Plain state (I5): a suspended activation is its frame, taken off the stack. The interpreter makes a coroutine where the activation
// starts, and suspends and resumes it (interpreter/coroutines.ts); natives and jobs resume it through the realm's hook.

import type { Frame } from '../interpreter/frame.ts';
import type { Reaction } from './promise.ts';
import type { GuestObject, Value } from './values.ts';
import { InternalData } from './values.ts';

/** [[GeneratorState]] and [[AsyncGeneratorState]]; of async functions `suspended`, `running` and `completed`. */
export const CoroutineState = {
  /** suspended-start */
  start: 0,
  /** suspended-yield; of async functions and generators also where they await */
  suspended: 1,
  /** executing */
  running: 2,
  completed: 3,
  /** draining-queue, of async generators; the specification's awaiting-return is part of it */
  draining: 4,
} as const;

/** How a coroutine is resumed. */
export const Resumption = { next: 0, throw: 1, return: 2 } as const;

/** Who resumes a generator: a caller of its methods gets result objects; a loop and a yield* get the values themselves, and ITERATION_END at the end. */
export const Consumer = { caller: 0, loop: 1, delegation: 2 } as const;

/** AsyncGeneratorRequest: a call of next, throw or return that has not been answered. */
export interface AsyncGeneratorRequest {
  readonly resumption: number;
  readonly value: Value;
  readonly promise: GuestObject;
}

export class Coroutine {
  state: number = CoroutineState.running;
  /** The suspended frame; null while it is on the stack, and in the end. */
  frame: Frame | null = null;
  /** What the consumer gets of values: one of Consumer. */
  consumer: number = Consumer.caller;
  /** What it has returned to a yield*, until that takes it. */
  returned: Value = undefined;
  /** Of async functions: the promise of the activation. Of async generators: that of the request that resumed it. It is what the resumer gets. */
  promise: GuestObject | null = null;
  /** Of async generators: the requests not yet answered, oldest first. */
  readonly queue: AsyncGeneratorRequest[] | null;
  /** What lets it go on where it awaits; made when it does so first. */
  reaction: Reaction | null = null;
  constructor(queue: AsyncGeneratorRequest[] | null) {
    this.queue = queue;
  }
}

/** Of generator objects. */
export class GeneratorData extends InternalData {
  readonly coroutine: Coroutine;
  constructor(owner: GuestObject, coroutine: Coroutine) {
    super(owner);
    this.coroutine = coroutine;
  }
}

/** Of async generator objects. */
export class AsyncGeneratorData extends InternalData {
  readonly coroutine: Coroutine;
  constructor(owner: GuestObject, coroutine: Coroutine) {
    super(owner);
    this.coroutine = coroutine;
  }
}
