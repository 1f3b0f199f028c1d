// The host process of test262: runs tests, each in a VM of its own, for a runner that speaks JSON lines.
//
//   node tests/test262/host.mjs [--no-jit|--jit-eager]
//
//   -> {type: 'init', harness: {name: source}, timeoutMs}
//   <- {type: 'ready', name, capabilities}
//   -> {id, source, path, prelude: [harness names], flags: {strict, module, async, raw}, timeoutMs}
//   <- {id, outcome, errorName, message, printed}
//
// Outcomes: ok; throw; syntax (an early error of the test's own source); resolution (a module that does not link); timeout;
// unsupported (errorName NotSupported: refused at compile time); crash (errorName InternalError: a fault of Anneal, never the guest's).
// The guest gets `print` and `$262` (INTERPRETING.md of test262). A run has a fresh realm; harness files are compiled once.
// There is one question at a time. One that slows down the V8 isolate it is run in (slows-isolate.mjs) is answered by a worker of this
// process, which is this same file; whether it is changes nothing but time.

import fs from 'node:fs';
import { createInterface } from 'node:readline';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { defaultTuning, eagerTuning } from '../../dist/index.js';
import { runTest } from './run-test.mjs';
import { slowsIsolate } from './slows-isolate.mjs';

const modes = { '--no-jit': false, '--jit': defaultTuning, '--jit-eager': eagerTuning };
const args = process.argv.slice(2);
const unknown = args.find((arg) => !Object.hasOwn(modes, arg));
if (unknown !== undefined || args.length > 1) {
  process.stderr.write(`usage: node tests/test262/host.mjs [${Object.keys(modes).join('|')}]\n`);
  process.exit(2);
}
const mode = args[0] ?? '--jit';

const reply = (message) => fs.writeSync(1, `${JSON.stringify(message)}\n`);

function answer(message, harness) {
  const printed = [];
  const result = runTest({ ...message, harness, jit: modes[mode], print: (text) => {
    if (printed.length < 50) printed.push(text);
  } });
  return { id: message.id, ...result, message: (result.message ?? '').slice(0, 300), printed };
}

/** Gives the function that asks a worker, which starts with the first question; one that ends without an answer has crashed. */
function aside(harness) {
  let worker = null;
  let asked = null;
  const start = () => {
    let failure = null;
    worker = new Worker(new URL(import.meta.url), { argv: args, workerData: harness });
    worker.on('message', (result) => {
      // The process may end: it waits for a worker only as long as that has a question.
      worker.unref();
      reply(result);
    });
    worker.on('error', (error) => {
      failure = error;
    });
    worker.on('exit', (code) => {
      worker = null;
      reply({ id: asked, outcome: 'crash', errorName: 'InternalError', message: String(failure?.stack ?? `ended (${code})`).slice(0, 300), printed: [] });
    });
  };
  return (message) => {
    if (worker === null) start();
    worker.ref();
    asked = message.id;
    worker.postMessage(message);
  };
}

function serve() {
  let harness = {};
  let askAside = aside(harness);
  createInterface({ input: process.stdin, crlfDelay: Infinity }).on('line', (line) => {
    const message = JSON.parse(line);
    if (message.type === 'init') {
      harness = message.harness;
      askAside = aside(harness);
      reply({ type: 'ready', name: `anneal ${mode}`, capabilities: { canBlock: true } });
    } else if (slowsIsolate(message.source)) {
      askAside(message);
    } else {
      reply(answer(message, harness));
    }
  });
}

if (isMainThread) serve();
else parentPort.on('message', (message) => parentPort.postMessage(answer(message, workerData)));
