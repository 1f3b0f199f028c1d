// For-in enumeration (EnumerateObjectProperties, ECMA-262 14.7.5.9): own keys first, then up the prototype chain, each
// name once, deleted ones left out. The state is plain: the object, the keys listed at the start, and an index.

import { guestName, mangle, nameList, NO_NAMES, type NameList } from './keys.ts';
import { deletions, getOwnProperty, getPrototypeOf, hasProperty, isArray } from './objects.ts';
import { ownEnumerableNames, ownHostKeys } from './own-keys.ts';
import type { Realm } from './realm.ts';
import { unlessProxy } from './plain-access.ts';
import { isProxy, proxiesExist } from './proxy.ts';
import { isTypedArray } from './typed-arrays.ts';
import { PROXY_MET, type GuestFunction, type GuestObject, type InternalData } from './values.ts';

/** Of an enumeration each of whose keys is looked for before it is given. */
const UNKNOWN = -1;

export class Enumeration {
  readonly object: GuestObject | null;
  readonly keys: readonly string[];
  /** Of each key that is given without looking for it the name of `ordinaryName` (keys.ts). */
  readonly hostNames: readonly string[];
  index = 0;
  /** The count of deletions (objects.ts) at the start: while there have been no more, all keys are still properties. */
  readonly deletions: number;
  constructor(object: GuestObject | null, keys: readonly string[], hostNames: readonly string[] = [], deletionsBefore = UNKNOWN) {
    this.object = object;
    this.keys = keys;
    this.hostNames = hostNames;
    this.deletions = deletionsBefore;
  }

  /** The next key that is still a property, or undefined at the end. */
  next(): string | undefined {
    while (this.index < this.keys.length) {
      const key = this.keys[this.index++];
      if (this.deletions === deletions.count) return key;
      if (!proxiesExist() ? hasProperty(this.object as GuestObject, mangle(key)) : unlessProxy(() => hasProperty(this.object as GuestObject, mangle(key))) !== false) return key;
    }
    return undefined;
  }
}

/** Of an object with a Proxy on its chain: selfhosted/proxied-operators.js asks for each name. */
export class ProxiedEnumeration extends Enumeration {
  override next(): never {
    throw PROXY_MET;
  }
}

/** The names that one place has enumerated last, and others before. Objects made alike have them alike. */
export interface EnumerationCache {
  last: NameList;
  before: NameList;
}

export function enumerationCache(): EnumerationCache {
  return { last: NO_NAMES, before: NO_NAMES };
}

/** Of all places that have no cache of their own. */
const sharedCache = enumerationCache();

/** The enumeration of an object; null (for undefined and null) enumerates nothing. */
export function enumerate(realm: Realm, object: GuestObject | null, cache: EnumerationCache = sharedCache): Enumeration {
  if (object === null) return new Enumeration(null, []);
  const { last, before } = cache;
  const known = isAsBefore(object, last) ? last : isAsBefore(object, before) ? before : null;
  if (known !== null) {
    const { names, accessNames } = known;
    realm.charge(names.length);
    return new Enumeration(object, names, accessNames, deletions.count);
  }
  const lister = hostLister(object);
  if (lister !== null) {
    const list = listOf(lister.list(object), cache);
    if (list !== null) {
      realm.charge(list.names.length);
      return new Enumeration(object, list.names, list.accessNames, lister.counts ? deletions.count : UNKNOWN);
    }
  }
  const keys = ownEnumerableNames(realm, object);
  let seen: Set<string> | undefined;
  for (let p = getPrototypeOf(object); p !== null; p = getPrototypeOf(p)) {
    const inherited = ownEnumerableNames(realm, p);
    if (inherited.length === 0) continue;
    if (seen === undefined) {
      // Names that are shadowed count as visited even where the shadowing property is not enumerable.
      seen = new Set<string>();
      for (let q: GuestObject | null = object; q !== null && q !== p; q = getPrototypeOf(q)) addNames(q, seen);
    }
    for (const name of inherited) if (!seen.has(name) && getOwnProperty(realm, p, mangle(name)) !== undefined) keys.push(name);
    addNames(p, seen);
  }
  // A Proxy on the prototype chain has been met by now: nothing may be charged before, since the instruction is done over then.
  realm.charge(keys.length);
  return new Enumeration(object, keys);
}

function addNames(o: GuestObject, names: Set<string>): void {
  for (const key of ownHostKeys(o)) if (typeof key === 'string') names.add(guestName(key) as string);
}

/**
 * The host finds the names of the list in the object and its prototypes, in their order, which is the guest's then: elements come in the same order, too, but
 * are lost with the length of an array, which is not counted. The host goes through names without making a list.
 */
function isAsBefore(o: GuestObject, { hostNames, areOrdinary, namesOfFunctions }: NameList): boolean {
  if (!areOrdinary || isArray(o) || !isListedByHost(o)) return false;
  // What is not of the object itself may be of a function that it inherits from.
  for (let i = 0; i < namesOfFunctions.length; i++) if (!Object.hasOwn(o, namesOfFunctions[i])) return false;
  let i = 0;
  for (const name in o) if (name !== hostNames[i++]) return false;
  return i === hostNames.length;
}

/** How the host lists the names of an object. */
interface HostLister {
  list(o: GuestObject): readonly string[];
  /** Nothing but a deletion that is counted takes a name from the object. */
  readonly counts: boolean;
}
const ownNames: HostLister = { list: Object.keys, counts: true };
const allNames: HostLister = { list: namesAlongChain, counts: true };
const namesOfArrays: HostLister = { list: namesAlongChain, counts: false };

/** By which the host lists the names of an object in the order in which the guest would find them; null where that is not so. */
function hostLister(object: GuestObject): HostLister | null {
  if (!isListedByHost(object)) return null;
  let hasArrays = isArray(object);
  if (!hasArrays && inheritsNoNames(object)) return ownNames;
  for (let p = getPrototypeOf(object); p !== null; p = getPrototypeOf(p)) {
    if (!isListedByHost(p)) return null;
    hasArrays ||= isArray(p);
  }
  // The elements that an array loses with its length are not counted.
  return hasArrays ? namesOfArrays : allNames;
}

/** An object whose names are those of the host's object, in the same order: no function, and nothing exotic but an array. */
function isListedByHost(o: GuestObject): boolean {
  const { fn, internal } = o as unknown as { fn?: GuestFunction; internal?: InternalData };
  return !isProxy(o) && fn === undefined && internal === undefined && !isTypedArray(o);
}

function namesAlongChain(o: GuestObject): readonly string[] {
  const names: string[] = [];
  for (const name in o) names[names.length] = name;
  return names;
}

/** No object of the prototype chain has an enumerable property, as the host sees it: that is quickly told where it is so. */
function inheritsNoNames(o: GuestObject): boolean {
  for (const _key in Reflect.getPrototypeOf(o)) return false;
  return true;
}

/** The list of these host names, from the cache if they are those listed there; null if there is one that is not the guest's. */
function listOf(keys: readonly string[], cache: EnumerationCache): NameList | null {
  const { hostNames } = cache.last;
  const n = keys.length;
  let i = 0;
  if (n === hostNames.length) while (i < n && keys[i] === hostNames[i]) i++;
  else i = -1;
  if (i === n) return cache.last;
  const list = nameList(keys);
  if (list !== null) {
    cache.before = cache.last;
    cache.last = list;
  }
  return list;
}
