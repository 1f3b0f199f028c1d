// Property accesses: o.p, o[k], o.#p, super.p, and optional chains of them.
//
// A Place is a property access whose object and key have been evaluated into registers; it can then be read, written or
// deleted, in whatever order an assignment needs.
import type { ChainExpression, Expression, MemberExpression, PrivateIdentifier } from 'acorn';
import { beforeLink, CHAIN_RECURSION, isLink, type Link } from '../scope/links.ts';
import type { FunctionCompiler } from './compile-function.ts';
import { isPrimitive } from './compile-operator.ts';
import { superBaseOperand, thisOperand } from './compile-this.ts';
import { readVariable } from './compile-variable.ts';
import { Label } from './emitter.ts';
import { Op } from './opcodes.ts';
import { operatorOffset } from './source-text.ts';

export type Place =
  | { readonly type: 'named'; readonly object: number; readonly name: string; readonly offset: number }
  | { readonly type: 'keyed'; readonly object: number; readonly key: number; readonly offset: number }
  | { readonly type: 'private'; readonly object: number; readonly key: number; readonly offset: number }
  | SuperPlace;

interface SuperPlace {
  readonly type: 'super';
  readonly base: number;
  key: number;
  /** The key may be an object, which is converted to a property key at the first access. */
  isRaw: boolean;
  readonly self: number;
  readonly offset: number;
}

/** A property name known when compiling, or null. */
function staticName(node: MemberExpression): string | null {
  const { property } = node;
  if (!node.computed) return property.type === 'Identifier' ? property.name : null;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : null;
}

/** The register with a private name. */
export function privateName(c: FunctionCompiler, id: PrivateIdentifier): number {
  const register = c.temp();
  readVariable(c, { type: 'Identifier', name: `#${id.name}`, start: id.start, end: id.end }, register);
  return register;
}

/**
 * Evaluates object and key. They stay valid while expressions up to `until` are compiled. Where the object is the start of an
 * optional link, control goes to `nullish` if there is none.
 */
export function placeOf(c: FunctionCompiler, node: MemberExpression, until: number, nullish: Label | null, preferred = -1): Place {
  const { object, property } = node;
  if (object.type === 'Super') return superPlace(c, node, until);
  const end = Math.max(until, node.end);
  const register = nullish === null ? c.operandIn(object, preferred, end) : linkOperand(c, object, preferred, end, nullish);
  if (node.optional && nullish !== null) c.e.branch(Op.JumpIfNullish, register, nullish);
  const name = staticName(node);
  if (name !== null) return { type: 'named', object: register, name, offset: property.start };
  if (property.type === 'PrivateIdentifier') return { type: 'private', object: register, key: privateName(c, property), offset: property.start };
  const key = c.operand(property, until);
  return { type: 'keyed', object: register, key, offset: operatorOffset(c.unit.text, object.end) };
}

function superPlace(c: FunctionCompiler, node: MemberExpression, until: number): Place {
  const self = thisOperand(c, node.object.start);
  const name = staticName(node);
  const offset = node.property.start;
  if (name === null) {
    const key = c.operand(node.property as Expression, until);
    return { type: 'super', base: superBaseOperand(c), key, isRaw: !isPrimitive(node.property as Expression), self, offset };
  }
  const key = c.temp();
  c.e.emit(Op.LoadConst, key, c.e.primitive(name));
  return { type: 'super', base: superBaseOperand(c), key, isRaw: false, self, offset };
}

function superKey(c: FunctionCompiler, place: SuperPlace): number {
  if (place.isRaw) {
    const key = c.temp();
    c.e.emit(Op.ConvertKey, key, place.base, place.key);
    place.key = key;
    place.isRaw = false;
  }
  return place.key;
}

/**
 * The place `node` for a read and then a write. GetValue and PutValue of one reference convert its key once, before the read and after the
 * base has been found to be neither undefined nor null.
 */
export function readWritePlace(c: FunctionCompiler, node: MemberExpression, until: number): Place {
  const place = placeOf(c, node, until, null);
  if (place.type !== 'keyed' || isPrimitive(node.property as Expression)) return place;
  const key = c.isLocal(place.key) ? c.temp() : place.key;
  c.e.at(node.start);
  c.e.emit(Op.ConvertKey, key, place.object, place.key);
  return { ...place, key };
}

/** r[dst] = the value at a place, read as if at `offset`. */
export function readPlace(c: FunctionCompiler, place: Place, dst: number, offset = place.offset): void {
  const { e } = c;
  e.at(offset);
  switch (place.type) {
    case 'named':
      if (place.name === 'length') e.emit(Op.GetLength, dst, place.object);
      else e.emit(Op.GetProp, dst, place.object, e.name(place.name));
      break;
    case 'keyed':
      e.emit(Op.GetElem, dst, place.object, place.key);
      break;
    case 'private':
      e.emit(Op.GetPrivate, dst, place.object, place.key);
      break;
    case 'super':
      e.emit(Op.GetSuper, dst, place.base, superKey(c, place), place.self);
      break;
  }
}

/** The place = r[source], written as if at `offset`. */
export function writePlace(c: FunctionCompiler, place: Place, source: number, offset: number): void {
  const { e } = c;
  e.at(offset);
  switch (place.type) {
    case 'named':
      e.emit(Op.SetProp, place.object, e.name(place.name), source);
      break;
    case 'keyed':
      e.emit(Op.SetElem, place.object, place.key, source);
      break;
    case 'private':
      e.emit(Op.SetPrivate, place.object, place.key, source);
      break;
    case 'super':
      e.emit(Op.SetSuper, place.base, superKey(c, place), place.self, source);
      break;
  }
}

export function compileMember(c: FunctionCompiler, node: MemberExpression, dst: number, nullish: Label | null): void {
  const mark = c.mark();
  computeHead(c, node, nullish);
  readPlace(c, placeOf(c, node, 0, nullish, dst), dst);
  c.release(mark);
}

/**
 * Computes what stands before the last link of a long chain, so that the compiler does not recurse over it: each link from the value of the one
 * before, which the same register holds.
 */
export function computeHead(c: FunctionCompiler, node: Link, nullish: Label | null): void {
  let before = beforeLink(node);
  for (let i = 0; i < CHAIN_RECURSION; i++) {
    if (before === c.computed || !isLink(before)) return;
    before = beforeLink(before);
  }
  const links: Link[] = [];
  for (let outer = node, link = beforeLink(node); isLink(link); outer = link, link = beforeLink(link)) {
    // The object of a method that is called is needed as well.
    if (outer.type === 'MemberExpression' || link.type !== 'MemberExpression') links.push(link);
  }
  const register = c.temp();
  for (let link = links.pop(); link !== undefined; link = links.pop()) {
    if (nullish !== null && link.type !== 'TaggedTemplateExpression') c.link(link, register, nullish);
    else c.into(link, register);
    c.computed = link;
    c.computedRegister = register;
  }
}

export function deleteMember(c: FunctionCompiler, node: MemberExpression, dst: number, nullish: Label | null): void {
  const { e } = c;
  const mark = c.mark();
  const { object } = node;
  if (object.type === 'Super') {
    // The reference is evaluated as far as `this` and the key expression, then it is an error anyway.
    thisOperand(c, object.start);
    if (node.computed) c.effect(node.property as Expression);
    e.at(node.start);
    e.emit(Op.ThrowError, 2, e.primitive('Unsupported reference to \'super\''));
    e.emit(Op.LoadTrue, dst);
    c.release(mark);
    return;
  }
  const place = placeOf(c, node, 0, nullish);
  e.at(node.start);
  if (place.type === 'named') e.emit(Op.DeleteProp, dst, place.object, e.name(place.name));
  else if (place.type === 'keyed') e.emit(Op.DeleteElem, dst, place.object, place.key);
  c.release(mark);
}

/** a?.b.c(): the links up to the end of the chain share one way out, where the value is undefined. */
export function compileChain(c: FunctionCompiler, node: ChainExpression, dst: number): void {
  const { e } = c;
  const nullish = new Label();
  const end = new Label();
  const mark = c.mark();
  const { expression } = node;
  c.link(expression, dst, nullish);
  e.jump(end);
  e.bind(nullish);
  e.emit(Op.LoadUndefined, dst);
  e.bind(end);
  c.release(mark);
}

/** An earlier link of the chain that `nullish` is the way out of. */
export function linkOperand(c: FunctionCompiler, node: Expression, preferred: number, until: number, nullish: Label): number {
  if (node === c.computed || (node.type !== 'MemberExpression' && node.type !== 'CallExpression')) return c.operandIn(node, preferred, until);
  const dst = preferred >= 0 && !c.isLocal(preferred) ? preferred : c.temp();
  c.link(node, dst, nullish);
  return dst;
}
