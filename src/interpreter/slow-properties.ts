// Slow paths of property accesses, by name, by element, through super, and of private names.

import { Op } from '../bytecode/opcodes.ts';
import { Seen } from '../bytecode/profile.ts';
import { toHostKey } from '../runtime/conversions.ts';
import { throwTypeError } from '../runtime/errors.ts';
import { GETTER_MET, withoutGetters } from '../runtime/function.ts';
import { DEFINING_STORES, PRIVATE_FUNCTION, SUPER_ACCESSOR } from '../runtime/linked.ts';
import type { Realm } from '../runtime/realm.ts';
import { deleteProperty, getLength, getProperty, getPrototypeOf, hasProperty, setProperty } from '../runtime/objects.ts';
import { PRIVATE_ACCESSOR, PRIVATE_FIELD, PRIVATE_METHOD, PrivateName } from '../runtime/private.ts';
import { isObject, type GuestFunction, type GuestObject, type HostKey, type Value } from '../runtime/values.ts';
import { toObject } from '../runtime/wrappers.ts';
import type { Frame } from './frame.ts';
import type { Machine } from './machine.ts';
import { keyText, next, put, store, throwNullish, type HandlerTable } from './slow-common.ts';

const handlers: HandlerTable = [];
export const propertyHandlers: HandlerTable = handlers;

function getNamed(m: Machine, frame: Frame, pc: number, o: Value, key: HostKey): number {
  if (o === undefined || o === null) throwNullish(m.realm, o, 'read', key);
  return store(frame, pc, getProperty(m.realm, o, key));
}

handlers[Op.GetProp] = (m, _act, frame, pc) => {
  const { code, regs, linked } = frame;
  const o = regs[code[pc + 2]];
  // An object comes here where the instruction has met Proxies.
  if (!isObject(o)) code[pc + 4] |= typeof o === 'string' ? Seen.string : typeof o === 'bigint' ? Seen.bigint : Seen.primitive;
  return getNamed(m, frame, pc, o, linked.keys[code[pc + 3]]);
};
handlers[Op.GetLength] = (m, _act, frame, pc) => {
  const { code, regs } = frame;
  const o = regs[code[pc + 2]];
  code[pc + 3] |= typeof o === 'string' ? Seen.string : isObject(o) ? (m.realm.protectors.viewLength.plain && ArrayBuffer.isView(o) ? Seen.view : Seen.object) : Seen.primitive;
  if (typeof o === 'string') return store(frame, pc, o.length);
  if (o === undefined || o === null) throwNullish(m.realm, o, 'read', '$length');
  return store(frame, pc, getLength(m.realm, o));
};
handlers[Op.GetElem] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const o = regs[code[pc + 2]];
  const k = regs[code[pc + 3]];
  code[pc + 4] |= (typeof k === 'number' ? 0 : typeof k === 'string' ? Seen.stringKey : Seen.otherKey) |
    (typeof o === 'string' ? Seen.string : isObject(o) ? (Array.isArray(o) ? 0 : Seen.object) : Seen.primitive);
  if (o === undefined || o === null) {
    if (isObject(k)) return throwTypeError(m.realm, `Cannot read properties of ${String(o)}`);
    throwNullish(m.realm, o, 'read', toHostKey(k));
  }
  if (isObject(k)) return m.callSelfHosted(act, frame, 'operator_GetElem', [o, k]);
  return getNamed(m, frame, pc, o, toHostKey(k));
};

handlers[Op.SetProp] = (m, act, frame, pc) => {
  const { code, regs, linked } = frame;
  const o = regs[code[pc + 1]];
  const key = linked.keys[code[pc + 2]];
  const value = regs[code[pc + 3]];
  if (!isObject(o)) {
    code[pc + 4] |= Seen.primitive;
  } else if (linked.others[pc] < DEFINING_STORES) {
    linked.others[pc]++;
    if (isAddition(o, key) && Reflect.defineProperty(o, key, { value, writable: true, enumerable: true, configurable: true })) return pc + 5;
  }
  return put(m, act, frame, pc, o, key, value);
};
/** An assignment would add the named property to the object, and nothing on its prototype chain has a say in it. */
const isAddition = (o: GuestObject, key: HostKey): boolean =>
  // `length` is watched where it is assigned (objects.ts).
  typeof key === 'string' && key.charCodeAt(0) === 36 && key !== '$length' && !hasProperty(o, key) && Reflect.isExtensible(o);
handlers[Op.SetElem] = (m, act, frame, pc) => {
  const { code, regs, linked } = frame;
  const o = regs[code[pc + 1]];
  const k = regs[code[pc + 2]];
  code[pc + 4] |= (typeof k === 'number' ? 0 : typeof k === 'string' ? Seen.stringKey : Seen.otherKey) | (isObject(o) ? (Array.isArray(o) ? 0 : Seen.object) : Seen.primitive);
  if (isObject(k)) {
    if (o === undefined || o === null) throwTypeError(m.realm, `Cannot set properties of ${String(o)}`);
    return m.callSelfHosted(act, frame, linked.template.strict ? 'operator_SetElem' : 'operator_SetElemSloppy', [o, k, regs[code[pc + 3]]]);
  }
  return put(m, act, frame, pc, o, toHostKey(k), regs[code[pc + 3]]);
};

/** The delete operator (13.5.1.2) with a key that is converted. */
export function deleteKey(m: Machine, realm: Realm, o: Value, key: HostKey, strict: boolean): boolean {
  if (o === undefined || o === null) throwTypeError(realm, `Cannot convert undefined or null to object`);
  const object = isObject(o) ? o : toObject(realm, o);
  const deleted = deleteProperty(object, key);
  if (!deleted && strict) throwTypeError(realm, `Cannot delete property '${keyText(key)}' of ${m.describeObject(object)}`);
  return deleted;
}
handlers[Op.DeleteProp] = (m, _act, frame, pc) => {
  const { code, regs, linked } = frame;
  return store(frame, pc, deleteKey(m, m.realm, regs[code[pc + 2]], linked.keys[code[pc + 3]], linked.template.strict));
};
handlers[Op.DeleteElem] = (m, act, frame, pc) => {
  const { code, regs, linked } = frame;
  const k = regs[code[pc + 3]];
  if (isObject(k)) return m.callSelfHosted(act, frame, linked.template.strict ? 'operator_DeleteElem' : 'operator_DeleteElemSloppy', [regs[code[pc + 2]], k]);
  return store(frame, pc, deleteKey(m, m.realm, regs[code[pc + 2]], toHostKey(k), linked.template.strict));
};
handlers[Op.GetSuperBase] = (_m, _act, frame, pc) => store(frame, pc, getPrototypeOf(frame.regs[frame.code[pc + 2]] as GuestObject));
handlers[Op.GetSuper] = (m, _act, frame, pc) => {
  const { code, regs, linked } = frame;
  const base = regs[code[pc + 2]] as GuestObject | null;
  const [key, receiver] = [regs[code[pc + 3]], regs[code[pc + 4]]];
  const found = withoutGetters(() => getSuper(m.realm, base, key, receiver));
  if (found !== GETTER_MET) return store(frame, pc, found as Value);
  linked.others[pc] |= SUPER_ACCESSOR;
  return store(frame, pc, getSuper(m.realm, base, key, receiver));
};
export function getSuper(realm: Realm, base: GuestObject | null, k: Value, receiver: Value): Value {
  const key = toHostKey(k);
  if (base === null) throwNullish(realm, null, 'read', key);
  return getProperty(realm, base, key, receiver);
}
handlers[Op.SetSuper] = (m, _act, frame, pc) => {
  const { code, regs, linked } = frame;
  const base = regs[code[pc + 1]] as GuestObject | null;
  const key = toHostKey(regs[code[pc + 2]]);
  const receiver = regs[code[pc + 3]];
  if (base === null) throwNullish(m.realm, null, 'set', key);
  if (!setProperty(m.realm, base, key, regs[code[pc + 4]], receiver) && linked.template.strict) {
    throwTypeError(m.realm, `Cannot assign to read only property '${keyText(key)}' of object`);
  }
  return next(frame, pc);
};

// --- Private names.

handlers[Op.NewPrivateName] = (m, _act, frame, pc) =>
  store(frame, pc, new PrivateName(m.realm, frame.linked.template.names[frame.code[pc + 2]], frame.code[pc + 3]) as unknown as Value);
handlers[Op.SetPrivateMethod] = (_m, _act, frame, pc) => {
  const { code, regs } = frame;
  const name = regs[code[pc + 1]] as unknown as PrivateName;
  const f = regs[code[pc + 2]] as unknown as GuestFunction;
  if (code[pc + 3] === 2) name.setter = f;
  else name.method = f;
  return pc + 4;
};
handlers[Op.AddPrivate] = (m, _act, frame, pc) => {
  const { code, regs } = frame;
  addPrivate(m, regs[code[pc + 1]] as GuestObject, regs[code[pc + 2]] as unknown as PrivateName, regs[code[pc + 3]]);
  return pc + 4;
};
handlers[Op.BrandPrivate] = (m, _act, frame, pc) => {
  const { code, regs } = frame;
  addPrivate(m, regs[code[pc + 1]] as GuestObject, regs[code[pc + 2]] as unknown as PrivateName, undefined);
  return pc + 3;
};
function addPrivate(m: Machine, o: GuestObject, name: PrivateName, value: Value): void {
  if (!name.sharesBrand && name.has(o)) throwTypeError(m.realm, 'Cannot initialize ' + name.description + ' twice on the same object');
  name.add(o, value);
}
handlers[Op.GetPrivate] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const o = regs[code[pc + 2]];
  const name = regs[code[pc + 3]] as unknown as PrivateName;
  if (!isObject(o) || !name.has(o)) {
    if (name.kind !== PRIVATE_FIELD) throwTypeError(m.realm, `Receiver must be an instance of class`);
    throwTypeError(m.realm, `Cannot read private member ${name.description} from an object whose class did not declare it`);
  }
  if (name.kind === PRIVATE_FIELD) return store(frame, pc, name.get(o));
  frame.linked.others[pc] |= PRIVATE_FUNCTION;
  if (name.kind === PRIVATE_METHOD) return store(frame, pc, name.method as unknown as Value);
  if (name.method === undefined) throwTypeError(m.realm, `'${name.description}' was defined without a getter`);
  return m.call(act, frame, name.method, o, []);
};
handlers[Op.SetPrivate] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const o = regs[code[pc + 1]];
  const name = regs[code[pc + 2]] as unknown as PrivateName;
  if (!isObject(o) || !name.has(o)) {
    throwTypeError(m.realm, `Cannot write private member ${name.description} to an object whose class did not declare it`);
  }
  if (name.kind === PRIVATE_METHOD) throwTypeError(m.realm, `Private method '${name.description}' is not writable`);
  if (name.kind === PRIVATE_ACCESSOR) {
    frame.linked.others[pc] |= PRIVATE_FUNCTION;
    if (name.setter === undefined) throwTypeError(m.realm, `'${name.description}' was defined without a setter`);
    return m.call(act, frame, name.setter, o, [regs[code[pc + 3]]]);
  }
  name.set(o, regs[code[pc + 3]]);
  return pc + 4;
};
handlers[Op.HasPrivate] = (m, _act, frame, pc) => {
  const { code, regs } = frame;
  const o = regs[code[pc + 2]];
  const name = regs[code[pc + 3]] as unknown as PrivateName;
  if (!isObject(o)) throwTypeError(m.realm, `Cannot use 'in' operator to search for '${name.description}' in ${m.describe(o)}`);
  return store(frame, pc, name.has(o));
};
