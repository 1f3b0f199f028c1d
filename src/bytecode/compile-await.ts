// await, as the instructions that make it up.
import type { FunctionCompiler } from './compile-function.ts';
import { Op } from './opcodes.ts';

/** 27.7.5.3 Await: r[dst] = what r[value] is fulfilled with. Gives `dst`, which is written last of all. */
export function emitAwait(c: FunctionCompiler, value: number, dst: number): number {
  const { e } = c;
  const mark = c.mark();
  const promise = c.temp();
  e.emit(Op.PromiseResolve, promise, value);
  e.emit(Op.Await, dst, promise);
  c.release(mark);
  return dst;
}
