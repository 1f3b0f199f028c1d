// Patterns of regexps on the host's engine: what regexps of equal source and flags share (ECMA-262 22.2.3.3 RegExpInitialize).

import { throwSyntaxError } from '../errors.ts';
import { hostRegExpsOf, type HostRegExps } from '../host-regexps.ts';
import type { Pattern } from '../last-match.ts';
import type { Realm } from '../realm.ts';
import { patternFuel, PATTERN_LIMIT, patternStack } from '../regexp-size.ts';
import { hasNewSyntax, PatternError, translatePattern, type TranslatedPattern } from '../regexp-translate.ts';

export interface Compiled extends Pattern {
  /** What runs it. */
  readonly host: HostRegExps;
  /** With the flags of the guest's regexp, as far as they are not said by its source. */
  readonly exact: RegExp;
  /** Matches at its lastIndex (flag y) or from it on (flag g); without these flags it has no use. The same as `exact` unless that has both. */
  readonly matcher: RegExp;
  /** Whether replacing by a template found anything the last time: a guess at the next one, which nobody sees. */
  finds: boolean;
  /** EscapeRegExpPattern of the source; the flags in the order in which they are shown. */
  readonly shownSource: string;
  readonly shownFlags: string;
  /** Host and guest names of the named groups where these differ, else null. */
  readonly groups: readonly (readonly [host: string, guest: string])[] | null;
  /** It has named groups, so that its matches have an object of them. */
  readonly hasGroups: boolean;
  /** The names of its groups in the guest, and as the guest's objects have them; null before the first match. */
  groupNames: readonly (readonly [name: string, key: string])[] | null;
  readonly global: boolean;
  readonly sticky: boolean;
  /** Flag u or v: indexes advance by code points. */
  readonly unicode: boolean;
  /** Fuel for making a regexp of it, beside that for its length. */
  readonly fuel: number;
}

const CACHE_LIMIT = 1024;

/** The patterns of a host realm. */
export class Patterns {
  readonly host: HostRegExps;
  /** By flags and source: the host keeps the hashes of strings as they are, which a key made of both would not have yet. */
  private readonly known = new Map<string, Map<string, Compiled>>();
  private count = 0;

  constructor(host: HostRegExps) {
    this.host = host;
  }

  /** A guest SyntaxError where it is no pattern. */
  compile(realm: Realm, source: string, flags: string): Compiled {
    const found = this.known.get(flags)?.get(source);
    if (found !== undefined) return found;
    if (++this.count > CACHE_LIMIT) {
      this.known.clear();
      this.count = 1;
    }
    // Only what is a pattern is kept: flags that are none may be of any length.
    const made = compile(realm, this.host, source, flags);
    let withFlags = this.known.get(flags);
    if (withFlags === undefined) this.known.set(flags, (withFlags = new Map<string, Compiled>()));
    withFlags.set(source, made);
    return made;
  }
}

const patterns = new WeakMap<Realm['host'], Patterns>();

export function patternsOf(realm: Realm): Patterns {
  let found = patterns.get(realm.host);
  if (found === undefined) patterns.set(realm.host, (found = new Patterns(hostRegExpsOf(realm.host))));
  return found;
}

/** What a pattern with named groups has in it somewhere. */
const NAMED = /\(\?<(?![=!])/;

/** What a regexp of a source costs (I6), whether the pattern is known or not. */
export function chargePattern(realm: Realm, source: string, flags: string, compiled: Compiled | null): void {
  realm.charge(4 + (source.length >> 2) + (compiled === null ? patternFuel(patternStack(source, flags)) : compiled.fuel));
}

function compile(realm: Realm, host: HostRegExps, source: string, flags: string): Compiled {
  const stack = patternStack(source, flags);
  const tooLarge = (): never => throwSyntaxError(realm, `Invalid regular expression: /${source}/${flags}: Regular expression too large`);
  if (stack > PATTERN_LIMIT) tooLarge();
  const { exact, translated } = hostPattern(realm, host, source, flags);
  if (translated !== null && patternStack(exact.source, exact.flags) > PATTERN_LIMIT) tooLarge();
  const sticky = flags.includes('y');
  const global = flags.includes('g');
  return {
    host,
    matcher: sticky && global ? host.make(exact.source, exact.flags.replace('g', '')) : exact,
    exact,
    finds: true,
    shownSource: translated === null ? exact.source : escapePattern(source),
    shownFlags: translated === null ? exact.flags : [...flags].sort().join(''),
    groups: translated !== null && translated.groups.length > 0 ? translated.groups : null,
    groupNames: null,
    hasGroups: NAMED.test(source) && hasGroups(realm, host.make(`${exact.source}|`, exact.flags)),
    global,
    sticky,
    unicode: flags.includes('u') || flags.includes('v'),
    fuel: patternFuel(stack),
  };
}

/** `pattern` matches the empty text. */
function hasGroups(realm: Realm, pattern: RegExp): boolean {
  try {
    return pattern.exec('')?.groups !== undefined;
  } catch (error) {
    return throwSyntaxError(realm, (error as Error).message);
  }
}

/** The host's regexp for a pattern, which is translated if the host does not know what is in it. */
function hostPattern(realm: Realm, host: HostRegExps, source: string, flags: string): { exact: RegExp; translated: TranslatedPattern | null } {
  try {
    return { exact: host.make(source, flags), translated: null };
  } catch (error) {
    // The host's constructor is given two strings, so all it can raise is a SyntaxError.
    if (!hasNewSyntax(source) || !/^[dgimsuvy]*$/.test(flags)) return throwSyntaxError(realm, (error as Error).message);
  }
  try {
    const translated = translatePattern(source, flags);
    return { exact: host.make(translated.source, translated.flags), translated };
  } catch (error) {
    return throwSyntaxError(realm, error instanceof PatternError ? `Invalid regular expression: /${source}/${flags}: ${error.message}` : (error as Error).message);
  }
}

/** EscapeRegExpPattern */
function escapePattern(source: string): string {
  const escapes: Readonly<Record<string, string>> = { '/': '\\/', '\n': '\\n', '\r': '\\r', '\u2028': '\\u2028', '\u2029': '\\u2029' };
  let inClass = false;
  return source.replace(/\\[^]|[[\]/\n\r\u2028\u2029]/g, (c) => {
    if (c === '[' || c === ']') inClass = c === '[';
    return c === '/' && inClass ? c : (escapes[c] ?? c);
  });
}
