// Lowering of calls: known targets behind identity guards, known natives as host operations, and the generic call.

import type * as E from 'estree';
import type { Instruction } from '../ir/cfg.ts';
import type { LinkedTemplate } from '../runtime/linked.ts';
import { NO_PROTOTYPE, type GuestFunction } from '../runtime/values.ts';
import * as b from './builders.ts';
import { intrinsicCall } from './intrinsics.ts';
import type { UnitBuilder } from './unit-builder.ts';

function targetsOf(u: UnitBuilder, site: number): readonly GuestFunction[] {
  const feedback = u.linked.sites[site];
  return feedback === undefined || feedback.megamorphic || !u.optimisations.directCalls ? [] : feedback.targets;
}

/** The call by the target's own code: one load less than through the template, and its feedback is the site's own. */
function indirect(f: E.Expression, args: E.Expression[]): E.Expression {
  return b.call(b.member(f, 'code'), f, ...args);
}

export function lowerCall(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  const dst = code[pc + 1];
  const callee = code[pc + 2];
  const site = code[pc + 4];
  const count = code[pc + 5];
  const operands = Array.from({ length: count }, (_, i) => code[pc + 6 + i]);
  const args = (): E.Expression[] => [u.r(code[pc + 3]), ...operands.map((r) => u.r(r))];
  const generic = (): E.Statement =>
    b.iff(
      b.bin('===', b.member(u.r(callee), 'fn'), u.r(callee)),
      [b.at(u.setR(dst, indirect(u.r(callee), args())), pc)],
      // Not callable by itself: the interpreter throws, or calls what a bare read cannot.
      [b.breakTo('body')],
    );
  const targets = targetsOf(u, site);
  const linkedTargets = new Set(targets.map((t) => t.linked));
  let statement: E.Statement = generic();
  if (targets.length > 1 && linkedTargets.size === 1 && targets[0].linked !== null) {
    // Closures of one template: the guard is on the template, own-only by the identity slot.
    const T = u.constant(targets[0].linked, 'T');
    statement = b.iff(
      b.logic('&&', b.bin('===', b.member(u.r(callee), 'linked'), T), b.bin('===', b.member(u.r(callee), 'fn'), u.r(callee))),
      [b.at(u.setR(dst, b.call(b.member(T, 'entry'), u.r(callee), ...args())), pc)],
      [statement],
    );
  } else {
    for (const target of [...targets].reverse()) {
      const K = u.constant(target, 'F');
      const test = b.bin('===', u.r(callee), K);
      const linked = target.linked as LinkedTemplate | null;
      if (linked !== null) {
        statement = b.iff(test, [b.at(u.setR(dst, b.call(b.member(u.constant(linked, 'T'), 'entry'), u.r(callee), ...args())), pc)], [statement]);
        continue;
      }
      const operation = u.optimisations.intrinsics ? intrinsicCall(u, target, code[pc + 3], operands, dst) : null;
      const direct = b.at(u.setR(dst, b.call(u.constant(target.code, 'N'), u.r(callee), ...args())), pc);
      const fast = operation === null ? [direct] : operation.test === null ? operation.body : [b.iff(operation.test, operation.body, [direct])];
      statement = b.iff(test, fast, [statement]);
    }
  }
  return [u.pc(pc), statement];
}

export function lowerNew(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  const dst = code[pc + 1];
  const callee = code[pc + 2];
  const count = code[pc + 4];
  const args = Array.from({ length: count }, (_, i) => u.r(code[pc + 5 + i]));
  const isConstructor = b.logic('&&', b.bin('===', b.member(u.r(callee), 'fn'), u.r(callee)), b.bin('!==', b.member(u.r(callee), 'construct'), b.lit(null)));
  let statement: E.Statement = b.iff(
    isConstructor,
    [b.at(u.setR(dst, b.call(b.member(u.r(callee), 'construct'), u.r(callee), u.r(callee), ...args)), pc)],
    [b.breakTo('body')],
  );
  for (const target of [...targetsOf(u, code[pc + 3])].reverse()) {
    const linked = target.linked as LinkedTemplate | null;
    if (linked === null || linked.template.kind === 'derived' || linked.construct === null || linked.initialProto === NO_PROTOTYPE) continue;
    const T = u.constant(linked, 'T');
    const body: E.Statement[] = [
      b.iff(b.bin('===', b.member(u.r(callee), 'ctor'), b.lit(null)), [b.stmt(b.call(u.rt('ctorOf'), u.r(callee)))]),
      b.set('s', b.newExpr(b.member(u.r(callee), 'ctor'))),
    ];
    if (linked.needsNewTarget) body.push(b.stmt(b.assign(b.member(u.constant(u.realm, 'R'), 'newTarget'), u.r(callee))));
    body.push(b.at(b.set('t', b.call(b.member(T, 'entry'), u.r(callee), b.id('s'), ...args)), pc));
    body.push(u.setR(dst, b.cond(b.logic('&&', b.bin('===', b.unary('typeof', b.id('t')), b.lit('object')), b.bin('!==', b.id('t'), b.lit(null))), b.id('t'), b.id('s'))));
    statement = b.iff(b.bin('===', u.r(callee), u.constant(target, 'F')), body, [statement]);
  }
  return [u.pc(pc), statement];
}
