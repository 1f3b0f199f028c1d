// JSON.parse without a reviver: the host parses the text, then its tree is copied into guest objects.

import { throwSyntaxError } from '../errors.ts';
import { copyTree, type HostTree } from '../host-tree.ts';
import type { Realm } from '../realm.ts';
import type { Value } from '../values.ts';

/** JSON.parse ( text ) */
export function parseJson(realm: Realm, text: string): Value {
  realm.charge(8 + (text.length >> 2));
  let tree: HostTree;
  try {
    tree = JSON.parse(text) as HostTree;
  } catch (error) {
    // All that the host's JSON.parse raises about a string is a SyntaxError.
    return throwSyntaxError(realm, (error as Error).message);
  }
  return copyTree(realm, tree);
}
