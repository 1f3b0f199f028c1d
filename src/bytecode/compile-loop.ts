// Loops.
//
// The header of a loop is a Loop instruction, with the test of the loop directly behind it; every way round goes back there.
// Scopes of loops that closures capture are made anew, or copied, for every iteration; others cost nothing.
import type { DoWhileStatement, Expression, ForInStatement, ForOfStatement, ForStatement, Pattern, Statement, VariableDeclaration, WhileStatement } from 'acorn';
import type { Scope } from '../scope/scope.ts';
import { closingOnExit } from './compile-control.ts';
import type { JumpTarget } from './compile-control.ts';
import type { FunctionCompiler } from './compile-function.ts';
import { closeQuietly, newPair, startIteration, startProtocol, stepIteration, stepPair } from './compile-iteration.ts';
import type { List } from './compile-iteration.ts';
import { callTarget, declareFrom, declarePattern, destructureUnlessList, ownRegister } from './compile-pattern.ts';
import { targetRegister } from './compile-variable.ts';
import { compileVariables } from './compile-declaration.ts';
import { Label } from './emitter.ts';
import { Op } from './opcodes.ts';
import { printedIterable } from './source-text.ts';

/** Enters a loop as the target of break and continue; takes the labels that stand before it. */
function targetOf(c: FunctionCompiler, breakLabel: Label, continueLabel: Label | null): JumpTarget {
  const labels = c.pendingLabels;
  c.pendingLabels = [];
  return { kind: 'target', labels, isBreakable: true, breakLabel, continueLabel };
}

function body(c: FunctionCompiler, target: JumpTarget, statement: Statement): void {
  c.controls.push(target);
  c.statement(statement);
  c.controls.pop();
}

function startCompletion(c: FunctionCompiler): void {
  if (c.completion >= 0) c.e.emit(Op.LoadUndefined, c.completion);
}

/** A condition at a loop header; true if it can never hold. */
function test(c: FunctionCompiler, node: Expression | null | undefined, exit: Label): void {
  if (node == null) return;
  const go = new Label();
  c.condition(node, go, exit, 'true');
  c.e.bind(go);
}

export function compileWhile(c: FunctionCompiler, node: WhileStatement): void {
  const { e } = c;
  const header = new Label();
  const exit = new Label();
  const target = targetOf(c, exit, header);
  startCompletion(c);
  e.at(node.start);
  e.bindLoop(header);
  test(c, node.test, exit);
  body(c, target, node.body);
  e.jump(header);
  e.bind(exit);
}

export function compileDoWhile(c: FunctionCompiler, node: DoWhileStatement): void {
  const { e } = c;
  const header = new Label();
  const next = new Label();
  const exit = new Label();
  const target = targetOf(c, exit, next);
  startCompletion(c);
  e.at(node.start);
  e.bindLoop(header);
  body(c, target, node.body);
  e.bind(next);
  if (e.reachable) c.condition(node.test, header, exit, 'false');
  e.bind(exit);
}

export function compileFor(c: FunctionCompiler, node: ForStatement): void {
  const { e } = c;
  const header = new Label();
  const next = new Label();
  const exit = new Label();
  const target = targetOf(c, exit, next);
  const mark = c.mark();
  const outer = c.scope;
  const scope = c.unit.analysis.scopes.get(node);
  startCompletion(c);
  if (scope !== undefined) c.enter(scope, []);
  const { init } = node;
  if (init?.type === 'VariableDeclaration') compileVariables(c, init);
  else if (init != null) c.effect(init);
  const copies = scope !== undefined && scope.slots.length > 0;
  // Only closures made by the initialiser could tell the first iteration's variables from those that it saw.
  if (copies && scope.usedInHead) copyScope(c, scope);
  e.at(node.start);
  e.bindLoop(header);
  test(c, node.test, exit);
  body(c, target, node.body);
  e.bind(next);
  if (copies) copyScope(c, scope);
  if (node.update != null && e.reachable) c.effect(node.update);
  e.jump(header);
  e.bind(exit);
  c.scope = outer;
  c.release(mark);
}

/** CreatePerIterationEnvironment. */
function copyScope(c: FunctionCompiler, scope: Scope): void {
  c.e.emit(Op.CopyScope, scope.register, scope.register, c.shape(scope));
}

/** Evaluates what a for-in or for-of loop goes over, with the names of its head in their dead zone. */
function head(c: FunctionCompiler, node: ForInStatement | ForOfStatement, scope: Scope | undefined): number {
  const { right } = node;
  if (scope === undefined) return c.operand(right);
  const outer = c.scope;
  c.allocate(scope);
  if (scope.usedInHead) {
    c.createScope(scope);
    c.startDeadZone(scope);
    c.scope = scope;
  }
  const value = c.operand(right);
  c.scope = outer;
  return value;
}

/** The register that the key or value of an iteration can go straight to: that of the variable of the head, or a temporary. */
function headRegister(c: FunctionCompiler, left: VariableDeclaration | Pattern): number {
  const id = left.type === 'VariableDeclaration' ? left.declarations[0].id : left;
  if (id.type !== 'Identifier') return c.temp();
  if (left.type !== 'VariableDeclaration') return c.temp();
  const register = left.kind === 'var' ? targetRegister(c, id) : ownRegister(c, id);
  return register >= 0 ? register : c.temp();
}

/** Binds the head of a for-in or for-of loop to the value of an iteration, or to `list`, if that is given and one. */
function bindHead(c: FunctionCompiler, left: VariableDeclaration | Pattern, value: number, scope: Scope | undefined, list: List | null = null): void {
  if (scope !== undefined) {
    c.createScope(scope);
    c.scope = scope;
  }
  const pattern = left.type === 'VariableDeclaration' ? left.declarations[0].id : left;
  const isNew = left.type === 'VariableDeclaration' && left.kind !== 'var';
  if (callTarget(c, pattern, 'in for-loop')) return;
  c.e.at(pattern.start);
  if (isNew && scope !== undefined && pattern.type !== 'Identifier') c.startDeadZone(scope);
  if (list !== null && pattern.type === 'ArrayPattern') destructureUnlessList(c, isNew ? 'initialise' : 'assign', pattern, value, list);
  else declarePattern(c, pattern, value, null, !isNew);
}

/** A pattern as of entries: one or two elements, no rest. */
function takesPairs(pattern: Pattern): boolean {
  return pattern.type === 'ArrayPattern' && pattern.elements.length > 0 && pattern.elements.length <= 2 && pattern.elements.every((element) => element?.type !== 'RestElement');
}

export function compileForIn(c: FunctionCompiler, node: ForInStatement): void {
  const { e } = c;
  const { left } = node;
  const header = new Label();
  const exit = new Label();
  const target = targetOf(c, exit, header);
  const mark = c.mark();
  const outer = c.scope;
  const scope = c.unit.analysis.scopes.get(node);
  startCompletion(c);
  if (left.type === 'VariableDeclaration') {
    // Annex B.3.5: for (var x = 1 in o)
    const { id, init } = left.declarations[0];
    if (init != null) declareFrom(c, id, init, true);
  }
  const object = head(c, node, scope);
  const enumeration = c.temp();
  e.at(node.right.start);
  e.emit(Op.ForInStart, enumeration, object);
  e.at(node.start);
  e.bindLoop(header);
  const key = headRegister(c, left);
  e.at(node.right.start);
  e.forInNext(key, enumeration, exit);
  bindHead(c, left, key, scope);
  body(c, target, node.body);
  e.jump(header);
  e.bind(exit);
  c.scope = outer;
  c.release(mark);
}

export function compileForOf(c: FunctionCompiler, node: ForOfStatement): void {
  const { e } = c;
  const { left, right } = node;
  const header = new Label();
  const exit = new Label();
  const exhausted = new Label();
  const target = targetOf(c, exit, header);
  const mark = c.mark();
  const outer = c.scope;
  const scope = c.unit.analysis.scopes.get(node);
  startCompletion(c);
  const iterable = head(c, node, scope);
  const start = node.await ? startProtocol : startIteration;
  const iteration = start(c, iterable, printedIterable(right), right.start, node.await);
  const thrown = c.temp();
  const names = left.type === 'VariableDeclaration' ? left.declarations[0].id : left;
  const value = headRegister(c, left);
  const list = !node.await && takesPairs(names) ? newPair(c, value) : null;
  e.at(node.start);
  e.bindLoop(header);
  if (list !== null) {
    stepPair(c, iteration, list, names.start, exhausted);
  } else {
    const got = new Label();
    stepIteration(c, iteration, value, names.start, exhausted, got);
    e.bind(got);
  }
  // A break leaves the iteration, which closes it; a continue stays inside.
  c.controls.push({ ...target, continueLabel: null });
  const region = closingOnExit(c, iteration, right.start, () => {
    bindHead(c, left, value, scope, list);
    body(c, { ...target, isBreakable: false, breakLabel: null }, node.body);
  });
  c.controls.pop();
  e.jump(header);
  if (e.startHandler(region, thrown)) {
    const rethrow = new Label();
    closeQuietly(c, iteration, rethrow);
    e.emit(Op.Throw, thrown);
  }
  e.bind(exhausted);
  e.bind(exit);
  c.scope = outer;
  c.release(mark);
}
