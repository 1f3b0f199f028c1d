// Source text -> AST.
//
// Takes the text of a script or module; gives acorn's AST of it, or throws a SourceError with a code frame. Nothing of acorn's
// own errors gets out. Constructs that parse but are not supported yet are refused by the scope analysis, which visits
// every node anyway.
import { parse } from 'acorn';
import type { Program } from 'acorn';
import { SourceError } from './diagnostics.ts';

export interface ParseOptions {
  /** Parse as strict code whatever the directives say (the self-hosted library). */
  readonly strict?: boolean;
}

/** acorn's errors carry the offset, and repeat line and column at the end of their message. */
interface AcornError extends SyntaxError {
  pos: number;
}

function isAcornError(error: unknown): error is AcornError {
  return error instanceof SyntaxError && typeof (error as Partial<AcornError>).pos === 'number';
}

/** The message about a text that recursion over its nesting cannot cope with. */
export const tooDeep = 'the code is nested too deeply';

export function parseScript(text: string, name: string, options: ParseOptions = {}): Program {
  return guarded(text, name, () => parse(text, { ecmaVersion: 2025, sourceType: 'script', allowHashBang: true, strict: options.strict === true }));
}

export function parseModule(text: string, name: string): Program {
  return guarded(text, name, () => parse(text, { ecmaVersion: 2025, sourceType: 'module', allowHashBang: true }));
}

function guarded(text: string, name: string, run: () => Program): Program {
  try {
    return run();
  } catch (error) {
    if (isAcornError(error)) {
      const message = error.message.replace(/ \(\d+:\d+\)$/, '');
      // acorn recurses over the nesting of the text, and so do we; a text nested too deeply is refused, not a crash.
      if (message.startsWith('Not enough stack space')) throw new SourceError(tooDeep, name, text, error.pos);
      // Its words are about its own options.
      throw new SourceError(message.replace("may appear only with 'sourceType: module'", 'may appear only in a module'), name, text, error.pos);
    }
    if (error instanceof RangeError) throw new SourceError(tooDeep, name, text, 0);
    throw error;
  }
}
