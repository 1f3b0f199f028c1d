// Set (ECMA-262 24.2) and Set iterators (24.2.6), on the host's Set (collections.ts).
//
// Gives %Set%, %Set.prototype%, %SetIteratorPrototype%, and the intrinsics that selfhosted/set.js uses. The steps of the
// iterators are in iterator-steps.ts.

import { createFromConstructor, makeConstructor } from '../construct.ts';
import { describe } from '../describe.ts';
import { throwTypeError } from '../errors.ts';
import { setGetterThunk } from '../function.ts';
import { defineNext, isArrayIterationPristine, stepsOf } from '../iteration.ts';
import { chargeWalk, collectionsOf, tooLarge, type CollectionIteration, type HostIterator, type IterationKind } from '../collections.ts';
import { defineHidden } from '../objects.ts';
import { isIteratedAsEver, originalMethodTest, registerIteration } from '../protectors.ts';
import type { Realm } from '../realm.ts';
import { InternalData, wellKnown, type GuestObject, type Value } from '../values.ts';

/** [[SetData]] */
export class SetData extends InternalData {
  readonly set: Set<Value>;
  /** Something was deleted since the last `clear`: the host may have kept its place. */
  hasHoles = false;
  constructor(owner: GuestObject, set: Set<Value>) {
    super(owner);
    this.set = set;
  }
}

/** State of a Set iterator. */
export class SetIteratorData extends InternalData implements CollectionIteration {
  readonly walks = 'set';
  readonly kind: IterationKind;
  collection: Set<Value> | null;
  walk: HostIterator | null;
  first: Value = undefined;
  second: Value = undefined;
  constructor(owner: GuestObject, set: Set<Value>, kind: IterationKind) {
    super(owner);
    this.kind = kind;
    this.collection = set;
    // Each kind has its own place for the call: V8 knows what is called there.
    this.walk = kind === 'keys' ? set.keys() : kind === 'values' ? set.values() : set.entries();
  }
}

/** What is behind a Set; undefined of any other value. */
export function setOf(value: Value): Set<Value> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const data = (value as unknown as { internal?: InternalData }).internal;
  return data instanceof SetData && data.owner === value ? data.set : undefined;
}

/** A new Set with the intrinsic prototype; with the values of another one, if there is one. */
export function makeSet(realm: Realm, from?: Set<Value>): GuestObject {
  const set = realm.prelude.makeObjectWith(realm.intrinsics.get('SetPrototype') as GuestObject);
  new SetData(set, collectionsOf(realm).makeSet(from));
  return set;
}

/** Methods that are wholly self-hosted, in the order of the specification's listing. */
const SELF_HOSTED = ['difference', 'forEach', 'intersection', 'isDisjointFrom', 'isSubsetOf', 'isSupersetOf', 'symmetricDifference', 'union'];

export function installSet(realm: Realm): void {
  const proto = realm.prelude.makeObject();
  const incompatible = (method: string, self: Value): never =>
    throwTypeError(realm, `Method ${method} called on incompatible receiver ${describe(realm, self)}`);

  // Set ( [ iterable ] )
  const { makeSet: makeHostSet, set: methods, setSize } = collectionsOf(realm);
  const constructor = makeConstructor(realm, 'Set', 0, proto, null, (_callee, newTarget, iterable) => {
    const set = createFromConstructor(realm, newTarget, 'SetPrototype');
    const isFilled = iterable !== undefined && iterable !== null;
    const isPlain = isFilled && hasMethod(set, newTarget);
    const other = isPlain ? setOf(iterable) : undefined;
    if (other !== undefined && isIteratedAsEver(realm, iterable as GuestObject, 'set')) {
      realm.charge(other.size);
      new SetData(set, makeHostSet(other));
      return set;
    }
    const data = new SetData(set, makeHostSet());
    if (!isFilled) return set;
    if (isPlain && isArrayIterationPristine(realm, iterable)) {
      const list = iterable as Value[] & GuestObject;
      realm.charge(list.length);
      try {
        for (let i = 0; i < list.length; i++) data.set.add(list[i]);
      } catch (e) {
        return tooLarge(realm, e);
      }
      return set;
    }
    const fill = realm.selfHosted('SetConstructor_fill');
    return fill.code(fill, undefined, set, iterable);
  });
  const hasMethod = originalMethodTest(realm, proto, '$add', () => constructor, () => adder);
  realm.getter(constructor, wellKnown.species, (_callee, self) => self);

  realm.method(proto, 'has', 1, methods.has);
  const adder: Value = realm.method(proto, 'add', 1, methods.add);
  realm.method(proto, 'delete', 1, methods.delete);
  realm.method(proto, 'clear', 0, methods.clear);
  const iterators = (name: IterationKind): GuestObject =>
    realm.method(proto, name, 0, (_callee, self) => {
      const set = setOf(self);
      if (set === undefined) return incompatible(`Set.prototype.${name}`, self);
      chargeWalk(realm, (self as unknown as { internal: SetData }).internal, set.size);
      const iterator = new SetIterator();
      new SetIteratorData(iterator, set, name);
      return iterator;
    });
  iterators('entries');
  const size = realm.native('get size', 0, (_callee, self) => setSize.call(self));
  setGetterThunk(size, setSize);
  realm.accessor(proto, 'size', size, undefined);
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

  installIntrinsics(realm, incompatible, SetIterator);
}

/** What selfhosted/set.js calls. The receivers there are Sets once `RequireSet` has passed. */
function installIntrinsics(realm: Realm, incompatible: (method: string, self: Value) => never, SetIterator: new () => GuestObject): void {
  const of = (set: Value): Set<Value> => setOf(set) as Set<Value>;
  realm.intrinsic('RequireSet', 2, (_callee, _self, set, method) => {
    if (setOf(set) === undefined) return incompatible(method as string, set);
    return undefined;
  });
  realm.intrinsic('SetNew', 0, () => makeSet(realm));
  realm.intrinsic('SetCopy', 1, (_callee, _self, set) => {
    realm.charge(of(set).size);
    return makeSet(realm, of(set));
  });
  realm.intrinsic('SetSize', 1, (_callee, _self, set) => of(set).size);
  const { set: methods } = collectionsOf(realm);
  realm.intrinsic('SetHas', 2, (callee, _self, set, value) => methods.has(callee, set, value));
  realm.intrinsic('SetAdd', 2, (callee, _self, set, value) => {
    methods.add(callee, set, value);
    return undefined;
  });
  realm.intrinsic('SetDelete', 2, (callee, _self, set, value) => methods.delete(callee, set, value));
  realm.intrinsic('SetWalk', 1, (_callee, _self, set) => {
    chargeWalk(realm, (set as unknown as { internal: SetData }).internal, of(set).size);
    const iterator = new SetIterator();
    new SetIteratorData(iterator, of(set), 'values');
    return iterator;
  });
  realm.intrinsic('SetWalkValue', 1, stepsOf(realm).walk.nextValue);
}
