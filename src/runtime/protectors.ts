// Protectors: what fast paths assume of the guest's intrinsic prototypes, as flags that go from true to false once (compare V8's
// protector cells), and the protocols by which builtin collections are iterated.
//
// Plain data properties are not watched, since bare writes of generated code cannot be: a fast path compares their
// values. Watched is what a comparison cannot see without calling the guest: that such a property became an accessor.

import type { IteratorSteps } from './iterator-steps.ts';
import { getPrototypeOf, isComplex, watchDefinitions, watchDeletions, watchPrototype, type Descriptor } from './objects.ts';
import type { HostTypedArray } from './host-views.ts';
import { isArrayIndex } from './keys.ts';
import type { HostCtor } from './prelude.ts';
import { readPlain } from './plain-access.ts';
import type { Realm } from './realm.ts';
import { isOutOfBounds, kindOf, prototypeOfKind, viewKinds } from './typed-arrays.ts';
import { wellKnown, type GuestObject, type HostKey, type Value } from './values.ts';

/** How a builtin collection is iterated as long as nobody changes it. */
export interface IterationProtocol {
  readonly proto: GuestObject;
  /** The original value of proto[@@iterator]. */
  readonly method: Value;
  readonly iteratorProto: GuestObject;
  /** The original value of iteratorProto.next. */
  readonly next: Value;
}

export type Collection = 'array' | 'string' | 'map' | 'set';

export class Protectors {
  /** Reading or writing an element that an array lacks runs no accessor and meets no read-only property. */
  elements = true;
  /** Array[@@species] gives its receiver, and Array.prototype.constructor is a data property. */
  species = true;
  /** Promise[@@species] gives its receiver. */
  promiseSpecies = true;
  /** Neither `constructor` nor `then` is an accessor of Promise.prototype, or seen through it. */
  promiseReads = true;
  /** No @@iterator method of a collection and no `next` of its iterators is an accessor. */
  iteration = true;
  /** The original value of %IteratorPrototype%[@@iterator]. */
  iteratorOfIterators: Value = undefined;
  /** %Array%, the original value of Array.prototype.constructor. */
  arrayConstructor: Value = undefined;
  /** No accessor is met where the species of a typed array with its intrinsic prototype is looked up. */
  typedSpecies = true;
  /** The same for the iterator method of typed arrays. */
  typedIteration = true;
  /** `plain` goes to false when some typed array's `length` may be another property than that of %TypedArray%.prototype. */
  readonly viewLength = { plain: true };
  /** The intrinsic prototypes of typed arrays. */
  readonly typedPrototypes = new Set<GuestObject>();
  /** The original values of %TypedArray%.prototype[@@iterator]. */
  typedIterator: Value = undefined;
  /** See literalIterationTest (iteration.ts), which makes it. */
  literalIteration: (() => boolean) | null = null;
  /** See stepsOf (iteration.ts), which makes them. */
  steps: IteratorSteps | null = null;
  /** What allocates the iterators of arrays (makeArrayIterator), from the first one on. */
  arrayIterator: HostCtor | null = null;
  /** Set by registerIteration, when the iterators of a collection are made. */
  readonly protocols: Partial<Record<Collection, IterationProtocol>> = {};
}

function isAccessor(desc: Descriptor): boolean {
  return 'get' in desc || 'set' in desc;
}

/** True if a definition can make a later plain assignment through the prototype chain do something else than create a property. */
function isExotic(realm: Realm, target: GuestObject, key: HostKey, desc: Descriptor): boolean {
  return isAccessor(desc) || desc.writable === false || (desc.writable === undefined && !Object.hasOwn(target, key));
}

/** Starts watching; called when the builtins are installed, whose own definitions do not count. */
export function installProtectors(realm: Realm): void {
  const { protectors, objectPrototype, arrayPrototype } = realm;
  const elementsBroken = (): void => {
    protectors.elements = false;
    realm.prelude.elements.plain = false;
  };
  watchDefinitions(objectPrototype, (key, desc) => {
    if (!isExotic(realm, objectPrototype, key, desc)) return;
    realm.objectPrototypeExotic = true;
    if (isArrayIndex(key)) elementsBroken();
    // An accessor here shows through where the property of a collection's prototype was deleted.
    if (key === wellKnown.iterator || key === '$next') protectors.iteration = false;
    if (key === '$constructor') protectors.species = protectors.typedSpecies = false;
    if (key === '$constructor' || key === '$then') protectors.promiseReads = false;
    if (key === wellKnown.iterator) protectors.typedIteration = false;
  });
  watchDefinitions(arrayPrototype, (key, desc) => {
    if (!isExotic(realm, arrayPrototype, key, desc)) return;
    if (isArrayIndex(key)) elementsBroken();
    if (key === '$constructor' && isAccessor(desc)) protectors.species = false;
  });
  watchIteratorMethod(realm, arrayPrototype);
  watchPrototype(arrayPrototype, () => {
    elementsBroken();
    protectors.species = false;
  });
  protectors.arrayConstructor = realm.intrinsics.get('Array');
  watchDefinitions(protectors.arrayConstructor as GuestObject, (key) => {
    if (key === wellKnown.species) protectors.species = false;
  });
}

/** Watches for an accessor as the iterator method of a collection; called when that is in place. */
function watchIteratorMethod(realm: Realm, proto: GuestObject): void {
  watchDefinitions(proto, (key, desc) => {
    if (key === wellKnown.iterator && isAccessor(desc)) realm.protectors.iteration = false;
  });
}

/** Watches for an accessor that is met where a prototype of iterators is asked for `next` or @@iterator. */
export function watchIterators(realm: Realm, proto: GuestObject): void {
  watchDefinitions(proto, (key, desc) => {
    if ((key === '$next' || key === wellKnown.iterator) && isAccessor(desc)) realm.protectors.iteration = false;
  });
}

/** Remembers the original protocol of a collection, whose iterator method is `method`; called once by its installer when `next` is in place. */
export function registerIteration(realm: Realm, collection: Collection, proto: GuestObject, method: Value, iteratorProto: GuestObject): void {
  const { protectors } = realm;
  protectors.protocols[collection] = { proto, method, iteratorProto, next: iteratorProto.$next };
  // Arrays are there from the start, before their iterators.
  if (collection !== 'array') watchIteratorMethod(realm, proto);
  watchIterators(realm, iteratorProto);
  watchPrototype(iteratorProto, () => {
    protectors.iteration = false;
  });
}

const iteratorPrototypes: Readonly<Record<Collection, string>> = {
  array: 'ArrayIteratorPrototype',
  string: 'StringIteratorPrototype',
  map: 'MapIteratorPrototype',
  set: 'SetIteratorPrototype',
};

/** The original protocol of a collection. */
export function protocolOf(realm: Realm, collection: Collection): IterationProtocol {
  const { protocols } = realm.protectors;
  const known = protocols[collection];
  if (known !== undefined) return known;
  // Making the iterators registers the protocol.
  realm.intrinsics.get(iteratorPrototypes[collection]);
  return protocols[collection] as unknown as IterationProtocol;
}

/** True if iterating a collection of this kind by its prototype's methods is what it was at the start. */
export function iterationUnmodified(realm: Realm, collection: Collection): boolean {
  const { protectors } = realm;
  const p = protocolOf(realm, collection);
  // A `return` method, which the builtin iterators lack, would be called where a loop ends early.
  return (
    protectors.iteration && p.proto[wellKnown.iterator] === p.method && p.iteratorProto.$next === p.next && !('$return' in p.iteratorProto)
  );
}

/**
 * The test whether a new object of a collection's constructor has the original method by which it is filled. The guest is not asked: where nobody has made that an accessor or
 * deleted it, it is a data property of the prototype, which an instance of a subclass need not have.
 */
export function originalMethodTest(realm: Realm, proto: GuestObject, key: string, constructor: () => Value, method: () => Value): (o: GuestObject, newTarget: unknown) => boolean {
  let isData = true;
  watchDefinitions(proto, (k, desc) => {
    if (k === key && isAccessor(desc)) isData = false;
  });
  watchDeletions(proto, (k) => {
    if (k === key) isData = false;
  });
  return (o, newTarget) => (isData && newTarget === constructor() ? proto[key] : readPlain(realm, o, key)) === method();
}

/** A Map or a Set that is iterated by the original methods, which are data properties. */
export function isIteratedAsEver(realm: Realm, o: GuestObject, collection: Collection): boolean {
  const { proto, method, iteratorProto, next } = protocolOf(realm, collection);
  return (
    realm.protectors.iteration &&
    Reflect.getPrototypeOf(o) === (proto as object) &&
    !Object.hasOwn(o, wellKnown.iterator) &&
    proto[wellKnown.iterator] === method &&
    iteratorProto.$next === next
  );
}

/** Starts watching Promise and its prototype; called when they are in place. */
export function watchPromise(realm: Realm, constructor: GuestObject, proto: GuestObject): void {
  const { protectors } = realm;
  watchDefinitions(constructor, (key) => {
    if (key === wellKnown.species) protectors.promiseSpecies = false;
  });
  watchDefinitions(proto, (key, desc) => {
    if ((key === '$constructor' || key === '$then') && isAccessor(desc)) protectors.promiseReads = false;
  });
  watchPrototype(proto, () => {
    protectors.promiseReads = false;
  });
}

/** Starts watching what belongs to typed arrays; called when they are in place. */
export function registerTypedArrays(realm: Realm): void {
  const { protectors } = realm;
  const parent = realm.intrinsics.get('TypedArrayPrototype') as GuestObject;
  protectors.typedIterator = parent[wellKnown.iterator];
  // The definition of the original does not count.
  protectors.viewLength.plain = true;
  for (const kind of viewKinds) protectors.typedPrototypes.add(prototypeOfKind(realm, kind));
  watchDeletions(parent, (key) => {
    if (key === '$length') protectors.viewLength.plain = false;
  });
  const speciesBroken = (): void => {
    protectors.typedSpecies = false;
  };
  for (const proto of [parent, ...protectors.typedPrototypes]) {
    watchDefinitions(proto, (key, desc) => {
      if (!isAccessor(desc)) return;
      if (key === '$constructor') speciesBroken();
      if (key === wellKnown.iterator) protectors.typedIteration = false;
    });
    watchPrototype(proto, () => {
      speciesBroken();
      protectors.typedIteration = false;
    });
  }
  for (const name of ['TypedArray', ...viewKinds.map((kind) => kind.name)]) {
    const constructor = realm.intrinsics.get(name) as GuestObject;
    watchDefinitions(constructor, (key) => {
      if (key === wellKnown.species) speciesBroken();
    });
    watchPrototype(constructor, speciesBroken);
  }
}

/** True if TypedArraySpeciesCreate of this typed array makes one of its own kind, and asking calls no guest code. */
export function hasDefaultTypedSpecies(realm: Realm, array: GuestObject): boolean {
  const { protectors } = realm;
  if (!protectors.typedSpecies || isComplex(array)) return false;
  const kind = kindOf(array);
  return getPrototypeOf(array) === prototypeOfKind(realm, kind) && array.$constructor === realm.intrinsics.get(kind.name);
}

/** True if `value` is a typed array of the host that is iterated by index as ever. A Float16Array goes by the protocol. */
export function isTypedIterationPristine(realm: Realm, value: Value): boolean {
  const { protectors } = realm;
  if (!protectors.typedIteration || !protectors.iteration || !ArrayBuffer.isView(value)) return false;
  const array = value as unknown as GuestObject;
  const p = protocolOf(realm, 'array');
  return (
    protectors.typedPrototypes.has(Reflect.getPrototypeOf(array) as GuestObject) &&
    !isComplex(array) &&
    !isOutOfBounds(array as HostTypedArray) &&
    array[wellKnown.iterator] === protectors.typedIterator &&
    p.iteratorProto.$next === p.next &&
    !('$return' in p.iteratorProto)
  );
}
