// Priming the interpreter's loop (interpreter/priming.ts): when it happens, and that it burns nothing. That guests do not notice it is in
// tests/programs/interpreter/runs-for-long.js.

import { expect, test } from 'vitest';
import { nodeRealm } from '../../src/host/node-realm.ts';
import { ENTRIES, QUANTUM, SHORT_QUANTUM } from '../../src/interpreter/loop.ts';
import { compileScript } from '../../src/bytecode/compile.ts';
import { Vm } from '../../src/process/vm.ts';

const loopOf = (iterations: number): string => `let sum = 0; for (let k = 0; k < ${iterations}; k++) sum += k;`;

/** Whether the loop has been primed when the program is over: what library functions are linked then says it. */
function isPrimed(vm: Vm, source: string): boolean {
  vm.run(compileScript(source, 'long.js'));
  return (vm.machine.mainRealm.selfHosted('PrimeLoop').linked as unknown) !== null;
}

test.each([
  ['what is soon over is not', {}, loopOf(SHORT_QUANTUM - 10), false],
  ['what runs on is', {}, loopOf(SHORT_QUANTUM + 10), true],
  ['an accessor that runs on is', {}, `({ get x() { ${loopOf(SHORT_QUANTUM + 10)} return sum; } }).x;`, true],
  ['many calls of an accessor are', {}, `const o = { get x() { return 1; } }; for (let k = 0; k <= ${ENTRIES}; k++) o.x;`, true],
  ['few calls of an accessor are not', {}, `const o = { get x() { return 1; } }; for (let k = 0; k < ${ENTRIES / 2}; k++) o.x;`, false],
  ['many throws out of accessors are', {}, `const o = { get x() { throw 1; } }; for (let k = 0; k < ${ENTRIES}; k++) try { o.x; } catch {}`, true],
  ['not with the JIT', { jit: true }, loopOf(4 * QUANTUM), false],
  ['not where arrays iterate by code of the guest', {}, `Array.prototype[Symbol.iterator] = () => { throw 1; }; ${loopOf(4 * QUANTUM)}`, false],
  ['not deep in a recursion, but afterwards', {}, `function deep(n) { if (n > 0) return deep(n - 1); ${loopOf(2 * QUANTUM)} } deep(700); ${loopOf(QUANTUM + 10)}`, true],
  ['not where the guest has few frames', { maxDepth: 3 }, loopOf(2 * QUANTUM), false],
  ['not in a stress mode', { stressSuspend: 100 }, loopOf(4 * QUANTUM), false],
])('priming: %s', (_name, options, source, expected) => {
  expect(isPrimed(new Vm({ realm: nodeRealm, jit: false, ...options }), source)).toBe(expected);
});

test('priming burns no fuel, also where a limit is near', () => {
  const iterations = 2 * SHORT_QUANTUM;
  const free = new Vm({ realm: nodeRealm, jit: false });
  free.run(compileScript(loopOf(iterations), 'long.js'));
  const fuel = free.fuelUsed;
  const exact = new Vm({ realm: nodeRealm, jit: false, fuel });
  expect(exact.run(compileScript(loopOf(iterations), 'long.js')).type).toBe('done');
  const short = new Vm({ realm: nodeRealm, jit: false, fuel: fuel - 50 });
  expect(short.run(compileScript(loopOf(iterations), 'long.js'))).toMatchObject({ type: 'stopped', reason: 'fuel' });
});

test('the embedder is told when the loop has been primed', () => {
  const primed: boolean[] = [];
  const vm = new Vm({ realm: nodeRealm, jit: false, warmsUp: () => void primed.push((vm.machine.mainRealm.selfHosted('PrimeLoop').linked as unknown) !== null) });
  vm.run(compileScript(loopOf(2 * SHORT_QUANTUM), 'long.js'));
  expect(primed).toEqual([true]);
});

test('what it throws then is not for the guest', () => {
  const vm = new Vm({ realm: nodeRealm, jit: false, warmsUp: () => { throw 5; } });
  expect(() => vm.run(compileScript(`try { ${loopOf(2 * SHORT_QUANTUM)} } catch {}`, 'long.js'))).toThrow('internal error: warmsUp threw');
});
