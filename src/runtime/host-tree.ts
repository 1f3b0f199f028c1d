// Trees of the host's JSON.parse as guest objects.
//
// The copying keeps its own list of what is to be done, so nesting as deep as the text allows needs no host stack.

import { storeElement } from './elements.ts';
import { mangle } from './keys.ts';
import type { Realm } from './realm.ts';
import type { GuestObject, Value } from './values.ts';

export type HostTree = null | boolean | number | string | HostTree[] | { [key: string]: HostTree };
type HostContainer = HostTree[] | { [key: string]: HostTree };

function isContainer(tree: HostTree): tree is HostContainer {
  return typeof tree === 'object' && tree !== null;
}

/** CreateDataProperty of a fresh object, where an assignment might not do. */
function define(target: object, key: string | number, value: Value): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

/** An object with more properties becomes a dictionary for good if they are assigned by keys, unless its hidden class has had these successors before. */
const MOST_ASSIGNED = 12;
/** More properties than that the host keeps in a dictionary anyhow. */
const MOST_FAST = 128;
/** Shapes with longer names are not remembered, since the guest chooses how much memory that takes. */
const LONGEST_NAME = 256;
/** Shapes of wide objects that are remembered. */
const MOST_SHAPES = 256;

interface Shape {
  readonly names: readonly string[];
  /** An object with these properties: as long as there is one, the host knows the hidden classes on the way to it. */
  readonly sample: GuestObject;
}

/** The wide objects that were made last, by the number and the first of their properties. */
const shapes = new WeakMap<Realm, Map<string, Shape>>();

/** Makes the host know the hidden classes of an object with many properties, so that assigning them in their order gives an object that is no dictionary. */
function prepareShape(realm: Realm, names: readonly string[]): void {
  let known = shapes.get(realm);
  if (known === undefined) shapes.set(realm, (known = new Map()));
  const key = `${names.length} ${names[0]} ${names[names.length - 1]}`;
  const shape = known.get(key);
  if (shape !== undefined && names.every((name, i) => name === shape.names[i])) return;
  if (names.some((name) => name.length > LONGEST_NAME)) return;
  const sample = realm.prelude.makeObject();
  for (const name of names) define(sample, mangle(name), undefined);
  if (known.size >= MOST_SHAPES) known.clear();
  known.set(key, { names, sample });
}

/** The guest's copy of a tree that the host's JSON.parse made. */
export function copyTree(realm: Realm, tree: HostTree): Value {
  if (!isContainer(tree)) return tree;
  const { makeArray, makeObject } = realm.prelude;
  const plainElements = realm.protectors.elements;
  const plainProperties = !realm.objectPrototypeExotic;
  // Containers whose contents have still to be copied, with their copies.
  const sources: HostContainer[] = [];
  const copies: GuestObject[] = [];
  const copy = (value: HostTree): Value => {
    if (!isContainer(value)) return value;
    const result = Array.isArray(value) ? makeArray(0) : makeObject();
    sources[sources.length] = value;
    copies[copies.length] = result;
    return result;
  };
  const root = copy(tree);
  for (let source = sources.pop(); source !== undefined; source = sources.pop()) {
    const target = copies.pop() as GuestObject;
    if (Array.isArray(source)) {
      const { length } = source;
      for (let i = 0; i < length; i++) {
        if (plainElements) storeElement(target, i, copy(source[i]));
        else define(target, i, copy(source[i]));
      }
    } else {
      const names = Object.keys(source);
      if (names.length > MOST_ASSIGNED && names.length <= MOST_FAST) prepareShape(realm, names);
      for (const name of names) {
        const value = copy(source[name]);
        // Object.prototype has an accessor for this one.
        if (plainProperties && name !== '__proto__') target[mangle(name)] = value;
        else define(target, mangle(name), value);
      }
    }
  }
  return root;
}
