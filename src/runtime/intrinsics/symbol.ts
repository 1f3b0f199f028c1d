// Symbol (ECMA-262 20.4). A guest symbol is a host symbol; the well-known ones are the VM's own (values.ts).

import { makeConstructor } from '../construct.ts';
import { toStringPrimitive } from '../conversions.ts';
import { describe } from '../describe.ts';
import { throwTypeError } from '../errors.ts';
import type { Realm } from '../realm.ts';
import { recallString } from '../recall.ts';
import { makeSymbol } from '../symbols.ts';
import { isObject, wellKnown, type Value } from '../values.ts';
import { thisSymbol } from '../wrappers.ts';

export function installSymbol(realm: Realm): void {
  const proto = realm.host.symbolPrototype;
  // Symbol ( [ description ] )
  const constructor = makeConstructor(
    realm,
    'Symbol',
    0,
    proto,
    (callee, self, description) => {
      if (description === undefined) return makeSymbol();
      if (isObject(description)) return recallString(realm, callee, self, description);
      return makeSymbol(toStringPrimitive(realm, description));
    },
    () => throwTypeError(realm, 'Symbol is not a constructor'),
  );
  for (const name of Object.keys(wellKnown) as (keyof typeof wellKnown)[]) {
    Object.defineProperty(constructor, `$${name}`, { value: wellKnown[name], writable: false, enumerable: false, configurable: false });
  }
  realm.methods(constructor, {
    for: [1, (callee, self, key) => {
      if (isObject(key)) return recallString(realm, callee, self, key);
      const name = toStringPrimitive(realm, key);
      let symbol = realm.symbolRegistry.get(name);
      if (symbol === undefined) {
        symbol = makeSymbol(name);
        realm.symbolRegistry.set(name, symbol);
      }
      return symbol;
    }],
    keyFor: [1, (_callee, _self, symbol) => {
      if (typeof symbol !== 'symbol') return throwTypeError(realm, `${describe(realm, symbol)} is not a symbol`);
      const name = symbol.description;
      return name !== undefined && realm.symbolRegistry.get(name) === symbol ? name : undefined;
    }],
  });

  const symbolOf = (method: string, self: Value): symbol => {
    const symbol = thisSymbol(self);
    return symbol === undefined ? throwTypeError(realm, `${method} requires that 'this' be a Symbol`) : symbol;
  };
  realm.method(proto, 'toString', 0, (_callee, self) => String(symbolOf('Symbol.prototype.toString', self)));
  realm.method(proto, 'valueOf', 0, (_callee, self) => symbolOf('Symbol.prototype.valueOf', self));
  realm.getter(proto, 'description', (_callee, self) => symbolOf('Symbol.prototype.description', self).description);
  const readOnly = { writable: false, enumerable: false, configurable: true };
  Object.defineProperty(proto, wellKnown.toStringTag, { value: 'Symbol', ...readOnly });
  realm.method(proto, wellKnown.toPrimitive, 1, (_callee, self) => symbolOf('Symbol.prototype [ @@toPrimitive ]', self));
  Object.defineProperty(proto, wellKnown.toPrimitive, readOnly);
}
