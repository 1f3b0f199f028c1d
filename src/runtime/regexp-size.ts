// How much of the host's stack, and how much time, the host's compiler of regular expressions may take for a pattern.
//
// Takes the source of a pattern; gives a bound of that stack in bytes, by syntax alone. V8 compiles a pattern when it first matches, and again later, wherever the
// guest is in its stack by then, and recurses over the groups and along the path through the pattern; where the stack ends it throws, or ends the process.
// A guest that keeps to the limit cannot get it there, and what is beyond is refused in every mode.

/** Bytes of stack for a pattern, at most: half of what the guest's budget of host stack leaves. */
export const PATTERN_LIMIT = 240 << 10;

/** What the parts of a pattern take on Node 20, measured, and a bit more. */
const bytesOf = { group: 200, captured: 60, quantifier: 130, other: 50, unicodeSet: 200, nestedClass: 200 };

/** V8 repeats what is repeated a few times, but does not make more of a pattern than so many times as much. */
const MOST_COPIES = 6;

/** Patterns up to this length are within all limits. */
const SHORT = 64;

/** A property of strings: alternatives of thousands of texts, for which the time to compile multiplies where one follows another. Only few fit. */
const OF_STRINGS = /\\p\{(?:Basic_Emoji|Emoji_Keycap_Sequence|RGI_\w+)\}/;
const ofStrings = new RegExp(OF_STRINGS.source, 'y');
const STRINGS_BYTES = 64 << 10;

/** Of an open group: the paths before it and at the beginning of its alternatives, and the longest ones through those that have ended. */
interface OpenGroup {
  readonly term: number;
  readonly termCopied: number;
  readonly start: number;
  readonly startCopied: number;
  longest: number;
  longestCopied: number;
}

/** A bound of the bytes of stack that compiling takes. It need not be right for what is no pattern. */
export function patternStack(source: string, flags: string): number {
  const n = source.length;
  const sets = flags.includes('v');
  if (n <= SHORT && !(sets && OF_STRINGS.test(source))) return 0;
  const unicode = sets || flags.includes('u');
  const ignoreCase = flags.includes('i');
  // The path to here, as it is written and with its repetitions.
  const open: OpenGroup[] = [{ term: 0, termCopied: 0, start: 0, startCopied: 0, longest: 0, longestCopied: 0 }];
  let path = 0;
  let copied = 0;
  // Of the last term: where it begins on the paths.
  let term = 0;
  let termCopied = 0;
  let inText = false;
  const add = (bytes: number): void => {
    term = path;
    termCopied = copied;
    path += bytes;
    copied += bytes;
    inText = false;
  };
  const endAlternative = (): void => {
    const group = open[open.length - 1];
    group.longest = Math.max(group.longest, path);
    group.longestCopied = Math.max(group.longestCopied, copied);
  };
  for (let i = 0; i < n; i++) {
    // The rest can only add to it.
    if (path > PATTERN_LIMIT) return path;
    switch (source.charCodeAt(i)) {
      case 40: // (
        add(bytesOf.group + (source[i + 1] === '?' && source[i + 2] !== '<' ? 0 : bytesOf.captured));
        open.push({ term, termCopied, start: path, startCopied: copied, longest: 0, longestCopied: 0 });
        if (source[i + 1] === '?') i++;
        break;
      case 41: { // )
        if (open.length === 1) break;
        endAlternative();
        const group = open.pop() as OpenGroup;
        ({ term, termCopied } = group);
        path = group.longest;
        copied = group.longestCopied;
        inText = false;
        break;
      }
      case 124: { // |
        endAlternative();
        const group = open[open.length - 1];
        path = group.start;
        copied = group.startCopied;
        inText = false;
        break;
      }
      case 42: // *
      case 43: // +
      case 63: // ?
      case 123: { // {
        const copies = source[i] === '{' ? 3 : 1;
        path += bytesOf.quantifier;
        copied = termCopied + (copied - termCopied) * copies + bytesOf.quantifier;
        if (copies > 1) while (/[\d,}]/.test(source[i + 1] ?? '') && source[i] !== '}') i++;
        inText = false;
        break;
      }
      case 91: { // [
        let depth = 1;
        let deepest = 1;
        for (i++; i < n && depth > 0; i++) {
          const c = source[i];
          if (c === '\\') {
            if (sets && isOfStrings(source, i)) add(STRINGS_BYTES);
            i++;
          } else if (c === '[' && sets) deepest = Math.max(deepest, ++depth);
          else if (c === ']') depth--;
        }
        i--;
        if (unicode) add(bytesOf.unicodeSet + deepest * bytesOf.nestedClass);
        else if (!inText) {
          add(bytesOf.other);
          inText = true;
        }
        break;
      }
      case 92: { // \
        if (sets && isOfStrings(source, i)) add(STRINGS_BYTES);
        const c = source[++i] ?? '';
        // What is in its braces is no quantifier.
        if (unicode && source[i + 1] === '{') i = (source.indexOf('}', i) + 1 || n) - 1;
        const isText = !unicode && !/[bBk1-9]/.test(c);
        if (unicode && /[pPwWdDsSu]/.test(c)) add(bytesOf.unicodeSet);
        else if (!isText || !inText) {
          add(bytesOf.other);
          inText = isText;
        }
        break;
      }
      case 46: // .
        if (unicode) add(bytesOf.unicodeSet);
        else if (!inText) {
          add(bytesOf.other);
          inText = true;
        }
        break;
      case 94: // ^
      case 36: // $
        add(bytesOf.other);
        break;
      default:
        // Characters in a row are one node, but a quantifier is about the last of them.
        if (unicode && (ignoreCase || source.charCodeAt(i) >= 0xd800)) add(bytesOf.unicodeSet);
        else if (!inText || isQuantifier(source.charCodeAt(i + 1))) {
          add(bytesOf.other);
          inText = true;
        }
    }
  }
  endAlternative();
  const { longest, longestCopied } = open[0];
  return Math.min(longestCopied, MOST_COPIES * longest);
}

/** A property of strings is named at index `i`. */
function isOfStrings(source: string, i: number): boolean {
  ofStrings.lastIndex = i;
  return ofStrings.test(source);
}

function isQuantifier(code: number): boolean {
  return code === 42 || code === 43 || code === 63 || code === 123;
}

/** Kilobytes of stack up to which compiling takes no time worth mentioning. */
const QUICK = 48;

/** Fuel for compiling a pattern that takes so many bytes of stack: the time grows with more than their square. */
export function patternFuel(stack: number): number {
  const size = stack >> 10;
  // What is refused is not compiled.
  return size <= QUICK || stack > PATTERN_LIMIT ? 0 : (size * size - QUICK * QUICK) * 2048;
}
