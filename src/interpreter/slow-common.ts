// What the files of the interpreter's slow paths share.

import { instructionLength } from '../bytecode/opcodes.ts';
import { toArrayLength } from '../runtime/conversions.ts';
import { throwTypeError } from '../runtime/errors.ts';
import { guestName } from '../runtime/keys.ts';
import { convertsElement, getOwnProperty, getPrototypeOf, isSimpleArray, setProperty } from '../runtime/objects.ts';
import type { Realm } from '../runtime/realm.ts';
import { isFunction, isObject, type GuestObject, type HostKey, type Value } from '../runtime/values.ts';
import type { Activation, Frame } from './frame.ts';
import type { Machine } from './machine.ts';

/** Executes the instruction at `pc` of the top frame; see the head of this file. */
export type Handler = (m: Machine, act: Activation, frame: Frame, pc: number) => number;

/** Handlers by opcode. */
export type HandlerTable = (Handler | undefined)[];

/** The pc after an instruction. */
export const next = (frame: Frame, pc: number): number => pc + instructionLength(frame.code, pc);

/** Stores a result in the first operand and goes on. */
export function store(frame: Frame, pc: number, value: Value): number {
  if (typeof value !== 'number') frame.linked.others[pc] |= 1;
  frame.regs[frame.code[pc + 1]] = value;
  return next(frame, pc);
}

/** Text of a property key for messages. */
export function keyText(key: HostKey): string {
  return typeof key === 'symbol' ? key.toString() : typeof key === 'number' ? String(key) : (guestName(key) ?? String(key));
}

export function throwNullish(realm: Realm, o: Value, verb: string, key: HostKey): never {
  return throwTypeError(realm, `Cannot ${verb} properties of ${String(o)} (${verb === 'read' ? 'reading' : 'setting'} '${keyText(key)}')`);
}

/** [[Set]] with the failure semantics of the frame's strictness. */
export function put(m: Machine, act: Activation, frame: Frame, pc: number, o: Value, key: HostKey, value: Value): number {
  const strict = frame.linked.template.strict;
  if (o === undefined || o === null) throwNullish(m.realm, o, 'set', key);
  if (convertsElement(o, key, value)) return m.callSelfHosted(act, frame, 'operator_SetElement', [o, key as Value, value]);
  if (key === '$length' && isObject(o) && Array.isArray(o)) {
    if (isObject(value)) return m.callSelfHosted(act, frame, strict ? 'operator_SetLength' : 'operator_SetLengthSloppy', [o, value]);
    // OrdinarySet refuses a read-only property before ArraySetLength looks at the value.
    const writable = isSimpleArray(o) || (Reflect.getOwnPropertyDescriptor(o, 'length') as PropertyDescriptor).writable === true;
    if (!(writable && Reflect.set(o, 'length', toArrayLength(m.realm, value))) && strict) throwTypeError(m.realm, "Cannot assign to read only property 'length' of object '[object Array]'");
    return next(frame, pc);
  }
  if (isObject(o)) {
    if (!setProperty(m.realm, o, key, value) && strict) throwSetFailure(m, frame.linked.realm, o, key);
    return next(frame, pc);
  }
  // A primitive: only a setter on its prototype chain can take the value (OrdinarySet with a primitive receiver fails).
  if (!Reflect.set(m.realm.prototypeOfPrimitive(o), key, value, o) && strict) {
    throwTypeError(m.realm, `Cannot create property '${keyText(key)}' on ${typeof o} '${String(o)}'`);
  }
  return next(frame, pc);
}

export function throwSetFailure(m: Machine, realm: Realm, o: GuestObject, key: HostKey): never {
  const d = getOwnProperty(realm, o, key);
  const text = `'${keyText(key)}' of ${isFunction(o) ? 'function' : 'object'} '${m.describeObject(o)}'`;
  if (d === undefined && !Reflect.isExtensible(o)) throwTypeError(realm, `Cannot add property ${keyText(key)}, object is not extensible`);
  if (d !== undefined ? 'get' in d : hasAccessor(realm, o, key)) {
    throwTypeError(realm, `Cannot set property ${keyText(key)} of ${m.describeObject(o)} which has only a getter`);
  }
  return throwTypeError(realm, `Cannot assign to read only property ${text}`);
}
function hasAccessor(realm: Realm, o: GuestObject, key: HostKey): boolean {
  for (let p = getPrototypeOf(o); p !== null; p = getPrototypeOf(p)) {
    const d = getOwnProperty(realm, p, key);
    if (d !== undefined) return 'get' in d;
  }
  return false;
}
