// Assignments, compound assignments, ++ and --.
//
// `dst` is where the value of the whole expression goes, or -1 if nobody wants it.
import type { AssignmentExpression, Expression, Identifier, MemberExpression, UpdateExpression } from 'acorn';
import type { FunctionCompiler } from './compile-function.ts';
import { nameFor } from './compile-literal.ts';
import { placeOf, readPlace, readWritePlace, writePlace } from './compile-member.ts';
import { emitBinaryWith, shortCircuit } from './compile-operator.ts';
import { assignPattern, callTarget, destructureList, stableOperand } from './compile-pattern.ts';
import { assignResolved, assignVariableAt, readVariableAt, resolvedBefore, targetRegister, variablePlace } from './compile-variable.ts';
import { Label } from './emitter.ts';
import { Op } from './opcodes.ts';
import { operatorOffset } from './source-text.ts';

export function compileAssignment(c: FunctionCompiler, node: AssignmentExpression, dst: number): void {
  const { left, operator } = node;
  const mark = c.mark();
  if (callTarget(c, left, 'in assignment')) return;
  if (operator === '=') assign(c, node, dst);
  else if (operator === '&&=' || operator === '||=' || operator === '??=') logicalAssign(c, node, dst);
  else if (left.type === 'Identifier') compoundVariable(c, node, left, dst);
  else compoundMember(c, node, left as MemberExpression, dst);
  c.release(mark);
}

function move(c: FunctionCompiler, dst: number, source: number): void {
  if (dst >= 0 && dst !== source) c.e.emit(Op.Move, dst, source);
}

function assign(c: FunctionCompiler, node: AssignmentExpression, dst: number): void {
  const { left, right } = node;
  const offset = operatorOffset(c.unit.text, left.end);
  if (left.type === 'Identifier') {
    const name = nameFor(left, right, node.start);
    const register = targetRegister(c, left);
    if (register >= 0) {
      c.into(right, register, name);
      move(c, dst, register);
      return;
    }
    const place = variablePlace(c, left);
    const wasResolved = resolvedBefore(c, left, right);
    const value = valueOperand(c, right, dst, name);
    if (place < 0) assignResolved(c, left, wasResolved, value, offset);
    else assignVariableAt(c, left, place, value, offset);
    move(c, dst, value);
    return;
  }
  if (left.type === 'MemberExpression') {
    const place = placeOf(c, left, node.end, null);
    const value = c.operandIn(right, dst);
    writePlace(c, place, value, offset);
    move(c, dst, value);
    return;
  }
  if (dst < 0 && destructureList(c, 'assign', left, right)) return;
  const value = stableOperand(c, right, left, dst);
  assignPattern(c, left, value, right);
  move(c, dst, value);
}

function valueOperand(c: FunctionCompiler, value: Expression, dst: number, name: string): number {
  if (name === '') return c.operandIn(value, dst);
  const register = dst >= 0 && !c.isLocal(dst) ? dst : c.temp();
  c.into(value, register, name);
  return register;
}

function compoundVariable(c: FunctionCompiler, node: AssignmentExpression, left: Identifier, dst: number): void {
  const { right, operator } = node;
  const offset = operatorOffset(c.unit.text, left.end);
  const target = targetRegister(c, left);
  if (target >= 0) {
    const old = c.operand(left, node.end);
    emitBinaryWith(c, operator.slice(0, -1), target, old, right, offset);
    move(c, dst, target);
    return;
  }
  const place = variablePlace(c, left);
  const value = dst >= 0 && !c.isLocal(dst) ? dst : c.temp();
  readVariableAt(c, left, place, value);
  emitBinaryWith(c, operator.slice(0, -1), value, value, right, offset);
  assignVariableAt(c, left, place, value, offset);
  move(c, dst, value);
}

function compoundMember(c: FunctionCompiler, node: AssignmentExpression, left: MemberExpression, dst: number): void {
  const offset = operatorOffset(c.unit.text, left.end);
  const place = readWritePlace(c, left, node.end);
  const value = dst >= 0 && !c.isLocal(dst) ? dst : c.temp();
  readPlace(c, place, value, left.start);
  emitBinaryWith(c, node.operator.slice(0, -1), value, value, node.right, offset);
  writePlace(c, place, value, offset);
  move(c, dst, value);
}

function logicalAssign(c: FunctionCompiler, node: AssignmentExpression, dst: number): void {
  const { e } = c;
  const { left, right, operator } = node;
  const offset = operatorOffset(c.unit.text, left.end);
  const end = new Label();
  const jump = shortCircuit(operator);
  if (left.type === 'Identifier') {
    const name = nameFor(left, right, node.start);
    const register = targetRegister(c, left);
    if (register >= 0) {
      e.branch(jump, register, end);
      c.into(right, register, name);
      e.bind(end);
      move(c, dst, register);
      return;
    }
    const place = variablePlace(c, left);
    const value = dst >= 0 && !c.isLocal(dst) ? dst : c.temp();
    readVariableAt(c, left, place, value);
    e.branch(jump, value, end);
    c.into(right, value, name);
    assignVariableAt(c, left, place, value, offset);
    e.bind(end);
    move(c, dst, value);
    return;
  }
  const place = readWritePlace(c, left as MemberExpression, node.end);
  const value = dst >= 0 && !c.isLocal(dst) ? dst : c.temp();
  readPlace(c, place, value, left.start);
  e.branch(jump, value, end);
  c.into(right, value);
  writePlace(c, place, value, offset);
  e.bind(end);
  move(c, dst, value);
}

export function compileUpdate(c: FunctionCompiler, node: UpdateExpression, dst: number): void {
  const { e } = c;
  if (callTarget(c, node.argument, `expression in ${node.prefix ? 'prefix' : 'postfix'} operation`)) return;
  const argument = node.argument as Identifier | MemberExpression;
  const op = node.operator === '++' ? Op.Inc : Op.Dec;
  const mark = c.mark();
  if (argument.type === 'Identifier') {
    const register = targetRegister(c, argument);
    if (register >= 0) {
      updateRegister(c, op, register, node, dst);
      c.release(mark);
      return;
    }
  }
  const place = argument.type === 'Identifier' ? null : readWritePlace(c, argument, 0);
  const variable = argument.type === 'Identifier' ? variablePlace(c, argument) : -1;
  const old = dst >= 0 && !c.isLocal(dst) ? dst : c.temp();
  if (place !== null) readPlace(c, place, old, argument.start);
  else readVariableAt(c, argument as Identifier, variable, old);
  e.at(node.start);
  let updated = old;
  if (dst >= 0 && !node.prefix) {
    // The value is the old one, converted.
    e.emit(Op.ToNumeric, old, old);
    updated = c.temp();
  }
  e.emit(op, updated, old);
  if (place !== null) writePlace(c, place, updated, node.start);
  else assignVariableAt(c, argument as Identifier, variable, updated, node.start);
  move(c, dst, node.prefix ? updated : old);
  c.release(mark);
}

function updateRegister(c: FunctionCompiler, op: number, register: number, node: UpdateExpression, dst: number): void {
  const { e } = c;
  e.at(node.start);
  if (dst < 0 || node.prefix) {
    e.emit(op, register, register);
    move(c, dst, register);
    return;
  }
  if (dst === register) {
    // i = i++ leaves the old value; the conversion of the new one cannot fail after that of the old.
    e.emit(Op.ToNumeric, register, register);
    return;
  }
  const old = c.isLocal(dst) ? c.temp() : dst;
  e.emit(Op.ToNumeric, old, register);
  e.emit(op, register, old);
  move(c, dst, old);
}

