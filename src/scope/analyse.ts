// AST -> where each binding lives.
//
// Takes the AST of a script or module; gives an Analysis. One walk in the order of the text.
import type {
  AssignmentExpression,
  BlockStatement,
  CallExpression,
  CatchClause,
  Expression,
  ForInStatement,
  ForOfStatement,
  ForStatement,
  FunctionDeclaration,
  Identifier,
  MemberExpression,
  MetaProperty,
  Pattern,
  Program,
  SpreadElement,
  Statement,
  Super,
  SwitchStatement,
  TaggedTemplateExpression,
  TemplateLiteral,
  VariableDeclaration,
  WithStatement,
} from 'acorn';
import { declaresInBlock, forEachBoundName, isDirectEval } from './declarations.ts';
import { DEFAULT_BINDING, isClassDeclaration, moduleShape } from './module-shape.ts';
import { FunctionWalker } from './function-walker.ts';
import type { AnalysisOptions } from './resolver.ts';
import { Scope, Use } from './scope.ts';
import type { Analysis, Binding, FunctionInfo, FunctionNode, ScopeKind } from './scope.ts';

export function analyse(program: Program, text: string, name: string, options: AnalysisOptions = {}): Analysis {
  const analyser = new Analyser(program, text, name, options);
  return options.isEval === true ? analyser.runEval() : analyser.run();
}

export function analyseModule(program: Program, text: string, name: string): Analysis {
  return new Analyser(program, text, name, { isModule: true }).runModule();
}

class Analyser extends FunctionWalker {
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
      case 'IfStatement':
        this.expression(node.test);
        this.branch(node.consequent);
        if (node.alternate != null) this.branch(node.alternate);
        break;
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
        this.statement(node.body);
        break;
      case 'DoWhileStatement':
        this.statement(node.body);
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

  protected variables(node: VariableDeclaration): void {
    for (const { id, init } of node.declarations) {
      if (node.kind === 'var') {
        if (id.type === 'Identifier') {
          this.declareVar(id.name);
          if (init != null) this.reference(id.name, id.start, Use.assign);
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
    this.statement(node.body);
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
      this.statement(node.body);
      return;
    }
    const scope = this.open('loop', node);
    // The expression is evaluated with the names in their dead zone, so they are initialised only after it.
    this.declareLexical(left, Number.MAX_SAFE_INTEGER, right.end);
    this.bound(left.declarations[0].id);
    const before = this.functions.size;
    this.expression(right);
    if (this.functions.size > before || scope.hasEval) scope.usedInHead = true;
    this.statement(node.body);
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

  // --- Expressions.

  protected expressions(nodes: readonly (Expression | SpreadElement | null)[]): void {
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i];
      if (node === null) continue;
      this.expression(node.type === 'SpreadElement' ? node.argument : node);
    }
  }

  protected expression(node: Expression | Super): void {
    switch (node.type) {
      case 'Identifier':
        this.reference(node.name, node.start, Use.read);
        break;
      case 'Literal':
        break;
      case 'MemberExpression':
        this.member(node, true);
        break;
      case 'CallExpression':
        this.call(node);
        break;
      case 'BinaryExpression': {
        // Long sums nest to the left, deeper than the host's stack may allow.
        let left: typeof node.left = node;
        const rights: Expression[] = [];
        while (left.type === 'BinaryExpression') {
          rights.push(left.right);
          left = left.left;
        }
        if (left.type === 'PrivateIdentifier') this.reference(`#${left.name}`, left.start, Use.read);
        else this.expression(left);
        for (let i = rights.length - 1; i >= 0; i--) this.expression(rights[i]);
        break;
      }
      case 'AssignmentExpression':
        this.assignment(node);
        break;
      case 'FunctionExpression':
        this.function(node, 'function');
        break;
      case 'ArrowFunctionExpression':
        this.function(node, 'arrow');
        break;
      case 'ThisExpression':
        this.useThis();
        break;
      case 'LogicalExpression':
        this.expression(node.left);
        this.expression(node.right);
        break;
      case 'ConditionalExpression':
        this.expression(node.test);
        this.expression(node.consequent);
        this.expression(node.alternate);
        break;
      case 'UnaryExpression':
        if (node.operator === 'delete' && node.argument.type === 'MemberExpression') this.member(node.argument, false);
        else this.expression(node.argument);
        break;
      case 'UpdateExpression':
        this.target(node.argument as Pattern);
        break;
      case 'ObjectExpression':
        for (const property of node.properties) {
          if (property.type === 'SpreadElement') {
            this.expression(property.argument);
            continue;
          }
          if (property.computed) this.expression(property.key);
          if (property.kind !== 'init' || property.method) this.function(property.value as FunctionNode, 'method');
          else this.expression(property.value);
        }
        break;
      case 'ArrayExpression':
        this.expressions(node.elements);
        break;
      case 'NewExpression':
        this.expression(node.callee);
        this.expressions(node.arguments);
        break;
      case 'SequenceExpression':
        this.expressions(node.expressions);
        break;
      case 'TemplateLiteral':
        this.expressions(node.expressions);
        break;
      case 'TaggedTemplateExpression':
        this.tagged(node);
        break;
      case 'ClassExpression':
        this.class(node);
        break;
      case 'ChainExpression':
        this.expression(node.expression);
        break;
      case 'MetaProperty':
        this.metaProperty(node);
        break;
      case 'ParenthesizedExpression':
        this.expression(node.expression);
        break;
      case 'ImportExpression':
        this.expression(node.source);
        if (node.options != null) this.expression(node.options);
        else this.func.usesUndefined = true;
        break;
      case 'YieldExpression':
        if (node.argument != null) this.expression(node.argument);
        else this.func.usesUndefined = true;
        break;
      case 'AwaitExpression':
        this.awaits();
        this.expression(node.argument);
        break;
      case 'Super':
        break;
    }
  }

  /** `await` stands here; at the top level that makes the module asynchronous. */
  private awaits(): void {
    if (this.func.kind === 'module') this.func.isAsync = true;
  }

  /** `isRead`: the value is read and not called, which matters for `arguments` (see Use.argumentsRead). */
  protected member(node: MemberExpression, isRead: boolean): void {
    const { object, property } = node;
    if (object.type === 'Super') {
      this.useThis();
      this.useHome();
    } else if (object.type === 'Identifier' && isRead && object.name === 'arguments' && (node.computed || (property as Identifier).name === 'length')) {
      this.reference('arguments', object.start, Use.argumentsRead);
    } else {
      this.expression(object);
    }
    if (node.computed) this.expression(property as Expression);
    else if (property.type === 'PrivateIdentifier') this.reference(`#${property.name}`, property.start, Use.read);
  }

  protected call(node: CallExpression): void {
    const { callee } = node;
    if (callee.type === 'Super') this.superCall();
    else this.callee(callee, node);
    this.expressions(node.arguments);
  }

  protected callee(callee: Expression, call: CallExpression): void {
    if (callee.type === 'MemberExpression') {
      this.member(callee, false);
      return;
    }
    if (isDirectEval(call)) this.directEval();
    this.func.usesUndefined = true;
    this.expression(callee);
  }

  /** All that is in reach of eval code has to be found by name: see eval-context.ts. */
  private directEval(): void {
    const { func } = this;
    const { owner } = func;
    for (let s: Scope | null = this.scope; s !== null && !s.hasEval; s = s.parent) s.hasEval = true;
    for (let f: FunctionInfo | null = func; f !== null && !f.hasEval; f = f.parent) f.hasEval = true;
    func.reach = 0;
    for (let f: FunctionInfo | null = func; f !== null; f = f.parent) f.reach = 0;
    owner.usesThis = true;
    func.usesThis = true;
    owner.thisBinding = this.hidden(owner.thisBinding, 'this');
    if (owner.kind !== 'script' && owner.kind !== 'module' && owner.kind !== 'eval') owner.newTargetBinding = this.hidden(owner.newTargetBinding, 'new.target');
    if (owner.kind === 'method' || owner.kind === 'class' || owner.kind === 'derived' || owner.kind === 'initializer') {
      owner.usesHome = true;
      owner.homeBinding = this.hidden(owner.homeBinding, '%home');
    }
    if (owner.kind === 'derived') {
      owner.superCallInArrow = true;
      owner.calleeBinding = this.hidden(owner.calleeBinding, '%callee');
    }
    owner.mentionsArguments = true;
    if (func.strict || this.classDepth > 0) return;
    const { varScope } = this;
    if (varScope.kind === 'script' || varScope.dynamic !== null) return;
    varScope.dynamic = this.declare('%vars', 'hidden', varScope);
    this.capture(varScope.dynamic, func);
  }

  protected tagged(node: TaggedTemplateExpression): void {
    if (node.tag.type === 'MemberExpression') this.member(node.tag, false);
    else {
      this.func.usesUndefined = true;
      this.expression(node.tag);
    }
    this.expressions((node.quasi as TemplateLiteral).expressions);
  }

  protected assignment(node: AssignmentExpression): void {
    this.target(node.left);
    this.expression(node.right);
  }

  /** What is assigned to: a pattern, or a reference that is also read. */
  protected target(pattern: Pattern): void {
    switch (pattern.type) {
      case 'Identifier':
        this.reference(pattern.name, pattern.start, Use.assign);
        break;
      case 'MemberExpression':
        this.member(pattern, false);
        break;
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          if (property.type === 'RestElement') this.target(property.argument);
          else {
            if (property.computed) this.expression(property.key);
            this.target(property.value);
          }
        }
        break;
      case 'ArrayPattern':
        for (const element of pattern.elements) if (element !== null) this.target(element);
        break;
      case 'AssignmentPattern':
        this.target(pattern.left);
        this.expression(pattern.right);
        break;
      case 'RestElement':
        this.target(pattern.argument);
        break;
      default:
        // A call, which throws (source/parse.ts).
        this.expression(pattern as Expression);
    }
  }

  // --- this, super, new.target: variables of the function that has them, captured by the arrow functions in it.

  protected hidden(binding: Binding | null, name: string): Binding {
    const result = binding ?? this.declare(name, 'hidden', this.func.owner.scope);
    this.capture(result, this.func);
    return result;
  }

  protected useThis(): void {
    const func = this.func;
    const { owner } = func;
    owner.usesThis = true;
    if (owner !== func) {
      owner.thisBinding = this.hidden(owner.thisBinding, 'this');
      func.usesThis = true;
    }
  }

  protected useHome(): void {
    const { owner } = this.func;
    owner.usesHome = true;
    if (owner !== this.func) owner.homeBinding = this.hidden(owner.homeBinding, '%home');
  }

  protected superCall(): void {
    const func = this.func;
    const { owner } = func;
    this.useThis();
    if (owner === func) return;
    owner.superCallInArrow = true;
    owner.newTargetBinding = this.hidden(owner.newTargetBinding, 'new.target');
    owner.calleeBinding = this.hidden(owner.calleeBinding, '%callee');
  }

  protected metaProperty(node: MetaProperty): void {
    if (node.meta.name === 'import') return;
    const { owner } = this.func;
    if (owner !== this.func) owner.newTargetBinding = this.hidden(owner.newTargetBinding, 'new.target');
  }
}
