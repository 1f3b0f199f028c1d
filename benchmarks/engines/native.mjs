// Runs a program natively and reports on file descriptor 3 how long that took, from its text to its end: a script, or by its extension an
// ES module (.mjs) or CommonJS (.cjs). The end is where nothing is left to do: promises and timers are waited for.
import { readFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';

const [name, ...args] = process.argv.slice(2);
const file = path.resolve(name);
const text = readFileSync(file, 'utf8');
globalThis.scriptArgs = args;

// The program may have a global variable `performance`, or change the clock.
const now = performance.now.bind(performance);
const begun = now();
process.once('beforeExit', () => writeSync(3, JSON.stringify({ milliseconds: now() - begun }) + '\n'));
if (file.endsWith('.mjs')) await import(pathToFileURL(file).href);
else if (file.endsWith('.cjs')) createRequire(file)(file);
else new Script(text, { filename: file }).runInThisContext();
