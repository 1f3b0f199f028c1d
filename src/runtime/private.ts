// Private names: host private fields of guest objects (I1). Own-only by construction, they work on frozen objects and are seen by no Proxy.
//
// All names that a class gives its instances are fields of one host class, evaluated from a text of its own: closures of one text share V8's feedback,
// which would be megamorphic if all classes of the guest shared one. That class is what allocates the instances of the guest's class: they have
// the fields from birth, which takes a third of the time of adding them. To what was made by others (a subclass, a builtin, whoever returns an object from
// a constructor) they are all added at once when the first is: stamped on by return override. These are other host fields, since a host
// class that only allocates is much faster than one that can do both. EMPTY in either means: not added yet.

import { STATIC_PRIVATE_NAME } from '../bytecode/opcodes.ts';
import type { HostCtor } from './prelude.ts';
import type { Realm } from './realm.ts';
import { slotName, SLOTS_PER_PAGE } from './slots.ts';
import { EMPTY, type GuestFunction, type GuestObject, type Scope, type Value } from './values.ts';

export const PRIVATE_FIELD = 0;
export const PRIVATE_METHOD = 1;
export const PRIVATE_ACCESSOR = 2;

/** The functions of one host field. All but `has` throw a host TypeError where they cannot do what they should. */
interface HostField {
  has(o: GuestObject): boolean;
  /** Gives EMPTY, or throws, where the object has no such field. */
  get(o: GuestObject): Value;
  set(o: GuestObject, value: Value): void;
  add(o: GuestObject, value: Value): void;
}

/** The host fields of one evaluation of a class. */
interface Layout {
  /** Allocates objects that have all fields, each EMPTY; null if fields are only stamped on. */
  readonly Born: BornClass | null;
  readonly fields: readonly HostField[];
  /** The functions that take the place of those of `fields` when an object is met that was not born with the fields. */
  readonly makeStamped: (() => readonly HostField[]) | null;
}

type BornClass = HostCtor & { readonly prototype: GuestObject };
/** `meet` adds field i to an object that was not born with the fields. */
type LayoutMaker = (empty: Value, meet: (i: number, o: GuestObject, value: Value) => void) => Layout;

/** Where the host evaluates no texts: each field is stamped on by itself. */
function makeField(): HostField {
  class Returner {
    constructor(o: object) {
      return o;
    }
  }
  class Stamped extends Returner {
    #value: Value;
    constructor(o: object, value: Value) {
      super(o);
      this.#value = value;
    }
    static has(o: object): boolean {
      return #value in o;
    }
    static get(o: object): Value {
      return (o as Stamped).#value;
    }
    static set(o: object, value: Value): void {
      (o as Stamped).#value = value;
    }
    static add(o: object, value: Value): void {
      new Stamped(o, value);
    }
  }
  return Stamped;
}

/** More fields than that are in several host classes: V8 has no hidden classes for objects of a thousand properties. */
const MOST_FIELDS = 100;
/** How many texts a realm has had, so that each is another one. Those of other realms may be the same: V8 keeps evaluated texts, and each closure's feedback by its realm. */
const textsOf = new WeakMap<Realm, number>();

function nextText(realm: Realm): number {
  const n = textsOf.get(realm) ?? 0;
  textsOf.set(realm, n + 1);
  return n;
}

/**
 * Field i is #bi of what was born with it, #si of what it was stamped on. `get` is short enough for V8 to inline it wherever it is called
 * (`--max-inlined-bytecode-size-small`), so it leaves it to the caller to look for EMPTY. `stamp` has enough bytecode that never runs for V8 not to inline it
 * (`--max-inlined-bytecode-size`): units are try blocks, and return override takes five times as long inlined into one. V8 has no fast path for
 * `#x in o` where that is false, so nothing that runs often may depend on one.
 */
function layoutText(realm: Realm, count: number, room: number, isBorn: boolean): string {
  const each = (text: (i: number) => string): string => Array.from({ length: count }, (_, i) => text(i)).join(' ');
  const init = (name: string): string => `{ if (o.${name} !== empty) fail(); o.${name} = v; }`;
  // While all objects are born with the fields; then where some of them have been, which `isUsed` says; and where none has.
  const born = (i: number): string => `{
      has: (o) => #b${i} in o && o.#b${i} !== empty,
      get: (o) => o.#b${i},
      set: (o, v) => { o.#b${i} = v; },
      add: (o, v) => { if (#b${i} in o) { ${init(`#b${i}`)} isUsed = true; } else meet(${i}, o, v); },
    },`;
  const stamped = (i: number): string => `{
      has: (o) => #s${i} in o ? o.#s${i} !== empty : #b${i} in o && o.#b${i} !== empty,
      get: (o) => #s${i} in o ? o.#s${i} : o.#b${i},
      set: (o, v) => { if (#s${i} in o) o.#s${i} = v; else o.#b${i} = v; },
      add: (o, v) => { if (#s${i} in o) ${init(`#s${i}`)} else if (#b${i} in o) ${init(`#b${i}`)} else { stamp(o); o.#s${i} = v; } },
    },`;
  const only = (i: number): string => `{
      has: (o) => #s${i} in o && o.#s${i} !== empty,
      get: (o) => o.#s${i},
      set: (o, v) => { o.#s${i} = v; },
      add: (o, v) => { if (#s${i} in o) ${init(`#s${i}`)} else { stamp(o); o.#s${i} = v; } },
    },`;
  // V8 gives the instances of a class room for as many further properties as there are such assignments, and 10 if there are none.
  const spare = room <= 10 ? '' : `constructor(never) { if (never === 0) ${Array.from({ length: Math.min(room, 80) }, (_, i) => `this.p${i} = `).join('')} 0; }`;
  const stampedClass = (more: string): string => `class Stamped extends Returner {
        ${each((i) => `#s${i} = empty;`)}
        constructor(o) { super(o); }
        static { const stamp = (o) => { if (o === 0) o = o${' + o'.repeat(250)}; new Stamped(o); }; ${more} }
      }`;
  const classes = isBorn
    ? `class Born {
      ${each((i) => `#b${i} = empty;`)} ${spare}
      static {
        fields = [${each(born)}];
        makeStamped = () => { let list; ${stampedClass(`list = isUsed ? [${each(stamped)}] : [${each(only)}];`)} return list; };
      }
    }
    delete Born.prototype.constructor;
    Born.standsIn = false;
    return { Born, fields, makeStamped };`
    : `${stampedClass(`fields = [${each(only)}];`)}
    return { Born: null, fields, makeStamped };`;
  return `(empty, meet) => {
    const fail = () => { throw new TypeError(); };
    function Returner(o) { return o; }
    let fields, makeStamped = null, isUsed = false;
    ${classes}
  } // ${nextText(realm)}`;
}

function isNoField(): never {
  throw new TypeError();
}
const isAbsent = (): boolean => false;
const brandIsAdded = (): void => {};

export class PrivateName {
  /** With its `#`. */
  readonly description: string;
  readonly kind: number;
  readonly isStatic: boolean;
  private readonly realm: Realm;
  /** The function of a private method; for an accessor its getter. */
  method: GuestFunction | undefined = undefined;
  setter: GuestFunction | undefined = undefined;
  /** It has its host field: from when the constructor of the class is made. */
  isPlaced = false;
  /** The methods and accessors of a class have one brand, which the first of them adds: this is another one, whose `add` does nothing. */
  sharesBrand = false;
  has: HostField['has'] = isAbsent;
  /** These two throw a host TypeError where the object has no such field, or the former gives EMPTY. */
  get: HostField['get'] = isNoField;
  set: HostField['set'] = isNoField;
  /** Adds the field or the brand; throws a host TypeError if the object has it already. */
  add: HostField['add'];
  constructor(realm: Realm, name: string, kind: number) {
    this.description = name.startsWith('#') ? name : '#' + name;
    this.isStatic = kind >= STATIC_PRIVATE_NAME;
    this.kind = this.isStatic ? kind - STATIC_PRIVATE_NAME : kind;
    this.realm = realm;
    // Only a class of hundreds of names leaves one for this.
    this.add = (o, value) => {
      placeAll(this.realm, [this], null, [], 0);
      this.add(o, value);
    };
  }

  place(field: HostField, sharesBrand: boolean): void {
    this.isPlaced = true;
    this.sharesBrand = sharesBrand;
    this.has = field.has;
    if (this.kind === PRIVATE_FIELD) {
      this.get = field.get;
      this.set = field.set;
    }
    this.add = sharesBrand ? brandIsAdded : field.add;
  }
}

/** A class that is evaluated more often than that shares the texts, as it shares its code: to evaluate one takes longer than anything else in the life of a class. */
const MOST_TEXTS = 4;

interface Makers {
  evaluations: number;
  instance: LayoutMaker[];
  own: LayoutMaker[];
}
/** By the linked template of a class's constructor. */
const makersOf = new WeakMap<object, Makers>();

/** What has the fields of a class stamped on from now on, by the host constructor whose instances are born with them. */
const bornClasses = new WeakMap<HostCtor, () => void>();

/** Instances of a class that inherits from `superclass` are not born with the fields of that. */
export function inheritPrivateNames(superclass: GuestFunction): void {
  if (superclass.ctor !== null) bornClasses.get(superclass.ctor)?.();
}

/**
 * Gives the private names in the scope of a class their host fields, and the class the host constructor of its instances, whose `prototype` is to be
 * that of the class. Gives it; null if the instances have no private names, or the host evaluates no texts. `room`: for how many further properties.
 */
export function placePrivateNames(f: GuestFunction, scope: Scope, room: number): BornClass | null {
  const names: PrivateName[] = [];
  for (let i = 0; i < SLOTS_PER_PAGE && slotName(i) in scope; i++) {
    const name = scope[slotName(i)] as unknown;
    if (name instanceof PrivateName && !name.isPlaced) names.push(name);
  }
  const { linked } = f;
  if (names.length === 0 || linked === null) return null;
  const makers = makersOf.get(linked) ?? { evaluations: 0, instance: [], own: [] };
  if (makers.evaluations++ < MOST_TEXTS) {
    makers.instance = [];
    makers.own = [];
  }
  makersOf.set(linked, makers);
  placeAll(linked.realm, names.filter((name) => name.isStatic), null, makers.own, 0);
  return placeAll(linked.realm, names.filter((name) => !name.isStatic), f, makers.instance, room);
}

/** `f`: the class whose instances are to be born with the fields. */
function placeAll(realm: Realm, names: readonly PrivateName[], f: GuestFunction | null, makers: LayoutMaker[], room: number): BornClass | null {
  // One place for all methods and accessors, one for each field.
  const functions = names.filter((name) => name.kind !== PRIVATE_FIELD);
  const places = names.filter((name) => name.kind === PRIVATE_FIELD).map((name) => [name]);
  if (functions.length > 0) places.unshift(functions);
  const place = (field: HostField, at: number): void => places[at].forEach((name, i) => name.place(field, i > 0));
  const { evaluate } = realm.host;
  if (evaluate === null) {
    for (let i = 0; i < places.length; i++) place(makeField(), i);
    return null;
  }
  let Born: BornClass | null = null;
  for (let n = 0; n * MOST_FIELDS < places.length; n++) {
    const from = n * MOST_FIELDS;
    const isBorn = f !== null && n === 0;
    const maker = (makers[n] ??= evaluate(layoutText(realm, Math.min(places.length - from, MOST_FIELDS), room, isBorn)) as LayoutMaker);
    // Where some objects are born with the fields and some are not, telling them apart takes time: from now on none is.
    let isStamped = false;
    const stampAll = (): void => {
      if (isStamped) return;
      isStamped = true;
      if (f !== null) f.ctor = null;
      layout.makeStamped?.().forEach((field, k) => place(field, from + k));
    };
    const layout = maker(EMPTY, (i, o, value) => {
      stampAll();
      places[from + i][0].add(o, value);
    });
    if (layout.Born !== null) bornClasses.set(layout.Born, stampAll);
    layout.fields.forEach((field, i) => place(field, from + i));
    Born ??= layout.Born;
  }
  if (f !== null) f.ctor = Born;
  return Born;
}
