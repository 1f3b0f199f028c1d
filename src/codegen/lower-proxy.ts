// Lowering of instructions that have met Proxies.
//
// Takes an instruction whose notes say that it has (interpreter/slow-proxy.ts), and its plain lowering; gives statements that ask whether the
// operand is a Proxy, and call the self-hosted internal method then. Nothing leaves the unit for it. Where a Proxy was on a prototype chain reads go step by step along the
// chain of any object, and the interpreter's own code runs other instructions: a bare operator would have to find out first.

import type * as E from 'estree';
import { Op, opcodes } from '../bytecode/opcodes.ts';
import { Seen } from '../bytecode/profile.ts';
import type { Instruction } from '../ir/cfg.ts';
import { guestKey } from '../runtime/own-keys.ts';
import { MET_PROXY, MET_PROXY_INHERITED } from '../runtime/linked.ts';
import { wellKnown } from '../runtime/values.ts';
import * as b from './builders.ts';
import { lowerByExecute, type Lowering } from './lower-execute.ts';
import type { UnitBuilder } from './unit-builder.ts';

const profileAt = opcodes.map(({ operands }) => operands.indexOf('profile') + 1);

/** What the instruction has met: both are false of one that has met no Proxy. */
function metAt(u: UnitBuilder, { op, pc }: Instruction): { own: boolean; inherited: boolean } {
  if (op >= opcodes.length) return { own: false, inherited: false };
  if (profileAt[op] > 0) {
    const profile = u.code[pc + profileAt[op]];
    return { own: (profile & Seen.proxy) !== 0, inherited: (profile & Seen.proxyInherited) !== 0 };
  }
  const notes = u.body.others[pc];
  return { own: (notes & MET_PROXY) !== 0, inherited: (notes & MET_PROXY_INHERITED) !== 0 };
}

/** The instruction has met a Proxy, so that it is lowered to a call. */
export function meetsProxies(u: UnitBuilder, ins: Instruction): boolean {
  const { own, inherited } = metAt(u, ins);
  return own || inherited;
}

/** Statements of an instruction that has met Proxies; null of others. */
export function lowerProxied(u: UnitBuilder, ins: Instruction, plain: Lowering): E.Statement[] | null {
  const { own, inherited } = metAt(u, ins);
  if (!own && !inherited) return null;
  const { pc } = ins;
  const reads = inherited ? heirWays.get(ins.op) : undefined;
  if (reads !== undefined) {
    const { object, statements } = reads(u, ins);
    return [u.pc(pc), b.iff(u.isObject(object), statements, plain(u, ins))];
  }
  const way = ways.get(ins.op);
  if (inherited || way === undefined) return lowerByExecute(u, ins);
  const { object, statements } = way(u, ins);
  return [u.pc(pc), b.iff(b.call(u.rt('isProxy'), u.r(object)), statements, plain(u, ins))];
}

/** The register of the object, and what is done if that is a Proxy. */
type ProxiedLowering = (u: UnitBuilder, ins: Instruction) => { object: number; statements: E.Statement[] };

const keyOf = (u: UnitBuilder, name: number): E.Expression => b.lit(guestKey(u.linked.keys[name] as string) as string);
const isStrict = (u: UnitBuilder): E.Expression => b.lit(u.linked.template.strict);
const discarding = (u: UnitBuilder, { pc }: Instruction, value: E.Expression): E.Statement[] => [b.at(b.stmt(value), pc)];

const ways = new Map<number, ProxiedLowering>([
  [Op.GetProp, (u, ins) => {
    const [, dst, object, name] = u.code.subarray(ins.pc, ins.pc + 4);
    return { object, statements: u.result(ins.pc, dst, b.call(u.rt('getOfProxy'), u.r(object), keyOf(u, name))) };
  }],
  [Op.GetLength, (u, ins) => {
    const [, dst, object] = u.code.subarray(ins.pc, ins.pc + 3);
    return { object, statements: [b.at(u.setR(dst, b.call(u.rt('getOfProxy'), u.r(object), b.lit('length'))), ins.pc)] };
  }],
  [Op.GetElem, (u, ins) => {
    const [, dst, object, key] = u.code.subarray(ins.pc, ins.pc + 4);
    return { object, statements: u.result(ins.pc, dst, b.call(u.rt('getElementOfProxy'), u.r(object), u.r(key))) };
  }],
  [Op.GetIteratorMethod, (u, ins) => {
    const [, dst, object] = u.code.subarray(ins.pc, ins.pc + 3);
    return { object, statements: [b.at(u.setR(dst, b.call(u.rt('getOfProxy'), u.r(object), u.constant(wellKnown.iterator))), ins.pc)] };
  }],
  [Op.SetProp, (u, ins) => {
    const [, object, name, value] = u.code.subarray(ins.pc, ins.pc + 4);
    return { object, statements: discarding(u, ins, b.call(u.rt('setOfProxy'), u.r(object), keyOf(u, name), u.r(value), isStrict(u))) };
  }],
  [Op.SetElem, (u, ins) => {
    const [, object, key, value] = u.code.subarray(ins.pc, ins.pc + 4);
    return { object, statements: discarding(u, ins, b.call(u.rt('setElementOfProxy'), u.r(object), u.r(key), u.r(value), isStrict(u))) };
  }],
  [Op.In, (u, ins) => {
    const [, dst, key, object] = u.code.subarray(ins.pc, ins.pc + 4);
    return { object, statements: [b.at(u.setR(dst, b.call(u.rt('has'), u.r(key), u.r(object))), ins.pc)] };
  }],
  [Op.DeleteProp, (u, ins) => {
    const [, dst, object, name] = u.code.subarray(ins.pc, ins.pc + 4);
    return { object, statements: [b.at(u.setR(dst, b.call(u.rt('deleteOfProxy'), u.r(object), keyOf(u, name), isStrict(u))), ins.pc)] };
  }],
  [Op.ForInStart, (u, ins) => {
    const [, dst, object] = u.code.subarray(ins.pc, ins.pc + 3);
    return { object, statements: [b.at(u.setR(dst, b.call(u.rt('callLibrary'), b.lit('proxied_ForInStart'), u.r(object))), ins.pc)] };
  }],
  [Op.DeleteElem, (u, ins) => {
    const [, dst, object, key] = u.code.subarray(ins.pc, ins.pc + 4);
    return { object, statements: [b.at(u.setR(dst, b.call(u.rt('deleteOfProxy'), u.r(object), u.r(key), isStrict(u))), ins.pc)] };
  }],
]);

/** The same of reads that have met a Proxy on a prototype chain, for any object: [[Get]] and [[HasProperty]] say themselves where there is none. */
const heirWays = new Map<number, ProxiedLowering>([
  [Op.GetProp, (u, ins) => {
    const [, dst, object, name] = u.code.subarray(ins.pc, ins.pc + 4);
    return { object, statements: u.result(ins.pc, dst, b.call(u.rt('getOfHeir'), u.r(object), b.lit(u.linked.keys[name] as string))) };
  }],
  [Op.GetElem, (u, ins) => {
    const [, dst, object, key] = u.code.subarray(ins.pc, ins.pc + 4);
    return { object, statements: u.result(ins.pc, dst, b.call(u.rt('getElementOfHeir'), u.r(object), u.r(key))) };
  }],
  [Op.In, (u, ins) => {
    const [, dst, key, object] = u.code.subarray(ins.pc, ins.pc + 4);
    return { object, statements: [b.at(u.setR(dst, b.call(u.rt('hasHeir'), u.r(key), u.r(object))), ins.pc)] };
  }],
]);
