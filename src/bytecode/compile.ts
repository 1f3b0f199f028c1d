// Source text -> templates: the front end as others see it.
//
// Takes the text of a script, of a module, or of a file of the self-hosted library; gives a template that the verifier accepts, or
// throws a SourceError with a code frame.
import type { BlockStatement, ExpressionStatement, FunctionDeclaration, FunctionExpression, Identifier, Program, Statement } from 'acorn';
import { analyse, analyseModule } from '../scope/analyse.ts';
import type { EvalContext } from '../scope/eval-context.ts';
import type { ModuleShape } from '../scope/module-shape.ts';
import type { Analysis, FunctionInfo } from '../scope/scope.ts';
import { SourceError, tooDeep, unexpected } from '../source/diagnostics.ts';
import { LineTable } from '../source/lines.ts';
import { parseFunctionBody, parseModule, parseScript, type Surroundings } from '../source/parse.ts';
import { isKeyword } from '../source/tokenizer.ts';
import { compileFunction, type Unit } from './compile-function.ts';
import { compileEvalProgram, compileModuleProgram, compileProgram } from './compile-program.ts';
import { LazyText } from './lazy.ts';
import type { Template } from './template.ts';

/** When functions are compiled. */
export interface LazinessOptions {
  /** At their first call (the default), or as soon as somebody looks at the code of their templates (lazy.ts); else with the text. */
  readonly lazy?: boolean;
}

export interface CompileOptions extends LazinessOptions {
  /** The template returns the completion value of the script (the default); else undefined. */
  readonly completionValue?: boolean;
}

/** A text to be compiled. */
interface Task extends LazinessOptions {
  readonly text: string;
  readonly name: string;
  readonly analyse: () => Analysis;
  /** Compiles the top level. */
  readonly top: (unit: Unit) => Template;
}

function compiled({ text, name, lazy, analyse, top }: Task): Template {
  return guarded(text, name, () => {
    const shared = { source: { name, text }, text, lines: new LineTable(text), selfHosted: false };
    if (lazy !== false) return new LazyText(shared, analyse, compileFunction).load(top);
    return top({ ...shared, analysis: analyse(), later: null });
  });
}

/** The text of a module. Its template runs when the module is evaluated (runtime/module-record.ts). */
export function compileModule(text: string, name: string, { lazy }: LazinessOptions = {}): Template {
  return compiled({
    text, name, lazy,
    analyse: () => analyseModule(parseModule(text, name), text, name),
    top: (unit) => compileModuleProgram(unit, unit.analysis.module as ModuleShape),
  });
}

/** Parameters of the function that a CommonJS module is the body of. */
const COMMON_JS_PARAMETERS = ['exports', 'require', 'module', '__filename', '__dirname'];

/** The text of a CommonJS module: the template of a function, whose closures are made without a scope. */
export function compileCommonJs(text: string, name: string, { lazy }: LazinessOptions = {}): Template {
  return compiled({
    text, name, lazy,
    analyse: () => {
      const program = parseFunctionBody(text, name);
      // No identifier of the text stands at its end, and simple parameters are found by their names.
      const place = { start: text.length, end: text.length };
      const params = COMMON_JS_PARAMETERS.map((parameter): Identifier => ({ type: 'Identifier', name: parameter, ...place }));
      const body: BlockStatement = { type: 'BlockStatement', body: program.body as Statement[], start: 0, end: text.length };
      const node: FunctionExpression = { type: 'FunctionExpression', params, body, expression: false, generator: false, async: false, start: 0, end: text.length };
      const statement: ExpressionStatement = { type: 'ExpressionStatement', expression: node, start: 0, end: text.length };
      return analyse({ ...program, body: [statement] }, text, name);
    },
    top: (unit) => compileFunction(unit, outermost(unit), ''),
  });
}

/** The function that the text, or its only statement, is. */
function outermost({ analysis }: Unit): FunctionInfo {
  const [, info] = analysis.functions.values();
  return info;
}

export function compileScript(text: string, name: string, { completionValue, lazy }: CompileOptions = {}): Template {
  return compiled({
    text, name, lazy,
    analyse: () => analyse(parseScript(text, name), text, name),
    top: (unit) => compileProgram(unit, completionValue !== false),
  });
}

/** What an eval is told beside its text. */
export interface EvalOptions extends LazinessOptions {
  /** Of a direct eval: the code around; null: the text runs in the global scope. */
  readonly context: EvalContext | null;
}

/** The text of an eval (19.2.1.1 PerformEval, what is done before it runs). */
export function compileEval(text: string, name: string, { context, lazy }: EvalOptions): Template {
  const around = context === null ? undefined : surroundings(context);
  return compiled({
    text, name, lazy,
    analyse: () => analyse(parseScript(text, name, { strict: context?.strict === true, hashbang: true, around }), text, name, { isEval: true, context }),
    top: compileEvalProgram,
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
 * of them has to be right by itself, or one could end in the middle of the other. They are where the text as a whole is right and its body begins where
 * it should: the brackets before and after it are tokens then, and those of the function. So they are parsed by themselves only to say what is wrong.
 */
export function compileDynamicFunction(kind: DynamicFunctionKind, parameters: string, body: string, { lazy }: LazinessOptions = {}): Template {
  const name = '<anonymous>';
  const head = `${kind} anonymous(${parameters}\n) `;
  const text = `${head}{\n${body}\n}`;
  const checkParts = (): void => {
    functionIn(`${kind} anonymous(\n) {\n${body}\n}`, name);
    functionIn(`${kind} anonymous(${parameters}\n) {\n}`, name);
  };
  const parse = (): Program => {
    let program: Program;
    try {
      program = functionIn(text, name);
    } catch (error) {
      if (error instanceof SourceError) checkParts();
      throw error;
    }
    const [node] = program.body;
    if (node.type !== 'FunctionDeclaration' || node.body.start !== head.length) checkParts();
    return program;
  };
  return compiled({ text, name, lazy, analyse: () => analyse(parse(), text, name), top: (unit) => compileFunction(unit, outermost(unit), 'anonymous') });
}

/** The program of a text that has to consist of one function declaration. */
function functionIn(text: string, name: string): Program {
  const program = parseScript(text, name, { hashbang: false });
  const [node] = program.body;
  if (program.body.length !== 1 || node.type !== 'FunctionDeclaration' || node.end !== text.length) {
    throw new SourceError(unexpected(text, node.end, isKeyword), name, text, node.end);
  }
  return program;
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
    const analysis = analyse(parseScript(text, name, { strict: true }), text, name, { strict: true });
    const unit: Unit = { source: { name, text }, text, lines: new LineTable(text), analysis, selfHosted: true, later: null };
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
