// Nodes of the kinds that most nodes are.
//
// They have acorn's properties in acorn's order. acorn adds properties to nodes that are all made by one constructor, so V8 keeps more than a few of them in a list
// beside the node; these take half the memory, which is what a large text costs most.
import type { Expression, PrivateIdentifier, SpreadElement } from 'acorn';

abstract class MadeNode {
  type: string;
  start: number;
  end: number;

  constructor(type: string, start: number, end: number) {
    this.type = type;
    this.start = start;
    this.end = end;
  }
}

/** The name of a variable or a property. */
export class NameNode extends MadeNode {
  name: string;

  constructor(start: number, name: string) {
    super('Identifier', start, 0);
    this.name = name;
  }
}

export class ThisNode extends MadeNode {
  constructor(start: number, end: number) {
    super('ThisExpression', start, end);
  }
}

export class LiteralNode extends MadeNode {
  value: unknown;
  raw: string;

  constructor(start: number, end: number, value: unknown, raw: string) {
    super('Literal', start, end);
    this.value = value;
    this.raw = raw;
  }
}

/** `object.property` or `object[property]`. */
export class MemberNode extends MadeNode {
  object: Expression;
  property: Expression | PrivateIdentifier;
  computed: boolean;
  optional: boolean;

  constructor(start: number, end: number, object: Expression, property: Expression | PrivateIdentifier, computed: boolean) {
    super('MemberExpression', start, end);
    this.object = object;
    this.property = property;
    this.computed = computed;
    this.optional = false;
  }
}

export class CallNode extends MadeNode {
  callee: Expression;
  arguments: (Expression | SpreadElement)[];
  optional: boolean;

  constructor(start: number, end: number, callee: Expression, list: (Expression | SpreadElement)[]) {
    super('CallExpression', start, end);
    this.callee = callee;
    this.arguments = list;
    this.optional = false;
  }
}

export class BinaryNode extends MadeNode {
  left: Expression;
  operator: string;
  right: Expression;

  constructor(type: 'BinaryExpression' | 'LogicalExpression', start: number, end: number, left: Expression, operator: string, right: Expression) {
    super(type, start, end);
    this.left = left;
    this.operator = operator;
    this.right = right;
  }
}

export class AssignmentNode extends MadeNode {
  operator: string;
  left: unknown;
  right: Expression;

  constructor(start: number, end: number, operator: string, left: unknown, right: Expression) {
    super('AssignmentExpression', start, end);
    this.operator = operator;
    this.left = left;
    this.right = right;
  }
}
