// Set (ECMA-262 24.2) and Set iterators (24.2.6), on the ordered table.
//
// Gives %Set%, %Set.prototype%, %SetIteratorPrototype%, and the intrinsics that selfhosted/set.js uses. The steps of the
// iterators are in iterator-steps.ts.

import { createFromConstructor, makeConstructor } from '../construct.ts';
import { describe } from '../describe.ts';
import { throwTypeError } from '../errors.ts';
import { defineNext, isArrayIterationPristine, stepsOf } from '../iteration.ts';
import type { IterationKind, TableIteration } from '../iterator-steps.ts';
import { defineHidden } from '../objects.ts';
import { OrderedTable } from '../ordered-table.ts';
import { isIteratedAsEver, originalMethodTest, registerIteration } from '../protectors.ts';
import type { Realm } from '../realm.ts';
import { InternalData, wellKnown, type GuestObject, type Value } from '../values.ts';

/** [[SetData]] */
export class SetData extends InternalData {
  readonly table: OrderedTable;
  constructor(owner: GuestObject, table: OrderedTable) {
    super(owner);
    this.table = table;
  }
}

/** State of a Set iterator. */
export class SetIteratorData extends InternalData implements TableIteration {
  readonly walks = 'set';
  table: OrderedTable | null;
  cursor = 0;
  readonly kind: IterationKind;
  constructor(owner: GuestObject, table: OrderedTable, kind: IterationKind) {
    super(owner);
    this.table = table;
    this.kind = kind;
  }
}

/** The table of a Set, or undefined if `value` is none. */
export function setTable(value: Value): OrderedTable | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const data = (value as unknown as { internal?: InternalData }).internal;
  return data instanceof SetData && data.owner === value ? data.table : undefined;
}

/** A new Set over a table, with the intrinsic prototype. */
export function makeSet(realm: Realm, table: OrderedTable): GuestObject {
  const set = realm.prelude.makeObjectWith(realm.intrinsics.get('SetPrototype') as GuestObject);
  new SetData(set, table);
  return set;
}

/** Methods that are wholly self-hosted, in the order of the specification's listing. */
const SELF_HOSTED = ['difference', 'forEach', 'intersection', 'isDisjointFrom', 'isSubsetOf', 'isSupersetOf', 'symmetricDifference', 'union'];

export function installSet(realm: Realm): void {
  const proto = realm.prelude.makeObject();
  const incompatible = (method: string, self: Value): never =>
    throwTypeError(realm, `Method ${method} called on incompatible receiver ${describe(realm, self)}`);

  // Set ( [ iterable ] )
  const constructor = makeConstructor(realm, 'Set', 0, proto, null, (_callee, newTarget, iterable) => {
    const set = createFromConstructor(realm, newTarget, 'SetPrototype');
    const isFilled = iterable !== undefined && iterable !== null;
    const isPlain = isFilled && hasMethod(set, newTarget);
    const other = isPlain ? setTable(iterable) : undefined;
    if (other !== undefined && isIteratedAsEver(realm, iterable as GuestObject, 'set')) {
      realm.charge(other.size);
      new SetData(set, other.copy());
      return set;
    }
    const { table } = new SetData(set, new OrderedTable());
    if (!isFilled) return set;
    if (isPlain && isArrayIterationPristine(realm, iterable)) {
      const list = iterable as Value[] & GuestObject;
      realm.charge(list.length);
      for (let i = 0; i < list.length; i++) table.add(list[i]);
      return set;
    }
    const fill = realm.selfHosted('SetConstructor_fill');
    return fill.code(fill, undefined, set, iterable);
  });
  const hasMethod = originalMethodTest(realm, proto, '$add', () => constructor, () => adder);
  realm.getter(constructor, wellKnown.species, (_callee, self) => self);

  realm.method(proto, 'has', 1, (_callee, self, key) => {
    const table = setTable(self);
    if (table === undefined) return incompatible('Set.prototype.has', self);
    return table.index.has(key);
  });
  const adder: Value = realm.method(proto, 'add', 1, (_callee, self, key) => {
    const table = setTable(self);
    if (table === undefined) return incompatible('Set.prototype.add', self);
    table.add(key);
    return self;
  });
  realm.method(proto, 'delete', 1, (_callee, self, key) => {
    const table = setTable(self);
    if (table === undefined) return incompatible('Set.prototype.delete', self);
    return table.delete(key);
  });
  realm.method(proto, 'clear', 0, (_callee, self) => {
    const table = setTable(self);
    if (table === undefined) return incompatible('Set.prototype.clear', self);
    table.clear();
    return undefined;
  });
  const iterators = (name: IterationKind): GuestObject =>
    realm.method(proto, name, 0, (_callee, self) => {
      const table = setTable(self);
      if (table === undefined) return incompatible(`Set.prototype.${name}`, self);
      const iterator = new SetIterator();
      new SetIteratorData(iterator, table, name);
      return iterator;
    });
  iterators('entries');
  realm.getter(proto, 'size', (_callee, self) => {
    const table = setTable(self);
    if (table === undefined) return incompatible('get Set.prototype.size', self);
    return table.index.size;
  });
  const values = iterators('values');
  defineHidden(proto, '$keys', values);
  defineHidden(proto, wellKnown.iterator, values);
  for (const name of SELF_HOSTED) defineHidden(proto, `$${name}`, realm.selfHosted(`SetPrototype_${name}`));
  Object.defineProperty(proto, wellKnown.toStringTag, { value: 'Set', writable: false, enumerable: false, configurable: true });

  const iteratorProto = realm.prelude.makeObjectWith(realm.intrinsics.get('IteratorPrototype') as GuestObject);
  const SetIterator = realm.prelude.makeCtor(iteratorProto, 1);
  realm.intrinsics.set('SetIteratorPrototype', iteratorProto);
  // %SetIteratorPrototype%.next ( )
  const { set: step, setPairs } = stepsOf(realm);
  defineNext(realm, iteratorProto, step, (self) => incompatible('Set Iterator.prototype.next', self), 'set', setPairs);
  Object.defineProperty(iteratorProto, wellKnown.toStringTag, { value: 'Set Iterator', writable: false, enumerable: false, configurable: true });
  registerIteration(realm, 'set', proto, proto[wellKnown.iterator], iteratorProto);

  installIntrinsics(realm, incompatible);
}

/** What selfhosted/set.js calls. The receivers there are Sets once `RequireSet` has passed. */
function installIntrinsics(realm: Realm, incompatible: (method: string, self: Value) => never): void {
  const tableOf = (set: Value): OrderedTable => setTable(set) as OrderedTable;
  realm.intrinsic('RequireSet', 2, (_callee, _self, set, method) => {
    if (setTable(set) === undefined) return incompatible(method as string, set);
    return undefined;
  });
  realm.intrinsic('SetNew', 0, () => makeSet(realm, new OrderedTable()));
  realm.intrinsic('SetCopy', 1, (_callee, _self, set) => {
    const table = tableOf(set);
    realm.charge(table.size);
    return makeSet(realm, table.copy());
  });
  realm.intrinsic('SetSize', 1, (_callee, _self, set) => tableOf(set).size);
  realm.intrinsic('SetHas', 2, (_callee, _self, set, key) => tableOf(set).has(key));
  realm.intrinsic('SetAdd', 2, (_callee, _self, set, key) => {
    tableOf(set).add(key);
    return undefined;
  });
  realm.intrinsic('SetDelete', 2, (_callee, _self, set, key) => tableOf(set).delete(key));
  const { walk } = stepsOf(realm);
  realm.intrinsic('SetAdvance', 2, walk.advance);
  realm.intrinsic('SetKeyBefore', 2, walk.keyBefore);
}
