// Fuel runs out at the same place in every mode: whatever is compiled, inlined or resumed there, nothing of the guest runs beyond it.

import { expect, test } from 'vitest';
import { defaultTuning, eagerTuning, nodeRealm, Vm, type VmOptions } from 'anneal';

const eager = { ...defaultTuning, invocationThreshold: 5, loopThreshold: 20, osrMask: 3, compileAllowance: 1e9 };
const modes: readonly (readonly [name: string, options: Partial<VmOptions>])[] = [
  ['compiled', { jit: eager }],
  ['functions compiled, not loops', { jit: { ...eager, loopThreshold: 1e9 } }],
  ['compiled without a profile', { jit: eagerTuning }],
  ['compiled, nothing inlined', { jit: { ...eager, optimisations: { ...eager.optimisations, inline: false } } }],
];

/** Fuel burnt, and how far the guest came: it counts its own steps. */
function stopAt(program: string, fuel: number, options: Partial<VmOptions>): string {
  const vm = new Vm({ realm: nodeRealm, fuel, ...options });
  let { type } = vm.evaluate(program, 'steps.js');
  if (type === 'done') ({ type } = vm.runLoop(() => {}));
  const used = vm.fuelUsed;
  if (type === 'stopped') vm.abandon();
  vm.addFuel(1000);
  const count = vm.evaluate('steps.n', 'count.js');
  return `${type} ${used} ${count.type === 'done' ? String(count.value) : count.type}`;
}

const programs = {
  'calls that are inlined': `var steps = { n: 0 }; function p(x) { steps.n += x; } function outer(x) { p(x); p(x); p(x); p(x); p(x); p(x); } for (let i = 0; i < 205; i++) outer(1);`,
  'functions that cannot be left': `var steps = { n: 0 }; const yes = () => true; function count() { if (yes()) steps.n++; if (yes()) steps.n++; } for (let i = 0; i < 300; i++) count();`,
  'getters and constructors': `var steps = { n: 0 }; class P { constructor(x) { this.x = x; steps.n++; } get twice() { steps.n++; return this.x * 2; } } let t = 0; for (let i = 0; i < 150; i++) t += new P(i).twice + new P(i).x;`,
  'async functions': `var steps = { n: 0 }; async function one(i) { steps.n++; await i; steps.n++; return i; } async function all() { for (let i = 0; i < 60; i++) await one(i); } all();`,
  generators: `var steps = { n: 0 }; function* g(n) { for (let i = 0; i < n; i++) { steps.n++; yield i; steps.n++; } } let t = 0; for (let i = 0; i < 30; i++) for (const v of g(5)) t += v;`,
};

test.each(Object.entries(programs))('%s', (_name, program) => {
  const whole = new Vm({ realm: nodeRealm, jit: false });
  whole.evaluate(program, 'steps.js');
  whole.runLoop(() => {});
  const total = whole.fuelUsed;
  // An odd step, so that it stops at all places of the loops.
  for (let fuel = total - 231; fuel < total + 10; fuel += 11) {
    const expected = stopAt(program, fuel, { jit: false });
    for (const [mode, options] of modes) expect(`${mode}, ${fuel}: ${stopAt(program, fuel, options)}`).toBe(`${mode}, ${fuel}: ${expected}`);
  }
});
