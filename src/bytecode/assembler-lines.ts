// The text of templates as lines of tokens, for the readers of its parts (assembler.ts has the form of it).

/** For operand kinds that are an index into a table of the template: the letter before the index. */
export const INDEX_LETTERS: Readonly<Record<string, string>> = { const: 'k', name: 'n', template: 't', scope: 's', site: 'c' };

export class AssembleError extends Error {
  override readonly name = 'AssembleError';
  readonly line: number;

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`);
    this.line = line;
  }
}

export interface Line {
  readonly number: number;
  readonly tokens: readonly string[];
}

const TOKEN = /\s+|\/\/.*|("(?:[^"\\]|\\.)*"|->|[[\]{}():=!;]|-?(?:Infinity|NaN)\b|-?\d[\w.]*(?:(?<=e)[+-]\d+)?|[A-Za-z_$%#][\w$%#]*)/y;

export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  text.split('\n').forEach((content, i) => {
    let tokens: string[] = [];
    const flush = (): void => {
      if (tokens.length > 0) lines.push({ number: i + 1, tokens });
      tokens = [];
    };
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < content.length) {
      const at = TOKEN.lastIndex;
      const match = TOKEN.exec(content);
      if (match === null) throw new AssembleError(i + 1, `unexpected text ${JSON.stringify(content.slice(at, at + 10))}`);
      const token = match[1] as string | undefined;
      if (token === undefined) continue;
      if (token === ';') flush();
      else if (token === '}') {
        flush();
        lines.push({ number: i + 1, tokens: ['}'] });
      } else {
        tokens.push(token);
        if (token === '{') flush();
      }
    }
    flush();
  });
  return lines;
}

/** The tokens of one line, consumed from the left. */
export class Cursor {
  private at = 0;
  readonly line: Line;

  constructor(line: Line) {
    this.line = line;
  }

  fail(reason: string): never {
    throw new AssembleError(this.line.number, reason);
  }

  get done(): boolean {
    return this.at >= this.line.tokens.length;
  }

  peek(): string {
    return this.line.tokens[this.at] ?? '';
  }

  next(): string {
    if (this.done) this.fail('the line ends too early');
    return this.line.tokens[this.at++];
  }

  accept(token: string): boolean {
    if (this.peek() !== token) return false;
    this.at++;
    return true;
  }

  expect(token: string): void {
    const found = this.next();
    if (found !== token) this.fail(`expected ${token}, found ${found}`);
  }

  string(): string {
    const token = this.next();
    if (!token.startsWith('"')) this.fail(`expected a string, found ${token}`);
    try {
      return JSON.parse(token) as string;
    } catch {
      return this.fail(`malformed string ${token}`);
    }
  }

  int(): number {
    const token = this.next();
    const value = Number(token);
    if (!Number.isInteger(value)) this.fail(`expected an integer, found ${token}`);
    return value;
  }

  end(): void {
    if (!this.done) this.fail(`unexpected ${this.peek()}`);
  }
}

export function parseRegister(line: Cursor): number {
  const token = line.next();
  const match = /^r(\d+)$/.exec(token);
  return match === null ? line.fail(`expected a register, found ${token}`) : Number(match[1]);
}

export function oneOf<T extends string>(line: Cursor, words: readonly T[]): T {
  const word = line.next();
  return (words as readonly string[]).includes(word) ? (word as T) : line.fail(`${word} is none of ${words.join(', ')}`);
}
