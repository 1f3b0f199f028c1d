// Opcodes that only the code of a compilation has (inline.ts), beside those of the bytecode: no file and no interpreter sees them.

import { instructionLength, opcodes, type OpcodeInfo, type OperandKind } from '../bytecode/opcodes.ts';

const rows: OpcodeInfo[] = [];

function row(name: string, operands: string, semantics: string): number {
  const code = opcodes.length + rows.length;
  rows.push({ name, code, operands: operands.split(' ') as OperandKind[], semantics, fuel: 0, bytes: 0, resume: 're-execute' });
  return code;
}

/** `site` numbers are indexes into Body.sites. */
export const IrOp = {
  InlineGuard: row('InlineGuard', 'imm src srcs', 'leave unless r[b] is the callee of site a; the call that goes again then reads r[c...]'),
  InlineElse: row('InlineElse', 'imm src label', 'goto c unless r[b] is the callee of site a'),
  InlineThis: row('InlineThis', 'dst imm', 'r[a] = the object that construction by the callee of site b begins with'),
  InlineEnter: row('InlineEnter', 'imm', 'the activation of site a begins'),
  InlineExit: row('InlineExit', 'imm', 'the activation of site a is over'),
  InlineResult: row('InlineResult', 'dst src src', 'r[a] = r[b] if it is an object, else r[c]'),
} as const;

/** What there is to know about an opcode of the code of a compilation. */
export function infoOf(op: number): OpcodeInfo {
  return op < opcodes.length ? opcodes[op] : rows[op - opcodes.length];
}

/** What follows for each opcode from its operands is looked up, and found once. */
export function perOpcode<T>(find: (info: OpcodeInfo) => T): readonly T[] {
  return [...opcodes, ...rows].map(find);
}

/** Words that the instruction at `pc` takes. */
export function lengthAt(code: Int32Array, pc: number): number {
  if (code[pc] < opcodes.length) return instructionLength(code, pc);
  const { operands } = rows[code[pc] - opcodes.length];
  return 1 + operands.length + (operands[operands.length - 1] === 'srcs' ? code[pc + operands.length] : 0);
}
