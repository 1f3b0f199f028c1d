// Registers that an instruction reads and writes, and where its labels lead, by the opcode table.

import { Op, type OpcodeInfo, type OperandKind } from '../bytecode/opcodes.ts';
import type { Instruction } from './cfg.ts';
import { perOpcode } from './ir-opcodes.ts';

/** Words of an instruction, counted from its opcode, that hold an operand of these kinds. */
const wordsOf = (kinds: readonly OperandKind[]) => ({ operands }: OpcodeInfo): readonly number[] => operands.flatMap((kind, i) => (kinds.includes(kind) ? [i + 1] : []));

const usedAt = perOpcode(wordsOf(['src', 'update']));
const usedListAt = perOpcode(wordsOf(['srcs']));
const definedAt = perOpcode(wordsOf(['dst', 'update']));
const labelAt = perOpcode(wordsOf(['label']));
const labelListAt = perOpcode(wordsOf(['labels']));

export function forEachUse(code: Int32Array, { op, pc, base }: Instruction, use: (register: number) => void): void {
  for (const i of usedAt[op]) use(code[pc + i]);
  for (const i of usedListAt[op]) for (let k = code[pc + i]; k > 0; k--) use(code[pc + i + k]);
  // It reads and writes `this` in register 0 of its activation without naming it.
  if (op === Op.CoerceThis) use(base);
}

export function forEachDef(code: Int32Array, { op, pc, base }: Instruction, def: (register: number) => void): void {
  for (const i of definedAt[op]) def(code[pc + i]);
  if (op === Op.CoerceThis) def(base);
}

const noLabels: readonly number[] = [];

/** The pcs of the label operands of the instruction at `pc`, in order. */
export function labelsOf(code: Int32Array, pc: number): readonly number[] {
  const single = labelAt[code[pc]];
  const list = labelListAt[code[pc]];
  if (single.length === 0 && list.length === 0) return noLabels;
  const labels = single.map((i) => code[pc + i]);
  for (const i of list) for (let k = 1; k <= code[pc + i]; k++) labels.push(code[pc + i + k]);
  return labels;
}
