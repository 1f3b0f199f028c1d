// Slots of scope objects in generated code, which knows where each is (runtime/slots.ts).

import type * as E from 'estree';
import { pageName, slotName, SLOTS_PER_PAGE } from '../runtime/slots.ts';
import * as b from './builders.ts';

/** The slot of a scope object. */
export function slotIn(scope: E.Expression, slot: number): E.MemberExpression {
  return b.member(slot < SLOTS_PER_PAGE ? scope : b.member(scope, pageName(slot)), slotName(slot));
}

/** A new scope object inside `up` with so many slots. */
export function scopeLiteral(up: E.Expression, count: number, initial: (slot: number) => E.Expression): E.Expression {
  const page = (from: number): [string, E.Expression][] =>
    Array.from({ length: Math.min(count - from, SLOTS_PER_PAGE) }, (_, i): [string, E.Expression] => [slotName(i), initial(from + i)]);
  const pages: [string, E.Expression][] = [];
  for (let from = SLOTS_PER_PAGE; from < count; from += SLOTS_PER_PAGE) pages.push([pageName(from), b.objectLiteral([['up', b.voidZero()], ...page(from)])]);
  return b.objectLiteral([['up', up], ...page(0), ...pages]);
}
