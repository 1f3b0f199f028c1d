// AST -> where each binding lives.
//
// Takes the AST of a script; gives an Analysis. One walk in the order of the text; references are resolved when their
// scope is left, so each is looked at once a level. The walk also refuses the constructs that are not supported yet,
// because it sees every node anyway.
import type {
  AssignmentExpression,
  BlockStatement,
  CallExpression,
  CatchClause,
  Class,
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
} from 'acorn';
import { notSupported } from '../source/diagnostics.ts';
import {
  declaresInBlock,
  forEachBoundName,
  forEachHeldClosure,
  forEachHeldMethod,
  functionOf,
  hasExpressions,
  hasUseStrict,
  isLexicalDeclaration,
  statementsOf,
} from './declarations.ts';
import { Order } from './order.ts';
import { Binding, FunctionInfo, Scope, Use } from './scope.ts';
import type { Analysis, BindingKind, ClassInfo, FunctionNode, GlobalNames, Reference, ScopeKind } from './scope.ts';

export interface AnalysisOptions {
  readonly strict?: boolean;
}

export function analyse(program: Program, text: string, name: string, options: AnalysisOptions = {}): Analysis {
  return new Analyser(program, text, name, options.strict === true).run();
}

class Analyser {
  readonly #program: Program;
  readonly #text: string;
  readonly #name: string;
  readonly #functions = new Map<object, FunctionInfo>();
  readonly #classes = new Map<object, ClassInfo>();
  readonly #scopes = new Map<object, Scope>();
  readonly #annexB = new Map<object, Binding | null>();
  readonly #held = new Map<object, Binding>();
  // Index 0 stands for "no binding".
  readonly #bindings: Binding[] = [null as unknown as Binding];
  readonly #indices = new Map<Binding, number>();
  readonly #resolution: Int32Array;
  readonly #globals: GlobalNames = { lets: [], consts: [], vars: [], functions: [], annexB: [] };
  readonly #globalVars = new Set<string>();
  readonly #globalLexicals = new Set<string>();
  readonly #order: Order;
  #func: FunctionInfo;
  #scope: Scope;
  /** Where `var` declares. */
  #varScope: Scope;

  constructor(program: Program, text: string, name: string, strict: boolean) {
    this.#program = program;
    this.#text = text;
    this.#name = name;
    this.#resolution = new Int32Array(text.length + 1);
    this.#order = new Order((reference, binding) => {
      binding.checked = true;
      this.#resolution[reference.start] = -this.#indexOf(binding);
    });
    const body = program.body as Statement[];
    this.#func = new FunctionInfo(program, 'script', strict || hasUseStrict(body), null, 0);
    this.#scope = this.#func.scope;
    this.#varScope = this.#scope;
  }

  run(): Analysis {
    const script = this.#func;
    const body = this.#program.body as Statement[];
    this.#functions.set(this.#program, script);
    for (const statement of body) this.#declareGlobals(statement);
    for (const statement of body) this.#statement(statement);
    this.#leave(script.scope);
    const functionNames = new Set(this.#globals.functions.map((f) => f.id.name));
    this.#globals.vars.push(...[...this.#globalVars].filter((name) => !functionNames.has(name)));
    return {
      script,
      globals: this.#globals,
      functions: this.#functions,
      classes: this.#classes,
      scopes: this.#scopes,
      annexB: this.#annexB,
      bindings: this.#bindings,
      resolution: this.#resolution,
    };
  }

  #refuse(what: string, offset: number): never {
    throw notSupported(what, this.#name, this.#text, offset);
  }

  // --- Scopes and references.

  #enter(scope: Scope): Scope {
    const previous = this.#scope;
    this.#scope = scope;
    return previous;
  }

  /** Resolves what can be resolved in `scope`, hands the rest to its parent and numbers the slots. */
  #leave(scope: Scope): void {
    const { references, parent, bindings } = scope;
    const crosses = scope === scope.func.scope ? scope.func : null;
    for (let i = 0; i < references.length; i++) {
      const reference = references[i];
      const binding = bindings.size === 0 ? undefined : bindings.get(reference.name);
      if (binding !== undefined && !(reference.start < scope.heritageEnd && binding.kind === 'private')) {
        this.#bind(reference, binding);
      } else if (parent !== null) {
        if (crosses !== null) reference.via = crosses;
        parent.references.push(reference);
      }
    }
    scope.references = [];
    if (crosses !== null) {
      this.#finishArguments(crosses);
      this.#order.settle(crosses);
    }
    for (const binding of bindings.values()) {
      if (!binding.captured) continue;
      binding.slot = scope.slots.length;
      scope.slots.push(binding);
    }
    if (parent !== null) this.#scope = parent;
  }

  #indexOf(binding: Binding): number {
    let index = this.#indices.get(binding);
    if (index === undefined) {
      index = this.#bindings.length;
      this.#bindings.push(binding);
      this.#indices.set(binding, index);
    }
    return index;
  }

  #bind(reference: Reference, binding: Binding): void {
    const { start, via } = reference;
    this.#resolution[start] = this.#indexOf(binding);
    if (reference.use === Use.assign) binding.assignments.push(start);
    if (via !== null) this.#capture(binding, reference.func);
    if (binding.uses !== null) binding.uses.push(reference);
    if (binding.kind === 'self') binding.scope.func.selfBinding = binding;
    if (binding.kind === 'arguments' && (via !== null || reference.use !== Use.argumentsRead)) {
      binding.scope.func.mappedArguments = true;
    }
    if (binding.initEnd >= 0) {
      if (binding.scope.kind === 'loop' && start < binding.initEnd) binding.scope.usedInHead = true;
      this.#order.resolved(reference, binding);
    }
  }

  /** `user`, a function inside the binding's, uses it: it goes to a slot, and the functions between pass the scope on. */
  #capture(binding: Binding, user: FunctionInfo): void {
    binding.captured = true;
    const owner = binding.scope.func;
    for (let f: FunctionInfo | null = user; f !== null && f !== owner; f = f.parent) f.needsOuterScope = true;
  }

  #reference(name: string, start: number, use: number): void {
    if (name === 'arguments') this.#func.owner.mentionsArguments = true;
    this.#scope.references.push({ name, start, use, func: this.#func, via: null });
  }

  #declare(name: string, kind: BindingKind, scope: Scope = this.#scope): Binding {
    const binding = new Binding(name, kind, scope);
    scope.bindings.set(name, binding);
    return binding;
  }

  /** Notes the binding that a declaration of let, const, class or a parameter introduces at `id`. */
  #declared(id: Identifier): void {
    const binding = this.#scope.bindings.get(id.name);
    if (binding !== undefined) this.#resolution[id.start] = this.#indexOf(binding);
  }

  // --- Declarations.

  #declareGlobals(statement: Statement): void {
    const func = functionOf(statement);
    if (func !== null) {
      this.#globals.functions.push(func);
      return;
    }
    if (!isLexicalDeclaration(statement)) return;
    if (statement.type === 'ClassDeclaration') {
      this.#globals.lets.push(statement.id.name);
      this.#globalLexicals.add(statement.id.name);
      return;
    }
    const list = statement.kind === 'let' ? this.#globals.lets : this.#globals.consts;
    for (const { id } of statement.declarations) {
      forEachBoundName(id, ({ name }) => {
        list.push(name);
        this.#globalLexicals.add(name);
      });
    }
  }

  /** Declares the lexical names of a list of statements in the current scope. `orderEnd` is for the cases of a switch. */
  #declareLexicals(statements: readonly Statement[], orderEnd = Number.MAX_SAFE_INTEGER): void {
    for (const statement of statements) {
      if (!isLexicalDeclaration(statement)) continue;
      if (statement.type === 'ClassDeclaration') {
        const binding = this.#declare(statement.id.name, 'class');
        binding.initEnd = statement.end;
        binding.orderEnd = orderEnd;
        forEachHeldMethod(statement, (node) => this.#hold(node, binding));
        continue;
      }
      this.#declareLexical(statement, orderEnd);
    }
  }

  #declareLexical(declaration: VariableDeclaration, orderEnd: number, initEnd = -1): void {
    const kind = declaration.kind === 'const' ? 'const' : 'let';
    for (const { id, init, end } of declaration.declarations) {
      forEachBoundName(id, ({ name }, initialisedAt) => {
        const binding = this.#declare(name, kind);
        binding.initEnd = initEnd >= 0 ? initEnd : end;
        binding.orderEnd = orderEnd;
        binding.patternInit = initialisedAt;
        binding.patternEnd = id.end;
        if (id.type === 'Identifier' && init != null) forEachHeldClosure(init, (node) => this.#hold(node, binding));
      });
    }
  }

  #hold(node: object, binding: Binding): void {
    this.#held.set(node, binding);
    if (binding.uses === null) {
      binding.uses = [];
      this.#func.holders.push(binding);
    }
  }

  /** `var name` (or a block function hoisted like one). */
  #declareVar(name: string): void {
    const scope = this.#varScope;
    if (scope.kind === 'script') {
      this.#globalVars.add(name);
      return;
    }
    if (scope.bindings.has(name)) return;
    const binding = this.#declare(name, 'var', scope);
    if (scope.kind === 'body') binding.initialFrom = this.#func.scope.bindings.get(name) ?? null;
  }

  /** Function declarations directly in the body of a function (or a static block), where they are hoisted like vars. */
  #declareBodyFunctions(statements: readonly Statement[], createdAt: number): void {
    const scope = this.#scope;
    for (const statement of statements) {
      const node = functionOf(statement);
      if (node === null) continue;
      const { name } = node.id;
      let binding = scope.bindings.get(name);
      if (binding === undefined) {
        binding = this.#declare(name, 'function');
        this.#hold(node, binding);
      } else if (binding.kind === 'function') {
        this.#hold(node, binding);
      } else {
        // It shares the binding of a parameter, which it assigns.
        binding.assignments.push(node.id.start);
      }
      this.#resolution[node.id.start] = this.#indexOf(binding);
      this.#createdAt.set(node, createdAt);
    }
  }

  readonly #createdAt = new Map<object, number>();

  /** Function declarations of a block, with Annex B.3.3 in sloppy code. */
  #declareBlockFunctions(statements: readonly Statement[], createdAt: number): void {
    const scope = this.#scope;
    for (const statement of statements) {
      const node = functionOf(statement);
      if (node === null) continue;
      const { name } = node.id;
      const binding = scope.bindings.get(name) ?? this.#declare(name, 'function');
      this.#resolution[node.id.start] = this.#indexOf(binding);
      this.#createdAt.set(node, createdAt);
      if (this.#func.strict || node.generator || node.async || !this.#canHoist(name)) this.#hold(node, binding);
      else this.#hoist(node, name);
    }
  }

  /** Whether `var name` in place of a function declaration in the current block would conflict with nothing. */
  #canHoist(name: string): boolean {
    let scope = this.#scope.parent;
    for (; scope !== null && scope !== this.#varScope; scope = scope.parent) {
      const binding = scope.bindings.get(name);
      if (binding !== undefined && !binding.simpleCatch) return false;
    }
    if (this.#varScope.kind === 'script') return !this.#globalLexicals.has(name);
    const existing = this.#varScope.bindings.get(name);
    if (existing !== undefined) return existing.kind === 'var' || existing.kind === 'function';
    return !(this.#varScope.kind === 'body' && this.#func.scope.bindings.has(name));
  }

  #hoist(node: FunctionDeclaration, name: string): void {
    if (this.#varScope.kind === 'script') {
      if (!this.#globals.functions.some((f) => f.id.name === name) && !this.#globals.annexB.includes(name)) {
        this.#globals.annexB.push(name);
      }
      this.#annexB.set(node, null);
      return;
    }
    this.#declareVar(name);
    const binding = this.#varScope.bindings.get(name) as Binding;
    binding.assignments.push(node.start);
    this.#indexOf(binding);
    this.#annexB.set(node, binding);
  }

  // --- Statements.

  #statements(statements: readonly Statement[]): void {
    for (let i = 0; i < statements.length; i++) this.#statement(statements[i]);
  }

  #statement(node: Statement): void {
    switch (node.type) {
      case 'ExpressionStatement':
        this.#expression(node.expression);
        break;
      case 'VariableDeclaration':
        this.#variables(node);
        break;
      case 'ReturnStatement':
        if (node.argument != null) this.#expression(node.argument);
        else this.#func.usesUndefined = true;
        break;
      case 'IfStatement':
        this.#expression(node.test);
        this.#branch(node.consequent);
        if (node.alternate != null) this.#branch(node.alternate);
        break;
      case 'BlockStatement':
        this.#block(node, node.body);
        break;
      case 'ForStatement':
        this.#for(node);
        break;
      case 'ForInStatement':
      case 'ForOfStatement':
        this.#forEach(node);
        break;
      case 'WhileStatement':
        this.#expression(node.test);
        this.#statement(node.body);
        break;
      case 'DoWhileStatement':
        this.#statement(node.body);
        this.#expression(node.test);
        break;
      case 'FunctionDeclaration':
        this.#function(node, 'function');
        break;
      case 'ClassDeclaration':
        this.#declared(node.id);
        this.#class(node);
        break;
      case 'ThrowStatement':
        this.#expression(node.argument);
        break;
      case 'TryStatement':
        this.#block(node.block, node.block.body);
        if (node.handler != null) this.#catch(node.handler);
        if (node.finalizer != null) this.#block(node.finalizer, node.finalizer.body);
        break;
      case 'SwitchStatement':
        this.#switch(node);
        break;
      case 'LabeledStatement':
        this.#statement(node.body);
        break;
      case 'WithStatement':
        this.#refuse('with statements', node.start);
        break;
      case 'EmptyStatement':
      case 'DebuggerStatement':
      case 'BreakStatement':
      case 'ContinueStatement':
        break;
    }
  }

  /** A branch of an if, which in sloppy code may be a function declaration, as if in a block. */
  #branch(node: Statement): void {
    if (node.type === 'FunctionDeclaration') this.#block(node, [node]);
    else this.#statement(node);
  }

  #block(node: BlockStatement | FunctionDeclaration, statements: readonly Statement[]): void {
    if (!declaresInBlock(statements)) {
      this.#statements(statements);
      return;
    }
    const scope = this.#open('block', node);
    this.#declareLexicals(statements);
    this.#declareBlockFunctions(statements, node.start);
    this.#statements(statements);
    this.#leave(scope);
  }

  #open(kind: ScopeKind, node: object): Scope {
    const scope = new Scope(kind, this.#scope, this.#func);
    this.#scopes.set(node, scope);
    this.#scope = scope;
    return scope;
  }

  #variables(node: VariableDeclaration): void {
    for (const { id, init } of node.declarations) {
      if (node.kind === 'var') {
        if (id.type === 'Identifier') {
          this.#declareVar(id.name);
          if (init != null) this.#reference(id.name, id.start, Use.assign);
        } else {
          forEachBoundName(id, ({ name }) => this.#declareVar(name));
          this.#target(id);
        }
      } else {
        this.#bound(id);
      }
      if (init != null) this.#expression(init);
    }
  }

  /** A pattern that declares the names in it, which are bindings of the current scope. */
  #bound(pattern: Pattern): void {
    switch (pattern.type) {
      case 'Identifier':
        this.#declared(pattern);
        break;
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          if (property.type === 'RestElement') this.#bound(property.argument);
          else {
            if (property.computed) this.#expression(property.key);
            this.#bound(property.value);
          }
        }
        break;
      case 'ArrayPattern':
        for (const element of pattern.elements) if (element !== null) this.#bound(element);
        break;
      case 'AssignmentPattern':
        this.#bound(pattern.left);
        this.#expression(pattern.right);
        break;
      case 'RestElement':
        this.#bound(pattern.argument);
        break;
    }
  }

  #for(node: ForStatement): void {
    const { init } = node;
    if (init == null || init.type !== 'VariableDeclaration' || init.kind === 'var') {
      if (init != null) {
        if (init.type === 'VariableDeclaration') this.#variables(init);
        else this.#expression(init);
      }
      this.#forRest(node);
      return;
    }
    const scope = this.#open('loop', node);
    this.#declareLexical(init, Number.MAX_SAFE_INTEGER);
    const before = this.#functions.size;
    this.#variables(init);
    if (this.#functions.size > before) scope.usedInHead = true;
    this.#forRest(node);
    this.#leave(scope);
  }

  #forRest(node: ForStatement): void {
    if (node.test != null) this.#expression(node.test);
    if (node.update != null) this.#expression(node.update);
    this.#statement(node.body);
  }

  #forEach(node: ForInStatement | ForOfStatement): void {
    if (node.type === 'ForOfStatement' && node.await) this.#refuse('for await', node.start);
    const { left, right } = node;
    if (left.type !== 'VariableDeclaration' || left.kind === 'var') {
      if (left.type === 'VariableDeclaration') {
        const { id, init } = left.declarations[0];
        forEachBoundName(id, ({ name }) => this.#declareVar(name));
        this.#target(id);
        if (init != null) this.#expression(init);
      } else {
        this.#target(left);
      }
      this.#expression(right);
      this.#statement(node.body);
      return;
    }
    const scope = this.#open('loop', node);
    // The expression is evaluated with the names in their dead zone, so they are initialised only after it.
    this.#declareLexical(left, Number.MAX_SAFE_INTEGER, right.end);
    this.#bound(left.declarations[0].id);
    const before = this.#functions.size;
    this.#expression(right);
    if (this.#functions.size > before) scope.usedInHead = true;
    this.#statement(node.body);
    this.#leave(scope);
  }

  #catch(node: CatchClause): void {
    const { param } = node;
    if (param == null) {
      this.#block(node.body, node.body.body);
      return;
    }
    const scope = this.#open('catch', node);
    const simple = param.type === 'Identifier';
    forEachBoundName(param, ({ name }, initialisedAt) => {
      const binding = this.#declare(name, 'catch');
      binding.simpleCatch = simple;
      if (simple) return;
      binding.initEnd = param.end;
      binding.patternInit = initialisedAt;
      binding.patternEnd = param.end;
    });
    this.#bound(param);
    this.#block(node.body, node.body.body);
    this.#leave(scope);
  }

  #switch(node: SwitchStatement): void {
    this.#expression(node.discriminant);
    const scope = this.#open('switch', node);
    for (const { consequent, end } of node.cases) this.#declareLexicals(consequent, end);
    for (const { consequent } of node.cases) this.#declareBlockFunctions(consequent, node.discriminant.end);
    for (const { test, consequent } of node.cases) {
      if (test != null) this.#expression(test);
      this.#statements(consequent);
    }
    this.#leave(scope);
  }

  // --- Functions and classes.

  #function(node: FunctionNode, kind: FunctionInfo['kind'], classInfo: ClassInfo | null = null): FunctionInfo {
    if (node.generator) this.#refuse(node.async ? 'async generators' : 'generators', node.start);
    if (node.async) this.#refuse('async functions', node.start);
    const { body, params } = node;
    const statements = statementsOf(body);
    const strict = this.#func.strict || hasUseStrict(statements);
    const info = new FunctionInfo(node, kind, strict, this.#scope, this.#createdAt.get(node) ?? node.start);
    info.holder = this.#held.get(node) ?? null;
    info.classInfo = classInfo;
    this.#functions.set(node, info);
    const outer = { func: this.#func, varScope: this.#varScope };
    this.#func = info;
    this.#enter(info.scope);
    const separate = this.#parameters(info, params);
    if (separate) {
      info.bodyScope = new Scope('body', info.scope, info);
      this.#enter(info.bodyScope);
    }
    this.#varScope = info.bodyScope;
    if (body.type === 'BlockStatement') {
      if (kind === 'derived') info.thisInitialisedAt = superStatementEnd(statements);
      this.#declareBodyFunctions(statements, body.start);
      this.#declareLexicals(statements);
      this.#statements(statements);
      if (!endsInJump(statements)) info.usesUndefined = true;
    } else {
      this.#expression(body);
    }
    if (separate) this.#leave(info.bodyScope);
    this.#declareSelf(node, info);
    if (kind !== 'arrow') this.#declareArguments(info);
    this.#leave(info.scope);
    this.#func = outer.func;
    this.#varScope = outer.varScope;
    return info;
  }

  /** Declares the parameters and visits their expressions; true if the body needs a var scope of its own. */
  #parameters(info: FunctionInfo, params: readonly Pattern[]): boolean {
    info.simpleParameters = params.every((p) => p.type === 'Identifier');
    const separate = !info.simpleParameters && params.some(hasExpressions);
    params.forEach((param, i) => {
      forEachBoundName(param, (id, initialisedAt) => {
        const binding = this.#declare(id.name, 'parameter');
        const plain = param.type === 'AssignmentPattern' ? param.left : param;
        if (plain.type === 'Identifier') binding.index = i;
        if (!separate) return;
        binding.initEnd = param.end;
        binding.patternInit = initialisedAt;
        binding.patternEnd = param.end;
      });
    });
    for (const param of params) this.#bound(param);
    return separate;
  }

  /** The own name of a function expression stands outside its parameters, but it can share their scope object. */
  #declareSelf(node: FunctionNode, info: FunctionInfo): void {
    if (node.type !== 'FunctionExpression' || node.id == null) return;
    const { name } = node.id;
    if (!info.scope.bindings.has(name)) this.#declare(name, 'self', info.scope);
  }

  /** FunctionDeclarationInstantiation, steps 15 to 18: an arguments object is made if the name is used and still free. */
  #declareArguments(info: FunctionInfo): void {
    const existing = info.scope.bindings.get('arguments');
    if (existing !== undefined && existing.kind !== 'var') return;
    const body = info.bodyScope.bindings.get('arguments');
    if (!info.mentionsArguments || !(existing || body || info.scope.references.some((r) => r.name === 'arguments'))) return;
    const binding = this.#declare('arguments', 'arguments', info.scope);
    if (body !== undefined && info.bodyScope !== info.scope) body.initialFrom = binding;
    info.argumentsBinding = binding;
  }

  /** Decides whether the arguments object has to be mapped, in which case all parameters live in slots. */
  #finishArguments(info: FunctionInfo): void {
    const binding = info.argumentsBinding;
    if (binding === null) return;
    const parameters = [...info.scope.bindings.values()].filter((b) => b.kind === 'parameter');
    const canAlias = !info.strict && info.simpleParameters && parameters.length > 0;
    info.mappedArguments =
      canAlias && (info.mappedArguments || binding.assignments.length > 0 || parameters.some((p) => p.assignments.length > 0));
    if (info.mappedArguments) for (const parameter of parameters) parameter.captured = true;
  }

  #class(node: Class): void {
    const func = this.#func;
    const scope = new Scope('class', this.#scope, func);
    const info: ClassInfo = {
      node,
      scope,
      isDerived: node.superClass != null,
      instance: null,
      static: null,
      fieldKeys: new Map(),
      staticBlocks: new Map(),
    };
    this.#classes.set(node, info);
    this.#enter(scope);
    if (node.id != null) this.#declare(node.id.name, 'classname').initEnd = node.end;
    if (node.superClass != null) {
      scope.heritageEnd = node.superClass.end;
      this.#inHead(scope, node.superClass);
    }
    const elements = node.body.body;
    for (const element of elements) {
      if (element.type === 'StaticBlock') {
        info.static ??= this.#initializer(node, scope);
        continue;
      }
      const isField = element.type === 'PropertyDefinition';
      if (element.key.type === 'PrivateIdentifier') {
        const name = `#${element.key.name}`;
        const binding = scope.bindings.get(name) ?? this.#declare(name, 'private');
        binding.privateKind = isField ? 0 : element.kind === 'method' ? 1 : 2;
        binding.isStatic = element.static;
        // Methods are branded by the initialiser, which reads the name from the class scope.
        if (isField || element.static) this.#resolution[element.key.start] = this.#indexOf(binding);
        if (!isField) {
          const initializer = element.static ? (info.static ??= this.#initializer(node, scope)) : (info.instance ??= this.#initializer(node, scope));
          this.#capture(binding, initializer);
        }
      }
      if (isField) {
        if (element.static) info.static ??= this.#initializer(node, scope);
        else info.instance ??= this.#initializer(node, scope);
      }
    }
    for (const element of elements) {
      if (element.type === 'StaticBlock') {
        this.#inInitializer(info.static as FunctionInfo, () => {
          const block = new Scope('static', this.#scope, this.#func);
          info.staticBlocks.set(element, block);
          this.#enter(block);
          const varScope = this.#varScope;
          this.#varScope = block;
          this.#declareBodyFunctions(element.body, element.start);
          this.#declareLexicals(element.body);
          this.#statements(element.body);
          this.#varScope = varScope;
          this.#leave(block);
        });
        continue;
      }
      const { key } = element;
      if (element.computed) this.#inHead(scope, key as Expression);
      if (element.type === 'MethodDefinition') {
        const isConstructor = element.kind === 'constructor';
        this.#function(element.value, isConstructor ? (info.isDerived ? 'derived' : 'class') : 'method', isConstructor ? info : null);
        continue;
      }
      const initializer = (element.static ? info.static : info.instance) as FunctionInfo;
      this.#inInitializer(initializer, () => {
        if (key.type === 'PrivateIdentifier') this.#reference(`#${key.name}`, key.start, Use.read);
        if (element.value != null) this.#expression(element.value);
      });
      if (element.computed) {
        const binding = this.#declare(`%key${info.fieldKeys.size}`, 'hidden', scope);
        info.fieldKeys.set(element, binding);
        this.#capture(binding, initializer);
        this.#indexOf(binding);
      }
    }
    for (const initializer of [info.instance, info.static]) {
      if (initializer === null) continue;
      this.#leave(initializer.scope);
      this.#scope = scope;
    }
    this.#leave(scope);
  }

  #inHead(scope: Scope, node: Expression): void {
    scope.headRanges.push(node.start, node.end);
    this.#expression(node);
  }

  #initializer(node: Class, scope: Scope): FunctionInfo {
    const info = new FunctionInfo(node, 'initializer', true, scope, node.start);
    info.holder = this.#held.get(node) ?? null;
    info.usesUndefined = true;
    return info;
  }

  #inInitializer(info: FunctionInfo, visit: () => void): void {
    const outer = { func: this.#func, scope: this.#scope, varScope: this.#varScope };
    this.#func = info;
    this.#scope = info.scope;
    this.#varScope = info.scope;
    visit();
    this.#func = outer.func;
    this.#scope = outer.scope;
    this.#varScope = outer.varScope;
  }

  // --- Expressions.

  #expressions(nodes: readonly (Expression | SpreadElement | null)[]): void {
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i];
      if (node === null) continue;
      this.#expression(node.type === 'SpreadElement' ? node.argument : node);
    }
  }

  #expression(node: Expression | Super): void {
    switch (node.type) {
      case 'Identifier':
        this.#reference(node.name, node.start, Use.read);
        break;
      case 'Literal':
        break;
      case 'MemberExpression':
        this.#member(node, true);
        break;
      case 'CallExpression':
        this.#call(node);
        break;
      case 'BinaryExpression': {
        // Long sums nest to the left, deeper than the host's stack may allow.
        let left: typeof node.left = node;
        const rights: Expression[] = [];
        while (left.type === 'BinaryExpression') {
          rights.push(left.right);
          left = left.left;
        }
        if (left.type === 'PrivateIdentifier') this.#reference(`#${left.name}`, left.start, Use.read);
        else this.#expression(left);
        for (let i = rights.length - 1; i >= 0; i--) this.#expression(rights[i]);
        break;
      }
      case 'AssignmentExpression':
        this.#assignment(node);
        break;
      case 'FunctionExpression':
        this.#function(node, 'function');
        break;
      case 'ArrowFunctionExpression':
        this.#function(node, 'arrow');
        break;
      case 'ThisExpression':
        this.#useThis();
        break;
      case 'LogicalExpression':
        this.#expression(node.left);
        this.#expression(node.right);
        break;
      case 'ConditionalExpression':
        this.#expression(node.test);
        this.#expression(node.consequent);
        this.#expression(node.alternate);
        break;
      case 'UnaryExpression':
        if (node.operator === 'delete' && node.argument.type === 'MemberExpression') this.#member(node.argument, false);
        else this.#expression(node.argument);
        break;
      case 'UpdateExpression':
        this.#target(node.argument as Pattern);
        break;
      case 'ObjectExpression':
        for (const property of node.properties) {
          if (property.type === 'SpreadElement') {
            this.#expression(property.argument);
            continue;
          }
          if (property.computed) this.#expression(property.key);
          if (property.kind !== 'init' || property.method) this.#function(property.value as FunctionNode, 'method');
          else this.#expression(property.value);
        }
        break;
      case 'ArrayExpression':
        this.#expressions(node.elements);
        break;
      case 'NewExpression':
        this.#expression(node.callee);
        this.#expressions(node.arguments);
        break;
      case 'SequenceExpression':
        this.#expressions(node.expressions);
        break;
      case 'TemplateLiteral':
        this.#expressions(node.expressions);
        break;
      case 'TaggedTemplateExpression':
        this.#tagged(node);
        break;
      case 'ClassExpression':
        this.#class(node);
        break;
      case 'ChainExpression':
        this.#expression(node.expression);
        break;
      case 'MetaProperty':
        this.#metaProperty(node);
        break;
      case 'ParenthesizedExpression':
        this.#expression(node.expression);
        break;
      case 'ImportExpression':
        this.#refuse('import()', node.start);
        break;
      case 'YieldExpression':
        this.#refuse('generators', node.start);
        break;
      case 'AwaitExpression':
        this.#refuse('async functions', node.start);
        break;
      case 'Super':
        break;
    }
  }

  /** `isRead`: the value is read and not called, which matters for `arguments` (see Use.argumentsRead). */
  #member(node: MemberExpression, isRead: boolean): void {
    const { object, property } = node;
    if (object.type === 'Super') {
      this.#useThis();
      this.#useHome();
    } else if (object.type === 'Identifier' && isRead && object.name === 'arguments' && (node.computed || (property as Identifier).name === 'length')) {
      this.#reference('arguments', object.start, Use.argumentsRead);
    } else {
      this.#expression(object);
    }
    if (node.computed) this.#expression(property as Expression);
    else if (property.type === 'PrivateIdentifier') this.#reference(`#${property.name}`, property.start, Use.read);
  }

  #call(node: CallExpression): void {
    const { callee } = node;
    if (callee.type === 'Super') this.#superCall();
    else this.#callee(callee, node);
    this.#expressions(node.arguments);
  }

  #callee(callee: Expression, call: CallExpression): void {
    if (callee.type === 'MemberExpression') {
      this.#member(callee, false);
      return;
    }
    if (callee.type === 'Identifier' && callee.name === 'eval' && !call.optional) this.#refuse('direct eval', call.start);
    this.#func.usesUndefined = true;
    this.#expression(callee);
  }

  #tagged(node: TaggedTemplateExpression): void {
    if (node.tag.type === 'MemberExpression') this.#member(node.tag, false);
    else {
      this.#func.usesUndefined = true;
      this.#expression(node.tag);
    }
    this.#expressions((node.quasi as TemplateLiteral).expressions);
  }

  #assignment(node: AssignmentExpression): void {
    this.#target(node.left);
    this.#expression(node.right);
  }

  /** What is assigned to: a pattern, or a reference that is also read. */
  #target(pattern: Pattern): void {
    switch (pattern.type) {
      case 'Identifier':
        this.#reference(pattern.name, pattern.start, Use.assign);
        break;
      case 'MemberExpression':
        this.#member(pattern, false);
        break;
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          if (property.type === 'RestElement') this.#target(property.argument);
          else {
            if (property.computed) this.#expression(property.key);
            this.#target(property.value);
          }
        }
        break;
      case 'ArrayPattern':
        for (const element of pattern.elements) if (element !== null) this.#target(element);
        break;
      case 'AssignmentPattern':
        this.#target(pattern.left);
        this.#expression(pattern.right);
        break;
      case 'RestElement':
        this.#target(pattern.argument);
        break;
      default:
        this.#expression((pattern as { expression: Expression }).expression);
    }
  }

  // --- this, super, new.target: variables of the function that has them, captured by the arrow functions in it.

  #hidden(binding: Binding | null, name: string): Binding {
    const result = binding ?? this.#declare(name, 'hidden', this.#func.owner.scope);
    this.#capture(result, this.#func);
    return result;
  }

  #useThis(): void {
    const func = this.#func;
    const { owner } = func;
    owner.usesThis = true;
    if (owner !== func) {
      owner.thisBinding = this.#hidden(owner.thisBinding, 'this');
      func.usesThis = true;
    }
  }

  #useHome(): void {
    const { owner } = this.#func;
    owner.usesHome = true;
    if (owner !== this.#func) owner.homeBinding = this.#hidden(owner.homeBinding, '%home');
  }

  #superCall(): void {
    const func = this.#func;
    const { owner } = func;
    this.#useThis();
    if (owner === func) return;
    owner.superCallInArrow = true;
    owner.newTargetBinding = this.#hidden(owner.newTargetBinding, 'new.target');
    owner.calleeBinding = this.#hidden(owner.calleeBinding, '%callee');
  }

  #metaProperty(node: MetaProperty): void {
    if (node.meta.name === 'import') this.#refuse('modules', node.start);
    const { owner } = this.#func;
    if (owner !== this.#func) owner.newTargetBinding = this.#hidden(owner.newTargetBinding, 'new.target');
  }
}

/** Where the first statement `super(...)` directly in a constructor's body ends: `this` is initialised from there on. */
function superStatementEnd(statements: readonly Statement[]): number {
  for (const statement of statements) {
    if (statement.type !== 'ExpressionStatement') continue;
    const { expression } = statement;
    if (expression.type === 'CallExpression' && expression.callee.type === 'Super') return statement.end;
  }
  return Number.MAX_SAFE_INTEGER;
}

/** True if the end of the list is plainly not reached; it need not be exact. */
function endsInJump(statements: readonly Statement[]): boolean {
  const last = statements.at(-1);
  return last !== undefined && (last.type === 'ReturnStatement' || last.type === 'ThrowStatement');
}
