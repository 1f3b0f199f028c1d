// The names that a text declares, as the parser has to know them for the error of declaring one twice.
//
// As acorn's parser, but that it looks names up in a table where a scope has many: acorn looks through lists, which for a thousand declarations in one scope
// takes longer than parsing them.
import type { Identifier } from 'acorn';
import { Tokenizer } from './tokenizer.ts';

// Bits of acorn's scopes.
const SCOPE_TOP = 1;
const SCOPE_FUNCTION = 2;
const SCOPE_SIMPLE_CATCH = 32;
const SCOPE_CLASS_STATIC_BLOCK = 256;
const SCOPE_VAR = SCOPE_TOP | SCOPE_FUNCTION | SCOPE_CLASS_STATIC_BLOCK;

// acorn's kinds of bindings.
const BIND_LEXICAL = 2;
const BIND_FUNCTION = 3;
const BIND_SIMPLE_CATCH = 4;

/** Names of so many declarations are found by looking at each. */
const FEW = 8;

class NameList {
  readonly first: string;
  private readonly few: string[];
  private many: Set<string> | null = null;

  constructor(name: string) {
    this.first = name;
    this.few = [name];
  }

  has(name: string): boolean {
    return this.many === null ? this.few.includes(name) : this.many.has(name);
  }

  add(name: string): void {
    if (this.many !== null) this.many.add(name);
    else if (this.few.push(name) > FEW) this.many = new Set(this.few);
  }
}

/** Names of one scope by the kinds of their declarations. */
class NameScope {
  flags: number;
  variables: NameList | null = null;
  lexicals: NameList | null = null;
  functions: NameList | null = null;

  constructor(flags: number) {
    this.flags = flags;
  }
}

function has(list: NameList | null, name: string): boolean {
  return list !== null && list.has(name);
}

function added(list: NameList | null, name: string): NameList {
  if (list === null) return new NameList(name);
  list.add(name);
  return list;
}

export abstract class DeclarationParser extends Tokenizer {
  override enterScope(flags: number): void {
    this.scopeStack.push(new NameScope(flags));
  }

  override declareName(name: string, kind: number, pos: number): void {
    const scopes = this.scopeStack as NameScope[];
    const inner = scopes[scopes.length - 1];
    let isTwice = false;
    switch (kind) {
      case BIND_LEXICAL:
        isTwice = has(inner.lexicals, name) || has(inner.functions, name) || has(inner.variables, name);
        inner.lexicals = added(inner.lexicals, name);
        this.exported(inner, name);
        break;
      case BIND_SIMPLE_CATCH:
        inner.lexicals = added(inner.lexicals, name);
        break;
      case BIND_FUNCTION:
        isTwice = has(inner.lexicals, name) || (!this.hoistsFunctions(inner) && has(inner.variables, name));
        inner.functions = added(inner.functions, name);
        break;
      default:
        for (let i = scopes.length - 1; i >= 0; i--) {
          const scope = scopes[i];
          const isCaught = (scope.flags & SCOPE_SIMPLE_CATCH) !== 0 && scope.lexicals?.first === name;
          if ((has(scope.lexicals, name) && !isCaught) || (has(scope.functions, name) && !this.hoistsFunctions(scope))) {
            isTwice = true;
            break;
          }
          scope.variables = added(scope.variables, name);
          this.exported(scope, name);
          if ((scope.flags & SCOPE_VAR) !== 0) break;
        }
    }
    if (isTwice) this.raiseRecoverable(pos, `Identifier '${name}' has already been declared`);
  }

  /** Function declarations in the scope are like those of `var`. */
  private hoistsFunctions({ flags }: NameScope): boolean {
    return (flags & SCOPE_FUNCTION) !== 0 || (!this.inModule && (flags & SCOPE_TOP) !== 0);
  }

  /** What a module exports before it declares it. */
  private exported({ flags }: NameScope, name: string): void {
    if (this.inModule && (flags & SCOPE_TOP) !== 0) Reflect.deleteProperty(this.undefinedExports, name);
  }

  override checkLocalExport(id: Identifier): void {
    const [top] = this.scopeStack as NameScope[];
    if (!has(top.lexicals, id.name) && !has(top.variables, id.name)) this.undefinedExports[id.name] = id;
  }
}
