// Tunings from elsewhere: what is no knob or no value for it is refused by name; and code that is not metered.

import { defaultTuning, nodeRealm, tuningWith, Vm, type Tuning } from 'anneal';
import { describe, expect, test, vi } from 'vitest';

describe('tuningWith', () => {
  test('changes the knobs that are named', () => {
    expect(tuningWith(defaultTuning, {})).toEqual(defaultTuning);
    expect(tuningWith(defaultTuning, { loopThreshold: 7, 'optimisations.prune': false, inlining: { levels: 1 }, osrMask: 0 })).toEqual({
      ...defaultTuning, loopThreshold: 7, osrMask: 0, optimisations: { ...defaultTuning.optimisations, prune: false }, inlining: { ...defaultTuning.inlining, levels: 1 },
    });
    expect(defaultTuning.optimisations.prune).toBe(true);
  });

  test.each<[unknown, string]>([
    [{ loopTreshold: 1 }, "there is no knob 'loopTreshold'; there are invocationThreshold, loopThreshold, "],
    [{ optimisations: { inlin: true } }, "there is no knob 'optimisations.inlin'; there are prune, "],
    [{ 'optimisations.inlin': true }, "there is no knob 'optimisations.inlin'; there are prune, "],
    [{ 'loopThreshold.x': 1 }, "there is no knob 'loopThreshold.x': 'loopThreshold' is a single value"],
    [{ toString: 1 }, "there is no knob 'toString'"],
    [{ optimisations: true }, "the knob 'optimisations' must be an object"],
    [{ optimisations: { prune: 1 } }, "the knob 'optimisations.prune' must be true or false, not 1"],
    [{ loopThreshold: 0 }, "the knob 'loopThreshold' must be a whole number from 1 to 2147483647, not 0"],
    [{ deoptLimit: 1.5 }, "the knob 'deoptLimit' must be a whole number from 0"],
    [{ deoptLimit: '3' }, 'must be a whole number from 0 to 2147483647, not "3"'],
    [{ osrMask: 12 }, "the knob 'osrMask' must be a power of two less one, not 12"],
    [null, 'a tuning must be an object'],
    [[], 'a tuning must be an object'],
  ])('%j', (changes, message) => {
    expect(() => tuningWith(defaultTuning, changes)).toThrow(RangeError);
    expect(() => tuningWith(defaultTuning, changes)).toThrow(message);
  });
});

describe('time spent compiling', () => {
  /** A hundred functions, each called often enough to be compiled; the host's clock says that each compilation takes long, or no time. */
  function unitsOf(millisecondsPerLook: number, uses = 0, unmetered = false): { units: number; output: string } {
    let time = 0;
    let output = '';
    const host = nodeRealm();
    vi.spyOn(host, 'monotonic').mockImplementation(() => (time += millisecondsPerLook));
    const vm = new Vm({
      realm: () => host, jit: tuningWith(defaultTuning, { invocationThreshold: 4, compileAllowance: 100, unmetered }), write: (_stream, text) => void (output += text),
    });
    vm.evaluate(`
      let sum = 0;
      const used = (x) => { for (let i = 0; i < 1000; i++) x = (x * 31 + i) | 0; return x; };
      for (let k = 0; k < ${uses}; k++) used(k);
      for (let i = 0; i < 100; i++) {
        const f = eval('(function (x) { return x * ' + i + '; })');
        for (let k = 0; k < 6; k++) sum += f(k);
      }
      console.log(sum);`);
    return { units: vm.tier?.statistics.units ?? 0, output };
  }
  test('is bounded: what is hot for a short time is left to the interpreter', () => {
    const fast = unitsOf(0);
    const slow = unitsOf(40);
    expect(fast.output).toBe('74250\n');
    expect(slow.output).toBe(fast.output);
    expect(fast.units).toBe(100);
    expect(slow.units).toBeGreaterThan(0);
    expect(slow.units).toBeLessThan(60);
  });
  test('is not bounded where nothing is metered', () => {
    expect(unitsOf(40, 0, true).units).toBe(100);
  });
  test('is earned by code that is used', () => {
    const used = unitsOf(40, 10_000);
    expect(used.output).toBe('74250\n');
    expect(used.units).toBeGreaterThanOrEqual(100);
  });
});

test('many units raise thresholds, until compiled code has earned them', () => {
  const unitsOf = (jit: Partial<Tuning>): number => {
    const vm = new Vm({ realm: nodeRealm, jit: { ...defaultTuning, compileAllowance: 1e9, ...jit } });
    vm.evaluate("for (let k = 0; k < 60; k++) { const f = new Function('x', `return x + ${k}`); for (let i = 0; i < 150; i++) f(i); }");
    return vm.tier?.statistics.units ?? 0;
  };
  const all = unitsOf({ unitAllowance: 1e9 });
  expect(all).toBeGreaterThanOrEqual(60);
  // Functions that are called 150 times do not reach twice the threshold of 100.
  expect(unitsOf({ unitAllowance: 20, unitCredit: 0 })).toBe(21);
  expect(unitsOf({ unitAllowance: 20, unitCredit: 1e6 })).toBe(all);
});

test('compiling does not read the clock that the guest sees', () => {
  const times = (jit: boolean): string => {
    let time = 0;
    let output = '';
    const vm = new Vm({ realm: nodeRealm, jit, monotonic: () => (time += 1), write: (_stream, text) => void (output += text) });
    vm.evaluate(`
      console.time('work');
      const double = (x) => x * 2;
      let sum = 0;
      for (let i = 0; i < 5000; i++) sum += double(i);
      console.timeEnd('work');`);
    expect((vm.tier?.statistics.units ?? 0) > 0).toBe(jit);
    return output;
  };
  expect(times(true)).toBe(times(false));
});

describe('unmetered', () => {
  const unmetered: Tuning = tuningWith(defaultTuning, { unmetered: true, invocationThreshold: 2, loopThreshold: 20, osrMask: 3 });
  const program = `
    const matrix = Array.from({ length: 40 }, (_, i) => Array.from({ length: 40 }, (_, j) => i * j + 0.5));
    const row = (list) => { let sum = 0; for (const x of list) sum += x; return sum; };
    function* numbers(n) { for (let i = 0; i < n; i++) yield i; }
    let total = 0;
    for (let round = 0; round < 300; round++) {
      for (let i = 0; i < 40; i++) total += row(matrix[i]);
      for (const n of numbers(50)) total += n;
      try { if (round % 7 === 0) throw round; } catch (e) { total -= e; }
    }
    total;`;

  test('code does the same for hardly any fuel', () => {
    const run = (jit: boolean | Tuning): { value: unknown; fuel: number } => {
      const vm = new Vm({ realm: nodeRealm, jit });
      const outcome = vm.evaluate(program);
      return { value: outcome.type === 'done' ? outcome.value : undefined, fuel: vm.fuelUsed };
    };
    const [metered, free] = [run(true), run(unmetered)];
    expect(free.value).toBe(metered.value);
    expect(free.fuel).toBeLessThan(metered.fuel / 4);
  });

  test('a VM takes no limits with it', () => {
    expect(() => new Vm({ jit: unmetered, fuel: 1000 })).toThrow('cannot be limited or stopped');
    expect(() => new Vm({ jit: unmetered, stressSuspend: 1000 })).toThrow('cannot be limited or stopped');
  });
});
