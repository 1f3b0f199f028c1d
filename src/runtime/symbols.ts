// The symbols of guests, which are host symbols: they are made here, and counted.

import { wellKnown } from './values.ts';

/** Those that guests of this process have made. */
let made = 0;

/** A few of the VM's own, which are on hidden places of objects, are among the symbols that the host gives. */
const OWN = Object.keys(wellKnown).length + 16;

export function makeSymbol(description?: string): symbol {
  made++;
  return Symbol(description);
}

/** So many own symbols of an object are copied without a charge: to ask the host for them takes longer than to copy a small object. */
const FREE_SYMBOLS = 64;

/** Whether an object may have more than `count` own symbols. Never says no for one that has: what depends on it must be the same whatever other guests do (I7). */
const mayHaveMoreSymbolsThan = (count: number): boolean => made + OWN > count;

/** How many own symbols of an object are charged for where they are copied: all, or if they are few, none. */
export function chargedSymbols(o: object): number {
  if (!mayHaveMoreSymbolsThan(FREE_SYMBOLS)) return 0;
  const { length } = Object.getOwnPropertySymbols(o);
  return length > FREE_SYMBOLS ? length : 0;
}
