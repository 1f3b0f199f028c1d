// One run of a test262 test in a fresh VM.
//
// Takes the test's source, the harness files that come before it, the compiler's tuning; gives the outcome that host.mjs reports.

import fs from 'node:fs';
import nodePath from 'node:path';
import { compile, compileModule, GuestError, nodeRealm, SourceError, Vm } from '../../dist/index.js';
import { installHost } from './guest-host.mjs';

/** Fuel between two looks at the clock: some 3 ms interpreted. */
const SLICE = 500_000;

/** Harness files do not depend on a realm: compiled once for all runs. */
const templates = new Map();

function harnessTemplate(name, source) {
  let template = templates.get(name);
  if (template === undefined) templates.set(name, (template = compile(source, `harness/${name}`, { completionValue: false })));
  return template;
}

/** Runs the steps of `start` and what it stops at until it is done or the time is over: then it throws TimedOut. */
function complete(vm, start, deadline) {
  let outcome = start();
  while (outcome.type === 'stopped') {
    if (Date.now() > deadline) {
      vm.abandon();
      throw new TimedOut();
    }
    vm.addFuel(SLICE);
    outcome = vm.resume();
  }
}

/** What a test waits for is at most its own timeout. */
function block(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

class TimedOut extends Error {}

export function runTest({ source, path, prelude, flags, timeoutMs, harness, jit, print }) {
  const deadline = Date.now() + timeoutMs;
  try {
    // Rejected promises that nobody handles are no failure of a test: it says itself what it wants.
    const vm = new Vm({ realm: nodeRealm, jit, fuel: SLICE, block, modules, unhandledRejection: () => undefined });
    installHost(vm, print);
    for (const name of prelude) {
      if (!Object.hasOwn(harness, name)) return { outcome: 'crash', errorName: 'HarnessError', message: `there is no harness file ${name}` };
      complete(vm, () => vm.run(harnessTemplate(name, harness[name])), deadline);
    }
    const template = compileTest(source, path, flags.module === true);
    if (template.outcome !== undefined) return template;
    complete(vm, () => (flags.module === true ? runModule(vm, template, path) : vm.run(template)), deadline);
    return { outcome: 'ok', errorName: '', message: '' };
  } catch (error) {
    return outcomeOf(error, timeoutMs);
  }
}

function isRefusal(error) {
  return error instanceof SourceError && error.message.startsWith('not supported yet: ');
}

/** Modules that a test imports are the files beside it; a key is a path. */
const modules = {
  resolve: (specifier, referrer) => nodePath.resolve(nodePath.dirname(referrer), specifier),
  load(key, { type }) {
    const text = fs.readFileSync(key, 'utf8');
    return type === 'json' ? { type: 'json', text } : { type: 'source', text };
  },
};

/** What is wrong with a module that has been compiled, before anything has run, is wrong with what it imports, or with its imports. */
function runModule(vm, template, path) {
  try {
    return vm.runModule(template, path);
  } catch (error) {
    throw error instanceof SourceError ? new Unresolved(error.message) : error;
  }
}

class Unresolved extends Error {}

/** The template of the test, or the outcome of not getting one. */
function compileTest(source, path, isModule) {
  try {
    return isModule ? compileModule(source, path) : compile(source, path, { completionValue: false });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (isRefusal(error)) return { outcome: 'unsupported', errorName: 'NotSupported', message: error.message };
    return { outcome: 'syntax', errorName: 'SyntaxError', message: error.message };
  }
}

function outcomeOf(error, timeoutMs) {
  if (error instanceof TimedOut) return { outcome: 'timeout', errorName: '', message: `${timeoutMs} ms` };
  if (error instanceof Unresolved) return { outcome: 'resolution', errorName: 'SyntaxError', message: error.message };
  if (error instanceof GuestError) return { outcome: 'throw', ...describeThrown(error.value) };
  // The test's own text does not get here: what is left are harness files that need what is not supported yet.
  if (isRefusal(error)) return { outcome: 'unsupported', errorName: 'NotSupported', message: `${error.file}: ${error.message}` };
  return { outcome: 'crash', errorName: 'InternalError', message: String(error?.stack ?? error?.message ?? error) };
}

/** Name of the constructor and the message of what a guest threw, read without running guest code. */
function describeThrown(value) {
  if (typeof value !== 'object' || value === null) return { errorName: '', message: typeof value === 'string' ? value : String(value) };
  const data = (object, key) => {
    for (let o = object; o !== null; o = Object.getPrototypeOf(o)) {
      const d = Object.getOwnPropertyDescriptor(o, key);
      if (d !== undefined) return d.value;
    }
    return undefined;
  };
  const constructor = data(value, '$constructor');
  const name = typeof constructor === 'object' && constructor !== null ? constructor.$name : '';
  const message = data(value, '$message');
  return { errorName: typeof name === 'string' ? name : '', message: typeof message === 'string' ? message : '' };
}
