// What a direct eval has to know of the code around it: the scopes that are there when it runs, by name.
//
// Takes the scopes around a call of eval, all of whose bindings live in slots; gives plain data that is kept as a constant of the
// bytecode. When the text comes, the scopes are made again from it and the text is analysed inside them, so that its names
// become slot accesses like those of any inner function.
import type { Program } from 'acorn';
import { Binding, FunctionInfo, isLexical, Scope } from './scope.ts';
import type { BindingKind, ClassInfo, ScopeKind } from './scope.ts';

/** One binding of a scope around a direct eval; they stand in the order of the slots. */
export interface ContextBinding {
  readonly name: string;
  readonly kind: BindingKind;
  /** It has a dead zone: its slot starts empty. */
  readonly checked: boolean;
  /** kind 'catch': a plain name, which `var` may repeat (Annex B.3.4). */
  readonly simpleCatch: boolean;
}

export interface ContextScope {
  readonly kind: ScopeKind;
  /** Parameters that have expressions, and so a scope apart from the body's. */
  readonly isSeparate: boolean;
  readonly bindings: readonly ContextBinding[];
}

export interface EvalContext {
  readonly type: 'context';
  /** Kind of the nearest function that has a `this` of its own; it says what of super and new.target is possible. */
  readonly owner: FunctionInfo['kind'];
  readonly strict: boolean;
  /** Names that the module around imports, which cannot be assigned to. Other names of a module are found like globals. */
  readonly imports: readonly string[];
  /** Scopes that have an object, innermost first. */
  readonly scopes: readonly ContextScope[];
}

export const bindingKinds: readonly BindingKind[] = ['var', 'parameter', 'function', 'let', 'const', 'class', 'catch', 'arguments', 'self', 'classname', 'private', 'hidden'];
export const scopeKinds: readonly ScopeKind[] = ['script', 'function', 'body', 'block', 'loop', 'catch', 'switch', 'class', 'static', 'with', 'eval', 'module'];
export const ownerKinds: readonly FunctionInfo['kind'][] = ['script', 'function', 'arrow', 'method', 'class', 'derived', 'initializer', 'eval', 'module'];

/** The context of a direct eval that stands in `scope` of the function `func`. */
export function describeContext(scope: Scope, func: FunctionInfo): EvalContext {
  const scopes: ContextScope[] = [];
  const imports: string[] = [];
  let { strict } = func;
  for (let s: Scope | null = scope; s !== null; s = s.parent) {
    // The heritage and the computed keys of a class are strict code of the function around.
    if (s.kind === 'class' && s.func === func) strict = true;
    if (s.kind === 'module') for (const { name, kind } of s.bindings.values()) if (kind === 'import') imports.push(name);
    if (s.slots.length === 0) continue;
    const bindings = s.slots.map(({ name, kind, checked, simpleCatch }): ContextBinding => ({ name, kind, checked, simpleCatch }));
    scopes.push({ kind: s.kind, isSeparate: s.isSeparate, bindings });
  }
  return { type: 'context', owner: func.owner.kind, strict, imports, scopes };
}

/** The innermost of the scopes of a context, made again; they belong to one function that stands for all those around. */
export function restoreContext(context: EvalContext, program: Program): Scope {
  const outer = new FunctionInfo(program, context.owner, context.strict, null, 0);
  let scope = outer.scope;
  if (context.imports.length > 0) {
    scope = new Scope('module', scope, outer);
    for (const name of context.imports) {
      const binding = new Binding(name, 'import', scope);
      binding.isCell = true;
      scope.bind(binding);
    }
  }
  for (const { kind, isSeparate, bindings } of [...context.scopes].reverse()) {
    scope = new Scope(kind, scope, outer);
    scope.isSeparate = isSeparate;
    scope.hasEval = true;
    for (const b of bindings) {
      const binding = new Binding(b.name, b.kind, scope);
      binding.capture();
      binding.checked = b.checked;
      if (b.checked) binding.initEnd = Number.MAX_SAFE_INTEGER;
      binding.simpleCatch = b.simpleCatch;
      scope.addSlot(binding);
      scope.bind(binding);
    }
    scope.dynamic = scope.bindings.get('%with') ?? scope.bindings.get('%vars') ?? null;
  }
  outer.thisBinding = find(scope, 'this');
  outer.newTargetBinding = find(scope, 'new.target');
  outer.homeBinding = find(scope, '%home');
  outer.calleeBinding = find(scope, '%callee');
  // super() looks for fields to initialise when it runs.
  if (context.owner === 'derived') outer.classInfo = { instance: outer } as ClassInfo;
  outer.superCallInArrow = true;
  return scope;
}

function find(scope: Scope, name: string): Binding | null {
  for (let s: Scope | null = scope; s !== null; s = s.parent) {
    const binding = s.bindings.get(name);
    if (binding !== undefined) return binding;
  }
  return null;
}

/**
 * Whether `var name` of eval code conflicts with the code around (EvalDeclarationInstantiation, step 3): with a lexical
 * binding on the way to the variable scope, or, in the parameters of a function, with a parameter.
 */
export function conflictsWithVar(from: Scope | null, varScope: Scope, name: string): boolean {
  for (let s = from; s !== null && s !== varScope; s = s.parent) {
    const binding = s.bindings.get(name);
    if (binding !== undefined && !binding.simpleCatch && binding.kind !== 'hidden') return true;
  }
  const binding = varScope.bindings.get(name);
  if (binding === undefined) return false;
  if (varScope.isSeparate && varScope.kind === 'function') return binding.kind !== 'self';
  return isLexical(binding) && binding.kind !== 'parameter' && binding.kind !== 'self';
}
