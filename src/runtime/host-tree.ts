// Trees of the host's JSON.parse as guest objects.
//
// The copying keeps its own list of what is to be done, so nesting as deep as the text allows needs no host stack.

import { storeElement } from './elements.ts';
import { mangle } from './keys.ts';
import { prepareShape } from './shapes.ts';
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
      const keys = names.map(mangle);
      prepareShape(realm, keys);
      for (let i = 0; i < names.length; i++) {
        const value = copy(source[names[i]]);
        // Object.prototype has an accessor for this one.
        if (plainProperties && names[i] !== '__proto__') target[keys[i]] = value;
        else define(target, keys[i], value);
      }
    }
  }
  return root;
}
