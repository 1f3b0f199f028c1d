// Arguments objects (ECMA-262 10.4.4), unmapped and mapped.
//
// A mapped element is a slot-backed property (function.ts, Slot) over the parameter's slot in its scope, so that reads and writes go
// both ways and defining or deleting it ends the mapping.

import { loadElement } from './elements.ts';
import { getterThunk, setterThunk, slotAccessor, type Slot } from './function.ts';
import { defineHidden } from './objects.ts';
import { ARGUMENTS_MADE } from './prelude.ts';
import type { Realm } from './realm.ts';
import { pageOf, slotName } from './slots.ts';
import { internalOf, InternalData, wellKnown, type BuiltinTag, type GuestFunction, type GuestObject, type Scope, type Value } from './values.ts';

/** [[ParameterMap]] or its absence: only a brand, the mapping itself is in the properties. */
export class ArgumentsData extends InternalData {
  /** Nothing has been defined on it and its prototype is the first one: what it has of its own runs no accessor of the guest. */
  isPlain = true;
  /**
   * `length`, `callee` and the iterator method are not enumerable. Before somebody asks they are as the host makes them quickly: defining each of them
   * takes longer than all the rest.
   */
  private isSettled: boolean;
  /** Whose Object.prototype is its first prototype. */
  readonly realm: Realm;
  constructor(owner: GuestObject, realm: Realm, isSettled: boolean) {
    super(owner);
    this.realm = realm;
    this.isSettled = isSettled;
  }
  override get builtinTag(): BuiltinTag {
    return 'Arguments';
  }
  override beforeDefine(): void {
    this.isPlain = false;
  }
  override beforeSetPrototype(): void {
    this.isPlain = false;
  }
  override beforeReflection(): void {
    if (this.isSettled) return;
    this.isSettled = true;
    for (const key of ['$length', '$callee', wellKnown.iterator]) if (Object.hasOwn(this.owner, key)) Object.defineProperty(this.owner, key, { enumerable: false });
  }
}

/**
 * The length of the list that an arguments object of the realm is as an array-like, if it has been assigned to at most: making that list asks the
 * guest for nothing then. -1 of any other value, and of one that is longer than `limit`.
 */
export function plainArgumentsLength(realm: Realm, value: Value, limit: number): number {
  const data = internalOf(value, ArgumentsData);
  if (data === undefined || !data.isPlain || data.realm !== realm || !realm.protectors.elements) return -1;
  const object = data.owner;
  if (!Object.hasOwn(object, '$length')) return -1;
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

/**
 * An arguments object with its elements up to ARGUMENTS_MADE, or with none. `callee`: null where asking for it is a TypeError. `made`: how many of the list it has.
 */
function makeObject(realm: Realm, list: ArrayLike<Value>, callee: GuestFunction | null): { object: GuestObject; made: number } {
  const { makeArguments, makeObject } = realm.prelude;
  const values = realm.intrinsics.get('ArrayPrototypeValues');
  let object: GuestObject;
  let made = 0;
  if (makeArguments !== null) {
    object = new ArgumentsData(makeArguments(list, wellKnown.iterator, values, callee as Value | null), realm, false).owner;
    made = ARGUMENTS_MADE;
  } else {
    object = new ArgumentsData(makeObject(), realm, true).owner;
    defineHidden(object, '$length', list.length);
    defineHidden(object, wellKnown.iterator, values);
    if (callee !== null) defineHidden(object, '$callee', callee as unknown as Value);
  }
  if (callee === null) Object.defineProperty(object, '$callee', calleeOf(realm));
  return { object, made };
}

/** The property `callee` of an unmapped arguments object. */
function calleeOf(realm: Realm): PropertyDescriptor {
  let descriptor = throwers.get(realm);
  if (descriptor === undefined) {
    const thrower = realm.intrinsics.get('ThrowTypeErrorFunction') as GuestFunction & GuestObject;
    throwers.set(realm, (descriptor = { get: getterThunk(thrower), set: setterThunk(thrower), enumerable: false, configurable: false }));
  }
  return descriptor;
}
const throwers = new WeakMap<Realm, PropertyDescriptor>();

/** CreateUnmappedArgumentsObject; or, with a callee, the object of a sloppy function that has no use for a mapping. */
export function createArguments(realm: Realm, args: ArrayLike<Value>, callee: GuestFunction | null): GuestObject {
  const { object, made } = makeObject(realm, args, callee);
  for (let i = made; i < args.length; i++) putElement(realm, object, i, args[i]);
  return object;
}

/** Creates an element, past a setter that the guest may have put on Object.prototype. */
function putElement(realm: Realm, object: GuestObject, index: number, value: Value): void {
  if (realm.objectPrototypeExotic) Object.defineProperty(object, index, { value, writable: true, enumerable: true, configurable: true });
  else object[index] = value;
}

/** An element that is a parameter in its scope. */
class MappedParameter implements Slot {
  private readonly scope: Scope;
  private readonly name: `v${number}`;
  writable = true;
  sealed: boolean | undefined = undefined;
  constructor(scope: Scope, name: `v${number}`) {
    this.scope = scope;
    this.name = name;
  }
  get(): Value {
    return this.scope[this.name];
  }
  set(value: Value): void {
    this.scope[this.name] = value;
  }
  detach(): void {}
}

/** CreateMappedArgumentsObject; `slots[i]` is the slot of parameter i in `scope`, or -1 if a later one has its name. */
export function createMappedArguments(realm: Realm, args: ArrayLike<Value>, callee: GuestFunction, scope: Scope, slots: readonly number[]): GuestObject {
  const { object, made } = makeObject(realm, args, callee);
  for (let i = 0; i < args.length; i++) {
    const index = i < slots.length ? slots[i] : -1;
    if (index < 0) {
      if (i >= made) putElement(realm, object, i, args[i]);
      continue;
    }
    Object.defineProperty(object, i, slotAccessor(new MappedParameter(pageOf(scope, index), slotName(index)), true));
  }
  return object;
}
