// Functions and classes, as the scope analysis walks them.
import type { Class, Expression, FunctionDeclaration, Identifier, MethodDefinition, Pattern, PrivateIdentifier, PropertyDefinition, Statement, StaticBlock } from 'acorn';
import { Declarer } from './declarer.ts';
import { forEachBoundName, hasExpressions, hasUseStrict, statementsOf } from './declarations.ts';
import { FUNCTION_LEVELS, FUNCTION_NESTING, TEXT_NESTING } from './resolver.ts';
import { FunctionInfo, Scope, Use } from './scope.ts';
import type { Binding, ClassInfo, FunctionNode } from './scope.ts';

export abstract class FunctionWalker extends Declarer {
  protected abstract statements(statements: readonly Statement[]): void;
  protected abstract expression(node: Expression): void;
  /** A pattern that declares the names in it, which are bindings of the current scope. */
  protected abstract bound(pattern: Pattern): void;

  protected function(node: FunctionNode, kind: FunctionInfo['kind'], classInfo: ClassInfo | null = null): FunctionInfo {
    const { body, params } = node;
    const statements = statementsOf(body);
    const strict = this.func.strict || this.classDepth > 0 || hasUseStrict(statements);
    const isDeclaration = node.type === 'FunctionDeclaration';
    const info = new FunctionInfo(node, kind, strict, this.scope, isDeclaration ? this.scope.hoistedAt : node.start);
    info.holder = (isDeclaration ? this.declaredHolder(node) : this.held.get(node)) ?? null;
    info.classInfo = classInfo;
    info.number = this.functions.size;
    this.functions.set(node, info);
    const { func: outer, varScope, nestingLimit } = this;
    this.func = info;
    this.descend(node, FUNCTION_LEVELS);
    this.nestingLimit = Math.min(this.nesting + FUNCTION_NESTING, TEXT_NESTING);
    this.enter(info.scope);
    // A direct eval in the parameters declares outside of the body.
    this.varScope = info.scope;
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
    this.func = outer;
    this.varScope = varScope;
    this.nestingLimit = nestingLimit;
    this.nesting -= FUNCTION_LEVELS;
    // A closure that needs no scope is made with undefined in its place.
    if (!info.needsOuterScope) outer.usesUndefined = true;
    return info;
  }

  /** The binding that alone holds a declared function: not where Annex B copies it to another one. */
  private declaredHolder(node: FunctionDeclaration): Binding | undefined {
    const binding = this.scope.bindings.get(node.id.name);
    return binding?.kind === 'function' && !this.annexB.has(node) ? binding : undefined;
  }

  /** Declares the parameters and visits their expressions; true if the body needs a var scope of its own. */
  protected parameters(info: FunctionInfo, params: readonly Pattern[]): boolean {
    info.simpleParameters = areNames(params);
    if (info.simpleParameters) {
      for (let i = 0; i < params.length; i++) {
        const name = params[i] as Identifier;
        this.declare(name.name, 'parameter').parameter = i;
      }
      if (params.length > 0) {
        this.descend(params[0]);
        this.nesting--;
      }
      // The last one of a name counts.
      for (let i = 0; i < params.length; i++) this.declared(params[i] as Identifier);
      return false;
    }
    const separate = params.some(hasExpressions);
    info.scope.isSeparate = separate;
    params.forEach((param, i) => {
      forEachBoundName(param, (id, initialisedAt) => {
        const binding = this.declare(id.name, 'parameter');
        const plain = param.type === 'AssignmentPattern' ? param.left : param;
        if (plain.type === 'Identifier') binding.parameter = i;
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
    if (!info.mentionsArguments || !(existing || body || info.scope.hasEval || this.isReferred('arguments', info.scope.firstReference))) return;
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
    this.descend(node, FUNCTION_LEVELS);
    this.classDepth++;
    this.enter(scope);
    if (node.id != null) this.declare(node.id.name, 'classname').initEnd = node.end;
    if (node.superClass != null) {
      scope.heritageEnd = node.superClass.end;
      this.inHead(scope, node.superClass);
    }
    for (const element of node.body.body) this.classElement(info, element);
    for (const element of node.body.body) {
      if (element.type === 'StaticBlock') continue;
      if (element.computed) this.inHead(scope, element.key as Expression);
      if (element.type === 'PropertyDefinition') continue;
      const isConstructor = element.kind === 'constructor';
      this.function(element.value, isConstructor ? (info.isDerived ? 'derived' : 'class') : 'method', isConstructor ? info : null);
    }
    // The references of an initialiser have to lie together, so the elements are gone through once more for each.
    if (info.instance !== null) this.initializerBody(info, info.instance, false);
    if (info.static !== null) this.initializerBody(info, info.static, true);
    this.leave(scope);
    this.classDepth--;
    this.nesting -= FUNCTION_LEVELS;
  }

  /** Declares what an element adds to the class scope, and that it needs an initialiser. */
  private classElement(info: ClassInfo, element: MethodDefinition | PropertyDefinition | StaticBlock): void {
    const { scope } = info;
    const isStatic = element.type === 'StaticBlock' || element.static;
    const isPrivate = element.type !== 'StaticBlock' && element.key.type === 'PrivateIdentifier';
    if (element.type === 'MethodDefinition' && !isPrivate) return;
    let initializer = isStatic ? info.static : info.instance;
    if (initializer === null) {
      initializer = new FunctionInfo(info.node, 'initializer', true, scope, info.node.start);
      initializer.holder = this.held.get(info.node) ?? null;
      initializer.usesUndefined = true;
      if (isStatic) info.static = initializer;
      else info.instance = initializer;
    }
    if (element.type === 'StaticBlock') return;
    if (element.type === 'PropertyDefinition' && element.computed) {
      const binding = this.declare(`%key${info.fieldKeys.size}`, 'hidden', scope);
      info.fieldKeys.set(element, binding);
      this.capture(binding, initializer);
    }
    if (!isPrivate) return;
    const name = `#${(element.key as PrivateIdentifier).name}`;
    const binding = scope.bindings.get(name) ?? this.declare(name, 'private');
    binding.privateKind = element.type === 'PropertyDefinition' ? 0 : element.kind === 'method' ? 1 : 2;
    binding.isStatic = element.static;
    // The initialiser reads the name: it adds the field, or brands the object with the method.
    this.capture(binding, initializer);
  }

  private initializerBody(info: ClassInfo, initializer: FunctionInfo, isStatic: boolean): void {
    const { func, varScope } = this;
    this.func = initializer;
    this.enter(initializer.scope);
    this.varScope = initializer.scope;
    for (const element of info.node.body.body) {
      if (element.type === 'StaticBlock') {
        if (isStatic) this.staticBlock(info, element);
      } else if (element.type === 'PropertyDefinition' && element.static === isStatic) {
        const { key, value } = element;
        if (key.type === 'PrivateIdentifier') this.reference(`#${key.name}`, key.start, Use.read);
        if (value != null) this.expression(value);
      }
    }
    this.leave(initializer.scope);
    this.func = func;
    this.varScope = varScope;
  }

  private staticBlock(info: ClassInfo, element: StaticBlock): void {
    const { varScope } = this;
    const block = new Scope('static', this.scope, this.func);
    info.staticBlocks.set(element, block);
    this.enter(block);
    this.varScope = block;
    this.declareBodyFunctions(element.body, element.start);
    this.declareLexicals(element.body);
    this.statements(element.body);
    this.leave(block);
    this.varScope = varScope;
  }

  protected inHead(scope: Scope, node: Expression): void {
    scope.headRanges = [...scope.headRanges, node.start, node.end];
    this.expression(node);
  }
}

function areNames(params: readonly Pattern[]): boolean {
  for (let i = 0; i < params.length; i++) if (params[i].type !== 'Identifier') return false;
  return true;
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
