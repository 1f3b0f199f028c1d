// Object literals and template objects: what an instruction makes from a constant.

import type { Constant } from '../bytecode/template.ts';
import { copyTree, type HostTree } from './host-tree.ts';
import { mangle } from './keys.ts';
import type { LinkedTemplate } from './linked.ts';
import { markComplex } from './objects.ts';
import type { GuestObject, HostKey, Value } from './values.ts';

/** Makes an ordinary object from the values of an object literal's properties. */
export type LiteralMaker = (values: readonly Value[]) => GuestObject;

/** The maker of the 'keys' constant `index`, cached per linked template. */
export function literalMaker(linked: LinkedTemplate, index: number): LiteralMaker {
  return (linked.caches[index] ??= makeLiteralMaker(linked, index)) as LiteralMaker;
}

function makeLiteralMaker(linked: LinkedTemplate, index: number): LiteralMaker {
  const { realm } = linked;
  const keys: HostKey[] = (linked.template.constants[index] as Extract<Constant, { type: 'keys' }>).keys.map(mangle);
  const n = keys.length;
  const { makeObject } = realm.prelude;
  let isFirst = true;
  return (values) => {
    const object = makeObject();
    // The first object is made by definitions, which leave it a hidden class however many properties it has (see DEFINING_STORES).
    if (isFirst || realm.objectPrototypeExotic) {
      isFirst = false;
      for (let i = 0; i < n; i++) Object.defineProperty(object, keys[i], { value: values[i], writable: true, enumerable: true, configurable: true });
    } else {
      // An assignment creates an own property here: Object.prototype has neither accessors (but __proto__, which is no
      // key of such a literal) nor read-only properties.
      for (let i = 0; i < n; i++) object[keys[i] as string] = values[i];
    }
    return object;
  };
}

/** What the text of a literal has given; `tree` from the second time on: most literals that are so long are evaluated once. */
class LiteralTree {
  tree: HostTree = null;
}

/** The object or array that the JSON text in constant `index` describes. */
export function constantLiteral(linked: LinkedTemplate, index: number): Value {
  const { realm, template, caches } = linked;
  const known = caches[index] as LiteralTree | undefined;
  if (known !== undefined && known.tree !== null) return copyTree(realm, known.tree);
  const tree = JSON.parse(template.constants[index] as string) as HostTree;
  if (known === undefined) caches[index] = new LiteralTree();
  else known.tree = tree;
  return copyTree(realm, tree);
}

/** GetTemplateObject: one frozen array per site and realm. */
export function templateObject(linked: LinkedTemplate, index: number): GuestObject {
  return (linked.caches[index] ??= makeTemplateObject(linked, index)) as GuestObject;
}

function makeTemplateObject(linked: LinkedTemplate, index: number): GuestObject {
  const { cooked, raw } = linked.template.constants[index] as Extract<Constant, { type: 'template' }>;
  const { makeArrayFrom } = linked.realm.prelude;
  const object = makeArrayFrom(cooked);
  const rawObject = Object.freeze(makeArrayFrom(raw));
  markComplex(object);
  markComplex(rawObject);
  Object.defineProperty(object, '$raw', { value: rawObject });
  return Object.freeze(object);
}
