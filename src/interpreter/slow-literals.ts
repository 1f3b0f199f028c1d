// Slow paths of what makes objects: literals, functions, classes and their fields.

import { Op } from '../bytecode/opcodes.ts';
import type { Constant } from '../bytecode/template.ts';
import { plainArgumentsLength } from '../runtime/arguments.ts';
import { appendCollected } from '../runtime/collected.ts';
import { toHostKey } from '../runtime/conversions.ts';
import { loadElement, storeElement } from '../runtime/elements.ts';
import { throwTypeError } from '../runtime/errors.ts';
import { propertiesOf } from '../runtime/construct.ts';
import { hostArraysOf } from '../runtime/host-arrays.ts';
import { functionName, LAZY_NAME } from '../runtime/function.ts';
import { chargeElements, MAX_DENSE } from '../runtime/intrinsics/core.ts';
import { createRegExp } from '../runtime/intrinsics/regexp.ts';
import { ownArrayIterationUnmodified } from '../runtime/iteration.ts';
import { guestName } from '../runtime/keys.ts';
import type { Realm } from '../runtime/realm.ts';
import { constantLiteral, literalMaker, templateObject } from '../runtime/literals.ts';
import { convertsElement, createDataProperty, defineLiteralAccessor, defineOwnProperty, getOwnProperty, getProperty, isSpreadable, setPrototypeOf } from '../runtime/objects.ts';
import { ownHostKeys } from '../runtime/own-keys.ts';
import { readPlain } from '../runtime/plain-access.ts';
import { inheritPrivateNames, placePrivateNames, PrivateName } from '../runtime/private.ts';
import { iterationUnmodified, protocolOf } from '../runtime/protectors.ts';
import { MOST_ASSIGNED, MOST_FAST, prepareShape } from '../runtime/shapes.ts';
import { chargedSymbols } from '../runtime/symbols.ts';
import {
  EMPTY, isConstructor, isFunction, isObject, wellKnown, type GuestFunction, type GuestObject, type HostKey, type Scope, type Value,
} from '../runtime/values.ts';
import { toObject } from '../runtime/wrappers.ts';
import type { Activation, Frame } from './frame.ts';
import type { Machine } from './machine.ts';
import { keyText, next, store, type HandlerTable } from './slow-common.ts';
import { throwNotIterable } from './slow-iteration.ts';

const handlers: HandlerTable = [];
export const literalHandlers: HandlerTable = handlers;

handlers[Op.NewObject] = (m, _act, frame, pc) => {
  const { code, regs, linked } = frame;
  const make = literalMaker(linked, code[pc + 2]);
  return store(frame, pc, make(m.list(regs, code, pc + 4, code[pc + 3])));
};
handlers[Op.NewArray] = (m, _act, frame, pc) => {
  const { code, regs } = frame;
  return store(frame, pc, m.realm.prelude.makeArrayFrom(m.list(regs, code, pc + 3, code[pc + 2])));
};
handlers[Op.ArrayAppend] = (m, _act, frame, pc) => {
  const array = frame.regs[frame.code[pc + 1]] as Value[] & GuestObject;
  const value = frame.regs[frame.code[pc + 2]];
  // An assignment would run a setter that the guest put on a prototype.
  if (m.realm.prelude.elements.plain) storeElement(array, array.length, value);
  else Object.defineProperty(array, array.length, { value, writable: true, enumerable: true, configurable: true });
  return pc + 3;
};
handlers[Op.ArrayHole] = (_m, _act, frame, pc) => {
  (frame.regs[frame.code[pc + 1]] as Value[] & GuestObject).length++;
  return pc + 2;
};
/** The length of an arguments object that is iterated by index; negative of other values. */
function argumentsToSpread(realm: Realm, from: Value): number {
  const count = plainArgumentsLength(realm, from, MAX_DENSE);
  return count >= 0 && ownArrayIterationUnmodified(realm) && (from as GuestObject)[wellKnown.iterator] === protocolOf(realm, 'array').method ? count : -1;
}

/** The method by which an object is iterated that is spread by the protocol; EMPTY if that has to be asked for; undefined of other values. */
export function spreadMethod(realm: Realm, from: Value): Value {
  if (!isObject(from) || argumentsToSpread(realm, from) >= 0) return undefined;
  const method = readPlain(realm, from, wellKnown.iterator);
  return method === EMPTY || isFunction(method) ? method : undefined;
}

handlers[Op.ArraySpread] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const array = regs[code[pc + 1]] as Value[] & GuestObject;
  const from = regs[code[pc + 2]];
  if (m.iteratesFast(from)) {
    appendAll(m.realm, array, from);
    return pc + 4;
  }
  if (appendString(m.realm, array, from) || appendCollected(m.realm, array, from)) return pc + 4;
  const count = argumentsToSpread(m.realm, from);
  if (count >= 0) {
    appendAll(m.realm, array, from as unknown as Value[], count);
    return pc + 4;
  }
  const method = isObject(from) ? readPlain(m.realm, from, wellKnown.iterator) : from === undefined || from === null ? undefined : getProperty(m.realm, from, wellKnown.iterator);
  if (method !== EMPTY && !isFunction(method)) throwNotIterable(m, frame, from, code[pc + 3]);
  // A getter that is stopped gives its value to where it was called: that cannot be this instruction, which has no result.
  return method === EMPTY ? m.callSelfHosted(act, frame, 'operator_ArraySpreadAsked', [array, from]) : m.callSelfHosted(act, frame, 'operator_ArraySpread', [array, from, method]);
};
/** So many elements are pushed by the host at once; more would take much of its stack. */
const FEW = 8;
const MANY = 1024;
/** Appends `n` elements of what iterates by index, without asking the guest, to an array literal. */
export function appendAll(realm: Realm, array: Value[], from: Value[], n = from.length): void {
  realm.charge(n >> 2);
  if (n >= FEW && n <= MANY && n === from.length && realm.host.emptied && Array.isArray(from)) {
    hostArraysOf(realm.host).pushAll(array, from);
    return;
  }
  const start = array.length;
  for (let i = 0; i < n; i++) storeElement(array as Value[] & GuestObject, start + i, loadElement(from as Value[] & GuestObject, i));
}
/** Appends the code points of a string that iterates as ever to an array literal; false if `from` is none. */
export function appendString(realm: Realm, array: Value[], from: Value): boolean {
  if (typeof from !== 'string' || !realm.protectors.elements || !iterationUnmodified(realm, 'string')) return false;
  chargeElements(realm, from.length);
  for (const point of from) array[array.length] = point;
  return true;
}
handlers[Op.CopyDataProperties] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const target = regs[code[pc + 1]] as GuestObject;
  const source = regs[code[pc + 2]];
  const rest = copyDataProperties(m.realm, target, source, m.list(regs, code, pc + 4, code[pc + 3]));
  return rest === null ? next(frame, pc) : m.callSelfHosted(act, frame, 'operator_CopyDataProperties', [target, toObject(m.realm, source), rest]);
};
/** Charges for copying the properties of a spreadable object. */
export function chargeCopy(realm: Realm, source: GuestObject): void {
  realm.charge(Object.keys(source).length + chargedSymbols(source));
}
function copySpreadable(realm: Realm, target: GuestObject, source: GuestObject, excluded: readonly HostKey[]): void {
  let names = Object.keys(source);
  const symbols = Object.getOwnPropertySymbols(source);
  realm.charge(names.length + chargedSymbols(source));
  if (excluded.length > 0) names = names.filter((name) => !excluded.includes(name));
  let isAssigned = isSpreadable(target);
  if (isAssigned && names.length > MOST_ASSIGNED) {
    // Without a shape it would become a dictionary. What is left over by a pattern goes to an empty object.
    isAssigned = names.length <= MOST_FAST && excluded.length > 0;
    if (isAssigned) prepareShape(realm, names);
  }
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    // What is on no object of the chain has no setter either.
    if (isAssigned && !(name in target)) target[name] = source[name];
    else createDataProperty(realm, target, name, source[name]);
  }
  for (let i = 0; i < symbols.length; i++) {
    const symbol = symbols[i];
    if (excluded.includes(symbol) || !Object.prototype.propertyIsEnumerable.call(source, symbol)) continue;
    createDataProperty(realm, target, symbol, source[symbol as unknown as string]);
  }
}
/**
 * CopyDataProperties of a source without getters. Where there is one it can change what follows: gives the keys for the self-hosted loop,
 * which asks for each property in its turn; else null.
 */
export function copyDataProperties(realm: Realm, target: GuestObject, source: Value, excludedKeys: Value[]): Value {
  if (source === undefined || source === null) return null;
  const excluded: HostKey[] = [];
  for (let i = 0; i < excludedKeys.length; i++) {
    const key = toHostKey(excludedKeys[i]);
    excluded[i] = typeof key === 'number' ? String(key) : key;
  }
  if (isSpreadable(source)) {
    copySpreadable(realm, target, source, excluded);
    return null;
  }
  const from = toObject(realm, source);
  const keys = ownHostKeys(from).filter((k) => !excluded.includes(k));
  realm.charge(keys.length);
  const descriptors = keys.map((k) => getOwnProperty(realm, from, k));
  if (descriptors.some((d) => d !== undefined && 'get' in d)) return realm.prelude.makeArrayFrom(keys.map((k) => (typeof k === 'symbol' ? k : (guestName(k) as string))));
  for (let i = 0; i < keys.length; i++) {
    const d = descriptors[i];
    if (d?.enumerable === true) createDataProperty(realm, target, keys[i], d.value);
  }
  return null;
}
handlers[Op.DefineField] = (m, act, frame, pc) => {
  const { code, regs, linked } = frame;
  return defineData(m, act, frame, regs[code[pc + 1]] as GuestObject, linked.keys[code[pc + 2]], regs[code[pc + 3]], pc + 4);
};
handlers[Op.DefineElem] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  return defineData(m, act, frame, regs[code[pc + 1]] as GuestObject, toHostKey(regs[code[pc + 2]]), regs[code[pc + 3]], pc + 4);
};
function defineData(m: Machine, act: Activation, frame: Frame, o: GuestObject, key: HostKey, value: Value, nextPc: number): number {
  if (convertsElement(o, key, value) && key in o) return m.callSelfHosted(act, frame, 'operator_DefineElement', [o, key, value]);
  if (!createDataProperty(m.realm, o, key, value)) throwTypeError(m.realm, `Cannot redefine property: ${keyText(key)}`);
  return nextPc;
}
handlers[Op.DefineMethod] = (m, _act, frame, pc) => {
  const { code, regs } = frame;
  const key = toHostKey(regs[code[pc + 2]]);
  const enumerable = code[pc + 4] === 1;
  if (!defineOwnProperty(m.realm, regs[code[pc + 1]] as GuestObject, key, { value: regs[code[pc + 3]], writable: true, enumerable, configurable: true })) {
    throwTypeError(m.realm, `Cannot redefine property: ${keyText(key)}`);
  }
  return pc + 5;
};
for (const [opcode, field] of [[Op.DefineGetter, 'get'], [Op.DefineSetter, 'set']] as const) {
  handlers[opcode] = (m, _act, frame, pc) => {
    const { code, regs } = frame;
    const key = toHostKey(regs[code[pc + 2]]);
    const f = regs[code[pc + 3]] as unknown as GuestFunction;
    const o = regs[code[pc + 1]] as GuestObject;
    if (code[pc + 4] === 1 && defineLiteralAccessor(o, key, field, f)) return pc + 5;
    if (!defineOwnProperty(m.realm, o, key, { [field]: f, enumerable: code[pc + 4] === 1, configurable: true })) {
      throwTypeError(m.realm, `Cannot redefine property: ${keyText(key)}`);
    }
    return pc + 5;
  };
}
handlers[Op.SetPrototypeLiteral] = (m, _act, frame, pc) => {
  const proto = frame.regs[frame.code[pc + 2]];
  if (proto === null || isObject(proto)) setPrototypeOf(m.realm, frame.regs[frame.code[pc + 1]] as GuestObject, proto);
  return pc + 3;
};
handlers[Op.SetFunctionName] = (m, _act, frame, pc) => {
  const { code, regs } = frame;
  const f = regs[code[pc + 1]] as unknown as GuestFunction;
  const key = regs[code[pc + 2]] as unknown;
  let name = key instanceof PrivateName ? key.description : typeof key === 'symbol' ? (key.description === undefined ? '' : `[${key.description}]`) : String(key);
  if (code[pc + 3] === 1) name = `get ${name}`;
  if (code[pc + 3] === 2) name = `set ${name}`;
  // A class that has its own static `name` keeps it.
  if ((f.lazy & LAZY_NAME) !== 0 || !Object.hasOwn(f, '$name')) {
    f.lazy &= ~LAZY_NAME;
    Object.defineProperty(f, '$name', { value: name, writable: false, enumerable: false, configurable: true });
  } else if (functionName(f) === '' && getOwnProperty(m.realm, f as unknown as GuestObject, '$name')?.value === '') {
    Object.defineProperty(f, '$name', { value: name });
  }
  return pc + 4;
};
handlers[Op.SetHome] = (_m, _act, frame, pc) => {
  (frame.regs[frame.code[pc + 1]] as unknown as GuestFunction).home = frame.regs[frame.code[pc + 2]] as GuestObject;
  return pc + 3;
};
handlers[Op.NewLiteral] = (m, _act, frame, pc) => {
  const index = frame.code[pc + 2];
  m.realm.charge((frame.linked.template.constants[index] as string).length >> 3);
  return store(frame, pc, constantLiteral(frame.linked, index));
};
handlers[Op.NewRegExp] = (m, _act, frame, pc) => {
  const literal = frame.linked.template.constants[frame.code[pc + 2]] as Extract<Constant, { type: 'regexp' }>;
  return store(frame, pc, createRegExp(m.realm, literal.source, literal.flags));
};
handlers[Op.GetTemplateObject] = (_m, _act, frame, pc) => store(frame, pc, templateObject(frame.linked, frame.code[pc + 2]));
handlers[Op.GetClassParent] = (m, _act, frame, pc) => {
  const parent = frame.regs[frame.code[pc + 2]];
  if (parent === null) return store(frame, pc, null);
  if (!isConstructor(parent)) throwTypeError(m.realm, `Class extends value ${m.describe(parent)} is not a constructor or null`);
  return store(frame, pc, getProperty(m.realm, parent, '$prototype'));
};
handlers[Op.NewClass] = (m, _act, frame, pc) => {
  const { code, regs, linked } = frame;
  const { realm } = m;
  const superclass = regs[code[pc + 5]];
  const parent = regs[code[pc + 6]];
  let protoParent: GuestObject | null = realm.objectPrototype;
  if (superclass !== EMPTY) {
    if (parent !== null && !isObject(parent)) throwTypeError(realm, `Class extends value does not have valid prototype property ${m.describe(parent)}`);
    protoParent = parent;
  }
  const scope = regs[code[pc + 4]] as unknown as Scope | undefined;
  const f = linked.child(code[pc + 3]).closure(scope);
  const ctor = scope === undefined ? null : placePrivateNames(f, scope, superclass === EMPTY || superclass === null ? 0 : propertiesOf(superclass as GuestFunction & GuestObject));
  const proto = ctor !== null ? ctor.prototype : protoParent === realm.objectPrototype ? realm.prelude.makeObject() : realm.prelude.makeObjectWith(protoParent);
  if (ctor !== null && Object.getPrototypeOf(proto) !== protoParent) Object.setPrototypeOf(proto, protoParent);
  f.proto = proto;
  f.home = proto;
  if (superclass !== EMPTY && superclass !== null) {
    setPrototypeOf(realm, f, superclass as GuestObject);
    inheritPrivateNames(superclass as GuestFunction & GuestObject);
  }
  Object.defineProperty(proto, '$constructor', { value: f, writable: true, enumerable: false, configurable: true });
  regs[code[pc + 1]] = f;
  regs[code[pc + 2]] = proto;
  return pc + 7;
};
handlers[Op.SetClassFields] = (_m, _act, frame, pc) => {
  (frame.regs[frame.code[pc + 1]] as unknown as GuestFunction).fields = frame.regs[frame.code[pc + 2]] as unknown as GuestFunction;
  return pc + 3;
};
handlers[Op.InitFields] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const fields = (regs[code[pc + 2]] as unknown as GuestFunction).fields;
  if (fields === undefined) return pc + 3;
  return m.call(act, frame, fields, regs[code[pc + 1]], []);
};
