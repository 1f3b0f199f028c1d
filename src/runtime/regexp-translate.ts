// Patterns of ES2025 that the host's engine does not know, as patterns that it does: modifiers and duplicate named groups.
//
// Takes the source and the flags of a regular expression; gives host source and flags that match the same, and how the host's named
// groups are called in the guest. The grammar of groups is checked here (22.2.1), everything else by the host, which compiles the
// result. What cannot be said in the host's terms is refused: a backreference without regard to case in a pattern that has regard to it.

/** A pattern in the host's terms. */
export interface TranslatedPattern {
  readonly source: string;
  readonly flags: string;
  /** Guest names of the host's named groups, in the order of the text. */
  readonly groups: readonly (readonly [host: string, guest: string])[];
}

/** The pattern is no valid one, or cannot be translated. */
export class PatternError {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

/** True if the host may have refused the pattern for what this file translates. */
export function hasNewSyntax(source: string): boolean {
  return /\(\?(?:[ims]*-[ims]*|[ims]+):/.test(source) || /\(\?<(?![=!])/.test(source);
}

interface Modifiers {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
}

/** What the pattern consists of, as far as it matters here. */
type Token =
  | { readonly type: 'text'; readonly text: string }
  /** Matches one character: a literal, an escape, a class, or `.`. */
  | { readonly type: 'character'; readonly text: string }
  | { readonly type: 'assertion'; readonly text: '^' | '$' | '\\b' | '\\B' }
  | { readonly type: 'backreference'; readonly text: string; readonly name: string | null }
  | { readonly type: 'open'; readonly text: string; readonly name: string | null; readonly modifiers: string | null }
  | { readonly type: 'close' | 'or'; readonly text: string };

function tokenize(source: string, unicode: boolean, sets: boolean): Token[] {
  const tokens: Token[] = [];
  const hasNames = /\(\?<(?![=!])/.test(source);
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };
  while (at < source.length) {
    const c = source[at];
    let match: RegExpExecArray | null;
    if ((match = take(/\(\?<(?![=!])([^>]*)>/y)) !== null) tokens.push({ type: 'open', text: match[0], name: decodeName(match[1]), modifiers: null });
    else if ((match = take(/\(\?([a-zA-Z]*(?:-[a-zA-Z]*)?):/y)) !== null) tokens.push({ type: 'open', text: match[0], name: null, modifiers: match[1] });
    else if ((match = take(/\((?:\?(?:<?[=!]))?/y)) !== null) tokens.push({ type: 'open', text: match[0], name: null, modifiers: null });
    else if (c === ')' || c === '|') tokens.push({ type: c === ')' ? 'close' : 'or', text: source[at++] });
    else if (c === '^' || c === '$') tokens.push({ type: 'assertion', text: source[at++] as '^' | '$' });
    else if (c === '[') tokens.push({ type: 'character', text: takeClass() });
    else if ((match = take(/\\[bB]/y)) !== null) tokens.push({ type: 'assertion', text: match[0] as '\\b' | '\\B' });
    else if (hasNames && (match = take(/\\k<([^>]*)>/y)) !== null) tokens.push({ type: 'backreference', text: match[0], name: decodeName(match[1]) });
    else if ((match = take(/\\[1-9]\d*/y)) !== null) tokens.push({ type: 'backreference', text: match[0], name: null });
    else if ((match = take(/[*+?]\??|\{\d+(?:,\d*)?\}\??/y)) !== null) tokens.push({ type: 'text', text: match[0] });
    else {
      match = take(unicode ? /\\(?:u\{[^}]*\}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[a-zA-Z]|[pP]\{[^}]*\}|[^])|[^]/uy : /\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[a-zA-Z]|[^])|[^]/y);
      tokens.push({ type: 'character', text: (match as RegExpExecArray)[0] });
    }
  }
  return tokens;

  function takeClass(): string {
    const start = at;
    let depth = 0;
    for (; at < source.length; at++) {
      if (source[at] === '\\') at++;
      else if (source[at] === '[' && (sets || depth === 0)) depth++;
      else if (source[at] === ']' && --depth === 0) return source.slice(start, ++at);
    }
    throw new PatternError('Unterminated character class');
  }
}

/** The name of a group without its escapes (RegExpIdentifierName). */
function decodeName(text: string): string {
  const name = text.replace(/\\u(?:\{([0-9a-fA-F]+)\}|([0-9a-fA-F]{4}))/g, (_, long: string | undefined, short: string) =>
    long === undefined ? String.fromCharCode(parseInt(short, 16)) : String.fromCodePoint(parseInt(long, 16)));
  if (!/^[$_\p{ID_Start}][$\u200c\u200d\p{ID_Continue}]*$/u.test(name)) throw new PatternError('Invalid capture group name');
  return name;
}

function applyModifiers(current: Modifiers, text: string): Modifiers {
  const [add, remove] = text.split('-') as [string, string | undefined];
  const letters = add + (remove ?? '');
  if (!/^[ims]*$/.test(letters) || new Set(letters).size !== letters.length || (remove === '' && add === '')) throw new PatternError('Invalid group');
  const flag = (letter: 'i' | 'm' | 's'): boolean => add.includes(letter) || (current[letter] && remove?.includes(letter) !== true);
  return { i: flag('i'), m: flag('m'), s: flag('s') };
}

/** Groups of equal names may not both take part in a match: of any two, some disjunction has them in different alternatives. */
class Names {
  readonly groups: [host: string, guest: string][] = [];
  /** For each group of a name the way to it: the number of each disjunction around it and of the alternative there. */
  private readonly ways = new Map<string, { readonly host: string; readonly way: readonly number[] }[]>();

  add(guest: string, way: readonly number[]): string {
    const earlier = this.ways.get(guest) ?? [];
    for (const other of earlier) {
      const disjoint = way.some((alternative, k) => k % 2 === 1 && way[k - 1] === other.way[k - 1] && alternative !== other.way[k]);
      if (!disjoint) throw new PatternError('Duplicate capture group name');
    }
    const host = `g${this.groups.length}`;
    this.ways.set(guest, [...earlier, { host, way: [...way] }]);
    this.groups.push([host, guest]);
    return host;
  }

  hostNames(guest: string): string[] {
    return (this.ways.get(guest) ?? []).map(({ host }) => host);
  }
}

export function translatePattern(source: string, flags: string): TranslatedPattern {
  const sets = flags.includes('v');
  const unicode = sets || flags.includes('u');
  const tokens = tokenize(source, unicode, sets);
  const outer: Modifiers = { i: flags.includes('i'), m: flags.includes('m'), s: flags.includes('s') };
  // A modifier that is never changed is left to the host's flag.
  const changes = (letter: 'i' | 'm' | 's'): boolean => {
    let current = outer;
    const stack: Modifiers[] = [];
    return tokens.some((token) => {
      if (token.type === 'open') {
        stack.push(current);
        if (token.modifiers !== null && token.modifiers !== '') current = applyModifiers(current, token.modifiers);
      } else if (token.type === 'close') {
        current = stack.pop() ?? outer;
      }
      return current[letter] !== outer[letter];
    });
  };
  const varies = { i: changes('i'), m: changes('m'), s: changes('s') };
  const hostFlags = varies.i ? flags.replace('i', '') : flags;
  const charFlags = hostFlags.replace(/[dgyms]/g, '');

  const names = new Names();
  let disjunctions = 0;
  // Of each open group: the modifiers around it. The way to the current place: disjunction, alternative, disjunction, ...
  const stack: Modifiers[] = [];
  const way = [disjunctions++, 0];
  let current = outer;
  // All names have to be known before the first backreference.
  const parts: (string | { readonly reference: string })[] = [];
  for (const token of tokens) {
    switch (token.type) {
      case 'open':
        stack.push(current);
        if (token.name !== null) parts.push(`(?<${names.add(token.name, way)}>`);
        else parts.push(token.modifiers !== null ? '(?:' : token.text);
        if (token.modifiers !== null && token.modifiers !== '') current = applyModifiers(current, token.modifiers);
        way.push(disjunctions++, 0);
        break;
      case 'close':
        if (stack.length === 0) throw new PatternError('Unmatched \')\'');
        current = stack.pop() as Modifiers;
        way.length -= 2;
        parts.push(token.text);
        break;
      case 'or':
        way[way.length - 1]++;
        parts.push(token.text);
        break;
      case 'assertion':
        parts.push(assertion(token.text, current, outer, varies.i && current.i && unicode ? charFlags : null));
        break;
      case 'backreference':
        if (varies.i && current.i) throw new PatternError('not supported yet: backreferences under the modifier i');
        parts.push(token.name === null ? token.text : { reference: token.name });
        break;
      case 'character':
        if (token.text === '.') parts.push(current.s === outer.s ? '.' : current.s ? '[^]' : '[^\\n\\r\\u2028\\u2029]');
        else parts.push(varies.i && current.i ? ignoringCase(token.text, charFlags) : token.text);
        break;
      default:
        parts.push(token.text);
    }
  }
  if (stack.length > 0) throw new PatternError('Unterminated group');
  const resolve = (name: string): string => {
    const hosts = names.hostNames(name);
    if (hosts.length === 0) throw new PatternError('Invalid named capture referenced');
    // At most one of them has taken part; the others match the empty string.
    return hosts.length === 1 ? `\\k<${hosts[0]}>` : `(?:${hosts.map((host) => `\\k<${host}>`).join('')})`;
  };
  const text = parts.map((part) => (typeof part === 'string' ? part : resolve(part.reference))).join('');
  return { source: text, flags: hostFlags, groups: names.groups };
}

const LINE_END = '[^\\n\\r\\u2028\\u2029]';

/** `foldedFlags`: those of characters if word characters are those of Unicode's case folding, else null. */
function assertion(text: '^' | '$' | '\\b' | '\\B', current: Modifiers, outer: Modifiers, foldedFlags: string | null): string {
  if (text === '\\b' || text === '\\B') {
    if (foldedFlags === null) return text;
    const word = ignoringCase('\\w', foldedFlags);
    return text === '\\b' ? `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))` : `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`;
  }
  if (current.m === outer.m) return text;
  const other = current.m ? LINE_END : '[^]';
  return text === '^' ? `(?<!${other})` : `(?!${other})`;
}

let casedCharacters: string[] | undefined;

/** All characters that have others which are equal to them but for case. */
function cased(): string[] {
  if (casedCharacters === undefined) {
    casedCharacters = [];
    const changes = /[\p{Changes_When_Casefolded}\p{Changes_When_Lowercased}\p{Changes_When_Uppercased}\p{Changes_When_Titlecased}]/u;
    for (let code = 0; code <= 0x1ffff; code++) {
      const c = String.fromCodePoint(code);
      if (changes.test(c)) casedCharacters.push(c);
    }
  }
  return casedCharacters;
}

const ignored = new Map<string, string>();

/** A pattern that matches, with regard to case, the characters that `text` matches without it. */
function ignoringCase(text: string, flags: string): string {
  const key = `${flags}/${text}`;
  let result = ignored.get(key);
  if (result === undefined) {
    if (ignored.size >= 1024) ignored.clear();
    ignored.set(key, (result = foldCharacter(text, flags)));
  }
  return result;
}

function foldCharacter(text: string, flags: string): string {
  const exact = new RegExp(`^(?:${text})$`, flags);
  const folded = new RegExp(`^(?:${text})$`, `${flags}i`);
  const add: string[] = [];
  const remove: string[] = [];
  const wide = flags !== '';
  for (const c of cased()) {
    if (c.length > 1 && !wide) break;
    const is = exact.test(c);
    const should = folded.test(c);
    if (should && !is) add.push(c);
    else if (is && !should) remove.push(c);
  }
  const list = (characters: readonly string[]): string => `[${characters.join('')}]`;
  const kept = remove.length === 0 ? text : `(?!${list(remove)})${text}`;
  if (add.length > 0) return `(?:${kept}|${list(add)})`;
  return remove.length === 0 ? text : `(?:${kept})`;
}
