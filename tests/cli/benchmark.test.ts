// `npm run bench`: each of its tables, on the smallest program; and what it refuses.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root, scratch } from '../support/cli.ts';

const file = scratch();

function bench(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'benchmarks/run.mjs'), ...args], { encoding: 'utf8', cwd: root });
  return { status, stdout, stderr };
}

test('the table of engines, written down and compared with', () => {
  const json = file('old.json', '');
  const { status, stdout, stderr } = bench('--filter', 'cold-start', '--runs', '1', '--scale', '1', '--json', json);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^milliseconds +native +JIT +unmetered +interpreter +QuickJS +JIT\/native .*\ncold-start( +[\d.]+){10}\n/);
  expect(stdout).toMatch(/\ncold +JIT\/native [\d.]+, /);
  const { programs } = JSON.parse(readFileSync(json, 'utf8')) as { programs: { name: string; engines: Record<string, { runs: number[] }> }[] };
  expect(programs.map(({ name }) => name)).toEqual(['cold-start']);
  expect(programs[0].engines.jit.runs).toHaveLength(1);
  const compared = bench('--filter', 'cold-start', '--runs', '1', '--scale', '1', '--engines', 'native,jit', '--compare', json);
  expect(compared.status).toBe(0);
  expect(compared.stdout).toMatch(/\nchanges since \(below 1 is faster\)\n/);
  expect(compared.stdout).toMatch(/\ngeometric mean +[\d.]+ +jit\n/);
});

test('--ablate, --peak and --check', () => {
  expect(bench('--filter', 'cold-start', '--runs', '1', '--ablate').stdout).toMatch(/\n +JIT ms +prune +directCalls .*\ncold-start( +[\d.]+){7,}\n/);
  expect(bench('--filter', 'cold-start', '--runs', '1', '--peak').stdout).toMatch(/\ncold-start +[\d,]+( +[\d.]+){2}\nmedian +[\d.]+\n/);
  expect(bench('--filter', 'cold-start', '--runs', '1', '--check').stdout).toMatch(/\ncold-start +0\.05( +[\d.]+){3}( +too few runs to tell)?\n[^]*\d of 3 are slower with the JIT\n/);
});

test('a program that fails or prints something else is reported', () => {
  const { status, stderr } = bench('--runs', '1', '--engines', 'native,jit', file('differs.js', 'console.log(typeof process); if (typeof process === "undefined") throw new Error("no");'));
  expect(status).toBe(1);
  expect(stderr).toContain('differs in jit: ');
});

test.each<[string[], string]>([
  [['--engines', 'spidermonkey'], "there is no engine 'spidermonkey'"],
  [['--runs', '0'], '--runs must be a whole number from 1'],
  [['--peak', '--check'], 'exclude each other'],
  [['--filter', 'no such program'], "no program matches 'no such program'"],
])('%j', (args, message) => {
  const { status, stdout, stderr } = bench(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test('a classic suite from its own files', () => {
  const octane = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, [path.join(root, 'benchmarks/octane.mjs'), ...args], { encoding: 'utf8', cwd: root });
  expect(octane()).toMatchObject({ status: 2, stderr: 'octane: --dir DIR must name a checkout of Octane 2.0, with its base.js\n' });
  // The shape of Octane's files, with a benchmark of our own.
  const dir = path.dirname(file('base.js', 'var BenchmarkSuite = { suites: [], ResetRNG: function () {} };'));
  file('richards.js', `
    var ran = 0;
    BenchmarkSuite.suites.push({ name: 'Small', benchmarks: [{ Setup: function () {}, run: function () { ran++; }, TearDown: function () { if (ran !== 1000) throw new Error(ran); } }] });`);
  const { status, stdout, stderr } = octane('--dir', dir, '--runs', '1', '--filter', 'richards');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/\nrichards( +[\d.]+){3}\ngeometric mean +[\d.]+\n$/);
  expect(octane('--dir', dir, '--runs', '1', '--filter', 'splay').stderr).toBe('octane: splay is left away, since splay.js is not there\n');
});

test('another one, whose driver names the files', () => {
  const jetstream = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, [path.join(root, 'benchmarks/jetstream.mjs'), ...args], { encoding: 'utf8', cwd: root });
  expect(jetstream()).toMatchObject({ status: 2, stderr: 'jetstream: --dir DIR must name a checkout of JetStream 3, with its JetStreamDriver.js\n' });
  const entry = (name: string, files: string): string => `
    new AsyncBenchmark({
        name: "${name}",
        files: [
            "./${files}",
        ],
        preload: {
            // OTHER: "./other.txt",
            TEXT: "./text.txt",
        },
        iterations: 60,
        arguments: { step: 2 },
    }),`;
  const dir = path.dirname(file('JetStreamDriver.js', `const BENCHMARKS = [${entry('doxbee-async', 'small.js')}${entry('UniPoker', 'missing.js')}\n];`));
  file('text.txt', 'twelve "\\n"');
  file('small.js', `
    class Benchmark {
      constructor({ step, iterationCount }) { this.step = step; this.count = iterationCount; this.sum = 0; }
      async init() { this.text = await JetStream.getString(JetStream.preload.TEXT); }
      async runIteration() { this.sum += this.step * this.text.length; }
      validate(count) { if (count !== 16 || this.sum !== 16 * 2 * 11) throw new Error(count + ' ' + this.sum); }
    }`);
  const { status, stdout, stderr } = jetstream('--dir', dir, '--runs', '1', '--filter', 'doxbee-async');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/\ndoxbee-async( +[\d.]+){3}\ngeometric mean +[\d.]+\n$/);
  expect(jetstream('--dir', dir, '--runs', '1', '--filter', 'UniPoker').stderr).toBe('jetstream: UniPoker is left away, since missing.js is not there\n');
});
