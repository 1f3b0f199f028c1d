// Prints templates in the form that assembler.ts reads.

import { formatConstant } from './assembler-constants.ts';
import { INDEX_LETTERS } from './assembler-lines.ts';
import { formatModule } from './assembler-module.ts';
import { instructionLength, isList, opcodes } from './opcodes.ts';
import type { SourceInfo, Template } from './template.ts';

/** Prints a template that `verify` accepts (or one whose instructions at least are well formed). */
export function formatTemplate(template: Template): string {
  const lines: string[] = [];
  format(template, '', undefined, lines);
  return lines.join('\n') + '\n';
}

function format(t: Template, indent: string, parentSource: SourceInfo | undefined, lines: string[]): void {
  const flags = [t.strict ? ' strict' : '', t.isAsync ? ' async' : '', t.isGenerator ? ' generator' : '', t.usesArguments ? ' arguments' : '', t.usesNewTarget ? ' newtarget' : '', t.selfHosted ? ' selfhosted' : ''].join('');
  lines.push(`${indent}${t.kind} ${JSON.stringify(t.name)}${flags} params=${t.parameterCount} length=${t.length} registers=${t.registerCount} start=${t.start} end=${t.end} {`);
  const inner = indent + '  ';
  const item = (text: string): void => {
    lines.push(inner + text);
  };
  if (t.source !== parentSource) item(`source ${JSON.stringify(t.source.name)} ${JSON.stringify(t.source.text)}`);
  if (t.mappedSlots.length > 0) item(`mapped ${t.mappedSlots.join(' ')}`);
  for (const constant of t.constants) item(`const ${formatConstant(constant)}`);
  for (const name of t.names) item(`name ${JSON.stringify(name)}`);
  for (const shape of t.scopes) item(`scope ${shape.names.map((name, i) => JSON.stringify(name) + (shape.lexical[i] ? '!' : '')).join(' ')}`.trimEnd());
  for (const site of t.siteNames) item(`site ${JSON.stringify(site)}`);
  if (t.module !== undefined) for (const line of formatModule(t.module)) item(line);
  for (const child of t.children) format(child, inner, t.source, lines);
  formatCode(t, inner, lines);
  for (const h of t.handlers) item(`handler L${h.start} L${h.end} -> L${h.target} r${h.register}`);
  lines.push(indent + '}');
}

function formatCode(t: Template, indent: string, lines: string[]): void {
  const labels = new Set<number>(t.handlers.flatMap((h) => [h.start, h.end, h.target]));
  // Constants and names are written out where reading them back gives the same index.
  const constants = indexed(t.constants.map(formatConstant), 'k');
  const names = indexed(t.names.map((name) => JSON.stringify(name)), 'n');
  const operands = (visit: (pc: number, texts: string[]) => void): void => {
    for (let pc = 0; pc < t.code.length; pc += instructionLength(t.code, pc)) visit(pc, formatOperands(t.code, pc, labels, constants, names));
  };
  // Once to collect the labels, and once to print.
  operands(() => undefined);
  let position = 0;
  operands((pc, texts) => {
    while (position < t.positions.length && t.positions[position] <= pc) {
      lines.push(`${indent}at ${t.positions[position + 1]}:${t.positions[position + 2]}`);
      position += 3;
    }
    const label = labels.has(pc) ? `L${pc}:`.padEnd(6) : '      ';
    lines.push(`${indent}${label}${[opcodes[t.code[pc]].name, ...texts].join(' ')}`);
  });
  if (labels.has(t.code.length)) lines.push(`${indent}L${t.code.length}:`);
}

/** Each text, or its index where an equal one comes before it. */
function indexed(texts: readonly string[], letter: string): string[] {
  const seen = new Set<string>();
  return texts.map((text, i) => {
    if (seen.has(text)) return letter + i;
    seen.add(text);
    return text;
  });
}

function formatOperands(code: Int32Array, pc: number, labels: Set<number>, constants: readonly string[], names: readonly string[]): string[] {
  const texts: string[] = [];
  let at = pc + 1;
  const one = (kind: string): string => {
    const word = code[at++];
    switch (kind) {
      case 'imm':
        return String(word);
      case 'label':
        labels.add(word);
        return `L${word}`;
      case 'const':
        return constants[word];
      case 'name':
        return names[word];
      default:
        return `${INDEX_LETTERS[kind] ?? 'r'}${word}`;
    }
  };
  for (const kind of opcodes[code[pc]].operands) {
    if (kind === 'count' || kind === 'profile') {
      at++;
    } else if (isList(kind)) {
      const count = code[at++];
      const items: string[] = [];
      for (let i = 0; i < count; i++) items.push(one(kind === 'srcs' ? 'src' : 'label'));
      texts.push(`[${items.join(' ')}]`);
    } else {
      texts.push(one(kind));
    }
  }
  return texts;
}
