// References and bindings: the state of the scope analysis.
//
// Names are declared in scopes and used in references; when a scope is left, those of its references that it binds are
// resolved, the others go to its parent, so each is looked at once a level. A binding used by an inner function is
// captured, which gives it a slot.
import type { Identifier, Program, Statement } from 'acorn';
import { notSupported } from '../source/diagnostics.ts';
import { hasUseStrict } from './declarations.ts';
import { Order } from './order.ts';
import { Binding, FunctionInfo, Use } from './scope.ts';
import type { Analysis, BindingKind, ClassInfo, GlobalNames, Reference , Scope} from './scope.ts';

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
  protected readonly indices = new Map<Binding, number>();
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

  constructor(program: Program, text: string, name: string, strict: boolean) {
    this.program = program;
    this.text = text;
    this.name = name;
    this.resolution = new Int32Array(text.length + 1);
    this.order = new Order((reference, binding) => {
      binding.checked = true;
      this.resolution[reference.start] = -this.indexOf(binding);
    });
    const body = program.body as Statement[];
    this.func = new FunctionInfo(program, 'script', strict || hasUseStrict(body), null, 0);
    this.scope = this.func.scope;
    this.varScope = this.scope;
  }

  protected result(script: FunctionInfo): Analysis {
    const functionNames = new Set(this.globals.functions.map((f) => f.id.name));
    this.globals.vars.push(...[...this.globalVars].filter((name) => !functionNames.has(name)));
    return {
      script,
      globals: this.globals,
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

  protected enter(scope: Scope): Scope {
    const previous = this.scope;
    this.scope = scope;
    return previous;
  }

  /** Resolves what can be resolved in `scope`, hands the rest to its parent and numbers the slots. */
  protected leave(scope: Scope): void {
    const { references, parent, bindings } = scope;
    const crosses = scope === scope.func.scope ? scope.func : null;
    for (let i = 0; i < references.length; i++) {
      const reference = references[i];
      const binding = bindings.size === 0 ? undefined : bindings.get(reference.name);
      if (binding !== undefined && !(reference.start < scope.heritageEnd && binding.kind === 'private')) {
        this.bind(reference, binding);
      } else if (parent !== null) {
        if (crosses !== null) reference.via = crosses;
        parent.references.push(reference);
      }
    }
    scope.references = [];
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

  protected indexOf(binding: Binding): number {
    let index = this.indices.get(binding);
    if (index === undefined) {
      index = this.bindings.length;
      this.bindings.push(binding);
      this.indices.set(binding, index);
    }
    return index;
  }

  protected bind(reference: Reference, binding: Binding): void {
    const { start, via } = reference;
    this.resolution[start] = this.indexOf(binding);
    if (reference.use === Use.assign) binding.assignments.push(start);
    if (via !== null) this.capture(binding, reference.func);
    if (binding.uses !== null) binding.uses.push(reference);
    if (binding.kind === 'self') binding.scope.func.selfBinding = binding;
    if (binding.kind === 'arguments' && (via !== null || reference.use !== Use.argumentsRead)) {
      binding.scope.func.mappedArguments = true;
    }
    if (binding.initEnd >= 0) {
      if (binding.scope.kind === 'loop' && start < binding.initEnd) binding.scope.usedInHead = true;
      this.order.resolved(reference, binding);
    }
  }

  /** `user`, a function inside the binding's, uses it: it goes to a slot, and the functions between pass the scope on. */
  protected capture(binding: Binding, user: FunctionInfo): void {
    binding.captured = true;
    const owner = binding.scope.func;
    for (let f: FunctionInfo | null = user; f !== null && f !== owner; f = f.parent) f.needsOuterScope = true;
  }

  protected reference(name: string, start: number, use: number): void {
    if (name === 'arguments') this.func.owner.mentionsArguments = true;
    this.scope.references.push({ name, start, use, func: this.func, via: null });
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
