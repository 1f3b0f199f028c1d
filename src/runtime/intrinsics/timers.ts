// setTimeout, setInterval, setImmediate and what stops them: HTML 8.6, with the objects that Node gives.

import { describe } from '../describe.ts';
import { makeError } from '../errors.ts';
import { inspect } from '../inspect.ts';
import { defineHidden } from '../objects.ts';
import type { Realm } from '../realm.ts';
import { TimerData } from '../timers.ts';
import { internalOf, isFunction, isObject, wellKnown, type GuestFunction, type GuestObject, type HostCode, type Value } from '../values.ts';

/** Longest delay; longer ones become 1, as in Node and in browsers. */
const MAX_DELAY = 2147483647;

export function installTimers(realm: Realm): void {
  const timeoutPrototype = realm.prelude.makeObject();
  const immediatePrototype = realm.prelude.makeObject();
  const dataOf = (self: Value): TimerData | undefined => internalOf(self, TimerData);
  const start = (proto: GuestObject, callback: Value, delay: number, repeats: boolean, args: readonly Value[]): GuestObject => {
    if (!isFunction(callback)) throw invalidCallback(realm, callback) as Value;
    const timer = realm.prelude.makeObjectWith(proto);
    realm.timers.start(new TimerData(timer, realm.timers.newId(), callback as unknown as GuestFunction, args, delay, repeats));
    return timer;
  };
  const stop: HostCode = (_f, _self, timer) => {
    const data = dataOf(timer) ?? (isObject(timer) || typeof timer === 'symbol' ? undefined : realm.timers.find(Number(timer)));
    if (data === undefined) return undefined;
    data.isStopped = true;
    realm.timers.stop(data);
    return undefined;
  };
  const holder = realm.prelude.makeObject();
  const global = (f: GuestFunction & GuestObject, name: string): void => {
    realm.provideGlobal(name, f);
  };
  for (const [name, repeats] of [['setTimeout', false], ['setInterval', true]] as const) {
    global(
      realm.converting(holder, name, 2, ['any', 'any', 'number'], (_f, _self, callback, delay, ...args) => {
        const number = Number(delay);
        return start(timeoutPrototype, callback, number >= 1 && number <= MAX_DELAY ? Math.trunc(number) : 1, repeats, args);
      }),
      name,
    );
  }
  global(realm.native('setImmediate', 1, (_f, _self, callback, ...args) => start(immediatePrototype, callback, -1, false, args)), 'setImmediate');
  for (const name of ['clearTimeout', 'clearInterval', 'clearImmediate']) global(realm.native(name, 1, stop), name);

  for (const [proto, name] of [[timeoutPrototype, 'Timeout'], [immediatePrototype, 'Immediate']] as const) {
    defineHidden(proto, '$constructor', realm.native(name, 0, () => undefined));
    const setRef = (isRef: boolean): HostCode => (_f, self) => {
      const data = dataOf(self);
      if (data !== undefined) data.isRef = isRef;
      return self;
    };
    realm.methods(proto, {
      ref: [0, setRef(true)],
      unref: [0, setRef(false)],
      hasRef: [0, (_f, self) => dataOf(self)?.isRef === true],
    });
  }
  realm.methods(timeoutPrototype, {
    refresh: [0, (_f, self) => {
      const data = dataOf(self);
      if (data !== undefined && realm.timers.isActive(data)) {
        realm.timers.stop(data);
        realm.timers.start(data);
      }
      return self;
    }],
    close: [0, (f, self) => {
      stop(f, undefined, self);
      return self;
    }],
  });
  realm.method(timeoutPrototype, wellKnown.toPrimitive, 0, (_f, self) => dataOf(self)?.id);
  // An interval goes on when its callback has run, unless that stopped it.
  realm.intrinsic('TimerAgain', 1, (_f, _self, timer) => {
    const data = dataOf(timer) as TimerData;
    if (data.repeats && !data.isStopped && !realm.timers.isActive(data)) realm.timers.start(data);
    return undefined;
  });
}

/** Node's ERR_INVALID_ARG_TYPE. */
function invalidCallback(realm: Realm, callback: Value): GuestObject {
  const received =
    callback === undefined || callback === null ? String(callback) : isObject(callback) ? `an instance of ${describe(realm, callback).replace(/^#<(.*)>$/, '$1')}` : `type ${typeof callback} (${inspect(realm, callback)})`;
  const error = makeError(realm, 'TypeError', `The "callback" argument must be of type function. Received ${received}`);
  Object.defineProperty(error, '$code', { value: 'ERR_INVALID_ARG_TYPE', writable: true, enumerable: true, configurable: true });
  return error;
}
