// Lowering of iterations: where they begin, and their steps.
//
// While nobody has changed the protocols an iteration of an array goes by index; the steps of the builtin iterators of Maps, Sets, strings and
// arrays that the profile has seen are host functions that V8 puts in the place of their calls (runtime/iterator-steps.ts). Neither makes result
// objects, nor the pairs that a pattern takes apart at once.

import type * as E from 'estree';
import type { Edge } from '../ir/cfg.ts';
import { Type } from '../ir/types.ts';
import type { NativeStepper} from '../runtime/iteration.ts';
import { literalIterationTest, pairCollections, stepperOf, type PairCollection } from '../runtime/iteration.ts';
import { NO_PAIR, PAIRS_END } from '../runtime/iterator-steps.ts';
import { STEPPED, STEPPED_DIRECTLY } from '../runtime/linked.ts';
import { protocolOf, type Collection } from '../runtime/protectors.ts';
import type { Realm } from '../runtime/realm.ts';
import { EMPTY, FAST_ITERATION, ITERATION_END, type Value } from '../runtime/values.ts';
import * as b from './builders.ts';
import { iteratesFast } from './plain-arrays.ts';
import type { UnitBuilder } from './unit-builder.ts';
import { virtualIterable } from './virtual-arguments.ts';

type Branch = (edge: Edge) => E.Statement[];

/** operands: iterator, next, cursor, iterable, fast; edges: fast, protocol. */
export function lowerIterStart(u: UnitBuilder, pc: number, [fast, slow]: readonly Edge[], branch: Branch): E.Statement[] {
  const { code } = u;
  const virtual = virtualIterable(u, pc);
  if (virtual !== null) return [u.pc(pc), ...virtual.start, u.setR(code[pc + 2], u.constant(FAST_ITERATION)), u.setR(code[pc + 3], b.lit(0)), ...branch(fast)];
  const iterable = u.r(code[pc + 4]);
  return [
    u.pc(pc),
    b.iff(
      iteratesFast(u, iterable),
      [u.setR(code[pc + 1], iterable), u.setR(code[pc + 2], u.constant(FAST_ITERATION)), u.setR(code[pc + 3], b.lit(0)), ...branch(fast)],
      branch(slow),
    ),
  ];
}

/** operands: isList, iterator, next, cursor, list; edges: list, array. */
export function lowerIterStartList(u: UnitBuilder, pc: number, [list, array]: readonly Edge[], branch: Branch): E.Statement[] {
  const { code } = u;
  return [
    b.at(u.setR(code[pc + 2], b.voidZero()), pc),
    u.setR(code[pc + 3], b.voidZero()),
    u.setR(code[pc + 4], b.lit(0)),
    b.iff(b.call(u.constant(literalIterationTest(u.linked.realm), 'literalsIterate')), [u.setR(code[pc + 1], b.lit(true)), ...branch(list)]),
    u.setR(code[pc + 1], b.lit(false)),
    ...branch(array),
  ];
}

/** The collections whose iterators have been seen at the step. */
function collectionsAt(u: UnitBuilder, pc: number): Collection[] {
  return (Object.keys(STEPPED) as Collection[]).filter((collection) => (u.body.others[pc] & STEPPED[collection]) !== 0);
}

/** The original `next` of the iterators of a collection, and how compiled code steps them without it. */
export function nextOf(realm: Realm, collection: Collection): { next: Value; stepper: NativeStepper } {
  const { next } = protocolOf(realm, collection);
  return { next, stepper: stepperOf(next) as NativeStepper };
}

/** operands: dst, iterator, next, cursor, end, body; edges: end, body, slow protocol. */
export function lowerIterStep(u: UnitBuilder, pc: number, [end, body, slow]: readonly Edge[], branch: Branch): E.Statement[] {
  const { code } = u;
  const dst = code[pc + 1];
  const iterator = code[pc + 2];
  const nextMethod = code[pc + 3];
  const cursor = code[pc + 4];
  const type = u.type(nextMethod);
  const mayBeFast = (type & Type.marker) !== 0;
  const isFast = b.bin('===', u.r(nextMethod), u.constant(FAST_ITERATION));
  const virtual = virtualIterable(u, pc);
  if (virtual !== null) {
    const atEnd = b.bin('>=', u.r(cursor), b.member(virtual.list, 'length'));
    return [
      u.pc(pc),
      ...(type === Type.marker ? [] : [u.guard(b.unary('!', isFast))]),
      b.iff(atEnd, branch(end)),
      b.at(b.set('t', b.index(virtual.list, b.assign(b.id('i'), u.r(cursor)))), pc),
      u.setR(cursor, b.bin('+', u.r(cursor), b.lit(1))),
      ...u.result(pc, dst, b.id('t')),
      ...branch(body),
    ];
  }
  // Only builtin functions have data; where `next` is no object the host traps.
  const isBuiltin = b.bin('!==', b.member(u.r(nextMethod), 'data'), b.voidZero());
  const isInside = b.bin('<', u.r(cursor), b.member(u.r(iterator), 'length'));
  const next = [
    b.at(b.set('t', u.element(u.r(iterator), b.assign(b.id('i'), u.r(cursor)))), pc),
    u.setR(cursor, b.bin('+', u.r(cursor), b.lit(1))),
  ];
  const ends = b.iff(b.unary('!', b.call(u.rt('isArray'), u.r(iterator))), [b.at(b.stmt(b.call(u.rt('iterationEnds'), u.r(iterator))), pc)]);
  const fastWay = (): E.Statement => b.iff(isInside, [...next, ...u.result(pc, dst, b.id('t')), ...branch(body)], [ends, ...branch(end)]);
  if (type === Type.marker) return [u.pc(pc), fastWay()];
  if ((u.body.others[pc] & STEPPED_DIRECTLY) === 0) {
    // The step of a builtin iterator is the interpreter's, until one is seen.
    return [
      u.pc(pc),
      ...(mayBeFast ? [b.iff(isFast, [fastWay()])] : []),
      b.iff(isBuiltin, [b.breakTo('body')]),
      ...branch(slow),
    ];
  }
  const result = u.result(pc, dst, b.id('t'));
  let step: E.Statement = b.set('t', b.cond(isBuiltin, b.call(u.rt('stepDirectly'), u.r(nextMethod), u.r(iterator)), u.constant(EMPTY)));
  for (const collection of collectionsAt(u, pc)) {
    const known = nextOf(u.realm, collection);
    step = b.iff(b.bin('===', u.r(nextMethod), u.constant(known.next, 'F')), [b.set('t', b.call(u.constant(known.stepper.step, collection + 'Step'), u.r(iterator)))], [step]);
  }
  return [
    u.pc(pc),
    mayBeFast ? b.iff(isFast, [b.iff(isInside, next, [ends, b.set('t', u.constant(ITERATION_END))])], [step]) : step,
    b.iff(b.bin('===', b.id('t'), u.constant(ITERATION_END)), branch(end)),
    b.iff(b.bin('!==', b.id('t'), u.constant(EMPTY)), [...result, ...branch(body)]),
    ...branch(slow),
  ];
}

/** Reads the elements of the pair at the index `i` into `t` and `s`, at this place: tables and arrays are of more kinds in the program. */
function readPair(u: UnitBuilder, collection: PairCollection, iterator: E.Expression): E.Statement[] {
  const data = b.member(iterator, 'internal');
  if (collection === 'array') return [b.set('s', u.element(b.member(data, 'target'), b.id('i'))), b.set('t', b.id('i'))];
  return [b.set('x', data), b.set('t', b.member(b.id('x'), 'first')), b.set('s', b.member(b.id('x'), 'second'))];
}

/** operands: first, second, iterator, next, end, got; edges: end, got, other step. */
export function lowerIterStepPair(u: UnitBuilder, pc: number, [end, got, slow]: readonly Edge[], branch: Branch): E.Statement[] {
  const { code } = u;
  const iterator = u.r(code[pc + 3]);
  const next = u.r(code[pc + 4]);
  if (u.type(code[pc + 4]) === Type.marker) return branch(slow);
  let step: E.Statement = b.set('i', b.lit(NO_PAIR));
  const isSeen = (collection: PairCollection): boolean => (u.body.others[pc] & STEPPED[collection]) !== 0;
  // Those that have been seen are asked for first; the others are the interpreter's, until they are.
  for (const collection of [...pairCollections].sort((x, y) => Number(isSeen(x)) - Number(isSeen(y)))) {
    const known = nextOf(u.realm, collection);
    const index = b.call(u.constant(known.stepper.pairs, collection + 'Pairs'), iterator);
    const taken = isSeen(collection) ? [b.set('i', index), b.iff(b.bin('>=', b.id('i'), b.lit(0)), readPair(u, collection, iterator))] : [b.breakTo('body')];
    step = b.iff(b.bin('===', next, u.constant(known.next, 'F')), taken, [step]);
  }
  return [
    u.pc(pc),
    step,
    b.iff(b.bin('>=', b.id('i'), b.lit(0)), [u.setR(code[pc + 1], b.id('t')), u.setR(code[pc + 2], b.id('s')), ...branch(got)]),
    b.iff(b.bin('===', b.id('i'), b.lit(PAIRS_END)), branch(end)),
    ...branch(slow),
  ];
}
