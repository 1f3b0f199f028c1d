// Source text -> templates: the front end as others see it.
//
// Takes the text of a script, of a module, or of a file of the self-hosted library; gives a template that the verifier accepts, or
// throws a SourceError with a code frame.
import type { BlockStatement, ExpressionStatement, FunctionDeclaration, FunctionExpression, Identifier, Program, Statement } from 'acorn';
import { analyse, analyseModule } from '../scope/analyse.ts';
import type { EvalContext } from '../scope/eval-context.ts';
import type { ModuleShape } from '../scope/module-shape.ts';
import type { FunctionInfo } from '../scope/scope.ts';
import { SourceError } from '../source/diagnostics.ts';
import { LineTable } from '../source/lines.ts';
import { parseFunctionBody, parseModule, parseScript, tooDeep, type Surroundings } from '../source/parse.ts';
import { compileEvalProgram, compileFunction, compileModuleProgram, compileProgram } from './compile-function.ts';
import type { Unit } from './compile-function.ts';
import type { Template } from './template.ts';

export interface CompileOptions {
  /** Part of the library: strict, free names are intrinsics, Call and Construct are instructions. */
  readonly selfHosted?: boolean;
  /** The template returns the completion value of the script (the default); else undefined. */
  readonly completionValue?: boolean;
}

/** The text of a module. Its template runs when the module is evaluated (runtime/module-record.ts). */
export function compileModule(text: string, name: string): Template {
  return guarded(text, name, () => {
    const program = parseModule(text, name);
    const analysis = analyseModule(program, text, name);
    const unit = { source: { name, text }, text, lines: new LineTable(text), analysis, selfHosted: false };
    return compileModuleProgram(unit, analysis.module as ModuleShape);
  });
}

/** Parameters of the function that a CommonJS module is the body of. */
const COMMON_JS_PARAMETERS = ['exports', 'require', 'module', '__filename', '__dirname'];

/** The text of a CommonJS module: the template of a function, whose closures are made without a scope. */
export function compileCommonJs(text: string, name: string): Template {
  return guarded(text, name, () => {
    const program = parseFunctionBody(text, name);
    // No identifier of the text stands at its end, and simple parameters are found by their names.
    const place = { start: text.length, end: text.length };
    const params = COMMON_JS_PARAMETERS.map((parameter): Identifier => ({ type: 'Identifier', name: parameter, ...place }));
    const body: BlockStatement = { type: 'BlockStatement', body: program.body as Statement[], start: 0, end: text.length };
    const node: FunctionExpression = { type: 'FunctionExpression', params, body, expression: false, generator: false, async: false, start: 0, end: text.length };
    const statement: ExpressionStatement = { type: 'ExpressionStatement', expression: node, start: 0, end: text.length };
    const analysis = analyse({ ...program, body: [statement] }, text, name);
    const unit = { source: { name, text }, text, lines: new LineTable(text), analysis, selfHosted: false };
    return compileFunction(unit, analysis.functions.get(node) as FunctionInfo, '');
  });
}

export function compileScript(text: string, name: string, options: CompileOptions = {}): Template {
  return guarded(text, name, () => compileProgram(unitOf(text, name, options.selfHosted === true), options.completionValue !== false));
}

function unitOf(text: string, name: string, selfHosted: boolean): Unit {
  const program = parseScript(text, name, { strict: selfHosted });
  return {
    source: { name, text },
    text,
    lines: new LineTable(text),
    analysis: analyse(program, text, name, { strict: selfHosted }),
    selfHosted,
  };
}

/** What an eval is told beside its text. */
export interface EvalOptions {
  /** Of a direct eval: the code around; null: the text runs in the global scope. */
  readonly context: EvalContext | null;
}

/** The text of an eval (19.2.1.1 PerformEval, what is done before it runs). */
export function compileEval(text: string, name: string, { context }: EvalOptions): Template {
  return guarded(text, name, () => {
    const program = parseScript(text, name, { strict: context?.strict === true, hashbang: true, around: context === null ? undefined : surroundings(context) });
    return compileEvalProgram({
      source: { name, text },
      text,
      lines: new LineTable(text),
      analysis: analyse(program, text, name, { isEval: true, context }),
      selfHosted: false,
    });
  });
}

function surroundings({ owner, scopes }: EvalContext): Surroundings {
  const isMethod = owner === 'method' || owner === 'class' || owner === 'derived' || owner === 'initializer';
  return {
    newTarget: isMethod || owner === 'function',
    superProperty: isMethod,
    superCall: owner === 'derived',
    privateNames: scopes.flatMap(({ bindings }) => bindings.filter((b) => b.kind === 'private').map((b) => b.name)),
  };
}

/** The kinds of functions that constructors make from texts, as their source begins. */
export type DynamicFunctionKind = 'function' | 'function*' | 'async function' | 'async function*';

/**
 * 20.2.1.1.1 CreateDynamicFunction, steps 12 to 30: the template of a function whose parameters and body are given as texts. Each
 * of them has to be right by itself, or one could end in the middle of the other.
 */
export function compileDynamicFunction(kind: DynamicFunctionKind, parameters: string, body: string): Template {
  const name = '<anonymous>';
  const text = `${kind} anonymous(${parameters}\n) {\n${body}\n}`;
  return guarded(text, name, () => {
    functionIn(`${kind} anonymous(\n) {\n${body}\n}`, name);
    functionIn(`${kind} anonymous(${parameters}\n) {\n}`, name);
    const { program, node } = functionIn(text, name);
    const unit: Unit = { source: { name, text }, text, lines: new LineTable(text), analysis: analyse(program, text, name), selfHosted: false };
    return compileFunction(unit, unit.analysis.functions.get(node) as FunctionInfo, 'anonymous');
  });
}

/** The function declaration that a text consists of. */
function functionIn(text: string, name: string): { program: Program; node: FunctionDeclaration } {
  const program = parseScript(text, name, { hashbang: false });
  const [node] = program.body;
  if (program.body.length !== 1 || node.type !== 'FunctionDeclaration' || node.end !== text.length) {
    throw new SourceError('Unexpected token', name, text, node.end);
  }
  return { program, node };
}

/** The compiler recurses over the nesting of the text; one that is too deep for the host's stack is refused. */
function guarded<T>(text: string, name: string, compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    if (error instanceof RangeError) throw new SourceError(tooDeep, name, text, 0);
    throw error;
  }
}

/**
 * A file of the library: function declarations only. Gives a template for each by its name; they see each other as intrinsics.
 * Directives at the start of a function say what its declaration cannot: 'constructor' (it may be constructed; others are
 * methods), 'name: get size' and 'length: 1' (other than declared).
 */
export function compileLibrary(text: string, name: string): Map<string, Template> {
  return guarded(text, name, () => {
    const unit = unitOf(text, name, true);
    const templates = new Map<string, Template>();
    const program = unit.analysis.script.node as Program;
    for (const statement of program.body as Statement[]) {
      if (statement.type !== 'FunctionDeclaration') {
        throw new SourceError('a library file consists of function declarations', name, text, statement.start);
      }
      templates.set(statement.id.name, libraryFunction(unit, statement));
    }
    return templates;
  });
}

function libraryFunction(unit: Unit, node: FunctionDeclaration): Template {
  let name = node.id.name;
  let length = -1;
  let isConstructor = false;
  for (const statement of node.body.body) {
    if (statement.type !== 'ExpressionStatement' || statement.directive === undefined) break;
    const { directive } = statement;
    if (directive === 'constructor') isConstructor = true;
    else if (directive.startsWith('name: ')) name = directive.slice('name: '.length);
    else if (directive.startsWith('length: ')) length = Number(directive.slice('length: '.length));
  }
  const template = compileFunction(unit, unit.analysis.functions.get(node) as FunctionInfo, name);
  return { ...template, kind: isConstructor ? 'function' : 'method', length: length >= 0 ? length : template.length };
}
