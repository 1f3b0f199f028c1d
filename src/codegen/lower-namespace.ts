// Reads of exports from a namespace: `import * as lib from ...` and `lib.f`.
//
// A namespace is an object with an accessor for each export (runtime/namespace.ts), often so many that V8 gives it no hidden class. Where the namespace comes
// from a name that has kept its value, the read is one of the binding's own cell, which V8 takes for a constant like that of any global.

import type * as E from 'estree';
import { Op } from '../bytecode/opcodes.ts';
import type { Instruction } from '../ir/cfg.ts';
import type { GlobalCell } from '../runtime/global-cell.ts';
import { NamespaceData } from '../runtime/namespace.ts';
import { EMPTY, internalOf } from '../runtime/values.ts';
import * as b from './builders.ts';
import type { UnitBuilder } from './unit-builder.ts';

/** dst = the value of a cell that has one, in an instruction that has set `pc`. */
export function readCell(u: UnitBuilder, ins: Instruction, cell: GlobalCell): E.Statement[] {
  const dst = u.code[ins.pc + 1];
  // A box that has no value any more traps.
  if (!cell.varies) return u.result(ins.pc, dst, b.member(u.constant(cell.boxed(), 'G'), 'v'));
  return [b.set('t', b.member(u.constant(cell, 'G'), 'v')), u.guard(b.bin('===', b.id('t'), u.constant(EMPTY))), ...u.result(ins.pc, dst, b.id('t'))];
}

/** The read of `key` of register `o`, if the instruction before has loaded a namespace into it; null otherwise. */
export function lowerExportRead(u: UnitBuilder, ins: Instruction, o: number, key: string): E.Statement[] | null {
  if (!u.optimisations.speculate) return null;
  const { previous } = u;
  if (previous?.op !== Op.GetGlobal || u.code[previous.pc + 1] !== o) return null;
  const of = u.linked.cell(u.code[previous.pc + 2]);
  const binding = of.varies ? undefined : internalOf(of.v, NamespaceData)?.cellOf(key);
  if (binding === undefined || binding.v === EMPTY) return null;
  return [u.pc(ins.pc), u.guard(b.bin('!==', u.r(o), u.constant(of.v, 'K'))), ...readCell(u, ins, binding)];
}
