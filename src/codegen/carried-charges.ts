// What is unpaid along the edges to a block where control joins, or out of the unit.
//
// Takes the branches to a target as they are lowered, with the fuel that is unpaid on each; gives, once all of them are known, what is unpaid on every one.
// That is carried into the target, to be charged there with the target's own. Where edges owe different amounts, each notes the rest in the host variable `h`,
// and the target charges it, too: a charge on each edge made a fifth of what V8 has to compile, and V8 leaves optimised code where it comes to one that
// had not been run before. A constant needs no feedback, and no machine code where nothing else happens on an edge.

import type * as E from 'estree';
import * as b from './builders.ts';

interface Branch {
  readonly jump: E.Statement;
  readonly unpaid: number;
  /** Charges an amount on this edge. */
  readonly charge: (amount: E.Expression) => E.Statement;
}

/** What comes with control into a target: what is unpaid on every edge, and whether some owe more, which is in `h`. */
export interface Carried {
  readonly unpaid: number;
  readonly varies: boolean;
}

export class CarriedCharges<Target> {
  private readonly branches = new Map<Target, Branch[]>();

  /** A branch to the target: `jump` will charge or note before it jumps what is not carried. */
  add(target: Target, jump: E.Statement, unpaid: number, charge: (amount: E.Expression) => E.Statement): E.Statement {
    const list = this.branches.get(target);
    const branch = { jump, unpaid, charge };
    if (list === undefined) this.branches.set(target, [branch]);
    else list.push(branch);
    return jump;
  }

  /** What is carried into the target, which charges `h` itself where that varies. There are no further branches to it. */
  take(target: Target): Carried {
    const { list, unpaid } = this.finish(target);
    const varies = list.some((branch) => branch.unpaid > unpaid);
    if (varies) for (const { jump, unpaid: owed } of list) before(jump, b.set('h', b.lit(owed - unpaid)));
    return { unpaid, varies };
  }

  /** The same for a target out of the unit: edges charge the rest themselves. */
  takeOut(target: Target): number {
    const { list, unpaid } = this.finish(target);
    for (const { jump, unpaid: owed, charge } of list) if (owed > unpaid) before(jump, charge(b.lit(owed - unpaid)));
    return unpaid;
  }

  targets(): Target[] {
    return [...this.branches.keys()];
  }

  private finish(target: Target): { readonly list: readonly Branch[]; readonly unpaid: number } {
    const list = this.branches.get(target) ?? [];
    this.branches.delete(target);
    return { list, unpaid: list.length === 0 ? 0 : Math.min(...list.map(({ unpaid }) => unpaid)) };
  }
}

/** Each jump stands in one place of the tree that is printed. */
function before(jump: E.Statement, statement: E.Statement): void {
  Object.assign(jump, b.block([statement, { ...jump }]));
}
