// Classes (ClassDefinitionEvaluation).
//
// The scope of a class holds its inner name, its private names and the computed keys of its fields. Instance fields, and
// the brands of private methods, are run by one initialiser closure, static fields and blocks by another one.
import type { Class, Expression, MethodDefinition, PrivateIdentifier, PropertyDefinition, StaticBlock } from 'acorn';
import type { Binding, ClassInfo, FunctionInfo, FunctionNode } from '../scope/scope.ts';
import type { FunctionCompiler } from './compile-function.ts';
import { defineMethod, isAnonymousFunction, keyOperand, literalKey, namedByKey, numberInto } from './compile-literal.ts';
import { privateName } from './compile-member.ts';
import { superCall } from './compile-this.ts';
import { loadCaptured, storeCaptured } from './compile-slot.ts';
import { Op, STATIC_PRIVATE_NAME } from './opcodes.ts';
import { skipBlanks } from './source-text.ts';

/** r[dst] = the class. `key` is the register of the computed key that it is named by, or -1. */
export function compileClass(c: FunctionCompiler, node: Class, dst: number, name: string, key: number): void {
  const { e } = c;
  if (!e.reachable) return;
  const info = c.unit.analysis.classes.get(node) as ClassInfo;
  const { scope } = info;
  const mark = c.mark();
  const outer = c.scope;
  c.allocate(scope);
  c.createScope(scope);
  c.startDeadZone(scope);
  c.scope = scope;
  for (const binding of scope.bindings.values()) {
    if (binding.kind === 'private') createPrivateName(c, binding);
  }

  const superclass = c.temp();
  let parent = superclass;
  if (node.superClass == null) e.emit(Op.LoadEmpty, superclass);
  else {
    c.into(node.superClass, superclass);
    parent = c.temp();
    e.at(node.superClass.start);
    e.emit(Op.GetClassParent, parent, superclass);
  }
  // The finished class goes where it is wanted at the end: static initialisers may throw before.
  const constructor = c.temp();
  const prototype = c.temp();
  e.at(node.start);
  const { template, needsScope } = c.constructorTemplate(info, name);
  // NewClass finds the private names in its scope.
  const hasPrivateNames = [...scope.bindings.values()].some((binding) => binding.kind === 'private' && binding.captured);
  const closureScope = needsScope || hasPrivateNames ? c.scopeRegister() : c.undef();
  e.emit(Op.NewClass, constructor, prototype, e.child(template), closureScope, superclass, parent);
  if (key >= 0) e.emit(Op.SetFunctionName, constructor, key, 0);

  for (const element of node.body.body) {
    const inner = c.mark();
    if (element.type === 'MethodDefinition') method(c, element, constructor, prototype);
    else if (element.type === 'PropertyDefinition' && element.computed) fieldKey(c, element, info);
    c.release(inner);
  }
  const inner = c.scope.bindings.get(node.id?.name ?? '');
  if (inner !== undefined && inner.kind === 'classname') {
    if (inner.captured) storeCaptured(c, inner, constructor);
    else if (inner.register >= 0) e.emit(Op.Move, inner.register, constructor);
  }
  if (info.instance !== null) {
    const fields = initializer(c, info.instance, false, prototype);
    e.emit(Op.SetClassFields, constructor, fields);
  }
  if (info.static !== null) {
    const statics = initializer(c, info.static, true, constructor);
    e.at(node.start);
    e.emitList(Op.Call, [statics, statics, constructor, e.site('(static initializer)')], []);
  }
  e.emit(Op.Move, dst, constructor);
  c.scope = outer;
  c.release(mark);
}

function createPrivateName(c: FunctionCompiler, binding: Binding): void {
  const { e } = c;
  const mark = c.mark();
  const register = binding.captured ? c.temp() : binding.register;
  e.emit(Op.NewPrivateName, register, e.name(binding.name.slice(1)), binding.privateKind + (binding.isStatic ? STATIC_PRIVATE_NAME : 0));
  if (binding.captured) storeCaptured(c, binding, register);
  c.release(mark);
}

function initializer(c: FunctionCompiler, info: FunctionInfo, isStatic: boolean, home: number): number {
  const closure = c.temp();
  c.closureOf(info, closure, c.initializer(info, isStatic));
  if (info.usesHome) c.e.emit(Op.SetHome, closure, home);
  return closure;
}

function method(c: FunctionCompiler, element: MethodDefinition, constructor: number, prototype: number): void {
  const { e } = c;
  const { key, value, kind, computed } = element;
  if (kind === 'constructor') return;
  const object = element.static ? constructor : prototype;
  e.at(key.start);
  if (key.type !== 'PrivateIdentifier') {
    const register = keyOperand(c, key, computed);
    defineMethod(c, object, register, computed ? null : literalKey(key), value as FunctionNode, methodStart(c, element), kind, false);
    return;
  }
  const prefix = kind === 'method' ? '' : `${kind} `;
  const name = privateNameOf(c, key);
  const closure = c.temp();
  const info = c.closure(value as FunctionNode, closure, `${prefix}#${key.name}`, methodStart(c, element));
  if (info.usesHome) e.emit(Op.SetHome, closure, object);
  e.emit(Op.SetPrivateMethod, name, closure, kind === 'method' ? 0 : kind === 'get' ? 1 : 2);
}

/** The source text of a static method does not include the word `static`. */
function methodStart(c: FunctionCompiler, element: MethodDefinition): number {
  return element.static ? skipBlanks(c.unit.text, element.start + 'static'.length) : element.start;
}

/** A register with a private name of the class whose scope is the current one. */
function privateNameOf(c: FunctionCompiler, key: PrivateIdentifier): number {
  const binding = c.scope.bindings.get(`#${key.name}`) as Binding;
  if (!binding.captured) return binding.register;
  const register = c.temp();
  loadCaptured(c, binding, register);
  return register;
}

function fieldKey(c: FunctionCompiler, element: PropertyDefinition, info: ClassInfo): void {
  const register = keyOperand(c, element.key as Expression, true);
  storeCaptured(c, info.fieldKeys.get(element) as Binding, register);
}

/** Emits InitFields for `this` in the register, at the start of a base constructor. */
export function initialiseFields(c: FunctionCompiler, self: number): void {
  const constructor = c.temp();
  c.e.emit(Op.LoadCallee, constructor);
  c.e.emit(Op.InitFields, self, constructor);
}

/** The body of an initialiser: private methods and accessors first, then fields and static blocks in order. */
export function compileInitializer(c: FunctionCompiler, isStatic: boolean): void {
  const { e } = c;
  const node = c.info.node as Class;
  const info = c.unit.analysis.classes.get(node) as ClassInfo;
  for (const binding of info.scope.bindings.values()) {
    if (binding.kind !== 'private' || binding.privateKind === 0 || binding.isStatic !== isStatic) continue;
    const mark = c.mark();
    const name = c.temp();
    loadCaptured(c, binding, name);
    e.emit(Op.BrandPrivate, 0, name);
    c.release(mark);
  }
  for (const element of node.body.body) {
    const mark = c.mark();
    if (element.type === 'PropertyDefinition' && element.static === isStatic) field(c, element, info);
    else if (element.type === 'StaticBlock' && isStatic) staticBlock(c, element, info);
    c.release(mark);
  }
  e.emit(Op.Return, c.undef());
}

function field(c: FunctionCompiler, element: PropertyDefinition, info: ClassInfo): void {
  const { e } = c;
  const { key, value, computed } = element;
  e.at(key.start);
  let register = -1;
  if (key.type === 'PrivateIdentifier') register = privateName(c, key);
  else if (computed) {
    register = c.temp();
    loadCaptured(c, info.fieldKeys.get(element) as Binding, register);
  } else if (key.type === 'Literal' && typeof key.value === 'number') {
    register = c.temp();
    numberInto(c, key.value, register);
  }
  let result: number;
  if (value == null) result = c.undef();
  else if (!isAnonymousFunction(value)) result = c.operand(value);
  else {
    result = c.temp();
    if (computed) namedByKey(c, value, result, register);
    else c.into(value, result, (key.type === 'PrivateIdentifier' ? '#' : '') + literalKey(key as Expression));
  }
  e.at(key.start);
  if (key.type === 'PrivateIdentifier') e.emit(Op.AddPrivate, 0, register, result);
  else if (register >= 0) e.emit(Op.DefineElem, 0, register, result);
  else e.emit(Op.DefineField, 0, e.name(literalKey(key)), result);
}

function staticBlock(c: FunctionCompiler, element: StaticBlock, info: ClassInfo): void {
  const scope = info.staticBlocks.get(element);
  if (scope === undefined) return;
  const outer = c.scope;
  c.enter(scope, element.body);
  // The registers of its vars may have been used before.
  for (const binding of scope.bindings.values()) {
    if (binding.kind === 'var' && !binding.captured) c.e.emit(Op.LoadUndefined, binding.register);
  }
  c.statements(element.body);
  c.scope = outer;
}

/** The body of a constructor that is not written: that of a base class, or one that passes its arguments on. */
export function compileDefaultConstructor(c: FunctionCompiler, info: ClassInfo): void {
  const { e } = c;
  if (!info.isDerived) {
    if (info.instance !== null) initialiseFields(c, 0);
    e.emit(Op.Return, c.undef());
    return;
  }
  const args = c.temp();
  e.createRest(args, 0);
  superCall(c, 0, info.node.start, (result, parent, newTarget) => {
    e.emit(Op.SuperCallSpread, result, parent, newTarget, e.site('super'), args);
  });
  e.emit(Op.ReturnDerived, c.undef(), 0);
}
