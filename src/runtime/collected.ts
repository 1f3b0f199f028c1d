// What a spread into an array literal takes of builtin collections and their iterators at once, calling nobody.
//
// Sets, Maps, and the iterators of Maps, Sets and arrays, whose prototypes are the intrinsic ones and whose protocol nobody has changed. Interpreter and compiled
// code take the same way for the same values, since what a step of the protocol burns is not burnt here.

import { appendValues, MAX_DENSE } from './intrinsics/core.ts';
import { MapData, MapIteratorData } from './intrinsics/map.ts';
import { SetData, SetIteratorData } from './intrinsics/set.ts';
import { ArrayIteratorData, isPlainArray } from './iteration.ts';
import type { IterationKind } from './iterator-steps.ts';
import type { OrderedTable } from './ordered-table.ts';
import { isIteratedAsEver, protocolOf, type Collection } from './protectors.ts';
import type { Realm } from './realm.ts';
import { isObject, wellKnown, type GuestObject, type InternalData, type Value } from './values.ts';

/** Appends what iterating `from` gives to an array literal; false, and nothing has happened, where that is not known without asking. */
export function appendCollected(realm: Realm, array: Value[] & GuestObject, from: Value): boolean {
  const data = isObject(from) ? (from as unknown as { internal?: InternalData }).internal : undefined;
  if (data === undefined || data.owner !== (from as GuestObject)) return false;
  if (data instanceof SetData) return isIteratedAsEver(realm, data.owner, 'set') && appendTable(realm, array, data.table, 0, 'keys', null);
  if (data instanceof MapData) return isIteratedAsEver(realm, data.owner, 'map') && appendTable(realm, array, data.table, 0, 'entries', null);
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
  if (data.table === null) return true;
  const kind = data.kind === 'values' && data.walks === 'set' ? 'keys' : data.kind;
  return appendTable(realm, array, data.table, data.cursor, kind, data);
}

/** Appends the entries from a cursor on, and moves the iterator to its end. */
function appendTable(realm: Realm, array: Value[] & GuestObject, table: OrderedTable, cursor: number, kind: IterationKind, iterator: SetIteratorData | MapIteratorData | null): boolean {
  const { keys, values, size } = table;
  if (size > MAX_DENSE) return false;
  realm.charge(kind === 'entries' ? 2 * size : size);
  if (iterator !== null) iterator.table = null;
  // Nothing has been deleted, and the walk is at its start.
  if (kind !== 'entries' && size === keys.length && (cursor === 0 || (cursor <= table.base && table.dense === table.base))) {
    appendValues(realm, array, kind === 'keys' ? keys : values);
    return true;
  }
  // Pairs of a Set have its key twice.
  const seconds = iterator?.walks === 'set' ? keys : values;
  // See Machine.list for the first element.
  const list: Value[] = [undefined];
  let n = 0;
  for (let c = table.advance(cursor); c >= 0; c = table.advance(c)) {
    const i = table.found;
    list[n++] = kind === 'keys' ? keys[i] : kind === 'values' ? values[i] : (realm.prelude.makePair(keys[i], seconds[i]) as Value);
  }
  if (n > 0) appendValues(realm, array, list);
  return true;
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
