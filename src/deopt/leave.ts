// Leaving compiled code: frames from registers, unwinding, deoptimisation.
//
// Takes what a unit hands over at its single exit: the error that ended it (or none), its pc and its registers. A unit's pc says
// where the interpreter goes on: 0, the frame has not begun (it would be too deep, or the fuel is short); negative, ~pc is what follows a
// safepoint whose charge is made; else the instruction to execute again, or, when a token or a throw passes, the calling one.

import { instructionLength, Op, opcodes } from '../bytecode/opcodes.ts';
import { handlerAt } from '../bytecode/template.ts';
import { NO_ERROR } from '../codegen/support.ts';
import type { Unit } from '../codegen/unit.ts';
import { abandon } from '../interpreter/coroutines.ts';
import { Frame, Unwind, type Activation } from '../interpreter/frame.ts';
import { canExceed, runExceeding } from '../interpreter/host-stack.ts';
import { ARGUMENTS_SHIFT, markConstruct, type Machine } from '../interpreter/machine.ts';
import { isGuestThrow } from '../interpreter/throwing.ts';
import type { TraceSlots } from '../interpreter/trace.ts';
import { createArguments, createMappedArguments, elementsOfPlain } from '../runtime/arguments.ts';
import type { InlineSite } from '../ir/inline.ts';
import type { Coroutine } from '../runtime/coroutine.ts';
import { InternalError, throwRangeError } from '../runtime/errors.ts';
import { gettersForbidden } from '../runtime/function.ts';
import { ARGUMENTS_NEEDED, blankRegisters, LIST_NEEDED } from '../runtime/linked.ts';
import { DEPTH, DEPTH_LIMIT, FUEL, LISTED, PENDING } from '../runtime/realm.ts';
import { PROXY_MET, type GuestFunction, type Scope, type Value } from '../runtime/values.ts';
import type { DeoptReason } from './reasons.ts';

/** Told of each exit that counts against a unit. */
export interface DeoptListener {
  deoptimised(unit: Unit, pc: number, reason: DeoptReason): void;
  /** A register of the frame is not of the type that the resumption unit relies on. */
  retyped(unit: Unit, frame: Frame): void;
}

const benign = new Set<number>([Op.Return, Op.ReturnDerived, Op.ReturnGenerator, Op.ReturnAsync, ...opcodes.filter(({ suspends }) => suspends === true).map(({ code }) => code)]);
const constructs = new Set<number>([Op.New, Op.NewSpread, Op.SuperCall, Op.SuperCallSpread]);

/** The instruction of the guest that stands at a pc of the unit. */
function opAt(unit: Unit, pc: number): number {
  return unit.body.siteAt(pc).linked.code[unit.body.originOf(pc)];
}

/** The class of an error that is no guest throw: rethrows tokens and faults; returns if it is a trap. */
function expectTrap(m: Machine, err: unknown): void {
  if (!m.isHostError(err)) throw err;
  // A bare read through super that has met something else than data (lower-function.ts).
  gettersForbidden.now = false;
  if (m.isStackOverflow(err)) throw new InternalError('host stack overflow in compiled code', err);
}

/** Some activation of the unit has a handler. */
function hasHandlers({ body }: Unit): boolean {
  return body.handlers.length > 0;
}

/** Some activation that is open at `pc` has a handler of what is thrown there. */
function isCaught({ body }: Unit, pc: number): boolean {
  let at = body.originOf(pc);
  for (let site: InlineSite | null = body.siteAt(pc); site !== null; at = site.callPc, site = site.parent) if (handlerAt(site.linked.template, at) !== undefined) return true;
  return false;
}

/** What the instruction gave that the unit has executed before it left; NO_ERROR: it leaves otherwise. */
function resultOf({ layout: { result } }: Unit, values: readonly Value[]): unknown {
  return result < 0 ? NO_ERROR : values[result];
}

/** The reason of a guard or a trap at `pc`, from what is there. */
function reasonAt(unit: Unit, pc: number, trapped: boolean): DeoptReason {
  const op = opAt(unit, pc);
  if (unit.layout.pruned.has(pc)) return 'uncommon branch';
  if (trapped) return 'trap';
  return op === Op.Call || op === Op.New ? 'call target' : 'operand type';
}

/**
 * A number that was in a variable of a double, as V8 has small integers elsewhere. A boxed one would make the fields and arrays that it is
 * stored in those of doubles.
 */
function small(v: number): number {
  const integer = v | 0;
  return integer === v && (integer !== 0 || 1 / v > 0) ? integer : v;
}

export function makeLeave(m: Machine, listener: DeoptListener) {
  const { cell } = m;

  /** Writes what the unit handed over into the registers of a frame; `pc` as the unit left it. */
  function restore(unit: Unit, pc: number, values: Value[], regs: Value[]): void {
    const { registers, numberRegisters, numbersStart, exitConstants } = unit.layout;
    for (let i = 0; i < registers.length; i++) regs[registers[i]] = values[i];
    for (let i = 0; i < numberRegisters.length; i++) if (numberRegisters[i] >= 0) regs[numberRegisters[i]] = small(values[numbersStart + i] as number);
    const at = pc < 0 ? ~pc : pc;
    for (const [register, constant] of exitConstants.get(at) ?? []) regs[register] = constant;
    for (const [register, index] of unit.aliasesAt(at)) regs[register] = index < numbersStart ? values[index] : small(values[index] as number);
  }

  /** Makes the arguments objects that the unit did without and that are held by registers of `frame` at the exit. What that costs was charged. */
  function makeArguments({ virtualArguments, body }: Unit, at: number, { regs, callee, args }: Frame): void {
    for (const { exits, scope, site, pc, isRest } of virtualArguments) {
      const holders = exits.get(at);
      if (holders === undefined || holders.length === 0) continue;
      const { realm, template } = site.linked;
      const f = (site.callee ?? callee) as GuestFunction;
      const list = site.args === null ? (args as Value[]) : site.args.map((r) => regs[r]);
      const object = isRest
        ? realm.prelude.makeArrayFrom(list.slice(body.code[pc + 2]))
        : scope >= 0
        ? createMappedArguments(realm, list, f, regs[scope] as unknown as Scope, template.mappedSlots)
        : createArguments(realm, list, body.code[pc + 2] === 1 ? f : null);
      for (const r of holders) regs[r] = object;
    }
  }

  /**
   * Makes the array of arguments that is begun at the exit. Once its call has begun (it does not go again) it is of no use any more, and what it would be
   * made from may have changed.
   */
  function makeLists({ virtualLists }: Unit, at: number, { linked, regs, args }: Frame, goesAgain: boolean): void {
    for (const { pc, spreadPc, callPc, register, elements, source } of virtualLists) {
      if (at <= pc || (goesAgain ? at > callPc : at >= callPc)) continue;
      const list = elements.map((r) => regs[r]);
      if (at > spreadPc) list.push(...elementsOfPlain(regs[source], (Array.isArray(regs[source]) ? regs[source] : (args as Value[])).length));
      regs[register] = linked.realm.prelude.makeArrayFrom(list);
    }
  }

  /** The unit is left where it uses what is not made in another way than it can: the next one makes it. */
  function learn(unit: Unit, at: number): void {
    const { body, virtualArguments, virtualLists } = unit;
    for (const { spreadPc, pc } of virtualLists) if (at === spreadPc) body.siteAt(pc).linked.others[body.originOf(pc)] |= LIST_NEEDED;
    for (const { uses, pc } of virtualArguments) if (uses.has(at)) body.siteAt(pc).linked.others[body.originOf(pc)] |= ARGUMENTS_NEEDED;
  }

  /**
   * The frames of the activations that are open at an exit, linked; gives the top one. `bottom` is that of the unit, with registers as they were
   * before it ran.
   */
  function framesOn(bottom: Frame, unit: Unit, pc: number, values: Value[], goesAgain: boolean): Frame {
    const { body } = unit;
    const at = pc < 0 ? ~pc : pc;
    restore(unit, pc, values, bottom.regs);
    makeArguments(unit, at, bottom);
    makeLists(unit, at, bottom, goesAgain);
    let site = body.siteAt(at);
    let next = body.originOf(at);
    let top: Frame | null = null;
    let above: Frame | null = null;
    for (;;) {
      const frame: Frame = site.parent === null ? bottom : new Frame(site.linked, bottom.regs.slice(site.base, site.base + site.linked.registerCount), site.callee, undefined, site.args === null ? null : site.args.map((r) => bottom.regs[r]), null, site.isConstruct);
      frame.pc = next;
      top ??= frame;
      if (above !== null) above.parent = frame;
      if (site.parent === null) break;
      // A frame that is not the top one waits at its call.
      next = site.callPc;
      above = frame;
      site = site.parent;
    }
    // The registers of what is inlined come after its own.
    if (body.levels > 0) bottom.regs.length = unit.linked.registerCount;
    return top;
  }

  function framesOf(unit: Unit, pc: number, f: GuestFunction, values: Value[], goesAgain: boolean): Frame {
    const { layout } = unit;
    const newTarget = layout.newTarget < 0 ? undefined : (values[layout.newTarget] as GuestFunction | undefined);
    const args = layout.args < 0 ? null : (values[layout.args] as unknown as Value[]);
    const frame = new Frame(unit.linked, blankRegisters(unit.body.registerCount), f, newTarget, args, null, false);
    if (layout.coroutine >= 0) frame.coroutine = (values[layout.coroutine] ?? null) as Coroutine | null;
    return framesOn(frame, unit, pc, values, goesAgain);
  }

  /** Takes the frames off that have no handler for a throw, and lets the first one that has go on there; null if none has. */
  function catching(top: Frame, thrown: Value): Frame | null {
    for (let frame: Frame | null = top; frame !== null; frame = frame.parent) {
      const handler = handlerAt(frame.linked.template, frame.pc);
      if (handler === undefined) continue;
      frame.regs[handler.register] = thrown;
      frame.pc = handler.target;
      return frame;
    }
    return null;
  }

  function addTo(unwind: Unwind, top: Frame): void {
    for (let frame: Frame | null = top; frame !== null; frame = frame.parent) unwind.frames.push(frame);
  }

  /**
   * What was thrown is the guest's: it passes a function unit without handlers, which throws it on by itself. The host looks for the handler of a throw frame by
   * frame, so that is not left to `leave`, which gets all that the unit hands over. A function that always throws is never optimised, so it is not left to one
   * either. Whatever throws for the guest comes after all charges but those that are pending.
   */
  function passes(err: unknown): boolean {
    if (!isGuestThrow(err) || m.isHostError(err)) return false;
    cell[FUEL] -= cell[PENDING];
    cell[PENDING] = 0;
    return true;
  }

  /** The same where a unit has handlers: what was thrown at `pc` is for none of them. */
  function passesHandlers(err: unknown, unit: Unit, pc: number): boolean {
    return isGuestThrow(err) && !isCaught(unit, pc) && passes(err);
  }

  function leave(err: unknown, unit: Unit, pc: number, f: GuestFunction, depth: number, ...values: Value[]): Value {
    // A closure that still has the code of a unit thrown away gets what its template has now.
    if (unit.retired && f.code === unit.code) f.code = unit.linked.entry;
    return annealLeave(err, unit, pc, resultOf(unit, values), depth + 1, (goesAgain) => framesOf(unit, pc, f, values, goesAgain), null);
  }

  function leaveResumed(err: unknown, unit: Unit, pc: number, frame: Frame, depth: number, ...values: Value[]): Value {
    return annealLeave(err, unit, pc, resultOf(unit, values), depth + 1, (goesAgain) => framesOn(frame, unit, pc, values, goesAgain), frame.coroutine);
  }

  /** `frames`: makes the frames from what was handed over; `goesAgain`: the instruction at `pc` is executed again. `resumed`: the coroutine that a resumption unit ran. Stack traces know this function by its name. */
  function annealLeave(err: unknown, unit: Unit, pc: number, result: unknown, depth: number, frames: (goesAgain: boolean) => Frame, resumed: Coroutine | null): Value {
    pay(unit, pc);
    giveBack(err, unit, pc);
    if (unit.keepsTraces) forgetTrace(unit, depth);
    if (err !== NO_ERROR) {
      if (err instanceof Unwind) {
        // A frame that the unwind has passed before waits at its call; the first one executes its instruction again.
        if (err.frames.length > 0 && constructs.has(opAt(unit, pc))) markConstruct(err);
        addTo(err, frames(err.frames.length === 0));
        throw err;
      }
      if (!m.isHostError(err)) {
        // Most units have no handler outside of their code.
        if (!isGuestThrow(err)) throw err;
        const frame = hasHandlers(unit) && isCaught(unit, pc) ? catching(frames(false), err as Value) : null;
        if (frame === null) {
          if (resumed !== null) abandon(resumed);
          throw err;
        }
        // The handler never ran before, so it is not part of the unit.
        listener.deoptimised(unit, pc, 'uncommon branch');
        return run(unit, frame, depth);
      }
      expectTrap(m, err);
      listener.deoptimised(unit, pc, err === PROXY_MET ? 'proxy' : 'trap');
      return run(unit, frames(true), depth);
    }
    if (result !== NO_ERROR) {
      listener.deoptimised(unit, pc, 'result type');
      const frame = frames(false);
      frame.pc = finish(frame, result as Value);
      return run(unit, frame, depth);
    }
    if (pc === 0) {
      const frame = frames(true);
      // Only what is inlined would be too deep: the interpreter finds out where.
      if (cell[DEPTH] < cell[DEPTH_LIMIT]) return run(unit, frame, depth);
      if (cell[DEPTH] >= m.options.maxDepth) throwRangeError(m.realm, 'Maximum call stack size exceeded');
      if (canExceed(m)) return run(unit, frame, depth, true);
      const unwind = new Unwind('flatten');
      unwind.frames.push(frame);
      throw unwind;
    }
    if (pc < 0) {
      const frame = frames(true);
      safepoint(frame);
      return run(unit, frame, depth);
    }
    learn(unit, pc);
    listener.deoptimised(unit, pc, reasonAt(unit, pc, false));
    return run(unit, frames(true), depth);
  }

  /** Goes on in the interpreter, on top of the frame of the unit on the host's stack and of what it handed over. `exceeds`: the budget of that stack is used up (canExceed). */
  function run(unit: Unit, frame: Frame, depth: number, exceeds = false): Value {
    cell[DEPTH] = depth - 1;
    for (let open: Frame | null = frame; open !== null; open = open.parent) cell[DEPTH]++;
    const frames = unit.layout.weight * 3 + (frame.args === null ? 0 : frame.args.length >> ARGUMENTS_SHIFT);
    const go = (): Value => (exceeds ? runExceeding(m, frame) : m.runActivation(frame));
    return frames === 0 ? go() : m.lowered(frames, go);
  }

  /** What runs at the depth of the unit, and at those of what it has inlined, is not compiled any more. */
  function forgetTrace({ body }: Unit, depth: number): void {
    (m.traceSlots as TraceSlots).units.fill(0, depth, depth + body.levels + 1);
  }

  /** Charges what the unit had not yet when it left. */
  function pay(unit: Unit, pc: number): void {
    const unpaid = unit.layout.unpaid.get(pc);
    cell[FUEL] -= cell[PENDING] + (unpaid ?? 0);
    cell[PENDING] = 0;
  }

  /** Gives back what the call at `pc` was charged for its list, if it goes again. */
  function giveBack(err: unknown, unit: Unit, pc: number): void {
    if (err !== NO_ERROR && unit.layout.listCalls.has(pc) && (err instanceof Unwind ? err.frames.length === 0 : m.isHostError(err))) cell[FUEL] += cell[LISTED];
  }

  /** Stores the result that an exit handed over; gives the next pc. */
  function finish(frame: Frame, result: Value): number {
    const { pc } = frame;
    const { code, others } = frame.linked;
    others[pc] |= 1;
    frame.regs[code[pc + 1]] = result;
    return code[pc] === Op.IterStep ? code[pc + 6] : pc + instructionLength(code, pc);
  }

  function safepoint(frame: Frame): void {
    try {
      m.safepoint();
    } catch (e) {
      if (e instanceof Unwind) addTo(e, frame);
      throw e;
    }
  }

  function leaveLoop(err: unknown, unit: Unit, pc: number, frame: Frame, ...values: Value[]): void {
    const result = resultOf(unit, values);
    pay(unit, pc);
    giveBack(err, unit, pc);
    if (unit.keepsTraces) forgetTrace(unit, m.topDepth());
    const goesAgain = err === NO_ERROR ? result === NO_ERROR : err instanceof Unwind ? err.frames.length === 0 : m.isHostError(err);
    const top = framesOn(frame, unit, pc, values, goesAgain);
    if (top !== frame) {
      const act = m.activation as Activation;
      act.frame = top;
      let { depth } = act;
      for (let open: Frame | null = top; open !== null; open = open.parent) depth++;
      m.setDepth(act, depth);
    }
    if (result !== NO_ERROR && err === NO_ERROR) {
      top.pc = finish(top, result as Value);
      listener.deoptimised(unit, pc, 'result type');
      return;
    }
    if (err !== NO_ERROR) {
      if (!m.isHostError(err)) {
        if (err instanceof Unwind && err.frames.length > 0 && constructs.has(opAt(unit, pc))) markConstruct(err);
        // The frame is the top one of an activation: its machine adds it to an unwind, or looks for its handler.
        throw err;
      }
      expectTrap(m, err);
      listener.deoptimised(unit, pc, err === PROXY_MET ? 'proxy' : 'trap');
      return;
    }
    if (pc < 0) {
      m.safepoint();
      return;
    }
    const op = opAt(unit, pc);
    // The end of the loop, by an edge or by a return, or a suspension, is no deoptimisation.
    if (benign.has(op) || ((op === Op.Block || op === Op.Loop) && !unit.layout.pruned.has(pc))) return;
    listener.deoptimised(unit, pc, reasonAt(unit, pc, false));
  }

  return { leave, leaveLoop, leaveResumed, passes, passesHandlers };
}
