// Promises (ECMA-262 27.2) as data, and the job queue (9.5).
//
// Plain VM state: reactions and jobs are records, and no host promise or closure is behind them. What is here calls no guest
// code. Jobs run when the process VM says so (intrinsics/promise.ts, process/event-loop.ts).

import type { Coroutine } from './coroutine.ts';
import { makeError } from './errors.ts';
import { readPlain } from './plain-access.ts';
import type { Realm } from './realm.ts';
import { EMPTY, InternalData, internalOf, isFunction, isObject, type GuestFunction, type GuestObject, type Value } from './values.ts';

export const PromiseState = { pending: 0, fulfilled: 1, rejected: 2 } as const;

/** What settles with a handler's result: a promise of the intrinsic kind, a private list [promise, resolve, reject], or nothing. */
export type Capability = GuestObject | undefined;

/** PromiseReaction: both handlers, of which one will run. */
export class Reaction {
  /** The activation that awaits; else the handlers count. */
  readonly coroutine: Coroutine | null;
  readonly capability: Capability;
  readonly onFulfilled: GuestFunction | undefined;
  readonly onRejected: GuestFunction | undefined;
  constructor(coroutine: Coroutine | null, capability: Capability, onFulfilled: GuestFunction | undefined, onRejected: GuestFunction | undefined) {
    this.coroutine = coroutine;
    this.capability = capability;
    this.onFulfilled = onFulfilled;
    this.onRejected = onRejected;
  }
}

export type Job =
  /** NewPromiseReactionJob */
  | { readonly type: 'reaction'; readonly reaction: Reaction; readonly state: number; readonly argument: Value }
  /** NewPromiseResolveThenableJob */
  | { readonly type: 'thenable'; readonly promise: GuestObject; readonly thenable: GuestObject; readonly then: GuestFunction }
  /** ContinueDynamicImport, of a module that is linked: its state object (module-record.ts). */
  | { readonly type: 'import'; readonly promise: GuestObject; readonly module: GuestObject }
  /** queueMicrotask */
  | { readonly type: 'callback'; readonly callback: GuestFunction };

/** The jobs that wait, first in, first out. */
export class JobQueue {
  private readonly jobs: (Job | undefined)[] = [];
  private head = 0;

  get length(): number {
    return this.jobs.length - this.head;
  }

  add(job: Job): void {
    this.jobs.push(job);
  }

  take(): Job | undefined {
    if (this.head === this.jobs.length) return undefined;
    const job = this.jobs[this.head];
    this.jobs[this.head++] = undefined;
    if (this.head === this.jobs.length || this.head > 1024) {
      this.jobs.splice(0, this.head);
      this.head = 0;
    }
    return job;
  }
}

export class PromiseData extends InternalData {
  state: number = PromiseState.pending;
  /** [[PromiseResult]] */
  result: Value = undefined;
  /** Reactions for either outcome, while it is pending. */
  reactions: Reaction[] | null = null;
  isHandled = false;
  override get builtinTag(): string {
    return 'Object';
  }
}

export function promiseData(value: Value): PromiseData | undefined {
  return internalOf(value, PromiseData);
}

/** A pending promise with the intrinsic prototype: NewPromiseCapability(%Promise%), whose functions nobody sees. */
export function newPromise(realm: Realm): GuestObject {
  const promise = realm.prelude.makeObjectWith(realm.intrinsics.get('PromisePrototype') as GuestObject);
  new PromiseData(promise);
  return promise;
}

function triggerReactions(realm: Realm, data: PromiseData): void {
  const { reactions } = data;
  data.reactions = null;
  if (reactions === null) return;
  for (const reaction of reactions) realm.jobs.add({ type: 'reaction', reaction, state: data.state, argument: data.result });
}

/** FulfillPromise */
export function fulfillPromise(realm: Realm, data: PromiseData, value: Value): void {
  data.state = PromiseState.fulfilled;
  data.result = value;
  triggerReactions(realm, data);
}

/** RejectPromise */
export function rejectPromise(realm: Realm, data: PromiseData, reason: Value): void {
  data.state = PromiseState.rejected;
  data.result = reason;
  // HostPromiseRejectionTracker(promise, "reject")
  if (!data.isHandled) realm.unhandledRejections.add(data);
  triggerReactions(realm, data);
}

/**
 * The steps of a promise resolve function (27.2.1.3.2) from 7 on, for a promise that is not resolved yet. False if the `then` of the resolution
 * is an accessor: the guest has to be asked for it (promise.js, ResolvePromise).
 */
export function resolvePromisePlainly(realm: Realm, promise: GuestObject, resolution: Value): boolean {
  const data = promiseData(promise) as PromiseData;
  if ((resolution as unknown) === promise) {
    rejectPromise(realm, data, makeError(realm, 'TypeError', 'Chaining cycle detected for promise #<Promise>'));
    return true;
  }
  if (!isObject(resolution)) {
    fulfillPromise(realm, data, resolution);
    return true;
  }
  const then = readPlain(realm, resolution, '$then');
  if (then === EMPTY) return false;
  resolveWithThen(realm, promise, resolution, then);
  return true;
}

/** The same from step 12 on, when `then` is known. */
export function resolveWithThen(realm: Realm, promise: GuestObject, resolution: GuestObject, then: Value): void {
  if (isFunction(then)) realm.jobs.add({ type: 'thenable', promise, thenable: resolution, then });
  else fulfillPromise(realm, promiseData(promise) as PromiseData, resolution);
}

/** PerformPromiseThen */
export function performPromiseThen(realm: Realm, data: PromiseData, reaction: Reaction): void {
  if (data.state === PromiseState.pending) {
    if (data.reactions === null) data.reactions = [reaction];
    else data.reactions.push(reaction);
  } else {
    // HostPromiseRejectionTracker(promise, "handle")
    if (data.state === PromiseState.rejected && !data.isHandled) realm.unhandledRejections.delete(data);
    realm.jobs.add({ type: 'reaction', reaction, state: data.state, argument: data.result });
  }
  data.isHandled = true;
}

/**
 * PromiseResolve(%Promise%, value) where it calls no guest code; undefined where the `constructor` of a promise or the `then` of an object is
 * an accessor.
 */
export function promiseResolvePlainly(realm: Realm, value: Value): GuestObject | undefined {
  if (promiseData(value) !== undefined) {
    const constructor = readPlain(realm, value as GuestObject, '$constructor');
    if (constructor === EMPTY) return undefined;
    if (constructor === realm.intrinsics.get('Promise')) return value as GuestObject;
  }
  const promise = newPromise(realm);
  return resolvePromisePlainly(realm, promise, value) ? promise : undefined;
}
