// acorn's tokenizer, faster: words, blanks, strings, small numbers and brackets are read here, all that is rare is left to acorn.
//
// Takes what acorn takes; gives the same tokens, and nodes of the same shape, which share the text of equal words. It knows the options that parse.ts gives: the
// language of ES2025, no locations, no callbacks.
import type { Identifier, Options } from 'acorn';
import { BaseParser, keywordTypes, tokContexts, tokTypes } from './acorn-internals.ts';
import type { Type } from './acorn-internals.ts';
import { finished, nameNode } from './nodes.ts';

// Kinds of characters.
const OTHER = 0;
const WORD = 1;
const DIGIT = 2;
/** A blank beside space and line feed. */
const BLANK = 3;
const SLASH = 4;
const kinds = new Uint8Array(128);
for (const [first, last, kind] of ['azW', 'AZW', '__W', '$$W', '09D', '\t\tB', '\v\rB', '//S'] as const) {
  const value = { W: WORD, D: DIGIT, B: BLANK, S: SLASH }[kind as 'W' | 'D' | 'B' | 'S'];
  for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code++) kinds[code] = value;
}

/** A word of a text. */
interface Word {
  readonly hash: number;
  readonly text: string;
  readonly type: Type;
  /** It means something in some places: the parser has to ask what. */
  readonly isSpecial: boolean;
}

/** Names that acorn asks for anywhere: contextual keywords, and what is reserved in some code. */
const specialNames: ReadonlySet<string> = new Set([
  'as', 'async', 'from', 'get', 'of', 'set', 'using',
  'arguments', 'await', 'enum', 'eval', 'implements', 'interface', 'let', 'package', 'private', 'protected', 'public', 'static', 'yield',
]);

const keywords = new Map<string, Type>(Object.entries(keywordTypes));

/** The word is a reserved one everywhere (ECMA-262 12.7.2, without those that depend on where they stand). */
export const isKeyword = (word: string): boolean => keywords.has(word);

const typeOfName = tokTypes.name;
const noWord: Word = { hash: -1, text: '', type: typeOfName, isSpecial: false };

export abstract class Tokenizer extends BaseParser {
  /** The token is, or may be, one of the special names, if it is a word at all. */
  protected isSpecial = false;
  /** Words of the text by their hashes, each in the place of the last one that came there. */
  private readonly words: Word[];
  private readonly wordMask: number;

  constructor(options: Options, text: string) {
    super(options, text);
    let size = 64;
    while (size < 8192 && size * 32 < text.length) size *= 2;
    this.words = new Array<Word>(size).fill(noWord);
    this.wordMask = size - 1;
  }

  // --- Tokens.

  override next(isName?: boolean): void {
    if (this.containsEsc && isName !== true && this.type.keyword !== undefined) this.raiseRecoverable(this.start, `Escape sequence in keyword ${this.type.keyword}`);
    this.lastTokEnd = this.end;
    this.lastTokStart = this.start;
    this.nextToken();
  }

  override nextToken(): void {
    const { context, input } = this;
    // The text of a template.
    if (context[context.length - 1] === tokContexts.q_tmpl) {
      super.nextToken();
      return;
    }
    let { pos } = this;
    let code = input.charCodeAt(pos);
    while (code === 32 || code === 10) code = input.charCodeAt(++pos);
    let kind = code < 128 ? kinds[code] : BLANK;
    if (kind >= BLANK) {
      // Not a number at the end of the text.
      this.pos = pos;
      this.skipSpace();
      ({ pos } = this);
      code = input.charCodeAt(pos);
      kind = code < 128 ? kinds[code] : OTHER;
    }
    this.pos = pos;
    this.start = pos;
    if (kind === WORD) this.readPlainWord(code);
    else if (pos >= input.length) this.finishToken(tokTypes.eof);
    else if (code < 128 && code !== 92) this.getTokenFromCode(code);
    else this.readToken(this.fullCharCodeAtPos());
  }

  /** A word that begins with an ASCII character. */
  private readPlainWord(first: number): void {
    const { input, pos: start } = this;
    let pos = start;
    let hash = first;
    let code: number;
    for (;;) {
      code = input.charCodeAt(++pos);
      if (!(code < 128)) break;
      const kind = kinds[code];
      if (kind !== WORD && kind !== DIGIT) break;
      hash = (Math.imul(hash, 31) + code) | 0;
    }
    if (code === 92 || code >= 128) {
      this.isSpecial = true;
      super.readWord();
      return;
    }
    this.pos = pos;
    this.containsEsc = false;
    const place = (hash ^ (hash >>> 13)) & this.wordMask;
    let word = this.words[place];
    if (word.hash !== hash || !this.isWord(word.text, start, pos)) {
      const text = input.slice(start, pos);
      const keyword = keywords.get(text);
      word = { hash, text, type: keyword ?? typeOfName, isSpecial: keyword !== undefined || specialNames.has(text) };
      this.words[place] = word;
    }
    this.isSpecial = word.isSpecial;
    this.finishToken(word.type, word.text);
  }

  private isWord(text: string, start: number, end: number): boolean {
    const { input } = this;
    const { length } = text;
    if (length !== end - start) return false;
    for (let i = 0; i < length; i++) if (text.charCodeAt(i) !== input.charCodeAt(start + i)) return false;
    return true;
  }

  override readWord(): void {
    this.isSpecial = true;
    super.readWord();
  }

  override readString(quote: number): void {
    const { input } = this;
    let pos = this.pos + 1;
    for (;;) {
      const code = input.charCodeAt(pos);
      if (code === quote) break;
      // An escape, or the end of the line or the text.
      if (code === 92 || code === 10 || code === 13 || code !== code) {
        super.readString(quote);
        return;
      }
      pos++;
    }
    const value = input.slice(this.pos + 1, pos);
    this.pos = pos + 1;
    this.finishToken(tokTypes.string, value);
  }

  override getTokenFromCode(code: number): void {
    let type: Type;
    switch (code) {
      case 40:
        type = tokTypes.parenL;
        break;
      case 41:
        type = tokTypes.parenR;
        break;
      case 44:
        type = tokTypes.comma;
        break;
      case 58:
        type = tokTypes.colon;
        break;
      case 59:
        type = tokTypes.semi;
        break;
      case 91:
        type = tokTypes.bracketL;
        break;
      case 93:
        type = tokTypes.bracketR;
        break;
      case 123:
        type = tokTypes.braceL;
        break;
      case 125:
        type = tokTypes.braceR;
        break;
      case 46: {
        const next = this.input.charCodeAt(this.pos + 1);
        if (next === 46 || (next < 128 && kinds[next] === DIGIT)) {
          super.getTokenFromCode(code);
          return;
        }
        type = tokTypes.dot;
        break;
      }
      case 48: case 49: case 50: case 51: case 52: case 53: case 54: case 55: case 56: case 57:
        this.readDigits(code);
        return;
      default:
        super.getTokenFromCode(code);
        return;
    }
    this.pos++;
    this.finishToken(type);
  }

  /** A number, which is most often a short one. */
  private readDigits(first: number): void {
    const { input } = this;
    let { pos } = this;
    let value = first - 48;
    let code = input.charCodeAt(++pos);
    while (code >= 48 && code <= 57) {
      value = value * 10 + code - 48;
      code = input.charCodeAt(++pos);
    }
    const length = pos - this.pos;
    // The point or the exponent of a number, a name directly behind it, or an old octal number.
    if (length > 9 || (first === 48 && length > 1) || code === 46 || code === 92 || code >= 128 || (code < 128 && kinds[code] === WORD)) {
      super.getTokenFromCode(first);
      return;
    }
    this.pos = pos;
    this.finishToken(tokTypes.num, value);
  }

  override finishToken(type: Type, value?: unknown): void {
    const before = this.type;
    this.end = this.pos;
    this.type = type;
    this.value = value;
    // What acorn does for most kinds of tokens.
    if (type === typeOfName) {
      this.exprAllowed = this.isSpecial && before !== tokTypes.dot && ((value === 'of' && !this.exprAllowed) || (value === 'yield' && this.inGeneratorContext()));
    } else if (type === tokTypes.parenL) {
      const isStatement = before === tokTypes._if || before === tokTypes._for || before === tokTypes._with || before === tokTypes._while;
      this.context.push(isStatement ? tokContexts.p_stat : tokContexts.p_expr);
      this.exprAllowed = true;
    } else if (type === tokTypes.dot || type === tokTypes.bracketR || type === tokTypes.string || type === tokTypes.num) {
      this.exprAllowed = false;
    } else if (type === tokTypes.comma || type === tokTypes.semi || type === tokTypes.eq || type === tokTypes.bracketL) {
      this.exprAllowed = true;
    } else {
      this.updateContext(before);
    }
  }

  // --- Words and the ends of statements.

  override isContextual(name: string): boolean {
    return this.isSpecial && this.type === typeOfName && this.value === name && !this.containsEsc;
  }

  override canInsertSemicolon(): boolean {
    if (this.type === tokTypes.braceR || this.type === tokTypes.eof) return true;
    const { input, start } = this;
    for (let pos = this.lastTokEnd; pos < start; pos++) {
      const code = input.charCodeAt(pos);
      if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return true;
    }
    return false;
  }

  override strictDirective(start: number): boolean {
    const { input } = this;
    let pos = start;
    let code = input.charCodeAt(pos);
    while (code === 32 || code === 10) code = input.charCodeAt(++pos);
    // Anything but a string, another blank, or a comment.
    if (code < 128 && code !== 34 && code !== 39 && kinds[code] < BLANK) return false;
    return super.strictDirective(pos);
  }

  override checkUnreserved(node: Identifier): void {
    const { name } = node;
    if (keywords.has(name) || specialNames.has(name)) super.checkUnreserved(node);
  }

  // --- Nodes.

  override finishNode<T>(node: T, type: string): T {
    return finished(node, type, this.lastTokEnd);
  }

  /** The token, which is a word and not special, as the name of a variable. */
  protected plainName(): Identifier {
    const node = nameNode(this.start, this.value as string);
    this.next();
    node.end = this.lastTokEnd;
    return node;
  }

  override parseIdent(isName?: boolean): Identifier {
    if (this.type !== typeOfName || (this.isSpecial && isName !== true)) return super.parseIdent(isName);
    return this.plainName();
  }
}
