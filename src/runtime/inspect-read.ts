// What inspect.ts reads off an object: the names that describe it, and the keys of the properties to show.
//
// Calls no guest code: accessors on the way count as absent.

import { bufferKind } from './buffers.ts';
import { functionName } from './function.ts';
import { internalOf } from './values.ts';
import { ErrorData } from './errors.ts';
import { dataViewOf } from './intrinsics/data-view.ts';
import { DateData } from './intrinsics/date-data.ts';
import { mapOf } from './intrinsics/map.ts';
import { regExpData } from './intrinsics/regexp-data.ts';
import { setOf } from './intrinsics/set.ts';
import { isArrayIndex } from './keys.ts';
import { NamespaceData } from './namespace.ts';
import { formerPrototype, getOwnProperty, hasOwnProperty } from './objects.ts';
import { ownHostKeys } from './own-keys.ts';
import { shownPrototype } from './inspect-prototype.ts';
import { readPlain } from './plain-access.ts';
import type { Realm } from './realm.ts';
import { promiseData } from './promise.ts';
import { isTooLongToList, isTypedArray, kindOf } from './typed-arrays.ts';
import { EMPTY, isFunction, isObject, type GuestFunction, type GuestObject, type HostKey, type Value } from './values.ts';

/** A primitive as a name in a text; '' where there is none. */
function asName(value: Value): string {
  return value === undefined || value === EMPTY || isObject(value) ? '' : String(value);
}

/** The `name` of a function as it is now. */
export function nameOfFunction(realm: Realm, f: GuestObject): string {
  return asName(readPlain(realm, f, '$name'));
}

/** True if `o` inherits from the `prototype` of `f` (OrdinaryHasInstance). */
function isInstance(realm: Realm, o: GuestObject, f: GuestObject): boolean {
  const proto = readPlain(realm, f, '$prototype');
  if (!isObject(proto) || proto === EMPTY) return false;
  for (let p = shownPrototype(o); p !== null; p = shownPrototype(p)) if (p === proto) return true;
  return false;
}

/** The name of the class of objects without a usable constructor, by what they are. */
export function fallbackName(realm: Realm, o: GuestObject): string {
  if (isFunction(o)) return 'Function';
  if (Array.isArray(o)) return 'Array';
  if (mapOf(o) !== undefined) return 'Map';
  if (setOf(o) !== undefined) return 'Set';
  if (regExpData(o) !== undefined) return 'RegExp';
  if (internalOf(o, DateData) !== undefined) return 'Date';
  if (internalOf(o, ErrorData) !== undefined) return 'Error';
  if (promiseData(o) !== undefined) return 'Promise';
  if (isTypedArray(o)) return kindOf(o).name;
  const buffer = bufferKind(o);
  if (buffer !== undefined) return buffer;
  if (dataViewOf(o) !== undefined) return 'DataView';
  const former = formerPrototype(o);
  const constructor = former === undefined ? undefined : getOwnProperty(realm, former, '$constructor')?.value;
  return (isFunction(constructor) ? nameOfFunction(realm, constructor) : '') || 'Object';
}

/** Name of the constructor found on the prototype chain; null for an object without prototype. `levels` more prototypes may be shown. */
export function constructorNameOf(realm: Realm, o: GuestObject, levels: number, show: (proto: GuestObject) => string): string | null {
  let first: GuestObject | null | undefined;
  for (let p: GuestObject | null = o; p !== null; ) {
    if (p !== o && p === realm.objectPrototype) return 'Object';
    if (p !== o && p === realm.functionPrototype) return 'Function';
    const constructor = getOwnProperty(realm, p, '$constructor')?.value;
    if (isFunction(constructor) && isInstance(realm, o, constructor)) {
      const name = nameOfFunction(realm, constructor);
      if (name !== '') return name;
    }
    p = shownPrototype(p);
    if (first === undefined) first = p;
  }
  if (first === null || first === undefined) return null;
  const name = fallbackName(realm, o);
  if (levels < 0) return `${name} <Complex prototype>`;
  const protoName = constructorNameOf(realm, first, levels - 1, show);
  return `${name} <${protoName ?? show(first)}>`;
}

/** What stands before the braces: constructor, size, and the tag if it says something else. */
export function namePrefix(constructor: string | null, tag: string, fallback: string, size = ''): string {
  if (constructor === null) {
    return tag !== '' && fallback !== tag ? `[${fallback}${size}: null prototype] [${tag}] ` : `[${fallback}${size}: null prototype] `;
  }
  return tag !== '' && constructor !== tag ? `${constructor}${size} [${tag}] ` : `${constructor}${size} `;
}

/** `[Function: f]`, `[class A extends B]` and the like. */
export function functionBase(realm: Realm, f: GuestFunction & GuestObject, constructor: string | null, tag: string): string {
  const kind = f.linked?.template.kind;
  const tagged = tag !== '' && constructor !== tag ? ` [${tag}]` : '';
  if (kind === 'class' || kind === 'derived') {
    const name = hasOwnProperty(f, '$name') ? nameOfFunction(realm, f) : '';
    let base = `class ${name === '' ? '(anonymous)' : name}`;
    if (constructor !== 'Function' && constructor !== null) base += ` [${constructor}]`;
    base += tagged;
    if (constructor === null) return `[${base} extends [null prototype]]`;
    const parent = shownPrototype(f);
    const parentName = parent === null ? '' : nameOfFunction(realm, parent);
    return `[${base}${parentName === '' ? '' : ` extends ${parentName}`}]`;
  }
  const name = nameOfFunction(realm, f);
  const template = f.linked?.template;
  const type = `${template?.isAsync === true ? 'Async' : ''}${template?.isGenerator === true ? 'Generator' : ''}Function`;
  let base = `[${type}`;
  if (constructor === null) base += ' (null prototype)';
  base += name === '' ? ' (anonymous)]' : `: ${name}]`;
  if (constructor !== type && constructor !== null) base += ` ${constructor}`;
  return base + tagged;
}

function isShown(realm: Realm, o: GuestObject, key: HostKey, hidden: boolean): boolean {
  return hidden || getOwnProperty(realm, o, key)?.enumerable === true;
}

/** Own keys to show: the enumerable ones, strings first; all if hidden ones are shown. */
export function visibleKeys(realm: Realm, o: GuestObject, hidden: boolean): HostKey[] {
  // Asking for the property of a binding in its dead zone would throw.
  if (internalOf(o, NamespaceData) !== undefined) return ownHostKeys(o).filter((key) => hidden || typeof key !== 'symbol');
  return ownHostKeys(o).filter((key) => isShown(realm, o, key, hidden));
}

/** The same without array indexes. */
export function nonIndexKeys(realm: Realm, o: GuestObject, hidden: boolean): HostKey[] {
  // The host lists all keys or none.
  if (isTooLongToList(o)) return [];
  return ownHostKeys(o).filter((key) => !isArrayIndex(key) && isShown(realm, o, key, hidden));
}

function isBuiltin(realm: Realm, proto: GuestObject): boolean {
  const constructor = getOwnProperty(realm, proto, '$constructor')?.value;
  if (!isFunction(constructor)) return false;
  return isFunction(realm.intrinsics.get(functionName(constructor as GuestFunction)));
}

/** Properties of the guest's own classes that are shown with the hidden ones: not methods, up to three prototypes. */
export function prototypeKeys(realm: Realm, o: GuestObject): (readonly [owner: GuestObject, key: HostKey])[] {
  const found: [GuestObject, HostKey][] = [];
  const seen = new Set<HostKey>();
  let layers = 0;
  for (let p = shownPrototype(o); p !== null && !isBuiltin(realm, p) && layers < 3; p = shownPrototype(p), layers++) {
    const keys = ownHostKeys(p);
    for (const key of keys) {
      if (key === '$constructor' || hasOwnProperty(o, key) || seen.has(key)) continue;
      if (!isFunction(getOwnProperty(realm, p, key)?.value)) found.push([p, key]);
    }
    for (const key of keys) seen.add(key);
  }
  return found;
}
