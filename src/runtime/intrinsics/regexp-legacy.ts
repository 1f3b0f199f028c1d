// The legacy static properties of RegExp: $1 to $9, input, lastMatch, lastParen, leftContext, rightContext and their short names
// (the proposal "Legacy RegExp features"). What they show is derived from the realm's last match when it is asked for.

import { toStringPrimitive } from '../conversions.ts';
import { throwTypeError } from '../errors.ts';
import { staticsOf, type LegacyStatics } from '../last-match.ts';
import type { Realm } from '../realm.ts';
import { isObject, type GuestObject, type Value } from '../values.ts';
import { matching, regExpData, type RegExpData } from './regexp-data.ts';

const CONTEXTS: readonly (readonly [name: 'lastMatch' | 'lastParen' | 'leftContext' | 'rightContext', short: string])[] = [
  ['lastMatch', '$&'],
  ['lastParen', '$+'],
  ['leftContext', '$`'],
  ['rightContext', "$'"],
];

export function installLegacyStatics(realm: Realm, constructor: GuestObject): void {
  const { lastMatch } = realm;
  /** The first steps of GetLegacyRegExpStaticProperty and SetLegacyRegExpStaticProperty */
  const checkThis = (self: Value, name: string): void => {
    if (self !== (constructor as Value)) throwTypeError(realm, `RegExp.${name} called on a value that is not %RegExp%`);
  };
  const invalid = (name: string): never => throwTypeError(realm, `RegExp.${name} is not available: the last match was that of a regular expression of a subclass`);

  // All but [[RegExpInput]].
  const statics = (name: string): LegacyStatics => {
    const { statics: known, pattern, input, from, limit } = lastMatch;
    if (known !== null) return known;
    if (pattern === null || input === null) return invalid(name);
    realm.charge(8 + (input.length >> 2));
    return (lastMatch.statics = matching(realm, () => staticsOf(pattern, input, from, limit)));
  };
  const setInput = (text: Value): undefined => {
    // The others are those of the text before.
    if (lastMatch.statics === null && lastMatch.pattern !== null) statics('input');
    lastMatch.input = toStringPrimitive(realm, text);
  };
  for (const name of ['input', '$_']) {
    const get = realm.native(`get ${name}`, 0, (_callee, self) => {
      checkThis(self, name);
      return lastMatch.input ?? invalid(name);
    });
    const set = realm.native(`set ${name}`, 1, (_callee, self, value) => {
      checkThis(self, name);
      if (!isObject(value)) return setInput(value);
      const general = realm.selfHosted('RegExp_setInputGeneral');
      return general.code(general, undefined, value);
    });
    realm.accessor(constructor, name, get, set);
  }
  realm.intrinsic('SetLegacyInput', 1, (_callee, _self, text) => setInput(text));
  for (const [name, short] of CONTEXTS) {
    for (const shown of [name, short]) {
      realm.getter(constructor, shown, (_callee, self) => {
        checkThis(self, shown);
        return statics(shown)[name];
      });
    }
  }
  for (let i = 1; i <= 9; i++) {
    const name = `$${i}`;
    realm.getter(constructor, name, (_callee, self) => {
      checkThis(self, name);
      return statics(name).parens[i - 1] ?? '';
    });
  }

  // What RegExp.prototype.compile asks of its receiver.
  realm.intrinsic('RequireLegacyRegExp', 1, (_callee, _self, R) => {
    const data = regExpData(R) as RegExpData;
    if (data.lastMatch !== lastMatch) throwTypeError(realm, 'RegExp.prototype.compile called on a regular expression of another realm');
    if (!data.isLegacy) throwTypeError(realm, 'RegExp.prototype.compile called on an instance of a subclass of RegExp');
    return undefined;
  });
}
