// How activations of generators and async functions go on: from a slow path, from natives, and from the loops of compiled code that take values.
//
// The interpreter puts the frame on top of whoever resumes it. Natives and compiled code run it on the host stack: with the compiled code
// that there is for where it goes on, or on an activation of the loop. Where the host stack is short, nothing has been done, and the
// calling instruction goes again on a flat one.

import { Op } from '../bytecode/opcodes.ts';
import { CoroutineState, Resumption, type AsyncGeneratorRequest, type Coroutine } from '../runtime/coroutine.ts';
import { GeneratorStepper, NativeStepper, stepperOf } from '../runtime/iteration.ts';
import { DEPTH, DEPTH_LIMIT } from '../runtime/realm.ts';
import { EMPTY, ITERATION_END, type Value } from '../runtime/values.ts';
import { DelegatedResult, GOES_ON, steppable, takeFrame } from './coroutines.ts';
import { Unwind, type Activation, type Frame } from './frame.ts';
import { canExceed, runExceeding } from './host-stack.ts';
import type { Machine, ResumptionCode, Tier } from './machine.ts';

/** Resumes a suspended coroutine from a slow path: see takeFrame. */
export function resumeCoroutine(m: Machine, act: Activation, frame: Frame, c: Coroutine, resumption: number, value: Value): number {
  const { cell } = m;
  if (cell[DEPTH] >= m.options.maxDepth) m.depthExceeded();
  const resumed = takeFrame(c, resumption, value, frame);
  const code = m.tier === null || cell[DEPTH] >= cell[DEPTH_LIMIT] ? null : m.tier.resumption(resumed);
  if (code !== null) {
    resumed.parent = null;
    return m.resume(frame, runResumed(m, resumed, code));
  }
  m.push(act, resumed);
  return -1;
}

/** What compiled code does where the interpreter has IterStep of a builtin iterator: gives EMPTY if `next` has to be called. */
export function stepDirectly(m: Machine, next: Value, iterator: Value, consumer: number, sent: Value): Value {
  const stepper = stepperOf(next);
  if (stepper instanceof GeneratorStepper) return stepGenerator(m, iterator, consumer, sent);
  if (stepper === null) return EMPTY;
  if (stepper instanceof NativeStepper) return stepper.step(iterator);
  if (!stepper.accepts(iterator)) return EMPTY;
  const f = m.mainRealm.selfHosted(stepper.selfHosted);
  return f.code(f, undefined, iterator);
}

function stepGenerator(m: Machine, iterator: Value, consumer: number, sent: Value): Value {
  const c = steppable(iterator);
  if (c === null) return EMPTY;
  if (c.state === CoroutineState.completed) return ITERATION_END;
  const { frame } = c;
  const { cell, tier } = m;
  // The common case of what follows: it goes on behind a yield, in code that has been compiled.
  if (frame !== null && tier !== null && frame.code[frame.pc] === Op.Yield && cell[DEPTH] < cell[DEPTH_LIMIT]) {
    const { code, pc } = frame;
    const resumption = tier.knownResumption(frame.linked, code[pc + 4]);
    if (resumption !== null) {
      c.frame = frame.parent = null;
      c.state = CoroutineState.running;
      c.consumer = consumer;
      frame.regs[code[pc + 1]] = sent;
      frame.pc = code[pc + 4];
      const v = resumption(frame);
      return v === GOES_ON || v instanceof DelegatedResult ? ranResumed(m, frame, v) : v;
    }
  }
  return enterCoroutine(m, c, Resumption.next, sent, undefined, consumer);
}

/** Resumes a suspended coroutine from native or compiled code. Where the host stack is short the calling instruction runs again on a flat one. */
export function enterCoroutine(m: Machine, c: Coroutine, resumption: number, value: Value, request: AsyncGeneratorRequest | undefined, consumer: number, begins?: () => void): Value {
  const { cell } = m;
  const isExceeded = cell[DEPTH] >= cell[DEPTH_LIMIT];
  if (isExceeded) {
    if (cell[DEPTH] >= m.options.maxDepth) {
      begins?.();
      m.depthExceeded();
    }
    if (!canExceed(m)) throw new Unwind('flatten');
  }
  if (m.asksAgain()) throw new Unwind('stress');
  begins?.();
  c.consumer = consumer;
  if (request !== undefined) {
    c.queue?.push(request);
    c.promise = request.promise;
  }
  const frame = takeFrame(c, resumption, value, null);
  if (isExceeded) {
    cell[DEPTH]++;
    return runExceeding(m, frame);
  }
  return runResumed(m, frame, m.tier === null ? null : m.tier.resumption(frame));
}

/** Runs a coroutine that goes on at the pc of its frame, with the compiled code that there is. */
function runResumed(m: Machine, frame: Frame, code: ResumptionCode | null): Value {
  return code === null ? interpretResumed(m, frame) : ranResumed(m, frame, code(frame));
}

/** The compiled code of a coroutine gave `v`. */
function ranResumed(m: Machine, frame: Frame, v: Value): Value {
  while (v === GOES_ON) {
    const code = (m.tier as Tier).resumption(frame);
    if (code === null) return interpretResumed(m, frame);
    v = code(frame);
  }
  return v instanceof DelegatedResult ? m.stepResult(frame, v) : v;
}

/** Runs it in the interpreter. */
export function interpretResumed(m: Machine, frame: Frame): Value {
  m.cell[DEPTH]++;
  return m.runActivation(frame);
}
