// switch: a jump table where the cases are dense small integers, else a comparison after the other.
import type { SwitchCase, SwitchStatement } from 'acorn';
import type { FunctionCompiler } from './compile-function.ts';
import { numberOf } from './compile-literal.ts';
import { Label } from './emitter.ts';
import { Op } from './opcodes.ts';

/** Fewer cases are as well compared one by one. */
const fewest = 4;
/** A table may have this many entries per case. */
const sparsest = 4;

export function compileSwitch(c: FunctionCompiler, node: SwitchStatement): void {
  const { e } = c;
  const mark = c.mark();
  const outer = c.scope;
  const exit = new Label();
  if (c.completion >= 0) e.emit(Op.LoadUndefined, c.completion);
  const subject = c.operand(node.discriminant, node.end);
  const scope = c.unit.analysis.scopes.get(node);
  if (scope !== undefined) c.enter(scope, node.cases.flatMap((each) => each.consequent));
  const labels = node.cases.map(() => new Label());
  const defaultCase = node.cases.findIndex((each) => each.test == null);
  const otherwise = defaultCase < 0 ? exit : labels[defaultCase];
  const table = integerCases(node.cases);
  e.at(node.discriminant.start);
  if (table === null) compare(c, node.cases, labels, subject, otherwise);
  else jumpTable(c, table, labels, subject, otherwise);
  c.controls.push({ kind: 'target', labels: [], isBreakable: true, breakLabel: exit, continueLabel: null });
  node.cases.forEach(({ consequent }, i) => {
    e.bind(labels[i]);
    c.statements(consequent);
  });
  c.controls.pop();
  e.bind(exit);
  c.scope = outer;
  c.release(mark);
}

function compare(c: FunctionCompiler, cases: readonly SwitchCase[], labels: readonly Label[], subject: number, otherwise: Label): void {
  const { e } = c;
  cases.forEach(({ test }, i) => {
    if (test == null) return;
    const mark = c.mark();
    const equal = c.temp();
    const value = numberOf(test);
    const isImmediate = value !== null && Number.isInteger(value) && Math.abs(value) <= 2 ** 30;
    if (isImmediate) e.emit(Op.StrictEqInt, equal, subject, value);
    else {
      const operand = c.operand(test);
      e.emit(Op.StrictEq, equal, subject, operand);
    }
    e.branch(Op.JumpIfTrue, equal, labels[i]);
    c.release(mark);
  });
  e.jump(otherwise);
}

/** The case number by value, if all cases are integer literals close to each other. */
function integerCases(cases: readonly SwitchCase[]): ReadonlyMap<number, number> | null {
  const numbers = new Map<number, number>();
  for (const [i, { test }] of cases.entries()) {
    if (test == null) continue;
    const value = numberOf(test);
    if (value === null || (value | 0) !== value) return null;
    // -0 is 0 here, as for the operator; the first of equal cases counts.
    if (!numbers.has(value)) numbers.set(value + 0, i);
  }
  if (numbers.size < fewest) return null;
  const keys = [...numbers.keys()];
  return Math.max(...keys) - Math.min(...keys) + 1 <= sparsest * numbers.size ? numbers : null;
}

function jumpTable(c: FunctionCompiler, table: ReadonlyMap<number, number>, labels: readonly Label[], subject: number, otherwise: Label): void {
  const keys = [...table.keys()];
  const low = Math.min(...keys);
  const high = Math.max(...keys);
  const entries: Label[] = [];
  for (let value = low; value <= high; value++) {
    const index = table.get(value);
    entries.push(index === undefined ? otherwise : labels[index]);
  }
  c.e.switchInt(subject, low, otherwise, entries);
}
