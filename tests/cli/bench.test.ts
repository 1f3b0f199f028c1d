import { expect, test } from 'vitest';
import { anneal, hotProgram, scratch } from '../support/cli.ts';

const file = scratch();
const hot = file('hot.js', hotProgram);
const other = file('other.js', 'let s = 0; for (let i = 0; i < 1e4; i++) s += i; console.log(s);');

test('a table of times and ratios', () => {
  const { status, stdout, stderr } = anneal(['bench', hot, other, '--runs', '2']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const lines = stdout.split('\n');
  expect(lines[0]).toMatch(/^program +interpreter +JIT +native +JIT speed-up +JIT\/native$/);
  expect(lines[2]).toMatch(/hot\.js +[\d.,]+ ms +±\d+% +[\d.,]+ ms +±\d+% +[\d.,]+ ms +±\d+% +[\d.]+x +[\d.]+x$/);
  expect(lines[4]).toMatch(/^geometric mean +[\d.]+x +[\d.]+x$/);
  expect(stdout).toContain('All engines printed the same.');
});

test('--json has every run, with process times', () => {
  const { status, stdout } = anneal(['bench', '--json', '--no-native', '--runs', '2', hot]);
  expect(status).toBe(0);
  const { programs } = JSON.parse(stdout) as { programs: { engines: Record<string, { milliseconds: number[]; processMilliseconds: number[]; fuel: number }>; speedup: number; ratio?: number }[] };
  const [{ engines, speedup, ratio }] = programs;
  expect(Object.keys(engines)).toEqual(['interpreter', 'jit']);
  expect(engines.jit.fuel).toBe(engines.interpreter.fuel);
  for (const { milliseconds, processMilliseconds } of Object.values(engines)) {
    expect(milliseconds.length).toBe(2);
    milliseconds.forEach((time, i) => expect(processMilliseconds[i]).toBeGreaterThan(time));
  }
  expect(speedup).toBeGreaterThan(0);
  expect(ratio).toBeUndefined();
});

test('a program may have variables of any name, and change the clocks', () => {
  const clocks = file('clocks.js', 'let text = 1, file = 2, now = 3; const writeSync = 4; var performance = { now: () => 0 }; Date.now = () => 0; console.log(performance.now());');
  const { status, stdout } = anneal(['bench', '--json', '--runs', '1', clocks]);
  expect(status).toBe(0);
  const [{ engines }] = (JSON.parse(stdout) as { programs: { engines: Record<string, { milliseconds: number[]; processMilliseconds: number[] }> }[] }).programs;
  for (const { milliseconds, processMilliseconds } of Object.values(engines)) {
    expect(milliseconds[0]).toBeGreaterThan(0);
    expect(milliseconds[0]).toBeLessThan(processMilliseconds[0]);
  }
});

test('programs that fail or print different things are told', () => {
  const differs = anneal(['bench', '--runs', '1', file('differs.js', 'console.log("same"); console.log(typeof process);')]);
  expect(differs).toMatchObject({ status: 1, stdout: '' });
  expect(differs.stderr).toMatch(/prints something else in the engine 'native' than in 'interpreter'\nline 2: "undefined" and "object"/);
  const fails = anneal(['bench', '--runs', '1', file('fails.js', 'null.x')]);
  expect(fails).toMatchObject({ status: 1, stdout: '' });
  expect(fails.stderr).toMatch(/ended with exit code 1 in the engine 'interpreter':\n[^]*TypeError/);
});
