// What V8 is told about programs that run compiled, or interpreted: how Node is set up for them.

import { createRequire } from 'node:module';
import process from 'node:process';

type V8 = typeof import('node:v8');

let v8: V8 | undefined;

/** optimiseInterpreter has been called, which is final: the flags are those of the process, and a guest that stays in the interpreter may go on while other VMs begin. */
let isReleased = false;

/** node:v8 brings in Node's streams, for six milliseconds: it is loaded when something is set. */
function setFlags(...flags: readonly string[]): void {
  // Older versions of Node have `require` only, for which any absolute path will do here.
  v8 ??= (process.getBuiltinModule as typeof process.getBuiltinModule | undefined)?.('node:v8') ?? (createRequire(process.execPath)('node:v8') as V8);
  for (const flag of flags) v8.setFlagsFromString(flag);
}

/**
 * Sets up V8, for the whole process, for guests that run with the JIT, or without it. docs/performance.md has the figures. Nothing but speed depends on it. It takes some
 * milliseconds the first time, so that a VM for which nothing else is known is given it as `warmsUp`.
 *
 * With the JIT two things differ from what V8 is made for. The interpreter's loop is
 * one large function that runs only until guest code is compiled; V8 would optimise it again and again (each time it has learnt of another
 * opcode), for a tenth of a second each, while units wait for the same compiler thread. And generated code is about three times as long as
 * what V8's budget before it optimises is meant for.
 *
 * Without it the loop is to be optimised, but not where it is entered in its middle: V8 knows nothing of the types there, and boxes numbers. The loop returns
 * now and then, so that it is entered at its beginning. And there is nothing else that V8's compiler thread has to do meanwhile, so it may begin sooner.
 */
export function tuneHost(jit = true): void {
  if (jit) {
    holdInterpreter();
    setFlags('--interrupt-budget=250000');
  } else {
    setFlags('--no-use-osr', '--interrupt-budget=66000');
  }
}

/**
 * Keeps V8 from optimising the interpreter's loop until `optimiseInterpreter` is first called, in the whole process: for VMs without the JIT, each of which is given that as `warmsUp`. V8 counts a jump
 * by its length, and so wants to optimise the loop after some two thousand instructions; what it makes then is thrown away at the first instruction that is new.
 */
export function holdInterpreter(): void {
  if (!isReleased) setFlags('--turbo-filter=-annealLoop');
}

/**
 * Lets V8 optimise the interpreter's loop after all: for a guest that stays in it. To be given to a VM as `interpretedLong` where `tuneHost` was called, and as `warmsUp` where
 * `holdInterpreter` was.
 */
export function optimiseInterpreter(): void {
  isReleased = true;
  setFlags('--turbo-filter=*');
}
