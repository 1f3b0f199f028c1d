// WeakRef (ECMA-262 26.1) and FinalizationRegistry (26.2), deterministic: a guest cannot tell when the host collects garbage.
//
// A WeakRef keeps its target alive as long as itself, so deref() always gives it, and no registered object is ever found dead while
// the guest runs, so no cleanup callback is called: both are what the specification leaves to the implementation (9.9.3).

import { canBeHeldWeakly } from '../collections.ts';
import { createFromConstructor, makeConstructor } from '../construct.ts';
import { describe } from '../describe.ts';
import { throwTypeError } from '../errors.ts';
import type { Realm } from '../realm.ts';
import { InternalData, internalOf, isFunction, wellKnown, type GuestObject, type Value } from '../values.ts';

/** [[WeakRefTarget]] */
export class WeakRefData extends InternalData {
  readonly target: Value;
  constructor(owner: GuestObject, target: Value) {
    super(owner);
    this.target = target;
  }
}

/** [[Cells]], of which only the unregister tokens are ever asked for. */
export class FinalizationRegistryData extends InternalData {
  readonly tokens = new WeakSet<WeakKey>();
}

export function installWeakRef(realm: Realm): void {
  const proto = realm.prelude.makeObject();
  // WeakRef ( target )
  makeConstructor(realm, 'WeakRef', 1, proto, null, (_callee, newTarget, target) => {
    if (!canBeHeldWeakly(realm, target)) return throwTypeError(realm, 'WeakRef: invalid target');
    const ref = createFromConstructor(realm, newTarget, 'WeakRefPrototype');
    new WeakRefData(ref, target);
    return ref;
  });
  realm.methods(proto, {
    deref: [0, (_callee, self) => {
      const data = internalOf(self, WeakRefData);
      return data === undefined ? incompatible(realm, 'WeakRef.prototype.deref', self) : data.target;
    }],
  });
  Object.defineProperty(proto, wellKnown.toStringTag, { value: 'WeakRef', writable: false, enumerable: false, configurable: true });
  installFinalizationRegistry(realm);
}

function installFinalizationRegistry(realm: Realm): void {
  const proto = realm.prelude.makeObject();
  // FinalizationRegistry ( cleanupCallback )
  makeConstructor(realm, 'FinalizationRegistry', 1, proto, null, (_callee, newTarget, cleanupCallback) => {
    if (!isFunction(cleanupCallback)) return throwTypeError(realm, 'FinalizationRegistry: cleanup must be callable');
    const registry = createFromConstructor(realm, newTarget, 'FinalizationRegistryPrototype');
    new FinalizationRegistryData(registry);
    return registry;
  });
  realm.methods(proto, {
    register: [2, (_callee, self, target, heldValue, unregisterToken) => {
      const data = internalOf(self, FinalizationRegistryData);
      if (data === undefined) return incompatible(realm, 'FinalizationRegistry.prototype.register', self);
      if (!canBeHeldWeakly(realm, target)) return throwTypeError(realm, 'FinalizationRegistry.prototype.register: invalid target');
      if (Object.is(target, heldValue)) return throwTypeError(realm, 'FinalizationRegistry.prototype.register: target and holdings must not be same');
      if (canBeHeldWeakly(realm, unregisterToken)) data.tokens.add(unregisterToken);
      else if (unregisterToken !== undefined) return throwTypeError(realm, `Invalid unregisterToken ('${describe(realm, unregisterToken)}')`);
      return undefined;
    }],
    unregister: [1, (_callee, self, unregisterToken) => {
      const data = internalOf(self, FinalizationRegistryData);
      if (data === undefined) return incompatible(realm, 'FinalizationRegistry.prototype.unregister', self);
      if (!canBeHeldWeakly(realm, unregisterToken)) return throwTypeError(realm, `Invalid unregisterToken ('${describe(realm, unregisterToken)}')`);
      return data.tokens.delete(unregisterToken);
    }],
  });
  Object.defineProperty(proto, wellKnown.toStringTag, { value: 'FinalizationRegistry', writable: false, enumerable: false, configurable: true });
}

function incompatible(realm: Realm, method: string, self: Value): never {
  throwTypeError(realm, `Method ${method} called on incompatible receiver ${describe(realm, self)}`);
}
