// The file that `anneal` runs: loads the command (dist/cli/main.cjs) with V8's code cache of it, which saves most of the time
// that a start takes. Without a cache for this text and this V8 the command is compiled as any program is.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const filename = fileURLToPath(new URL('cli/main.cjs', import.meta.url));
const text = readFileSync(filename, 'latin1');

/**
 * V8 holds a cache against the length of the text only, so the build puts a hash of the text into the first line of the
 * bundle, and the same line in front of the cache.
 */
function codeCache(): Buffer | undefined {
  let cache: Buffer;
  try {
    cache = readFileSync(fileURLToPath(new URL('cli/main.cache', import.meta.url)));
  } catch {
    return undefined;
  }
  const line = cache.indexOf('\n') + 1;
  return line > 0 && text.startsWith(cache.toString('latin1', 0, line)) ? cache.subarray(line) : undefined;
}

const script = new Script(text, { filename, cachedData: codeCache() });
const load = script.runInThisContext() as (require: NodeJS.Require, module: object, exports: object) => void;
load(createRequire(filename), {}, {});
