// Stores of elements from code that all programs share: the interpreter and natives.
//
// A store that V8 has seen with a few kinds of arrays only takes an array of integers straight to the most general of them, in which
// numbers are boxed. One that has seen many hidden classes does to each array what its own elements need. So this one is shown
// many before the first guest runs.

import type { GuestObject, Value } from './values.ts';

/** `o[k] = value`, with a host TypeError if the write fails. */
export function storeElement(o: GuestObject, k: number, value: Value): void {
  o[k] = value;
}

const shapes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
for (let round = 0; round < 3; round++) for (const name of shapes) storeElement({ [name]: undefined } as unknown as GuestObject, 0, undefined);
