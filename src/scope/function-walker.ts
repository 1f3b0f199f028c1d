// Functions and classes, as the scope analysis walks them.
import type { Class, Expression, Pattern, Statement } from 'acorn';
import { Declarer } from './declarer.ts';
import { forEachBoundName, hasExpressions, hasUseStrict, statementsOf } from './declarations.ts';
import { FunctionInfo, Scope, Use } from './scope.ts';
import type { ClassInfo, FunctionNode } from './scope.ts';

export abstract class FunctionWalker extends Declarer {
  protected abstract statements(statements: readonly Statement[]): void;
  protected abstract expression(node: Expression): void;
  /** A pattern that declares the names in it, which are bindings of the current scope. */
  protected abstract bound(pattern: Pattern): void;

  protected function(node: FunctionNode, kind: FunctionInfo['kind'], classInfo: ClassInfo | null = null): FunctionInfo {
    if (node.generator) this.refuse(node.async ? 'async generators' : 'generators', node.start);
    if (node.async) this.refuse('async functions', node.start);
    const { body, params } = node;
    const statements = statementsOf(body);
    const strict = this.func.strict || this.classDepth > 0 || hasUseStrict(statements);
    const info = new FunctionInfo(node, kind, strict, this.scope, this.createdAt.get(node) ?? node.start);
    info.holder = this.held.get(node) ?? null;
    info.classInfo = classInfo;
    this.functions.set(node, info);
    const outer = { func: this.func, varScope: this.varScope };
    this.func = info;
    this.enter(info.scope);
    const separate = this.parameters(info, params);
    if (separate) {
      info.bodyScope = new Scope('body', info.scope, info);
      this.enter(info.bodyScope);
    }
    this.varScope = info.bodyScope;
    if (body.type === 'BlockStatement') {
      if (kind === 'derived') info.thisInitialisedAt = superStatementEnd(statements);
      this.declareBodyFunctions(statements, body.start);
      this.declareLexicals(statements);
      this.statements(statements);
      if (!endsInJump(statements)) info.usesUndefined = true;
    } else {
      this.expression(body);
    }
    if (separate) this.leave(info.bodyScope);
    this.declareSelf(node, info);
    if (kind !== 'arrow') this.declareArguments(info);
    this.leave(info.scope);
    this.func = outer.func;
    this.varScope = outer.varScope;
    return info;
  }

  /** Declares the parameters and visits their expressions; true if the body needs a var scope of its own. */
  protected parameters(info: FunctionInfo, params: readonly Pattern[]): boolean {
    info.simpleParameters = params.every((p) => p.type === 'Identifier');
    const separate = !info.simpleParameters && params.some(hasExpressions);
    params.forEach((param, i) => {
      forEachBoundName(param, (id, initialisedAt) => {
        const binding = this.declare(id.name, 'parameter');
        const plain = param.type === 'AssignmentPattern' ? param.left : param;
        if (plain.type === 'Identifier') binding.index = i;
        if (!separate) return;
        binding.initEnd = param.end;
        binding.patternInit = initialisedAt;
        binding.patternEnd = param.end;
      });
    });
    for (const param of params) this.bound(param);
    return separate;
  }

  /** The own name of a function expression stands outside its parameters, but it can share their scope object. */
  protected declareSelf(node: FunctionNode, info: FunctionInfo): void {
    if (node.type !== 'FunctionExpression' || node.id == null) return;
    const { name } = node.id;
    if (!info.scope.bindings.has(name)) this.declare(name, 'self', info.scope);
  }

  /** FunctionDeclarationInstantiation, steps 15 to 18: an arguments object is made if the name is used and still free. */
  protected declareArguments(info: FunctionInfo): void {
    const existing = info.scope.bindings.get('arguments');
    if (existing !== undefined && existing.kind !== 'var') return;
    const body = info.bodyScope.bindings.get('arguments');
    if (!info.mentionsArguments || !(existing || body || info.scope.references.some((r) => r.name === 'arguments'))) return;
    const binding = this.declare('arguments', 'arguments', info.scope);
    if (body !== undefined && info.bodyScope !== info.scope) body.initialFrom = binding;
    info.argumentsBinding = binding;
  }

  protected class(node: Class): void {
    const func = this.func;
    const scope = new Scope('class', this.scope, func);
    const info: ClassInfo = {
      node,
      scope,
      isDerived: node.superClass != null,
      instance: null,
      static: null,
      fieldKeys: new Map(),
      staticBlocks: new Map(),
    };
    this.classes.set(node, info);
    this.classDepth++;
    this.enter(scope);
    if (node.id != null) this.declare(node.id.name, 'classname').initEnd = node.end;
    if (node.superClass != null) {
      scope.heritageEnd = node.superClass.end;
      this.inHead(scope, node.superClass);
    }
    const elements = node.body.body;
    for (const element of elements) {
      if (element.type === 'StaticBlock') {
        info.static ??= this.initializer(node, scope);
        continue;
      }
      const isField = element.type === 'PropertyDefinition';
      if (element.key.type === 'PrivateIdentifier') {
        const name = `#${element.key.name}`;
        const binding = scope.bindings.get(name) ?? this.declare(name, 'private');
        binding.privateKind = isField ? 0 : element.kind === 'method' ? 1 : 2;
        binding.isStatic = element.static;
        // Methods are branded by the initialiser, which reads the name from the class scope.
        if (isField || element.static) this.resolution[element.key.start] = this.indexOf(binding);
        if (!isField) {
          const initializer = element.static ? (info.static ??= this.initializer(node, scope)) : (info.instance ??= this.initializer(node, scope));
          this.capture(binding, initializer);
        }
      }
      if (isField) {
        if (element.static) info.static ??= this.initializer(node, scope);
        else info.instance ??= this.initializer(node, scope);
      }
    }
    for (const element of elements) {
      if (element.type === 'StaticBlock') {
        this.inInitializer(info.static as FunctionInfo, () => {
          const block = new Scope('static', this.scope, this.func);
          info.staticBlocks.set(element, block);
          this.enter(block);
          const varScope = this.varScope;
          this.varScope = block;
          this.declareBodyFunctions(element.body, element.start);
          this.declareLexicals(element.body);
          this.statements(element.body);
          this.varScope = varScope;
          this.leave(block);
        });
        continue;
      }
      const { key } = element;
      if (element.computed) this.inHead(scope, key as Expression);
      if (element.type === 'MethodDefinition') {
        const isConstructor = element.kind === 'constructor';
        this.function(element.value, isConstructor ? (info.isDerived ? 'derived' : 'class') : 'method', isConstructor ? info : null);
        continue;
      }
      const initializer = (element.static ? info.static : info.instance) as FunctionInfo;
      this.inInitializer(initializer, () => {
        if (key.type === 'PrivateIdentifier') this.reference(`#${key.name}`, key.start, Use.read);
        if (element.value != null) this.expression(element.value);
      });
      if (element.computed) {
        const binding = this.declare(`%key${info.fieldKeys.size}`, 'hidden', scope);
        info.fieldKeys.set(element, binding);
        this.capture(binding, initializer);
        this.indexOf(binding);
      }
    }
    for (const initializer of [info.instance, info.static]) {
      if (initializer === null) continue;
      this.leave(initializer.scope);
      this.scope = scope;
    }
    this.leave(scope);
    this.classDepth--;
  }

  protected inHead(scope: Scope, node: Expression): void {
    scope.headRanges.push(node.start, node.end);
    this.expression(node);
  }

  protected initializer(node: Class, scope: Scope): FunctionInfo {
    const info = new FunctionInfo(node, 'initializer', true, scope, node.start);
    info.holder = this.held.get(node) ?? null;
    info.usesUndefined = true;
    return info;
  }

  protected inInitializer(info: FunctionInfo, visit: () => void): void {
    const outer = { func: this.func, scope: this.scope, varScope: this.varScope };
    this.func = info;
    this.scope = info.scope;
    this.varScope = info.scope;
    visit();
    this.func = outer.func;
    this.scope = outer.scope;
    this.varScope = outer.varScope;
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
