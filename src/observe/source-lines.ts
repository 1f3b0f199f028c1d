// The source lines that a listing is interleaved with: each line is shown where the code that comes from it begins.

import { positionAt, type Template } from '../bytecode/template.ts';
import { LineTable } from '../source/lines.ts';

export class SourceLines {
  private readonly template: Template;
  private readonly lines: LineTable | null;
  private shown = 0;

  constructor(template: Template) {
    this.template = template;
    this.lines = template.source.text === '' ? null : new LineTable(template.source.text);
  }

  /** The line that the instruction comes from as `   12 | text`, if it is another one than at the last call. */
  next(pc: number): string | undefined {
    const { line } = positionAt(this.template, pc);
    if (line === this.shown || this.lines === null || line > this.lines.lineCount) return undefined;
    this.shown = line;
    return `${String(line).padStart(5)} | ${this.textOf(this.lines, line)}`;
  }

  private textOf(lines: LineTable, line: number): string {
    const { text } = this.template.source;
    const end = line < lines.lineCount ? lines.startOf(line + 1) : text.length;
    const content = text.slice(lines.startOf(line), end).trimEnd();
    return content.length > 160 ? content.slice(0, 157) + '...' : content;
  }
}
