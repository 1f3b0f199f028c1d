// References and bindings: the state of the scope analysis.
//
// Names are declared in scopes and used in references; when a scope is left, those of its references that it binds are
// resolved, the others stay for its parent, so each is looked at once a level. The references not resolved yet are kept on
// one stack of parallel arrays, of which each scope has the part above where it began: there are about as many references
// as nodes, and objects for them would cost as much as the rest of the analysis. A binding used by an inner function
// is captured, which gives it a slot.
import type { FunctionDeclaration, Identifier, Program, Statement } from 'acorn';
import { SourceError, tooDeep } from '../source/diagnostics.ts';
import { hasUseStrict } from './declarations.ts';
import type { ModuleShape } from './module-shape.ts';
import { Order } from './order.ts';
import { restoreContext, type EvalContext } from './eval-context.ts';
import { Binding, FunctionInfo, Scope, Use } from './scope.ts';
import type { Analysis, BindingKind, ClassInfo, EvalNames, GlobalNames } from './scope.ts';

/** Stands for the variables of a script where code that is not the script's declares them. */
const GLOBAL_SCOPE = new Scope('script', null, null as unknown as FunctionInfo);

/** Levels of nesting within a function, and in all of the text, from which on it counts as deep. */
export const FUNCTION_NESTING = 100;
export const TEXT_NESTING = 400;

/**
 * Nodes that nest in a text, at most, however much of the host's stack is left. The analysis and the compiler take up to 800 bytes of it for each; what takes
 * more counts as several. As the parser counts the same in its way (source/nesting-parser.ts), it is mostly chains of accesses and calls whose arguments nest that get here.
 */
export const ANALYSIS_LIMIT = 850;
/** What functions and classes count beside their nodes. */
export const FUNCTION_LEVELS = 3;
/** Accesses and calls one after the other: looking at all of them at each of them must not take long. */
export const CHAIN_LIMIT = 10_000;

export interface AnalysisOptions {
  readonly strict?: boolean;
  readonly isModule?: boolean;
  /** The program is the text of an eval: what it declares lexically is its own. */
  readonly isEval?: boolean;
  /** Of a direct eval: the code around. */
  readonly context?: EvalContext | null;
}

/** Where `var` of sloppy eval code declares: in the function around, or else among the globals. */
function varScopeAround(outer: Scope | null): Scope {
  let scope = outer;
  while (scope !== null && scope.kind !== 'function' && scope.kind !== 'body' && scope.parent !== null) scope = scope.parent;
  const isFunction = scope !== null && scope.parent !== null;
  return isFunction ? (scope as Scope) : GLOBAL_SCOPE;
}

export class Resolver {
  protected readonly program: Program;
  protected readonly text: string;
  protected readonly name: string;
  protected readonly functions = new Map<object, FunctionInfo>();
  protected readonly classes = new Map<object, ClassInfo>();
  protected readonly scopes = new Map<object, Scope>();
  protected readonly annexB = new Map<object, Binding | null>();
  protected readonly held = new Map<object, Binding>();
  // Index 0 stands for "no binding".
  protected readonly bindings: Binding[] = [null as unknown as Binding];
  // The references not resolved yet: name, offset, Use, the function they are in, and the function through which they
  // come: a direct child of the function now looked at (null: none).
  // There are so many; the arrays may be longer, since V8 would take the room back at each end of a scope.
  protected refCount = 0;
  protected readonly refNames: string[] = [];
  protected readonly refStarts: number[] = [];
  protected readonly refUses: number[] = [];
  protected readonly refFuncs: FunctionInfo[] = [];
  protected readonly refVias: (FunctionInfo | null)[] = [];
  protected readonly resolution: Int32Array;
  protected readonly dynamics = new Map<number, Binding[]>();
  protected readonly globals: GlobalNames = { lets: [], consts: [], vars: [], functions: [], annexB: [] };
  protected readonly globalVars = new Set<string>();
  protected readonly globalLexicals = new Set<string>();
  protected readonly order: Order;
  /** Nodes around the one that is looked at, and how many there may be before the function counts as deep. */
  protected nesting = 0;
  protected nestingLimit = FUNCTION_NESTING;
  /** Classes around: all their code is strict. */
  protected classDepth = 0;
  protected func: FunctionInfo;
  protected scope: Scope;
  /** Where `var` declares. */
  protected varScope: Scope;

  constructor(program: Program, text: string, name: string, options: AnalysisOptions) {
    this.program = program;
    this.text = text;
    this.name = name;
    this.resolution = new Int32Array(text.length + 1);
    this.order = new Order((start, binding) => {
      binding.checked = true;
      this.resolution[start] = -this.indexOf(binding);
    });
    const body = program.body as Statement[];
    const { strict, context, isModule } = options;
    const outer = context == null ? null : restoreContext(context, program);
    const kind = isModule === true ? 'module' : options.isEval === true ? 'eval' : 'script';
    this.func = new FunctionInfo(program, kind, strict === true || isModule === true || context?.strict === true || hasUseStrict(body), outer, 0);
    this.scope = this.func.scope;
    this.varScope = this.func.kind === 'eval' && !this.func.strict ? varScopeAround(outer) : this.scope;
  }

  protected result(script: FunctionInfo, module: ModuleShape | null): Analysis {
    const functionNames = new Set(this.globals.functions.map((f) => f.id.name));
    this.globals.vars.push(...[...this.globalVars].filter((name) => !functionNames.has(name)));
    return {
      script,
      globals: this.globals,
      module,
      evalNames: this.evalNames(),
      functions: this.functions,
      classes: this.classes,
      scopes: this.scopes,
      annexB: this.annexB,
      dynamics: this.dynamics,
      bindings: this.bindings,
      resolution: this.resolution,
    };
  }

  /** Names that sloppy eval code declares in the function around, which does not bind them itself. */
  protected readonly evalVars = new Set<string>();
  protected readonly evalFunctions: FunctionDeclaration[] = [];

  private evalNames(): EvalNames | null {
    const target = this.varScope.dynamic;
    if (this.func.kind !== 'eval' || target === null || this.varScope.func === this.func) return null;
    return { target, names: [...this.evalVars], functions: this.evalFunctions };
  }

  /** Called for each node that others nest in. */
  protected descend(node: { readonly start: number }, levels = 1): void {
    this.nesting += levels;
    if (this.nesting <= this.nestingLimit) return;
    for (let f: FunctionInfo | null = this.func; f !== null && !f.isDeep; f = f.parent) f.isDeep = true;
    if (this.nesting > ANALYSIS_LIMIT) this.tooDeep(node);
  }

  protected tooDeep(node: { readonly start: number }): never {
    throw new SourceError(tooDeep, this.name, this.text, node.start);
  }

  // --- Scopes and references.

  protected enter(scope: Scope): void {
    this.scope = scope;
    scope.firstReference = this.refCount;
  }

  /** Resolves what can be resolved in `scope`, leaves the rest for its parent and numbers the slots. */
  protected leave(scope: Scope): void {
    const { parent, bindings } = scope;
    const crosses = scope === scope.func.scope ? scope.func : null;
    if (bindings.size > 0 || crosses !== null) this.resolve(scope, crosses);
    if (scope.hasEval) this.captureAll(scope);
    if (crosses !== null) {
      this.finishArguments(crosses);
      this.order.settle(crosses);
    }
    if (scope.hasCaptured) for (const binding of bindings.values()) if (binding.captured) scope.addSlot(binding);
    if (parent !== null) this.scope = parent;
  }

  /** A direct eval may use, by name, whatever there is, and before it is initialised. */
  private captureAll(scope: Scope): void {
    for (const binding of scope.bindings.values()) {
      if (scope.kind === 'module' && binding.kind !== 'hidden') binding.isCell = true;
      else binding.capture();
      if (binding.initEnd >= 0) binding.checked = true;
      if (binding.kind === 'self') scope.func.selfBinding = binding;
      this.indexOf(binding);
    }
  }

  /** Eval code: resolves what is left in the scopes around. */
  protected resolveAround(): void {
    for (let scope = this.func.outerScope; scope !== null; scope = scope.parent) {
      scope.firstReference = 0;
      this.resolve(scope, null);
    }
  }

  /** Reference i has to ask the object of `dynamic` for its name first. */
  private askFirst(i: number, dynamic: Binding): void {
    const start = this.refStarts[i];
    const list = this.dynamics.get(start);
    if (list === undefined) this.dynamics.set(start, [dynamic]);
    else list.push(dynamic);
    this.indexOf(dynamic);
    if (this.refVias[i] !== null) this.capture(dynamic, this.refFuncs[i]);
  }

  private resolve(scope: Scope, crosses: FunctionInfo | null): void {
    const { refNames, refStarts, refUses, refFuncs, refVias } = this;
    const { bindings, heritageEnd } = scope;
    const end = this.refCount;
    let kept = scope.firstReference;
    for (let i = kept; i < end; i++) {
      const name = refNames[i];
      const binding = bindings.get(name);
      if (binding !== undefined && !(refStarts[i] < heritageEnd && binding.kind === 'private')) {
        // The own name of a function expression stands outside of all its variables.
        if (binding.kind === 'self' && scope.dynamic !== null) this.askFirst(i, scope.dynamic);
        this.bind(i, binding);
        continue;
      }
      if (scope.dynamic !== null && name.charCodeAt(0) !== 35) this.askFirst(i, scope.dynamic);
      if (kept !== i) {
        refNames[kept] = name;
        refStarts[kept] = refStarts[i];
        refUses[kept] = refUses[i];
        refFuncs[kept] = refFuncs[i];
        refVias[kept] = refVias[i];
      }
      if (crosses !== null) refVias[kept] = crosses;
      kept++;
    }
    this.refCount = kept;
  }

  protected indexOf(binding: Binding): number {
    if (binding.index === 0) binding.index = this.bindings.push(binding) - 1;
    return binding.index;
  }

  /** Reference i of the stack means `binding`. */
  private bind(i: number, binding: Binding): void {
    const start = this.refStarts[i];
    const via = this.refVias[i];
    binding.isUsed = true;
    this.resolution[start] = binding.index === 0 ? this.indexOf(binding) : binding.index;
    if (this.refUses[i] === Use.assign) binding.assignedAt(start);
    if (via !== null) {
      if (binding.scope.kind === 'module' && binding.kind !== 'hidden') binding.isCell = true;
      else this.capture(binding, this.refFuncs[i]);
    }
    if (binding.isHolder) {
      if (via === null) binding.firstUse = Math.min(binding.firstUse, start);
      else binding.isUsedBy(via);
    }
    if (binding.kind === 'self') binding.scope.func.selfBinding = binding;
    if (binding.kind === 'arguments' && (via !== null || this.refUses[i] !== Use.argumentsRead)) {
      binding.scope.func.mappedArguments = true;
    }
    if (binding.initEnd >= 0) {
      if (binding.scope.kind === 'loop' && start < binding.initEnd) binding.scope.usedInHead = true;
      this.order.resolved(start, via, binding);
    }
  }

  /** `user`, a function inside the binding's, uses it: it goes to a slot, and the functions between pass the scope on. */
  protected capture(binding: Binding, user: FunctionInfo): void {
    binding.capture();
    const owner = binding.scope.func;
    // A function that reaches out as far already has marked those around it.
    for (let f: FunctionInfo = user; f !== owner && f.reach > owner.depth; f = f.parent as FunctionInfo) f.reach = owner.depth;
  }

  protected reference(name: string, start: number, use: number): void {
    if (name === 'arguments') {
      // The parser sees this everywhere but in an eval.
      if (this.func.owner.kind === 'initializer') throw new SourceError("'arguments' is not allowed in class field initializer or static initialization block", this.name, this.text, start);
      this.func.owner.mentionsArguments = true;
    }
    const i = this.refCount++;
    this.refNames[i] = name;
    this.refStarts[i] = start;
    this.refUses[i] = use;
    this.refFuncs[i] = this.func;
    this.refVias[i] = null;
  }

  /** Whether one of the references not resolved yet, from the given one on, is to the name. */
  protected isReferred(name: string, first: number): boolean {
    const at = this.refNames.indexOf(name, first);
    return at >= 0 && at < this.refCount;
  }

  protected declare(name: string, kind: BindingKind, scope: Scope = this.scope): Binding {
    const binding = new Binding(name, kind, scope);
    scope.bind(binding);
    return binding;
  }

  /** Notes the binding that a declaration of let, const, class or a parameter introduces at `id`. */
  protected declared(id: Identifier): void {
    const binding = this.scope.bindings.get(id.name);
    if (binding !== undefined) this.resolution[id.start] = this.indexOf(binding);
  }

  /**
   * Decides whether the arguments object has to be mapped, in which case all parameters live in slots. One whose elements others may assign need not be
   * where nothing names a parameter.
   */
  protected finishArguments(info: FunctionInfo): void {
    const binding = info.argumentsBinding;
    if (binding === null) return;
    const parameters = [...info.scope.bindings.values()].filter((b) => b.kind === 'parameter');
    const canAlias = !info.strict && info.simpleParameters && parameters.length > 0;
    info.mappedArguments =
      canAlias && ((info.mappedArguments && parameters.some((p) => p.isUsed)) || info.scope.hasEval || binding.assignments.length > 0 || parameters.some((p) => p.assignments.length > 0));
    if (info.mappedArguments) for (const parameter of parameters) parameter.capture();
  }
}
