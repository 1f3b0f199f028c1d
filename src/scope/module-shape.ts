// What a module imports, exports and declares, by syntax alone (ECMA-262 16.2.1.6 ImportEntries and ExportEntries).
//
// Takes the AST of a module; gives its entry tables and its statements, freed of `export`. The parser has seen to the early
// errors: exported names are unique, and what is exported by its local name is declared.
import type {
  AnonymousClassDeclaration,
  ClassDeclaration,
  Expression,
  FunctionDeclaration,
  Identifier,
  ImportAttribute,
  Literal,
  ModuleDeclaration,
  Program,
  Statement,
} from 'acorn';
import { forEachBoundName, functionOf, isLexicalDeclaration } from './declarations.ts';

/** The local name of a default export that has none of its own. */
export const DEFAULT_BINDING = '*default*';

/** A module that this one asks for: specifier and attributes together make the request. */
export interface RequestEntry {
  readonly specifier: string;
  readonly attributes: readonly (readonly [key: string, value: string])[];
  /** Offset of the specifier. */
  readonly offset: number;
}

export interface ImportEntry {
  /** Index of the request. */
  readonly request: number;
  /** The exported name; null: the namespace. */
  readonly name: string | null;
  readonly local: Identifier;
  /** Offset of the imported name. */
  readonly offset: number;
}

export interface LocalExportEntry {
  readonly name: string;
  readonly local: string;
}

export interface IndirectExportEntry {
  readonly name: string;
  readonly request: number;
  /** The name in the other module; null: its namespace. */
  readonly imported: string | null;
  readonly offset: number;
}

/** `export default` of an expression or of a class without a name: a statement of its own. */
export interface DefaultExpression {
  /** An identifier that no text has; it stands at the beginning of the statement. */
  readonly id: Identifier;
  readonly expression: Expression | AnonymousClassDeclaration;
}

export interface ModuleShape {
  readonly requests: readonly RequestEntry[];
  readonly imports: readonly ImportEntry[];
  readonly localExports: readonly LocalExportEntry[];
  readonly indirectExports: readonly IndirectExportEntry[];
  /** `export * from`: the indexes of the requests. */
  readonly starExports: readonly number[];
  /** What runs, in order. */
  readonly body: readonly (Statement | DefaultExpression)[];
  /** The same but for the default expression. */
  readonly statements: readonly Statement[];
  readonly defaultExpression: DefaultExpression | null;
  /** Declared functions, of one name each. */
  readonly functions: readonly FunctionDeclaration[];
}

export function isClassDeclaration(node: DefaultExpression['expression']): node is AnonymousClassDeclaration {
  return (node as { type: string }).type === 'ClassDeclaration';
}

export function moduleShape(program: Program): ModuleShape {
  return new Reader().read(program);
}

type ModuleExportName = Identifier | Literal;

function nameOf(node: ModuleExportName): string {
  return node.type === 'Identifier' ? node.name : (node.value as string);
}

class Reader {
  private readonly requests: RequestEntry[] = [];
  private readonly requestIndexes = new Map<string, number>();
  private readonly imports: ImportEntry[] = [];
  private readonly localExports: LocalExportEntry[] = [];
  private readonly indirectExports: IndirectExportEntry[] = [];
  private readonly starExports: number[] = [];
  private readonly body: (Statement | DefaultExpression)[] = [];
  private readonly statements: Statement[] = [];
  private defaultExpression: DefaultExpression | null = null;

  read(program: Program): ModuleShape {
    const list = program.body as readonly (Statement | ModuleDeclaration)[];
    // Requests are in the order of the text, imports and exports alike.
    for (const statement of list) this.statement(statement);
    return {
      requests: this.requests,
      imports: this.imports,
      ...this.exports(),
      starExports: this.starExports,
      body: this.body,
      statements: this.statements,
      defaultExpression: this.defaultExpression,
      functions: this.statements.map(functionOf).filter((node) => node !== null),
    };
  }

  /** What is exported by the local name of an import is an export of the other module (16.2.1.7.1 ParseModule, step 10.a), or its namespace. */
  private exports(): Pick<ModuleShape, 'localExports' | 'indirectExports'> {
    const imports = new Map(this.imports.map((entry) => [entry.local.name, entry]));
    const localExports: LocalExportEntry[] = [];
    const indirectExports = [...this.indirectExports];
    for (const entry of this.localExports) {
      const source = imports.get(entry.local);
      if (source === undefined) localExports.push(entry);
      else indirectExports.push({ name: entry.name, request: source.request, imported: source.name, offset: source.offset });
    }
    return { localExports, indirectExports };
  }

  private plain(statement: Statement): void {
    this.body.push(statement);
    this.statements.push(statement);
  }

  private statement(statement: Statement | ModuleDeclaration): void {
    switch (statement.type) {
      case 'ImportDeclaration': {
        const request = this.request(statement.source, statement.attributes);
        for (const specifier of statement.specifiers) {
          if (specifier.type === 'ImportNamespaceSpecifier') {
            this.imports.push({ request, name: null, local: specifier.local, offset: specifier.start });
          } else {
            const imported = specifier.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(specifier.imported);
            this.imports.push({ request, name: imported, local: specifier.local, offset: specifier.start });
          }
        }
        break;
      }
      case 'ExportAllDeclaration': {
        const request = this.request(statement.source, statement.attributes);
        if (statement.exported == null) this.starExports.push(request);
        else this.indirectExports.push({ name: nameOf(statement.exported), request, imported: null, offset: statement.exported.start });
        break;
      }
      case 'ExportNamedDeclaration': {
        const { declaration, source } = statement;
        if (source != null) {
          const request = this.request(source, statement.attributes);
          for (const { local, exported } of statement.specifiers) {
            this.indirectExports.push({ name: nameOf(exported), request, imported: nameOf(local), offset: local.start });
          }
          break;
        }
        for (const { local, exported } of statement.specifiers) this.localExports.push({ name: nameOf(exported), local: nameOf(local) });
        if (declaration == null) break;
        this.plain(declaration);
        const func = functionOf(declaration);
        if (func !== null) this.localExports.push({ name: func.id.name, local: func.id.name });
        else if (declaration.type === 'ClassDeclaration') this.localExports.push({ name: declaration.id.name, local: declaration.id.name });
        else if (declaration.type === 'VariableDeclaration') {
          for (const { id } of declaration.declarations) forEachBoundName(id, ({ name }) => this.localExports.push({ name, local: name }));
        }
        break;
      }
      case 'ExportDefaultDeclaration': {
        const { declaration } = statement;
        if (declaration.type === 'FunctionDeclaration' || (declaration.type === 'ClassDeclaration' && declaration.id !== null)) {
          // A function without a name is hoisted like any other.
          const named = (declaration.id === null ? { ...declaration, id: this.standIn(statement.start) } : declaration) as FunctionDeclaration | ClassDeclaration;
          this.plain(named);
          this.localExports.push({ name: 'default', local: named.id.name });
        } else {
          this.defaultExpression = { id: this.standIn(statement.start), expression: declaration as DefaultExpression['expression'] };
          this.body.push(this.defaultExpression);
          this.localExports.push({ name: 'default', local: DEFAULT_BINDING });
        }
        break;
      }
      default:
        this.plain(statement);
    }
  }

  private standIn(offset: number): Identifier {
    return { type: 'Identifier', name: DEFAULT_BINDING, start: offset, end: offset };
  }

  /** Requests of equal specifiers and attributes are one (16.2.1.3 ModuleRequestsEqual). */
  private request(source: Literal, attributes: readonly ImportAttribute[]): number {
    const specifier = source.value as string;
    const pairs = attributes
      .map(({ key, value }) => [nameOf(key), value.value as string] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    const key = JSON.stringify([specifier, pairs]);
    let index = this.requestIndexes.get(key);
    if (index === undefined) {
      index = this.requests.push({ specifier, attributes: pairs, offset: source.start }) - 1;
      this.requestIndexes.set(key, index);
    }
    return index;
  }
}

/** The names that a module's statements declare beside functions and vars, with what their cells are. */
export function lexicalNames(shape: ModuleShape): { readonly lets: string[]; readonly consts: string[] } {
  const lets: string[] = [];
  const consts: string[] = [];
  for (const statement of shape.statements) {
    if (!isLexicalDeclaration(statement)) continue;
    if (statement.type === 'ClassDeclaration') lets.push(statement.id.name);
    else for (const { id } of statement.declarations) forEachBoundName(id, ({ name }) => (statement.kind === 'let' ? lets : consts).push(name));
  }
  if (shape.defaultExpression !== null) lets.push(DEFAULT_BINDING);
  return { lets, consts };
}
