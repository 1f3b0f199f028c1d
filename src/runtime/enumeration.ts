// For-in enumeration (EnumerateObjectProperties, ECMA-262 14.7.5.9): own keys first, then up the prototype chain, each
// name once, deleted ones left out. The state is plain: the object, the keys listed at the start, and an index.

import { guestName, mangle } from './keys.ts';
import { getOwnProperty, getPrototypeOf, hasProperty, ownEnumerableNames, ownHostKeys } from './objects.ts';
import type { Realm } from './realm.ts';
import { unlessProxy } from './plain-access.ts';
import { PROXY_MET, type GuestObject } from './values.ts';

export class Enumeration {
  readonly object: GuestObject | null;
  readonly keys: readonly string[];
  index = 0;
  constructor(object: GuestObject | null, keys: readonly string[]) {
    this.object = object;
    this.keys = keys;
  }

  /** The next key that is still a property, or undefined at the end. */
  next(): string | undefined {
    while (this.index < this.keys.length) {
      const key = this.keys[this.index++];
      if (unlessProxy(() => hasProperty(this.object as GuestObject, mangle(key))) !== false) return key;
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

/** The enumeration of an object; null (for undefined and null) enumerates nothing. */
export function enumerate(realm: Realm, object: GuestObject | null): Enumeration {
  if (object === null) return new Enumeration(null, []);
  const keys = ownEnumerableNames(realm, object);
  realm.charge(keys.length);
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
  return new Enumeration(object, keys);
}

function addNames(o: GuestObject, names: Set<string>): void {
  for (const key of ownHostKeys(o)) if (typeof key === 'string') names.add(guestName(key) as string);
}
