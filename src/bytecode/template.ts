// A template: what the compiler makes of one function (or script or module), independent of any realm.
//
// Templates are immutable once verified and can be shared between VMs; a realm links a template (runtime/linked.ts) to
// get a copy of its code with counters and its names resolved. Everything in a template can be written to a file
// (encoding.ts) and read back, so there is no host function and no AST node in it; that of a function which has not been called yet
// keeps these behind it until somebody reads its code (lazy.ts).

import type { EvalContext } from '../scope/eval-context.ts';

export type FunctionKind =
  | 'script'
  | 'module'
  | 'function' // function declaration or expression: callable and constructible
  | 'arrow'
  | 'method' // method, getter or setter: callable, not constructible
  | 'class' // constructor of a class without heritage
  | 'derived' // constructor of a class with heritage
  | 'initializer' // field initialisers or a static block of a class; called by the class machinery only
  | 'eval'; // the text of an eval; made when the program runs, so it stands in no file

/** The names of a scope's slots, in order. `lexical[i]`: slot i starts empty (in its temporal dead zone), else undefined. */
export interface ScopeShape {
  readonly names: readonly string[];
  readonly lexical: readonly boolean[];
}

export type Constant =
  | number
  | string
  | bigint
  /** The keys of an object literal, guest names in order of definition. */
  | { readonly type: 'keys'; readonly keys: readonly string[] }
  | { readonly type: 'regexp'; readonly source: string; readonly flags: string }
  /** A tagged template; a cooked string is undefined where the escape is malformed. */
  | { readonly type: 'template'; readonly cooked: readonly (string | undefined)[]; readonly raw: readonly string[] }
  /** What GlobalDeclarationInstantiation needs to know of a script; functions are defined by DefineGlobalFunction after it. */
  | {
      readonly type: 'globals';
      readonly lets: readonly string[];
      readonly consts: readonly string[];
      readonly vars: readonly string[];
      readonly functions: readonly string[];
      /** Names of functions in blocks, hoisted by Annex B.3.3.2 where this makes no conflict. */
      readonly annexB: readonly string[];
    }
  /** What a direct eval knows of the code around. */
  | EvalContext;

/** Where a template comes from. Shared by all templates of one source text. */
export interface SourceInfo {
  /** File name as shown in stack traces. */
  readonly name: string;
  /** The source text; empty if it was not kept. */
  readonly text: string;
}

/** Covers the instructions with start <= pc < end. Handlers are listed innermost first. */
export interface Handler {
  readonly start: number;
  readonly end: number;
  /** Word index of the Block where control goes. */
  readonly target: number;
  /** Register that receives the exception. */
  readonly register: number;
}

/** What a module asks for: its specifier and attributes, sorted by key. Positions are of the source, line from 1, column from 0. */
export interface ModuleRequest {
  readonly specifier: string;
  readonly attributes: readonly (readonly [key: string, value: string])[];
  readonly line: number;
  readonly column: number;
}

/** `local` is the binding `name` of the module that request `request` asks for; null: its namespace object. */
export interface ImportEntry {
  readonly request: number;
  readonly name: string | null;
  readonly local: string;
  readonly line: number;
  readonly column: number;
}

/** What a module exports as `name` is the binding `imported` of another one; null: its namespace object. */
export interface IndirectExport {
  readonly name: string;
  readonly request: number;
  readonly imported: string | null;
  readonly line: number;
  readonly column: number;
}

/** The Source Text Module Record of a module, as far as its text says it (ECMA-262 16.2.1.6). */
export interface ModuleTables {
  readonly requests: readonly ModuleRequest[];
  readonly imports: readonly ImportEntry[];
  readonly localExports: readonly { readonly name: string; readonly local: string }[];
  readonly indirectExports: readonly IndirectExport[];
  /** `export * from`: indexes of the requests. */
  readonly starExports: readonly number[];
  /** Bindings in cells of its environment; those that only its top level uses are in registers and not listed. */
  readonly lets: readonly string[];
  readonly consts: readonly string[];
  readonly vars: readonly string[];
  /** Functions, whose closures are made when the module is linked. */
  readonly functions: readonly { readonly name: string; readonly template: number }[];
}

export interface Template {
  /** Name of the function as `f.name` gives it; empty if anonymous. */
  readonly name: string;
  readonly kind: FunctionKind;
  readonly strict: boolean;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** r[1] to r[parameterCount] receive the arguments (undefined where missing); r[0] is `this`. */
  readonly parameterCount: number;
  /** The function's `length`. */
  readonly length: number;
  readonly registerCount: number;
  /** It contains CreateArguments, CreateMappedArguments or CreateRest, so activations keep their arguments. */
  readonly usesArguments: boolean;
  /** It contains LoadNewTarget. */
  readonly usesNewTarget: boolean;
  /** Per parameter the slot of its mapped-arguments binding in the scope given to CreateMappedArguments, or -1; empty if unused. */
  readonly mappedSlots: readonly number[];
  /** Part of the self-hosted library: not shown in stack traces by its own source position, LoadIntrinsic is allowed. */
  readonly selfHosted: boolean;
  readonly code: Int32Array;
  readonly constants: readonly Constant[];
  readonly names: readonly string[];
  readonly scopes: readonly ScopeShape[];
  readonly children: readonly Template[];
  readonly handlers: readonly Handler[];
  /** Per call site the source text of its callee, for "X is not a function". */
  readonly siteNames: readonly string[];
  /** Triples (pc, line, column), sorted by pc: the source position of the instructions from pc on. Line from 1, column from 0. */
  readonly positions: Int32Array;
  /**
   * Pcs of reads of slots, from the scope that the closure was made in upwards, that keep for good what they hold once it is neither undefined nor empty. Not in bytecode files: what
   * those said could not be checked.
   */
  readonly fixedReads?: ReadonlySet<number> | undefined;
  readonly source: SourceInfo;
  /** Range of the function's text in source.text, for Function.prototype.toString. */
  readonly start: number;
  readonly end: number;
  /** Of kind `module` only. */
  readonly module?: ModuleTables;
}

/** Source position of the instruction at `pc`: the last triple at or before it. */
export function positionAt(template: Template, pc: number): { line: number; column: number } {
  const p = template.positions;
  let low = 0;
  let high = p.length / 3 - 1;
  if (high < 0) return { line: 1, column: 0 };
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (p[3 * middle] <= pc) low = middle;
    else high = middle - 1;
  }
  return { line: p[3 * low + 1], column: p[3 * low + 2] };
}

/** True for the templates whose closures have a [[Construct]]. */
export function isConstructible(template: Template): boolean {
  const { kind } = template;
  return (kind === 'function' && !template.isAsync && !template.isGenerator) || kind === 'class' || kind === 'derived';
}

/** True for the templates whose activations are suspended and resumed. */
export function isCoroutine(template: Template): boolean {
  return template.isAsync || template.isGenerator;
}

/** The innermost handler that covers `pc`. */
export function handlerAt(template: Template, pc: number): Handler | undefined {
  for (const handler of template.handlers) if (pc >= handler.start && pc < handler.end) return handler;
  return undefined;
}
