// Where control joins: the variables of live ranges that have ended are forgotten.
//
// Takes the blocks of a graph as they are lowered, with the variables that each assigns to. A live range that has a variable of its own ends within its block, but the
// exits of all blocks hand over the same variables, so without this a stale number would be carried through each join and around each loop as a tagged value,
// boxed on every iteration for the sake of an exit that does not need it. Where nothing but an operator that wraps to 32 bits needs a number, V8 computes it in
// integers: that matters, too.
//
// What exits hand over is known once all blocks are lowered: until then an empty statement stands where variables are forgotten.

import type * as E from 'estree';
import type { Block, Cfg } from '../ir/cfg.ts';
import * as b from './builders.ts';

export class DeadVariables {
  private readonly assigned = new Map<Block, Set<string>>();
  private readonly places: { readonly block: Block; readonly statement: E.EmptyStatement }[] = [];
  private readonly cfg: Cfg;

  constructor(cfg: Cfg) {
    this.cfg = cfg;
  }

  /** The block assigns to the variable of a live range. */
  assign(block: Block, name: string): void {
    const names = this.assigned.get(block);
    if (names === undefined) this.assigned.set(block, new Set([name]));
    else names.add(name);
  }

  /** What stands at the beginning of a block. */
  placeAt(block: Block): E.Statement[] {
    if (!this.joins(block)) return [];
    const statement: E.EmptyStatement = { type: 'EmptyStatement' };
    this.places.push({ block, statement });
    return [statement];
  }

  /** Fills the places: `handedOver` are the variables that some exit hands over. */
  finish(handedOver: ReadonlySet<string>): void {
    for (const { block, statement } of this.places) {
      const stale = [...new Set(block.preds.flatMap((pred) => [...this.staleAfter(pred)]))].filter((name) => handedOver.has(name));
      const values = stale.filter((name) => name.startsWith('a')).reduce<E.Expression>((value, name) => b.assign(b.id(name), value), b.voidZero());
      const numbers = stale.filter((name) => name.startsWith('n')).reduce<E.Expression>((value, name) => b.assign(b.id(name), value), b.lit(0));
      const chains = [values, numbers].filter(({ type }) => type === 'AssignmentExpression');
      if (chains.length > 0) Object.assign(statement, b.stmt(chains.length === 1 ? chains[0] : b.seq(...chains)));
    }
  }

  /** Control comes to the block from more than one place, of which the entry of the unit may be one. */
  private joins(block: Block): boolean {
    return block.preds.length > (block === this.cfg.entry ? 0 : 1);
  }

  private staleAfter(block: Block): Set<string> {
    const names = new Set(this.assigned.get(block));
    for (let before = block; !this.joins(before) && before.preds.length === 1; ) {
      [before] = before.preds;
      for (const name of this.assigned.get(before) ?? []) names.add(name);
    }
    return names;
  }
}
