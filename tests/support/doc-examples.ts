// The examples in the pages of the documentation: commands with what they print, and programs with what they print.
//
// In a block marked `console` a line that starts with `$ ` is a command of the shell, and the lines up to the next one are its
// output, as a terminal shows it; a line `...` stands for any lines. A block marked `js` is a module for embedders; a block
// marked `text` right after it is its output.

export interface Command {
  readonly line: number;
  readonly command: string;
  /** Lines of output. */
  readonly expected: string[];
}

export interface Program {
  readonly line: number;
  readonly text: string;
  /** Undefined if the page does not show it. */
  readonly expected: string | undefined;
}

interface Fence {
  readonly language: string;
  readonly line: number;
  readonly lines: string[];
}

function fences(page: string): Fence[] {
  const found: Fence[] = [];
  let open: Fence | null = null;
  page.split('\n').forEach((text, i) => {
    if (!text.startsWith('```')) open?.lines.push(text);
    else if (open !== null) open = null;
    else found.push((open = { language: text.slice(3).trim(), line: i + 1, lines: [] }));
  });
  return found;
}

export function commandsOf(page: string): Command[] {
  const commands: Command[] = [];
  for (const { language, line, lines } of fences(page)) {
    if (language !== 'console') continue;
    lines.forEach((text, i) => {
      if (text.startsWith('$ ')) commands.push({ line: line + 1 + i, command: text.slice(2), expected: [] });
      else commands.at(-1)?.expected.push(text);
    });
  }
  return commands;
}

/** Lines of blocks marked `sh`: commands that are shown without their output. */
export function shellLinesOf(page: string): string[] {
  return fences(page).flatMap(({ language, lines }) => (language === 'sh' ? lines.filter((text) => text.trim() !== '') : []));
}

export function programsOf(page: string): Program[] {
  const all = fences(page);
  return all.flatMap(({ language, line, lines }, i) => {
    if (language !== 'js') return [];
    const next = all[i + 1];
    const hasOutput = next !== undefined && next.language === 'text' && next.line <= line + lines.length + 3;
    return [{ line, text: lines.join('\n'), expected: hasOutput ? next.lines.join('\n') : undefined }];
  });
}

/** A line without what differs from run to run and from machine to machine: numbers, and the space that lines them up. */
export function blurred(text: string): string {
  return text.replace(/\d[\d,.]*/g, '#').replace(/-{2,}/g, '--').replace(/\s+/g, ' ').trim();
}

/**
 * How much of what a page shows is in what was printed, from 0 to 1. Reports change in their details whenever the compiler
 * does, so they are held only against gross drift.
 */
export function likeness(expected: readonly string[], actual: string): number {
  const shown = expected.map(blurred).filter((text) => text !== '' && text !== '...');
  if (shown.length === 0) return 1;
  const printed = new Set(actual.split('\n').map(blurred));
  return shown.filter((text) => printed.has(text)).length / shown.length;
}
