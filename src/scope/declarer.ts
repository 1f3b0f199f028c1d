// What hoisting does: the names that statements declare in their scopes before any of them runs.
import type { FunctionDeclaration, Statement, VariableDeclaration } from 'acorn';
import { forEachBoundName, forEachHeldClosure, forEachHeldMethod, functionOf, isConstantLiteral, isLexicalDeclaration, mayHoldClosure } from './declarations.ts';
import { SourceError } from '../source/diagnostics.ts';
import { conflictsWithVar } from './eval-context.ts';
import { Resolver } from './resolver.ts';
import type { Binding, Scope } from './scope.ts';

export class Declarer extends Resolver {
  /** `withLexicals`: let, const and class are globals too, as in a script and not in eval code. */
  protected declareGlobals(statement: Statement, withLexicals = true): void {
    const func = functionOf(statement);
    if (func !== null) {
      this.globals.functions.push(func);
      return;
    }
    if (!withLexicals || !isLexicalDeclaration(statement)) return;
    if (statement.type === 'ClassDeclaration') {
      this.globals.lets.push(statement.id.name);
      this.globalLexicals.add(statement.id.name);
      return;
    }
    const list = statement.kind === 'let' ? this.globals.lets : this.globals.consts;
    for (const { id } of statement.declarations) {
      forEachBoundName(id, ({ name }) => {
        list.push(name);
        this.globalLexicals.add(name);
      });
    }
  }

  /** Declares the lexical names of a list of statements in the current scope. `orderEnd` is for the cases of a switch. */
  protected declareLexicals(statements: readonly Statement[], orderEnd = Number.MAX_SAFE_INTEGER): void {
    for (const statement of statements) {
      if (!isLexicalDeclaration(statement)) continue;
      if (statement.type === 'ClassDeclaration') {
        const binding = this.declare(statement.id.name, 'class');
        binding.initEnd = statement.end;
        binding.orderEnd = orderEnd;
        forEachHeldMethod(statement, (node) => this.hold(node, binding));
        continue;
      }
      this.declareLexical(statement, orderEnd);
    }
  }

  protected declareLexical(declaration: VariableDeclaration, orderEnd: number, initEnd = -1): void {
    const kind = declaration.kind === 'const' ? 'const' : 'let';
    for (const { id, init, end } of declaration.declarations) {
      const declareName = (name: string, initialisedAt: number): Binding => {
        const binding = this.declare(name, kind);
        binding.initEnd = initEnd >= 0 ? initEnd : end;
        binding.orderEnd = orderEnd;
        binding.patternInit = initialisedAt;
        binding.patternEnd = id.end;
        return binding;
      };
      if (id.type !== 'Identifier') {
        forEachBoundName(id, ({ name }, initialisedAt) => declareName(name, initialisedAt));
        continue;
      }
      const binding = declareName(id.name, id.end);
      if (init == null) continue;
      if (kind === 'const' && isConstantLiteral(init)) binding.literal = init;
      else if (mayHoldClosure(init)) forEachHeldClosure(init, (node) => this.hold(node, binding));
    }
  }

  /** The closures of a function (or class) node can be reached through the binding only. */
  protected hold(node: object, binding: Binding): void {
    this.held.set(node, binding);
    this.makeHolder(binding);
  }

  private makeHolder(binding: Binding): void {
    if (binding.isHolder) return;
    binding.isHolder = true;
    this.func.addHolder(binding);
  }

  /** `var name` (or a block function hoisted like one). */
  protected declareVar(name: string): void {
    const scope = this.varScope;
    if (scope.kind === 'script') {
      this.globalVars.add(name);
      return;
    }
    if (scope.func !== this.func) {
      if (!this.declaredByEval(scope, name)) this.evalVars.add(name);
      return;
    }
    if (scope.bindings.has(name)) return;
    const binding = this.declare(name, 'var', scope);
    if (scope.kind === 'body') binding.initialFrom = this.func.scope.bindings.get(name) ?? null;
  }

  /** Checks that eval code may declare `name` in the function around; true if the function binds it itself. */
  private declaredByEval(scope: Scope, name: string): boolean {
    if (conflictsWithVar(this.func.outerScope, scope, name)) {
      throw new SourceError(`Identifier '${name}' has already been declared`, this.name, this.text, 0);
    }
    const binding = scope.bindings.get(name);
    return binding !== undefined && binding.kind !== 'self' && !(scope.isSeparate && scope.kind === 'function');
  }

  /** Function declarations directly in sloppy eval code, which are variables of the function around. */
  protected declareEvalFunctions(statements: readonly Statement[]): void {
    const scope = this.varScope;
    for (const statement of statements) {
      const node = functionOf(statement);
      if (node === null) continue;
      const { name } = node.id;
      const same = this.evalFunctions.findIndex((f) => f.id.name === name);
      if (same >= 0) this.evalFunctions.splice(same, 1);
      this.evalFunctions.push(node);
      if (!this.declaredByEval(scope, name)) {
        this.evalVars.add(name);
        continue;
      }
      const binding = scope.bindings.get(name) as Binding;
      this.resolution[node.id.start] = this.indexOf(binding);
      this.capture(binding, this.func);
    }
  }

  /** Function declarations directly in the body of a function (or a static block), where they are hoisted like vars. */
  protected declareBodyFunctions(statements: readonly Statement[], createdAt: number): void {
    const scope = this.scope;
    scope.hoistedAt = createdAt;
    for (const statement of statements) {
      const node = functionOf(statement);
      if (node === null) continue;
      const { name } = node.id;
      const binding = scope.bindings.get(name) ?? this.declare(name, 'function');
      if (binding.kind === 'function') this.makeHolder(binding);
      // Else it shares the binding of a parameter, which it assigns.
      else binding.assignedAt(node.id.start);
      this.resolution[node.id.start] = this.indexOf(binding);
    }
  }

  /** Function declarations of a block, with Annex B.3.3 in sloppy code. */
  protected declareBlockFunctions(statements: readonly Statement[], createdAt: number): void {
    const scope = this.scope;
    scope.hoistedAt = createdAt;
    for (const statement of statements) {
      const node = functionOf(statement);
      if (node === null) continue;
      const { name } = node.id;
      const binding = scope.bindings.get(name) ?? this.declare(name, 'function');
      this.resolution[node.id.start] = this.indexOf(binding);
      if (this.func.strict || node.generator || node.async || !this.canHoist(name)) this.makeHolder(binding);
      else this.hoist(node, name);
    }
  }

  /** Whether `var name` in place of a function declaration in the current block would conflict with nothing. */
  protected canHoist(name: string): boolean {
    let scope = this.scope.parent;
    for (; scope !== null && scope !== this.varScope; scope = scope.parent) {
      const binding = scope.bindings.get(name);
      if (binding !== undefined && !binding.simpleCatch) return false;
    }
    if (this.varScope.kind === 'script') return !this.globalLexicals.has(name);
    if (this.varScope.func !== this.func) return !conflictsWithVar(null, this.varScope, name);
    // The arguments object counts as a parameter here.
    if (name === 'arguments' && this.func.kind !== 'arrow') return false;
    const existing = this.varScope.bindings.get(name);
    if (existing !== undefined) return existing.kind === 'var' || existing.kind === 'function';
    return !(this.varScope.kind === 'body' && this.func.scope.bindings.has(name));
  }

  protected hoist(node: FunctionDeclaration, name: string): void {
    if (this.varScope.kind === 'script') {
      if (!this.globals.functions.some((f) => f.id.name === name) && !this.globals.annexB.includes(name)) {
        this.globals.annexB.push(name);
      }
      this.annexB.set(node, null);
      return;
    }
    this.declareVar(name);
    if (this.evalVars.has(name)) {
      this.annexB.set(node, this.varScope.dynamic);
      return;
    }
    const binding = this.varScope.bindings.get(name) as Binding;
    binding.assignedAt(node.start);
    this.indexOf(binding);
    if (binding.scope.func !== this.func) this.capture(binding, this.func);
    this.annexB.set(node, binding);
  }
}
