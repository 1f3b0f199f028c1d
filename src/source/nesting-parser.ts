// acorn's parser with nesting that is counted, and without recursion along chains.
//
// Takes what acorn takes; gives the same AST, or refuses a text that is nested too deeply. acorn recurses over the nesting on the host's stack, and so do
// the passes behind it: how deep a text may be must not depend on how much of that stack is left, and the stack must not end here, where V8 may be
// about to compile one of acorn's regular expressions and would end the process. So all that recurses is counted, and what people and generators write in
// thousands (sums, `else if`, conditionals one after the other) does not recurse.
import { Parser, tokTypes } from 'acorn';
import type { AnyNode, ConditionalExpression, Expression, IfStatement, Options, PrivateIdentifier, Program, TokenType } from 'acorn';
import { tooDeep } from './diagnostics.ts';

/**
 * How much may be nested in a text, in levels of up to 500 bytes of the host's stack, which acorn and the passes behind it take when V8 has not optimised them yet. All of
 * them are 700 KB of the 984 that V8 has by default. What else may count is in scope/resolver.ts (ANALYSIS_LIMIT).
 */
export const NESTING_LIMIT = 1400;

/** What counts how many levels. */
const levelsOf = {
  statement: 1,
  switchStatement: 1,
  tryStatement: 2,
  /** An operand of an assignment or a comma, an argument, an element, and what is in brackets. */
  assignment: 2,
  /** The operand of an operator. All expressions are operands, if of none. */
  operand: 2,
  /** The right side of a binary operator. */
  right: 2,
  constructor: 1,
  template: 1,
  class: 2,
  functionBody: 3,
  pattern: 3,
  /** Of a regular expression. */
  group: 2,
} as const;

/** Marks of a pattern that is no expression (acorn's DestructuringErrors). */
interface PatternMarks {
  shorthandAssign: number;
  trailingComma: number;
  parenthesizedAssign: number;
  parenthesizedBind: number;
  doubleProto: number;
}

type ForInit = boolean | 'await' | undefined;
type Made = Expression & Record<string, unknown>;

/** Those parts of acorn's parser that its plugins build on. */
export interface ParserInternals {
  readonly scopeStack: { flags: number }[];
  readonly privateNameStack: { declared: Record<string, string>; used: PrivateIdentifier[] }[];
  readonly allowNewDotTarget: boolean;
  readonly inGenerator: boolean;
  readonly strict: boolean;
  readonly type: TokenType & { readonly isAssign: boolean; readonly binop: number | null };
  readonly value: unknown;
  readonly start: number;
  readonly startLoc: unknown;
  potentialArrowAt: number;
  potentialArrowInForAwait: boolean;
  exprAllowed: boolean;
  parse(): Program;
  next(): void;
  eat(type: TokenType): boolean;
  expect(type: TokenType): void;
  isContextual(name: string): boolean;
  raise(pos: number, message: string): never;
  raiseRecoverable(pos: number, message: string): void;
  startNode(): AnyNode;
  startNodeAt(pos: number, loc: unknown): Made;
  finishNode<T>(node: T, type: string): T;
  toAssignable(node: AnyNode, isBinding: boolean, errors?: object): AnyNode;
  checkLValSimple(node: AnyNode, bindingType?: number, clashes?: object): void;
  checkLValPattern(node: AnyNode): void;
  checkExpressionErrors(errors: PatternMarks | undefined, andThrow?: boolean): boolean;
  parseStatement(context?: string, topLevel?: boolean, exports?: object): AnyNode;
  parseParenExpression(): Expression;
  parseIfStatement(node: IfStatement): IfStatement;
  parseMaybeAssign(forInit?: ForInit, errors?: PatternMarks, afterLeft?: object): Expression;
  parseMaybeConditional(forInit: ForInit, errors: PatternMarks): Expression;
  parseExprOps(forInit: ForInit, errors: PatternMarks): Expression;
  parseExprOp(left: Expression, start: number, loc: unknown, minPrec: number, forInit: ForInit): Expression;
  buildBinary(start: number, loc: unknown, left: Expression, right: Expression, operator: unknown, isLogical: boolean): Expression;
  parseMaybeUnary(errors: PatternMarks | null, sawUnary: boolean, incDec: boolean, forInit: ForInit): Expression;
  parseSwitchStatement(node: AnyNode): AnyNode;
  parseTryStatement(node: AnyNode): AnyNode;
  parseNew(): AnyNode;
  parseTemplate(options?: object): AnyNode;
  parseClass(node: AnyNode, isStatement: boolean): AnyNode;
  parseBindingAtom(): AnyNode;
  parseFunctionBody(node: AnyNode, isArrow: boolean, isMethod: boolean, forInit: ForInit): void;
  regexp_disjunction(state: object): void;
  regexp_eatNestedClass(state: object): unknown;
}

const BaseParser = Parser as unknown as new (options: Options, text: string) => ParserInternals;

function binaryPrecedence(type: TokenType): number {
  return (type as ParserInternals['type']).binop as number;
}

const OR = tokTypes.logicalOR;
const AND = tokTypes.logicalAND;
const COALESCE = tokTypes.coalesce;

export class NestingParser extends BaseParser {
  private nesting = 0;

  private enter(levels: number): void {
    this.nesting += levels;
    if (this.nesting > NESTING_LIMIT) this.raise(this.start, tooDeep);
  }

  // --- What recurses. A parser that has thrown is not used again, so nothing needs to be set right then.

  override parseStatement(context?: string, topLevel?: boolean, exports?: object): AnyNode {
    this.enter(levelsOf.statement);
    const node = super.parseStatement(context, topLevel, exports);
    this.nesting -= levelsOf.statement;
    return node;
  }

  override parseMaybeAssign(forInit?: ForInit, errors?: PatternMarks, afterLeft?: object): Expression {
    this.enter(levelsOf.assignment);
    const node = super.parseMaybeAssign(forInit, errors, afterLeft);
    this.nesting -= levelsOf.assignment;
    return node;
  }

  override parseMaybeUnary(errors: PatternMarks | null, sawUnary: boolean, incDec: boolean, forInit: ForInit): Expression {
    this.enter(levelsOf.operand);
    const node = super.parseMaybeUnary(errors, sawUnary, incDec, forInit);
    this.nesting -= levelsOf.operand;
    return node;
  }

  override parseSwitchStatement(node: AnyNode): AnyNode {
    this.enter(levelsOf.switchStatement);
    const result = super.parseSwitchStatement(node);
    this.nesting -= levelsOf.switchStatement;
    return result;
  }

  override parseTryStatement(node: AnyNode): AnyNode {
    this.enter(levelsOf.tryStatement);
    const result = super.parseTryStatement(node);
    this.nesting -= levelsOf.tryStatement;
    return result;
  }

  override parseNew(): AnyNode {
    this.enter(levelsOf.constructor);
    const node = super.parseNew();
    this.nesting -= levelsOf.constructor;
    return node;
  }

  override parseTemplate(options?: object): AnyNode {
    this.enter(levelsOf.template);
    const node = super.parseTemplate(options);
    this.nesting -= levelsOf.template;
    return node;
  }

  override parseClass(node: AnyNode, isStatement: boolean): AnyNode {
    this.enter(levelsOf.class);
    const result = super.parseClass(node, isStatement);
    this.nesting -= levelsOf.class;
    return result;
  }

  override parseFunctionBody(node: AnyNode, isArrow: boolean, isMethod: boolean, forInit: ForInit): void {
    this.enter(levelsOf.functionBody);
    super.parseFunctionBody(node, isArrow, isMethod, forInit);
    this.nesting -= levelsOf.functionBody;
  }

  override parseBindingAtom(): AnyNode {
    this.enter(levelsOf.pattern);
    const node = super.parseBindingAtom();
    this.nesting -= levelsOf.pattern;
    return node;
  }

  /** Groups of a regular expression. */
  override regexp_disjunction(state: object): void {
    this.enter(levelsOf.group);
    super.regexp_disjunction(state);
    this.nesting -= levelsOf.group;
  }

  /** Classes in classes, with flag v. */
  override regexp_eatNestedClass(state: object): unknown {
    this.enter(levelsOf.group);
    const result = super.regexp_eatNestedClass(state);
    this.nesting -= levelsOf.group;
    return result;
  }

  // --- What acorn does by recursion along a chain.

  /** `else if` after `else if`. */
  override parseIfStatement(node: IfStatement): IfStatement {
    const outer: IfStatement[] = [];
    let inner = node;
    for (;;) {
      this.next();
      inner.test = this.parseParenExpression();
      inner.consequent = this.parseStatement('if') as IfStatement['consequent'];
      inner.alternate = null;
      if (!this.eat(tokTypes._else)) break;
      if (this.type !== tokTypes._if) {
        inner.alternate = this.parseStatement('if') as IfStatement['consequent'];
        break;
      }
      outer.push(inner);
      inner = this.startNode() as IfStatement;
    }
    let statement = this.finishNode(inner, 'IfStatement');
    for (let i = outer.length - 1; i >= 0; i--) {
      outer[i].alternate = statement;
      statement = this.finishNode(outer[i], 'IfStatement');
    }
    return statement;
  }

  /** Operators of equal precedence one after the other; only what binds tighter on the right recurses. */
  override parseExprOp(first: Expression, start: number, loc: unknown, minPrec: number, forInit: ForInit): Expression {
    let left = first;
    for (;;) {
      const { type } = this;
      if (type.binop === null || (forInit && type === tokTypes._in) || type.binop <= minPrec) return left;
      const isLogical = type === OR || type === AND;
      const isCoalesce = type === COALESCE;
      // The right operand of `??` contains no logical expression, so that mixing them is found below.
      const precedence = isCoalesce ? binaryPrecedence(AND) : type.binop;
      const operator = this.value;
      this.next();
      const rightStart = this.start;
      const rightLoc = this.startLoc;
      this.enter(levelsOf.right);
      const right = this.parseExprOp(this.parseMaybeUnary(null, false, false, forInit), rightStart, rightLoc, precedence, forInit);
      this.nesting -= levelsOf.right;
      left = this.buildBinary(start, loc, left, right, operator, isLogical || isCoalesce);
      const next: TokenType = this.type;
      if ((isLogical && next === COALESCE) || (isCoalesce && (next === OR || next === AND))) {
        this.raiseRecoverable(this.start, 'Logical expressions and coalesce expressions cannot be mixed. Wrap either by parentheses');
      }
    }
  }

  /** `a ? b : c ? d : ...` */
  override parseMaybeConditional(forInit: ForInit, errors: PatternMarks): Expression {
    let { start, startLoc: loc } = this;
    let expression = this.parseMaybeUnary(errors, false, false, forInit);
    if (this.checkExpressionErrors(errors) || (expression.type === 'ArrowFunctionExpression' && expression.start === start)) return expression;
    if (this.type.binop !== null) {
      expression = this.parseExprOp(expression, start, loc, -1, forInit);
      if (this.checkExpressionErrors(errors)) return expression;
    }
    if (this.type !== tokTypes.question) return expression;
    const outer: ConditionalExpression[] = [];
    while (!(expression.type === 'ArrowFunctionExpression' && expression.start === start) && this.eat(tokTypes.question)) {
      const node = this.startNodeAt(start, loc) as unknown as ConditionalExpression;
      node.test = expression;
      node.consequent = this.parseMaybeAssign();
      this.expect(tokTypes.colon);
      outer.push(node);
      ({ start, startLoc: loc } = this);
      const marks: PatternMarks = { shorthandAssign: -1, trailingComma: -1, parenthesizedAssign: -1, parenthesizedBind: -1, doubleProto: -1 };
      const alternate = this.startOfAlternate(forInit, marks);
      if (alternate === null) {
        expression = this.parseMaybeAssign(forInit);
        break;
      }
      expression = alternate;
      if (this.type.isAssign) {
        expression = this.assignmentTo(expression, start, loc, marks, forInit);
        break;
      }
      this.checkExpressionErrors(marks, true);
    }
    for (let i = outer.length - 1; i >= 0; i--) {
      outer[i].alternate = expression;
      expression = this.finishNode(outer[i], 'ConditionalExpression');
    }
    return expression;
  }

  /** The beginning of parseMaybeAssign; null: it is a yield expression, of which nothing has been read. */
  private startOfAlternate(forInit: ForInit, marks: PatternMarks): Expression | null {
    if (this.isContextual('yield')) {
      if (this.inGenerator) return null;
      this.exprAllowed = false;
    }
    if (this.type === tokTypes.parenL || this.type === tokTypes.name) {
      this.potentialArrowAt = this.start;
      this.potentialArrowInForAwait = forInit === 'await';
    }
    return this.parseExprOps(forInit, marks);
  }

  /** The end of parseMaybeAssign, at the operator of an assignment. */
  private assignmentTo(target: Expression, start: number, loc: unknown, marks: PatternMarks, forInit: ForInit): Expression {
    const node = this.startNodeAt(start, loc);
    node['operator'] = this.value;
    let left: AnyNode = target;
    if (this.type === tokTypes.eq) {
      left = this.toAssignable(left, false, marks);
      this.checkLValPattern(left);
    } else {
      this.checkLValSimple(left);
    }
    node['left'] = left;
    this.next();
    node['right'] = this.parseMaybeAssign(forInit);
    return this.finishNode(node, 'AssignmentExpression');
  }
}
