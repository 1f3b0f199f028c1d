// The DOMException class (Web IDL 2.8.1).

import { createFromConstructor, makeConstructor } from '../construct.ts';
import { toStringPrimitive } from '../conversions.ts';
import { attachDomException, DomExceptionData, LEGACY_CODES, throwDomException } from '../dom-exception.ts';
import { throwTypeError } from '../errors.ts';
import type { Realm } from '../realm.ts';
import { internalOf, isObject, wellKnown, type GuestFunction, type GuestObject, type Value } from '../values.ts';

export function installDomException(realm: Realm): void {
  const proto = realm.prelude.makeObjectWith(realm.errorPrototype('Error'));
  // DOMException ( message = "", name = "Error" )
  const constructor = makeConstructor(realm, 'DOMException', 0, proto, null, (callee, newTarget, message, name) => {
    if (isObject(message) || isObject(name)) {
      const f = realm.selfHosted('DOMException_construct');
      return f.code(f, undefined, callee as GuestFunction & GuestObject, newTarget as GuestFunction & GuestObject, message, name);
    }
    const text = message === undefined ? '' : toStringPrimitive(realm, message);
    return attachDomException(realm, createFromConstructor(realm, newTarget, 'DOMExceptionPrototype'), text, name === undefined ? 'Error' : toStringPrimitive(realm, name));
  });
  const getter = (name: string, read: (data: DomExceptionData) => Value): void =>
    realm.getter(proto, name, (_f, self) => {
      const data = internalOf(self, DomExceptionData);
      return data === undefined ? throwTypeError(realm, 'Value of "this" must be of DOMException') : read(data);
    });
  getter('name', (data) => data.name);
  getter('message', (data) => data.message);
  getter('code', (data) => data.code);
  for (const holder of [constructor, proto]) {
    LEGACY_CODES.forEach(([constant], i) => Object.defineProperty(holder, `$${constant}`, { value: i + 1, writable: false, enumerable: true, configurable: false }));
  }
  Object.defineProperty(proto, wellKnown.toStringTag, { value: 'DOMException', writable: false, enumerable: false, configurable: true });
  realm.intrinsic('ThrowDOMException', 2, (_f, _self, message, name) => throwDomException(realm, message as string, name as string));
}
