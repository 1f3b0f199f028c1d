// Slow paths of the interpreter: whole instructions that the loop does not do inline.
//
// Takes a frame whose `pc` is that of the instruction; executes it and returns the next pc, or -1 if it changed the top
// frame (it pushed a guest frame whose result `Machine.resume` stores). Guest code that an instruction needs (conversions,
// accessors of self-hosted protocol steps) is called by pushing a frame, never by recursing, except through host accessors.
// Here are those of names, checks, calls and coroutines; the other slow-*.ts have the rest, by subject.

import { Op, opcodes } from '../bytecode/opcodes.ts';
import { Seen } from '../bytecode/profile.ts';
import { createArguments, createMappedArguments } from '../runtime/arguments.ts';
import { InternalError, makeError, throwReferenceError, throwTypeError } from '../runtime/errors.ts';
import {
  declareGlobals, defineGlobalFunction, deleteGlobal, getGlobalSlow, hasGlobal, initGlobal, setGlobalSlow, type GlobalDeclarations,
} from '../runtime/globals.ts';
import { resolveIntrinsic } from '../runtime/library.ts';
import type { LinkedTemplate } from '../runtime/linked.ts';
import { referrerOf, type ModuleRecord } from '../runtime/module-record.ts';
import type { Realm } from '../runtime/realm.ts';
import { PRIVATE_FIELD, type PrivateName } from '../runtime/private.ts';
import { promiseResolvePlainly } from '../runtime/promise.ts';
import { pageOf, slotName } from '../runtime/slots.ts';
import { EMPTY, isConstructor, isFunction, isObject, type GuestFunction, type GuestObject, type Scope, type Value } from '../runtime/values.ts';
import { toObject } from '../runtime/wrappers.ts';
import { catchIn } from './catching.ts';
import { completeRequest, coroutineOf, hasRequests, settleAsync, startAsync } from './coroutines.ts';
import type { Activation, Frame } from './frame.ts';
import type { Machine } from './machine.ts';
import { nameHandlers } from './slow-names.ts';
import { next, store, type Handler, type HandlerTable } from './slow-common.ts';
import { operatorHandlers } from './slow-operators.ts';
import { propertyHandlers } from './slow-properties.ts';
import { meetsProxy, proxied } from './slow-proxy.ts';
import { literalHandlers } from './slow-literals.ts';
import { iterationHandlers } from './slow-iteration.ts';

const handlers: HandlerTable = new Array<undefined>(opcodes.length).fill(undefined);
for (const [op, handler] of nameHandlers) handlers[op] = handler;
for (const table of [operatorHandlers, propertyHandlers, literalHandlers, iterationHandlers]) {
  table.forEach((handler, op) => {
    handlers[op] = handler;
  });
}

/**
 * Executes the instruction. The most frequent ones are here themselves, in their usual form. V8 must not inline this into the loop, which would be thrown away and optimised
 * anew whenever a handler meets something new: it does not, since this function is too long for that (`--max-inlined-bytecode-size`).
 */
export function slow(m: Machine, act: Activation, frame: Frame, pc: number): number {
  const { code, regs, linked } = frame;
  const op = code[pc];
  m.realm = linked.realm;
  if (meetsProxy(frame, pc)) return proxied(m, act, frame, pc);
  if (op === Op.New) {
    const f = regs[code[pc + 2]];
    if (isConstructor(f)) {
      const callee = f.linked as LinkedTemplate | null;
      if (callee !== null && callee.entry === m.stub && callee.isPrepared && callee.template.kind !== 'derived') {
        const site = code[pc + 3];
        if (linked.lastTargets[site] !== (f as GuestFunction)) linked.recordTarget(site, f);
        return m.pushConstruct(act, frame, f, callee, pc);
      }
    }
  } else if (op === Op.GetPrivate) {
    const o = regs[code[pc + 2]];
    const name = regs[code[pc + 3]] as unknown as PrivateName;
    if (isObject(o) && name.kind === PRIVATE_FIELD) {
      let v: Value;
      try {
        v = name.get(o);
      } catch {
        // There is no such field: the handler says so.
        return (handlers[op] as Handler)(m, act, frame, pc);
      }
      if (v === EMPTY) return (handlers[op] as Handler)(m, act, frame, pc);
      if (typeof v !== 'number') linked.others[pc] |= 1;
      regs[code[pc + 1]] = v;
      return pc + 4;
    }
  } else if (op === Op.GetLength) {
    const v = regs[code[pc + 2]];
    if (typeof v === 'string') {
      code[pc + 3] |= Seen.string;
      regs[code[pc + 1]] = v.length;
      return pc + 4;
    }
  }
  const handler = handlers[op];
  if (handler === undefined) throw new InternalError(`no interpreter case for ${opcodes[op]?.name ?? `opcode ${op}`}`);
  return handler(m, act, frame, pc);
}

/** Opcodes that have a slow path here, for the test that every opcode is covered. */
export function hasSlowPath(op: number): boolean {
  return handlers[op] !== undefined;
}

// --- Control.

// A host exception costs 2 us: what is caught in the same activation goes without one.
handlers[Op.Throw] = (m, act, frame, pc) => {
  const v = frame.regs[frame.code[pc + 1]];
  if (catchIn(m, act, v)) return -1;
  throw v;
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

// The first time: what makes scopes of this shape, and the link of the closure's template, are there afterwards.
handlers[Op.NewScope] = (_m, _act, frame, pc) => {
  const { code, regs, linked } = frame;
  regs[code[pc + 1]] = linked.scopeMaker(code[pc + 3])(regs[code[pc + 2]] as unknown as Scope | undefined) as unknown as Value;
  return pc + 4;
};
handlers[Op.NewClosure] = (_m, _act, frame, pc) => {
  const { code, regs, linked } = frame;
  regs[code[pc + 1]] = linked.child(code[pc + 2]).closure(regs[code[pc + 3]] as unknown as Scope | undefined) as unknown as Value;
  return pc + 4;
};
handlers[Op.CopyScope] = (m, _act, frame, pc) => {
  const { code, regs, linked } = frame;
  const from = regs[code[pc + 2]] as unknown as Scope;
  const scope = linked.scopeMaker(code[pc + 3])(from.up);
  const count = linked.template.scopes[code[pc + 3]].names.length;
  for (let i = 0; i < count; i++) pageOf(scope, i)[slotName(i)] = pageOf(from, i)[slotName(i)];
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

// --- Calls.

handlers[Op.Call] = (m, _act, frame, pc) => {
  const { code, linked } = frame;
  const f = frame.regs[code[pc + 2]];
  // The loop leaves first calls, and those of classes, to this, and calls when it is prepared.
  if (isFunction(f)) {
    m.callWithCare(f);
    return pc;
  }
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
  return m.charged(list.length >> 2, () => m.call(act, frame, f, regs[code[pc + 3]], list));
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
  return m.charged(list.length >> 2, () => construct(m, act, frame, pc, f, f, code[pc + 3], Array.from(list)));
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
  return m.charged(list.length >> 2, () => construct(m, act, frame, pc, parent, regs[code[pc + 3]], code[pc + 4], Array.from(list)));
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
