// Registers that an instruction reads and writes, and where its labels lead, by the opcode table.

import { Op, type OpcodeInfo } from '../bytecode/opcodes.ts';
import type { Instruction } from './cfg.ts';
import { perOpcode } from './ir-opcodes.ts';

/** Words of an instruction, counted from its opcode, by what they hold: registers read and written, labels, and lists of them. */
interface OperandWords {
  readonly uses: readonly number[];
  readonly useLists: readonly number[];
  readonly defs: readonly number[];
  readonly labels: readonly number[];
  readonly labelLists: readonly number[];
}

/** In one loop over the table, since each process does it, before V8 has seen any of this. */
function wordsOf({ operands }: OpcodeInfo): OperandWords {
  const words: Record<keyof OperandWords, number[]> = { uses: [], useLists: [], defs: [], labels: [], labelLists: [] };
  for (let i = 0; i < operands.length; i++) {
    const kind = operands[i];
    if (kind === 'src' || kind === 'update') words.uses.push(i + 1);
    if (kind === 'dst' || kind === 'update') words.defs.push(i + 1);
    if (kind === 'srcs') words.useLists.push(i + 1);
    if (kind === 'label') words.labels.push(i + 1);
    if (kind === 'labels') words.labelLists.push(i + 1);
  }
  return words;
}

const wordsAt = perOpcode(wordsOf);

export function forEachUse(code: Int32Array, { op, pc, base }: Instruction, use: (register: number) => void): void {
  const { uses, useLists } = wordsAt[op];
  for (const i of uses) use(code[pc + i]);
  for (const i of useLists) for (let k = code[pc + i]; k > 0; k--) use(code[pc + i + k]);
  // It reads and writes `this` in register 0 of its activation without naming it.
  if (op === Op.CoerceThis) use(base);
}

export function forEachDef(code: Int32Array, { op, pc, base }: Instruction, def: (register: number) => void): void {
  for (const i of wordsAt[op].defs) def(code[pc + i]);
  if (op === Op.CoerceThis) def(base);
}

const noLabels: readonly number[] = [];

/** The pcs of the label operands of the instruction at `pc`, in order. */
export function labelsOf(code: Int32Array, pc: number): readonly number[] {
  const { labels: single, labelLists } = wordsAt[code[pc]];
  if (single.length === 0 && labelLists.length === 0) return noLabels;
  const labels = single.map((i) => code[pc + i]);
  for (const i of labelLists) for (let k = 1; k <= code[pc + i]; k++) labels.push(code[pc + i + k]);
  return labels;
}
