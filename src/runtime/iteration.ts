// Iteration: results of `next`, array iterators, and which values are iterated by the unmodified protocol.

import { elementsOfPlain, plainArgumentsLength } from './arguments.ts';
import { complexity, isSimpleArray } from './objects.ts';
import { loadElement } from './elements.ts';
import { collectionsOf, type CollectionIteration, type IterationKind } from './collections.ts';
import type { ArrayIteration, IteratorSteps, PairStep, Step, StringIteration } from './iterator-steps.ts';
import type { IterationTestParts } from './prelude.ts';
import { iterationUnmodified, protocolOf, type Collection } from './protectors.ts';
import type { Realm } from './realm.ts';
import { elementsOf, isOutOfBounds, lengthOfElements } from './typed-arrays.ts';
import { EMPTY, InternalData, isFunction, isObject, ITERATION_END, wellKnown, type GuestFunction, type GuestObject, type Value } from './values.ts';

/** CreateIterResultObject */
export function iterResult(realm: Realm, value: Value, done: boolean): GuestObject {
  const { makeIterResult, makeObject } = realm.prelude;
  if (makeIterResult !== null) return makeIterResult(value, done);
  const result = makeObject();
  if (realm.objectPrototypeExotic) {
    // An assignment would run a setter that the guest put on Object.prototype.
    Object.defineProperty(result, '$value', { value, writable: true, enumerable: true, configurable: true });
    Object.defineProperty(result, '$done', { value: done, writable: true, enumerable: true, configurable: true });
  } else {
    result.$value = value;
    result.$done = done;
  }
  return result;
}

/**
 * `data` of a builtin `next`: how a loop takes the values of its iterators without calling it, and so without result objects (opcodes.ts, IterStep).
 * `step` gives the next value; ITERATION_END at the end; EMPTY if `next` has to be called after all. It calls no guest code.
 */
export class NativeStepper {
  readonly step: Step;
  /** What the iterators walk, and how pairs are taken, of those which have their steps in common with compiled code. */
  readonly walks: Collection | null;
  readonly pairs: PairStep | null;
  constructor(step: Step, walks: Collection | null, pairs: PairStep | null) {
    this.step = step;
    this.walks = walks;
    this.pairs = pairs;
  }
}

/** The `next` functions whose iterators may give pairs. */
export type PairCollection = 'map' | 'set' | 'array';
export const pairCollections: readonly PairCollection[] = ['map', 'set', 'array'];

/** How pairs are taken of iterators whose `next` this is; null unless it is the original one of a collection of the realm. */
export function pairStepper(realm: Realm, next: Value): { readonly walks: PairCollection; readonly pairs: PairStep } | null {
  const stepper = stepperOf(next);
  if (!(stepper instanceof NativeStepper) || stepper.pairs === null || protocolOf(realm, stepper.walks as Collection).next !== next) return null;
  return stepper as { readonly walks: PairCollection; readonly pairs: PairStep };
}

/** The pair at an index that a PairStep gave: its parts. */
export function firstOfPair(iterator: Value, index: number): Value {
  const data = (iterator as unknown as { internal: CollectionIteration | ArrayIteration }).internal;
  return data.walks === 'array' ? index : data.first;
}

export function secondOfPair(iterator: Value, index: number): Value {
  const data = (iterator as unknown as { internal: CollectionIteration | ArrayIteration }).internal;
  return data.walks === 'array' ? loadElement(data.target as GuestObject, index) : data.second;
}

/** The length of a typed array of the host in bounds; negative of anything else, which the general `next` takes or rejects. */
export function typedLength(o: GuestObject): number {
  if (!ArrayBuffer.isView(o)) return -1;
  const elements = elementsOf(o);
  return elements === undefined || isOutOfBounds(elements) ? -1 : lengthOfElements(elements);
}

function typedElements(o: GuestObject, start: number, end: number): Value[] {
  const list: Value[] = [];
  for (let i = start; i < end; i++) list[i - start] = o[i];
  return list;
}

/** The steps of the builtin iterators of a realm. */
export function stepsOf(realm: Realm): IteratorSteps {
  const { protectors, prelude, arrayPrototype, host } = realm;
  return (protectors.steps ??= host.iteratorSteps({
    empty: EMPTY,
    end: ITERATION_END,
    pair: prelude.makePair,
    hostArraysAreGuest: host.emptied,
    loadElement,
    isPlainArray: (o) => isPlainArray(realm, o),
    typedLength,
    complexity,
    protectors,
    arrayPrototype: arrayPrototype as GuestObject,
  }));
}

/** The same where a function of the library gives the next value or ITERATION_END, for the iterators that are accepted. */
export class GuestStepper {
  readonly accepts: (iterator: Value) => boolean;
  readonly selfHosted: string;
  constructor(accepts: (iterator: Value) => boolean, selfHosted: string) {
    this.accepts = accepts;
    this.selfHosted = selfHosted;
  }
}

/** The same where a generator is resumed. */
export class GeneratorStepper {
  readonly resumes = true;
}

export type Stepper = NativeStepper | GuestStepper | GeneratorStepper;

/** How the builtin function `next` is stepped; null of any other value. */
export function stepperOf(next: Value): Stepper | null {
  if (!isFunction(next)) return null;
  const { data } = next as GuestFunction;
  return data instanceof GeneratorStepper || data instanceof NativeStepper || data instanceof GuestStepper ? data : null;
}

/** The length of an arguments object that an array iterator gives the elements of, asking the guest for nothing; negative of any other. */
function argumentsLeft(realm: Realm, { target, kind }: ArrayIteration): number {
  return kind === 'values' && target !== undefined ? plainArgumentsLength(realm, target, MAX_ITERATED) : -1;
}
const MAX_ITERATED = 65536;

/** The length of what an array iterator walks, where its steps are taken at once. */
function elementsLeft(realm: Realm, data: ArrayIteration): number {
  if (data.target === undefined) return 0;
  if (Array.isArray(data.target)) return data.target.length;
  return Math.max(typedLength(data.target), argumentsLeft(realm, data));
}

/** At most so many values are left of an iterator of an array, a typed array, arguments, a Map, a Set or a string, pairs counted twice; 0 of any other value. */
export function stepsLeft(realm: Realm, iterator: Value): number {
  const data = isObject(iterator) ? (iterator as { internal?: CollectionIteration | ArrayIteration | StringIteration }).internal : undefined;
  if (data === undefined || (data.owner as Value) !== iterator) return 0;
  switch (data.walks) {
    case 'string':
      return data.position < 0 ? 0 : data.text.length - data.position;
    case 'array':
      return Math.max(elementsLeft(realm, data) - data.index, 0) * (data.kind === 'entries' ? 2 : 1);
    case 'map':
    case 'set':
      return data.collection === null ? 0 : data.collection.size * (data.kind === 'entries' ? 2 : 1);
    default:
      return 0;
  }
}

/** What an iterator of this collection, whose steps are those, has left, and moves it to its end; null if that has to be taken step by step. */
export function takeAll(realm: Realm, iterator: Value, walks: Collection): Value[] | null {
  const data = isObject(iterator) ? (iterator as { internal?: CollectionIteration | ArrayIteration | StringIteration }).internal : undefined;
  if (data === undefined || (data.owner as Value) !== iterator || data.walks !== walks || data.walks === 'string') return null;
  if (data.walks === 'array') {
    const { target, index, kind } = data;
    if (target === undefined || kind !== 'values') return null;
    const length = typedLength(target);
    const count = length < 0 ? argumentsLeft(realm, data) : length;
    if (count < 0) return null;
    data.target = undefined;
    return length < 0 ? elementsOfPlain(target, count).slice(index) : typedElements(target, index, count);
  }
  // Pairs are arrays of the host: those of a step are made by `next`, and so in its realm.
  return data.walk === null || data.kind === 'entries' ? null : (collectionsOf(realm).takeRest(data) as Value[]);
}

/** The name of the `next` of a collection's iterators in Realm.operations. */
export const nextOperation = (walks: Collection): string => `${walks} iterator.next`;

/** Defines the `next` of a builtin iterator prototype by its step; `otherwise` goes on where that gives EMPTY. */
export function defineNext(realm: Realm, proto: GuestObject, step: Step, otherwise: (self: Value) => Value, walks: Collection | null = null, pairs: PairStep | null = null): void {
  const next: GuestFunction & GuestObject = realm.method(proto, 'next', 0, (_f, self) => {
    const v = step(self);
    if (v === EMPTY) return otherwise(self);
    return v === ITERATION_END ? iterResult(realm, undefined, true) : iterResult(realm, v, false);
  });
  next.data = new NativeStepper(step, walks, pairs);
  if (walks !== null) realm.nameOperation(nextOperation(walks), next);
}

/** State of an array iterator. */
export class ArrayIteratorData extends InternalData implements ArrayIteration {
  readonly walks = 'array';
  target: GuestObject | undefined;
  index = 0;
  readonly kind: IterationKind;
  constructor(owner: GuestObject, target: GuestObject, kind: IterationKind) {
    super(owner);
    this.target = target;
    this.kind = kind;
  }
}

/** CreateArrayIterator */
export function makeArrayIterator(realm: Realm, target: GuestObject, kind: IterationKind): GuestObject {
  const { protectors, prelude } = realm;
  const Iterator = (protectors.arrayIterator ??= prelude.makeCtor(realm.intrinsics.get('ArrayIteratorPrototype') as GuestObject, 1));
  const iterator = new Iterator();
  new ArrayIteratorData(iterator, target, kind);
  return iterator;
}

function hasOriginalPrototype(realm: Realm, array: object): boolean {
  const { arrayPrototype } = realm;
  return complexity.otherPrototypes ? Reflect.getPrototypeOf(array) === (arrayPrototype as object) : array !== (arrayPrototype as object);
}

/** An array that host builtins may work on and whose prototype is the intrinsic one: nothing they do calls the guest or fails midway. */
export function isPlainArray(realm: Realm, value: Value): value is Value[] & GuestObject {
  return isSimpleArray(value) && realm.protectors.elements && hasOriginalPrototype(realm, value);
}

/** True if ArraySpeciesCreate of this plain array makes an ordinary array. */
export function hasDefaultSpecies(realm: Realm, array: Value[] & GuestObject): boolean {
  return realm.protectors.species && (array as GuestObject).$constructor === realm.protectors.arrayConstructor;
}

/**
 * The collection whose unmodified protocol iterates `value`, so that no iterator object need be made; else undefined. Maps and
 * sets are asked for by whoever knows their data (`iterationPristine` knows arrays and strings).
 */
export function iterationPristine(realm: Realm, value: Value): Extract<Collection, 'array' | 'string'> | undefined {
  if (typeof value === 'string') return iterationUnmodified(realm, 'string') ? 'string' : undefined;
  return isArrayIterationPristine(realm, value) ? 'array' : undefined;
}

/** The same for arrays alone. A simple array has no accessors, so reading its method calls nothing. */
export function isArrayIterationPristine(realm: Realm, value: Value): boolean {
  if (!isPlainArray(realm, value)) return false;
  const p = protocolOf(realm, 'array');
  return (
    realm.protectors.iteration &&
    (value as GuestObject)[wellKnown.iterator] === p.method &&
    p.iteratorProto.$next === p.next &&
    !('$return' in p.iteratorProto)
  );
}

/** What the iteration of arrays depends on. */
export function arrayIterationParts(realm: Realm): IterationTestParts {
  const { protectors, arrayPrototype } = realm;
  const { iteratorProto, method, next } = protocolOf(realm, 'array');
  return { complexity, protectors, iterator: wellKnown.iterator, arrayPrototype: arrayPrototype as GuestObject, iteratorProto, method, next };
}

/** The test whether array literals of the realm, which nobody else has seen, are iterated by the unmodified protocol. */
export function literalIterationTest(realm: Realm): () => boolean {
  return (realm.protectors.literalIteration ??= realm.prelude.makeLiteralIterationTest(arrayIterationParts(realm)));
}

/** Arrays whose own properties and prototype are the usual ones are iterated by index, calling no guest code. */
export function arrayIterationUnmodified(realm: Realm): boolean {
  return realm.protectors.elements && iterationUnmodified(realm, 'array');
}

/** The same of objects that have the iterator method of arrays as a property of their own, as arguments objects do, whose elements are plain. */
export function ownArrayIterationUnmodified(realm: Realm): boolean {
  const { protectors } = realm;
  const p = protocolOf(realm, 'array');
  return protectors.elements && protectors.iteration && p.iteratorProto.$next === p.next && !('$return' in p.iteratorProto);
}
