// Slow paths of the interpreter: whole instructions that the loop does not do inline.
//
// Takes a frame whose `pc` is that of the instruction; executes it and returns the next pc, or -1 if it changed the top
// frame (it pushed a guest frame whose result `Machine.resume` stores). Guest code that an instruction needs (conversions,
// accessors of self-hosted protocol steps) is called by pushing a frame, never by recursing, except through host accessors.

import { loadElement, storeElement } from '../runtime/elements.ts';
import { describeWithType } from '../runtime/describe.ts';
import { Op, opcodes } from '../bytecode/opcodes.ts';
import { Seen } from '../bytecode/profile.ts';
import type { Constant } from '../bytecode/template.ts';
import { createArguments, createMappedArguments } from '../runtime/arguments.ts';
import { toHostKey, toNumber, toNumeric, toStringPrimitive, typeOf } from '../runtime/conversions.ts';
import { CoroutineState, Resumption } from '../runtime/coroutine.ts';
import { throwReferenceError, throwTypeError, makeError, InternalError } from '../runtime/errors.ts';
import { type Enumeration, enumerate } from '../runtime/enumeration.ts';
import { functionName, LAZY_NAME } from '../runtime/function.ts';
import { declareGlobals, defineGlobalFunction, deleteGlobal, getGlobalSlow, hasGlobal, initGlobal, setGlobalSlow, type GlobalDeclarations } from '../runtime/globals.ts';
import { createRegExp } from '../runtime/intrinsics/regexp.ts';
import { GeneratorStepper, GuestStepper, stepperOf } from '../runtime/iteration.ts';
import { guestName } from '../runtime/keys.ts';
import { resolveIntrinsic } from '../runtime/library.ts';
import { DEFINING_STORES, STEPPED_DIRECTLY, type LinkedTemplate } from '../runtime/linked.ts';
import { referrerOf, type ModuleRecord } from '../runtime/module-record.ts';
import type { Realm } from '../runtime/realm.ts';
import { literalMaker, templateObject } from '../runtime/literals.ts';
import {
  convertsElement, createDataProperty, defineOwnProperty, deleteProperty, getLength, getOwnProperty, getProperty, getPrototypeOf,
  hasProperty, ownHostKeys, setProperty, setPrototypeOf,
} from '../runtime/objects.ts';
import { promiseResolvePlainly } from '../runtime/promise.ts';
import { readPlain } from '../runtime/plain-access.ts';
import { PrivateName, PRIVATE_ACCESSOR, PRIVATE_FIELD, PRIVATE_METHOD } from '../runtime/private.ts';
import { EMPTY, FAST_ITERATION, ITERATION_END, isConstructor, isFunction, isObject, wellKnown, type GuestFunction, type GuestObject, type HostKey, type Scope, type Value } from '../runtime/values.ts';
import { toObject } from '../runtime/wrappers.ts';
import { completeRequest, coroutineOf, hasRequests, settleAsync, startAsync, steppable } from './coroutines.ts';
import type { Activation, Frame } from './frame.ts';
import type { Machine } from './machine.ts';
import { nameHandlers } from './slow-names.ts';
import { keyText, next, put, store, throwNullish, type Handler } from './slow-common.ts';
import { addPrimitives, compare, numeric, unary, type NumericOperator, type UnaryOperator } from './primitive-operators.ts';

const handlers: (Handler | undefined)[] = new Array<undefined>(opcodes.length).fill(undefined);
for (const [op, handler] of nameHandlers) handlers[op] = handler;

export function slow(m: Machine, act: Activation, frame: Frame, pc: number): number {
  const handler = handlers[frame.code[pc]];
  if (handler === undefined) throw new InternalError(`no interpreter case for ${opcodes[frame.code[pc]]?.name ?? 'opcode ' + frame.code[pc]}`);
  m.realm = frame.linked.realm;
  return handler(m, act, frame, pc);
}

/** Opcodes that have a slow path here, for the test that every opcode is covered. */
export function hasSlowPath(op: number): boolean {
  return handlers[op] !== undefined;
}

function seenKind(v: Value): number {
  switch (typeof v) {
    case 'number':
      return Seen.number;
    case 'string':
      return Seen.string;
    case 'bigint':
      return Seen.bigint;
    case 'object':
      return v === null ? Seen.primitive : Seen.object;
    default:
      return Seen.primitive;
  }
}

// --- Operators.

const numericOperators: [name: keyof typeof Op, op: NumericOperator][] = [
  ['Sub', '-'], ['Mul', '*'], ['Div', '/'], ['Mod', '%'], ['Exp', '**'], ['BitAnd', '&'], ['BitOr', '|'], ['BitXor', '^'],
  ['Shl', '<<'], ['Shr', '>>'], ['UShr', '>>>'],
];

function binary(opcode: number, name: string, immediate: boolean, apply: (m: Machine, a: Value, b: Value) => Value): void {
  handlers[opcode] = (m, act, frame, pc) => {
    const { code, regs } = frame;
    const a = regs[code[pc + 2]];
    const b = immediate ? code[pc + 3] : regs[code[pc + 3]];
    code[pc + 4] |= seenKind(a) | seenKind(b);
    if (isObject(a) || isObject(b)) return m.callSelfHosted(act, frame, `operator_${name}`, [a, b]);
    return store(frame, pc, apply(m, a, b));
  };
}

binary(Op.Add, 'Add', false, (m, a, b) => addPrimitives(m.realm, a, b));
binary(Op.AddInt, 'Add', true, (m, a, b) => addPrimitives(m.realm, a, b));
for (const [name, op] of numericOperators) {
  binary(Op[name], name, false, (m, a, b) => numeric(m.realm, op, a, b));
  const immediate = (Op as Record<string, number>)[`${name}Int`];
  if (immediate !== undefined) binary(immediate, name, true, (m, a, b) => numeric(m.realm, op, a, b));
}
for (const [name, op] of [['Lt', '<'], ['Le', '<='], ['Gt', '>'], ['Ge', '>=']] as const) {
  binary(Op[name], name, false, (m, a, b) => compare(m.realm, op, a, b));
  binary(Op[`${name}Int`], name, true, (m, a, b) => compare(m.realm, op, a, b));
}

/** IsLooselyEqual where no object has to be converted; undefined if one has. */
function looselyEqual(a: Value, b: Value): boolean | undefined {
  const objectA = isObject(a);
  const objectB = isObject(b);
  if (objectA && objectB) return a === b;
  if (objectA || objectB) {
    const other = objectA ? b : a;
    return other === undefined || other === null ? false : undefined;
  }
  // eslint-disable-next-line eqeqeq -- IsLooselyEqual of primitives is the host's own
  return a == b;
}
for (const [name, negate] of [['Eq', false], ['Ne', true]] as const) {
  handlers[Op[name]] = (m, act, frame, pc) => {
    const { code, regs } = frame;
    const a = regs[code[pc + 2]];
    const b = regs[code[pc + 3]];
    code[pc + 4] |= seenKind(a) | seenKind(b);
    const result = looselyEqual(a, b);
    if (result === undefined) return m.callSelfHosted(act, frame, `operator_${name}`, [a, b]);
    return store(frame, pc, result !== negate);
  };
}

function unaryOp(opcode: number, name: string, apply: (m: Machine, a: Value) => Value): void {
  handlers[opcode] = (m, act, frame, pc) => {
    const { code, regs } = frame;
    const a = regs[code[pc + 2]];
    code[pc + 3] |= seenKind(a);
    if (isObject(a)) return m.callSelfHosted(act, frame, `operator_${name}`, [a]);
    return store(frame, pc, apply(m, a));
  };
}
for (const [name, op] of [['Neg', '-'], ['BitNot', '~'], ['Inc', '++'], ['Dec', '--']] as [keyof typeof Op, UnaryOperator][]) {
  unaryOp(Op[name], name, (m, a) => unary(m.realm, op, a));
}
unaryOp(Op.ToNumber, 'ToNumber', (m, a) => toNumber(m.realm, a));
unaryOp(Op.ToNumeric, 'ToNumeric', (m, a) => toNumeric(m.realm, a));

handlers[Op.ToString] = (m, act, frame, pc) => {
  const a = frame.regs[frame.code[pc + 2]];
  if (isObject(a)) return m.callSelfHosted(act, frame, 'operator_ToString', [a]);
  return store(frame, pc, toStringPrimitive(m.realm, a));
};
handlers[Op.ToPropertyKey] = (m, act, frame, pc) => {
  const a = frame.regs[frame.code[pc + 2]];
  if (isObject(a)) return m.callSelfHosted(act, frame, 'operator_ToPropertyKey', [a]);
  return store(frame, pc, typeof a === 'number' || typeof a === 'symbol' ? a : String(a));
};
handlers[Op.ConvertKey] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const k = regs[code[pc + 3]];
  code[pc + 4] |= Seen.otherKey;
  if (!isObject(k)) return store(frame, pc, k);
  const o = regs[code[pc + 2]];
  if (o === undefined || o === null) throwTypeError(m.realm, `Cannot read properties of ${String(o)}`);
  return m.callSelfHosted(act, frame, 'operator_ToPropertyKey', [k]);
};
handlers[Op.Typeof] = (_m, _act, frame, pc) => store(frame, pc, typeOf(frame.regs[frame.code[pc + 2]]));
handlers[Op.In] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const key = regs[code[pc + 2]];
  const o = regs[code[pc + 3]];
  if (!isObject(o)) throwTypeError(m.realm, `Cannot use 'in' operator to search for '${isObject(key) ? '#<Object>' : String(key)}' in ${String(o)}`);
  if (isObject(key)) return m.callSelfHosted(act, frame, 'operator_In', [key, o]);
  return store(frame, pc, hasProperty(o, toHostKey(key)));
};
handlers[Op.InstanceOf] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const v = regs[code[pc + 2]];
  const target = regs[code[pc + 3]];
  if (!isObject(target)) throwTypeError(m.realm, "Right-hand side of 'instanceof' is not an object");
  const result = m.instanceOf(m.realm, v, target);
  if (result === undefined) return m.callSelfHosted(act, frame, 'operator_InstanceOf', [v, target]);
  return store(frame, pc, result);
};

// --- Control.

handlers[Op.Throw] = (_m, _act, frame, pc) => {
  throw frame.regs[frame.code[pc + 1]];
};
const errorNames = ['Error', 'TypeError', 'ReferenceError', 'SyntaxError', 'RangeError'] as const;
handlers[Op.ThrowError] = (m, _act, frame, pc) => {
  const { code, linked } = frame;
  throw makeError(m.realm, errorNames[code[pc + 1]], linked.template.constants[code[pc + 2]] as string);
};

// --- Loads and checks.

handlers[Op.LoadHome] = (_m, _act, frame, pc) => store(frame, pc, frame.callee?.home);
handlers[Op.LoadIntrinsic] = (m, _act, frame, pc) => {
  const { linked } = frame;
  const name = frame.code[pc + 2];
  return store(frame, pc, (linked.intrinsics[name] ??= resolveIntrinsic(m.realm, linked.template.names[name])));
};
handlers[Op.CoerceThis] = (m, _act, frame, pc) => {
  const v = frame.regs[0];
  if (v === undefined || v === null) frame.regs[0] = m.realm.global;
  else if (!isObject(v)) frame.regs[0] = toObject(m.realm, v);
  return pc + 1;
};
handlers[Op.CheckEmpty] = (m, _act, frame, pc) => {
  if (frame.regs[frame.code[pc + 1]] === EMPTY) throwUninitialised(m, frame, frame.code[pc + 2]);
  return pc + 3;
};
function throwUninitialised(m: Machine, frame: Frame, name: number): never {
  return throwReferenceError(m.realm, `Cannot access '${frame.linked.template.names[name]}' before initialization`);
}
handlers[Op.CheckThis] = (m, _act, frame, pc) => {
  if (frame.regs[frame.code[pc + 1]] === EMPTY) {
    throwReferenceError(m.realm, "Must call super constructor in derived class before accessing 'this' or returning from derived constructor");
  }
  return pc + 2;
};
handlers[Op.CheckNotInitialised] = (m, _act, frame, pc) => {
  if (frame.regs[frame.code[pc + 1]] !== EMPTY) throwReferenceError(m.realm, 'Super constructor may only be called once');
  return pc + 2;
};
handlers[Op.CheckObject] = (m, _act, frame, pc) => {
  const v = frame.regs[frame.code[pc + 1]];
  if (!isObject(v)) {
    if (frame.code[pc + 2] === 1) throwTypeError(m.realm, 'Result of the Symbol.iterator method is not an object');
    throwTypeError(m.realm, `Iterator result ${m.describe(v)} is not an object`);
  }
  return pc + 3;
};
handlers[Op.CheckCoercible] = (m, _act, frame, pc) => {
  const { code, regs, linked } = frame;
  const v = regs[code[pc + 1]];
  if (v === undefined || v === null) throwTypeError(m.realm, `${linked.template.constants[code[pc + 2]] as string} as it is ${String(v)}.`);
  return pc + 3;
};
handlers[Op.GetSlotChecked] = (m, _act, frame, pc) => throwUninitialised(m, frame, frame.code[pc + 5]);
handlers[Op.SetSlotChecked] = (m, _act, frame, pc) => throwUninitialised(m, frame, frame.code[pc + 5]);
handlers[Op.CreateArguments] = (m, _act, frame, pc) => {
  const args = frame.args as Value[];
  m.realm.charge(args.length >> 2);
  return store(frame, pc, createArguments(m.realm, args, frame.code[pc + 2] === 1 ? frame.callee : null));
};
handlers[Op.CreateMappedArguments] = (m, _act, frame, pc) => {
  const args = frame.args as Value[];
  m.realm.charge(args.length);
  const scope = frame.regs[frame.code[pc + 2]] as unknown as Scope;
  return store(frame, pc, createMappedArguments(m.realm, args, frame.callee as GuestFunction, scope, frame.linked.template.mappedSlots));
};
handlers[Op.CreateRest] = (m, _act, frame, pc) => store(frame, pc, createRest(m.realm, frame.args as Value[], frame.code[pc + 2]));
/** The array of a rest parameter. The arguments of a spread call are a guest array, which has no host methods where there is no emptied realm. */
export function createRest(realm: Realm, args: Value[], from: number): Value {
  const rest: Value[] = from === 0 ? args : Array.prototype.slice.call(args, from);
  realm.charge(rest.length >> 2);
  return realm.prelude.makeArrayFrom(rest);
}

// --- Scopes and globals.

handlers[Op.CopyScope] = (m, _act, frame, pc) => {
  const { code, regs, linked } = frame;
  const from = regs[code[pc + 2]] as unknown as Scope;
  const scope = linked.scopeMaker(code[pc + 3])(from.up);
  const count = linked.template.scopes[code[pc + 3]].names.length;
  for (let i = 0; i < count; i++) scope[m.slotNames[i]] = from[m.slotNames[i]];
  return store(frame, pc, scope as unknown as Value);
};
handlers[Op.ThrowConstAssign] = (m) => throwTypeError(m.realm, 'Assignment to constant variable.');
handlers[Op.DeclareGlobals] = (m, _act, frame, pc) => {
  declareGlobals(m.realm, frame.linked.template.constants[frame.code[pc + 1]] as GlobalDeclarations, frame.linked.template);
  return pc + 2;
};
handlers[Op.DefineGlobalFunction] = (m, _act, frame, pc) => {
  defineGlobalFunction(m.realm, frame.linked.template.names[frame.code[pc + 1]], frame.regs[frame.code[pc + 2]], frame.linked.template.kind === 'eval');
  return pc + 3;
};
handlers[Op.GetGlobal] = (m, _act, frame, pc) => store(frame, pc, getGlobalSlow(m.realm, frame.linked.cell(frame.code[pc + 2]), false, frame.linked.template.names[frame.code[pc + 2]]));
handlers[Op.GetGlobalOrUndefined] = (m, _act, frame, pc) => store(frame, pc, getGlobalSlow(m.realm, frame.linked.cell(frame.code[pc + 2]), true, frame.linked.template.names[frame.code[pc + 2]]));
handlers[Op.HasGlobal] = (m, _act, frame, pc) => store(frame, pc, hasGlobal(m.realm, frame.linked.cell(frame.code[pc + 2])));
handlers[Op.SetGlobal] = (m, _act, frame, pc) => {
  setGlobalSlow(m.realm, frame.linked.cell(frame.code[pc + 1]), frame.regs[frame.code[pc + 2]], frame.linked.template.strict);
  return pc + 3;
};
handlers[Op.InitGlobal] = (_m, _act, frame, pc) => {
  initGlobal(frame.linked.cell(frame.code[pc + 1]), frame.regs[frame.code[pc + 2]]);
  return pc + 3;
};
handlers[Op.ImportCall] = (m, act, frame, pc) => {
  const { code, regs, linked } = frame;
  return m.callSelfHosted(act, frame, 'operator_ImportCall', [regs[code[pc + 2]], regs[code[pc + 3]], referrerOf(linked)]);
};
handlers[Op.LoadImportMeta] = (_m, _act, frame, pc) => store(frame, pc, (frame.linked.module as ModuleRecord).meta());
handlers[Op.DeleteGlobal] = (m, _act, frame, pc) => store(frame, pc, deleteGlobal(m.realm, frame.linked.cell(frame.code[pc + 2])));

// --- Properties.

function getNamed(m: Machine, frame: Frame, pc: number, o: Value, key: HostKey): number {
  if (o === undefined || o === null) throwNullish(m.realm, o, 'read', key);
  return store(frame, pc, getProperty(m.realm, o, key));
}

handlers[Op.GetProp] = (m, _act, frame, pc) => {
  const { code, regs, linked } = frame;
  const o = regs[code[pc + 2]];
  code[pc + 4] |= typeof o === 'string' ? Seen.string : typeof o === 'bigint' ? Seen.bigint : Seen.primitive;
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
const isAddition = (o: GuestObject, key: HostKey): boolean => typeof key === 'string' && key.charCodeAt(0) === 36 && !hasProperty(o, key) && Reflect.isExtensible(o);
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

function deleteKey(m: Machine, frame: Frame, pc: number, o: Value, key: HostKey): number {
  if (o === undefined || o === null) throwTypeError(m.realm, `Cannot convert undefined or null to object`);
  const object = isObject(o) ? o : toObject(m.realm, o);
  const deleted = deleteProperty(object, key);
  if (!deleted && frame.linked.template.strict) throwTypeError(m.realm, `Cannot delete property '${keyText(key)}' of ${m.describeObject(object)}`);
  return store(frame, pc, deleted);
}
handlers[Op.DeleteProp] = (m, _act, frame, pc) => deleteKey(m, frame, pc, frame.regs[frame.code[pc + 2]], frame.linked.keys[frame.code[pc + 3]]);
handlers[Op.DeleteElem] = (m, act, frame, pc) => {
  const { code, regs, linked } = frame;
  const k = regs[code[pc + 3]];
  if (isObject(k)) return m.callSelfHosted(act, frame, linked.template.strict ? 'operator_DeleteElem' : 'operator_DeleteElemSloppy', [regs[code[pc + 2]], k]);
  return deleteKey(m, frame, pc, regs[code[pc + 2]], toHostKey(k));
};
handlers[Op.GetSuperBase] = (_m, _act, frame, pc) => store(frame, pc, getPrototypeOf(frame.regs[frame.code[pc + 2]] as GuestObject));
handlers[Op.GetSuper] = (m, _act, frame, pc) => {
  const { code, regs } = frame;
  return store(frame, pc, getSuper(m.realm, regs[code[pc + 2]] as GuestObject | null, regs[code[pc + 3]], regs[code[pc + 4]]));
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
  if (name.has(o)) throwTypeError(m.realm, 'Cannot initialize ' + name.description + ' twice on the same object');
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

// --- Literals, functions and classes.

handlers[Op.NewObject] = (m, _act, frame, pc) => {
  const { code, regs, linked } = frame;
  const make = literalMaker(linked, code[pc + 2]);
  const count = code[pc + 3];
  const values: Value[] = new Array<Value>(count);
  for (let i = 0; i < count; i++) values[i] = regs[code[pc + 4 + i]];
  return store(frame, pc, make(values));
};
handlers[Op.NewArray] = (m, _act, frame, pc) => {
  const { code, regs } = frame;
  return store(frame, pc, m.realm.prelude.makeArrayFrom(m.list(regs, code, pc + 3, code[pc + 2])));
};
handlers[Op.ArrayAppend] = (_m, _act, frame, pc) => {
  const array = frame.regs[frame.code[pc + 1]] as Value[] & GuestObject;
  Object.defineProperty(array, array.length, { value: frame.regs[frame.code[pc + 2]], writable: true, enumerable: true, configurable: true });
  return pc + 3;
};
handlers[Op.ArrayHole] = (_m, _act, frame, pc) => {
  (frame.regs[frame.code[pc + 1]] as Value[] & GuestObject).length++;
  return pc + 2;
};
handlers[Op.ArraySpread] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const array = regs[code[pc + 1]] as Value[] & GuestObject;
  const from = regs[code[pc + 2]];
  if (m.iteratesFast(from)) {
    appendAll(m.realm, array, from);
    return pc + 4;
  }
  const method = isObject(from) ? readPlain(m.realm, from, wellKnown.iterator) : from === undefined || from === null ? undefined : getProperty(m.realm, from, wellKnown.iterator);
  if (method !== EMPTY && !isFunction(method)) throwNotIterable(m, frame, from, code[pc + 3]);
  // A getter that is stopped gives its value to where it was called: that cannot be this instruction, which has no result.
  return method === EMPTY ? m.callSelfHosted(act, frame, 'operator_ArraySpreadAsked', [array, from]) : m.callSelfHosted(act, frame, 'operator_ArraySpread', [array, from, method]);
};
/** Appends the elements of an array that iterates fast to an array literal. */
export function appendAll(realm: Realm, array: Value[], from: Value[]): void {
  const n = from.length;
  realm.charge(n >> 2);
  const start = array.length;
  for (let i = 0; i < n; i++) storeElement(array as Value[] & GuestObject, start + i, loadElement(from as Value[] & GuestObject, i));
}
handlers[Op.CopyDataProperties] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const target = regs[code[pc + 1]] as GuestObject;
  const source = regs[code[pc + 2]];
  const rest = copyDataProperties(m.realm, target, source, m.list(regs, code, pc + 4, code[pc + 3]));
  return rest === null ? next(frame, pc) : m.callSelfHosted(act, frame, 'operator_CopyDataProperties', [target, toObject(m.realm, source), rest]);
};
/**
 * CopyDataProperties of a source without getters. Where there is one it can change what follows: gives the keys for the self-hosted loop,
 * which asks for each property in its turn; else null.
 */
export function copyDataProperties(realm: Realm, target: GuestObject, source: Value, excludedKeys: Value[]): Value {
  if (source === undefined || source === null) return null;
  const from = toObject(realm, source);
  const excluded = excludedKeys.map((k) => toHostKey(k)).map((k) => (typeof k === 'number' ? String(k) : k));
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
    if (!defineOwnProperty(m.realm, regs[code[pc + 1]] as GuestObject, key, { [field]: f, enumerable: code[pc + 4] === 1, configurable: true })) {
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
  const proto = protoParent === realm.objectPrototype ? realm.prelude.makeObject() : realm.prelude.makeObjectWith(protoParent);
  const f = linked.child(code[pc + 3]).closure(regs[code[pc + 4]] as unknown as Scope | undefined);
  f.proto = proto;
  f.home = proto;
  if (superclass !== EMPTY && superclass !== null) setPrototypeOf(realm, f, superclass as GuestObject);
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

// --- Calls.

handlers[Op.Call] = (m, _act, frame, pc) => {
  const { code, linked } = frame;
  return throwTypeError(m.realm, `${calleeText(linked, code[pc + 4])} is not a function`);
};
function calleeText(linked: LinkedTemplate, site: number): string {
  return linked.template.siteNames[site] || '(intermediate value)';
}
handlers[Op.CallSpread] = (m, act, frame, pc) => {
  const { code, regs, linked } = frame;
  const f = regs[code[pc + 2]];
  const site = code[pc + 4];
  if (!isFunction(f)) throwTypeError(m.realm, `${calleeText(linked, site)} is not a function`);
  linked.recordTarget(site, f);
  const list = regs[code[pc + 5]] as unknown as Value[];
  m.checkArgumentCount(list.length);
  m.realm.charge(list.length >> 2);
  return m.call(act, frame, f, regs[code[pc + 3]], list);
};
function construct(m: Machine, act: Activation, frame: Frame, pc: number, f: Value, newTarget: Value, site: number, args: Value[]): number {
  if (!isConstructor(f)) return throwTypeError(m.realm, `${calleeText(frame.linked, site)} is not a constructor`);
  if (frame.linked.lastTargets[site] !== (f as GuestFunction)) frame.linked.recordTarget(site, f);
  return m.construct(act, frame, f, newTarget as unknown as GuestFunction, args);
}
handlers[Op.New] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const f = regs[code[pc + 2]];
  return construct(m, act, frame, pc, f, f, code[pc + 3], m.list(regs, code, pc + 5, code[pc + 4]));
};
handlers[Op.NewSpread] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const f = regs[code[pc + 2]];
  const list = regs[code[pc + 4]] as unknown as Value[];
  m.checkArgumentCount(list.length);
  m.realm.charge(list.length >> 2);
  return construct(m, act, frame, pc, f, f, code[pc + 3], Array.from(list));
};
/** SuperCall: whether the parent is a constructor is asked only after the arguments have been evaluated. */
function superConstructor(m: Machine, parent: Value): Value {
  return isConstructor(parent) ? parent : throwTypeError(m.realm, `Super constructor ${m.describe(parent)} of anonymous class is not a constructor`);
}
handlers[Op.SuperCall] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const parent = superConstructor(m, regs[code[pc + 2]]);
  return construct(m, act, frame, pc, parent, regs[code[pc + 3]], code[pc + 4], m.list(regs, code, pc + 6, code[pc + 5]));
};
handlers[Op.SuperCallSpread] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const list = regs[code[pc + 5]] as unknown as Value[];
  m.checkArgumentCount(list.length);
  const parent = superConstructor(m, regs[code[pc + 2]]);
  m.realm.charge(list.length >> 2);
  return construct(m, act, frame, pc, parent, regs[code[pc + 3]], code[pc + 4], Array.from(list));
};

// --- Iteration.

handlers[Op.IterStart] = (m, _act, frame, pc) => {
  const { code, regs } = frame;
  const iterable = regs[code[pc + 4]];
  if (!m.iteratesFast(iterable)) return pc + 6;
  regs[code[pc + 1]] = iterable;
  regs[code[pc + 2]] = FAST_ITERATION;
  regs[code[pc + 3]] = 0;
  return code[pc + 5];
};
function throwNotIterable(m: Machine, frame: Frame, v: Value, constant: number): never {
  const { template } = frame.linked;
  // The library's own names for what the guest passed say nothing to it.
  if (template.selfHosted) {
    throwTypeError(m.realm, `${describeWithType(m.realm, v)} is not iterable (cannot read property Symbol(Symbol.iterator))`);
  }
  const text = template.constants[constant] as string;
  if (text !== '') throwTypeError(m.realm, `${text} is not iterable`);
  if (v === undefined || v === null) throwTypeError(m.realm, `${String(v)} is not iterable (cannot read property Symbol(Symbol.iterator))`);
  return throwTypeError(m.realm, `${m.describe(v)} is not iterable`);
}
handlers[Op.GetIteratorMethod] = (m, _act, frame, pc) => {
  const v = frame.regs[frame.code[pc + 2]];
  if (v === undefined || v === null) throwNotIterable(m, frame, v, frame.code[pc + 3]);
  const method = getProperty(m.realm, v, wellKnown.iterator);
  if (!isFunction(method)) throwNotIterable(m, frame, v, frame.code[pc + 3]);
  return store(frame, pc, method);
};
handlers[Op.IterStep] = (m, act, frame, pc) => {
  const { code, regs, linked } = frame;
  const iterator = regs[code[pc + 2]];
  const nextMethod = regs[code[pc + 3]];
  // Where compiled code has to look closer, too.
  if (isFunction(nextMethod) && (nextMethod as GuestFunction).data !== undefined) linked.others[pc] |= STEPPED_DIRECTLY;
  const stepper = stepperOf(nextMethod);
  if (stepper === null) return pc + 7;
  if (stepper instanceof GeneratorStepper) {
    // Generator.prototype.next gives a fresh result object: nobody sees it, so it is not made.
    const c = steppable(iterator);
    if (c === null) return pc + 7;
    if (c.state === CoroutineState.completed) return code[pc + 5];
    c.isRaw = true;
    return m.resumeCoroutine(act, frame, c, Resumption.next, undefined);
  }
  if (stepper instanceof GuestStepper) {
    if (!stepper.accepts(iterator)) return pc + 7;
    return m.callSelfHosted(act, frame, stepper.selfHosted, [iterator]);
  }
  const v = stepper.step(iterator);
  if (v === EMPTY) return pc + 7;
  if (v === ITERATION_END) return code[pc + 5];
  if (typeof v !== 'number') linked.others[pc] |= 1;
  regs[code[pc + 1]] = v;
  return code[pc + 6];
};
handlers[Op.GetAsyncIterator] = (m, act, frame, pc) => {
  const v = frame.regs[frame.code[pc + 2]];
  return m.callSelfHosted(act, frame, 'operator_GetAsyncIterator', [v, frame.linked.template.constants[frame.code[pc + 3]] as string]);
};
handlers[Op.ForInStart] = (m, _act, frame, pc) => {
  const v = frame.regs[frame.code[pc + 2]];
  const object = v === undefined || v === null ? null : toObject(m.realm, v);
  return store(frame, pc, enumerate(m.realm, object) as unknown as Value);
};
handlers[Op.ForInNext] = (_m, _act, frame, pc) => {
  const key = (frame.regs[frame.code[pc + 2]] as unknown as Enumeration).next();
  return key === undefined ? frame.code[pc + 3] : store(frame, pc, key);
};

// --- Generators and async functions.

handlers[Op.StartAsync] = (m, _act, frame, pc) => {
  startAsync(m, frame);
  return pc + 1;
};
handlers[Op.PromiseResolve] = (m, act, frame, pc) => {
  const v = frame.regs[frame.code[pc + 2]];
  if (!isObject(v)) return store(frame, pc, v);
  const promise = promiseResolvePlainly(m.realm, v);
  return promise === undefined ? m.callSelfHosted(act, frame, 'operator_PromiseResolve', [v]) : store(frame, pc, promise);
};
handlers[Op.SettleAsync] = (m, act, frame, pc) => {
  const promise = coroutineOf(m, frame).promise as GuestObject;
  const value = frame.regs[frame.code[pc + 1]];
  return settleAsync(m.realm, promise, value, frame.code[pc + 2]) ? next(frame, pc) : m.callSelfHosted(act, frame, 'ResolvePromise', [promise, value]);
};
handlers[Op.AsyncGeneratorComplete] = (m, act, frame, pc) => {
  const rest = completeRequest(m.realm, coroutineOf(m, frame), frame.regs[frame.code[pc + 1]], frame.code[pc + 2]);
  return rest === null ? next(frame, pc) : m.callSelfHosted(act, frame, 'ResolvePromise', [rest.promise, rest.resolution]);
};
handlers[Op.AsyncGeneratorDrain] = (m, act, frame, pc) => {
  const c = coroutineOf(m, frame);
  return hasRequests(c) ? m.callSelfHosted(act, frame, 'AsyncGenerator_drain', [c as unknown as Value]) : next(frame, pc);
};
