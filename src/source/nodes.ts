// Nodes of the kinds that most nodes are.
//
// They have acorn's properties in acorn's order. acorn adds properties to nodes that are all made by one constructor, so V8 keeps more than a few of them in a list
// beside the node; these take half the memory. They are made by literals, of which V8 learns that they live long: for large texts it then makes them where
// they stay, and need not copy all of them twice, which took a third of the time for parsing.
import type { AnyNode, Expression, Identifier, Literal, PrivateIdentifier, SpreadElement } from 'acorn';

type Node<T> = T & { type: string; start: number; end: number };
/** Any properties of a node. */
type Properties = Record<string, unknown> & { type: string; start: number; end: number };

/** The name of a variable or a property. */
export function nameNode(start: number, name: string): Node<Identifier> {
  return { type: 'Identifier', start, end: 0, name };
}

export function thisNode(start: number, end: number): Expression {
  return { type: 'ThisExpression', start, end };
}

export function literalNode(start: number, end: number, value: Literal['value'], raw: string): Literal {
  return { type: 'Literal', start, end, value, raw };
}

/** `object.property` or `object[property]`. */
export function memberNode(start: number, end: number, object: Expression, property: Expression | PrivateIdentifier, computed: boolean): Expression {
  return { type: 'MemberExpression', start, end, object, property, computed, optional: false };
}

export function callNode(start: number, end: number, callee: Expression, list: (Expression | SpreadElement)[]): Expression {
  return { type: 'CallExpression', start, end, callee, arguments: list, optional: false };
}

export function binaryNode(type: 'BinaryExpression' | 'LogicalExpression', start: number, end: number, left: Expression, operator: string, right: Expression): Expression {
  return { type, start, end, left, operator, right } as Expression;
}

export function assignmentNode(start: number, end: number, operator: string, left: AnyNode, right: Expression): Expression {
  return { type: 'AssignmentExpression', start, end, operator, left, right } as Expression;
}

/** A node that acorn has made, when it is finished: itself or, of the most frequent kinds, a node of our own. Nobody holds it but who finishes it. */
export function finished<T>(node: T, type: string, end: number): T {
  const made = node as Properties;
  const { start } = made;
  switch (type) {
    case 'ExpressionStatement':
      return { type, start, end, expression: made['expression'] } as T;
    case 'BlockStatement':
      return { type, start, end, body: made['body'] } as T;
    case 'ReturnStatement':
      return { type, start, end, argument: made['argument'] } as T;
    case 'VariableDeclarator':
      return { type, start, end, id: made['id'], init: made['init'] } as T;
    case 'UnaryExpression':
      return { type, start, end, operator: made['operator'], prefix: made['prefix'], argument: made['argument'] } as T;
    case 'FunctionExpression':
    case 'FunctionDeclaration':
    case 'ArrowFunctionExpression': {
      const { id, expression, generator, async, params, body } = made;
      return { type, start, end, id, expression, generator, async, params, body } as T;
    }
    case 'Property': {
      const { method, shorthand, computed, key, value, kind } = made;
      return { type, start, end, method, shorthand, computed, key, value, kind } as T;
    }
    default:
      made.type = type;
      made.end = end;
      return node;
  }
}
