// Lists of nodes, which take just the room that they need.
//
// As acorn's parser, but that it gathers a list before it makes an array of it: an array that grows by one element has room for seventeen, and most lists have one.
import type { BlockStatement, Expression, Node, Pattern, SpreadElement, Statement, VariableDeclaration, VariableDeclarator } from 'acorn';
import { tokTypes } from './acorn-internals.ts';
import type { ForInit, PatternMarks, Type } from './acorn-internals.ts';
import { DeclarationParser } from './declaration-parser.ts';

const FEW = 17;

/** The list in an array without further room. */
export function trimmed<T>(list: T[]): T[] {
  return list.length > 0 && list.length < FEW ? list.slice() : list;
}

export abstract class ListParser extends DeclarationParser {
  /** Elements of the lists that are being read, of the innermost last; there are so many. */
  private readonly elements: unknown[] = [];
  private count = 0;

  private gather(element: unknown): void {
    this.elements[this.count++] = element;
  }

  /** The list that began when there were `start` elements. */
  private gathered<T>(start: number): T[] {
    const elements = this.elements as T[];
    const { count } = this;
    this.count = start;
    // Literals, for the same reason as those of nodes.ts.
    switch (count - start) {
      case 0:
        return [];
      case 1:
        return [elements[start]];
      case 2:
        return [elements[start], elements[start + 1]];
      case 3:
        return [elements[start], elements[start + 1], elements[start + 2]];
      default:
        return elements.slice(start, count);
    }
  }

  override parseExprList(close: Type, trailingComma: boolean, empty: boolean, errors?: PatternMarks | null): (Expression | SpreadElement)[] {
    const start = this.count;
    while (!this.eat(close)) {
      if (this.count > start) {
        this.expect(tokTypes.comma);
        if (trailingComma && this.eat(close)) break;
      }
      if (empty && this.type === tokTypes.comma) this.gather(null);
      else if (this.type !== tokTypes.ellipsis) this.gather(this.parseMaybeAssign(false, errors));
      else {
        this.gather(this.parseSpread(errors));
        if (errors != null && (this.type as Type) === tokTypes.comma && errors.trailingComma < 0) errors.trailingComma = this.start;
      }
    }
    return this.gathered(start);
  }

  override parseBindingList(close: Type, empty: boolean, trailingComma: boolean, modifiers?: boolean): (Pattern | null)[] {
    const start = this.count;
    while (!this.eat(close)) {
      if (this.count > start) this.expect(tokTypes.comma);
      if (empty && this.type === tokTypes.comma) this.gather(null);
      else if (trailingComma && this.eat(close)) break;
      else if (this.type === tokTypes.ellipsis) {
        this.gather(this.parseRestBinding());
        if ((this.type as Type) === tokTypes.comma) this.raiseRecoverable(this.start, 'Comma is not permitted after the rest element');
        this.expect(close);
        break;
      } else {
        this.gather(this.parseAssignableListItem(modifiers));
      }
    }
    return this.gathered(start);
  }

  override parseBlock(hasScope = true, given?: BlockStatement, exitStrict?: boolean): BlockStatement {
    const node = given ?? (this.startNode() as BlockStatement);
    this.expect(tokTypes.braceL);
    if (hasScope) this.enterScope(0);
    const start = this.count;
    while (this.type !== tokTypes.braceR) this.gather(this.parseStatement(null));
    node.body = this.gathered<Statement>(start);
    if (exitStrict === true) this.strict = false;
    this.next();
    if (hasScope) this.exitScope();
    return this.finishNode(node, 'BlockStatement');
  }

  override parseVar(node: VariableDeclaration, forInit: ForInit, kind: VariableDeclaration['kind'], mayMiss?: boolean): VariableDeclaration {
    super.parseVar(node, forInit, kind, mayMiss);
    node.declarations = trimmed<VariableDeclarator>(node.declarations);
    return node;
  }

  override parseObj(isPattern: boolean, errors?: PatternMarks | null): Node {
    const node = super.parseObj(isPattern, errors) as Node & { properties: Node[] };
    node.properties = trimmed(node.properties);
    return node;
  }
}
