// Private names: host private fields stamped onto guest objects by return override (I1).
//
// Own-only by construction, they work on frozen objects and are seen by no Proxy. The stamper of each private name of each evaluated
// class is a class evaluated from its own text: closures of one text share V8's feedback, so one that all names shared would be megamorphic.

import type { Realm } from './realm.ts';
import type { GuestFunction, GuestObject, Value } from './values.ts';

export const PRIVATE_FIELD = 0;
export const PRIVATE_METHOD = 1;
export const PRIVATE_ACCESSOR = 2;

interface Stamper {
  has(o: GuestObject): boolean;
  get(o: GuestObject): Value;
  set(o: GuestObject, value: Value): void;
  add(o: GuestObject, value: Value): void;
}

type Add = (o: GuestObject, value: Value) => void;
type StampClass = new (o: object, value: Value) => object;

/** Evaluated from its own text in the host realm, so it uses nothing from outside its body. */
function makeStamper(addBy: (Stamp: StampClass) => Add): Stamper {
  class Returner {
    constructor(o: object) {
      return o;
    }
  }
  class Stamp extends Returner {
    #value: Value;
    constructor(o: object, value: Value) {
      super(o);
      this.#value = value;
    }
    static has(o: object): boolean {
      return #value in o;
    }
    static get(o: object): Value {
      return (o as Stamp).#value;
    }
    static set(o: object, value: Value): void {
      (o as Stamp).#value = value;
    }
  }
  return { has: Stamp.has, get: Stamp.get, set: Stamp.set, add: addBy(Stamp) };
}

const addBy = (Stamp: StampClass): Add => (o, value) => void new Stamp(o, value);
/**
 * The same, with enough bytecode that never runs for V8 not to inline it (`--max-inlined-bytecode-size`). Units are try blocks, and the
 * constructor takes 10 ns inlined into one, 2 ns by itself.
 */
const ADD_BY = `(Stamp) => (o, value) => { if (o === 0) o = o${' + o'.repeat(250)}; new Stamp(o, value); }`;

function isNoField(): never {
  throw new TypeError();
}

export class PrivateName {
  /** With its `#`. */
  readonly description: string;
  readonly kind: number;
  /** The function of a private method; for an accessor its getter. */
  method: GuestFunction | undefined = undefined;
  setter: GuestFunction | undefined = undefined;
  readonly has: Stamper['has'];
  /** These two throw a host TypeError where the object has no such field. */
  readonly get: Stamper['get'];
  readonly set: Stamper['set'];
  /** Adds the field or the brand; throws a host TypeError if the object has it already. */
  readonly add: Stamper['add'];
  constructor(realm: Realm, name: string, kind: number) {
    this.description = name.startsWith('#') ? name : '#' + name;
    this.kind = kind;
    const { evaluate } = realm.host;
    const stamper = evaluate === null ? makeStamper(addBy) : (evaluate(`(${makeStamper.toString()})(${ADD_BY})`) as Stamper);
    this.has = stamper.has;
    this.get = kind === PRIVATE_FIELD ? stamper.get : isNoField;
    this.set = kind === PRIVATE_FIELD ? stamper.set : isNoField;
    this.add = stamper.add;
  }
}
