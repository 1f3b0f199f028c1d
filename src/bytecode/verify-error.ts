// The error with which the verifier (verifier.ts and its two parts) refuses a template.

import { opcodes } from './opcodes.ts';
import type { Template } from './template.ts';

/** The template could make the interpreter or the compiler misbehave. */
export class VerifyError extends Error {
  override readonly name = 'VerifyError';
  /** Name of the template at fault; empty if anonymous. */
  readonly template: string;
  /** Word offset in its code, or -1 if the fault lies in one of its tables. */
  readonly offset: number;
  readonly reason: string;

  constructor(template: Template, offset: number, reason: string) {
    const op = offset >= 0 ? (opcodes[template.code[offset]]?.name ?? 'no opcode') : '';
    const where = offset >= 0 ? ` at word ${offset} (${op})` : '';
    super(`${template.source.name}: invalid bytecode: ${template.kind} ${template.name === '' ? '(anonymous)' : template.name}${where}: ${reason}`);
    this.template = template.name;
    this.offset = offset;
    this.reason = reason;
  }
}
