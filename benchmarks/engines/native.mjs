// Runs a program natively and reports on file descriptor 3 how long that took, from its text to its end.
import { readFileSync, writeSync } from 'node:fs';
import process from 'node:process';
import { Script } from 'node:vm';

const [file, ...args] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
globalThis.scriptArgs = args;

const begun = performance.now();
new Script(text, { filename: file }).runInThisContext();
writeSync(3, JSON.stringify({ milliseconds: performance.now() - begun }) + '\n');
