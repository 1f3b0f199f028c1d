// Where it is checked that a value is a number: where it comes from, or where it is used.
//
// Takes a graph whose `givesNumber` says which instructions have given nothing but numbers, with its liveness. Gives the graph without those whose result is not
// worth a check of its own, as it is used in its block only: by instructions that take a value of any kind as it is, and by at most one operator, which is right for
// whatever comes, or leaves the unit; one check of its result replaces those of both operands. V8 checks an operand of an operator in any case, as it learns nothing
// from `typeof`.

import { Op } from '../bytecode/opcodes.ts';
import type { Block, Cfg, Instruction } from './cfg.ts';
import type { Body } from './inline.ts';
import { isLive, type Liveness } from './liveness.ts';
import { forEachDef, forEachUse } from './operands.ts';
import { copesWithAnything } from './types.ts';

const indifferent = new Set<number>([
  Op.Return, Op.SetProp, Op.SetSlot, Op.SetSlotChecked, Op.SetGlobal, Op.InitGlobal, Op.NewArray, Op.ArrayAppend, Op.DefineField,
  Op.StrictEq, Op.StrictNe, Op.StrictEqInt, Op.StrictNeInt, Op.Not, Op.JumpIfTrue, Op.JumpIfFalse,
]);

export function worthChecking(cfg: Cfg, liveness: Liveness): Cfg {
  const givesNumber = new Set(cfg.givesNumber);
  for (const block of cfg.blocks) {
    block.instructions.forEach(({ pc, op }, i) => {
      // The other results of a step of an iteration are no values.
      if (givesNumber.has(pc) && op !== Op.IterStep && !isWorthChecking(cfg.body, liveness, block, i)) givesNumber.delete(pc);
    });
  }
  return givesNumber.size === cfg.givesNumber.size ? cfg : { ...cfg, givesNumber };
}

/** The result of the block's `i`-th instruction. */
function isWorthChecking(body: Body, liveness: Liveness, { instructions, edges }: Block, i: number): boolean {
  const { code } = body;
  const register = code[instructions[i].pc + 1];
  let operators = 0;
  for (const ins of instructions.slice(i + 1)) {
    let uses = false;
    let defines = false;
    forEachUse(code, ins, (r) => (uses ||= r === register));
    if (uses && !takesAnything(body, ins)) {
      if (!copesWithAnything(code, ins) || ++operators > 1) return true;
    }
    forEachDef(code, ins, (r) => (defines ||= r === register));
    if (defines) return false;
  }
  return edges.some(({ pc }) => isLive(liveness.before(pc), register));
}

function takesAnything(body: Body, { op, pc }: Instruction): boolean {
  if (op !== Op.Call) return indifferent.has(op);
  const feedback = body.siteAt(pc).linked.sites[body.code[pc + 4]];
  // Natives may become operations of the host on numbers.
  return feedback !== undefined && !feedback.megamorphic && feedback.targets.every(({ linked }) => linked !== null);
}
