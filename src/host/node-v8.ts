// What V8 is told about programs that run compiled: how Node is set up for them.

import { setFlagsFromString } from 'node:v8';

/**
 * Sets up V8, for the whole process, for guests that run with the JIT. Two things differ from what V8 is made for. The interpreter's loop is
 * one large function that runs only until guest code is compiled; V8 would optimise it again and again (each time it has learnt of another
 * opcode), for a tenth of a second each, while units wait for the same compiler thread. And generated code is about three times as long as
 * what V8's budget before it optimises is meant for. docs/performance.md has the figures. Nothing but speed depends on it.
 */
export function tuneHost(): void {
  setFlagsFromString('--turbo-filter=-annealLoop');
  setFlagsFromString('--interrupt-budget=250000');
}

/** Lets V8 optimise the interpreter's loop after all: for a guest that stays in it. To be given to a VM as `interpretedLong` where `tuneHost` was called. */
export function optimiseInterpreter(): void {
  setFlagsFromString('--turbo-filter=*');
}
