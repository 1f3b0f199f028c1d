// The last successful match of a realm: what the legacy static properties of RegExp show (the proposal "Legacy RegExp features").
//
// Takes a note of each successful match: which pattern ran over which text, and how. Nothing is copied out of a match, since hardly any
// program asks: whoever asks has the same matches made again (`staticsOf`). Patterns and texts never change,
// so what happens to the regexp in the meantime (lastIndex, compile) is of no matter. All of it is plain state.

/** The host's side of a pattern; see `Compiled` of intrinsics/regexp-data.ts. */
export interface Pattern {
  readonly exact: RegExp;
  readonly matcher: RegExp;
  readonly global: boolean;
  readonly sticky: boolean;
  readonly unicode: boolean;
}

/** [[RegExpLastMatch]], [[RegExpLastParen]], [[RegExpLeftContext]], [[RegExpRightContext]], [[RegExpParen1]] to [[RegExpParen9]]. */
export interface LegacyStatics {
  readonly lastMatch: string;
  readonly lastParen: string;
  readonly leftContext: string;
  readonly rightContext: string;
  readonly parens: readonly string[];
}

/** Instead of a position where a matcher was started: all matches of the text, or those of splitting it, of which the last one counts. */
export const ALL = -1;
export const SPLIT = -2;

const NONE: LegacyStatics = { lastMatch: '', lastParen: '', leftContext: '', rightContext: '', parens: [] };

export class LastMatch {
  /** [[RegExpInput]]; null: it is empty. */
  input: string | null = '';
  /** The others, null where they are not known yet. */
  statics: LegacyStatics | null = NONE;
  /** What has matched; null with `statics` null: they are empty. */
  pattern: Pattern | null = null;
  /** ToLength of the lastIndex that the match was made from (0 where it is not looked at), or ALL, or SPLIT. */
  from = 0;
  /** Of a split: its limit. */
  limit = 0;

  /** UpdateLegacyRegExpStaticProperties */
  record(pattern: Pattern, text: string, from: number): void {
    this.pattern = pattern;
    this.input = text;
    this.from = from;
    this.statics = null;
  }

  recordSplit(pattern: Pattern, text: string, limit: number): void {
    this.record(pattern, text, SPLIT);
    this.limit = limit;
  }

  /** InvalidateLegacyRegExpStaticProperties */
  invalidate(): void {
    this.input = null;
    this.pattern = null;
    this.statics = null;
  }
}

/** The statics after the recorded matches of a pattern in a text. Runs the host's matcher, and throws as it does. */
export function staticsOf(pattern: Pattern, text: string, from: number, limit: number): LegacyStatics {
  const match = from === ALL ? lastOfAll(pattern, text) : from === SPLIT ? lastOfSplit(pattern, text, limit) : matchFrom(pattern, text, from);
  if (match === null) throw new Error('internal error: a match that was made cannot be made again');
  const { index, length } = match;
  const parens: string[] = [];
  for (let i = 1; i < length && i <= 9; i++) parens.push(match[i] ?? '');
  return {
    lastMatch: match[0],
    lastParen: length > 1 ? (match[length - 1] ?? '') : '',
    leftContext: text.slice(0, index),
    rightContext: text.slice(index + match[0].length),
    parens,
  };
}

function matchFrom({ exact, matcher, global, sticky }: Pattern, text: string, from: number): RegExpExecArray | null {
  if (!global && !sticky) return exact.exec(text);
  matcher.lastIndex = from;
  return matcher.exec(text);
}

/** AdvanceStringIndex */
export function advanceIndex(text: string, index: number, unicode: boolean): number {
  return unicode && index < text.length && (text.codePointAt(index) as number) > 0xffff ? index + 2 : index + 1;
}

function lastOfAll(pattern: Pattern, text: string): RegExpExecArray | null {
  let last: RegExpExecArray | null = null;
  for (let at = 0; at <= text.length; ) {
    const match = matchFrom(pattern, text, at);
    if (match === null) break;
    last = match;
    at = match[0] === '' ? advanceIndex(text, match.index, pattern.unicode) : match.index + match[0].length;
  }
  return last;
}

/** RegExp.prototype [ @@split ]: its splitter matches at each position in turn, so a search finds the same. */
function lastOfSplit({ exact, unicode }: Pattern, text: string, limit: number): RegExpExecArray | null {
  const search = new RegExp(exact.source, `${exact.flags.replace(/[gy]/g, '')}g`);
  let last: RegExpExecArray | null = null;
  let end = 0;
  let count = 0;
  for (let at = 0; at < text.length || text === ''; ) {
    search.lastIndex = at;
    const match = search.exec(text);
    if (match === null || (match.index >= text.length && text !== '')) break;
    last = match;
    if (text === '') break;
    const matchEnd = match.index + match[0].length;
    if (matchEnd === end) {
      at = advanceIndex(text, match.index, unicode);
      continue;
    }
    count += match.length;
    // The limit may be reached at the piece before the match, or at one of its captures: no further match is made then.
    if (count >= limit) break;
    at = end = matchEnd;
  }
  return last;
}
