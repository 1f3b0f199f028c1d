// The prototype chain as people are shown it: what is behind a Proxy, without asking it.

import { getPrototypeOf, hasOwnProperty } from './objects.ts';
import { isProxy, unwrapProxy } from './proxy.ts';
import type { GuestObject, HostKey } from './values.ts';

export function shownPrototype(o: GuestObject): GuestObject | null {
  const proto = getPrototypeOf(o);
  return proto !== null && isProxy(proto) ? unwrapProxy(proto) : proto;
}

/** Whether the object or its chain has the property. */
export function showsProperty(o: GuestObject, key: HostKey): boolean {
  for (let p: GuestObject | null = o; p !== null; p = shownPrototype(p)) if (hasOwnProperty(p, key)) return true;
  return false;
}
