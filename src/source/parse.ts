// Source text -> AST.
//
// Takes the text of a script; gives acorn's AST of it, or throws a SourceError with a code frame. Nothing of acorn's
// own errors gets out. Constructs that parse but are not supported yet are refused by the scope analysis, which visits
// every node anyway; modules are refused here, because acorn refuses them in a script in its own words.
import { parse } from 'acorn';
import type { Program } from 'acorn';
import { SourceError, notSupported } from './diagnostics.ts';

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
  try {
    return parse(text, { ecmaVersion: 2025, sourceType: 'script', allowHashBang: true, strict: options.strict === true });
  } catch (error) {
    if (isAcornError(error)) {
      const message = error.message.replace(/ \(\d+:\d+\)$/, '');
      // acorn recurses over the nesting of the text, and so do we; a text nested too deeply is refused, not a crash.
      if (message.startsWith('Not enough stack space')) throw new SourceError(tooDeep, name, text, error.pos);
      if (/'import' and 'export' may|'import\.meta'/.test(message)) throw notSupported('modules', name, text, error.pos);
      throw new SourceError(message, name, text, error.pos);
    }
    if (error instanceof RangeError) throw new SourceError(tooDeep, name, text, 0);
    throw error;
  }
}
