// this, super and new.target.
//
// In a function that has them they are registers and cheap loads; in an arrow function they are captured variables of
// the function around. In a derived constructor `this` is empty until super() has returned, and every use that is not
// plainly later is checked.
import type { Binding } from '../scope/scope.ts';
import type { FunctionCompiler } from './compile-function.ts';
import { loadCaptured, storeCaptured } from './compile-slot.ts';
import { Op } from './opcodes.ts';

/** True if r0, used as `this` at `offset`, may still be empty. */
function mayBeEmpty(c: FunctionCompiler, offset: number): boolean {
  return c.info.kind === 'derived' && offset < c.info.thisInitialisedAt;
}

/** Where `this` has to be looked up each time, its binding; else null, and it is r0. */
function capturedThis(c: FunctionCompiler): Binding | null {
  const { info } = c;
  const { owner } = info;
  if (owner.kind !== 'derived') return null;
  return info === owner && !owner.superCallInArrow ? null : owner.thisBinding;
}

/** A register with `this`: r0, or a temporary. */
export function thisOperand(c: FunctionCompiler, offset: number): number {
  const binding = capturedThis(c);
  let register = 0;
  if (binding !== null) {
    register = c.temp();
    loadCaptured(c, binding, register);
  }
  // Like all slots that start empty, a captured one is checked each time.
  if (binding !== null || mayBeEmpty(c, offset)) {
    c.e.at(offset);
    c.e.emit(Op.CheckThis, register);
  }
  return register;
}

export function thisInto(c: FunctionCompiler, offset: number, dst: number): void {
  const mark = c.mark();
  const register = thisOperand(c, offset);
  if (register !== dst) c.e.emit(Op.Move, dst, register);
  c.release(mark);
}

export function newTargetInto(c: FunctionCompiler, dst: number): void {
  const { owner } = c.info;
  if (owner === c.info) c.e.loadNewTarget(dst);
  else loadCaptured(c, owner.newTargetBinding as Binding, dst);
}

/** A temporary with the prototype of the home object, where super.x is looked up (GetSuperBase). */
export function superBaseOperand(c: FunctionCompiler): number {
  const { owner } = c.info;
  const register = c.temp();
  if (owner === c.info) c.e.emit(Op.LoadHome, register);
  else loadCaptured(c, owner.homeBinding as Binding, register);
  c.e.emit(Op.GetSuperBase, register, register);
  return register;
}

/** A temporary with the constructor that runs. */
export function calleeOperand(c: FunctionCompiler): number {
  const { owner } = c.info;
  const register = c.temp();
  if (owner === c.info) c.e.emit(Op.LoadCallee, register);
  else loadCaptured(c, owner.calleeBinding as Binding, register);
  return register;
}

/**
 * super(...): `construct` emits the construction, given the registers of the parent constructor and of new.target, into the
 * register it is told. Leaves the new `this` there.
 */
export function superCall(c: FunctionCompiler, dst: number, offset: number, construct: (dst: number, parent: number, newTarget: number) => void): void {
  const { e, info } = c;
  const { owner } = info;
  const mark = c.mark();
  const value = c.isLocal(dst) ? c.temp() : dst;
  const callee = calleeOperand(c);
  const parent = c.temp();
  e.emit(Op.GetSuperBase, parent, callee);
  const newTarget = c.temp();
  newTargetInto(c, newTarget);
  construct(value, parent, newTarget);
  // BindThisValue: the constructor runs even if `this` has been bound before; only then is that an error.
  const binding = capturedThis(c);
  let old = 0;
  if (binding !== null) {
    old = c.temp();
    loadCaptured(c, binding, old);
  }
  e.at(offset);
  e.emit(Op.CheckNotInitialised, old);
  if (owner === info) e.emit(Op.Move, 0, value);
  if (owner.thisBinding !== null) storeCaptured(c, owner.thisBinding, value);
  if (owner.classInfo?.instance != null) e.emit(Op.InitFields, value, callee);
  if (value !== dst) e.emit(Op.Move, dst, value);
  c.release(mark);
}

/** Returns from a derived constructor: r[value] if it is an object, else `this`. */
function returnDerived(c: FunctionCompiler, value: number): void {
  if (!c.e.reachable) return;
  const binding = capturedThis(c);
  const mark = c.mark();
  let self = 0;
  if (binding !== null) {
    self = c.temp();
    loadCaptured(c, binding, self);
  }
  c.e.emit(Op.ReturnDerived, value, self);
  c.release(mark);
}

/** Returns r[value] from the function, after all regions have been left. */
export function emitReturn(c: FunctionCompiler, value: number): void {
  const { e, info } = c;
  if (info.kind === 'derived') {
    returnDerived(c, value);
  } else if (info.isAsync) {
    if (info.isGenerator) {
      e.emit(Op.AsyncGeneratorComplete, value, 1);
      e.emit(Op.AsyncGeneratorDrain);
    } else {
      e.emit(Op.SettleAsync, value, 0);
    }
    e.emit(Op.ReturnAsync);
  } else {
    e.emit(info.isGenerator ? Op.ReturnGenerator : Op.Return, value);
  }
}
