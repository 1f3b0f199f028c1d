// performance (W3C High Resolution Time): how guests measure time. It is the embedder's monotonic clock, so runs with the same clock are the same.

import { throwTypeError } from '../errors.ts';
import type { Realm } from '../realm.ts';
import { wellKnown, type Value } from '../values.ts';

export function installPerformance(realm: Realm): void {
  const { services } = realm;
  const proto = realm.prelude.makeObject();
  const performance = realm.prelude.makeObjectWith(proto);
  const check = (self: Value): void => {
    if (self !== performance) throwTypeError(realm, 'Value of "this" must be of type Performance');
  };
  /** The time at which the monotonic clock was 0. */
  const timeOrigin = (): number => services.now() - services.monotonic();
  realm.method(proto, 'now', 0, (_f, self) => {
    check(self);
    return services.monotonic();
  });
  realm.method(proto, 'toJSON', 0, (_f, self) => {
    check(self);
    const result = realm.prelude.makeObject();
    result.$timeOrigin = timeOrigin();
    return result;
  });
  realm.getter(proto, 'timeOrigin', (_f, self) => {
    check(self);
    return timeOrigin();
  });
  Object.defineProperty(proto, wellKnown.toStringTag, { value: 'Performance', writable: false, enumerable: false, configurable: true });
  realm.provideGlobal('performance', performance);
}
