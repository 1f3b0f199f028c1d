// Object literals that nobody else has yet: in the place of such an object another one can be put, which is how the host's own copies of objects are used.
//
// Takes the block at hand; tells what a register holds before an instruction of it, and what becomes of that in the block.

import type * as E from 'estree';
import { Op } from '../bytecode/opcodes.ts';
import type { Instruction } from '../ir/cfg.ts';
import { forEachDef, forEachUse } from '../ir/operands.ts';
import { AS_CLONE } from '../runtime/intrinsics/object-assign.ts';
import type { GuestFunction } from '../runtime/values.ts';
import * as b from './builders.ts';
import { isSpreadable } from './plain-objects.ts';
import type { UnitBuilder } from './unit-builder.ts';

/** More spreads than that into one literal are left to the runtime: each of those before would be copied once more. */
const MOST_SPREADS = 2;

/**
 * What the register holds before the spread at `pc`: an object literal that nobody else has, as it was begun in this block, without properties or with
 * some; 'shared' where that cannot be told.
 */
export function freshLiteral(u: UnitBuilder, register: number, pc: number): 'empty' | 'begun' | 'shared' {
  const { code } = u;
  const { instructions } = u.block;
  if (!u.realm.host.emptied) return 'shared';
  let isEmpty = true;
  let spreads = 1;
  for (let i = instructions.findIndex((ins) => ins.pc === pc) - 1; i >= 0; i--) {
    const ins = instructions[i];
    const count = mentions(code, ins, register);
    if (count === 0) continue;
    const isTarget = count === 1 && code[ins.pc + 1] === register;
    if (ins.op === Op.NewObject && isTarget) return isEmpty && code[ins.pc + 3] === 0 ? 'empty' : 'begun';
    if (!isTarget || (ins.op !== Op.DefineField && ins.op !== Op.CopyDataProperties)) return 'shared';
    if (ins.op === Op.CopyDataProperties && ++spreads > MOST_SPREADS) return 'shared';
    isEmpty = false;
  }
  return 'shared';
}

/** More keys than that are not looked for in what is spread. */
const MOST_KEYS = 4;

/** The keys that the literal in the register gets next in its block, after the spread at `pc`; null where those are too many, or not known. */
export function keysAdded(u: UnitBuilder, register: number, pc: number): string[] | null {
  const { code } = u;
  const keys: string[] = [];
  for (const ins of u.block.instructions) {
    if (ins.pc <= pc || mentions(code, ins, register) === 0) continue;
    const isTarget = code[ins.pc + 1] === register;
    if (isTarget && (ins.op === Op.CopyDataProperties || ins.op === Op.DefineElem)) return null;
    let isOver = false;
    forEachDef(code, ins, (r) => {
      if (r === register) isOver = true;
    });
    if (isOver) break;
    if (!isTarget || (ins.op !== Op.DefineField && ins.op !== Op.SetProp)) continue;
    const key = u.body.siteAt(ins.pc).linked.keys[code[ins.pc + 2]];
    if (typeof key !== 'string' || keys.length === MOST_KEYS) return null;
    keys.push(key);
  }
  return keys;
}

/** How many operands of the instruction are the register. */
function mentions(code: Int32Array, ins: Instruction, register: number): number {
  let count = 0;
  const look = (r: number): void => {
    if (r === register) count++;
  };
  forEachUse(code, ins, look);
  forEachDef(code, ins, look);
  return count;
}

/**
 * Object.assign to an empty literal, of one source or two: a spread of them into the literal, where that is the same. V8 copies objects without looking at each key where the
 * copy gets no others.
 */
export function assignToLiteral(u: UnitBuilder, pc: number, dst: number, target: GuestFunction, args: readonly number[]): { test: E.Expression; body: E.Statement[] } | null {
  if (u.realm.operations.get(target) !== 'Object.assign' || args.length < 2 || args.length > 1 + MOST_SPREADS) return null;
  const [literal, ...sources] = args;
  if (sources.includes(literal) || freshLiteral(u, literal, pc) !== 'empty') return null;
  const values = sources.map((r) => u.r(r));
  const isClone = b.bin('===', b.id('s'), b.lit(AS_CLONE));
  const getsKeys = [literal, dst].some((r) => keysAdded(u, r, pc)?.length !== 0);
  const copy = getsKeys ? b.objectSpread(...values) : b.cond(isClone, b.objectClone(...values), b.objectSpread(...values));
  return {
    test: [...sources.map((r) => isSpreadable(u, r)), b.bin('!==', b.assign(b.id('s'), b.call(u.rt('assignsBySpread'), ...values)), b.lit(0))].reduce((x, y) => b.logic('&&', x, y)),
    body: [b.stmt(b.assign(u.variable(literal), copy)), ...u.result(pc, dst, u.r(literal))],
  };
}
