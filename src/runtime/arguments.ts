// Arguments objects (ECMA-262 10.4.4), unmapped and mapped.
//
// A mapped element is a slot-backed property (function.ts, Slot) over the parameter's slot in its scope, so that reads and writes go
// both ways and defining or deleting it ends the mapping.

import { getterThunk, setterThunk, slotThunks, type Slot } from './function.ts';
import { defineHidden } from './objects.ts';
import type { Realm } from './realm.ts';
import { InternalData, wellKnown, type GuestFunction, type GuestObject, type Scope, type Value } from './values.ts';

/** [[ParameterMap]] or its absence: only a brand, the mapping itself is in the properties. */
export class ArgumentsData extends InternalData {
  override get builtinTag(): string {
    return 'Arguments';
  }
}

function finish(realm: Realm, object: GuestObject, count: number): GuestObject {
  new ArgumentsData(object);
  defineHidden(object, '$length', count);
  defineHidden(object, wellKnown.iterator, realm.intrinsics.get('ArrayPrototypeValues'));
  return object;
}

/** CreateUnmappedArgumentsObject; or, with a callee, the object of a sloppy function that has no use for a mapping. */
export function createArguments(realm: Realm, args: ArrayLike<Value>, callee: GuestFunction | null): GuestObject {
  const object = realm.prelude.makeObject();
  for (let i = 0; i < args.length; i++) putElement(realm, object, i, args[i]);
  finish(realm, object, args.length);
  if (callee !== null) {
    defineHidden(object, '$callee', callee as unknown as Value);
    return object;
  }
  const thrower = realm.intrinsics.get('ThrowTypeErrorFunction') as GuestFunction & GuestObject;
  Object.defineProperty(object, '$callee', { get: getterThunk(thrower), set: setterThunk(thrower), enumerable: false, configurable: false });
  return object;
}

/** Creates an element, past a setter that the guest may have put on Object.prototype. */
function putElement(realm: Realm, object: GuestObject, index: number, value: Value): void {
  if (realm.objectPrototypeExotic) Object.defineProperty(object, index, { value, writable: true, enumerable: true, configurable: true });
  else object[index] = value;
}

/** CreateMappedArgumentsObject; `slots[i]` is the slot of parameter i in `scope`, or -1 if a later one has its name. */
export function createMappedArguments(realm: Realm, args: ArrayLike<Value>, callee: GuestFunction, scope: Scope, slots: readonly number[]): GuestObject {
  const object = realm.prelude.makeObject();
  for (let i = 0; i < args.length; i++) {
    const index = i < slots.length ? slots[i] : -1;
    if (index < 0) {
      putElement(realm, object, i, args[i]);
      continue;
    }
    const name = `v${index}` as const;
    const slot: Slot = {
      get: () => scope[name],
      set: (value) => {
        scope[name] = value;
      },
      writable: true,
      detach: () => undefined,
    };
    Object.defineProperty(object, i, { ...slotThunks(slot), enumerable: true, configurable: true });
  }
  finish(realm, object, args.length);
  defineHidden(object, '$callee', callee as unknown as Value);
  return object;
}
