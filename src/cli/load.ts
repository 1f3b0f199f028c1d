// Loads all of Anneal from the one file in which it is bundled for Node (dist/cli/main.cjs), with V8's code cache of it, which saves most of the time that a
// start takes, and a good part of what the first compilations do: the functions that a guest's first units need are compiled already. dist/cli.cjs and
// dist/node.js begin here, and tell the folder that they stand in, which is that above.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { Script } from 'node:vm';
import type * as Bundle from './bundle.ts';

/** How the bundle begins; the build writes it. Where a bundler has put this into a file of its own, something else may have the bundle's name. */
const HEAD = '// Anneal, build ';

/** What V8 calls the bundle, wherever it is installed: the name is in the code cache. */
const NAME = 'anneal/dist/cli/main.cjs';

interface Found {
  readonly filename: string;
  readonly text: string;
}

/** Finds the bundle. Throws what the host says where there is none. */
function find(folder: string): Found {
  const filename = path.join(folder, 'cli/main.cjs');
  return { filename, text: readFileSync(filename, 'latin1') };
}

/**
 * The code cache of the bundle. V8 holds a cache against the length of the text and its own version only, and crashes on one that another build of Node has
 * made. So the first line of the cache is that of the bundle, in which the build has put a hash of the text, and the second one tells the Node that has made it
 * (.ci/make-code-cache.mjs writes the same).
 */
function codeCache({ filename, text }: Found): Buffer | undefined {
  let cache: Buffer;
  try {
    cache = readFileSync(filename.replace(/cjs$/, 'cache'));
  } catch {
    // The build could make none, or it was not installed: it is not needed.
    return undefined;
  }
  const header = `${text.slice(0, text.indexOf('\n'))}\n${JSON.stringify([process.versions, process.platform, process.arch])}\n`;
  return cache.toString('latin1', 0, header.length) === header ? cache.subarray(header.length) : undefined;
}

function run({ filename }: Found, script: Script): typeof Bundle {
  const load = script.runInThisContext() as (require: NodeJS.Require, module: { exports: object }, exports: object) => void;
  const module = { exports: {} };
  load(createRequire(filename), module, module.exports);
  return module.exports as typeof Bundle;
}

/** The bundle, if need be without a code cache. Throws what the host says if there is none. */
export function loadBundle(folder: string): typeof Bundle {
  const found = find(folder);
  return run(found, new Script(found.text, { filename: NAME, cachedData: codeCache(found) }));
}

/**
 * The bundle if it is beside this file, and there is a code cache of it that fits this process: else dist/index.js is the better choice. That it is not there
 * is no fault, as a bundler may have put this into a file of its own. A context of node:vm (of a test runner, say) has to have its own library.
 */
export function loadCached(folder: string): typeof Bundle | undefined {
  if (new Script('Error').runInThisContext() !== Error) return undefined;
  let found: Found;
  try {
    found = find(folder);
  } catch {
    return undefined;
  }
  if (!found.text.startsWith(HEAD)) return undefined;
  const cachedData = codeCache(found);
  if (cachedData === undefined) return undefined;
  const script = new Script(found.text, { filename: NAME, cachedData });
  // V8's flags are not those that the cache was made with.
  return script.cachedDataRejected === true ? undefined : run(found, script);
}
