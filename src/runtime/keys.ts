// Mangling: guest property keys to host property names and back (I1).
//
// A guest string key `x` is stored as `$x`. A canonical numeric string ("3", "1.5", "NaN", "-0") stays as it is, so that
// keys of type number need no mangling; symbols stay as they are. No unprefixed name that is not canonical numeric is
// ever made from a guest key, so internal slots and host names cannot be reached. Both directions go through bounded
// caches: concatenating each time is 1.6 times slower (prototypes/computed-keys.mjs).

import type { HostKey } from './values.ts';

const CACHE_LIMIT = 1 << 16;
/** Longer keys are not kept: a guest could fill the memory with them (I9), and they are no names of a program. */
const KEPT_LENGTH = 256;

const mangled = new Map<string, string>();
const unmangled = new Map<string, string>();

/** CanonicalNumericIndexString(key) is not undefined. */
export function isCanonicalNumeric(key: string): boolean {
  const c = key.charCodeAt(0);
  // Digits, '-', 'I' of Infinity and 'N' of NaN are the only first characters of canonical numeric strings.
  if ((c >= 48 && c <= 57) || c === 45 || c === 73 || c === 78) return key === '-0' || String(Number(key)) === key;
  return false;
}

/** Host name of a guest string key. */
export function mangle(key: string): string {
  let name = mangled.get(key);
  if (name === undefined) {
    name = isCanonicalNumeric(key) ? key : '$' + key;
    if (key.length > KEPT_LENGTH) return name;
    if (mangled.size >= CACHE_LIMIT) mangled.clear();
    // A key cut out of a long string would keep that string alive; the copy that a Map key needs is made by V8's own
    // internalisation when the name is first used as a property name.
    mangled.set(key, name);
  }
  return name;
}

// The names of the keys met last, by a hash of a few of their characters: a Map has to hash a string that is no name yet, and costs more than
// the access that the name is for.
const RECENT = 1 << 10;
const recentKeys: string[] = new Array<string>(RECENT).fill('');
const recentNames: string[] = new Array<string>(RECENT).fill('');

/** Makes ordinaryName over the table; it uses nothing from outside, so that it can be evaluated in a host realm, where V8 inlines it. */
export function nameLookup(keys: readonly string[], names: readonly string[], add: (key: string, i: number) => string): (key: string) => string {
  const mask = keys.length - 1;
  return (key) => {
    const n = key.length;
    const i = (n * 31 + key.charCodeAt(n - 1) * 131 + key.charCodeAt(n >> 1) * 17 + key.charCodeAt(0) * 7) & mask;
    return keys[i] === key ? names[i] : add(key, i);
  };
}

function addRecent(key: string, i: number): string {
  const mangledKey = mangle(key);
  const name = mangledKey.charCodeAt(0) === 36 && mangledKey !== '$length' ? mangledKey : '';
  if (key.length > KEPT_LENGTH) return name;
  recentKeys[i] = key;
  recentNames[i] = name;
  return name;
}

/** `ordinaryName` by `lookup`, which is nameLookup or its like in another realm. */
export function recentNamesLookup(lookup: typeof nameLookup): (key: string) => string {
  return lookup(recentKeys, recentNames, addRecent);
}

/**
 * Host name of a guest string key that can be read and assigned as it is: '' for canonical numeric strings, which may be elements, and for
 * `length`, which arrays have elsewhere.
 */
export const ordinaryName = recentNamesLookup(nameLookup);

// The same for keys that natives and the interpreter are given. The tables are two, since the keys of these would take the place of those that
// compiled code looks for.
const givenKeys: string[] = new Array<string>(RECENT).fill('');
const givenNames: string[] = new Array<string>(RECENT).fill(mangle(''));
const recentlyMangled = nameLookup(givenKeys, givenNames, (key, i) => {
  const name = mangle(key);
  if (key.length > KEPT_LENGTH) return name;
  givenKeys[i] = key;
  return (givenNames[i] = name);
});

/** Host key of a guest property key given as a string, a symbol or a number. */
export function hostKey(key: string | symbol | number): HostKey {
  return typeof key === 'string' ? recentlyMangled(key) : key;
}

/** Guest string key of a host property name; undefined if the name is an internal slot or a host name. */
export function guestName(name: string): string | undefined {
  if (name.charCodeAt(0) === 36) {
    let key = unmangled.get(name);
    if (key === undefined) {
      key = name.slice(1);
      if (name.length > KEPT_LENGTH) return key;
      // As V8 has the names of properties: it compares them, with each other and with literals, by their addresses.
      const holder = Object.create(null) as Record<string, true>;
      holder[key] = true;
      key = Object.keys(holder)[0];
      if (unmangled.size >= CACHE_LIMIT) unmangled.clear();
      unmangled.set(name, key);
    }
    return key;
  }
  return isCanonicalNumeric(name) ? name : undefined;
}

/** Lists of names, found by the first one: objects of many kinds begin with the same name (`type`, `id`), so a few are kept of each. */
export class NameTable<T extends { readonly hostNames: readonly string[] }> {
  private readonly byFirst = new Map<string, T[]>();
  private count = 0;

  /** The list of these host names, of which there is one at least. */
  find(hostNames: readonly string[]): T | undefined {
    const known = this.byFirst.get(hostNames[0]);
    if (known === undefined) return undefined;
    const n = hostNames.length;
    for (let j = 0; j < known.length; j++) {
      const names = known[j].hostNames;
      if (names.length !== n) continue;
      let i = 1;
      while (i < n && names[i] === hostNames[i]) i++;
      if (i === n) return known[j];
    }
    return undefined;
  }

  /** Adds a list that has not been found. */
  add(list: T): void {
    if (this.count >= LISTS_LIMIT) {
      this.byFirst.clear();
      this.count = 0;
    }
    const known = this.byFirst.get(list.hostNames[0]);
    if (known === undefined) this.byFirst.set(list.hostNames[0], [list]);
    else known[known.length < LISTS_OF_A_NAME ? known.length : this.count % LISTS_OF_A_NAME] = list;
    this.count++;
  }
}
/** Lists of names that are kept. */
const LISTS_LIMIT = 1 << 10;
/** Those of them that begin alike. */
const LISTS_OF_A_NAME = 8;

/** The names of the properties of objects that are made alike. */
export interface NameList {
  readonly hostNames: readonly string[];
  /** The guest's. */
  readonly names: readonly string[];
  /** Those of `ordinaryName`. */
  readonly accessNames: readonly string[];
  /**
   * There are names, and none is that of an element: those come in another order in the host. They are not so many that it would matter if the host went through
   * them in vain.
   */
  readonly areOrdinary: boolean;
  /** Those of properties that functions have from the beginning: they come in another order where a function has them. */
  readonly namesOfFunctions: readonly string[];
}

/** Longer lists, and those with longer names, are not kept. */
const KEPT_NAMES = 64;
const lists = new NameTable<NameList>();

/** A list of host names with the guest's; null if one of them is not the guest's. The lists may be kept, but not changed. */
export function nameList(hostNames: readonly string[]): NameList | null {
  const n = hostNames.length;
  if (n === 0) return NO_NAMES;
  const known = lists.find(hostNames);
  if (known !== undefined) return known;
  const names: string[] = [];
  let areOrdinary = true;
  let isShort = n <= KEPT_NAMES;
  for (let i = 0; i < n; i++) {
    const hostName = hostNames[i];
    const name = guestName(hostName);
    if (name === undefined) return null;
    names[i] = name;
    areOrdinary &&= isAccessible(hostName);
    isShort &&= hostName.length <= KEPT_NAMES;
  }
  const accessNames = areOrdinary ? hostNames : hostNames.map((name) => (isAccessible(name) ? name : ''));
  const namesOfFunctions = hostNames.filter((name) => name === '$name' || name === '$prototype');
  const list = { hostNames, names, accessNames, areOrdinary: areOrdinary && isShort, namesOfFunctions };
  if (isShort) lists.add(list);
  return list;
}
export const NO_NAMES: NameList = { hostNames: [], names: [], accessNames: [], areOrdinary: false, namesOfFunctions: [] };

/** The host's name of a property that can be accessed by it whatever the object is. */
function isAccessible(hostName: string): boolean {
  return hostName.charCodeAt(0) === 36 && hostName !== '$length';
}

/** The guest's names in such a list. */
export function guestNames(hostNames: readonly string[]): readonly string[] | null {
  const list = nameList(hostNames);
  return list === null ? null : list.names;
}

/** True if `key` is an array index: a canonical numeric string of an integer in [0, 2^32 - 2]. */
export function isArrayIndex(key: HostKey): boolean {
  if (typeof key === 'number') return key >= 0 && key <= 4294967294 && key === Math.floor(key);
  if (typeof key !== 'string') return false;
  const n = Number(key);
  return n >= 0 && n <= 4294967294 && n === Math.floor(n) && String(n) === key;
}

/** The well-known symbols of the host, which are no keys of guest properties. */
export const hostSymbols: ReadonlySet<symbol> = new Set(
  (Reflect.ownKeys(Symbol) as string[]).map((k) => (Symbol as unknown as Record<string, unknown>)[k]).filter((s): s is symbol => typeof s === 'symbol'),
);
