// Arguments objects (ECMA-262 10.4.4), unmapped and mapped.
//
// A mapped element is a slot-backed property (function.ts, Slot) over the parameter's slot in its scope, so that reads and writes go
// both ways and defining or deleting it ends the mapping.

import { loadElement } from './elements.ts';
import { getterThunk, setterThunk, slotThunks, type Slot } from './function.ts';
import { defineHidden, noteAccessors } from './objects.ts';
import type { Realm } from './realm.ts';
import { internalOf, InternalData, wellKnown, type GuestFunction, type GuestObject, type Scope, type Value } from './values.ts';

/** [[ParameterMap]] or its absence: only a brand, the mapping itself is in the properties. */
export class ArgumentsData extends InternalData {
  /** Nothing has been defined on it and its prototype is the first one: what it has of its own runs no accessor of the guest. */
  isPlain = true;
  override get builtinTag(): string {
    return 'Arguments';
  }
  override beforeDefine(): void {
    this.isPlain = false;
  }
  override beforeSetPrototype(): void {
    this.isPlain = false;
  }
}

/**
 * The length of the list that an arguments object of the realm is as an array-like, if it has been assigned to at most: making that list asks the
 * guest for nothing then. -1 of any other value, and of one that is longer than `limit`.
 */
export function plainArgumentsLength(realm: Realm, value: Value, limit: number): number {
  const data = internalOf(value, ArgumentsData);
  if (data === undefined || !data.isPlain || !realm.protectors.elements) return -1;
  const object = data.owner;
  if (Reflect.getPrototypeOf(object) !== (realm.objectPrototype as object) || !Object.hasOwn(object, '$length')) return -1;
  const length = object.$length;
  return typeof length === 'number' && length >= 0 && length <= limit && length % 1 === 0 ? length : -1;
}

/** The first `length` elements of an array-like object that has no accessors of the guest. */
export function elementsOfPlain(object: Value, length: number): Value[] {
  const list = new Array<Value>(length);
  // See Machine.list.
  if (length > 0) list[0] = undefined;
  for (let i = 0; i < length; i++) list[i] = loadElement(object as GuestObject, i);
  return list;
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
    noteAccessors(object);
  }
  finish(realm, object, args.length);
  defineHidden(object, '$callee', callee as unknown as Value);
  return object;
}
