// Slow paths of iteration: loops, the protocol of iterators, and for-in.

import { describeWithType } from '../runtime/describe.ts';
import { Op } from '../bytecode/opcodes.ts';
import { Consumer, CoroutineState, Resumption } from '../runtime/coroutine.ts';
import { throwTypeError } from '../runtime/errors.ts';
import { enumerate, type Enumeration } from '../runtime/enumeration.ts';
import { firstOfPair, GeneratorStepper, GuestStepper, literalIterationTest, pairStepper, secondOfPair, stepperOf } from '../runtime/iteration.ts';
import { NO_PAIR, PAIRS_END } from '../runtime/iterator-steps.ts';
import { STEPPED, STEPPED_DIRECTLY } from '../runtime/linked.ts';
import { getProperty } from '../runtime/objects.ts';
import { EMPTY, FAST_ITERATION, isFunction, ITERATION_END, wellKnown, type GuestFunction, type Value } from '../runtime/values.ts';
import { toObject } from '../runtime/wrappers.ts';
import { steppable } from './coroutines.ts';
import type { Frame } from './frame.ts';
import type { Machine } from './machine.ts';
import { resumeCoroutine } from './resumption.ts';
import { store, type HandlerTable } from './slow-common.ts';

const handlers: HandlerTable = [];
export const iterationHandlers: HandlerTable = handlers;

handlers[Op.IterStart] = (m, _act, frame, pc) => {
  const { code, regs } = frame;
  const iterable = regs[code[pc + 4]];
  if (!m.iteratesFast(iterable)) return pc + 6;
  regs[code[pc + 1]] = iterable;
  regs[code[pc + 2]] = FAST_ITERATION;
  regs[code[pc + 3]] = 0;
  return code[pc + 5];
};
handlers[Op.IterStartList] = (_m, _act, frame, pc) => {
  const { code, regs, linked } = frame;
  const isList = literalIterationTest(linked.realm)();
  regs[code[pc + 1]] = isList;
  regs[code[pc + 2]] = undefined;
  regs[code[pc + 3]] = undefined;
  regs[code[pc + 4]] = 0;
  return isList ? code[pc + 5] : pc + 6;
};
export function throwNotIterable(m: Machine, frame: Frame, v: Value, constant: number): never {
  const { template } = frame.linked;
  // The library's own names for what the guest passed say nothing to it.
  if (template.selfHosted) {
    throwTypeError(m.realm, `${describeWithType(m.realm, v)} is not iterable (cannot read property Symbol(Symbol.iterator))`);
  }
  const text = template.constants[constant] as string;
  if (text !== '') throwTypeError(m.realm, `${text} is not iterable`);
  if (v === undefined || v === null) throwTypeError(m.realm, `${String(v)} is not iterable (cannot read property Symbol(Symbol.iterator))`);
  return throwTypeError(m.realm, `${m.describe(v)} is not iterable`);
}
handlers[Op.GetIteratorMethod] = (m, _act, frame, pc) => {
  const v = frame.regs[frame.code[pc + 2]];
  if (v === undefined || v === null) throwNotIterable(m, frame, v, frame.code[pc + 3]);
  const method = getProperty(m.realm, v, wellKnown.iterator);
  if (!isFunction(method)) throwNotIterable(m, frame, v, frame.code[pc + 3]);
  return store(frame, pc, method);
};
handlers[Op.IterStep] = (m, act, frame, pc) => {
  const { code, regs, linked } = frame;
  const iterator = regs[code[pc + 2]];
  const nextMethod = regs[code[pc + 3]];
  // Where compiled code has to look closer, too.
  if (isFunction(nextMethod) && (nextMethod as GuestFunction).data !== undefined) linked.others[pc] |= STEPPED_DIRECTLY;
  const stepper = stepperOf(nextMethod);
  if (stepper === null) return pc + 7;
  if (stepper instanceof GeneratorStepper) {
    // Generator.prototype.next gives a fresh result object: nobody sees it, so it is not made.
    const c = steppable(iterator);
    if (c === null) return pc + 7;
    if (c.state === CoroutineState.completed) return code[pc + 5];
    c.consumer = Consumer.loop;
    return resumeCoroutine(m, act, frame, c, Resumption.next, undefined);
  }
  if (stepper instanceof GuestStepper) {
    if (!stepper.accepts(iterator)) return pc + 7;
    return m.callSelfHosted(act, frame, stepper.selfHosted, [iterator]);
  }
  if (stepper.walks !== null) linked.others[pc] |= STEPPED[stepper.walks];
  const v = stepper.step(iterator);
  if (v === EMPTY) return pc + 7;
  if (v === ITERATION_END) return code[pc + 5];
  if (typeof v !== 'number') linked.others[pc] |= 1;
  regs[code[pc + 1]] = v;
  return code[pc + 6];
};
handlers[Op.IterStepPair] = (_m, _act, frame, pc) => {
  const { code, regs, linked } = frame;
  const iterator = regs[code[pc + 3]];
  const stepper = pairStepper(linked.realm, regs[code[pc + 4]]);
  if (stepper === null) return pc + 7;
  linked.others[pc] |= STEPPED[stepper.walks];
  const i = stepper.pairs(iterator);
  if (i === PAIRS_END) return code[pc + 5];
  if (i === NO_PAIR) return pc + 7;
  regs[code[pc + 1]] = firstOfPair(iterator, i);
  regs[code[pc + 2]] = secondOfPair(iterator, i);
  return code[pc + 6];
};
handlers[Op.DelegateStep] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const iterator = regs[code[pc + 2]];
  const stepper = stepperOf(regs[code[pc + 3]]);
  if (stepper === null) return pc + 8;
  if (stepper instanceof GeneratorStepper) {
    const c = steppable(iterator);
    if (c === null) return pc + 8;
    if (c.state === CoroutineState.completed) return m.resume(frame, ITERATION_END);
    c.consumer = Consumer.delegation;
    return resumeCoroutine(m, act, frame, c, Resumption.next, regs[code[pc + 4]]);
  }
  if (stepper instanceof GuestStepper) return stepper.accepts(iterator) ? m.callSelfHosted(act, frame, stepper.selfHosted, [iterator]) : pc + 8;
  const v = stepper.step(iterator);
  return v === EMPTY ? pc + 8 : m.resume(frame, v);
};
handlers[Op.GetAsyncIterator] = (m, act, frame, pc) => {
  const v = frame.regs[frame.code[pc + 2]];
  return m.callSelfHosted(act, frame, 'operator_GetAsyncIterator', [v, frame.linked.template.constants[frame.code[pc + 3]] as string]);
};
handlers[Op.ForInStart] = (m, _act, frame, pc) => {
  const v = frame.regs[frame.code[pc + 2]];
  const object = v === undefined || v === null ? null : toObject(m.realm, v);
  return store(frame, pc, enumerate(m.realm, object) as unknown as Value);
};
handlers[Op.ForInNext] = (_m, _act, frame, pc) => {
  const key = (frame.regs[frame.code[pc + 2]] as unknown as Enumeration).next();
  return key === undefined ? frame.code[pc + 3] : store(frame, pc, key);
};
