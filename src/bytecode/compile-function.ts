// One function (or class initialiser) -> one template; compile-program.ts does whole texts with it.
//
// Takes what the scope analysis knows of the function; gives its template. A FunctionCompiler is the state of this and the
// hub through which the compile-*.ts modules reach each other: they import its type only, so there are no cycles.
//
// Registers: r0 is `this`, then come the parameters, then the locals of the function for its whole length, and above them, as a
// stack, the locals of blocks and the temporaries of expressions. What an expression gives is computed straight into the
// register where it is wanted. Registers beyond the parameters are undefined on entry.
import type { AnyNode, CallExpression, ClassExpression, Expression, FunctionDeclaration, MemberExpression, Pattern, Statement } from 'acorn';
import { functionOf, statementsOf } from '../scope/declarations.ts';
import { FunctionInfo } from '../scope/scope.ts';
import type { Analysis, Binding, ClassInfo, FunctionNode, Scope } from '../scope/scope.ts';
import { DEFAULT_BINDING } from '../scope/module-shape.ts';
import type { LineTable } from '../source/lines.ts';
import { compileClass, compileDefaultConstructor, compileInitializer, initialiseFields } from './compile-class.ts';
import { compileCall } from './compile-call.ts';
import type { Control } from './compile-control.ts';
import { compileCondition, compileEffect, compileInto, compileOperand } from './compile-expression.ts';
import { compileMember } from './compile-member.ts';
import { initialisePattern } from './compile-pattern.ts';
import { completionIsLive } from './compile-completion.ts';
import { compileStatement } from './compile-statement.ts';
import { compileActivation, returnValue } from './compile-coroutine.ts';
import { loadCaptured } from './compile-slot.ts';
import { initialise } from './compile-variable.ts';
import { Emitter } from './emitter.ts';
import type { Label } from './emitter.ts';
import { LazyTemplate } from './lazy.ts';
import type { LazyText } from './lazy.ts';
import { Op } from './opcodes.ts';
import type { SourceInfo, Template } from './template.ts';

/** What all functions of one source text share. */
export interface Unit {
  readonly source: SourceInfo;
  readonly text: string;
  readonly lines: LineTable;
  readonly analysis: Analysis;
  readonly selfHosted: boolean;
  /** Where functions wait to be compiled when they are first called; null: they are compiled at once. */
  readonly later: LazyText | null;
}

export class FunctionCompiler {
  readonly unit: Unit;
  readonly info: FunctionInfo;
  readonly e: Emitter;
  /** The scope that the code now compiled stands in. */
  scope: Scope;
  /** What break, continue and return have to leave, innermost last. */
  readonly controls: Control[] = [];
  /** Array and object literals that are known to hold something else than constants. */
  readonly varyingLiterals = new WeakSet<Expression>();
  /** Register of the completion value of a script, or -1 where nobody will ask for it. */
  completion = -1;
  /** Labels of the statement that comes next (they belong to it if it is a loop). */
  pendingLabels: string[] = [];
  /** Register with the scope the closure was made in, or -1 if nothing in here needs it. */
  outerScope = -1;
  /** Stays undefined throughout, or -1. */
  #undefinedRegister = -1;
  #next: number;
  #max: number;
  /** By register: it holds a variable, so an unfinished value must not be seen in it. */
  readonly #isLocal: boolean[] = [];

  constructor(unit: Unit, info: FunctionInfo, parameterCount: number) {
    this.unit = unit;
    this.info = info;
    this.scope = info.scope;
    this.e = new Emitter(unit.lines, info.node.start);
    this.#next = parameterCount + 1;
    this.#max = this.#next;
    for (let i = 0; i <= parameterCount; i++) this.#isLocal.push(true);
    if (info.usesUndefined) this.#undefinedRegister = this.local();
  }

  // --- Registers.

  get registerCount(): number {
    return this.#max;
  }

  temp(): number {
    const register = this.#next++;
    if (this.#next > this.#max) this.#max = this.#next;
    this.#isLocal[register] = false;
    return register;
  }

  local(): number {
    const register = this.temp();
    this.#isLocal[register] = true;
    return register;
  }

  mark(): number {
    return this.#next;
  }

  release(mark: number): void {
    this.#next = mark;
  }

  isLocal(register: number): boolean {
    return this.#isLocal[register];
  }

  /** Runs `compile` while the register of a variable that nobody can read yet counts as a temporary. */
  asTemp(register: number, compile: () => void): void {
    const was = this.#isLocal[register];
    this.#isLocal[register] = false;
    compile();
    this.#isLocal[register] = was;
  }

  /** A register holding undefined. */
  undef(): number {
    if (this.#undefinedRegister >= 0) return this.#undefinedRegister;
    const register = this.temp();
    this.e.emit(Op.LoadUndefined, register);
    return register;
  }

  // --- Values that have been computed before the code that uses them is made (compile-member.ts, computeHead).

  /** An expression whose value is in a register, where the next operand that is compiled is this one; else null. */
  computed: Expression | null = null;
  computedRegister = -1;

  takeComputed(): number {
    this.computed = null;
    return this.computedRegister;
  }

  // --- Code of the parts; see the modules for what they guarantee.

  /** Computes `node` into `dst`. If `dst` is a variable's register it is written last of all. */
  into(node: Expression, dst: number, name = ''): void {
    compileInto(this, node, dst, name);
  }

  /**
   * A register with the value of `node`, which stays valid while expressions up to the offset `until` are compiled: a
   * variable's own register unless they may assign to it, else a temporary.
   */
  operand(node: Expression, until = 0): number {
    return compileOperand(this, node, until, -1);
  }

  /** The same; a temporary, if one is needed and it may be one, is `preferred`. */
  operandIn(node: Expression, preferred: number, until = 0): number {
    return compileOperand(this, node, until, preferred);
  }

  effect(node: Expression): void {
    compileEffect(this, node);
  }

  /** A link of an optional chain that `nullish` is the way out of. */
  link(node: MemberExpression | CallExpression, dst: number, nullish: Label): void {
    if (node.type === 'MemberExpression') compileMember(this, node, dst, nullish);
    else compileCall(this, node, dst, nullish);
  }

  /** Jumps to one of the labels by the truth of `node`, falling through where `next` says that label follows. */
  condition(node: Expression, ifTrue: Label, ifFalse: Label, next: 'true' | 'false'): void {
    compileCondition(this, node, ifTrue, ifFalse, next);
  }

  statement(node: Statement): void {
    compileStatement(this, node);
  }

  /** A list of statements; those whose value cannot be the completion value are compiled without keeping it. */
  statements(list: readonly Statement[]): void {
    const { completion } = this;
    if (completion < 0) {
      for (let i = 0; i < list.length; i++) compileStatement(this, list[i]);
      return;
    }
    const live = completionIsLive(list);
    list.forEach((statement, i) => {
      this.completion = live[i] ? completion : -1;
      compileStatement(this, statement);
    });
    this.completion = completion;
  }

  // --- Scopes.

  /** Register of the innermost scope object at this point, for closures and inner scopes; undefined if there is none. */
  scopeRegister(): number {
    for (let s: Scope | null = this.scope; s !== null && s.func === this.info; s = s.parent) {
      if (s.slots.length > 0 && s.register >= 0) return s.register;
    }
    return this.outerScope >= 0 ? this.outerScope : this.undef();
  }

  /** Gives registers to the bindings of `scope` that live in one. */
  allocate(scope: Scope): void {
    for (const binding of scope.bindings.values()) {
      if (binding.captured || binding.isCell || binding.register >= 0) continue;
      if (binding.kind === 'self' && this.info.selfBinding === null) continue;
      if (binding.kind === 'classname' && binding.index === 0) continue;
      binding.register = this.local();
    }
  }

  /** Makes the scope object, if any binding is captured. The current scope is still the one around. */
  createScope(scope: Scope): void {
    if (scope.slots.length === 0) return;
    const parent = this.scopeRegister();
    if (scope.register < 0) scope.register = this.local();
    this.e.emit(Op.NewScope, scope.register, parent, this.shape(scope));
  }

  readonly #shapes = new Map<Scope, number>();

  shape(scope: Scope): number {
    let index = this.#shapes.get(scope);
    if (index === undefined) {
      index = this.e.shape({ names: scope.slots.map((b) => b.name), lexical: scope.slots.map((b) => b.checked) });
      this.#shapes.set(scope, index);
    }
    return index;
  }

  /** Starts the dead zone of the bindings in registers that are checked. (Slots start empty by their shape.) */
  startDeadZone(scope: Scope): void {
    for (const binding of scope.bindings.values()) {
      if (binding.checked && !binding.captured && !binding.isCell) this.e.emit(Op.LoadEmpty, binding.register);
    }
  }

  /** Enters a block scope: registers, scope object, dead zones, function declarations. `mark()` first and release after. */
  enter(scope: Scope, statements: readonly Statement[]): void {
    this.allocate(scope);
    this.createScope(scope);
    this.startDeadZone(scope);
    this.scope = scope;
    this.declareFunctions(statements);
  }

  /** Makes the closures of the function declarations in a list of statements; the last one of a name counts. */
  declareFunctions(statements: readonly Statement[]): void {
    const last = new Map<string, FunctionDeclaration>();
    for (const statement of statements) {
      const node = functionOf(statement);
      if (node !== null) last.set(node.id.name, node);
    }
    for (const node of last.values()) {
      const mark = this.mark();
      initialise(this, node.id, (dst) => this.closure(node, dst, node.id.name));
      this.release(mark);
    }
  }

  // --- Inner functions.

  infoOf(node: AnyNode): FunctionInfo {
    return this.unit.analysis.functions.get(node) as FunctionInfo;
  }

  /** r[dst] = closure of a function node, whose source text starts at `start`. */
  closure(node: FunctionNode, dst: number, name: string, start = node.start): FunctionInfo {
    const info = this.infoOf(node);
    if (this.e.reachable) this.closureOf(info, dst, functionTemplate(this.unit, info, name, start, node.end));
    return info;
  }

  closureOf(info: FunctionInfo, dst: number, template: Template): void {
    if (!this.e.reachable) return;
    const mark = this.mark();
    const scope = info.needsOuterScope ? this.scopeRegister() : this.undef();
    this.e.emit(Op.NewClosure, dst, this.e.child(template), scope);
    this.release(mark);
  }

  /** Index of the template of a function declaration of a module, whose closure the linker makes without a scope. */
  functionChild(node: FunctionDeclaration): number {
    const name = node.id.name === DEFAULT_BINDING ? 'default' : node.id.name;
    return this.e.child(functionTemplate(this.unit, this.infoOf(node), name));
  }

  classNamedByKey(node: ClassExpression, dst: number, key: number): void {
    compileClass(this, node, dst, '', key);
  }

  /** The template of a class constructor, written or not, and whether its closure needs the scope. */
  constructorTemplate(info: ClassInfo, name: string): { template: Template; needsScope: boolean } {
    const { node } = info;
    for (const element of node.body.body) {
      if (element.type !== 'MethodDefinition' || element.kind !== 'constructor') continue;
      const constructor = this.infoOf(element.value);
      return { template: functionTemplate(this.unit, constructor, name, node.start, node.end), needsScope: constructor.needsOuterScope };
    }
    const constructor = new FunctionInfo(node, info.isDerived ? 'derived' : 'class', true, info.scope, node.start);
    constructor.classInfo = info;
    constructor.usesUndefined = true;
    const c = new FunctionCompiler(this.unit, constructor, 0);
    prologue(c);
    compileDefaultConstructor(c, info);
    return { template: finish(c, name, 0, 0, [], node.start, node.end), needsScope: false };
  }

  initializer(info: FunctionInfo, isStatic: boolean): Template {
    const c = new FunctionCompiler(this.unit, info, 0);
    prologue(c);
    compileInitializer(c, isStatic);
    return finish(c, isStatic ? '<static_initializer>' : '<instance_members_initializer>', 0, 0, []);
  }
}

/** The template of an inner function, which is compiled now or when it is first called. */
function functionTemplate(unit: Unit, info: FunctionInfo, name: string, start = info.node.start, end = info.node.end): Template {
  const { later } = unit;
  if (later === null || info.isDeep) return compileFunction(unit, info, name, start, end);
  const { kind, strict, isAsync, isGenerator } = info;
  return new LazyTemplate(later, unit.source, info.number, { name, kind, strict, isAsync, isGenerator, ...parameterCounts(info.node as FunctionNode), start, end });
}

/** How many parameters arrive in registers, and how many count for the function's `length`. */
function parameterCounts({ params }: FunctionNode): { parameterCount: number; length: number } {
  const firstOptional = params.findIndex((p) => p.type === 'AssignmentPattern' || p.type === 'RestElement');
  return {
    parameterCount: params.at(-1)?.type === 'RestElement' ? params.length - 1 : params.length,
    length: firstOptional < 0 ? params.length : firstOptional,
  };
}

/** The template of a function. `name` is what its name property says, [start, end) what its source text is. */
export function compileFunction(unit: Unit, info: FunctionInfo, name: string, start = info.node.start, end = info.node.end): Template {
  const node = info.node as FunctionNode;
  const { params } = node;
  const { parameterCount, length } = parameterCounts(node);
  const c = new FunctionCompiler(unit, info, parameterCount);
  const { e } = c;
  prologue(c);
  if (info.kind === 'class' && info.classInfo?.instance != null) {
    const mark = c.mark();
    initialiseFields(c, 0);
    c.release(mark);
  }
  const { body } = node;
  const statements = statementsOf(body);
  const compileBody = (): void => {
    bodyScope(c, statements);
    if (body.type === 'BlockStatement') {
      c.statements(statements);
      e.at(body.end - 1);
      returnValue(c, -1);
    } else {
      returnValue(c, c.operand(body as Expression));
    }
  };
  compileActivation(c, () => parameters(c, params), compileBody);
  return finish(c, name, parameterCount, length, mappedSlots(info), start, end);
}

/** What comes before the parameters: `this`, the scope object, captured pseudo-variables, the arguments object. */
export function prologue(c: FunctionCompiler): void {
  const { e, info } = c;
  const { scope, kind } = info;
  if (info.needsOuterScope) {
    c.outerScope = c.local();
    e.emit(Op.LoadScope, c.outerScope);
  }
  if (kind === 'derived') {
    e.emit(Op.LoadEmpty, 0);
  } else if (info.usesThis && !info.strict && (kind === 'function' || kind === 'method')) {
    e.emit(Op.CoerceThis);
  }
  if (info.owner !== info && info.usesThis && info.owner.kind !== 'derived') {
    // An arrow function or a direct eval has no `this` of its own, so the captured one takes the register of it.
    loadCaptured(c, info.owner.thisBinding as Binding, 0);
  }
  const limit = 'params' in info.node ? parameterCounts(info.node).parameterCount : 0;
  for (const binding of scope.bindings.values()) {
    if (binding.kind === 'parameter' && binding.parameter >= 0 && binding.parameter < limit && !binding.captured && !binding.checked) {
      binding.register = binding.parameter + 1;
    }
  }
  // Registers of the function's own locals come first, while they are still undefined.
  c.allocate(scope);
  if (info.bodyScope !== scope) c.allocate(info.bodyScope);
  scope.register = -1;
  if (scope.slots.length > 0) {
    const parent = c.outerScope >= 0 ? c.outerScope : c.undef();
    scope.register = c.local();
    e.emit(Op.NewScope, scope.register, parent, c.shape(scope));
  }
  const mark = c.mark();
  pseudoVariables(c);
  c.startDeadZone(scope);
  c.release(mark);
}

function pseudoVariables(c: FunctionCompiler): void {
  const { e, info } = c;
  const { scope } = info;
  const store = (binding: Binding | null, load: (dst: number) => void): void => {
    if (binding === null) return;
    const register = binding.captured ? c.temp() : binding.register;
    load(register);
    if (binding.captured) e.emit(Op.SetSlot, scope.register, 0, binding.slot, register);
  };
  if (info.thisBinding !== null && info.kind !== 'derived') e.emit(Op.SetSlot, scope.register, 0, info.thisBinding.slot, 0);
  store(info.newTargetBinding, (dst) => e.loadNewTarget(dst));
  store(info.homeBinding, (dst) => e.emit(Op.LoadHome, dst));
  store(info.calleeBinding, (dst) => e.emit(Op.LoadCallee, dst));
  store(info.selfBinding, (dst) => e.emit(Op.LoadCallee, dst));
}

function mappedSlots(info: FunctionInfo): number[] {
  if (!info.mappedArguments) return [];
  const params = (info.node as FunctionNode).params;
  // Of parameters of the same name only the last one is mapped.
  return params.map((p, i) => {
    const binding = p.type === 'Identifier' ? info.scope.bindings.get(p.name) : undefined;
    return binding !== undefined && binding.parameter === i ? binding.slot : -1;
  });
}

function parameters(c: FunctionCompiler, params: readonly Pattern[]): void {
  const { e, info } = c;
  const { scope } = info;
  const mark = c.mark();
  if (info.simpleParameters) {
    for (const binding of scope.bindings.values()) {
      if (binding.kind === 'parameter' && binding.captured) e.emit(Op.SetSlot, scope.register, 0, binding.slot, binding.parameter + 1);
    }
  }
  const { argumentsBinding } = info;
  if (argumentsBinding !== null) {
    const dst = argumentsBinding.captured ? c.temp() : argumentsBinding.register;
    if (info.mappedArguments) e.createMappedArguments(dst, scope.register);
    // One that needs no mapping in a function that could have one shows no difference from a mapped one.
    else e.createArguments(dst, !info.strict && info.simpleParameters);
    if (argumentsBinding.captured) e.emit(Op.SetSlot, scope.register, 0, argumentsBinding.slot, dst);
  }
  c.release(mark);
  if (info.simpleParameters) return;
  params.forEach((param, i) => {
    e.at(param.start);
    if (param.type === 'RestElement') {
      const rest = c.temp();
      const target = param.argument;
      if (target.type === 'Identifier') initialise(c, target, (dst) => e.createRest(dst, i));
      else {
        e.createRest(rest, i);
        initialisePattern(c, target, rest, '');
      }
    } else {
      parameter(c, param, i + 1);
    }
    c.release(mark);
  });
}

/** Binds one parameter that has arrived in `register`. */
function parameter(c: FunctionCompiler, param: Pattern, register: number): void {
  if (param.type === 'Identifier') {
    const binding = c.info.scope.bindings.get(param.name);
    if (binding?.register === register) return;
  }
  // Nobody can read the register itself before the parameter is bound.
  c.asTemp(register, () => initialisePattern(c, param, register, 'undefined'));
}

/** The vars and declarations of the body. */
function bodyScope(c: FunctionCompiler, statements: readonly Statement[]): void {
  const { e, info } = c;
  const { bodyScope: scope } = info;
  if (scope !== info.scope) {
    c.createScope(scope);
    for (const binding of scope.bindings.values()) {
      const from = binding.initialFrom;
      if (from === null) continue;
      const mark = c.mark();
      let source = from.register;
      if (from.captured) {
        source = binding.captured ? c.temp() : binding.register;
        if (from.checked) e.emit(Op.GetSlotChecked, source, info.scope.register, 0, from.slot, e.name(from.name));
        else e.emit(Op.GetSlot, source, info.scope.register, 0, from.slot);
      }
      if (binding.captured) e.emit(Op.SetSlot, scope.register, 0, binding.slot, source);
      else if (source !== binding.register) e.emit(Op.Move, binding.register, source);
      c.release(mark);
    }
    c.startDeadZone(scope);
    c.scope = scope;
  }
  c.declareFunctions(statements);
}

/** The template of what has been compiled. */
export function finish(
  c: FunctionCompiler,
  name: string,
  parameterCount: number,
  length: number,
  slots: number[],
  start = c.info.node.start,
  end = c.info.node.end,
): Template {
  const { info, unit } = c;
  return c.e.finish({
    name,
    kind: info.kind,
    strict: info.strict,
    isAsync: info.isAsync,
    isGenerator: info.isGenerator,
    parameterCount,
    length,
    registerCount: c.registerCount,
    mappedSlots: slots,
    selfHosted: unit.selfHosted,
    source: unit.source,
    start,
    end,
  });
}
