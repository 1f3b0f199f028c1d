// Boolean (ECMA-262 20.3).

import { makeConstructor, prototypeFromConstructor } from '../construct.ts';
import { throwTypeError } from '../errors.ts';
import type { Realm } from '../realm.ts';
import type { Value } from '../values.ts';
import { makeWrapper, PrimitiveData, thisBoolean } from '../wrappers.ts';

export function installBoolean(realm: Realm): void {
  const proto = realm.host.booleanPrototype;
  // Boolean.prototype is itself a Boolean object.
  new PrimitiveData(proto, false);
  const constructor = makeConstructor(
    realm,
    'Boolean',
    1,
    proto,
    (_callee, _self, value) => !!value,
    (_callee, newTarget, value) => makeWrapper(realm, !!value, prototypeFromConstructor(newTarget, 'BooleanPrototype')),
  );
  realm.nameOperation('Boolean', constructor);
  const booleanOf = (method: string, self: Value): boolean => {
    const b = thisBoolean(self);
    return b === undefined ? throwTypeError(realm, `${method} requires that 'this' be a Boolean`) : b;
  };
  realm.method(proto, 'toString', 0, (_callee, self) => String(booleanOf('Boolean.prototype.toString', self)));
  realm.method(proto, 'valueOf', 0, (_callee, self) => booleanOf('Boolean.prototype.valueOf', self));
}
