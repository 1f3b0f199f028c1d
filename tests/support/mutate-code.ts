// Damages the code of templates without breaking its form: what a forger would do who knows the verifier.
//
// Takes a template, a seed and a count; gives that many copies in which a few operands or opcodes of one function were
// exchanged for others that fit in their place, with the fuel of blocks made right again. Most of them fail the verifier's
// rules about registers, and those that pass must run without harm.

import { instructionLength, isList, Op, opcodes, type OperandKind } from '../../src/bytecode/opcodes.ts';
import type { Template } from '../../src/bytecode/template.ts';
import { Random } from './mutate.ts';

export interface CodeMutation {
  readonly template: Template;
  readonly what: string;
}

/** Opcodes that can take each other's place: those with the same operands. */
const siblings = new Map<string, number[]>();
for (const info of opcodes) {
  const key = info.operands.join(' ');
  siblings.set(key, [...(siblings.get(key) ?? []), info.code]);
}

export function* codeMutations(root: Template, seed: number, count: number): Generator<CodeMutation, void, undefined> {
  const random = new Random(seed);
  const paths: number[][] = [];
  const visit = (t: Template, path: number[]): void => {
    paths.push(path);
    t.children.forEach((child, i) => {
      visit(child, [...path, i]);
    });
  };
  visit(root, []);
  for (let i = 0; i < count; i++) {
    const path = paths[random.next(paths.length)];
    const what: string[] = [];
    const template = change(root, path, (t) => {
      const code = t.code.slice();
      for (let n = 1 + random.next(3); n > 0; n--) what.push(damage(t, code, random));
      refuel(code);
      return { ...t, code };
    });
    yield { template, what: `seed ${seed}, number ${i}, function at ${path.join('.') || 'top'}: ${what.join(', ')}` };
  }
}

function change(t: Template, path: readonly number[], edit: (t: Template) => Template): Template {
  if (path.length === 0) return edit(t);
  const [first, ...rest] = path;
  return { ...t, children: t.children.map((child, i) => (i === first ? change(child, rest, edit) : child)) };
}

function isLeader(op: number): boolean {
  return op === Op.Entry || op === Op.Block || op === Op.Loop;
}

function starts(code: Int32Array): number[] {
  const result: number[] = [];
  for (let pc = 0; pc < code.length; pc += instructionLength(code, pc)) result.push(pc);
  return result;
}

function damage(t: Template, code: Int32Array, random: Random): string {
  const pcs = starts(code);
  const pc = pcs[random.next(pcs.length)];
  const info = opcodes[code[pc]];
  // A leader in another's place is a fault of form, which byte-wise damage finds too.
  const alike = isLeader(info.code) ? [] : (siblings.get(info.operands.join(' ')) ?? []);
  if (random.next(3) === 0 && alike.length > 1) {
    code[pc] = alike[random.next(alike.length)];
    return `word ${pc}: ${info.name} to ${opcodes[code[pc]].name}`;
  }
  const words: [number, OperandKind][] = [];
  info.operands.forEach((kind, i) => {
    const at = pc + 1 + i;
    if (!isList(kind)) words.push([at, kind]);
    else for (let j = 1; j <= code[at]; j++) words.push([at + j, kind === 'srcs' ? 'src' : 'label']);
  });
  if (words.length === 0) return `word ${pc}: nothing`;
  const [at, kind] = words[random.next(words.length)];
  const old = code[at];
  code[at] = otherOperand(t, code, kind, old, pcs, random);
  return `word ${at} of ${info.name}: ${kind} ${old} to ${code[at]}`;
}

function otherOperand(t: Template, code: Int32Array, kind: OperandKind, old: number, pcs: readonly number[], random: Random): number {
  switch (kind) {
    case 'dst':
    case 'src':
    case 'update':
      return random.next(t.registerCount);
    case 'const':
      return random.next(t.constants.length);
    case 'name':
      return random.next(t.names.length);
    case 'template':
      return random.next(t.children.length);
    case 'scope':
      return random.next(t.scopes.length);
    case 'imm':
      return old + random.next(5) - 2;
    case 'label': {
      const leaders = pcs.filter((pc) => pc > 0 && isLeader(code[pc]));
      return leaders.length === 0 ? old : leaders[random.next(leaders.length)];
    }
    default:
      return old;
  }
}

/** Makes the fuel of every block what its instructions take. */
function refuel(code: Int32Array): void {
  let leader = 0;
  let fuel = 0;
  for (const pc of starts(code)) {
    const op = code[pc];
    if (isLeader(op)) {
      code[leader + 1] = fuel;
      leader = pc;
      fuel = 0;
    } else {
      fuel += opcodes[op].fuel;
    }
  }
  code[leader + 1] = fuel;
}
