// Lowering of calls: known targets behind identity guards, known natives as host operations, and the generic call.

import type * as E from 'estree';
import { Op } from '../bytecode/opcodes.ts';
import { ARGUMENTS_SHIFT, MANY_ARGUMENTS } from '../interpreter/machine.ts';
import type { Instruction } from '../ir/cfg.ts';
import { Type } from '../ir/types.ts';
import { BoundFunction } from '../runtime/function.ts';
import type { LinkedTemplate } from '../runtime/linked.ts';
import { EMPTY, NO_PROTOTYPE, type GuestFunction, type Value } from '../runtime/values.ts';
import * as b from './builders.ts';
import { assignToLiteral } from './fresh-literals.ts';
import { intrinsicCall, type StoreResult } from './intrinsics.ts';
import { listArguments, listOperation } from './lower-spread.ts';
import { isPlainArrayUpTo } from './plain-arrays.ts';
import type { UnitBuilder } from './unit-builder.ts';

function targetsOf(u: UnitBuilder, site: number): readonly GuestFunction[] {
  const feedback = u.linked.sites[site];
  if (feedback === undefined || feedback.megamorphic || !u.optimisations.directCalls) return [];
  // What is asked of a target below is known of one that could be called.
  for (const { linked } of feedback.targets) (linked as LinkedTemplate | null)?.prepare();
  return feedback.targets;
}

/** The site has seen no other target. */
export function isOnlyTarget(u: UnitBuilder, site: number, target: unknown): boolean {
  const targets = targetsOf(u, site);
  return targets.length === 1 && (targets[0] as unknown) === target;
}

/** The register holds a function that is called by its own code. */
export function isFunction(u: UnitBuilder, r: number): E.Expression {
  const isCallable = b.bin('===', b.member(u.r(r), 'fn'), u.r(r));
  if (u.type(r) === Type.object) return isCallable;
  return b.logic('&&', b.logic('&&', b.bin('===', b.unary('typeof', u.r(r)), b.lit('object')), b.bin('!==', u.r(r), b.lit(null))), isCallable);
}

/**
 * The case of a call whose target is known, before the other cases. A site that has seen one target only has no other case: it leaves the unit,
 * and the next compilation knows the second target. Code for what never happens would cost V8 its budget for inlining.
 */
function orElse(u: UnitBuilder, isTarget: E.Expression, body: E.Statement[], isOnly: boolean, others: E.Statement): E.Statement[] {
  return isOnly && u.optimisations.speculate ? [u.guard(b.unary('!', isTarget)), ...body] : [b.iff(isTarget, body, [others])];
}

/** The call by the target's own code: one load less than through the template, and its feedback is the site's own. */
function indirect(f: E.Expression, args: (E.Expression | E.SpreadElement)[]): E.Expression {
  return b.call(b.member(f, 'code'), f, ...args);
}

/** The arguments of a call: registers in order, and then, of a spread call, the elements of an array. */
export interface Arguments {
  readonly registers: readonly number[];
  readonly list: (() => E.Expression) | null;
}

function argumentsOf(u: UnitBuilder, { registers, list }: Arguments, target: LinkedTemplate | null = null): (E.Expression | E.SpreadElement)[] {
  return [...registers.map((r) => u.r(r)), ...(list === null ? [] : listArguments(u, list, target, registers.length))];
}

/** The charge for the arguments of a spread call, which is nothing up to three. */
function chargeArguments(u: UnitBuilder, pc: number, { registers, list }: Arguments): E.Statement[] {
  if (list === null) return [];
  const count = (): E.Expression => (registers.length === 0 ? b.member(list(), 'length') : b.bin('+', b.member(list(), 'length'), b.lit(registers.length)));
  return [
    ...u.chargeCall(pc, count),
    ...u.limitDepth(b.bin('>>', count(), b.lit(ARGUMENTS_SHIFT))),
  ];
}

export function lowerCall(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  const registers = Array.from({ length: code[pc + 5] }, (_, i) => code[pc + 6 + i]);
  return calls(u, pc, code[pc + 1], code[pc + 2], code[pc + 3], code[pc + 4], { registers, list: null });
}

/** dst = Call(callee, self, args). */
export function calls(u: UnitBuilder, pc: number, dst: number, callee: number, self: number, site: number, operands: Arguments): E.Statement[] {
  const args = (target: LinkedTemplate | null = null): (E.Expression | E.SpreadElement)[] => [u.r(self), ...argumentsOf(u, operands, target)];
  // The charge comes after the guards, since the instruction goes again where one fails.
  const charge = (): E.Statement[] => chargeArguments(u, pc, operands);
  const generic = (): E.Statement =>
    b.iff(
      b.bin('===', b.member(u.r(callee), 'fn'), u.r(callee)),
      [...charge(), ...u.result(pc, dst, indirect(u.r(callee), args()))],
      // Not callable by itself: the interpreter throws, or calls what a bare read cannot.
      [b.breakTo('body')],
    );
  const store: StoreResult = (value, isNumber) => (isNumber ? [b.at(u.setR(dst, value), pc)] : u.result(pc, dst, value));
  const targets = targetsOf(u, site);
  const linkedTargets = new Set(targets.map((t) => t.linked));
  let statements: E.Statement[] = [generic()];
  if (targets.length > 1 && linkedTargets.size === 1 && targets[0].linked !== null) {
    // Closures of one template: the guard is on the template, own-only by the identity slot.
    const T = u.constant(targets[0].linked, 'T');
    const test = b.logic('&&', b.bin('===', b.member(u.r(callee), 'linked'), T), b.bin('===', b.member(u.r(callee), 'fn'), u.r(callee)));
    statements = orElse(u, test, [...charge(), ...u.result(pc, dst, b.call(b.member(T, 'entry'), u.r(callee), ...args(targets[0].linked as LinkedTemplate)))], true, statements[0]);
  } else {
    for (const target of [...targets].reverse()) {
      const test = b.bin('===', u.r(callee), u.constant(target, 'F'));
      const linked = target.linked as LinkedTemplate | null;
      // The call of a class constructor fails.
      if (linked !== null && linked.isClass) continue;
      let body: E.Statement[];
      if (linked !== null) {
        body = [...charge(), ...u.result(pc, dst, b.call(b.member(u.constant(u.customise(u.linked, site, linked), 'T'), 'entry'), u.r(callee), ...args(linked)))];
      } else {
        const forwarded = u.optimisations.intrinsics && operands.list === null ? forwardedCall(u, pc, dst, target, self, operands.registers) ?? libraryCall(u, pc, dst, site, target, self, operands.registers) ?? assignToLiteral(u, pc, dst, target, operands.registers) : null;
        const operation = u.optimisations.intrinsics && operands.list === null ? intrinsicCall(u, target, self, operands.registers, store) : null;
        const direct = (): E.Statement[] => u.result(pc, dst, b.call(u.constant(target.code, 'N'), u.r(callee), ...args()));
        const bound = boundCall(target, args());
        const call = [...charge(), ...(bound !== null ? u.result(pc, dst, bound(u)) : direct())];
        const onList = operands.list !== null && u.optimisations.intrinsics ? listOperation(u, target, operands.registers, operands.list) : null;
        if (onList !== null) body = [b.iff(onList.test, [b.at(b.set('t', onList.value), pc), ...charge(), ...store(b.id('t'), true)], call)];
        else if (operands.list !== null || bound !== null) body = call;
        else body = forwarded !== null ? [b.iff(forwarded.test, forwarded.body, call)] : operation === null ? call : operation.test === null ? operation.body : [b.iff(operation.test, operation.body, call)];
      }
      statements = orElse(u, test, body, targets.length === 1, statements[0]);
    }
  }
  return [u.pc(pc), ...u.beforeListCall(pc), ...statements, ...(operands.list !== null ? u.limitDepth(null) : [])];
}

/** The call is lowered to a guard of its target and a host operation that is always applicable: nothing else is called. */
export function isHostOperation(u: UnitBuilder, { op, pc }: Instruction): boolean {
  if (op !== Op.Call || !u.optimisations.speculate || !u.optimisations.intrinsics) return false;
  const { code } = u;
  const targets = targetsOf(u, code[pc + 4]);
  if (targets.length !== 1 || targets[0].linked !== null) return false;
  const registers = Array.from({ length: code[pc + 5] }, (_, i) => code[pc + 6 + i]);
  return intrinsicCall(u, targets[0], code[pc + 3], registers, () => [])?.test === null;
}

/**
 * Function.prototype.call and apply, and Reflect.apply: the function is called from here, where the host learns what it is. `apply` takes an array that nothing
 * unusual has been done to.
 */
function forwardedCall(u: UnitBuilder, pc: number, dst: number, target: GuestFunction, self: number, args: readonly number[]): { test: E.Expression; body: E.Statement[] } | null {
  const thisArgument = args.length > 0 ? u.r(args[0]) : b.voidZero();
  if (u.realm.operations.get(target) === 'Function.call') {
    const call = u.result(pc, dst, indirect(u.r(self), [thisArgument, ...args.slice(1).map((r) => u.r(r))]));
    return { test: isFunction(u, self), body: calledByName(u, self, args, (value) => u.result(pc, dst, value), call) };
  }
  const name = u.realm.operations.get(target);
  const isReflected = name === 'Reflect.apply' && args.length === 3;
  if (!isReflected && (name !== 'Function.apply' || args.length !== 2)) return null;
  if (!u.realm.host.emptied) return null;
  const [callee, receiver, elements] = isReflected ? args : [self, ...args];
  const list = u.r(elements);
  const length = (): E.Expression => b.member(list, 'length');
  // A longer list takes its part of the host stack.
  const isPlain = isPlainArrayUpTo(u, list, MANY_ARGUMENTS - 1);
  const call = u.result(pc, dst, indirect(u.r(callee), [u.r(receiver), b.spread(list)]));
  return { test: b.logic('&&', isFunction(u, callee), isPlain), body: [...u.chargeCall(pc, length), ...call] };
}

/** Natives that programs call by way of `call` more than in any other way, by their names in Realm.operations. */
const calledByCall: ReadonlySet<string> = new Set(['Object.hasOwnProperty', 'Object.toString']);

/** `call`, or before it what a call of one of these natives becomes where the function called is it. */
function calledByName(u: UnitBuilder, self: number, args: readonly number[], store: StoreResult, call: E.Statement[]): E.Statement[] {
  let statements = call;
  if (args.length === 0) return statements;
  for (const [f, name] of u.realm.operations) {
    const operation = calledByCall.has(name) ? intrinsicCall(u, f, args[0], args.slice(1), store) : null;
    if (operation !== null && operation.test !== null) statements = [b.iff(b.logic('&&', b.bin('===', u.r(self), u.constant(f, 'F')), operation.test), operation.body, statements)];
  }
  return statements;
}

/**
 * Natives that do nothing but go on as a function of the library where their first argument is given: by their names in Realm.operations. That function is
 * called from here, as one that the call site may have for itself.
 */
const libraryForms: ReadonlyMap<string, string> = new Map([['Array.sort', 'ArrayPrototype_sort']]);

function libraryCall(u: UnitBuilder, pc: number, dst: number, site: number, target: GuestFunction, self: number, args: readonly number[]): { test: E.Expression; body: E.Statement[] } | null {
  const name = libraryForms.get(u.realm.operations.get(target) ?? '');
  if (name === undefined || args.length === 0) return null;
  const f = u.realm.selfHosted(name);
  // It is compiled to bytecode when it is first called.
  if (f.linked === null) return null;
  const T = u.constant(u.customise(u.linked, site, f.linked as LinkedTemplate), 'T');
  return { test: b.bin('!==', u.r(args[0]), b.voidZero()), body: u.result(pc, dst, b.call(b.member(T, 'entry'), u.constant(f, 'F'), u.r(self), ...args.map((r) => u.r(r)))) };
}

/** The call of a bound function as that of its target with what is bound (10.4.1.1); null of other targets. */
function boundCall(callee: GuestFunction, args: (E.Expression | E.SpreadElement)[]): ((u: UnitBuilder) => E.Expression) | null {
  let target = callee;
  let receiver: Value = undefined;
  const bound: Value[] = [];
  for (; target.data instanceof BoundFunction; target = target.data.target) {
    receiver = target.data.self;
    bound.unshift(...target.data.args);
  }
  const linked = target.linked as LinkedTemplate | null;
  // The native itself takes care of long lists of arguments.
  if (target === callee || linked?.isClass === true || bound.length > MAX_BOUND || args.some(({ type }) => type === 'SpreadElement')) return null;
  return (u) => {
    const value = (v: Value): E.Expression => (v === undefined ? b.voidZero() : typeof v === 'number' ? b.lit(v) : u.constant(v));
    const code = linked === null ? u.constant(target.code, 'N') : b.member(u.constant(linked, 'T'), 'entry');
    return b.call(code, u.constant(target, 'F'), value(receiver), ...bound.map(value), ...args.slice(1));
  };
}
/** More bound arguments are left to the bound function itself. */
const MAX_BOUND = 16;

export function lowerNew(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  const callee = code[pc + 2];
  return constructs(u, pc, code[pc + 1], callee, callee, code[pc + 3], { registers: Array.from({ length: code[pc + 4] }, (_, i) => code[pc + 5 + i]), list: null });
}

/** dst = Construct(callee, args, newTarget). */
export function constructs(u: UnitBuilder, pc: number, dst: number, callee: number, newTarget: number, site: number, operands: Arguments): E.Statement[] {
  const args = (): (E.Expression | E.SpreadElement)[] => argumentsOf(u, operands);
  const isConstructor = b.logic('&&', b.bin('===', b.member(u.r(callee), 'fn'), u.r(callee)), b.bin('!==', b.member(u.r(callee), 'construct'), b.lit(null)));
  const targets = targetsOf(u, site);
  let statements: E.Statement[] = [b.iff(
    isConstructor,
    [...chargeArguments(u, pc, operands), b.at(u.setR(dst, b.call(b.member(u.r(callee), 'construct'), u.r(callee), u.r(newTarget), ...args())), pc)],
    [b.breakTo('body')],
  )];
  for (const target of [...targets].reverse()) {
    const linked = target.linked as LinkedTemplate | null;
    if (linked === null) {
      const operation = u.optimisations.intrinsics && callee === newTarget && operands.list === null ? intrinsicCall(u, target, -1, operands.registers, (value) => [b.at(u.setR(dst, value), pc)]) : null;
      if (operation === null) continue;
      const construct = (): E.Statement => b.at(u.setR(dst, b.call(u.constant(target.construct, 'N'), u.r(callee), u.r(callee), ...args())), pc);
      const body = operation.test === null ? operation.body : [b.iff(operation.test, operation.body, [construct()])];
      statements = orElse(u, b.bin('===', u.r(callee), u.constant(target, 'F')), body, targets.length === 1, statements[0]);
      continue;
    }
    if (linked.construct === null || linked.initialProto === NO_PROTOTYPE) continue;
    const enter = (self: E.Expression): E.Expression => b.call(b.member(u.constant(linked, 'T'), 'entry'), u.r(callee), self, ...argumentsOf(u, operands, linked));
    const body: E.Statement[] = [];
    if (linked.needsNewTarget) body.push(b.stmt(b.assign(b.member(u.constant(linked.realm, 'R'), 'newTarget'), u.r(newTarget))));
    if (linked.template.kind === 'derived') {
      body.push(b.at(u.setR(dst, enter(u.constant(EMPTY))), pc));
    } else {
      body.unshift(
        b.iff(b.bin('===', b.member(u.r(newTarget), 'ctor'), b.lit(null)), [b.stmt(b.call(u.rt('ctorOf'), u.r(newTarget)))]),
        b.set('s', b.newExpr(b.member(u.r(newTarget), 'ctor'))),
      );
      body.push(b.at(b.set('t', enter(b.id('s'))), pc));
      body.push(u.setR(dst, b.cond(b.logic('&&', b.bin('===', b.unary('typeof', b.id('t')), b.lit('object')), b.bin('!==', b.id('t'), b.lit(null))), b.id('t'), b.id('s'))));
    }
    statements = orElse(u, b.bin('===', u.r(callee), u.constant(target, 'F')), [...chargeArguments(u, pc, operands), ...body], targets.length === 1, statements[0]);
  }
  return [u.pc(pc), ...u.beforeListCall(pc), ...statements, ...(operands.list !== null ? u.limitDepth(null) : [])];
}
