// Generated JavaScript for people: the text of a unit as it is, with comments that say which source line and instruction each
// statement comes from, and where a statement can leave the unit.
//
// Takes a unit; gives text. Nothing but indentation is added to the unit's own text, whose lines stack traces rely on.

import { Op } from '../bytecode/opcodes.ts';
import { placesAt, type Unit } from '../codegen/unit.ts';
import { infoOf } from '../ir/ir-opcodes.ts';
import { formatInstruction } from './listing.ts';
import { functionLabel, place } from './places.ts';
import { SourceLines } from './source-lines.ts';

/** Column where comments begin. */
const COMMENTS = 60;

/** Registers and state that every unit has, said once on top of it. */
export const LEGEND = [
  "// r0 is this, r1... are the other registers, aN and nN register N within a block (n: a number); $x is the guest's property x;",
  '// K, F, T... are constants of the unit. pc is where the interpreter goes on if the unit is left; negative, after the safepoint at ~pc.',
  '// cell holds the fuel left [0], the depth [1] and its limit [2].',
].join('\n');

export function annotateUnit(unit: Unit): string {
  const { body } = unit;
  const { template } = unit.linked;
  const pcs = new Map<number, number>();
  for (let i = 0; i < unit.layout.lines.length; i += 2) if (!pcs.has(unit.layout.lines[i])) pcs.set(unit.layout.lines[i], unit.layout.lines[i + 1]);
  const source = new SourceLines(template);
  const out: string[] = [];
  let commented = -1;
  let current = 0;
  const text = indented(unit.source.trimEnd().split('\n'));
  text.forEach((line, i) => {
    const pc = pcs.get(i + 1);
    const comments: string[] = [];
    if (pc !== undefined) {
      current = pc;
      const { linked } = body.siteAt(pc);
      const own = linked === unit.linked;
      const shown = own ? source.next(body.originOf(pc)) : undefined;
      if (shown !== undefined) out.push(`${/^ */.exec(line)?.[0] ?? ''}//${shown}`);
      if (pc !== commented) comments.push(`${pc} ${formatInstruction(linked.template, body.code, pc)}${own ? '' : ` of ${functionLabel(linked.template)}`}`);
      commented = pc;
    }
    if (/^ *(break body;|return leave\(K\d+, .*)$/.test(line)) comments.push(exitNote(unit, text[i - 1], current));
    if (/^ *break result;$/.test(line)) comments.push(guardNote(unit, 'after', current));
    out.push(comments.length === 0 ? line : `${line.padEnd(COMMENTS)} // ${comments.join('; ')}`);
  });
  return out.join('\n') + '\n';
}

/** Lines of generated code, indented by one step for each line before that leaves brackets open. */
function indented(lines: readonly string[]): string[] {
  /** By open bracket: the first of its line. */
  const open: boolean[] = [];
  return lines.map((line) => {
    const brackets = line.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/[^()[\]{}]/g, '');
    const leading = /^[)\]}]*/.exec(line)?.[0].length ?? 0;
    open.length = Math.max(open.length - leading, 0);
    const text = '  '.repeat(open.filter((isFirst) => isFirst).length) + line;
    const before = open.length;
    for (const bracket of brackets.slice(leading)) {
      if ('([{'.includes(bracket)) open.push(open.length === before);
      else open.pop();
    }
    return text;
  });
}

function guardNote(unit: Unit, where: 'at' | 'after', pc: number): string {
  const [innermost] = placesAt(unit, pc);
  return `guard: deoptimises ${where} ${pc} ${infoOf(unit.body.code[pc]).name}, ${place(innermost.linked.template, innermost.pc)}`;
}

/** What leaving the unit here means: `before` is the line before, which may set the pc. */
function exitNote(unit: Unit, before: string, current: number): string {
  const { code } = unit.body;
  const where = (at: number): string => {
    const [innermost] = placesAt(unit, at);
    return place(innermost.linked.template, innermost.pc);
  };
  const set = /^ *pc = (-?\d+);$/.exec(before);
  if (set === null) {
    if (before.includes('cell[2]')) return 'leaves: too deep, or out of fuel';
    return guardNote(unit, 'at', current);
  }
  const pc = Number(set[1]);
  if (pc < 0) return 'safepoint: out of fuel, or asked to stop';
  const op = code[pc];
  if (op === Op.Return || op === Op.ReturnDerived) return 'leaves the loop: the interpreter returns';
  const target = `${pc}, ${where(pc)}`;
  if (op === Op.Block || op === Op.Loop) return unit.osr >= 0 && code[pc + 2] !== 0 ? `leaves the loop: the interpreter goes on at ${target}` : `uncommon branch: deoptimises at ${target}`;
  return `guard: deoptimises at ${target}`;
}
