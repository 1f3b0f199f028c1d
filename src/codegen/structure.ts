// Structured control flow from the dominator tree (Ramsey: Beyond Relooper, ICFP 2022), with try regions.
//
// Takes a reducible control-flow graph and a lowering of blocks; gives statements. A block with one predecessor is placed where it is
// branched to; a merge becomes what follows a labelled block; a loop header gets a labelled `for (;;)`; a try region gets
// a `try`. Loops and regions are scopes: sets of blocks with one entry that nest properly. A block outside a scope is never placed
// inside the statement of that scope, so V8 sees loops and handlers with their true extent.

import type * as E from 'estree';
import type { Block, Cfg, Edge, Region } from '../ir/cfg.ts';
import * as b from './builders.ts';

export interface BlockLowering {
  /**
   * All of a block: its instructions, then its branches by calling `branch` for an edge. Where control does not join, the code stands right
   * where the block's one predecessor branches to it. `isAhead`: control joins, and all branches to it have been lowered.
   */
  block(block: Block, joins: boolean, isAhead: boolean, branch: (edge: Edge) => E.Statement[]): E.Statement[];
  /**
   * The branch to a block where control joins. `isAhead`: the block is lowered after all branches to it. Otherwise it is the header of a loop, and `jump` is null
   * where the loop stands right here.
   */
  join(block: Block, jump: E.Statement | null, isAhead: boolean): E.Statement[];
  /** The branch from a region to its handler. */
  caught(handler: Block, jump: E.Statement, isAhead: boolean): E.Statement[];
  /** Leaves the unit: the interpreter goes on at `pc`. */
  exit(pc: number): E.Statement[];
  /** The statement of a region: `body` in a try whose handler ends with `toHandler`. */
  region(region: Region, body: E.Statement[], toHandler: E.Statement[]): E.Statement[];
  /** The same for a region whose handler is not part of the unit: what is thrown leaves the unit, past the handlers around it. */
  leavingRegion(body: E.Statement[]): E.Statement[];
}

interface ControlScope {
  readonly entry: Block;
  readonly blocks: Set<Block>;
  readonly region: Region | null;
  /** Where a throw in a region goes; null: out of the unit, or nothing in this part of the region throws. */
  handler: Block | null;
  /** Something in this part of the region throws, and its handler is not part of the unit. */
  isLeft: boolean;
}

const loopLabel = (block: Block): string => 'L' + block.start;
const blockLabel = (block: Block): string => 'B' + block.start;

export function structure(cfg: Cfg, lowering: BlockLowering): E.Statement[] {
  const scopes = findScopes(cfg);
  const entered = new Map<Block, ControlScope[]>();
  for (const scope of scopes) entered.set(scope.entry, [...(entered.get(scope.entry) ?? []), scope]);
  for (const list of entered.values()) list.sort((x, y) => y.blocks.size - x.blocks.size || (x.region === null ? 1 : 0) - (y.region === null ? 1 : 0));
  const leaves = (from: Block, to: Block): boolean => scopes.some((s) => s.blocks.has(from) && !s.blocks.has(to));

  // What cannot be placed inside the branch to it gets a label and is placed after a labelled block.
  const labelled = new Set<Block>();
  const forwardEdges = new Map<Block, number>();
  for (const block of cfg.blocks) {
    for (const edge of block.edges) {
      const to = edge.block;
      if (to === null || to.rpo <= block.rpo) continue;
      forwardEdges.set(to, (forwardEdges.get(to) ?? 0) + 1);
      if (leaves(block, to)) labelled.add(to);
    }
    if (block.exceptional !== null) labelled.add(block.exceptional);
  }
  for (const [block, count] of forwardEdges) if (count > 1) labelled.add(block);

  // Where each labelled block is placed: after the scopes of its dominator that it is not part of.
  const placed = new Map<Block, Block[][]>();
  const levels = (block: Block): Block[][] => {
    let list = placed.get(block);
    if (list === undefined) placed.set(block, (list = Array.from({ length: (entered.get(block)?.length ?? 0) + 1 }, () => [])));
    return list;
  };
  for (const block of labelled) {
    let anchor = block.idom as Block;
    for (;;) {
      let outermost: ControlScope | undefined;
      for (const s of scopes) {
        if (s.blocks.has(anchor) && !s.blocks.has(block) && s.entry !== anchor && (outermost === undefined || s.blocks.size > outermost.blocks.size)) outermost = s;
      }
      if (outermost === undefined) break;
      anchor = outermost.entry;
    }
    const list = entered.get(anchor) ?? [];
    const level = list.findIndex((s) => !s.blocks.has(block));
    levels(anchor)[level < 0 ? list.length : level].push(block);
  }

  const isHeader = (block: Block): boolean => entered.get(block)?.some((s) => s.region === null) === true;
  const joins = (block: Block): boolean => labelled.has(block) || block === cfg.entry || isHeader(block);

  const branch = (from: Block) => (edge: Edge): E.Statement[] => {
    const to = edge.block;
    if (to === null) return lowering.exit(edge.pc);
    if (to.rpo <= from.rpo) return lowering.join(to, b.continueTo(loopLabel(to)), false);
    if (labelled.has(to)) return lowering.join(to, b.breakTo(blockLabel(to)), !isHeader(to));
    return joins(to) ? [...lowering.join(to, null, false), ...place(to)] : place(to);
  };

  const toHandler = ({ entry, handler }: ControlScope): E.Statement[] => {
    const to = handler as Block;
    return to.rpo <= entry.rpo ? lowering.caught(to, b.continueTo(loopLabel(to)), false) : lowering.caught(to, b.breakTo(blockLabel(to)), !isHeader(to));
  };

  const wrap = (blocks: Block[], inner: E.Statement[]): E.Statement[] => {
    let code = inner;
    for (const block of [...blocks].sort((x, y) => x.rpo - y.rpo)) {
      code = [b.labeled(blockLabel(block), b.block(code)), ...place(block)];
    }
    return code;
  };

  function place(block: Block): E.Statement[] {
    const list = entered.get(block) ?? [];
    const after = levels(block);
    const build = (level: number): E.Statement[] => {
      if (level === list.length) return wrap(after[level], lowering.block(block, joins(block), labelled.has(block) && !isHeader(block), branch(block)));
      const scope = list[level];
      const body = build(level + 1);
      const statement =
        scope.region === null
          ? [b.labeled(loopLabel(block), b.forever(body))]
          : scope.handler === null
            ? lowering.leavingRegion(body)
            : lowering.region(scope.region, body, toHandler(scope));
      return wrap(after[level], statement);
    };
    return build(0);
  }
  return place(cfg.entry);
}

/**
 * Loops and regions as scopes that nest properly and are entered at one block each. A region that is entered in several places, or
 * overlaps with a loop, is split: each part becomes a statement of its own that leads to the same handler.
 */
function findScopes(cfg: Cfg): ControlScope[] {
  const loops = cfg.loops.map((loop): ControlScope => ({ entry: loop.header, blocks: loop.blocks, region: null, handler: null, isLeft: false }));
  const regions = new Map<Region, Set<Block>>();
  for (const block of cfg.blocks) {
    if (block.exceptional !== null && !regions.has(block.regions[0])) regions.set(block.regions[0], new Set());
  }
  // A region whose handler never ran, or lies outside of the loop, matters where one around it has a handler in the unit.
  for (const block of cfg.blocks) {
    if (isLeft(block) && block.regions.some((region) => regions.has(region))) regions.set(block.regions[0], new Set());
  }
  for (const block of cfg.blocks) for (const region of block.regions) regions.get(region)?.add(block);
  // Inner regions come first in a template's list: an outer one is split before those that have to nest in it.
  const outermostFirst = [...regions.keys()].sort((x, y) => y.order - x.order);
  const scopes = [...loops];
  for (const region of outermostFirst) scopes.push(...splitRegion(region, regions.get(region) as Set<Block>, scopes));
  return scopes.filter((scope) => scope.region === null || scope.handler !== null || scope.isLeft);
}

/** What the block throws is caught by nothing in the unit. */
function isLeft(block: Block): boolean {
  return block.throws && block.regions.length > 0 && block.exceptional === null;
}

/** Parts of a region such that each has one entry and is disjoint from, within, or around each of the scopes given. */
function splitRegion(region: Region, blocks: ReadonlySet<Block>, others: readonly ControlScope[]): ControlScope[] {
  const ordered = [...blocks].sort((x, y) => x.rpo - y.rpo);
  const entries = new Set(ordered.filter((block) => block.preds.length === 0 || block.preds.some((p) => !blocks.has(p))));
  for (;;) {
    const parts = new Map<Block, ControlScope>();
    const partOf = new Map<Block, Block>();
    for (const block of ordered) {
      // A predecessor along a back-edge comes later; it is looked at below.
      const first = block.preds.find((p) => partOf.has(p));
      const entry = entries.has(block) || first === undefined ? block : (partOf.get(first) as Block);
      partOf.set(block, entry);
      let part = parts.get(entry);
      if (part === undefined) parts.set(entry, (part = { entry, blocks: new Set(), region, handler: null, isLeft: false }));
      part.blocks.add(block);
      if (block.regions[0] !== region) continue;
      if (block.exceptional !== null) part.handler = block.exceptional;
      else if (isLeft(block)) part.isLeft = true;
    }
    const count = entries.size;
    for (const part of parts.values()) if (part.handler !== null && part.blocks.has(part.handler)) entries.add(part.handler);
    for (const block of ordered) {
      if (block.preds.some((p) => partOf.get(p) !== partOf.get(block))) entries.add(block);
    }
    if (entries.size === count) {
      for (const part of parts.values()) {
        for (const other of others) {
          if (!overlap(part.blocks, other.blocks)) continue;
          for (const block of part.blocks) {
            if (block.preds.some((p) => part.blocks.has(p) && other.blocks.has(p) !== other.blocks.has(block))) entries.add(block);
          }
        }
      }
    }
    if (entries.size === count) return [...parts.values()];
  }
}

/** Neither disjoint nor one within the other. */
function overlap(x: ReadonlySet<Block>, y: ReadonlySet<Block>): boolean {
  let common = 0;
  for (const block of x) if (y.has(block)) common++;
  return common !== 0 && common !== x.size && common !== y.size;
}
