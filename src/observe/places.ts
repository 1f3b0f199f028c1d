// Names of functions and places in reports: one way to say them, so that logs, dumps and statistics can be put side by side.

import { positionAt, type SourceInfo, type Template } from '../bytecode/template.ts';
import { codeFrame } from '../source/diagnostics.ts';
import { LineTable } from '../source/lines.ts';

/** A function in a report: its name, or what kind of nameless function it is. */
export function functionLabel(template: Template): string {
  if (template.name !== '') return template.name;
  return template.kind === 'script' || template.kind === 'module' ? `<${template.kind}>` : '<anonymous>';
}

/** `file:line:column` of an instruction, the column from 1 as editors and stack traces count. */
export function place(template: Template, pc: number): string {
  const { line, column } = positionAt(template, pc);
  return `${template.source.name}:${line}:${column + 1}`;
}

const lineTables = new WeakMap<SourceInfo, LineTable>();

/** `file:line:column` of the beginning of a function; of its first instruction if the source was not kept. */
export function functionPlace(template: Template): string {
  const { source, start } = template;
  if (source.text === '') return place(template, 0);
  let lines = lineTables.get(source);
  if (lines === undefined) lineTables.set(source, (lines = new LineTable(source.text)));
  return `${source.name}:${lines.lineAt(start)}:${lines.columnAt(start) + 1}`;
}

/** The place of a unit of compiled code: of its function, or of the loop whose header is at `osr`. */
export function unitPlace(template: Template, osr: number): string {
  return osr < 0 ? functionPlace(template) : place(template, osr);
}

/** The code around a line and column (from 1), or undefined if the source was not kept or the place is not in it. */
export function frameAt(text: string, line: number, column: number): string | undefined {
  if (text === '') return undefined;
  const lines = new LineTable(text);
  if (line < 1 || line > lines.lineCount) return undefined;
  return codeFrame(text, Math.min(lines.startOf(line) + column - 1, text.length), lines);
}

/** Digits in groups of three: fuel runs into the billions. */
export function grouped(n: number): string {
  return Number.isFinite(n) ? String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, ',') : String(n);
}

/** A duration in milliseconds, with the digits that matter. */
export function milliseconds(ms: number): string {
  return `${ms < 10 ? ms.toFixed(2) : ms < 1000 ? ms.toFixed(1) : grouped(ms)} ms`;
}

/** `1 loop`, `2 loops`. */
export function counted(n: number, what: string): string {
  return `${grouped(n)} ${what}${n === 1 ? '' : 's'}`;
}
