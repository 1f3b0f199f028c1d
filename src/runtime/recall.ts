// Natives whose argument turns out to be an object: self-hosted code converts it and calls the native again with the
// primitive. Each function here is the tail call that a native ends in (I5); nothing observable may have happened before,
// but the checks that it will pass again.

import type { Realm } from './realm.ts';
import type { GuestFunction, GuestObject, Value } from './values.ts';

/** `callee` again with its only argument made a number. */
export function recallNumber(realm: Realm, callee: GuestFunction, self: Value, value: Value): Value {
  const f = realm.selfHosted('Recall_number');
  return f.code(f, undefined, callee as GuestFunction & GuestObject, self, value);
}

/** `callee` again with both its arguments made numbers, the first one first. */
export function recallNumbers(realm: Realm, callee: GuestFunction, self: Value, x: Value, y: Value): Value {
  const f = realm.selfHosted('Recall_numbers');
  return f.code(f, undefined, callee as GuestFunction & GuestObject, self, x, y);
}

/** `callee` again with all its arguments made numbers, in order. */
export function recallNumberList(realm: Realm, callee: GuestFunction, self: Value, args: ArrayLike<Value>): Value {
  const f = realm.selfHosted('Recall_numberList');
  return f.code(f, undefined, callee as GuestFunction & GuestObject, self, realm.prelude.makeArrayFrom(args));
}

/** `callee` again with its only argument made a string. */
export function recallString(realm: Realm, callee: GuestFunction, self: Value, value: Value): Value {
  const f = realm.selfHosted('Recall_string');
  return f.code(f, undefined, callee as GuestFunction & GuestObject, self, value);
}

/** `callee` again with argument `index` made a property key. */
export function recallKey(realm: Realm, callee: GuestFunction, self: Value, index: number, args: ArrayLike<Value>): Value {
  const f = realm.selfHosted('Recall_key');
  return f.code(f, undefined, callee as GuestFunction & GuestObject, self, index, realm.prelude.makeArrayFrom(args));
}
