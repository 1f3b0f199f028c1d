// An instruction that is stopped for want of fuel goes again after a top-up: it must not have charged or done anything. Programs burn the same and say
// the same, wherever they are stopped.

import { readFileSync } from 'node:fs';
import { defaultTuning, nodeRealm, Vm, type VmOptions } from 'anneal';
import { expect, test } from 'vitest';

const source = readFileSync(new URL('../programs/jit/going-again.js', import.meta.url), 'utf8');
const expected = readFileSync(new URL('../programs/jit/going-again.expected', import.meta.url), 'utf8');

/** Runs the program with so much fuel at a time. */
function run(options: VmOptions, portion: number): { output: string; fuel: number; stops: number } {
  let output = '';
  let time = 0;
  let stops = 0;
  const vm = new Vm({ realm: nodeRealm, fuel: portion, now: () => 0, monotonic: () => time, write: (_stream, text) => void (output += text), ...options });
  let outcome = vm.evaluate(source, 'program.js');
  for (;;) {
    if (outcome.type === 'done') outcome = vm.runLoop((milliseconds) => void (time += milliseconds));
    if (outcome.type === 'done') return { output, fuel: vm.fuelUsed, stops };
    stops++;
    vm.addFuel(portion);
    outcome = vm.resume();
  }
}

const tuning = { ...defaultTuning, invocationThreshold: 3, loopThreshold: 10, osrMask: 3 };

test.each<[string, VmOptions]>([
  ['interpreted', { jit: false }],
  ['compiled', { jit: tuning }],
])('%s, with any portions of fuel', (_name, options) => {
  const whole = run({ jit: false }, 1e9);
  expect(whole.output).toBe(expected);
  for (const portion of [61, 97, 151, 401]) {
    const { output, fuel, stops } = run(options, portion);
    expect(stops).toBeGreaterThan(50);
    expect(output).toBe(expected);
    expect(fuel, `portions of ${portion}`).toBe(whole.fuel);
  }
});

test.each<[string, VmOptions]>([
  ['interpreted', { jit: false }],
  ['compiled', { jit: tuning }],
])('%s, with instructions that go again although they need not', (_name, options) => {
  const whole = run({ jit: false }, 1e9);
  for (const stressAgain of [1, 2, 3, 7]) expect(run({ ...options, stressAgain }, 1e9), String(stressAgain)).toEqual(whole);
});
