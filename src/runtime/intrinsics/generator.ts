// Generators and async generators (ECMA-262 27.3 to 27.7): their functions' constructors and prototypes, the objects' prototypes, and
// the intrinsics of selfhosted/async.js.
//
// next, throw and return of a generator end in the resumption of its frame (I5).

import { AsyncGeneratorData, CoroutineState, GeneratorData, Resumption, type AsyncGeneratorRequest, type Coroutine } from '../coroutine.ts';
import { describe } from '../describe.ts';
import { makeError, throwTypeError } from '../errors.ts';
import { GeneratorStepper, iterResult } from '../iteration.ts';
import { defineHidden } from '../objects.ts';
import type { PromiseData} from '../promise.ts';
import { promiseData, rejectPromise } from '../promise.ts';
import type { Realm } from '../realm.ts';
import { inheritStatics } from '../construct.ts';
import { makeFunctionConstructor } from './dynamic-function.ts';
import { anyInternal, InternalData, internalOf, wellKnown, type GuestFunction, type GuestObject, type HostCode, type Value } from '../values.ts';

export function installGenerator(realm: Realm): void {
  const iteratorPrototype = realm.intrinsics.get('IteratorPrototype') as GuestObject;
  const asyncIteratorPrototype = realm.prelude.makeObject();
  realm.method(asyncIteratorPrototype, wellKnown.asyncIterator, 0, (_f, self) => self);
  realm.intrinsics.set('AsyncIteratorPrototype', asyncIteratorPrototype);

  const generatorPrototype = realm.prelude.makeObjectWith(iteratorPrototype);
  installFunctionClass(realm, 'generator', 'GeneratorFunction', generatorPrototype);
  realm.intrinsics.set('GeneratorPrototype', generatorPrototype);
  for (const name of ['next', 'return', 'throw'] as const) realm.method(generatorPrototype, name, 1, generatorMethod(realm, name));
  (generatorPrototype.$next as unknown as GuestFunction).data = new GeneratorStepper();
  tag(generatorPrototype, 'Generator');

  const asyncGeneratorPrototype = realm.prelude.makeObjectWith(asyncIteratorPrototype);
  installFunctionClass(realm, 'asyncGenerator', 'AsyncGeneratorFunction', asyncGeneratorPrototype);
  realm.intrinsics.set('AsyncGeneratorPrototype', asyncGeneratorPrototype);
  for (const name of ['next', 'return', 'throw']) defineHidden(asyncGeneratorPrototype, `$${name}`, realm.selfHosted(`AsyncGeneratorPrototype_${name}`));
  tag(asyncGeneratorPrototype, 'AsyncGenerator');

  installFunctionClass(realm, 'async', 'AsyncFunction', null);
  installAsyncGeneratorIntrinsics(realm);
  installAsyncFromSyncIterator(realm, asyncIteratorPrototype);
}

function tag(proto: GuestObject, value: string): void {
  Object.defineProperty(proto, wellKnown.toStringTag, { value, writable: false, enumerable: false, configurable: true });
}

/** How the texts of such functions begin. */
const sourceKinds = { generator: 'function*', async: 'async function', asyncGenerator: 'async function*' } as const;

/** Constructor and prototype of a kind of functions; `instances` is the prototype of the objects that they make. */
function installFunctionClass(realm: Realm, kind: keyof Realm['functionClasses'], name: string, instances: GuestObject | null): void {
  const { prototype } = realm.functionClasses[kind];
  const constructor = makeFunctionConstructor(realm, name, sourceKinds[kind], `${name}Prototype`);
  inheritStatics(realm, constructor, realm.intrinsics.get('Function') as GuestObject);
  Object.defineProperty(constructor, '$prototype', { value: prototype, writable: false, enumerable: false, configurable: false });
  if (instances !== null) Object.defineProperty(prototype, '$prototype', { value: instances, writable: false, enumerable: false, configurable: true });
  Object.defineProperty(prototype, '$constructor', { value: constructor, writable: false, enumerable: false, configurable: true });
  tag(prototype, name);
  realm.intrinsics.set(name, constructor);
  realm.intrinsics.set(`${name}Prototype`, prototype);
  if (instances === null) return;
  Object.defineProperty(instances, '$constructor', { value: prototype, writable: false, enumerable: false, configurable: true });
}

/** 27.5.1.2 to 27.5.1.4, with GeneratorResume and GeneratorResumeAbrupt. */
function generatorMethod(realm: Realm, name: keyof typeof Resumption): HostCode {
  const resumption = Resumption[name];
  return (_f, self, value) => {
    const data = anyInternal(self);
    if (!(data instanceof GeneratorData)) return throwTypeError(realm, `Method [Generator].prototype.${name} called on incompatible receiver ${describe(realm, self)}`);
    const c = data.coroutine;
    if (c.state === CoroutineState.running) return throwTypeError(realm, 'Generator is already running');
    if (c.state === CoroutineState.start && resumption !== Resumption.next) {
      c.state = CoroutineState.completed;
      c.frame = null;
    }
    if (c.state === CoroutineState.completed) {
      if (resumption === Resumption.throw) throw value;
      return iterResult(realm, resumption === Resumption.return ? value : undefined, true);
    }
    return realm.hooks.resumeCoroutine(c, resumption, value);
  };
}

// --- Async generators.

function installAsyncGeneratorIntrinsics(realm: Realm): void {
  const of = (c: Value): Coroutine & { readonly queue: AsyncGeneratorRequest[] } => c as unknown as Coroutine & { readonly queue: AsyncGeneratorRequest[] };
  const resumptions = Object.keys(Resumption) as (keyof typeof Resumption)[];
  const enqueue = (c: Value, kind: Value, value: Value, promise: Value): void => {
    of(c).queue.push({ resumption: Resumption[kind as keyof typeof Resumption], value, promise: promise as GuestObject });
  };
  // The coroutine of an async generator; of anything else undefined, and the promise is rejected.
  realm.intrinsic('AsyncGeneratorOf', 3, (_f, _self, generator, promise, name) => {
    const data = anyInternal(generator);
    if (data instanceof AsyncGeneratorData) return data.coroutine as unknown as Value;
    const message = `Method [AsyncGenerator].prototype.${String(name)} called on incompatible receiver ${describe(realm, generator)}`;
    rejectPromise(realm, promiseData(promise) as PromiseData, makeError(realm, 'TypeError', message));
    return undefined;
  });
  realm.intrinsic('AsyncGeneratorIsCompleted', 1, (_f, _self, c) => of(c).state === CoroutineState.completed);
  // A return of a generator that has not started, or is completed, is awaited at once: true, and the generator drains.
  realm.intrinsic('AsyncGeneratorEnds', 1, (_f, _self, c) => {
    const { state } = of(c);
    if (state !== CoroutineState.start && state !== CoroutineState.completed) return false;
    of(c).state = CoroutineState.draining;
    of(c).frame = null;
    return true;
  });
  // A throw completes a generator that has not started: true if it is completed.
  realm.intrinsic('AsyncGeneratorFinish', 1, (_f, _self, c) => {
    if (of(c).state === CoroutineState.start) {
      of(c).state = CoroutineState.completed;
      of(c).frame = null;
    }
    return of(c).state === CoroutineState.completed;
  });
  realm.intrinsic('AsyncGeneratorEnqueueOnly', 4, (_f, _self, c, kind, value, promise) => {
    enqueue(c, kind, value, promise);
    return undefined;
  });
  // AsyncGeneratorEnqueue, and AsyncGeneratorResume if it is suspended: gives the promise.
  realm.intrinsic('AsyncGeneratorEnqueue', 4, (_f, _self, c, kind, value, promise) => {
    const coroutine = of(c);
    const isSuspended = coroutine.state === CoroutineState.start || coroutine.state === CoroutineState.suspended;
    if (!isSuspended) {
      enqueue(c, kind, value, promise);
      return promise;
    }
    return realm.hooks.resumeCoroutine(coroutine, Resumption[kind as keyof typeof Resumption], value, { resumption: Resumption[kind as keyof typeof Resumption], value, promise: promise as GuestObject });
  });
  // There is a request to be answered; else the generator, which drains, is completed.
  realm.intrinsic('AsyncGeneratorIsWaiting', 1, (_f, _self, c) => {
    if (of(c).queue.length > 0) return true;
    of(c).state = CoroutineState.completed;
    return false;
  });
  realm.intrinsic('AsyncGeneratorRequestKind', 1, (_f, _self, c) => resumptions[of(c).queue[0].resumption]);
  realm.intrinsic('AsyncGeneratorRequestValue', 1, (_f, _self, c) => of(c).queue[0].value);
  // Takes the oldest request from the queue and gives its promise.
  realm.intrinsic('AsyncGeneratorTakeRequest', 1, (_f, _self, c) => of(c).queue.shift()?.promise);
}

// --- Async-from-sync iterators.

/** 27.1.6.3: [[SyncIteratorRecord]] */
class AsyncFromSyncIteratorData extends InternalData {
  readonly iterator: Value;
  readonly next: Value;
  constructor(owner: GuestObject, iterator: Value, next: Value) {
    super(owner);
    this.iterator = iterator;
    this.next = next;
  }
}

function installAsyncFromSyncIterator(realm: Realm, asyncIteratorPrototype: GuestObject): void {
  const proto = realm.prelude.makeObjectWith(asyncIteratorPrototype);
  for (const name of ['next', 'return', 'throw']) defineHidden(proto, `$${name}`, realm.selfHosted(`AsyncFromSyncIteratorPrototype_${name}`));
  // Its methods are only ever called on what is made here.
  const of = (o: Value): AsyncFromSyncIteratorData => internalOf(o, AsyncFromSyncIteratorData) as AsyncFromSyncIteratorData;
  realm.intrinsic('MakeAsyncFromSyncIterator', 2, (_f, _self, iterator, next) => {
    const object = realm.prelude.makeObjectWith(proto);
    new AsyncFromSyncIteratorData(object, iterator, next);
    return object;
  });
  realm.intrinsic('AsyncFromSyncIteratorOf', 1, (_f, _self, o) => of(o).iterator);
  realm.intrinsic('AsyncFromSyncNextOf', 1, (_f, _self, o) => of(o).next);
}
