// Source text -> AST.
//
// Takes the text of a script or module; gives acorn's AST of it, or throws a SourceError with a code frame. Nothing of acorn's
// own errors gets out.
import type { AnyNode, CallExpression, Options, Program } from 'acorn';
import { SourceError, tooDeep, unexpected } from './diagnostics.ts';
import { NestingParser } from './nesting-parser.ts';
import { isKeyword } from './tokenizer.ts';

export interface ParseOptions {
  /** Parse as strict code whatever the directives say (the self-hosted library). */
  readonly strict?: boolean;
  /** False: the text of a function made by a constructor, which is put together and starts with no hashbang. */
  readonly hashbang?: boolean;
  /** The text of a direct eval: what the code around allows in it. */
  readonly around?: Surroundings;
}

/** What may stand in the text of a direct eval because of where the call stands. */
export interface Surroundings {
  readonly newTarget: boolean;
  readonly superProperty: boolean;
  readonly superCall: boolean;
  /** Private names in scope, with their `#`. */
  readonly privateNames: readonly string[];
}

/** Bits of acorn's scopes. */
const SCOPE_SUPER = 64;
const SCOPE_DIRECT_SUPER = 128;
/** The kind of binding that an assignment makes. */
const BIND_NONE = 0;

/** Assignments that are an early error unless their target is a simple one, a name or a property. */
const logicalAssignments = new Set<unknown>(['&&=', '||=', '??=']);

/**
 * "Runtime Errors for Function Call Assignment Targets": in sloppy code a call may be the target of an assignment, an update or the head
 * of a loop, where it throws when it runs (compile-pattern.ts). It may not stand inside of a pattern.
 */
class WebParser extends NestingParser {
  /** acorn passes `errors` for the target as a whole, and none for what is in a pattern. */
  override toAssignable(node: AnyNode, isBinding: boolean, errors?: object): AnyNode {
    return !isBinding && errors !== undefined && this.mayThrow(node) ? node : super.toAssignable(node, isBinding, errors);
  }

  override checkLValSimple(node: AnyNode, bindingType = BIND_NONE, clashes?: object): void {
    const isLogical = this.type.isAssign && logicalAssignments.has(this.value);
    if (bindingType !== BIND_NONE || isLogical || !this.mayThrow(node)) super.checkLValSimple(node, bindingType, clashes);
  }

  private mayThrow(node: AnyNode): node is CallExpression {
    return node.type === 'CallExpression' && node.callee.type !== 'Super' && !this.strict;
  }
}

/** acorn's parser starting out inside of a function or class. */
class EvalParser extends WebParser {
  private readonly around: Surroundings;

  constructor(options: Options, text: string, around: Surroundings) {
    super(options, text);
    this.around = around;
    const { superProperty, superCall, privateNames } = around;
    this.scopeStack[0].flags |= (superProperty ? SCOPE_SUPER : 0) | (superCall ? SCOPE_DIRECT_SUPER : 0);
    if (privateNames.length > 0) this.privateNameStack.push({ declared: Object.create(null) as Record<string, string>, used: [] });
  }

  override get allowNewDotTarget(): boolean {
    return this.around.newTarget || super.allowNewDotTarget;
  }

  override parse(): Program {
    const program = super.parse();
    for (const { name, start } of this.privateNameStack[0]?.used ?? []) {
      if (!this.around.privateNames.includes('#' + name)) this.raiseRecoverable(start, `Private field '#${name}' must be declared in an enclosing class`);
    }
    return program;
  }
}

/** acorn's errors carry the offset, and repeat line and column at the end of their message. */
interface AcornError extends SyntaxError {
  pos: number;
}

function isAcornError(error: unknown): error is AcornError {
  return error instanceof SyntaxError && typeof (error as Partial<AcornError>).pos === 'number';
}

export function parseScript(text: string, name: string, options: ParseOptions = {}): Program {
  const acornOptions = { ecmaVersion: 2025, sourceType: 'script', allowHashBang: options.hashbang !== false, strict: options.strict === true } as const;
  const { around } = options;
  return guarded(text, name, () => (around === undefined ? new WebParser(acornOptions, text) : new EvalParser(acornOptions, text, around)).parse());
}

export function parseModule(text: string, name: string): Program {
  return guarded(text, name, () => new WebParser({ ecmaVersion: 2025, sourceType: 'module', allowHashBang: true }, text).parse());
}

/** The text of a CommonJS module, which is the body of a function: `return` may stand at its top level. */
export function parseFunctionBody(text: string, name: string): Program {
  return guarded(text, name, () => new WebParser({ ecmaVersion: 2025, sourceType: 'script', allowHashBang: true, allowReturnOutsideFunction: true }, text).parse());
}

function guarded(text: string, name: string, run: () => Program): Program {
  try {
    return run();
  } catch (error) {
    if (isAcornError(error)) {
      const message = error.message.replace(/ \(\d+:\d+\)$/, '');
      // The host's stack ended before the limit of nesting: the embedder stands deep in it, or made it small.
      if (message.startsWith('Not enough stack space')) throw new SourceError(tooDeep, name, text, error.pos);
      if (message === 'Unexpected token') throw new SourceError(unexpected(text, error.pos, isKeyword), name, text, error.pos);
      // Its words are about its own options.
      throw new SourceError(message.replace("may appear only with 'sourceType: module'", 'may appear only in a module'), name, text, error.pos);
    }
    if (error instanceof RangeError) throw new SourceError(tooDeep, name, text, 0);
    throw error;
  }
}
