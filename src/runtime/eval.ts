// Code from text while the guest runs: evals and the function constructors.
//
// Takes a text; gives a closure of what it was compiled to, which the caller runs by a tail call. The work is charged by the
// length of the text before it is done. An embedder can forbid all of it.

import { compileDynamicFunction, compileEval, type DynamicFunctionKind } from '../bytecode/compile.ts';
import type { Template } from '../bytecode/template.ts';
import type { EvalContext } from '../scope/eval-context.ts';
import { SourceError } from '../source/diagnostics.ts';
import { makeError, throwSyntaxError } from './errors.ts';
import { LinkedTemplate } from './linked.ts';
import { mangle } from './keys.ts';
import { getOwnProperty } from './objects.ts';
import type { Realm } from './realm.ts';
import type { GuestFunction, GuestObject, Scope, Value } from './values.ts';

/** Fuel for compiling a text: so much, and so much again for each of its characters, as an interpreted instruction takes about 5 ns and these 20 us and 150 ns. */
const BASE_COST = 4096;
const COST_PER_CHARACTER = 32;

/** HostEnsureCanCompileStrings */
function ensureAllowed(realm: Realm): void {
  if (realm.services.evalAllowed === false) {
    throw makeError(realm, 'EvalError', 'Code generation from strings disallowed for this context') as Value;
  }
}

/** Characters of a text that can be compiled wherever the guest's budget of host stack allows a call, if they are all brackets. */
const SHORT_TEXT = 128;

function compiled(realm: Realm, texts: readonly string[], compile: () => Template, around: LinkedTemplate | null): LinkedTemplate {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  ensureAllowed(realm);
  // Parsing recurses over the nesting of the text (source/nesting-parser.ts).
  if (length > SHORT_TEXT) realm.hooks.needRoom();
  realm.charge(BASE_COST + COST_PER_CHARACTER * length);
  let template: Template;
  try {
    template = compile();
  } catch (error) {
    if (error instanceof SourceError) return throwSyntaxError(realm, error.message);
    throw error;
  }
  // GetTemplateObject: tagged templates are objects of their own each time that a text is parsed, and a link has them once.
  return texts.some((text) => text.includes('`')) ? new LinkedTemplate(realm, template, around) : linkOf(realm, template, around);
}

/**
 * The link of a text that has been compiled before is the one that it had then: what is evaluated again in a loop, or made a function of, has its profile and its
 * compiled code.
 */
function linkOf(realm: Realm, template: Template, around: LinkedTemplate | null): LinkedTemplate {
  const known = realm.evaluated.get(template);
  if (known !== undefined && known.parent === around) return known;
  const linked = new LinkedTemplate(realm, template, around);
  realm.evaluated.set(template, linked);
  return linked;
}

/** Name of the source of what is made from texts, in stack traces. */
const SOURCE_NAME = '<anonymous>';

/** The code around a direct eval: what is known of it, the scope that this describes, and the function, whose module's names it sees. */
export interface AroundEval {
  readonly context: EvalContext;
  readonly scope: Scope | undefined;
  readonly linked: LinkedTemplate;
}

/**
 * Templates of texts that were evaluated or made functions of, by what is known of the code around, or by the kind of function: a call of eval or
 * Function in a loop compiles its text once.
 */
let compiledTexts = new WeakMap<object, Map<string, Template>>();
const GLOBAL_CONTEXT = {};
const FUNCTION_CONTEXTS: Readonly<Record<DynamicFunctionKind, object>> = { function: {}, 'function*': {}, 'async function': {}, 'async function*': {} };
const MAX_TEXTS = 64;
/** Characters of a text that is kept, and of all of them; beyond, all are forgotten. */
const MAX_TEXT_LENGTH = 1 << 18;
const MAX_KEPT = 1 << 19;
let kept = 0;

function templateOf(context: object, text: string, compile: () => Template): Template {
  if (text.length > MAX_TEXT_LENGTH) return compile();
  let templates = compiledTexts.get(context);
  let template = templates?.get(text);
  if (template !== undefined) return template;
  template = compile();
  kept += text.length;
  if (kept > MAX_KEPT) {
    compiledTexts = new WeakMap();
    kept = text.length;
    templates = undefined;
  }
  if (templates === undefined) compiledTexts.set(context, (templates = new Map()));
  if (templates.size >= MAX_TEXTS) templates.clear();
  templates.set(text, template);
  return template;
}

/** A closure that, called without arguments, does the rest of PerformEval for a text. */
export function evalClosure(realm: Realm, text: string, around: AroundEval | null): GuestFunction & GuestObject {
  const context = around === null ? null : around.context;
  return compiled(realm, [text], () => templateOf(context ?? GLOBAL_CONTEXT, text, () => compileEval(text, SOURCE_NAME, { context })), around === null ? null : around.linked).closure(around?.scope);
}

/** CreateDynamicFunction, apart from the prototype of the function. */
export function dynamicFunction(realm: Realm, kind: DynamicFunctionKind, parameters: string, body: string): GuestFunction & GuestObject {
  const compile = (): Template => compileDynamicFunction(kind, parameters, body);
  // Each of the two texts has to be the same: where one ends is a part of the key.
  const template = (): Template => templateOf(FUNCTION_CONTEXTS[kind], `${parameters.length}:${parameters}${body}`, compile);
  return compiled(realm, [parameters, body], template, null).closure(undefined);
}

/** EvalDeclarationInstantiation of variables in a function: `object` holds those of earlier evals, if there were any. */
export function declareEvalVars(realm: Realm, object: Value, names: readonly string[]): GuestObject {
  const variables = typeof object === 'object' && object !== null ? object : realm.prelude.makeObjectWith(null);
  for (const name of names) {
    const key = mangle(name);
    if (getOwnProperty(realm, variables, key) !== undefined) continue;
    Object.defineProperty(variables, key, { value: undefined, writable: true, enumerable: true, configurable: true });
  }
  return variables;
}
