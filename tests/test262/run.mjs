// Runs test262 and compares what fails with tests/test262/expected-failures.txt: `npm run test262 -- --dir DIR`.
//
// Takes a checkout of test262 (--help lists the options); prints pass rates by folder, the new failures and the stale entries; the exit code is 0
// if there are none. In scope are the tests of language, built-ins and annexB without features later than ES2025 (editions.mjs).

import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isFeatureInScope } from './editions.mjs';
import { compareWithExpectations, formatExpectations, parseExpectations } from './expectations.mjs';
import { HostProcess } from './host-process.mjs';
import { listTests, parseMetadata, partOf, preludeOf, readHarness, runsOf } from './metadata.mjs';
import { failureClass, verdict } from './verdict.mjs';

const HELP = `usage: npm run test262 -- --dir DIR [options]
  --dir DIR         checkout of test262 (default: $TEST262_DIR)
  --no-jit, --jit, --jit-eager
                    the modes to run, one after the other; default --no-jit and --jit-eager
  --filter TEXT     only paths that contain TEXT
  --feature NAME    only tests of a feature
  --shard I/N       the I-th of N parts, from 1
  --jobs N          host processes (default 2)
  --timeout SECONDS a run (default 60)
  --fails           print every failure with its reason
  --reasons N       print the N commonest kinds of failures
  --update          write the list of expected failures anew; reasons of known entries stay`;

const ROOTS = ['language', 'built-ins', 'annexB'];
const LIST = new URL('expected-failures.txt', import.meta.url);

function parseOptions() {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string', default: process.env.TEST262_DIR },
      'no-jit': { type: 'boolean' },
      jit: { type: 'boolean' },
      'jit-eager': { type: 'boolean' },
      filter: { type: 'string', default: '' },
      feature: { type: 'string' },
      shard: { type: 'string', default: '1/1' },
      jobs: { type: 'string', default: '2' },
      timeout: { type: 'string', default: '60' },
      fails: { type: 'boolean' },
      reasons: { type: 'string', default: '0' },
      update: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || !values.dir) {
    console.log(HELP);
    process.exit(values.help ? 0 : 2);
  }
  const shard = /^(\d+)\/(\d+)$/.exec(values.shard);
  if (shard === null) throw new Error(`--shard wants I/N, not ${values.shard}`);
  const modes = ['no-jit', 'jit', 'jit-eager'].filter((mode) => values[mode]).map((mode) => `--${mode}`);
  return {
    ...values,
    modes: modes.length > 0 ? modes : ['--no-jit', '--jit-eager'],
    part: Number(shard[1]) - 1,
    parts: Number(shard[2]),
    complete: values.filter === '' && values.feature === undefined && shard[2] === '1',
    timeoutMs: Number(values.timeout) * 1000,
  };
}

/** The tests asked for: {path, source, metadata}. */
function selectTests(options) {
  const tests = [];
  for (const test of listTests(options.dir, ROOTS)) {
    if (!test.includes(options.filter) || partOf(test, options.parts) !== options.part) continue;
    const source = fs.readFileSync(path.join(options.dir, 'test', test), 'utf8');
    const metadata = parseMetadata(source);
    if (!metadata.features.every(isFeatureInScope)) continue;
    if (options.feature !== undefined && !metadata.features.includes(options.feature)) continue;
    // The agent of the host process can block.
    if (metadata.flags.has('CanBlockIsFalse')) continue;
    tests.push({ path: test, source, metadata });
  }
  return tests;
}

/** Why a test fails, or null. */
async function runTest(host, test, options) {
  const { metadata, source } = test;
  for (const strict of runsOf(metadata)) {
    const result = await host.run({
      id: `${test.path} ${strict}`,
      source: strict ? `"use strict";\n${source}` : source,
      path: path.join(options.dir, 'test', test.path),
      prelude: preludeOf(metadata),
      flags: { strict, module: metadata.flags.has('module'), async: metadata.flags.has('async'), raw: metadata.flags.has('raw') },
      timeoutMs: options.timeoutMs,
    });
    const why = verdict(metadata, result);
    if (why !== null) return `[${strict ? 'strict' : 'sloppy'}] ${why}`;
  }
  return null;
}

/** A host process that loses exceptions would pass most tests: these have to fail or pass as they say. */
const canaries = [
  ['assert.sameValue(1, 2);', 'throw', 'Test262Error'],
  ['throw new TypeError("x");', 'throw', 'TypeError'],
  ['var ok = 1; var = ;', 'syntax', 'SyntaxError'],
  ['assert.sameValue(typeof $262, "object");', 'ok', ''],
];

async function checkHost(host, options) {
  for (const [source, outcome, errorName] of canaries) {
    const result = await host.run({ id: source, source, path: 'canary.js', prelude: ['assert.js', 'sta.js'], flags: {}, timeoutMs: options.timeoutMs });
    if (result.outcome !== outcome || result.errorName !== errorName) throw new Error(`the host process is wrong about ${source} ${JSON.stringify(result)}`);
  }
}

/** Runs the tests in one mode: failures by path. */
async function runMode(mode, tests, options) {
  const failures = new Map();
  const init = { harness: readHarness(options.dir), timeoutMs: options.timeoutMs };
  const began = Date.now();
  let next = 0;
  let shown = began;
  const worker = async () => {
    const host = new HostProcess(mode, init);
    try {
      await checkHost(host, options);
      while (next < tests.length) {
        const test = tests[next++];
        const why = await runTest(host, test, options);
        if (why !== null) failures.set(test.path, why);
        if (Date.now() - shown > 30_000) {
          shown = Date.now();
          console.error(`${mode} ${next}/${tests.length} tests, ${failures.size} failing, ${Math.round((shown - began) / 1000)} s`);
        }
      }
    } finally {
      host.stop();
    }
  };
  await Promise.all(Array.from({ length: Number(options.jobs) }, worker));
  const rate = (passed, all) => `${String(passed).padStart(6)} of ${String(all).padStart(6)} ${((100 * passed) / all).toFixed(2).padStart(7)} %`;
  console.log(`${mode}: ${tests.length} tests, ${Math.round((Date.now() - began) / 1000)} s`);
  for (const root of ROOTS) {
    const all = tests.filter((test) => test.path.startsWith(`${root}/`));
    if (all.length > 0) console.log(`  ${root.padEnd(10)} ${rate(all.filter((test) => !failures.has(test.path)).length, all.length)}`);
  }
  return failures;
}

function printReasons(failures, n) {
  const counts = new Map();
  for (const reason of failures.values()) counts.set(failureClass(reason), (counts.get(failureClass(reason)) ?? 0) + 1);
  for (const [kind, count] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, n)) console.log(`${String(count).padStart(6)}  ${kind}`);
}

async function main() {
  const options = parseOptions();
  const tests = selectTests(options);
  const paths = tests.map((test) => test.path);
  let expected = parseExpectations(fs.readFileSync(LIST, 'utf8'));
  let wrong = 0;
  const failedAnywhere = new Map();
  for (const mode of options.modes) {
    const failures = await runMode(mode, tests, options);
    if (options.fails) for (const [test, why] of [...failures].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(`FAIL ${test}  ${why}`);
    printReasons(failures, Number(options.reasons));
    for (const [test, why] of failures) failedAnywhere.set(test, why);
    if (options.update) continue;
    const { unexpected, stale } = compareWithExpectations(expected, paths, failures, options.complete);
    for (const test of unexpected) console.log(`NEW FAILURE ${mode} ${test}  ${failures.get(test)}`);
    for (const test of stale) console.log(`STALE ENTRY ${mode} ${test}`);
    wrong += unexpected.length + stale.length;
  }
  if (options.update) {
    const ran = new Set(paths);
    const kept = [...expected].filter(([test]) => (ran.has(test) ? failedAnywhere.has(test) : !options.complete));
    expected = new Map([...[...failedAnywhere.keys()].map((test) => [test, 'new']), ...kept]);
    fs.writeFileSync(LIST, formatExpectations(expected));
    console.log(`${expected.size} expected failures written`);
  } else {
    console.log(wrong === 0 ? 'as expected' : `${wrong} new failures and stale entries`);
  }
  process.exitCode = wrong === 0 ? 0 : 1;
}

await main();
