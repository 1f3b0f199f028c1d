// Leaving compiled code: frames from registers, unwinding, deoptimisation.
//
// Takes what a unit hands over at its single exit: the error that ended it (or none), its pc and its registers. A unit's pc says
// where the interpreter goes on: 0, the frame has not begun (its depth check failed); negative, ~pc is what follows a
// safepoint whose charge is made; else the instruction to execute again, or, when a token or a throw passes, the calling one.

import { instructionLength, Op, opcodes } from '../bytecode/opcodes.ts';
import { handlerAt } from '../bytecode/template.ts';
import { NO_ERROR, type Unit } from '../codegen/unit.ts';
import { Frame, Unwind } from '../interpreter/frame.ts';
import { ARGUMENTS_SHIFT, isGuestThrow, markConstruct, type Machine } from '../interpreter/machine.ts';
import { InternalError, throwRangeError } from '../runtime/errors.ts';
import { DEPTH, FUEL, PENDING } from '../runtime/realm.ts';
import type { GuestFunction, Value } from '../runtime/values.ts';
import type { DeoptReason } from './reasons.ts';

/** Told of each exit that counts against a unit. */
export interface DeoptListener {
  deoptimised(unit: Unit, pc: number, reason: DeoptReason): void;
}

const benign = new Set<number>([Op.Return, Op.ReturnDerived, Op.ReturnGenerator, Op.ReturnAsync, ...opcodes.filter(({ suspends }) => suspends === true).map(({ code }) => code)]);
const constructs = new Set<number>([Op.New, Op.NewSpread, Op.SuperCall, Op.SuperCallSpread]);

/** The class of an error that is no guest throw: rethrows tokens and faults; returns if it is a trap. */
function expectTrap(m: Machine, err: unknown): void {
  if (!m.isHostError(err)) throw err;
  if (m.isStackOverflow(err)) throw new InternalError('host stack overflow in compiled code', err);
}

/** The reason of a guard or a trap at `pc`, from what is there. */
function reasonAt(unit: Unit, pc: number, trapped: boolean): DeoptReason {
  const op = unit.linked.code[pc];
  if (unit.pruned.has(pc)) return 'uncommon branch';
  if (trapped) return 'trap';
  return op === Op.Call || op === Op.New ? 'call target' : 'operand type';
}

export function makeLeave(m: Machine, listener: DeoptListener, numbers: Float64Array) {
  const { cell } = m;

  /** Writes what the unit handed over into the registers of a frame; `pc` as the unit left it. */
  function restore(unit: Unit, pc: number, registers: Value[], regs: Value[]): void {
    for (let i = 0; i < unit.registers.length; i++) regs[unit.registers[i]] = registers[i];
    const { numberRegisters } = unit;
    for (let i = 0; i < numberRegisters.length; i++) if (numberRegisters[i] >= 0) regs[numberRegisters[i]] = numbers[i];
    const aliases = unit.exitAliases.get(pc < 0 ? ~pc : pc);
    if (aliases !== undefined) for (const [register, index] of aliases) regs[register] = index < 0 ? registers[~index] : numbers[index];
  }

  /** `next`: where the frame goes on, if not at the pc at which the unit left. */
  function frameOf(unit: Unit, pc: number, f: GuestFunction | null, newTarget: GuestFunction | undefined, args: Value[] | null, registers: Value[], next = pc < 0 ? ~pc : pc): Frame {
    const { linked } = unit;
    const regs = new Array<Value>(linked.registerCount).fill(undefined);
    restore(unit, pc, registers, regs);
    const frame = new Frame(linked, regs, f, newTarget, args, null, false);
    frame.pc = next;
    return frame;
  }

  function annealLeave(
    err: unknown, unit: Unit, pc: number, result: unknown, f: GuestFunction, newTarget: GuestFunction | undefined, args: Value[] | null, depth: number, ...registers: Value[]
  ): Value {
    pay(unit, pc);
    // A closure that still has the code of a unit thrown away gets what its template has now.
    if (unit.retired && f.code === unit.code) f.code = unit.linked.entry;
    if (err !== NO_ERROR) {
      if (err instanceof Unwind) {
        // A frame that the unwind has passed before waits at its call; the first one executes its instruction again.
        if (err.frames.length > 0 && constructs.has(unit.linked.code[pc])) markConstruct(err);
        err.frames.push(frameOf(unit, pc, f, newTarget, args, registers));
        throw err;
      }
      if (!m.isHostError(err)) {
        const handler = isGuestThrow(err) ? handlerAt(unit.linked.template, pc) : undefined;
        if (handler === undefined) throw err;
        // The handler never ran before, so it is not part of the unit.
        listener.deoptimised(unit, pc, 'uncommon branch');
        cell[DEPTH] = depth;
        const frame = frameOf(unit, pc, f, newTarget, args, registers, handler.target);
        frame.regs[handler.register] = err as Value;
        return run(unit, frame);
      }
      expectTrap(m, err);
      listener.deoptimised(unit, pc, 'trap');
      cell[DEPTH] = depth;
      return run(unit, frameOf(unit, pc, f, newTarget, args, registers));
    }
    if (result !== NO_ERROR) {
      listener.deoptimised(unit, pc, 'result type');
      const frame = frameOf(unit, pc, f, newTarget, args, registers);
      frame.pc = finish(frame, pc, result as Value);
      return run(unit, frame);
    }
    if (pc === 0) {
      if (cell[DEPTH] >= m.options.maxDepth) throwRangeError(m.realm, 'Maximum call stack size exceeded');
      const unwind = new Unwind('flatten');
      unwind.frames.push(frameOf(unit, 0, f, newTarget, args, registers));
      throw unwind;
    }
    if (pc < 0) {
      const frame = frameOf(unit, pc, f, newTarget, args, registers);
      safepoint(frame);
      return run(unit, frame);
    }
    listener.deoptimised(unit, pc, reasonAt(unit, pc, false));
    return run(unit, frameOf(unit, pc, f, newTarget, args, registers));
  }

  /** Goes on in the interpreter, on top of the frame of the unit on the host's stack and of what it handed over. */
  function run(unit: Unit, frame: Frame): Value {
    const frames = unit.weight * 3 + (frame.args === null ? 0 : frame.args.length >> ARGUMENTS_SHIFT);
    return frames === 0 ? m.runActivation(frame) : m.lowered(frames, () => m.runActivation(frame));
  }

  /** Charges what the unit had not yet when it left. */
  function pay(unit: Unit, pc: number): void {
    const unpaid = unit.unpaid.get(pc);
    cell[FUEL] -= cell[PENDING] + (unpaid ?? 0);
    cell[PENDING] = 0;
  }

  /** Stores the result that an exit handed over; gives the next pc. */
  function finish(frame: Frame, pc: number, result: Value): number {
    const { code, others } = frame.linked;
    others[pc] |= 1;
    frame.regs[code[pc + 1]] = result;
    return code[pc] === Op.IterStep ? code[pc + 6] : pc + instructionLength(code, pc);
  }

  function safepoint(frame: Frame): void {
    try {
      m.safepoint();
    } catch (e) {
      if (e instanceof Unwind) e.frames.push(frame);
      throw e;
    }
  }

  function leaveLoop(err: unknown, unit: Unit, pc: number, result: unknown, frame: Frame, ...registers: Value[]): void {
    pay(unit, pc);
    restore(unit, pc, registers, frame.regs);
    frame.pc = pc < 0 ? ~pc : pc;
    if (result !== NO_ERROR && err === NO_ERROR) {
      frame.pc = finish(frame, pc, result as Value);
      listener.deoptimised(unit, pc, 'result type');
      return;
    }
    if (err !== NO_ERROR) {
      if (!m.isHostError(err)) {
        if (err instanceof Unwind && err.frames.length > 0 && constructs.has(unit.linked.code[pc])) markConstruct(err);
        // The frame is the top one of an activation: its machine adds it to an unwind, or looks for its handler.
        throw err;
      }
      expectTrap(m, err);
      listener.deoptimised(unit, pc, 'trap');
      return;
    }
    if (pc < 0) {
      m.safepoint();
      return;
    }
    const op = unit.linked.code[pc];
    // The end of the loop, by an edge or by a return, or a suspension, is no deoptimisation.
    if (benign.has(op) || ((op === Op.Block || op === Op.Loop) && !unit.pruned.has(pc))) return;
    listener.deoptimised(unit, pc, reasonAt(unit, pc, false));
  }

  return { leave: annealLeave, leaveLoop };
}
