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
import { loadElement, storeElement } from '../runtime/elements.ts';
import { DEFINING_STORES } from '../runtime/linked.ts';
import { DEPTH, DEPTH_LIMIT, FUEL } from '../runtime/realm.ts';
import { EMPTY, FAST_ITERATION, type GuestFunction, type GuestObject, type Scope, type Value } from '../runtime/values.ts';
import { DelegatedResult, GOES_ON, suspend } from './coroutines.ts';
import { Frame, type Activation } from './frame.ts';
import type { Machine } from './machine.ts';
import { slow } from './slow.ts';

/** The loop gives its host frame back after this many calls and iterations, so that optimised code of it is entered by a call. */
const QUANTUM = 20000;
/** Result of the loop when only its quantum is over. */
export const QUANTUM_OVER = Object.freeze(Object.assign(Object.create(null) as object, { quantumOver: true })) as unknown as Value;

export function annealLoop(m: Machine, act: Activation): Value {
  let frame = act.frame;
  let code = frame.code;
  let regs = frame.regs;
  let linked = frame.linked;
  let keys = linked.keys;
  let pc = frame.pc;
  let quantum = QUANTUM;
  const { cell } = m;
  const stub = m.stub;
  const { remaining } = act;
  const { maxDepth } = m.options;
  const { viewLength } = m.mainRealm.protectors;
  // What calls out comes first: where it stands in the host's code for this function is what a trace of the host stack looks for, from the beginning.
  for (let isSlow = false; ; isSlow = true) {
    if (isSlow) {
      frame.pc = pc;
      pc = slow(m, act, frame, pc);
      if (pc < 0) {
        frame = act.frame;
        code = frame.code;
        regs = frame.regs;
        linked = frame.linked;
        keys = linked.keys;
        pc = frame.pc;
      }
    }
    for (;;) {
      switch (code[pc]) {
        case 147 /* Call */: {
          const f = regs[code[pc + 2]] as unknown as GuestFunction;
          frame.pc = pc;
          if (typeof f !== 'object' || f === null || f.fn !== f) break;
          const site = code[pc + 4];
          if (linked.lastTargets[site] !== f) linked.recordTarget(site, f);
          const argc = code[pc + 5];
          const callee = f.linked;
          if (callee === null || (callee as typeof linked).entry !== stub) {
            let v: Value;
            const self = regs[code[pc + 3]];
            if (callee !== null) m.entersCompiled();
            if (argc === 1) v = f.code(f, self, regs[code[pc + 6]]);
            else if (argc === 0) v = f.code(f, self);
            else if (argc === 2) v = f.code(f, self, regs[code[pc + 6]], regs[code[pc + 7]]);
            else v = m.callWithList(f, self, m.list(regs, code, pc + 6, argc));
            if (callee !== null) m.leavesCompiled();
            if (typeof v !== 'number') linked.others[pc] |= 1;
            regs[code[pc + 1]] = v;
            pc += 6 + argc;
            if (--quantum < 0) {
              frame.pc = pc;
              return QUANTUM_OVER;
            }
            continue;
          }
          const target = callee as typeof linked;
          if (target.needsCare) m.callWithCare(f);
          const depth = cell[DEPTH] + 1;
          if (depth > maxDepth) m.depthExceeded();
          cell[DEPTH] = depth;
          m.hostLimit = depth + remaining;
          cell[DEPTH_LIMIT] = depth + remaining < maxDepth ? depth + remaining : maxDepth;
          const count = target.template.parameterCount;
          const next: Value[] = new Array<Value>(target.registerCount);
          next[0] = regs[code[pc + 3]];
          const n = argc < count ? argc : count;
          for (let i = 1; i <= n; i++) next[i] = regs[code[pc + 5 + i]];
          for (let i = n + 1; i < next.length; i++) next[i] = undefined;
          act.frame = frame = new Frame(target, next, f, undefined, target.usesArguments ? m.list(regs, code, pc + 6, argc) : null, frame, false);
          linked = target;
          code = linked.code;
          keys = linked.keys;
          regs = next;
          pc = 0;
          if (--quantum < 0) {
            frame.pc = 0;
            return QUANTUM_OVER;
          }
          continue;
        }
        case 0 /* Entry */: {
          const count = (code[pc + 2] = (code[pc + 2] + 1) | 0);
          const charge = code[pc + 1];
          pc += 3;
          if ((cell[FUEL] -= charge) < 0) {
            frame.pc = pc;
            m.safepoint();
          }
          if (count === m.invocationThreshold) m.hotFunction(linked);
          continue;
        }
        case 1 /* Block */:
          code[pc + 2] = (code[pc + 2] + 1) | 0;
          cell[FUEL] -= code[pc + 1];
          pc += 3;
          continue;
        case 2 /* Loop */: {
          const count = (code[pc + 2] = (code[pc + 2] + 1) | 0);
          if ((cell[FUEL] -= code[pc + 1]) < 0) {
            frame.pc = pc + 3;
            m.safepoint();
          }
          if ((count & linked.osrMask) === linked.osrMask) {
            frame.pc = pc + 3;
            if (m.hotLoop(frame, pc)) {
              // The loop ran as compiled code and left by an exit edge: the frame says where it goes on.
              if (act.frame !== frame) {
                frame = act.frame;
                code = frame.code;
                regs = frame.regs;
                linked = frame.linked;
                keys = linked.keys;
              }
              pc = frame.pc;
              continue;
            }
          }
          pc += 3;
          if (--quantum < 0) {
            frame.pc = pc;
            return QUANTUM_OVER;
          }
          continue;
        }
        case 3 /* Jump */:
          pc = code[pc + 1];
          continue;
        case 4 /* JumpIfTrue */:
          pc = regs[code[pc + 1]] ? code[pc + 2] : pc + 3;
          continue;
        case 5 /* JumpIfFalse */:
          pc = regs[code[pc + 1]] ? pc + 3 : code[pc + 2];
          continue;
        case 6 /* JumpIfNullish */: {
          const v = regs[code[pc + 1]];
          pc = v === undefined || v === null ? code[pc + 2] : pc + 3;
          continue;
        }
        case 7 /* JumpIfNotNullish */: {
          const v = regs[code[pc + 1]];
          pc = v === undefined || v === null ? pc + 3 : code[pc + 2];
          continue;
        }
        case 8 /* JumpIfUndefined */:
          pc = regs[code[pc + 1]] === undefined ? code[pc + 2] : pc + 3;
          continue;
        case 9 /* JumpIfNotUndefined */:
          pc = regs[code[pc + 1]] === undefined ? pc + 3 : code[pc + 2];
          continue;
        case 10 /* SwitchInt */: {
          const v = regs[code[pc + 1]];
          const count = code[pc + 4];
          let target = code[pc + 3];
          if (typeof v === 'number') {
            const i = v - code[pc + 2];
            if (i >= 0 && i < count && i === (i | 0)) target = code[pc + 5 + i];
          }
          pc = target;
          continue;
        }
        case 11 /* Return */:
        case 12 /* ReturnDerived */:
        case 163 /* StartGenerator */:
        case 164 /* Yield */:
        case 165 /* ReturnGenerator */:
        case 168 /* Await */:
        case 170 /* ReturnAsync */:
        case 172 /* AsyncGeneratorYield */: {
          frame.pc = pc;
          let v: Value;
          const op = code[pc];
          if (op === 11 /* Return */) {
            v = regs[code[pc + 1]];
          } else if (op === 12 /* ReturnDerived */) {
            v = m.derivedResult(linked.realm, regs[code[pc + 1]], regs[code[pc + 2]]);
          } else {
            v = suspend(m, frame, pc);
            if (v === GOES_ON) {
              pc = frame.pc;
              continue;
            }
          }
          if (frame.isConstruct && (typeof v !== 'object' || v === null)) v = regs[0];
          const depth = --cell[DEPTH];
          m.hostLimit = depth + remaining;
          cell[DEPTH_LIMIT] = depth + remaining < maxDepth ? depth + remaining : maxDepth;
          const parent = frame.parent;
          if (parent === null) return op === 164 /* Yield */ && v instanceof DelegatedResult ? m.stepResult(frame, v) : v;
          frame.parent = null;
          act.frame = frame = parent;
          code = frame.code;
          regs = frame.regs;
          linked = frame.linked;
          keys = linked.keys;
          pc = frame.pc;
          if (code[pc] === 147 /* Call */) {
            if (typeof v !== 'number') linked.others[pc] |= 1;
            regs[code[pc + 1]] = v;
            pc += 6 + code[pc + 5];
          } else if (v instanceof DelegatedResult && code[pc] !== 157 /* DelegateStep */) {
            pc = m.callSelfHosted(act, frame, 'operator_StepResult', [v.result]);
            if (pc >= 0) continue;
            frame = act.frame;
            code = frame.code;
            regs = frame.regs;
            linked = frame.linked;
            keys = linked.keys;
            pc = frame.pc;
          } else {
            pc = m.resume(frame, v);
          }
          continue;
        }
        case 15 /* LoadUndefined */:
          regs[code[pc + 1]] = undefined;
          pc += 2;
          continue;
        case 16 /* LoadNull */:
          regs[code[pc + 1]] = null;
          pc += 2;
          continue;
        case 17 /* LoadTrue */:
          regs[code[pc + 1]] = true;
          pc += 2;
          continue;
        case 18 /* LoadFalse */:
          regs[code[pc + 1]] = false;
          pc += 2;
          continue;
        case 19 /* LoadEmpty */:
          regs[code[pc + 1]] = EMPTY;
          pc += 2;
          continue;
        case 20 /* LoadInt */:
          regs[code[pc + 1]] = code[pc + 2];
          pc += 3;
          continue;
        case 21 /* LoadConst */:
          regs[code[pc + 1]] = linked.constants[code[pc + 2]] as Value;
          pc += 3;
          continue;
        case 22 /* Move */:
          regs[code[pc + 1]] = regs[code[pc + 2]];
          pc += 3;
          continue;
        case 23 /* LoadCallee */:
          regs[code[pc + 1]] = frame.callee as unknown as Value;
          pc += 2;
          continue;
        case 24 /* LoadNewTarget */:
          regs[code[pc + 1]] = frame.newTarget as unknown as Value;
          pc += 2;
          continue;
        case 25 /* LoadScope */:
          regs[code[pc + 1]] = (frame.callee as GuestFunction).scope as unknown as Value;
          pc += 2;
          continue;
        case 105 /* ConvertKey */: {
          const k = regs[code[pc + 3]];
          if (typeof k === 'number' || typeof k === 'string') {
            if (typeof k === 'string') code[pc + 4] |= 16; // Seen.stringKey
            regs[code[pc + 1]] = k;
            pc += 5;
            continue;
          }
          break;
        }
        case 31 /* CheckEmpty */:
          if (regs[code[pc + 1]] === EMPTY) {
            frame.pc = pc;
            slow(m, act, frame, pc);
          }
          pc += 3;
          continue;
        case 32 /* CheckThis */:
          if (regs[code[pc + 1]] === EMPTY) {
            frame.pc = pc;
            slow(m, act, frame, pc);
          }
          pc += 2;
          continue;
        case 39 /* NewScope */: {
          const makeScope = linked.scopeMaker(code[pc + 3]);
          regs[code[pc + 1]] = makeScope(regs[code[pc + 2]] as unknown as Scope | undefined) as unknown as Value;
          pc += 4;
          continue;
        }
        case 41 /* GetSlot */: {
          let scope = regs[code[pc + 2]] as unknown as Scope;
          for (let hops = code[pc + 3]; hops > 0; hops--) scope = scope.up as Scope;
          const v = scope[m.slotNames[code[pc + 4]]];
          if (typeof v !== 'number') linked.others[pc] |= 1;
          regs[code[pc + 1]] = v;
          pc += 5;
          continue;
        }
        case 42 /* GetSlotChecked */: {
          let scope = regs[code[pc + 2]] as unknown as Scope;
          for (let hops = code[pc + 3]; hops > 0; hops--) scope = scope.up as Scope;
          const v = scope[m.slotNames[code[pc + 4]]];
          if (v === EMPTY) {
            frame.pc = pc;
            slow(m, act, frame, pc);
          }
          if (typeof v !== 'number') linked.others[pc] |= 1;
          regs[code[pc + 1]] = v;
          pc += 6;
          continue;
        }
        case 43 /* SetSlot */: {
          let scope = regs[code[pc + 1]] as unknown as Scope;
          for (let hops = code[pc + 2]; hops > 0; hops--) scope = scope.up as Scope;
          scope[m.slotNames[code[pc + 3]]] = regs[code[pc + 4]];
          pc += 5;
          continue;
        }
        case 44 /* SetSlotChecked */: {
          let scope = regs[code[pc + 1]] as unknown as Scope;
          for (let hops = code[pc + 2]; hops > 0; hops--) scope = scope.up as Scope;
          const name = m.slotNames[code[pc + 3]];
          if (scope[name] === EMPTY) {
            frame.pc = pc;
            slow(m, act, frame, pc);
          }
          scope[name] = regs[code[pc + 4]];
          pc += 6;
          continue;
        }
        case 48 /* GetGlobal */: {
          const c = linked.cells[code[pc + 2]];
          if (c !== undefined && c.v !== EMPTY) {
            const { v } = c;
            if (typeof v !== 'number') linked.others[pc] |= 1;
            regs[code[pc + 1]] = v;
            pc += 3;
            continue;
          }
          break;
        }
        case 51 /* SetGlobal */: {
          const c = linked.cells[code[pc + 1]];
          if (c !== undefined && c.writable && c.v !== EMPTY) {
            if (c.v !== undefined) c.varies = true;
            c.put(regs[code[pc + 2]]);
            pc += 3;
            continue;
          }
          break;
        }
        case 61 /* Add */: {
          const a = regs[code[pc + 2]];
          const b = regs[code[pc + 3]];
          if (typeof a === 'number' && typeof b === 'number') {
            regs[code[pc + 1]] = a + b;
            pc += 5;
            continue;
          }
          break;
        }
        case 62 /* Sub */: {
          const a = regs[code[pc + 2]];
          const b = regs[code[pc + 3]];
          if (typeof a === 'number' && typeof b === 'number') {
            regs[code[pc + 1]] = a - b;
            pc += 5;
            continue;
          }
          break;
        }
        case 63 /* Mul */: {
          const a = regs[code[pc + 2]];
          const b = regs[code[pc + 3]];
          if (typeof a === 'number' && typeof b === 'number') {
            regs[code[pc + 1]] = a * b;
            pc += 5;
            continue;
          }
          break;
        }
        case 64 /* Div */: {
          const a = regs[code[pc + 2]];
          const b = regs[code[pc + 3]];
          if (typeof a === 'number' && typeof b === 'number') {
            regs[code[pc + 1]] = a / b;
            pc += 5;
            continue;
          }
          break;
        }
        case 65 /* Mod */: {
          const a = regs[code[pc + 2]];
          const b = regs[code[pc + 3]];
          if (typeof a === 'number' && typeof b === 'number') {
            regs[code[pc + 1]] = a % b;
            pc += 5;
            continue;
          }
          break;
        }
        case 67 /* BitAnd */: {
          const a = regs[code[pc + 2]];
          const b = regs[code[pc + 3]];
          if (typeof a === 'number' && typeof b === 'number') {
            regs[code[pc + 1]] = a & b;
            pc += 5;
            continue;
          }
          break;
        }
        case 68 /* BitOr */: {
          const a = regs[code[pc + 2]];
          const b = regs[code[pc + 3]];
          if (typeof a === 'number' && typeof b === 'number') {
            regs[code[pc + 1]] = a | b;
            pc += 5;
            continue;
          }
          break;
        }
        case 69 /* BitXor */: {
          const a = regs[code[pc + 2]];
          const b = regs[code[pc + 3]];
          if (typeof a === 'number' && typeof b === 'number') {
            regs[code[pc + 1]] = a ^ b;
            pc += 5;
            continue;
          }
          break;
        }
        case 70 /* Shl */: {
          const a = regs[code[pc + 2]];
          const b = regs[code[pc + 3]];
          if (typeof a === 'number' && typeof b === 'number') {
            regs[code[pc + 1]] = a << b;
            pc += 5;
            continue;
          }
          break;
        }
        case 71 /* Shr */: {
          const a = regs[code[pc + 2]];
          const b = regs[code[pc + 3]];
          if (typeof a === 'number' && typeof b === 'number') {
            regs[code[pc + 1]] = a >> b;
            pc += 5;
            continue;
          }
          break;
        }
        case 72 /* UShr */: {
          const a = regs[code[pc + 2]];
          const b = regs[code[pc + 3]];
          if (typeof a === 'number' && typeof b === 'number') {
            regs[code[pc + 1]] = a >>> b;
            pc += 5;
            continue;
          }
          break;
        }
        // A comparison is nearly always followed by a jump on its result: the jump is taken here, without a dispatch.
        case 73 /* Lt */: {
          const a = regs[code[pc + 2]];
          const b = regs[code[pc + 3]];
          if (typeof a === 'number' && typeof b === 'number') {
            const v = a < b;
            const d = code[pc + 1];
            regs[d] = v;
            pc += 5;
            if (code[pc] === 5 /* JumpIfFalse */ && code[pc + 1] === d) pc = v ? pc + 3 : code[pc + 2];
            continue;
          }
          break;
        }
        case 74 /* Le */: {
          const a = regs[code[pc + 2]];
          const b = regs[code[pc + 3]];
          if (typeof a === 'number' && typeof b === 'number') {
            const v = a <= b;
            const d = code[pc + 1];
            regs[d] = v;
            pc += 5;
            if (code[pc] === 5 /* JumpIfFalse */ && code[pc + 1] === d) pc = v ? pc + 3 : code[pc + 2];
            continue;
          }
          break;
        }
        case 75 /* Gt */: {
          const a = regs[code[pc + 2]];
          const b = regs[code[pc + 3]];
          if (typeof a === 'number' && typeof b === 'number') {
            const v = a > b;
            const d = code[pc + 1];
            regs[d] = v;
            pc += 5;
            if (code[pc] === 5 /* JumpIfFalse */ && code[pc + 1] === d) pc = v ? pc + 3 : code[pc + 2];
            continue;
          }
          break;
        }
        case 76 /* Ge */: {
          const a = regs[code[pc + 2]];
          const b = regs[code[pc + 3]];
          if (typeof a === 'number' && typeof b === 'number') {
            const v = a >= b;
            const d = code[pc + 1];
            regs[d] = v;
            pc += 5;
            if (code[pc] === 5 /* JumpIfFalse */ && code[pc + 1] === d) pc = v ? pc + 3 : code[pc + 2];
            continue;
          }
          break;
        }
        case 77 /* Eq */: {
          const a = regs[code[pc + 2]];
          const b = regs[code[pc + 3]];
          // IsLooselyEqual of values of one type is IsStrictlyEqual: nothing is converted.
          if (typeof a === typeof b) {
            const v = a === b;
            const d = code[pc + 1];
            regs[d] = v;
            pc += 5;
            if (code[pc] === 5 /* JumpIfFalse */ && code[pc + 1] === d) pc = v ? pc + 3 : code[pc + 2];
            continue;
          }
          break;
        }
        case 78 /* Ne */: {
          const a = regs[code[pc + 2]];
          const b = regs[code[pc + 3]];
          // IsLooselyEqual of values of one type is IsStrictlyEqual: nothing is converted.
          if (typeof a === typeof b) {
            const v = a !== b;
            const d = code[pc + 1];
            regs[d] = v;
            pc += 5;
            if (code[pc] === 5 /* JumpIfFalse */ && code[pc + 1] === d) pc = v ? pc + 3 : code[pc + 2];
            continue;
          }
          break;
        }
        case 79 /* StrictEq */: {
          const v = regs[code[pc + 2]] === regs[code[pc + 3]];
          const d = code[pc + 1];
          regs[d] = v;
          pc += 4;
          if (code[pc] === 5 /* JumpIfFalse */ && code[pc + 1] === d) pc = v ? pc + 3 : code[pc + 2];
          continue;
        }
        case 80 /* StrictNe */: {
          const v = regs[code[pc + 2]] !== regs[code[pc + 3]];
          const d = code[pc + 1];
          regs[d] = v;
          pc += 4;
          if (code[pc] === 5 /* JumpIfFalse */ && code[pc + 1] === d) pc = v ? pc + 3 : code[pc + 2];
          continue;
        }
        case 81 /* AddInt */: {
          const a = regs[code[pc + 2]];
          if (typeof a === 'number') {
            regs[code[pc + 1]] = a + code[pc + 3];
            pc += 5;
            continue;
          }
          break;
        }
        case 82 /* SubInt */: {
          const a = regs[code[pc + 2]];
          if (typeof a === 'number') {
            regs[code[pc + 1]] = a - code[pc + 3];
            pc += 5;
            continue;
          }
          break;
        }
        case 83 /* MulInt */: {
          const a = regs[code[pc + 2]];
          if (typeof a === 'number') {
            regs[code[pc + 1]] = a * code[pc + 3];
            pc += 5;
            continue;
          }
          break;
        }
        case 84 /* BitAndInt */: {
          const a = regs[code[pc + 2]];
          if (typeof a === 'number') {
            regs[code[pc + 1]] = a & code[pc + 3];
            pc += 5;
            continue;
          }
          break;
        }
        case 85 /* BitOrInt */: {
          const a = regs[code[pc + 2]];
          if (typeof a === 'number') {
            regs[code[pc + 1]] = a | code[pc + 3];
            pc += 5;
            continue;
          }
          break;
        }
        case 86 /* ShlInt */: {
          const a = regs[code[pc + 2]];
          if (typeof a === 'number') {
            regs[code[pc + 1]] = a << code[pc + 3];
            pc += 5;
            continue;
          }
          break;
        }
        case 87 /* ShrInt */: {
          const a = regs[code[pc + 2]];
          if (typeof a === 'number') {
            regs[code[pc + 1]] = a >> code[pc + 3];
            pc += 5;
            continue;
          }
          break;
        }
        case 88 /* UShrInt */: {
          const a = regs[code[pc + 2]];
          if (typeof a === 'number') {
            regs[code[pc + 1]] = a >>> code[pc + 3];
            pc += 5;
            continue;
          }
          break;
        }
        case 89 /* LtInt */: {
          const a = regs[code[pc + 2]];
          if (typeof a === 'number') {
            const v = a < code[pc + 3];
            const d = code[pc + 1];
            regs[d] = v;
            pc += 5;
            if (code[pc] === 5 /* JumpIfFalse */ && code[pc + 1] === d) pc = v ? pc + 3 : code[pc + 2];
            continue;
          }
          break;
        }
        case 90 /* LeInt */: {
          const a = regs[code[pc + 2]];
          if (typeof a === 'number') {
            const v = a <= code[pc + 3];
            const d = code[pc + 1];
            regs[d] = v;
            pc += 5;
            if (code[pc] === 5 /* JumpIfFalse */ && code[pc + 1] === d) pc = v ? pc + 3 : code[pc + 2];
            continue;
          }
          break;
        }
        case 91 /* GtInt */: {
          const a = regs[code[pc + 2]];
          if (typeof a === 'number') {
            const v = a > code[pc + 3];
            const d = code[pc + 1];
            regs[d] = v;
            pc += 5;
            if (code[pc] === 5 /* JumpIfFalse */ && code[pc + 1] === d) pc = v ? pc + 3 : code[pc + 2];
            continue;
          }
          break;
        }
        case 92 /* GeInt */: {
          const a = regs[code[pc + 2]];
          if (typeof a === 'number') {
            const v = a >= code[pc + 3];
            const d = code[pc + 1];
            regs[d] = v;
            pc += 5;
            if (code[pc] === 5 /* JumpIfFalse */ && code[pc + 1] === d) pc = v ? pc + 3 : code[pc + 2];
            continue;
          }
          break;
        }
        case 93 /* StrictEqInt */: {
          const v = regs[code[pc + 2]] === code[pc + 3];
          const d = code[pc + 1];
          regs[d] = v;
          pc += 4;
          if (code[pc] === 5 /* JumpIfFalse */ && code[pc + 1] === d) pc = v ? pc + 3 : code[pc + 2];
          continue;
        }
        case 94 /* StrictNeInt */: {
          const v = regs[code[pc + 2]] !== code[pc + 3];
          const d = code[pc + 1];
          regs[d] = v;
          pc += 4;
          if (code[pc] === 5 /* JumpIfFalse */ && code[pc + 1] === d) pc = v ? pc + 3 : code[pc + 2];
          continue;
        }
        case 95 /* Neg */: {
          const a = regs[code[pc + 2]];
          if (typeof a === 'number') {
            regs[code[pc + 1]] = -a;
            pc += 4;
            continue;
          }
          break;
        }
        case 97 /* ToNumber */: {
          const a = regs[code[pc + 2]];
          if (typeof a === 'number') {
            regs[code[pc + 1]] = a;
            pc += 4;
            continue;
          }
          break;
        }
        case 98 /* ToNumeric */: {
          const a = regs[code[pc + 2]];
          if (typeof a === 'number') {
            regs[code[pc + 1]] = a;
            pc += 4;
            continue;
          }
          break;
        }
        case 99 /* Inc */: {
          const a = regs[code[pc + 2]];
          if (typeof a === 'number') {
            regs[code[pc + 1]] = a + 1;
            pc += 4;
            continue;
          }
          break;
        }
        case 100 /* Dec */: {
          const a = regs[code[pc + 2]];
          if (typeof a === 'number') {
            regs[code[pc + 1]] = a - 1;
            pc += 4;
            continue;
          }
          break;
        }
        case 101 /* Not */:
          regs[code[pc + 1]] = !regs[code[pc + 2]];
          pc += 3;
          continue;
        case 108 /* GetProp */: {
          const o = regs[code[pc + 2]];
          if (typeof o === 'object' && o !== null && code[pc + 4] < 2048 /* Seen.proxy */) {
            frame.pc = pc;
            const v = o[keys[code[pc + 3]]];
            if (typeof v !== 'number') linked.others[pc] |= 1;
            regs[code[pc + 1]] = v;
            pc += 5;
            continue;
          }
          break;
        }
        case 109 /* SetProp */: {
          const o = regs[code[pc + 1]];
          const key = keys[code[pc + 2]];
          if (typeof o === 'object' && o !== null && key !== '$length' && linked.others[pc] === DEFINING_STORES && code[pc + 4] < 2048 /* Seen.proxy */) {
            frame.pc = pc;
            o[key] = regs[code[pc + 3]];
            pc += 5;
            continue;
          }
          break;
        }
        case 110 /* GetLength */: {
          const o = regs[code[pc + 2]];
          if (Array.isArray(o)) {
            regs[code[pc + 1]] = (o as unknown as Value[]).length;
            pc += 4;
            continue;
          }
          if (viewLength.plain && ArrayBuffer.isView(o)) {
            const { length } = o as unknown as Value[];
            // A DataView has none of the host's.
            if (length !== undefined) {
              code[pc + 3] |= Seen.view;
              regs[code[pc + 1]] = length;
              pc += 4;
              continue;
            }
          }
          break;
        }
        case 111 /* GetElem */: {
          const o = regs[code[pc + 2]];
          const k = regs[code[pc + 3]];
          if (typeof k === 'number' && typeof o === 'object' && o !== null && code[pc + 4] < 2048 /* Seen.proxy */) {
            frame.pc = pc;
            const v = loadElement(o, k);
            if (typeof v !== 'number') {
              linked.others[pc] |= 1;
              if (v === undefined) code[pc + 4] |= 64;
            }
            regs[code[pc + 1]] = v;
            pc += 5;
            continue;
          }
          break;
        }
        case 112 /* SetElem */: {
          const o = regs[code[pc + 1]];
          const k = regs[code[pc + 2]];
          if (typeof k === 'number' && typeof o === 'object' && o !== null && code[pc + 4] < 2048 /* Seen.proxy */) {
            frame.pc = pc;
            storeElement(o, k, regs[code[pc + 3]]);
            pc += 5;
            continue;
          }
          break;
        }
        case 142 /* NewClosure */:
          regs[code[pc + 1]] = linked.child(code[pc + 2]).closure(regs[code[pc + 3]] as unknown as Scope | undefined) as unknown as Value;
          pc += 4;
          continue;
        case 155 /* IterStep */:
          if (regs[code[pc + 3]] === FAST_ITERATION) {
            const a = regs[code[pc + 2]] as unknown as Value[] & GuestObject;
            // An array or a typed array, whose host length is the guest's.
            const i = regs[code[pc + 4]] as number;
            frame.pc = pc;
            if (i < a.length) {
              regs[code[pc + 4]] = i + 1;
              const v = loadElement(a, i);
              if (typeof v !== 'number') linked.others[pc] |= 1;
              regs[code[pc + 1]] = v;
              pc = code[pc + 6];
            } else {
              m.iterationEnds(a);
              pc = code[pc + 5];
            }
            continue;
          }
          break;
        case 156 /* IterStepPair */:
          if (regs[code[pc + 4]] !== FAST_ITERATION) break;
          pc += 7;
          continue;
        case 158 /* JumpIfFastIter */:
          pc = regs[code[pc + 1]] === FAST_ITERATION ? code[pc + 2] : pc + 3;
          continue;
        default:
          break;
      }
      break;
    }
  }
}
