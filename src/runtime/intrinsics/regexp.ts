// RegExp (ECMA-262 22.2.4 to 22.2.6): the constructor, exec, test, and the accessors of the flags.
//
// The methods with symbol keys are in regexp-symbols.ts; what calls the guest is in selfhosted/regexp.js.

import { makeConstructor } from '../construct.ts';
import { toLength, toStringPrimitive } from '../conversions.ts';
import { describe } from '../describe.ts';
import { throwTypeError } from '../errors.ts';
import { functionRealm } from '../function.ts';
import { defineHidden } from '../objects.ts';
import type { Realm } from '../realm.ts';
import { isObject, wellKnown, type GuestFunction, type GuestObject, type Value } from '../values.ts';
import {
  allocateRegExp, createRegExp, initializeRegExp, matchAt, matchResult, pristineData, regExpData, regExpFamily, testAt, watchRegExpPrototype, type RegExpData,
} from './regexp-data.ts';
import { installLegacyStatics } from './regexp-legacy.ts';
import { installRegExpSymbols } from './regexp-symbols.ts';

export { createRegExp };

const FLAGS: readonly (readonly [name: string, letter: string])[] = [
  ['dotAll', 's'],
  ['global', 'g'],
  ['hasIndices', 'd'],
  ['ignoreCase', 'i'],
  ['multiline', 'm'],
  ['sticky', 'y'],
  ['unicode', 'u'],
  ['unicodeSets', 'v'],
];

export function installRegExp(realm: Realm): void {
  const { proto } = regExpFamily(realm);
  const constructor = installConstructor(realm, proto);
  installMatching(realm, proto);
  installAccessors(realm, proto);
  installRegExpSymbols(realm, proto);
  defineHidden(proto, '$compile', realm.selfHosted('RegExpPrototype_compile'));
  watchRegExpPrototype(realm, constructor);
  installIntrinsics(realm);
}

/** The source of [[OriginalSource]] as EscapeRegExpPattern gives it. */
function escapedSource(data: RegExpData): string {
  return data.compiled.shownSource;
}

/** `flags` of a regexp that is pristine: its letters in the order in which the getter asks for them. */
function orderedFlags(data: RegExpData): string {
  return data.compiled.shownFlags;
}

// RegExp ( pattern, flags ): what has to be looked at or converted by calling the guest is left to the library.
function installConstructor(realm: Realm, proto: GuestObject): GuestObject {
  const isSimple = (v: Value): boolean => v === undefined || typeof v === 'string' || typeof v === 'number';
  const make = (pattern: Value, flags: Value): GuestObject =>
    createRegExp(realm, pattern === undefined ? '' : String(pattern), flags === undefined ? '' : String(flags));
  const general = (pattern: Value, flags: Value, newTarget: Value): Value => {
    const f = realm.selfHosted('RegExpConstructor_general');
    return f.code(f, undefined, pattern, flags, newTarget);
  };
  const constructor = makeConstructor(
    realm,
    'RegExp',
    2,
    proto,
    (_callee, _self, pattern, flags) => (isSimple(pattern) && isSimple(flags) ? make(pattern, flags) : general(pattern, flags, undefined)),
    (callee, newTarget, pattern, flags) =>
      newTarget === callee && isSimple(pattern) && isSimple(flags) ? make(pattern, flags) : general(pattern, flags, newTarget as unknown as Value),
  );
  installLegacyStatics(realm, constructor);
  realm.getter(constructor, wellKnown.species, (_callee, self) => self);
  // RegExp.escape ( S )
  realm.method(constructor, 'escape', 1, (_callee, _self, text) => {
    if (typeof text !== 'string') return throwTypeError(realm, `${describe(realm, text)} is not a string`);
    realm.charge(text.length >> 3);
    return escapeText(text);
  });
  return constructor;
}

const SYNTAX = '^$\\.*+?()[]{}|/';
const CONTROLS: Readonly<Record<string, string>> = { '\t': 't', '\n': 'n', '\v': 'v', '\f': 'f', '\r': 'r' };
const PUNCTUATORS = ",-=<>#&!%:;@~'`\"";

/** EncodeForRegExpEscape of every code point. */
function escapeText(text: string): string {
  let out = '';
  for (const c of text) {
    const code = c.codePointAt(0) as number;
    const hex = code.toString(16);
    if (out === '' && /[0-9A-Za-z]/.test(c)) out += `\\x${hex}`;
    else if (SYNTAX.includes(c)) out += `\\${c}`;
    else if (CONTROLS[c] !== undefined) out += `\\${CONTROLS[c]}`;
    else if (PUNCTUATORS.includes(c) || /[\s\uFEFF\uD800-\uDFFF]/.test(c) && c.length === 1) out += code <= 0xff ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`;
    else out += c;
  }
  return out;
}

/** ToLength of a primitive, which is nearly always an index. */
function indexOf(realm: Realm, lastIndex: Value): number {
  return typeof lastIndex === 'number' && lastIndex >>> 0 === lastIndex ? lastIndex : toLength(realm, lastIndex);
}

function installMatching(realm: Realm, proto: GuestObject): void {
  const family = regExpFamily(realm);
  // RegExp.prototype.exec ( string )
  realm.method(proto, 'exec', 1, (_callee, self, text) => {
    const data = regExpData(self);
    if (data === undefined) return throwTypeError(realm, `Method RegExp.prototype.exec called on incompatible receiver ${describe(realm, self)}`);
    const { $lastIndex: lastIndex } = self as GuestObject;
    if (isObject(text) || isObject(lastIndex)) {
      const general = realm.selfHosted('RegExp_execGeneral');
      return general.code(general, undefined, self, text);
    }
    const match = matchAt(realm, self as GuestObject, data, toStringPrimitive(realm, text), indexOf(realm, lastIndex));
    return match === null ? null : matchResult(realm, data, match);
  });
  // RegExp.prototype.test ( S )
  realm.method(proto, 'test', 1, (_callee, self, text) => {
    const data = pristineData(family, self);
    if (data !== undefined) {
      const { $lastIndex: lastIndex } = self as GuestObject;
      if (!isObject(text) && !isObject(lastIndex)) return testAt(realm, self as GuestObject, data, toStringPrimitive(realm, text), indexOf(realm, lastIndex));
    }
    const general = realm.selfHosted('RegExpPrototype_test');
    return general.code(general, self, text);
  });
  // RegExp.prototype.toString ( )
  realm.method(proto, 'toString', 0, (_callee, self) => {
    const data = pristineData(family, self);
    if (data !== undefined) return `/${escapedSource(data)}/${orderedFlags(data)}`;
    const general = realm.selfHosted('RegExpPrototype_toString');
    return general.code(general, self);
  });
}

function installAccessors(realm: Realm, proto: GuestObject): void {
  // RegExpHasFlag
  for (const [name, letter] of FLAGS) {
    realm.getter(proto, name, (_callee, self) => {
      const data = regExpData(self);
      if (data !== undefined) return data.flags.includes(letter);
      if (self === proto) return undefined;
      return throwTypeError(realm, `RegExp.prototype.${name} getter called on ${isObject(self) ? 'non-RegExp object' : `non-object ${describe(realm, self)}`}`);
    });
  }
  const family = regExpFamily(realm);
  // get RegExp.prototype.flags
  realm.getter(proto, 'flags', (_callee, self) => {
    const data = pristineData(family, self);
    if (data !== undefined) return orderedFlags(data);
    const general = realm.selfHosted('RegExpPrototype_flags');
    return general.code(general, self);
  });
  // get RegExp.prototype.source
  realm.getter(proto, 'source', (_callee, self) => {
    const data = regExpData(self);
    if (data !== undefined) return escapedSource(data);
    if (self === proto) return '(?:)';
    return throwTypeError(realm, 'RegExp.prototype.source getter called on non-RegExp object');
  });
}

/** What selfhosted/regexp.js and selfhosted/string.js use. */
function installIntrinsics(realm: Realm): void {
  realm.intrinsic('IsRegExpObject', 1, (_callee, _self, v) => regExpData(v) !== undefined);
  realm.intrinsic('RegExpOriginalSource', 1, (_callee, _self, R) => (regExpData(R) as RegExpData).source);
  realm.intrinsic('RegExpOriginalFlags', 1, (_callee, _self, R) => (regExpData(R) as RegExpData).flags);
  // RegExpAlloc; the prototype as it was read, which may be no object.
  realm.intrinsic('RegExpAlloc', 2, (_callee, _self, proto, newTarget) =>
    allocateRegExp(
      realm,
      isObject(proto) ? proto : (functionRealm(newTarget as unknown as GuestFunction).intrinsics.get('RegExpPrototype') as GuestObject),
      newTarget === regExpFamily(realm).constructor,
    ),
  );
  realm.intrinsic('RegExpInitialize', 3, (_callee, _self, R, source, flags) => initializeRegExp(realm, R as GuestObject, source as string, flags as string));
  realm.intrinsic('RegExpCreate', 2, (_callee, _self, source, flags) => createRegExp(realm, source as string, flags as string));
  // RegExpBuiltinExec of a RegExp, from the string and ToLength of its lastIndex.
  realm.intrinsic('RegExpExecAt', 3, (_callee, _self, R, text, lastIndex) => {
    const data = regExpData(R) as RegExpData;
    const match = matchAt(realm, R as GuestObject, data, text as string, lastIndex as number);
    return match === null ? null : matchResult(realm, data, match);
  });
}
