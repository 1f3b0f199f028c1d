// The host's regular expressions as functions on texts, evaluated inside the host realm of a VM.
//
// Takes patterns in the host's terms and texts; gives arrays of the guest. The host's builtins have fast paths only for regexps and callers of one
// realm, and what they make there has the guest's prototypes at once. Evaluated from its own text like the prelude, so it may use nothing
// from outside its body.

import type { HostRealm } from './host-realm.ts';
import type { GuestObject, Value } from './values.ts';

type GuestArray = Value[] & GuestObject;

export interface HostRegExps {
  /** Throws the host's SyntaxError. */
  readonly make: (source: string, flags: string) => RegExp;
  readonly search: (regExp: RegExp, text: string) => number;
  readonly replace: (regExp: RegExp, text: string, template: string) => string;
  /** Of a regexp with flag g: all matches. */
  readonly matchAll: (regExp: RegExp, text: string) => GuestArray | null;
  readonly split: (regExp: RegExp, text: string, limit: number | undefined) => GuestArray;
  /**
   * Matches one after the other in one list: the match, the captures, the position, the end, and an object of the named groups if `groups` is given; the
   * number of these values comes first.
   */
  readonly list: (match: RegExpExecArray | null, groups: GroupMaker | null) => GuestArray;
  /** All matches in such a list. The regexp has flag g or y. */
  readonly listAll: (regExp: RegExp, text: string, isUnicode: boolean, groups: GroupMaker | null) => GuestArray;
  /** The length of the text with the matches of such a list replaced by what is in their places. */
  readonly replacedLength: (list: Value[], text: string) => number;
  /** That text. */
  readonly replaced: (list: Value[], text: string) => string;
}

type GroupMaker = (match: RegExpExecArray) => Value;

function hostRegExps(emptied: boolean, elements: { readonly plain: boolean }, makeArrayFrom: (list: readonly Value[]) => GuestArray): HostRegExps {
  'use strict';
  const Constructor = RegExp;
  const adopt = (emptied ? (a: unknown) => a : makeArrayFrom) as (a: readonly Value[]) => GuestArray;
  // The list begins with a string, so that the host gives it the kind of elements that it needs for strings.
  const add = (list: Value[], match: RegExpExecArray, groups: GroupMaker | null): void => {
    const { index } = match;
    const n = match.length;
    let end = list.length;
    if (!elements.plain) {
      // An assignment would run a setter that the guest put on a prototype.
      for (let i = 0; i < n + (groups === null ? 2 : 3); i++) {
        const value = i < n ? match[i] : i === n ? index : i === n + 1 ? index + match[0].length : (groups as GroupMaker)(match);
        Object.defineProperty(list, end + i, { value, writable: true, enumerable: true, configurable: true });
      }
      return;
    }
    for (let i = 0; i < n; i++) list[end++] = match[i];
    list[end++] = index;
    list[end++] = index + match[0].length;
    if (groups !== null) list[end] = groups(match);
  };
  const finish = (list: Value[], size: number, groups: GroupMaker | null): GuestArray => {
    list[0] = size + (groups === null ? 2 : 3);
    return adopt(list);
  };
  return {
    make: (source, flags) => new Constructor(source, flags),
    search: (regExp, text) => text.search(regExp),
    replace: (regExp, text, template) => text.replace(regExp, template),
    matchAll: (regExp, text) => {
      const list = text.match(regExp);
      return list === null ? null : adopt(list);
    },
    // A limit, even the largest one, costs the host its fast path.
    split: (regExp, text, limit) => adopt(limit === undefined ? text.split(regExp) : text.split(regExp, limit)),
    list: (match, groups) => {
      const list: Value[] = [''];
      if (match === null) return finish(list, 0, null);
      add(list, match, groups);
      return finish(list, match.length, groups);
    },
    listAll: (regExp, text, isUnicode, groups) => {
      const list: Value[] = [''];
      let size = 0;
      regExp.lastIndex = 0;
      for (let match = regExp.exec(text); match !== null; match = regExp.exec(text)) {
        size = match.length;
        add(list, match, groups);
        if (match[0] !== '') continue;
        // AdvanceStringIndex
        const at = regExp.lastIndex;
        const next = isUnicode && at < text.length && (text.codePointAt(at) as number) > 0xffff ? at + 2 : at + 1;
        if (next > text.length) break;
        regExp.lastIndex = next;
      }
      return finish(list, size, groups);
    },
    replacedLength: (list, text) => {
      const size = list[0] as number;
      const n = list.length;
      const position = typeof list[size] === 'number' ? size - 2 : size - 3;
      let length = text.length;
      for (let i = 1; i < n; i += size) length += (list[i] as string).length + (list[i + position] as number) - (list[i + position + 1] as number);
      return length;
    },
    replaced: (list, text) => {
      const size = list[0] as number;
      const n = list.length;
      const position = typeof list[size] === 'number' ? size - 2 : size - 3;
      let result = '';
      let done = 0;
      for (let i = 1; i < n; i += size) {
        const at = list[i + position] as number;
        if (at > done) result += text.slice(done, at);
        result += list[i] as string;
        done = list[i + position + 1] as number;
      }
      if (done === 0) return result + text;
      return done < text.length ? result + text.slice(done) : result;
    },
  };
}

const made = new WeakMap<HostRealm, HostRegExps>();

/** The regular expressions of a host realm. */
export function hostRegExpsOf(host: HostRealm): HostRegExps {
  let regExps = made.get(host);
  if (regExps === undefined) {
    const make = host.emptied && host.evaluate !== null ? (host.evaluate(`(${hostRegExps.toString()})`) as typeof hostRegExps) : hostRegExps;
    regExps = make(host.emptied, host.prelude.elements, host.prelude.makeArrayFrom);
    made.set(host, regExps);
  }
  return regExps;
}
