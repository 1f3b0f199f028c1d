// The methods of String.prototype that take a pattern: match, matchAll, replace, replaceAll, search, split (ECMA-262 22.1.3).
//
// Each looks for a method of the pattern under a symbol. Natives do at once what can be done without calling the guest: a
// primitive pattern, or a regexp whose method is the intrinsic one. All else is in selfhosted/string.js.

import { checkStringLength, toNumber } from '../conversions.ts';
import type { Realm } from '../realm.ts';
import { isFunction, isObject, wellKnown, type GuestObject, type Value } from '../values.ts';
import { pristineData, regExpFamily, UNDECIDED, type RegExpFamily } from './regexp-data.ts';
import { getSubstitution } from './regexp-symbols.ts';

const NONE: readonly Value[] = [];

export function installStringPatterns(realm: Realm, proto: GuestObject): void {
  const general = (name: string, self: Value, a: Value, b: Value): Value => {
    const f = realm.selfHosted(`StringPrototype_${name}`);
    return f.code(f, self, a, b);
  };
  const family = regExpFamily(realm);
  // The call of the method of a pattern under the symbol, if the pattern is a pristine regexp: then there is no accessor. Else UNDECIDED.
  const dispatch = (name: keyof RegExpFamily['direct'], self: Value, pattern: Value, extra: Value): Value => {
    const data = pristineData(family, pattern);
    if (data === undefined) return UNDECIDED;
    const method = (pattern as GuestObject)[wellKnown[name] as unknown as string];
    const direct = family.direct[name];
    if (typeof self === 'string' && direct !== undefined && method === direct.method) {
      const result = direct.run(pattern as GuestObject, data, self, extra);
      if (result !== UNDECIDED) return result;
    }
    if (!isFunction(method)) return UNDECIDED;
    return name === 'replace' || name === 'split' ? method.code(method, pattern, self, extra) : method.code(method, pattern, self);
  };

  const dispatching = (name: 'match' | 'search'): void => {
    realm.method(proto, name, 1, (_callee, self, pattern) => {
      const result = self === undefined || self === null ? UNDECIDED : dispatch(name, self, pattern, undefined);
      return result === UNDECIDED ? general(name, self, pattern, undefined) : result;
    });
  };
  dispatching('match');
  realm.method(proto, 'matchAll', 1, (_callee, self, pattern) => {
    // One that is not global is an error.
    const isGlobal = typeof self === 'string' && pristineData(family, pattern)?.compiled.global === true;
    const result = isGlobal ? dispatch('matchAll', self, pattern, undefined) : UNDECIDED;
    return result === UNDECIDED ? general('matchAll', self, pattern, undefined) : result;
  });

  const replacing = (name: 'replace' | 'replaceAll'): void => {
    realm.method(proto, name, 2, (_callee, self, pattern, replacement) => {
      if (typeof self !== 'string') return general(name, self, pattern, replacement);
      if (isObject(pattern)) {
        const result = name === 'replace' ? dispatch(name, self, pattern, replacement) : UNDECIDED;
        return result === UNDECIDED ? general(name, self, pattern, replacement) : result;
      }
      if (typeof pattern !== 'string' || typeof replacement !== 'string') return general(name, self, pattern, replacement);
      // The result's length is not known before, so long ones are made step by step.
      if (name === 'replaceAll' && (self.length + 1) * (replacement.length + 1) > 1 << 20) return general(name, self, pattern, replacement);
      if (name === 'replaceAll' && !replacement.includes('$')) {
        realm.charge(4 + (self.length >> 4));
        return self.replaceAll(pattern, replacement);
      }
      if (name === 'replaceAll') return general(name, self, pattern, replacement);
      realm.charge(4 + ((self.length + replacement.length) >> 4));
      const position = self.indexOf(pattern);
      if (position < 0) return self;
      const inserted = replacement.includes('$') ? substitute(realm, pattern, self, position, replacement) : replacement;
      checkStringLength(realm, self.length - pattern.length + inserted.length);
      return self.slice(0, position) + inserted + self.slice(position + pattern.length);
    });
  };
  replacing('replace');
  replacing('replaceAll');
  dispatching('search');

  realm.method(proto, 'split', 2, (_callee, self, separator, limit) => {
    if (typeof self === 'string' && (limit === undefined || typeof limit === 'number')) {
      if (typeof separator === 'string' || separator === undefined) return splitText(realm, self, separator, limit);
      const result = dispatch('split', self, separator, limit);
      if (result !== UNDECIDED) return result;
    }
    return general('split', self, separator, limit);
  });
  // The rest of split once everything is converted.
  realm.intrinsic('StringSplit', 3, (_callee, _self, text, separator, limit) => splitText(realm, text as string, separator as string | undefined, limit as number));
}

/** GetSubstitution of a string pattern, which has no captures. */
function substitute(realm: Realm, matched: string, text: string, position: number, template: string): string {
  return getSubstitution(realm, matched, text, position, NONE, template);
}

type HostSplit = (this: string, separator: string, limit?: number) => Value[] & GuestObject;

/** The split of the guest's host realm, whose arrays are the guest's; undefined without such a realm. */
function hostSplit(realm: Realm): HostSplit | undefined {
  return realm.host.emptied ? (realm.host.stringPrototype as unknown as { split: HostSplit }).split : undefined;
}

function splitText(realm: Realm, text: string, separator: string | undefined, limit: number | undefined): Value {
  // The host does without a limit what is slower with the largest one.
  const max = limit === undefined ? undefined : toNumber(realm, limit) >>> 0;
  if (separator === undefined) return realm.prelude.makeArrayFrom(max === 0 ? NONE : [text]);
  realm.charge(4 + (text.length >> (separator === '' ? 2 : 4)));
  const split = hostSplit(realm);
  if (split === undefined) return realm.prelude.makeArrayFrom(text.split(separator, max));
  return max === undefined ? split.call(text, separator) : split.call(text, separator, max);
}
