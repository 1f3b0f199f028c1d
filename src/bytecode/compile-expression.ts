// Expressions: the dispatch over their kinds, and the operators.
//
// `compileInto` computes an expression into a given register, `compileOperand` into whichever register suits,
// `compileEffect` for its effects alone, `compileCondition` for a jump by its truth. Conditions never make a boolean that
// they do not need, and a comparison stands directly before the jump on it, which the interpreter fuses.
import type {
  BinaryExpression,
  ConditionalExpression,
  Expression,
  Literal,
  LogicalExpression,
  PrivateIdentifier,
  SequenceExpression,
  UnaryExpression,
} from 'acorn';
import { compileAssignment, compileUpdate } from './compile-assignment.ts';
import { compileCall, compileNew, compileTagged } from './compile-call.ts';
import { compileClass } from './compile-class.ts';
import { compileAwait, compileYield } from './compile-coroutine.ts';
import { importCall } from './compile-module.ts';
import type { FunctionCompiler } from './compile-function.ts';
import { compileArray, compileObject, compileTemplate, literalInto, numberOf } from './compile-literal.ts';
import { compileChain, compileMember, deleteMember } from './compile-member.ts';
import { binaryOps, emitBinaryWith, immediateOf, shortCircuit } from './compile-operator.ts';
import { newTargetInto, thisInto, thisOperand } from './compile-this.ts';
import { bindingOf, deleteVariable, isGlobal, literalOf, readForTypeof, readVariable, registerOf } from './compile-variable.ts';
import { dynamicsOf } from './compile-with.ts';
import { Label } from './emitter.ts';
import { Op } from './opcodes.ts';
import { operatorOffset } from './source-text.ts';

export function compileInto(c: FunctionCompiler, node: Expression, dst: number, name: string): void {
  const { e } = c;
  switch (node.type) {
    case 'Identifier': {
      const literal = literalOf(c, node);
      if (literal === node) readVariable(c, node, dst);
      else c.into(literal, dst);
      break;
    }
    case 'Literal':
      literalInto(c, node, dst);
      break;
    case 'MemberExpression':
      compileMember(c, node, dst, null);
      break;
    case 'CallExpression':
      compileCall(c, node, dst, null);
      break;
    case 'BinaryExpression':
      binary(c, node, dst);
      break;
    case 'AssignmentExpression':
      compileAssignment(c, node, dst);
      break;
    case 'ThisExpression':
      thisInto(c, node.start, dst);
      break;
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      e.at(node.start);
      c.closure(node, dst, node.id?.name ?? name);
      break;
    case 'LogicalExpression':
      logical(c, node, dst, name);
      break;
    case 'ConditionalExpression':
      conditional(c, node, (branch) => c.into(branch, dst));
      break;
    case 'UnaryExpression':
      unary(c, node, dst);
      break;
    case 'UpdateExpression':
      compileUpdate(c, node, dst);
      break;
    case 'ObjectExpression':
      compileObject(c, node, dst);
      break;
    case 'ArrayExpression':
      compileArray(c, node, dst);
      break;
    case 'NewExpression':
      compileNew(c, node, dst);
      break;
    case 'SequenceExpression':
      c.into(lastOf(c, node), dst);
      break;
    case 'TemplateLiteral':
      compileTemplate(c, node, dst);
      break;
    case 'TaggedTemplateExpression':
      compileTagged(c, node, dst);
      break;
    case 'ClassExpression':
      compileClass(c, node, dst, node.id?.name ?? name, -1);
      break;
    case 'ChainExpression':
      compileChain(c, node, dst);
      break;
    case 'MetaProperty':
      if (node.meta.name === 'import') c.e.emit(Op.LoadImportMeta, dst);
      else newTargetInto(c, dst);
      break;
    case 'ParenthesizedExpression':
      c.into(node.expression, dst, name);
      break;
    case 'YieldExpression':
      compileYield(c, node, dst);
      break;
    case 'ImportExpression':
      importCall(c, node, dst);
      break;
    case 'AwaitExpression':
      compileAwait(c, node, dst);
      break;
    default:
      throw new Error(`cannot compile ${(node as Expression).type}`);
  }
}

export function compileOperand(c: FunctionCompiler, node: Expression, until: number, preferred: number): number {
  if (node === c.computed) return c.takeComputed();
  switch (node.type) {
    case 'Identifier': {
      const register = registerOf(c, node);
      if (register >= 0) {
        const assigned = until > node.end && bindingOf(c, node)?.assignedWithin(node.end, until) === true;
        if (!assigned) return register;
        const copy = preferred >= 0 && !c.isLocal(preferred) ? preferred : c.temp();
        c.e.emit(Op.Move, copy, register);
        return copy;
      }
      if (node.name === 'undefined' && isGlobal(c, node)) return c.undef();
      break;
    }
    case 'ThisExpression':
      return thisOperand(c, node.start);
    case 'AssignmentExpression':
      // The variable just assigned to holds the value, unless what follows changes it.
      if (node.left.type === 'Identifier' && node.operator === '=') {
        const binding = bindingOf(c, node.left);
        if (binding !== null && !binding.captured && dynamicsOf(c, node.left) === undefined && !(until > node.end && binding.assignedWithin(node.end, until))) {
          compileEffect(c, node);
          if (!c.e.reachable || binding.kind !== 'self') return binding.register;
        }
      }
      break;
    case 'SequenceExpression':
      return compileOperand(c, lastOf(c, node), until, preferred);
    case 'ParenthesizedExpression':
      return compileOperand(c, node.expression, until, preferred);
  }
  const dst = preferred >= 0 && !c.isLocal(preferred) ? preferred : c.temp();
  c.into(node, dst);
  return dst;
}

export function compileEffect(c: FunctionCompiler, node: Expression): void {
  const mark = c.mark();
  switch (node.type) {
    case 'AssignmentExpression':
      compileAssignment(c, node, -1);
      break;
    case 'UpdateExpression':
      compileUpdate(c, node, -1);
      break;
    case 'SequenceExpression':
      for (const expression of node.expressions) compileEffect(c, expression);
      break;
    case 'ParenthesizedExpression':
      compileEffect(c, node.expression);
      break;
    case 'UnaryExpression':
      if (node.operator === 'void' || node.operator === '!') compileEffect(c, node.argument);
      else c.into(node, c.temp());
      break;
    case 'LogicalExpression': {
      const next = new Label();
      const end = new Label();
      if (node.operator === '??') c.e.branch(Op.JumpIfNotNullish, c.operand(node.left), end);
      else if (node.operator === '&&') c.condition(node.left, next, end, 'true');
      else c.condition(node.left, end, next, 'false');
      c.e.bind(next);
      compileEffect(c, node.right);
      c.e.bind(end);
      break;
    }
    case 'ConditionalExpression':
      conditional(c, node, (branch) => compileEffect(c, branch));
      break;
    case 'Literal':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      if (node.type === 'Literal' && node.regex !== undefined) c.into(node, c.temp());
      break;
    default:
      c.operand(node);
  }
  c.release(mark);
}

export function compileCondition(c: FunctionCompiler, node: Expression, ifTrue: Label, ifFalse: Label, next: 'true' | 'false'): void {
  const { e } = c;
  switch (node.type) {
    case 'ParenthesizedExpression':
      compileCondition(c, node.expression, ifTrue, ifFalse, next);
      return;
    case 'UnaryExpression':
      if (node.operator === '!') {
        compileCondition(c, node.argument, ifFalse, ifTrue, next === 'true' ? 'false' : 'true');
        return;
      }
      break;
    case 'LogicalExpression':
      if (node.operator === '??') break;
      logicalCondition(c, node, ifTrue, ifFalse, next);
      return;
    case 'SequenceExpression':
      compileCondition(c, lastOf(c, node), ifTrue, ifFalse, next);
      return;
    case 'Literal': {
      const truth = literalTruth(node);
      if (truth === null) break;
      if (truth !== (next === 'true')) e.jump(truth ? ifTrue : ifFalse);
      return;
    }
    case 'BinaryExpression':
      if (nullishTest(c, node, ifTrue, ifFalse, next)) return;
      break;
  }
  const mark = c.mark();
  const value = c.operand(node);
  if (next === 'true') e.branch(Op.JumpIfFalse, value, ifFalse);
  else e.branch(Op.JumpIfTrue, value, ifTrue);
  c.release(mark);
}

/** Rows of && and ||, which nest to the left. */
function logicalCondition(c: FunctionCompiler, node: LogicalExpression, ifTrue: Label, ifFalse: Label, next: 'true' | 'false'): void {
  const rights: { readonly node: Expression; readonly ifTrue: Label; readonly ifFalse: Label; readonly next: 'true' | 'false'; readonly at: Label }[] = [];
  let left: Expression = node;
  let [yes, no, following] = [ifTrue, ifFalse, next];
  while (left.type === 'LogicalExpression' && left.operator !== '??') {
    const at = new Label();
    rights.push({ node: left.right, ifTrue: yes, ifFalse: no, next: following, at });
    if (left.operator === '&&') [yes, following] = [at, 'true'];
    else [no, following] = [at, 'false'];
    left = left.left;
  }
  compileCondition(c, left, yes, no, following);
  for (let right = rights.pop(); right !== undefined; right = rights.pop()) {
    c.e.bind(right.at);
    compileCondition(c, right.node, right.ifTrue, right.ifFalse, right.next);
  }
}

function literalTruth(node: Literal): boolean | null {
  if (node.regex !== undefined || node.bigint !== undefined) return null;
  return Boolean(node.value);
}

function isUndefined(c: FunctionCompiler, node: Expression | PrivateIdentifier): boolean {
  if (node.type === 'Identifier') return node.name === 'undefined' && isGlobal(c, node);
  return node.type === 'UnaryExpression' && node.operator === 'void' && node.argument.type === 'Literal';
}

function isNull(node: Expression | PrivateIdentifier): boolean {
  return node.type === 'Literal' && node.raw === 'null';
}

/** x == null, x != undefined, x === undefined and their like, which have jumps of their own. */
function nullishTest(c: FunctionCompiler, node: BinaryExpression, ifTrue: Label, ifFalse: Label, next: 'true' | 'false'): boolean {
  const { operator } = node;
  const loose = operator === '==' || operator === '!=';
  if (!loose && operator !== '===' && operator !== '!==') return false;
  const fits = (side: Expression | PrivateIdentifier): boolean => isUndefined(c, side) || (loose && isNull(side));
  let subject: Expression;
  if (fits(node.right)) subject = node.left as Expression;
  else if (fits(node.left)) subject = node.right;
  else return false;
  const mark = c.mark();
  const value = c.operand(subject);
  const isEqual = operator === '==' || operator === '===';
  const jumpWhenEqual = (next === 'true') !== isEqual;
  const target = next === 'true' ? ifFalse : ifTrue;
  const op = loose
    ? jumpWhenEqual ? Op.JumpIfNullish : Op.JumpIfNotNullish
    : jumpWhenEqual ? Op.JumpIfUndefined : Op.JumpIfNotUndefined;
  c.e.branch(op, value, target);
  c.release(mark);
  return true;
}

/** Compiles all but the last expression for their effects. */
function lastOf(c: FunctionCompiler, node: SequenceExpression): Expression {
  const { expressions } = node;
  for (let i = 0; i < expressions.length - 1; i++) compileEffect(c, expressions[i]);
  return expressions[expressions.length - 1];
}

/** The operators that nest to the left in a row (a + b + c + ...), compiled without recursion however long the row is. */
function binary(c: FunctionCompiler, node: BinaryExpression, dst: number): void {
  const row: BinaryExpression[] = [];
  let first: Expression | PrivateIdentifier = node;
  while (first.type === 'BinaryExpression') {
    row.push(first);
    first = first.left;
  }
  const mark = c.mark();
  const innermost = row[row.length - 1];
  const scratch = c.isLocal(dst) ? -1 : dst;
  if (first.type === 'PrivateIdentifier') {
    const name = c.temp();
    readVariable(c, { ...first, type: 'Identifier', name: `#${first.name}` }, name);
    const target = row.length === 1 ? dst : c.temp();
    const object = c.operand(innermost.right);
    c.e.at(operatorOffset(c.unit.text, first.end));
    c.e.emit(Op.HasPrivate, target, object, name);
    rest(c, row, row.length - 2, target, dst);
  } else if (row.length === 1 && isFlippable(node)) {
    const { flippedInt } = binaryOps[node.operator];
    const right = c.operandIn(node.right, scratch);
    c.e.at(operatorOffset(c.unit.text, node.left.end));
    c.e.emit(flippedInt as number, dst, right, immediateOf(node.left as Expression) as number);
  } else {
    const accumulator = c.operandIn(first, scratch, innermost.right.end);
    rest(c, row, row.length - 1, accumulator, dst);
  }
  c.release(mark);
}

/** A constant on the left of an operator that has an immediate form the other way round. */
function isFlippable(node: BinaryExpression): boolean {
  const { left, right, operator } = node;
  if (left.type !== 'Literal' || right.type === 'Literal') return false;
  return binaryOps[operator].flippedInt !== undefined && immediateOf(left) !== null;
}

function rest(c: FunctionCompiler, row: readonly BinaryExpression[], from: number, left: number, dst: number): void {
  let accumulator = left;
  // Where the values between go: never into a variable, which may be read or seen by a handler before the end.
  let scratch = c.isLocal(dst) ? -1 : dst;
  for (let i = from; i >= 0; i--) {
    const node = row[i];
    let target = dst;
    if (i > 0 && c.isLocal(dst)) target = scratch = scratch >= 0 ? scratch : c.temp();
    step(c, node, target, accumulator);
    accumulator = target;
  }
}

function step(c: FunctionCompiler, node: BinaryExpression, dst: number, left: number): void {
  const { operator } = node;
  const offset = operatorOffset(c.unit.text, node.left.end);
  // Both sides strings: no conversion can happen.
  const exact = (operator === '==' || operator === '!=') && isTypeofTest(node);
  emitBinaryWith(c, exact ? `${operator}=` : operator, dst, left, node.right, offset);
}

function isTypeofTest(node: BinaryExpression): boolean {
  const { left, right } = node;
  return left.type === 'UnaryExpression' && left.operator === 'typeof' && right.type === 'Literal' && typeof right.value === 'string';
}

function logical(c: FunctionCompiler, node: LogicalExpression, dst: number, name: string): void {
  const { e } = c;
  const end = new Label();
  const mark = c.mark();
  if (!c.isLocal(dst)) {
    // Rows of them nest to the left.
    const row: LogicalExpression[] = [];
    let first: Expression = node;
    for (; first.type === 'LogicalExpression'; first = first.left) row.push(first);
    c.into(first, dst);
    for (let i = row.length - 1; i >= 0; i--) {
      const next = new Label();
      e.branch(shortCircuit(row[i].operator), dst, next);
      c.into(row[i].right, dst, i === 0 ? name : '');
      e.bind(next);
    }
    c.release(mark);
    return;
  }
  // The variable may be read on the right, so it is written once, at the end.
  const short = new Label();
  const left = c.operand(node.left);
  e.branch(shortCircuit(node.operator), left, left === dst ? end : short);
  c.into(node.right, dst, name);
  if (left !== dst) {
    e.jump(end);
    e.bind(short);
    e.emit(Op.Move, dst, left);
  }
  e.bind(end);
  c.release(mark);
}

/** `a ? b : c ? d : ...`, however many. */
function conditional(c: FunctionCompiler, node: ConditionalExpression, compile: (branch: Expression) => void): void {
  const { e } = c;
  const ends: Label[] = [];
  let last: Expression = node;
  while (last.type === 'ConditionalExpression') {
    const yes = new Label();
    const no = new Label();
    const end = new Label();
    c.condition(last.test, yes, no, 'true');
    e.bind(yes);
    compile(last.consequent);
    e.jump(end);
    ends.push(end);
    e.bind(no);
    last = last.alternate;
  }
  compile(last);
  for (let i = ends.length - 1; i >= 0; i--) e.bind(ends[i]);
}

const unaryOps: Record<string, number> = { '-': Op.Neg, '+': Op.ToNumber, '~': Op.BitNot, '!': Op.Not, typeof: Op.Typeof };

function unary(c: FunctionCompiler, node: UnaryExpression, dst: number): void {
  const { e } = c;
  const { operator, argument } = node;
  if (operator === 'delete') {
    deleteExpression(c, argument, dst);
    return;
  }
  if (operator === 'void') {
    c.effect(argument);
    e.emit(Op.LoadUndefined, dst);
    return;
  }
  if (operator === '-') {
    const value = numberOf(argument);
    if (value !== null) {
      literalInto(c, { type: 'Literal', value: -value, start: node.start, end: node.end }, dst);
      return;
    }
  }
  const mark = c.mark();
  let operand: number;
  if (operator === 'typeof' && argument.type === 'Identifier' && (bindingOf(c, argument) === null || dynamicsOf(c, argument) !== undefined)) {
    operand = c.isLocal(dst) ? c.temp() : dst;
    readForTypeof(c, argument, operand);
  } else {
    operand = c.operandIn(argument, dst);
  }
  e.at(node.start);
  e.emit(unaryOps[operator], dst, operand);
  c.release(mark);
}

function deleteExpression(c: FunctionCompiler, argument: Expression, dst: number): void {
  const { e } = c;
  if (argument.type === 'MemberExpression') {
    deleteMember(c, argument, dst, null);
  } else if (argument.type === 'ChainExpression') {
    const { expression } = argument;
    if (expression.type !== 'MemberExpression') {
      c.effect(argument);
      e.emit(Op.LoadTrue, dst);
      return;
    }
    const nullish = new Label();
    const end = new Label();
    deleteMember(c, expression, dst, nullish);
    e.jump(end);
    e.bind(nullish);
    e.emit(Op.LoadTrue, dst);
    e.bind(end);
  } else if (argument.type === 'Identifier') {
    deleteVariable(c, argument, dst);
  } else {
    c.effect(argument);
    e.emit(Op.LoadTrue, dst);
  }
}
