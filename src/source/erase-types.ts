// TypeScript -> JavaScript by erasing types: every type becomes blanks, so that lines, columns and lengths stay.
//
// Takes the text of a TypeScript file; gives a text of the same length without types, or throws a SourceError. What would need code in the
// place of types (enums, namespaces, parameter properties, `import x = require()`, decorators) is refused by name. Imports that are only
// used as types have to say so (`import type`), as with TypeScript's option verbatimModuleSyntax. The parser, an acorn plugin, is loaded
// when it is first needed.

import { Parser } from 'acorn';
import { SourceError, unexpected } from './diagnostics.ts';
import { isKeyword } from './tokenizer.ts';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

type Parse = (text: string, sourceType: 'script' | 'module') => Node;

let loaded: Promise<Parse> | undefined;

async function loadParser(): Promise<Parse> {
  const { tsPlugin } = await import('@sveltejs/acorn-typescript');
  // The plugin is typed against another build of acorn.
  const TypeScriptParser = Parser.extend(tsPlugin() as never);
  return (text, sourceType) => TypeScriptParser.parse(text, { ecmaVersion: 2025, sourceType, locations: true, allowHashBang: true, allowReturnOutsideFunction: sourceType === 'script' }) as unknown as Node;
}

/** Erases the types of a module or a script; the name is for messages. */
export type TypeEraser = (text: string, name: string, sourceType: 'script' | 'module') => string;

export async function loadTypeEraser(): Promise<TypeEraser> {
  const parse = await (loaded ??= loadParser());
  return (text, name, sourceType) => {
    let program: Node;
    try {
      program = parse(text, sourceType);
    } catch (error) {
      const { message, pos } = error as { message: string; pos?: number };
      if (!(error instanceof SyntaxError) || pos === undefined) throw error;
      const what = message.replace(/ \(\d+:\d+\)$/, '');
      throw new SourceError(what === 'Unexpected token' ? unexpected(text, pos, isKeyword) : what, name, text, pos);
    }
    return new Eraser(text, name).erase(program);
  };
}

/** Statements that are types only. */
const erased: ReadonlySet<string> = new Set(['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'TSDeclareFunction', 'TSNamespaceExportDeclaration']);

/** What cannot be erased, since it means code. */
const refused: Readonly<Record<string, string>> = {
  TSEnumDeclaration: 'enums',
  TSModuleDeclaration: 'namespaces',
  TSParameterProperty: 'parameter properties',
  TSImportEqualsDeclaration: "'import ... ='",
  TSExportAssignment: "'export ='",
  Decorator: 'decorators',
};

const modifiers = /\b(?:public|private|protected|readonly|override|abstract|declare)\b/g;

/** Statements and class elements that end without a semicolon if a line ends there. */
const endsLine: ReadonlySet<string> = new Set([
  'ExpressionStatement', 'VariableDeclaration', 'ReturnStatement', 'ThrowStatement', 'DoWhileStatement', 'PropertyDefinition', 'ExportDefaultDeclaration',
]);

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

class Eraser {
  private readonly text: string;
  private readonly name: string;
  /** The text as it will be, by code units. */
  private readonly output: string[];

  constructor(text: string, name: string) {
    this.text = text;
    this.name = name;
    this.output = text.split('');
  }

  erase(program: Node): string {
    this.children(program);
    return this.output.join('');
  }

  private blank(start: number, end: number): void {
    for (let i = start; i < end; i++) if (!/[\n\r\u2028\u2029]/.test(this.text[i])) this.output[i] = ' ';
  }

  private refuse(what: string, node: Node): never {
    throw new SourceError(`not supported in TypeScript: ${what} (only types can be erased)`, this.name, this.text, node.start);
  }

  /** Blanks a statement or class element; a semicolon keeps what stands around it apart. */
  private statement(node: Node): void {
    this.blank(node.start, node.end);
    this.output[node.start] = ';';
  }

  private children(node: Node): void {
    for (const key of Object.keys(node)) {
      const value = node[key];
      if (Array.isArray(value)) {
        for (const item of value) if (isNode(item)) this.visit(item);
      } else if (isNode(value)) {
        this.visit(value);
      }
    }
  }

  private visit(node: Node): void {
    const { type } = node;
    if (Object.hasOwn(refused, type) && node.declare !== true) this.refuse(refused[type], node);
    if (node.declare === true || erased.has(type)) return this.statement(node);
    switch (type) {
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
      case 'ExportDefaultDeclaration':
        return this.transfer(node);
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression': {
        const expression = node.expression as Node;
        this.visit(expression);
        return this.blank(this.afterParentheses(expression.end, node.end), node.end);
      }
      case 'TSTypeAssertion': {
        const expression = node.expression as Node;
        // The parentheses of the operand stay.
        this.blank(node.start, (node.typeAnnotation as Node).end);
        this.blank((node.typeAnnotation as Node).end, this.text.indexOf('>', (node.typeAnnotation as Node).end) + 1);
        return this.visit(expression);
      }
      case 'TSInstantiationExpression':
        this.visit(node.expression as Node);
        return this.blank((node.expression as Node).end, node.end);
      case 'ClassDeclaration':
      case 'ClassExpression':
        return this.class(node);
      case 'MethodDefinition':
      case 'PropertyDefinition':
      case 'AccessorProperty':
        return this.element(node);
      case 'TSIndexSignature':
        return this.statement(node);
      case 'Identifier':
      case 'ObjectPattern':
      case 'ArrayPattern':
      case 'RestElement':
      case 'AssignmentPattern':
        this.mark('?', node.optional === true, node);
        break;
      case 'VariableDeclarator':
        this.mark('!', node.definite === true, node.id as Node);
        break;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        this.function(node);
        break;
    }
    if (type.startsWith('TS')) return this.type(node);
    this.children(node);
    if (endsLine.has(type)) this.separate(node);
  }

  /** The first place from `start` on behind closing parentheses: a type never starts with one. */
  private afterParentheses(start: number, end: number): number {
    let at = start;
    for (;;) {
      const next = this.skipSpace(at);
      if (next >= end || this.text[next] !== ')') return at;
      at = next + 1;
    }
  }

  private skipSpace(at: number): number {
    for (;;) {
      const space = /\s*/y;
      space.lastIndex = at;
      space.exec(this.text);
      at = space.lastIndex;
      if (this.text.startsWith('//', at)) at = Math.max(at + 2, this.lineEnd(at));
      else if (this.text.startsWith('/*', at)) at = this.text.indexOf('*/', at) + 2;
      else return at;
    }
  }

  private lineEnd(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end;
  }

  /** A line that ended behind a type must still end: `x as T` and then `(y)` on the next line. */
  private separate(node: Node): void {
    if (this.text[node.end - 1] === ';' || this.output[node.end - 1] !== ' ' || this.text[node.end - 1] === ' ') return;
    let start = node.end;
    while (start > node.start && this.output[start - 1] === ' ' && this.text[start - 1] !== ' ') start--;
    this.output[start] = ';';
  }

  /** Blanks the mark between a name and its type, if there is one. */
  private mark(character: '?' | '!', isThere: boolean, node: Node): void {
    if (!isThere) return;
    const end = isNode(node.typeAnnotation) ? node.typeAnnotation.start : node.end;
    const at = this.text.lastIndexOf(character, end - 1 + (isNode(node.typeAnnotation) ? 0 : 1));
    if (at >= node.start) this.blank(at, at + 1);
  }

  private function(node: Node): void {
    const params = node.params as readonly Node[];
    const [first] = params;
    // A parameter called `this` is a type.
    if (first?.type === 'Identifier' && first.name === 'this') {
      const comma = this.skipSpace(first.end);
      this.blank(first.start, this.text[comma] === ',' ? comma + 1 : first.end);
    }
    const { returnType } = node;
    if (node.type !== 'ArrowFunctionExpression' || !isNode(returnType)) return;
    // No line may end between the parameters and the arrow: the parenthesis moves behind the type.
    if (!/[\n\r\u2028\u2029]/.test(this.text.slice(returnType.start, returnType.end))) return;
    const close = this.text.lastIndexOf(')', returnType.start);
    this.blank(returnType.start, returnType.end);
    this.output[close] = ' ';
    this.output[returnType.end - 1] = ')';
    this.moved.add(returnType);
  }

  /** Types that have a parenthesis in the place of their last character. */
  private readonly moved = new Set<Node>();

  private type(node: Node): void {
    if (!this.moved.has(node)) this.blank(node.start, node.end);
  }

  private class(node: Node): void {
    if (node.abstract === true) this.blank(node.start, node.start + 'abstract'.length);
    const list = node.implements as readonly Node[] | undefined;
    if (list !== undefined && list.length > 0) {
      this.blank(this.text.lastIndexOf('implements', list[0].start), list[list.length - 1].end);
    }
    for (const key of ['decorators', 'id', 'typeParameters', 'superClass', 'superTypeParameters', 'superTypeArguments', 'body']) {
      const value = node[key];
      if (Array.isArray(value)) value.forEach((item) => isNode(item) && this.visit(item));
      else if (isNode(value)) this.visit(value);
    }
  }

  private element(node: Node): void {
    const value = node.value as Node | null | undefined;
    if (node.abstract === true || (isNode(value) && value.type === 'TSDeclareMethod')) return this.statement(node);
    const key = node.key as Node;
    // Modifiers stand before the key; that of a computed one comes after its bracket.
    const head = this.text.slice(node.start, key.start);
    for (const match of head.matchAll(modifiers)) {
      const at = node.start + match.index;
      this.blank(at, at + match[0].length);
      if (at === node.start) this.output[at] = ';';
    }
    if (node.optional === true || node.definite === true) {
      const from = node.computed === true ? this.text.indexOf(']', key.end) + 1 : key.end;
      const at = this.skipSpace(from);
      if (this.text[at] === '?' || this.text[at] === '!') this.blank(at, at + 1);
    }
    this.children(node);
    if (node.type === 'PropertyDefinition') this.separate(node);
  }

  /** Imports and exports. */
  private transfer(node: Node): void {
    const declaration = node.declaration as Node | null | undefined;
    const isErased = isNode(declaration) && (declaration.declare === true || erased.has(declaration.type));
    if (node.importKind === 'type' || node.exportKind === 'type' || isErased) return this.statement(node);
    for (const specifier of (node.specifiers as readonly Node[] | undefined) ?? []) {
      if (specifier.importKind !== 'type' && specifier.exportKind !== 'type') continue;
      const comma = this.skipSpace(specifier.end);
      this.blank(specifier.start, this.text[comma] === ',' ? comma + 1 : specifier.end);
    }
    if (isNode(declaration)) this.visit(declaration);
    if (endsLine.has(node.type)) this.separate(node);
  }
}
