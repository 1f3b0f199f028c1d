// Accesses to elements, and to lengths, from code that all programs share: the interpreter, natives, and library functions that no call site has for itself.
//
// An access that V8 has seen with a few kinds of arrays only converts arrays of one kind to the most general of the kinds that it has
// seen, in which numbers are boxed; a load does that too once it is optimised. An access that has seen many hidden classes leaves
// loaded arrays as they are and does to those stored to what their own elements need. So these are shown many before the first
// guest runs.

import type { GuestObject, Value } from './values.ts';

/** `o[k] = value`, with a host TypeError if the write fails. */
export function storeElement(o: GuestObject, k: number, value: Value): void {
  o[k] = value;
}

/** `o[k]`. */
export function loadElement(o: GuestObject, k: number): Value {
  return o[k];
}

/** `o.length`, of any kind of array. */
export function lengthOf(o: GuestObject): number {
  return (o as unknown as Value[]).length;
}

const shapes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
for (let round = 0; round < 3; round++) {
  for (const name of shapes) {
    const o = { [name]: undefined } as unknown as GuestObject;
    storeElement(o, 0, undefined);
    loadElement(o, 0);
    lengthOf(o);
  }
}
