// Runs a program in QuickJS compiled to WebAssembly and reports on file descriptor 3 how long that took, from its text to its
// end. Instantiating the module is not in the time, as making a VM is not in Anneal's.
import { readFileSync, writeSync } from 'node:fs';
import process from 'node:process';
import { newQuickJSWASMModule, RELEASE_SYNC } from 'quickjs-emscripten';

const [file, ...args] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');

const quickjs = await newQuickJSWASMModule(RELEASE_SYNC);
const context = quickjs.newContext();
// The module recurses on the host's stack: QuickJS has to stop before that does.
context.runtime.setMaxStackSize(1 << 17);

let output = '';
const flush = () => {
  for (let bytes = Buffer.from(output), at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
  output = '';
};
const print = context.newFunction('log', (...handles) => {
  output += handles.map((handle) => String(context.dump(handle))).join(' ') + '\n';
  if (output.length > 1 << 16) flush();
});
const console = context.newObject();
context.setProp(console, 'log', print);
context.setProp(context.global, 'console', console);
context.unwrapResult(context.evalCode(`globalThis.scriptArgs = ${JSON.stringify(args)}; undefined`)).dispose();

const begun = performance.now();
context.unwrapResult(context.evalCode(text, file)).dispose();
// What waits for promises goes on in jobs.
while (context.runtime.hasPendingJob()) context.runtime.executePendingJobs().unwrap?.();
flush();
writeSync(3, JSON.stringify({ milliseconds: performance.now() - begun }) + '\n');
process.exit(0);
