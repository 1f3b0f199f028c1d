// Map (ECMA-262 24.1) and Map iterators (24.1.5), on the host's Map (collections.ts).
//
// Gives %Map%, %Map.prototype%, %MapIteratorPrototype%, and the intrinsics that selfhosted/map.js uses. The steps of the
// iterators are in iterator-steps.ts.

import { createFromConstructor, makeConstructor } from '../construct.ts';
import { describe } from '../describe.ts';
import { throwTypeError } from '../errors.ts';
import { setGetterThunk } from '../function.ts';
import { defineNext, isArrayIterationPristine, isPlainArray, stepsOf } from '../iteration.ts';
import { chargeWalk, collectionsOf, tooLarge, type CollectionIteration, type HostIterator, type IterationKind } from '../collections.ts';
import { defineHidden } from '../objects.ts';
import { isIteratedAsEver, originalMethodTest, registerIteration } from '../protectors.ts';
import type { Realm } from '../realm.ts';
import { InternalData, wellKnown, type GuestObject, type Value } from '../values.ts';

/** [[MapData]] */
export class MapData extends InternalData {
  readonly map: Map<Value, Value>;
  /** Something was deleted since the last `clear`: the host may have kept its place. */
  hasHoles = false;
  constructor(owner: GuestObject, map: Map<Value, Value>) {
    super(owner);
    this.map = map;
  }
}

/** State of a Map iterator. */
export class MapIteratorData extends InternalData implements CollectionIteration {
  readonly walks = 'map';
  readonly kind: IterationKind;
  collection: Map<Value, Value> | null;
  walk: HostIterator | null;
  first: Value = undefined;
  second: Value = undefined;
  constructor(owner: GuestObject, map: Map<Value, Value>, kind: IterationKind) {
    super(owner);
    this.kind = kind;
    this.collection = map;
    // Each kind has its own place for the call: V8 knows what is called there.
    this.walk = kind === 'keys' ? map.keys() : kind === 'values' ? map.values() : map.entries();
  }
}

/** What is behind a Map; undefined of any other value. */
export function mapOf(value: Value): Map<Value, Value> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const data = (value as unknown as { internal?: InternalData }).internal;
  return data instanceof MapData && data.owner === value ? data.map : undefined;
}

/** True for an array of arrays that is iterated, and whose entries are read, without calling the guest. */
function isPlainEntries(realm: Realm, value: Value): value is Value[] & GuestObject {
  if (!isArrayIterationPristine(realm, value)) return false;
  const list = value as Value[] & GuestObject;
  for (let i = 0; i < list.length; i++) if (!isPlainArray(realm, list[i])) return false;
  return true;
}

/** A new Map with the intrinsic prototype. */
export function makeMap(realm: Realm): GuestObject {
  const map = realm.prelude.makeObjectWith(realm.intrinsics.get('MapPrototype') as GuestObject);
  new MapData(map, collectionsOf(realm).makeMap());
  return map;
}

/** Appends to an array that the guest has not seen yet. */
export function appendFresh(array: Value[] & GuestObject, value: Value): void {
  const n = array.length;
  // A setter that the guest put on a prototype must not run.
  if (n in array) Object.defineProperty(array, n, { value, writable: true, enumerable: true, configurable: true });
  else array[n] = value;
}

export function installMap(realm: Realm): void {
  const proto = realm.prelude.makeObject();
  const incompatible = (method: string, self: Value): never =>
    throwTypeError(realm, `Method ${method} called on incompatible receiver ${describe(realm, self)}`);

  // Map ( [ iterable ] )
  const { makeMap: makeHostMap, map: methods, mapSize } = collectionsOf(realm);
  const constructor = makeConstructor(realm, 'Map', 0, proto, null, (_callee, newTarget, iterable) => {
    const map = createFromConstructor(realm, newTarget, 'MapPrototype');
    const isFilled = iterable !== undefined && iterable !== null;
    const isPlain = isFilled && hasMethod(map, newTarget);
    const other = isPlain ? mapOf(iterable) : undefined;
    if (other !== undefined && isIteratedAsEver(realm, iterable as GuestObject, 'map')) {
      realm.charge(other.size);
      new MapData(map, makeHostMap(other));
      return map;
    }
    const data = new MapData(map, makeHostMap());
    if (!isFilled) return map;
    if (isPlain && isPlainEntries(realm, iterable)) {
      realm.charge(iterable.length);
      try {
        for (let i = 0; i < iterable.length; i++) data.map.set((iterable[i] as GuestObject)[0], (iterable[i] as GuestObject)[1]);
      } catch (e) {
        return tooLarge(realm, e);
      }
      return map;
    }
    const fill = realm.selfHosted('MapConstructor_fill');
    return fill.code(fill, undefined, map, iterable);
  });
  const hasMethod = originalMethodTest(realm, proto, '$set', () => constructor, () => setter);
  realm.getter(constructor, wellKnown.species, (_callee, self) => self);
  defineHidden(constructor, '$groupBy', realm.selfHosted('MapStatic_groupBy'));

  realm.method(proto, 'get', 1, methods.get);
  const setter: Value = realm.method(proto, 'set', 2, methods.set);
  realm.method(proto, 'has', 1, methods.has);
  realm.method(proto, 'delete', 1, methods.delete);
  realm.method(proto, 'clear', 0, methods.clear);
  const iterators = (name: IterationKind): GuestObject =>
    realm.method(proto, name, 0, (_callee, self) => {
      const map = mapOf(self);
      if (map === undefined) return incompatible(`Map.prototype.${name}`, self);
      chargeWalk(realm, (self as unknown as { internal: MapData }).internal, map.size);
      const iterator = new MapIterator();
      new MapIteratorData(iterator, map, name);
      return iterator;
    });
  const entries = iterators('entries');
  defineHidden(proto, '$forEach', realm.selfHosted('MapPrototype_forEach'));
  iterators('keys');
  const size = realm.native('get size', 0, (_callee, self) => mapSize.call(self));
  setGetterThunk(size, mapSize);
  realm.accessor(proto, 'size', size, undefined);
  iterators('values');
  defineHidden(proto, wellKnown.iterator, entries);
  Object.defineProperty(proto, wellKnown.toStringTag, { value: 'Map', writable: false, enumerable: false, configurable: true });

  const iteratorProto = realm.prelude.makeObjectWith(realm.intrinsics.get('IteratorPrototype') as GuestObject);
  const MapIterator = realm.prelude.makeCtor(iteratorProto, 1);
  realm.intrinsics.set('MapIteratorPrototype', iteratorProto);
  // %MapIteratorPrototype%.next ( )
  const { map: step, mapPairs } = stepsOf(realm);
  defineNext(realm, iteratorProto, step, (self) => incompatible('Map Iterator.prototype.next', self), 'map', mapPairs);
  Object.defineProperty(iteratorProto, wellKnown.toStringTag, { value: 'Map Iterator', writable: false, enumerable: false, configurable: true });
  registerIteration(realm, 'map', proto, proto[wellKnown.iterator], iteratorProto);

  installIntrinsics(realm, incompatible, MapIterator);
}

/** What selfhosted/map.js calls. The receivers there are Maps once `RequireMap` has passed. */
function installIntrinsics(realm: Realm, incompatible: (method: string, self: Value) => never, MapIterator: new () => GuestObject): void {
  realm.intrinsic('RequireMap', 2, (_callee, _self, map, method) => {
    if (mapOf(map) === undefined) return incompatible(method as string, map);
    return undefined;
  });
  realm.intrinsic('MapNew', 0, () => makeMap(realm));
  const { walk } = stepsOf(realm);
  realm.intrinsic('MapWalk', 1, (_callee, _self, map) => {
    chargeWalk(realm, (map as unknown as { internal: MapData }).internal, (mapOf(map) as Map<Value, Value>).size);
    const iterator = new MapIterator();
    new MapIteratorData(iterator, mapOf(map) as Map<Value, Value>, 'entries');
    return iterator;
  });
  realm.intrinsic('MapWalkKey', 1, walk.nextKey);
  realm.intrinsic('MapWalkValue', 1, walk.valueOf);
  // AddValueToKeyedGroup, the groups being arrays that nobody else has seen yet.
  const { map: methods } = collectionsOf(realm);
  realm.intrinsic('MapGroupAdd', 3, (callee, _self, map, key, value) => {
    const group = methods.get(callee, map, key);
    if (group === undefined) methods.set(callee, map, key, realm.prelude.makeArrayFrom([value]));
    else appendFresh(group as Value[] & GuestObject, value);
    return undefined;
  });
}
