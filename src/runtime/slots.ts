// Where the slots of a scope object are.
//
// V8 gives an object of more than 1,020 properties no hidden class: each access is a search then. So a scope object has its first slots itself, and the others
// in further objects, its pages. (Bundles have functions with thousands of variables that inner functions use.)

import type { Scope } from './values.ts';

export const SLOTS_PER_PAGE = 512;

/** Host names of the slots of a page. */
export const slotNames: readonly `v${number}`[] = Array.from({ length: SLOTS_PER_PAGE }, (_, i) => `v${i}` as const);

export const slotName = (slot: number): `v${number}` => slotNames[slot % SLOTS_PER_PAGE];

/** Host name of the page that has a slot, which is not the scope object itself. */
export const pageName = (slot: number): `p${number}` => `p${Math.floor(slot / SLOTS_PER_PAGE)}`;

/** The object that has the slot, by the name `slotName`. */
export function pageOf(scope: Scope, slot: number): Scope {
  return slot < SLOTS_PER_PAGE ? scope : (scope[pageName(slot)] as Scope);
}
