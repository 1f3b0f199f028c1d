// Registers that an instruction reads and writes, by the opcode table.

import { Op } from '../bytecode/opcodes.ts';
import type { Instruction } from './cfg.ts';

export function forEachUse(code: Int32Array, ins: Instruction, use: (register: number) => void): void {
  const { operands } = ins.info;
  for (let i = 0; i < operands.length; i++) {
    const kind = operands[i];
    if (kind === 'src' || kind === 'update') use(code[ins.pc + 1 + i]);
    else if (kind === 'srcs') for (let k = 0; k < code[ins.pc + 1 + i]; k++) use(code[ins.pc + 2 + i + k]);
  }
  // It reads and writes `this` in register 0 of its activation without naming it.
  if (ins.op === Op.CoerceThis) use(ins.base);
}

export function forEachDef(code: Int32Array, ins: Instruction, def: (register: number) => void): void {
  const { operands } = ins.info;
  for (let i = 0; i < operands.length; i++) {
    const kind = operands[i];
    if (kind === 'dst' || kind === 'update') def(code[ins.pc + 1 + i]);
  }
  if (ins.op === Op.CoerceThis) def(ins.base);
}
