// The interpreter's loop: one switch over dense opcodes.
//
// Takes an activation whose top frame is at an instruction; runs until its bottom frame returns, and gives the value. Each
// case here is the fast path of a frequent instruction; whatever is rare or long is in slow.ts, which executes one whole
// instruction and returns the next pc, or -1 if it changed the top frame. A guest throw or an unwind leaves the loop as a
// host exception with `frame.pc` at the instruction (machine.ts goes on from there), so every case stores `frame.pc` before
// it does what can throw.
//
// The case labels are literal numbers because V8 makes a jump table of those only; `npm run renumber` (checked by
// a unit test) keeps them equal to the opcode table.

import { Seen } from '../bytecode/profile.ts';
import { lengthOf, loadElement, storeElement } from '../runtime/elements.ts';
import { DEFINING_STORES, freshRegisters } from '../runtime/linked.ts';
import { pageOf, slotNames as allSlotNames } from '../runtime/slots.ts';
import { EMPTY, FAST_ITERATION, type GuestFunction, type GuestObject, type Scope, type Value } from '../runtime/values.ts';
import { DelegatedResult, GOES_ON, suspend } from './coroutines.ts';
import { Frame, type Activation } from './frame.ts';
import type { Machine } from './machine.ts';
import { slow } from './slow.ts';

/** The loop gives its host frame back after this many calls and iterations, so that optimised code of it is entered by a call. */
export const QUANTUM = 20000;
/** The same at first: a program that is over by then does not pay for priming.ts. */
export const SHORT_QUANTUM = 1000;
/** The same in entries of the loop, each of which has a quantum of its own: natives enter it for a callback, and what is thrown leaves it. */
export const ENTRIES = 200;
/**
 * The two where there is a tier, whose embedder keeps the host from optimising the loop (Machine.warmsUp): V8 counts a jump by its length, and wants to after some two thousand instructions.
 */
export const FIRST_QUANTUM = 32;
export const FIRST_ENTRIES = 8;
/** Result of the loop when only its quantum is over. */
export const QUANTUM_OVER = Object.freeze(Object.assign(Object.create(null) as object, { quantumOver: true })) as unknown as Value;
/**
 * The same where the loop at hand goes on as compiled code (`Activation.hotLoop`), for which the host frame goes, too: while it waited, what V8 keeps in a
 * frame that is not optimised would hold guest frames alive that have long returned, with all that their registers lead to.
 */
export const LOOP_IS_HOT = Object.freeze(Object.assign(Object.create(null) as object, { loopIsHot: true })) as unknown as Value;

/**
 * Makes the loop of a machine. It is a closure of its own, so that V8 takes for constants what it captures: the machine, its counters (whose address is in
 * the code then) and whether a profile is kept, which is asked at every block and costs nothing where the answer is no.
 */
export function makeLoop(machine: Machine, counters: Int32Array, isProfiling: boolean): (act: Activation) => Value {
  const { stub: machineStub, options } = machine;
  const namesOfSlots = allSlotNames;
  const depthLimit = options.maxDepth;
  const viewLengthProtector = machine.mainRealm.protectors.viewLength;
  // What comes from other modules is in variables of the bundle, which V8 would load and compare each time.
  const [emptyValue, fastIteration, slowPath, frameClass, fresh, loadFrom, storeTo, lengthIn] = [EMPTY, FAST_ITERATION, slow, Frame, freshRegisters, loadElement, storeElement, lengthOf];

  function annealLoop(act: Activation): Value {
    // V8 knows a captured constant as such only where it is loaded before the loop, and numbers where they are written in the function.
    const m = machine;
    const cell = counters;
    const profiling = isProfiling;
    const stub = machineStub;
    const maxDepth = depthLimit;
    const viewLength = viewLengthProtector;
    const slotNames = namesOfSlots;
    const empty = emptyValue;
    const fast = fastIteration;
    const executeSlowly = slowPath;
    const FrameOf = frameClass;
    const registersOf = fresh;
    const load = loadFrom;
    const storeAt = storeTo;
    const length = lengthIn;
    const FUEL = 0;
    const SLOTS_PER_PAGE = 512;
    const DEPTH = 1;
    const DEPTH_LIMIT = 2;
    const { remaining, isDeep } = act;
    const { top } = act;
    let { frame } = top;
    let { code, regs, linked } = frame;
    let { keys } = linked;
    let { quantum } = m;
    /** Negative where another frame is on top than before. Conversions to integers are for V8: all that pc may be is an untagged integer then. */
    let pc = -1;
    // What calls out comes first: where it stands in the host's code for this function is what a trace of the host stack looks for, from the beginning.
    run: for (;;) {
      if (pc >= 0) {
        frame.pc = pc;
        pc = executeSlowly(m, act, frame, pc) | 0;
      }
      if (pc < 0) {
        frame = top.frame;
        ({ code, regs, linked } = frame);
        ({ keys } = linked);
        pc = frame.pc | 0;
      }
      // Left by `break execute` for the slow path of the instruction.
      execute: for (;;) {
        // Left by `break enter` to begin the block at pc.
        enter: {
          /** What a comparison gives, and where the next instruction is. */
          let test: boolean;
          let next: number;
          let a: Value;
          let b: Value;
          // The same as pc, of which V8 knows then that no sum with it overflows.
          const p = pc & 0x3fffffff;
          switch (code[p]) {
            case 147 /* Call */: {
              const f = regs[code[p + 2]] as unknown as GuestFunction;
              frame.pc = p;
              if (typeof f !== 'object' || f === null || f.fn !== f) break execute;
              if (profiling) {
                const site = code[p + 4];
                if (linked.lastTargets[site] !== f) linked.recordTarget(site, f);
              }
              const argc = code[p + 5];
              const callee = f.linked;
              if (callee === null || ((callee as typeof linked).entry !== stub && !isDeep)) {
                let v: Value;
                const self = regs[code[p + 3]];
                if (profiling && callee !== null) m.entersCompiled();
                if (argc === 1) v = f.code(f, self, regs[code[p + 6]]);
                else if (argc === 0) v = f.code(f, self);
                else if (argc === 2) v = f.code(f, self, regs[code[p + 6]], regs[code[p + 7]]);
                else v = m.callWithList(f, self, m.list(regs, code, p + 6, argc));
                if (profiling) {
                  if (callee !== null) m.leavesCompiled();
                  if (typeof v !== 'number') linked.others[p] |= 1;
                }
                regs[code[p + 1]] = v;
                pc = p + 6 + argc;
                if (--quantum < 0) {
                  frame.pc = pc;
                  return QUANTUM_OVER;
                }
                continue;
              }
              const target = callee as typeof linked;
              // Its first call, or that of a class, is in slow.ts, after which this one goes again.
              if (target.needsCare === true) break execute;
              const depth = cell[DEPTH] + 1;
              if (depth > maxDepth) m.depthExceeded();
              cell[DEPTH] = depth;
              const limit = depth + remaining;
              m.hostLimit = limit;
              cell[DEPTH_LIMIT] = limit < maxDepth ? limit : maxDepth;
              const registers = registersOf(target);
              registers[0] = regs[code[p + 3]];
              const count = target.parameterCount;
              const n = argc < count ? argc : count;
              for (let i = 1; i <= n; i++) registers[i] = regs[code[p + 5 + i]];
              top.frame = frame = new FrameOf(target, registers, f, undefined, target.usesArguments === true ? m.list(regs, code, p + 6, argc) : null, frame, false);
              linked = target;
              code = linked.code;
              keys = linked.keys;
              regs = registers;
              pc = 0;
            }
            // The first instruction of every function.
            // falls through
            case 0 /* Entry */: {
              let count = -1;
              if (profiling) count = code[pc + 2] = (code[pc + 2] + 1) | 0;
              const charge = code[pc + 1];
              pc += 3;
              if ((cell[FUEL] -= charge) < 0) {
                frame.pc = pc;
                m.safepoint();
              }
              if (profiling && count === linked.callThreshold) m.hotFunction(linked, frame.callee);
              if (--quantum < 0) {
                frame.pc = pc;
                return QUANTUM_OVER;
              }
              continue;
            }
            // What control enters by a jump, or falls into, is begun behind the switch.
            case 1 /* Block */:
            case 2 /* Loop */:
              break enter;
            case 3 /* Jump */:
              pc = code[p + 1];
              break enter;
            case 4 /* JumpIfTrue */:
              pc = regs[code[p + 1]] ? code[p + 2] : p + 3;
              break enter;
            case 5 /* JumpIfFalse */:
              pc = regs[code[p + 1]] ? p + 3 : code[p + 2];
              break enter;
            case 6 /* JumpIfNullish */: {
              const v = regs[code[p + 1]];
              pc = v === undefined || v === null ? code[p + 2] : p + 3;
              break enter;
            }
            case 7 /* JumpIfNotNullish */: {
              const v = regs[code[p + 1]];
              pc = v === undefined || v === null ? p + 3 : code[p + 2];
              break enter;
            }
            case 8 /* JumpIfUndefined */:
              pc = regs[code[p + 1]] === undefined ? code[p + 2] : p + 3;
              break enter;
            case 9 /* JumpIfNotUndefined */:
              pc = regs[code[p + 1]] === undefined ? p + 3 : code[p + 2];
              break enter;
            case 10 /* SwitchInt */: {
              const v = regs[code[p + 1]];
              const count = code[p + 4];
              let target = code[p + 3];
              if (typeof v === 'number') {
                const i = v - code[p + 2];
                if (i >= 0 && i < count && i === (i | 0)) target = code[p + 5 + i];
              }
              pc = target;
              break enter;
            }
            case 11 /* Return */:
            case 12 /* ReturnDerived */:
            case 163 /* StartGenerator */:
            case 164 /* Yield */:
            case 165 /* ReturnGenerator */:
            case 168 /* Await */:
            case 170 /* ReturnAsync */:
            case 172 /* AsyncGeneratorYield */: {
              frame.pc = p;
              let v: Value;
              const op = code[p];
              if (op === 11 /* Return */) {
                v = regs[code[p + 1]];
              } else if (op === 12 /* ReturnDerived */) {
                v = m.derivedResult(linked.realm, regs[code[p + 1]], regs[code[p + 2]]);
              } else {
                v = suspend(m, frame, p);
                if (v === GOES_ON) {
                  pc = frame.pc | 0;
                  continue;
                }
              }
              if (frame.isConstruct === true && (typeof v !== 'object' || v === null)) v = regs[0];
              const depth = --cell[DEPTH];
              const limit = depth + remaining;
              m.hostLimit = limit;
              cell[DEPTH_LIMIT] = limit < maxDepth ? limit : maxDepth;
              const parent = frame.parent;
              if (parent === null) return op === 164 /* Yield */ && v instanceof DelegatedResult ? m.stepResult(frame, v) : v;
              frame.parent = null;
              top.frame = frame = parent;
              code = frame.code;
              regs = frame.regs;
              linked = frame.linked;
              keys = linked.keys;
              pc = frame.pc | 0;
              if (code[pc] === 147 /* Call */) {
                if (profiling && typeof v !== 'number') linked.others[pc] |= 1;
                regs[code[pc + 1]] = v;
                pc += 6 + code[pc + 5];
              } else if (code[pc] === 149 /* New */) {
                if (profiling && typeof v !== 'number') linked.others[pc] |= 1;
                regs[code[pc + 1]] = v;
                pc += 5 + code[pc + 4];
              } else if (v instanceof DelegatedResult && code[pc] !== 157 /* DelegateStep */) {
                pc = m.callSelfHosted(act, frame, 'operator_StepResult', [v.result]) | 0;
                if (pc >= 0) continue;
                pc = -1;
                continue run;
              } else {
                pc = m.resume(frame, v) | 0;
              }
              continue;
            }
            case 15 /* LoadUndefined */:
              regs[code[p + 1]] = undefined;
              pc = p + 2;
              continue;
            case 16 /* LoadNull */:
              regs[code[p + 1]] = null;
              pc = p + 2;
              continue;
            case 17 /* LoadTrue */:
              regs[code[p + 1]] = true;
              pc = p + 2;
              continue;
            case 18 /* LoadFalse */:
              regs[code[p + 1]] = false;
              pc = p + 2;
              continue;
            case 19 /* LoadEmpty */:
              regs[code[p + 1]] = empty;
              pc = p + 2;
              continue;
            case 20 /* LoadInt */:
              regs[code[p + 1]] = code[p + 2];
              pc = p + 3;
              continue;
            case 21 /* LoadConst */:
              regs[code[p + 1]] = linked.constants[code[p + 2]] as Value;
              pc = p + 3;
              continue;
            case 22 /* Move */:
              regs[code[p + 1]] = regs[code[p + 2]];
              pc = p + 3;
              continue;
            case 23 /* LoadCallee */:
              regs[code[p + 1]] = frame.callee as unknown as Value;
              pc = p + 2;
              continue;
            case 24 /* LoadNewTarget */:
              regs[code[p + 1]] = frame.newTarget as unknown as Value;
              pc = p + 2;
              continue;
            case 25 /* LoadScope */:
              regs[code[p + 1]] = (frame.callee as GuestFunction).scope as unknown as Value;
              pc = p + 2;
              continue;
            case 105 /* ConvertKey */: {
              const k = regs[code[p + 3]];
              if (typeof k === 'number' || typeof k === 'string') {
                if (typeof k === 'string') code[p + 4] |= 16; // Seen.stringKey
                regs[code[p + 1]] = k;
                pc = p + 5;
                continue;
              }
              break execute;
            }
            case 31 /* CheckEmpty */:
              if (regs[code[p + 1]] === empty) break execute;
              pc = p + 3;
              continue;
            case 32 /* CheckThis */:
              if (regs[code[p + 1]] === empty) break execute;
              pc = p + 2;
              continue;
            case 39 /* NewScope */: {
              const makeScope = linked.scopeMakers[code[p + 3]];
              if (makeScope === undefined) break execute;
              regs[code[p + 1]] = makeScope(regs[code[p + 2]] as unknown as Scope | undefined) as unknown as Value;
              pc = p + 4;
              continue;
            }
            case 41 /* GetSlot */: {
              let scope = regs[code[p + 2]] as unknown as Scope;
              for (let hops = code[p + 3]; hops > 0; hops--) scope = scope.up as Scope;
              const slot = code[p + 4];
              if (slot >= SLOTS_PER_PAGE) scope = pageOf(scope, slot);
              const v = scope[slotNames[slot % SLOTS_PER_PAGE]];
              if (profiling && typeof v !== 'number') linked.others[p] |= 1;
              regs[code[p + 1]] = v;
              pc = p + 5;
              continue;
            }
            case 42 /* GetSlotChecked */: {
              let scope = regs[code[p + 2]] as unknown as Scope;
              for (let hops = code[p + 3]; hops > 0; hops--) scope = scope.up as Scope;
              const slot = code[p + 4];
              if (slot >= SLOTS_PER_PAGE) scope = pageOf(scope, slot);
              const v = scope[slotNames[slot % SLOTS_PER_PAGE]];
              if (v === empty) break execute;
              if (profiling && typeof v !== 'number') linked.others[p] |= 1;
              regs[code[p + 1]] = v;
              pc = p + 6;
              continue;
            }
            case 43 /* SetSlot */: {
              let scope = regs[code[p + 1]] as unknown as Scope;
              for (let hops = code[p + 2]; hops > 0; hops--) scope = scope.up as Scope;
              const slot = code[p + 3];
              if (slot >= SLOTS_PER_PAGE) scope = pageOf(scope, slot);
              scope[slotNames[slot % SLOTS_PER_PAGE]] = regs[code[p + 4]];
              pc = p + 5;
              continue;
            }
            case 44 /* SetSlotChecked */: {
              let scope = regs[code[p + 1]] as unknown as Scope;
              for (let hops = code[p + 2]; hops > 0; hops--) scope = scope.up as Scope;
              const slot = code[p + 3];
              if (slot >= SLOTS_PER_PAGE) scope = pageOf(scope, slot);
              const name = slotNames[slot % SLOTS_PER_PAGE];
              if (scope[name] === empty) break execute;
              scope[name] = regs[code[p + 4]];
              pc = p + 6;
              continue;
            }
            case 48 /* GetGlobal */: {
              const c = linked.cells[code[p + 2]];
              if (c !== undefined && c.v !== empty) {
                const { v } = c;
                if (profiling && typeof v !== 'number') linked.others[p] |= 1;
                regs[code[p + 1]] = v;
                pc = p + 3;
                continue;
              }
              break execute;
            }
            case 51 /* SetGlobal */: {
              const c = linked.cells[code[p + 1]];
              if (c !== undefined && c.writable && c.v !== empty) {
                if (c.v !== undefined) c.varies = true;
                c.put(regs[code[p + 2]]);
                pc = p + 3;
                continue;
              }
              break execute;
            }
            case 61 /* Add */:
              if (typeof (a = regs[code[p + 2]]) !== 'number' || typeof (b = regs[code[p + 3]]) !== 'number') break execute;
              regs[code[p + 1]] = a + b;
              pc = p + 5;
              continue;
            case 62 /* Sub */:
              if (typeof (a = regs[code[p + 2]]) !== 'number' || typeof (b = regs[code[p + 3]]) !== 'number') break execute;
              regs[code[p + 1]] = a - b;
              pc = p + 5;
              continue;
            case 63 /* Mul */:
              if (typeof (a = regs[code[p + 2]]) !== 'number' || typeof (b = regs[code[p + 3]]) !== 'number') break execute;
              regs[code[p + 1]] = a * b;
              pc = p + 5;
              continue;
            case 64 /* Div */:
              if (typeof (a = regs[code[p + 2]]) !== 'number' || typeof (b = regs[code[p + 3]]) !== 'number') break execute;
              regs[code[p + 1]] = a / b;
              pc = p + 5;
              continue;
            case 65 /* Mod */:
              if (typeof (a = regs[code[p + 2]]) !== 'number' || typeof (b = regs[code[p + 3]]) !== 'number') break execute;
              regs[code[p + 1]] = a % b;
              pc = p + 5;
              continue;
            case 67 /* BitAnd */:
              if (typeof (a = regs[code[p + 2]]) !== 'number' || typeof (b = regs[code[p + 3]]) !== 'number') break execute;
              regs[code[p + 1]] = a & b;
              pc = p + 5;
              continue;
            case 68 /* BitOr */:
              if (typeof (a = regs[code[p + 2]]) !== 'number' || typeof (b = regs[code[p + 3]]) !== 'number') break execute;
              regs[code[p + 1]] = a | b;
              pc = p + 5;
              continue;
            case 69 /* BitXor */:
              if (typeof (a = regs[code[p + 2]]) !== 'number' || typeof (b = regs[code[p + 3]]) !== 'number') break execute;
              regs[code[p + 1]] = a ^ b;
              pc = p + 5;
              continue;
            case 70 /* Shl */:
              if (typeof (a = regs[code[p + 2]]) !== 'number' || typeof (b = regs[code[p + 3]]) !== 'number') break execute;
              regs[code[p + 1]] = a << b;
              pc = p + 5;
              continue;
            case 71 /* Shr */:
              if (typeof (a = regs[code[p + 2]]) !== 'number' || typeof (b = regs[code[p + 3]]) !== 'number') break execute;
              regs[code[p + 1]] = a >> b;
              pc = p + 5;
              continue;
            case 72 /* UShr */:
              if (typeof (a = regs[code[p + 2]]) !== 'number' || typeof (b = regs[code[p + 3]]) !== 'number') break execute;
              regs[code[p + 1]] = a >>> b;
              pc = p + 5;
              continue;
            // --- Comparisons: what they give is stored behind the switch.
            case 73 /* Lt */:
              if (typeof (a = regs[code[p + 2]]) !== 'number' || typeof (b = regs[code[p + 3]]) !== 'number') break execute;
              test = a < b;
              next = p + 5;
              break;
            case 74 /* Le */:
              if (typeof (a = regs[code[p + 2]]) !== 'number' || typeof (b = regs[code[p + 3]]) !== 'number') break execute;
              test = a <= b;
              next = p + 5;
              break;
            case 75 /* Gt */:
              if (typeof (a = regs[code[p + 2]]) !== 'number' || typeof (b = regs[code[p + 3]]) !== 'number') break execute;
              test = a > b;
              next = p + 5;
              break;
            case 76 /* Ge */:
              if (typeof (a = regs[code[p + 2]]) !== 'number' || typeof (b = regs[code[p + 3]]) !== 'number') break execute;
              test = a >= b;
              next = p + 5;
              break;
            // IsLooselyEqual of values of one type is IsStrictlyEqual: nothing is converted.
            case 77 /* Eq */:
              if (typeof (a = regs[code[p + 2]]) !== typeof (b = regs[code[p + 3]])) break execute;
              test = a === b;
              next = p + 5;
              break;
            case 78 /* Ne */:
              if (typeof (a = regs[code[p + 2]]) !== typeof (b = regs[code[p + 3]])) break execute;
              test = a !== b;
              next = p + 5;
              break;
            case 79 /* StrictEq */:
              a = regs[code[p + 2]];
              b = regs[code[p + 3]];
              // Numbers by themselves: V8 compares them by what it has learnt of numbers.
              if (typeof a === 'number') test = typeof b === 'number' && a === b;
              else test = a === b;
              next = p + 4;
              break;
            case 80 /* StrictNe */:
              a = regs[code[p + 2]];
              b = regs[code[p + 3]];
              // Numbers by themselves: V8 compares them by what it has learnt of numbers.
              if (typeof a === 'number') test = typeof b !== 'number' || a !== b;
              else test = a !== b;
              next = p + 4;
              break;
            case 81 /* AddInt */:
              if (typeof (a = regs[code[p + 2]]) !== 'number') break execute;
              regs[code[p + 1]] = a + code[p + 3];
              pc = p + 5;
              continue;
            case 82 /* SubInt */:
              if (typeof (a = regs[code[p + 2]]) !== 'number') break execute;
              regs[code[p + 1]] = a - code[p + 3];
              pc = p + 5;
              continue;
            case 83 /* MulInt */:
              if (typeof (a = regs[code[p + 2]]) !== 'number') break execute;
              regs[code[p + 1]] = a * code[p + 3];
              pc = p + 5;
              continue;
            case 84 /* BitAndInt */:
              if (typeof (a = regs[code[p + 2]]) !== 'number') break execute;
              regs[code[p + 1]] = a & code[p + 3];
              pc = p + 5;
              continue;
            case 85 /* BitOrInt */:
              if (typeof (a = regs[code[p + 2]]) !== 'number') break execute;
              regs[code[p + 1]] = a | code[p + 3];
              pc = p + 5;
              continue;
            case 86 /* ShlInt */:
              if (typeof (a = regs[code[p + 2]]) !== 'number') break execute;
              regs[code[p + 1]] = a << code[p + 3];
              pc = p + 5;
              continue;
            case 87 /* ShrInt */:
              if (typeof (a = regs[code[p + 2]]) !== 'number') break execute;
              regs[code[p + 1]] = a >> code[p + 3];
              pc = p + 5;
              continue;
            case 88 /* UShrInt */:
              if (typeof (a = regs[code[p + 2]]) !== 'number') break execute;
              regs[code[p + 1]] = a >>> code[p + 3];
              pc = p + 5;
              continue;
            case 89 /* LtInt */:
              if (typeof (a = regs[code[p + 2]]) !== 'number') break execute;
              test = a < code[p + 3];
              next = p + 5;
              break;
            case 90 /* LeInt */:
              if (typeof (a = regs[code[p + 2]]) !== 'number') break execute;
              test = a <= code[p + 3];
              next = p + 5;
              break;
            case 91 /* GtInt */:
              if (typeof (a = regs[code[p + 2]]) !== 'number') break execute;
              test = a > code[p + 3];
              next = p + 5;
              break;
            case 92 /* GeInt */:
              if (typeof (a = regs[code[p + 2]]) !== 'number') break execute;
              test = a >= code[p + 3];
              next = p + 5;
              break;
            case 93 /* StrictEqInt */:
              a = regs[code[p + 2]];
              test = typeof a === 'number' && a === code[p + 3];
              next = p + 4;
              break;
            case 94 /* StrictNeInt */:
              a = regs[code[p + 2]];
              test = typeof a !== 'number' || a !== code[p + 3];
              next = p + 4;
              break;
            case 95 /* Neg */:
              if (typeof (a = regs[code[p + 2]]) !== 'number') break execute;
              regs[code[p + 1]] = -a;
              pc = p + 4;
              continue;
            case 97 /* ToNumber */:
              if (typeof (a = regs[code[p + 2]]) !== 'number') break execute;
              regs[code[p + 1]] = a;
              pc = p + 4;
              continue;
            case 98 /* ToNumeric */:
              if (typeof (a = regs[code[p + 2]]) !== 'number') break execute;
              regs[code[p + 1]] = a;
              pc = p + 4;
              continue;
            case 99 /* Inc */:
              if (typeof (a = regs[code[p + 2]]) !== 'number') break execute;
              regs[code[p + 1]] = a + 1;
              pc = p + 4;
              continue;
            case 100 /* Dec */:
              if (typeof (a = regs[code[p + 2]]) !== 'number') break execute;
              regs[code[p + 1]] = a - 1;
              pc = p + 4;
              continue;
            case 101 /* Not */:
              regs[code[p + 1]] = !regs[code[p + 2]];
              pc = p + 3;
              continue;
            case 108 /* GetProp */: {
              const o = regs[code[p + 2]];
              if (typeof o === 'object' && o !== null && code[p + 4] < 2048 /* Seen.proxy */) {
                frame.pc = p;
                const v = o[keys[code[p + 3]]];
                if (profiling && typeof v !== 'number') linked.others[p] |= 1;
                regs[code[p + 1]] = v;
                pc = p + 5;
                continue;
              }
              break execute;
            }
            case 109 /* SetProp */: {
              const o = regs[code[p + 1]];
              const key = keys[code[p + 2]];
              if (typeof o === 'object' && o !== null && key !== '$length' && linked.others[p] === DEFINING_STORES && code[p + 4] < 2048 /* Seen.proxy */) {
                frame.pc = p;
                o[key] = regs[code[p + 3]];
                pc = p + 5;
                continue;
              }
              break execute;
            }
            case 110 /* GetLength */: {
              const o = regs[code[p + 2]];
              if (Array.isArray(o) || (viewLength.plain && ArrayBuffer.isView(o))) {
                const count = length(o as unknown as GuestObject) as number | undefined;
                // A DataView has none of the host's.
                if (count !== undefined) {
                  if (profiling && !Array.isArray(o)) code[p + 3] |= Seen.view;
                  regs[code[p + 1]] = count;
                  pc = p + 4;
                  continue;
                }
              }
              break execute;
            }
            case 111 /* GetElem */: {
              const o = regs[code[p + 2]];
              const k = regs[code[p + 3]];
              if (typeof k === 'number' && typeof o === 'object' && o !== null && code[p + 4] < 2048 /* Seen.proxy */) {
                frame.pc = p;
                const v = load(o, k);
                if (profiling && typeof v !== 'number') {
                  linked.others[p] |= 1;
                  if (v === undefined) code[p + 4] |= 64;
                }
                regs[code[p + 1]] = v;
                pc = p + 5;
                continue;
              }
              break execute;
            }
            case 112 /* SetElem */: {
              const o = regs[code[p + 1]];
              const k = regs[code[p + 2]];
              if (typeof k === 'number' && typeof o === 'object' && o !== null && code[p + 4] < 2048 /* Seen.proxy */) {
                frame.pc = p;
                storeAt(o, k, regs[code[p + 3]]);
                pc = p + 5;
                continue;
              }
              break execute;
            }
            case 142 /* NewClosure */: {
              const child = linked.children[code[p + 2]];
              if (child === undefined) break execute;
              regs[code[p + 1]] = child.closure(regs[code[p + 3]] as unknown as Scope | undefined) as unknown as Value;
              pc = p + 4;
              continue;
            }
            case 155 /* IterStep */:
              if (regs[code[p + 3]] === fast) {
                const a = regs[code[p + 2]] as unknown as Value[] & GuestObject;
                // An array or a typed array, whose host length is the guest's.
                const i = regs[code[p + 4]] as number;
                frame.pc = p;
                if (i < length(a)) {
                  regs[code[p + 4]] = i + 1;
                  const v = load(a, i);
                  if (profiling && typeof v !== 'number') linked.others[p] |= 1;
                  regs[code[p + 1]] = v;
                  pc = code[p + 6];
                } else {
                  m.iterationEnds(a);
                  pc = code[p + 5];
                }
                break enter;
              }
              break execute;
            case 156 /* IterStepPair */:
              if (regs[code[p + 4]] !== fast) break execute;
              pc = p + 7;
              continue;
            case 158 /* JumpIfFastIter */:
              pc = p + 3;
              if (regs[code[p + 1]] === fast) pc = code[p + 2];
              break enter;
            default:
              break execute;
          }
          // A comparison is nearly always followed by a jump on its result: that is taken here, without a dispatch.
          const d = code[pc + 1];
          regs[d] = test;
          pc = next;
          if (code[pc] !== 5 /* JumpIfFalse */ || code[pc + 1] !== d) continue;
          pc = test ? pc + 3 : code[pc + 2];
        }
        // A block begins at pc: with a Block or with a Loop, of which the latter is a safepoint.
        let count = 0;
        if (profiling) count = code[pc + 2] = (code[pc + 2] + 1) | 0;
        const charge = code[pc + 1];
        if (code[pc] === 1 /* Block */) {
          cell[FUEL] -= charge;
          pc += 3;
          continue;
        }
        if ((cell[FUEL] -= charge) < 0) {
          frame.pc = pc + 3;
          m.safepoint();
        }
        if (profiling && (count & linked.osrMask) === linked.osrMask) {
          frame.pc = pc + 3;
          if (m.hotLoop(act, frame, pc)) return LOOP_IS_HOT;
        }
        pc += 3;
        if (--quantum < 0) {
          frame.pc = pc;
          return QUANTUM_OVER;
        }
      }
    }
  }
  return annealLoop;
}
