// The methods of RegExp.prototype with symbol keys (ECMA-262 22.2.6) and RegExp String Iterators (22.2.9).
//
// Each is a native that does the whole work on the host's engine when the regexp is pristine (regexp-data.ts) and no argument has
// to be converted by calling the guest; else it ends in a tail call of the general algorithm in selfhosted/regexp.js.

import { checkStringLength, toNumber, toStringPrimitive } from '../conversions.ts';
import { describe } from '../describe.ts';
import { throwTypeError } from '../errors.ts';
import { defineNext } from '../iteration.ts';
import { advanceIndex, ALL } from '../last-match.ts';
import type { Realm } from '../realm.ts';
import { EMPTY, InternalData, internalOf, isFunction, isObject, ITERATION_END, wellKnown, type GuestObject, type HostCode, type Value } from '../values.ts';
import {
  chargeMatch, matchAt, matchGroups, matching, matchResult, noteMatch, pristineData, regExpData, regExpFamily, regExpMaker, setLastIndex, UNDECIDED, withGuestNames,
  type DirectMethod, type RegExpData, type RegExpFamily,
} from './regexp-data.ts';
import { patternsOf, type Compiled } from './regexp-pattern.ts';

/** Upper bound of the length of a result that the host may build in one go, uncharged until it is there. */
const MAX_UNCHARGED = 1 << 24;

export function installRegExpSymbols(realm: Realm, proto: GuestObject): void {
  const family = regExpFamily(realm);
  const pristine = (self: Value): RegExpData | undefined => pristineData(family, self);
  const make = regExpMaker(realm);
  const makeIterator = installIterator(realm, pristine);
  const define = (name: keyof RegExpFamily['direct'], length: number, direct: DirectMethod['run']): void => {
    const library = `RegExpPrototype_${name}`;
    const code: HostCode = (_callee, self, text, extra) => {
      const data = pristine(self);
      if (data !== undefined && typeof text === 'string') {
        const result = direct(self as GuestObject, data, text, extra);
        if (result !== UNDECIDED) return result;
      }
      const general = realm.selfHosted(library);
      return general.code(general, self, text, extra);
    };
    family.direct[name] = { method: realm.method(proto, wellKnown[name], length, code), run: direct };
  };

  // RegExp.prototype [ @@match ] ( string )
  define('match', 1, (self, data, text) => {
    const { host, global, sticky, exact } = data.compiled;
    if (!global) {
      const { $lastIndex: lastIndex } = self;
      if (typeof lastIndex !== 'number') return UNDECIDED;
      const match = matchAt(realm, self, data, text, clampIndex(lastIndex));
      return match === null ? null : matchResult(realm, data, match);
    }
    if (sticky) return UNDECIDED;
    chargeMatch(realm, text, 0);
    setLastIndex(realm, self, 0);
    const list = matching(realm, () => host.matchAll(exact, text));
    if (list !== null) noteMatch(realm, data, text, ALL);
    return list;
  });

  // RegExp.prototype [ @@matchAll ] ( string )
  define('matchAll', 1, (self, data, text) => {
    const { $lastIndex: lastIndex } = self;
    if (typeof lastIndex !== 'number' || self.$constructor !== family.constructor) return UNDECIDED;
    const { source, flags, compiled } = data;
    const matcher = make({ source, flags, compiled });
    if (lastIndex !== 0) setLastIndex(realm, matcher, clampIndex(lastIndex));
    return makeIterator(matcher, text, compiled.global, compiled.unicode);
  });

  // RegExp.prototype [ @@replace ] ( string, replaceValue )
  define('replace', 2, (self, data, text, replaceValue) => {
    if (typeof self.$lastIndex !== 'number' || takesMuch(data, text)) return UNDECIDED;
    if (isFunction(replaceValue)) {
      const replace = realm.selfHosted('RegExp_replacePristine');
      return replace.code(replace, undefined, self, text, replaceValue);
    }
    if (isObject(replaceValue)) return UNDECIDED;
    const template = toStringPrimitive(realm, replaceValue);
    const { global, sticky } = data.compiled;
    const longest = (text.length + 1) * (template.length + 1) * (template.includes('$') ? text.length + 1 : 1);
    if (sticky || longest > MAX_UNCHARGED || data.compiled.groups !== null) {
      const replace = realm.selfHosted('RegExp_replacePristine');
      return replace.code(replace, undefined, self, text, template);
    }
    const result = replaceByTemplate(realm, data, text, template);
    realm.charge(8 + ((text.length + (result ?? text).length) >> 4));
    if (global) setLastIndex(realm, self, 0);
    if (result === null) return text;
    noteMatch(realm, data, text, global ? ALL : 0);
    return result;
  });

  // RegExp.prototype [ @@search ] ( string )
  define('search', 1, (self, data, text) => {
    const { host, exact, global, sticky } = data.compiled;
    chargeMatch(realm, text, 0);
    const { $lastIndex: lastIndex } = self;
    // The algorithm sets lastIndex to 0 and back: all that is left of it is the failure of a write.
    if ((global || sticky || !Object.is(lastIndex, 0)) && Object.getOwnPropertyDescriptor(self, '$lastIndex')?.writable !== true) setLastIndex(realm, self, 0);
    exact.lastIndex = 0;
    const position = matching(realm, () => host.search(exact, text));
    if (position >= 0) noteMatch(realm, data, text, 0);
    return position;
  });

  // RegExp.prototype [ @@split ] ( string, limit )
  define('split', 2, (self, data, text, limit) => {
    if (isObject(limit) || (self as GuestObject).$constructor !== family.constructor) return UNDECIDED;
    const max = limit === undefined ? undefined : toNumber(realm, limit) >>> 0;
    if (takesMuch(data, text)) return UNDECIDED;
    realm.charge(8 + (text.length >> 2));
    const { compiled } = data;
    const pieces = matching(realm, () => compiled.host.split(compiled.exact, text, max));
    // The splitter is a new regexp of this realm.
    if (max !== 0 && splitterMatches(realm, compiled, text, pieces.length)) realm.lastMatch.recordSplit(compiled, text, max ?? 0xffffffff);
    return pieces;
  });

  installReplacing(realm);
}

/** The captures of all matches might be so many that the general algorithm has to charge for each. */
function takesMuch({ source }: RegExpData, text: string): boolean {
  return text.length > MANY_CAPTURES / 1024 && text.length * source.split('(').length > MANY_CAPTURES && source.includes('(');
}
const MANY_CAPTURES = 1 << 24;

/** `text.replace` by a template, or null if there is no match. Where the result is another text there was one; where it is not, or not expected to be, the matcher is asked. */
function replaceByTemplate(realm: Realm, { compiled }: RegExpData, text: string, template: string): string | null {
  const { host, exact, finds } = compiled;
  return matching(realm, () => {
    exact.lastIndex = 0;
    compiled.finds = finds || exact.test(text);
    if (!compiled.finds) return null;
    const result = host.replace(exact, text, template);
    if (!finds || result.length !== text.length || result !== text) return result;
    exact.lastIndex = 0;
    compiled.finds = exact.test(text);
    return compiled.finds ? result : null;
  });
}

/** True if a split has made a match, of which an empty one at the start of a piece splits nothing. One at the end of the text is not looked for. */
function splitterMatches(realm: Realm, { host, exact }: Compiled, text: string, pieces: number): boolean {
  if (pieces > 1) return true;
  const search = exact.sticky ? host.make(exact.source, exact.flags.replace('y', '')) : exact;
  search.lastIndex = 0;
  const position = matching(realm, () => host.search(search, text));
  return position >= 0 && (position < text.length || text === '');
}

/** ToLength of a number. */
function clampIndex(n: number): number {
  return n > 0 ? Math.min(Math.trunc(n), Number.MAX_SAFE_INTEGER) : 0;
}

/** State of a RegExp String Iterator. */
class RegExpStringIteratorData extends InternalData {
  readonly regExp: GuestObject;
  readonly text: string;
  readonly global: boolean;
  readonly unicode: boolean;
  done = false;
  constructor(owner: GuestObject, regExp: GuestObject, text: string, global: boolean, unicode: boolean) {
    super(owner);
    this.regExp = regExp;
    this.text = text;
    this.global = global;
    this.unicode = unicode;
  }
}

/** Gives CreateRegExpStringIterator. */
function installIterator(realm: Realm, pristine: (self: Value) => RegExpData | undefined): (regExp: GuestObject, text: string, global: boolean, unicode: boolean) => GuestObject {
  const proto = realm.prelude.makeObjectWith(realm.intrinsics.get('IteratorPrototype') as GuestObject);
  realm.intrinsics.set('RegExpStringIteratorPrototype', proto);
  // %RegExpStringIteratorPrototype%.next ( )
  const step = (self: Value): Value => {
    const iterator = internalOf(self, RegExpStringIteratorData);
    if (iterator === undefined) return EMPTY;
    if (iterator.done) return ITERATION_END;
    const { regExp, text, global, unicode } = iterator;
    const data = pristine(regExp);
    if (data === undefined) return EMPTY;
    const { $lastIndex: lastIndex } = regExp;
    if (typeof lastIndex !== 'number') return EMPTY;
    const match = matchAt(realm, regExp, data, text, clampIndex(lastIndex));
    iterator.done = match === null || !global;
    if (match === null) return ITERATION_END;
    if (global && match[0] === '') setLastIndex(realm, regExp, advanceIndex(text, clampIndex(regExp.$lastIndex as number), unicode));
    return matchResult(realm, data, match);
  };
  defineNext(realm, proto, step, (self) => {
    const iterator = internalOf(self, RegExpStringIteratorData);
    if (iterator === undefined) return throwTypeError(realm, `Method %RegExpStringIterator%.prototype.next called on incompatible receiver ${describe(realm, self)}`);
    const { regExp, text, global, unicode } = iterator;
    const general = realm.selfHosted('RegExpStringIterator_next');
    return general.code(general, self, regExp, text, global, unicode);
  });
  Object.defineProperty(proto, wellKnown.toStringTag, { value: 'RegExp String Iterator', writable: false, enumerable: false, configurable: true });

  // CreateRegExpStringIterator ( R, S, global, fullUnicode )
  const Ctor = realm.prelude.makeCtor(proto, 1);
  const makeIterator = (regExp: GuestObject, text: string, global: boolean, unicode: boolean): GuestObject =>
    new RegExpStringIteratorData(new Ctor(), regExp, text, global, unicode).owner;
  realm.intrinsic('CreateRegExpStringIterator', 4, (_callee, _self, R, S, global, fullUnicode) =>
    makeIterator(R as GuestObject, S as string, global as boolean, fullUnicode as boolean));
  realm.intrinsic('SetRegExpIteratorDone', 2, (_callee, _self, iterator, done) => {
    (internalOf(iterator, RegExpStringIteratorData) as RegExpStringIteratorData).done = done as boolean;
    return undefined;
  });
  realm.intrinsic('AdvanceStringIndex', 3, (_callee, _self, S, index, unicode) => advanceIndex(S as string, index as number, unicode as boolean));
  return makeIterator;
}

const TEMPLATE = /\$(?:[$&`']|\d\d?|<)/g;

/**
 * GetSubstitution without named groups: `$<` stands for itself. `captures` are strings or undefined. Concatenation gives ropes, so
 * the work is about the length of the template, for which the caller charges; that of the result is checked as it grows.
 */
export function getSubstitution(realm: Realm, matched: string, text: string, position: number, captures: ArrayLike<Value>, template: string): string {
  if (!template.includes('$')) return template;
  let result = '';
  let done = 0;
  const m = captures.length;
  TEMPLATE.lastIndex = 0;
  for (let match = TEMPLATE.exec(template); match !== null; match = TEMPLATE.exec(template)) {
    const reference = match[0];
    let end = TEMPLATE.lastIndex;
    let piece: string;
    switch (reference[1]) {
      case '$':
        piece = '$';
        break;
      case '&':
        piece = matched;
        break;
      case '`':
        piece = text.slice(0, position);
        break;
      case "'":
        piece = text.slice(Math.min(text.length, position + matched.length));
        break;
      case '<':
        piece = '$<';
        break;
      default: {
        let index = Number(reference.slice(1));
        if (index > m && reference.length === 3) {
          index = Number(reference[1]);
          end--;
        }
        piece = index >= 1 && index <= m ? ((captures[index - 1] as string | undefined) ?? '') : template.slice(match.index, end);
        TEMPLATE.lastIndex = end;
      }
    }
    checkStringLength(realm, result.length + match.index - done + piece.length);
    result += template.slice(done, match.index) + piece;
    done = end;
  }
  checkStringLength(realm, result.length + template.length - done);
  return result + template.slice(done);
}

/** Index of the first `$<` in a replacement template from `from` on that is a reference to a named group, or -1. */
function namedReference(template: string, from: number): number {
  TEMPLATE.lastIndex = from;
  for (let match = TEMPLATE.exec(template); match !== null; match = TEMPLATE.exec(template)) {
    if (match[0] === '$<') return template.includes('>', TEMPLATE.lastIndex) ? match.index : -1;
  }
  return -1;
}

/** What the replacing methods of the library use. */
function installReplacing(realm: Realm): void {
  realm.intrinsic('GetPlainSubstitution', 5, (_callee, _self, matched, text, position, captures, template) => {
    realm.charge(1 + ((template as string).length >> 2));
    return getSubstitution(realm, matched as string, text as string, position as number, captures as unknown as Value[], template as string);
  });
  realm.intrinsic('FindNamedReference', 2, (_callee, _self, template, from) => namedReference(template as string, from as number));
  // All matches of a pristine regexp that replacing `text` has to replace, as HostRegExps.list has them.
  realm.intrinsic('CollectMatches', 2, (_callee, _self, R, S) => {
    const regExp = R as GuestObject;
    const text = S as string;
    const data = regExpData(R) as RegExpData;
    const { host, matcher, global, sticky, unicode, hasGroups } = data.compiled;
    if (!global) {
      const match = matchAt(realm, regExp, data, text, sticky ? clampIndex(toNumber(realm, regExp.$lastIndex)) : 0);
      return host.list(match, hasGroups ? (found) => matchGroups(realm, data, found) : null);
    }
    const groups = hasGroups ? (found: RegExpExecArray): Value => matchGroups(realm, data, withGuestNames(data, found) as RegExpExecArray) : null;
    const list = matching(realm, () => host.listAll(matcher, text, unicode, groups));
    realm.charge(8 + (text.length >> 4) + list.length);
    setLastIndex(realm, regExp, 0);
    if (list.length > 1) noteMatch(realm, data, text, ALL);
    return list;
  });
  // The arguments of a replacer function for the match at `start` of such a list.
  realm.intrinsic('MatchArguments', 3, (_callee, _self, list, start, S) => {
    const matches = list as Value[] & GuestObject;
    const args: Value[] = [];
    const end = (start as number) + (matches[0] as number);
    const groups = matches[end - 1];
    const hasGroups = typeof groups !== 'number';
    for (let i = start as number; i < end - (hasGroups ? 2 : 1); i++) args[args.length] = matches[i];
    args.push(S);
    if (hasGroups) args.push(groups);
    return realm.prelude.makeArrayFrom(args);
  });
  // The text with the matches of such a list replaced by the strings in their places.
  realm.intrinsic('ReplaceMatches', 2, (_callee, _self, list, S) => {
    const matches = list as Value[] & GuestObject;
    const text = S as string;
    const { host } = patternsOf(realm);
    const length = host.replacedLength(matches, text);
    checkStringLength(realm, length);
    realm.charge(1 + (matches.length >> 2) + (length >> 6));
    return host.replaced(matches, text);
  });
}
