// The host's Map, Set, WeakMap and WeakSet behind those of the guest: the functions that make, read and change them, evaluated in the host realm of a VM.
//
// A guest Map holds a host Map whose keys and values are guest values, a guest Set a host Set: SameValueZero, the canonical zero and the order of
// insertion are the host's own. The text may use nothing from outside of `hostCollections`. It is evaluated where generated code is, since V8 puts
// the host's `get`, `has` and their like in the place of their calls only within one realm.
//
// A walk is a host iterator, which cannot be saved as it is (I5), but handed back: what it has still to give can be taken out of it, and with that
// it is known how many of the live entries it has passed. `rest` gives what is left, and puts another iterator at the same place.

import { describe } from './describe.ts';
import { throwRangeError, throwTypeError } from './errors.ts';
import { GETTER_MET, gettersForbidden } from './function.ts';
import type { Realm } from './realm.ts';
import { isObject, type GuestObject, type HostCode, type Value } from './values.ts';

/** Entries that were deleted and which the host passes over for one unit of fuel. The host keeps no more of them than some times the live ones. */
const HOLES_PER_FUEL = 64;

export type HostIterator = Iterator<unknown, unknown>;

/** What an iterator gives at each step. */
export type IterationKind = 'keys' | 'values' | 'entries';

/** The internal data of an iterator over a Map or a Set. */
export interface CollectionIteration {
  readonly owner: GuestObject;
  readonly walks: 'map' | 'set';
  readonly kind: IterationKind;
  /** Null once the iterator is exhausted: it keeps nothing then. */
  collection: Map<Value, Value> | Set<Value> | null;
  /** By `kind`, an iterator over `collection`; null once that is exhausted. */
  walk: HostIterator | null;
  /** The entry that was passed last, where both of its parts are asked for one by one. */
  first: Value;
  second: Value;
}

export interface CollectionsInput {
  readonly incompatible: (method: string, self: Value) => never;
  /** CanBeHeldWeakly, of a value that is no object. */
  readonly canBeHeldWeakly: (value: Value) => boolean;
  readonly throwInvalidKey: (message: string) => never;
  /** What the host has thrown at an entry more than it can hold, as the guest gets it. */
  readonly throwTooLarge: (error: unknown) => never;
  /** See withoutGetters (function.ts). */
  readonly gettersForbidden: { readonly now: boolean };
  readonly getterMet: unknown;
}

/** The methods of the prototypes that call nobody, under their names there. */
export interface HostCollections {
  /** With the entries of another one, if there is one. */
  readonly makeMap: (from?: Map<Value, Value>) => Map<Value, Value>;
  readonly makeSet: (from?: Set<Value>) => Set<Value>;
  readonly map: Readonly<Record<'get' | 'set' | 'has' | 'delete' | 'clear', HostCode>>;
  readonly set: Readonly<Record<'add' | 'has' | 'delete' | 'clear', HostCode>>;
  readonly makeWeakMap: () => WeakMap<WeakKey, Value>;
  readonly makeWeakSet: () => WeakSet<WeakKey>;
  readonly weakMap: Readonly<Record<'get' | 'set' | 'has' | 'delete', HostCode>>;
  readonly weakSet: Readonly<Record<'add' | 'has' | 'delete', HostCode>>;
  /** Host getters of `size` (Thunk in function.ts). */
  readonly mapSize: (this: Value) => Value;
  readonly setSize: (this: Value) => Value;
  /** What an iterator of the host gives, in a new array of the host. */
  readonly list: (iterator: HostIterator) => Value[] | [Value, Value][];
  /** The values that an iterator has still to give, in a new array of the host, pairs as arrays of two; it stays where it is. */
  readonly rest: (iteration: CollectionIteration) => Value[] | [Value, Value][];
  /** The same, which brings the iterator to its end. */
  readonly takeRest: (iteration: CollectionIteration) => Value[] | [Value, Value][];
}

export function hostCollections(input: CollectionsInput): HostCollections {
  'use strict';
  const { incompatible, canBeHeldWeakly, throwInvalidKey, throwTooLarge, gettersForbidden, getterMet } = input;
  // A global of a node:vm context is looked up by the host's general code each time.
  const [HostMap, HostSet, HostWeakMap, HostWeakSet] = [Map, Set, WeakMap, WeakSet];
  type Owned = { readonly internal?: { readonly owner: unknown; hasHoles?: boolean; readonly map?: Map<Value, Value>; readonly set?: Set<Value>; readonly weakMap?: WeakMap<WeakKey, Value>; readonly weakSet?: WeakSet<WeakKey> } };
  type Holed = { readonly internal: { hasHoles: boolean } };
  // Only the data of Maps has `map`, and so on (intrinsics/map.ts, set.ts and weak.ts). Each kind is looked at by a function of its own, so that V8 has feedback for each.
  const mapOf = (value: Value): Map<Value, Value> | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    const data = (value as Owned).internal;
    return data !== undefined && data.owner === value ? data.map : undefined;
  };
  const setOf = (value: Value): Set<Value> | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    const data = (value as Owned).internal;
    return data !== undefined && data.owner === value ? data.set : undefined;
  };
  const weakMapOf = (value: Value): WeakMap<WeakKey, Value> | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    const data = (value as Owned).internal;
    return data !== undefined && data.owner === value ? data.weakMap : undefined;
  };
  const weakSetOf = (value: Value): WeakSet<WeakKey> | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    const data = (value as Owned).internal;
    return data !== undefined && data.owner === value ? data.weakSet : undefined;
  };
  // All objects of the guest are 'object' to the host, functions too.
  const isHeldWeakly = (value: Value): value is GuestObject | symbol => (typeof value === 'object' ? value !== null : canBeHeldWeakly(value));
  const list = (iterator: HostIterator): Value[] => [...(iterator as unknown as Iterable<Value>)];
  const takeRest = (iteration: CollectionIteration): Value[] => {
    const { walk } = iteration;
    iteration.walk = iteration.collection = null;
    iteration.first = iteration.second = undefined;
    return walk === null ? [] : list(walk);
  };
  const rest = (iteration: CollectionIteration): Value[] => {
    const { walk, collection, kind } = iteration;
    const left = takeRest(iteration);
    if (walk === null || collection === null) return left;
    const again = collection[kind]() as HostIterator;
    for (let passed = collection.size - left.length; passed > 0; passed--) again.next();
    iteration.walk = again;
    iteration.collection = collection;
    return left;
  };
  return {
    makeMap: (from) => (from === undefined ? new HostMap() : new HostMap(from)),
    makeSet: (from) => (from === undefined ? new HostSet() : new HostSet(from)),
    mapSize: function (this: Value) {
      if (gettersForbidden.now) throw getterMet;
      const map = mapOf(this);
      return map === undefined ? incompatible('get Map.prototype.size', this) : map.size;
    },
    setSize: function (this: Value) {
      if (gettersForbidden.now) throw getterMet;
      const set = setOf(this);
      return set === undefined ? incompatible('get Set.prototype.size', this) : set.size;
    },
    list,
    rest,
    takeRest,
    map: {
      get: (_f, self, key) => {
        const map = mapOf(self);
        return map === undefined ? incompatible('Map.prototype.get', self) : map.get(key);
      },
      set: (_f, self, key, value) => {
        const map = mapOf(self);
        if (map === undefined) return incompatible('Map.prototype.set', self);
        try {
          map.set(key, value);
        } catch (e) {
          return throwTooLarge(e);
        }
        return self;
      },
      has: (_f, self, key) => {
        const map = mapOf(self);
        return map === undefined ? incompatible('Map.prototype.has', self) : map.has(key);
      },
      delete: (_f, self, key) => {
        const map = mapOf(self);
        if (map === undefined) return incompatible('Map.prototype.delete', self);
        if (!map.delete(key)) return false;
        (self as unknown as Holed).internal.hasHoles = true;
        return true;
      },
      clear: (_f, self) => {
        const map = mapOf(self);
        if (map === undefined) return incompatible('Map.prototype.clear', self);
        map.clear();
        (self as unknown as Holed).internal.hasHoles = false;
        return undefined;
      },
    },
    set: {
      add: (_f, self, value) => {
        const set = setOf(self);
        if (set === undefined) return incompatible('Set.prototype.add', self);
        try {
          set.add(value);
        } catch (e) {
          return throwTooLarge(e);
        }
        return self;
      },
      has: (_f, self, value) => {
        const set = setOf(self);
        return set === undefined ? incompatible('Set.prototype.has', self) : set.has(value);
      },
      delete: (_f, self, value) => {
        const set = setOf(self);
        if (set === undefined) return incompatible('Set.prototype.delete', self);
        if (!set.delete(value)) return false;
        (self as unknown as Holed).internal.hasHoles = true;
        return true;
      },
      clear: (_f, self) => {
        const set = setOf(self);
        if (set === undefined) return incompatible('Set.prototype.clear', self);
        set.clear();
        (self as unknown as Holed).internal.hasHoles = false;
        return undefined;
      },
    },
    makeWeakMap: () => new HostWeakMap(),
    makeWeakSet: () => new HostWeakSet(),
    weakMap: {
      get: (_f, self, key) => {
        const map = weakMapOf(self);
        if (map === undefined) return incompatible('WeakMap.prototype.get', self);
        return isHeldWeakly(key) ? map.get(key) : undefined;
      },
      set: (_f, self, key, value) => {
        const map = weakMapOf(self);
        if (map === undefined) return incompatible('WeakMap.prototype.set', self);
        if (!isHeldWeakly(key)) return throwInvalidKey('Invalid value used as weak map key');
        map.set(key, value);
        return self;
      },
      has: (_f, self, key) => {
        const map = weakMapOf(self);
        if (map === undefined) return incompatible('WeakMap.prototype.has', self);
        return isHeldWeakly(key) && map.has(key);
      },
      delete: (_f, self, key) => {
        const map = weakMapOf(self);
        if (map === undefined) return incompatible('WeakMap.prototype.delete', self);
        return isHeldWeakly(key) && map.delete(key);
      },
    },
    weakSet: {
      add: (_f, self, value) => {
        const set = weakSetOf(self);
        if (set === undefined) return incompatible('WeakSet.prototype.add', self);
        if (!isHeldWeakly(value)) return throwInvalidKey('Invalid value used in weak set');
        set.add(value);
        return self;
      },
      has: (_f, self, value) => {
        const set = weakSetOf(self);
        if (set === undefined) return incompatible('WeakSet.prototype.has', self);
        return isHeldWeakly(value) && set.has(value);
      },
      delete: (_f, self, value) => {
        const set = weakSetOf(self);
        if (set === undefined) return incompatible('WeakSet.prototype.delete', self);
        return isHeldWeakly(value) && set.delete(value);
      },
    },
  };
}

/** The functions on Maps, Sets and their weak kin of a realm. */
export function collectionsOf(realm: Realm): HostCollections {
  return (realm.collections ??= realm.host.collections({
    incompatible: (method, self) => throwTypeError(realm, `Method ${method} called on incompatible receiver ${describe(realm, self)}`),
    canBeHeldWeakly: (value) => canBeHeldWeakly(realm, value),
    throwInvalidKey: (message) => throwTypeError(realm, message),
    throwTooLarge: (error) => tooLarge(realm, error),
    gettersForbidden,
    getterMet: GETTER_MET,
  }));
}

/** The host holds 16 million entries in a Map or a Set; no other error of its is expected where one is added. */
export function tooLarge(realm: Realm, error: unknown): never {
  if (realm.host.isHostError(error) && error.name === 'RangeError' && !realm.host.isStackOverflow(error)) throwRangeError(realm, error.message);
  throw error;
}

/** Charges for a walk that begins: it passes over what was deleted. */
export function chargeWalk(realm: Realm, { hasHoles }: { readonly hasHoles: boolean }, size: number): void {
  if (hasHoles && size >= HOLES_PER_FUEL) realm.charge(Math.floor(size / HOLES_PER_FUEL));
}

/** CanBeHeldWeakly */
export function canBeHeldWeakly(realm: Realm, value: Value): value is GuestObject | symbol {
  if (isObject(value)) return true;
  if (typeof value !== 'symbol') return false;
  const key = value.description;
  return key === undefined || realm.symbolRegistry.get(key) !== value;
}
