// The part of the analysis that walks expressions, targets of assignments, and what is captured without being named: this, super, new.target.
//
// Takes expressions from the walkers of statements and functions; notes references and hidden bindings.
import type {
  AssignmentExpression,
  BinaryExpression,
  CallExpression,
  Expression,
  Identifier,
  LogicalExpression,
  MemberExpression,
  MetaProperty,
  Pattern,
  PrivateIdentifier,
  SpreadElement,
  Super,
  TaggedTemplateExpression,
  TemplateLiteral,
} from 'acorn';
import { isDirectEval } from './declarations.ts';
import { FunctionWalker } from './function-walker.ts';
import { beforeLink, CHAIN_RECURSION, isLink, type Link } from './links.ts';
import { CHAIN_LIMIT } from './resolver.ts';
import { Use } from './scope.ts';
import type { Binding, FunctionInfo, FunctionNode, Scope } from './scope.ts';

export abstract class ExpressionWalker extends FunctionWalker {
  protected expressions(nodes: readonly (Expression | SpreadElement | null)[]): void {
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i];
      if (node === null) continue;
      this.expression(node.type === 'SpreadElement' ? node.argument : node);
    }
  }

  protected expression(node: Expression | Super): void {
    this.descend(node);
    switch (node.type) {
      case 'Identifier':
        this.reference(node.name, node.start, Use.read);
        break;
      case 'Literal':
        break;
      case 'MemberExpression':
      case 'CallExpression':
      case 'TaggedTemplateExpression':
        this.chain(node);
        break;
      // For binary operators, assignments and constructors the compiler takes more of the host's stack: they count twice.
      case 'BinaryExpression': {
        this.descend(node);
        const { left } = node;
        if (left.type === 'PrivateIdentifier') this.reference(`#${left.name}`, left.start, Use.read);
        else if (left.type === 'BinaryExpression') this.sum(left);
        else this.expression(left);
        this.expression(node.right);
        this.nesting--;
        break;
      }
      case 'AssignmentExpression':
        this.descend(node);
        this.assignment(node);
        this.nesting--;
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
      case 'LogicalExpression': {
        this.descend(node);
        if (node.left.type === 'LogicalExpression') this.sum(node.left);
        else this.expression(node.left);
        this.expression(node.right);
        this.nesting--;
        break;
      }
      case 'ConditionalExpression': {
        let last: Expression = node;
        for (; last.type === 'ConditionalExpression'; last = last.alternate) {
          this.expression(last.test);
          this.expression(last.consequent);
        }
        this.expression(last);
        break;
      }
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
        this.descend(node);
        this.expression(node.callee);
        this.expressions(node.arguments);
        this.nesting--;
        break;
      case 'SequenceExpression':
        this.expressions(node.expressions);
        break;
      case 'TemplateLiteral':
        this.expressions(node.expressions);
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
    this.nesting--;
  }

  /** `await` stands here; at the top level that makes the module asynchronous. */
  protected awaits(): void {
    if (this.func.kind === 'module') this.func.isAsync = true;
  }

  /** The operands of a long sum, which nests to the left, deeper than the host's stack may allow. */
  private sum(node: BinaryExpression | LogicalExpression): void {
    const { type } = node;
    const rights: Expression[] = [];
    let left: Expression | PrivateIdentifier = node;
    while (left.type === type) {
      rights.push((left as typeof node).right);
      ({ left } = left as typeof node);
    }
    if (left.type === 'PrivateIdentifier') this.reference(`#${left.name}`, left.start, Use.read);
    else this.expression(left);
    for (let i = rights.length - 1; i >= 0; i--) this.expression(rights[i]);
  }

  /** Accesses and calls, the innermost first. */
  private chain(node: Link): void {
    if (!isLink(beforeLink(node))) {
      if (node.type === 'MemberExpression') this.member(node, true);
      else if (node.type === 'CallExpression') this.call(node);
      else this.tagged(node);
      return;
    }
    const outer: Link[] = [];
    let innermost = node;
    for (let before = beforeLink(node); isLink(before); before = beforeLink(before)) {
      outer.push(innermost);
      innermost = before;
    }
    if (outer.length > CHAIN_LIMIT) this.tooDeep(node);
    // The compiler recurses over the last of them (compile-member.ts), so what stands in a link is nested in those behind it.
    const { nesting } = this;
    this.descend(node, 2 * Math.min(outer.length, CHAIN_RECURSION));
    if (innermost.type === 'MemberExpression') this.member(innermost, outer[outer.length - 1].type === 'MemberExpression');
    else if (innermost.type === 'CallExpression') this.call(innermost);
    else this.tagged(innermost);
    for (let i = outer.length - 1; i >= 0; i--) {
      const link = outer[i];
      this.nesting = nesting + 2 * Math.min(i, CHAIN_RECURSION);
      if (link.type === 'MemberExpression') {
        this.key(link);
        continue;
      }
      if (beforeLink(link).type !== 'MemberExpression') this.func.usesUndefined = true;
      this.expressions(link.type === 'CallExpression' ? link.arguments : (link.quasi as TemplateLiteral).expressions);
    }
    this.nesting = nesting;
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
    this.key(node);
  }

  private key({ computed, property }: MemberExpression): void {
    if (computed) this.expression(property as Expression);
    else if (property.type === 'PrivateIdentifier') this.reference(`#${property.name}`, property.start, Use.read);
  }

  protected call(node: CallExpression): void {
    const { callee } = node;
    if (callee.type === 'Super') this.superCall();
    else this.callee(callee, node);
    this.expressions(node.arguments);
  }

  protected callee(callee: Expression, call: CallExpression): void {
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
    this.captureThis();
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
    this.func.usesUndefined = true;
    this.expression(node.tag);
    this.expressions((node.quasi as TemplateLiteral).expressions);
  }

  protected assignment(node: AssignmentExpression): void {
    this.target(node.left);
    this.expression(node.right);
  }

  /** What is assigned to: a pattern, or a reference that is also read. */
  protected target(pattern: Pattern): void {
    this.descend(pattern);
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
    this.nesting--;
  }

  // --- this, super, new.target: variables of the function that has them, captured by the arrow functions in it.

  protected hidden(binding: Binding | null, name: string): Binding {
    const result = binding ?? this.declare(name, 'hidden', this.func.owner.scope);
    this.capture(result, this.func);
    return result;
  }

  private captureThis(): void {
    const { owner } = this.func;
    const binding = this.hidden(owner.thisBinding, 'this');
    // That of a derived constructor is empty until super() has returned.
    if (owner.kind === 'derived') binding.checked = true;
    owner.thisBinding = binding;
  }

  protected useThis(): void {
    const func = this.func;
    const { owner } = func;
    owner.usesThis = true;
    if (owner !== func) {
      this.captureThis();
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
