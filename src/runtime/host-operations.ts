// Host functions and tests that generated code uses in the place of natives, evaluated inside the host realm of a VM.
//
// Takes the flags and tables of the runtime that the tests look at; gives functions that V8 inlines into generated code, which
// it does within one realm only, and the realm's own builtins, which it knows there. Evaluated from its own text like the prelude, so it may
// use nothing from outside its body. Nothing here charges fuel or calls the guest, but through a Proxy's trap that throws PROXY_MET.

import { SHORT_BITS } from './bigints.ts';
import type { HostRealm } from './host-realm.ts';
import { nameLookup, recentNamesLookup } from './keys.ts';
import type { HostCtor } from './prelude.ts';
import type { GuestObject, Value } from './values.ts';

/** What is made at one place by Object.create: the last prototype, and a host constructor of objects that have it. */
export interface CreationCache {
  proto: GuestObject | null;
  ctor: HostCtor | null;
  /** So many more prototypes get a host constructor. */
  left: number;
}

export interface OperationParts {
  readonly complexity: { readonly any: boolean; readonly otherPrototypes: boolean };
  readonly elements: { readonly plain: boolean };
  readonly arrayPrototype: GuestObject;
  /** Of an array, where there are arrays that are not simple. */
  readonly isSimple: (array: Value) => boolean;
  /** Of keys.ts, evaluated in the realm. */
  readonly ordinaryName: (key: string) => string;
  readonly makeObjectWith: (proto: GuestObject | null) => GuestObject;
  readonly makeCtor: (proto: GuestObject, properties: number) => HostCtor;
  /** The least bigint that is longer than SHORT_BITS (bigints.ts). */
  readonly shortLimit: bigint;
}

export interface HostOperations {
  /** The guest's `typeof` of a host object or null. */
  readonly typeOf: (v: Value) => string;
  /** An array that host builtins may work on and whose prototype is the intrinsic one (iteration.ts). */
  readonly isPlainArray: (v: Value) => boolean;
  /** As in keys.ts. */
  readonly ordinaryName: (key: string) => string;
  /** Under what name the host has the property: as ordinaryName for strings; other keys that need no conversion are their own; '' of all others. */
  readonly keyName: (key: Value) => string | number | symbol;
  /** The host's prototype of an object. */
  readonly prototypeOf: (o: object) => object | null;
  readonly isSame: (x: Value, y: Value) => boolean;
  readonly hasOwn: (o: object, key: string | number | symbol) => boolean;
  /** Object.create(proto) for a place that has had another prototype before. */
  readonly createFrom: (cache: CreationCache, proto: GuestObject | null) => GuestObject;
  readonly Array: ArrayConstructor;
  readonly fromCharCode: (unit: number) => string;
  /** parseInt of a number or a short string, the radix being undefined or 10; undefined where the native has to do it. */
  readonly parseDecimal: (v: Value, radix?: number) => number | undefined;
  readonly parseFloat: (text: string) => number;
  /** At most SHORT_BITS (bigints.ts) long. */
  readonly isShortBigint: (x: bigint) => boolean;
  readonly asIntN: (bits: number, x: bigint) => bigint;
  readonly asUintN: (bits: number, x: bigint) => bigint;
  readonly isInteger: (v: unknown) => boolean;
  readonly isSafeInteger: (v: unknown) => boolean;
  readonly isFinite: (v: unknown) => boolean;
  readonly isNaN: (v: unknown) => boolean;
}

function hostOperations(parts: OperationParts): HostOperations {
  'use strict';
  const { complexity, elements, arrayPrototype, isSimple, ordinaryName, makeObjectWith, makeCtor, shortLimit } = parts;
  const { isArray } = Array;
  const { getPrototypeOf } = Reflect;
  const { trunc } = Math;
  const hostParseInt = parseInt;
  const minusShort = -shortLimit;
  const hasOriginalPrototype = (v: object): boolean => (complexity.otherPrototypes ? getPrototypeOf(v) === (arrayPrototype as object) : v !== (arrayPrototype as object));
  return {
    typeOf: (v) => (v !== null && (v as { fn?: unknown }).fn === v ? 'function' : 'object'),
    isPlainArray: (v) => isArray(v) && elements.plain && hasOriginalPrototype(v) && (!complexity.any || isSimple(v as unknown as Value)),
    ordinaryName,
    keyName: (key) => {
      switch (typeof key) {
        case 'string':
          return ordinaryName(key);
        case 'number':
        case 'symbol':
          return key;
        default:
          return '';
      }
    },
    prototypeOf: getPrototypeOf,
    isSame: Object.is,
    hasOwn: Object.hasOwn,
    createFrom: (cache, proto) => {
      if (proto === null || cache.left === 0) return makeObjectWith(proto);
      cache.left--;
      cache.proto = proto;
      cache.ctor = makeCtor(proto, 0);
      return new cache.ctor();
    },
    Array,
    fromCharCode: String.fromCharCode,
    parseDecimal: (v, radix) => {
      if (typeof v === 'string') return v.length <= 256 ? hostParseInt(v, radix) : undefined;
      if (typeof v !== 'number') return undefined;
      // The text of such a number has no exponent, and its integer digits are those of the number.
      if ((v >= 1e-6 && v < 1e21) || (v <= -1e-6 && v > -1e21)) return trunc(v);
      return v === 0 ? 0 : undefined;
    },
    parseFloat,
    isShortBigint: (x) => x < shortLimit && x > minusShort,
    asIntN: BigInt.asIntN,
    asUintN: BigInt.asUintN,
    isInteger: Number.isInteger,
    isSafeInteger: Number.isSafeInteger,
    isFinite: Number.isFinite,
    isNaN: Number.isNaN,
  };
}

/** The operations of a host realm, over the state of a VM. */
export function hostOperationsOf(host: HostRealm, parts: Omit<OperationParts, 'ordinaryName' | 'shortLimit'>): HostOperations {
  const inRealm = <T extends { toString(): string }>(f: T): T => (host.emptied && host.evaluate !== null ? (host.evaluate(`(${f.toString()})`) as T) : f);
  return inRealm(hostOperations)({ ...parts, ordinaryName: recentNamesLookup(inRealm(nameLookup)), shortLimit: 1n << BigInt(SHORT_BITS) });
}
