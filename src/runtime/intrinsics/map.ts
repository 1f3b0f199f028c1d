// Map (ECMA-262 24.1) and Map iterators (24.1.5), on the ordered table.
//
// Gives %Map%, %Map.prototype%, %MapIteratorPrototype%, and the intrinsics that selfhosted/map.js uses. The steps of the
// iterators are in iterator-steps.ts.

import { createFromConstructor, makeConstructor } from '../construct.ts';
import { describe } from '../describe.ts';
import { throwTypeError } from '../errors.ts';
import { defineNext, isArrayIterationPristine, isPlainArray, stepsOf } from '../iteration.ts';
import type { IterationKind, TableIteration } from '../iterator-steps.ts';
import { defineHidden } from '../objects.ts';
import { OrderedTable } from '../ordered-table.ts';
import { isIteratedAsEver, originalMethodTest, registerIteration } from '../protectors.ts';
import type { Realm } from '../realm.ts';
import { InternalData, wellKnown, type GuestObject, type Value } from '../values.ts';

/** [[MapData]] */
export class MapData extends InternalData {
  readonly table: OrderedTable;
  constructor(owner: GuestObject, table: OrderedTable) {
    super(owner);
    this.table = table;
  }
}

/** State of a Map iterator. */
export class MapIteratorData extends InternalData implements TableIteration {
  readonly walks = 'map';
  table: OrderedTable | null;
  cursor = 0;
  readonly kind: IterationKind;
  constructor(owner: GuestObject, table: OrderedTable, kind: IterationKind) {
    super(owner);
    this.table = table;
    this.kind = kind;
  }
}

/** The table of a Map, or undefined if `value` is none. */
export function mapTable(value: Value): OrderedTable | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const data = (value as unknown as { internal?: InternalData }).internal;
  return data instanceof MapData && data.owner === value ? data.table : undefined;
}

/** True for an array of arrays that is iterated, and whose entries are read, without calling the guest. */
function isPlainEntries(realm: Realm, value: Value): value is Value[] & GuestObject {
  if (!isArrayIterationPristine(realm, value)) return false;
  const list = value as Value[] & GuestObject;
  for (let i = 0; i < list.length; i++) if (!isPlainArray(realm, list[i])) return false;
  return true;
}

/** A new Map with the intrinsic prototype. */
export function makeMap(realm: Realm): { map: GuestObject; table: OrderedTable } {
  const map = realm.prelude.makeObjectWith(realm.intrinsics.get('MapPrototype') as GuestObject);
  return { map, table: new MapData(map, new OrderedTable()).table };
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
  const constructor = makeConstructor(realm, 'Map', 0, proto, null, (_callee, newTarget, iterable) => {
    const map = createFromConstructor(realm, newTarget, 'MapPrototype');
    const isFilled = iterable !== undefined && iterable !== null;
    const isPlain = isFilled && hasMethod(map, newTarget);
    const other = isPlain ? mapTable(iterable) : undefined;
    if (other !== undefined && isIteratedAsEver(realm, iterable as GuestObject, 'map')) {
      realm.charge(other.size);
      new MapData(map, other.copy());
      return map;
    }
    const { table } = new MapData(map, new OrderedTable());
    if (!isFilled) return map;
    if (isPlain && isPlainEntries(realm, iterable)) {
      realm.charge(iterable.length);
      for (let i = 0; i < iterable.length; i++) table.set((iterable[i] as GuestObject)[0], (iterable[i] as GuestObject)[1]);
      return map;
    }
    const fill = realm.selfHosted('MapConstructor_fill');
    return fill.code(fill, undefined, map, iterable);
  });
  const hasMethod = originalMethodTest(realm, proto, '$set', () => constructor, () => setter);
  realm.getter(constructor, wellKnown.species, (_callee, self) => self);
  defineHidden(constructor, '$groupBy', realm.selfHosted('MapStatic_groupBy'));

  realm.method(proto, 'get', 1, (_callee, self, key) => {
    const table = mapTable(self);
    if (table === undefined) return incompatible('Map.prototype.get', self);
    const i = table.index.get(key);
    return i === undefined ? undefined : table.values[i];
  });
  const setter: Value = realm.method(proto, 'set', 2, (_callee, self, key, value) => {
    const table = mapTable(self);
    if (table === undefined) return incompatible('Map.prototype.set', self);
    table.set(key, value);
    return self;
  });
  realm.method(proto, 'has', 1, (_callee, self, key) => {
    const table = mapTable(self);
    if (table === undefined) return incompatible('Map.prototype.has', self);
    return table.index.has(key);
  });
  realm.method(proto, 'delete', 1, (_callee, self, key) => {
    const table = mapTable(self);
    if (table === undefined) return incompatible('Map.prototype.delete', self);
    return table.delete(key);
  });
  realm.method(proto, 'clear', 0, (_callee, self) => {
    const table = mapTable(self);
    if (table === undefined) return incompatible('Map.prototype.clear', self);
    table.clear();
    return undefined;
  });
  const iterators = (name: IterationKind): GuestObject =>
    realm.method(proto, name, 0, (_callee, self) => {
      const table = mapTable(self);
      if (table === undefined) return incompatible(`Map.prototype.${name}`, self);
      const iterator = new MapIterator();
      new MapIteratorData(iterator, table, name);
      return iterator;
    });
  const entries = iterators('entries');
  defineHidden(proto, '$forEach', realm.selfHosted('MapPrototype_forEach'));
  iterators('keys');
  realm.getter(proto, 'size', (_callee, self) => {
    const table = mapTable(self);
    if (table === undefined) return incompatible('get Map.prototype.size', self);
    return table.index.size;
  });
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

  installIntrinsics(realm, incompatible);
}

/** What selfhosted/map.js calls. The receivers there are Maps once `RequireMap` has passed. */
function installIntrinsics(realm: Realm, incompatible: (method: string, self: Value) => never): void {
  const tableOf = (map: Value): OrderedTable => mapTable(map) as OrderedTable;
  realm.intrinsic('RequireMap', 2, (_callee, _self, map, method) => {
    if (mapTable(map) === undefined) return incompatible(method as string, map);
    return undefined;
  });
  realm.intrinsic('MapNew', 0, () => makeMap(realm).map);
  const { walk } = stepsOf(realm);
  realm.intrinsic('MapAdvance', 2, walk.advance);
  realm.intrinsic('MapKeyBefore', 2, walk.keyBefore);
  realm.intrinsic('MapValueBefore', 2, walk.valueBefore);
  // AddValueToKeyedGroup, the groups being arrays that nobody else has seen yet.
  realm.intrinsic('MapGroupAdd', 3, (_callee, _self, map, key, value) => {
    const table = tableOf(map);
    const group = table.get(key);
    if (group === undefined) table.set(key, realm.prelude.makeArrayFrom([value]));
    else appendFresh(group as Value[] & GuestObject, value);
    return undefined;
  });
}
