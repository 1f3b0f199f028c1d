// WeakMap (ECMA-262 24.3) and WeakSet (24.4), as side tables on the host's WeakMap.
//
// Keys are objects and symbols other than registered ones. Nothing in them can be enumerated, so they have no order.

import { createFromConstructor, makeConstructor } from '../construct.ts';
import { describe } from '../describe.ts';
import { throwTypeError } from '../errors.ts';
import type { Realm } from '../realm.ts';
import { InternalData, internalOf, isObject, wellKnown, type GuestObject, type Value } from '../values.ts';

/** [[WeakMapData]] */
export class WeakMapData extends InternalData {
  readonly table = new WeakMap<WeakKey, Value>();
}

/** [[WeakSetData]] */
export class WeakSetData extends InternalData {
  readonly table = new WeakSet<WeakKey>();
}

/** CanBeHeldWeakly */
export function canBeHeldWeakly(realm: Realm, value: Value): value is GuestObject | symbol {
  if (isObject(value)) return true;
  if (typeof value !== 'symbol') return false;
  const key = value.description;
  return key === undefined || realm.symbolRegistry.get(key) !== value;
}

export function installWeak(realm: Realm): void {
  installWeakMap(realm);
  installWeakSet(realm);
}

function incompatible(realm: Realm, method: string, self: Value): never {
  throwTypeError(realm, `Method ${method} called on incompatible receiver ${describe(realm, self)}`);
}

function installWeakMap(realm: Realm): void {
  const proto = realm.prelude.makeObject();
  // WeakMap ( [ iterable ] )
  makeConstructor(realm, 'WeakMap', 0, proto, null, (_callee, newTarget, iterable) => {
    const map = createFromConstructor(realm, newTarget, 'WeakMapPrototype');
    new WeakMapData(map);
    if (iterable === undefined || iterable === null) return map;
    const fill = realm.selfHosted('MapConstructor_fill');
    return fill.code(fill, undefined, map, iterable);
  });
  realm.methods(proto, {
    delete: [1, (_callee, self, key) => {
      const data = internalOf(self, WeakMapData);
      if (data === undefined) return incompatible(realm, 'WeakMap.prototype.delete', self);
      return canBeHeldWeakly(realm, key) && data.table.delete(key);
    }],
    get: [1, (_callee, self, key) => {
      const data = internalOf(self, WeakMapData);
      if (data === undefined) return incompatible(realm, 'WeakMap.prototype.get', self);
      return canBeHeldWeakly(realm, key) ? data.table.get(key) : undefined;
    }],
    set: [2, (_callee, self, key, value) => {
      const data = internalOf(self, WeakMapData);
      if (data === undefined) return incompatible(realm, 'WeakMap.prototype.set', self);
      if (!canBeHeldWeakly(realm, key)) return throwTypeError(realm, 'Invalid value used as weak map key');
      data.table.set(key, value);
      return self;
    }],
    has: [1, (_callee, self, key) => {
      const data = internalOf(self, WeakMapData);
      if (data === undefined) return incompatible(realm, 'WeakMap.prototype.has', self);
      return canBeHeldWeakly(realm, key) && data.table.has(key);
    }],
  });
  Object.defineProperty(proto, wellKnown.toStringTag, { value: 'WeakMap', writable: false, enumerable: false, configurable: true });
}

function installWeakSet(realm: Realm): void {
  const proto = realm.prelude.makeObject();
  // WeakSet ( [ iterable ] )
  makeConstructor(realm, 'WeakSet', 0, proto, null, (_callee, newTarget, iterable) => {
    const set = createFromConstructor(realm, newTarget, 'WeakSetPrototype');
    new WeakSetData(set);
    if (iterable === undefined || iterable === null) return set;
    const fill = realm.selfHosted('SetConstructor_fill');
    return fill.code(fill, undefined, set, iterable);
  });
  realm.methods(proto, {
    delete: [1, (_callee, self, value) => {
      const data = internalOf(self, WeakSetData);
      if (data === undefined) return incompatible(realm, 'WeakSet.prototype.delete', self);
      return canBeHeldWeakly(realm, value) && data.table.delete(value);
    }],
    has: [1, (_callee, self, value) => {
      const data = internalOf(self, WeakSetData);
      if (data === undefined) return incompatible(realm, 'WeakSet.prototype.has', self);
      return canBeHeldWeakly(realm, value) && data.table.has(value);
    }],
    add: [1, (_callee, self, value) => {
      const data = internalOf(self, WeakSetData);
      if (data === undefined) return incompatible(realm, 'WeakSet.prototype.add', self);
      if (!canBeHeldWeakly(realm, value)) return throwTypeError(realm, 'Invalid value used in weak set');
      data.table.add(value);
      return self;
    }],
  });
  Object.defineProperty(proto, wellKnown.toStringTag, { value: 'WeakSet', writable: false, enumerable: false, configurable: true });
}
