// What instructions do that have met a Proxy, as their operand or on its prototype chain.
//
// An instruction that throws PROXY_MET has had no effect. Here it is done over: by the guest function that has to be called for it
// (runtime/internal-methods.ts, selfhosted/proxied-operators.js), as a frame whose result the instruction resumes with. An opcode
// without an entry cannot meet a Proxy.

import { Op, opcodes } from '../bytecode/opcodes.ts';
import { Seen } from '../bytecode/profile.ts';
import { toHostKey } from '../runtime/conversions.ts';
import { InternalError } from '../runtime/errors.ts';
import { get, has, keyOf, remove, set, TailCall, type Step } from '../runtime/internal-methods.ts';
import { mangle } from '../runtime/keys.ts';
import { MET_PROXY, MET_PROXY_INHERITED } from '../runtime/linked.ts';
import { isProxy, proxyState } from '../runtime/proxy.ts';
import type { Enumeration } from '../runtime/enumeration.ts';
import { isObject, wellKnown, type GuestFunction, type GuestObject, type HostKey, type Value } from '../runtime/values.ts';
import { toObject } from '../runtime/wrappers.ts';
import type { Activation, Frame } from './frame.ts';
import type { Machine } from './machine.ts';
import type { Handler } from './slow-common.ts';

const handlers: (Handler | undefined)[] = new Array<undefined>(opcodes.length).fill(undefined);

/** Does the instruction at `pc` of the top frame, which has met a Proxy; gives the next pc, or -1 if it pushed a frame. */
export function proxied(m: Machine, act: Activation, frame: Frame, pc: number): number {
  const op = frame.code[pc];
  const handler = handlers[op];
  if (handler === undefined) throw new InternalError(`${opcodes[op].name} has met a Proxy`);
  m.realm = frame.linked.realm;
  noteProxy(frame, pc);
  return handler(m, act, frame, pc);
}

/** Per opcode that is about an object in an operand: where that stands; else 0. */
const receiverAt = tableOf([
  [Op.GetProp, 2], [Op.GetLength, 2], [Op.GetElem, 2], [Op.SetProp, 1], [Op.SetElem, 1], [Op.In, 3], [Op.GetIteratorMethod, 2], [Op.DeleteProp, 2], [Op.DeleteElem, 2], [Op.ForInStart, 2],
]);
/** Per opcode of those that take a key that may have to be converted: where it stands; else 0. */
const keyAt = tableOf([[Op.GetElem, 3], [Op.SetElem, 2], [Op.In, 2], [Op.DeleteElem, 3]]);
const profileAt = tableOf(opcodes.map(({ operands }, op) => [op, operands.indexOf('profile') + 1]));

function tableOf(entries: [op: number, operand: number][]): Uint8Array {
  const table = new Uint8Array(opcodes.length);
  for (const [op, operand] of entries) table[op] = operand;
  return table;
}

/** Tells compiled code that the instruction meets Proxies, and how: codegen/lower-proxy.ts. */
function noteProxy({ code, regs, linked }: Frame, pc: number): void {
  const op = code[pc];
  const at = receiverAt[op];
  const inherits = at === 0 || !isProxy(regs[code[pc + at]]);
  if (profileAt[op] > 0) code[pc + profileAt[op]] |= inherits ? Seen.proxyInherited : Seen.proxy;
  else linked.others[pc] |= inherits ? MET_PROXY_INHERITED : MET_PROXY;
  // A compiled unit must not rely on the kind of result that it saw without Proxies.
  if (op !== Op.SetProp) linked.others[pc] |= 1;
}

/**
 * True if the instruction will meet a Proxy as its own operand, or asks for what it has found behind one before, and has nothing to convert first: it need not be
 * tried, since a throw of the host is slow.
 */
export function meetsProxy(frame: Frame, pc: number): boolean {
  if (!proxyState.any) return false;
  const { code, regs } = frame;
  const op = code[pc];
  const at = receiverAt[op];
  if (at === 0) return false;
  const o = regs[code[pc + at]];
  return (isProxy(o) || (isObject(o) && inherited(frame, pc))) && (keyAt[op] === 0 || !isObject(regs[code[pc + keyAt[op]]]));
}

/** The instruction has met a Proxy on a prototype chain, and its general form does of any object what the plain one does. */
function inherited({ code, linked }: Frame, pc: number): boolean {
  const op = code[pc];
  if (op === Op.In) return (linked.others[pc] & MET_PROXY_INHERITED) !== 0;
  return (op === Op.GetProp || op === Op.GetElem) && (code[pc + profileAt[op]] & Seen.proxyInherited) !== 0;
}

/** Ends the instruction with what an internal method gives. */
function end(m: Machine, act: Activation, frame: Frame, step: Step): number {
  return step instanceof TailCall ? m.call(act, frame, step.f, step.self, step.args) : m.resume(frame, step);
}

/** Where the properties of a value are looked for; it is neither undefined nor null. */
function baseOf(m: Machine, v: Value): GuestObject {
  return isObject(v) ? v : m.realm.prototypeOfPrimitive(v);
}

function getFrom(m: Machine, act: Activation, frame: Frame, v: Value, key: HostKey): number {
  return end(m, act, frame, get(m.realm, baseOf(m, v), key, v));
}

function setOn(m: Machine, act: Activation, frame: Frame, o: GuestObject, key: HostKey, value: Value, receiver: Value): number {
  if (frame.linked.template.strict) return m.callSelfHosted(act, frame, 'proxied_SetStrict', [o, keyOf(key), value, receiver]);
  return end(m, act, frame, set(m.realm, o, key, value, receiver));
}

handlers[Op.GetProp] = (m, act, frame, pc) => {
  const { code, regs, linked } = frame;
  return getFrom(m, act, frame, regs[code[pc + 2]], linked.keys[code[pc + 3]]);
};
handlers[Op.GetLength] = (m, act, frame, pc) => getFrom(m, act, frame, frame.regs[frame.code[pc + 2]], '$length');
handlers[Op.GetElem] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  return getFrom(m, act, frame, regs[code[pc + 2]], toHostKey(regs[code[pc + 3]]));
};
handlers[Op.SetProp] = (m, act, frame, pc) => {
  const { code, regs, linked } = frame;
  const v = regs[code[pc + 1]];
  return setOn(m, act, frame, baseOf(m, v), linked.keys[code[pc + 2]], regs[code[pc + 3]], v);
};
handlers[Op.SetElem] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const v = regs[code[pc + 1]];
  return setOn(m, act, frame, baseOf(m, v), toHostKey(regs[code[pc + 2]]), regs[code[pc + 3]], v);
};

function removeFrom(m: Machine, act: Activation, frame: Frame, o: GuestObject, key: HostKey): number {
  if (frame.linked.template.strict) return m.callSelfHosted(act, frame, 'proxied_DeleteStrict', [o, keyOf(key)]);
  return end(m, act, frame, remove(m.realm, o, key));
}
handlers[Op.DeleteProp] = (m, act, frame, pc) => removeFrom(m, act, frame, frame.regs[frame.code[pc + 2]] as GuestObject, frame.linked.keys[frame.code[pc + 3]]);
handlers[Op.DeleteElem] = (m, act, frame, pc) => removeFrom(m, act, frame, frame.regs[frame.code[pc + 2]] as GuestObject, toHostKey(frame.regs[frame.code[pc + 3]]));

handlers[Op.In] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  return end(m, act, frame, has(m.realm, regs[code[pc + 3]] as GuestObject, toHostKey(regs[code[pc + 2]])));
};
handlers[Op.InstanceOf] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  return m.callSelfHosted(act, frame, 'operator_InstanceOf', [regs[code[pc + 2]], regs[code[pc + 3]]]);
};
handlers[Op.GetSuper] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  return end(m, act, frame, get(m.realm, regs[code[pc + 2]] as GuestObject, toHostKey(regs[code[pc + 3]]), regs[code[pc + 4]]));
};
handlers[Op.SetSuper] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  return setOn(m, act, frame, regs[code[pc + 1]] as GuestObject, toHostKey(regs[code[pc + 2]]), regs[code[pc + 4]], regs[code[pc + 3]]);
};
handlers[Op.GetClassParent] = (m, act, frame, pc) => getFrom(m, act, frame, frame.regs[frame.code[pc + 2]], '$prototype');
handlers[Op.GetIteratorMethod] = (m, act, frame, pc) => getFrom(m, act, frame, frame.regs[frame.code[pc + 2]], wellKnown.iterator);
handlers[Op.ArraySpread] = (m, act, frame, pc) =>
  m.callSelfHosted(act, frame, 'operator_ArraySpreadAsked', [frame.regs[frame.code[pc + 1]], frame.regs[frame.code[pc + 2]]]);
handlers[Op.CopyDataProperties] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const excluded = m.list(regs, code, pc + 4, code[pc + 3]).map((k) => keyOf(toHostKey(k)));
  return m.callSelfHosted(act, frame, 'proxied_CopyDataProperties', [regs[code[pc + 1]], toObject(m.realm, regs[code[pc + 2]]), m.realm.prelude.makeArrayFrom(excluded)]);
};
handlers[Op.DefineField] = (m, act, frame, pc) => {
  const { code, regs, linked } = frame;
  return m.callSelfHosted(act, frame, 'CreateDataPropertyOnProxy', [regs[code[pc + 1]], linked.template.names[code[pc + 2]], regs[code[pc + 3]]]);
};
handlers[Op.DefineElem] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  return m.callSelfHosted(act, frame, 'CreateDataPropertyOnProxy', [regs[code[pc + 1]], keyOf(toHostKey(regs[code[pc + 2]])), regs[code[pc + 3]]]);
};
handlers[Op.ForInStart] = (m, act, frame, pc) => m.callSelfHosted(act, frame, 'proxied_ForInStart', [toObject(m.realm, frame.regs[frame.code[pc + 2]])]);
handlers[Op.ForInNext] = (m, act, frame, pc) =>
  m.callSelfHosted(act, frame, 'proxied_ForInNext', [frame.regs[frame.code[pc + 2]] as unknown as Enumeration as unknown as Value]);

// --- Names.

handlers[Op.LookupName] = (m, act, frame, pc) => {
  const { code, regs, linked } = frame;
  return m.callSelfHosted(act, frame, 'operator_LookupName', [regs[code[pc + 2]], linked.template.names[code[pc + 3]]]);
};
handlers[Op.GetName] = (m, act, frame, pc) => {
  const { code, regs, linked } = frame;
  return m.callSelfHosted(act, frame, 'proxied_GetName', [regs[code[pc + 2]], linked.template.names[code[pc + 3]], linked.template.strict]);
};
handlers[Op.SetName] = (m, act, frame, pc) => {
  const { code, regs, linked } = frame;
  return m.callSelfHosted(act, frame, 'proxied_SetName', [regs[code[pc + 1]], linked.template.names[code[pc + 2]], regs[code[pc + 3]], linked.template.strict]);
};
for (const [op, orUndefined] of [[Op.GetGlobal, false], [Op.GetGlobalOrUndefined, true]] as const) {
  handlers[op] = (m, act, frame, pc) => m.callSelfHosted(act, frame, 'proxied_GetGlobal', [m.realm.global, frame.linked.template.names[frame.code[pc + 2]], orUndefined]);
}
handlers[Op.HasGlobal] = (m, act, frame, pc) => end(m, act, frame, has(m.realm, m.realm.global, mangle(frame.linked.template.names[frame.code[pc + 2]])));
handlers[Op.SetGlobal] = (m, act, frame, pc) => {
  const { code, regs, linked } = frame;
  return m.callSelfHosted(act, frame, 'proxied_SetGlobal', [m.realm.global, linked.template.names[code[pc + 1]], regs[code[pc + 2]], linked.template.strict]);
};

// --- Construction with a Proxy as new.target, or with one that a Proxy has to be asked for the prototype of.

function constructs(f: number, newTarget: number, args: (m: Machine, frame: Frame, pc: number) => readonly Value[]): Handler {
  return (m, act, frame, pc) => {
    const { code, regs } = frame;
    const list = m.realm.prelude.makeArrayFrom(args(m, frame, pc));
    return m.callSelfHosted(act, frame, 'ConstructProxied', [regs[code[pc + f]], list, regs[code[pc + newTarget]] as unknown as GuestFunction & GuestObject]);
  };
}
const listOf = (at: number) => (m: Machine, frame: Frame, pc: number): readonly Value[] => m.list(frame.regs, frame.code, pc + at + 1, frame.code[pc + at]);
const arrayOf = (at: number) => (_m: Machine, frame: Frame, pc: number): readonly Value[] => frame.regs[frame.code[pc + at]] as unknown as Value[];
handlers[Op.New] = constructs(2, 2, listOf(4));
handlers[Op.NewSpread] = constructs(2, 2, arrayOf(4));
handlers[Op.SuperCall] = constructs(2, 3, listOf(5));
handlers[Op.SuperCallSpread] = constructs(2, 3, arrayOf(5));
