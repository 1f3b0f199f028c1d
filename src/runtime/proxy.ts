// Proxies (ECMA-262 10.5) as host objects.
//
// A guest Proxy is a host Proxy that calls nobody: each trap that is asked for a guest property, or for anything else that a
// guest trap answers, throws PROXY_MET. So whoever meets one, directly or on a prototype chain, bare operators of generated code
// included, stops before anything has happened, and whoever runs the instruction or the native goes on in self-hosted code
// (selfhosted/proxy.js, internal-methods.ts), whose frames are guest frames. Internal slots are read from a plain object behind the Proxy, which
// is the closure of a native if the Proxy is callable.

import { throwTypeError } from './errors.ts';
import { functionRealm, makeNative } from './function.ts';
import { hostSymbols, isCanonicalNumeric } from './keys.ts';
import type { Realm } from './realm.ts';
import { isConstructor, isFunction, PROXY_MET, type GuestFunction, type GuestObject, type Value } from './values.ts';

/** [[ProxyTarget]] and [[ProxyHandler]]; both null once revoked. */
export class ProxyData {
  target: GuestObject | null;
  handler: GuestObject | null;
  /** The Proxy itself: what inherits from one has its data, too. */
  owner: object | null = null;
  constructor(target: GuestObject, handler: GuestObject) {
    this.target = target;
    this.handler = handler;
  }
}

/** `any` once there has been a Proxy. */
export const proxyState = { any: false };

/**
 * The host finds this symbol in an object that is a Proxy or has one on its prototype chain, and in no other: V8 knows for a hidden class that it is not there. What
 * it finds is the data of the Proxy: a WeakMap would take 1 us for each.
 */
export const proxyMark = Symbol('proxy');

/** What objects say of themselves when they are asked for `proxyMark`. */
interface Marked {
  readonly [proxyMark]?: ProxyData;
}

/** The data of the Proxy that was asked for last: whoever works with one asks several times, and the trap takes 15 ns. */
let last: ProxyData | null = null;

/** The slots of a Proxy, or undefined if the object is none. */
export function proxyData(o: GuestObject): ProxyData | undefined {
  if (!proxyState.any) return undefined;
  if (o === last?.owner) return last;
  const data = (o as Marked)[proxyMark];
  return data !== undefined && data.owner === o ? (last = data) : undefined;
}

/** Whether reads may meet a Proxy at all. */
export function proxiesExist(): boolean {
  return proxyState.any;
}

export function isProxy(o: Value): boolean {
  return typeof o === 'object' && o !== null && proxyData(o) !== undefined;
}

/**
 * The object that defines a property for [[Set]] with this receiver: behind Proxies that have no trap for that. PROXY_MET if a trap has to be called, or one
 * may be there.
 */
export function definedOn(receiver: GuestObject): GuestObject {
  let o = receiver;
  for (let data = proxyData(o); data !== undefined; data = proxyData(o)) {
    const { target, handler } = data;
    if (target === null || handler === null || '$getOwnPropertyDescriptor' in handler || '$defineProperty' in handler) throw PROXY_MET;
    o = target;
  }
  return o;
}

/** What is behind a chain of Proxies, for people to look at; null if one of them is revoked. */
export function unwrapProxy(o: GuestObject): GuestObject | null {
  let inner: GuestObject | null = o;
  for (let data = proxyData(o); data !== undefined && inner !== null; data = inner === null ? undefined : proxyData(inner)) inner = data.target;
  return inner;
}

/** True for the keys of guest properties; internal slots and what host operators look up are not among them. */
function isGuestKey(key: string | symbol): boolean {
  return typeof key === 'symbol' ? !hostSymbols.has(key) : key.charCodeAt(0) === 36 || isCanonicalNumeric(key);
}

const met = (): never => {
  throw PROXY_MET;
};

/** What is behind a host Proxy. */
interface Slots extends Marked {
  readonly [slot: string]: unknown;
}

const traps: ProxyHandler<Slots> = {
  get: (slots, key) => (key === proxyMark ? slots[proxyMark] : isGuestKey(key) ? met() : typeof key === 'string' ? slots[key] : undefined),
  set: (slots, key, value, receiver: object) => {
    if (isGuestKey(key)) return met();
    // A slot of an object that inherits from the Proxy is its own.
    const holder = isProxy(receiver as GuestObject) ? slots : receiver;
    return Reflect.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
  },
  has: (slots, key) => key === proxyMark || (isGuestKey(key) ? met() : key in slots),
  getOwnPropertyDescriptor: (_slots, key) => (isGuestKey(key) ? met() : undefined),
  defineProperty: met,
  deleteProperty: met,
  ownKeys: met,
  // The host's own `instanceof` asks for it, of a value thrown for example; getPrototypeOf of objects.ts looks for Proxies itself.
  getPrototypeOf: () => null,
  setPrototypeOf: met,
  isExtensible: met,
  preventExtensions: met,
};
Object.freeze(traps);

/** The slots of a Proxy that is no function. Instances of a class: V8 makes a dictionary of an object without a prototype. */
class PlainSlots implements Slots {
  readonly [slot: string]: unknown;
  readonly [proxyMark]: ProxyData;
  constructor(data: ProxyData) {
    this[proxyMark] = data;
  }
}
Object.setPrototypeOf(PlainSlots.prototype, null);
delete (PlainSlots.prototype as { constructor?: unknown }).constructor;

/** ProxyCreate, after its checks. */
export function makeProxy(realm: Realm, target: GuestObject, handler: GuestObject): GuestObject {
  const data = new ProxyData(target, handler);
  proxyState.any = true;
  if (!isFunction(target)) return (data.owner = new Proxy<Slots>(new PlainSlots(data), traps)) as GuestObject;
  const slots = callableSlots(realm, target);
  Object.defineProperty(slots, proxyMark, { value: data, configurable: true });
  const proxy = new Proxy(slots as unknown as Slots, traps) as unknown as GuestObject;
  data.owner = proxy;
  // The identity by which a callable is known.
  slots.fn = proxy as unknown as GuestFunction;
  return proxy;
}

/**
 * The closure that stands for a callable Proxy: [[Call]] and [[Construct]] end in self-hosted code, that of the caller's realm, as a Proxy has
 * no realm.
 */
function callableSlots(realm: Realm, target: GuestFunction & GuestObject): GuestFunction & GuestObject {
  const call = (f: GuestFunction, self: Value, ...args: Value[]): Value => {
    const caller = realm.hooks.callerRealm(0, realm);
    const g = caller.selfHosted('Proxy_call');
    return g.code(g, undefined, f as GuestFunction & GuestObject, self, caller.prelude.makeArrayFrom(args));
  };
  const construct = (f: GuestFunction, newTarget: GuestFunction, ...args: Value[]): Value => {
    const caller = realm.hooks.callerRealm(0, realm);
    const g = caller.selfHosted('Proxy_construct');
    return g.code(g, undefined, f as GuestFunction & GuestObject, caller.prelude.makeArrayFrom(args), newTarget as GuestFunction & GuestObject);
  };
  const slots = makeNative(realm, { name: '', length: 0, conversions: [], body: null, realm: functionRealm(target) }, call, isConstructor(target) ? construct : null) as GuestFunction & GuestObject;
  slots.lazy = 0;
  return slots;
}

/** 7.2.2 IsArray: a TypeError for a Proxy that is revoked. */
export function isArrayThroughProxies(realm: Realm, v: Value): boolean {
  if (Array.isArray(v) || !isProxy(v)) return Array.isArray(v);
  const inner = unwrapProxy(v as GuestObject);
  if (inner === null) return throwTypeError(realm, "Cannot perform 'IsArray' on a proxy that has been revoked");
  return Array.isArray(inner);
}
