// Those parts of acorn's parser that its plugins build on: what acorn's own types leave out. They may change with any version of acorn, so package.json
// names one; with another one the tests that compare trees and errors with acorn's (tests/unit/nesting.test.ts) have to pass.
import * as acorn from 'acorn';
import type { AnyNode, BlockStatement, Class, Expression, Identifier, IfStatement, Literal, Node, Options, Pattern, PrivateIdentifier, Program, SpreadElement, Super, TokenType, VariableDeclaration } from 'acorn';

/** Marks of a pattern that is no expression (acorn's DestructuringErrors). */
export interface PatternMarks {
  shorthandAssign: number;
  trailingComma: number;
  parenthesizedAssign: number;
  parenthesizedBind: number;
  doubleProto: number;
}

export type ForInit = boolean | 'await' | undefined;
/** A node that is being made. */
export type Made = Expression & Record<string, unknown>;
export type Type = TokenType & { readonly keyword?: string; readonly beforeExpr: boolean; readonly isAssign: boolean; readonly prefix: boolean; readonly postfix: boolean; readonly binop: number | null };
/** What acorn's tokenizer keeps of the brackets around. */
export interface TokenContext {
  readonly token: string;
  readonly isExpr: boolean;
  readonly preserveSpace: boolean;
}
export interface ParserInternals {
  readonly input: string;
  readonly scopeStack: { flags: number }[];
  readonly privateNameStack: { declared: Record<string, string>; used: PrivateIdentifier[] }[];
  readonly undefinedExports: Record<string, unknown>;
  readonly context: TokenContext[];
  readonly allowNewDotTarget: boolean;
  readonly inGenerator: boolean;
  readonly inModule: boolean;
  strict: boolean;
  type: Type;
  value: unknown;
  pos: number;
  start: number;
  end: number;
  lastTokStart: number;
  lastTokEnd: number;
  containsEsc: boolean;
  potentialArrowAt: number;
  potentialArrowInForAwait: boolean;
  exprAllowed: boolean;
  yieldPos: number;
  awaitPos: number;
  awaitIdentPos: number;
  parse(): Program;
  next(isName?: boolean): void;
  nextToken(): void;
  skipSpace(): void;
  readToken(code: number): void;
  readWord(): void;
  readNumber(startsWithDot: boolean): void;
  readString(quote: number): void;
  fullCharCodeAtPos(): number;
  getTokenFromCode(code: number): void;
  finishToken(type: Type, value?: unknown): void;
  updateContext(before: Type): void;
  inGeneratorContext(): boolean;
  eat(type: Type): boolean;
  expect(type: Type): void;
  unexpected(pos?: number): never;
  canInsertSemicolon(): boolean;
  isContextual(name: string): boolean;
  strictDirective(start: number): boolean;
  raise(pos: number, message: string): never;
  raiseRecoverable(pos: number, message: string): void;
  startNode(): AnyNode;
  startNodeAt(pos: number): Made;
  finishNode<T>(node: T, type: string): T;
  enterScope(flags: number): void;
  exitScope(): void;
  checkLocalExport(id: Identifier): void;
  declareName(name: string, bindingType: number, pos: number): void;
  checkUnreserved(name: Identifier): void;
  toAssignable(node: AnyNode, isBinding: boolean, errors?: object): AnyNode;
  checkLValSimple(node: AnyNode, bindingType?: number, clashes?: object): void;
  checkLValPattern(node: AnyNode): void;
  checkExpressionErrors(errors: PatternMarks | null | undefined, andThrow?: boolean): boolean;
  parseStatement(context?: string | null, topLevel?: boolean, exports?: object): AnyNode;
  parseParenExpression(): Expression;
  parseIfStatement(node: IfStatement): IfStatement;
  parseExpression(forInit?: ForInit, errors?: PatternMarks | null): Expression;
  parseMaybeAssign(forInit?: ForInit, errors?: PatternMarks | null, afterLeft?: (left: Expression, start: number) => Expression): Expression;
  parseMaybeConditional(forInit: ForInit, errors: PatternMarks): Expression;
  parseExprOps(forInit: ForInit, errors: PatternMarks): Expression;
  parseExprOp(left: Expression, start: number, loc: unknown, minPrec: number, forInit: ForInit): Expression;
  buildBinary(start: number, loc: unknown, left: Expression, right: Expression, operator: unknown, isLogical: boolean): Expression;
  parseMaybeUnary(errors: PatternMarks | null | undefined, sawUnary: boolean, incDec: boolean, forInit: ForInit): Expression;
  parseExprSubscripts(errors: PatternMarks | null | undefined, forInit: ForInit): Expression;
  parseSubscripts(base: Expression, start: number, loc: unknown, noCalls: boolean, forInit: ForInit): Expression;
  parseSubscript(base: Expression, start: number, loc: unknown, noCalls: boolean, maybeAsyncArrow: boolean, chained: boolean, forInit: ForInit): Expression;
  parseExprAtom(errors?: PatternMarks | null, forInit?: ForInit, forNew?: boolean): Expression | Super;
  parseArrowExpression(node: AnyNode, parameters: readonly Expression[], isAsync: boolean, forInit?: ForInit): Expression;
  parseExprList(close: Type, trailingComma: boolean, empty: boolean, errors?: PatternMarks | null): (Expression | SpreadElement)[];
  parseSpread(errors?: PatternMarks | null): SpreadElement;
  parseBindingList(close: Type, empty: boolean, trailingComma: boolean, modifiers?: boolean): (Pattern | null)[];
  parseRestBinding(): Pattern;
  parseAssignableListItem(modifiers?: boolean): Pattern;
  parseBlock(hasScope?: boolean, node?: BlockStatement, exitStrict?: boolean): BlockStatement;
  parseVar(node: VariableDeclaration, forInit: ForInit, kind: VariableDeclaration['kind'], mayMiss?: boolean): VariableDeclaration;
  parseObj(isPattern: boolean, errors?: PatternMarks | null): Node;
  parseYield(forInit: ForInit): Expression;
  parsePrivateIdent(): PrivateIdentifier;
  parseIdent(isName?: boolean): Identifier;
  parseLiteral(value: unknown): Literal;
  parseSwitchStatement(node: AnyNode): AnyNode;
  parseTryStatement(node: AnyNode): AnyNode;
  parseNew(): AnyNode;
  parseTemplate(options?: object): AnyNode;
  parseClass(node: AnyNode, isStatement: boolean): Class;
  parseBindingAtom(): AnyNode;
  parseFunctionBody(node: AnyNode, isArrow: boolean, isMethod: boolean, forInit: ForInit): void;
  regexp_disjunction(state: object): void;
  regexp_eatNestedClass(state: object): unknown;
}

export const BaseParser = acorn.Parser as unknown as new (options: Options, text: string) => ParserInternals;

export const tokTypes = acorn.tokTypes as unknown as Readonly<Record<keyof typeof acorn.tokTypes, Type>>;

/** What acorn exports and does not declare. */
export const { keywordTypes, tokContexts } = acorn as unknown as {
  readonly keywordTypes: Readonly<Record<string, Type>>;
  readonly tokContexts: Readonly<Record<'b_stat' | 'b_expr' | 'b_tmpl' | 'p_stat' | 'p_expr' | 'q_tmpl' | 'f_stat' | 'f_expr', TokenContext>>;
};
