// Liveness of registers, backwards over the control-flow graph.
//
// A register is live where some path from there reads it before writing it. Where control leaves the unit, what is live is what
// the interpreter may read from that pc on, so the analysis runs over the whole body, not over the unit's blocks.
//
// The equations are solved over basic blocks; what is live within one is found when somebody asks.

import { Op } from '../bytecode/opcodes.ts';
import { isConstructible, type Handler, type Template } from '../bytecode/template.ts';
import type { Instruction } from './cfg.ts';
import type { Body } from './inline.ts';
import { infoOf, lengthAt } from './ir-opcodes.ts';
import { forEachDef, forEachUse, labelsOf } from './operands.ts';
import { lastAtMost } from './search.ts';

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
    case Op.IterStepPair:
      return k === 1;
    case Op.DelegateStep:
      return k < 3;
    case Op.ForInNext:
      return k === 1;
    default:
      return true;
  }
}

/** What an exit at `pc` has to hand over, as sets: live before the instruction, and for a call also after it. */
export function liveAtExit({ code }: Body, liveness: Liveness, pc: number): Uint32Array[] {
  const before = liveness.before(pc);
  return infoOf(code[pc]).calls === true ? [before, ...labelsOf(code, pc).map((next) => liveness.before(next)), liveness.before(pc + lengthAt(code, pc))] : [before];
}

const NOTHING: ReadonlyMap<number, readonly number[]> = new Map();

const known = new WeakMap<Template, Liveness>();

/** Liveness in the code of a function without anything inlined, which is the same in all compilations. */
export function livenessOf(template: Template): Liveness {
  let liveness = known.get(template);
  if (liveness === undefined) known.set(template, (liveness = new BlockLiveness({ code: template.code, handlers: template.handlers, registerCount: template.registerCount, baseAt: () => 0, isBase: isBase(template), implied: NOTHING, readAt: NOTHING })));
  return liveness;
}

/** `implied`: whoever reads a register reads these as well; `readAt`: what the instruction at a pc reads beside its operands. */
export function computeLiveness(body: Body, implied = NOTHING, readAt = NOTHING): Liveness {
  const { code, handlers, registerCount, sites: [{ linked: { template } }, ...inlined] } = body;
  if (inlined.length === 0 && implied.size === 0 && readAt.size === 0) return livenessOf(template);
  return new BlockLiveness({ code, handlers, registerCount, baseAt: (pc) => body.siteAt(pc).base, isBase: isBase(template), implied, readAt });
}

const isBase = (template: Template): boolean => template.kind !== 'derived' && isConstructible(template);

/** A run of instructions that control enters at the top only, within the same handlers. */
interface Range {
  readonly start: number;
  readonly last: Instruction;
  /** Where control goes from the last instruction, by each of its ways. */
  readonly ways: readonly number[];
  readonly handlers: readonly Handler[];
}

/** The code with what the analysis needs to know about it. */
interface Subject extends Pick<Body, 'code' | 'handlers' | 'registerCount'> {
  /** Register 0 of the activation at a pc. */
  baseAt(pc: number): number;
  /** The function is a base constructor: its `this` replaces a result that is no object. */
  readonly isBase: boolean;
  readonly implied: ReadonlyMap<number, readonly number[]>;
  readonly readAt: ReadonlyMap<number, readonly number[]>;
}

class BlockLiveness implements Liveness {
  private readonly subject: Subject;
  private readonly words: number;
  /** Where ranges start, ascending. */
  private readonly starts: Int32Array;
  /** Live before each range, one after the other. */
  private readonly live: Uint32Array;
  /** The range that was asked about last, with what is live before each of its instructions. */
  private asked = -1;
  private readonly sets = new Map<number, Uint32Array>();

  constructor(subject: Subject) {
    this.subject = subject;
    this.words = (subject.registerCount + 31) >> 5;
    const ranges: Range[] = [];
    const lists: Instruction[][] = [];
    for (let pc = 0; pc < subject.code.length; ) {
      const list: Instruction[] = [];
      const range = this.rangeFrom(pc, list);
      ranges.push(range);
      lists.push(list);
      pc = range.last.pc + range.last.length;
    }
    this.starts = Int32Array.from(ranges, ({ start }) => start);
    this.live = new Uint32Array(ranges.length * this.words);
    this.solve(ranges, lists);
  }

  before(pc: number): Uint32Array {
    const i = lastAtMost(this.starts, pc);
    if (this.starts[i] === pc) return this.liveBefore(i);
    if (i !== this.asked) {
      this.asked = i;
      this.lookInto(this.starts[i]);
    }
    return this.sets.get(pc) as Uint32Array;
  }

  private liveBefore(i: number): Uint32Array {
    return this.live.subarray(i * this.words, (i + 1) * this.words);
  }

  /** The range that starts at `start`; puts its instructions but for the last one into `list`. */
  private rangeFrom(start: number, list: Instruction[]): Range {
    const { code, handlers } = this.subject;
    const around = handlers.length === 0 ? handlers : handlers.filter((h) => start >= h.start && start < h.end);
    for (let pc = start; ; ) {
      const op = code[pc];
      const last: Instruction = { pc, op, info: infoOf(op), length: lengthAt(code, pc), base: this.subject.baseAt(pc) };
      pc += last.length;
      const labels = labelsOf(code, last.pc);
      const isLast =
        labels.length > 0 || last.info.terminates === true || pc >= code.length || code[pc] === Op.Block || code[pc] === Op.Loop ||
        (handlers.length > 0 && handlers.some((h) => h.start === pc || h.end === pc));
      if (isLast) return { start, last, ways: last.info.terminates === true ? labels : [...labels, pc], handlers: around };
      list.push(last);
    }
  }

  private solve(ranges: readonly Range[], lists: readonly Instruction[][]): void {
    const { words, live } = this;
    // The last instruction aside: registers read before they are written, and written ones.
    const uses = new Uint32Array(live.length);
    const defs = new Uint32Array(live.length);
    lists.forEach((list, i) => {
      const used = uses.subarray(i * words, (i + 1) * words);
      for (const ins of list.reverse()) {
        this.step(ins, used);
        forEachDef(this.subject.code, ins, (r) => {
          defs[i * words + (r >> 5)] |= 1 << (r & 31);
        });
      }
    });
    for (let changed = true; changed; ) {
      changed = false;
      for (let i = ranges.length - 1; i >= 0; i--) {
        const set = this.beforeLast(ranges[i]);
        for (let w = 0, at = i * words; w < words; w++, at++) set[w] = (set[w] & ~defs[at]) | uses[at];
        this.addHandlers(ranges[i].handlers, set);
        for (let w = 0, at = i * words; w < words; w++, at++) {
          if (live[at] === set[w]) continue;
          live[at] = set[w];
          changed = true;
        }
      }
    }
  }

  /** What is live before an instruction, given what is after it. */
  private step(ins: Instruction, set: Uint32Array): void {
    this.unset(ins, set);
    this.use(ins, set);
  }

  private unset(ins: Instruction, set: Uint32Array): void {
    forEachDef(this.subject.code, ins, (r) => {
      set[r >> 5] &= ~(1 << (r & 31));
    });
  }

  private use(ins: Instruction, set: Uint32Array): void {
    const { implied, readAt } = this.subject;
    const use = (r: number): void => {
      set[r >> 5] |= 1 << (r & 31);
      const others = implied.get(r);
      if (others !== undefined) for (const other of others) set[other >> 5] |= 1 << (other & 31);
    };
    forEachUse(this.subject.code, ins, use);
    readAt.get(ins.pc)?.forEach(use);
    if (ins.op === Op.Return && this.subject.isBase) set[0] |= 1;
  }

  private beforeLast({ last, ways, handlers }: Range): Uint32Array {
    const set = new Uint32Array(this.words);
    for (let k = 0; k < ways.length; k++) if (writesAlong(last.op, k)) this.join(ways[k], set);
    this.unset(last, set);
    // What is there before lives on along the others.
    for (let k = 0; k < ways.length; k++) if (!writesAlong(last.op, k)) this.join(ways[k], set);
    this.use(last, set);
    this.addHandlers(handlers, set);
    return set;
  }

  private join(target: number, set: Uint32Array): void {
    if (target >= this.subject.code.length) return;
    const { words, live } = this;
    for (let w = 0, at = lastAtMost(this.starts, target) * words; w < words; w++, at++) set[w] |= live[at];
  }

  /** An instruction may throw before it writes, so what its handler needs is live before it. */
  private addHandlers(handlers: readonly Handler[], set: Uint32Array): void {
    for (const { target, register } of handlers) {
      const live = this.liveBefore(lastAtMost(this.starts, target));
      for (let w = 0; w < live.length; w++) set[w] |= w === register >> 5 ? live[w] & ~(1 << (register & 31)) : live[w];
    }
  }

  private lookInto(start: number): void {
    const { sets } = this;
    const list: Instruction[] = [];
    const range = this.rangeFrom(start, list);
    let set = this.beforeLast(range);
    sets.clear();
    sets.set(range.last.pc, set);
    for (const ins of list.reverse()) {
      set = set.slice();
      this.step(ins, set);
      this.addHandlers(range.handlers, set);
      sets.set(ins.pc, set);
    }
  }
}
