// Atomics (ECMA-262 25.4) for one agent: its own order of memory accesses is the only one.
//
// With primitive arguments the natives do everything; objects are converted by selfhosted/atomics.js, which calls the same
// operations. Whoever waits has no other agent to wake it: see `wait`.

import { isShared } from '../buffers.ts';
import { toBigInt, toIndex, toInteger, toNumber } from '../conversions.ts';
import { Termination, throwRangeError, throwTypeError } from '../errors.ts';
import type { HostTypedArray } from '../host-views.ts';
import { fulfillPromise, newPromise, promiseData, type PromiseData } from '../promise.ts';
import type { Realm } from '../realm.ts';
import { TimerData } from '../timers.ts';
import { elementsOf, isOutOfBounds, kindOf, lengthOfElements, validate, viewedBuffer, byteOffset } from '../typed-arrays.ts';
import { isObject, wellKnown, type GuestFunction, type GuestObject, type HostCode, type Value } from '../values.ts';

const MODIFICATIONS = ['add', 'and', 'exchange', 'or', 'sub', 'xor'] as const;

/** A waiter of Atomics.waitAsync. Plain VM state. */
interface AsyncWaiter {
  readonly buffer: GuestObject;
  readonly byteIndex: number;
  readonly promise: GuestObject;
  /** Ends it when its time is over; null if it waits without limit. */
  readonly timer: TimerData | null;
}
const waiters = new WeakMap<Realm, AsyncWaiter[]>();

function waitersOf(realm: Realm): AsyncWaiter[] {
  let list = waiters.get(realm);
  if (list === undefined) waiters.set(realm, (list = []));
  return list;
}

/** ValidateIntegerTypedArray */
function validateInteger(realm: Realm, value: Value, method: string, waitable = false): HostTypedArray {
  const elements = validate(realm, value, `Atomics.${method}`);
  const { name } = kindOf(value as GuestObject);
  const fits = waitable ? name === 'Int32Array' || name === 'BigInt64Array' : !name.startsWith('Float') && name !== 'Uint8ClampedArray';
  if (!fits) throwTypeError(realm, waitable ? '[object Array] is not an int32 or BigInt64 typed array.' : '[object Array] is not an integer typed array.');
  return elements;
}

/** ValidateAtomicAccess, from a primitive. */
function validateIndex(realm: Realm, length: number, index: Value): number {
  const i = toIndex(realm, index, 'Invalid atomic access index');
  if (i >= length) throwRangeError(realm, 'Invalid atomic access index');
  return i;
}

/** RevalidateAtomicAccess */
function revalidate(realm: Realm, elements: HostTypedArray, index: number, method: string): void {
  if (isOutOfBounds(elements)) throwTypeError(realm, `Cannot perform Atomics.${method} on a detached ArrayBuffer`);
  if (index >= lengthOfElements(elements)) throwRangeError(realm, 'Invalid atomic access index');
}

/** ToBigInt or ToIntegerOrInfinity of a primitive. */
function toOperand(realm: Realm, array: GuestObject, value: Value): number | bigint {
  return kindOf(array).isBigInt ? toBigInt(realm, value) : toInteger(realm, value);
}

const host = Atomics as unknown as Record<string, (array: unknown, index: number, ...values: unknown[]) => Value>;

export function installAtomics(realm: Realm): void {
  const atomics = realm.prelude.makeObject();
  /** The native `name`, which gives itself over to self-hosted code where one of the arguments after the array is an object. */
  const method = (name: string, length: number, code: (array: GuestObject, elements: HostTypedArray, args: Value[]) => Value, waitable = false): void => {
    realm.method(atomics, name, length, (callee, self, array, ...args) => {
      const elements = validateInteger(realm, array, name, waitable);
      if (args.some(isObject)) {
        const f = realm.selfHosted(waitable ? 'Atomics_recallWaiting' : 'Atomics_recall');
        return f.code(f, undefined, callee as GuestFunction & GuestObject, self, array, realm.prelude.makeArrayFrom(args), name === 'notify');
      }
      return code(array as GuestObject, elements, args);
    });
  };
  for (const name of MODIFICATIONS) {
    method(name, 3, (array, elements, [index, value]) => {
      const i = validateIndex(realm, lengthOfElements(elements), index);
      return host[name](elements, i, toOperand(realm, array, value));
    });
  }
  method('load', 2, (_array, elements, [index]) => host.load(elements, validateIndex(realm, lengthOfElements(elements), index)));
  method('store', 3, (array, elements, [index, value]) => {
    const i = validateIndex(realm, lengthOfElements(elements), index);
    const operand = toOperand(realm, array, value);
    host.store(elements, i, operand);
    return operand;
  });
  method('compareExchange', 4, (array, elements, [index, expected, replacement]) => {
    const i = validateIndex(realm, lengthOfElements(elements), index);
    const before = toOperand(realm, array, expected);
    return host.compareExchange(elements, i, before, toOperand(realm, array, replacement));
  });
  // Atomics.isLockFree ( size )
  realm.method(atomics, 'isLockFree', 1, (callee, self, size) => {
    if (isObject(size)) {
      const f = realm.selfHosted('Recall_number');
      return f.code(f, undefined, callee as GuestFunction & GuestObject, self, size);
    }
    return [1, 2, 4, 8].includes(toInteger(realm, size));
  });
  installWaiting(realm, method);
  Object.defineProperty(atomics, wellKnown.toStringTag, { value: 'Atomics', writable: false, enumerable: false, configurable: true });
  realm.intrinsics.set('Atomics', atomics);
  realm.provideGlobal('Atomics', atomics);
  installIntrinsics(realm);
}

type Method = (name: string, length: number, code: (array: GuestObject, elements: HostTypedArray, args: Value[]) => Value, waitable?: boolean) => void;

function installWaiting(realm: Realm, method: Method): void {
  // Atomics.notify ( typedArray, index, count )
  method('notify', 3, (array, elements, [index, count]) => {
    const i = validateIndex(realm, lengthOfElements(elements), index);
    const most = count === undefined ? Infinity : Math.max(toInteger(realm, count), 0);
    const buffer = viewedBuffer(elements);
    if (!isShared(buffer)) return 0;
    const byteIndex = byteOffset(elements) + i * kindOf(array).bytes;
    const list = waitersOf(realm);
    const woken = list.filter((waiter) => waiter.buffer === buffer && waiter.byteIndex === byteIndex).slice(0, most);
    for (const waiter of woken) {
      list.splice(list.indexOf(waiter), 1);
      if (waiter.timer !== null) realm.timers.stop(waiter.timer);
      fulfillPromise(realm, promiseData(waiter.promise) as PromiseData, 'ok');
    }
    return woken.length;
  }, true);
  // Atomics.wait ( typedArray, index, value, timeout ) and Atomics.waitAsync: DoWait
  method('wait', 4, (array, elements, args) => {
    const { expected, timeout, i } = prepareWait(realm, array, elements, args);
    const { block } = realm.services;
    if (block === undefined) throwTypeError(realm, 'Atomics.wait cannot be called in this context');
    if (host.load(elements, i) !== expected) return 'not-equal';
    // There is no other agent, so nobody can come and notify.
    if (timeout === Infinity) throw new Termination('Atomics.wait without a timeout: there is no other agent that could end it');
    block(timeout);
    return 'timed-out';
  }, true);
  method('waitAsync', 4, (array, elements, args) => {
    const { expected, timeout, i } = prepareWait(realm, array, elements, args);
    const result = (async: boolean, value: Value): GuestObject => {
      const object = realm.prelude.makeObject();
      for (const [key, v] of [['$async', async], ['$value', value]] as const) {
        Object.defineProperty(object, key, { value: v, writable: true, enumerable: true, configurable: true });
      }
      return object;
    };
    if (host.load(elements, i) !== expected) return result(false, 'not-equal');
    if (timeout === 0) return result(false, 'timed-out');
    const promise = newPromise(realm);
    let timer: TimerData | null = null;
    if (timeout !== Infinity) {
      const { timers } = realm;
      timer = new TimerData(realm.prelude.makeObject(), timers.newId(), realm.intrinsics.get('AtomicsTimeout') as unknown as GuestFunction, [promise], timeout, false);
      timers.start(timer);
    }
    waitersOf(realm).push({ buffer: viewedBuffer(elements), byteIndex: byteOffset(elements) + i * kindOf(array).bytes, promise, timer });
    return result(true, promise);
  }, true);
}

/** DoWait, steps 1 to 9, from primitives. */
function prepareWait(realm: Realm, array: GuestObject, elements: HostTypedArray, [index, value, timeout]: Value[]): { expected: number | bigint; timeout: number; i: number } {
  if (!isShared(viewedBuffer(elements))) throwTypeError(realm, '[object Array] is not a shared typed array.');
  const i = validateIndex(realm, lengthOfElements(elements), index);
  const expected = kindOf(array).isBigInt ? BigInt.asIntN(64, toBigInt(realm, value)) : toNumber(realm, value) | 0;
  const ms = toNumber(realm, timeout);
  return { expected, timeout: ms !== ms ? Infinity : Math.max(ms, 0), i };
}

/** What selfhosted/atomics.js calls. */
function installIntrinsics(realm: Realm): void {
  const define = (name: string, length: number, code: HostCode): void => realm.intrinsic(name, length, code);
  define('ValidateAtomicIndex', 2, (_f, _self, length, index) => validateIndex(realm, length as number, index));
  define('IsSharedArray', 1, (_f, _self, array) => isShared(viewedBuffer(elementsOf(array) as HostTypedArray)));
  define('RevalidateAtomicAccess', 2, (_f, _self, array, index) => {
    revalidate(realm, elementsOf(array) as HostTypedArray, index as number, 'access');
    return undefined;
  });
  // What the timer of a waiter of waitAsync calls.
  define('AtomicsTimeout', 1, (_f, _self, promise) => {
    const list = waitersOf(realm);
    const at = list.findIndex((waiter) => waiter.promise === promise);
    if (at < 0) return undefined;
    list.splice(at, 1);
    fulfillPromise(realm, promiseData(promise) as PromiseData, 'timed-out');
    return undefined;
  });
  define('RequireShared', 1, (_f, _self, array) => {
    if (!isShared(viewedBuffer(elementsOf(array) as HostTypedArray))) throwTypeError(realm, '[object Array] is not a shared typed array.');
    return undefined;
  });
}
