// What the scope analysis says of a program: its functions, scopes and bindings, and where each binding lives.
//
// Plain data, filled by analyse.ts and read by the code generator. A binding lives in a register of its function, or, if
// an inner function uses it, in a numbered slot of the scope object of its scope. A scope without captured bindings has
// no object and costs nothing. Names that no scope binds are globals (in self-hosted code: intrinsics).
//
// The fields `register` of Binding and Scope are the code generator's: registers are given and taken back as blocks are
// entered and left, each function being compiled once.
import type { ArrowFunctionExpression, Class, Expression, FunctionDeclaration, FunctionExpression, Program, PropertyDefinition, StaticBlock } from 'acorn';
import type { ModuleShape } from './module-shape.ts';

export type BindingKind =
  | 'var'
  | 'parameter'
  | 'function' // function declaration, of a body or of a block
  | 'let'
  | 'const'
  | 'class' // class declaration, as its surroundings see it
  | 'catch'
  | 'arguments'
  | 'self' // the own name of a function expression
  | 'classname' // the immutable name of a class inside it
  | 'import' // an imported name
  | 'private' // a private name; its value is what NewPrivateName makes
  | 'hidden'; // this, new.target, home object and active function for arrow functions; computed keys of fields

// Most scopes bind nothing, and most bindings are assigned once: they share what is empty.
const NO_BINDINGS: ReadonlyMap<string, Binding> = new Map();
const NONE: readonly never[] = [];

/** The list with an element more; the shared empty one is not touched. */
function appended<T>(list: readonly T[], element: T): readonly T[] {
  if (list.length === 0) return [element];
  (list as T[]).push(element);
  return list;
}

/** Kinds of bindings that only their initialisation sets, if nothing assigns to them. */
const fixedKinds: ReadonlySet<BindingKind> = new Set(['function', 'let', 'const', 'class', 'self', 'classname', 'catch']);

export class Binding {
  readonly name: string;
  readonly kind: BindingKind;
  readonly scope: Scope;
  /** An inner function uses it: it lives in a slot. */
  captured = false;
  /** Some identifier refers to it. */
  isUsed = false;
  /** Offsets of the identifiers that assign to it, beside its initialisation; not in order. */
  assignments: readonly number[] = NONE;
  /** kind 'var': offset of its first declarator with a value that an activation evaluates at most once; -1: there is none. */
  valueAt = -1;
  /** It is in its temporal dead zone before this offset; -1: never. */
  initEnd = -1;
  /** Offsets from here on say nothing about order: another case of the same switch. */
  orderEnd = Number.MAX_SAFE_INTEGER;
  /** It is initialised already in this part of the pattern that declares it. */
  patternInit = 0;
  patternEnd = 0;
  /** It lives in a cell of the module's environment: a binding of a module that is exported, or used by a function in it. */
  isCell = false;
  /** Some access has to check for the dead zone, so it has to start empty. */
  checked = false;
  /** Slot in the scope object, or -1. */
  slot = -1;
  register = -1;
  /** var of a body that has a parameter scope of its own: the parameter whose value it starts with. */
  initialFrom: Binding | null = null;
  /** It alone holds some closure (order.ts): where it is used first in its function, and the closures there that use it. */
  isHolder = false;
  firstUse = Number.MAX_SAFE_INTEGER;
  usedBy: readonly FunctionInfo[] = NONE;
  /** kind 'const': the literal (or negated number) that it stands for, wherever it is initialised. */
  literal: Expression | null = null;
  /** kind 'private': 0 field, 1 method, 2 accessor. */
  privateKind = 0;
  /** kind 'private': it belongs to the class itself, not to its instances. */
  isStatic = false;
  /** kind 'parameter': number of the parameter, from 0; -1 for names inside patterns and rest parameters. */
  parameter = -1;
  /** Its number in Analysis.bindings; 0 until something refers to it. */
  index = 0;
  /** kind 'catch': the parameter is a plain name, which `var` and block functions may repeat (Annex B.3.4). */
  simpleCatch = false;

  constructor(name: string, kind: BindingKind, scope: Scope) {
    this.name = name;
    this.kind = kind;
    this.scope = scope;
  }

  assignedAt(offset: number): void {
    this.assignments = appended(this.assignments, offset);
  }

  isUsedBy(user: FunctionInfo): void {
    if (this.usedBy.at(-1) !== user) this.usedBy = appended(this.usedBy, user);
  }

  /** It goes to a slot. */
  capture(): void {
    this.captured = true;
    this.scope.hasCaptured = true;
  }

  /**
   * Once it holds anything but undefined it holds that for as long as its scope object lives: it has one value in each, which its function gives it. (Parameters that an arguments object
   * may assign to are not counted, nor is what eval code can see.)
   */
  get isFixed(): boolean {
    const { assignments, kind, scope } = this;
    if (scope.hasEval) return false;
    if (kind === 'var') return assignments.length === 1 && assignments[0] === this.valueAt && this.initialFrom === null;
    return assignments.length === 0 && (fixedKinds.has(kind) || (kind === 'parameter' && !scope.func.mappedArguments));
  }

  /** Whether an identifier in [start, end) assigns to it. */
  assignedWithin(start: number, end: number): boolean {
    const { assignments } = this;
    for (let i = 0; i < assignments.length; i++) {
      if (assignments[i] >= start && assignments[i] < end) return true;
    }
    return false;
  }
}

export type ScopeKind =
  | 'script' // binds nothing but captured `this`: declarations of a script are globals
  | 'module' // imports and declarations of a module: in cells, or in registers where only the top level uses them
  | 'function' // parameters, and the body too unless there are parameter expressions
  | 'body' // vars and declarations of a body whose parameters have expressions
  | 'block'
  | 'loop' // the names of a for head
  | 'catch' // the parameter of a catch clause
  | 'switch'
  | 'class'
  | 'static' // a static block: a scope for vars
  | 'with' // binds nothing but the hidden object of a with statement
  | 'eval'; // declarations of eval code

export class Scope {
  readonly kind: ScopeKind;
  readonly parent: Scope | null;
  readonly func: FunctionInfo;
  bindings: ReadonlyMap<string, Binding> = NO_BINDINGS;
  /** A binding of it is captured. */
  hasCaptured = false;
  /** Captured bindings in the order of their slots; known once the scope has been left by the analysis. */
  slots: readonly Binding[] = NONE;
  /** The analysis' own: where its references begin. */
  firstReference = 0;
  /** kind 'loop': a closure in the initialiser (for) or the expression looped over (for-in, for-of) may use the names. */
  usedInHead = false;
  /** kind 'class': pairs of offsets of the heritage and the computed keys, where the class name is still in its dead zone. */
  headRanges: readonly number[] = NONE;
  /** kind 'class': private names before this offset (in the heritage) belong to the classes around. */
  heritageEnd = -1;
  /** Where the closures of the function declarations in it are made. */
  hoistedAt = 0;
  /** A direct eval stands in it or further inside, so all its bindings live in slots. */
  hasEval = false;
  /**
   * The binding of an object that is asked for each name that the scope does not bind, before the scopes around: that of a with
   * statement, or the variables that direct evals have declared in a function.
   */
  dynamic: Binding | null = null;
  /** kind 'function': the body has a scope of its own. */
  isSeparate = false;
  register = -1;

  constructor(kind: ScopeKind, parent: Scope | null, func: FunctionInfo) {
    this.kind = kind;
    this.parent = parent;
    this.func = func;
  }

  bind(binding: Binding): void {
    if (this.bindings === NO_BINDINGS) this.bindings = new Map();
    (this.bindings as Map<string, Binding>).set(binding.name, binding);
  }

  /** Gives the binding the next slot. */
  addSlot(binding: Binding): void {
    binding.slot = this.slots.length;
    this.slots = appended(this.slots, binding);
  }
}

/** How an identifier is used. */
export const Use = {
  read: 0,
  assign: 1,
  /** The object of `arguments[e]` or `arguments.length`: a use that cannot change the arguments nor let them out. */
  argumentsRead: 2,
} as const;

export type FunctionNode = FunctionDeclaration | FunctionExpression | ArrowFunctionExpression;

/** What runs as one activation: a script, a module, a function, or the initialisers of a class. */
export class FunctionInfo {
  readonly node: FunctionNode | Program | Class;
  readonly kind: 'script' | 'module' | 'function' | 'arrow' | 'method' | 'class' | 'derived' | 'initializer' | 'eval';
  readonly strict: boolean;
  /** An async function, or a module that awaits at its top level. */
  isAsync: boolean;
  readonly isGenerator: boolean;
  readonly parent: FunctionInfo | null;
  /** Scope in which its closures are made. */
  readonly outerScope: Scope | null;
  /** The nearest function that has a `this` of its own; itself unless it is an arrow function or the code of a direct eval. */
  readonly owner: FunctionInfo;
  /** Parameters, arguments, captured pseudo-variables. */
  readonly scope: Scope;
  /** vars and top-level declarations; the same as `scope` unless parameters have expressions. */
  bodyScope: Scope;
  /** Offset at which its closures are made: its own, or where the block begins that it is a declaration of. */
  createdAt: number;
  /** The binding through which alone its closures can be reached, if there is one. */
  holder: Binding | null = null;
  /** Its bindings, in whatever scope, that alone hold some closure. */
  holders: readonly Binding[] = NONE;
  simpleParameters = true;
  /** Number of functions around it. */
  readonly depth: number;
  /** Depth of the outermost function whose slots it, or a function in it, uses. */
  reach: number;
  usesThis = false;
  /** super.x or super() in it or in its arrow functions. */
  usesHome = false;
  /** It needs a register that stays undefined: calls without receiver and the like. */
  usesUndefined = false;
  /** kind 'derived': super() is called by an arrow function, so `this` may change under the constructor's feet. */
  superCallInArrow = false;
  /** kind 'derived': offset from which on `this` is initialised for certain. */
  thisInitialisedAt = 0;
  /** Hidden bindings for its arrow functions. */
  thisBinding: Binding | null = null;
  newTargetBinding: Binding | null = null;
  homeBinding: Binding | null = null;
  calleeBinding: Binding | null = null;
  /** The arguments object's binding, if the function makes one. */
  argumentsBinding: Binding | null = null;
  /** The arguments object must be the mapped one. */
  mappedArguments = false;
  /** kind 'function': the own name of the function expression, if used. */
  selfBinding: Binding | null = null;
  /** The class that it is the constructor of. */
  classInfo: ClassInfo | null = null;
  /** Loops of it around the place that the analysis has got to. */
  openLoops = 0;
  /** The name `arguments` occurs in it or in its arrow functions. */
  mentionsArguments = false;
  /** A direct eval stands in it or in a function in it. */
  hasEval = false;
  /** Its place in Analysis.functions, if it is there. */
  number = 0;
  /** It, or a function in it, is nested so deeply that compiling it may take much of the host's stack. */
  isDeep = false;

  constructor(
    node: FunctionNode | Program | Class,
    kind: FunctionInfo['kind'],
    strict: boolean,
    outerScope: Scope | null,
    createdAt: number,
  ) {
    this.node = node;
    this.kind = kind;
    this.strict = strict;
    this.isAsync = 'async' in node && node.async;
    this.isGenerator = 'generator' in node && node.generator;
    this.outerScope = outerScope;
    this.parent = outerScope === null ? null : outerScope.func;
    this.owner = (kind === 'arrow' || kind === 'eval') && this.parent !== null ? this.parent.owner : this;
    this.createdAt = createdAt;
    this.depth = this.parent === null ? 0 : this.parent.depth + 1;
    this.reach = this.depth;
    this.scope = new Scope(kind === 'script' || kind === 'module' || kind === 'eval' ? kind : 'function', outerScope, this);
    this.bodyScope = this.scope;
  }

  addHolder(binding: Binding): void {
    this.holders = appended(this.holders, binding);
  }

  /** It, or a function in it, uses a slot outside of it. */
  get needsOuterScope(): boolean {
    return this.reach < this.depth;
  }
}

export interface ClassInfo {
  readonly node: Class;
  readonly scope: Scope;
  readonly isDerived: boolean;
  /** Runs the instance fields (and brands for private methods); null if there are none. */
  instance: FunctionInfo | null;
  /** Runs the static fields and blocks. */
  static: FunctionInfo | null;
  /** Where the computed keys of fields are kept. */
  readonly fieldKeys: Map<PropertyDefinition, Binding>;
  readonly staticBlocks: Map<StaticBlock, Scope>;
}

/** The declarations of a script, which are globals. */
export interface GlobalNames {
  readonly lets: string[];
  readonly consts: string[];
  readonly vars: string[];
  readonly functions: FunctionDeclaration[];
  readonly annexB: string[];
}

/** What sloppy eval code declares in the function around it. */
export interface EvalNames {
  /** The binding of the function's object of such variables. */
  readonly target: Binding;
  /** Names that the function does not bind itself, those of functions included. */
  readonly names: readonly string[];
  readonly functions: readonly FunctionDeclaration[];
}

export interface Analysis {
  /** The script or module. */
  readonly script: FunctionInfo;
  readonly globals: GlobalNames;
  /** What a module imports, exports and declares; null for a script. */
  readonly module: ModuleShape | null;
  /** Of sloppy eval code in a function; else null. */
  readonly evalNames: EvalNames | null;
  readonly functions: ReadonlyMap<object, FunctionInfo>;
  readonly classes: ReadonlyMap<object, ClassInfo>;
  /** Scopes by the node that opens them: blocks, loops, switches, catch clauses. Nodes that bind nothing are missing. */
  readonly scopes: ReadonlyMap<object, Scope>;
  /**
   * Function declarations of blocks that also assign a var when evaluated (Annex B.3.3); null: a global; the binding of the object of
   * variables of evals: a variable in it.
   */
  readonly annexB: ReadonlyMap<object, Binding | null>;
  /** By the offset of an identifier: the bindings of objects to be asked before what `resolution` says, innermost first. */
  readonly dynamics: ReadonlyMap<number, readonly Binding[]>;
  readonly bindings: readonly Binding[];
  /** By the offset of an identifier: 0 for a global, n for bindings[n], -n if the access has to check the dead zone. */
  readonly resolution: Int32Array;
}

/** True if the binding has a dead zone at all. */
export function isLexical(binding: Binding): boolean {
  return binding.initEnd >= 0;
}

/** True if assigning to the binding is an error or, for a function's own name in sloppy code, nothing. */
export function isImmutable(binding: Binding): boolean {
  return binding.kind === 'const' || binding.kind === 'classname' || binding.kind === 'self' || binding.kind === 'import';
}
