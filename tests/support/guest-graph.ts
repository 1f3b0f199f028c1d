// The objects that a guest can reach, as text: what two realms have to have in common to be the same for their guests.

import { functionName } from '../../src/runtime/function.ts';
import { getOwnProperty, getPrototypeOf, isExtensible } from '../../src/runtime/objects.ts';
import { ownHostKeys } from '../../src/runtime/own-keys.ts';
import type { Realm } from '../../src/runtime/realm.ts';
import { isFunction, isObject, wellKnown, type GuestFunction, type GuestObject, type HostKey, type Value } from '../../src/runtime/values.ts';

const symbolNames = new Map<symbol, string>(Object.values(wellKnown).map((symbol) => [symbol, String(symbol)]));

/**
 * A line for each object that can be reached from `roots`, in the order of a breadth-first walk: its prototype, its properties in their order with
 * attributes and values, and what natives and closures say of themselves. Objects are numbered in the order in which the walk meets them.
 */
export function guestGraph(realm: Realm, roots: readonly Value[]): string[] {
  const numbers = new Map<GuestObject, number>();
  const queue: GuestObject[] = [];
  const show = (value: unknown): string => {
    if (typeof value === 'symbol') return symbolNames.get(value) ?? String(value);
    if (typeof value === 'bigint') return `${value}n`;
    if (!isObject(value as Value)) return Object.is(value, -0) ? '-0' : typeof value === 'string' ? JSON.stringify(value) : String(value);
    const object = value as GuestObject;
    let number = numbers.get(object);
    if (number === undefined) {
      numbers.set(object, (number = numbers.size));
      queue.push(object);
    }
    if (!isFunction(object)) return `#${number}`;
    const isBuiltin = object.linked === null || object.linked.template.selfHosted;
    return `#${number}:${functionName(object)}${isBuiltin ? '' : ' of the guest'}`;
  };
  const property = (object: GuestObject, key: HostKey): string => {
    const d = getOwnProperty(realm, object, key);
    const attributes = `${d?.writable === true ? 'w' : ''}${d?.enumerable === true ? 'e' : ''}${d?.configurable === true ? 'c' : ''}`;
    const value = d !== undefined && 'value' in d ? show(d.value) : `get ${show(d?.get)} set ${show(d?.set)}`;
    return `${show(key)}(${attributes}): ${value}`;
  };
  const lines: string[] = [roots.map(show).join(' ')];
  for (let object = queue.shift(); object !== undefined; object = queue.shift()) {
    const f = isFunction(object) ? (object as unknown as GuestFunction) : null;
    const kind = f === null ? 'object' : `function${f.construct === null ? '' : ' constructor'} ${f.native?.conversions.join() ?? ''}`;
    const { internal } = object as unknown as { internal?: { builtinTag: string } };
    lines.push([
      kind, internal?.builtinTag ?? '', isExtensible(object) ? '' : 'not extensible', `proto ${show(getPrototypeOf(object))}`,
      ...ownHostKeys(object).map((key) => property(object, key)),
    ].join(' | '));
  }
  return lines;
}
