// Lowering of names that a with statement or a direct eval may bind.
//
// Most of them are bound elsewhere: evals declare few variables, and objects of with statements have few of the names. So the unit finds out
// by itself that an object lacks the name, and that there is no object; the interpreter's own code does what is left.

import type * as E from 'estree';
import { Op } from '../bytecode/opcodes.ts';
import * as b from './builders.ts';
import { lowerByExecute, type Lowering } from './lower-execute.ts';
import { isNoObject } from './lower-object.ts';
import type { UnitBuilder } from './unit-builder.ts';

/** HasProperty of an object by a name that the host has in the same way (objects.ts); null of others. A Proxy traps. */
function hasName(u: UnitBuilder, r: number, name: number): E.Expression | null {
  const key = u.linked.keys[name] as string;
  return key === '$length' || key === '$name' || key === '$prototype' ? null : b.bin('in', b.lit(key), u.r(r));
}

const lookUpName: Lowering = (u, ins) => {
  const { code } = u;
  const { pc } = ins;
  const [dst, object, name] = [code[pc + 1], code[pc + 2], code[pc + 3]];
  const isWith = code[pc + 4] === 1;
  const has = hasName(u, object, name);
  let others = lowerByExecute(u, ins);
  if (has !== null) {
    const found = b.iff(has, isWith ? others : [u.setR(dst, u.r(object))], [u.setR(dst, b.voidZero())]);
    others = [b.iff(isNoObject(u, object), [u.setR(dst, b.voidZero())], [b.at(found, pc)])];
  }
  // Evals have declared nothing yet.
  return [u.pc(pc), ...(isWith ? others : [b.iff(b.bin('===', u.r(object), b.voidZero()), [u.setR(dst, b.voidZero())], others)])];
};

const getName: Lowering = (u, ins) => {
  const { code } = u;
  const { pc } = ins;
  const [dst, object, name] = [code[pc + 1], code[pc + 2], code[pc + 3]];
  const has = hasName(u, object, name);
  if (has === null) return lowerByExecute(u, ins);
  const isFound = b.logic('&&', b.unary('!', isNoObject(u, object)), has);
  return [u.pc(pc), b.at(b.iff(isFound, u.result(pc, dst, b.prop(u.r(object), u.linked.keys[name] as string)), lowerByExecute(u, ins)), pc)];
};

export const nameLowerings: readonly (readonly [op: number, lowering: Lowering])[] = [
  [Op.LookupName, lookUpName],
  [Op.GetName, getName],
];
