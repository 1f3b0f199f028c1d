// What is unpaid along the edges to a block where control joins, or out of the unit.
//
// Takes the branches to a target as they are lowered, with the fuel that is unpaid on each; gives, once all of them are known, what is unpaid on every one.
// That is carried into the target, to be charged there with the target's own, and only the rest of an edge is charged on it: a charge on each
// edge made a fifth of what V8 has to compile.

import type * as E from 'estree';
import * as b from './builders.ts';

interface Branch {
  readonly jump: E.Statement;
  readonly unpaid: number;
  /** Charges an amount on this edge. */
  readonly charge: (amount: number) => E.Statement;
}

export class CarriedCharges<Target> {
  private readonly branches = new Map<Target, Branch[]>();

  /** A branch to the target: `jump` will charge before it jumps what is not carried. */
  add(target: Target, jump: E.Statement, unpaid: number, charge: (amount: number) => E.Statement): E.Statement {
    const list = this.branches.get(target);
    const branch = { jump, unpaid, charge };
    if (list === undefined) this.branches.set(target, [branch]);
    else list.push(branch);
    return jump;
  }

  /** What is carried into the target. There are no further branches to it. */
  take(target: Target): number {
    const list = this.branches.get(target) ?? [];
    const carried = list.reduce((least, { unpaid }) => Math.min(least, unpaid), Infinity);
    // Each jump stands in one place of the tree that is printed.
    for (const { jump, unpaid, charge } of list) if (unpaid > carried) Object.assign(jump, b.block([charge(unpaid - carried), { ...jump }]));
    this.branches.delete(target);
    return list.length === 0 ? 0 : carried;
  }

  targets(): Target[] {
    return [...this.branches.keys()];
  }
}
