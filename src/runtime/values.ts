// Guest values as the host sees them (I1).
//
// Guest primitives are host primitives. A guest object is a host object whose prototype chain holds guest objects only,
// whose guest properties have mangled names (keys.ts), and whose internal slots have unprefixed names.

export type Primitive = undefined | null | boolean | number | string | symbol | bigint;
export type Value = Primitive | GuestObject;

/** A key under which a guest property is stored on its host object: `$name`, a canonical numeric string or number, or a symbol. */
export type HostKey = string | symbol | number;

declare const guestBrand: unique symbol;

/** A host object that stands for a guest object. Its properties are read by host key. */
export interface GuestObject {
  [key: string | symbol | number]: Value;
  readonly [guestBrand]?: never;
}

/**
 * The value of a binding in its temporal dead zone, of a global that is not declared, and of what is otherwise absent.
 * It is no guest value: it never reaches a guest-visible place.
 */
export const EMPTY = Object.freeze(Object.assign(Object.create(null) as object, { empty: true })) as unknown as Value;

/** Stands in the `next` register of an iteration that runs by the unmodified protocol (opcodes.ts, IterStart). */
export const FAST_ITERATION = Object.freeze(Object.assign(Object.create(null) as object, { fastIteration: true })) as unknown as Value;

/** What a generator gives at its end to a loop that takes its values without result objects (opcodes.ts, IterStep). */
export const ITERATION_END = Object.freeze(Object.assign(Object.create(null) as object, { iterationEnd: true })) as unknown as Value;

/** What meeting a Proxy throws (proxy.ts): a host error, so that compiled code traps. It carries nothing. */
export const PROXY_MET = new Error('a proxy was met');

export function isObject(value: Value): value is GuestObject {
  return typeof value === 'object' && value !== null;
}

/** Code of a callable: generated, native, or the stub that enters the interpreter. */
export type HostCode = (callee: GuestFunction, self: Value, ...args: Value[]) => Value;
/** [[Construct]] of a callable that is a constructor. */
export type HostConstruct = (callee: GuestFunction, newTarget: GuestFunction, ...args: Value[]) => Value;

/** Name and length of a native function, and how its arguments are converted before it runs (native.ts). */
export interface NativeInfo {
  readonly name: string;
  readonly length: number;
  /** Conversion of `this` and then of each argument; empty if the native takes its arguments as they are. */
  readonly conversions: readonly Conversion[];
  /** The code to run once all arguments are primitive, when there are conversions. */
  readonly body: HostCode | null;
  /** [[Realm]] */
  readonly realm: import('./realm.ts').Realm;
}

/** How one argument of a native is converted. `undefined` stays undefined but for 'string' and 'numeric' (see native.ts). */
export type Conversion = 'any' | 'string' | 'number' | 'numeric' | 'key' | 'primitive' | 'optional-string';

/**
 * A guest function. All closures of a realm are made by one host constructor (prelude.ts), so they share one hidden class
 * until the guest adds properties. `length`, `name` and `prototype` live in slots until someone redefines them
 * (function.ts). Slots are own-only: `f.fn === f` is the check for callability, since a slot can be seen through the
 * prototype chain of another object.
 */
export interface GuestFunction {
  [key: `$${string}`]: Value;
  fn: GuestFunction;
  code: HostCode;
  /** The linked template of a bytecode function, else null. */
  linked: LinkedFunction | null;
  scope: Scope | undefined;
  /** [[HomeObject]] */
  home: GuestObject | undefined;
  construct: HostConstruct | null;
  /** Host constructor that allocates the `this` of `new f`; null until first used and after `f.prototype` changed. */
  ctor: import('./prelude.ts').HostCtor | null;
  /** The value of the `prototype` property: EMPTY if not made yet, NO_PROTOTYPE if the function has none. */
  proto: Value;
  /** Which of `length`, `name`, `prototype` still live in slots (function.ts). */
  lazy: number;
  /** The closure that initialises the fields of a class. */
  fields: GuestFunction | undefined;
  native: NativeInfo | null;
  /** Data of a native that belongs to this function alone (bound target, accessor key); of a closure that is an accessor what the host calls for it (function.ts). */
  data: unknown;
}

/** What values.ts needs to know of a linked template; linked.ts has the rest. */
export interface LinkedFunction {
  readonly template: import('../bytecode/template.ts').Template;
  readonly realm: import('./realm.ts').Realm;
  /** How many properties its code gives `this` by name. */
  readonly thisProperties: number;
  /** Makers of the host accessors of its closures, null before the first one (function.ts). */
  makeGetter: ((f: GuestFunction) => (this: Value) => Value) | null;
  makeSetter: ((f: GuestFunction) => (this: Value, value?: Value) => Value) | null;
}

/** A scope object: the captured bindings of one activation of a block or function in slots v0, v1, ..., or a page with further slots (slots.ts). */
export interface Scope {
  up: Scope | undefined;
  [slot: `v${number}`]: Value;
  [page: `p${number}`]: Scope | undefined;
}

/** `proto` of a function that has no `prototype` property. */
export const NO_PROTOTYPE = Object.freeze(Object.assign(Object.create(null) as object, { noPrototype: true })) as unknown as Value;

export function isFunction(value: Value): value is Value & GuestObject & GuestFunction {
  return typeof value === 'object' && value !== null && (value as unknown as GuestFunction).fn === (value as unknown);
}

export function isConstructor(value: Value): value is Value & GuestObject & GuestFunction {
  return isFunction(value) && (value as unknown as GuestFunction).construct !== null;
}

/** The well-known symbols of guests: the VM's own, so that host operators consult none of the guest's properties. */
export const wellKnown = {
  asyncIterator: Symbol('Symbol.asyncIterator'),
  hasInstance: Symbol('Symbol.hasInstance'),
  isConcatSpreadable: Symbol('Symbol.isConcatSpreadable'),
  iterator: Symbol('Symbol.iterator'),
  match: Symbol('Symbol.match'),
  matchAll: Symbol('Symbol.matchAll'),
  replace: Symbol('Symbol.replace'),
  search: Symbol('Symbol.search'),
  species: Symbol('Symbol.species'),
  split: Symbol('Symbol.split'),
  toPrimitive: Symbol('Symbol.toPrimitive'),
  toStringTag: Symbol('Symbol.toStringTag'),
  unscopables: Symbol('Symbol.unscopables'),
} as const;

/** Essential internal methods of an object that are not those of its host object. */
export interface ExoticMethods {
  /** [[DefineOwnProperty]]; `desc` is a Descriptor (objects.ts). */
  define(key: HostKey, desc: { readonly value?: Value; readonly [field: string]: unknown }): boolean;
  /** [[OwnPropertyKeys]] as host keys. */
  keys(): (string | symbol)[];
  /** Called where [[GetOwnProperty]] is asked for a property that is there, but not for its value. It may throw. */
  check(key: HostKey): void;
}

/** What Object.prototype.toString calls objects that have no Symbol.toStringTag (20.1.3.6). */
export type BuiltinTag = 'Arguments' | 'Array' | 'Boolean' | 'Date' | 'Error' | 'Function' | 'Null' | 'Number' | 'Object' | 'RegExp' | 'String' | 'Undefined';

/**
 * Internal state of a guest object that is more than an ordinary one (Map, Date, RegExp, a wrapper, an error, ...): the
 * own slot `internal` holds an instance of a subclass. `owner` makes the slot own-only.
 */

export abstract class InternalData {
  readonly owner: GuestObject;
  constructor(owner: GuestObject) {
    this.owner = owner;
    (owner as unknown as { internal: InternalData }).internal = this;
  }
  /** The builtinTag of Object.prototype.toString for objects of this kind. */
  get builtinTag(): BuiltinTag {
    return 'Object';
  }
  /** Called before each [[DefineOwnProperty]] of the owner (not for plain writes). */
  beforeDefine(): void {}
  /** Called before the owner gets another prototype. */
  beforeSetPrototype(): void {}
  /** Called before the attributes of the owner's properties matter: they are listed, described, defined or deleted. */
  beforeReflection(): void {}
  get exotic(): ExoticMethods | null {
    return null;
  }
}

/** The internal data of an object, of whatever class; undefined of any other value. */
export function anyInternal(value: Value): InternalData | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const data = (value as unknown as { internal?: InternalData }).internal;
  return data !== undefined && data.owner === value ? data : undefined;
}

/**
 * The internal data of class `kind` of `value`, or undefined if it has none of that class. Where it is asked often, `anyInternal` and an `instanceof` of one's
 * own are much faster: the one here has seen all classes, and V8 searches the chain of prototypes for it.
 */
export function internalOf<T extends InternalData>(value: Value, kind: abstract new (...args: never[]) => T): T | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const data = (value as unknown as { internal?: InternalData }).internal;
  return data instanceof kind && data.owner === value ? data : undefined;
}
