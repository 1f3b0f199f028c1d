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

import fs from 'node:fs';
import { createInterface } from 'node:readline';
import { defaultTuning, eagerTuning } from '../../dist/index.js';
import { runTest } from './run-test.mjs';

const modes = { '--no-jit': false, '--jit': defaultTuning, '--jit-eager': eagerTuning };
const args = process.argv.slice(2);
const unknown = args.find((arg) => !Object.hasOwn(modes, arg));
if (unknown !== undefined || args.length > 1) {
  process.stderr.write(`usage: node tests/test262/host.mjs [${Object.keys(modes).join('|')}]\n`);
  process.exit(2);
}
const mode = args[0] ?? '--jit';

const reply = (message) => fs.writeSync(1, `${JSON.stringify(message)}\n`);
let harness = {};

function handle(message) {
  if (message.type === 'init') {
    harness = message.harness;
    reply({ type: 'ready', name: `anneal ${mode}`, capabilities: { canBlock: true } });
    return;
  }
  const printed = [];
  const result = runTest({ ...message, harness, jit: modes[mode], print: (text) => {
    if (printed.length < 50) printed.push(text);
  } });
  reply({ id: message.id, ...result, message: (result.message ?? '').slice(0, 300), printed });
}

createInterface({ input: process.stdin, crlfDelay: Infinity }).on('line', (line) => handle(JSON.parse(line)));
