// What a list of statements and a pattern declare, by syntax alone (BoundNames, LexicallyScopedDeclarations).
import type {
  CallExpression,
  Class,
  ClassDeclaration,
  Expression,
  FunctionDeclaration,
  Identifier,
  Pattern,
  Statement,
  VariableDeclaration,
} from 'acorn';

/**
 * Calls `visit` for each identifier that a pattern binds, in the order of the text, with the offset from which on the rest of
 * the pattern finds it initialised: the end of the outermost default value around it, which is evaluated before.
 */
export function forEachBoundName(pattern: Pattern, visit: (id: Identifier, initialisedAt: number) => void, within = 0): void {
  switch (pattern.type) {
    case 'Identifier':
      visit(pattern, within > 0 ? within : pattern.end);
      break;
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        forEachBoundName(property.type === 'RestElement' ? property.argument : property.value, visit, within);
      }
      break;
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element !== null) forEachBoundName(element, visit, within);
      break;
    case 'AssignmentPattern':
      forEachBoundName(pattern.left, visit, within > 0 ? within : pattern.end);
      break;
    case 'RestElement':
      forEachBoundName(pattern.argument, visit, within);
      break;
    case 'MemberExpression':
      break;
  }
}

/** True if binding the pattern evaluates expressions: initialisers or computed keys. */
export function hasExpressions(pattern: Pattern): boolean {
  switch (pattern.type) {
    case 'ObjectPattern':
      return pattern.properties.some((p) =>
        p.type === 'RestElement' ? hasExpressions(p.argument) : p.computed || hasExpressions(p.value),
      );
    case 'ArrayPattern':
      return pattern.elements.some((e) => e !== null && hasExpressions(e));
    case 'AssignmentPattern':
      return true;
    case 'RestElement':
      return hasExpressions(pattern.argument);
    default:
      return false;
  }
}

/** The function declaration that a statement is, under its labels, or null. */
export function functionOf(statement: Statement): FunctionDeclaration | null {
  let inner = statement;
  while (inner.type === 'LabeledStatement') inner = inner.body;
  return inner.type === 'FunctionDeclaration' ? inner : null;
}

export type LexicalDeclaration = VariableDeclaration | ClassDeclaration;

/** let, const and class declarations directly in a list of statements. */
export function isLexicalDeclaration(statement: Statement): statement is LexicalDeclaration {
  return statement.type === 'ClassDeclaration' || (statement.type === 'VariableDeclaration' && statement.kind !== 'var');
}

/** True if the list declares anything in its own block scope. */
export function declaresInBlock(statements: readonly Statement[]): boolean {
  for (const statement of statements) {
    const { type } = statement;
    if (type === 'ClassDeclaration' || type === 'FunctionDeclaration') return true;
    if (type === 'VariableDeclaration' && statement.kind !== 'var') return true;
    if (type === 'LabeledStatement' && functionOf(statement) !== null) return true;
  }
  return false;
}

export function hasUseStrict(statements: readonly Statement[]): boolean {
  for (const statement of statements) {
    if (statement.type !== 'ExpressionStatement' || statement.directive === undefined) return false;
    if (statement.directive === 'use strict') return true;
  }
  return false;
}

/** False: forEachHeldClosure finds nothing. */
export function mayHoldClosure({ type }: Expression): boolean {
  return type === 'FunctionExpression' || type === 'ArrowFunctionExpression' || type === 'ObjectExpression' || type === 'ArrayExpression' || type === 'ClassExpression';
}

/**
 * Calls `visit` for each function, and each class, that the value of `init` is or contains as a literal's element: the
 * closures that evaluating `init` makes but lets nobody call before it is finished.
 */
export function forEachHeldClosure(init: Expression, visit: (node: object) => void): void {
  switch (init.type) {
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      visit(init);
      break;
    case 'ObjectExpression':
      for (const property of init.properties) if (property.type === 'Property') forEachHeldClosure(property.value, visit);
      break;
    case 'ArrayExpression':
      for (const element of init.elements) {
        if (element !== null && element.type !== 'SpreadElement') forEachHeldClosure(element, visit);
      }
      break;
    case 'ClassExpression':
      forEachHeldMethod(init, visit);
      break;
  }
}

/** The same for a class, whose static initialisers must not have run anything. */
export function forEachHeldMethod(node: Class, visit: (node: object) => void): void {
  for (const element of node.body.body) {
    if (element.type === 'StaticBlock' || (element.type === 'PropertyDefinition' && element.static)) return;
  }
  visit(node);
  for (const element of node.body.body) if (element.type === 'MethodDefinition') visit(element.value);
}

/** True for a literal whose value is the same each time: not a regular expression. */
export function isConstantLiteral(init: Expression): boolean {
  if (init.type === 'Literal') return init.regex === undefined;
  return init.type === 'UnaryExpression' && init.operator === '-' && init.argument.type === 'Literal' && typeof init.argument.value === 'number';
}

/** True if the call has the form of a direct eval; whether it is one depends on what `eval` is when it runs. */
export function isDirectEval({ callee, optional }: CallExpression): boolean {
  return callee.type === 'Identifier' && callee.name === 'eval' && !optional;
}

/** Statements of a function's body; none if it is an expression. */
export function statementsOf(body: { type: string }): readonly Statement[] {
  return body.type === 'BlockStatement' ? (body as { type: string; body: Statement[] }).body : [];
}
