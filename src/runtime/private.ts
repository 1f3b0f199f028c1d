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

/** Evaluated from its own text in the host realm, so it uses nothing from outside its body. */
function makeStamper(): Stamper {
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
  return { has: Stamp.has, get: Stamp.get, set: Stamp.set, add: (o, value) => void new Stamp(o, value) };
}

export class PrivateName {
  /** With its `#`. */
  readonly description: string;
  readonly kind: number;
  /** The function of a private method; for an accessor its getter. */
  method: GuestFunction | undefined = undefined;
  setter: GuestFunction | undefined = undefined;
  readonly has: Stamper['has'];
  readonly get: Stamper['get'];
  readonly set: Stamper['set'];
  /** Adds the field or the brand; throws a host TypeError if the object has it already. */
  readonly add: Stamper['add'];
  constructor(realm: Realm, name: string, kind: number) {
    this.description = name.startsWith('#') ? name : '#' + name;
    this.kind = kind;
    const { evaluate } = realm.host;
    const stamper = evaluate === null ? makeStamper() : (evaluate(`(${makeStamper.toString()})()`) as Stamper);
    this.has = stamper.has;
    this.get = stamper.get;
    this.set = stamper.set;
    this.add = stamper.add;
  }
}
