// Facts about single objects of the guest, noted as host private fields: no own property that anybody could list, copy or freeze. They are stamped
// on by return override, which takes V8 5 ns where the first entry of a key in a WeakMap takes 150 to 1,000 with the collector's part of it.
// Each fact has a class of its own text, so that V8 has feedback for each.

// An object that is not extensible is not stamped but listed: newer engines refuse it fields.

/** Objects that could not be stamped with a fact. */
class Unstamped {
  private readonly objects = new WeakSet<object>();
  private any = false;

  has(o: object): boolean {
    return this.any && this.objects.has(o);
  }

  /** False if the object can be stamped. */
  takes(o: object): boolean {
    if (Object.isExtensible(o)) return false;
    this.objects.add(o);
    this.any = true;
    return true;
  }
}

/** Its derived classes add their fields to the object that it is given. */
class Returner {
  constructor(o: object) {
    return o;
  }
}

/** An array that is not simple (objects.ts). */
export class ComplexStamp extends Returner {
  private static readonly unstamped = new Unstamped();
  readonly #isComplex = true;

  static has(o: object): boolean {
    return #isComplex in o || ComplexStamp.unstamped.has(o);
  }

  static add(o: object): void {
    if (!(#isComplex in o) && !ComplexStamp.unstamped.takes(o)) new ComplexStamp(o);
  }
}

/** An object whose properties the host may not copy (objects.ts). */
export class UnspreadableStamp extends Returner {
  private static readonly unstamped = new Unstamped();
  readonly #isUnspreadable = true;

  static has(o: object): boolean {
    return #isUnspreadable in o || UnspreadableStamp.unstamped.has(o);
  }

  static add(o: object): void {
    if (!(#isUnspreadable in o) && !UnspreadableStamp.unstamped.takes(o)) new UnspreadableStamp(o);
  }
}

/** The first prototype of an object that has got another one since, as far as objects.ts notes it: it was extensible then, or would have kept it. */
export class FormerPrototypeStamp extends Returner {
  readonly #former: object;

  constructor(o: object, former: object) {
    super(o);
    this.#former = former;
  }

  static has(o: object): boolean {
    return #former in o;
  }

  static get(o: object): object | undefined {
    return #former in o ? o.#former : undefined;
  }

  static add(o: object, former: object): void {
    new FormerPrototypeStamp(o, former);
  }
}
