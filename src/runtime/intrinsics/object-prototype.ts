// Object.prototype (ECMA-262 20.1.3).

import { toHostKey } from '../conversions.ts';
import { defineOrThrow } from '../descriptors.ts';
import { describe } from '../describe.ts';
import { throwTypeError } from '../errors.ts';
import { defineHidden, getOwnProperty, getPrototypeOf, hasOwnProperty, isExtensible, setPrototypeOf } from '../objects.ts';
import { readFound, unlessProxy } from '../plain-access.ts';
import { isArrayThroughProxies, proxyState } from '../proxy.ts';
import type { Realm } from '../realm.ts';
import { recallKey } from '../recall.ts';
import { anyInternal, EMPTY, isFunction, isObject, wellKnown, type BuiltinTag, type GuestFunction, type GuestObject, type Value } from '../values.ts';
import { toObject } from '../wrappers.ts';

/** The builtinTag of Object.prototype.toString. */
function builtinTag(realm: Realm, value: Value): BuiltinTag {
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'number':
      return 'Number';
    case 'boolean':
      return 'Boolean';
    case 'object':
      if (value === null) return 'Null';
      // Array.prototype is no host array where there is no emptied realm.
      if (isArrayThroughProxies(realm, value) || value === realm.arrayPrototype) return 'Array';
      return isFunction(value) ? 'Function' : (anyInternal(value)?.builtinTag ?? 'Object');
    default:
      return value === undefined ? 'Undefined' : 'Object';
  }
}

/** Whole texts, since V8 compares the strings that stand in code by their identity, and others by their characters. */
const builtinTexts: Readonly<Record<BuiltinTag, string>> = {
  Arguments: '[object Arguments]', Array: '[object Array]', Boolean: '[object Boolean]', Date: '[object Date]', Error: '[object Error]', Function: '[object Function]',
  Null: '[object Null]', Number: '[object Number]', Object: '[object Object]', RegExp: '[object RegExp]', String: '[object String]', Undefined: '[object Undefined]',
};

/** What Object.prototype.toString gives for a value in which no Symbol.toStringTag is found. */
export function builtinText(realm: Realm, value: Value): string {
  return builtinTexts[builtinTag(realm, value)];
}

/** The same where no tag is found, and nobody has to be asked for it; else undefined. */
export function untaggedText(realm: Realm, value: Value): string | undefined {
  if (value === undefined || value === null) return builtinText(realm, value);
  const object = isObject(value) ? value : realm.prototypeOfPrimitive(value);
  const isTagged = proxyState.any ? unlessProxy(() => wellKnown.toStringTag in object) : wellKnown.toStringTag in object;
  return isTagged === false ? builtinText(realm, value) : undefined;
}

/** OrdinarySetPrototypeOf's failures as V8 words them. */
export function setPrototypeOrThrow(realm: Realm, o: GuestObject, proto: GuestObject | null): void {
  if (setPrototypeOf(realm, o, proto)) return;
  if (o === realm.objectPrototype) throwTypeError(realm, "Immutable prototype object 'Object.prototype' cannot have their prototype set");
  throwTypeError(realm, isExtensible(o) ? 'Cyclic __proto__ value' : `${describe(realm, o)} is not extensible`);
}

export function installObjectPrototype(realm: Realm): void {
  const proto = realm.objectPrototype;

  // Object.prototype.hasOwnProperty ( V )
  realm.method(proto, 'hasOwnProperty', 1, realm.orGeneral((callee, self, key) => {
    if (isObject(key)) return recallKey(realm, callee, self, 0, [key]);
    const hostKey = toHostKey(key);
    return hasOwnProperty(isObject(self) ? self : toObject(realm, self), hostKey);
  }, 'ObjectPrototype_hasOwnPropertyGeneral', 'self'));
  realm.nameOperations(proto, 'Object', ['hasOwnProperty']);
  // Object.prototype.isPrototypeOf ( V )
  realm.method(proto, 'isPrototypeOf', 1, realm.orGeneral((_callee, self, value) => {
    if (!isObject(value)) return false;
    const object = toObject(realm, self);
    for (let p = getPrototypeOf(value); p !== null; p = getPrototypeOf(p)) if (p === object) return true;
    return false;
  }, 'ObjectPrototype_isPrototypeOfGeneral'));
  // Object.prototype.propertyIsEnumerable ( V )
  realm.method(proto, 'propertyIsEnumerable', 1, realm.orGeneral((callee, self, key) => {
    if (isObject(key)) return recallKey(realm, callee, self, 0, [key]);
    const hostKey = toHostKey(key);
    return getOwnProperty(realm, toObject(realm, self), hostKey)?.enumerable === true;
  }, 'ObjectPrototype_propertyIsEnumerableGeneral', 'self'));
  defineHidden(proto, '$toLocaleString', realm.selfHosted('ObjectPrototype_toLocaleString'));
  // Object.prototype.toString ( )
  const toString = realm.method(proto, 'toString', 0, (_callee, self) => {
    const untagged = untaggedText(realm, self);
    if (untagged !== undefined) return untagged;
    const builtin = builtinTag(realm, self);
    const object = isObject(self) ? self : realm.prototypeOfPrimitive(self);
    const tag = readFound(realm, object, wellKnown.toStringTag);
    if (tag === EMPTY) {
      const f = realm.selfHosted('ObjectPrototype_toStringTagged');
      return f.code(f, undefined, toObject(realm, self), builtin);
    }
    return `[object ${typeof tag === 'string' ? tag : builtin}]`;
  });
  realm.intrinsics.set('ObjectPrototypeToString', toString);
  realm.nameOperation('Object.toString', toString);
  realm.method(proto, 'valueOf', 0, (_callee, self) => toObject(realm, self));
  installLegacy(realm, proto);
}

/** Object.prototype.__proto__ (20.1.3.8) and the legacy accessor methods (20.1.3.9). */
function installLegacy(realm: Realm, proto: GuestObject): void {
  const getProto = realm.native('get __proto__', 0, realm.orGeneral((_callee, self) => getPrototypeOf(toObject(realm, self)), 'ObjectPrototype_getProtoGeneral'));
  const setProto = realm.native('set __proto__', 1, realm.orGeneral((_callee, self, value) => {
    if (self === undefined || self === null) throwTypeError(realm, 'Object.prototype.__proto__ called on null or undefined');
    if ((isObject(value) || value === null) && isObject(self)) setPrototypeOrThrow(realm, self, value);
    return undefined;
  }, 'ObjectPrototype_setProtoGeneral'));
  realm.accessor(proto, '__proto__', getProto, setProto);

  const definer = (name: string, field: 'get' | 'set'): void => {
    realm.method(proto, name, 2, realm.orGeneral((callee, self, key, f) => {
      const object = toObject(realm, self);
      if (!isFunction(f)) return throwTypeError(realm, `Object.prototype.${name}: Expecting function`);
      if (isObject(key)) return recallKey(realm, callee, self, 0, [key, f]);
      defineOrThrow(realm, object, toHostKey(key), { [field]: f as GuestFunction, enumerable: true, configurable: true });
      return undefined;
    }, field === 'get' ? 'ObjectPrototype_defineGetterGeneral' : 'ObjectPrototype_defineSetterGeneral'));
  };
  const lookup = (name: string, field: 'get' | 'set'): void => {
    realm.method(proto, name, 1, realm.orGeneral((callee, self, key) => {
      const object = toObject(realm, self);
      if (isObject(key)) return recallKey(realm, callee, self, 0, [key]);
      const hostKey = toHostKey(key);
      for (let p: GuestObject | null = object; p !== null; p = getPrototypeOf(p)) {
        const d = getOwnProperty(realm, p, hostKey);
        if (d !== undefined) return d[field] as unknown as Value;
      }
      return undefined;
    }, field === 'get' ? 'ObjectPrototype_lookupGetterGeneral' : 'ObjectPrototype_lookupSetterGeneral'));
  };
  definer('__defineGetter__', 'get');
  definer('__defineSetter__', 'set');
  lookup('__lookupGetter__', 'get');
  lookup('__lookupSetter__', 'set');
}
