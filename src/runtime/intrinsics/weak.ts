// WeakMap (ECMA-262 24.3) and WeakSet (24.4), as side tables on the host's (collections.ts).
//
// Keys are objects and symbols other than registered ones. Nothing in them can be enumerated, so they have no order.

import { collectionsOf } from '../collections.ts';
import { createFromConstructor, makeConstructor } from '../construct.ts';
import type { Realm } from '../realm.ts';
import { InternalData, wellKnown, type GuestObject, type Value } from '../values.ts';

/** [[WeakMapData]] */
export class WeakMapData extends InternalData {
  readonly weakMap: WeakMap<WeakKey, Value>;
  constructor(owner: GuestObject, weakMap: WeakMap<WeakKey, Value>) {
    super(owner);
    this.weakMap = weakMap;
  }
}

/** [[WeakSetData]] */
export class WeakSetData extends InternalData {
  readonly weakSet: WeakSet<WeakKey>;
  constructor(owner: GuestObject, weakSet: WeakSet<WeakKey>) {
    super(owner);
    this.weakSet = weakSet;
  }
}

export function installWeak(realm: Realm): void {
  installWeakMap(realm);
  installWeakSet(realm);
}

function installWeakMap(realm: Realm): void {
  const proto = realm.prelude.makeObject();
  const { makeWeakMap, weakMap: methods } = collectionsOf(realm);
  // WeakMap ( [ iterable ] )
  makeConstructor(realm, 'WeakMap', 0, proto, null, (_callee, newTarget, iterable) => {
    const map = createFromConstructor(realm, newTarget, 'WeakMapPrototype');
    new WeakMapData(map, makeWeakMap());
    if (iterable === undefined || iterable === null) return map;
    const fill = realm.selfHosted('MapConstructor_fill');
    return fill.code(fill, undefined, map, iterable);
  });
  realm.methods(proto, { delete: [1, methods.delete], get: [1, methods.get], set: [2, methods.set], has: [1, methods.has] });
  Object.defineProperty(proto, wellKnown.toStringTag, { value: 'WeakMap', writable: false, enumerable: false, configurable: true });
}

function installWeakSet(realm: Realm): void {
  const proto = realm.prelude.makeObject();
  const { makeWeakSet, weakSet: methods } = collectionsOf(realm);
  // WeakSet ( [ iterable ] )
  makeConstructor(realm, 'WeakSet', 0, proto, null, (_callee, newTarget, iterable) => {
    const set = createFromConstructor(realm, newTarget, 'WeakSetPrototype');
    new WeakSetData(set, makeWeakSet());
    if (iterable === undefined || iterable === null) return set;
    const fill = realm.selfHosted('SetConstructor_fill');
    return fill.code(fill, undefined, set, iterable);
  });
  realm.methods(proto, { delete: [1, methods.delete], has: [1, methods.has], add: [1, methods.add] });
  Object.defineProperty(proto, wellKnown.toStringTag, { value: 'WeakSet', writable: false, enumerable: false, configurable: true });
}
