// What leaves the interpreter's loop as a host exception: a guest throw goes on at a handler, an unwind takes the frames along, and where the host has
// rejected what an instruction did bare, the instruction is done over with the guest's semantics.

import { instructionLength, Op, opcodes } from '../bytecode/opcodes.ts';
import { InternalError, Termination } from '../runtime/errors.ts';
import { meetsTypedArray } from '../runtime/objects.ts';
import { DEPTH } from '../runtime/realm.ts';
import { PROXY_MET, type GuestObject, type HostKey, type Value } from '../runtime/values.ts';
import { catchIn, end } from './catching.ts';
import { Unwind, type Activation, type Frame } from './frame.ts';
import type { Machine } from './machine.ts';
import { slow } from './slow.ts';
import { throwSetFailure } from './slow-common.ts';
import { proxied } from './slow-proxy.ts';

/** A guest value thrown, as against a token of the VM. */
export function isGuestThrow(e: unknown): boolean {
  return !(e instanceof Unwind) && !(e instanceof InternalError) && !(e instanceof Termination);
}

/** Goes on after a host exception left the loop: at a guest handler, or by throwing on. */
export function handle(m: Machine, act: Activation, e: unknown): void {
  act.inLoop = false;
  m.leavesCompiled();
  if (e instanceof Unwind) {
    for (let f: Frame | null = act.frame; f !== null; f = f.parent) e.frames.push(f);
    throw e;
  }
  if (e === PROXY_MET) {
    meetProxy(m, act);
    return;
  }
  let thrown = e;
  if (m.isHostError(e)) {
    if (m.isStackOverflow(e)) throw new InternalError('host stack overflow', e);
    const recovered = hostErrorInWrite(m, act, e);
    if (recovered === undefined) return;
    thrown = recovered.guest;
  } else if (!isGuestThrow(e)) {
    throw e;
  }
  if (catchIn(m, act, thrown as Value)) return;
  for (let f: Frame | null = act.frame; f !== null; f = f.parent) end(f);
  m.cell[DEPTH] = act.depth;
  throw thrown;
}

/**
 * The bare writes of SetProp and SetElem let the host reject what the guest's [[Set]] rejects. Gives the guest's exception,
 * or undefined if the code is sloppy and the frame was advanced past the write.
 */
function hostErrorInWrite(m: Machine, act: Activation, e: Error): { guest: unknown } | undefined {
  const { frame } = act;
  const { code, pc, regs } = frame;
  const op = code[pc];
  const isWrite = op === Op.SetProp || op === Op.SetElem;
  const key = op === Op.SetProp ? frame.linked.keys[code[pc + 2]] : (regs[code[pc + 2]] as HostKey);
  if (isWrite && meetsTypedArray(regs[code[pc + 1]], key)) {
    // The host cannot convert it to an element, or decides otherwise than the guest. Nothing has happened.
    try {
      const next = slow(m, act, frame, pc);
      if (next >= 0) frame.pc = next;
      return undefined;
    } catch (thrown) {
      if (m.isHostError(thrown)) throw new InternalError(`host error in ${opcodes[op].name}: ${thrown.message}`, thrown);
      if (isGuestThrow(thrown)) return { guest: thrown };
      // An unwind passes here as anywhere in the activation.
      handle(m, act, thrown);
      return undefined;
    }
  }
  if (isWrite && e instanceof TypeError) {
    if (!frame.linked.template.strict) {
      frame.pc = pc + instructionLength(code, pc);
      return undefined;
    }
    try {
      throwSetFailure(m, frame.linked.realm, regs[code[pc + 1]] as GuestObject, key);
    } catch (guest) {
      return { guest };
    }
  }
  throw new InternalError(`host error in ${opcodes[op].name}: ${e.message}`, e);
}

/** The top frame's instruction has met a Proxy and had no effect: does it over. */
function meetProxy(m: Machine, act: Activation): void {
  const { frame } = act;
  try {
    const next = proxied(m, act, frame, frame.pc);
    if (next >= 0) frame.pc = next;
  } catch (inner) {
    if (inner === PROXY_MET) throw new InternalError(`${opcodes[frame.code[frame.pc]].name} has met a Proxy on its way around one`);
    handle(m, act, inner);
  }
}
