// Lowering of generators and async functions: how their activations start, suspend, go on and end.
//
// Two kinds of units take part. That of the whole function runs until the activation is first suspended: only then it makes a frame (an async function
// that never awaits needs none). A resumption unit runs on the frame of an activation that goes on. Both put what is live into the frame where they
// suspend and give what the resumer gets, so no interpreter stands between a consumer and its generator.

import type * as E from 'estree';
import { Op } from '../bytecode/opcodes.ts';
import { DelegatedResult } from '../interpreter/coroutines.ts';
import type { Edge, Instruction } from '../ir/cfg.ts';
import { isLive } from '../ir/liveness.ts';
import { Type } from '../ir/types.ts';
import { Consumer, CoroutineState } from '../runtime/coroutine.ts';
import { EMPTY, ITERATION_END } from '../runtime/values.ts';
import * as b from './builders.ts';
import type { Lowering } from './lower-execute.ts';
import type { UnitBuilder } from './unit-builder.ts';

/** The host variable that holds the coroutine of the activation: undefined where it has not started. */
export const COROUTINE = 'co';

const co = (): E.Identifier => b.id(COROUTINE);
const leave = (u: UnitBuilder, pc: number): E.Statement[] => [u.pc(pc), b.breakTo('body')];
/** An activation that has not started: the interpreter throws. Only bytecode made by other means has that. */
const leaveUnlessStarted = (u: UnitBuilder, pc: number): E.Statement[] => (u.isResumption ? [] : [b.iff(b.bin('===', co(), b.voidZero()), leave(u, pc))]);

/** Puts what is live before the instruction into the registers of the frame. */
function storeLive(u: UnitBuilder, pc: number): E.Statement[] {
  const live = u.liveness.before(pc);
  const statements: E.Statement[] = u.osr ? [] : [b.set('R0', b.call(u.rt('blankRegisters'), u.constant(u.linked, 'T')))];
  for (let r = 0; r < u.linked.registerCount; r++) {
    if (isLive(live, r) && (u.assigned.has(r) || u.aliases.has(r) || u.constantRegisters.has(r))) statements.push(b.stmt(b.assign(b.index(b.id('R0'), b.lit(r)), u.r(r))));
  }
  return statements;
}

/** Gives the frame back to the interpreter, which suspends: of a loop unit. */
function leaveToSuspend(u: UnitBuilder, pc: number): E.Statement[] {
  return [...u.pay(), ...storeLive(u, pc), ...u.restoreLimit(), ...u.noteTrace(u.body.sites[0], 0), b.stmt(b.assign(b.member(b.id('frame'), 'pc'), b.lit(pc))), b.ret(b.voidZero())];
}

/** Ends the host frame of the unit with `result`. */
function returns(u: UnitBuilder, result: E.Expression): E.Statement[] {
  return [...u.leaveActivation(), b.ret(result)];
}

/** `frame` waits at `pc`. */
function waits(u: UnitBuilder, pc: number): E.Statement[] {
  const args = u.usesArguments ? b.id('args') : b.lit(null);
  return [
    ...storeLive(u, pc),
    ...(u.osr ? [] : [b.set('frame', b.call(u.rt('makeFrame'), u.constant(u.linked, 'T'), b.id('R0'), b.id('f'), args, co()))]),
    b.stmt(b.assign(b.member(b.id('frame'), 'pc'), b.lit(pc))),
  ];
}

const iterResult = (u: UnitBuilder, value: E.Expression, done: boolean): E.Expression =>
  u.realm.host.emptied ? b.objectLiteral([['$value', value], ['$done', b.lit(done)]]) : b.call(u.rt('iterResult'), value, b.lit(done));
const hasCaller = (): E.Expression => b.bin('===', b.member(co(), 'consumer'), b.lit(Consumer.caller));
const setState = (state: number): E.Statement => b.stmt(b.assign(b.member(co(), 'state'), b.lit(state)));

/** The instructions by which an activation suspends or ends; null if it is none of them. */
export function lowerSuspension(u: UnitBuilder, ins: Instruction): E.Statement[] | null {
  const { code } = u;
  const { pc, op } = ins;
  if (ins.info.suspends !== true && op !== Op.ReturnGenerator && op !== Op.ReturnAsync) return null;
  if (u.osr && !u.isResumption) return ins.info.suspends === true ? leaveToSuspend(u, pc) : [b.set('pc', b.lit(pc)), ...exit(u, pc)];
  switch (op) {
    case Op.StartGenerator:
      if (u.isResumption) return leave(u, pc);
      return [...u.pay(), ...waits(u, pc), b.set('t', b.call(u.rt('startGenerator'), b.id('frame'))), ...returns(u, b.id('t'))];
    case Op.Yield: {
      if (!u.isResumption) return leave(u, pc);
      const value = u.r(code[pc + 2]);
      const suspends = [...waits(u, pc), setState(CoroutineState.suspended), b.stmt(b.assign(b.member(co(), 'frame'), b.id('frame')))];
      if (code[pc + 3] === 1) return [...suspends, ...returns(u, b.call(u.rt('passedOn'), co(), value))];
      return [...suspends, ...returns(u, b.cond(hasCaller(), iterResult(u, value, false), value))];
    }
    case Op.ReturnGenerator:
      if (!u.isResumption) return leave(u, pc);
      return [
        setState(CoroutineState.completed),
        b.iff(hasCaller(), returns(u, iterResult(u, u.r(code[pc + 1]), true))),
        b.stmt(b.assign(b.member(co(), 'returned'), u.r(code[pc + 1]))),
        ...returns(u, u.constant(ITERATION_END)),
      ];
    case Op.Await:
      return [
        ...leaveUnlessStarted(u, pc),
        ...waits(u, pc),
        b.stmt(b.assign(b.member(co(), 'frame'), b.id('frame'))),
        b.stmt(b.call(u.rt('awaits'), co(), u.r(code[pc + 2]))),
        ...returns(u, b.member(co(), 'promise')),
      ];
    case Op.ReturnAsync:
      return [...leaveUnlessStarted(u, pc), ...(u.linked.template.isGenerator ? [] : [setState(CoroutineState.completed)]), ...returns(u, b.member(co(), 'promise'))];
    default:
      // AsyncGeneratorYield, which may go on at once.
      if (!u.isResumption) return leave(u, pc);
      return [u.pc(pc), ...waits(u, pc), b.set('t', b.call(u.rt('suspend'), b.id('frame'))), ...returns(u, b.id('t'))];
  }
}

/** A step of yield*; edges: end, value, result object passed on, protocol. */
export function lowerDelegateStep(u: UnitBuilder, pc: number, [end, got, result, slow]: readonly Edge[], branch: (edge: Edge) => E.Statement[]): E.Statement[] {
  const { code } = u;
  const dst = code[pc + 1];
  const iterator = u.r(code[pc + 2]);
  const next = u.r(code[pc + 3]);
  const isDelegated = b.logic('&&', b.bin('===', b.unary('typeof', b.id('t')), b.lit('object')), b.bin('instanceof', b.id('t'), u.constant(DelegatedResult)));
  return [
    u.pc(pc),
    // Only builtin functions have data; where `next` is no object the host traps.
    b.iff(b.bin('===', b.member(next, 'data'), b.voidZero()), branch(slow)),
    b.at(b.set('t', b.call(u.rt('delegateStep'), next, iterator, u.r(code[pc + 4]))), pc),
    b.iff(b.bin('===', b.id('t'), u.constant(ITERATION_END)), [u.setR(dst, b.call(u.rt('takeReturned'), iterator)), ...branch(end)]),
    b.iff(b.bin('===', b.id('t'), u.constant(EMPTY)), branch(slow)),
    b.iff(isDelegated, [u.setR(dst, b.member(b.id('t'), 'result')), ...branch(result)]),
    u.setR(dst, b.id('t')),
    ...branch(got),
  ];
}

function exit(u: UnitBuilder, pc: number): E.Statement[] {
  u.exitAt(pc);
  return [b.breakTo('body')];
}

function promiseResolve(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  const dst = code[pc + 1];
  const value = code[pc + 2];
  if ((u.type(value) & Type.object) === 0) return [u.setR(dst, u.r(value))];
  return [
    u.pc(pc),
    b.iff(u.isObject(value), [b.at(u.setR(dst, b.call(u.rt('promiseResolve'), u.r(value))), pc)], [u.setR(dst, u.r(value))]),
  ];
}

/** An instruction on the coroutine that calls `name` with the coroutine and its operands. */
const onCoroutine = (make: (u: UnitBuilder, ins: Instruction) => E.Expression): Lowering => (u, ins) =>
  u.osr && !u.isResumption
    ? [u.pc(ins.pc), b.set('x', b.member(b.id('frame'), 'coroutine')), b.iff(b.bin('===', b.id('x'), b.lit(null)), [b.breakTo('body')]), b.at(b.stmt(make(u, ins)), ins.pc)]
    : [...leaveUnlessStarted(u, ins.pc), u.pc(ins.pc), b.set('x', co()), b.at(b.stmt(make(u, ins)), ins.pc)];

export const coroutineLowerings: readonly (readonly [op: number, lowering: Lowering])[] = [
  [
    Op.StartAsync,
    // Once more only in bytecode made by other means: the interpreter throws.
    (u, ins) => (u.osr ? leave(u, ins.pc) : [u.pc(ins.pc), b.iff(b.bin('!==', co(), b.voidZero()), [b.breakTo('body')]), b.set(COROUTINE, b.call(u.rt('startAsync')))]),
  ],
  [Op.PromiseResolve, promiseResolve],
  [Op.SettleAsync, onCoroutine((u, { pc }) => b.call(u.rt('settleAsync'), b.id('x'), u.r(u.code[pc + 1]), b.lit(u.code[pc + 2])))],
  [Op.AsyncGeneratorComplete, onCoroutine((u, { pc }) => b.call(u.rt('completeRequest'), b.id('x'), u.r(u.code[pc + 1]), b.lit(u.code[pc + 2])))],
  [Op.AsyncGeneratorDrain, onCoroutine((u) => b.call(u.rt('drainRequests'), b.id('x')))],
];
