// Iterators (ECMA-262 27.1): %IteratorPrototype% and array iterators (23.1.5).

import { describe } from '../describe.ts';
import { throwTypeError } from '../errors.ts';
import { ArrayIteratorData, defineNext, stepsOf } from '../iteration.ts';
import { watchPrototype } from '../objects.ts';
import { registerIteration, watchIterators } from '../protectors.ts';
import type { Realm } from '../realm.ts';
import { internalOf, ITERATION_END, wellKnown, type GuestObject, type Value } from '../values.ts';

export function installIterator(realm: Realm): void {
  const iteratorPrototype = realm.prelude.makeObject();
  realm.intrinsics.set('IteratorPrototype', iteratorPrototype);
  // Where a Proxy stands behind it, looking for a `return` of an iterator calls the guest.
  watchPrototype(iteratorPrototype, () => {
    realm.protectors.iteration = false;
  });
  realm.protectors.iteratorOfIterators = realm.method(iteratorPrototype, wellKnown.iterator, 0, (_f, self) => self);
  watchIterators(realm, iteratorPrototype);
  // What NextValue of self-hosted code gives at the end.
  realm.intrinsics.set('IterationEnd', ITERATION_END);
  realm.intrinsic('MakePair', 2, (_f, _self, a, b) => realm.prelude.makeArrayFrom([a, b]));
  installArrayIterator(realm, iteratorPrototype);
}

function installArrayIterator(realm: Realm, iteratorPrototype: GuestObject): void {
  const proto = realm.prelude.makeObjectWith(iteratorPrototype);
  realm.intrinsics.set('ArrayIteratorPrototype', proto);
  const { array: step, arrayPairs } = stepsOf(realm);
  const otherwise = (self: Value): Value => {
    if (internalOf(self, ArrayIteratorData) === undefined) throwTypeError(realm, `Method Array Iterator.prototype.next called on incompatible receiver ${describe(realm, self)}`);
    const g = realm.selfHosted('ArrayIteratorPrototype_next');
    return g.code(g, self);
  };
  defineNext(realm, proto, step, otherwise, 'array', arrayPairs);
  Object.defineProperty(proto, wellKnown.toStringTag, { value: 'Array Iterator', writable: false, enumerable: false, configurable: true });
  const dataOf = (v: Value): ArrayIteratorData => internalOf(v, ArrayIteratorData) as ArrayIteratorData;
  realm.intrinsic('ArrayIteratorTarget', 1, (_f, _self, it) => dataOf(it).target);
  realm.intrinsic('ArrayIteratorIndex', 1, (_f, _self, it) => dataOf(it).index);
  realm.intrinsic('ArrayIteratorKind', 1, (_f, _self, it) => dataOf(it).kind);
  realm.intrinsic('ArrayIteratorAdvance', 2, (_f, _self, it, index) => {
    dataOf(it).index = index as number;
    return undefined;
  });
  realm.intrinsic('ArrayIteratorFinish', 1, (_f, _self, it) => {
    dataOf(it).target = undefined;
    return undefined;
  });
}

/** Remembers the protocol of arrays, when Array.prototype is in place. */
export function registerArrayIteration(realm: Realm): void {
  registerIteration(realm, 'array', realm.arrayPrototype, realm.intrinsics.get('ArrayPrototypeValues'), realm.intrinsics.get('ArrayIteratorPrototype') as GuestObject);
}
