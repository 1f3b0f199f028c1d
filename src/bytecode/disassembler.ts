// Templates as text for people: `anneal dump --stage bytecode` and the tests of the compiler.
//
// Takes a template, and the code of its linked copy if counts and profile are to be shown; gives a listing, with the source
// line above the code that comes from it, and the functions in it after it. Everything about operands is read from the opcode
// table. For a text that can be read back see assembler.ts.
import { formatConstant } from './assembler-constants.ts';
import { Op, instructionLength, isList, opcodes } from './opcodes.ts';
import type { OperandKind } from './opcodes.ts';
import { Seen } from './profile.ts';
import { positionAt } from './template.ts';
import type { Template } from './template.ts';

export interface DisassembleOptions {
  /** Code of a linked copy of the template, with counts and profile. */
  readonly code?: Int32Array;
  /** Show the source lines (the default, where the text was kept). */
  readonly source?: boolean;
  /** Show the functions in it too (the default). They are shown without counts. */
  readonly children?: boolean;
}

/** A source line is shown up to so many characters. */
const widest = 100;

export function disassemble(template: Template, options: DisassembleOptions = {}): string {
  const lines: string[] = [];
  describe(template, options, options.source === false ? [] : template.source.text.split('\n'), lines);
  return `${lines.join('\n')}\n`;
}

function describe(t: Template, options: DisassembleOptions, source: readonly string[], lines: string[]): void {
  lines.push(header(t));
  const code = options.code ?? t.code;
  let line = 0;
  for (let pc = 0; pc < code.length; pc += instructionLength(code, pc)) {
    const at = positionAt(t, pc).line;
    if (at !== line && at <= source.length && t.positions.length > 0) {
      line = at;
      const text = source[line - 1].trim();
      lines.push(`  ${String(line).padStart(6)} | ${text.length > widest ? `${text.slice(0, widest)}...` : text}`);
    }
    lines.push(instruction(t, code, pc));
  }
  for (const h of t.handlers) lines.push(`  handler ${h.start} to ${h.end}: goto ${h.target}, exception in r${h.register}`);
  if (options.children === false) return;
  for (const child of t.children) {
    lines.push('');
    describe(child, { ...options, code: undefined }, source, lines);
  }
}

/** "method size of file.js:3, strict, 0 parameters, 4 registers" */
function header(t: Template): string {
  const name = t.name === '' ? '(anonymous)' : t.name;
  const place = t.positions.length > 0 ? `${t.source.name}:${t.positions[1]}` : t.source.name;
  const facts = [
    t.kind === 'script' || t.kind === 'module' ? `${t.kind} ${place}` : `${t.kind} ${name} of ${place}`,
    ...(t.strict ? ['strict'] : []),
    counted(t.parameterCount, 'parameter'),
    counted(t.registerCount, 'register'),
    ...(t.mappedSlots.length > 0 ? [`arguments mapped to slots ${t.mappedSlots.join(' ')}`] : []),
  ];
  return facts.join(', ');
}

function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}

function instruction(t: Template, code: Int32Array, pc: number): string {
  const info = opcodes[code[pc]];
  const operands: string[] = [];
  const notes: string[] = [];
  let at = pc + 1;
  for (const kind of info.operands) {
    if (isList(kind)) {
      const end = at + 1 + code[at];
      const items: string[] = [];
      for (at++; at < end; at++) items.push(operand(t, kind === 'srcs' ? 'src' : 'label', code[at]));
      operands.push(`[${items.join(' ')}]`);
      continue;
    }
    const word = code[at++];
    if (kind === 'count') {
      if (word !== 0) notes.push(`${word} times`);
    } else if (kind === 'profile') {
      if (word !== 0) notes.push(seen(word));
    } else if (isLeader(info.code)) {
      operands.push(`fuel ${word}`);
    } else {
      operands.push(operand(t, kind, word));
    }
  }
  const note = notes.length === 0 ? '' : `  ; ${notes.join(', ')}`;
  const text = `${String(pc).padStart(6)}  ${info.name.padEnd(14)} ${operands.join(' ')}`;
  return text.trimEnd() + note;
}

function isLeader(op: number): boolean {
  return op === Op.Entry || op === Op.Block || op === Op.Loop;
}

/** One operand; an index that is out of range is shown as such, since broken templates are what one looks at. */
function operand(t: Template, kind: OperandKind, word: number): string {
  switch (kind) {
    case 'dst':
    case 'src':
    case 'update':
      return `r${word}`;
    case 'const':
      return entry(t.constants, word, formatConstant);
    case 'name':
      return entry(t.names, word, (name) => (/^[\w$#%]+$/.test(name) ? `.${name}` : `.${JSON.stringify(name)}`));
    case 'template':
      return entry(t.children, word, (child) => `<${child.kind} ${child.name === '' ? '(anonymous)' : child.name}>`);
    case 'scope':
      return entry(t.scopes, word, (shape) => `{${shape.names.map((name, i) => name + (shape.lexical[i] ? '!' : '')).join(' ')}}`);
    case 'site':
      return entry(t.siteNames, word, (name) => JSON.stringify(name));
    default:
      return String(word);
  }
}

function entry<T>(table: readonly T[], index: number, show: (item: T) => string): string {
  return index >= 0 && index < table.length ? show(table[index]) : `(${index} of ${table.length})`;
}

/** The names of the profile bits that are set. */
function seen(bits: number): string {
  const names = Object.entries(Seen).filter(([, bit]) => (bits & bit) !== 0);
  return `seen ${names.map(([name]) => name).join(' ')}`;
}
