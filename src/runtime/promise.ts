// Promises (ECMA-262 27.2) as data, and the job queue (9.5).
//
// Plain VM state: reactions and jobs are records, and no host promise or closure is behind them. What is here calls no guest
// code. Jobs run when the process VM says so (intrinsics/promise.ts, process/event-loop.ts).

import { createFromConstructor } from './construct.ts';
import type { Coroutine } from './coroutine.ts';
import { makeError } from './errors.ts';
import { readPlain } from './plain-access.ts';
import type { Realm } from './realm.ts';
import { anyInternal, EMPTY, InternalData, isFunction, isObject, type BuiltinTag, type GuestFunction, type GuestObject, type Value } from './values.ts';

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

/** `data` of the functions of CreateResolvingFunctions: the two of one promise share it. */
export class Resolving {
  readonly promise: GuestObject;
  /** [[AlreadyResolved]] */
  isResolved = false;
  constructor(promise: GuestObject) {
    this.promise = promise;
  }
}

/** NewPromiseReactionJob */
export class ReactionJob {
  readonly reaction: Reaction;
  readonly state: number;
  readonly argument: Value;
  constructor(reaction: Reaction, state: number, argument: Value) {
    this.reaction = reaction;
    this.state = state;
    this.argument = argument;
  }
}

export type Job =
  | ReactionJob
  /** NewPromiseResolveThenableJob */
  | { readonly type: 'thenable'; readonly promise: GuestObject; readonly thenable: GuestObject; readonly then: GuestFunction }
  /** ContinueDynamicImport, of a module that is linked: its state object (module-record.ts). */
  | { readonly type: 'import'; readonly promise: GuestObject; readonly module: GuestObject }
  /** queueMicrotask */
  | { readonly type: 'callback'; readonly callback: GuestFunction };

/** The jobs that wait, first in, first out: a ring. */
export class JobQueue {
  /** What the job that runs was made of, if it is a reaction to a promise; null also where no job runs. */
  current: Reaction | null = null;
  /** Its length is a power of two. */
  private ring: (Job | undefined)[] = new Array<undefined>(64).fill(undefined);
  private head = 0;
  private count = 0;

  get length(): number {
    return this.count;
  }

  add(job: Job): void {
    if (this.count === this.ring.length) this.grow();
    this.ring[(this.head + this.count++) & (this.ring.length - 1)] = job;
  }

  /** The job that comes next. */
  first(): Job | undefined {
    return this.ring[this.head];
  }

  take(): Job | undefined {
    if (this.count === 0) return undefined;
    const { ring, head } = this;
    const job = ring[head];
    ring[head] = undefined;
    this.head = (head + 1) & (ring.length - 1);
    this.count--;
    return job;
  }

  private grow(): void {
    const { ring, head } = this;
    this.ring = [...ring.slice(head), ...ring.slice(0, head), ...new Array<undefined>(ring.length).fill(undefined)];
    this.head = 0;
  }
}

export class PromiseData extends InternalData {
  state: number = PromiseState.pending;
  /** [[PromiseResult]] */
  result: Value = undefined;
  /** Reactions for either outcome, while it is pending: none, one, or a list. */
  reactions: Reaction | Reaction[] | null = null;
  isHandled = false;
  /** The realm whose Promise.prototype the promise had from the start, as long as nobody has defined a property of it: see readsPlainly. */
  home: Realm | null = null;
  override beforeDefine(): void {
    this.home = null;
  }
  override beforeSetPrototype(): void {
    this.home = null;
  }
  override get builtinTag(): BuiltinTag {
    return 'Object';
  }
}

export function promiseData(value: Value): PromiseData | undefined {
  const data = anyInternal(value);
  return data instanceof PromiseData ? data : undefined;
}

/** A pending promise with the intrinsic prototype: NewPromiseCapability(%Promise%), whose functions nobody sees. */
export function newPromise(realm: Realm): GuestObject {
  const constructor = realm.promiseConstructor === EMPTY ? realm.intrinsics.get('Promise') : realm.promiseConstructor;
  const promise = createFromConstructor(realm, constructor as unknown as GuestFunction, 'PromisePrototype');
  new PromiseData(promise).home = realm;
  return promise;
}

/** Reading `constructor` or `then` of the promise calls no guest code: they are data properties of it or of Promise.prototype. */
export function readsPlainly({ home }: PromiseData): boolean {
  return home !== null && home.protectors.promiseReads;
}

function triggerReactions(realm: Realm, data: PromiseData): void {
  const { reactions } = data;
  data.reactions = null;
  if (reactions === null) return;
  if (Array.isArray(reactions)) for (const reaction of reactions) realm.jobs.add(new ReactionJob(reaction, data.state, data.result));
  else realm.jobs.add(new ReactionJob(reactions, data.state, data.result));
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
  const inner = promiseData(resolution);
  const then = inner !== undefined && readsPlainly(inner) ? resolution.$then : readPlain(realm, resolution, '$then');
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
    if (data.reactions === null) data.reactions = reaction;
    else if (Array.isArray(data.reactions)) data.reactions.push(reaction);
    else data.reactions = [data.reactions, reaction];
  } else {
    // HostPromiseRejectionTracker(promise, "handle")
    if (data.state === PromiseState.rejected && !data.isHandled) realm.unhandledRejections.delete(data);
    realm.jobs.add(new ReactionJob(reaction, data.state, data.result));
  }
  data.isHandled = true;
}

/**
 * PromiseResolve(%Promise%, value) where it calls no guest code; undefined where the `constructor` of a promise or the `then` of an object is
 * an accessor.
 */
export function promiseResolvePlainly(realm: Realm, value: Value): GuestObject | undefined {
  const data = promiseData(value);
  if (data !== undefined) {
    const constructor = constructorOf(realm, value as GuestObject, data);
    if (constructor === EMPTY) return undefined;
    if (constructor === realm.promiseConstructor) return value as GuestObject;
  }
  const promise = newPromise(realm);
  return resolvePromisePlainly(realm, promise, value) ? promise : undefined;
}

/** The `constructor` of a promise, or EMPTY if the guest has to be asked for it. */
export function constructorOf(realm: Realm, promise: GuestObject, data: PromiseData): Value {
  return readsPlainly(data) ? promise.$constructor : readPlain(realm, promise, '$constructor');
}
