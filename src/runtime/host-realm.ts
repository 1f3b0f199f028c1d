// The host realm: where generated code and the prelude are evaluated, and whose intrinsics the guest's prototypes are (I1).
//
// A provider gives an emptied realm (src/host/node-realm.ts makes one from node:vm) or, through `fallbackRealm` here, the
// VM's own host realm with null-rooted prototypes: same results, slower on holes and out-of-bounds reads.

import { hostCollections } from './collections.ts';
import { hostViews, type HostViews } from './host-views.ts';
import { iteratorSteps } from './iterator-steps.ts';
import { prelude, type Prelude } from './prelude.ts';
import { EMPTY, type GuestObject } from './values.ts';

/** The intrinsics of a host realm that are also those of the guest. */
export interface RealmIntrinsics {
  readonly objectPrototype: GuestObject;
  readonly stringPrototype: GuestObject;
  readonly numberPrototype: GuestObject;
  readonly booleanPrototype: GuestObject;
  readonly symbolPrototype: GuestObject;
  readonly bigintPrototype: GuestObject;
}

export interface HostRealm extends RealmIntrinsics {
  /** True if the realm's own prototypes are the guest's: literals in generated code give guest objects. */
  readonly emptied: boolean;
  readonly prelude: Prelude;
  /** Buffers and their views; made when they are first asked for. */
  readonly views: HostViews;
  /** See iterator-steps.ts. */
  readonly iteratorSteps: typeof iteratorSteps;
  /** See collections.ts. */
  readonly collections: typeof hostCollections;
  /** Evaluates the text of an expression as strict code in the realm; null where the host forbids it (interpreter only). */
  readonly evaluate: ((source: string) => unknown) | null;
  /** How many lines the host counts before the first one of a text that is evaluated. */
  readonly linesBefore: number;
  /** True for an Error that the host itself raised, in this realm or in the VM's own. Guest errors are not host errors. */
  isHostError(error: unknown): error is Error;
  /** True for the host's stack overflow: never a trap (I4). */
  isStackOverflow(error: unknown): boolean;
  /** A monotonic clock of the host, in milliseconds. */
  monotonic(): number;
}

const hostMonotonic = (): number => performance.now();

export interface HostRealmProvider {
  (): HostRealm;
}

/** True where `new Function` is allowed. */
function canEvaluate(): boolean {
  try {
    return new Function('return 1')() === 1;
  } catch {
    // A content security policy that forbids evaluation throws EvalError here: that is the answer, not a fault.
    return false;
  }
}

const evaluateHere = (source: string): unknown => (new Function(`"use strict"; return (${source}\n);`) as () => unknown)();

export const fallbackRealm: HostRealmProvider = () => {
  const objectPrototype = Object.create(null) as GuestObject;
  const stringPrototype = Object.setPrototypeOf(new String(''), objectPrototype) as GuestObject;
  const plain = (): GuestObject => Object.create(objectPrototype) as GuestObject;
  let views: HostViews | undefined;
  return {
    emptied: false,
    objectPrototype,
    stringPrototype,
    numberPrototype: plain(),
    booleanPrototype: plain(),
    symbolPrototype: plain(),
    bigintPrototype: plain(),
    iteratorSteps,
    collections: hostCollections,
    prelude: prelude({ emptied: false, empty: EMPTY, objectPrototype }),
    get views() {
      return (views ??= hostViews(false, objectPrototype));
    },
    evaluate: canEvaluate() ? evaluateHere : null,
    // CreateDynamicFunction (20.2.1.1.1) puts its head in two lines.
    linesBefore: 2,
    isHostError: (error): error is Error => error instanceof Error,
    isStackOverflow: (error) => error instanceof RangeError && /call stack/i.test(error.message),
    monotonic: hostMonotonic,
  };
};

/** Text that, evaluated in a fresh realm, empties it and gives what `emptiedRealm` needs. */
export const EMPTYING = `(() => {
  'use strict';
  // Prototypes of buffers and their views are emptied when these are first made (host-views.ts).
  // What a host operator or a host builtin consults on a prototype goes; 'constructor' and the iterators of arrays
  // stay, since deleting them invalidates protectors of the whole isolate (prototypes/emptied-realm-side-effects.mjs). No guest key is
  // mangled to any of the names that stay.
  const consulted = new Set(['toString', 'valueOf', 'toLocaleString', 'toJSON']);
  const keep = (proto, names) => {
    for (const key of Reflect.ownKeys(proto)) {
      if (key === 'constructor' || key === 'length') continue;
      if (typeof key === 'symbol' ? proto === Array.prototype && key === Symbol.iterator : names && !consulted.has(key)) continue;
      delete proto[key];
    }
  };
  keep(Array.prototype, true);
  keep(String.prototype, true);
  for (const C of [Object, Number, Boolean, Symbol, BigInt]) keep(C.prototype, false);
  return { objectPrototype: Object.prototype, stringPrototype: String.prototype, numberPrototype: Number.prototype,
    booleanPrototype: Boolean.prototype, symbolPrototype: Symbol.prototype, bigintPrototype: BigInt.prototype,
    Error, RangeError };
})()`;

/**
 * Builds a host realm from a fresh realm that nobody else uses; `evaluate` evaluates the text of an expression in it, before which the host counts
 * `linesBefore` lines, and `monotonic` is a monotonic clock of its host in milliseconds.
 */
export function emptiedRealm(evaluate: (source: string) => unknown, linesBefore = 0, monotonic = hostMonotonic): HostRealm {
  const inner = evaluate(EMPTYING) as RealmIntrinsics & { Error: ErrorConstructor; RangeError: RangeErrorConstructor };
  const makePrelude = evaluate(`(${prelude.toString()})`) as typeof prelude;
  let views: HostViews | undefined;
  return {
    emptied: true,
    objectPrototype: inner.objectPrototype,
    stringPrototype: inner.stringPrototype,
    numberPrototype: inner.numberPrototype,
    booleanPrototype: inner.booleanPrototype,
    symbolPrototype: inner.symbolPrototype,
    bigintPrototype: inner.bigintPrototype,
    prelude: makePrelude({ emptied: true, empty: EMPTY, objectPrototype: inner.objectPrototype }),
    get views() {
      return (views ??= (evaluate(`(${hostViews.toString()})`) as typeof hostViews)(true, inner.objectPrototype));
    },
    get iteratorSteps() {
      return evaluate(`(${iteratorSteps.toString()})`) as typeof iteratorSteps;
    },
    get collections() {
      return evaluate(`(${hostCollections.toString()})`) as typeof hostCollections;
    },
    evaluate,
    linesBefore,
    isHostError: (error): error is Error => error instanceof inner.Error || error instanceof Error,
    isStackOverflow: (error) => (error instanceof inner.RangeError || error instanceof RangeError) && /call stack/i.test((error as Error).message),
    monotonic,
  };
}
