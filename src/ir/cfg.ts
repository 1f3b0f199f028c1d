// The control-flow graph of a template, with the profile, for one compilation.
//
// Takes a body (inline.ts) and an entry (the function's, or the header of a loop for on-stack replacement); gives basic blocks with
// normal and exceptional edges. Blocks that never ran are left out where the profile is trusted: edges to them leave the
// unit. A block's leader charges fuel; a block that starts at the boundary of a handler's range has none.
//
// Guarantees: block 0 is the entry; every block is reachable; `handlers` of a block are the regions that it lies in.

import { Op, type OpcodeInfo } from '../bytecode/opcodes.ts';
import type { Handler } from '../bytecode/template.ts';
import type { LinkedTemplate } from '../runtime/linked.ts';
import type { Body } from './inline.ts';
import { infoOf, lengthAt } from './ir-opcodes.ts';
import { labelsOf } from './operands.ts';

export interface Instruction {
  readonly pc: number;
  readonly op: number;
  readonly info: OpcodeInfo;
  readonly length: number;
  /** Register 0 of its activation. */
  readonly base: number;
}

/** A try region: the handlers that share a target and a register. */
export interface Region {
  readonly target: number;
  readonly register: number;
  readonly ranges: readonly Handler[];
  /** Position in the template's list: inner regions come first. */
  readonly order: number;
}

export interface Block {
  id: number;
  readonly start: number;
  readonly instructions: Instruction[];
  /** Index of the block where control goes by each label operand in order, then by falling through; -1: leaves the unit. */
  readonly edges: Edge[];
  readonly preds: Block[];
  /** Regions from the innermost outwards. */
  readonly regions: Region[];
  /** An instruction of it can throw into its innermost region. */
  throws: boolean;
  /** Times it was entered, if its leader counts. */
  readonly count: number;
  /** The handler block of the innermost region, if it is part of the unit and this block can throw. */
  exceptional: Block | null;
  rpo: number;
  idom: Block | null;
  /** Innermost loop that it belongs to. */
  loop: Loop | null;
}

export interface Edge {
  /** Where control goes in the bytecode. */
  readonly pc: number;
  /** The block, or null if it is not part of the unit: control leaves to the interpreter at `pc`. */
  block: Block | null;
}

export interface Loop {
  readonly header: Block;
  readonly blocks: Set<Block>;
  parent: Loop | null;
}

export interface Cfg {
  readonly body: Body;
  /** The function that is compiled. */
  readonly linked: LinkedTemplate;
  /** Reachable blocks in reverse postorder; the entry first. */
  readonly blocks: Block[];
  readonly entry: Block;
  readonly loops: Loop[];
  /** For an OSR unit the pc of its loop header in the body, else -1. */
  readonly osr: number;
  /** Where control leaves because what is there never ran. */
  readonly pruned: ReadonlySet<number>;
  /** Instructions that have given nothing but numbers: they are compiled to leave the unit when they give anything else. */
  readonly givesNumber: ReadonlySet<number>;
  /** The guards are compiled that rely on the profile. */
  readonly speculates: boolean;
}

/** A compilation that cannot be done; the reason is for the compilation log. */
export class CompileRefusal {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

function regionsOf(handlers: readonly Handler[]): Region[] {
  const regions: Region[] = [];
  handlers.forEach((handler, order) => {
    const known = regions.find((r) => r.target === handler.target && r.register === handler.register);
    if (known !== undefined) (known.ranges as Handler[]).push(handler);
    else regions.push({ target: handler.target, register: handler.register, ranges: [handler], order });
  });
  return regions;
}

export interface CfgOptions {
  /** Leave out blocks that never ran. */
  readonly prune: boolean;
  /** Rely on instructions giving numbers where they have given nothing else. */
  readonly speculate: boolean;
}

/**
 * The graph of the function; of the loop that `at` heads; or, if a suspended activation goes on at the block `at` (or an async function starts at it, 0), of
 * all that comes from there until the activation is suspended again. `at` is a pc in the code of the function that is compiled, or -1. Throws
 * CompileRefusal if the graph is irreducible or there is no such loop.
 */
export function buildCfg(body: Body, at: number, options: CfgOptions): Cfg {
  if (at < 0) return build(body, -1, null, options, true);
  const osr = body.positionOf(at);
  if (body.code[osr] !== Op.Loop) {
    const cfg = build(body, osr, null, options, true);
    if (cfg.entry.preds.length > 0) throw new CompileRefusal('control goes to where an activation is resumed');
    return cfg;
  }
  // The natural loop is that of the whole function: seen from the header alone, the loops around it would belong to it.
  const whole = build(body, -1, null, { prune: false, speculate: false }, false);
  const loop = whole.loops.find((l) => l.header.start === osr);
  if (loop === undefined) throw new CompileRefusal('nothing goes back to the header');
  return build(body, osr, new Set([...loop.blocks].map((block) => block.start)), options, true);
}

/** `cutsSuspensions`: the unit is left where the activation is suspended; else control goes through there. */
function build(body: Body, osr: number, loopPcs: ReadonlySet<number> | null, options: CfgOptions, cutsSuspensions: boolean): Cfg {
  const { code, handlers } = body;
  const { linked } = body.sites[0];
  const regions = regionsOf(handlers);
  const cuts = new Set<number>();
  for (const h of handlers) {
    cuts.add(h.start);
    cuts.add(h.end);
  }
  const all: Block[] = [];
  const byPc = new Map<number, Block>();
  let current: Block | null = null;
  for (let pc = 0; pc < code.length; ) {
    const op = code[pc];
    const info = infoOf(op);
    const length = lengthAt(code, pc);
    const leader = op === Op.Entry || op === Op.Block || op === Op.Loop;
    if (current === null || leader || cuts.has(pc)) {
      const previous = current as Block | null;
      current = {
        id: -1,
        start: pc,
        instructions: [],
        edges: [],
        preds: [],
        regions: regions.length === 0 ? [] : regions.filter((r) => r.ranges.some((h) => pc >= h.start && pc < h.end)),
        throws: false,
        count: leader ? code[pc + 2] : previous === null ? 0 : previous.count,
        exceptional: null,
        rpo: -1,
        idom: null,
        loop: null,
      };
      if (previous !== null && previous.edges.length === 0 && !endsBlock(previous)) previous.edges.push({ pc, block: null });
      all.push(current);
      byPc.set(pc, current);
    }
    current.instructions.push({ pc, op, info, length, base: body.siteAt(pc).base });
    if (info.traps === true || info.calls === true) current.throws = true;
    const labels = labelsOf(code, pc);
    if (labels.length > 0 || info.terminates === true || info.suspends === true) {
      const isLeft = info.suspends === true && cutsSuspensions;
      if (!isLeft) for (const label of labels) current.edges.push({ pc: label, block: null });
      if (info.terminates !== true && !isLeft) current.edges.push({ pc: pc + length, block: null });
      if (pc + length < code.length) {
        const next = pc + length;
        if (code[next] !== Op.Block && code[next] !== Op.Loop) throw new CompileRefusal('malformed block');
      }
      current = null;
    }
    pc += length;
  }
  const entryPc = osr >= 0 ? osr : 0;
  const entry = byPc.get(entryPc);
  if (entry === undefined) throw new CompileRefusal('no block at the entry');
  const pruned = new Set<number>();
  const included = (pc: number): Block | null => {
    const block = byPc.get(pc);
    if (block === undefined) throw new CompileRefusal('edge to no block');
    if (loopPcs !== null && !loopPcs.has(pc)) return null;
    if (options.prune && block.count === 0 && block !== entry) {
      pruned.add(pc);
      return null;
    }
    return block;
  };
  // Reachability along normal and exceptional edges.
  const reachable = new Set<Block>();
  const work = [entry];
  while (work.length > 0) {
    const block = work.pop() as Block;
    if (reachable.has(block)) continue;
    reachable.add(block);
    for (const edge of block.edges) {
      edge.block = included(edge.pc);
      if (edge.block !== null) work.push(edge.block);
    }
    if (block.throws && block.regions.length > 0) {
      block.exceptional = included(block.regions[0].target);
      if (block.exceptional !== null) work.push(block.exceptional);
    }
  }
  const blocks = order(entry);
  for (const block of blocks) {
    for (const next of successors(block)) next.preds.push(block);
  }
  computeDominators(blocks);
  const loops = findLoops(blocks);
  return { body, linked, blocks, entry, loops, osr, pruned, givesNumber: options.speculate ? numberGivers(body, blocks) : new Set(), speculates: options.speculate };
}

/** Instructions whose results the profile tells (LinkedTemplate.others). */
const profiled = new Set<number>([Op.GetProp, Op.GetElem, Op.GetSlot, Op.GetSlotChecked, Op.GetGlobal, Op.GetPrivate, Op.Call, Op.IterStep]);

function numberGivers(body: Body, blocks: readonly Block[]): Set<number> {
  const givers = new Set<number>();
  for (const block of blocks) {
    if (block.count === 0) continue;
    for (const { pc, op } of block.instructions) if (profiled.has(op) && (body.others[pc] & 1) === 0) givers.add(pc);
  }
  return givers;
}

function endsBlock(block: Block): boolean {
  const last = block.instructions[block.instructions.length - 1];
  return last.info.terminates === true || last.info.suspends === true;
}

/** Successors inside the unit, the exceptional one first, each once. */
export function successors(block: Block): Block[] {
  const list: Block[] = [];
  if (block.exceptional !== null) list.push(block.exceptional);
  for (const edge of block.edges) if (edge.block !== null && !list.includes(edge.block)) list.push(edge.block);
  return list;
}

/**
 * Reverse postorder. The exceptional edge is visited first, so that a handler and what follows it come after its region: the
 * structuring (codegen/structure.ts) relies on regions being contiguous.
 */
function order(entry: Block): Block[] {
  const seen = new Set<Block>([entry]);
  const post: Block[] = [];
  const stack: { block: Block; next: Block[]; i: number }[] = [{ block: entry, next: successors(entry), i: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1];
    if (top.i < top.next.length) {
      const block = top.next[top.i++];
      if (!seen.has(block)) {
        seen.add(block);
        stack.push({ block, next: successors(block), i: 0 });
      }
    } else {
      post.push(top.block);
      stack.pop();
    }
  }
  const blocks = post.reverse();
  blocks.forEach((block, i) => {
    block.rpo = i;
    block.id = i;
  });
  return blocks;
}

/** Immediate dominators (Cooper, Harvey, Kennedy: A Simple, Fast Dominance Algorithm). */
function computeDominators(blocks: Block[]): void {
  const entry = blocks[0];
  entry.idom = entry;
  const intersect = (a: Block, b: Block): Block => {
    while (a !== b) {
      while (a.rpo > b.rpo) a = a.idom as Block;
      while (b.rpo > a.rpo) b = b.idom as Block;
    }
    return a;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const block of blocks) {
      if (block === entry) continue;
      let idom: Block | null = null;
      for (const pred of block.preds) {
        if (pred.idom === null) continue;
        idom = idom === null ? pred : intersect(pred, idom);
      }
      if (block.idom !== idom) {
        block.idom = idom;
        changed = true;
      }
    }
  }
  entry.idom = null;
}

function dominates(a: Block, b: Block): boolean {
  let x: Block | null = b;
  while (x !== null && x.rpo > a.rpo) x = x.idom;
  return x === a;
}

/** Natural loops; refuses an irreducible graph. */
function findLoops(blocks: Block[]): Loop[] {
  const byHeader = new Map<Block, Loop>();
  for (const block of blocks) {
    for (const next of successors(block)) {
      if (next.rpo > block.rpo) continue;
      if (!dominates(next, block)) throw new CompileRefusal('irreducible control flow');
      let loop = byHeader.get(next);
      if (loop === undefined) byHeader.set(next, (loop = { header: next, blocks: new Set([next]), parent: null }));
      const work = [block];
      while (work.length > 0) {
        const b = work.pop() as Block;
        if (loop.blocks.has(b)) continue;
        loop.blocks.add(b);
        work.push(...b.preds);
      }
    }
  }
  const loops = [...byHeader.values()].sort((a, b) => b.blocks.size - a.blocks.size);
  for (const loop of loops) {
    for (const block of loop.blocks) {
      // Larger loops come first, so the last one set is the innermost.
      if (block === loop.header) loop.parent = block.loop;
      block.loop = loop;
    }
  }
  return loops;
}
