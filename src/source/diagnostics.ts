// What is wrong with a source text, said so that a person can see it.
//
// Takes a text, an offset and a message; gives a SourceError with the position and a code frame: the line in question
// with its neighbours and a caret. Everything that the compiler refuses is refused with one of these.
import { LineTable } from './lines.ts';

const linesBefore = 2;
const linesAfter = 1;
const widest = 110;

/** A few lines of source around an offset, numbered, with a caret under the place. */
export function codeFrame(text: string, offset: number, lines: LineTable = new LineTable(text)): string {
  const line = lines.lineAt(Math.min(offset, text.length));
  const first = Math.max(1, line - linesBefore);
  const last = Math.min(lines.lineCount, line + linesAfter);
  const width = String(last).length;
  const column = offset - lines.startOf(line);
  // A line of minified code is cut down to a window around the place.
  const cut = column > widest - 20 ? column - (widest >> 1) : 0;
  const frame: string[] = [];
  for (let n = first; n <= last; n++) {
    const content = lineText(text, lines, n).slice(cut, cut + widest);
    const margin = `${n === line ? '>' : ' '} ${String(n).padStart(width)} | `;
    frame.push((margin + content).trimEnd());
    if (n === line) {
      // Tabs before the caret stay tabs, so that it stands under its character however wide they are shown.
      const indent = content.slice(0, column - cut).replace(/[^\t]/g, ' ');
      frame.push(`  ${' '.repeat(width)} | ${indent}^`);
    }
  }
  return frame.join('\n');
}

function lineText(text: string, lines: LineTable, line: number): string {
  const end = line < lines.lineCount ? lines.startOf(line + 1) : text.length;
  return text.slice(lines.startOf(line), end).replace(/[\r\n\u2028\u2029]+$/, '');
}

/** Longest first. */
const PUNCTUATOR = /\?\.(?!\d)|\.\.\.|>>>=|===|!==|\*\*=|<<=|>>=|>>>|&&=|\|\|=|\?\?=|=>|==|!=|<=|>=|&&|\|\||\?\?|\+\+|--|\*\*|<<|>>|[+\-*/%&|^]=|./suy;
const WORD = /#?(?:[\p{ID_Start}$_]|\\u[\da-f]{4}|\\u\{[\da-f]+\})(?:[\p{ID_Continue}$\u200c\u200d]|\\u[\da-f]{4}|\\u\{[\da-f]+\})*/iuy;
/** A word without escapes. */
const unescaped = (word: string): string => word.replace(/\\u\{?([\da-f]+)\}?/gi, (_all, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)));

/** The message about the token at an offset that cannot stand there, in the words of V8; `isKeyword`: of reserved words. */
export function unexpected(text: string, offset: number, isKeyword: (word: string) => boolean): string {
  if (offset >= text.length) return 'Unexpected end of input';
  const first = text[offset];
  if (first === '"' || first === "'") return 'Unexpected string';
  if (first === '`') return 'Unexpected template string';
  if (/^\.?\d/.test(text.slice(offset, offset + 2))) return 'Unexpected number';
  WORD.lastIndex = PUNCTUATOR.lastIndex = offset;
  const word = WORD.exec(text)?.[0];
  if (word === 'enum') return 'Unexpected reserved word';
  if (word !== undefined) return isKeyword(word) ? `Unexpected token '${word}'` : `Unexpected identifier '${unescaped(word)}'`;
  return `Unexpected token '${PUNCTUATOR.exec(text)?.[0] ?? first}'`;
}

/** The message about a text that recursion over its nesting cannot cope with. */
export const tooDeep = 'the code is nested too deeply';

/** A source text that cannot be compiled. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  /** Name of the source, as given to the parser. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
  readonly offset: number;
  readonly codeFrame: string;

  constructor(message: string, file: string, text: string, offset: number) {
    super(message);
    const lines = new LineTable(text);
    this.file = file;
    this.offset = offset;
    this.line = lines.lineAt(offset);
    this.column = lines.columnAt(offset);
    this.codeFrame = codeFrame(text, offset, lines);
  }

  /** The same by line (from 1) and column (from 0), with as much of the text as there is: it may have been left out. */
  static at(message: string, file: string, text: string, line: number, column: number): SourceError {
    const lines = new LineTable(text);
    const isThere = text !== '' && line <= lines.lineCount;
    const error = new SourceError(message, file, text, isThere ? lines.startOf(line) + column : 0);
    if (!isThere) Object.assign(error, { line, column, codeFrame: '' });
    return error;
  }
}
