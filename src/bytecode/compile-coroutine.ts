// Activations of generators and async functions: how they start and end, yield, yield*.
//
// A Yield falls through where the generator is resumed by `return`: what follows is the way out, as if a return statement stood there,
// and the way of `next` goes on behind it. The body of an async function or generator is one protected region whose
// handler rejects the promise.
import type { AwaitExpression, Expression, YieldExpression } from 'acorn';
import { emitAwait } from './compile-await.ts';
import { leaveFunction, protect } from './compile-control.ts';
import type { FunctionCompiler } from './compile-function.ts';
import { closeIteration, startProtocol } from './compile-iteration.ts';
import { Label, Region } from './emitter.ts';
import { Op } from './opcodes.ts';
import { printedIterable } from './source-text.ts';

/** Compiles parameters and body of a function, with what makes it a generator or an async function around them. */
export function compileActivation(c: FunctionCompiler, parameters: () => void, body: () => void): void {
  const { e, info } = c;
  const { isAsync, isGenerator } = info;
  if (!isAsync) {
    parameters();
    if (isGenerator) e.emit(Op.StartGenerator);
    body();
    return;
  }
  if (isGenerator) {
    // The parameters of an async generator are evaluated by the caller, who gets their exceptions.
    parameters();
    e.emit(Op.StartGenerator);
  } else {
    e.emit(Op.StartAsync);
  }
  const thrown = c.temp();
  const region = protect(c, { kind: 'region', region: new Region() }, () => {
    if (!isGenerator) parameters();
    body();
  });
  if (!e.startHandler(region, thrown)) return;
  if (isGenerator) {
    e.emit(Op.AsyncGeneratorComplete, thrown, 2);
    e.emit(Op.AsyncGeneratorDrain);
  } else {
    e.emit(Op.SettleAsync, thrown, 1);
  }
  e.emit(Op.ReturnAsync);
}

/** Returns r[value] at the end of a body; -1: undefined. */
export function returnValue(c: FunctionCompiler, value: number): void {
  if (c.e.reachable) leaveFunction(c, value < 0 ? c.undef() : value);
}

export function compileAwait(c: FunctionCompiler, node: AwaitExpression, dst: number): void {
  const mark = c.mark();
  const value = c.operand(node.argument);
  c.e.at(node.start);
  emitAwait(c, value, dst);
  c.release(mark);
}

export function compileYield(c: FunctionCompiler, node: YieldExpression, dst: number): void {
  const mark = c.mark();
  if (node.delegate) {
    delegate(c, node.argument as Expression, node.start, dst);
  } else {
    let value = node.argument == null ? c.undef() : c.operand(node.argument);
    c.e.at(node.start);
    if (c.info.isAsync) value = emitAwait(c, value, c.temp());
    // On the way of a return the variable must not have changed.
    const received = c.isLocal(dst) ? c.temp() : dst;
    const next = new Label();
    suspend(c, value, received, 0, next);
    leaveFunction(c, received);
    c.e.bind(next);
    if (received !== dst) c.e.emit(Op.Move, dst, received);
  }
  c.release(mark);
}

/** Gives r[value] to the consumer. Resumed by next: r[received] is what was sent, goto `next`; by return: falls through with what was given to it, awaited. */
function suspend(c: FunctionCompiler, value: number, received: number, isResult: 0 | 1, next: Label): void {
  const { e } = c;
  if (!c.info.isAsync) {
    e.yield(Op.Yield, [received, value, isResult], next);
    return;
  }
  e.emit(Op.AsyncGeneratorComplete, value, 0);
  e.yield(Op.AsyncGeneratorYield, [received], next);
  emitAwait(c, received, received);
}

/** How the inner iterator is to be resumed. */
const Mode = { next: 0, throw: 1, return: 2 } as const;

/** 15.5.5 YieldExpression : yield * AssignmentExpression */
function delegate(c: FunctionCompiler, argument: Expression, offset: number, dst: number): void {
  const { e, info } = c;
  const { isAsync } = info;
  const iterable = c.operand(argument);
  const iteration = startProtocol(c, iterable, printedIterable(argument), argument.start, isAsync);
  const { iterator, next } = iteration;
  const received = c.temp();
  const mode = c.temp();
  const result = c.temp();
  const scratch = c.temp();
  const header = new Label();
  const byNext = new Label();
  const byThrow = new Label();
  const byReturn = new Label();
  const noThrow = new Label();
  const noReturn = new Label();
  const check = new Label();
  const yields = new Label();
  const sent = new Label();
  const end = new Label();
  const got = new Label();
  const over = new Label();
  const finished = new Label();
  const returned = new Label();
  /** r[result] = r[method].call(iterator, received), awaited in an async generator. */
  const call = (method: number, name: string): void => {
    e.emitList(Op.Call, [result, method, iterator, e.site(`(intermediate value).${name}`)], [received]);
    if (isAsync) emitAwait(c, result, result);
  };
  e.emit(Op.LoadUndefined, received);
  e.emit(Op.LoadInt, mode, Mode.next);
  e.at(offset);
  e.bindLoop(header);
  e.switchInt(mode, Mode.throw, byNext, [byThrow, byReturn]);

  e.bind(byNext);
  if (!isAsync) e.delegateStep(result, iterator, next, received, over, got, check);
  call(next, 'next');
  e.jump(check);

  e.bind(byThrow);
  e.emit(Op.GetProp, scratch, iterator, e.name('throw'));
  e.branch(Op.JumpIfNullish, scratch, noThrow);
  call(scratch, 'throw');
  e.jump(check);

  e.bind(byReturn);
  e.emit(Op.GetProp, scratch, iterator, e.name('return'));
  e.branch(Op.JumpIfNullish, scratch, noReturn);
  call(scratch, 'return');
  e.emit(Op.CheckObject, result, 0);
  e.emit(Op.GetProp, scratch, result, e.name('done'));
  e.branch(Op.JumpIfFalse, scratch, yields);
  e.emit(Op.GetProp, received, result, e.name('value'));
  leaveFunction(c, received);

  e.bind(noReturn);
  if (isAsync) emitAwait(c, received, received);
  leaveFunction(c, received);

  e.bind(noThrow);
  const closed = new Label();
  closeIteration(c, iteration, offset, closed, false);
  e.bind(closed);
  e.emit(Op.ThrowError, 1, e.primitive("The iterator does not provide a 'throw' method."));

  e.bind(check);
  e.emit(Op.CheckObject, result, 0);
  e.emit(Op.GetProp, scratch, result, e.name('done'));
  e.branch(Op.JumpIfTrue, scratch, end);

  e.bind(yields);
  let value = result;
  if (isAsync) {
    value = scratch;
    e.emit(Op.GetProp, value, result, e.name('value'));
  }
  const region = new Region();
  e.openRegion(region);
  suspend(c, value, received, 1, sent);
  e.closeRegion(region);
  e.jump(returned);
  if (!isAsync) {
    // A value without a result object around it.
    e.bind(got);
    e.openRegion(region);
    suspend(c, result, received, 0, sent);
    e.closeRegion(region);
  }
  e.bind(returned);
  e.emit(Op.LoadInt, mode, Mode.return);
  e.jump(header);
  if (e.startHandler(region, received)) {
    e.emit(Op.LoadInt, mode, Mode.throw);
    e.jump(header);
  }
  e.bind(sent);
  e.emit(Op.LoadInt, mode, Mode.next);
  e.jump(header);

  e.bind(end);
  e.emit(Op.GetProp, result, result, e.name('value'));
  if (!isAsync) {
    e.jump(finished);
    e.bind(over);
    e.bind(finished);
  }
  e.emit(Op.Move, dst, result);
}
