// Regexps as data: the internal state of RegExp instances on the host's engine, and what runs it (ECMA-262 22.2.3, 22.2.7).
//
// A guest regexp is an ordinary object with RegExpData, which holds a host RegExp that no guest ever sees. That one always
// has the flag `g` or `y`, so that its own lastIndex, which is set before each run, says where to match; the guest's
// `lastIndex` is the property `$lastIndex`, always an own data property. Nothing here calls the guest.

import { throwRangeError, throwSyntaxError, throwTypeError } from '../errors.ts';
import { mangle } from '../keys.ts';
import type { LastMatch } from '../last-match.ts';
import type { HostCtor } from '../prelude.ts';
import { watchDefinitions, watchDeletions, watchPrototype } from '../objects.ts';
import type { Realm } from '../realm.ts';
import { InternalData, wellKnown, type BuiltinTag, type GuestObject, type HostKey, type Value } from '../values.ts';
import { chargePattern, patternsOf, type Compiled, type Patterns } from './regexp-pattern.ts';

/** [[OriginalSource]], [[OriginalFlags]] and [[RegExpMatcher]]. Between RegExpAlloc and RegExpInitialize they are those of an empty pattern. */
export class RegExpData extends InternalData {
  source: string;
  flags: string;
  compiled: Compiled;
  /** False once something was defined on the regexp: it may have accessors, or flags of its own. */
  untouched = true;
  /** That of [[Realm]]. */
  readonly lastMatch: LastMatch;
  /** [[LegacyFeaturesEnabled]]: it is no instance of a subclass. */
  readonly isLegacy: boolean;
  /** `lastIndex` has its attributes. Before somebody asks for them it is as the host makes it quickly. */
  isSettled: boolean;
  /** The prototype, as far as that has been asked for: the host takes 0.1 us to tell it. */
  private knownPrototype: object | null = null;
  constructor(owner: GuestObject, lastMatch: LastMatch, isLegacy: boolean, isSettled: boolean, source: string, flags: string, compiled: Compiled) {
    super(owner);
    this.source = source;
    this.flags = flags;
    this.compiled = compiled;
    this.lastMatch = lastMatch;
    this.isLegacy = isLegacy;
    this.isSettled = isSettled;
  }
  get prototype(): object | null {
    return (this.knownPrototype ??= Reflect.getPrototypeOf(this.owner));
  }
  override beforeSetPrototype(): void {
    this.knownPrototype = null;
  }
  override beforeDefine(): void {
    this.untouched = false;
  }
  override beforeReflection(): void {
    if (this.isSettled) return;
    this.isSettled = true;
    Object.defineProperty(this.owner, '$lastIndex', { enumerable: false, configurable: false });
  }
  override get builtinTag(): BuiltinTag {
    return 'RegExp';
  }
}

/** RegExpAlloc, from the prototype; `isLegacy`: newTarget is %RegExp% of the realm. */
export function allocateRegExp(realm: Realm, proto: GuestObject, isLegacy: boolean): GuestObject {
  const object = realm.prelude.makeObjectWith(proto);
  Object.defineProperty(object, '$lastIndex', initialLastIndex);
  return new RegExpData(object, realm.lastMatch, isLegacy, true, '', '', patternsOf(realm).compile(realm, '', '')).owner;
}
const initialLastIndex: PropertyDescriptor = Object.freeze({ value: 0, writable: true, enumerable: false, configurable: false });

/** RegExpInitialize, from strings. */
export function initializeRegExp(realm: Realm, object: GuestObject, source: string, flags: string): GuestObject {
  setPattern(realm, regExpData(object) as RegExpData, source, flags);
  setLastIndex(realm, object, 0);
  return object;
}

function setPattern(realm: Realm, data: RegExpData, source: string, flags: string): void {
  chargePattern(realm, source, flags, null);
  data.compiled = patternsOf(realm).compile(realm, source, flags);
  data.source = source;
  data.flags = flags;
}

/** What one place makes regexps of, with what these share once there is one. */
export interface RegExpLiteral {
  readonly source: string;
  readonly flags: string;
  compiled: Compiled | null;
}

/** RegExpCreate: what a regular expression literal gives. */
export function createRegExp(realm: Realm, source: string, flags: string): GuestObject {
  let make = makers.get(realm);
  if (make === undefined) makers.set(realm, (make = regExpMaker(realm)));
  return make({ source, flags, compiled: null });
}
const makers = new WeakMap<Realm, (literal: RegExpLiteral) => GuestObject>();

/** The same as a function of what is made. */
export function regExpMaker(realm: Realm): (literal: RegExpLiteral) => GuestObject {
  const { lastMatch, prelude } = realm;
  const family = regExpFamily(realm);
  let proto: GuestObject | null = null;
  let Ctor: HostCtor | null = null;
  let patterns: Patterns | null = null;
  return (literal) => {
    if (proto === null || Ctor === null || patterns === null) {
      patterns = patternsOf(realm);
      proto = realm.intrinsics.get('RegExpPrototype') as GuestObject;
      Ctor = prelude.makeRegExpCtor(proto);
    }
    const { source, flags } = literal;
    chargePattern(realm, source, flags, literal.compiled);
    literal.compiled ??= patterns.compile(realm, source, flags);
    if (family.assignsLastIndex && !realm.objectPrototypeExotic) return new RegExpData(new Ctor(), lastMatch, true, false, source, flags, literal.compiled).owner;
    const object = allocateRegExp(realm, proto, true);
    const data = regExpData(object) as RegExpData;
    data.source = source;
    data.flags = flags;
    data.compiled = literal.compiled;
    return object;
  };
}

/** `internalOf` with the class said here, which V8 then tests for by comparing prototypes. */
export function regExpData(value: Value): RegExpData | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const data = value.internal;
  return data instanceof RegExpData && data.owner === value ? data : undefined;
}

/** Set(R, "lastIndex", value, true) */
export function setLastIndex(realm: Realm, object: GuestObject, value: number): void {
  try {
    object.$lastIndex = value;
  } catch {
    // The property is an own data property, so the write can only have failed because it is read-only.
    throwTypeError(realm, `Cannot assign to read only property 'lastIndex' of object '[object RegExp]'`);
  }
}

/** Runs the host's matcher, which calls nobody: if its backtracking takes too much memory, it throws as if the call stack were exhausted. */
export function matching<T>(realm: Realm, run: () => T): T {
  try {
    return run();
  } catch (e) {
    return backtrackingFailed(realm, e);
  }
}

function hostExec(realm: Realm, regExp: RegExp, text: string): RegExpExecArray | null {
  try {
    return regExp.exec(text);
  } catch (e) {
    return backtrackingFailed(realm, e);
  }
}

function hostTest(realm: Realm, regExp: RegExp, text: string): boolean {
  try {
    return regExp.test(text);
  } catch (e) {
    return backtrackingFailed(realm, e);
  }
}

function backtrackingFailed(realm: Realm, e: unknown): never {
  if (realm.host.isStackOverflow(e)) throwRangeError(realm, 'Maximum call stack size exceeded');
  // The host's compiler, which runs now, cannot make code of the pattern: there is too much text in a row.
  if (realm.host.isHostError(e) && e.name === 'SyntaxError') throwSyntaxError(realm, e.message);
  throw e;
}

/** Fuel of matching `text` from a position on (I6). */
export function chargeMatch(realm: Realm, text: string, from: number): void {
  realm.charge(8 + ((text.length - from) >> 4));
}

/** What a successful match of RegExpBuiltinExec leaves behind; `realm` is that of the running builtin. `from` as in LastMatch. */
export function noteMatch(realm: Realm, data: RegExpData, text: string, from: number): void {
  const { lastMatch } = realm;
  if (data.lastMatch !== lastMatch) return;
  if (data.isLegacy) lastMatch.record(data.compiled, text, from);
  else lastMatch.invalidate();
}

/**
 * RegExpBuiltinExec up to the making of the result: runs the matcher from `lastIndex` (ToLength of the property) on and
 * updates the property. Gives the host's match or null.
 */
export function matchAt(realm: Realm, object: GuestObject, data: RegExpData, text: string, lastIndex: number): RegExpExecArray | null {
  const { matcher, exact, global, sticky } = data.compiled;
  if (!global && !sticky) {
    chargeMatch(realm, text, 0);
    const match = hostExec(realm, exact, text);
    if (match !== null) noteMatch(realm, data, text, 0);
    return withGuestNames(data, match);
  }
  if (lastIndex > text.length) {
    setLastIndex(realm, object, 0);
    return null;
  }
  chargeMatch(realm, text, lastIndex);
  matcher.lastIndex = lastIndex;
  const match = hostExec(realm, matcher, text);
  setLastIndex(realm, object, match === null ? 0 : matcher.lastIndex);
  if (match !== null) noteMatch(realm, data, text, lastIndex);
  return withGuestNames(data, match);
}

/** The same for those who only want to know if there is a match. */
export function testAt(realm: Realm, object: GuestObject, data: RegExpData, text: string, lastIndex: number): boolean {
  const { matcher, exact, global, sticky } = data.compiled;
  if (!global && !sticky) {
    chargeMatch(realm, text, 0);
    const found = hostTest(realm, exact, text);
    if (found) noteMatch(realm, data, text, 0);
    return found;
  }
  if (lastIndex > text.length) {
    setLastIndex(realm, object, 0);
    return false;
  }
  chargeMatch(realm, text, lastIndex);
  matcher.lastIndex = lastIndex;
  const found = hostTest(realm, matcher, text);
  setLastIndex(realm, object, found ? matcher.lastIndex : 0);
  if (found) noteMatch(realm, data, text, lastIndex);
  return found;
}

/** CreateDataProperty of an object that the guest has not seen yet. */
function put(target: GuestObject, key: string, value: Value): void {
  // Where a prototype has the property, an assignment could run its setter or fail.
  if (key in target) Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
  else target[key] = value;
}

/** An object of the named groups, or undefined if the pattern has none. */
function groupsOf<T>(realm: Realm, groups: Record<string, T> | undefined, convert: (value: T) => Value): Value {
  if (groups === undefined) return undefined;
  const object = realm.prelude.makeObjectWith(null);
  for (const name of Object.keys(groups)) object[mangle(name)] = convert(groups[name]);
  return object;
}

type Range = [start: number, end: number] | undefined;
type MatchIndices = Range[] & { groups?: Record<string, Range> };

/** A match of the host with the named groups called as in the guest: of several groups of one name the one that took part. */
export function withGuestNames(data: RegExpData, match: RegExpExecArray | null): RegExpExecArray | null {
  const names = data.compiled.groups;
  if (names === null || match === null) return match;
  const renamed = <T>(groups: Record<string, T> | undefined): Record<string, T> => {
    const result = Object.create(null) as Record<string, T>;
    for (const [host, guest] of names) {
      const value = groups?.[host];
      if (value !== undefined || !(guest in result)) result[guest] = value as T;
    }
    return result;
  };
  match.groups = renamed(match.groups);
  const { indices } = match as unknown as { indices?: MatchIndices };
  if (indices !== undefined) indices.groups = renamed(indices.groups);
  return match;
}

/** The named groups of a host match as the guest gets them. Matches of one pattern have the same names, in the same order. */
export function matchGroups(realm: Realm, { compiled }: RegExpData, match: RegExpExecArray): Value {
  const { groups } = match;
  if (groups === undefined) return undefined;
  const names = (compiled.groupNames ??= Object.keys(groups).map((name) => [name, mangle(name)] as const));
  const object = realm.prelude.makeBareObject();
  for (let i = 0; i < names.length; i++) object[names[i][1]] = groups[names[i][0]];
  return object;
}

/** The result of exec as the guest gets it. */
export function matchResult(realm: Realm, data: RegExpData, match: RegExpExecArray): GuestObject {
  const { makeArrayFrom, makeMatch } = realm.prelude;
  const result = makeMatch(match, match.index, match.input, match.groups === undefined ? undefined : matchGroups(realm, data, match));
  const indices = (match as unknown as { indices?: MatchIndices }).indices;
  if (indices !== undefined) {
    const pair = (range: Range): Value => (range === undefined ? undefined : makeArrayFrom(range));
    const list = makeArrayFrom(indices.map(pair));
    put(list, '$groups', groupsOf(realm, indices.groups, pair));
    put(result, '$indices', list);
  }
  return result;
}

/** What a method of %RegExp.prototype% under a symbol does for a pristine regexp and a string without calling the guest; UNDECIDED: it cannot. */
export interface DirectMethod {
  readonly method: Value;
  readonly run: (self: GuestObject, data: RegExpData, text: string, extra: Value) => Value;
}

/** What a direct path gives where the general algorithm has to be run; the guest never sees it. */
export const UNDECIDED = Object.freeze(Object.assign(Object.create(null) as object, { undecided: true })) as unknown as Value;

/** What fast paths assume of %RegExp.prototype%, and the values to compare with. */
export interface RegExpFamily {
  readonly proto: GuestObject;
  readonly lastMatch: LastMatch;
  /** By the names of the symbols; undefined before they are installed. */
  readonly direct: { match?: DirectMethod; matchAll?: DirectMethod; replace?: DirectMethod; search?: DirectMethod; split?: DirectMethod };
  constructor: Value;
  exec: Value;
  /** False once an accessor of the prototype was redefined or deleted, or a method became an accessor. */
  intact: boolean;
  /** False once an assignment of `lastIndex` to a new regexp may meet something on RegExp.prototype, or behind it on other objects than Object.prototype. */
  assignsLastIndex: boolean;
}

const families = new WeakMap<Realm, RegExpFamily>();

/** Starts watching the prototype; called once its properties are in place. */
export function watchRegExpPrototype(realm: Realm, constructor: GuestObject): void {
  const family = regExpFamily(realm);
  const { proto } = family;
  family.constructor = constructor;
  family.exec = proto.$exec;
  family.intact = true;
  const watched = new Set<HostKey>(Reflect.ownKeys(proto));
  const spoil = (key: HostKey): void => {
    if (watched.has(key)) family.intact = false;
  };
  watchPrototype(proto, () => {
    family.assignsLastIndex = false;
  });
  watchDefinitions(proto, (key, desc) => {
    if (key === '$lastIndex') family.assignsLastIndex = false;
    if ('get' in desc || 'set' in desc || Object.getOwnPropertyDescriptor(proto, key)?.get !== undefined) spoil(key);
  });
  watchDeletions(proto, spoil);
  watchDefinitions(constructor, (key) => {
    if (key === wellKnown.species) family.intact = false;
  });
  watchDeletions(constructor, (key) => {
    if (key === wellKnown.species) family.intact = false;
  });
}

/** One per realm; nothing is taken for intact before watchRegExpPrototype. */
export function regExpFamily(realm: Realm): RegExpFamily {
  let family = families.get(realm);
  if (family === undefined) families.set(realm, (family = { proto: realm.prelude.makeObject(), lastMatch: realm.lastMatch, direct: {}, constructor: undefined, exec: undefined, intact: false, assignsLastIndex: true }));
  return family;
}

/**
 * The data of a regexp of the realm whose `exec`, flags and other accessors are the original ones, so that using it calls no guest code.
 * Else undefined. Methods under symbols may have been replaced, but only by plain writes.
 */
export function pristineData(family: RegExpFamily, value: Value): RegExpData | undefined {
  if (!family.intact || typeof value !== 'object' || value === null) return undefined;
  const data = regExpData(value);
  if (data === undefined || !data.untouched || data.lastMatch !== family.lastMatch || data.prototype !== family.proto) return undefined;
  // Neither the regexp nor the prototype has an accessor for this one.
  return value.$exec === family.exec ? data : undefined;
}
