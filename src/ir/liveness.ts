// Liveness of registers, backwards over the control-flow graph.
//
// A register is live where some path from there reads it before writing it. Where control leaves the unit, what is live is what
// the interpreter may read from that pc on, so the analysis runs over the whole body, not over the unit's blocks.

import { Op } from '../bytecode/opcodes.ts';
import { isConstructible } from '../bytecode/template.ts';
import { labelsOf, type Instruction } from './cfg.ts';
import type { Body } from './inline.ts';
import { infoOf, lengthAt } from './ir-opcodes.ts';
import { forEachDef, forEachUse } from './operands.ts';

const NOTHING: ReadonlyMap<number, readonly number[]> = new Map();
const NONE: readonly number[] = [];

export interface Liveness {
  /** Registers live before the instruction at `pc`, as words of bits. */
  before(pc: number): Uint32Array;
}

export function isLive(set: Uint32Array, register: number): boolean {
  return ((set[register >> 5] >>> (register & 31)) & 1) === 1;
}

/** The instruction has written its result where control goes by its `k`-th way: those of its labels in order, then by falling through. */
export function writesAlong(op: number, k: number): boolean {
  switch (op) {
    case Op.IterStart:
      return k === 0;
    case Op.IterStep:
      return k === 1;
    case Op.DelegateStep:
      return k < 3;
    case Op.ForInNext:
      return k === 1;
    default:
      return true;
  }
}

/** `implied`: whoever reads a register reads these as well. */
export function computeLiveness(body: Body, implied: ReadonlyMap<number, readonly number[]> = NOTHING): Liveness {
  const { code, handlers } = body;
  const { template } = body.sites[0].linked;
  const words = (body.registerCount + 31) >> 5;
  const instructions: Instruction[] = [];
  const index = new Map<number, number>();
  for (let pc = 0; pc < code.length; ) {
    const info = infoOf(code[pc]);
    const length = lengthAt(code, pc);
    index.set(pc, instructions.length);
    instructions.push({ pc, op: code[pc], info, length, base: body.siteAt(pc).base });
    pc += length;
  }
  const live: Uint32Array[] = instructions.map(() => new Uint32Array(words));
  const handlerOf = instructions.map((ins) => handlers.filter((h) => ins.pc >= h.start && ins.pc < h.end));
  const isBase = template.kind !== 'derived' && isConstructible(template);
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = instructions.length - 1; i >= 0; i--) {
      const ins = instructions[i];
      const set = new Uint32Array(words);
      const join = (target: number): void => {
        const other = live[index.get(target) as number];
        if (other !== undefined) for (let w = 0; w < words; w++) set[w] |= other[w];
      };
      const ways = labelsOf(code, ins.pc, ins.info);
      if (ins.info.terminates !== true) ways.push(ins.pc + ins.length);
      ways.forEach((way, k) => {
        if (writesAlong(ins.op, k)) join(way);
      });
      forEachDef(code, ins, (r) => {
        set[r >> 5] &= ~(1 << (r & 31));
      });
      // What is there before lives on along the others.
      ways.forEach((way, k) => {
        if (!writesAlong(ins.op, k)) join(way);
      });
      forEachUse(code, ins, (r) => {
        set[r >> 5] |= 1 << (r & 31);
        for (const other of implied.get(r) ?? NONE) set[other >> 5] |= 1 << (other & 31);
      });
      // An instruction may throw before it writes, so what its handler needs is live before it.
      for (const h of handlerOf[i]) {
        const other = live[index.get(h.target) as number].slice();
        other[h.register >> 5] &= ~(1 << (h.register & 31));
        for (let w = 0; w < words; w++) set[w] |= other[w];
      }
      // A constructor's `this` replaces a result that is no object.
      if (ins.op === Op.Return && isBase) set[0] |= 1;
      const old = live[i];
      for (let w = 0; w < words; w++) {
        if (old[w] !== set[w]) {
          live[i] = set;
          changed = true;
          break;
        }
      }
    }
  }
  return { before: (pc) => live[index.get(pc) as number] };
}
