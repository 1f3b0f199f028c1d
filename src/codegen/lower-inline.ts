// Lowering of what stands around an inlined callee: its guard, its `this`, the guest depth, its result.

import type * as E from 'estree';
import { convertiblesOnly, Type } from '../ir/types.ts';
import type { Instruction } from '../ir/cfg.ts';
import type { InlineSite } from '../ir/inline.ts';
import { infoOf, IrOp, lengthAt } from '../ir/ir-opcodes.ts';
import { DEPTH } from '../runtime/realm.ts';
import * as b from './builders.ts';
import type { Lowering } from './lower-execute.ts';
import type { UnitBuilder } from './unit-builder.ts';

const siteOf = (u: UnitBuilder, number: number): InlineSite => u.body.sites[number];

/** The register holds the callee of the site. */
export function isCallee(u: UnitBuilder, ins: Instruction): E.Expression {
  return b.bin('===', u.r(u.code[ins.pc + 2]), u.constant(siteOf(u, u.code[ins.pc + 1]).callee, 'F'));
}

const guard: Lowering = (u, ins) => {
  u.exitAt(ins.pc);
  const test = b.unary('!', isCallee(u, ins));
  const condition = u.stress ? b.logic('||', b.call(u.rt('stress')), test) : test;
  return [b.at(b.iff(condition, [b.set('pc', b.lit(ins.pc)), b.breakTo('body')]), ins.pc)];
};

/** OrdinaryCreateFromConstructor ( newTarget, "%Object.prototype%" ) */
const makeThis: Lowering = (u, ins) => {
  const F = u.constant(siteOf(u, u.code[ins.pc + 2]).callee, 'F');
  return [
    u.pc(ins.pc),
    b.iff(b.bin('===', b.member(F, 'ctor'), b.lit(null)), [b.stmt(b.call(u.rt('ctorOf'), F))]),
    u.setR(u.code[ins.pc + 1], b.newExpr(b.member(F, 'ctor'))),
  ];
};

/** Something that the activation does may call the guest, which then counts the depth. */
function callsGuest(u: UnitBuilder, site: InlineSite): boolean {
  let known = u.callingSites.get(site);
  if (known === undefined) {
    const { code } = u;
    known = false;
    for (let pc = 0; pc < code.length && !known; pc += lengthAt(code, pc)) {
      if (u.body.siteAt(pc) !== site) continue;
      const { calls, operands } = infoOf(code[pc]);
      if (calls !== true) continue;
      const profile = operands.indexOf('profile');
      // An operator on primitives converts no objects.
      const isArithmetic = operands.length === profile + 1 && operands[1] === 'src' && (operands[2] === 'src' || operands[2] === 'imm' || operands[2] === 'profile');
      known = !(isArithmetic && profile >= 0 && u.optimisations.speculate && infoOf(code[pc]).resume === 'value' && isOperator(infoOf(code[pc]).name) && convertiblesOnly(code[pc + 1 + profile]));
    }
    u.callingSites.set(site, known);
  }
  return known;
}

const operators = /^(Add|Sub|Mul|Div|Mod|Exp|BitAnd|BitOr|BitXor|BitNot|Shl|Shr|UShr|Lt|Le|Gt|Ge|Neg|Inc|Dec|ToNumeric|ToNumber)(Int)?$/;
const isOperator = (name: string): boolean => operators.test(name);

const enter: Lowering = (u, ins) => {
  const site = siteOf(u, u.code[ins.pc + 1]);
  return callsGuest(u, site) ? [b.stmt(b.assign(u.cell(DEPTH), u.depth(site))), ...u.noteTrace(site, -site.level)] : [];
};

const exit: Lowering = (u, ins) => {
  const site = siteOf(u, u.code[ins.pc + 1]);
  return callsGuest(u, site) ? [...u.noteTrace(site, 0), b.stmt(b.assign(u.cell(DEPTH), u.depth(site.parent as InlineSite)))] : [];
};

/** What [[Construct]] ( argumentsList, newTarget ) of a base constructor gives. */
const result: Lowering = (u, ins) => {
  const [dst, value, self] = [u.code[ins.pc + 1], u.code[ins.pc + 2], u.code[ins.pc + 3]];
  if (u.type(value) === Type.undefined) return [u.setR(dst, u.r(self))];
  return [u.setR(dst, b.cond(b.logic('&&', b.bin('===', b.unary('typeof', u.r(value)), b.lit('object')), b.bin('!==', u.r(value), b.lit(null))), u.r(value), u.r(self)))];
};

export const inlineLowerings: readonly (readonly [op: number, lowering: Lowering])[] = [
  [IrOp.InlineGuard, guard],
  [IrOp.InlineThis, makeThis],
  [IrOp.InlineEnter, enter],
  [IrOp.InlineExit, exit],
  [IrOp.InlineResult, result],
];
