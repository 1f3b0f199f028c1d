// References and bindings: the state of the scope analysis.
//
// Names are declared in scopes and used in references; when a scope is left, those of its references that it binds are
// resolved, the others stay for its parent, so each is looked at once a level. The references not resolved yet are kept on
// one stack of parallel arrays, of which each scope has the part above where it began: there are about as many references
// as nodes, and objects for them would cost as much as the rest of the analysis. A binding used by an inner function
// is captured, which gives it a slot.
import type { Identifier, Program, Statement } from 'acorn';
import { notSupported } from '../source/diagnostics.ts';
import { hasUseStrict } from './declarations.ts';
import type { ModuleShape } from './module-shape.ts';
import { Order } from './order.ts';
import { Binding, FunctionInfo, Use } from './scope.ts';
import type { Analysis, BindingKind, ClassInfo, GlobalNames, Scope } from './scope.ts';

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
  protected readonly refNames: string[] = [];
  protected readonly refStarts: number[] = [];
  protected readonly refUses: number[] = [];
  protected readonly refFuncs: FunctionInfo[] = [];
  protected readonly refVias: (FunctionInfo | null)[] = [];
  protected readonly resolution: Int32Array;
  protected readonly globals: GlobalNames = { lets: [], consts: [], vars: [], functions: [], annexB: [] };
  protected readonly globalVars = new Set<string>();
  protected readonly globalLexicals = new Set<string>();
  protected readonly order: Order;
  /** Classes around: all their code is strict. */
  protected classDepth = 0;
  protected func: FunctionInfo;
  protected scope: Scope;
  /** Where `var` declares. */
  protected varScope: Scope;

  constructor(program: Program, text: string, name: string, strict: boolean, isModule: boolean) {
    this.program = program;
    this.text = text;
    this.name = name;
    this.resolution = new Int32Array(text.length + 1);
    this.order = new Order((start, binding) => {
      binding.checked = true;
      this.resolution[start] = -this.indexOf(binding);
    });
    const body = program.body as Statement[];
    this.func = new FunctionInfo(program, isModule ? 'module' : 'script', strict || isModule || hasUseStrict(body), null, 0);
    this.scope = this.func.scope;
    this.varScope = this.scope;
  }

  protected result(script: FunctionInfo, module: ModuleShape | null): Analysis {
    const functionNames = new Set(this.globals.functions.map((f) => f.id.name));
    this.globals.vars.push(...[...this.globalVars].filter((name) => !functionNames.has(name)));
    return {
      script,
      globals: this.globals,
      module,
      functions: this.functions,
      classes: this.classes,
      scopes: this.scopes,
      annexB: this.annexB,
      bindings: this.bindings,
      resolution: this.resolution,
    };
  }

  protected refuse(what: string, offset: number): never {
    throw notSupported(what, this.name, this.text, offset);
  }

  // --- Scopes and references.

  protected enter(scope: Scope): void {
    this.scope = scope;
    scope.firstReference = this.refNames.length;
  }

  /** Resolves what can be resolved in `scope`, leaves the rest for its parent and numbers the slots. */
  protected leave(scope: Scope): void {
    const { parent, bindings } = scope;
    const crosses = scope === scope.func.scope ? scope.func : null;
    if (bindings.size > 0 || crosses !== null) this.resolve(scope, crosses);
    if (crosses !== null) {
      this.finishArguments(crosses);
      this.order.settle(crosses);
    }
    for (const binding of bindings.values()) {
      if (!binding.captured) continue;
      binding.slot = scope.slots.length;
      scope.slots.push(binding);
    }
    if (parent !== null) this.scope = parent;
  }

  private resolve(scope: Scope, crosses: FunctionInfo | null): void {
    const { refNames, refStarts, refUses, refFuncs, refVias } = this;
    const { bindings, heritageEnd } = scope;
    const end = refNames.length;
    let kept = scope.firstReference;
    for (let i = kept; i < end; i++) {
      const name = refNames[i];
      const binding = bindings.get(name);
      if (binding !== undefined && !(refStarts[i] < heritageEnd && binding.kind === 'private')) {
        this.bind(i, binding);
        continue;
      }
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
    refNames.length = kept;
    refStarts.length = kept;
    refUses.length = kept;
    refFuncs.length = kept;
    refVias.length = kept;
  }

  protected indexOf(binding: Binding): number {
    if (binding.index === 0) binding.index = this.bindings.push(binding) - 1;
    return binding.index;
  }

  /** Reference i of the stack means `binding`. */
  private bind(i: number, binding: Binding): void {
    const start = this.refStarts[i];
    const via = this.refVias[i];
    this.resolution[start] = binding.index === 0 ? this.indexOf(binding) : binding.index;
    if (this.refUses[i] === Use.assign) binding.assignments.push(start);
    if (via !== null) {
      if (binding.scope.kind === 'module' && binding.kind !== 'hidden') binding.isCell = true;
      else this.capture(binding, this.refFuncs[i]);
    }
    if (binding.isHolder) {
      if (via === null) binding.firstUse = Math.min(binding.firstUse, start);
      else if (binding.usedBy.at(-1) !== via) binding.usedBy.push(via);
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
    binding.captured = true;
    const owner = binding.scope.func;
    // A function that reaches out as far already has marked those around it.
    for (let f: FunctionInfo = user; f !== owner && f.reach > owner.depth; f = f.parent as FunctionInfo) f.reach = owner.depth;
  }

  protected reference(name: string, start: number, use: number): void {
    if (name === 'arguments') this.func.owner.mentionsArguments = true;
    this.refNames.push(name);
    this.refStarts.push(start);
    this.refUses.push(use);
    this.refFuncs.push(this.func);
    this.refVias.push(null);
  }

  protected declare(name: string, kind: BindingKind, scope: Scope = this.scope): Binding {
    const binding = new Binding(name, kind, scope);
    scope.bindings.set(name, binding);
    return binding;
  }

  /** Notes the binding that a declaration of let, const, class or a parameter introduces at `id`. */
  protected declared(id: Identifier): void {
    const binding = this.scope.bindings.get(id.name);
    if (binding !== undefined) this.resolution[id.start] = this.indexOf(binding);
  }

  /** Decides whether the arguments object has to be mapped, in which case all parameters live in slots. */
  protected finishArguments(info: FunctionInfo): void {
    const binding = info.argumentsBinding;
    if (binding === null) return;
    const parameters = [...info.scope.bindings.values()].filter((b) => b.kind === 'parameter');
    const canAlias = !info.strict && info.simpleParameters && parameters.length > 0;
    info.mappedArguments =
      canAlias && (info.mappedArguments || binding.assignments.length > 0 || parameters.some((p) => p.assignments.length > 0));
    if (info.mappedArguments) for (const parameter of parameters) parameter.captured = true;
  }
}
