// Objects with many properties that are assigned by keys, as copies and what JSON gives are.
//
// V8 makes an object a dictionary for good when so many properties are assigned to it by keys, which makes each later access to it slow in
// compiled code. It does not where the object's hidden class has a successor by the key already, or where the property is defined: but a definition
// takes ten times as long. So when a shape is met for the second time, one object is made of it by definitions, and kept; the assignments that follow
// find its hidden classes.

import type { Realm } from './realm.ts';
import type { GuestObject } from './values.ts';

/** So many properties V8 assigns by keys without that. */
export const MOST_ASSIGNED = 12;
/** More properties than that are in a dictionary anyhow. */
export const MOST_FAST = 128;
/** Shapes with longer keys are not kept, since the guest chooses how much memory that takes. */
const LONGEST_KEY = 256;
/** Shapes that are kept. */
const MOST_SHAPES = 256;

interface Shape {
  readonly keys: readonly string[];
  /** An object with these properties: as long as there is one, the host knows the hidden classes on the way to it. Null until the shape is met again. */
  sample: GuestObject | null;
}

/** By the number of their properties, and the first, the middle and the last one. */
const shapes = new WeakMap<Realm, Map<string, Shape>>();

/** Takes the keys that are going to be assigned to an object that `makeObject` of the realm has made, or an empty object literal, in their order. */
export function prepareShape(realm: Realm, keys: readonly string[]): void {
  const n = keys.length;
  if (n <= MOST_ASSIGNED || n > MOST_FAST) return;
  let known = shapes.get(realm);
  if (known === undefined) shapes.set(realm, (known = new Map()));
  const name = `${n} ${keys[0]} ${keys[n >> 1]} ${keys[n - 1]}`;
  const shape = known.get(name);
  if (shape === undefined || !keys.every((key, i) => key === shape.keys[i])) {
    if (keys.some((key) => key.length > LONGEST_KEY)) return;
    if (known.size >= MOST_SHAPES) known.clear();
    known.set(name, { keys, sample: null });
  } else if (shape.sample === null) {
    shape.sample = realm.prelude.makeObject();
    for (const key of keys) Object.defineProperty(shape.sample, key, { value: undefined, writable: true, enumerable: true, configurable: true });
  }
}
