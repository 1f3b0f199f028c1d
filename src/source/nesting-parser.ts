// acorn's parser with nesting that is counted, and without recursion along chains.
//
// Takes what acorn takes; gives the same AST, or refuses a text that is nested too deeply. acorn recurses over the nesting on the host's stack, and so do
// the passes behind it: how deep a text may be must not depend on how much of that stack is left, and the stack must not end here, where V8 may be
// about to compile one of acorn's regular expressions and would end the process. So all that recurses is counted, and what people and generators write in
// thousands (sums, `else if`, conditionals one after the other) does not recurse.
import type { AnyNode, Class, ConditionalExpression, Expression, IfStatement, Literal, PrivateIdentifier, Super } from 'acorn';
import { tokTypes } from './acorn-internals.ts';
import type { ForInit, PatternMarks, Type } from './acorn-internals.ts';
import { tooDeep } from './diagnostics.ts';
import { ListParser, trimmed } from './list-parser.ts';
import { assignmentNode, binaryNode, callNode, literalNode, memberNode, thisNode } from './nodes.ts';

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

const OR = tokTypes.logicalOR;
const AND = tokTypes.logicalAND;
const COALESCE = tokTypes.coalesce;

export class NestingParser extends ListParser {
  private nesting = 0;

  private enter(levels: number): void {
    this.nesting += levels;
    if (this.nesting > NESTING_LIMIT) this.raise(this.start, tooDeep);
  }

  // --- What recurses. A parser that has thrown is not used again, so nothing needs to be set right then.

  override parseStatement(context?: string | null, topLevel?: boolean, exports?: object): AnyNode {
    this.enter(levelsOf.statement);
    const node = super.parseStatement(context, topLevel, exports);
    this.nesting -= levelsOf.statement;
    return node;
  }

  /** As acorn does it, which keeps nothing of the marks. */
  override parseMaybeAssign(forInit?: ForInit, given?: PatternMarks | null, afterLeft?: (left: Expression, start: number) => Expression): Expression {
    this.enter(levelsOf.assignment);
    if (this.isSpecial && this.isContextual('yield')) {
      if (this.inGenerator) {
        const node = this.parseYield(forInit);
        this.nesting -= levelsOf.assignment;
        return node;
      }
      this.exprAllowed = false;
    }
    const { start, type } = this;
    if (type === tokTypes.parenL || type === tokTypes.name) {
      this.potentialArrowAt = start;
      this.potentialArrowInForAwait = forInit === 'await';
    }
    let node: Expression;
    if (given == null) {
      const marks = this.takeMarks();
      node = this.parseMaybeConditional(forInit, marks);
      if (afterLeft !== undefined) node = afterLeft.call(this, node, start);
      if (this.type.isAssign) node = this.assignmentTo(node, start, marks, forInit);
      else if (marks.shorthandAssign >= 0 || marks.doubleProto >= 0) this.checkExpressionErrors(marks, true);
      this.freeMarks.push(marks);
    } else {
      const { parenthesizedAssign, trailingComma, doubleProto } = given;
      given.parenthesizedAssign = given.trailingComma = -1;
      node = this.parseMaybeConditional(forInit, given);
      if (afterLeft !== undefined) node = afterLeft.call(this, node, start);
      if (this.type.isAssign) {
        node = this.assignmentTo(node, start, given, forInit, true);
        if (doubleProto > -1) given.doubleProto = doubleProto;
      } else {
        if (parenthesizedAssign > -1) given.parenthesizedAssign = parenthesizedAssign;
        if (trailingComma > -1) given.trailingComma = trailingComma;
      }
    }
    this.nesting -= levelsOf.assignment;
    return node;
  }

  /** Marks for an expression that is finished before they are used again. */
  private readonly freeMarks: PatternMarks[] = [];

  private takeMarks(): PatternMarks {
    const marks = this.freeMarks.pop();
    if (marks === undefined) return { shorthandAssign: -1, trailingComma: -1, parenthesizedAssign: -1, parenthesizedBind: -1, doubleProto: -1 };
    marks.shorthandAssign = marks.trailingComma = marks.parenthesizedAssign = marks.parenthesizedBind = marks.doubleProto = -1;
    return marks;
  }

  /** As acorn does it; it would look out for an end of the host's stack here, which this parser does at the top only. */
  override parseExpression(forInit?: ForInit, errors?: PatternMarks | null): Expression {
    const { start } = this;
    const first = this.parseMaybeAssign(forInit, errors);
    if (this.type !== tokTypes.comma) return first;
    const node = this.startNodeAt(start);
    const expressions = [first];
    node['expressions'] = expressions;
    while (this.eat(tokTypes.comma)) expressions.push(this.parseMaybeAssign(forInit, errors));
    return this.finishNode(node, 'SequenceExpression');
  }

  override parseMaybeUnary(errors: PatternMarks | null | undefined, sawUnary: boolean, incDec: boolean, forInit: ForInit): Expression {
    this.enter(levelsOf.operand);
    const { start, type } = this;
    let node: Expression;
    if (type.prefix || type === tokTypes.privateId || (this.isSpecial && this.isContextual('await'))) {
      node = super.parseMaybeUnary(errors, sawUnary, incDec, forInit);
    } else {
      node = this.parseExprSubscripts(errors, forInit);
      if (errors == null || (errors.shorthandAssign < 0 && errors.doubleProto < 0)) {
        while (this.type.postfix && !this.canInsertSemicolon()) {
          const update = this.startNodeAt(start);
          update['operator'] = this.value;
          update['prefix'] = false;
          update['argument'] = node;
          this.checkLValSimple(node);
          this.next();
          node = this.finishNode(update, 'UpdateExpression');
        }
        if (this.type === tokTypes.starstar && !incDec && !(node.type === 'ArrowFunctionExpression' && node.start === start)) {
          this.next();
          if (sawUnary) this.unexpected(this.lastTokStart);
          node = this.buildBinary(start, undefined, node, this.parseMaybeUnary(null, false, false, forInit), '**', false);
        }
      }
    }
    this.nesting -= levelsOf.operand;
    return node;
  }

  override parseExprSubscripts(errors: PatternMarks | null | undefined, forInit: ForInit): Expression {
    const { start } = this;
    let doubleProto = -1;
    let shorthandAssign = -1;
    const hasErrors = errors != null;
    if (hasErrors) {
      ({ doubleProto, shorthandAssign } = errors);
      errors.doubleProto = errors.shorthandAssign = -1;
    }
    const atom = this.parseExprAtom(errors, forInit) as Expression;
    // An arrow function that does not stand in brackets.
    if (atom.type === 'ArrowFunctionExpression' && this.input.slice(this.lastTokStart, this.lastTokEnd) !== ')') return atom;
    const node = this.parseSubscripts(atom, start, undefined, false, forInit);
    if (hasErrors) {
      if (node.end > atom.end) {
        if (errors.shorthandAssign >= 0 || errors.doubleProto >= 0) this.checkExpressionErrors(errors, true);
        if (errors.parenthesizedAssign >= node.start) errors.parenthesizedAssign = -1;
        if (errors.parenthesizedBind >= node.start) errors.parenthesizedBind = -1;
        if (errors.trailingComma >= node.start) errors.trailingComma = -1;
      }
      if (doubleProto > -1) errors.doubleProto = doubleProto;
      if (shorthandAssign > -1) errors.shorthandAssign = shorthandAssign;
    }
    return node;
  }

  /** Names, literals and `this`, which most operands are. */
  override parseExprAtom(errors?: PatternMarks | null, forInit?: ForInit, forNew?: boolean): Expression | Super {
    const { type } = this;
    if (type === tokTypes.name) {
      if (this.isSpecial) return super.parseExprAtom(errors, forInit, forNew);
      const name = this.plainName();
      if (this.type === tokTypes.arrow && this.potentialArrowAt === name.start && !this.canInsertSemicolon()) {
        this.next();
        return this.parseArrowExpression(this.startNodeAt(name.start), [name], false, forInit);
      }
      return name;
    }
    if (type === tokTypes.string || type === tokTypes.num) return this.parseLiteral(this.value);
    if (type === tokTypes._this) {
      const { start } = this;
      this.next();
      return thisNode(start, this.lastTokEnd);
    }
    return super.parseExprAtom(errors, forInit, forNew);
  }

  /** Accesses and calls behind an operand; optional ones, templates and what may be an asynchronous arrow function are acorn's. */
  override parseSubscripts(base: Expression, start: number, loc: undefined, noCalls: boolean, forInit: ForInit): Expression {
    let node = base;
    let isChain = false;
    let maybeArrow =
      base.type === 'Identifier' && base.name === 'async' && this.lastTokEnd === base.end && !this.canInsertSemicolon() &&
      base.end - base.start === 5 && this.potentialArrowAt === base.start;
    for (;;) {
      const { type } = this;
      if (type === tokTypes.dot) {
        this.next();
        const property = (this.type as Type) === tokTypes.privateId && (node.type as string) !== 'Super' ? this.parsePrivateIdent() : this.parseIdent(true);
        node = memberNode(start, this.lastTokEnd, node, property, false);
      } else if (type === tokTypes.parenL && !maybeArrow) {
        if (noCalls) break;
        node = this.callOf(node, start);
      } else if (type === tokTypes.bracketL) {
        this.next();
        const property = this.parseExpression();
        this.expect(tokTypes.bracketR);
        node = memberNode(start, this.lastTokEnd, node, property, true);
      } else if (type === tokTypes.parenL || type === tokTypes.questionDot || type === tokTypes.backQuote) {
        const before: Expression = node;
        node = this.parseSubscript(before, start, undefined, noCalls, maybeArrow, isChain, forInit);
        if (node.end === before.end) break;
        if ((node as { optional?: boolean }).optional === true) isChain = true;
        if (node.type === 'ArrowFunctionExpression') break;
      } else {
        break;
      }
      maybeArrow = false;
    }
    if (!isChain) return node;
    const chain = this.startNodeAt(start);
    chain['expression'] = node;
    return this.finishNode(chain, 'ChainExpression');
  }

  private callOf(callee: Expression, start: number): Expression {
    this.next();
    const { yieldPos, awaitPos, awaitIdentPos } = this;
    this.yieldPos = this.awaitPos = this.awaitIdentPos = 0;
    const marks = this.takeMarks();
    const list = this.parseExprList(tokTypes.parenR, true, false, marks);
    this.checkExpressionErrors(marks, true);
    this.freeMarks.push(marks);
    this.yieldPos = yieldPos || this.yieldPos;
    this.awaitPos = awaitPos || this.awaitPos;
    this.awaitIdentPos = awaitIdentPos || this.awaitIdentPos;
    return callNode(start, this.lastTokEnd, callee, list);
  }

  override parseLiteral(value: unknown): Literal {
    const { start } = this;
    const raw = this.input.slice(start, this.end);
    this.next();
    const node = literalNode(start, this.lastTokEnd, value as Literal['value'], raw);
    if (typeof value === 'bigint') node.bigint = value.toString();
    return node;
  }

  override buildBinary(start: number, loc: undefined, left: Expression, right: Expression | PrivateIdentifier, operator: unknown, isLogical: boolean): Expression {
    if (right.type === 'PrivateIdentifier') this.raise(right.start, 'Private identifier can only be left side of binary expression');
    return binaryNode(isLogical ? 'LogicalExpression' : 'BinaryExpression', start, this.lastTokEnd, left, operator as string, right);
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

  override parseClass(node: AnyNode, isStatement: boolean): Class {
    this.enter(levelsOf.class);
    const result = super.parseClass(node, isStatement);
    result.body.body = trimmed(result.body.body);
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
  override parseExprOp(first: Expression, start: number, loc: undefined, minPrec: number, forInit: ForInit): Expression {
    let left = first;
    for (;;) {
      const { type } = this;
      if (type.binop === null || (forInit && type === tokTypes._in) || type.binop <= minPrec) return left;
      const isLogical = type === OR || type === AND;
      const isCoalesce = type === COALESCE;
      // The right operand of `??` contains no logical expression, so that mixing them is found below.
      const precedence = isCoalesce ? (AND.binop as number) : type.binop;
      const operator = this.value;
      this.next();
      const rightStart = this.start;
      this.enter(levelsOf.right);
      const right = this.parseExprOp(this.parseMaybeUnary(null, false, false, forInit), rightStart, undefined, precedence, forInit);
      this.nesting -= levelsOf.right;
      left = this.buildBinary(start, undefined, left, right, operator, isLogical || isCoalesce);
      const next: Type = this.type;
      if ((isLogical && next === COALESCE) || (isCoalesce && (next === OR || next === AND))) {
        this.raiseRecoverable(this.start, 'Logical expressions and coalesce expressions cannot be mixed. Wrap either by parentheses');
      }
    }
  }

  /** `a ? b : c ? d : ...` */
  override parseMaybeConditional(forInit: ForInit, errors: PatternMarks): Expression {
    let { start } = this;
    let expression = this.parseMaybeUnary(errors, false, false, forInit);
    if (this.checkExpressionErrors(errors) || (expression.type === 'ArrowFunctionExpression' && expression.start === start)) return expression;
    if (this.type.binop !== null) {
      expression = this.parseExprOp(expression, start, undefined, -1, forInit);
      if (this.checkExpressionErrors(errors)) return expression;
    }
    if (this.type !== tokTypes.question) return expression;
    const outer: ConditionalExpression[] = [];
    while (!(expression.type === 'ArrowFunctionExpression' && expression.start === start) && this.eat(tokTypes.question)) {
      const node = this.startNodeAt(start) as unknown as ConditionalExpression;
      node.test = expression;
      node.consequent = this.parseMaybeAssign();
      this.expect(tokTypes.colon);
      outer.push(node);
      ({ start } = this);
      const marks = this.takeMarks();
      const alternate = this.startOfAlternate(forInit, marks);
      if (alternate === null) {
        expression = this.parseMaybeAssign(forInit);
        break;
      }
      expression = alternate;
      if (this.type.isAssign) {
        expression = this.assignmentTo(expression, start, marks, forInit);
        break;
      }
      this.checkExpressionErrors(marks, true);
      this.freeMarks.push(marks);
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
  private assignmentTo(target: Expression, start: number, marks: PatternMarks, forInit: ForInit, areGiven = false): Expression {
    const operator = this.value as string;
    let left: AnyNode = target;
    const isPlain = this.type === tokTypes.eq;
    if (isPlain) left = this.toAssignable(left, false, marks);
    if (areGiven) {
      marks.parenthesizedAssign = marks.trailingComma = -1;
      // What was marked within this expression is right.
      if (marks.shorthandAssign >= left.start) marks.shorthandAssign = -1;
      if (marks.doubleProto >= left.start) marks.doubleProto = -1;
    }
    if (isPlain) this.checkLValPattern(left);
    else this.checkLValSimple(left);
    this.next();
    const right = this.parseMaybeAssign(forInit);
    return assignmentNode(start, this.lastTokEnd, operator, left, right);
  }
}
