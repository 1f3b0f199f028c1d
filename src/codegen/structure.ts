// Structured control flow from the dominator tree (Ramsey: Beyond Relooper, ICFP 2022), with try regions.
//
// Takes a reducible control-flow graph and a lowering of blocks; gives statements. A block with one predecessor is placed where it is
// branched to; a merge becomes what follows a labelled block; a loop header gets a labelled `for (;;)`; a try region gets
// a `try`. Loops and regions are scopes: sets of blocks with one entry that nest properly. A block outside a scope is never placed
// inside the statement of that scope, so V8 sees loops and handlers with their true extent.

import type * as E from 'estree';
import { CompileRefusal, dominates, successors, type Block, type Cfg, type Edge, type Region } from '../ir/cfg.ts';
import * as b from './builders.ts';

export interface BlockLowering {
  /** All of a block: its instructions, then its branches by calling `branch` for an edge. */
  block(block: Block, branch: (edge: Edge) => E.Statement[]): E.Statement[];
  /** Leaves the unit: the interpreter goes on at `pc`. */
  exit(pc: number): E.Statement[];
  /** The statement of a region: `body` in a try whose handler ends with `toHandler`. */
  region(region: Region, body: E.Statement[], toHandler: E.Statement): E.Statement[];
}

interface ControlScope {
  readonly entry: Block;
  readonly blocks: Set<Block>;
  readonly region: Region | null;
  readonly handler: Block | null;
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

  const branch = (from: Block) => (edge: Edge): E.Statement[] => {
    const to = edge.block;
    if (to === null) return lowering.exit(edge.pc);
    if (to.rpo <= from.rpo) return [b.continueTo(loopLabel(to))];
    if (labelled.has(to)) return [b.breakTo(blockLabel(to))];
    return place(to);
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
      if (level === list.length) return wrap(after[level], lowering.block(block, branch(block)));
      const scope = list[level];
      const body = build(level + 1);
      const statement =
        scope.region === null
          ? [b.labeled(loopLabel(block), b.forever(body))]
          : lowering.region(scope.region, body, b.breakTo(blockLabel(scope.handler as Block)));
      return wrap(after[level], statement);
    };
    return build(0);
  }
  return place(cfg.entry);
}

/** Loops and regions as properly nested scopes. */
function findScopes(cfg: Cfg): ControlScope[] {
  const scopes: ControlScope[] = [];
  const regions = new Map<Region, Set<Block>>();
  for (const block of cfg.blocks) {
    for (const region of block.regions) {
      let blocks = regions.get(region);
      if (blocks === undefined) regions.set(region, (blocks = new Set()));
      blocks.add(block);
    }
  }
  for (const [region, blocks] of regions) {
    let handler: Block | null = null;
    let entry: Block | null = null;
    for (const block of blocks) {
      if (entry === null || block.rpo < entry.rpo) entry = block;
      if (block.exceptional !== null && block.regions[0] === region) handler = block.exceptional;
    }
    if (handler === null || entry === null) continue;
    for (const block of blocks) {
      if (block !== entry && block.preds.some((p) => !blocks.has(p) && !(block === handler))) throw new CompileRefusal('try region with several entries');
    }
    scopes.push({ entry, blocks, region, handler });
  }
  const regionScopes = [...scopes];
  for (const loop of cfg.loops) {
    // A block of a region that leaves the loop for good (a return inside try) belongs to the statement of the loop as well.
    const blocks = new Set(loop.blocks);
    for (let grown = true; grown; ) {
      grown = false;
      for (const r of regionScopes) {
        if (!blocks.has(r.entry) || r.blocks.has(loop.header)) continue;
        for (const block of r.blocks) {
          if (!blocks.has(block)) {
            blocks.add(block);
            grown = true;
          }
        }
      }
    }
    scopes.push({ entry: loop.header, blocks, region: null, handler: null });
  }
  for (const x of scopes) {
    for (const block of x.blocks) if (!dominates(x.entry, block)) throw new CompileRefusal('scope entry does not dominate its blocks');
    for (const y of scopes) {
      if (x === y) continue;
      let common = 0;
      for (const block of x.blocks) if (y.blocks.has(block)) common++;
      if (common !== 0 && common !== x.blocks.size && common !== y.blocks.size) throw new CompileRefusal('loops and try regions overlap');
    }
  }
  void successors;
  return scopes;
}
