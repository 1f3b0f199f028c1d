// Proxy (ECMA-262 28.2), and the internal methods of any object as intrinsics of self-hosted code: each ends in the guest function that
// internal-methods.ts names, if it names one.

import { toHostKey } from '../conversions.ts';
import { fromDescriptor } from '../descriptors.ts';
import { throwTypeError } from '../errors.ts';
import { ProxiedEnumeration, type Enumeration } from '../enumeration.ts';
import {
  defineOwn, finish, get, getOwn, has, isCompatible, makeDescriptor, plainDescriptor, privateDescriptor, set, TailCall,
} from '../internal-methods.ts';
import { functionRealm } from '../function.ts';
import { mangle } from '../keys.ts';
import type { LinkedTemplate } from '../linked.ts';
import { getOwnProperty, isExtensible, preventExtensions, readsThrough, setPrototypeOf, settlesLate } from '../objects.ts';
import { isProxy, makeProxy, proxyData } from '../proxy.ts';
import type { Realm } from '../realm.ts';
import { isObject, PROXY_MET, type GuestFunction, type GuestObject, type HostCode, type HostConstruct, type Value } from '../values.ts';
import { boundTarget } from './function.ts';
import { chargeElements, hostList } from './core.ts';

export function installProxy(realm: Realm): void {
  const create = (target: Value, handler: Value): GuestObject =>
    isObject(target) && isObject(handler) ? makeProxy(realm, target, handler) : throwTypeError(realm, 'Cannot create proxy with a non-object as target or handler');
  const construct: HostConstruct = (_callee, _newTarget, target, handler) => create(target, handler);
  const constructor = realm.native('Proxy', 2, () => throwTypeError(realm, "Constructor Proxy requires 'new'"), construct);
  realm.intrinsics.set('Proxy', constructor);
  realm.provideGlobal('Proxy', constructor);
  // Proxy.revocable ( target, handler )
  realm.method(constructor, 'revocable', 2, (_callee, _self, target, handler) => {
    const proxy = create(target, handler);
    const revoke = realm.native('', 0, (f) => {
      const data = f.data as GuestObject | null;
      f.data = null;
      const slots = data === null ? undefined : proxyData(data);
      if (slots !== undefined) {
        slots.target = null;
        slots.handler = null;
      }
      return undefined;
    });
    revoke.data = proxy;
    const result = realm.prelude.makeObject();
    const put = (key: string, value: Value): void => {
      Object.defineProperty(result, key, { value, writable: true, enumerable: true, configurable: true });
    };
    put('$proxy', proxy);
    put('$revoke', revoke);
    return result;
  });
  installMethods(realm);
  installConstruction(realm);
  installEnumeration(realm);
}

function installMethods(realm: Realm): void {
  const define = (name: string, length: number, code: HostCode): void => {
    realm.intrinsic(name, length, code);
  };
  const object = (v: Value): GuestObject => v as GuestObject;
  define('IsProxy', 1, (_f, _self, v) => isProxy(v));
  // [[ProxyHandler]], after ValidateNonRevokedProxy for the trap called `name`.
  define('ProxyHandler', 2, (_f, _self, proxy, name) => {
    const data = proxyData(object(proxy));
    if (data === undefined) return undefined;
    const { handler } = data;
    return handler ?? throwTypeError(realm, `Cannot perform '${name as string}' on a proxy that has been revoked`);
  });
  define('ProxyTarget', 1, (_f, _self, proxy) => proxyData(object(proxy))?.target);
  define('MakeDescriptor', 0, () => makeDescriptor(realm));
  define('DescribeSymbol', 1, (_f, _self, symbol) => String(symbol));
  define('GetProperty', 3, (_f, _self, o, key, receiver) => {
    const hostKey = toHostKey(key);
    if (readsThrough(hostKey) && !isProxy(o)) {
      try {
        return Reflect.get(object(o), hostKey, receiver) as Value;
      } catch (error) {
        if (error !== PROXY_MET) throw error;
      }
    }
    return finish(get(realm, object(o), hostKey, receiver));
  });
  define('SetProperty', 4, (_f, _self, o, key, value, receiver) => finish(set(realm, object(o), toHostKey(key), value, receiver)));
  define('HasProperty', 2, (_f, _self, o, key) => finish(has(realm, object(o), toHostKey(key))));
  define('GetOwnProperty', 2, (_f, _self, o, key) => finish(getOwn(realm, object(o), toHostKey(key))));
  // [[GetOwnProperty]] for checks that are about properties which are not configurable: others may be left out.
  define('GetFixedProperty', 2, (_f, _self, o, key) => {
    const hostKey = toHostKey(key);
    if (isProxy(o)) return finish(getOwn(realm, object(o), hostKey));
    // Some attributes the host has only once somebody has asked for them (getOwnProperty).
    if (readsThrough(hostKey) && !settlesLate(hostKey)) {
      const hosts = Reflect.getOwnPropertyDescriptor(object(o), hostKey);
      // What lives in a slot is an accessor of the host that is always configurable.
      if (hosts === undefined || (hosts.configurable === true && hosts.get === undefined)) return undefined;
    }
    const desc = getOwnProperty(realm, object(o), hostKey);
    return desc === undefined || desc.configurable === true ? undefined : plainDescriptor(realm, desc);
  });
  define('DefineConverted', 3, (_f, _self, o, key, desc) => finish(defineOwn(realm, object(o), toHostKey(key), object(desc))));
  define('FromDescriptor', 1, (_f, _self, desc) => fromDescriptor(realm, privateDescriptor(object(desc))));
  define('IsCompatible', 3, (_f, _self, extensible, desc, current) =>
    isCompatible(extensible as boolean, privateDescriptor(object(desc)), current === undefined ? undefined : privateDescriptor(object(current))));
  const ending = (name: string, length: number, code: (o: GuestObject, argument: Value) => Value): void => {
    define(name, length, (_f, _self, o, argument) =>
      isProxy(o) ? finish(new TailCall(realm.selfHosted(`Proxy_${name[0].toLowerCase()}${name.slice(1)}`), undefined, [o, argument])) : code(object(o), argument));
  };
  ending('SetPrototypeOf', 2, (o, proto) => setPrototypeOf(realm, o, proto as GuestObject | null));
  ending('IsExtensible', 1, (o) => isExtensible(o));
  ending('PreventExtensions', 1, (o) => preventExtensions(realm, o));
  define('HasDuplicates', 1, (_f, _self, keys) => {
    const list = hostList(keys);
    chargeElements(realm, list.length);
    return new Set(list).size < list.length;
  });
  define('CheckProxyKeys', 4, (_f, _self, keys, fixed, configurable, extensible) => {
    checkKeys(realm, hostList(keys), hostList(fixed), hostList(configurable), extensible as boolean);
    return undefined;
  });
}

/** 10.5.11 [[OwnPropertyKeys]], steps 17 to 23. */
function checkKeys(realm: Realm, keys: Value[], fixed: Value[], configurable: Value[], extensible: boolean): void {
  chargeElements(realm, keys.length + fixed.length + configurable.length);
  const unchecked = new Set(keys);
  const take = (key: Value): void => {
    if (!unchecked.delete(key)) throwTypeError(realm, `'ownKeys' on proxy: trap result did not include '${String(key)}'`);
  };
  fixed.forEach(take);
  if (extensible) return;
  configurable.forEach(take);
  if (unchecked.size > 0) throwTypeError(realm, "'ownKeys' on proxy: trap returned extra keys but proxy target is non-extensible");
}

function installConstruction(realm: Realm): void {
  // Constructing F makes an object with the prototype of newTarget; else somebody that it calls does.
  realm.intrinsic('MakesObject', 1, (_f, _self, f) => {
    const F = f as unknown as GuestFunction;
    return F.linked === null ? !isProxy(f) && boundTarget(F) === undefined : F.linked.template.kind !== 'derived';
  });
  realm.intrinsic('ConstructAs', 3, (_f, _self, f, args, newTarget) => {
    const F = f as unknown as GuestFunction;
    return (F.construct as HostConstruct)(F, newTarget as unknown as GuestFunction, ...hostList(args));
  });
  // F constructs on an object with the prototype `proto`, which newTarget has given.
  realm.intrinsic('ConstructOn', 4, (_f, _self, f, args, newTarget, proto) => {
    const F = f as unknown as GuestFunction;
    if (F.linked !== null) {
      const self = realm.prelude.makeObjectWith(isObject(proto) ? proto : functionRealm(newTarget as unknown as GuestFunction).objectPrototype);
      return realm.hooks.constructOn(F, F.linked as LinkedTemplate, self, newTarget as unknown as GuestFunction, hostList(args));
    }
    // A native looks at nothing but the prototype.
    const standIn = functionRealm(newTarget as unknown as GuestFunction).native('', 0, () => undefined);
    Object.defineProperty(standIn, mangle('prototype'), { value: isObject(proto) ? proto : undefined, writable: false, enumerable: false, configurable: false });
    return (F.construct as HostConstruct)(F, standIn, ...hostList(args));
  });
}

function installEnumeration(realm: Realm): void {
  const of = (enumeration: Value): Enumeration => enumeration as unknown as Enumeration;
  realm.intrinsic('MakeEnumeration', 2, (_f, _self, object, names) =>
    new ProxiedEnumeration(object as GuestObject, [...new Set(hostList(names) as string[])]) as unknown as Value);
  realm.intrinsic('EnumerationObject', 1, (_f, _self, enumeration) => of(enumeration).object);
  realm.intrinsic('EnumerationKey', 1, (_f, _self, enumeration) => of(enumeration).keys[of(enumeration).index++]);
}
