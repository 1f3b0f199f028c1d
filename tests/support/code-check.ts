// What the compiler guarantees of its code beyond what the verifier asks for: nothing in it is unreachable, nothing in its
// tables is unused. Follows the code by the opcode table alone.
import { Op, instructionLength, isList, opcodes } from '../../src/bytecode/opcodes.ts';
import type { Template } from '../../src/bytecode/template.ts';

interface Instruction {
  readonly pc: number;
  readonly op: number;
  readonly length: number;
  readonly labels: readonly number[];
  /** Indices used, by table. */
  readonly uses: ReadonlyMap<string, number>;
}

const leaders: ReadonlySet<number> = new Set([Op.Entry, Op.Block, Op.Loop]);

function decode(code: Int32Array): Map<number, Instruction> {
  const instructions = new Map<number, Instruction>();
  for (let pc = 0; pc < code.length; pc += instructionLength(code, pc)) {
    const labels: number[] = [];
    const uses = new Map<string, number>();
    let at = pc + 1;
    for (const kind of opcodes[code[pc]].operands) {
      if (isList(kind)) {
        const n = code[at++];
        if (kind === 'labels') labels.push(...code.subarray(at, at + n));
        at += n;
        continue;
      }
      if (kind === 'label') labels.push(code[at]);
      else uses.set(kind, code[at]);
      at++;
    }
    instructions.set(pc, { pc, op: code[pc], length: at - pc, labels, uses });
  }
  return instructions;
}

/** The complaints about a template and all in it. */
export function checkCode(template: Template): string[] {
  const problems: string[] = [];
  check(template, problems);
  for (const child of template.children) problems.push(...checkCode(child));
  return problems;
}

function check(t: Template, problems: string[]): void {
  const { code } = t;
  const complain = (pc: number, what: string): void => void problems.push(`${t.name || t.kind} at ${pc}: ${what}`);
  const instructions = decode(code);
  const reached = reachable(t, instructions);
  let leader = 0;
  let fuel = 0;
  for (const { pc, op, labels } of instructions.values()) {
    if (leaders.has(op)) {
      if (!reached.has(pc)) complain(pc, 'unreachable block');
      if (pc > 0 && code[leader + 1] !== fuel) complain(leader, `fuel ${code[leader + 1]} instead of ${fuel}`);
      leader = pc;
      fuel = 0;
    }
    fuel += opcodes[op].fuel;
    for (const label of labels) {
      const target = instructions.get(label);
      if (target === undefined || (target.op !== Op.Block && target.op !== Op.Loop)) complain(pc, `label ${label} is not at a Block or Loop`);
    }
  }
  if (code[leader + 1] !== fuel) complain(leader, `fuel ${code[leader + 1]} instead of ${fuel}`);
  const all = [...instructions.values()];
  for (const [kind, table] of [['name', t.names], ['site', t.siteNames], ['template', t.children], ['scope', t.scopes], ['const', t.constants]] as const) {
    const used = new Set(all.map(({ uses }) => uses.get(kind)));
    for (let i = 0; i < table.length; i++) if (!used.has(i)) complain(-1, `${kind} ${i} is not used`);
  }
}

/** Where control can get, from the entry and into the handlers of blocks that it gets to. */
function reachable(t: Template, instructions: ReadonlyMap<number, Instruction>): Set<number> {
  const reached = new Set<number>();
  const pending = [0];
  for (let pc = pending.pop(); pc !== undefined; pc = pending.pop()) {
    for (let at: number | undefined = pc; at !== undefined && !reached.has(at); ) {
      const instruction = instructions.get(at);
      if (instruction === undefined) break;
      reached.add(at);
      pending.push(...instruction.labels);
      for (const h of t.handlers) if (at >= h.start && at < h.end) pending.push(h.target);
      at = opcodes[instruction.op].terminates ? undefined : at + instruction.length;
    }
  }
  return reached;
}
