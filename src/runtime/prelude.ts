// The prelude: host functions that make guest objects, evaluated inside the host realm of a VM.
//
// Takes the names of what it shares with the rest of the VM; gives constructors and makers whose results have guest
// prototypes. It is evaluated in that realm from its own text, because V8 does not inline calls across realms, so it may
// use nothing from outside its body; where no realm can be made it is simply called.

import type { GuestFunction, GuestObject, HostCode, HostConstruct, LinkedFunction, NativeInfo, Scope, Value } from './values.ts';

/** Elements of an arguments object that `makeArguments` gives it; the others are its caller's. */
export const ARGUMENTS_MADE = 3;

export interface PreludeInput {
  /** True if the code runs in an emptied realm, where literals have guest prototypes. */
  emptied: boolean;
  empty: Value;
  /** Prototype of ordinary objects and of arrays; those of the emptied realm itself if there is one. */
  objectPrototype: GuestObject;
}

/** What allocates the instances of a guest's function. */
export interface HostCtor {
  new (): GuestObject;
  standsIn: boolean;
}

export interface IterationTestParts {
  readonly complexity: { readonly any: boolean; readonly otherPrototypes: boolean };
  readonly protectors: { readonly elements: boolean; readonly iteration: boolean };
  readonly iterator: symbol;
  readonly arrayPrototype: GuestObject;
  readonly iteratorProto: GuestObject;
  readonly method: Value;
  readonly next: Value;
}

export interface Prelude {
  /** Hidden prototype of all closures, between them and the guest's Function.prototype (function.ts). */
  /** Host functions that V8 inlines only where caller and callee are of one realm. */
  readonly isArray: (v: unknown) => boolean;
  readonly isView: (v: unknown) => boolean;
  readonly getPrototypeOf: (o: object) => object | null;
  /** The same, which V8 folds to a constant where a named property of the object has been read before: it knows the hidden class then. */
  readonly prototypeOfRead: (o: object) => object | null;
  readonly math: Math;
  readonly functionHidden: GuestObject;
  readonly GuestFunction: new (
    code: HostCode,
    linked: LinkedFunction | null,
    scope: Scope | undefined,
    construct: HostConstruct | null,
    proto: Value,
    lazy: number,
    native: NativeInfo | null,
  ) => GuestFunction;
  /** A further constructor of closures, whose hidden prototype is another. */
  readonly makeFunctionClass: () => { readonly hidden: GuestObject; readonly GuestFunction: Prelude['GuestFunction'] };
  readonly makeObject: () => GuestObject;
  /**
   * An arguments object with its first elements (ARGUMENTS_MADE), its length, its iterator method, and, if there is one, its callee, all enumerable; null where
   * there is no emptied realm.
   */
  readonly makeArguments: ((list: ArrayLike<Value>, iterator: symbol, values: Value, callee: Value | null) => GuestObject) | null;
  /** Complete property descriptors as objects of the guest; null where there is no emptied realm. */
  readonly makeDataDescriptor: ((value: Value, writable: boolean, enumerable: boolean, configurable: boolean) => GuestObject) | null;
  readonly makeAccessorDescriptor: ((get: Value, set: Value, enumerable: boolean, configurable: boolean) => GuestObject) | null;
  readonly makeObjectWith: (proto: GuestObject | null) => GuestObject;
  /** The same without a prototype, which the host makes faster where that is said. */
  readonly makeBareObject: () => GuestObject;
  /** An empty array, or one of `length` holes. */
  readonly makeArray: (length: number) => Value[] & GuestObject;
  /** `plain` goes to false when the guest puts accessors or read-only elements on a prototype of arrays. */
  readonly elements: { plain: boolean };
  /** An array with the elements of `list` (any host array). */
  readonly makeArrayFrom: (list: ArrayLike<Value>) => Value[] & GuestObject;
  /** A new array with the elements of an array that is iterated as ever. */
  readonly copyArray: (list: Value[]) => Value[] & GuestObject;
  /** A new array with the elements of two of them that are iterated as ever. */
  readonly concatArrays: (list: Value[], more: Value[]) => Value[] & GuestObject;
  /** The arrays of the strings of a list, of [names[i], o[keys[i]]], and of o[keys[i]], where no prototype of arrays has anything in the way of elements. */
  readonly makeStrings: (list: readonly string[]) => Value[] & GuestObject;
  readonly makeEntries: (names: readonly string[], keys: readonly string[], o: GuestObject) => Value[] & GuestObject;
  readonly makeValues: (keys: readonly string[], o: GuestObject) => Value[] & GuestObject;
  /**
   * The test of isArrayIterationPristine (iteration.ts) as a function of the realm, which the host can put in the place of its calls in generated code;
   * `general` is asked where it does not hold, for an array or a view.
   */
  readonly makeIterationTest: (parts: IterationTestParts, general: (value: Value) => boolean) => (value: Value) => boolean;
  /** The test of arrayLiteralsIterate (iteration.ts). */
  readonly makeLiteralIterationTest: (parts: IterationTestParts) => () => boolean;
  /**
   * Lets V8 know that an object is a prototype. It makes prototypes fast when a property is looked up through them, but not from primitives: those
   * that lost properties when the realm was emptied would stay dictionaries, whose methods V8 neither finds fast nor knows when it optimises.
   */
  readonly settlePrototype: (proto: GuestObject) => void;
  /** The array that a match of a regular expression gives: of the strings of `match`, with `index`, `input` and `groups`. */
  readonly makeMatch: (match: ArrayLike<Value>, index: Value, input: Value, groups: Value) => Value[] & GuestObject;
  /** CreateIterResultObject; null where there is no emptied realm. */
  readonly makeIterResult: ((value: Value, done: boolean) => GuestObject) | null;
  /** The array [a, b]. */
  readonly makePair: (a: Value, b: Value) => Value[] & GuestObject;
  /** The host constructor of arrays and its prototype, the guest's Array.prototype. */
  readonly arrayPrototype: GuestObject;
  /**
   * A host constructor without effects; its `prototype` is `proto`. Its instances have room for about so many properties; V8 tracks the
   * slack, and takes back what the first ones do not use. `standsIn`: the guest's function has something else than an object as its `prototype`.
   */
  readonly makeCtor: (proto: GuestObject, properties: number, standsIn?: boolean) => HostCtor;
  /** A host constructor of objects with a property `lastIndex` that is 0, which is assigned: no object of the chain may have an accessor or a read-only property in its way. */
  readonly makeRegExpCtor: (proto: GuestObject) => HostCtor;
  /**
   * Maker of scopes with `lexical.length` slots. Scopes are object literals with the keys up, v0, v1, ... in this order, here and
   * in generated code, so all scopes of one size share one hidden class. They are internal: their prototype is of no matter.
   */
  readonly makeScopeMaker: (lexical: readonly boolean[], slotNames: readonly `v${number}`[]) => (up: Scope | undefined) => Scope;
}

export function prelude(input: PreludeInput): Prelude {
  'use strict';
  const { emptied, empty, objectPrototype } = input;
  // What runs often names no global: those of a node:vm context are read through interceptors, which takes 0.15 us.
  const { create } = Object;
  const makeFunctionClass: Prelude['makeFunctionClass'] = () => {
    const GuestFunctionClass = function (
      this: GuestFunction,
      code: HostCode,
      linked: LinkedFunction | null,
      scope: Scope | undefined,
      construct: HostConstruct | null,
      proto: Value,
      lazy: number,
      native: NativeInfo | null,
    ): void {
      this.fn = this;
      this.code = code;
      this.linked = linked;
      this.scope = scope;
      this.home = undefined;
      this.construct = construct;
      this.ctor = null;
      this.proto = proto;
      this.lazy = lazy;
      this.fields = undefined;
      this.native = native;
      this.data = undefined;
    } as unknown as Prelude['GuestFunction'];
    const hidden = Object.create(objectPrototype) as GuestObject;
    (GuestFunctionClass as { prototype: unknown }).prototype = hidden;
    return { hidden, GuestFunction: GuestFunctionClass };
  };
  const ordinary = makeFunctionClass();

  class FallbackArray extends Array<Value> {}
  if (!emptied) {
    delete (FallbackArray.prototype as { constructor?: unknown }).constructor;
    Object.setPrototypeOf(FallbackArray.prototype, objectPrototype);
    // Host code of ours spreads such arrays; no guest key reaches a host symbol.
    Object.defineProperty(FallbackArray.prototype, Symbol.iterator, { value: Array.prototype[Symbol.iterator], configurable: true });
  }
  const FallbackObject = function () {} as unknown as new () => GuestObject;
  (FallbackObject as { prototype: unknown }).prototype = objectPrototype;
  type GuestArray = Value[] & GuestObject;
  // An array literal or `new Array` here would be one allocation site for all arrays of the VM, and the first array of objects would
  // make V8 box the numbers of all later ones. An array that Reflect.construct makes has no allocation site.
  const construct = Reflect.construct as (f: unknown, args: readonly unknown[]) => GuestArray;
  const none: readonly unknown[] = [];
  const ArrayConstructor = Array;
  const makeArray = (
    emptied
      ? (length: number) => construct(ArrayConstructor, [length])
      : (length: number) => {
          const array = new FallbackArray();
          if (length > 0) array.length = length;
          return array;
        }
  ) as Prelude['makeArray'];

  // See elements.ts: a store that sees a few kinds of arrays only would box numbers in all of them.
  const storeElement = (array: GuestArray, i: number, value: Value): void => {
    array[i] = value;
  };
  for (let round = 0; round < 3; round++) for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) storeElement({ [name]: undefined } as unknown as GuestArray, 0, undefined);
  const elements = { plain: true };
  const makeArrayFrom: Prelude['makeArrayFrom'] = (list) => {
    const n = list.length;
    const array = construct(emptied ? ArrayConstructor : FallbackArray, none);
    if (elements.plain) {
      for (let i = 0; i < n; i++) storeElement(array, i, list[i]);
    } else {
      // An assignment would run a setter that the guest put on a prototype.
      for (let i = 0; i < n; i++) Object.defineProperty(array, i, { value: list[i], writable: true, enumerable: true, configurable: true });
    }
    return array;
  };

  // V8 gives the instances of a function room for as many properties as there are assignments to properties of `this` in its text, and 8
  // more, or 10 if there are none; it never asks whether they run.
  const ctorMakers = {
    upTo24: () =>
      function (this: Record<string, unknown>) {
        if (new.target !== undefined) return;
        this.p0 = this.p1 = this.p2 = this.p3 = this.p4 = this.p5 = this.p6 = this.p7 = this.p8 = this.p9 = undefined;
        this.p10 = this.p11 = this.p12 = this.p13 = this.p14 = this.p15 = undefined;
      },
    upTo48: () =>
      function (this: Record<string, unknown>) {
        if (new.target !== undefined) return;
        this.p0 = this.p1 = this.p2 = this.p3 = this.p4 = this.p5 = this.p6 = this.p7 = this.p8 = this.p9 = undefined;
        this.p10 = this.p11 = this.p12 = this.p13 = this.p14 = this.p15 = this.p16 = this.p17 = this.p18 = this.p19 = undefined;
        this.p20 = this.p21 = this.p22 = this.p23 = this.p24 = this.p25 = this.p26 = this.p27 = this.p28 = this.p29 = undefined;
        this.p30 = this.p31 = this.p32 = this.p33 = this.p34 = this.p35 = this.p36 = this.p37 = this.p38 = this.p39 = undefined;
      },
    upTo88: () =>
      function (this: Record<string, unknown>) {
        if (new.target !== undefined) return;
        this.p0 = this.p1 = this.p2 = this.p3 = this.p4 = this.p5 = this.p6 = this.p7 = this.p8 = this.p9 = undefined;
        this.p10 = this.p11 = this.p12 = this.p13 = this.p14 = this.p15 = this.p16 = this.p17 = this.p18 = this.p19 = undefined;
        this.p20 = this.p21 = this.p22 = this.p23 = this.p24 = this.p25 = this.p26 = this.p27 = this.p28 = this.p29 = undefined;
        this.p30 = this.p31 = this.p32 = this.p33 = this.p34 = this.p35 = this.p36 = this.p37 = this.p38 = this.p39 = undefined;
        this.p40 = this.p41 = this.p42 = this.p43 = this.p44 = this.p45 = this.p46 = this.p47 = this.p48 = this.p49 = undefined;
        this.p50 = this.p51 = this.p52 = this.p53 = this.p54 = this.p55 = this.p56 = this.p57 = this.p58 = this.p59 = undefined;
        this.p60 = this.p61 = this.p62 = this.p63 = this.p64 = this.p65 = this.p66 = this.p67 = this.p68 = this.p69 = undefined;
        this.p70 = this.p71 = this.p72 = this.p73 = this.p74 = this.p75 = this.p76 = this.p77 = this.p78 = this.p79 = undefined;
      },
  };

  // A literal is never looked up on a prototype; it is only for the arrays of matches, which are all of one kind.
  const makeTexts: (match: ArrayLike<Value>) => GuestArray = !emptied
    ? makeArrayFrom
    : (match) => {
        switch (match.length) {
          case 1:
            return [match[0]] as unknown as GuestArray;
          case 2:
            return [match[0], match[1]] as unknown as GuestArray;
          case 3:
            return [match[0], match[1], match[2]] as unknown as GuestArray;
          case 4:
            return [match[0], match[1], match[2], match[3]] as unknown as GuestArray;
          case 5:
            return [match[0], match[1], match[2], match[3], match[4]] as unknown as GuestArray;
          case 6:
            return [match[0], match[1], match[2], match[3], match[4], match[5]] as unknown as GuestArray;
          case 7:
            return [match[0], match[1], match[2], match[3], match[4], match[5], match[6]] as unknown as GuestArray;
          default: {
            if (!elements.plain || match.length === 0) return makeArrayFrom(match);
            const array = [match[0], match[1], match[2], match[3], match[4], match[5], match[6], match[7]] as unknown as GuestArray;
            for (let i = 8; i < match.length; i++) array[i] = match[i];
            return array;
          }
        }
      };
  const makeMatch: Prelude['makeMatch'] = (match, index, input, groups) => {
    const array = makeTexts(match);
    if ('$index' in array || '$input' in array || '$groups' in array) {
      // An assignment would run a setter that the guest put on a prototype.
      const entries: [string, Value][] = [['$index', index], ['$input', input], ['$groups', groups]];
      for (let i = 0; i < 3; i++) Object.defineProperty(array, entries[i][0], { value: entries[i][1], writable: true, enumerable: true, configurable: true });
    } else {
      array.$index = index;
      array.$input = input;
      array.$groups = groups;
    }
    return array;
  };

  return {
    isArray: Array.isArray,
    isView: ArrayBuffer.isView,
    makeIterationTest: ({ complexity, protectors, iterator, arrayPrototype: original, iteratorProto, method, next }, general) => {
      const { isArray } = Array;
      const { isView } = ArrayBuffer;
      const { getPrototypeOf } = Reflect;
      return (value) =>
        (isArray(value) &&
          !complexity.any &&
          protectors.elements &&
          protectors.iteration &&
          (complexity.otherPrototypes ? getPrototypeOf(value) === (original as object) : value !== (original as unknown)) &&
          (value as unknown as Record<symbol, Value>)[iterator] === method &&
          iteratorProto.$next === next &&
          !('$return' in iteratorProto)) ||
        ((isArray(value) || isView(value)) && general(value));
    },
    makeLiteralIterationTest:
      ({ protectors, iterator, arrayPrototype: original, iteratorProto, method, next }) =>
      () =>
        protectors.elements &&
        protectors.iteration &&
        (original as unknown as Record<symbol, Value>)[iterator] === method &&
        iteratorProto.$next === next &&
        !('$return' in iteratorProto),
    settlePrototype: (proto) => {
      const object = Object.create(proto) as GuestObject;
      // No name of the guest, which might have an accessor there.
      const look = (o: GuestObject): unknown => (o as { internal?: unknown }).internal;
      for (let i = 0; i < 10; i++) look(object);
    },
    makeMatch,
    getPrototypeOf: Reflect.getPrototypeOf,
    prototypeOfRead: Object.getPrototypeOf as (o: object) => object | null,
    math: Math,
    functionHidden: ordinary.hidden,
    makeFunctionClass,
    elements,
    GuestFunction: ordinary.GuestFunction,
    makeObject: emptied ? () => ({}) as GuestObject : () => new FallbackObject(),
    makeArguments: emptied
      ? (list, iterator, values, callee) => {
          // Elements that stand in the text come with the object, if they stand first in it.
          const internal = undefined;
          const $length = list.length;
          if (callee === null) {
            switch ($length) {
              case 0:
                return { internal, $length, [iterator]: values } as unknown as GuestObject;
              case 1:
                return { 0: list[0], internal, $length, [iterator]: values } as unknown as GuestObject;
              case 2:
                return { 0: list[0], 1: list[1], internal, $length, [iterator]: values } as unknown as GuestObject;
              default:
                return { 0: list[0], 1: list[1], 2: list[2], internal, $length, [iterator]: values } as unknown as GuestObject;
            }
          }
          switch ($length) {
            case 0:
              return { internal, $length, $callee: callee, [iterator]: values } as unknown as GuestObject;
            case 1:
              return { 0: list[0], internal, $length, $callee: callee, [iterator]: values } as unknown as GuestObject;
            case 2:
              return { 0: list[0], 1: list[1], internal, $length, $callee: callee, [iterator]: values } as unknown as GuestObject;
            default:
              return { 0: list[0], 1: list[1], 2: list[2], internal, $length, $callee: callee, [iterator]: values } as unknown as GuestObject;
          }
        }
      : null,
    makeDataDescriptor: emptied
      ? (value, writable, enumerable, configurable) => ({ $value: value, $writable: writable, $enumerable: enumerable, $configurable: configurable }) as unknown as GuestObject
      : null,
    makeAccessorDescriptor: emptied
      ? (get, set, enumerable, configurable) => ({ $get: get, $set: set, $enumerable: enumerable, $configurable: configurable }) as unknown as GuestObject
      : null,
    makeObjectWith: (proto) => (proto === null ? create(null) : create(proto)) as GuestObject,
    makeBareObject: () => create(null) as GuestObject,
    makeArray,
    makeArrayFrom,
    makeIterResult: emptied ? (value, done) => ({ $value: value, $done: done }) as unknown as GuestObject : null,
    makePair: emptied ? (a, b) => [a, b] as unknown as GuestArray : (a, b) => makeArrayFrom([a, b]),
    copyArray: emptied ? (list) => [...list] as unknown as GuestArray : makeArrayFrom,
    concatArrays: emptied
      ? (list, more) => [...list, ...more] as unknown as GuestArray
      : (list, more) => {
          const both: Value[] = [];
          for (let i = 0; i < list.length; i++) both[i] = list[i];
          for (let i = 0; i < more.length; i++) both[list.length + i] = more[i];
          return makeArrayFrom(both);
        },
    makeStrings: (list) => {
      if (emptied) {
        // Most lists are short, and a literal has its room at once.
        switch (list.length) {
          case 1:
            return [list[0]] as unknown as Value[] & GuestObject;
          case 2:
            return [list[0], list[1]] as unknown as Value[] & GuestObject;
          case 3:
            return [list[0], list[1], list[2]] as unknown as Value[] & GuestObject;
          case 4:
            return [list[0], list[1], list[2], list[3]] as unknown as Value[] & GuestObject;
          case 5:
            return [list[0], list[1], list[2], list[3], list[4]] as unknown as Value[] & GuestObject;
        }
      }
      const strings = makeArray(0);
      for (let i = 0; i < list.length; i++) strings[i] = list[i];
      return strings;
    },
    makeEntries: (names, keys, o) => {
      const entries = makeArray(0);
      for (let i = 0; i < keys.length; i++) entries[i] = (emptied ? [names[i], o[keys[i]]] : makeArrayFrom([names[i], o[keys[i]]])) as unknown as Value;
      return entries;
    },
    makeValues: (keys, o) => {
      const values = makeArray(0);
      for (let i = 0; i < keys.length; i++) values[i] = o[keys[i]];
      return values;
    },
    arrayPrototype: (emptied ? Array.prototype : FallbackArray.prototype) as unknown as GuestObject,
    makeCtor: (proto, properties, standsIn = false) => {
      const { upTo24, upTo48, upTo88 } = ctorMakers;
      const Ctor = (properties <= 10 ? function () {} : properties <= 24 ? upTo24() : properties <= 48 ? upTo48() : upTo88()) as unknown as HostCtor;
      (Ctor as { prototype: unknown }).prototype = proto;
      Ctor.standsIn = standsIn;
      return Ctor;
    },
    makeRegExpCtor: (proto) => {
      const Ctor = function (this: GuestObject) {
        this.$lastIndex = 0;
      } as unknown as HostCtor;
      (Ctor as { prototype: unknown }).prototype = proto;
      Ctor.standsIn = false;
      return Ctor;
    },
    makeScopeMaker: (lexical, slotNames) => {
      const n = lexical.length;
      // An array of the realm would show the guest's setters on Array.prototype.
      const initial = (i: number): Value => (lexical[i] ? empty : undefined);
      const a = initial(0);
      const b = initial(1);
      const c = initial(2);
      const d = initial(3);
      const e = initial(4);
      const f = initial(5);
      switch (n) {
        case 1:
          return (up) => ({ up, v0: a });
        case 2:
          return (up) => ({ up, v0: a, v1: b });
        case 3:
          return (up) => ({ up, v0: a, v1: b, v2: c });
        case 4:
          return (up) => ({ up, v0: a, v1: b, v2: c, v3: d });
        case 5:
          return (up) => ({ up, v0: a, v1: b, v2: c, v3: d, v4: e });
        case 6:
          return (up) => ({ up, v0: a, v1: b, v2: c, v3: d, v4: e, v5: f });
        default: {
          // V8 takes hidden classes of more than 128 fields that have changed away from an object that gets one more field. So the first scope is made by definitions, before
          // any of its fields has changed, and the others follow it; and its hidden classes begin at a constructor of its own, since those of another scope have changed.
          const Page = function (this: Scope, up: Scope | undefined) {
            this.up = up;
          } as unknown as new (up: Scope | undefined) => Scope;
          (Page as { prototype: unknown }).prototype = Object.prototype;
          let isFirst = true;
          const put = (page: Scope, name: `v${number}` | `p${number}`, value: Value | Scope): void => {
            if (isFirst) Reflect.defineProperty(page, name, { value, writable: true, enumerable: true, configurable: true });
            else page[name] = value as Value & Scope;
          };
          const perPage = slotNames.length;
          const fill = (page: Scope, from: number): Scope => {
            const count = from + perPage < n ? perPage : n - from;
            for (let i = 0; i < count; i++) put(page, slotNames[i], initial(from + i));
            return page;
          };
          return (up) => {
            const scope = fill(new Page(up), 0);
            for (let p = 1; p * perPage < n; p++) put(scope, `p${p}`, fill(new Page(undefined), p * perPage));
            isFirst = false;
            return scope;
          };
        }
      }
    },
  };
}
