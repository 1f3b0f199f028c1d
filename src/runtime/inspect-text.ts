// The text layout of util.inspect: quoting, widths, grouping of array elements, and the choice between one line and many.
//
// Pure functions of text, after the algorithms of Node 20's lib/internal/util/inspect.js, whose output they reproduce exactly.

/** What decides how entries are laid out. */
export interface Layout {
  /** Column at which the value being shown is indented. */
  indentation: number;
  readonly breakLength: number;
  readonly maxArrayLength: number;
  /** Innermost levels that go on one line; 0 never joins. */
  readonly compact: number;
}

/** Shortest string that is broken at its line ends. */
const MIN_BROKEN = 16;

const ESCAPED = /[\x00-\x1f\x5c\x7f-\x9f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ESCAPED_OR_QUOTE = /[\x00-\x1f\x27\x5c\x7f-\x9f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r', "'": "\\'", '\\': '\\\\' };

function escapeCharacter(c: string): string {
  const short = SHORT_ESCAPES[c];
  if (short !== undefined) return short;
  const code = c.charCodeAt(0);
  const hex = code.toString(16);
  return code < 0xa0 ? `\\x${hex.toUpperCase().padStart(2, '0')}` : `\\u${hex}`;
}

/** Escapes control characters, backslashes, lone surrogates and single quotes, as in keys. */
export function escapeText(text: string): string {
  return text.replace(ESCAPED_OR_QUOTE, escapeCharacter);
}

/** A string in the quotes that need the least escaping: single, double, then backticks. */
export function quote(text: string): string {
  if (text.includes("'")) {
    if (!text.includes('"')) return `"${text.replace(ESCAPED, escapeCharacter)}"`;
    if (!text.includes('`') && !text.includes('${')) return `\`${text.replace(ESCAPED, escapeCharacter)}\``;
  }
  return `'${escapeText(text)}'`;
}

/** A string as a value: cut at `maxLength`, and broken into its lines where it does not fit. */
export function formatString(layout: Layout, text: string, maxLength: number): string {
  let trailer = '';
  if (text.length > maxLength) {
    const remaining = text.length - maxLength;
    text = text.slice(0, maxLength);
    trailer = `... ${remaining} more character${remaining > 1 ? 's' : ''}`;
  }
  if (text.length > MIN_BROKEN && text.length > layout.breakLength - layout.indentation - 4) {
    return text.split(/(?<=\n)/).map(quote).join(` +\n${' '.repeat(layout.indentation + 2)}`) + trailer;
  }
  return quote(text) + trailer;
}

export function formatNumber(n: number): string {
  return Object.is(n, -0) ? '-0' : String(n);
}

const IDENTIFIER = /^[a-zA-Z_][a-zA-Z_0-9]*$/;

/** A string key as it stands before the colon. */
export function formatKey(key: string, enumerable: boolean): string {
  if (key === '__proto__') return "['__proto__']";
  if (!enumerable) return `[${escapeText(key)}]`;
  return IDENTIFIER.test(key) ? key : quote(key);
}

export function moreItems(remaining: number): string {
  return `... ${remaining} more item${remaining > 1 ? 's' : ''}`;
}

export function emptyItems(count: number): string {
  return `<${count} empty item${count > 1 ? 's' : ''}>`;
}

const ANSI = /[\u001B\u009B][[\]()#;?]*(?:(?:(?:(?:;[-a-zA-Z\d/#&.:=?%@~_]+)*|[a-zA-Z\d]+(?:;[-a-zA-Z\d/#&.:=?%@~_]*)*)?(?:\u0007|\u001B\u005C|\u009C))|(?:(?:\d{1,4}(?:;\d{0,4})*)?[\dA-PR-TZcf-nq-uy=><~]))/g;

/** Ranges of code points that take two columns: East Asian wide and full-width ones, and emoji. */
const WIDE: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f], [0x231a, 0x231b], [0x2329, 0x232a], [0x23e9, 0x23ec], [0x23f0, 0x23f0], [0x23f3, 0x23f3], [0x25fd, 0x25fe],
  [0x2614, 0x2615], [0x2648, 0x2653], [0x267f, 0x267f], [0x2693, 0x2693], [0x26a1, 0x26a1], [0x26aa, 0x26ab], [0x26bd, 0x26be],
  [0x26c4, 0x26c5], [0x26ce, 0x26ce], [0x26d4, 0x26d4], [0x26ea, 0x26ea], [0x26f2, 0x26f3], [0x26f5, 0x26f5], [0x26fa, 0x26fa],
  [0x26fd, 0x26fd], [0x2705, 0x2705], [0x270a, 0x270b], [0x2728, 0x2728], [0x274c, 0x274c], [0x274e, 0x274e], [0x2753, 0x2755],
  [0x2757, 0x2757], [0x2795, 0x2797], [0x27b0, 0x27b0], [0x27bf, 0x27bf], [0x2b1b, 0x2b1c], [0x2b50, 0x2b50], [0x2b55, 0x2b55],
  [0x2e80, 0x303e], [0x3041, 0x3247], [0x3250, 0x4dbf], [0x4e00, 0xa4c6], [0xa960, 0xa97c], [0xac00, 0xd7a3], [0xf900, 0xfaff],
  [0xfe10, 0xfe19], [0xfe30, 0xfe6b], [0xff01, 0xff60], [0xffe0, 0xffe6], [0x16fe0, 0x18cff], [0x1b000, 0x1b2fb], [0x1f004, 0x1f004],
  [0x1f0cf, 0x1f0cf], [0x1f18e, 0x1f18e], [0x1f191, 0x1f19a], [0x1f1e6, 0x1f265], [0x1f300, 0x1f320], [0x1f32d, 0x1f335],
  [0x1f337, 0x1f37c], [0x1f37e, 0x1f393], [0x1f3a0, 0x1f3ca], [0x1f3cf, 0x1f3d3], [0x1f3e0, 0x1f3f0], [0x1f3f4, 0x1f3f4],
  [0x1f3f8, 0x1f43e], [0x1f440, 0x1f440], [0x1f442, 0x1f4fc], [0x1f4ff, 0x1f53d], [0x1f54b, 0x1f54e], [0x1f550, 0x1f567],
  [0x1f57a, 0x1f57a], [0x1f595, 0x1f596], [0x1f5a4, 0x1f5a4], [0x1f5fb, 0x1f64f], [0x1f680, 0x1f6c5], [0x1f6cc, 0x1f6cc],
  [0x1f6d0, 0x1f6d2], [0x1f6d5, 0x1f6d7], [0x1f6dc, 0x1f6df], [0x1f6eb, 0x1f6ec], [0x1f6f4, 0x1f6fc], [0x1f7e0, 0x1f7eb],
  [0x1f7f0, 0x1f7f0], [0x1f90c, 0x1f93a], [0x1f93c, 0x1f945], [0x1f947, 0x1f9ff], [0x1fa70, 0x1faff], [0x20000, 0x3fffd],
];

const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u;

function columnsOf(codePoint: number): number {
  if (codePoint < 0x1100) return ZERO_WIDTH.test(String.fromCodePoint(codePoint)) ? 0 : 1;
  let low = 0;
  let high = WIDE.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (WIDE[middle][1] < codePoint) low = middle + 1;
    else high = middle;
  }
  if (low < WIDE.length && WIDE[low][0] <= codePoint) return 2;
  return ZERO_WIDTH.test(String.fromCodePoint(codePoint)) ? 0 : 1;
}

/** Number of terminal columns that a text takes. */
export function stringWidth(text: string, stripEscapes = true): number {
  if (stripEscapes && text.includes('\u001B')) text = text.replace(ANSI, '');
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 127) {
      for (const c of text.slice(i).normalize('NFC')) width += columnsOf(c.codePointAt(0) as number);
      break;
    }
    if (code >= 32) width++;
  }
  return width;
}

/**
 * Puts short entries of an array next to each other in columns. `alignRight` tells if all elements are numbers; the last entry
 * is left out if it says how many items are not shown. Gives `output` itself if nothing is grouped.
 */
export function groupEntries(layout: Layout, output: string[], alignRight: boolean): string[] {
  const hasMore = layout.maxArrayLength < output.length;
  const count = hasMore ? output.length - 1 : output.length;
  const separatorWidth = 2;
  const widths: number[] = [];
  let total = 0;
  let longest = 0;
  for (let i = 0; i < count; i++) {
    const width = stringWidth(output[i], false);
    widths.push(width);
    total += width + separatorWidth;
    if (longest < width) longest = width;
  }
  const cell = longest + separatorWidth;
  // At least three entries must fit side by side, and no entry be much longer than the others.
  if (!(cell * 3 + layout.indentation < layout.breakLength && (total / cell > 5 || longest <= 6))) return output;
  // The columns make about a square, a character being 2.5 times as high as wide; short entries get more of them.
  const heightOfCharacter = 2.5;
  const bias = Math.sqrt(cell - total / output.length);
  const biased = Math.max(cell - 3 - bias, 1);
  const columns = Math.min(
    Math.round(Math.sqrt(heightOfCharacter * biased * count) / biased),
    Math.floor((layout.breakLength - layout.indentation) / cell),
    layout.compact * 4,
    15,
  );
  if (columns <= 1) return output;
  const columnWidths: number[] = [];
  for (let i = 0; i < columns; i++) {
    let width = 0;
    for (let j = i; j < count; j += columns) if (widths[j] > width) width = widths[j];
    columnWidths.push(width + separatorWidth);
  }
  const rows: string[] = [];
  for (let i = 0; i < count; i += columns) {
    const end = Math.min(i + columns, count);
    let row = '';
    let j = i;
    for (; j < end - 1; j++) {
      const width = columnWidths[j - i] + output[j].length - widths[j];
      const text = `${output[j]}, `;
      row += alignRight ? text.padStart(width) : text.padEnd(width);
    }
    row += alignRight ? output[j].padStart(columnWidths[j - i] + output[j].length - widths[j] - separatorWidth) : output[j];
    rows.push(row);
  }
  if (hasMore) rows.push(output[count]);
  return rows;
}

function fitsOnLine(layout: Layout, output: readonly string[], start: number, base: string): boolean {
  let total = output.length + start;
  if (total + output.length > layout.breakLength) return false;
  for (const entry of output) {
    total += entry.length;
    if (total > layout.breakLength) return false;
  }
  return base === '' || !base.includes('\n');
}

/**
 * The entries of one value between its braces. `alignRight` is given if they are elements of an array, which may be grouped;
 * `innerDepth` is how many levels of objects are inside of it.
 */
export function joinEntries(layout: Layout, output: string[], base: string, braces: readonly [string, string], alignRight: boolean | undefined, innerDepth: number): string {
  const start = base === '' ? '' : `${base} `;
  if (layout.compact >= 1) {
    const entries = output.length;
    if (alignRight !== undefined && entries > 6) output = groupEntries(layout, output, alignRight);
    if (innerDepth < layout.compact && entries === output.length) {
      const used = output.length + layout.indentation + braces[0].length + base.length + 10;
      if (fitsOnLine(layout, output, used, base)) {
        const joined = output.join(', ');
        if (!joined.includes('\n')) return `${start}${braces[0]} ${joined} ${braces[1]}`;
      }
    }
  }
  const indentation = `\n${' '.repeat(layout.indentation)}`;
  return `${start}${braces[0]}${indentation}  ${output.join(`,${indentation}  `)}${indentation}${braces[1]}`;
}
