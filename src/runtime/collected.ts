// What a spread into an array literal takes of builtin collections and their iterators at once, calling nobody.
//
// Sets, Maps, and the iterators of Maps, Sets and arrays, whose prototypes are the intrinsic ones and whose protocol nobody has changed. Interpreter and compiled
// code take the same way for the same values, since what a step of the protocol burns is not burnt here.

import { appendValues, MAX_DENSE } from './intrinsics/core.ts';
import { MapData, MapIteratorData } from './intrinsics/map.ts';
import { SetData, SetIteratorData } from './intrinsics/set.ts';
import { ArrayIteratorData, isPlainArray } from './iteration.ts';
import { collectionsOf, type IterationKind } from './collections.ts';
import { isIteratedAsEver, protocolOf, type Collection } from './protectors.ts';
import type { Realm } from './realm.ts';
import { isObject, wellKnown, type GuestObject, type InternalData, type Value } from './values.ts';

/** Appends what iterating `from` gives to an array literal; false, and nothing has happened, where that is not known without asking. */
export function appendCollected(realm: Realm, array: Value[] & GuestObject, from: Value): boolean {
  const data = isObject(from) ? (from as unknown as { internal?: InternalData }).internal : undefined;
  if (data === undefined || data.owner !== (from as GuestObject)) return false;
  if (data instanceof SetData) return isIteratedAsEver(realm, data.owner, 'set') && appendAll(realm, array, data.set, 'values');
  if (data instanceof MapData) return isIteratedAsEver(realm, data.owner, 'map') && appendAll(realm, array, data.map, 'entries');
  if (data instanceof SetIteratorData) return isPristineIterator(realm, data.owner, 'set') && appendRest(realm, array, data);
  if (data instanceof MapIteratorData) return isPristineIterator(realm, data.owner, 'map') && appendRest(realm, array, data);
  return data instanceof ArrayIteratorData && isPristineIterator(realm, data.owner, 'array') && appendElements(realm, array, data);
}

/** An iterator of such a collection that gives itself as its iterator. */
function isPristineIterator(realm: Realm, o: GuestObject, collection: Collection): boolean {
  const { iteratorProto, next } = protocolOf(realm, collection);
  return (
    realm.protectors.iteration &&
    Reflect.getPrototypeOf(o) === (iteratorProto as object) &&
    !Object.hasOwn(o, wellKnown.iterator) &&
    !Object.hasOwn(o, '$next') &&
    iteratorProto[wellKnown.iterator] === realm.protectors.iteratorOfIterators &&
    iteratorProto.$next === next
  );
}

function appendRest(realm: Realm, array: Value[] & GuestObject, data: SetIteratorData | MapIteratorData): boolean {
  const { kind, collection } = data;
  if (collection === null) return true;
  if (!canAppend(realm, collection.size, kind)) return false;
  appendTaken(realm, array, collectionsOf(realm).takeRest(data), kind);
  return true;
}

/** Appends all entries of a Map or a Set. */
function appendAll(realm: Realm, array: Value[] & GuestObject, collection: Map<Value, Value> | Set<Value>, kind: IterationKind): boolean {
  if (!canAppend(realm, collection.size, kind)) return false;
  appendTaken(realm, array, collectionsOf(realm).list(collection[kind]()), kind);
  return true;
}

/** Charges for so many entries at most; false if they are more than are taken at once. */
function canAppend(realm: Realm, size: number, kind: IterationKind): boolean {
  if (size > MAX_DENSE) return false;
  realm.charge(kind === 'entries' ? 2 * size : size);
  return true;
}

function appendTaken(realm: Realm, array: Value[] & GuestObject, taken: Value[] | [Value, Value][], kind: IterationKind): void {
  if (taken.length === 0) return;
  // Pairs are arrays of the host, and of the realm in which the iterator was made.
  appendValues(realm, array, kind === 'entries' && Reflect.getPrototypeOf(taken[0] as object) !== (realm.arrayPrototype as object) ? (taken as [Value, Value][]).map((pair) => realm.prelude.makePair(pair[0], pair[1]) as Value) : (taken as Value[]));
}

/** The same of an iterator over a plain array. */
function appendElements(realm: Realm, array: Value[] & GuestObject, data: ArrayIteratorData): boolean {
  const { target, index, kind } = data;
  if (target === undefined) return true;
  if (!isPlainArray(realm, target) || target.length > MAX_DENSE) return false;
  const count = Math.max(target.length - index, 0);
  realm.charge(kind === 'entries' ? 2 * count : count);
  data.target = undefined;
  if (count === 0) return true;
  const list: Value[] = [undefined];
  for (let i = 0; i < count; i++) {
    const k = index + i;
    list[i] = kind === 'keys' ? k : kind === 'values' ? target[k] : (realm.prelude.makePair(k, target[k]) as Value);
  }
  appendValues(realm, array, list);
  return true;
}
