// Literals: numbers, strings, regular expressions, templates, arrays and objects.
import type { ArrayExpression, Expression, Literal, ObjectExpression, Pattern, Property, SpreadElement, TemplateLiteral } from 'acorn';
import type { FunctionNode } from '../scope/scope.ts';
import type { FunctionCompiler } from './compile-function.ts';
import { Op } from './opcodes.ts';
import { printedIterable } from './source-text.ts';

/** The value of a number literal, possibly negated, or null. */
export function numberOf(node: Expression): number | null {
  if (node.type === 'Literal') return typeof node.value === 'number' ? node.value : null;
  if (node.type !== 'UnaryExpression' || node.operator !== '-') return null;
  const { argument } = node;
  return argument.type === 'Literal' && typeof argument.value === 'number' ? -argument.value : null;
}

export function numberInto(c: FunctionCompiler, value: number, dst: number): void {
  if ((value | 0) === value && !Object.is(value, -0)) c.e.emit(Op.LoadInt, dst, value);
  else c.e.emit(Op.LoadConst, dst, c.e.primitive(value));
}

export function literalInto(c: FunctionCompiler, node: Literal, dst: number): void {
  const { e } = c;
  const { value } = node;
  if (node.regex !== undefined) {
    e.at(node.start);
    e.emit(Op.NewRegExp, dst, e.constant({ type: 'regexp', source: node.regex.pattern, flags: node.regex.flags }));
  } else if (node.bigint !== undefined) {
    e.emit(Op.LoadConst, dst, e.primitive(BigInt(node.bigint)));
  } else if (typeof value === 'number') {
    numberInto(c, value, dst);
  } else if (typeof value === 'string') {
    e.emit(Op.LoadConst, dst, e.primitive(value));
  } else if (value === true) {
    e.emit(Op.LoadTrue, dst);
  } else if (value === false) {
    e.emit(Op.LoadFalse, dst);
  } else {
    e.emit(Op.LoadNull, dst);
  }
}

/** Strings and conversions are added up from the left, so each value is converted before the next is evaluated. */
export function compileTemplate(c: FunctionCompiler, node: TemplateLiteral, dst: number): void {
  const { e } = c;
  const { quasis, expressions } = node;
  const mark = c.mark();
  const first = quasis[0].value.cooked ?? '';
  if (expressions.length === 0) {
    e.emit(Op.LoadConst, dst, e.primitive(first));
    return;
  }
  const result = c.isLocal(dst) ? c.temp() : dst;
  let hasResult = false;
  const append = (register: number): void => {
    e.emit(Op.Add, result, result, register);
  };
  if (first !== '') {
    e.emit(Op.LoadConst, result, e.primitive(first));
    hasResult = true;
  }
  expressions.forEach((expression, i) => {
    const inner = c.mark();
    const part = hasResult ? c.temp() : result;
    const value = c.operandIn(expression, part);
    e.at(expression.start);
    e.emit(Op.ToString, part, value);
    if (hasResult) append(part);
    hasResult = true;
    const text = quasis[i + 1].value.cooked ?? '';
    if (text !== '') {
      const string = c.temp();
      e.emit(Op.LoadConst, string, e.primitive(text));
      append(string);
    }
    c.release(inner);
  });
  if (result !== dst) e.emit(Op.Move, dst, result);
  c.release(mark);
}

/** So many values and more in a literal of nothing but constants are made by one instruction from a text; fewer are faster one by one, where they get hot. */
const LONG_LITERAL = 64;

/** The literal as JSON, if it is a long one of nothing but constants that can be said in JSON. */
class ConstantLiteral {
  private readonly parts: string[] = [];
  private values = 0;
  private readonly varying: WeakSet<Expression>;

  constructor(varying: WeakSet<Expression>) {
    this.varying = varying;
  }

  textOf(node: ArrayExpression | ObjectExpression): string | null {
    return this.add(node) && this.values >= LONG_LITERAL ? this.parts.join('') : null;
  }

  /** False if the node is no constant: it is noted, so that it is not looked at again where it is compiled for itself. */
  private add(node: Expression | SpreadElement | Pattern | null): boolean {
    if (node === null || node.type === 'SpreadElement') return false;
    if (node.type === 'ArrayExpression' || node.type === 'ObjectExpression') {
      this.values++;
      const isConstant = !this.varying.has(node) && (node.type === 'ArrayExpression' ? this.addArray(node) : this.addObject(node));
      if (!isConstant) this.varying.add(node);
      return isConstant;
    }
    const constant = constantOf(node as Expression);
    if (constant === undefined) return false;
    this.values++;
    this.parts.push(Object.is(constant, -0) ? '-0' : JSON.stringify(constant));
    return true;
  }

  private addArray({ elements }: ArrayExpression): boolean {
    this.parts.push('[');
    for (let i = 0; i < elements.length; i++) {
      if (i > 0) this.parts.push(',');
      if (!this.add(elements[i])) return false;
    }
    this.parts.push(']');
    return true;
  }

  private addObject({ properties }: ObjectExpression): boolean {
    this.parts.push('{');
    for (let i = 0; i < properties.length; i++) {
      const property = properties[i];
      if (property.type === 'SpreadElement' || property.kind !== 'init' || property.computed || property.method || property.shorthand) return false;
      const key = literalKey(property.key);
      if (key === '__proto__') return false;
      this.parts.push(i > 0 ? ',' : '', JSON.stringify(key), ':');
      if (!this.add(property.value)) return false;
    }
    this.parts.push('}');
    return true;
  }
}

/** The value of a constant that can be said in JSON, else undefined. */
function constantOf(node: Expression): string | number | boolean | null | undefined {
  const number = numberOf(node);
  if (number !== null) return Number.isFinite(number) ? number : undefined;
  // What minifiers write for true and false.
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    const value = numberOf(node.argument);
    return value === null ? undefined : value === 0;
  }
  if (node.type !== 'Literal' || node.regex !== undefined || node.bigint !== undefined) return undefined;
  return node.value as string | boolean | null;
}

/** Emits a long literal of constants; false if it is none. */
function constantLiteral(c: FunctionCompiler, node: ArrayExpression | ObjectExpression, dst: number): boolean {
  const text = new ConstantLiteral(c.varyingLiterals).textOf(node);
  if (text === null) return false;
  c.e.at(node.start);
  c.e.emit(Op.NewLiteral, dst, c.e.primitive(text));
  return true;
}

/** An array literal too long to have all its elements in registers at once is built piece by piece. */
const piece = 32;

export function compileArray(c: FunctionCompiler, node: ArrayExpression, dst: number): void {
  const { e } = c;
  const { elements } = node;
  if (constantLiteral(c, node, dst)) return;
  const mark = c.mark();
  let n = 0;
  while (n < elements.length && n < piece) {
    const element = elements[n];
    if (element === null || element.type === 'SpreadElement') break;
    n++;
  }
  const isWhole = n === elements.length;
  const array = !isWhole && c.isLocal(dst) ? c.temp() : dst;
  const inner = c.mark();
  const until = n > 0 ? (elements[n - 1] as Expression).end : 0;
  const registers = elements.slice(0, n).map((element) => c.operand(element as Expression, until));
  e.emitList(Op.NewArray, [array], registers);
  c.release(inner);
  appendTo(c, array, elements.slice(n));
  if (array !== dst) e.emit(Op.Move, dst, array);
  c.release(mark);
}

/** Appends elements, spreads and holes to the array in a temporary. */
export function appendTo(c: FunctionCompiler, array: number, elements: readonly (Expression | SpreadElement | null)[]): void {
  const { e } = c;
  for (const element of elements) {
    if (element === null) {
      e.emit(Op.ArrayHole, array);
      continue;
    }
    const mark = c.mark();
    if (element.type === 'SpreadElement') {
      const iterable = c.operand(element.argument);
      e.at(element.argument.start);
      e.emit(Op.ArraySpread, array, iterable, e.primitive(printedIterable(element.argument)));
    } else {
      e.emit(Op.ArrayAppend, array, c.operand(element));
    }
    c.release(mark);
  }
}

/** The key of a property that is written as a name, string or number; as a string. */
export function literalKey(key: Expression | { type: 'PrivateIdentifier'; name: string }): string {
  if (key.type === 'Identifier' || key.type === 'PrivateIdentifier') return key.name;
  const { value, bigint } = key as Literal;
  return bigint !== undefined ? String(BigInt(bigint)) : String(value);
}

/** A canonical numeric string. Most keys show by their first character that they are none: such a string begins with a digit or `-`, or is NaN or Infinity. */
function isNumeric(key: string): boolean {
  const first = key.charCodeAt(0);
  if (first > 57 /* 9 */ && first !== 73 /* I */ && first !== 78 /* N */) return false;
  return String(Number(key)) === key || key === '-0';
}

/** key: value with a plain, distinct name: what a NewObject can take together. */
function isSimple(property: Property | SpreadElement, keys: readonly string[]): property is Property {
  if (property.type === 'SpreadElement' || property.kind !== 'init' || property.computed) return false;
  if (property.method && property.value.type !== 'FunctionExpression') return false;
  const key = literalKey(property.key);
  return key !== '__proto__' && !isNumeric(key) && !keys.includes(key);
}

export function compileObject(c: FunctionCompiler, node: ObjectExpression, dst: number): void {
  const { e } = c;
  const { properties } = node;
  if (constantLiteral(c, node, dst)) return;
  const mark = c.mark();
  const keys: string[] = [];
  let n = 0;
  for (; n < properties.length && n < piece; n++) {
    const property = properties[n];
    if (!isSimple(property, keys) || needsHome(c, property)) break;
    keys.push(literalKey(property.key));
  }
  const isWhole = n === properties.length;
  const object = !isWhole && c.isLocal(dst) ? c.temp() : dst;
  const inner = c.mark();
  const until = n > 0 ? properties[n - 1].end : 0;
  const registers = properties.slice(0, n).map((property) => propertyValue(c, property as Property, until));
  e.at(node.start);
  e.emitList(Op.NewObject, [object, e.constant({ type: 'keys', keys })], registers);
  c.release(inner);
  for (const property of properties.slice(n)) {
    const each = c.mark();
    defineProperty(c, object, property);
    c.release(each);
  }
  if (object !== dst) e.emit(Op.Move, dst, object);
  c.release(mark);
}

/** A method that uses super has to know the object, so it is defined once there is one. */
function needsHome(c: FunctionCompiler, property: Property): boolean {
  return property.method && c.infoOf(property.value as FunctionNode).usesHome;
}

function propertyValue(c: FunctionCompiler, property: Property, until: number): number {
  const { value } = property;
  const name = literalKey(property.key);
  if (!isAnonymousFunction(value) && !property.method) return c.operand(value, until);
  const register = c.temp();
  if (property.method) c.closure(value as FunctionNode, register, name, property.start);
  else c.into(value, register, name);
  return register;
}

/** True for what takes its name from the place where it stands. */
export function isAnonymousFunction(node: Expression): boolean {
  switch (node.type) {
    case 'ArrowFunctionExpression':
      return true;
    case 'FunctionExpression':
    case 'ClassExpression':
      return node.id == null;
    case 'ParenthesizedExpression':
      return isAnonymousFunction(node.expression);
    default:
      return false;
  }
}

/** The name that an anonymous function gets from the variable that it is assigned to. */
export function nameFor(left: Pattern, value: Expression, start: number): string {
  // In `(f) = function () {}` the left side is not just a name: the parentheses show in where the assignment starts.
  return left.type === 'Identifier' && left.start === start && isAnonymousFunction(value) ? left.name : '';
}

function defineProperty(c: FunctionCompiler, object: number, property: Property | SpreadElement): void {
  const { e } = c;
  if (property.type === 'SpreadElement') {
    const source = c.operand(property.argument);
    e.at(property.argument.start);
    e.emitList(Op.CopyDataProperties, [object, source], []);
    return;
  }
  const { key, value, computed, kind, method } = property;
  if (kind !== 'init' || method) {
    const register = keyOperand(c, key, computed);
    defineMethod(c, object, register, computed ? null : literalKey(key), value as FunctionNode, property.start, kind, true);
    return;
  }
  if (!computed) {
    const name = literalKey(key);
    if (name === '__proto__' && !property.shorthand) {
      const proto = c.operand(value);
      e.at(property.start);
      e.emit(Op.SetPrototypeLiteral, object, proto);
      return;
    }
    const register = propertyValue(c, property, 0);
    e.at(property.start);
    if (key.type === 'Literal' && typeof key.value === 'number') {
      const number = c.temp();
      numberInto(c, key.value, number);
      e.emit(Op.DefineElem, object, number, register);
    } else {
      e.emit(Op.DefineField, object, e.name(name), register);
    }
    return;
  }
  const register = keyOperand(c, key, true);
  let result: number;
  if (isAnonymousFunction(value)) {
    result = c.temp();
    namedByKey(c, value, result, register);
  } else {
    result = c.operand(value);
  }
  e.at(property.start);
  e.emit(Op.DefineElem, object, register, result);
}

/** An anonymous function or class named by a computed key. */
export function namedByKey(c: FunctionCompiler, value: Expression, dst: number, key: number): void {
  if (value.type === 'ClassExpression') {
    c.classNamedByKey(value, dst, key);
    return;
  }
  c.into(value, dst);
  c.e.emit(Op.SetFunctionName, dst, key, 0);
}

/** A register with a property key, computed or not. */
export function keyOperand(c: FunctionCompiler, key: Expression, computed: boolean): number {
  const { e } = c;
  const register = c.temp();
  if (!computed) {
    if (key.type === 'Literal' && typeof key.value === 'number') numberInto(c, key.value, register);
    else e.emit(Op.LoadConst, register, e.primitive(literalKey(key)));
    return register;
  }
  const value = c.operandIn(key, register);
  e.at(key.start);
  e.emit(Op.ToPropertyKey, register, value);
  return register;
}

/**
 * Defines a method, getter or setter whose key is in a register; `name` is null if the key was computed. `start` is where
 * its source text starts, which is before the function's node.
 */
export function defineMethod(
  c: FunctionCompiler,
  object: number,
  key: number,
  name: string | null,
  value: FunctionNode,
  start: number,
  kind: string,
  enumerable: boolean,
): void {
  const { e } = c;
  const closure = c.temp();
  const prefix = kind === 'get' || kind === 'set' ? `${kind} ` : '';
  const info = c.closure(value, closure, name === null ? '' : prefix + name, start);
  e.at(value.start);
  if (info.usesHome) e.emit(Op.SetHome, closure, object);
  if (name === null) e.emit(Op.SetFunctionName, closure, key, kind === 'get' ? 1 : kind === 'set' ? 2 : 0);
  const op = kind === 'get' ? Op.DefineGetter : kind === 'set' ? Op.DefineSetter : Op.DefineMethod;
  e.emit(op, object, key, closure, enumerable ? 1 : 0);
}
