// Iterator (ECMA-262 27.1.2 to 27.1.4): the constructor, Iterator.from and the iterator helpers. The steps are self-hosted
// (selfhosted/iterator-helpers.js); here are the objects and their states.

import { createFromConstructor, linkConstructor } from '../construct.ts';
import { describe } from '../describe.ts';
import { throwTypeError } from '../errors.ts';
import { GuestStepper } from '../iteration.ts';
import { defineHidden, defineOwnProperty } from '../objects.ts';
import type { Realm } from '../realm.ts';
import { anyInternal, InternalData, internalOf, wellKnown, type GuestFunction, type GuestObject, type Value } from '../values.ts';

type HelperField = 'kind' | 'iterator' | 'next' | 'callback' | 'counter' | 'inner' | 'innerNext';

/** State of an iterator helper: the registers of what the specification writes as a generator. */
class HelperData extends InternalData {
  readonly kind: Value;
  readonly iterator: Value;
  readonly next: Value;
  readonly callback: Value;
  /** Index of the next call of the callback, or what is left of a limit. */
  counter: Value;
  /** The iterator within a flatMap, and its next method. */
  inner: Value = undefined;
  innerNext: Value = undefined;
  /** [[GeneratorState]] */
  state: 'suspended' | 'executing' | 'completed' = 'suspended';
  constructor(owner: GuestObject, kind: Value, iterator: Value, next: Value, callback: Value, counter: Value) {
    super(owner);
    this.kind = kind;
    this.iterator = iterator;
    this.next = next;
    this.callback = callback;
    this.counter = counter;
  }
}

/** [[Iterated]] of the wrappers that Iterator.from makes. */
class WrappedData extends InternalData {
  readonly iterator: Value;
  readonly next: Value;
  constructor(owner: GuestObject, iterator: Value, next: Value) {
    super(owner);
    this.iterator = iterator;
    this.next = next;
  }
}

const METHODS = ['drop', 'every', 'filter', 'find', 'flatMap', 'forEach', 'map', 'reduce', 'some', 'take', 'toArray'];

export function installIteratorHelpers(realm: Realm): void {
  const proto = realm.intrinsics.get('IteratorPrototype') as GuestObject;
  installConstructor(realm, proto);
  for (const name of METHODS) defineHidden(proto, `$${name}`, realm.selfHosted(`IteratorPrototype_${name}`));
  installHelperPrototype(realm, proto);
  installWrapper(realm, proto);
}

function installConstructor(realm: Realm, proto: GuestObject): void {
  const constructor = realm.native(
    'Iterator',
    0,
    () => throwTypeError(realm, "Constructor Iterator requires 'new'"),
    (callee, newTarget) => {
      if (newTarget === callee) return throwTypeError(realm, 'Abstract class Iterator not directly constructable');
      return createFromConstructor(realm, newTarget, 'IteratorPrototype');
    },
  );
  linkConstructor(constructor, proto);
  realm.intrinsics.set('Iterator', constructor);
  realm.provideGlobal('Iterator', constructor);
  defineHidden(constructor, '$from', realm.selfHosted('IteratorStatic_from'));
  const accessor = (key: string | symbol, name: string, value: Value, setter: string): void => {
    const get = realm.native(`get ${name}`, 0, () => value);
    realm.accessor(proto, key, get, realm.selfHosted(setter));
  };
  Reflect.deleteProperty(proto, '$constructor');
  accessor('constructor', 'constructor', constructor, 'IteratorPrototype_setConstructor');
  accessor(wellKnown.toStringTag, '[Symbol.toStringTag]', 'Iterator', 'IteratorPrototype_setToStringTag');
}

function tag(realm: Realm, proto: GuestObject, text: string): void {
  defineOwnProperty(realm, proto, wellKnown.toStringTag, { value: text, writable: false, enumerable: false, configurable: true });
}

function installHelperPrototype(realm: Realm, iteratorPrototype: GuestObject): void {
  const proto = realm.prelude.makeObjectWith(iteratorPrototype);
  const Helper = realm.prelude.makeCtor(proto, 1);
  realm.intrinsics.set('IteratorHelperPrototype', proto);
  const next = realm.selfHosted('IteratorHelperPrototype_next');
  (next as GuestFunction).data = new GuestStepper((iterator) => anyInternal(iterator) instanceof HelperData, 'IteratorHelper_step');
  defineHidden(proto, '$next', next);
  defineHidden(proto, '$return', realm.selfHosted('IteratorHelperPrototype_return'));
  tag(realm, proto, 'Iterator Helper');
  const known = (v: Value): HelperData | undefined => {
    const data = anyInternal(v);
    return data instanceof HelperData ? data : undefined;
  };
  const dataOf = (v: Value): HelperData => known(v) as HelperData;
  realm.intrinsic('MakeHelper', 5, (_f, _self, kind, iterator, next, callback, counter) => {
    const helper = new Helper();
    new HelperData(helper, kind, iterator, next, callback, counter);
    return helper;
  });
  // True if the helper was entered, false if it is completed.
  realm.intrinsic('HelperEnter', 2, (_f, _self, helper, method) => {
    const data = known(helper);
    if (data === undefined) return throwTypeError(realm, `Iterator Helper.prototype.${String(method)} called on incompatible receiver ${describe(realm, helper)}`);
    if (data.state === 'executing') return throwTypeError(realm, 'Generator is already running');
    if (data.state === 'completed') return false;
    data.state = 'executing';
    return true;
  });
  realm.intrinsic('HelperLeave', 2, (_f, _self, helper, goesOn) => {
    dataOf(helper).state = goesOn === true ? 'suspended' : 'completed';
    return undefined;
  });
  realm.intrinsic('HelperGet', 2, (_f, _self, helper, field) => {
    const data = dataOf(helper);
    // A keyed load that has seen all fields would be slower.
    switch (field as HelperField) {
      case 'kind':
        return data.kind;
      case 'iterator':
        return data.iterator;
      case 'next':
        return data.next;
      case 'callback':
        return data.callback;
      case 'counter':
        return data.counter;
      case 'inner':
        return data.inner;
      case 'innerNext':
        return data.innerNext;
    }
  });
  realm.intrinsic('HelperSet', 3, (_f, _self, helper, field, value) => {
    const data = dataOf(helper);
    if (field === 'counter') data.counter = value;
    else if (field === 'inner') data.inner = value;
    else data.innerNext = value;
    return undefined;
  });
}

function installWrapper(realm: Realm, iteratorPrototype: GuestObject): void {
  const proto = realm.prelude.makeObjectWith(iteratorPrototype);
  realm.intrinsics.set('WrapForValidIteratorPrototype', proto);
  defineHidden(proto, '$next', realm.selfHosted('WrapForValidIteratorPrototype_next'));
  defineHidden(proto, '$return', realm.selfHosted('WrapForValidIteratorPrototype_return'));
  realm.intrinsic('MakeWrappedIterator', 2, (_f, _self, iterator, next) => {
    const wrapper = realm.prelude.makeObjectWith(proto);
    new WrappedData(wrapper, iterator, next);
    return wrapper;
  });
  realm.intrinsic('WrappedGet', 2, (_f, _self, wrapper, field) => {
    const data = internalOf(wrapper, WrappedData);
    if (data === undefined) return throwTypeError(realm, `%WrapForValidIteratorPrototype% method called on incompatible receiver ${describe(realm, wrapper)}`);
    return data[field as 'iterator' | 'next'];
  });
}
