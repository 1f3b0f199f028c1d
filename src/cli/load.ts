// Loads all of Anneal from the one file in which it is bundled for Node (dist/cli/main.cjs), with V8's code cache of it, which saves most of the time that a
// start takes, and a good part of what the first compilations do: the functions that a guest's first units need are compiled already. Without a cache for
// this text and this V8 the file is compiled as any program is. dist/cli.js and dist/node.js begin here.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import type * as Bundle from './bundle.ts';

/** A file beside this one, or undefined if it is not there. */
function beside(name: string): { filename: string; contents: Buffer } | undefined {
  const filename = fileURLToPath(new URL(name, import.meta.url));
  try {
    return { filename, contents: readFileSync(filename) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
}

/**
 * V8 holds a cache against the length of the text only, so the build puts a hash of the text into the first line of the
 * bundle, and the same line in front of the cache.
 */
function codeCache(text: string): Buffer | undefined {
  const cache = beside('cli/main.cache')?.contents;
  if (cache === undefined) return undefined;
  const line = cache.indexOf('\n') + 1;
  return line > 0 && text.startsWith(cache.toString('latin1', 0, line)) ? cache.subarray(line) : undefined;
}

/** The bundle; undefined if it is not beside this file, as where a bundler has put this into a file of its own. */
export function loadBundle(): typeof Bundle | undefined {
  const found = beside('cli/main.cjs');
  if (found === undefined) return undefined;
  const { filename } = found;
  const text = found.contents.toString('latin1');
  const script = new Script(text, { filename, cachedData: codeCache(text) });
  const run = script.runInThisContext() as (require: NodeJS.Require, module: { exports: object }, exports: object) => void;
  const module = { exports: {} };
  run(createRequire(filename), module, module.exports);
  return module.exports as typeof Bundle;
}
