// Functions that are compiled when they are first called.
//
// Takes, from the compiler, functions of a text that has been parsed and analysed as a whole, so that everything that is wrong with it has
// been reported; gives templates that know at once what a closure shows of itself, and that compile the function when somebody reads
// more of them. What they give does not depend on when that happens.
//
// Until then the syntax tree of the text is kept, which takes several times as much memory as bytecode. If too much of that comes together, the
// trees of the oldest texts are dropped: at the next first call such a text is parsed again, and all of its functions are compiled, so
// no text is parsed more than twice.
import type { FunctionInfo } from '../scope/scope.ts';
import type { Analysis } from '../scope/scope.ts';
import type { Unit } from './compile-function.ts';
import type { Constant, FunctionKind, Handler, ScopeShape, SourceInfo, Template } from './template.ts';

/** What is known of a function before it is compiled. */
export type TemplateHead = Pick<Template, 'name' | 'kind' | 'strict' | 'isAsync' | 'isGenerator' | 'parameterCount' | 'length' | 'start' | 'end'>;

/** The compiler of one function (compileFunction). */
type Compile = (unit: Unit, info: FunctionInfo, name: string, start: number, end: number) => Template;

export class LazyTemplate implements Template {
  readonly name: string;
  readonly kind: FunctionKind;
  readonly strict: boolean;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  readonly parameterCount: number;
  readonly length: number;
  readonly selfHosted = false;
  readonly source: SourceInfo;
  readonly start: number;
  readonly end: number;
  /** Its number in the analysis of the text. */
  readonly number: number;
  private readonly text: LazyText;
  private compiled: Template | null = null;

  constructor(text: LazyText, source: SourceInfo, number: number, head: TemplateHead) {
    this.name = head.name;
    this.kind = head.kind;
    this.strict = head.strict;
    this.isAsync = head.isAsync;
    this.isGenerator = head.isGenerator;
    this.parameterCount = head.parameterCount;
    this.length = head.length;
    this.source = source;
    this.start = head.start;
    this.end = head.end;
    this.number = number;
    this.text = text;
    text.add(this);
  }

  get isCompiled(): boolean {
    return this.compiled !== null;
  }

  /** Its syntax tree is there; else compiling it means parsing its text once more. */
  get hasTree(): boolean {
    return this.text.hasTree;
  }

  private get body(): Template {
    if (this.compiled === null) this.text.compile(this);
    return this.compiled as Template;
  }

  /** For the text: what the function has been compiled to. */
  finish(template: Template): void {
    this.compiled = template;
  }

  get registerCount(): number {
    return this.body.registerCount;
  }
  get usesArguments(): boolean {
    return this.body.usesArguments;
  }
  get usesNewTarget(): boolean {
    return this.body.usesNewTarget;
  }
  get mappedSlots(): readonly number[] {
    return this.body.mappedSlots;
  }
  get code(): Int32Array {
    return this.body.code;
  }
  get constants(): readonly Constant[] {
    return this.body.constants;
  }
  get names(): readonly string[] {
    return this.body.names;
  }
  get scopes(): readonly ScopeShape[] {
    return this.body.scopes;
  }
  get children(): readonly Template[] {
    return this.body.children;
  }
  get handlers(): readonly Handler[] {
    return this.body.handlers;
  }
  get siteNames(): readonly string[] {
    return this.body.siteNames;
  }
  get positions(): Int32Array {
    return this.body.positions;
  }
  get fixedReads(): ReadonlySet<number> | undefined {
    return this.body.fixedReads;
  }
}

/** A text with functions that are not compiled yet. */
export class LazyText {
  private unit: Unit | null = null;
  /** The functions of `unit` by their numbers. */
  private functions: FunctionInfo[] = [];
  private readonly waiting = new Set<LazyTemplate>();
  private readonly shared: Omit<Unit, 'analysis' | 'later'>;
  private readonly analyse: () => Analysis;
  private readonly compileFunction: Compile;

  /** `analyse` parses and analyses the text. */
  constructor(shared: Omit<Unit, 'analysis' | 'later'>, analyse: () => Analysis, compileFunction: Compile) {
    this.shared = shared;
    this.analyse = analyse;
    this.compileFunction = compileFunction;
  }

  get size(): number {
    return this.shared.text.length;
  }

  get hasTree(): boolean {
    return this.unit !== null;
  }

  /** Parses and analyses the text, and compiles its top level by `top`. */
  load(top: (unit: Unit) => Template): Template {
    const unit = this.open();
    const template = top(unit);
    if (this.waiting.size === 0) this.drop();
    else if (!unit.analysis.script.isDeep) keepTree(this);
    return template;
  }

  private open(): Unit {
    const unit: Unit = { ...this.shared, analysis: this.analyse(), later: this };
    this.unit = unit;
    this.functions = [...unit.analysis.functions.values()];
    return unit;
  }

  /** Forgets the syntax tree. */
  drop(): void {
    this.unit = null;
    this.functions = [];
  }

  add(template: LazyTemplate): void {
    this.waiting.add(template);
  }

  compile(template: LazyTemplate): void {
    if (this.unit !== null) this.compileWith(this.unit, template);
    else {
      const unit = this.open();
      // Those inside of it join those that wait.
      for (const each of this.waiting) this.compileWith(unit, each);
    }
    if (this.waiting.size === 0) this.drop();
  }

  private compileWith(unit: Unit, template: LazyTemplate): void {
    try {
      template.finish(this.compileFunction(unit, this.functions[template.number], template.name, template.start, template.end));
    } catch (error) {
      // The compiler has left its marks in the tree.
      this.drop();
      throw error;
    }
    this.waiting.delete(template);
  }
}

/** Syntax trees are kept of so many characters of text in all, and of the last text in any case. */
const KEPT_CHARACTERS = 1 << 22;

/** The texts whose trees are kept, the latest last. They belong to their templates, which may be gone. */
let kept: WeakRef<LazyText>[] = [];
let keptSinceSweep = 0;

function keepTree(text: LazyText): void {
  kept.push(new WeakRef(text));
  keptSinceSweep += text.size;
  if (keptSinceSweep < KEPT_CHARACTERS >> 2) return;
  keptSinceSweep = 0;
  let total = 0;
  const still: WeakRef<LazyText>[] = [];
  for (const ref of kept.reverse()) {
    const each = ref.deref();
    if (each?.hasTree !== true) continue;
    total += each.size;
    if (total <= KEPT_CHARACTERS || each === text) still.push(ref);
    else each.drop();
  }
  kept = still.reverse();
}
