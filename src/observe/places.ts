// Names of functions and places in reports: one way to say them, so that logs, dumps and statistics can be put side by side.

import { positionAt, type Template } from '../bytecode/template.ts';
import { codeFrame } from '../source/diagnostics.ts';
import { LineTable } from '../source/lines.ts';

/** A function in a report: its name, or what kind of nameless function it is. */
export function functionLabel(template: Template): string {
  if (template.name !== '') return template.name;
  return template.kind === 'script' ? '<script>' : '<anonymous>';
}

/** `file:line:column` of an instruction, the column from 1 as editors and stack traces count. */
export function place(template: Template, pc: number): string {
  const { line, column } = positionAt(template, pc);
  return `${template.source.name}:${line}:${column + 1}`;
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
