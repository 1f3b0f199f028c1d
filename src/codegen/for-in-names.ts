// Host names of the keys that for-in gives: `o[k]` in the body of such a loop need not look for them.
//
// Takes a control-flow graph; gives the registers that hold such keys. Where one is given, its host name is put into a host variable beside it, and the key into
// another one. Whoever needs the name compares the key with the latter, so that it is right whatever the register holds by then. What the variables
// hold is no part of a frame: after an entry in the middle of the loop there is nothing in them.

import type * as E from 'estree';
import { Op } from '../bytecode/opcodes.ts';
import type { Cfg } from '../ir/cfg.ts';
import { forEachUse } from '../ir/operands.ts';
import { deletions } from '../runtime/objects.ts';
import * as b from './builders.ts';
import type { UnitBuilder } from './unit-builder.ts';

/** Instructions that may need the host name of an operand. */
const accesses = new Set<number>([Op.GetElem, Op.SetElem, Op.DefineElem, Op.In, Op.Call]);

/** The registers that a key of for-in is given to and accessed by, or copied to and accessed by: with the register that it is given to. */
export function findForInKeys({ blocks, body: { code } }: Cfg): ReadonlyMap<number, number> {
  const instructions = blocks.flatMap((block) => block.instructions);
  const sources = new Map<number, number>();
  for (const { op, pc } of instructions) if (op === Op.ForInNext) sources.set(code[pc + 1], code[pc + 1]);
  if (sources.size === 0) return sources;
  for (const { op, pc } of instructions) {
    const source = op === Op.Move ? sources.get(code[pc + 2]) : undefined;
    if (source !== undefined && !sources.has(code[pc + 1])) sources.set(code[pc + 1], source);
  }
  const accessed = new Map<number, number>();
  for (const ins of instructions) {
    if (!accesses.has(ins.op)) continue;
    forEachUse(code, ins, (r) => {
      const source = sources.get(r);
      if (source !== undefined) accessed.set(r, source);
    });
  }
  return accessed;
}

const keyVariable = (register: number): E.Identifier => b.id('k' + register);
const nameVariable = (register: number): E.Identifier => b.id('h' + register);

/** The host variables of a unit for the keys and their names. Where nothing has been given there is no name, whatever the key is. */
export function forInVariables(u: UnitBuilder): [name: string, init: E.Expression | null][] {
  return [...new Set(u.forInKeys.values())].flatMap((register): [string, E.Expression | null][] => [['k' + register, null], ['h' + register, b.lit('')]]);
}

/** The next key of an enumeration, which goes into `register` (enumeration.ts); undefined at its end. */
export function nextKey(u: UnitBuilder, enumeration: number, register: number): E.Expression {
  const part = (name: string): E.MemberExpression => b.member(u.r(enumeration), name);
  const isUnchanged = b.bin('===', part('deletions'), b.member(u.constant(deletions), 'count'));
  const next: E.Expression = { type: 'UpdateExpression', operator: '++', prefix: false, argument: part('index') };
  const isNeeded = [...u.forInKeys.values()].includes(register);
  const key = isNeeded
    ? b.seq(
        b.assign(b.id('i'), next),
        b.assign(nameVariable(register), b.index(part('hostNames'), b.id('i'))),
        b.assign(keyVariable(register), b.index(part('keys'), b.id('i'))),
      )
    : b.index(part('keys'), next);
  return b.cond(isUnchanged, b.cond(b.bin('<', part('index'), b.member(part('keys'), 'length')), key, b.voidZero()), b.call(part('next')));
}

/** The host name of a key in a register, as `lookup` has it: '' where it has none that can be accessed as it is. */
export function hostNameOf(u: UnitBuilder, register: number, lookup: 'ordinaryName' | 'keyName'): E.Expression {
  const general = b.call(u.rt(lookup), u.r(register));
  const source = u.forInKeys.get(register);
  return source === undefined ? general : b.cond(b.bin('===', u.r(register), keyVariable(source)), nameVariable(source), general);
}
