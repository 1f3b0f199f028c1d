// Lowering of what concerns functions beside plain calls: arguments, intrinsics of the library, spread calls, and construction
// by derived classes.

import type * as E from 'estree';
import { Op } from '../bytecode/opcodes.ts';
import type { Constant } from '../bytecode/template.ts';
import type { Instruction } from '../ir/cfg.ts';
import { gettersForbidden } from '../runtime/function.ts';
import { mangle } from '../runtime/keys.ts';
import { resolveIntrinsic } from '../runtime/library.ts';
import { SUPER_ACCESSOR } from '../runtime/linked.ts';
import { proxyMark, proxyState } from '../runtime/proxy.ts';
import * as b from './builders.ts';
import { calls, constructs } from './lower-call.ts';
import type { Lowering } from './lower-execute.ts';
import type { UnitBuilder } from './unit-builder.ts';
import { spreadOperands } from './virtual-lists.ts';

function callSpread(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  return calls(u, pc, code[pc + 1], code[pc + 2], code[pc + 3], code[pc + 4], spreadOperands(u, pc, code[pc + 5]));
}

function newSpread(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  return constructs(u, pc, code[pc + 1], code[pc + 2], code[pc + 2], code[pc + 3], spreadOperands(u, pc, code[pc + 4]));
}

function superCallSpread(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  return constructs(u, pc, code[pc + 1], code[pc + 2], code[pc + 3], code[pc + 4], spreadOperands(u, pc, code[pc + 5]));
}

function superCall(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  const registers = Array.from({ length: code[pc + 5] }, (_, i) => code[pc + 6 + i]);
  return constructs(u, pc, code[pc + 1], code[pc + 2], code[pc + 3], code[pc + 4], { registers, list: null });
}

function initFields(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  return [
    u.pc(pc),
    b.set('x', b.member(u.r(code[pc + 2]), 'fields')),
    b.iff(b.bin('!==', b.id('x'), b.voidZero()), [b.at(b.stmt(b.call(b.member(b.id('x'), 'code'), b.id('x'), u.r(code[pc + 1]))), pc)]),
  ];
}

function createRest(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  const args = b.id('args');
  if (!u.hasRest) return [u.pc(pc), u.setR(code[pc + 1], b.call(u.rt('createRest'), args, b.lit(code[pc + 2])))];
  // The array is the guest's now, and nobody asks for the arguments again.
  return [u.pc(pc), ...u.chargeList(() => b.member(args, 'length')), u.setR(code[pc + 1], args), b.set('args', b.lit(null))];
}

function getSuperBase(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const [dst, of] = [u.code[ins.pc + 1], u.code[ins.pc + 2]];
  const known = b.call(u.constant(u.realm.prelude.prototypeOfRead), u.r(of));
  // With a Proxy on the prototype chain, the read of a property that is not there would end at it.
  const read = proxyState.any ? b.cond(b.bin('in', u.constant(proxyMark, 'proxyMark'), u.r(of)), b.call(u.rt('getPrototypeOf'), u.r(of)), known) : known;
  return [u.pc(ins.pc), b.set('x', b.member(u.r(of), 'fn')), u.setR(dst, read)];
}

/** These properties of functions are shown as data, but held by accessors that look at the receiver (function.ts). */
const lazyKeys: ReadonlySet<Constant | undefined> = new Set(['length', 'name', 'prototype']);

/** A named property that is data where it is found is read from there. A getter would see that object as its receiver: it is kept from running. */
function getSuper(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  const [dst, base, key, receiver] = [code[pc + 1], code[pc + 2], code[pc + 3], code[pc + 4]];
  const name = u.loadedConstant(key, pc);
  const isRead = typeof name === 'string' && mangle(name) !== name && !lazyKeys.has(name) && u.optimisations.speculate && u.realm.host.emptied;
  if (!isRead || (u.body.others[pc] & SUPER_ACCESSOR) !== 0) {
    return [u.pc(pc), b.at(u.setR(dst, b.call(u.rt('getSuper'), u.r(base), u.r(key), u.r(receiver))), pc)];
  }
  const forbidden = (): E.MemberExpression => b.member(u.constant(gettersForbidden), 'now');
  return [
    u.pc(pc),
    b.stmt(b.assign(forbidden(), b.lit(true))),
    b.at(b.set('t', b.prop(u.r(base), mangle(name))), pc),
    b.stmt(b.assign(forbidden(), b.lit(false))),
    u.setR(dst, b.id('t')),
  ];
}

/** The arguments of the current activation: those of an inlined one are in registers. */
const argumentList = (u: UnitBuilder): E.Expression => (u.site.args === null ? b.id('args') : b.array(...u.site.args.map((r) => u.r(r))));

export const functionLowerings: readonly (readonly [op: number, lowering: Lowering])[] = [
  [Op.LoadIntrinsic, (u, ins) => [u.setR(u.code[ins.pc + 1], u.constant(resolveIntrinsic(u.realm, u.linked.template.names[u.code[ins.pc + 2]])))]],
  [Op.CreateRest, createRest],
  [
    Op.CreateArguments,
    (u, ins) => [u.pc(ins.pc), u.setR(u.code[ins.pc + 1], b.call(u.rt('createArguments'), argumentList(u), u.code[ins.pc + 2] === 1 ? u.callee() : b.lit(null)))],
  ],
  [
    Op.CreateMappedArguments,
    (u, ins) => [
      u.pc(ins.pc),
      u.setR(u.code[ins.pc + 1], b.call(u.rt('createMappedArguments'), b.id('args'), b.id('f'), u.r(u.code[ins.pc + 2]), u.constant(u.linked.template.mappedSlots))),
    ],
  ],
  [Op.CallSpread, callSpread],
  [Op.NewSpread, newSpread],
  [Op.SuperCallSpread, superCallSpread],
  [Op.SuperCall, superCall],
  [Op.InitFields, initFields],
  [Op.GetSuperBase, getSuperBase],
  [Op.GetSuper, getSuper],
];
