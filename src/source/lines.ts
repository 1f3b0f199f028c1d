// Offsets and lines.
//
// Takes a source text; gives the line (from 1) and column (from 0) of an offset. Line terminators are those of the
// language: LF, CR, CR LF, U+2028, U+2029. acorn could attach positions to every node, but only a few of them are ever
// asked for, and one array of line starts is much cheaper than two objects a node.

export class LineTable {
  readonly #starts: number[] = [0];
  // Questions come mostly in the order of the text, so the line of the last one is where the search begins.
  #last = 0;

  constructor(text: string) {
    const starts = this.#starts;
    if (!/[\r\u2028\u2029]/.test(text)) {
      for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
      return;
    }
    const length = text.length;
    for (let i = 0; i < length; i++) {
      const c = text.charCodeAt(i);
      if (c === 10 || c === 0x2028 || c === 0x2029) starts.push(i + 1);
      else if (c === 13) {
        if (text.charCodeAt(i + 1) === 10) i++;
        starts.push(i + 1);
      }
    }
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offset of the first character of a line (numbered from 1). */
  startOf(line: number): number {
    return this.#starts[line - 1];
  }

  /** Number of the line (from 1) that contains `offset`. */
  lineAt(offset: number): number {
    const starts = this.#starts;
    let line = this.#last;
    if (starts[line] <= offset) {
      // Up to a few lines on is the common case.
      for (let tries = 0; tries < 8; tries++) {
        if (line + 1 >= starts.length || starts[line + 1] > offset) {
          this.#last = line;
          return line + 1;
        }
        line++;
      }
    }
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    this.#last = low;
    return low + 1;
  }

  /** Column (from 0, in UTF-16 units) of `offset` in its line. */
  columnAt(offset: number): number {
    return offset - this.startOf(this.lineAt(offset));
  }
}
