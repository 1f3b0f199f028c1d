// Functions as objects: the lazily materialised `length`, `name` and `prototype`, and accessor thunks.
//
// A closure has no host properties of its own for these three; accessors on a hidden prototype (between the closure and
// the guest's Function.prototype) answer bare reads from the slots. A bit of `lazy` says that a property still lives in
// its slot; defining, deleting or listing goes through objects.ts, which asks here. A function whose [[Prototype]] is
// not the standard one gets real properties at once, since the hidden accessors would come too late in its chain.

import type { Realm } from './realm.ts';
import { EMPTY, isFunction, NO_PROTOTYPE, PROXY_MET, type GuestFunction, type GuestObject, type HostCode, type HostConstruct, type HostKey, type NativeInfo, type Value } from './values.ts';

/** Bits of GuestFunction.lazy, in the order in which the properties are created. */
export const LAZY_LENGTH = 1;
export const LAZY_NAME = 2;
export const LAZY_PROTOTYPE = 4;

/** A property whose value lives in a slot: shown to the guest as a data property, held by the host as an accessor. */
export interface Slot {
  get(): Value;
  set(value: Value): void;
  writable: boolean;
  /** Not configurable for the guest. The host's accessor is configurable all the same, so that it can be replaced. */
  sealed?: boolean;
  /** Called when the property is deleted or becomes an ordinary one. */
  detach(): void;
}

/**
 * A write to a property that is shown as read-only data and held by the host as an accessor. It is a host error, so that a bare assignment in
 * generated code traps as it does where the host itself refuses; [[Set]] turns it into false (objects.ts).
 */
export class ReadOnlyError extends TypeError {}

/** A host function standing as getter or setter on a host object. */
export interface Thunk {
  (this: Value, value?: Value): Value;
  /** The guest function that it calls. */
  guest?: GuestFunction;
  /** The slot that it reads or writes, for data properties that live in slots. */
  slot?: Slot;
}

/** The thunks of a function that is an accessor; `data` of closures, which have no other. */
class AccessorThunks {
  getter: Thunk | undefined = undefined;
  setter: Thunk | undefined = undefined;
}

/** Those of natives, whose `data` is their own. */
const nativeThunks = new WeakMap<GuestFunction, AccessorThunks>();

function thunksOf(f: GuestFunction): AccessorThunks {
  if (f.linked !== null && (f.data === undefined || f.data instanceof AccessorThunks)) return (f.data ??= new AccessorThunks()) as AccessorThunks;
  let thunks = nativeThunks.get(f);
  if (thunks === undefined) nativeThunks.set(f, (thunks = new AccessorThunks()));
  return thunks;
}

/** While `now` holds, a getter that is met throws GETTER_MET instead of running. Who sets it clears it, whatever is thrown in between. */
export const gettersForbidden = { now: false };

/** What `withoutGetters` gives if a getter of the guest, or the trap of a Proxy, would have had to be called. */
export const GETTER_MET = new Error('a getter was met');

/**
 * Runs a native's reads of many properties, bare as they are, on the condition that no getter of the guest is met: if one is,
 * it is not called and the result is GETTER_MET. `body` must have had no effect by then.
 */
export function withoutGetters<T>(body: () => T): T | typeof GETTER_MET {
  gettersForbidden.now = true;
  try {
    return body();
  } catch (error) {
    if (error === GETTER_MET || error === PROXY_MET) return GETTER_MET;
    throw error;
  } finally {
    gettersForbidden.now = false;
  }
}

/** Makers of thunks. They are evaluated from their own texts in the host realm, once per template, and use nothing from outside. */
type GetterMaker = (cell: Int32Array, forbidden: { readonly now: boolean }, met: unknown) => (f: GuestFunction) => Thunk;
type SetterMaker = (cell: Int32Array) => (f: GuestFunction) => Thunk;
// Index 0 of the cell is FUEL, index 3 PENDING (realm.ts).
const getterMaker: GetterMaker = (cell, forbidden, met) => (f) =>
  function (this: Value) {
    if (forbidden.now) throw met;
    const pending = cell[3];
    if (pending === 0) return f.code(f, this);
    cell[0] -= pending;
    cell[3] = 0;
    try {
      return f.code(f, this);
    } finally {
      cell[0] += pending;
      cell[3] = pending;
    }
  };
const setterMaker: SetterMaker = (cell) => (f) =>
  function (this: Value, value: Value) {
    const pending = cell[3];
    cell[0] -= pending;
    cell[3] = 0;
    try {
      f.code(f, this, value as Value);
    } finally {
      cell[0] += pending;
      cell[3] = pending;
    }
    return undefined;
  };
/** Accessors that are natives charge by Realm.charge, which knows of what is pending. */
const noPending = new Int32Array(4);

/** Thunks of the closures of one template share V8's feedback, those of different ones do not: a getter is inlined into its reader. */
function evaluated<T>(f: GuestFunction, maker: T & { toString(): string }): T {
  const evaluate = f.linked?.realm.host.evaluate ?? null;
  return evaluate === null ? maker : (evaluate(`(${maker.toString()})`) as T);
}

/** The host getter that calls guest function `f`; the same one each time, so that hidden classes are shared. */
export function getterThunk(f: GuestFunction): Thunk {
  const thunks = thunksOf(f);
  let thunk = thunks.getter;
  if (thunk === undefined) {
    const { linked } = f;
    const make = linked?.makeGetter ?? evaluated(f, getterMaker)(linked?.realm.cell ?? noPending, gettersForbidden, GETTER_MET);
    if (linked !== null) linked.makeGetter = make;
    thunk = make(f);
    thunk.guest = f;
    thunks.getter = thunk;
  }
  return thunk;
}

/** Gives a native that calls nobody a host getter of its own, made in the host realm: V8 puts it in the place of reads then. It minds `gettersForbidden`. */
export function setGetterThunk(f: GuestFunction, thunk: Thunk): void {
  thunk.guest = f;
  thunksOf(f).getter = thunk;
}

/** What the host's call of the accessor of an element takes of its stack beyond one of a named property, in frames (I4). */
const ELEMENT_ACCESSOR_COST = 4;
const elementThunks = new WeakMap<Thunk, Thunk>();

/** The same for an accessor of an element, which the host calls in a way that takes more of its stack. Index 2 of the cell is DEPTH_LIMIT. */
export function elementThunk(thunk: Thunk, f: GuestFunction): Thunk {
  const known = elementThunks.get(thunk);
  if (known !== undefined) return known;
  const cell = f.linked?.realm.cell ?? noPending;
  const element: Thunk = function (this: Value, value?: Value) {
    cell[2] -= ELEMENT_ACCESSOR_COST;
    try {
      return thunk.call(this, value);
    } finally {
      cell[2] += ELEMENT_ACCESSOR_COST;
    }
  };
  element.guest = f;
  elementThunks.set(thunk, element);
  return element;
}

export function setterThunk(f: GuestFunction): Thunk {
  const thunks = thunksOf(f);
  let thunk = thunks.setter;
  if (thunk === undefined) {
    const { linked } = f;
    const make = linked?.makeSetter ?? evaluated(f, setterMaker)(linked?.realm.cell ?? noPending);
    if (linked !== null) linked.makeSetter = make;
    thunk = make(f);
    thunk.guest = f;
    thunks.setter = thunk;
  }
  return thunk;
}

/** The host accessor of a slot. Not a spread of the pair: V8 gives each copy that gets further properties a hidden class of its own, at 1 us. */
export function slotAccessor(slot: Slot, enumerable: boolean): PropertyDescriptor {
  const get: Thunk = () => slot.get();
  const set: Thunk = (value) => {
    // Strict host code turns this into the failure of the write, which the caller treats by the guest's strictness.
    if (!slot.writable) throw new ReadOnlyError('read-only slot');
    slot.set(value);
    return undefined;
  };
  get.slot = slot;
  set.slot = slot;
  return { get: get as () => Value, set: set as (v: Value) => void, enumerable, configurable: true };
}

export function functionLength(f: GuestFunction): number {
  return f.linked !== null ? f.linked.template.length : (f.native as NativeInfo).length;
}

export function functionName(f: GuestFunction): string {
  return f.linked !== null ? f.linked.template.name : (f.native as NativeInfo).name;
}

/** Attributes of `prototype`: writable for functions, not for classes and natives; neither enumerable nor configurable. */
export function prototypeWritable(f: GuestFunction): boolean {
  if (f.linked === null) return false;
  const { template } = f.linked;
  return template.kind === 'function' || template.isGenerator;
}

/** Value of the `prototype` slot; made on first use (MakeConstructor). */
export function prototypeOf(realm: Realm, f: GuestFunction): Value {
  if (f.proto === EMPTY) {
    const template = f.linked?.template;
    if (template?.isGenerator === true) {
      // 15.5.3 and 15.6.3: the prototype of a generator function has no constructor.
      return (f.proto = realm.prelude.makeObjectWith(realm.intrinsics.get(template.isAsync ? 'AsyncGeneratorPrototype' : 'GeneratorPrototype') as GuestObject));
    }
    const proto = realm.prelude.makeObject();
    Object.defineProperty(proto, '$constructor', { value: f, writable: true, enumerable: false, configurable: true });
    f.proto = proto;
  }
  return f.proto;
}

export function setPrototypeSlot(f: GuestFunction, value: Value): void {
  f.proto = value;
  f.ctor = null;
}

function bitOf(key: HostKey): number {
  return key === '$prototype' ? LAZY_PROTOTYPE : key === '$name' ? LAZY_NAME : key === '$length' ? LAZY_LENGTH : 0;
}

/** Descriptor of a property that still lives in its slot, or undefined. */
export function lazyDescriptor(realm: Realm, f: GuestFunction, key: HostKey): PropertyDescriptor | undefined {
  const bit = bitOf(key);
  if ((f.lazy & bit) === 0) return undefined;
  if (bit === LAZY_PROTOTYPE) return { value: prototypeOf(realm, f), writable: prototypeWritable(f), enumerable: false, configurable: false };
  return { value: bit === LAZY_NAME ? functionName(f) : functionLength(f), writable: false, enumerable: false, configurable: true };
}

/** Makes the property a host property, if it still lives in its slot. `prototype` stays backed by its slot while writable. */
export function materialise(realm: Realm, f: GuestFunction, key: HostKey): void {
  const descriptor = lazyDescriptor(realm, f, key);
  if (descriptor === undefined) return;
  f.lazy &= ~bitOf(key);
  if (key === '$prototype' && descriptor.writable === true) {
    const slot: Slot = { get: () => f.proto, set: (value) => setPrototypeSlot(f, value), writable: true, sealed: true, detach: () => undefined };
    Object.defineProperty(f, key, slotAccessor(slot, false));
  } else {
    Object.defineProperty(f, key, { ...descriptor });
  }
}

export function materialiseAll(realm: Realm, f: GuestFunction): void {
  materialise(realm, f, '$length');
  materialise(realm, f, '$name');
  materialise(realm, f, '$prototype');
}

/** Deletes a lazy property: true if there was one and it is gone or may not go, with the result in `deleted`. */
export function deleteLazy(f: GuestFunction, key: HostKey): boolean | undefined {
  const bit = bitOf(key);
  if ((f.lazy & bit) === 0) return undefined;
  if (bit === LAZY_PROTOTYPE) return false;
  f.lazy &= ~bit;
  forgetOrder(f, key);
  return true;
}

/** Functions some of whose original properties were deleted, with the bits of these: one of the same name is a later property. */
const deletedKeys = new WeakMap<GuestFunction, number>();

export function forgetOrder(f: GuestFunction, key: HostKey): void {
  const bit = bitOf(key);
  if (bit !== 0) deletedKeys.set(f, (deletedKeys.get(f) ?? 0) | bit);
}

/** The keys of the properties that `f` was created with and still has, in their order, lazy or not. */
export function firstKeys(f: GuestFunction): string[] {
  const deleted = deletedKeys.get(f) ?? 0;
  const keys: string[] = [];
  const add = (key: string, bit: number): void => {
    if ((deleted & bit) === 0 && ((f.lazy & bit) !== 0 || Object.hasOwn(f, key))) keys.push(key);
  };
  add('$length', LAZY_LENGTH);
  add('$name', LAZY_NAME);
  // A native constructor gets its `prototype` as an ordinary property, and others may get one later.
  if (f.proto !== NO_PROTOTYPE) add('$prototype', LAZY_PROTOTYPE);
  return keys;
}

/** The lazy keys of `f`, in order of creation. */
export function lazyKeys(f: GuestFunction): string[] {
  const keys: string[] = [];
  if ((f.lazy & LAZY_LENGTH) !== 0) keys.push('$length');
  if ((f.lazy & LAZY_NAME) !== 0) keys.push('$name');
  if ((f.lazy & LAZY_PROTOTYPE) !== 0) keys.push('$prototype');
  return keys;
}

const hiddenPrototypes = new WeakSet<GuestObject>();

/** The object stands between closures and their guest's prototype. */
export function isHiddenPrototype(o: GuestObject): boolean {
  return hiddenPrototypes.has(o);
}

/** Puts the accessors on the hidden prototype of a realm's closures. */
export function installHiddenAccessors(realm: Realm, hidden: GuestObject, functionPrototype: GuestObject): void {
  Object.setPrototypeOf(hidden, functionPrototype);
  hiddenPrototypes.add(hidden);
  const holder = (receiver: Value, bit: number): GuestFunction | undefined => {
    // The receiver is nearly always the closure; else it inherits from one (Object.create(f), class B extends f).
    for (let o = receiver as GuestObject | null; typeof o === 'object' && o !== null; o = Object.getPrototypeOf(o) as GuestObject | null) {
      if (isFunction(o) && (o.lazy & bit) !== 0) return o;
    }
    return undefined;
  };
  const define = (key: '$length' | '$name' | '$prototype', read: (f: GuestFunction) => Value): void => {
    const bit = bitOf(key);
    Object.defineProperty(hidden, key, {
      get(this: Value) {
        const f = holder(this, bit);
        // `prototype` of a function without one, or a deleted name: what the guest's own chain says.
        return f !== undefined ? read(f) : (Reflect.get(functionPrototype, key, this) as Value);
      },
      set(this: Value, value: Value) {
        const f = holder(this, bit);
        if (f !== undefined) {
          if ((f as unknown) !== this) {
            // OrdinarySet on an object that inherits the property: writable ones are created on the receiver.
            if (bit !== LAZY_PROTOTYPE || !prototypeWritable(f)) throw new ReadOnlyError('read-only');
            Object.defineProperty(this, key, { value, writable: true, enumerable: true, configurable: true });
          } else if (bit === LAZY_PROTOTYPE && prototypeWritable(f)) {
            setPrototypeSlot(f, value);
          } else {
            throw new ReadOnlyError('read-only');
          }
        } else if (!Reflect.set(functionPrototype, key, value, this)) {
          throw new ReadOnlyError('not writable');
        }
      },
      enumerable: false,
      configurable: false,
    });
  };
  define('$length', functionLength);
  define('$name', functionName);
  define('$prototype', (f) => prototypeOf(realm, f));
}

/** Makes a native function. It has no `prototype` property unless the caller defines one. */
export function makeNative(realm: Realm, info: NativeInfo, code: HostCode, construct: HostConstruct | null = null): GuestFunction {
  return new realm.prelude.GuestFunction(code, null, undefined, construct, NO_PROTOTYPE, LAZY_LENGTH | LAZY_NAME, info);
}

/** `data` of a bound function (10.4.1). */
export class BoundFunction {
  readonly target: GuestFunction;
  readonly self: Value;
  readonly args: readonly Value[];
  constructor(target: GuestFunction, self: Value, args: readonly Value[]) {
    this.target = target;
    this.self = self;
    this.args = args;
  }
}

/** GetFunctionRealm */
export function functionRealm(f: GuestFunction): Realm {
  let g = f;
  while (g.data instanceof BoundFunction) g = g.data.target;
  return g.linked !== null ? g.linked.realm : (g.native as NativeInfo).realm;
}
