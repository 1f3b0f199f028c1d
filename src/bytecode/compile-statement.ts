// Statements: the dispatch over their kinds, and the small ones.
import type { BlockStatement, ExpressionStatement, FunctionDeclaration, IfStatement, LabeledStatement, Statement } from 'acorn';
import { compileJump, compileReturn, compileTry, plainJump } from './compile-control.ts';
import { compileBlockFunction, compileClassDeclaration, compileVariables } from './compile-declaration.ts';
import type { FunctionCompiler } from './compile-function.ts';
import { compileDoWhile, compileFor, compileForIn, compileForOf, compileWhile } from './compile-loop.ts';
import { compileSwitch } from './compile-switch.ts';
import { compileWith } from './compile-with.ts';
import { Label } from './emitter.ts';
import { Op } from './opcodes.ts';

export function compileStatement(c: FunctionCompiler, node: Statement): void {
  const { e } = c;
  // Function declarations of dead code have been made with their block, and nothing else of it matters.
  if (!e.reachable) return;
  e.at(node.start);
  switch (node.type) {
    case 'ExpressionStatement':
      expression(c, node);
      break;
    case 'VariableDeclaration':
      compileVariables(c, node);
      break;
    case 'ReturnStatement':
      compileReturn(c, node);
      break;
    case 'IfStatement':
      ifStatement(c, node);
      break;
    case 'BlockStatement':
      block(c, node, node.body);
      break;
    case 'ForStatement':
      compileFor(c, node);
      break;
    case 'ForInStatement':
      compileForIn(c, node);
      break;
    case 'ForOfStatement':
      compileForOf(c, node);
      break;
    case 'WhileStatement':
      compileWhile(c, node);
      break;
    case 'DoWhileStatement':
      compileDoWhile(c, node);
      break;
    case 'BreakStatement':
    case 'ContinueStatement':
      compileJump(c, node);
      break;
    case 'ThrowStatement': {
      const mark = c.mark();
      const value = c.operand(node.argument);
      e.at(node.start);
      e.emit(Op.Throw, value);
      c.release(mark);
      break;
    }
    case 'TryStatement':
      compileTry(c, node);
      break;
    case 'SwitchStatement':
      compileSwitch(c, node);
      break;
    case 'LabeledStatement':
      labelled(c, node);
      break;
    case 'FunctionDeclaration':
      compileBlockFunction(c, node);
      break;
    case 'ClassDeclaration':
      compileClassDeclaration(c, node);
      break;
    case 'WithStatement':
      compileWith(c, node);
      break;
    case 'EmptyStatement':
    case 'DebuggerStatement':
      break;
  }
}

function expression(c: FunctionCompiler, node: ExpressionStatement): void {
  if (c.completion >= 0) c.into(node.expression, c.completion);
  else c.effect(node.expression);
}

/** A block, or a function declaration that stands where a statement should, as if in a block. */
function block(c: FunctionCompiler, node: BlockStatement | FunctionDeclaration, statements: readonly Statement[]): void {
  const scope = c.unit.analysis.scopes.get(node);
  if (scope === undefined) {
    c.statements(statements);
    return;
  }
  const mark = c.mark();
  const outer = c.scope;
  c.enter(scope, statements);
  c.statements(statements);
  c.scope = outer;
  c.release(mark);
}

function branch(c: FunctionCompiler, node: Statement): void {
  if (node.type === 'FunctionDeclaration') block(c, node, [node]);
  else c.statement(node);
}

/** `else if` after `else if`, however many. */
function ifStatement(c: FunctionCompiler, node: IfStatement): void {
  const { e } = c;
  const ends: Label[] = [];
  let last: IfStatement | null = node;
  while (last !== null) {
    if (last !== node) e.at(last.start);
    const next = firstBranch(c, last, ends);
    last = null;
    if (next == null || !e.reachable) break;
    if (next.type === 'IfStatement') last = next;
    else branch(c, next);
  }
  for (let i = ends.length - 1; i >= 0; i--) e.bind(ends[i]);
}

/** Compiles the test and the first branch; gives the other one, if there is one, which is to be compiled next. `ends` takes the label behind both. */
function firstBranch(c: FunctionCompiler, node: IfStatement, ends: Label[]): Statement | null | undefined {
  const { e } = c;
  const { alternate } = node;
  const yes = new Label();
  const no = new Label();
  if (c.completion >= 0) e.emit(Op.LoadUndefined, c.completion);
  const jump = plainJump(c, node.consequent);
  if (jump !== null) {
    c.condition(node.test, jump, no, 'false');
    e.bind(no);
    return alternate;
  }
  c.condition(node.test, yes, no, 'true');
  e.bind(yes);
  if (e.reachable) branch(c, node.consequent);
  if (alternate != null) {
    const end = new Label();
    e.jump(end);
    ends.push(end);
  }
  e.bind(no);
  return alternate;
}

function labelled(c: FunctionCompiler, node: LabeledStatement): void {
  const labels: string[] = [];
  let body: Statement = node;
  while (body.type === 'LabeledStatement') {
    labels.push(body.label.name);
    body = body.body;
  }
  switch (body.type) {
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
      c.pendingLabels = labels;
      c.statement(body);
      return;
  }
  const end = new Label();
  c.controls.push({ kind: 'target', labels, isBreakable: false, breakLabel: end, continueLabel: null });
  c.statement(body);
  c.controls.pop();
  c.e.bind(end);
}
