// Short builders of ESTree nodes. Guest strings enter generated code only through `lit` and unit constants (DESIGN 4, rule 12).

import type * as E from 'estree';

export const id = (name: string): E.Identifier => ({ type: 'Identifier', name });
export const reg = (n: number): E.Identifier => id('r' + n);

export function lit(value: string | number | boolean | null): E.Expression {
  if (typeof value === 'number') {
    // Not by their names: a lookup in the global object of a node:vm context calls its interceptors.
    if (value !== value) return bin('/', lit(0), lit(0));
    if (value < 0 || Object.is(value, -0)) return unary('-', lit(-value));
    if (value === Infinity) return bin('/', lit(1), lit(0));
  }
  return { type: 'Literal', value };
}

export const voidZero = (): E.Expression => id('undefined');

export const unary = (operator: E.UnaryOperator, argument: E.Expression): E.Expression => ({ type: 'UnaryExpression', operator, prefix: true, argument });
export const bin = (operator: E.BinaryOperator, left: E.Expression, right: E.Expression): E.Expression => ({ type: 'BinaryExpression', operator, left, right });
export const logic = (operator: E.LogicalOperator, left: E.Expression, right: E.Expression): E.Expression => ({ type: 'LogicalExpression', operator, left, right });
export const cond = (test: E.Expression, consequent: E.Expression, alternate: E.Expression): E.Expression => ({ type: 'ConditionalExpression', test, consequent, alternate });
export const assign = (left: E.Pattern, right: E.Expression, operator: E.AssignmentOperator = '='): E.Expression => ({ type: 'AssignmentExpression', operator, left, right });
export const call = (callee: E.Expression, ...args: (E.Expression | E.SpreadElement)[]): E.Expression => ({ type: 'CallExpression', callee, arguments: args, optional: false });
export const newExpr = (callee: E.Expression, ...args: E.Expression[]): E.Expression => ({ type: 'NewExpression', callee, arguments: args });
/** `5.x` is no text of a property access. */
const inParentheses = (object: E.Expression): E.Expression => (object.type === 'Literal' && typeof object.value === 'number' ? { ...object, raw: `(${object.value})` } : object);
export const member = (object: E.Expression, name: string): E.MemberExpression => ({ type: 'MemberExpression', object: inParentheses(object), property: id(name), computed: false, optional: false });
export const index = (object: E.Expression, property: E.Expression): E.MemberExpression => ({ type: 'MemberExpression', object: inParentheses(object), property, computed: true, optional: false });
/** `(first, second, ...)` */
export const seq = (...expressions: E.Expression[]): E.Expression => ({ type: 'SequenceExpression', expressions });
export const array = (...elements: (E.Expression | null)[]): E.Expression => ({ type: 'ArrayExpression', elements });
export const spread = (argument: E.Expression): E.SpreadElement => ({ type: 'SpreadElement', argument });

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Property access by a host key. */
export function prop(object: E.Expression, key: string | number): E.MemberExpression {
  return typeof key === 'string' && IDENTIFIER.test(key) ? member(object, key) : index(object, lit(key));
}

/**
 * `{...null, ...source}` of one or more sources. V8 clones what is spread first, and then gives each clone that gets a further property a hidden class of its own; what is
 * spread later it adds key by key, which leads all objects with the same keys to the same class.
 */
export const objectSpread = (...sources: E.Expression[]): E.Expression => ({ type: 'ObjectExpression', properties: [spread(lit(null)), ...sources.map(spread)] });

/** `{...source}`: V8 clones it with its hidden class. */
export const objectClone = (...sources: E.Expression[]): E.Expression => ({ type: 'ObjectExpression', properties: sources.map(spread) });

/** `key: value` of a literal or a pattern, by a host key. */
const property = <T>(key: string, value: T) => ({
  type: 'Property' as const,
  kind: 'init' as const,
  method: false as const,
  shorthand: false,
  computed: false,
  key: IDENTIFIER.test(key) ? id(key) : ({ type: 'Literal', value: key } as E.Literal),
  value,
});

export const objectLiteral = (entries: [key: string, value: E.Expression][]): E.Expression => ({
  type: 'ObjectExpression',
  properties: entries.map(([key, value]) => property(key, value)),
});

/** `{ [key]: ignored, ...rest }` as the target of an assignment. */
export const restPattern = (keys: readonly string[], ignored: string, rest: E.Identifier): E.ObjectPattern => ({
  type: 'ObjectPattern',
  properties: [...keys.map((key) => property(key, id(ignored))), { type: 'RestElement', argument: rest }],
});

export const stmt = (expression: E.Expression): E.Statement => ({ type: 'ExpressionStatement', expression });
export const set = (name: string, value: E.Expression): E.Statement => stmt(assign(id(name), value));
export const setReg = (r: number, value: E.Expression): E.Statement => stmt(assign(reg(r), value));
export const block = (body: E.Statement[]): E.BlockStatement => ({ type: 'BlockStatement', body });
export const iff = (test: E.Expression, consequent: E.Statement[], alternate: E.Statement[] | null = null): E.Statement => ({
  type: 'IfStatement',
  test,
  consequent: block(consequent),
  alternate: alternate === null || alternate.length === 0 ? null : block(alternate),
});
export const breakTo = (label: string): E.Statement => ({ type: 'BreakStatement', label: id(label) });
export const continueTo = (label: string): E.Statement => ({ type: 'ContinueStatement', label: id(label) });
export const labeled = (label: string, body: E.Statement): E.Statement => ({ type: 'LabeledStatement', label: id(label), body });
export const forever = (body: E.Statement[]): E.Statement => ({ type: 'ForStatement', init: null, test: null, update: null, body: block(body) });
export const ret = (argument: E.Expression | null): E.Statement => ({ type: 'ReturnStatement', argument });
export const throwStmt = (argument: E.Expression): E.Statement => ({ type: 'ThrowStatement', argument });
/** `var`: V8 makes no code for one without an initial value, nor checks of a dead zone. */
export const varDecl = (names: [name: string, init: E.Expression | null][]): E.Statement => ({
  type: 'VariableDeclaration',
  kind: 'var',
  declarations: names.map(([name, init]) => ({ type: 'VariableDeclarator', id: id(name), init })),
});
export const tryCatch = (body: E.Statement[], param: string, handler: E.Statement[]): E.Statement => ({
  type: 'TryStatement',
  block: block(body),
  handler: { type: 'CatchClause', param: id(param), body: block(handler) },
  finalizer: null,
});
export const switchStmt = (discriminant: E.Expression, cases: [test: E.Expression | null, body: E.Statement[]][]): E.Statement => ({
  type: 'SwitchStatement',
  discriminant,
  cases: cases.map(([test, consequent]) => ({ type: 'SwitchCase', test, consequent })),
});

/** Marks a statement with the bytecode pc that it comes from: the source map of a unit is made of these (codegen/unit.ts). */
export function at<T extends E.Node>(node: T, pc: number): T {
  node.loc = { start: { line: pc + 1, column: 0 }, end: { line: pc + 1, column: 0 } };
  return node;
}
