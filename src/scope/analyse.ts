// AST -> where each binding lives.
//
// Takes the AST of a script or module; gives an Analysis. One walk in the order of the text.
import type {
  BlockStatement,
  CatchClause,
  ForInStatement,
  ForOfStatement,
  ForStatement,
  FunctionDeclaration,
  Identifier,
  Pattern,
  Program,
  Statement,
  SwitchStatement,
  VariableDeclaration,
  WithStatement,
} from 'acorn';
import { declaresInBlock, forEachBoundName } from './declarations.ts';
import { ExpressionWalker } from './expression-walker.ts';
import { DEFAULT_BINDING, isClassDeclaration, moduleShape } from './module-shape.ts';
import type { AnalysisOptions } from './resolver.ts';
import { Scope, Use } from './scope.ts';
import type { Analysis, ScopeKind } from './scope.ts';

export function analyse(program: Program, text: string, name: string, options: AnalysisOptions = {}): Analysis {
  const analyser = new Analyser(program, text, name, options);
  return options.isEval === true ? analyser.runEval() : analyser.run();
}

export function analyseModule(program: Program, text: string, name: string): Analysis {
  return new Analyser(program, text, name, { isModule: true }).runModule();
}

class Analyser extends ExpressionWalker {
  run(): Analysis {
    const script = this.func;
    const body = this.program.body as Statement[];
    this.functions.set(this.program, script);
    for (const statement of body) this.declareGlobals(statement);
    this.statements(body);
    this.leave(script.scope);
    return this.result(script, null);
  }

  runModule(): Analysis {
    const module = this.func;
    const shape = moduleShape(this.program);
    this.functions.set(this.program, module);
    for (const { local } of shape.imports) this.declare(local.name, 'import').isCell = true;
    this.declareBodyFunctions(shape.statements, 0);
    this.declareLexicals(shape.statements);
    const standing = shape.defaultExpression;
    if (standing !== null) this.declare(DEFAULT_BINDING, 'let').initEnd = standing.expression.end;
    for (const statement of shape.body) {
      if (statement === standing) {
        this.declared(standing.id);
        if (isClassDeclaration(standing.expression)) this.class(standing.expression);
        else this.expression(standing.expression);
      } else {
        this.statement(statement as Statement);
      }
    }
    // What is exported can be reached from outside at any time, before this module has run as well.
    for (const { local } of shape.localExports) {
      const binding = module.scope.bindings.get(local);
      if (binding === undefined) continue;
      binding.isCell = true;
      binding.isHolder = false;
    }
    this.leave(module.scope);
    return this.result(module, shape);
  }

  /** The text of an eval (EvalDeclarationInstantiation, as far as it is known before it runs). */
  runEval(): Analysis {
    const info = this.func;
    const body = this.program.body as Statement[];
    this.functions.set(this.program, info);
    if (this.varScope === this.scope) this.declareBodyFunctions(body, 0);
    else if (this.varScope.kind === 'script') for (const statement of body) this.declareGlobals(statement, false);
    else this.declareEvalFunctions(body);
    if (this.varScope.dynamic !== null) this.capture(this.varScope.dynamic, info);
    this.declareLexicals(body);
    info.usesUndefined = true;
    this.statements(body);
    this.leave(info.scope);
    this.resolveAround();
    return this.result(info, null);
  }

  // --- Statements.

  protected statements(statements: readonly Statement[]): void {
    for (let i = 0; i < statements.length; i++) this.statement(statements[i]);
  }

  protected statement(node: Statement): void {
    this.descend(node);
    switch (node.type) {
      case 'ExpressionStatement':
        this.expression(node.expression);
        break;
      case 'VariableDeclaration':
        this.variables(node);
        break;
      case 'ReturnStatement':
        if (node.argument != null) this.expression(node.argument);
        else this.func.usesUndefined = true;
        break;
      case 'IfStatement': {
        // However many `else if` there are.
        let last: Statement | null | undefined = node;
        for (; last?.type === 'IfStatement'; last = last.alternate) {
          this.expression(last.test);
          this.branch(last.consequent);
        }
        if (last != null) this.branch(last);
        break;
      }
      case 'BlockStatement':
        this.block(node, node.body);
        break;
      case 'ForStatement':
        this.for(node);
        break;
      case 'ForInStatement':
      case 'ForOfStatement':
        this.forEach(node);
        break;
      case 'WhileStatement':
        this.expression(node.test);
        this.loopBody(node.body);
        break;
      case 'DoWhileStatement':
        this.loopBody(node.body);
        this.expression(node.test);
        break;
      case 'FunctionDeclaration':
        this.function(node, 'function');
        break;
      case 'ClassDeclaration':
        this.declared(node.id);
        this.class(node);
        break;
      case 'ThrowStatement':
        this.expression(node.argument);
        break;
      case 'TryStatement':
        this.block(node.block, node.block.body);
        if (node.handler != null) this.catch(node.handler);
        if (node.finalizer != null) this.block(node.finalizer, node.finalizer.body);
        break;
      case 'SwitchStatement':
        this.switch(node);
        break;
      case 'LabeledStatement':
        this.statement(node.body);
        break;
      case 'WithStatement':
        this.with(node);
        break;
      case 'EmptyStatement':
      case 'DebuggerStatement':
      case 'BreakStatement':
      case 'ContinueStatement':
        break;
    }
    this.nesting--;
  }

  protected with(node: WithStatement): void {
    this.expression(node.object);
    const scope = this.open('with', node);
    scope.dynamic = this.declare('%with', 'hidden');
    this.statement(node.body);
    this.leave(scope);
  }

  /** A branch of an if, which in sloppy code may be a function declaration, as if in a block. */
  protected branch(node: Statement): void {
    if (node.type === 'FunctionDeclaration') this.block(node, [node]);
    else this.statement(node);
  }

  protected block(node: BlockStatement | FunctionDeclaration, statements: readonly Statement[]): void {
    if (!declaresInBlock(statements)) {
      this.statements(statements);
      return;
    }
    const scope = this.open('block', node);
    this.declareLexicals(statements);
    this.declareBlockFunctions(statements, node.start);
    this.statements(statements);
    this.leave(scope);
  }

  protected open(kind: ScopeKind, node: object): Scope {
    const scope = new Scope(kind, this.scope, this.func);
    this.scopes.set(node, scope);
    this.enter(scope);
    return scope;
  }

  /** The declarator of a `var` has a value. */
  private noteValue(id: Identifier): void {
    const { func } = this;
    const binding = this.varScope.func === func ? this.varScope.bindings.get(id.name) : undefined;
    if (binding !== undefined && binding.valueAt < 0 && func.openLoops === 0) binding.valueAt = id.start;
  }

  protected variables(node: VariableDeclaration): void {
    for (const { id, init } of node.declarations) {
      if (node.kind === 'var') {
        if (id.type === 'Identifier') {
          this.declareVar(id.name);
          if (init != null) {
            this.reference(id.name, id.start, Use.assign);
            this.noteValue(id);
          }
        } else {
          forEachBoundName(id, ({ name }) => this.declareVar(name));
          this.target(id);
        }
      } else {
        this.bound(id);
      }
      if (init != null) this.expression(init);
    }
  }

  /** A pattern that declares the names in it, which are bindings of the current scope. */
  protected bound(pattern: Pattern): void {
    this.descend(pattern);
    switch (pattern.type) {
      case 'Identifier':
        this.declared(pattern);
        break;
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          if (property.type === 'RestElement') this.bound(property.argument);
          else {
            if (property.computed) this.expression(property.key);
            this.bound(property.value);
          }
        }
        break;
      case 'ArrayPattern':
        for (const element of pattern.elements) if (element !== null) this.bound(element);
        break;
      case 'AssignmentPattern':
        this.bound(pattern.left);
        this.expression(pattern.right);
        break;
      case 'RestElement':
        this.bound(pattern.argument);
        break;
    }
    this.nesting--;
  }

  protected for(node: ForStatement): void {
    const { init } = node;
    if (init == null || init.type !== 'VariableDeclaration' || init.kind === 'var') {
      if (init != null) {
        if (init.type === 'VariableDeclaration') this.variables(init);
        else this.expression(init);
      }
      this.forRest(node);
      return;
    }
    const scope = this.open('loop', node);
    this.declareLexical(init, Number.MAX_SAFE_INTEGER);
    const before = this.functions.size;
    this.variables(init);
    if (this.functions.size > before || scope.hasEval) scope.usedInHead = true;
    this.forRest(node);
    this.leave(scope);
  }

  protected forRest(node: ForStatement): void {
    if (node.test != null) this.expression(node.test);
    if (node.update != null) this.expression(node.update);
    this.loopBody(node.body);
  }

  private loopBody(body: Statement): void {
    const { func } = this;
    func.openLoops++;
    this.statement(body);
    func.openLoops--;
  }

  protected forEach(node: ForInStatement | ForOfStatement): void {
    if (node.type === 'ForOfStatement' && node.await) this.awaits();
    const { left, right } = node;
    if (left.type !== 'VariableDeclaration' || left.kind === 'var') {
      if (left.type === 'VariableDeclaration') {
        const { id, init } = left.declarations[0];
        forEachBoundName(id, ({ name }) => this.declareVar(name));
        this.target(id);
        if (init != null) this.expression(init);
      } else {
        this.target(left);
      }
      this.expression(right);
      this.loopBody(node.body);
      return;
    }
    const scope = this.open('loop', node);
    // The expression is evaluated with the names in their dead zone, so they are initialised only after it.
    this.declareLexical(left, Number.MAX_SAFE_INTEGER, right.end);
    this.bound(left.declarations[0].id);
    const before = this.functions.size;
    this.expression(right);
    if (this.functions.size > before || scope.hasEval) scope.usedInHead = true;
    this.loopBody(node.body);
    this.leave(scope);
  }

  protected catch(node: CatchClause): void {
    const { param } = node;
    if (param == null) {
      this.block(node.body, node.body.body);
      return;
    }
    const scope = this.open('catch', node);
    const simple = param.type === 'Identifier';
    forEachBoundName(param, ({ name }, initialisedAt) => {
      const binding = this.declare(name, 'catch');
      binding.simpleCatch = simple;
      if (simple) return;
      binding.initEnd = param.end;
      binding.patternInit = initialisedAt;
      binding.patternEnd = param.end;
    });
    this.bound(param);
    this.block(node.body, node.body.body);
    this.leave(scope);
  }

  protected switch(node: SwitchStatement): void {
    this.expression(node.discriminant);
    const scope = this.open('switch', node);
    for (const { consequent, end } of node.cases) this.declareLexicals(consequent, end);
    for (const { consequent } of node.cases) this.declareBlockFunctions(consequent, node.discriminant.end);
    for (const { test, consequent } of node.cases) {
      if (test != null) this.expression(test);
      this.statements(consequent);
    }
    this.leave(scope);
  }
}
