// Suspending and resuming activations of generators and async functions, in the interpreter.
//
// A frame that suspends is taken off its stack and kept by its coroutine; resuming puts it on top of whoever resumes. Neither
// recurses on the host stack, unless a native or compiled code resumes, which then ends in the call (I5).

import { handlerAt } from '../bytecode/template.ts';
import { instructionLength, Op } from '../bytecode/opcodes.ts';
import { createFromConstructor } from '../runtime/construct.ts';
import { Consumer, Coroutine, CoroutineState, AsyncGeneratorData, GeneratorData, Resumption } from '../runtime/coroutine.ts';
import { InternalError, throwTypeError } from '../runtime/errors.ts';
import { iterResult } from '../runtime/iteration.ts';
import { readPlain } from '../runtime/plain-access.ts';
import { newPromise, performPromiseThen, promiseData, PromiseState, Reaction, ReactionJob, rejectPromise, resolvePromisePlainly, type PromiseData } from '../runtime/promise.ts';
import type { Realm } from '../runtime/realm.ts';
import { EMPTY, anyInternal, isObject, ITERATION_END, type GuestFunction, type GuestObject, type Value } from '../runtime/values.ts';
import type { Frame } from './frame.ts';
import type { Machine } from './machine.ts';

/** What `suspend` gives when the activation goes on at frame.pc. */
export const GOES_ON = Object.freeze(Object.assign(Object.create(null) as object, { goesOn: true })) as unknown as Value;

/**
 * A result object of an inner iterator that yield* passes on: to another yield*, which passes it on as well; to a loop if its `done` or `value` is an
 * accessor, for the loop has to read them (selfhosted operator_StepResult).
 */
export class DelegatedResult {
  readonly result: Value;
  constructor(result: Value) {
    this.result = result;
  }
}

export function coroutineOf(m: Machine, frame: Frame): Coroutine {
  return frame.coroutine ?? throwTypeError(m.realm, 'the activation of a generator or an async function has not started');
}

/**
 * Executes one of the instructions by which the activation leaves the stack (effect `suspends`, and the returns of coroutines). Gives what the
 * resumer gets, or GOES_ON.
 */
export function suspend(m: Machine, frame: Frame, pc: number): Value {
  m.realm = frame.linked.realm;
  const { code, regs } = frame;
  switch (code[pc]) {
    case Op.Yield: {
      const c = coroutineOf(m, frame);
      c.state = CoroutineState.suspended;
      c.frame = frame;
      const value = regs[code[pc + 2]];
      if (code[pc + 3] === 1) return passedOn(m.realm, c, value);
      return c.consumer === Consumer.caller ? iterResult(m.realm, value, false) : value;
    }
    case Op.ReturnGenerator: {
      const c = coroutineOf(m, frame);
      c.state = CoroutineState.completed;
      if (c.consumer === Consumer.caller) return iterResult(m.realm, regs[code[pc + 1]], true);
      c.returned = regs[code[pc + 1]];
      return ITERATION_END;
    }
    case Op.Await: {
      const c = coroutineOf(m, frame);
      awaits(m.realm, c, regs[code[pc + 2]]);
      c.frame = frame;
      return c.promise;
    }
    case Op.ReturnAsync: {
      const c = coroutineOf(m, frame);
      if (c.queue === null) c.state = CoroutineState.completed;
      return c.promise;
    }
    case Op.AsyncGeneratorYield: {
      const c = coroutineOf(m, frame);
      const [request] = c.queue ?? [];
      if (request !== undefined) {
        if (request.resumption === Resumption.throw) throw request.value;
        deliver(frame, request.resumption, request.value);
        return GOES_ON;
      }
      c.state = CoroutineState.suspended;
      c.frame = frame;
      return c.promise;
    }
    case Op.StartGenerator:
      return startGenerator(m, frame);
    default:
      throw new InternalError('this instruction does not suspend');
  }
}

/** Lets the activation go on when the promise is settled; any other value counts as fulfilled with it. */
export function awaits(realm: Realm, c: Coroutine, value: Value): void {
  const reaction = (c.reaction ??= new Reaction(c, undefined, undefined, undefined));
  const data = promiseData(value);
  if (data !== undefined) performPromiseThen(realm, data, reaction);
  else realm.jobs.add(new ReactionJob(reaction, PromiseState.fulfilled, value));
}

/** What the consumer gets of a result object that yield* passes on. */
export function passedOn(realm: Realm, { consumer }: Coroutine, result: Value): Value {
  if (consumer === Consumer.caller) return result;
  if (consumer === Consumer.delegation) return new DelegatedResult(result) as unknown as Value;
  if (!isObject(result)) return result;
  const done = readPlain(realm, result, '$done');
  const value = readPlain(realm, result, '$value');
  if (done === EMPTY || value === EMPTY) return new DelegatedResult(result) as unknown as Value;
  return done ? ITERATION_END : value;
}

/** 27.5.3.1 GeneratorStart and 27.6.3.2 AsyncGeneratorStart */
export function startGenerator(m: Machine, frame: Frame): GuestObject {
  const { realm } = frame.linked;
  const { isAsync } = frame.linked.template;
  if (frame.coroutine !== null) throwTypeError(realm, 'the activation of a generator has started already');
  const generator = createFromConstructor(realm, frame.callee as GuestFunction, isAsync ? 'AsyncGeneratorPrototype' : 'GeneratorPrototype');
  const c = new Coroutine(isAsync ? [] : null);
  if (isAsync) new AsyncGeneratorData(generator, c);
  else new GeneratorData(generator, c);
  frame.coroutine = c;
  c.state = CoroutineState.start;
  c.frame = frame;
  return generator;
}

/** 27.7.5.1 AsyncFunctionStart, as far as the promise is concerned. */
export function startAsync(m: Machine, frame: Frame): void {
  const { realm } = frame.linked;
  if (frame.coroutine !== null) throwTypeError(realm, 'the activation of an async function has started already');
  frame.coroutine = startCoroutine(realm);
}

/** The coroutine of an async function, with its promise. */
export function startCoroutine(realm: Realm): Coroutine {
  const c = new Coroutine(null);
  c.promise = newPromise(realm);
  return c;
}

/** Settles the promise of an async function; false if the guest has to be asked for the `then` of the value (selfhosted ResolvePromise). */
export function settleAsync(realm: Realm, promise: GuestObject, value: Value, kind: number): boolean {
  const data = promiseData(promise) as PromiseData;
  if (data.state !== PromiseState.pending) return true;
  if (kind === 0) return resolvePromisePlainly(realm, promise, value);
  rejectPromise(realm, data, value);
  return true;
}

/** 27.6.3.5 AsyncGeneratorCompleteStep, of the oldest request. What the guest has to be asked for is given (selfhosted ResolvePromise), else null. */
export function completeRequest(realm: Realm, c: Coroutine, value: Value, kind: number): { readonly promise: GuestObject; readonly resolution: Value } | null {
  if (kind > 0) c.state = CoroutineState.draining;
  const request = c.queue?.shift();
  if (request === undefined) return null;
  const { promise } = request;
  if (kind === 2) {
    rejectPromise(realm, promiseData(promise) as PromiseData, value);
    return null;
  }
  const resolution = iterResult(realm, value, kind === 1);
  return resolvePromisePlainly(realm, promise, resolution) ? null : { promise, resolution };
}

/** An async generator that is over has requests to be answered; else it is completed now. */
export function hasRequests(c: Coroutine): boolean {
  if (c.queue === null || c.queue.length > 0) return true;
  c.state = CoroutineState.completed;
  return false;
}

/** Lets a suspended frame go on where its instruction says, with a value sent or returned to it. */
function deliver(frame: Frame, resumption: number, value: Value): void {
  const { code, pc } = frame;
  switch (code[pc]) {
    case Op.StartGenerator:
      frame.pc = pc + 1;
      return;
    case Op.Await:
      frame.regs[code[pc + 1]] = value;
      frame.pc = pc + instructionLength(code, pc);
      return;
    case Op.Yield:
    case Op.AsyncGeneratorYield:
      frame.regs[code[pc + 1]] = value;
      frame.pc = resumption === Resumption.next ? code[pc + (code[pc] === Op.Yield ? 4 : 2)] : pc + instructionLength(code, pc);
      return;
    default:
      throw new InternalError('a frame is suspended where it cannot be');
  }
}

/**
 * Takes the frame of a suspended coroutine to be run, on top of `parent`, and makes it ready to go on; the caller counts its depth. An exception that
 * the activation does not handle ends it and is thrown here.
 */
export function takeFrame(c: Coroutine, resumption: number, value: Value, parent: Frame | null): Frame {
  const frame = c.frame as Frame;
  c.frame = null;
  c.state = CoroutineState.running;
  if (resumption !== Resumption.throw) {
    deliver(frame, resumption, value);
  } else {
    const handler = handlerAt(frame.linked.template, frame.pc);
    if (handler === undefined) {
      c.state = CoroutineState.completed;
      throw value;
    }
    frame.regs[handler.register] = value;
    frame.pc = handler.target;
  }
  frame.parent = parent;
  return frame;
}

/** The suspended coroutine of a generator that a loop can take values from directly, without its `next`; else null. */
export function steppable(iterator: Value): Coroutine | null {
  const data = anyInternal(iterator);
  return !(data instanceof GeneratorData) || data.coroutine.state === CoroutineState.running ? null : data.coroutine;
}

/** What the generator has returned, for the yield* to whose step it gave ITERATION_END; undefined of other iterators. */
export function takeReturned(iterator: Value): Value {
  const data = anyInternal(iterator);
  if (!(data instanceof GeneratorData)) return undefined;
  const { coroutine } = data;
  const { returned } = coroutine;
  coroutine.returned = undefined;
  return returned;
}

/** An exception leaves the activation. */
export function abandon(c: Coroutine): void {
  c.state = CoroutineState.completed;
}
