// Promise (ECMA-262 27.2): the constructor, its prototype, the intrinsics of selfhosted/promise.js, and the running of jobs.
//
// Natives here do what calls no guest code; what does is self-hosted.

import { createFromConstructor, makeConstructor } from '../construct.ts';
import { describe } from '../describe.ts';
import { attachErrorData, throwTypeError } from '../errors.ts';
import { Resumption } from '../coroutine.ts';
import { makeNative } from '../function.ts';
import { defineHidden } from '../objects.ts';
import {
  constructorOf, newPromise, performPromiseThen, PromiseData, promiseData, promiseResolvePlainly, PromiseState, Reaction, ReactionJob, readsPlainly, rejectPromise, Resolving,
  resolvePromisePlainly, resolveWithThen, type Capability, type Job,
} from '../promise.ts';
import { watchPromise } from '../protectors.ts';
import type { Realm } from '../realm.ts';
import { isFunction, wellKnown, type GuestFunction, type GuestObject, type HostCode, type NativeInfo, type Value } from '../values.ts';

/** 27.2.1.3 CreateResolvingFunctions */
type ResolvingFunctions = (promise: GuestObject) => { readonly resolve: GuestFunction & GuestObject; readonly reject: GuestFunction & GuestObject };

function makeResolvingFunctions(realm: Realm): ResolvingFunctions {
  // All of them share their code: only `data` is their own.
  const info: NativeInfo = { name: '', length: 1, conversions: [], body: null, realm };
  const resolveCode: HostCode = (f, _self, resolution) => {
    const resolving = f.data as Resolving;
    if (resolving.isResolved) return undefined;
    resolving.isResolved = true;
    if (resolvePromisePlainly(realm, resolving.promise, resolution)) return undefined;
    const slow = realm.selfHosted('ResolvePromise');
    return slow.code(slow, undefined, resolving.promise, resolution);
  };
  const rejectCode: HostCode = (f, _self, reason) => {
    const resolving = f.data as Resolving;
    if (resolving.isResolved) return undefined;
    resolving.isResolved = true;
    rejectPromise(realm, promiseData(resolving.promise) as PromiseData, reason);
    return undefined;
  };
  return (promise) => {
    const data = new Resolving(promise);
    const resolve = makeNative(realm, info, resolveCode) as GuestFunction & GuestObject;
    const reject = makeNative(realm, info, rejectCode) as GuestFunction & GuestObject;
    resolve.data = data;
    reject.data = data;
    return { resolve, reject };
  };
}

export function installPromise(realm: Realm): void {
  const proto = realm.prelude.makeObject();
  const resolvingFunctions = makeResolvingFunctions(realm);
  let run: GuestFunction | undefined;
  const constructor = makeConstructor(
    realm, 'Promise', 1, proto,
    () => throwTypeError(realm, "Promise constructor cannot be invoked without 'new'"),
    (_callee, newTarget, executor) => {
      if (!isFunction(executor)) return throwTypeError(realm, `Promise resolver ${describe(realm, executor)} is not a function`);
      const promise = createFromConstructor(realm, newTarget, 'PromisePrototype');
      const data = new PromiseData(promise);
      if ((newTarget as unknown) === constructor) data.home = realm;
      const { resolve, reject } = resolvingFunctions(promise);
      run ??= realm.selfHosted('PromiseConstructor_run');
      return run.code(run, undefined, promise, executor, resolve, reject);
    },
  );
  installStatics(realm, constructor);
  realm.getter(constructor, wellKnown.species, (_callee, self) => self);
  realm.promiseConstructor = constructor;
  watchPromise(realm, constructor, proto);
  realm.promiseThen = installPrototype(realm, proto, constructor);
  installIntrinsics(realm, resolvingFunctions);
  installJobs(realm, resolvingFunctions);
}

function selfHostedMethods(realm: Realm, target: GuestObject, prefix: string, names: readonly string[]): void {
  for (const name of names) defineHidden(target, `$${name}`, realm.selfHosted(`${prefix}_${name}`));
}

function installStatics(realm: Realm, constructor: GuestFunction & GuestObject): void {
  selfHostedMethods(realm, constructor, 'PromiseStatic', ['all', 'allSettled', 'any', 'race', 'reject']);
  realm.method(constructor, 'resolve', 1, (_callee, self, value) => {
    const promise = self === constructor ? promiseResolvePlainly(realm, value) : undefined;
    if (promise !== undefined) return promise;
    const slow = realm.selfHosted('PromiseStatic_resolve');
    return slow.code(slow, self, value);
  });
  selfHostedMethods(realm, constructor, 'PromiseStatic', ['try', 'withResolvers']);
}

/** Gives `then`. */
function installPrototype(realm: Realm, proto: GuestObject, constructor: GuestFunction & GuestObject): GuestFunction & GuestObject {
  const method = realm.method(proto, 'then', 2, (_callee, self, onFulfilled, onRejected) => {
    const data = promiseData(self);
    if (data === undefined) return throwTypeError(realm, `Method Promise.prototype.then called on incompatible receiver ${describe(realm, self)}`);
    const C = realm.protectors.promiseSpecies ? constructorOf(realm, self as GuestObject, data) : null;
    if (C !== constructor && C !== undefined) {
      const slow = realm.selfHosted('PromisePrototype_then');
      return slow.code(slow, self, onFulfilled, onRejected);
    }
    const promise = newPromise(realm);
    then(realm, data, onFulfilled, onRejected, promise);
    return promise;
  });
  selfHostedMethods(realm, proto, 'PromisePrototype', ['catch', 'finally']);
  Object.defineProperty(proto, wellKnown.toStringTag, { value: 'Promise', writable: false, enumerable: false, configurable: true });
  return method;
}

/** PerformPromiseThen, with its steps about the handlers. */
function then(realm: Realm, data: PromiseData, onFulfilled: Value, onRejected: Value, capability: Capability): void {
  performPromiseThen(realm, data, new Reaction(null, capability, isFunction(onFulfilled) ? onFulfilled : undefined, isFunction(onRejected) ? onRejected : undefined));
}

function installIntrinsics(realm: Realm, resolvingFunctions: ResolvingFunctions): void {
  realm.intrinsic('IsPromise', 1, (_f, _self, v) => promiseData(v) !== undefined);
  realm.intrinsic('NewPromise', 0, () => newPromise(realm));
  realm.intrinsic('RejectPromise', 2, (_f, _self, promise, reason) => {
    rejectPromise(realm, promiseData(promise) as PromiseData, reason);
    return undefined;
  });
  realm.intrinsic('ResolvePromisePlainly', 2, (_f, _self, promise, resolution) => resolvePromisePlainly(realm, promise as GuestObject, resolution));
  // ResolveCapability where it calls no guest code; else false, and nothing has happened.
  realm.intrinsic('ResolveCapabilityPlainly', 2, (_f, _self, capability, value) => {
    if (capability === undefined) return true;
    return promiseData(capability) !== undefined && resolvePromisePlainly(realm, capability as GuestObject, value);
  });
  realm.intrinsic('ResolvePromiseWithThen', 3, (_f, _self, promise, resolution, thenMethod) => {
    resolveWithThen(realm, promise as GuestObject, resolution as GuestObject, thenMethod);
    return undefined;
  });
  // PerformPromiseThen(promise, onFulfilled, onRejected, capability): the promise of the capability.
  realm.intrinsic('PromiseThen', 4, (_f, _self, promise, onFulfilled, onRejected, capability) => {
    then(realm, promiseData(promise) as PromiseData, onFulfilled, onRejected, capability as Capability);
    return capability === undefined || promiseData(capability) !== undefined ? capability : (capability as GuestObject)[0];
  });
  // NewPromiseCapability(%Promise%), with its functions.
  realm.intrinsic('IntrinsicCapability', 0, () => {
    const promise = newPromise(realm);
    const { resolve, reject } = resolvingFunctions(promise);
    return realm.prelude.makeArrayFrom([promise, resolve, reject]);
  });
  // The executor that NewPromiseCapability passes to a constructor; `record` is the capability.
  realm.intrinsic('CapabilityExecutor', 1, (_f, _self, record) => {
    const executor = realm.native('', 2, (f, _s, resolve, reject) => {
      const capability = f.data as GuestObject;
      if (capability[1] !== undefined || capability[2] !== undefined) throwTypeError(realm, 'Promise executor has already been invoked with non-undefined arguments');
      capability[1] = resolve;
      capability[2] = reject;
      return undefined;
    });
    executor.data = record;
    return executor;
  });
  realm.intrinsic('MakeAggregateError', 2, (_f, _self, message, errors) => {
    const error = realm.prelude.makeObjectWith(realm.errorPrototype('AggregateError'));
    attachErrorData(realm, error);
    defineHidden(error, '$message', message);
    defineHidden(error, '$errors', errors);
    return error;
  });
}

function installJobs(realm: Realm, resolvingFunctions: ResolvingFunctions): void {
  const takeJob = (): void => void realm.jobs.take();
  const runJob = makeRunJob(realm, resolvingFunctions, takeJob);
  realm.intrinsic('HasJob', 0, () => {
    if (realm.jobs.length > 0) return true;
    realm.jobs.current = null;
    return false;
  });
  realm.intrinsic('RunNextJob', 0, () => {
    const job = realm.jobs.first();
    realm.jobs.current = job instanceof ReactionJob ? job.reaction : null;
    return job === undefined ? undefined : runJob(job);
  });
  // HTML: queueMicrotask(callback)
  const queueMicrotask = realm.native('queueMicrotask', 1, (_f, _self, callback) => {
    if (!isFunction(callback)) return throwTypeError(realm, `The "callback" argument must be of type function. Received ${describe(realm, callback)}`);
    realm.jobs.add({ type: 'callback', callback });
    return undefined;
  });
  realm.provideGlobal('queueMicrotask', queueMicrotask);
}

/** What runs the first job: ends in the call of what the job calls, which is guest code, since the job is taken when that has begun and cannot be asked for again. */
function makeRunJob(realm: Realm, resolvingFunctions: ResolvingFunctions, take: () => void): (job: Job) => Value {
  let runHandler: GuestFunction | undefined;
  return (job) => {
    if (job instanceof ReactionJob) {
      const { reaction, state, argument } = job;
      const isFulfilled = state === PromiseState.fulfilled;
      if (reaction.coroutine !== null) return realm.hooks.resumeCoroutine(reaction.coroutine, isFulfilled ? Resumption.next : Resumption.throw, argument, undefined, take);
      take();
      const handler = isFulfilled ? reaction.onFulfilled : reaction.onRejected;
      if (handler === undefined) return passOn(realm, reaction.capability, isFulfilled, argument);
      runHandler ??= realm.selfHosted('PromiseReactionJob');
      return runHandler.code(runHandler, undefined, handler as GuestFunction & GuestObject, argument, reaction.capability);
    }
    take();
    switch (job.type) {
      case 'callback': {
        const run = realm.selfHosted('RunCallback');
        return run.code(run, undefined, job.callback as GuestFunction & GuestObject);
      }
      case 'import': {
        const run = realm.selfHosted('ContinueDynamicImport');
        return run.code(run, undefined, job.promise, job.module);
      }
      case 'thenable': {
        if (adoptPlainly(realm, job.promise, job.thenable, job.then)) return undefined;
        const { resolve, reject } = resolvingFunctions(job.promise);
        const run = realm.selfHosted('PromiseResolveThenableJob');
        return run.code(run, undefined, job.thenable, job.then as GuestFunction & GuestObject, resolve, reject);
      }
    }
  };
}

/**
 * NewPromiseResolveThenableJob where `then` is that of a promise as they are made: the promise that `then` would give is seen by nobody, and the
 * resolving functions do what a reaction without handlers does. False if it is anything else.
 */
function adoptPlainly(realm: Realm, promise: GuestObject, thenable: GuestObject, then: GuestFunction): boolean {
  if ((then as unknown) !== realm.promiseThen || !realm.protectors.promiseSpecies) return false;
  const data = promiseData(thenable);
  if (data === undefined || !readsPlainly(data) || thenable.$constructor !== realm.promiseConstructor) return false;
  performPromiseThen(realm, data, new Reaction(null, promise, undefined, undefined));
  return true;
}

/** A reaction without handler hands the outcome on. */
function passOn(realm: Realm, capability: Capability, isFulfilled: boolean, argument: Value): Value {
  if (capability === undefined) return undefined;
  const data = promiseData(capability);
  if (data === undefined) {
    const run = realm.selfHosted('RunCallback');
    return run.code(run, undefined, capability[isFulfilled ? 1 : 2], argument);
  }
  if (!isFulfilled) {
    rejectPromise(realm, data, argument);
    return undefined;
  }
  if (resolvePromisePlainly(realm, capability, argument)) return undefined;
  const slow = realm.selfHosted('ResolvePromise');
  return slow.code(slow, undefined, capability, argument);
}

