// Lowering of spreads: into array literals, and into the arguments of calls that are known.

import type * as E from 'estree';
import { Op } from '../bytecode/opcodes.ts';
import type { Cfg, Instruction } from '../ir/cfg.ts';
import { forEachDef, forEachUse } from '../ir/operands.ts';
import type { LinkedTemplate } from '../runtime/linked.ts';
import { EMPTY, type GuestFunction } from '../runtime/values.ts';
import * as b from './builders.ts';
import { lowerByExecute } from './lower-execute.ts';
import { iteratesFast } from './plain-arrays.ts';
import type { UnitBuilder } from './unit-builder.ts';

/** The first ArraySpreads into array literals, which nobody else has: each may as well become another array. */
export function findFirstSpreads(cfg: Cfg): ReadonlySet<number> {
  const found = new Set<number>();
  const { code } = cfg.body;
  for (const { instructions } of cfg.blocks) {
    instructions.forEach((ins, i) => {
      const list = code[ins.pc + 1];
      if (ins.op === Op.ArraySpread && code[ins.pc + 2] !== list && isFresh(code, instructions, i, list)) found.add(ins.pc);
    });
  }
  return found;
}

/** The register holds an array literal of single elements that nothing has been done with between its making and instruction `i`. */
function isFresh(code: Int32Array, instructions: readonly Instruction[], i: number, list: number): boolean {
  for (let k = i - 1; k >= 0; k--) {
    const ins = instructions[k];
    let touches = false;
    const touch = (r: number): void => {
      if (r === list) touches = true;
    };
    forEachDef(code, ins, touch);
    if (touches) return ins.op === Op.NewArray;
    forEachUse(code, ins, touch);
    if (touches) return false;
  }
  return false;
}

export function arraySpread(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  const list = (): E.Identifier => u.variable(code[pc + 1]);
  const from = (): E.Expression => u.r(code[pc + 2]);
  const append = b.stmt(b.call(u.rt('appendAll'), list(), from()));
  const copy = b.stmt(b.assign(list(), b.call(u.rt('concatLists'), list(), from())));
  const fast = u.firstSpreads.has(pc) ? b.iff(b.call(u.rt('isArray'), from()), [copy], [append]) : append;
  const byProtocol = b.at(b.stmt(b.cond(
    b.bin('===', b.id('x'), u.constant(EMPTY)),
    b.call(u.rt('callLibrary'), b.lit('operator_ArraySpreadAsked'), list(), from()),
    b.call(u.rt('callLibrary'), b.lit('operator_ArraySpread'), list(), from(), b.id('x')),
  )), pc);
  const other = b.iff(b.unary('!', b.call(u.rt('appendOther'), list(), from())), [
    b.set('x', b.call(u.rt('spreadMethod'), from())),
    b.iff(b.bin('===', b.id('x'), b.voidZero()), lowerByExecute(u, ins), [byProtocol]),
  ]);
  return [u.pc(pc), b.iff(iteratesFast(u, from()), [fast], [other])];
}

/** Most parameters that are read off a list one by one. */
const MAX_READ = 6;

/** The elements of a list as the arguments of a function after the first ones: those that it has parameters for, if it is known and looks at no others. */
export function listArguments(u: UnitBuilder, list: () => E.Expression, linked: LinkedTemplate | null, first: number): (E.Expression | E.SpreadElement)[] {
  if (linked === null || linked.usesArguments || linked.template.parameterCount > first + MAX_READ) return [b.spread(list())];
  const count = Math.max(linked.template.parameterCount - first, 0);
  return Array.from({ length: count }, (_, i) => b.cond(b.bin('<', b.lit(i), b.member(list(), 'length')), u.element(list(), b.lit(i)), b.voidZero()));
}

/** Longest list that is spread into a call of the host's. */
const MAX_HOST_ARGUMENTS = 1024;

/**
 * Math.max and Math.min of a list are the host's own, bare: what they cannot convert is a trap. As that lets the instruction go again, they come
 * before the charge, which they can since they have no effects.
 */
export function listOperation(u: UnitBuilder, target: GuestFunction, first: readonly number[], list: () => E.Expression): { test: E.Expression; value: E.Expression } | null {
  const name = u.realm.operations.get(target);
  if (name !== 'Math.max' && name !== 'Math.min') return null;
  const host = name === 'Math.max' ? 'max' : 'min';
  return {
    test: b.bin('<=', b.member(list(), 'length'), b.lit(MAX_HOST_ARGUMENTS)),
    value: b.call(u.constant(u.realm.prelude.math[host], 'math_' + host), ...first.map((r) => u.r(r)), b.spread(list())),
  };
}
