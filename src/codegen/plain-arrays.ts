// Tests of arrays that stand in the unit: whether host builtins may work on an array, and whether it iterates by index.
//
// Functions that all units share would do, but where there are arrays of several prototypes V8 finds that of an array without a call only if it knows the hidden class at
// that place, which a read of `length` in front of it tells. In a function that has seen arrays of all kinds it calls its runtime (10 ns).

import type * as E from 'estree';
import { complexity } from '../runtime/objects.ts';
import { protocolOf } from '../runtime/protectors.ts';
import { wellKnown } from '../runtime/values.ts';
import * as b from './builders.ts';
import type { UnitBuilder } from './unit-builder.ts';

/** No array of the program is unusual in any way that a prototype does not show. */
const noneUnusual = (u: UnitBuilder): E.Expression => b.unary('!', b.member(u.constant(complexity), 'any'));

const hasOriginalPrototype = (u: UnitBuilder, v: E.Expression): E.Expression => {
  const original = u.constant(u.realm.arrayPrototype);
  const asked = b.bin('===', b.call(u.constant(u.realm.prelude.getPrototypeOf), v), original);
  return complexity.otherPrototypes ? asked : b.cond(b.member(u.constant(complexity), 'otherPrototypes'), asked, b.bin('!==', v, original));
};

const all = (first: E.Expression, ...others: E.Expression[]): E.Expression => others.reduce((x, y) => b.logic('&&', x, y), first);

/** The value is a plain array (HostOperations.isPlainArray) of at most so many elements; `s` has their number then. */
export function isPlainArrayUpTo(u: UnitBuilder, v: E.Expression, most: number): E.Expression {
  const isShort = b.bin('<=', b.assign(b.id('s'), b.member(v, 'length')), b.lit(most));
  const general = b.call(u.rt('isPlainArray'), v);
  if (u.isShared) return all(general, isShort);
  return all(b.call(u.rt('isArray'), v), isShort, b.member(u.constant(u.realm.prelude.elements), 'plain'), hasOriginalPrototype(u, v), b.logic('||', noneUnusual(u), general));
}

/** RuntimeSupport.iteratesFast of the value. */
export function iteratesFast(u: UnitBuilder, v: E.Expression): E.Expression {
  const general = b.call(u.rt('iteratesFast'), v);
  if (u.isShared) return general;
  const { method } = protocolOf(u.realm, 'array');
  const hasMethod = b.bin('===', b.index(v, u.constant(wellKnown.iterator, 'iterator')), u.constant(method, 'F'));
  const hasClass = b.bin('>=', b.member(v, 'length'), b.lit(0));
  // The method is read last: an accessor in its place makes the array unusual, or the prototype not a fresh one, and must not run here.
  return b.logic('||', all(b.call(u.rt('isArray'), v), hasClass, hasOriginalPrototype(u, v), noneUnusual(u), b.call(u.rt('freshArraysIterate')), hasMethod), general);
}
