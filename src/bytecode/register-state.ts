// The state of a register in the verifier's analysis, packed into one word.
//
// The low half is the mask of the kinds that the register may hold (kinds.ts). The high half is the index of a detail,
// which says more about a scope or a marker, *if* the register holds one: for a scope its chain; for the marker of a fast
// iteration the other two registers of that iteration. Without a scope or marker there is no detail, so that equal states
// are equal words. CONFLICT is the detail that says nothing, where ways with different details meet.

import type { Chain } from './chains.ts';
import { Kind } from './kinds.ts';

const MASK = 0xffff;
const DETAILED = Kind.scope | Kind.marker;
const CONFLICT = 1;
const MAX_DETAILS = 0xffff;

export interface Detail {
  /** Of a scope. */
  readonly chain?: Chain;
  /** Slots of a fresh scope that have to be set before anything else is done with it. */
  readonly pending: readonly number[];
  /** Of a marker: the registers of the iterable and of the cursor. */
  readonly iterable: number;
  readonly cursor: number;
}

const NOTHING: Detail = { pending: [], iterable: -1, cursor: -1 };

/** A scope of which nothing is known. */
export const UNKNOWN_SCOPE = Kind.scope | (CONFLICT << 16);

export function kindsOf(state: number): number {
  return state & MASK;
}

export function isConflict(state: number): boolean {
  return state >>> 16 === CONFLICT;
}

/** The state of a register that is in either of two. */
export function join(a: number, b: number): number {
  if (a === b) return a;
  const mask = (a | b) & MASK;
  if ((a & DETAILED) === 0) return mask | (b & ~MASK);
  if ((b & DETAILED) === 0) return mask | (a & ~MASK);
  return a >>> 16 === b >>> 16 ? mask | (a & ~MASK) : mask | (CONFLICT << 16);
}

/** A state less some kinds. */
export function without(state: number, kinds: number): number {
  const rest = state & ~kinds;
  return (rest & DETAILED) === 0 ? rest & MASK : rest;
}

/** A state whose detail no longer holds. */
export function forget(state: number): number {
  return (state & MASK) | (CONFLICT << 16);
}

/** An array that others get to see is an object like any other. */
export function published(state: number): number {
  return (state & Kind.array) === 0 ? state : (state & ~Kind.array) | Kind.object;
}

/** The details that occur in one template. */
export class Details {
  private readonly details: Detail[] = [NOTHING, NOTHING];
  /** Complete scopes by the number of their chain: most of what is asked for. */
  private readonly chains = new Map<number, number>();
  private readonly others = new Map<string, number>();
  private readonly overflow: () => never;

  /** `overflow` is called when there are more details than a state can number. */
  constructor(overflow: () => never) {
    this.overflow = overflow;
  }

  of(state: number): Detail {
    return this.details[state >>> 16];
  }

  scope(chain: Chain, pending: readonly number[]): number {
    if (pending.length > 0) return Kind.scope | (this.other(`s${chain.id} ${pending.join()}`, { ...NOTHING, chain, pending }) << 16);
    let index = this.chains.get(chain.id);
    if (index === undefined) {
      index = this.add({ ...NOTHING, chain });
      this.chains.set(chain.id, index);
    }
    return Kind.scope | (index << 16);
  }

  marker(iterable: number, cursor: number): number {
    return Kind.marker | (this.other(`m${iterable} ${cursor}`, { ...NOTHING, iterable, cursor }) << 16);
  }

  private other(key: string, detail: Detail): number {
    let index = this.others.get(key);
    if (index === undefined) {
      index = this.add(detail);
      this.others.set(key, index);
    }
    return index;
  }

  private add(detail: Detail): number {
    if (this.details.length > MAX_DETAILS) this.overflow();
    return this.details.push(detail) - 1;
  }
}
