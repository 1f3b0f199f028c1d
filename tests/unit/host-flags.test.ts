// tuneHost, holdInterpreter and optimiseInterpreter (host/node-v8.ts), and when a VM calls them (warmsUp): what V8 does with the interpreter's loop, and how early it optimises, in processes of their own. Nothing is timed.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const anneal = new URL('../../dist/index.js', import.meta.url).href;

function runNode(flags: readonly string[], script: string): string {
  return execFileSync(process.execPath, [...flags, '--input-type=module', '--eval', `import * as anneal from ${JSON.stringify(anneal)};\n${script}`], {
    encoding: 'utf8', cwd: fileURLToPath(new URL('../..', import.meta.url)), maxBuffer: 1 << 28,
  });
}

/** V8's reports of having optimised the interpreter's loop, in a process that interprets some million instructions. */
function optimised(setUp: string, options: string): string[] {
  const guest = 'for (let i = 0; i < 5000; i++) (0, eval)(`(() => { let sum = ${i}; for (let k = 0; k < 300; k++) sum += k; return sum; })()`);';
  const log = runNode(['--trace-opt'], `${setUp}; new anneal.Vm({ realm: anneal.nodeRealm, ${options} }).evaluate(${JSON.stringify(guest)});`);
  return log.split('\n').filter((line) => line.includes('completed optimizing') && line.includes('annealLoop'));
}

test('the loop is optimised where nothing is set, also in its middle', () => {
  expect(optimised('', 'jit: true').length).toBeGreaterThan(0);
});

test('with the JIT it is left to the baseline compiler', () => {
  expect(optimised('anneal.tuneHost()', 'jit: true')).toEqual([]);
});

test('a VM that warms up tells it before V8 has begun', () => {
  const guest = 'let s = 0; function f(i) { return i & 7; } for (let i = 0; i < 900; i++) s += f(i); for (let i = 0; i < 900; i++) s -= f(i);';
  const begun = (options: string): number =>
    runNode(['--trace-opt'], `new anneal.Vm({ realm: anneal.nodeRealm, ${options} }).evaluate(${JSON.stringify(guest)});`).split('\n').filter((line) => /compiling method .*annealLoop/.test(line)).length;
  expect(begun('jit: { ...anneal.defaultTuning, invocationThreshold: 1e9, loopThreshold: 1e9 }')).toBeGreaterThan(0);
  expect(begun('jit: { ...anneal.defaultTuning, invocationThreshold: 1e9, loopThreshold: 1e9 }, warmsUp: () => anneal.tuneHost()')).toBe(0);
});

test('until the guest has stayed in it for long', () => {
  expect(optimised('anneal.tuneHost()', 'jit: true, interpretedLong: anneal.optimiseInterpreter').length).toBeGreaterThan(0);
});

test('without the JIT it is optimised, but not where it is entered in its middle', () => {
  const reports = optimised('anneal.tuneHost(false)', 'jit: false');
  expect(reports.length).toBeGreaterThan(0);
  expect(reports.filter((line) => line.includes('OSR'))).toEqual([]);
});

test('it is held back until the guest has run for a moment', () => {
  const held = 'anneal.tuneHost(false); anneal.holdInterpreter()';
  expect(optimised(held, 'jit: false')).toEqual([]);
  expect(optimised(held, 'jit: false, warmsUp: anneal.optimiseInterpreter').length).toBeGreaterThan(0);
});

test('what has been released is not held back again', () => {
  expect(optimised('anneal.tuneHost(); anneal.optimiseInterpreter(); anneal.tuneHost(); anneal.holdInterpreter()', 'jit: true').length).toBeGreaterThan(0);
});

test('generated code is optimised later with the JIT than as V8 is, and earlier without it', () => {
  const callsUntilOptimised = (setUp: string): number => Number(runNode(['--allow-natives-syntax', '--no-concurrent-recompilation', '--no-use-osr'], `
    ${setUp};
    const OPTIMISED = 1 << 4;
    const f = new Function('a', 'let s = 0; s += a * 2; s ^= a; s += a % 7; s |= a; s += a * 3; s ^= s >> 2; return s;');
    const optimised = new Function('f', 'return %GetOptimizationStatus(f)');
    let calls = 0;
    let sum = 0;
    while (calls < 1e6 && (optimised(f) & OPTIMISED) === 0) sum += f(++calls);
    console.log(calls);
  `));
  const [early, plain, late] = ['anneal.tuneHost(false)', '', 'anneal.tuneHost()'].map(callsUntilOptimised);
  expect(early).toBeLessThan(plain);
  expect(plain).toBeLessThan(late);
  expect(late).toBeLessThan(1e6);
});

test('a VM tells when its guest has run for a moment, or is compiled, once', () => {
  const told = (guest: string, options: string): number => Number(runNode([], `
    let told = 0;
    new anneal.Vm({ warmsUp: () => void told++, ${options} }).evaluate(${JSON.stringify(guest)});
    console.log(told);
  `));
  const calls = 'function f(i) { return i; } for (let i = 0; i < 20000; i++) f(i);';
  expect([told('1 + 1', 'jit: true'), told(calls, 'jit: true'), told(calls, 'jit: false'), told('(() => 1)()', 'jit: anneal.eagerTuning')]).toEqual([0, 1, 1, 1]);
});
