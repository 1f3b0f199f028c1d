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

/** Whether an object may have more than `count` own symbols. Never says no for one that has: what depends on it must be the same whatever other guests do (I7). */
export const mayHaveMoreSymbolsThan = (count: number): boolean => made + OWN > count;
