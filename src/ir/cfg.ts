// The control-flow graph of a template, with the profile, for one compilation.
//
// Takes a body (inline.ts) and an entry (the function's, or the header of a loop for on-stack replacement); gives basic blocks with
// normal and exceptional edges. Blocks that never ran are left out where the profile is trusted: edges to them leave the
// unit. A block's leader charges fuel; a block that starts at the boundary of a handler's range has none.
//
// Guarantees: block 0 is the entry; every block is reachable; `handlers` of a block are the regions that it lies in.

import { Op, type OpcodeInfo } from '../bytecode/opcodes.ts';
import type { Handler, Template } from '../bytecode/template.ts';
import type { LinkedTemplate } from '../runtime/linked.ts';
import type { Body } from './inline.ts';
import { infoOf, lengthAt } from './ir-opcodes.ts';
import { labelsOf } from './operands.ts';
import { lastAtMost } from './search.ts';

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
  if (at < 0) return build(body, -1, null, options);
  const osr = body.positionOf(at);
  if (body.code[osr] !== Op.Loop) {
    const cfg = build(body, osr, null, options);
    if (cfg.entry.preds.length > 0) throw new CompileRefusal('control goes to where an activation is resumed');
    return cfg;
  }
  const loop = loopsOf(linkedOf(body).template).loop(at);
  if (loop === undefined) throw new CompileRefusal('nothing goes back to the header');
  return build(body, osr, (pc) => loop(pcInRoot(body, pc)), options);
}

const linkedOf = (body: Body): LinkedTemplate => body.sites[0].linked;

/** Where the function that is compiled is at a pc of the body: at a call, if that is in what is inlined there. */
function pcInRoot(body: Body, pc: number): number {
  let at = body.originOf(pc);
  for (let site = body.siteAt(pc); site.parent !== null; site = site.parent) at = site.callPc;
  return at;
}

/**
 * The natural loops of a function, whatever has run and is inlined. They are those of the whole function: seen from a header alone, the loops around it would
 * belong to its own.
 */
class NaturalLoops {
  /** Where blocks start, ascending. */
  private readonly starts: Int32Array;
  private readonly loops: ReadonlyMap<number, ReadonlySet<number>>;

  constructor(template: Template) {
    const { code, handlers } = template;
    const { blocks, loops } = graphOf(new BlockReader({ code, handlers, siteAt: () => ({ base: 0 }) }, false), 0, () => true);
    this.starts = Int32Array.from(blocks, ({ start }) => start).sort();
    this.loops = new Map(loops.map((loop) => [loop.header.start, new Set([...loop.blocks].map(({ start }) => start))]));
  }

  /** Whether a pc is in the loop that a pc heads; undefined if that heads none. */
  loop(header: number): ((pc: number) => boolean) | undefined {
    const blocks = this.loops.get(header);
    return blocks === undefined ? undefined : (pc) => blocks.has(this.starts[lastAtMost(this.starts, pc)]);
  }
}

const knownLoops = new WeakMap<Template, NaturalLoops>();

function loopsOf(template: Template): NaturalLoops {
  let loops = knownLoops.get(template);
  if (loops === undefined) knownLoops.set(template, (loops = new NaturalLoops(template)));
  return loops;
}

/** `isInside`: whether a pc is in the loop that is compiled, if it is one. */
function build(body: Body, osr: number, isInside: ((pc: number) => boolean) | null, options: CfgOptions): Cfg {
  const pruned = new Set<number>();
  const graph = graphOf(new BlockReader(body, true), osr >= 0 ? osr : 0, (pc, count) => {
    if (isInside !== null && !isInside(pc)) return false;
    if (options.prune && count === 0) pruned.add(pc);
    return !options.prune || count > 0;
  });
  return { body, linked: linkedOf(body), ...graph, osr, pruned, givesNumber: options.speculate ? numberGivers(body, graph.blocks) : new Set(), speculates: options.speculate };
}

/** The blocks that control gets to from that at `start`, and the loops in them. `isIncluded`: whether another block belongs to them, by its pc and the times it has run. */
function graphOf(reader: BlockReader, start: number, isIncluded: (pc: number, count: number) => boolean): Pick<Cfg, 'blocks' | 'entry' | 'loops'> {
  const entry = reader.blockAt(start, null);
  // Reachability along normal and exceptional edges.
  const reachable = new Set<Block>();
  const work = [entry];
  const blockAt = (pc: number, before: Block): Block | null => {
    if (pc !== start && !isIncluded(pc, reader.countAt(pc, before))) return null;
    const block = reader.blockAt(pc, before);
    work.push(block);
    return block;
  };
  while (work.length > 0) {
    const block = work.pop() as Block;
    if (reachable.has(block)) continue;
    reachable.add(block);
    for (const edge of block.edges) edge.block = blockAt(edge.pc, block);
    if (block.throws && block.regions.length > 0) block.exceptional = blockAt(block.regions[0].target, block);
  }
  const blocks = order(entry);
  for (const block of blocks) {
    for (const next of successors(block)) next.preds.push(block);
  }
  computeDominators(blocks);
  return { blocks, entry, loops: findLoops(blocks) };
}

/** Code with what it takes to read blocks of it. */
type Subject = Pick<Body, 'code' | 'handlers'> & { siteAt(pc: number): { readonly base: number } };

/**
 * Reads the blocks of a body as they are asked for: most of the code of a large function has not run, and is not read. `cutsSuspensions`: the unit is left where
 * the activation is suspended; else control goes through there.
 */
class BlockReader {
  private readonly body: Subject;
  private readonly cutsSuspensions: boolean;
  private readonly regions: readonly Region[];
  /** Where the ranges of handlers begin and end. */
  private readonly cuts = new Set<number>();
  private readonly blocks = new Map<number, Block>();

  constructor(body: Subject, cutsSuspensions: boolean) {
    this.body = body;
    this.cutsSuspensions = cutsSuspensions;
    this.regions = regionsOf(body.handlers);
    for (const h of body.handlers) this.cuts.add(h.start).add(h.end);
  }

  /** How often the block at `start` has run. One without a leader, to which control only falls through, has run as often as the block before it. */
  countAt(start: number, before: Block | null): number {
    const { code } = this.body;
    if (isLeader(code[start])) return code[start + 2];
    if (!this.cuts.has(start)) throw new CompileRefusal('edge to no block');
    return before === null ? 0 : before.count;
  }

  /** The block at `start`; `before`: one from which control goes there. */
  blockAt(start: number, before: Block | null): Block {
    let block = this.blocks.get(start);
    if (block === undefined) this.blocks.set(start, (block = this.read(start, this.countAt(start, before))));
    return block;
  }

  private read(start: number, count: number): Block {
    const { body, regions, cuts } = this;
    const { code } = body;
    const block: Block = {
      id: -1,
      start,
      instructions: [],
      edges: [],
      preds: [],
      regions: regions.length === 0 ? [] : regions.filter((r) => r.ranges.some((h) => start >= h.start && start < h.end)),
      throws: false,
      count,
      exceptional: null,
      rpo: -1,
      idom: null,
      loop: null,
    };
    for (let pc = start; ; ) {
      const op = code[pc];
      const info = infoOf(op);
      const length = lengthAt(code, pc);
      block.instructions.push({ pc, op, info, length, base: body.siteAt(pc).base });
      if (info.traps === true || info.calls === true) block.throws = true;
      const next = pc + length;
      const labels = labelsOf(code, pc);
      if (labels.length > 0 || info.terminates === true || info.suspends === true) {
        if (next < code.length && code[next] !== Op.Block && code[next] !== Op.Loop) throw new CompileRefusal('malformed block');
        if (info.suspends === true && this.cutsSuspensions) return block;
        for (const label of labels) block.edges.push({ pc: label, block: null });
        if (info.terminates !== true) block.edges.push({ pc: next, block: null });
        return block;
      }
      if (next >= code.length) return block;
      if (isLeader(code[next]) || cuts.has(next)) {
        block.edges.push({ pc: next, block: null });
        return block;
      }
      pc = next;
    }
  }
}

const isLeader = (op: number): boolean => op === Op.Entry || op === Op.Block || op === Op.Loop;

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
