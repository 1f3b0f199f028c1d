// Lowering of what concerns objects beside plain reads and writes: private names, `in`, `instanceof`, definitions, spread into
// literals, and the steps of the iteration protocol.

import type * as E from 'estree';
import { Op } from '../bytecode/opcodes.ts';
import { Seen } from '../bytecode/profile.ts';
import type { Instruction } from '../ir/cfg.ts';
import { convertsNumbers, Type } from '../ir/types.ts';
import { enumerationCache } from '../runtime/enumeration.ts';
import { templateObject } from '../runtime/literals.ts';
import { guestKey } from '../runtime/own-keys.ts';
import { PRIVATE_FUNCTION } from '../runtime/linked.ts';
import { PRIVATE_FIELD, PRIVATE_METHOD } from '../runtime/private.ts';
import { proxyMark, proxyState } from '../runtime/proxy.ts';
import { EMPTY, wellKnown } from '../runtime/values.ts';
import { mangle, ordinaryName } from '../runtime/keys.ts';
import * as b from './builders.ts';
import { hostNameOf } from './for-in-names.ts';
import { freshLiteral, keysAdded } from './fresh-literals.ts';
import { lowerByExecute, type Lowering } from './lower-execute.ts';
import { arraySpread } from './lower-spread.ts';
import { isSpreadable } from './plain-objects.ts';
import type { UnitBuilder } from './unit-builder.ts';

/** The value of a register is no object. */
export function isNoObject(u: UnitBuilder, r: number): E.Expression {
  return b.logic('||', b.bin('!==', b.unary('typeof', u.r(r)), b.lit('object')), b.bin('===', u.r(r), b.lit(null)));
}
const leave = (): E.Statement => b.breakTo('body');
const leaveUnlessObject = (u: UnitBuilder, r: number): E.Statement[] => (u.type(r) === Type.object ? [] : [b.iff(isNoObject(u, r), [leave()])]);

const privateKind = (u: UnitBuilder, name: number, kind: number): E.Expression => b.bin('===', b.member(u.r(name), 'kind'), b.lit(kind));
const hasPrivate = (u: UnitBuilder, o: number, name: number): E.Expression => b.call(b.member(u.r(name), 'has'), u.r(o));

/** t = the host field. */
const readPrivate = (u: UnitBuilder, pc: number, o: number, name: number): E.Statement => b.at(b.set('t', b.call(b.member(u.r(name), 'get'), u.r(o))), pc);
const isPrivateAbsent = (u: UnitBuilder): E.Statement => u.guard(b.bin('===', b.id('t'), u.constant(EMPTY)));

// A private name's functions trap where the host's private field does not exist, or holds no value but stands for a method or an accessor; the
// interpreter then throws the guest's error, or notes what it has met.
function getPrivate(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  const dst = code[pc + 1];
  const o = code[pc + 2];
  const name = code[pc + 3];
  const field = [readPrivate(u, pc, o, name), isPrivateAbsent(u), ...u.result(pc, dst, b.id('t'))];
  if ((u.body.others[pc] & PRIVATE_FUNCTION) === 0) return [u.pc(pc), ...field];
  return [
    u.pc(pc),
    b.iff(privateKind(u, name, PRIVATE_FIELD), field, [
      b.iff(b.unary('!', hasPrivate(u, o, name)), [leave()]),
      b.set('x', b.member(u.r(name), 'method')),
      b.iff(privateKind(u, name, PRIVATE_METHOD), u.result(pc, dst, b.id('x')), u.result(pc, dst, b.call(b.member(b.id('x'), 'code'), b.id('x'), u.r(o)))),
    ]),
  ];
}

function setPrivate(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  const o = code[pc + 1];
  const name = code[pc + 2];
  const v = code[pc + 3];
  const field = [readPrivate(u, pc, o, name), isPrivateAbsent(u), b.at(b.stmt(b.call(b.member(u.r(name), 'set'), u.r(o), u.r(v))), pc)];
  if ((u.body.others[pc] & PRIVATE_FUNCTION) === 0) return [u.pc(pc), ...field];
  return [
    u.pc(pc),
    b.iff(privateKind(u, name, PRIVATE_FIELD), field, [
      b.set('x', b.member(u.r(name), 'setter')),
      b.iff(b.logic('||', b.bin('===', b.id('x'), b.voidZero()), b.unary('!', hasPrivate(u, o, name))), [leave()]),
      b.at(b.stmt(b.call(b.member(b.id('x'), 'code'), b.id('x'), u.r(o), u.r(v))), pc),
    ]),
  ];
}

function addPrivate(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  const o = code[pc + 1];
  const name = code[pc + 2];
  const v = ins.op === Op.AddPrivate ? u.r(code[pc + 3]) : b.voidZero();
  // The host rejects what the object has already, which is a trap.
  return [u.pc(pc), b.at(b.stmt(b.call(b.member(u.r(name), 'add'), u.r(o), v)), pc)];
}

function lowerIn(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  const key = code[pc + 2];
  const o = code[pc + 3];
  const set = (value: E.Expression): E.Statement => b.at(u.setR(code[pc + 1], value), pc);
  const head = [u.pc(pc), ...leaveUnlessObject(u, o)];
  if (u.isNumber(key)) return [...head, set(b.bin('in', u.r(key), u.r(o)))];
  const constant = u.loadedConstant(key, pc);
  const known = typeof constant === 'string' ? ordinaryName(constant) : '';
  if (known !== '' && known !== '$name' && known !== '$prototype') return [...head, set(b.bin('in', b.lit(known), u.r(o)))];
  // Functions have these two, deleted or not, through their hidden prototype (function.ts).
  const isNot = (name: string): E.Expression => b.bin('!==', b.id('t'), b.lit(name));
  const hasName = b.logic('&&', b.bin('!==', b.assign(b.id('t'), hostNameOf(u, key, 'keyName')), b.lit('')), b.logic('&&', isNot('$name'), isNot('$prototype')));
  return [...head, set(b.cond(hasName, b.bin('in', b.id('t'), u.r(o)), b.call(u.rt('has'), u.r(key), u.r(o))))];
}

/** CreateDataPropertyOrThrow: an assignment does the same while no object of the chain has the key, or where it is a data property of a literal's own. */
function defineField(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code, linked } = u;
  const { pc } = ins;
  const o = code[pc + 1];
  const key = linked.keys[code[pc + 2]] as string;
  const v = code[pc + 3];
  const define = b.iff(b.unary('!', b.call(u.rt('define'), u.r(o), b.lit(key), u.r(v))), [leave()]);
  // The length of an array is not under the guest's key.
  if (key === '$length') return [u.pc(pc), define];
  const found = b.bin('in', b.lit(key), u.r(o));
  // All that a literal has of its own yet are data properties, of which an assignment makes what a definition would.
  const needsDefinition = freshLiteral(u, o, pc) === 'begun' && o !== v ? b.logic('&&', found, b.unary('!', b.call(u.rt('hasOwn'), u.r(o), b.lit(key)))) : found;
  return [u.pc(pc), b.iff(needsDefinition, [define], [b.at(b.stmt(b.assign(b.prop(u.r(o), key), u.r(v))), pc)])];
}

function defineElement(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  const [o, key, v] = [code[pc + 1], code[pc + 2], code[pc + 3]];
  const define = b.iff(b.unary('!', b.call(u.rt('define'), u.r(o), b.call(u.rt('toHostKey'), u.r(key)), u.r(v))), [leave()]);
  const typeIs = (type: string): E.Expression => b.bin('===', b.unary('typeof', u.r(key)), b.lit(type));
  const name = b.cond(typeIs('string'), hostNameOf(u, key, 'ordinaryName'), b.cond(typeIs('symbol'), u.r(key), b.lit('')));
  const isName = b.bin('!==', b.assign(b.id('t'), name), b.lit(''));
  // As a property with a known name (defineField).
  const isNew = b.unary('!', b.bin('in', b.id('t'), u.r(o)));
  return [u.pc(pc), b.iff(b.logic('&&', isName, isNew), [b.at(b.stmt(b.assign(b.index(u.r(o), b.id('t')), u.r(v))), pc)], [define])];
}

function arrayAppend(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const array = (): E.Expression => u.r(code[ins.pc + 1]);
  const append = b.stmt(b.assign(b.index(array(), b.member(array(), 'length')), u.r(code[ins.pc + 2])));
  // An assignment would run a setter that the guest put on a prototype.
  return [b.iff(b.member(u.constant(u.realm.prelude.elements), 'plain'), [append], lowerByExecute(u, ins))];
}

function copyDataProperties(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  const target = code[pc + 1];
  const source = code[pc + 2];
  const excluded = Array.from({ length: code[pc + 3] }, (_, i) => u.r(code[pc + 4 + i]));
  const copy = b.at(b.stmt(b.call(u.rt('copyDataProperties'), u.r(target), u.r(source), b.array(...excluded))), pc);
  const literal = target === source ? 'shared' : freshLiteral(u, target, pc);
  if (excluded.length > 0) return literal === 'empty' ? restProperties(u, pc, copy) : [u.pc(pc), copy];
  if (literal === 'shared') return [u.pc(pc), copy];
  // Nobody else has the object yet, so another one can be in its place.
  const adds = b.objectSpread(...(literal === 'begun' ? [u.r(target)] : []), u.r(source));
  const added = literal === 'begun' ? null : keysAdded(u, target, pc);
  // Own keys, since a clone that gets an inherited one gets a hidden class of its own, and no Proxy among the prototypes is asked.
  const areOwn = (keys: readonly string[]): E.Expression => keys.map((key): E.Expression => b.call(u.rt('hasOwn'), u.r(source), b.lit(key))).reduce((x, y) => b.logic('&&', x, y));
  const copied = added === null ? adds : added.length === 0 ? b.objectClone(u.r(source)) : b.cond(areOwn(added), b.objectClone(u.r(source)), adds);
  const spread = b.stmt(b.assign(u.variable(target), copied));
  return [u.pc(pc), b.iff(isSpreadable(u, source), [b.stmt(b.call(u.rt('chargeCopy'), u.r(source))), spread], [copy])];
}

/**
 * The properties that a pattern has left over, by a pattern of the host. That reads the others once more, which nobody notices where the source has
 * no accessor, and inherits none.
 */
function restProperties(u: UnitBuilder, pc: number, copy: E.Statement): E.Statement[] {
  const { code, realm } = u;
  const [target, source] = [code[pc + 1], code[pc + 2]];
  const names = Array.from({ length: code[pc + 3] }, (_, i) => u.loadedConstant(code[pc + 4 + i], pc));
  if (!names.every((name): name is string => typeof name === 'string' && ordinaryName(name) !== '')) return [u.pc(pc), copy];
  const inheritsNone = b.logic(
    '&&',
    b.bin('===', b.call(u.constant(realm.prelude.getPrototypeOf), u.r(source)), u.constant(realm.objectPrototype)),
    b.unary('!', b.member(u.constant(realm, 'R'), 'objectPrototypeExotic')),
  );
  const rest = b.stmt(b.assign(b.restPattern(names.map(mangle), 'x', u.variable(target)), u.r(source)));
  return [
    u.pc(pc),
    b.iff(b.logic('&&', isSpreadable(u, source), inheritsNone), [b.stmt(b.call(u.rt('chargeCopy'), u.r(source))), rest], [copy]),
  ];
}

function getIteratorMethod(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  const read = b.index(u.r(code[pc + 2]), u.constant(wellKnown.iterator));
  return [
    u.pc(pc),
    b.at(b.set('t', read), pc),
    b.iff(b.logic('||', b.bin('===', b.id('t'), b.voidZero()), b.bin('!==', b.member(b.id('t'), 'fn'), b.id('t'))), lowerByExecute(u, ins), [u.setR(code[pc + 1], b.id('t'))]),
  ];
}

function getAsyncIterator(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code, linked } = u;
  const { pc } = ins;
  const text = b.lit(linked.template.constants[code[pc + 3]] as string);
  return [u.pc(pc), b.at(u.setR(code[pc + 1], b.call(u.rt('callLibrary'), b.lit('operator_GetAsyncIterator'), u.r(code[pc + 2]), text)), pc)];
}

function deleteElement(u: UnitBuilder, pc: number, key: E.Expression): E.Statement[] {
  const { code } = u;
  return [u.pc(pc), b.at(u.setR(code[pc + 1], b.call(u.rt('deleteElement'), u.r(code[pc + 2]), key, b.lit(u.linked.template.strict))), pc)];
}

function toPropertyKey(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const dst = code[ins.pc + 1];
  const source = code[ins.pc + 2];
  const known = Type.number | Type.string | Type.symbol;
  if ((u.type(source) & ~known) === 0) return [u.setR(dst, u.r(source))];
  const is = (type: string): E.Expression => b.bin('===', b.unary('typeof', u.r(source)), b.lit(type));
  return [b.iff(b.logic('||', is('string'), b.logic('||', is('number'), is('symbol'))), [u.setR(dst, u.r(source))], lowerByExecute(u, ins))];
}

function convertKey(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  const key = code[pc + 3];
  const profile = code[pc + 4];
  const set = u.setR(code[pc + 1], u.r(key));
  const typeIs = (sign: '===' | '!==', type: string): E.Expression => b.bin(sign, b.unary('typeof', u.r(key)), b.lit(type));
  if ((u.type(key) & Type.object) === 0) return [set];
  if (convertsNumbers(profile)) return [u.pc(pc), u.guard(typeIs('!==', 'number')), set];
  if ((profile & Seen.otherKey) === 0) return [u.pc(pc), u.guard(typeIs('===', 'object')), set];
  return [b.iff(b.logic('&&', typeIs('===', 'object'), b.bin('!==', u.r(key), b.lit(null))), lowerByExecute(u, ins), [set])];
}

function forInStart(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  const cache = enumerationCache();
  return [u.pc(pc), b.at(u.setR(code[pc + 1], b.call(u.rt('enumerate'), u.r(code[pc + 2]), u.constant(cache, 'C'))), pc)];
}

/** OrdinaryHasInstance is the host's operator: the host constructor of a function's instances has the function's `prototype`. */
function instanceOf(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const { code } = u;
  const { pc } = ins;
  const value = u.r(code[pc + 2]);
  const target = u.r(code[pc + 3]);
  const isOrdinary = b.logic(
    '&&',
    b.logic('&&', b.bin('===', b.member(target, 'fn'), target), b.bin('!==', b.member(target, 'ctor'), b.lit(null))),
    b.logic('&&', b.unary('!', b.member(b.member(target, 'ctor'), 'standsIn')), b.bin('===', b.index(target, u.constant(wellKnown.hasInstance, 'hasInstance')), u.rt('hasInstance'))),
  );
  const general = b.call(u.rt('instanceOf'), value, target);
  // The host sees no prototype of a Proxy.
  const meetsProxy = b.logic('&&', b.logic('&&', b.member(u.constant(proxyState), 'any'), u.isObject(code[pc + 2])), b.bin('in', u.constant(proxyMark, 'proxyMark'), value));
  const hosts = b.logic('||', b.bin('instanceof', value, b.member(target, 'ctor')), b.logic('&&', meetsProxy, general));
  const result = b.cond(isOrdinary, hosts, general);
  return [u.pc(pc), ...leaveUnlessObject(u, code[pc + 3]), b.at(u.setR(code[pc + 1], result), pc)];
}

export const objectLowerings: readonly (readonly [op: number, lowering: Lowering])[] = [
  [Op.GetPrivate, getPrivate],
  [Op.SetPrivate, setPrivate],
  [Op.AddPrivate, addPrivate],
  [Op.BrandPrivate, addPrivate],
  [Op.HasPrivate, (u, ins) => [u.pc(ins.pc), ...leaveUnlessObject(u, u.code[ins.pc + 2]), u.setR(u.code[ins.pc + 1], hasPrivate(u, u.code[ins.pc + 2], u.code[ins.pc + 3]))]],
  [Op.In, lowerIn],
  [Op.InstanceOf, instanceOf],
  [Op.DefineField, defineField],
  [Op.DefineElem, defineElement],
  [Op.ArrayAppend, arrayAppend],
  [Op.ArrayHole, (u, ins) => [b.stmt(b.assign(b.member(u.r(u.code[ins.pc + 1]), 'length'), b.lit(1), '+='))]],
  [Op.ArraySpread, arraySpread],
  [Op.CopyDataProperties, copyDataProperties],
  [Op.GetIteratorMethod, getIteratorMethod],
  [Op.GetAsyncIterator, getAsyncIterator],
  [Op.DeleteProp, (u, ins) => deleteElement(u, ins.pc, b.lit(guestKey(u.linked.keys[u.code[ins.pc + 3]] as string) as string))],
  [Op.DeleteElem, (u, ins) => deleteElement(u, ins.pc, u.r(u.code[ins.pc + 3]))],
  [Op.ToPropertyKey, toPropertyKey],
  [Op.ConvertKey, convertKey],
  [Op.ForInStart, forInStart],
  [Op.GetTemplateObject, (u, ins) => [u.setR(u.code[ins.pc + 1], u.constant(templateObject(u.linked, u.code[ins.pc + 2])))]],
];
