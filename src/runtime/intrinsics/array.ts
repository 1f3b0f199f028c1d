// Array (ECMA-262 23.1): the constructor, its static methods, and what Array.prototype has beside the fast paths.

import { linkConstructor, prototypeFromConstructor } from '../construct.ts';
import { throwRangeError } from '../errors.ts';
import { isArrayIterationPristine, makeArrayIterator } from '../iteration.ts';
import { complexity, defineHidden, isArray, lengths } from '../objects.ts';
import { isArrayThroughProxies } from '../proxy.ts';
import type { Realm } from '../realm.ts';
import { wellKnown, type GuestFunction, type GuestObject, type Value } from '../values.ts';
import { toObject } from '../wrappers.ts';
import { installArrayFastPaths } from './array-fast.ts';
import { arrayCreate, chargeElements } from './core.ts';

/** The methods that are self-hosted throughout. */
const SELF_HOSTED = [
  'every', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'flat', 'flatMap', 'forEach', 'map', 'reduce', 'reduceRight', 'some',
  'toLocaleString', 'toSorted', 'toString',
];

/** 23.1.3.41: what a `with` statement does not see. */
const UNSCOPABLES = [
  'at', 'copyWithin', 'entries', 'fill', 'find', 'findIndex', 'findLast', 'findLastIndex', 'flat', 'flatMap', 'includes', 'keys',
  'toReversed', 'toSorted', 'toSpliced', 'values',
];

export function installArray(realm: Realm): void {
  const proto = realm.arrayPrototype;
  // Where there is no emptied realm the prototype is no host array (a class has an ordinary object for it).
  if (!isArray(proto)) Object.defineProperty(proto, '$length', { value: 0, writable: true, enumerable: false, configurable: false });
  installConstructor(realm, proto);
  realm.intrinsics.set('JoinStack', realm.prelude.makeArray(0));
  realm.intrinsic('IteratesFast', 1, (_f, _self, v) => isArrayIterationPristine(realm, v));
  installArrayFastPaths(realm, proto);
  realm.nameOperations(proto, 'Array', ['at', 'includes', 'indexOf', 'pop', 'push', 'shift', 'slice', 'sort', 'unshift']);
  for (const name of SELF_HOSTED) defineHidden(proto, `$${name}`, realm.selfHosted(`ArrayPrototype_${name}`));
  for (const kind of ['keys', 'values', 'entries'] as const) {
    realm.method(proto, kind, 0, (_f, self) => makeArrayIterator(realm, toObject(realm, self), kind));
  }
  defineHidden(proto, wellKnown.iterator, proto.$values);
  realm.intrinsics.set('ArrayPrototypeValues', proto.$values);
  const unscopables = realm.prelude.makeObjectWith(null);
  for (const name of UNSCOPABLES) unscopables[`$${name}`] = true;
  Object.defineProperty(proto, wellKnown.unscopables, { value: unscopables, writable: false, enumerable: false, configurable: true });
}

/** 23.1.1.1 */
function construct(realm: Realm, newTarget: GuestFunction, args: Value[]): GuestObject {
  const proto = prototypeFromConstructor(newTarget, 'ArrayPrototype');
  let array: Value[] & GuestObject;
  if (args.length === 1 && typeof args[0] === 'number') {
    const length = args[0];
    if (length >>> 0 !== length) throwRangeError(realm, 'Invalid array length');
    array = arrayCreate(realm, length);
  } else {
    chargeElements(realm, args.length);
    array = realm.prelude.makeArrayFrom(args);
  }
  if (proto !== realm.arrayPrototype) {
    lengths.plain = false;
    complexity.otherPrototypes = true;
    Object.setPrototypeOf(array, proto);
  }
  return array;
}

function installConstructor(realm: Realm, proto: GuestObject): void {
  const constructor = realm.native(
    'Array',
    1,
    (callee, _self, ...args) => construct(realm, callee, args),
    (_callee, newTarget, ...args) => construct(realm, newTarget, args),
  );
  linkConstructor(constructor, proto);
  realm.intrinsics.set('Array', constructor);
  realm.provideGlobal('Array', constructor);
  realm.method(constructor, 'isArray', 1, (_f, _self, v) => isArrayThroughProxies(realm, v) || v === (proto as Value));
  defineHidden(constructor, '$from', realm.selfHosted('ArrayStatic_from'));
  realm.method(constructor, 'of', 0, (_f, self, ...items) => {
    if (self === constructor) {
      chargeElements(realm, items.length);
      return realm.prelude.makeArrayFrom(items);
    }
    const g = realm.selfHosted('ArrayStatic_of');
    return g.code(g, self, ...items);
  });
  realm.nameOperation('Array', constructor);
  realm.nameOperations(constructor, 'Array', ['isArray']);
  realm.getter(constructor, wellKnown.species, (_f, self) => self);
}
