// Lowering of any instruction by the interpreter's own slow path, on a scratch frame.

import type * as E from 'estree';
import type { Instruction } from '../ir/cfg.ts';
import { forEachDef, forEachUse } from '../ir/operands.ts';
import * as b from './builders.ts';
import type { UnitBuilder } from './unit-builder.ts';

/** Statements of an instruction that does not end its block by a branch. */
export type Lowering = (u: UnitBuilder, ins: Instruction) => E.Statement[];

/** The instruction on a scratch frame: see RuntimeSupport.execute. The frame is left in `x`. */
export function executeExpression(u: UnitBuilder, ins: Instruction): E.Expression {
  const operands: E.Expression[] = [];
  forEachUse(u.code, ins, (r) => operands.push(u.r(r)));
  return b.call(u.rt('execute'), b.id('UNIT'), b.lit(ins.pc), u.callee(), u.newTarget(), u.site.callee === null && (u.usesArguments || u.osr) ? b.id('args') : b.lit(null), b.array(...operands));
}

export function lowerByExecute(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const statements: E.Statement[] = [u.pc(ins.pc)];
  const defs: number[] = [];
  forEachDef(u.code, ins, (r) => defs.push(r));
  if (defs.length === 0) {
    statements.push(b.at(b.stmt(executeExpression(u, ins)), ins.pc));
    return statements;
  }
  statements.push(b.at(b.set('x', executeExpression(u, ins)), ins.pc));
  for (const r of defs) statements.push(u.setR(r, b.index(b.member(b.id('x'), 'regs'), b.lit(r - ins.base))));
  return statements;
}
