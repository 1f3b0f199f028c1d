// The iteration protocol, spelt out: getting an iterator, its next value, closing it.
//
// While the protocol of the iterable is unmodified no iterator is made: IterStart and IterStep go their fast way, closing
// does nothing, and the calls of the protocol beside them never run.
import { emitAwait } from './compile-await.ts';
import type { FunctionCompiler } from './compile-function.ts';
import { Label, Region } from './emitter.ts';
import { Op } from './opcodes.ts';

/** Three consecutive registers. */
export interface Iteration {
  /** The iterator, or the iterable itself on the fast way. */
  readonly iterator: number;
  /** Its next method, or the marker of the fast way. */
  readonly next: number;
  readonly cursor: number;
  /** It goes on with what its results are fulfilled with: there is no fast way. */
  readonly isAsync: boolean;
}

/** GetIterator(r[iterable], sync). The registers stay taken until the caller releases them. */
export function startIteration(c: FunctionCompiler, iterable: number, text: string, offset: number): Iteration {
  const iteration = { iterator: c.temp(), next: c.temp(), cursor: c.temp(), isAsync: false };
  startIn(c, iteration, iterable, text, offset);
  return iteration;
}

function startIn(c: FunctionCompiler, { iterator, next, cursor }: Iteration, iterable: number, text: string, offset: number): void {
  const { e } = c;
  const fast = new Label();
  e.at(offset);
  e.iterStart(iterator, next, cursor, iterable, fast);
  getIterator(c, iterator, next, iterable, text);
  // Nobody looks at it; a number keeps the register's type.
  e.emit(Op.LoadInt, cursor, 0);
  e.bind(fast);
}

/** An array that exists only if somebody can see it: as long as r[isList] its elements are in registers, and there is no iterator either. */
export interface List {
  readonly isList: number;
  readonly registers: readonly number[];
  readonly iteration: Iteration;
  /** What is iterated if it is no list may go the fast way. */
  readonly mayBeFast: boolean;
}

/** Registers for the iteration of a list. */
function newList(c: FunctionCompiler, registers: readonly number[], mayBeFast: boolean): List {
  return { isList: c.temp(), registers, iteration: { iterator: c.temp(), next: c.temp(), cursor: c.temp(), isAsync: false }, mayBeFast };
}

/** The list for `stepPair` in a loop that begins behind; `value` is the register for the values of the iteration. */
export function newPair(c: FunctionCompiler, value: number): List {
  const { e } = c;
  const list = newList(c, [value, c.temp()], true);
  // Nobody looks at these while they are undefined: each way sets what it reads.
  for (const register of [list.registers[1], list.iteration.iterator, list.iteration.next]) e.emit(Op.LoadUndefined, register);
  e.emit(Op.LoadInt, list.iteration.cursor, 0);
  return list;
}

/**
 * A step of an iteration whose values a pattern takes apart: r[value], the register of the list's first element, gets the next value, unless it is a pair
 * that need not be made, which is a list then. Control falls through; at the end it goes to `done`.
 */
export function stepPair(c: FunctionCompiler, iteration: Iteration, list: List, offset: number, done: Label): void {
  const { e } = c;
  const { isList, registers: [value, second], iteration: inner } = list;
  const got = new Label();
  const paired = new Label();
  const end = new Label();
  e.at(offset);
  e.iterStepPair(value, second, iteration.iterator, iteration.next, done, paired);
  stepIteration(c, iteration, value, offset, done, got);
  e.bind(got);
  e.emit(Op.LoadFalse, isList);
  e.jump(end);
  e.bind(paired);
  e.iterStartList(isList, inner.iterator, inner.next, inner.cursor, end);
  e.emitList(Op.NewArray, [value], [value, second]);
  e.bind(end);
}

/**
 * GetIterator of an array literal whose elements are in registers: a list, if it iterates by the unmodified protocol. The registers stay taken until
 * the caller releases them.
 */
export function startListIteration(c: FunctionCompiler, elements: readonly number[], text: string, offset: number): List {
  const { e } = c;
  const list = newList(c, elements, false);
  const { iterator, next, cursor } = list.iteration;
  const fast = new Label();
  e.at(offset);
  e.iterStartList(list.isList, iterator, next, cursor, fast);
  const mark = c.mark();
  const array = c.temp();
  e.emitList(Op.NewArray, [array], elements);
  getIterator(c, iterator, next, array, text);
  c.release(mark);
  e.bind(fast);
  return list;
}

/** GetIterator(r[iterable], sync) unless the elements of `list` are in its registers. */
export function startUnlessList(c: FunctionCompiler, iterable: number, { isList, iteration }: List, text: string, offset: number): void {
  const { e } = c;
  const started = new Label();
  e.branch(Op.JumpIfTrue, isList, started);
  startIn(c, iteration, iterable, text, offset);
  e.bind(started);
}

function getIterator(c: FunctionCompiler, iterator: number, next: number, iterable: number, text: string): void {
  const { e } = c;
  const mark = c.mark();
  const method = c.temp();
  e.emit(Op.GetIteratorMethod, method, iterable, e.primitive(text));
  e.emitList(Op.Call, [iterator, method, iterable, e.site(text === '' ? '(intermediate value)' : text)], []);
  e.emit(Op.CheckObject, iterator, 1);
  e.emit(Op.GetProp, next, iterator, e.name('next'));
  c.release(mark);
}

/** GetIterator(r[iterable], sync or async) without the fast way: next is always called. */
export function startProtocol(c: FunctionCompiler, iterable: number, text: string, offset: number, isAsync: boolean): Iteration {
  const { e } = c;
  const iteration = { iterator: c.temp(), next: c.temp(), cursor: -1, isAsync };
  const { iterator, next } = iteration;
  e.at(offset);
  if (!isAsync) {
    getIterator(c, iterator, next, iterable, text);
    return iteration;
  }
  e.emit(Op.GetAsyncIterator, iterator, iterable, e.primitive(text));
  e.emit(Op.GetProp, next, iterator, e.name('next'));
  return iteration;
}

/** IteratorStepValue: r[value] = the next value, reached by `got` or by falling through; at the end control goes to `done`. */
export function stepIteration(c: FunctionCompiler, iteration: Iteration, value: number, offset: number, done: Label, got: Label): void {
  const { e } = c;
  const { iterator, next, cursor } = iteration;
  e.at(offset);
  if (!iteration.isAsync) e.iterStep(value, iterator, next, cursor, done, got);
  const mark = c.mark();
  const result = c.temp();
  const isDone = c.temp();
  e.emitList(Op.Call, [result, next, iterator, e.site('(intermediate value).next')], []);
  if (iteration.isAsync) emitAwait(c, result, result);
  e.emit(Op.CheckObject, result, 0);
  e.emit(Op.GetProp, isDone, result, e.name('done'));
  e.branch(Op.JumpIfTrue, isDone, done);
  e.emit(Op.GetProp, value, result, e.name('value'));
  c.release(mark);
}

/** r[dst] = the next value of r[iterator], whose `next` is r[next]; the value of the intrinsic IterationEnd at its end. Of self-hosted code. */
export function nextValue(c: FunctionCompiler, iterator: number, next: number, dst: number, offset: number): void {
  const { e } = c;
  const mark = c.mark();
  const cursor = c.temp();
  const value = c.temp();
  const done = new Label();
  const got = new Label();
  const end = new Label();
  // Nobody looks at it; a number keeps the register's type.
  e.emit(Op.LoadInt, cursor, 0);
  stepIteration(c, { iterator, next, cursor, isAsync: false }, value, offset, done, got);
  e.bind(got);
  e.emit(Op.Move, dst, value);
  e.jump(end);
  e.bind(done);
  e.emit(Op.LoadIntrinsic, dst, e.name('IterationEnd'));
  e.bind(end);
  c.release(mark);
}

/** IteratorClose of a normal, break, continue or return completion. Control falls through, or goes to `end`. */
export function closeIteration(c: FunctionCompiler, iteration: Iteration, offset: number, end: Label, testFast = true): void {
  const { e } = c;
  const { iterator, next } = iteration;
  const mark = c.mark();
  const method = c.temp();
  const result = c.temp();
  e.at(offset);
  if (testFast && !iteration.isAsync) e.branch(Op.JumpIfFastIter, next, end);
  e.emit(Op.GetProp, method, iterator, e.name('return'));
  e.branch(Op.JumpIfNullish, method, end);
  e.emitList(Op.Call, [result, method, iterator, e.site('(intermediate value).return')], []);
  if (iteration.isAsync) emitAwait(c, result, result);
  e.emit(Op.CheckObject, result, 2);
  c.release(mark);
}

/** IteratorClose of a throw completion: whatever closing throws is dropped. Control goes on behind `end`, which is bound. */
export function closeQuietly(c: FunctionCompiler, iteration: Iteration, end: Label): void {
  const { e } = c;
  const { iterator, next } = iteration;
  const mark = c.mark();
  const method = c.temp();
  const dropped = c.temp();
  if (!iteration.isAsync) e.branch(Op.JumpIfFastIter, next, end);
  const region = new Region();
  e.openRegion(region);
  e.emit(Op.GetProp, method, iterator, e.name('return'));
  e.branch(Op.JumpIfNullish, method, end);
  e.emitList(Op.Call, [dropped, method, iterator, e.site('(intermediate value).return')], []);
  if (iteration.isAsync) emitAwait(c, dropped, dropped);
  e.closeRegion(region);
  e.handleAt(region, dropped, end);
  c.release(mark);
}
